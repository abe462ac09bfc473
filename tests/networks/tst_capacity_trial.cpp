// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/capacity_trial.h"
#include "networks/supply_example.h"

#include <QTest>

#include <string>

using namespace ochain;
using namespace ochain::testing;

namespace {

std::string fieldOf(const Chain& chain, const std::string& deal, Field field)
{
    return chain.value({Table::Deals, chain.find<DealId>(deal).value}, field);
}
std::string phaseOf(const Chain& chain, const std::string& tranche, Field field)
{
    return chain.value({Table::Tranches, chain.find<TrancheId>(tranche).value}, field);
}

/// A supplier, a customer, and a deal in two phases.
void addPhases(SupplyExample& example)
{
    example.node("amd", "gpus");
    example.node("openai", "models");
    example.supply("deal", "amd", "openai", "6001", {{deal_field::Starts, "2026-10"}, {deal_field::Ends, "2030"}});
    example.chain().tranche("first", "deal",
                            {{tranche_field::Starts, "2026-10-31"}, {tranche_field::CapacityMw, "1000.001"}});
    example.chain().tranche("second", "deal", {{tranche_field::Ends, "2029"}, {tranche_field::ValueUsd, "5"}});
}

} // namespace

#define COMPARE_STRING(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

class TestCapacityTrial final : public QObject {
    Q_OBJECT

private slots:
    void datesComeLater_data()
    {
        QTest::addColumn<int>("date");
        QTest::addColumn<int>("months");
        QTest::addColumn<bool>("isEnd");
        QTest::addColumn<int>("later");
        QTest::newRow("a year by years") << 20260000 << 24 << false << 20280000;
        QTest::newRow("a year as a start") << 20260000 << 3 << false << 20260400;
        QTest::newRow("a year as an end") << 20260000 << 3 << true << 20270300;
        QTest::newRow("a month") << 20261000 << 6 << false << 20270400;
        QTest::newRow("to December") << 20261000 << 2 << false << 20261200;
        QTest::newRow("a day") << 20261015 << 12 << true << 20271015;
        QTest::newRow("the last day") << 20270131 << 1 << false << 20270228;
        QTest::newRow("a leap day") << 20240229 << 12 << false << 20250228;
        QTest::newRow("not at all") << 20270131 << 0 << false << 20270131;
    }
    void datesComeLater()
    {
        QFETCH(const int, date);
        QFETCH(const int, months);
        QFETCH(const bool, isEnd);
        QFETCH(const int, later);
        QCOMPARE(laterBy({date}, months, isEnd).packed, later);
    }

    void aSlipMovesTheDealAndItsPhases()
    {
        SupplyExample example;
        addPhases(example);
        const Snapshot before = example.snapshot();
        const Result<Snapshot> slipped = withSlips(before, {{example.dealId("deal"), 5}}, {});
        QVERIFY(slipped);
        COMPARE_STRING(fieldOf(slipped->chain, "deal", deal_field::Starts), "2027-03");
        COMPARE_STRING(fieldOf(slipped->chain, "deal", deal_field::Ends), "2031-05");
        COMPARE_STRING(phaseOf(slipped->chain, "first", tranche_field::Starts), "2027-03-31");
        COMPARE_STRING(phaseOf(slipped->chain, "first", tranche_field::Ends), "");
        COMPARE_STRING(phaseOf(slipped->chain, "second", tranche_field::Ends), "2030-05");
        COMPARE_STRING(fieldOf(before.chain, "deal", deal_field::Starts), "2026-10");
        QCOMPARE(slipped->rollups.calendar().lastYear(), 2031);
    }

    /// A deal that operates starts when it was announced, if it does not say.
    void aSlipMovesAStartThatIsImplied()
    {
        SupplyExample example;
        example.node("amd", "gpus");
        example.node("openai", "models");
        example.supply("deal", "amd", "openai", "100",
                       {{deal_field::Starts, ""},
                        {deal_field::Ends, ""},
                        {deal_field::Announced, "2025-06-15"},
                        {deal_field::Status, "operating"}});
        const Result<Snapshot> slipped = withSlips(example.snapshot(), {{example.dealId("deal"), 1}}, {});
        QVERIFY(slipped);
        COMPARE_STRING(fieldOf(slipped->chain, "deal", deal_field::Starts), "2025-07-15");
        COMPARE_STRING(fieldOf(slipped->chain, "deal", deal_field::Announced), "2025-06-15");
    }

    void aScaleTakesCapacityAlone()
    {
        SupplyExample example;
        addPhases(example);
        const Result<Snapshot> scaled =
            withSlips(example.snapshot(), {}, {{example.dealId("deal"), BasisPoints{5000}}});
        QVERIFY(scaled);
        COMPARE_STRING(fieldOf(scaled->chain, "deal", deal_field::CapacityMw), "3000.5");
        COMPARE_STRING(phaseOf(scaled->chain, "first", tranche_field::CapacityMw), "500"); // 500.0005 rounded down
        COMPARE_STRING(phaseOf(scaled->chain, "second", tranche_field::ValueUsd), "5");
        COMPARE_STRING(phaseOf(scaled->chain, "second", tranche_field::CapacityMw), "");
    }

    /// Else the programme would make good what its contract lacks.
    void whatAPartLacksItsWholeLacks()
    {
        SupplyExample example;
        example.node("oracle", "cloud");
        example.node("openai", "models");
        example.supply("programme", "oracle", "openai", "1000");
        example.supply("contract", "oracle", "openai", "400", {{deal_field::PartOf, "programme"}});
        const Result<Snapshot> scaled =
            withSlips(example.snapshot(), {}, {{example.dealId("contract"), BasisPoints{2500}}});
        QVERIFY(scaled);
        const DeliverableCapacity capacity = *DeliverableCapacity::compute(*scaled, k2030);
        COMPARE_STRING(toldOf(scaled->chain, capacity, example.nodeId("openai")), "cloud 700 of 700, binds\n");
    }

    /// The lens of a day knows a field by its claims.
    void whatIsKnownOnADayIsWhatSlips()
    {
        SupplyExample example;
        example.node("site", "cloud");
        example.node("openai", "models");
        example.supply("deal", "site", "openai", "800");
        example.chain().claim("deal", "capacity_mw", "2025", "500");
        example.chain().claim("deal", "capacity_mw", "2027", "800");
        example.chain().claim("deal", "starts", "2025", "2029");
        Lens lens;
        lens.knownAsOf = dayNumber(2026, 6, 1);
        const Snapshot before = example.snapshot(lens);
        const auto standing = [&](const Snapshot& snapshot, int year) {
            return DeliverableCapacity::compute(snapshot, {PeriodKind::Year, year, 0})
                ->contracted(example.dealId("deal"))
                .value;
        };
        QCOMPARE(standing(before, 2029), 500'000);
        const Result<Snapshot> tried =
            withSlips(before, {{example.dealId("deal"), 12}}, {{example.dealId("deal"), BasisPoints{5000}}});
        QVERIFY(tried);
        QCOMPARE(standing(*tried, 2029), 0);
        QCOMPARE(standing(*tried, 2030), 250'000);
    }

    void whatCannotBeTriedIsSaid_data()
    {
        QTest::addColumn<int>("months");
        QTest::addColumn<int>("part");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nothing to move") << 3 << -1
                                         << QByteArray("deal has no dates that could slip; give it a start or an end");
        QTest::newRow("nothing to scale")
            << -1 << 5000 << QByteArray("deal has no capacity that could be scaled; give");
    }
    void whatCannotBeTriedIsSaid()
    {
        QFETCH(const int, months);
        QFETCH(const int, part);
        QFETCH(const QByteArray, says);
        SupplyExample example;
        example.node("site", "cloud");
        example.node("openai", "models");
        example.supply("deal", "site", "openai", "", {{deal_field::Starts, ""}, {deal_field::Ends, ""}});
        std::vector<DealSlip> slips;
        std::vector<DealScale> scales;
        if (months >= 0)
            slips.push_back({example.dealId("deal"), months});
        if (part >= 0)
            scales.push_back({example.dealId("deal"), BasisPoints{part}});
        const Result<Snapshot> tried = withSlips(example.snapshot(), slips, scales);
        QVERIFY(!tried);
        QVERIFY2(QByteArray::fromStdString(tried.error().message()).startsWith(says), tried.error().message().c_str());
    }

    void whatLeadsOutOfTheCalendarIsRefused()
    {
        SupplyExample example;
        addPhases(example);
        const Result<Snapshot> tried = withSlips(example.snapshot(), {{example.dealId("deal"), 12 * 180}}, {});
        QVERIFY(!tried);
        QVERIFY2(tried.error().message().starts_with("deal cannot be changed so: "), tried.error().message().c_str());
    }
};

QTEST_APPLESS_MAIN(TestCapacityTrial)
#include "tst_capacity_trial.moc"
