// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/chain_loader.h"
#include "chain/limits.h"
#include "rollups/rollups.h"

#include <QTest>

#include <map>
#include <random>

#include <fmt/format.h>

using namespace ochain;

class TestRollupBuilder : public QObject {
    Q_OBJECT

private slots:
    void aTreeOfNodesAsDeepAsMayBeIsNoTrouble()
    {
        constexpr std::int64_t kDepth = kMaxDepth + 1;
        ChainLoader loader;
        Tier tier;
        tier.head.rowid = 1;
        loader.addTier(tier, "t", 0);
        for (std::int64_t n = 1; n <= kDepth + 1; ++n) {
            Node node;
            node.head.rowid = n;
            loader.addNode(node, fmt::format("n{}", n), 1, n == 1 || n > kDepth ? 0 : n - 1);
        }
        DealKind kind;
        kind.head.rowid = 1;
        kind.isAboutMoney = true;
        loader.addKind(kind, "licence");
        Status status;
        status.head.rowid = 1;
        status.weight = kWhole;
        loader.addStatus(status, "signed");
        Deal deal;
        deal.head.rowid = 1;
        deal.value = Cents{100};
        loader.addDeal(deal, "outward", {kDepth, kDepth + 1, 1, 1, 0, 0});
        deal.head.rowid = 2;
        loader.addDeal(deal, "inward", {kDepth, kDepth / 2, 1, 1, 0, 0});
        Chain chain;
        QVERIFY(std::move(loader).finish(chain).empty());
        Rollups rollups;
        QVERIFY(rollups.compute(chain, {}));
        const auto figure = [&](std::int64_t n, Measure measure) {
            return rollups.figure(Group::of(chain.find<NodeId>(fmt::format("n{}", n))), measure, kNoLayer, kTotal)
                .value;
        };
        QCOMPARE(figure(kDepth, Measure::Revenue), 200);
        QCOMPARE(figure(kDepth / 2 + 1, Measure::Revenue), 200);
        QCOMPARE(figure(kDepth / 2, Measure::Revenue), 100);
        QCOMPARE(figure(1, Measure::Revenue), 100);
        QCOMPARE(figure(1, Measure::InternalTrade), 100);
        QCOMPARE(figure(1, Measure::Deals), 1);
    }

    void aLargeChainOnTwoThreadsAddsUpToItsDeals()
    {
        constexpr std::int64_t kNodes = 2000;
        constexpr std::int64_t kDeals = 25'000; // above the number from which two threads share the work
        std::mt19937_64 random(3);
        const auto below = [&random](std::int64_t n) {
            return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n));
        };
        ChainLoader loader;
        for (std::int64_t t = 1; t <= 6; ++t) {
            Tier tier;
            tier.head.rowid = t;
            tier.isLayer = t <= 2;
            loader.addTier(tier, fmt::format("t{}", t), t > 3 ? t - 3 : 0);
        }
        for (std::int64_t n = 1; n <= kNodes; ++n) {
            Node node;
            node.head.rowid = n;
            loader.addNode(node, fmt::format("n{}", n), 1 + below(6), n > 40 ? 1 + below(n - 1) : 0);
        }
        for (std::int64_t k = 1; k <= 3; ++k) {
            DealKind kind;
            kind.head.rowid = k;
            kind.profile = static_cast<Profile>(k - 1);
            kind.isAboutMoney = true;
            loader.addKind(kind, fmt::format("k{}", k));
        }
        Status status;
        status.head.rowid = 1;
        loader.addStatus(status, "signed");
        for (std::int64_t d = 1; d <= kDeals; ++d) {
            Deal deal;
            deal.head.rowid = d;
            deal.value = below(10) == 0 ? Cents{} : Cents{below(1'000'000'000)};
            deal.capacity = below(10) == 0 ? Kilowatts{} : Kilowatts{below(1'000'000)};
            deal.starts = dateOf(dayNumber(2020, 1, 1) + static_cast<Day>(below(3000)));
            deal.ends = dateOf(firstDay(deal.starts) + static_cast<Day>(below(2000)));
            const std::int64_t supplier = 1 + below(kNodes);
            loader.addDeal(deal, fmt::format("d{}", d),
                           {supplier, 1 + (supplier + below(kNodes - 1)) % kNodes, 1 + below(3), 1, 0, 0});
        }
        Chain chain;
        QVERIFY(std::move(loader).finish(chain).empty());
        Rollups rollups;
        QVERIFY(rollups.compute(chain, {}));

        // the same from the other end: the figures of single deals, added up by walking from node to node
        const Period period{PeriodKind::Quarter, 2024, 2};
        std::map<Group, std::int64_t> revenue, spend, inside, standing;
        chain.deals().forEach([&](DealId id, const Deal& deal) {
            const auto isIn = [&chain](NodeId node, Group group) {
                if (group.kind == Group::Kind::Tier) {
                    for (TierId t = chain.nodes()[node].tier; t.isSet(); t = chain.tiers()[t].parent)
                        if (t.value == group.row)
                            return true;
                    return false;
                }
                for (; node.isSet(); node = chain.nodes()[node].parent)
                    if (node.value == group.row)
                        return true;
                return false;
            };
            std::vector<Group> groups;
            chain.tiers().forEach([&groups](TierId t, const Tier&) { groups.push_back(Group::of(t)); });
            for (std::uint32_t n = 0; n < kNodes; n += 97)
                groups.push_back(Group::of(NodeId{n}));
            const std::int64_t money = rollups.dealMoney(chain, id, period).value;
            const std::int64_t capacity = rollups.dealCapacity(chain, id, period).value;
            for (const Group group : groups) {
                const bool isOut = isIn(deal.supplier, group);
                const bool isInto = isIn(deal.customer, group);
                (isOut && isInto ? inside
                 : isOut         ? revenue
                 : isInto        ? spend
                                 : inside)[group] += isOut || isInto ? money : 0;
                if (isInto && !isOut && chain.layerOf(deal.supplier) == LayerNumber{0})
                    standing[group] += capacity;
            }
        });
        for (const auto& [group, value] : inside) {
            QCOMPARE(rollups.figure(group, Measure::InternalTrade, kNoLayer, period).value, value);
            QCOMPARE(rollups.figure(group, Measure::Revenue, kNoLayer, period).value, revenue[group]);
            QCOMPARE(rollups.figure(group, Measure::Spend, kNoLayer, period).value, spend[group]);
            QCOMPARE(rollups.figure(group, Measure::CapacityIn, LayerNumber{0}, period).value, standing[group]);
        }
    }
};

QTEST_APPLESS_MAIN(TestRollupBuilder)
#include "tst_rollup_builder.moc"
