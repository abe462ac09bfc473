// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/random_cells.h"
#include "effort.h"
#include "networks/capacity_trial.h"
#include "networks/deliverable.h"

#include <QTest>

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr int kUsualSeeds = 20;
constexpr int kEdits = 160;
constexpr int kLenses = 4; ///< a seed

/// The rules of data/README.md, section 8, written a second time: every node is looked at in every round, and every
/// deal for every node.
class DenseDeliverable {
    static constexpr double kEverything = 1e18, kStill = 1e-6; ///< kW

public:
    DenseDeliverable(const Snapshot& snapshot, Period period) : m_chain(snapshot.chain)
    {
        m_chain.deals().forEach([&](DealId id, const Deal& deal) {
            const double kilowatts = static_cast<double>(snapshot.rollups.dealCapacity(m_chain, id, period).value);
            if (kilowatts > 0)
                m_deals.push_back({id, deal.supplier, deal.customer, m_chain.layerOf(deal.supplier), kilowatts});
        });
        m_supportable.resize(m_chain.slotCount(Table::Nodes));
        for (bool moved = true; moved;) {
            moved = false;
            std::vector<std::optional<double>> next(m_supportable.size());
            m_chain.nodes().forEach([&](NodeId node, const Node&) {
                next[node.value] = least(node);
                const double fall = m_supportable[node.value].value_or(kEverything) - next[node.value].value_or(0);
                moved = moved || (next[node.value] && fall > kStill);
            });
            m_supportable = next;
        }
    }

    [[nodiscard]] std::optional<double> supportable(NodeId node) const { return m_supportable[node.value]; }

private:
    struct SuppliedDeal {
        DealId id;
        NodeId supplier, customer;
        LayerNumber layer;
        double kilowatts;
    };

    [[nodiscard]] bool isInside(NodeId node, NodeId outer) const { return isAtOrIn(m_chain.nodes(), node, outer); }
    [[nodiscard]] bool reachesSite(NodeId customer, NodeId outer) const
    {
        for (NodeId at = customer; at != outer; at = m_chain.nodes()[at].parent)
            if (m_chain.text(m_chain.nodes()[at].kind) == "site")
                return true;
        return false;
    }
    [[nodiscard]] double delivered(const SuppliedDeal& deal) const
    {
        const std::optional<double> has = m_supportable[deal.supplier.value];
        double given = 0;
        for (const SuppliedDeal& other : m_deals)
            if (isInside(other.supplier, deal.supplier) && !isInside(other.customer, deal.supplier))
                given += other.kilowatts;
        // A deal to somebody inside its supplier is none that goes out; it binds nobody but those inside.
        return has && *has < given ? deal.kilowatts * *has / given : deal.kilowatts;
    }
    [[nodiscard]] std::optional<double> least(NodeId node) const
    {
        std::map<LayerNumber, double> layers;
        for (const SuppliedDeal& deal : m_deals)
            if (deal.layer.isSet() && isInside(deal.customer, node) && !isInside(deal.supplier, node) &&
                !reachesSite(deal.customer, node))
                layers[deal.layer] += delivered(deal);
        std::optional<double> least;
        for (const auto& [layer, kilowatts] : layers)
            least = std::min(least.value_or(kilowatts), kilowatts);
        return least;
    }

    const Chain& m_chain;
    std::vector<SuppliedDeal> m_deals;
    std::vector<std::optional<double>> m_supportable;
};

/// What was met, or the chains drawn would prove little.
struct SupplyMet {
    int nodes = 0, shortNodes = 0, rings = 0, compared = 0, fell = 0;
};

/// Makes many nodes suppliers of one another, which random edits seldom do; what is refused is none.
void addSupply(RandomEdits& random, Chain& chain)
{
    constexpr int kDeals = 60;
    constexpr std::size_t kForward = 8; ///< one in so many may go back
    std::string lease;
    chain.kinds().forEach([&](KindId id, const DealKind& kind) {
        if (kind.dealClass == DealClass::Trade && kind.profile == Profile::Term)
            lease = chain.key({Table::DealKinds, id.value});
    });
    const std::vector<std::uint32_t> nodes = chain.inOrder(Table::Nodes);
    const auto keyAt = [&](std::size_t place) { return std::string(chain.key({Table::Nodes, nodes[place]})); };
    for (int i = 0; i < kDeals; ++i) {
        EditBuilder builder(chain);
        std::size_t from = random.below(nodes.size()), to = random.below(nodes.size());
        if (from > to && random.below(kForward) != 0)
            std::swap(from, to);
        const std::string key = "supply-" + std::to_string(i);
        std::optional<Problem> problem = builder.add(Table::Deals, key);
        for (const auto& [field, text] :
             {std::pair(deal_field::Supplier, keyAt(from)), std::pair(deal_field::Customer, keyAt(to)),
              std::pair(deal_field::Kind, lease), std::pair(deal_field::Status, std::string("operating")),
              std::pair(deal_field::Basis, std::string("reported")), std::pair(deal_field::Starts, std::string("2020")),
              std::pair(deal_field::CapacityMw, std::to_string(1 + random.below(900)))})
            if (!problem)
                problem = builder.set(Table::Deals, key, field, text);
        Edit edit = std::move(builder).build("test", "");
        if (!problem)
            (void)chain.apply(edit);
    }
}

/// Snapshots of a random chain under random lenses.
class DrawnSupply {
public:
    explicit DrawnSupply(int seed) : m_random(static_cast<std::uint64_t>(seed)), m_chain(randomChain(m_random, kEdits))
    {
        addSupply(m_random, m_chain);
    }
    void draw()
    {
        snapshot = Snapshot{m_chain, {}};
        lens = m_random.lens();
        snapshot.rollups.compute(snapshot.chain, lens);
        const Calendar& calendar = snapshot.rollups.calendar();
        period = kTotal;
        if (!calendar.isEmpty() && m_random.below(5) != 0)
            period = {
                PeriodKind::Year,
                calendar.firstYear() + static_cast<int>(m_random.below(static_cast<std::size_t>(calendar.years()))), 0};
    }
    [[nodiscard]] std::string told() const { return ochain::describe(lens) + " " + formatPeriod(period) + ": "; }
    [[nodiscard]] std::size_t below(std::size_t count) { return m_random.below(count); }

    Snapshot snapshot;
    Lens lens;
    Period period;

private:
    RandomEdits m_random;
    Chain m_chain;
};

std::string keyOf(const Chain& chain, NodeId node)
{
    return std::string(chain.key({Table::Nodes, node.value}));
}

} // namespace

/// What can be delivered, on chains that random edits made.
class TestDeliverableAgrees final : public QObject {
    Q_OBJECT

private slots:
    void aSecondWritingOfTheRulesAgrees_data() { addSeeds(); }
    void aSecondWritingOfTheRulesAgrees()
    {
        eachView([this](DrawnSupply& drawn, const DeliverableCapacity& capacity) -> std::string {
            const DenseDeliverable expected(drawn.snapshot, drawn.period);
            m_met.rings += capacity.sweeps() > 1 ? 1 : 0;
            std::string mistake;
            drawn.snapshot.chain.nodes().forEach([&](NodeId node, const Node&) {
                const std::optional<double> dense = expected.supportable(node);
                const std::optional<Kilowatts> told = capacity.supportable(node);
                const bool agrees = dense.has_value() == told.has_value() &&
                                    (!dense || std::abs(*dense - static_cast<double>(told->value)) <= 1);
                m_met.nodes += told ? 1 : 0;
                if (!agrees)
                    mistake = fmt::format("{} supports {}, not {}", keyOf(drawn.snapshot.chain, node),
                                          told ? told->value : -1, dense.value_or(-1));
            });
            return mistake;
        });
    }

    void nothingDeliversMoreThanIsContracted_data() { addSeeds(); }
    void nothingDeliversMoreThanIsContracted()
    {
        eachView([this](DrawnSupply& drawn, const DeliverableCapacity& capacity) -> std::string {
            std::string mistake;
            drawn.snapshot.chain.nodes().forEach([&](NodeId node, const Node&) {
                int binding = 0;
                for (const DeliverableLayer& line : capacity.layersOf(node)) {
                    binding += line.binds ? 1 : 0;
                    m_met.shortNodes += line.delivered < line.contracted ? 1 : 0;
                    if (line.delivered > line.contracted || line.supportable > line.delivered ||
                        line.delivered.value < 0 || (line.binds && line.supportable != line.delivered) ||
                        capacity.supportable(node) != std::optional(line.supportable))
                        mistake = keyOf(drawn.snapshot.chain, node);
                }
                if (binding != (capacity.layersOf(node).empty() ? 0 : 1))
                    mistake = keyOf(drawn.snapshot.chain, node) + " is bound by more than one layer";
            });
            return mistake;
        });
    }

    /// What is contracted binds as the rollups say; only what suppliers cannot support comes on top.
    void whatIsContractedBindsAsInTheRollups_data() { addSeeds(); }
    void whatIsContractedBindsAsInTheRollups()
    {
        eachView([](DrawnSupply& drawn, const DeliverableCapacity& capacity) -> std::string {
            std::string mistake;
            if (drawn.period == kTotal)
                return mistake; // nothing binds in all time together
            drawn.snapshot.chain.nodes().forEach([&](NodeId node, const Node&) {
                std::optional<DeliverableLayer> least;
                for (const DeliverableLayer& line : capacity.layersOf(node))
                    if (!least || line.contracted < least->contracted)
                        least = line;
                const std::optional<BindingFigure> binding =
                    drawn.snapshot.rollups.binding(Group::of(node), drawn.period);
                if (binding.has_value() != least.has_value() ||
                    (least && (least->layer != binding->layer || least->contracted.value != binding->figure.value)))
                    mistake = keyOf(drawn.snapshot.chain, node);
            });
            return mistake;
        });
    }

    /// Less of what nothing limits is less for everybody; in proportion, nobody gets more by it. Deals that lie in one
    /// another are left out: what is taken from one is no longer taken from another.
    void lessSupplyDeliversNoMore_data() { addSeeds(); }
    void lessSupplyDeliversNoMore()
    {
        eachView([this](DrawnSupply& drawn, const DeliverableCapacity& capacity) -> std::string {
            const Chain& chain = drawn.snapshot.chain;
            std::string mistake;
            chain.deals().forEach([&](DealId id, const Deal& deal) {
                bool isFree = capacity.contracted(id).value > 1000 && !deal.partOf.isSet() && deal.firstPart == kNoRow;
                forEachUpward(chain.nodes(), deal.supplier,
                              [&](NodeId node) { isFree = isFree && !capacity.supportable(node); });
                if (!isFree || drawn.below(3) != 0)
                    return;
                const Result<Snapshot> less = withSlips(drawn.snapshot, {}, {{id, BasisPoints{5000}}});
                if (!less)
                    return; // rules of the random chain that halves of it break
                const DeliverableCapacity after = *DeliverableCapacity::compute(*less, drawn.period);
                ++m_met.compared;
                chain.nodes().forEach([&](NodeId node, const Node&) {
                    const auto most = capacity.supportable(node), now = after.supportable(node);
                    m_met.fell += most && now && *now < *most ? 1 : 0;
                    if (most && (!now || now->value > most->value + 1))
                        mistake = keyOf(chain, node);
                });
            });
            return mistake;
        });
    }

    void muchWasMet()
    {
        QVERIFY(m_met.nodes > testing::tries(100, 100));
        QVERIFY(m_met.shortNodes > testing::tries(20, 20));
        QVERIFY(m_met.rings > testing::tries(3, 3));
        QVERIFY(m_met.compared > testing::tries(20, 20));
        QVERIFY(m_met.fell > testing::tries(20, 20));
    }

private:
    static void addSeeds()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= testing::tries(kUsualSeeds, 200); ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    template <class F>
    void eachView(F&& mistakeIn)
    {
        QFETCH(const int, seed);
        DrawnSupply drawn(seed);
        for (int i = 0; i < kLenses; ++i) {
            drawn.draw();
            const std::string mistake = mistakeIn(drawn, *DeliverableCapacity::compute(drawn.snapshot, drawn.period));
            QVERIFY2(mistake.empty(), (drawn.told() + mistake).c_str());
        }
    }

    SupplyMet m_met;
};

QTEST_APPLESS_MAIN(TestDeliverableAgrees)
#include "tst_deliverable_agrees.moc"
