// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/explain.h"
#include "analyses/random_cells.h"
#include "effort.h"
#include "rollups/rollups.h"

#include <QTest>

#include <array>
#include <string>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr int kUsualRuns = 24;
constexpr int kEdits = 150;
constexpr int kLenses = 3;

std::string compared(const Chain& chain, const FigureCell& cell, const Figure& expected, const Explanation& told)
{
    if (told.figure != expected)
        return fmt::format("{}: {} with {} undisclosed, the rollups say {} with {}", describe(chain, cell),
                           told.figure.value, told.figure.undisclosed, expected.value, expected.undisclosed);
    if (told.undisclosed.size() != std::min<std::size_t>(kMostLines, expected.undisclosed))
        return fmt::format("{}: {} undisclosed deals are named", describe(chain, cell), told.undisclosed.size());
    if (!isCount(cell.measure) && !areToldApart(PartKind::Deal, told.parts))
        return fmt::format("{}: a deal is not told apart", describe(chain, cell));
    const std::string mistake = firstMistake(expected.value, told.parts);
    return mistake.empty() ? mistake : fmt::format("{}: {}", describe(chain, cell), mistake);
}

/// One random chain under some lenses.
class Run {
public:
    explicit Run(std::uint64_t seed) : m_random(seed), m_chain(randomChain(m_random, kEdits)) {}

    /// The first cell that is not explained as it should be; "" if all are.
    std::string underOneLens(Met& met)
    {
        const Lens lens = m_random.lens();
        m_rollups.compute(m_chain, lens);
        const std::vector<Period> periods = periodsOf(m_random, m_rollups.calendar());
        for (const Group group : groupsOf(m_chain))
            for (const FigureCell& cell : cellsOf(m_chain, group, periods))
                if (const std::string mistake = inGroup(cell, met); !mistake.empty())
                    return fmt::format("under lens ({}): {}", ochain::describe(lens), mistake);
        std::string mistake;
        m_chain.deals().forEach([&](DealId deal, const Deal&) {
            for (const Period period : periods)
                if (mistake.empty())
                    mistake = ofDeal(deal, period);
        });
        return mistake.empty() ? mistake : fmt::format("under lens ({}): {}", ochain::describe(lens), mistake);
    }

private:
    std::string inGroup(const FigureCell& cell, Met& met)
    {
        const Explanation told = *explain(m_chain, m_rollups, cell);
        countKinds(told.parts, met);
        if (cell.measure == Measure::Binding) {
            const auto binding = m_rollups.binding(cell.group, cell.period);
            if (told.binding != (binding ? std::optional(binding->layer) : std::nullopt))
                return fmt::format("{}: another layer binds", describe(m_chain, cell));
        }
        return compared(m_chain, cell, m_rollups.figure(cell.group, cell.measure, cell.layer, cell.period), told);
    }
    std::string ofDeal(DealId deal, Period period)
    {
        const FigureCell money = FigureCell::moneyOf(deal, period);
        const FigureCell capacity = FigureCell::capacityOf(deal, period);
        std::string mistake =
            compared(m_chain, money, m_rollups.dealMoney(m_chain, deal, period), *explain(m_chain, m_rollups, money));
        if (mistake.empty())
            mistake = compared(m_chain, capacity, m_rollups.dealCapacity(m_chain, deal, period),
                               *explain(m_chain, m_rollups, capacity));
        return mistake;
    }

    RandomEdits m_random;
    Chain m_chain;
    Rollups m_rollups;
};

} // namespace

class TestExplainAddsUp final : public QObject {
    Q_OBJECT

private slots:
    void everyLevelAddsUpToTheFigureOfTheRollups_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= testing::tries(kUsualRuns, 200); ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void everyLevelAddsUpToTheFigureOfTheRollups()
    {
        QFETCH(const int, seed);
        Run run(static_cast<std::uint64_t>(seed));
        for (int i = 0; i < kLenses; ++i) {
            const std::string mistake = run.underOneLens(m_met);
            QVERIFY2(mistake.empty(), mistake.c_str());
        }
    }

    /// Else the chains drawn would prove little.
    void linesOfAllKindsWereMet()
    {
        for (const PartKind kind :
             {PartKind::Deal, PartKind::Piece, PartKind::InQuarter, PartKind::Weight, PartKind::PartOf,
              PartKind::Boundary, PartKind::Commitment, PartKind::Floor, PartKind::Formula, PartKind::Measure})
            QVERIFY2(m_met[static_cast<std::size_t>(kind)] > 0, partKindName(kind).data());
    }

private:
    Met m_met{};
};

QTEST_APPLESS_MAIN(TestExplainAddsUp)
#include "tst_explain_adds_up.moc"
