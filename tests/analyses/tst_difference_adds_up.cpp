// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/deal_moves.h"
#include "analyses/difference.h"
#include "analyses/random_cells.h"
#include "effort.h"
#include "rollups/rollups.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <string>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr int kUsualRuns = 24;
constexpr int kEdits = 120;
constexpr int kMoreEdits = 12; ///< between the two chains
constexpr int kPairs = 3;      ///< of views

/// The same figure in another chain; nothing if that has not its group or layer.
std::optional<FigureCell> cellIn(const Chain& other, const Chain& chain, FigureCell cell)
{
    if (cell.deal.isSet()) {
        cell.deal.value = rowIn(other, chain, {Table::Deals, cell.deal.value});
        return cell.deal.isSet() ? std::optional(cell) : std::nullopt;
    }
    const bool isTier = cell.group.kind == Group::Kind::Tier;
    cell.group.row = rowIn(other, chain, {isTier ? Table::Tiers : Table::Nodes, cell.group.row});
    if (cell.layer.isSet()) {
        const TierId tier{rowIn(other, chain, {Table::Tiers, chain.tierOf(cell.layer).value})};
        if (!tier.isSet() || !other.tiers()[tier].isLayer)
            return std::nullopt;
        cell.layer = other.layerOf(tier);
    }
    return cell.group.row == kNoRow ? std::nullopt : std::optional(cell);
}

/// Two chains, one of which further edits have led away from the other.
class Run {
public:
    explicit Run(std::uint64_t seed) : m_random(seed), m_before(randomChain(m_random, kEdits)), m_after(m_before)
    {
        for (int i = 0; i < kMoreEdits; ++i)
            if (std::optional<Edit> edit = m_random.next(m_after))
                (void)m_after.apply(*edit);
    }

    /// The first difference that is not told apart as it should be; "" if all are.
    std::string betweenTwoViews(Met& met)
    {
        const bool isOneChain = m_random.below(3) == 0;
        const Chain& before = isOneChain ? m_after : m_before;
        const Lens lensBefore = m_random.lens();
        const Lens lensAfter = m_random.below(4) == 0 ? lensBefore : m_random.lens();
        m_rollupsBefore.compute(before, lensBefore);
        m_rollupsAfter.compute(m_after, lensAfter);
        const std::vector<Period> periods = periodsOf(m_random, m_rollupsAfter.calendar());
        std::vector<FigureCell> cells;
        for (const Group group : groupsOf(m_after))
            for (const FigureCell& cell : cellsOf(m_after, group, periods))
                cells.push_back(cell);
        m_after.deals().forEach([&](DealId deal, const Deal&) {
            for (const Period period : periods)
                cells.insert(cells.end(), {FigureCell::moneyOf(deal, period), FigureCell::capacityOf(deal, period)});
        });
        for (const FigureCell& cell : cells) {
            std::optional<FigureCell> other = cellIn(before, m_after, cell);
            if (!other)
                continue;
            if (m_random.below(3) == 0)
                other->period = periods[m_random.below(periods.size())];
            const std::string mistake = of({m_after, lensAfter, cell}, {before, lensBefore, *other}, met);
            if (!mistake.empty())
                return fmt::format("{} against {} under ({}) against ({}): {}", testing::describe(m_after, cell),
                                   formatPeriod(other->period), ochain::describe(lensAfter),
                                   ochain::describe(lensBefore), mistake);
        }
        return {};
    }

private:
    static std::string mistakeIn(const Figure& told, const Figure& expected)
    {
        return told == expected ? "" : fmt::format("{} is not {}", told.value, expected.value);
    }
    std::string of(const FigureView& value, const FigureView& against, Met& met) const
    {
        const FigureDifference told = *explainDifference(value, against);
        countKinds(told.parts, met);
        const auto figure = [](const Chain& chain, const Rollups& rollups, const FigureCell& cell) {
            if (cell.deal.isSet())
                return isCapacity(cell.measure) ? rollups.dealCapacity(chain, cell.deal, cell.period)
                                                : rollups.dealMoney(chain, cell.deal, cell.period);
            return rollups.figure(cell.group, cell.measure, cell.layer, cell.period);
        };
        std::string mistake = mistakeIn(told.value, figure(value.chain, m_rollupsAfter, value.cell));
        if (mistake.empty())
            mistake = mistakeIn(told.against, figure(against.chain, m_rollupsBefore, against.cell));
        if (mistake.empty())
            mistake = firstMistake(told.value.value - told.against.value, told.parts);
        if (mistake.empty() && !isCount(value.cell.measure) && !areToldApart(PartKind::Deal, told.parts))
            mistake = "a deal is not told apart";
        return mistake;
    }

    RandomEdits m_random;
    Chain m_before, m_after;
    Rollups m_rollupsBefore, m_rollupsAfter;
};

} // namespace

class TestDifferenceAddsUp final : public QObject {
    Q_OBJECT

private slots:
    void everyLevelAddsUpToTheDifferenceOfTwoFigures_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= testing::tries(kUsualRuns, 200); ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void everyLevelAddsUpToTheDifferenceOfTwoFigures()
    {
        QFETCH(const int, seed);
        Run run(static_cast<std::uint64_t>(seed));
        for (int i = 0; i < kPairs; ++i) {
            const std::string mistake = run.betweenTwoViews(m_met);
            QVERIFY2(mistake.empty(), mistake.c_str());
        }
    }

    /// Else the views drawn would prove little.
    void linesOfAllKindsWereMet()
    {
        for (const PartKind kind : {PartKind::AsOf, PartKind::Scenario, PartKind::Assumed, PartKind::Commitment,
                                    PartKind::Overlap, PartKind::Boundary, PartKind::Weighing, PartKind::Period,
                                    PartKind::Series, PartKind::Formula, PartKind::Measure, PartKind::Floor})
            QVERIFY2(m_met[static_cast<std::size_t>(kind)] > 0, partKindName(kind).data());
    }

private:
    Met m_met{};
};

QTEST_APPLESS_MAIN(TestDifferenceAddsUp)
#include "tst_difference_adds_up.moc"
