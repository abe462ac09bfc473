// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/test_chain.h"
#include "schedule/schedule.h"

#include <QTest>

#include <random>

using namespace ochain;
using namespace ochain::test;

namespace {

__extension__ typedef __int128 Wide; // NOLINT(modernize-use-using): an alias cannot carry __extension__

/// A chain with one buyer and two sellers, and the schedule of one of its deals.
class Scheduled : public TestChain {
public:
    Scheduled()
    {
        node("nvidia", "gpus");
        node("oracle", "cloud");
        node("openai", "models");
    }
    Schedule of(const std::string& key, const Lens& lens = {}) const
    {
        Schedule schedule;
        scheduleDeal(chain, lens, chain.calendar(), dealId(key), schedule);
        return schedule;
    }
};

Lens asOf(int year, int month, int day)
{
    Lens lens;
    lens.knownAsOf = dayNumber(year, month, day);
    return lens;
}

} // namespace

class TestSchedule : public QObject {
    Q_OBJECT

private slots:
    void accrualIsTheFloorOfTheExactQuotient()
    {
        constexpr std::int64_t kMost = kMaxCents.value;
        std::mt19937_64 random(11);
        for (int i = 0; i < 200'000; ++i) {
            const auto days = static_cast<Day>(1 + random() % (i % 2 == 0 ? 110'000U : 4'000U));
            const auto value =
                static_cast<std::int64_t>(random() % (i % 3 == 0 ? 1'000U : static_cast<std::uint64_t>(kMost) + 1U));
            const auto elapsed = static_cast<Day>(random() % (static_cast<std::uint64_t>(days) + 1U));
            const auto exact = static_cast<std::int64_t>(static_cast<Wide>(value) * elapsed / days);
            if (accrued(value, 5'000, 5'000 + days, 5'000 + elapsed) != exact)
                QFAIL("an accrual is not exact");
        }
        QCOMPARE(accrued(kMost, 0, 109'573, 109'572),
                 static_cast<std::int64_t>(static_cast<Wide>(kMost) * 109'572 / 109'573));
    }

    void nothingAccruesBeforeAndAllAfter()
    {
        QCOMPARE(accrued(1000, 10, 20, -5), 0);
        QCOMPARE(accrued(1000, 10, 20, 10), 0);
        QCOMPARE(accrued(1000, 10, 20, 20), 1000);
        QCOMPARE(accrued(1000, 10, 20, 99), 1000);
    }

    void capacityStandsByItsProfile()
    {
        Piece piece;
        piece.capacity = Kilowatts{100};
        piece.starts = 10;
        piece.ends = 20;
        piece.profile = Profile::Deploy;
        QCOMPARE(standing(piece, 15).value, 50);
        QCOMPARE(standing(piece, 400).value, 100);
        piece.profile = Profile::Term;
        QCOMPARE(standing(piece, 10).value, 0); // the end of the day before
        QCOMPARE(standing(piece, 11).value, 100);
        QCOMPARE(standing(piece, 20).value, 100);
        QCOMPARE(standing(piece, 21).value, 0);
        piece.ends = kNoDay;
        QCOMPARE(standing(piece, 400).value, 100);
        piece.profile = Profile::Deploy;
        QCOMPARE(standing(piece, 400).value, 0); // unscheduled
    }

    void anAmountWithoutDatesHasAPieceWithoutDates()
    {
        Scheduled chain;
        chain.deal("d", "nvidia", "openai", "hardware", {{deal_field::CapacityMw, "10"}, {deal_field::Starts, "2026"}});
        const Schedule schedule = chain.of("d");
        QVERIFY(schedule.counts && schedule.hasCapacity && !schedule.hasMoney);
        QVERIFY(schedule.lacksMoney && !schedule.lacksCapacity);
        QCOMPARE(schedule.pieces.size(), std::size_t{1});
        QCOMPARE(schedule.pieces.front().capacity.value, 10'000);
        QVERIFY(!schedule.pieces.front().hasCapacityDates());
        QCOMPARE(chain.chain.tierOf(schedule.layer), chain.tierId("chips")); // gpus lie in chips
    }

    void aKindThatIsNotAboutMoneyLacksNone()
    {
        Scheduled chain;
        chain.deal("power", "oracle", "openai", "offtake", {});
        chain.deal("seat", "nvidia", "openai", "board", {{deal_field::CapacityMw, "5"}, {deal_field::ValueUsd, "7"}});
        QVERIFY(!chain.of("power").lacksMoney);
        QVERIFY(chain.of("power").lacksCapacity);
        const Schedule seat = chain.of("seat");
        QVERIFY(seat.counts && seat.pieces.empty() && !seat.lacksMoney && !seat.lacksCapacity);
    }

    void tranchesAndWhatTheyLeaveAreThePieces()
    {
        Scheduled chain;
        chain.deal("d", "oracle", "openai", "lease",
                   {{deal_field::CapacityMw, "10"},
                    {deal_field::ValueUsd, "100"},
                    {deal_field::Starts, "2026"},
                    {deal_field::Ends, "2028"}});
        chain.tranche("t1", "d", {{tranche_field::CapacityMw, "4"}, {tranche_field::Ends, "2026"}});
        chain.tranche(
            "t2", "d",
            {{tranche_field::ValueUsd, "100"}, {tranche_field::Basis, "assumed"}, {tranche_field::Starts, "2027-02"}});
        Lens lens;
        Schedule schedule = chain.of("d", lens);
        QCOMPARE(schedule.pieces.size(), std::size_t{3});
        const auto rest = std::find_if(schedule.pieces.begin(), schedule.pieces.end(),
                                       [](const Piece& p) { return p.tranche == kNoRow; });
        QVERIFY(rest != schedule.pieces.end());
        QCOMPARE(rest->capacity.value, 6'000);
        QVERIFY(rest->value.isAbsent()); // the tranche holds it all
        QCOMPARE(rest->starts, dayNumber(2026, 1, 1));
        QCOMPARE(rest->ends, dayNumber(2029, 1, 1));

        lens.withAssumed = false;
        schedule = chain.of("d", lens);
        const auto assumed = std::find_if(schedule.pieces.begin(), schedule.pieces.end(),
                                          [](const Piece& p) { return p.basis == Basis::Assumed; });
        QVERIFY(assumed != schedule.pieces.end());
        QVERIFY(assumed->value == Cents{10'000} && !assumed->hasMoneyDates());
        QVERIFY(std::any_of(schedule.pieces.begin(), schedule.pieces.end(),
                            [](const Piece& p) { return p.tranche == kNoRow && p.capacity == Kilowatts{6'000}; }));
    }

    void aPartTakesMoneyOfItsClassAndCapacityOfItsLayer()
    {
        Scheduled chain;
        const Texts amounts{{deal_field::CapacityMw, "4"}, {deal_field::ValueUsd, "30"}, {deal_field::PartOf, "whole"}};
        chain.deal("whole", "oracle", "openai", "lease",
                   {{deal_field::CapacityMw, "10"}, {deal_field::ValueUsd, "100"}});
        chain.deal("cloud-part", "oracle", "openai", "lease", amounts);
        chain.deal("chips-part", "nvidia", "oracle", "hardware", amounts);
        chain.deal("equity-part", "nvidia", "openai", "equity",
                   {{deal_field::ValueUsd, "50"}, {deal_field::PartOf, "whole"}});
        QCOMPARE(chain.of("whole").pieces.size(), std::size_t{1});
        QCOMPARE(chain.of("whole").pieces.front().value.value, 100'00 - 30'00 - 30'00);
        QCOMPARE(chain.of("whole").pieces.front().capacity.value, 6'000);

        Lens lens;
        lens.overlaps = Overlaps::Gross;
        QCOMPARE(chain.of("whole", lens).pieces.front().value.value, 100'00);
        lens.overlaps = Overlaps::Overlap;
        const Schedule overlap = chain.of("whole", lens);
        std::int64_t sum = 0;
        for (const Piece& piece : overlap.pieces)
            sum += piece.sign * piece.value.value;
        QCOMPARE(sum, 60'00);
        QVERIFY(chain.of("cloud-part", lens).pieces.empty()); // nothing of it overlaps
        QVERIFY(chain.of("cloud-part", lens).counts);

        chain.set(Table::Deals, "cloud-part", deal_field::Status, "cancelled");
        QCOMPARE(chain.of("whole").pieces.front().value.value, 70'00);
        QVERIFY(!chain.of("cloud-part").counts);
    }

    void aDealIsAsFirmUnderTheOverlapLensAsUnderOthers()
    {
        Scheduled chain;
        const auto lease = [&chain](const std::string& key, const std::string& commitment, const std::string& partOf) {
            chain.deal(
                key, "oracle", "openai", "lease",
                {{deal_field::ValueUsd, "100"}, {deal_field::Commitment, commitment}, {deal_field::PartOf, partOf}});
        };
        lease("whole", "firm", "");
        lease("part", "firm", "whole");
        lease("option", "option", "whole");
        Lens lens;
        lens.commitments = Commitments::Firm;
        for (const Overlaps overlaps : {Overlaps::Unique, Overlaps::Gross, Overlaps::Overlap}) {
            lens.overlaps = overlaps;
            QVERIFY(chain.of("whole", lens).counts);
            QVERIFY(chain.of("part", lens).counts); // though nothing of it overlaps
            QVERIFY(!chain.of("option", lens).counts);
            QCOMPARE(chain.of("part", lens).pieces.empty(), overlaps == Overlaps::Overlap);
        }
    }

    void weightsRoundHalfToEven()
    {
        Scheduled chain;
        chain.deal("d", "oracle", "openai", "licence",
                   {{deal_field::Status, "announced"}, {deal_field::ValueUsd, "0.05"}});
        chain.deal("e", "oracle", "openai", "licence",
                   {{deal_field::Status, "announced"}, {deal_field::ValueUsd, "0.03"}});
        Lens lens;
        lens.basis = FigureBasis::Weighted;
        QCOMPARE(chain.of("d", lens).pieces.front().value.value, 2); // 2.5
        QCOMPARE(chain.of("e", lens).pieces.front().value.value, 2); // 1.5
    }

    void claimsReplayHowADealWasTold()
    {
        Scheduled chain;
        chain.deal("d", "oracle", "openai", "lease",
                   {{deal_field::Announced, "2025-03"}, {deal_field::ValueUsd, "100"}});
        chain.claim("d", "value_usd", "2025-05", "60");
        chain.claim("d", "value_usd", "2025-09", "100");
        chain.claim("d", "status", "2026-01", "cancelled");
        QVERIFY(!chain.of("d", asOf(2025, 2, 28)).counts);
        QVERIFY(!chain.of("d", asOf(2025, 4, 30)).hasMoney);
        QVERIFY(chain.of("d", asOf(2025, 4, 30)).lacksMoney);
        QCOMPARE(chain.of("d", asOf(2025, 8, 31)).pieces.front().value.value, 60'00);
        QCOMPARE(chain.of("d", asOf(2025, 9, 1)).pieces.front().value.value, 100'00);
        QVERIFY(!chain.of("d", asOf(2026, 1, 1)).counts);
        QVERIFY(chain.of("d").counts); // the row's own status
    }

    void aFormulaReadsItsSeriesOnTheMiddleDay()
    {
        Scheduled chain;
        chain.metric("u1", "users", {{metric_field::AsOf, "2026-01-01"}, {metric_field::Value, "100"}});
        chain.metric("u2", "users", {{metric_field::AsOf, "2027-01-01"}, {metric_field::Value, "465"}});
        chain.deal("d", "oracle", "openai", "licence",
                   {{deal_field::Formula, "users * 2"}, {deal_field::Starts, "2026"}, {deal_field::Ends, "2027-01"}});
        const Schedule schedule = chain.of("d");
        QCOMPARE(schedule.formulaQuarters.size(), std::size_t{8});
        // 90 days, middle day 45 days on: 145 users; 2 * 145 * 90 / 365.25 dollars
        QCOMPARE(schedule.formulaQuarters[0],
                 Cents{static_cast<std::int64_t>(std::nearbyint(145.0 * 2 * 90 / 365.25 * 100))});
        QCOMPARE(schedule.formulaQuarters[4],
                 Cents{static_cast<std::int64_t>(std::nearbyint(465.0 * 2 * 31 / 365.25 * 100))}); // flat, a month
        QCOMPARE(schedule.formulaQuarters[5], Cents{0});
        QVERIFY(schedule.hasMoney && schedule.pieces.empty());
    }

    void theMetricKnownLastIsTheOneThatCounts()
    {
        Scheduled chain;
        const auto observe = [&chain](const std::string& key, const std::string& known, const std::string& value) {
            chain.metric(key, "price",
                         {{metric_field::AsOf, "2026"}, {metric_field::Known, known}, {metric_field::Value, value}});
        };
        observe("a", "2025-03", "10");
        observe("b", "2025-06", "20");
        observe("c", "2025-06", "30");
        chain.deal("d", "oracle", "openai", "licence", {{deal_field::Formula, "price"}, {deal_field::Starts, "2026"}});
        const auto firstQuarter = [&chain](const Lens& lens) { return chain.of("d", lens).formulaQuarters.at(0); };
        const auto cents = [](double perYear) {
            return Cents{static_cast<std::int64_t>(std::nearbyint(perYear * 90 / 365.25 * 100))};
        };
        QCOMPARE(firstQuarter(asOf(2025, 4, 1)), cents(10));
        QCOMPARE(firstQuarter(asOf(2025, 7, 1)), cents(30)); // the same day: the greatest key
        QVERIFY(chain.of("d", asOf(2025, 1, 1)).formulaFails);
        QVERIFY(chain.of("d", asOf(2025, 1, 1)).lacksMoney);
    }

    void aNegativeResultMakesTheWholeDealUndisclosed()
    {
        Scheduled chain;
        chain.metric("m", "margin", {{metric_field::AsOf, "2026"}, {metric_field::Value, "-1"}});
        chain.deal("loss", "oracle", "openai", "licence",
                   {{deal_field::Formula, "margin"}, {deal_field::Starts, "2026"}});
        chain.deal("dust", "oracle", "openai", "licence",
                   {{deal_field::Formula, "margin / 100000"}, {deal_field::Starts, "2026"}});
        chain.deal("when", "oracle", "openai", "licence", {{deal_field::Formula, "margin * -1"}});
        QVERIFY(chain.of("loss").formulaFails && chain.of("loss").lacksMoney &&
                chain.of("loss").formulaQuarters.empty());
        QVERIFY(!chain.of("dust").formulaFails);                               // rounds to nothing
        QVERIFY(chain.of("when").formulaFails && chain.of("when").lacksMoney); // has no start: flagged as well
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
