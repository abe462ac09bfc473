// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "reference/compare.h"
#include "reference/naive.h"
#include "reference/random_edits.h"
#include "rollups/snapshot.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

using namespace ochain;

namespace {

/// A snapshot with what it showed when it was taken.
struct Kept {
    Snapshot snapshot;
    std::string rows;
};

/// A chain with its rollups that random edits go into.
class Edited {
public:
    explicit Edited(std::uint64_t seed) : m_random(seed)
    {
        Edit skeleton = m_random.skeleton(now.chain);
        (void)now.chain.apply(skeleton);
        for (int i = 0; i < 60; ++i)
            if (std::optional<Edit> edit = m_random.next(now.chain))
                (void)now.chain.apply(*edit);
        (void)now.rollups.compute(now.chain, m_random.lens());
    }
    /// @return whether one was taken
    bool edit()
    {
        std::optional<Edit> edit = m_random.next(now.chain);
        return edit && now.rollups.apply(now.chain, std::move(*edit)).has_value();
    }
    bool editAmountOrDate()
    {
        std::optional<Edit> edit = m_random.nextAmountOrDate(now.chain);
        return edit && now.rollups.apply(now.chain, std::move(*edit)).has_value();
    }
    [[nodiscard]] std::size_t below(std::size_t count) { return m_random.below(count); }

    Snapshot now;

private:
    RandomEdits m_random;
};

/// What rollups say against a computation from scratch and against the reference; "" if they agree.
std::string differenceIn(const Snapshot& snapshot)
{
    Rollups fresh;
    (void)fresh.compute(snapshot.chain, snapshot.rollups.lens());
    return firstDifference(snapshot.chain, snapshot.rollups, fresh,
                           naive::figuresOf(naive::readRows(snapshot.chain), snapshot.rollups.lens()));
}

/// Every figure of all tiers and nodes in whole years, in one number.
std::uint64_t sumOf(const Snapshot& snapshot)
{
    std::uint64_t sum = 0;
    const auto add = [&](Group group) {
        for (const Measure measure : {Measure::Revenue, Measure::Spend, Measure::CapitalIn, Measure::Funding})
            for (const Figure& figure : snapshot.rollups.figures(group, measure, kNoLayer, PeriodKind::Year))
                sum = sum * 31 + static_cast<std::uint64_t>(figure.value) + figure.undisclosed;
    };
    snapshot.chain.tiers().forEach([&](TierId tier, const Tier&) { add(Group::of(tier)); });
    snapshot.chain.nodes().forEach([&](NodeId node, const Node&) { add(Group::of(node)); });
    return sum;
}

} // namespace

class TestSnapshots final : public QObject {
    Q_OBJECT

private slots:
    void theyStayAsTheyWereWhateverIsEditedSince_data() { seeds(); }
    void theyStayAsTheyWereWhateverIsEditedSince()
    {
        QFETCH(const int, seed);
        Edited edited(static_cast<std::uint64_t>(seed));
        std::vector<Kept> kept;
        for (int edits = 0; edits < 300; ++edits) {
            if (edited.below(8) == 0)
                kept.push_back({edited.now, dump(edited.now.chain)});
            if (edited.below(40) == 0 && !kept.empty()) // the original lives on in one of its snapshots
                edited.now = kept[edited.below(kept.size())].snapshot;
            if (edited.below(12) == 0 && !kept.empty())
                kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(edited.below(kept.size())));
            (void)edited.edit();
        }
        QVERIFY(kept.size() > 5);
        for (const Kept& each : kept) {
            QCOMPARE(dump(each.snapshot.chain), each.rows);
            QCOMPARE(differenceIn(each.snapshot), std::string());
        }
        QCOMPARE(differenceIn(edited.now), std::string());
    }

    void twoGoOnFromOneWithoutSeeingEachOther_data() { seeds(); }
    void twoGoOnFromOneWithoutSeeingEachOther()
    {
        QFETCH(const int, seed);
        auto one = std::make_unique<Edited>(static_cast<std::uint64_t>(seed));
        Edited other(static_cast<std::uint64_t>(seed) + 1000);
        other.now = one->now;
        const std::string before = dump(one->now.chain);
        for (int edits = 0; edits < 60; ++edits)
            (void)other.edit();
        QCOMPARE(dump(one->now.chain), before);
        for (int edits = 0; edits < 60; ++edits) {
            (void)one->edit();
            (void)other.edit();
        }
        QCOMPARE(differenceIn(one->now), std::string());
        one.reset(); // what they shared is the other's alone now
        QCOMPARE(differenceIn(other.now), std::string());
        for (int edits = 0; edits < 20; ++edits)
            (void)other.edit();
        QCOMPARE(differenceIn(other.now), std::string());
    }

    void aRefusedEditLeavesSnapshotAndOriginalAsTheyWere()
    {
        Edited edited(7);
        const Snapshot before = edited.now;
        const std::string rows = dump(before.chain);
        Edit broken;
        RowChange& change = broken.changes.emplace_back();
        change.table = Table::Nodes;
        change.key = "there-is-none";
        change.fields.push_back({node_field::NameEn, "x", "y"});
        QVERIFY(!edited.now.chain.validate(broken).empty());
        QVERIFY(!edited.now.rollups.apply(edited.now.chain, broken).has_value());
        QCOMPARE(dump(edited.now.chain), rows);
        QCOMPARE(dump(before.chain), rows);
    }

    /// Each of four threads takes the newest snapshot again and again, adds up all of its figures, then edits a copy,
    /// while the original takes one edit after another. To be run under the thread sanitizer.
    void fourThreadsReadWhileEditsGoOn()
    {
        const int edits = testing::tries(2'000, 10'000);
        Edited edited(11);
        std::mutex guard;
        SharedSnapshot newest = std::make_shared<const Snapshot>(edited.now);
        std::atomic<bool> isOver = false;
        std::atomic<int> looked = 0;
        std::atomic<int> wrong = 0;
        const auto read = [&](std::uint64_t seed) {
            RandomEdits random(seed);
            while (!isOver) {
                SharedSnapshot mine;
                {
                    const std::scoped_lock lock(guard);
                    mine = newest;
                }
                const std::uint64_t sum = sumOf(*mine);
                Snapshot branch = *mine;
                if (std::optional<Edit> edit = random.next(branch.chain))
                    (void)branch.rollups.apply(branch.chain, std::move(*edit));
                Rollups fresh;
                (void)fresh.compute(mine->chain, mine->rollups.lens());
                wrong += sum != sumOf(*mine) || sum != sumOf({mine->chain, fresh}) ? 1 : 0;
                ++looked;
            }
        };
        std::vector<std::thread> readers;
        for (std::uint64_t reader = 0; reader < 4; ++reader)
            readers.emplace_back(read, 100 + reader);
        int taken = 0;
        for (int done = 0; done < edits; ++done) {
            taken += edited.editAmountOrDate() ? 1 : 0;
            if (done % 8 == 0) {
                auto next = std::make_shared<const Snapshot>(edited.now);
                const std::scoped_lock lock(guard);
                newest = std::move(next);
            }
        }
        isOver = true;
        for (std::thread& reader : readers)
            reader.join();
        QCOMPARE(wrong.load(), 0);
        QVERIFY(taken > edits / 4);
        QVERIFY2(looked > 4, qPrintable(QString::number(looked)));
        QCOMPARE(differenceIn(edited.now), std::string());
    }

private:
    static void seeds()
    {
        QTest::addColumn<int>("seed");
        const int count = testing::tries(8, 100);
        for (int seed = 1; seed <= count; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
};

QTEST_APPLESS_MAIN(TestSnapshots)
#include "tst_snapshots.moc"
