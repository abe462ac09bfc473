// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/test_chain.h"
#include "networks/importance.h"

#include <QTest>

#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace ochain;

namespace {

constexpr Period k2026{PeriodKind::Year, 2026, 0};

/// Firms that trade all of what they trade in 2026.
class TradeExample {
public:
    void firm(const std::string& key, const std::string& tier, const std::string& parent = {})
    {
        m_chain.node(key, tier, parent);
    }
    /// @param usd  empty: undisclosed
    void sale(const std::string& supplier, const std::string& customer, const std::string& usd,
              const std::string& kind = "licence")
    {
        m_chain.deal(fmt::format("{}-{}-{}", supplier, customer, kind), supplier, customer, kind,
                     {{deal_field::Starts, "2026"}, {deal_field::Ends, "2026"}, {deal_field::ValueUsd, usd}});
    }
    [[nodiscard]] test::TestChain& chain() noexcept { return m_chain; }
    [[nodiscard]] NodeId id(const std::string& key) const { return m_chain.nodeId(key); }

    /// "b 100 25% 0%": who falls with a node, what each loses in dollars, by suppliers and by customers.
    [[nodiscard]] std::string fallenWith(const std::string& key, Period period = k2026)
    {
        std::string told;
        look(id(key), period, [&](Importance& importance) {
            for (const FallenFirm& firm : importance.fallenWith(id(key)))
                told += fmt::format("{} {} {} {}\n", keyOf(firm.node), dollars(firm.lost), firm.bySuppliers.value,
                                    firm.byCustomers.value);
        });
        return told;
    }
    /// "impact exposure unresolved".
    [[nodiscard]] std::string costOf(const std::string& key, Period period = k2026)
    {
        std::string told;
        look(id(key), period, [&](Importance& importance) { told = costText(importance.costOf(id(key))); });
        return told;
    }
    [[nodiscard]] std::string ranking(Period period = k2026)
    {
        std::string told;
        look({}, period, [&](Importance& importance) {
            const std::optional<std::vector<FailureCost>> ranking = importance.ranking();
            for (const FailureCost& cost : *ranking)
                told += fmt::format("{} {}\n", keyOf(cost.node), costText(cost));
        });
        return told;
    }
    template <class F>
    void look(NodeId lookedAt, Period period, F&& f)
    {
        Snapshot snapshot{m_chain.chain, {}};
        snapshot.rollups.compute(snapshot.chain, {});
        const NetworkScope scope{period, {}, lookedAt};
        const MoneyNetwork network = *moneyNetworkOf(snapshot, scope);
        Importance importance(snapshot, scope, network);
        f(importance);
    }

private:
    static std::int64_t dollars(Cents cents) { return cents.value / 100; }
    static std::string costText(const FailureCost& cost)
    {
        return fmt::format("{} {} {}", dollars(cost.impact), dollars(cost.exposure), cost.unresolved);
    }
    [[nodiscard]] std::string keyOf(NodeId node) const
    {
        return std::string(m_chain.chain.key({Table::Nodes, node.value}));
    }

    test::TestChain m_chain;
};

} // namespace

#define COMPARE_TOLD(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

/// What it costs if somebody fails.
class TestImportance final : public QObject {
    Q_OBJECT

private slots:
    /// A chip maker sells to a cloud, which sells to a model maker; each is the only one of its kind.
    void whatALayerSuppliesIsEssential()
    {
        TradeExample example;
        addLine(example);
        COMPARE_TOLD(example.fallenWith("maker"), "cloud 200 10000 0\nmaker 100 10000 10000\nmodel 60 10000 0\n");
        COMPARE_TOLD(example.costOf("maker"), "360 0 0");
    }

    void theLessIsSoldTheLessSuppliersSell()
    {
        TradeExample example;
        addLine(example);
        COMPARE_TOLD(example.fallenWith("model"), "cloud 200 0 10000\nmaker 100 0 10000\nmodel 60 10000 10000\n");
    }

    /// Half of the market is another's, who can stand in for a part.
    void othersOfItsLayerStandIn()
    {
        TradeExample example;
        addLine(example);
        example.firm("rival", "gpus");
        example.sale("rival", "cloud", "100");
        // maker is half of what cloud buys of chips, and the rest of the market is as large: σ = 1
        COMPARE_TOLD(example.fallenWith("maker"), "maker 100 10000 10000\ncloud 100 5000 0\nmodel 30 5000 0\n");
        example.sale("rival", "model", "300", "offtake");
        // now what remains of the market is four times what the maker sold: σ = 1/4
        COMPARE_TOLD(example.fallenWith("maker"), "maker 100 10000 10000\ncloud 25 1250 0\nmodel 7 1250 0\n");
    }

    void otherGoodsAreReplacedInPart()
    {
        TradeExample example;
        addLine(example);
        example.firm("paper", "capital");
        example.sale("paper", "cloud", "300");
        COMPARE_TOLD(example.fallenWith("paper"), "paper 300 10000 10000\ncloud 150 7500 0\nmodel 45 7500 0\n");
    }

    void whatAMetricSaysIsOutsideDoesNotFall()
    {
        TradeExample example;
        addLine(example);
        example.chain().add(Table::Metrics, "maker-2026",
                            {{metric_field::Series, "maker_revenue"},
                             {metric_field::Node, "maker"},
                             {metric_field::Unit, "USD"},
                             {metric_field::AsOf, "2026-12-31"},
                             {metric_field::Value, "400"},
                             {metric_field::Basis, "reported"}});
        COMPARE_TOLD(example.fallenWith("cloud"), "cloud 200 10000 10000\nmaker 100 0 2500\nmodel 60 10000 0\n");
        example.look({}, k2026, [](Importance& importance) { QCOMPARE(importance.wholesKnown(), 1U); });
    }

    /// Three numbers: what is known to fall, what deals without an amount could take along, and how many they are.
    void whatIsNotDisclosedIsToldByItself()
    {
        TradeExample example;
        addLine(example);
        example.firm("secret", "cloud");
        example.firm("quiet", "models");
        example.sale("secret", "model", "");
        example.sale("secret", "quiet", "");
        example.sale("model", "secret", "", "hardware");
        COMPARE_TOLD(example.costOf("secret"), "0 60 3");
        // model does not know any more what part of the clouds it has of this one: by all that it buys, it is all
        COMPARE_TOLD(example.costOf("cloud"), "360 0 0");
    }

    /// Of a layer that hides what it costs, nobody's part is known: the least that it can be counts.
    void aPartOfWhatIsHiddenIsNoPart()
    {
        TradeExample example;
        addLine(example);
        example.firm("paper", "capital");
        example.sale("paper", "cloud", "300");
        COMPARE_TOLD(example.costOf("maker"), "360 0 0");
        example.firm("secret", "gpus");
        example.sale("secret", "cloud", "");
        COMPARE_TOLD(example.fallenWith("maker"), "maker 100 10000 10000\ncloud 50 2500 0\nmodel 15 2500 0\n");
    }

    void theGreatestComeFirst()
    {
        TradeExample example;
        addLine(example);
        example.firm("secret", "cloud");
        example.sale("secret", "maker", "");
        COMPARE_TOLD(example.ranking(), "maker 360 0 1\ncloud 360 0 0\nmodel 360 0 0\nusers 360 0 0\nsecret 0 100 1\n");
    }

    /// With all that lies in it; what it does with itself is nothing that others lose.
    void aNodeFailsWithAllThatLiesInIt()
    {
        TradeExample example;
        addLine(example);
        example.firm("cloud-east", "cloud", "cloud");
        example.firm("other", "models");
        example.sale("cloud-east", "other", "50");
        COMPARE_TOLD(example.fallenWith("cloud"), "cloud 250 10000 10000\nmaker 100 0 10000\nmodel 60 10000 0\n");
        COMPARE_TOLD(example.fallenWith("cloud-east"), "cloud-east 50 10000 10000\n");
    }

    void aClosedRingFallsWhole()
    {
        TradeExample example;
        example.firm("here", "models");
        example.firm("there", "models");
        example.firm("far", "models");
        example.sale("here", "there", "10");
        example.sale("there", "far", "10");
        example.sale("far", "here", "10");
        COMPARE_TOLD(example.costOf("here"), "30 0 0");
    }

    void undisclosedEverywhereIsUnresolved()
    {
        TradeExample example;
        example.firm("here", "cloud");
        example.firm("there", "models");
        example.sale("here", "there", "");
        COMPARE_TOLD(example.ranking(), "here 0 0 1\nthere 0 0 1\n");
        example.look({}, k2026,
                     [&](Importance& importance) { QVERIFY(importance.costOf(example.id("here")).share.isAbsent()); });
    }

    void noDealsCostNothing()
    {
        TradeExample example;
        COMPARE_TOLD(example.ranking(), "");
        example.firm("alone", "models");
        COMPARE_TOLD(example.ranking(), "");
        COMPARE_TOLD(example.costOf("alone"), "0 0 0");
        COMPARE_TOLD(example.fallenWith("alone"), "");
    }

    void outsideTheCalendarNothingIsSold()
    {
        TradeExample example;
        addLine(example);
        COMPARE_TOLD(example.costOf("maker", {PeriodKind::Year, 2050, 0}), "0 0 0");
        COMPARE_TOLD(example.costOf("maker", kTotal), "360 0 0");
    }

    /// So many that they are failed on two threads: each costs what it costs by itself.
    void manyAreRankedAsOneByOne()
    {
        constexpr int kFirms = 90;
        TradeExample example;
        for (int i = 0; i < kFirms; ++i)
            example.firm(fmt::format("firm{}", i), i % 3 == 0 ? "gpus" : i % 3 == 1 ? "cloud" : "models");
        for (int i = 0; i < kFirms; ++i)
            for (const int step : {1, 7, 31})
                example.sale(fmt::format("firm{}", i), fmt::format("firm{}", (i * step + step) % kFirms),
                             i % 11 == 0 ? "" : std::to_string(10 + i * step % 97),
                             step == 1   ? "licence"
                             : step == 7 ? "hardware"
                                         : "lease");
        example.look({}, k2026, [](Importance& importance) {
            const std::vector<FailureCost> ranking = *importance.ranking();
            QCOMPARE(ranking.size(), std::size_t{kFirms});
            for (const FailureCost& cost : ranking) {
                const FailureCost alone = importance.costOf(cost.node);
                QVERIFY(cost.impact == alone.impact && cost.exposure == alone.exposure &&
                        cost.unresolved == alone.unresolved && cost.iterations == alone.iterations);
            }
            QVERIFY(ranking.front().impact > ranking.back().impact);
            QVERIFY(!importance.ranking([](double share) { return share < 0.5; }));
        });
    }

    void whatIsCancelledGivesNothing()
    {
        TradeExample example;
        addLine(example);
        example.look({}, k2026, [](Importance& importance) {
            QVERIFY(importance.ranking([](double) { return true; }));
            QVERIFY(!importance.ranking([](double) { return false; }));
        });
    }

private:
    static void addLine(TradeExample& example)
    {
        example.firm("maker", "gpus");
        example.firm("cloud", "cloud");
        example.firm("model", "models");
        example.firm("users", "capital");
        example.sale("maker", "cloud", "100");
        example.sale("cloud", "model", "200");
        example.sale("model", "users", "60");
    }
};

QTEST_APPLESS_MAIN(TestImportance)
#include "tst_importance.moc"
