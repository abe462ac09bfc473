// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/spreadsheet_guard.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <random>
#include <string>

using namespace ochain;

/// Texts that a spreadsheet would run.
class TestSpreadsheetGuard : public QObject {
    Q_OBJECT

private slots:
    void whatASpreadsheetWouldRunIsGuarded_data();
    void whatASpreadsheetWouldRunIsGuarded();
    void everyTextComesBackWhateverItBeginsWith();
};

void TestSpreadsheetGuard::whatASpreadsheetWouldRunIsGuarded_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char* name, const char* text, const char* cell) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(cell);
    };
    row("equals", "=1+1", "'=1+1");
    row("plus", "+1 (555) 0100", "'+1 (555) 0100");
    row("minus", "-2^2", "'-2^2");
    row("at", "@SUM(A1)", "'@SUM(A1)");
    row("tab", "\t=1", "'\t=1");
    row("carriage return", "\r=1", "'\r=1");
    row("line feed", "\n=1", "'\n=1");
    row("after blanks", "  =1", "'  =1");
    row("wide sign", "＝1", "'＝1");
    row("a guard of its own", "'=1", "''=1");
    row("two of them", "''-x", "'''-x");
    row("a guarded number", "'-5", "''-5");
    row("a plus before a number", "+5", "'+5");
    row("longitude", "-97.74", "-97.74");
    row("whole number", "-5", "-5");
    row("exponent", "-1.5e-06", "-1.5e-06");
    row("no number after all", "-5-6", "'-5-6");
    row("a point without digits", "-5.", "'-5.");
    row("nothing", "", "");
    row("a word", "Oracle", "Oracle");
    row("an apostrophe", "'t Hooft", "'t Hooft");
    row("apostrophes alone", "''", "''");
    row("a sign within", "a=b", "a=b");
}

void TestSpreadsheetGuard::whatASpreadsheetWouldRunIsGuarded()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(QByteArray::fromStdString(guardedForSpreadsheet(text.toStdString())), cell);
    const std::string read = cell.toStdString();
    QCOMPARE(QByteArray::fromStdString(std::string(withoutSpreadsheetGuard(read))), text);
}

void TestSpreadsheetGuard::everyTextComesBackWhateverItBeginsWith()
{
    constexpr std::string_view kSigns = "''''=+-@ \t\r\n15.e,a\xEF\xBC\x9D";
    std::mt19937 random(7);
    for (int i = 0; i < 200'000; ++i) {
        std::string text;
        for (auto size = random() % 7; size > 0; --size)
            text += kSigns[random() % kSigns.size()];
        const std::string cell = guardedForSpreadsheet(text);
        QVERIFY2(withoutSpreadsheetGuard(cell) == text, text.c_str());
    }
}

QTEST_APPLESS_MAIN(TestSpreadsheetGuard)
#include "tst_spreadsheet_guard.moc"
