// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_reader.h"
#include "exchange/csv_testing.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

std::string utf16(const std::string& ascii, bool isBigEndian, bool hasMark)
{
    std::string text = !hasMark ? "" : isBigEndian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii)
        text += isBigEndian ? std::string{'\0', c} : std::string{c, '\0'};
    return text;
}

} // namespace

/// Lines of CSV texts, however they end, and texts that are no UTF-8.
class TestCsvLines : public QObject {
    Q_OBJECT

private slots:
    void everyLineEndCountsOnce_data();
    void everyLineEndCountsOnce();
    void aProblemNamesTheLineThatAnEditorShows_data();
    void aProblemNamesTheLineThatAnEditorShows();
    void lineEndsWithinANoteBecomeLineFeeds();
    void aTextInUtf16IsReadWhereItSaysSo_data();
    void aTextInUtf16IsReadWhereItSaysSo();
    void halfACharacterOfUtf16IsToldWithItsLine_data();
    void halfACharacterOfUtf16IsToldWithItsLine();
    void aLongTextWithoutLineFeedsIsRead();
};

void TestCsvLines::everyLineEndCountsOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("records");
    const auto row = [](const char* name, const char* text, const QStringList& records) {
        QTest::newRow(name) << QByteArray(text) << records;
    };
    const QStringList two{QStringLiteral("1: a|b"), QStringLiteral("2: c|d")};
    row("line feeds", "a,b\nc,d\n", two);
    row("both", "a,b\r\nc,d\r\n", two);
    row("carriage returns", "a,b\rc,d\r", two);
    row("carriage returns, none at the end", "a,b\rc,d", two);
    row("mixed", "a\r\rb\nc\r\n\nd\n\re",
        {QStringLiteral("1: a"), QStringLiteral("3: b"), QStringLiteral("4: c"), QStringLiteral("6: d"),
         QStringLiteral("8: e")});
    row("within quotation marks", "\"a\rb\r\nc\nd\"\re\r", {QStringLiteral("1: a\rb\r\nc\nd"), QStringLiteral("5: e")});
    row("a fault behind carriage returns", "a\rb\rc\"d\r",
        {QStringLiteral("1: a"), QStringLiteral("2: b"), QStringLiteral("fault in line 3")});
    row("a quotation mark never closed", "a\r\rb\r\"c\rd\r",
        {QStringLiteral("1: a"), QStringLiteral("3: b"), QStringLiteral("fault in line 4")});
    row("not UTF-8 behind carriage returns", "a\rb\r\rc\xE4\r", {QStringLiteral("fault in line 4")});
    row("not UTF-8 behind all of them", "a\r\nb\n\nc\r\xE4", {QStringLiteral("fault in line 5")});
}

void TestCsvLines::everyLineEndCountsOnce()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, records);
    QCOMPARE(split(text.toStdString()), records);
}

void TestCsvLines::aProblemNamesTheLineThatAnEditorShows_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("line feeds") << QByteArray("\n");
    QTest::newRow("both") << QByteArray("\r\n");
    QTest::newRow("carriage returns") << QByteArray("\r");
}

void TestCsvLines::aProblemNamesTheLineThatAnEditorShows()
{
    QFETCH(QByteArray, lineEnd);
    QByteArray text = "key,ordinal,layer,name_en\na,1,0,\"A\nand A\"\n\nb,x,0,B\n";
    text.replace("\n", lineEnd);
    const CsvImport import = importCsv(Chain(), {{"tiers", text.toStdString()}}, false);
    QCOMPARE(import.problems.size(), std::size_t{2});
    QVERIFY(import.problems[0].sentence.text().starts_with("tiers.csv, line 2: the text has a tab or a line break"));
    QVERIFY(import.problems[1].sentence.text().starts_with("tiers.csv, line 5: “x” is no whole number"));
}

void TestCsvLines::lineEndsWithinANoteBecomeLineFeeds()
{
    const std::string tiers = "key,ordinal,layer\rchips,1,1\r";
    const Chain chain = chainFrom({{"tiers", tiers}, {"nodes", "key,tier,note_en\ra,chips,\"1\r2\r\n3\n4\"\r"}});
    QCOMPARE(fieldOf(chain, Table::Nodes, "a", "note_en"), std::string("1\n2\n3\n4"));
}

void TestCsvLines::aTextInUtf16IsReadWhereItSaysSo_data()
{
    QTest::addColumn<bool>("isBigEndian");
    QTest::addColumn<bool>("hasMark");
    for (const bool isBigEndian : {false, true})
        for (const bool hasMark : {false, true})
            QTest::addRow("%s%s", isBigEndian ? "big" : "little", hasMark ? ", with a mark" : "")
                << isBigEndian << hasMark;
}

void TestCsvLines::aTextInUtf16IsReadWhereItSaysSo()
{
    QFETCH(bool, isBigEndian);
    QFETCH(bool, hasMark);
    const std::string text = utf16("key,weight_bp\nsigned,7500\n", isBigEndian, hasMark);
    const CsvImport import = importCsv(shippedChain(), {{"statuses", text}}, false);
    if (hasMark) {
        QVERIFY(import.problems.empty());
        QCOMPARE(import.edit.changes.size(), std::size_t{1});
        return;
    }
    QCOMPARE(import.problems.size(), std::size_t{1});
    const std::string sentence = import.problems.front().sentence.text();
    QVERIFY2(sentence.starts_with("statuses.csv, line 1: the file is UTF-16 without the mark"), sentence.c_str());
    QVERIFY(sentence.find("save it as UTF-8") != std::string::npos);
}

void TestCsvLines::halfACharacterOfUtf16IsToldWithItsLine_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QStringList>("records");
    QTest::newRow("whole ones") << QByteArray("\x34\xD8\x1E\xDD", 4)
                                << QStringList{QStringLiteral("1: a"), QStringLiteral("2: 𝄞")};
    const QStringList fault{QStringLiteral("fault in line 2")};
    QTest::newRow("the first half") << QByteArray("\x34\xD8", 2) << fault;
    QTest::newRow("the second half") << QByteArray("\x1E\xDD", 2) << fault;
    QTest::newRow("half a half") << QByteArray("b", 1) << fault;
}

void TestCsvLines::halfACharacterOfUtf16IsToldWithItsLine()
{
    QFETCH(QByteArray, end);
    QFETCH(QStringList, records);
    QCOMPARE(split(utf16("a\n", false, true) + end.toStdString()), records);
}

void TestCsvLines::aLongTextWithoutLineFeedsIsRead()
{
    std::string text = "key,publisher,title\r";
    for (int i = 0; i < 200'000; ++i)
        text += "s,Publisher,A title of some length\r";
    std::size_t last = 0;
    QVERIFY(!readCsv(text, [&](CsvRecord& record) {
        last = record.line;
        return true;
    }));
    QCOMPARE(last, std::size_t{200'001});
}

QTEST_APPLESS_MAIN(TestCsvLines)
#include "tst_csv_lines.moc"
