// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/supply_example.h"

#include <QTest>

#include <string>

using namespace ochain;
using namespace ochain::testing;

namespace {

DeliverableCapacity computed(const Snapshot& snapshot, Period period = k2030)
{
    return *DeliverableCapacity::compute(snapshot, period);
}

/// OpenAI gets chips and cloud; the cloud stands on a site that is short of power.
void addSite(SupplyExample& example)
{
    example.node("openai", "models");
    example.node("grid", "power");
    example.node("amd", "gpus");
    example.node("site", "cloud");
    example.supply("grid-site", "grid", "site", "300");
    example.supply("site-openai", "site", "openai", "400");
    example.supply("amd-openai", "amd", "openai", "350");
}

} // namespace

#define COMPARE_TOLD(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

class TestDeliverable final : public QObject {
    Q_OBJECT

private slots:
    void whatASupplierCannotSupportIsNotDelivered()
    {
        SupplyExample example;
        addSite(example);
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        COMPARE_TOLD(toldOf(snapshot.chain, capacity, example.nodeId("openai")), "chips 350 of 350\n"
                                                                                 "cloud 300 of 400, binds\n");
        COMPARE_TOLD(toldOf(snapshot.chain, capacity, example.nodeId("site")), "power 300 of 300, binds\n");
        COMPARE_TOLD(chainOf(snapshot.chain, capacity, example.nodeId("openai")), "openai, site, grid");
        QCOMPARE(capacity.supportable(example.nodeId("openai")), std::optional(Kilowatts{300'000}));
        QCOMPARE(capacity.contracted(example.dealId("site-openai")), Kilowatts{400'000});
        QCOMPARE(capacity.delivered(example.dealId("site-openai")), Kilowatts{300'000});
        QCOMPARE(capacity.sweeps(), std::uint64_t{1});
    }

    void whatFallsShortFallsShortForAllInProportion()
    {
        SupplyExample example;
        addSite(example);
        example.node("other", "models");
        example.supply("site-other", "site", "other", "200");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        QCOMPARE(capacity.delivered(example.dealId("site-openai")), Kilowatts{200'000});
        QCOMPARE(capacity.delivered(example.dealId("site-other")), Kilowatts{100'000});
    }

    void aNodeThatNobodySuppliesIsUnconstrained()
    {
        SupplyExample example;
        addSite(example);
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        QCOMPARE(capacity.supportable(example.nodeId("grid")), std::nullopt);
        QVERIFY(capacity.layersOf(example.nodeId("grid")).empty());
        COMPARE_TOLD(chainOf(snapshot.chain, capacity, example.nodeId("grid")), "grid");
        QCOMPARE(capacity.upstreamOf(example.nodeId("grid")).size(), std::size_t{1});
        QCOMPARE(capacity.upstreamOf(example.nodeId("openai")).size(), std::size_t{4});
    }

    void whereNothingFallsShortTheGreatestSupplierEndsTheChain()
    {
        SupplyExample example;
        addSite(example);
        example.node("rival", "gpus");
        example.chain().set(Table::Deals, "amd-openai", deal_field::CapacityMw, "100");
        example.supply("rival-openai", "rival", "openai", "150");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        COMPARE_TOLD(toldOf(snapshot.chain, capacity, example.nodeId("openai")), "chips 250 of 250, binds\n"
                                                                                 "cloud 300 of 400\n");
        COMPARE_TOLD(chainOf(snapshot.chain, capacity, example.nodeId("openai")), "openai, rival");
    }

    /// As in the measure `binding`: what powers a site binds that site, and not the company around it.
    void whatReachesASiteBindsTheSiteAlone()
    {
        SupplyExample example;
        addSite(example);
        example.node("campus", "models", "openai", "site");
        example.supply("grid-campus", "grid", "campus", "5");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        QCOMPARE(capacity.supportable(example.nodeId("openai")), std::optional(Kilowatts{300'000}));
        COMPARE_TOLD(toldOf(snapshot.chain, capacity, example.nodeId("campus")), "power 5 of 5, binds\n");
    }

    void whatLiesInANodeCountsWithIt()
    {
        SupplyExample example;
        addSite(example);
        example.node("openai-labs", "models", "openai");
        example.supply("amd-labs", "amd", "openai-labs", "10");
        const Snapshot snapshot = example.snapshot();
        COMPARE_TOLD(toldOf(snapshot.chain, computed(snapshot), example.nodeId("openai")), "chips 360 of 360\n"
                                                                                           "cloud 300 of 400, binds\n");
    }

    void whatIsMissingIsTold()
    {
        SupplyExample example;
        addSite(example);
        example.supply("site-later", "site", "openai", "50", {{deal_field::Starts, ""}, {deal_field::Ends, ""}});
        example.supply("grid-openai", "grid", "openai", "");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        COMPARE_TOLD(toldOf(snapshot.chain, capacity, example.nodeId("openai")),
                     "chips 350 of 350\n"
                     "cloud 300 of 400, binds\n"
                     "power without dates 0, undisclosed 1\n"
                     "cloud without dates 50, undisclosed 0\n");
        COMPARE_TOLD(toldOf(snapshot.chain, computed(snapshot, kTotal), example.nodeId("openai")),
                     "chips 350 of 350\n"
                     "cloud 300 of 450, binds\n"
                     "power without dates 0, undisclosed 1\n");
    }

    void undisclosedEverywhereConstrainsNothing()
    {
        SupplyExample example;
        example.node("openai", "models");
        example.node("site", "cloud");
        example.supply("site-openai", "site", "openai", "");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        QCOMPARE(capacity.supportable(example.nodeId("openai")), std::nullopt);
        COMPARE_TOLD(toldOf(snapshot.chain, capacity, example.nodeId("openai")),
                     "cloud without dates 0, undisclosed 1\n");
        COMPARE_TOLD(chainOf(snapshot.chain, capacity, example.nodeId("openai")), "openai");
    }

    void outsideTheCalendarNothingStands()
    {
        SupplyExample example;
        addSite(example);
        const Snapshot snapshot = example.snapshot();
        QCOMPARE(computed(snapshot, {PeriodKind::Year, 2050, 0}).supportable(example.nodeId("openai")), std::nullopt);
    }

    void oneNodeWithoutDeals()
    {
        SupplyExample example;
        example.node("openai", "models");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        QCOMPARE(capacity.supportable(example.nodeId("openai")), std::nullopt);
        COMPARE_TOLD(chainOf(snapshot.chain, capacity, example.nodeId("openai")), "openai");
    }

    /// Two clouds that lend each other all they have: nothing says that they could not.
    void aClosedRingStands()
    {
        SupplyExample example;
        example.node("here", "cloud");
        example.node("there", "cloud");
        example.supply("go", "here", "there", "100");
        example.supply("come", "there", "here", "100");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        QCOMPARE(capacity.supportable(example.nodeId("here")), std::optional(Kilowatts{100'000}));
        COMPARE_TOLD(chainOf(snapshot.chain, capacity, example.nodeId("here")), "here, there");
        QCOMPARE(capacity.residual(), 0.0);
    }

    /// The same, but one also gives away what nobody brings in: each time round there is less of it.
    void aRingThatLeaksRunsDry()
    {
        SupplyExample example;
        example.node("here", "cloud");
        example.node("there", "cloud");
        example.node("openai", "models");
        example.supply("go", "here", "there", "100");
        example.supply("come", "there", "here", "100");
        example.supply("out", "here", "openai", "50");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        QCOMPARE(capacity.supportable(example.nodeId("openai")), std::optional(Kilowatts{0}));
        COMPARE_TOLD(chainOf(snapshot.chain, capacity, example.nodeId("openai")), "openai, here, there");
        QVERIFY(capacity.sweeps() > 10);
        QVERIFY(capacity.residual() < DeliverableCapacity::kSettledKilowatts);
    }

    /// here = 60 from the grid's neighbour + what comes back; 60 + x·100/150 = x gives 180 > 160: it stands; with less
    /// from outside it settles where 30 + x·100/150 = x, at 90.
    void aRingSettlesAtItsGreatestFixedPoint()
    {
        SupplyExample example;
        example.node("here", "cloud");
        example.node("there", "cloud");
        example.node("well", "cloud");
        example.node("openai", "models");
        example.supply("in", "well", "here", "30");
        example.supply("go", "here", "there", "100");
        example.supply("come", "there", "here", "100");
        example.supply("out", "here", "openai", "50");
        const Snapshot snapshot = example.snapshot();
        const DeliverableCapacity capacity = computed(snapshot);
        QCOMPARE(capacity.supportable(example.nodeId("here")), std::optional(Kilowatts{90'000}));
        QCOMPARE(capacity.delivered(example.dealId("out")), Kilowatts{30'000});
        QCOMPARE(capacity.delivered(example.dealId("go")), Kilowatts{60'000});
    }

    void whatIsCancelledGivesNothing()
    {
        SupplyExample example;
        addSite(example);
        const Snapshot snapshot = example.snapshot();
        QVERIFY(DeliverableCapacity::compute(snapshot, k2030, [](double) { return true; }));
        QVERIFY(!DeliverableCapacity::compute(snapshot, k2030, [](double) { return false; }));
        QVERIFY(!DeliverableCapacity::compute(snapshot, k2030, [](double share) { return share < 0.5; }));
    }
};

QTEST_APPLESS_MAIN(TestDeliverable)
#include "tst_deliverable.moc"
