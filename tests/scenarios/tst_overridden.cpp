// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "reference/compare.h"
#include "reference/naive.h"
#include "reference/random_edits.h"
#include "rollups/worked_example.h"
#include "scenarios/overridden.h"

#include <QTest>

#include <optional>
#include <string>
#include <utility>

using namespace ochain;
using namespace ochain::test;

namespace {

RowRef dealRow(const Chain& chain, const char* key)
{
    return {Table::Deals, chain.find(Table::Deals, key)};
}

Snapshot snapshotOf(const Example& example)
{
    return {example.chain(), example.rollups()};
}

/// Spend of OpenAI in a year, in whole dollars.
std::int64_t spend(const Snapshot& snapshot, int year)
{
    const Group group = Group::of(snapshot.chain.find<NodeId>("openai"));
    return snapshot.rollups.figure(group, Measure::Spend, kNoLayer, {PeriodKind::Year, year, 0}).value / 100;
}

/// A lease of $12B in 2027, of which $6B were said first.
Example claimedLease()
{
    Example example;
    example.deal("lease", "oracle", "openai", "lease",
                 {{deal_field::Announced, "2025-01-01"},
                  {deal_field::Starts, "2027"},
                  {deal_field::Ends, "2027"},
                  {deal_field::ValueUsd, "12000000000"}});
    example.claim("deals", "lease", "value_usd", "2025-01-01", "6000000000", "1");
    example.claim("deals", "lease", "value_usd", "2026-01-01", "12000000000", "1");
    return example;
}

/// What rollups say against a computation from scratch and against the reference; "" if they agree.
std::string wrongIn(const Snapshot& snapshot)
{
    Rollups fresh;
    (void)fresh.compute(snapshot.chain, snapshot.rollups.lens());
    return firstDifference(snapshot.chain, snapshot.rollups, fresh,
                           naive::figuresOf(naive::readRows(snapshot.chain), snapshot.rollups.lens()));
}

/// A random chain with its rollups.
class Drawn {
public:
    explicit Drawn(std::uint64_t seed) : random(seed)
    {
        Edit skeleton = random.skeleton(base.chain);
        (void)base.chain.apply(skeleton);
        for (int i = 0; i < 80; ++i)
            if (std::optional<Edit> edit = random.next(base.chain))
                (void)base.chain.apply(*edit);
        (void)base.rollups.compute(base.chain, random.lens());
    }
    /// Other overrides than before: one comes, goes or has another value.
    [[nodiscard]] Overrides next(Overrides overrides)
    {
        if (!overrides.empty() && random.below(4) == 0) {
            const FieldOverride gone = overrides[random.below(overrides.size())];
            dropOverride(overrides, gone.row, gone.field);
            return overrides;
        }
        const std::optional<Edit> edit = random.nextAmountOrDate(base.chain);
        if (!edit)
            return overrides;
        for (const RowChange& change : edit->changes)
            for (const FieldChange& field : change.fields)
                putOverride(overrides,
                            {{change.table, base.chain.find(change.table, change.key)}, field.field, field.after});
        return overrides;
    }

    RandomEdits random;
    Snapshot base;
};

/// Those whose row is still there.
Overrides alive(const Chain& chain, Overrides overrides)
{
    std::erase_if(overrides, [&chain](const FieldOverride& each) { return !chain.isAlive(each.row); });
    return overrides;
}

} // namespace

class TestOverridden final : public QObject {
    Q_OBJECT

private slots:
    void anOverrideReplacesTheValueAfterClaimsOnEveryDay_data()
    {
        QTest::addColumn<Lens>("lens");
        QTest::addColumn<qint64>("base");
        QTest::addRow("now") << Lens() << qint64{12'000'000'000};
        QTest::addRow("after the second claim") << knownAsOf(2026, 6, 1) << qint64{12'000'000'000};
        QTest::addRow("between the claims") << knownAsOf(2025, 6, 1) << qint64{6'000'000'000};
    }
    void anOverrideReplacesTheValueAfterClaimsOnEveryDay()
    {
        QFETCH(const Lens, lens);
        QFETCH(const qint64, base);
        Example example = claimedLease();
        example.look(lens);
        QVERIFY(example.isFine());
        const Snapshot before = snapshotOf(example);
        QCOMPARE(spend(before, 2027), base);
        const auto with = under(before, {{dealRow(example.chain(), "lease"), deal_field::ValueUsd, "3000000000"}});
        QVERIFY(with.has_value());
        QCOMPARE(spend(*with, 2027), std::int64_t{3'000'000'000});
        QCOMPARE(spend(before, 2027), base);
    }

    void aDealThatIsNotKnownYetDoesNotComeByAnOverride()
    {
        Example example = claimedLease();
        example.look(knownAsOf(2024, 6, 1));
        const auto with =
            under(snapshotOf(example), {{dealRow(example.chain(), "lease"), deal_field::ValueUsd, "3000000000"}});
        QVERIFY(with.has_value());
        QCOMPARE(spend(*with, 2027), std::int64_t{0});
    }

    void whatIsGivenBackIsAsItWasClaimsAndAll()
    {
        Example example = claimedLease();
        example.look(knownAsOf(2025, 6, 1));
        const Snapshot base = snapshotOf(example);
        const RowRef lease = dealRow(base.chain, "lease");
        OverriddenChain view;
        QVERIFY(view.moveTo(base, {{lease, deal_field::ValueUsd, "3000000000"}}));
        QCOMPARE(spend(*view.snapshot(), 2027), std::int64_t{3'000'000'000});
        QVERIFY(view.moveTo(base, {{lease, deal_field::NoteEn, "as it was"}}));
        QCOMPARE(spend(*view.snapshot(), 2027), std::int64_t{6'000'000'000});
        view.snapshot()->chain.claims().forEach([](ClaimId, const Claim& claim) { QVERIFY(claim.isAdopted); });
    }

    void whatTheRulesRefuseChangesNothing_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("says");
        QTest::addRow("an end before the start") << int{deal_field::Ends} << "2026"
                                                 << "starts";
        QTest::addRow("no amount") << int{deal_field::ValueUsd} << "much"
                                   << "much";
        QTest::addRow("no such status") << int{deal_field::Status} << "dreamt"
                                        << "dreamt";
        QTest::addRow("a key") << int{deal_field::Key} << "other"
                               << "cannot override";
    }
    void whatTheRulesRefuseChangesNothing()
    {
        QFETCH(const int, field);
        QFETCH(const QString, value);
        QFETCH(const QString, says);
        Example example = claimedLease();
        example.look();
        const Snapshot base = snapshotOf(example);
        const RowRef lease = dealRow(base.chain, "lease");
        const Overrides kept{{lease, deal_field::ValueUsd, "3000000000"}};
        OverriddenChain view;
        QVERIFY(view.moveTo(base, kept));
        Overrides refused = kept;
        putOverride(refused, {lease, static_cast<Field>(field), value.toStdString()});
        const auto moved = view.moveTo(base, refused);
        QVERIFY(!moved.has_value());
        QVERIFY2(moved.error().front().text().find(says.toStdString()) != std::string::npos,
                 moved.error().front().text().c_str());
        QCOMPARE(view.overrides(), kept);
        QCOMPARE(spend(*view.snapshot(), 2027), std::int64_t{3'000'000'000});
    }

    void goingFromSomeToOthersIsAsOverridingFromNothing_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= testing::tries(8, 60); ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void goingFromSomeToOthersIsAsOverridingFromNothing()
    {
        QFETCH(const int, seed);
        Drawn drawn(static_cast<std::uint64_t>(seed));
        OverriddenChain view;
        int taken = 0;
        for (int step = 0; step < 60; ++step) {
            const bool isEdit = drawn.random.below(5) == 0;
            if (isEdit) {
                if (std::optional<Edit> edit = drawn.random.next(drawn.base.chain))
                    if (drawn.base.rollups.apply(drawn.base.chain, std::move(*edit)))
                        (void)view.rebase(drawn.base, alive(drawn.base.chain, view.overrides()));
            } else if (view.moveTo(drawn.base, drawn.next(view.overrides()))) {
                ++taken;
            }
            if (view.snapshot() == nullptr)
                continue;
            const auto fresh = under(drawn.base, view.overrides());
            QVERIFY(fresh.has_value());
            QCOMPARE(dump(view.snapshot()->chain), dump(fresh->chain));
        }
        QVERIFY(taken > 5);
        if (view.snapshot() != nullptr)
            QCOMPARE(wrongIn(*view.snapshot()), std::string());
        const std::string rows = dump(drawn.base.chain);
        Overrides one = drawn.next({});
        if (!one.empty() && view.moveTo(drawn.base, one)) {
            const Overrides two = drawn.next(one);
            (void)view.moveTo(drawn.base, two);
            QCOMPARE(dump(drawn.base.chain), rows);
        }
        QVERIFY(view.moveTo(drawn.base, {}));
        QVERIFY(view.snapshot() == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestOverridden)
#include "tst_overridden.moc"
