// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/figure_parts.h"
#include "formats/format.h"
#include "language/language.h"
#include "speaking.h"

#include <QLocale>
#include <QObject>
#include <QString>
#include <QTest>

using namespace ochain;
using ochain::testing::Speaking;

class TestLanguage final : public QObject {
    Q_OBJECT

private slots:
    void init() { setLanguage(Language::English); }

    void wordsNumbersAndLocaleChangeTogether()
    {
        QCOMPARE(measureText(Measure::Revenue), QStringLiteral("Revenue"));
        QCOMPARE(moneyText(Cents{150'000'000'000'000}), QStringLiteral("$1.5T"));
        {
            const Speaking chinese(Language::Chinese);
            QVERIFY(language() == Language::Chinese);
            QVERIFY(QLocale().language() == QLocale::Chinese);
            QCOMPARE(measureText(Measure::Revenue), QStringLiteral("收入"));
            QCOMPARE(moneyText(Cents{150'000'000'000'000}), QStringLiteral("1.5万亿美元"));
        }
        QVERIFY(language() == Language::English);
        QVERIFY(QLocale().language() == QLocale::English);
        QCOMPARE(measureText(Measure::Revenue), QStringLiteral("Revenue"));
        QCOMPARE(moneyText(Cents{150'000'000'000'000}), QStringLiteral("$1.5T"));
    }

    void oneIsNoPlural()
    {
        QCOMPARE(dealsWords(1), QStringLiteral("1 deal"));
        QCOMPARE(dealsWords(0), QStringLiteral("0 deals"));
        QCOMPARE(dealsWords(1'185), QStringLiteral("1,185 deals"));
        const Speaking chinese(Language::Chinese);
        QCOMPARE(dealsWords(1), QStringLiteral("1笔交易"));
        QCOMPARE(dealsWords(1'185), QStringLiteral("1,185笔交易"));
    }

    void aDictionarySpeaksItsLanguageWhateverTheProgramSpeaks()
    {
        QCOMPARE(Dictionary(Language::Chinese).translate("Format", "Revenue"), QStringLiteral("收入"));
        const Speaking chinese(Language::Chinese);
        QCOMPARE(Dictionary(Language::English).translate("Format", "Revenue"), QStringLiteral("Revenue"));
        QCOMPARE(Dictionary(Language::Chinese).translate("Format", "no such text"), QStringLiteral("no such text"));
    }

    void languagesHaveNames()
    {
        QVERIFY(languageNamed(QStringLiteral("zh-CN")) == Language::Chinese);
        QVERIFY(languageNamed(QStringLiteral("en_GB")) == Language::English);
        QVERIFY(languageNamed(QStringLiteral("fr")) == Language::English);
        for (const Language each : {Language::English, Language::Chinese})
            QVERIFY(languageNamed(languageName(each)) == each);
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
