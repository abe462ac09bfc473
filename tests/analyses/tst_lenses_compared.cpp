// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/comparison.h"
#include "analyses/random_cells.h"
#include "effort.h"

#include <QTest>

#include <map>
#include <string>
#include <tuple>
#include <utility>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr int kUsualSeeds = 20;
constexpr int kFirstEdits = 120;
constexpr int kFurtherEdits = 25; ///< between the two chains
constexpr int kViews = 3;         ///< pairs of lenses a seed

/// A row by the names that it is printed with.
using RowName = std::tuple<Table, std::string, std::string, std::string, Period>;
using FiguresByRow = std::map<RowName, Figure>;
using PairsByRow = std::map<RowName, std::pair<Figure, Figure>>;

std::string textOf(const RowName& name)
{
    return fmt::format("{} {} {} {}", std::get<1>(name), std::get<2>(name), std::get<3>(name),
                       formatPeriod(std::get<4>(name)));
}

std::vector<Period> allPeriods(const Calendar& calendar, PeriodKind granularity)
{
    std::vector<Period> periods{kTotal, kUnscheduled, kLater};
    for (int year = calendar.firstYear(); !calendar.isEmpty() && year <= calendar.lastYear(); ++year) {
        if (granularity == PeriodKind::Year)
            periods.push_back({PeriodKind::Year, year, 0});
        for (int quarter = 1; quarter <= 4 && granularity == PeriodKind::Quarter; ++quarter)
            periods.push_back({PeriodKind::Quarter, year, quarter});
    }
    return periods;
}

/// Every figure of a side that is not zero or hides something, asked of its rollups one by one.
class FiguresAsked {
public:
    FiguresAsked(const Chain& chain, const Rollups& rollups, PeriodKind granularity)
        : m_chain(chain), m_rollups(rollups), m_periods(allPeriods(rollups.calendar(), granularity))
    {
        for (const Group group : groupsOf(chain))
            for (const FigureCell& cell : cellsOf(chain, group, m_periods))
                askOf(cell);
        chain.deals().forEach([this](DealId deal, const Deal&) { askOf(deal); });
    }

    FiguresByRow all;

private:
    std::string layerOf(LayerNumber layer) const
    {
        return layer.isSet() ? std::string(m_chain.key({Table::Tiers, m_chain.tierOf(layer).value})) : std::string();
    }
    void put(RowRef of, std::string_view measure, LayerNumber layer, Period period, const Figure& figure)
    {
        if (figure != Figure())
            all[{of.table, std::string(m_chain.key(of)), std::string(measure), layerOf(layer), period}] = figure;
    }
    void askOf(const FigureCell& cell)
    {
        const bool isOfPeriod = cell.period.kind == PeriodKind::Year || cell.period.kind == PeriodKind::Quarter;
        if (isCount(cell.measure) && cell.period != kTotal)
            return; // they are of all time
        const RowRef of{cell.group.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes, cell.group.row};
        if (cell.measure != Measure::Binding)
            put(of, measureName(cell.measure), cell.layer, cell.period,
                m_rollups.figure(cell.group, cell.measure, cell.layer, cell.period));
        else if (const auto binding =
                     isOfPeriod ? m_rollups.binding(cell.group, cell.period) : std::optional<BindingFigure>())
            put(of, measureName(cell.measure), binding->layer, cell.period, binding->figure);
    }
    void askOf(DealId deal)
    {
        const DealFigures figures = m_rollups.deal(m_chain, deal);
        if (!figures.counts)
            return;
        for (const Period period : m_periods) {
            put({Table::Deals, deal.value}, "money", kNoLayer, period, m_rollups.dealMoney(m_chain, deal, period));
            put({Table::Deals, deal.value}, "capacity", figures.layer, period,
                m_rollups.dealCapacity(m_chain, deal, period));
        }
    }

    const Chain& m_chain;
    const Rollups& m_rollups;
    std::vector<Period> m_periods;
};

/// What was drawn, or the runs would prove little.
struct Drawn {
    int rows = 0, differing = 0, onlyA = 0, onlyB = 0, otherBinding = 0, otherLayerNumber = 0, groupOfOneSide = 0;
};

/// Two chains, one of which further edits have led away from the other, with their rollups.
class ComparedRun {
public:
    explicit ComparedRun(std::uint64_t seed)
        : m_random(seed), m_before(randomChain(m_random, kFirstEdits)), m_after(m_before)
    {
        for (int i = 0; i < kFurtherEdits; ++i)
            if (std::optional<Edit> edit = m_random.next(m_after))
                (void)m_after.apply(*edit);
        moveLayers();
    }

    void drawLenses()
    {
        m_isOneChain = m_random.below(3) == 0;
        m_lensA = m_random.lens();
        m_lensB = m_random.lens();
        m_rollups = *computeCompared(chainA(), m_lensA, m_after, m_lensB);
        m_query.granularity = m_random.below(2) == 0 ? PeriodKind::Year : PeriodKind::Quarter;
        m_query.measures.clear();
        for (std::size_t m = 0; m < kMeasureCount; ++m) // those that are left out unless one asks for them, too
            m_query.measures.push_back(static_cast<Measure>(m));
        m_query.layer.reset();
    }
    [[nodiscard]] const Chain& chainA() const { return m_isOneChain ? m_after : m_before; }
    [[nodiscard]] std::string lenses() const
    {
        return fmt::format("({}) against ({}): ", ochain::describe(m_lensA), ochain::describe(m_lensB));
    }

    /// Rows that are told twice, or in another order than by measure, are a mistake.
    PairsByRow rows(std::string& mistake)
    {
        return rowsOf({chainA(), m_rollups.a}, {m_after, m_rollups.b}, m_query, mistake);
    }
    PairsByRow rowsSwapped(std::string& mistake)
    {
        return rowsOf({m_after, m_rollups.b}, {chainA(), m_rollups.a}, m_query, mistake);
    }
    PairsByRow rowsWithItself(std::string& mistake)
    {
        return rowsOf({m_after, m_rollups.b}, {m_after, m_rollups.b}, m_query, mistake);
    }
    /// The key of the layer that is asked for alone from here on.
    std::string askForOneLayer()
    {
        const std::vector<LayerNumber> layers = chainA().layerNumbers();
        m_query.layer = layers[m_random.below(layers.size())];
        return m_query.layer->isSet() ? std::string(chainA().key({Table::Tiers, chainA().tierOf(*m_query.layer).value}))
                                      : std::string();
    }
    [[nodiscard]] FiguresByRow askedOfA() const { return asked(chainA(), m_lensA); }
    [[nodiscard]] FiguresByRow askedOfB() const { return asked(m_after, m_lensB); }

    Drawn drawn;

private:
    /// Random edits leave the layers where they are. Here they come in another order, and now and then one is none.
    void moveLayers()
    {
        EditBuilder builder(m_after);
        std::optional<Problem> problem = builder.set(Table::Tiers, "chips", tier_field::Ordinal, "0");
        if (!problem && m_random.below(2) == 0)
            problem = builder.set(Table::Tiers, "power", tier_field::Layer, "0");
        if (problem)
            return;
        Edit edit = std::move(builder).build("test", "");
        (void)m_after.apply(edit);
    }
    PairsByRow rowsOf(const ComparedSide& a, const ComparedSide& b, const RollupQuery& query, std::string& mistake)
    {
        PairsByRow all;
        LensComparison comparison(a, b, query);
        for (const Table table : {Table::Tiers, Table::Nodes, Table::Deals})
            for (const ComparedGroup& group : comparedGroups(a.chain, b.chain, table)) {
                drawn.groupOfOneSide += group.a.row == kNoRow || group.b.row == kNoRow ? 1 : 0;
                int measure = -1;
                comparison.forEachRow(group, [&](const ComparedRow& row) {
                    count(row);
                    const RollupRow& any = row.any();
                    const RowName name{table, std::string(any.group), std::string(any.measure), std::string(any.layer),
                                       any.period};
                    if (!all.emplace(name, std::pair(row.figureA(), row.figureB())).second)
                        mistake = textOf(name) + " comes twice";
                    if (static_cast<int>(any.kind) < measure)
                        mistake = textOf(name) + " comes late";
                    measure = static_cast<int>(any.kind);
                });
            }
        return all;
    }
    /// Of rollups that were computed alone.
    [[nodiscard]] FiguresByRow asked(const Chain& chain, const Lens& lens) const
    {
        Rollups alone;
        alone.compute(chain, lens);
        return FiguresAsked(chain, alone, m_query.granularity).all;
    }
    void count(const ComparedRow& row)
    {
        ++drawn.rows;
        drawn.differing += row.differs() ? 1 : 0;
        drawn.onlyA += row.b == nullptr ? 1 : 0;
        drawn.onlyB += row.a == nullptr ? 1 : 0;
        drawn.otherBinding += row.any().kind == Measure::Binding && (row.a == nullptr || row.b == nullptr) ? 1 : 0;
        drawn.otherLayerNumber +=
            row.a != nullptr && row.b != nullptr && row.a->layerNumber != row.b->layerNumber ? 1 : 0;
    }

    RandomEdits m_random;
    Chain m_before, m_after;
    bool m_isOneChain = false;
    Lens m_lensA, m_lensB;
    ComparedRollups m_rollups;
    RollupQuery m_query;
};

PairsByRow joined(const FiguresByRow& a, const FiguresByRow& b)
{
    PairsByRow pairs;
    for (const auto& [name, figure] : a)
        pairs[name].first = figure;
    for (const auto& [name, figure] : b)
        pairs[name].second = figure;
    return pairs;
}

/// The first row that is not as expected; "" if all are.
std::string firstWrongRow(const PairsByRow& rows, const PairsByRow& expected)
{
    for (const auto& [name, figures] : expected) {
        const auto row = rows.find(name);
        if (row == rows.end())
            return textOf(name) + " is missing";
        if (row->second != figures)
            return fmt::format("{} is {} ({}) against {} ({}), not {} ({}) against {} ({})", textOf(name),
                               row->second.first.value, row->second.first.undisclosed, row->second.second.value,
                               row->second.second.undisclosed, figures.first.value, figures.first.undisclosed,
                               figures.second.value, figures.second.undisclosed);
    }
    for (const auto& [name, figures] : rows)
        if (!expected.contains(name))
            return textOf(name) + " should not be there";
    return {};
}

} // namespace

/// Two lenses, or two chains, row by row.
class TestLensesCompared final : public QObject {
    Q_OBJECT

private slots:
    void eachRowIsThatOfTheRollupsOfEitherSide_data() { addSeeds(); }
    void eachRowIsThatOfTheRollupsOfEitherSide()
    {
        eachView([](ComparedRun& run, std::string& mistake) {
            return firstWrongRow(run.rows(mistake), joined(run.askedOfA(), run.askedOfB()));
        });
    }

    void exchangingTheSidesExchangesTheFigures_data() { addSeeds(); }
    void exchangingTheSidesExchangesTheFigures()
    {
        eachView([](ComparedRun& run, std::string& mistake) {
            PairsByRow swapped;
            for (const auto& [name, figures] : run.rowsSwapped(mistake))
                swapped[name] = {figures.second, figures.first};
            return firstWrongRow(run.rows(mistake), swapped);
        });
    }

    void nothingDiffersFromItself_data() { addSeeds(); }
    void nothingDiffersFromItself()
    {
        eachView([](ComparedRun& run, std::string& mistake) -> std::string {
            for (const auto& [name, figures] : run.rowsWithItself(mistake))
                if (figures.first != figures.second)
                    return textOf(name) + " differs from itself";
            return {};
        });
    }

    void aLayerIsTheSameByItsKey_data() { addSeeds(); }
    void aLayerIsTheSameByItsKey()
    {
        eachView([](ComparedRun& run, std::string& mistake) {
            PairsByRow expected = run.rows(mistake);
            const std::string layer = run.askForOneLayer();
            std::erase_if(expected, [&layer](const auto& row) {
                const std::string& measure = std::get<2>(row.first);
                const auto known = measureNamed(measure);
                return std::get<3>(row.first) != layer || !(measure == "capacity" || (known && isCapacity(*known)));
            });
            return firstWrongRow(run.rows(mistake), expected);
        });
    }

    void whatIsCancelledGivesNothing()
    {
        RandomEdits random(1);
        const Chain chain = randomChain(random, kFirstEdits);
        Lens weighted;
        weighted.basis = FigureBasis::Weighted;
        QVERIFY(computeCompared(chain, {}, chain, weighted, [](double) { return true; }));
        QVERIFY(!computeCompared(chain, {}, chain, weighted, [](double) { return false; }));
        QVERIFY(!computeCompared(chain, {}, chain, {}, [](double) { return false; }));
    }

    /// Else the views drawn would prove little.
    void rowsOfAllKindsWereMet()
    {
        QVERIFY(m_drawn.rows > 1000);
        QVERIFY(m_drawn.differing > 0 && m_drawn.differing < m_drawn.rows);
        QVERIFY(m_drawn.onlyA > 0);
        QVERIFY(m_drawn.onlyB > 0);
        QVERIFY(m_drawn.otherBinding > 0);
        QVERIFY(m_drawn.otherLayerNumber > 0);
        QVERIFY(m_drawn.groupOfOneSide > 0);
    }

private:
    static void addSeeds()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= testing::tries(kUsualSeeds, 200); ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    /// @param mistakeIn  what is wrong under the lenses drawn; "" if nothing is
    template <class F>
    void eachView(F&& mistakeIn)
    {
        QFETCH(const int, seed);
        ComparedRun run(static_cast<std::uint64_t>(seed));
        for (int i = 0; i < kViews; ++i) {
            run.drawLenses();
            std::string order;
            std::string mistake = mistakeIn(run, order);
            if (mistake.empty())
                mistake = order;
            QVERIFY2(mistake.empty(), (run.lenses() + mistake).c_str());
        }
        add(run.drawn);
    }
    void add(const Drawn& drawn)
    {
        m_drawn.rows += drawn.rows;
        m_drawn.differing += drawn.differing;
        m_drawn.onlyA += drawn.onlyA;
        m_drawn.onlyB += drawn.onlyB;
        m_drawn.otherBinding += drawn.otherBinding;
        m_drawn.otherLayerNumber += drawn.otherLayerNumber;
        m_drawn.groupOfOneSide += drawn.groupOfOneSide;
    }

    Drawn m_drawn;
};

QTEST_APPLESS_MAIN(TestLensesCompared)
#include "tst_lenses_compared.moc"
