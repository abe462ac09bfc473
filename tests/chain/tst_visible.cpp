// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/text_form.h"
#include "chain/visible.h"

#include <QChar>
#include <QLatin1Char>
#include <QObject>
#include <QString>
#include <QTest>

using namespace ochain;

namespace {

std::string utf8(const QString& text)
{
    return text.toStdString();
}

QString with(char32_t c)
{
    QString text = QStringLiteral("a");
    text.append(QStringView(QChar::fromUcs4(c)));
    return text + QLatin1Char('b');
}

} // namespace

class TestVisible final : public QObject {
    Q_OBJECT

private slots:
    void whatHidesIsNamed_data()
    {
        QTest::addColumn<uint>("c");
        for (const uint c :
             {0x00U,   0x07U,   0x0DU,    0x1BU,    0x7FU,    0x85U,    0x9BU,    0xADU,    0x34FU,   0x61CU,
              0x115FU, 0x1160U, 0x17B4U,  0x180BU,  0x180EU,  0x200BU,  0x200CU,  0x200DU,  0x200EU,  0x200FU,
              0x2028U, 0x2029U, 0x202AU,  0x202BU,  0x202CU,  0x202DU,  0x202EU,  0x2060U,  0x2064U,  0x2066U,
              0x2067U, 0x2068U, 0x2069U,  0x206FU,  0x2800U,  0x3164U,  0xFE00U,  0xFE0FU,  0xFEFFU,  0xFFA0U,
              0xFFF9U, 0xFFFBU, 0x1BCA0U, 0x1D173U, 0x1D17AU, 0xE0001U, 0xE0041U, 0xE007FU, 0xE0100U, 0xE0FFFU})
            QTest::addRow("U+%04X", c) << c;
    }
    void whatHidesIsNamed()
    {
        QFETCH(uint, c);
        const std::string named = utf8(QStringLiteral("a⟨U+%1⟩b").arg(c, 4, 16, QLatin1Char('0')).toUpper());
        const std::string text = utf8(with(static_cast<char32_t>(c)));
        QCOMPARE(QString::fromStdString(visible(text)).toUpper(), QString::fromStdString(named).toUpper());
        QCOMPARE(visible(visible(text)), visible(text));
    }

    void whatIsWrittenSoStays_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 "AMD",
                                 "OpenAI Group PBC",
                                 "开放人工智能",
                                 "深度求索（DeepSeek）",
                                 "עברית",
                                 "شركة الذكاء",
                                 "می‌خواهم",
                                 "क्‍ष",
                                 "ശ്രീ ന്‍",
                                 "Ωμέγα",
                                 "한국전력",
                                 "👨‍👩‍👧‍👦",
                                 "👩🏽‍🚀",
                                 "🏳️‍🌈",
                                 "❤️‍🔥",
                                 "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                                 "1️⃣",
                                 "☎️",
                                 "☎︎",
                                 "©️",
                                 "葛󠄀城",
                                 "ᠠ᠋",
                                 "tab\tand\nline",
                                 "→ ← ≥ – … ·",
                                 "naïve café"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void whatIsWrittenSoStays()
    {
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(visible(utf8(text))), text);
    }

    /// The same characters where no script needs them.
    void disguisesAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("named");
        QTest::newRow("joiner in Latin") << QStringLiteral("A\u200DMD") << 1;
        QTest::newRow("joiner at the end of an emoji") << QString::fromUtf8("🚀") + QChar(0x200D) << 1;
        QTest::newRow("joiner between emoji and letter")
            << QString::fromUtf8("🚀") + QChar(0x200D) + QLatin1Char('a') << 1;
        QTest::newRow("selector on a letter") << QStringLiteral("A\uFE0F") << 1;
        QTest::newRow("selector on a digit") << QStringLiteral("1\uFE0F") << 1;
        QTest::newRow("two selectors") << QString::fromUtf8("☎️") + QChar(0xFE0F) << 1;
        QTest::newRow("non-joiner before Persian") << QStringLiteral("\u200Cمن") << 1;
        QTest::newRow("non-joiner twice in Persian")
            << QString::fromUtf8("می‌") + QChar(0x200C) + QString::fromUtf8("خ") << 2;
        QTest::newRow("tags of no flag") << QString::fromUtf8("🏴󠁡󠁡󠁿") << 3;
        QTest::newRow("flag without its end") << QString::fromUtf8("🏴󠁧󠁢󠁥󠁮󠁧") << 5;
        QTest::newRow("mark in Hebrew") << QString::fromUtf8("עב") + QChar(0x200F) << 1;
    }
    void disguisesAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(int, named);
        const QString seen = QString::fromStdString(visible(utf8(text)));
        QVERIFY2(seen.count(QStringLiteral("⟨U+")) == named, qPrintable(seen));
    }

    void bytesThatAreNoTextStay()
    {
        const std::string broken("a\xFF\xC2"
                                 "b\xE2\x80");
        QCOMPARE(visible(broken), broken);
    }

    void whatIsShownOnATerminalIsVisible()
    {
        QCOMPARE(shown("AMD\xE2\x80\xAE"
                       "olleH"),
                 std::string("AMD⟨U+202E⟩olleH"));
    }
};

QTEST_APPLESS_MAIN(TestVisible)
#include "tst_visible.moc"
