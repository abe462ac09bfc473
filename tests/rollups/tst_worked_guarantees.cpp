// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/worked_example.h"

using namespace ochain;
using namespace ochain::test;

/// Promises to pay if the customer does not, worked out by hand from data/README.md, section 4.
class TestWorkedGuarantees : public QObject {
    Q_OBJECT

private slots:
    void aGuaranteeMovesNoCash()
    {
        Example example;
        example.deal("g", "fund", "openai", "guarantee",
                     {{deal_field::Starts, "2026-04"}, {deal_field::Ends, "2027-03"}, {deal_field::ValueUsd, "10"}});
        example.look();
        QVERIFY(example.isFine());
        const Values outstanding{0, 1'000, 1'000, 1'000, 1'000, 0, 0, 0};
        QCOMPARE(example.quarters("openai", M::GuaranteedIn), outstanding);
        QCOMPARE(example.quarters("fund", M::GuaranteedOut), outstanding);
        QCOMPARE(example.value("openai", M::GuaranteedIn, "2026"), std::int64_t{1'000});
        QCOMPARE(example.value("openai", M::GuaranteedIn, "2027"), std::int64_t{0}); // a stock, read at the year's end
        QCOMPARE(example.value("openai", M::GuaranteedIn, "total"), std::int64_t{1'000});
        QCOMPARE(example.value("openai", M::GuaranteedOut, "total"), std::int64_t{0});
        QCOMPARE(example.value("openai", M::Deals, "total"), std::int64_t{1});
        for (const char* const party : {"openai", "fund"})
            for (const Measure measure : {M::Revenue, M::Spend, M::Net, M::CapitalIn, M::CapitalOut, M::Gap, M::Funding,
                                          M::Backlog, M::InternalTrade, M::InternalCapital})
                for (const char* const period : {"2026Q2", "2026", "total", "unscheduled", "later"})
                    QCOMPARE(example.figure(party, measure, period), Figure{});
    }

    void anUndisclosedGuaranteeHidesNoCash()
    {
        Example example;
        example.metric("u", "users", {{metric_field::AsOf, "2026"}, {metric_field::Value, "1"}});
        example.deal("g", "fund", "openai", "guarantee", {{deal_field::Starts, "2026"}});
        example.deal("f", "fund", "openai", "guarantee", // dollars a year are no cap
                     {{deal_field::Starts, "2026"}, {deal_field::Formula, "users"}});
        example.look();
        QVERIFY(example.isFine());
        for (const char* const period : {"2026Q1", "2026", "total"})
            QCOMPARE(example.figure("openai", M::GuaranteedIn, period), (Figure{0, 2}));
        QCOMPARE(example.value("openai", M::DealsUndisclosedMoney, "total"), std::int64_t{2});
        QCOMPARE(example.undisclosed("openai", M::Spend, "2026"), 0U);
        QCOMPARE(example.undisclosed("openai", M::CapitalIn, "2026"), 0U);
        QCOMPARE(example.hidden("openai", M::Gap, "2026"), (Hidden{0, 0}));
        QCOMPARE(example.hidden("openai", M::GuaranteedIn, "2026"), (Hidden{2, 0}));
    }

    void aGuaranteeWithoutAnEndStandsFromItsStartOn_data()
    {
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("ends");
        QTest::addColumn<qint64>("in2026");
        QTest::addColumn<qint64>("in2027");
        QTest::addColumn<qint64>("later");
        QTest::addColumn<qint64>("unscheduled");
        const auto row = [](const char* name, const char* starts, const char* ends, qint64 in2026, qint64 in2027,
                            qint64 later, qint64 unscheduled) {
            QTest::newRow(name) << QString::fromLatin1(starts) << QString::fromLatin1(ends) << in2026 << in2027 << later
                                << unscheduled;
        };
        row("both dates", "2026", "2026", 500, 0, 0, 0);
        row("no end", "2026", "", 500, 500, 0, 0);
        row("an end after the horizon", "2027", "2050", 0, 500, 0, 0);
        row("a start after the horizon", "2028", "2029", 0, 0, 500, 0);
        row("no start", "", "2027", 0, 0, 0, 500);
        row("no dates", "", "", 0, 0, 0, 500);
    }

    void aGuaranteeWithoutAnEndStandsFromItsStartOn()
    {
        QFETCH(const QString, starts);
        QFETCH(const QString, ends);
        QFETCH(const qint64, in2026);
        QFETCH(const qint64, in2027);
        QFETCH(const qint64, later);
        QFETCH(const qint64, unscheduled);
        Example example;
        example.row(Table::Settings, "horizon", {{setting_field::Value, "2027"}});
        example.deal("near", "nvidia", "openai", "hardware", {{deal_field::Starts, "2026"}});
        example.deal("g", "fund", "openai", "guarantee",
                     {{deal_field::Starts, starts.toStdString()},
                      {deal_field::Ends, ends.toStdString()},
                      {deal_field::ValueUsd, "5"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::GuaranteedIn, "2026"), in2026);
        QCOMPARE(example.value("openai", M::GuaranteedIn, "2027"), in2027);
        QCOMPARE(example.value("openai", M::GuaranteedIn, "later"), later);
        QCOMPARE(example.value("openai", M::GuaranteedIn, "unscheduled"), unscheduled);
        QCOMPARE(example.value("openai", M::GuaranteedIn, "total"), std::int64_t{500});
    }

    void guaranteesAreWeightedFirmAndPartsOfOneAnotherAsOtherMoney()
    {
        Example example;
        const auto guarantee = [&example](const char* key, const char* usd, const char* commitment, const char* whole) {
            example.deal(
                key, "fund", "openai", "guarantee",
                {{deal_field::ValueUsd, usd}, {deal_field::Commitment, commitment}, {deal_field::PartOf, whole}});
        };
        guarantee("whole", "10", "firm", "");
        guarantee("part", "4", "conditional", "whole");
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::GuaranteedIn, "total"), std::int64_t{1'000});
        example.look(firmLens());
        QCOMPARE(example.value("openai", M::GuaranteedIn, "total"), std::int64_t{600});
        example.look(weightedLens()); // 80 %
        QCOMPARE(example.value("openai", M::GuaranteedIn, "total"), std::int64_t{800});
        example.look(overlapLens(Overlaps::Gross));
        QCOMPARE(example.value("openai", M::GuaranteedIn, "total"), std::int64_t{1'400});
    }

    void aGuaranteeInsideAGroupIsNoneOfTheGroups()
    {
        Example example;
        example.row(Table::Nodes, "lab", {{node_field::Tier, "models"}, {node_field::Parent, "openai"}});
        example.deal("g", "openai", "lab", "guarantee", {{deal_field::ValueUsd, "5"}});
        example.look();
        QVERIFY(example.isFine());
        QCOMPARE(example.value("openai", M::GuaranteedOut, "total"), std::int64_t{0});
        QCOMPARE(example.value("openai", M::GuaranteedIn, "total"), std::int64_t{0});
        QCOMPARE(example.value("lab", M::GuaranteedIn, "total"), std::int64_t{500});
    }
};

QTEST_APPLESS_MAIN(TestWorkedGuarantees)
#include "tst_worked_guarantees.moc"
