// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/fiscal_period.h"
#include "formats/parse_date.h"
#include "formats/parse_input.h"
#include "formats/spoken_amount.h"
#include "formats/typed_signs.h"
#include "speaking.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;

namespace {

QString shown(const ReadResult& result)
{
    return result ? QString::fromStdString(result->canonical)
                  : QStringLiteral("refused: ") + sentenceText(result.error());
}

bool isRefused(const ReadResult& result)
{
    return !result && !result.error().text().empty();
}

} // namespace

class TestParseInput final : public QObject {
    Q_OBJECT

private slots:
    void capacity_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("megawatts");
        const auto row = [](const char* typed, const char* megawatts) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(megawatts);
        };
        row("4.5GW", "4500");
        row("7GW", "7000");
        row("7 gw", "7000");
        row("350 MW", "350");
        row("4500", "4500");
        row("4,500", "4500");
        row("4,5 GW", "4500");
        row("4 500 MW", "4500");
        row("0.5", "0.5");
        row(".5 GW", "500");
        row("250kW", "0.25");
        row("1,383 MW", "1383");
        row("450万千瓦", "4500");
        row("4.5吉瓦", "4500");
        row("７ＧＷ", "7000");
        row("007", "7");
        row("", "");
        row(" – ", "");
        row("undisclosed", "");
        row("四百五十万千瓦", "4500");
        row("450萬千瓦", "4500");
        row("四点五吉瓦", "4500");
        row("三亿千瓦", "300000");
    }
    void capacity()
    {
        QFETCH(QString, typed);
        QTEST(shown(readCapacity(typed)), "megawatts");
    }

    void money_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("dollars");
        const auto row = [](const char* typed, const char* dollars) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(dollars);
        };
        row("$300B", "300000000000");
        row("300bn", "300000000000");
        row("300 billion", "300000000000");
        row("US$300 billion", "300000000000");
        row("USD 300bn", "300000000000");
        row("300 billion dollars", "300000000000");
        row("1.5T", "1500000000000");
        row("38.2m", "38200000");
        row("$1,250,000", "1250000");
        row("$1,250,000.50", "1250000.5");
        row("22.4 bn", "22400000000");
        row("1'000'000", "1000000");
        row("3000亿美元", "300000000000");
        row("1.5万亿美元", "1500000000000");
        row("3820万", "38200000");
        row("300bn$", "300000000000");
        row("300 bn US$", "300000000000");
        row("三千亿", "300000000000");
        row("三千億美元", "300000000000");
        row("3,820萬美元", "38200000");
        row("一点五万亿美元", "1500000000000");
        row("一万亿", "1000000000000");
        row("兩千亿", "200000000000");
        row("三千二百亿五千万", "320050000000");
        row("十五亿", "1500000000");
        row("叁仟億", "300000000000");
        row("3E+11", "300000000000");
        row("1.5E+10", "15000000000");
        row("0", "0");
        row("", "");
    }
    void money()
    {
        QFETCH(QString, typed);
        QTEST(shown(readMoney(typed)), "dollars");
    }

    void share_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("percent");
        QTest::newRow("with a sign") << QStringLiteral("27%") << QStringLiteral("27");
        QTest::newRow("with a space") << QStringLiteral("27 %") << QStringLiteral("27");
        QTest::newRow("without") << QStringLiteral("27") << QStringLiteral("27");
        QTest::newRow("a small one stays small") << QStringLiteral("0.27") << QStringLiteral("0.27");
        QTest::newRow("full width") << QStringLiteral("27%") << QStringLiteral("27");
        QTest::newRow("in words") << QStringLiteral("4.5 percent") << QStringLiteral("4.5");
    }
    void share()
    {
        QFETCH(QString, typed);
        QTEST(shown(readShare(typed)), "percent");
    }

    void dates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asStart");
        QTest::addColumn<QString>("asEnd");
        const auto row = [](const char* typed, const char* start, const char* end) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(start) << QString::fromUtf8(end);
        };
        row("2026", "2026", "2026");
        row("2026-07", "2026-07", "2026-07");
        row("2026-7", "2026-07", "2026-07");
        row("2026-07-22", "2026-07-22", "2026-07-22");
        row("2026/7/22", "2026-07-22", "2026-07-22");
        row("22.07.2026", "2026-07-22", "2026-07-22");
        row("7/22/2026", "2026-07-22", "2026-07-22");
        row("22 Jul 2026", "2026-07-22", "2026-07-22");
        row("July 22, 2026", "2026-07-22", "2026-07-22");
        row("Jul 2026", "2026-07", "2026-07");
        row("2H 2026", "2026-07", "2026-12");
        row("H1 2026", "2026-01", "2026-06");
        row("2h26", "2026-07", "2026-12");
        row("second half of 2026", "2026-07", "2026-12");
        row("Q3 2026", "2026-07", "2026-09");
        row("3Q26", "2026-07", "2026-09");
        row("2026Q3", "2026-07", "2026-09");
        row("end of 2026", "2026-12", "2026-12");
        row("mid-2026", "2026-07", "2026-06");
        row("2026年", "2026", "2026");
        row("2026年7月", "2026-07", "2026-07");
        row("2026年7月22日", "2026-07-22", "2026-07-22");
        row("2026年下半年", "2026-07", "2026-12");
        row("2026年第三季度", "2026-07", "2026-09");
        row("2026年底", "2026-12", "2026-12");
        row("late 2026", "2026-10", "2026-12");
        row("early 2026", "2026-01", "2026-03");
        row("by the end of Q3 2026", "2026-09", "2026-09");
        row("start of Q3 2026", "2026-07", "2026-07");
        row("by the end of 2026", "2026-12", "2026-12");
        row("end of July 2026", "2026-07", "2026-07");
        row("end of 1H 2026", "2026-06", "2026-06");
        row("by year-end 2026", "2026-12", "2026-12");
        row("in 2026", "2026", "2026");
        row("Jul-26", "2026-07", "2026-07");
        row("Jul '26", "2026-07", "2026-07");
        row("22-Jul-26", "2026-07-22", "2026-07-22");
        row("7/22/26", "2026-07-22", "2026-07-22");
        row("22-07-2026", "2026-07-22", "2026-07-22");
        row("5/5/2026", "2026-05-05", "2026-05-05");
        row("2026-07-22 00:00:00", "2026-07-22", "2026-07-22");
        row("2026-07-22T00:00:00Z", "2026-07-22", "2026-07-22");
        row("2026年年末", "2026-12", "2026-12");
        row("2026年第三季度末", "2026-09", "2026-09");
        row("2026年三季度", "2026-07", "2026-09");
        row("二〇二六年七月二十二日", "2026-07-22", "2026-07-22");
        row("2026年7月22號", "2026-07-22", "2026-07-22");
        row("二〇二六年十二月", "2026-12", "2026-12");
        row("2026年7月中旬", "2026-07", "2026-07");
        row("", "", "");
    }
    void dates()
    {
        QFETCH(QString, typed);
        QTEST(shown(readDate(typed, DateRole::Start)), "asStart");
        QTEST(shown(readDate(typed, DateRole::End)), "asEnd");
    }

    void nonsenseIsRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kind");
        QTest::newRow("words for a capacity") << QStringLiteral("a lot") << QStringLiteral("capacity");
        QTest::newRow("money for a capacity") << QStringLiteral("$5B") << QStringLiteral("capacity");
        QTest::newRow("two points") << QStringLiteral("4.5.6 GW") << QStringLiteral("capacity");
        QTest::newRow("a range") << QStringLiteral("26-36 GW") << QStringLiteral("capacity");
        QTest::newRow("below zero") << QStringLiteral("-5 GW") << QStringLiteral("capacity");
        QTest::newRow("too many gigawatts") << QStringLiteral("9999999 GW") << QStringLiteral("capacity");
        QTest::newRow("wrong thousands") << QStringLiteral("4,50,0 MW") << QStringLiteral("capacity");
        QTest::newRow("gigawatts for money") << QStringLiteral("5 GW") << QStringLiteral("money");
        QTest::newRow("euros") << QStringLiteral("€300B") << QStringLiteral("money");
        QTest::newRow("yuan") << QStringLiteral("300亿元") << QStringLiteral("money");
        QTest::newRow("too much") << QStringLiteral("9999T") << QStringLiteral("money");
        QTest::newRow("above a whole") << QStringLiteral("101%") << QStringLiteral("share");
        QTest::newRow("day or month") << QStringLiteral("7/8/2026") << QStringLiteral("date");
        QTest::newRow("fiscal year") << QStringLiteral("FY2026") << QStringLiteral("date");
        QTest::newRow("thirteenth month") << QStringLiteral("2026-13") << QStringLiteral("date");
        QTest::newRow("month of zero") << QStringLiteral("2026-0") << QStringLiteral("date");
        QTest::newRow("a day that is not") << QStringLiteral("2026-02-30") << QStringLiteral("date");
        QTest::newRow("hundreds of something") << QStringLiteral("百亿") << QStringLiteral("money");
        QTest::newRow("two readings of a numeral") << QStringLiteral("三千五") << QStringLiteral("money");
        QTest::newRow("three to four hundred") << QStringLiteral("三四百亿") << QStringLiteral("money");
        QTest::newRow("more than so much") << QStringLiteral("两千多亿") << QStringLiteral("money");
        QTest::newRow("an exponent without its sign") << QStringLiteral("1e3") << QStringLiteral("money");
        QTest::newRow("the middle of a quarter") << QStringLiteral("mid Q3 2026") << QStringLiteral("date");
        QTest::newRow("third half") << QStringLiteral("3H 2026") << QStringLiteral("date");
        QTest::newRow("soon") << QStringLiteral("soon") << QStringLiteral("date");
    }
    void nonsenseIsRefusedWithASentence()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kind);
        const ReadResult result = kind == QLatin1String("capacity") ? readCapacity(typed)
                                  : kind == QLatin1String("money")  ? readMoney(typed)
                                  : kind == QLatin1String("share")  ? readShare(typed)
                                                                    : readDate(typed, DateRole::Start);
        QVERIFY2(isRefused(result), qPrintable(shown(result)));
    }

    void refusalsSayWhatToDoAboutWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* typed, Field field, const char* says) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << int(field)
                                 << QStringLiteral("“%1” %2").arg(QString::fromUtf8(typed), QString::fromUtf8(says));
        };
        for (const char* other :
             {"NT$5bn", "R$ 5bn", "S$5bn", "5bn C$", "5 bn NZ$", "AU$5", "25 EUR", "25EUR", "5 CHF"})
            row(other, deal_field::ValueUsd, "is not in US dollars");
        for (const char* below : {"-5bn", "$-5B", "-$5B", "(5bn)", "$(5bn)"})
            row(below, deal_field::ValueUsd, "is below zero");
        for (const char* below : {"-5%", "-5", "(5%)"})
            row(below, deal_field::EquityPct, "is below zero; a share is not");
        for (const char* fiscal : {"FQ3 2027", "Q3 FY2027", "Q3 FY27", "3QFY27", "fiscal Q3 2027", "2027财年第三季度"})
            row(fiscal, deal_field::Starts, "is a quarter of a fiscal year");
        for (const char* fiscal : {"FY2027", "FY 27", "fiscal 2027", "2027财年"})
            row(fiscal, deal_field::Starts, "is a fiscal year");
        for (const char* never : {"2026-00", "2026/27", "2026/2/30"})
            row(never, deal_field::Starts, "is not in the calendar");
        for (const char* soon : {"by the end of Q3", "Q3", "2nd half", "22 Jul", "年底", "7月底"})
            row(soon, deal_field::Starts, "says no year; write it with its year, such as end of Q3 2026");
        row("Jul 26", deal_field::Starts, "may be a month of a year or a day of a month; write it as 2026-07 or");
        row("7/8/2026", deal_field::Starts, "may be read in two ways, as 2026-07-08 or as 2026-08-07; write the one");
        row("07-08-2026", deal_field::Starts, "may be read in two ways, as 2026-07-08 or as 2026-08-07");
        row("26/7/22", deal_field::Starts, "may be read in two ways, as 2022-07-26 or as 2026-07-22");
        row("09/10/25", deal_field::Starts, "may be read in three ways, as 2025-09-10, 2025-10-09 or 2009-10-25");
        row("13/13/2026", deal_field::Starts, "is not in the calendar");
        row("1.5兆美元", deal_field::ValueUsd, "may be read in two ways, 兆 as a million or as a trillion");
        row("1.23457E+11", deal_field::ValueUsd, "may have more digits than a spreadsheet shows");
        row("1,2345", deal_field::ValueUsd, "is finer than a cent");
        row("1,500 GW", deal_field::CapacityMw, "is above 10^9 kW");
        row("150 %", deal_field::EquityPct, "is above 100 %");
    }
    void refusalsSayWhatToDoAboutWhatWasTyped()
    {
        QFETCH(QString, typed);
        QFETCH(int, field);
        QFETCH(QString, says);
        const auto read = readField(Table::Deals, static_cast<Field>(field), typed);
        QVERIFY(!read.has_value());
        QVERIFY2(sentenceText(read.error()).startsWith(says), qPrintable(sentenceText(read.error())));
    }

    void aDateWithoutAYearIsNearAKnownOne_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("date");
        QTest::newRow("later in the year") << QStringLiteral("by the end of Q3") << QStringLiteral("2026-09");
        QTest::newRow("the same month") << QStringLiteral("Feb") << QStringLiteral("2026-02");
        QTest::newRow("only next year") << QStringLiteral("January") << QStringLiteral("2027-01");
        QTest::newRow("a day") << QStringLiteral("22 Jul") << QStringLiteral("2026-07-22");
        QTest::newRow("in Chinese") << QStringLiteral("年底") << QStringLiteral("2026-12");
        QTest::newRow("a month or a day") << QStringLiteral("Jul 26") << QString();
        QTest::newRow("a number alone") << QStringLiteral("7") << QString();
    }
    void aDateWithoutAYearIsNearAKnownOne()
    {
        QFETCH(QString, typed);
        QFETCH(QString, date);
        const ReadResult read = readDate(typed, DateRole::Start, Date{20260224});
        QCOMPARE(read ? QString::fromStdString(read->canonical) : QString(), date);
    }

    void aFiscalPeriodHasItsMonths_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("lastMonth");
        QTest::addColumn<bool>("isNamedByStart");
        QTest::addColumn<QString>("months");
        const auto row = [](const char* name, const char* typed, int lastMonth, bool isNamedByStart,
                            const char* months) {
            QTest::newRow(name) << QString::fromUtf8(typed) << lastMonth << isNamedByStart << QString::fromUtf8(months);
        };
        row("ends in January", "Q3 FY26", 1, false, "2025-08 2025-10");
        row("its first quarter", "Q1 FY2026", 1, false, "2025-02 2025-04");
        row("ends in June", "FY26 Q3", 6, false, "2026-01 2026-03");
        row("as the calendar", "third quarter of fiscal 2026", 12, false, "2026-07 2026-09");
        row("named by its start", "3Q FY2024", 3, true, "2024-10 2024-12");
        row("a half", "1H FY27", 5, false, "2026-06 2026-11");
        row("a whole year", "fiscal 2026", 1, false, "2025-02 2026-01");
        row("in Chinese", "2027財年第三季度", 1, false, "2026-08 2026-10");
    }
    void aFiscalPeriodHasItsMonths()
    {
        QFETCH(QString, typed);
        QFETCH(int, lastMonth);
        QFETCH(bool, isNamedByStart);
        const MonthSpan span = monthsOf(fiscalPeriodIn(normalised(typed)), {lastMonth, isNamedByStart});
        QTEST(QString::fromStdString(formatDate(span.first) + ' ' + formatDate(span.last)), "months");
    }

    void whatIsSaidAroundAnAmountIsTakenOff_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("upperEnd");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* typed, const char* amount, const char* upperEnd, const char* says) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(amount) << QString::fromUtf8(upperEnd)
                                 << QString::fromUtf8(says);
        };
        row("$38B", "$38b", "", "");
        row("~5%", "5%", "", "estimate");
        row("约380亿美元", "380亿美元", "", "estimate");
        row("380億美元左右", "380亿美元", "", "estimate");
        row("about $38B", "$38b", "", "estimate");
        row("c. 4.5 GW", "4.5 gw", "", "estimate");
        row("up to $100B", "$100b", "", "ceiling");
        row("up to about 6GW", "6gw", "", "estimate ceiling");
        row("最多1000亿美元", "1000亿美元", "", "ceiling");
        row("$38B over seven years", "$38b", "", "84 months");
        row("$38B over the next 18 months", "$38b", "", "18 months");
        row("about $300B over roughly five years", "$300b", "", "estimate 60 months");
        row("七年内380亿美元", "380亿美元", "", "84 months");
        row("380亿美元，为期7年", "380亿美元", "", "84 months");
        row("$30B a year", "$30b", "", "each");
        row("10-15GW", "10gw", "15gw", "");
        row("between 10 and 15 GW", "10gw", "15gw", "");
        row("$10 to 15B", "$10b", "15b", "");
        row("100亿至150亿美元", "100亿", "150亿美元", "");
        row("4,5–6 GW", "4,5gw", "6gw", "");
        row("-5", "-5", "", "");
        row("3E-5", "3e-5", "", "");
        row("3807年", "3807年", "", "");
        row("over $100B", "$100b", "", "floor");
        row("at least 5 GW", "5 gw", "", "floor");
        row("$5B+", "$5b", "", "floor");
        row("至少1000亿美元", "1000亿美元", "", "floor");
    }
    void whatIsSaidAroundAnAmountIsTakenOff()
    {
        QFETCH(QString, typed);
        const SpokenAmount spoken = spokenAmount(typed);
        QStringList says;
        if (spoken.isEstimate)
            says << QStringLiteral("estimate");
        if (spoken.isCeiling)
            says << QStringLiteral("ceiling");
        if (spoken.isFloor)
            says << QStringLiteral("floor");
        if (spoken.isForEachPeriod)
            says << QStringLiteral("each");
        if (spoken.months > 0)
            says << QStringLiteral("%1 months").arg(spoken.months);
        QTEST(spoken.amount, "amount");
        QTEST(spoken.upperEnd, "upperEnd");
        QTEST(says.join(u' '), "says");
    }

    void whatIsReadReadsAsItself_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("field");
        QTest::newRow("capacity") << QStringLiteral("1.2345GW") << int(deal_field::CapacityMw);
        QTest::newRow("value") << QStringLiteral("$38.255m") << int(deal_field::ValueUsd);
        QTest::newRow("share") << QStringLiteral("0.5%") << int(deal_field::EquityPct);
        QTest::newRow("end") << QStringLiteral("2H 2026") << int(deal_field::Ends);
        QTest::newRow("start") << QStringLiteral("2H 2026") << int(deal_field::Starts);
    }
    void whatIsReadReadsAsItself()
    {
        QFETCH(QString, typed);
        QFETCH(int, field);
        const auto once = readField(Table::Deals, static_cast<Field>(field), typed);
        QVERIFY(once.has_value());
        const auto twice = readField(Table::Deals, static_cast<Field>(field), QString::fromStdString(once->canonical));
        QVERIFY(twice.has_value());
        QCOMPARE(QString::fromStdString(twice->canonical), QString::fromStdString(once->canonical));
        QCOMPARE(twice->echo, once->echo);
    }

    void whatIsShownCanBeTypedAgain_data()
    {
        QTest::addColumn<qint64>("cents");
        QTest::newRow("trillions") << qint64(150'000'000'000'000);
        QTest::newRow("billions") << qint64(25'000'000'000'000);
        QTest::newRow("millions") << qint64(3'820'000'000);
    }
    void whatIsShownCanBeTypedAgain()
    {
        QFETCH(qint64, cents);
        for (const Language each : {Language::English, Language::Chinese}) {
            const testing::Speaking speaking(each);
            const auto read = readMoney(moneyText(Cents{cents}));
            QVERIFY2(read.has_value(), qPrintable(moneyText(Cents{cents})));
            QCOMPARE(QString::fromStdString(read->canonical), QString::fromStdString(formatUsd(Cents{cents})));
        }
    }

    void theEchoSaysHowItWasRead()
    {
        const auto read = readCapacity(QStringLiteral("7GW"));
        QVERIFY(read.has_value());
        QCOMPARE(read->echo, QStringLiteral("7.0 GW"));
        QCOMPARE(readsAsText(QStringLiteral("7GW"), *read), QStringLiteral("reads as 7.0 GW"));
        QCOMPARE(readsAsText(QStringLiteral("7.0 GW"), *read), QString());
    }

    void fieldsAreReadByTheirType()
    {
        const auto canonical = [](Table table, Field field, const char* typed) {
            const auto read = readField(table, field, QString::fromUtf8(typed));
            return read ? QString::fromStdString(read->canonical) : QStringLiteral("refused");
        };
        QCOMPARE(canonical(Table::Statuses, status_field::WeightBp, "80%"), QStringLiteral("8000"));
        QCOMPARE(canonical(Table::Statuses, status_field::WeightBp, "8000"), QStringLiteral("8000"));
        QCOMPARE(canonical(Table::Statuses, status_field::WeightBp, "60"), QStringLiteral("6000"));
        QCOMPARE(canonical(Table::Statuses, status_field::WeightBp, "0.5"), QStringLiteral("50"));
        QCOMPARE(canonical(Table::Metrics, metric_field::Value, "800m"), QStringLiteral("800000000"));
        QCOMPARE(canonical(Table::Tiers, tier_field::Layer, "yes"), QStringLiteral("1"));
        QCOMPARE(canonical(Table::Deals, deal_field::Basis, " Assumed "), QStringLiteral("assumed"));
        QCOMPARE(canonical(Table::Deals, deal_field::NoteEn, " As said. "), QStringLiteral("As said."));
    }
};

QTEST_APPLESS_MAIN(TestParseInput)
#include "tst_parse_input.moc"
