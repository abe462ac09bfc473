// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "effort.h"
#include "reference/broken_edits.h"
#include "reference/compare.h"
#include "reference/naive.h"
#include "reference/random_edits.h"
#include "rollups/rollups.h"
#include "rollups/snapshot.h"

#include <QTest>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

using namespace ochain;

namespace {

constexpr int kEditsPerChain = 200;
constexpr int kUsualRuns = 25;
constexpr int kGrowth = 22; ///< edits before the first comparison, so that chains are dense from the start

/// How many comparisons saw what a lens or a setting can bring about.
struct Seen {
    int later = 0;        ///< an amount after the calendar
    int guaranteed = 0;   ///< a guarantee outstanding
    int oneSiteOnly = 0;  ///< capacity that reaches a site and so does not bind the group
    int horizonNamed = 0; ///< by the file

    Seen& operator+=(const Seen& other)
    {
        later += other.later;
        guaranteed += other.guaranteed;
        oneSiteOnly += other.oneSiteOnly;
        horizonNamed += other.horizonNamed;
        return *this;
    }
};

bool isLeast(const naive::Cell& binding, std::int64_t capacity)
{
    return capacity == 0 || (binding.value > 0 && binding.value <= capacity);
}

Seen seenIn(const naive::Figures& figures)
{
    Seen seen;
    for (const auto& [key, line] : figures.lines) {
        const bool isGuarantee = key.measure == "guaranteed_in" && !line.quarters.empty();
        seen.later |= line.later.value != 0 ? 1 : 0;
        seen.guaranteed |= isGuarantee && line.quarters.back().value != 0 ? 1 : 0;
        if (key.measure == "capacity_in" && !key.layer.empty() && !line.quarters.empty()) {
            const naive::Line& binding = figures.lines.at({key.of, key.key, "binding", ""});
            seen.oneSiteOnly |= isLeast(binding.quarters.back(), line.quarters.back().value) ? 0 : 1;
        }
    }
    return seen;
}

/// One random chain under edits, held against a computation from scratch and against the reference after each.
class Run {
public:
    explicit Run(std::uint64_t seed) : m_seed(seed), m_random(seed)
    {
        require(apply(m_random.skeleton(m_chain)), "the skeleton is refused");
        for (int i = 0; i < kGrowth; ++i)
            if (std::optional<Edit> edit = m_random.next(m_chain))
                (void)apply(std::move(*edit));
        changeLens();
    }

    void step()
    {
        if (m_random.below(14) == 0)
            changeLens();
        switch (m_random.below(10)) {
        case 0:
            return undo();
        case 1:
            return applyBroken();
        case 2:
        case 3:
            return applyAmountOrDate();
        default:
            if (std::optional<Edit> edit = m_random.next(m_chain))
                applyAndCompare(std::move(*edit));
            else
                ++contradicting;
        }
    }

    int accepted = 0;
    int refused = 0;
    int contradicting = 0;
    int undone = 0;
    int withoutFull = 0;
    Seen seen;
    std::string failure; ///< the first difference met, with seed and edit; "" if none

private:
    bool apply(Edit edit)
    {
        const std::string before = dump(m_chain);
        const auto changed = m_rollups.apply(m_chain, std::move(edit));
        if (!changed) {
            ++refused;
            require(dump(m_chain) == before, "a refused edit changed the chain");
            require(!changed.error().empty(), "an edit is refused without a problem");
            return false;
        }
        ++accepted;
        m_last = *changed;
        m_history.emplace_back(changed->edit, before);
        return true;
    }

    /// Tried on a snapshot, an edit stands there as if it were applied, and leaves no trace here. Every third one will
    /// do.
    void tryOut(const Edit& edit)
    {
        if (++m_tried % 3 != 0)
            return;
        const std::string before = dump(m_chain);
        const std::uint64_t untouched = m_chain.revision();
        const naive::Figures expected = m_expected;
        Snapshot tried{m_chain, m_rollups};
        if (tried.rollups.apply(tried.chain, edit)) {
            std::swap(m_chain, tried.chain);
            std::swap(m_rollups, tried.rollups);
            compare();
            std::swap(m_chain, tried.chain);
            std::swap(m_rollups, tried.rollups);
        }
        m_expected = expected;
        require(dump(m_chain) == before, "a trial does not bring the rows back");
        require(m_chain.revision() == untouched, "a trial counts as a revision");
        compareWith(m_expected);
    }

    void changeLens()
    {
        m_lens = m_random.lens();
        require(m_rollups.compute(m_chain, m_lens), "compute() was cancelled");
        compare();
    }

    void applyAndCompare(Edit edit)
    {
        m_what = describe(edit);
        tryOut(edit);
        const Lines before = m_expected.lines;
        const bool isApplied = apply(std::move(edit));
        compare();
        if (isApplied)
            require(firstUntruth(m_chain, m_last, before, m_expected.lines));
        require(m_chain.errors().empty()
                    ? ""
                    : "an edit was accepted that leaves the chain with errors: " + m_chain.errors().front().text());
    }

    /// An edit that only moves an amount or a date does little work unless it moves the calendar.
    void applyAmountOrDate()
    {
        std::optional<Edit> edit = m_random.nextAmountOrDate(m_chain);
        if (!edit || edit->changes.empty())
            return;
        const Calendar calendar = m_rollups.calendar();
        const int before = accepted;
        applyAndCompare(std::move(*edit));
        if (accepted == before || !(m_rollups.calendar() == calendar))
            return;
        require(!m_rollups.lastStats().wasFull, "an edit of an amount or a date computed everything anew");
        require(m_rollups.lastStats().dealsVisited <= 2
                    ? "" // the deal and what it is part of
                    : fmt::format("{} deals were visited", m_rollups.lastStats().dealsVisited));
        require(m_rollups.lastStats().seriesVisited == 0, "an edit of an amount or a date visited a metric series");
        // money, capacity and the count, in the groups above the ends of the deal and of what it is part of
        require(m_rollups.lastStats().figuresMoved <= 3 * groupsAbove()
                    ? ""
                    : fmt::format("{} figures were moved", m_rollups.lastStats().figuresMoved));
        ++withoutFull;
    }

    /// Groups above the ends of the deal edited last and of what it is part of.
    std::size_t groupsAbove() const
    {
        std::size_t groups = 0;
        const RowRef row = m_last.rows.front();
        DealId deal = row.table == Table::Tranches ? m_chain.tranches()[TrancheId{row.row}].deal : DealId{row.row};
        for (int i = 0; i < 2 && deal.isSet(); ++i, deal = m_chain.deals()[deal].partOf)
            for (const NodeId end : {m_chain.deals()[deal].supplier, m_chain.deals()[deal].customer}) {
                for (NodeId node = end; node.isSet(); node = m_chain.nodes()[node].parent)
                    ++groups;
                for (TierId tier = m_chain.nodes()[end].tier; tier.isSet(); tier = m_chain.tiers()[tier].parent)
                    ++groups;
            }
        return groups;
    }

    void undo()
    {
        if (m_history.empty())
            return;
        const auto [edit, before] = m_history.back();
        const Edit back = inverse(edit);
        m_what = "undo of\n" + describe(edit);
        require(apply(back), "an undo is refused");
        m_history.pop_back(); // the undo itself
        m_history.pop_back(); // what it took back
        ++undone;
        compare();
        require(dump(m_chain) == before, "an undo does not bring the rows back");
    }

    void applyBroken()
    {
        const BrokenEdit broken = brokenEdit(m_chain, m_random.below(kBrokenEdits));
        if (!broken.edit)
            return; // the words alone gave it away
        m_what = broken.rule + "\n" + describe(*broken.edit);
        const std::uint64_t untouched = m_chain.revision();
        require(!apply(*broken.edit), "an edit that breaks a rule is accepted");
        require(m_chain.revision() == untouched, "a refused edit counts as a revision");
        compare();
    }

    void compare()
    {
        if (!failure.empty())
            return;
        m_expected = naive::figuresOf(naive::readRows(m_chain), m_lens);
        seen += seenIn(m_expected);
        seen.horizonNamed += m_chain.horizon() ? 1 : 0;
        compareWith(m_expected);
    }

    void compareWith(const naive::Figures& expected)
    {
        Rollups fresh;
        require(fresh.compute(m_chain, m_lens), "compute() was cancelled");
        require(firstDifference(m_chain, m_rollups, fresh, expected));
    }

    void require(bool isSo, const char* otherwise) { require(isSo ? std::string() : std::string(otherwise)); }
    void require(const std::string& difference)
    {
        if (failure.empty() && !difference.empty())
            failure = fmt::format("seed {}, edit {} under lens ({}): {}\nthe edit:\n{}", m_seed, accepted + refused,
                                  describe(m_lens), difference, m_what);
    }

    std::uint64_t m_seed;
    RandomEdits m_random;
    Chain m_chain;
    Rollups m_rollups;
    Lens m_lens;
    naive::Figures m_expected;
    Changed m_last;
    int m_tried = 0;
    std::vector<std::pair<Edit, std::string>> m_history; ///< edits that stand, and the rows before each
    std::string m_what = "growing";
};

/// What all runs together have seen.
struct Sums {
    int accepted = 0;
    int refused = 0;
    int undone = 0;
    int withoutFull = 0;
    Seen seen;
};

} // namespace

class TestIncremental : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_firstSeed = qEnvironmentVariableIsSet("OCHAIN_SEED") ? qEnvironmentVariableIntValue("OCHAIN_SEED") : 1;
        m_runs = qEnvironmentVariableIsSet("OCHAIN_SEED") ? 1 : testing::tries(kUsualRuns, 500);
    }

    void equalsFromScratchAndTheReferenceAfterEveryEdit_data()
    {
        QTest::addColumn<int>("seed");
        for (int i = 0; i < m_runs; ++i)
            QTest::addRow("seed %d", m_firstSeed + i) << m_firstSeed + i;
    }

    void equalsFromScratchAndTheReferenceAfterEveryEdit()
    {
        QFETCH(const int, seed);
        Run run(static_cast<std::uint64_t>(seed));
        while (run.accepted + run.refused < kEditsPerChain && run.failure.empty())
            run.step();
        QVERIFY2(run.failure.empty(), run.failure.c_str());
        m_sums.accepted += run.accepted;
        m_sums.refused += run.refused;
        m_sums.undone += run.undone;
        m_sums.withoutFull += run.withoutFull;
        m_sums.seen += run.seen;
    }

    void theEditsDrawnWereOfAllSorts()
    {
        const int wanted = m_runs * kEditsPerChain;
        qInfo("%d edits accepted, %d refused, %d undone, %d of amounts and dates without a full computation",
              m_sums.accepted, m_sums.refused, m_sums.undone, m_sums.withoutFull);
        QVERIFY(m_sums.accepted + m_sums.refused >= wanted);
        QVERIFY(m_sums.accepted > wanted / 2);
        QVERIFY(m_sums.refused > wanted / 20);
        QVERIFY(m_sums.undone > wanted / 50);
        QVERIFY(m_sums.withoutFull > wanted / 50);
        const Seen& seen = m_sums.seen;
        qInfo("seen: %d times something later, %d guarantees, %d times capacity of one site only, %d horizons",
              seen.later, seen.guaranteed, seen.oneSiteOnly, seen.horizonNamed);
        const int least = m_runs < kUsualRuns ? wanted / 50 : wanted / 20; // few chains differ more among themselves
        for (const int times : {seen.later, seen.guaranteed, seen.oneSiteOnly, seen.horizonNamed})
            QVERIFY(times > least);
    }

private:
    int m_firstSeed = 1;
    int m_runs = 0;
    Sums m_sums;
};

QTEST_APPLESS_MAIN(TestIncremental)
#include "tst_incremental.moc"
