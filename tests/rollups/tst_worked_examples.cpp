// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/notes.h"
#include "rollups/worked_example.h"

using namespace ochain;
using namespace ochain::test;

/// What groups come to, worked out by hand from data/README.md, sections 2 to 5.
class TestWorkedExamples : public QObject {
    Q_OBJECT

private slots:
    void chipsOf26GigawattsAreNeverAddedToCloudWhichBinds()
    {
        Example example;
        example.deal("nvidia-10gw", "nvidia", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2029"}, {deal_field::CapacityMw, "10000"}});
        example.deal("amd-6gw", "amd", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2029"}, {deal_field::CapacityMw, "6000"}});
        example.deal("broadcom-10gw", "broadcom", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2029"}, {deal_field::CapacityMw, "10000"}});
        example.deal("oracle-45gw", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2031"}, {deal_field::CapacityMw, "4500"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "chips"), std::int64_t{26'000'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), std::int64_t{4'500'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2030", "chips"), std::int64_t{26'000'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2030", "cloud"), std::int64_t{4'500'000});
        QCOMPARE(example.binding("openai", "2030"), std::string("cloud"));
        QCOMPARE(example.value("openai", M::Binding, "2030"), std::int64_t{4'500'000});
        // by the end of March 2026, 90 of 1461 days, chips stand at 616016 + 369609 + 616016 kW and bind
        QCOMPARE(example.value("openai", M::CapacityIn, "2026Q1", "chips"), std::int64_t{1'601'641});
        QCOMPARE(example.binding("openai", "2026Q1"), std::string("chips"));
        QCOMPARE(example.value("openai", M::Binding, "total"), std::int64_t{0}); // exists in periods only
        QCOMPARE(example.value("nvidia", M::CapacityOut, "total", "chips"), std::int64_t{10'000'000});
    }

    void aWholeCountsForWhatItsPartsLeave()
    {
        Example example;
        example.deal("whole", "oracle", "openai", "lease",
                     {{deal_field::Status, "announced"},
                      {deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "100"},
                      {deal_field::CapacityMw, "10"}});
        example.deal("part", "oracle", "openai", "lease",
                     {{deal_field::PartOf, "whole"}, {deal_field::ValueUsd, "30"}, {deal_field::CapacityMw, "4"}});
        example.deal("chips", "nvidia", "openai", "hardware",
                     {{deal_field::PartOf, "whole"}, {deal_field::ValueUsd, "20"}, {deal_field::CapacityMw, "3"}});
        example.deal("money", "fund", "oracle", "equity", {{deal_field::PartOf, "whole"}, {deal_field::ValueUsd, "5"}});
        example.deal("gone", "oracle", "openai", "lease",
                     {{deal_field::PartOf, "whole"}, {deal_field::Status, "cancelled"}, {deal_field::ValueUsd, "9"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2026"),
                 std::int64_t{5'000}); // 100 - 30 - 20: another class and the cancelled take nothing
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{10'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"),
                 std::int64_t{10'000}); // 6 + 4: chips are another layer
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "chips"), std::int64_t{3'000});
        example.look(overlapLens(Overlaps::Gross));
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{15'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), std::int64_t{14'000});
        example.look(overlapLens(Overlaps::Overlap));
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{5'000});
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{5'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "cloud"), std::int64_t{4'000});
        example.look(weightedLens()); // half of what is left, and 80 % of the parts
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{2'500 + 2'400 + 1'600});
    }

    void partsAboveTheWholeLeaveNothing()
    {
        Example example;
        example.deal("whole", "oracle", "openai", "api", {{deal_field::ValueUsd, "10"}});
        example.deal("part", "oracle", "openai", "api", {{deal_field::PartOf, "whole"}});
        example.tranche("t", "part", {{tranche_field::ValueUsd, "11"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{1100});
        QCOMPARE(example.undisclosed("openai", M::Spend, "total"), 0U);
    }

    void claimsAreAFieldsHistory()
    {
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Announced, "2024-06"},
                      {deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "100"}});
        example.claim("deals", "d", "value_usd", "2025-01", "60", "1");
        example.claim("deals", "d", "value_usd", "2025-02", "70", "0");
        example.claim("deals", "d", "value_usd", "2025-07-10", "90", "1");
        const auto spendKnownAsOf = [&](int year, int month, int day) {
            example.look(knownAsOf(year, month, day));
            return example.figure("openai", M::Spend, "total");
        };
        QCOMPARE(spendKnownAsOf(2024, 5, 31), (Figure{0, 0})); // not announced
        QCOMPARE(spendKnownAsOf(2024, 12, 31), (Figure{0, 1}));
        QCOMPARE(spendKnownAsOf(2025, 1, 1), (Figure{6'000, 0}));
        QCOMPARE(spendKnownAsOf(2025, 7, 9), (Figure{6'000, 0}));
        QCOMPARE(spendKnownAsOf(2025, 7, 10), (Figure{9'000, 0}));
        example.look();
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{10'000}); // without the clock the row stands
        QVERIFY(example.isFine());
    }

    void gapFundingAndBacklogFollowTheMoney()
    {
        Example example;
        example.deal("sell", "openai", "fund", "api",
                     {{deal_field::Starts, "2026-04-01"},
                      {deal_field::Ends, "2026-12"},
                      {deal_field::ValueUsd, "2.75"}}); // a cent a day
        example.deal("buy", "nvidia", "openai", "api",
                     {{deal_field::Starts, "2026-01"}, {deal_field::Ends, "2026-03"}, {deal_field::ValueUsd, "5"}});
        example.deal("raise", "fund", "openai", "equity",
                     {{deal_field::Starts, "2026-01"}, {deal_field::Ends, "2026-03"}, {deal_field::ValueUsd, "1"}});
        example.deal("someday", "openai", "fund", "api", {{deal_field::ValueUsd, "10"}});
        example.deal("secret", "openai", "fund", "api", {{deal_field::Starts, "2026-10"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.quarters("openai", M::Revenue), (Values{0, 91, 92, 92}));
        QCOMPARE(example.quarters("openai", M::Gap), (Values{400, 0, 0, 0}));
        QCOMPARE(example.value("openai", M::Gap, "2026"), std::int64_t{125}); // from the year's sums
        QCOMPARE(example.quarters("openai", M::Funding), (Values{-400, -309, -217, -125}));
        QCOMPARE(example.quarters("openai", M::Backlog), (Values{1275, 1184, 1092, 1000}));
        QCOMPARE(example.undisclosed("openai", M::Revenue, "2026Q3"), 0U);
        QCOMPARE(example.undisclosed("openai", M::Revenue, "2026Q4"), 1U);
        QCOMPARE(example.undisclosed("openai", M::Net, "2026Q4"), 1U);
        QCOMPARE(example.undisclosed("openai", M::Backlog, "2026Q4"), 1U); // its end is open
        QCOMPARE(example.undisclosed("openai", M::Revenue, "unscheduled"), 0U);
    }

    void whatStaysInsideAGroupCountsTowardsNoneOfItsTotals()
    {
        Example example;
        example.row(Table::Nodes, "lab", {{node_field::Tier, "models"}, {node_field::Parent, "openai"}});
        example.deal("inside", "lab", "openai", "api", {{deal_field::ValueUsd, "7"}});
        example.deal("out", "lab", "fund", "api", {{deal_field::ValueUsd, "2"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Revenue, "total"), std::int64_t{200});
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{0});
        QCOMPARE(example.value("openai", M::InternalTrade, "total"), std::int64_t{700});
        QCOMPARE(example.value("lab", M::Revenue, "total"), std::int64_t{900});
        QCOMPARE(example.value("openai", M::Deals, "total"), std::int64_t{1});
    }

    void twoMetricsOfASeriesAndDayAreNoted()
    {
        Example example;
        const auto value = [](const char* of, const char* day, const char* known = "") {
            return Fields{{metric_field::Value, of}, {metric_field::AsOf, day}, {metric_field::Known, known}};
        };
        example.metric("price-b", "price", value("10", "2026-01-01"));
        example.metric("price-a", "price", value("12", "2026-01-01"));
        example.metric("price-later", "price", value("13", "2026-01-01", "2026-03-01")); // a revision: that is told
        example.metric("price-next", "price", value("14", "2027-01-01"));
        example.metric("unused-1", "unused", value("1", "2026-01-01"));
        example.metric("unused-2", "unused", value("2", "2026-01-01"));
        const auto noted = [&example] {
            QStringList rows;
            for (const Problem& note : notesOf(example.chain(), dayNumber(2026, 6, 1)))
                if (note.rule == Rule::SameDay)
                    rows << QString::fromStdString(note.row + " by " + note.sentence.args.front());
            return rows;
        };
        QCOMPARE(noted(), QStringList()); // no formula reads any of them
        example.deal("api", "openai", "fund", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::Formula, "price * 2"}});
        QVERIFY(example.isFine());
        QCOMPARE(noted(), QStringList{QStringLiteral("price-a by price-b")});
        QCOMPARE(severityOf(Rule::SameDay), Severity::Note);
    }
};

QTEST_APPLESS_MAIN(TestWorkedExamples)
#include "tst_worked_examples.moc"
