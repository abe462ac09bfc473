// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/worked_example.h"

using namespace ochain;
using namespace ochain::test;

/// Where the calendar ends, and what comes after it, worked out by hand from data/README.md, section 3.
class TestWorkedHorizons : public QObject {
    Q_OBJECT

private slots:
    void oneFarDateStretchesNothing_data()
    {
        QTest::addColumn<QString>("horizon"); // "-": not set
        QTest::addColumn<QString>("announced");
        QTest::addColumn<QString>("ends"); // of a lease from 2027 on
        QTest::addColumn<int>("lastYear");
        const auto row = [](const char* name, const char* horizon, const char* announced, const char* ends, int last) {
            QTest::newRow(name) << QString::fromLatin1(horizon) << QString::fromLatin1(announced)
                                << QString::fromLatin1(ends) << last;
        };
        row("unset: the latest day", "-", "2025-09", "2033", 2033);
        row("unset: fifteen years", "-", "2025-09", "2040", 2040);
        row("unset: no more than fifteen years", "-", "2025-09", "2041-01-01", 2040);
        row("unset: a lease of 73 years", "-", "2025-09", "2099", 2040);
        row("unset: not before the first year", "-", "1999", "2099", 2026);
        row("unset: never announced", "-", "", "2099", 2099);
        row("empty, as unset", "", "2025-09", "2099", 2040);
        row("named", "2035", "2025-09", "2099", 2035);
        row("named, and nothing is later", "2035", "2025-09", "2033", 2035);
        row("named before the first year", "1900", "2025-09", "2099", 2026);
        row("named far away", "2060", "2025-09", "2033", 2060);
    }

    void oneFarDateStretchesNothing()
    {
        QFETCH(const QString, horizon);
        QFETCH(const QString, announced);
        QFETCH(const QString, ends);
        QFETCH(const int, lastYear);
        Example example;
        if (horizon != QStringLiteral("-"))
            example.row(Table::Settings, "horizon", {{setting_field::Value, horizon.toStdString()}});
        example.deal("near", "nvidia", "openai", "hardware", {{deal_field::Starts, "2026"}});
        example.deal("lease", "oracle", "openai", "lease",
                     {{deal_field::Announced, announced.toStdString()},
                      {deal_field::Starts, "2027"},
                      {deal_field::Ends, ends.toStdString()}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.calendar().firstYear(), 2026);
        QCOMPARE(example.calendar().firstYear() + example.calendar().years() - 1, lastYear);
    }

    void theLatestAnnouncementOfAnyDealIsWhatCounts()
    {
        Example example;
        example.deal("lease", "oracle", "openai", "lease",
                     {{deal_field::Announced, "2020"}, {deal_field::Starts, "2026"}, {deal_field::Ends, "2099"}});
        example.deal("seat", "fund", "openai", "control", // its dates do not count, its announcement does
                     {{deal_field::Announced, "2022"}, {deal_field::Starts, "2010"}, {deal_field::Ends, "2110"}});
        example.claim("deals", "lease", "announced", "2020", "2024", "1"); // the row's own does
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.calendar().firstYear(), 2026);
        QCOMPARE(example.calendar().years(), 2037 - 2026 + 1);
    }

    void aGuaranteeHasDatesOfTheCalendarToo()
    {
        Example example;
        example.deal("g", "fund", "openai", "guarantee", {{deal_field::Starts, "2026-05"}, {deal_field::Ends, "2028"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.calendar().firstYear(), 2026);
        QCOMPARE(example.calendar().years(), 3);
    }

    void whatALeaseCostsAfterTheHorizonComesLater()
    {
        Example example;
        example.deal("lease", "oracle", "openai", "lease", // a cent a day, 26663 days
                     {{deal_field::Announced, "2025-09"},
                      {deal_field::Starts, "2027"},
                      {deal_field::Ends, "2099"},
                      {deal_field::ValueUsd, "266.63"},
                      {deal_field::CapacityMw, "10"}});
        example.deal("someday", "oracle", "openai", "api", {{deal_field::ValueUsd, "3"}});
        example.look();
        QVERIFY(example.isFine());
        // 2027 to 2040 have 5114 days
        QCOMPARE(example.value("openai", M::Spend, "2040"), std::int64_t{366});
        QCOMPARE(example.value("openai", M::Spend, "later"), std::int64_t{26'663 - 5'114});
        QCOMPARE(example.value("openai", M::Spend, "unscheduled"), std::int64_t{300});
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{26'963});
        QCOMPARE(example.value("openai", M::Net, "later"), std::int64_t{-21'549});
        QCOMPARE(example.value("oracle", M::Backlog, "2040"), std::int64_t{21'549 + 300}); // scheduled after it
        QCOMPARE(example.value("openai", M::Funding, "2040"), std::int64_t{-5'114});
        QCOMPARE(example.value("openai", M::CapacityIn, "2040", "cloud"), std::int64_t{10'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "later", "cloud"), std::int64_t{0}); // it stands already
        example.row(Table::Settings, "horizon", {{setting_field::Value, "2027"}});
        example.look();
        QCOMPARE(example.value("openai", M::Spend, "later"), std::int64_t{26'663 - 365});
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{26'963});
        for (const Measure measure : {M::Gap, M::Funding, M::Backlog, M::Binding})
            QCOMPARE(example.figure("oracle", measure, "later"), Figure{}); // these have periods only
    }

    void capacityAfterTheHorizonIsWhatIsDeployedOrStartsThen()
    {
        Example example;
        example.row(Table::Settings, "horizon", {{setting_field::Value, "2026"}});
        const auto deal = [&example](const char* key, const char* kind, const char* starts, const char* ends) {
            example.deal(key, kind == std::string("hardware") ? "nvidia" : "oracle", "openai", kind,
                         {{deal_field::Starts, starts}, {deal_field::Ends, ends}, {deal_field::CapacityMw, "1"}});
        };
        deal("half", "hardware", "2026", "2027"); // 365 of 730 days
        deal("after", "hardware", "2027", "2027");
        deal("stands", "lease", "2026-07", "2040");
        deal("to-stand", "lease", "2027-01-01", "");
        deal("over", "lease", "2026-01", "2026-06");
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "chips"), std::int64_t{500});
        QCOMPARE(example.value("openai", M::CapacityIn, "later", "chips"), std::int64_t{1'500});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "chips"), std::int64_t{2'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "2026", "cloud"), std::int64_t{1'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "later", "cloud"), std::int64_t{1'000});
        QCOMPARE(example.value("openai", M::CapacityIn, "total", "cloud"), std::int64_t{3'000});
        QCOMPARE(example.value("oracle", M::CapacityOut, "later", "cloud"), std::int64_t{1'000});
    }

    void undisclosedDealsAreLaterThatStartOrEndThen_data()
    {
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("ends");
        QTest::addColumn<uint>("later");
        QTest::addColumn<uint>("inTheLastQuarter");
        const auto row = [](const char* name, const char* starts, const char* ends, uint later, uint last) {
            QTest::newRow(name) << QString::fromLatin1(starts) << QString::fromLatin1(ends) << later << last;
        };
        row("ends on the last day", "2026", "2030", 0, 1);
        row("ends a day later", "2026", "2031-01-01", 1, 1);
        row("starts on the last day", "2030-12-31", "", 0, 1);
        row("starts a day later", "2031-01-01", "", 1, 0);
        row("has no end", "2026", "", 0, 1);
        row("has only an end", "", "2040", 1, 1);
        row("has no dates", "", "", 0, 0);
    }

    void undisclosedDealsAreLaterThatStartOrEndThen()
    {
        QFETCH(const QString, starts);
        QFETCH(const QString, ends);
        QFETCH(const uint, later);
        QFETCH(const uint, inTheLastQuarter);
        Example example;
        example.row(Table::Settings, "horizon", {{setting_field::Value, "2030"}});
        example.deal("known", "fund", "openai", "equity", {{deal_field::Starts, "2026"}});
        const Fields dates{{deal_field::Starts, starts.toStdString()}, {deal_field::Ends, ends.toStdString()}};
        example.deal("lease", "oracle", "openai", "lease", dates);
        example.deal("g", "oracle", "openai", "guarantee", dates);
        example.look();
        QVERIFY(example.isFine());
        for (const auto& [measure, layer] : {std::pair(M::Spend, ""), std::pair(M::Net, ""),
                                             std::pair(M::CapacityIn, "cloud"), std::pair(M::GuaranteedIn, "")}) {
            QCOMPARE(example.figure("openai", measure, "later", layer), (Figure{0, later}));
            QCOMPARE(example.undisclosed("openai", measure, "2030Q4", layer), inTheLastQuarter);
            QCOMPARE(example.undisclosed("openai", measure, "total", layer), 1U);
        }
    }

    void aFormulaRunsToTheHorizonAndNoFurther()
    {
        Example example;
        example.row(Table::Settings, "horizon", {{setting_field::Value, "2027"}});
        example.metric("u", "users", {{metric_field::AsOf, "2026"}, {metric_field::Value, "365.25"}});
        for (const auto& [key, ends] : {std::pair("open", ""), std::pair("far", "2050")})
            example.deal(key, "oracle", "openai", "api",
                         {{deal_field::Starts, "2026"}, {deal_field::Ends, ends}, {deal_field::Formula, "users"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::Spend, "2027"), std::int64_t{2 * 36'500}); // a dollar a day each
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{2 * 73'000});
        QCOMPARE(example.value("openai", M::Spend, "later"), std::int64_t{0});
        QCOMPARE(example.value("oracle", M::Backlog, "2027"), std::int64_t{0});
    }

    void moneyThatAClaimMovesBeforeTheCalendarIsInTheTotalOnly()
    {
        Example example;
        example.deal("d", "oracle", "openai", "api",
                     {{deal_field::Announced, "2024"},
                      {deal_field::Starts, "2026"},
                      {deal_field::Ends, "2026"},
                      {deal_field::ValueUsd, "7.31"}});
        example.claim("deals", "d", "starts", "2024-03", "2025", "1"); // 731 days, were the end the row's
        example.claim("deals", "d", "ends", "2024-03", "2026", "1");
        example.claim("deals", "d", "starts", "2025-03", "2026", "1");
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.calendar().firstYear(), 2026);
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{731});
        example.look(knownAsOf(2024, 12, 31)); // half of 730 days lies before 2026: 365.5 of 731 cents
        QCOMPARE(example.value("openai", M::Spend, "total"), std::int64_t{731});
        QCOMPARE(example.value("openai", M::Spend, "2026"), std::int64_t{731 - 365});
        for (const char* const period : {"later", "unscheduled"})
            QCOMPARE(example.value("openai", M::Spend, period), std::int64_t{0});
        QCOMPARE(example.value("oracle", M::Backlog, "2026Q4"), std::int64_t{0});
        QCOMPARE(example.value("oracle", M::Backlog, "2026Q1"), std::int64_t{731 - 365 - 90}); // 455.6 by its end
    }

    void whereTheRowsHaveNoDatesNothingIsLater()
    {
        Example example;
        example.deal("d", "oracle", "openai", "lease", {{deal_field::ValueUsd, "5"}, {deal_field::CapacityMw, "1"}});
        example.claim("deals", "d", "starts", "2024", "2026", "1");
        example.claim("deals", "d", "ends", "2024", "2026", "1");
        example.claim("deals", "d", "starts", "2025", "", "1");
        example.claim("deals", "d", "ends", "2025", "", "1");
        example.look(knownAsOf(2024, 12, 31));
        QVERIFY(example.isFine());
        QCOMPARE(example.calendar().years(), 0); // so there is no horizon either
        for (const auto& [measure, layer, amount] :
             {std::tuple(M::Spend, "", std::int64_t{500}), std::tuple(M::CapacityIn, "cloud", std::int64_t{1'000})}) {
            QCOMPARE(example.value("openai", measure, "total", layer), amount);
            QCOMPARE(example.value("openai", measure, "later", layer), std::int64_t{0});
            QCOMPARE(example.value("openai", measure, "unscheduled", layer), std::int64_t{0});
        }
    }
};

QTEST_APPLESS_MAIN(TestWorkedHorizons)
#include "tst_worked_horizons.moc"
