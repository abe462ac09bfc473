// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_testing.h"
#include "editing/cell_reader.h"
#include "editing/fiscal_dates.h"
#include "editing/row_draft.h"
#include "editing/typed_text.h"
#include "exchange/csv_import.h"
#include "formats/format.h"
#include "speaking.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;

namespace {

/// The small chain with what companies say of their fiscal years.
Chain fiscalChain()
{
    Chain chain = testing::smallChain();
    const auto year = [](testing::EditText& text, const char* node, const char* month) {
        text.add("metrics", std::string("fiscal-year-end-") + node,
                 {{"series", "fiscal_year_end"},
                  {"node", node},
                  {"unit", "month"},
                  {"as_of", "2025"},
                  {"value", month},
                  {"basis", "reported"}});
    };
    testing::EditText text(chain);
    year(text, "nvidia", "1");
    year(text, "oracle", "5");
    text.add("nodes", "softbank", {{"tier", "cloud"}, {"kind", "company"}, {"country", "JP"}, {"name_en", "SoftBank"}});
    year(text, "softbank", "3");
    Edit edit = text.edit();
    if (!chain.apply(edit).empty())
        qFatal("the fiscal years do not fit the chain");
    return chain;
}

RowRef dealOf(const Chain& chain, const char* key)
{
    return testing::rowOf(chain, "deals", key);
}

/// "38000000000; ends 2032; basis estimated", or what is said against it.
QString saidBy(Table table, const ReadResult& reading)
{
    if (!reading)
        return sentenceText(reading.error());
    QStringList parts{QString::fromStdString(reading->canonical)};
    for (const FilledField& filled : reading->also)
        parts << QStringLiteral("%1 %2").arg(QString::fromStdString(std::string(fieldSpec(table, filled.field).name)),
                                             QString::fromStdString(filled.canonical));
    return parts.join(QStringLiteral("; "));
}

} // namespace

/// What a text says of an amount and of the fields beside it, wherever it is typed.
class TestSpokenFields final : public QObject {
    Q_OBJECT

private slots:
    void anAmountSaysWhatStandsBesideIt_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        const auto deal = [](const char* name, const char* key, const char* field, const char* typed,
                             const char* says) {
            QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(field) << QString::fromUtf8(typed)
                                << QString::fromUtf8(says);
        };
        deal("an estimate", "oracle-openai", "equity_pct", "~5%", "5; basis estimated");
        deal("in Chinese", "oracle-openai", "value_usd", "约三千亿美元", "300000000000; basis estimated");
        deal("a ceiling", "oracle-openai", "value_usd", "up to $100B", "100000000000; commitment ceiling");
        deal("an estimated ceiling", "oracle-openai", "capacity_mw", "up to about 6GW",
             "6000; basis estimated; commitment ceiling");
        deal("from a year on", "oracle-openai", "value_usd", "$38B over seven years", "38000000000; ends 2033");
        deal("from a month on", "amd-openai", "value_usd", "$38B over seven years", "38000000000; ends 2033-06");
        deal("months from a year on", "oracle-openai", "value_usd", "$38B over 18 months", "38000000000; ends 2028-06");
        deal("years in Chinese", "oracle-openai", "value_usd", "七年內380億美元", "38000000000; ends 2033");
        deal("all of it", "amd-openai", "value_usd", "up to ~$38B over 2 years",
             "38000000000; basis estimated; commitment ceiling; ends 2028-06");
        deal(
            "a range", "oracle-openai", "capacity_mw", "10-15GW",
            "“10-15GW” is a range, and a deal has one amount; write its lower end, or “up to 15.0 GW” as a ceiling, and "
            "the range in the note");
        deal("no start", "nvidia-openai-equity", "value_usd", "$38B over seven years",
             "“$38B over seven years” has no end without a start; write first when it starts, or the amount alone");
        deal("a year's", "oracle-openai", "value_usd", "$30B a year",
             "“$30B a year” is an amount for each year or month; write the whole amount, or what it is a year as a "
             "formula");
        deal("a floor", "oracle-openai", "value_usd", "at least $5B",
             "“at least $5B” is a lower bound; write the amount that is sure, and in the note that it may be more");
        deal("beyond the calendar", "oracle-openai", "value_usd", "$1B over 200 years",
             "“$1B over 200 years” would end after 2199, the last year there is; check how long it takes");
        deal("another currency", "oracle-openai", "value_usd", "~€5bn",
             "“~€5bn” is not in US dollars; convert it and say at which rate in the note");
        deal("no amount", "oracle-openai", "value_usd", "~a lot",
             "“~a lot” is no amount of money; write it as $300B, 38.2m or 1.5 trillion");
    }
    void anAmountSaysWhatStandsBesideIt()
    {
        QFETCH(QString, row);
        QFETCH(QString, field);
        QFETCH(QString, typed);
        const Chain chain = testing::smallChain();
        const RowRef deal = dealOf(chain, row.toLatin1().constData());
        const Field of = *fieldNamed(Table::Deals, field.toStdString());
        QTEST(saidBy(Table::Deals, readTyped(chain, Table::Deals, of, typed, besideIn(chain, deal))), "says");
    }

    void aMetricHasRanges_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* field, const char* unit, const char* typed,
                            const char* says) {
            QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(unit) << QString::fromUtf8(typed)
                                << QString::fromUtf8(says);
        };
        row("of power", "value", "MW", "10-15GW", "12500; low 10000; high 15000");
        row("of power, about", "value", "MW", "~10-15GW", "12500; low 10000; high 15000; basis estimated");
        row("in Chinese", "value", "MW", "十至十五吉瓦", "12500; low 10000; high 15000");
        row("of money", "value", "USD", "$10-15B", "12500000000; low 10000000000; high 15000000000");
        row("of shares", "value", "percent", "4% to 6%", "5; low 4; high 6");
        row("of people", "value", "people", "800m-1bn", "900000000; low 800000000; high 1000000000");
        row("units that do not fit", "value", "people", "500-1bn",
            "“500-1bn” ends no higher than it begins; write the lower end first, and the unit at both");
        row("in the low", "low", "MW", "10-15GW",
            "“10-15GW” is a range; write it as the value, which gives the low and the high as well");
        row("a ceiling", "value", "MW", "up to 5GW",
            "“up to 5GW” is a ceiling, which a metric does not have; write what is expected as the value, and the ceiling "
            "as its high");
        row("a time", "value", "USD", "$5B over 3 years",
            "“$5B over 3 years” says how long it takes, which a metric does not; write the figure alone");
        row("below zero", "value", "USD", "-5", "-5");
    }
    void aMetricHasRanges()
    {
        QFETCH(QString, field);
        QFETCH(QString, unit);
        QFETCH(QString, typed);
        const Chain chain = testing::smallChain();
        const Beside beside = [&](Field each) {
            return each == metric_field::Unit ? unit.toStdString() : std::string();
        };
        const Field of = *fieldNamed(Table::Metrics, field.toStdString());
        QTEST(saidBy(Table::Metrics, readTyped(chain, Table::Metrics, of, typed, beside)), "says");
    }

    void fiscalDatesAreRefusedWithThoseOfTheCalendar_data()
    {
        QTest::addColumn<QString>("deal");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* deal, const char* field, const char* says) {
            QTest::newRow(name) << QString::fromLatin1(deal) << QString::fromLatin1(field) << QString::fromUtf8(says);
        };
        row("a start", "nvidia-openai", "starts",
            "“Q3 FY26” counts by a fiscal year; that of NVIDIA makes it 2025-08 to 2025-10: write 2025-08");
        row("an end", "nvidia-openai", "ends",
            "“Q3 FY26” counts by a fiscal year; that of NVIDIA makes it 2025-08 to 2025-10: write 2025-10");
        row("nobody's", "amd-openai", "starts",
            "“Q3 FY26” is a quarter of a fiscal year, which need not be one of the calendar; write the month in which it "
            "begins or ends");
    }
    void fiscalDatesAreRefusedWithThoseOfTheCalendar()
    {
        QFETCH(QString, deal);
        QFETCH(QString, field);
        const Chain chain = fiscalChain();
        const RowRef row = dealOf(chain, deal.toLatin1().constData());
        const Field of = *fieldNamed(Table::Deals, field.toStdString());
        QTEST(saidBy(Table::Deals, readTyped(chain, Table::Deals, of, QStringLiteral("Q3 FY26"), besideIn(chain, row))),
              "says");
    }

    void twoPartiesMayCountOtherwise()
    {
        const Chain chain = fiscalChain();
        RowDraft draft = RowDraft::newRow(chain, Table::Deals, std::nullopt);
        draft.type(deal_field::Supplier, QStringLiteral("NVIDIA"));
        draft.type(deal_field::Customer, QStringLiteral("SoftBank"));
        draft.type(deal_field::Starts, QStringLiteral("Q3 FY2024"));
        QCOMPARE(
            saidBy(Table::Deals, draft.read(chain, deal_field::Starts)),
            QStringLiteral("“Q3 FY2024” counts by a fiscal year; that of NVIDIA makes it 2023-08 to 2023-10, that of "
                           "SoftBank makes it 2024-10 to 2024-12: write the month that is meant"));
    }

    void aNodeCountsAsWhatItLiesIn()
    {
        Chain chain = fiscalChain();
        QVERIFY(!fiscalCalendarOf(chain, chain.find<NodeId>("mi450")));
        Edit edit = testing::EditText(chain).set("nodes", "mi450", "parent", "nvidia").edit();
        QVERIFY(chain.apply(edit).empty());
        QCOMPARE(fiscalCalendarOf(chain, chain.find<NodeId>("mi450"))->lastMonth, 1);
    }

    void aDateWithoutAYearIsNearTheAnnouncement()
    {
        const Chain chain = testing::smallChain();
        RowDraft draft(Table::Deals, "amd-openai"); // announced in October 2025
        draft.type(deal_field::Ends, QStringLiteral("by the end of Q3"));
        QCOMPARE(saidBy(Table::Deals, draft.read(chain, deal_field::Ends)), QStringLiteral("2026-09"));
        draft.type(deal_field::Announced, QString());
        QVERIFY(!draft.read(chain, deal_field::Ends));
    }

    void aDraftIsOneEditWithAllThatItSays()
    {
        Chain chain = testing::smallChain();
        RowDraft draft(Table::Deals, "nvidia-openai-equity");
        draft.type(deal_field::Starts, QStringLiteral("2026"));
        draft.type(deal_field::ValueUsd, QStringLiteral("up to ~$38B over seven years"));
        auto edit = draft.edit(chain, draft.readableFields(chain));
        QVERIFY(edit);
        QVERIFY(chain.apply(*edit).empty());
        for (const auto& [field, value] : {std::pair<const char*, const char*>{"value_usd", "38000000000"},
                                           {"ends", "2032"},
                                           {"basis", "estimated"},
                                           {"commitment", "ceiling"}})
            QCOMPARE(testing::fieldOf(chain, "deals", "nvidia-openai-equity", field), std::string(value));
    }

    void aNewRowBeginsWithABasisThatAnEstimateReplaces()
    {
        const Chain chain = testing::smallChain();
        RowDraft draft = RowDraft::newRow(chain, Table::Deals, std::nullopt);
        draft.type(deal_field::EquityPct, QStringLiteral("~5%"));
        QCOMPARE(saidBy(Table::Deals, draft.read(chain, deal_field::EquityPct)), QStringLiteral("5; basis estimated"));
        draft.type(deal_field::Basis, QStringLiteral("assumed")); // what somebody typed there stands
        QCOMPARE(saidBy(Table::Deals, draft.read(chain, deal_field::EquityPct)), QStringLiteral("5"));
    }

    void theReadingSaysWhatItFillsIn()
    {
        const Chain chain = testing::smallChain();
        const RowRef deal = dealOf(chain, "oracle-openai");
        const QString typed = QStringLiteral("about $38B over seven years");
        const ReadResult reading = readTyped(chain, Table::Deals, deal_field::ValueUsd, typed, besideIn(chain, deal));
        QVERIFY(reading.has_value());
        QCOMPARE(readingText(Table::Deals, typed, *reading, {}),
                 QStringLiteral("reads as $38B; also fills in Basis: estimated, Ends: 2033"));
        const testing::Speaking chinese(Language::Chinese);
        const QString text = readingText(Table::Deals, typed, *reading, {});
        QVERIFY2(text.contains(QStringLiteral("：2033")) && !text.contains(QLatin1String("fills")), qPrintable(text));
    }

    void cellsOfFilesAreReadTheSameWay()
    {
        const Chain chain = fiscalChain();
        const std::string csv = "key,value_usd,ends,announced\n"
                                "oracle-openai,\"~$38B over seven years\",,7/22/2025\n"
                                "amd-openai,up to $100B,2030,\n";
        const CsvImport import = importCsv(chain, {{"deals", csv}}, false, {}, cellReader(chain));
        QVERIFY(import.problems.empty());
        QStringList reads;
        for (const CsvRead& read : import.reads)
            reads << sentenceText(sentenceOn(read));
        QCOMPARE(reads.join(u'\n'),
                 QStringLiteral("deals.csv, line 2: value_usd “~$38B over seven years” was read as 38000000000\n"
                                "deals.csv, line 2: announced “7/22/2025” was read as 2025-07-22\n"
                                "deals.csv, line 2: basis “~$38B over seven years” was read as estimated\n"
                                "deals.csv, line 2: ends “~$38B over seven years” was read as 2033\n"
                                "deals.csv, line 3: value_usd “up to $100B” was read as 100000000000\n"
                                "deals.csv, line 3: commitment “up to $100B” was read as ceiling"));
        Chain changed = chain;
        Edit edit = import.edit;
        QVERIFY(changed.apply(edit).empty());
        QCOMPARE(testing::fieldOf(changed, "deals", "oracle-openai", "ends"), std::string("2033"));
        QCOMPARE(testing::fieldOf(changed, "deals", "amd-openai", "ends"), std::string("2030"));
    }

    void aClaimIsOneValue()
    {
        const Chain chain = testing::smallChain();
        const std::string head = "table,row_key,field,as_of,value,source,adopted\n";
        const auto problemOf = [&](const std::string& row) {
            const CsvImport import = importCsv(chain, {{"claims", head + row}}, false, {}, cellReader(chain));
            return import.problems.empty() ? QString() : sentenceText(import.problems.front().sentence);
        };
        QCOMPARE(problemOf("deals,amd-openai,capacity_mw,2026-02,7GW,,0\n"), QString());
        QVERIFY2(
            problemOf("deals,amd-openai,value_usd,2026-02,up to $5B,,0\n").contains(QLatin1String("says more than")),
            qPrintable(problemOf("deals,amd-openai,value_usd,2026-02,up to $5B,,0\n")));
    }
};

QTEST_GUILESS_MAIN(TestSpokenFields)
#include "tst_spoken_fields.moc"
