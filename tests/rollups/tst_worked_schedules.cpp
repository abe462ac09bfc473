// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/worked_example.h"

using namespace ochain;
using namespace ochain::test;

/// What one deal comes to over time, worked out by hand from data/README.md, sections 2 to 5.
class TestWorkedSchedules : public QObject {
    Q_OBJECT

private slots:
    void moneyAccruesByTheDayAndAddsUp()
    {
        Example example;
        example.deal("d", "nvidia", "openai", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::ValueUsd, "1"}});
        example.look();
        QVERIFY(example.isFine());
        // after 90, 181, 273 and 365 of 365 days 24, 49, 74 and 100 cents have accrued
        QCOMPARE(example.quarters("nvidia", M::Revenue), (Values{24, 25, 25, 26}));
        QCOMPARE(example.quarters("openai", M::Spend), (Values{24, 25, 25, 26}));
        QCOMPARE(example.value("openai", M::Net, "2026"), std::int64_t{-100});
        QCOMPARE(example.value("nvidia", M::Backlog, "2026Q1"), std::int64_t{76});
    }

    void deployedCapacityStaysAfterTheEnd()
    {
        Example example;
        example.deal("d", "nvidia", "openai", "hardware",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::CapacityMw, "1"}});
        example.deal("later", "fund", "openai", "equity", {{deal_field::Ends, "2027"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.quarters("openai", M::CapacityIn, "chips"),
                 (Values{246, 495, 747, 1000, 1000, 1000, 1000, 1000}));
    }

    void capacityInTermStandsInsideItsDatesOnly()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2026-04"}, {deal_field::Ends, "2027-03"}, {deal_field::CapacityMw, "1"}});
        example.deal("open", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2027-07-01"}, {deal_field::CapacityMw, "2"}, {deal_field::ValueUsd, "5"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.quarters("openai", M::CapacityIn, "cloud"),
                 (Values{0, 1000, 1000, 1000, 1000, 0, 2000, 2000}));
        QCOMPARE(example.value("openai", M::CapacityIn, "2027", "cloud"),
                 std::int64_t{2000}); // a stock, read at the year's end
        QCOMPARE(example.value("openai", M::CapacityIn, "unscheduled", "cloud"), std::int64_t{0});
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"),
                 std::int64_t{500}); // its money has no end to accrue to
    }

    void whatTranchesLeaveRunsOverTheDealsDates()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Starts, "2026"},
                      {deal_field::Ends, "2027"},
                      {deal_field::ValueUsd, "10"},
                      {deal_field::CapacityMw, "5"}});
        example.tranche(
            "t", "d",
            {{tranche_field::Ends, "2026"}, {tranche_field::ValueUsd, "4"}, {tranche_field::CapacityMw, "2"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{700}); // 400 and 365/730 of 600
        QCOMPARE(example.value("openai", M::Spend, "2027"), std::int64_t{300});
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "cloud"), std::int64_t{5000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2027", "cloud"), std::int64_t{3000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), std::int64_t{5000});
    }

    void aDealWithoutATotalHasTheSumOfItsTranches()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease", {{deal_field::Starts, "2026"}, {deal_field::Ends, "2027"}});
        example.tranche("t", "d", {{tranche_field::Ends, "2026"}, {tranche_field::ValueUsd, "4"}});
        example.tranche("u", "d", {{tranche_field::Starts, "2027"}, {tranche_field::ValueUsd, "3"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{700});
        QCOMPARE(example.value("openai", M::Spend, "2027"), std::int64_t{300});
        QCOMPARE(example.undisclosed("openai", M::Spend, "total"), 0U);
        QCOMPARE(example.undisclosed("openai", M::CapacityIn, "total", "cloud"), 1U);
    }

    void assumedTranchesLeftOutAreUnscheduledAndTheRemainderStays()
    {
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2027"}, {deal_field::ValueUsd, "10"}});
        example.tranche(
            "t", "d",
            {{tranche_field::Ends, "2026"}, {tranche_field::ValueUsd, "4"}, {tranche_field::Basis, "assumed"}});
        example.deal("guess", "oracle", "openai", "api",
                     {{deal_field::Starts, "2026"},
                      {deal_field::Ends, "2027"},
                      {deal_field::ValueUsd, "1"},
                      {deal_field::Basis, "assumed"}});
        example.look(withoutAssumed());
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{300});
        QCOMPARE(example.value("openai", M::Spend, "2027"), std::int64_t{300});
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"), std::int64_t{400});
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{1000});
        QCOMPARE(example.value("openai", M::Deals, "total"), std::int64_t{1});
        example.look();
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{750}); // 400, 300 and half of 100
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"), std::int64_t{0});
    }

    void weightsScaleEveryPieceHalfToEven()
    {
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Status, "announced"},
                      {deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "0.14"}});
        example.tranche("t1", "d", {{tranche_field::Ends, "2026-03"}, {tranche_field::ValueUsd, "0.01"}}); // 0.5 to 0
        example.tranche("t3", "d",
                        {{tranche_field::Starts, "2026-04"},
                         {tranche_field::Ends, "2026-06"},
                         {tranche_field::ValueUsd, "0.03"}}); // 1.5 to 2
        example.tranche("t5", "d",
                        {{tranche_field::Starts, "2026-07"},
                         {tranche_field::Ends, "2026-09"},
                         {tranche_field::ValueUsd, "0.05"}}); // 2.5 to 2
        example.deal("off", "oracle", "openai", "api",
                     {{deal_field::Status, "cancelled"}, {deal_field::ValueUsd, "7"}});
        example.look(weightedLens());
        QVERIFY(example.isFine());
        // what is left, 5 cents over the year, is 2 and accrues 0, 0, 1 and 1
        QCOMPARE(example.quarters("oracle", M::Revenue), (Values{0, 2, 3, 1}));
        QCOMPARE(example.value("oracle", M::Revenue, "total"), std::int64_t{6});
    }

    void aFormulaGivesDollarsPerYearOnTheQuartersMiddleDay()
    {
        Example example;
        example.metric("u0", "users", {{metric_field::AsOf, "2026"}, {metric_field::Value, "0"}});
        example.metric("u1", "users", {{metric_field::AsOf, "2027"}, {metric_field::Value, "365"}});
        example.metric("p", "price", {{metric_field::AsOf, "2020"}, {metric_field::Value, "2"}});
        example.deal("ramp", "oracle", "openai", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::Formula, "users"}});
        example.deal(
            "flat", "nvidia", "openai", "api",
            {{deal_field::Starts, "2026-01-11"}, {deal_field::Ends, "2026-06"}, {deal_field::Formula, "100 * price"}});
        example.look();
        QVERIFY(example.isFine());
        // the middle days are 45, 135, 227 and 319 days into the year; 45 x 90 / 365.25 x 100 = 1108.83
        QCOMPARE(example.quarters("oracle", M::Revenue), (Values{1109, 3363, 5718, 8035}));
        QCOMPARE(example.value("oracle", M::Revenue, "total"), std::int64_t{1109 + 3363 + 5718 + 8035});
        // 200 x 80 / 365.25 x 100 = 4380.56, 200 x 91 / 365.25 x 100 = 4982.89
        QCOMPARE(example.quarters("nvidia", M::Revenue), (Values{4381, 4983, 0, 0}));
        example.look(weightedLens()); // 80 %, quarter by quarter: 3504.8 and 3986.4
        QCOMPARE(example.quarters("nvidia", M::Revenue), (Values{3505, 3986, 0, 0}));
    }

    void aFormulaWithoutAUsableResultIsUndisclosed()
    {
        Example example;
        example.metric("u", "users",
                       {{metric_field::AsOf, "2026"}, {metric_field::Known, "2025-05"}, {metric_field::Value, "100"}});
        example.metric("late", "users",
                       {{metric_field::AsOf, "2026"}, {metric_field::Known, "2025-09"}, {metric_field::Value, "40"}});
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::Formula, "users - 50"}});
        example.look(knownAsOf(2025, 5, 1));
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2026Q1"), std::int64_t{1232}); // 50 x 90 / 365.25 x 100 = 1232.03
        QCOMPARE(example.undisclosed("openai", M::Spend, "2026Q1"), 0U);
        example.look(knownAsOf(2025, 4, 30)); // no value known
        QCOMPARE(example.figure("openai", M::Spend, "total"), (Figure{0, 1}));
        example.look(); // 40 is what was said last: negative
        QCOMPARE(example.figure("openai", M::Spend, "total"), (Figure{0, 1}));
        QCOMPARE(example.figure("openai", M::Spend, "2026Q1"), (Figure{0, 1}));
        QCOMPARE(example.figure("openai", M::Spend, "unscheduled"), (Figure{0, 0}));
        QCOMPARE(example.value("openai", M::DealsUndisclosedMoney, "total"), std::int64_t{1});
    }

    void anOperatingDealWithoutAStartBeganWhenItWasAnnounced()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease",
                     {{deal_field::Status, "operating"},
                      {deal_field::Announced, "2026-10"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "0.92"}});
        example.deal("planned", "oracle", "openai", "lease",
                     {{deal_field::Announced, "2020-10"}, {deal_field::Ends, "2026"}, {deal_field::ValueUsd, "3"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.calendar().firstYear(), 2026);
        QCOMPARE(example.calendar().years(), 1);
        QCOMPARE(example.quarters("openai", M::Spend), (Values{0, 0, 0, 92}));
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"), std::int64_t{300});
    }
};

QTEST_APPLESS_MAIN(TestWorkedSchedules)
#include "tst_worked_schedules.moc"
