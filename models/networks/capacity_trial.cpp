// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/capacity_trial.h"

#include "chain/amount.h"
#include "chain/deal_terms.h"
#include "chain/edit_builder.h"
#include "chain/known_rows.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace ochain {

namespace {

constexpr int kMonths = 12;

/// Rounded down, so that phases never come to hold more than their deal.
Kilowatts partOf(Kilowatts capacity, BasisPoints part) noexcept
{
    return {static_cast<std::int64_t>(static_cast<Wide>(capacity.value) * part.value / kWhole.value)};
}

/// Puts the edit of one deal together and makes it. What fields were claimed to be no longer counts, or the knowledge
/// clock would bring it back.
class CapacityTrial {
public:
    CapacityTrial(Snapshot& snapshot, DealId deal)
        : m_snapshot(snapshot), m_chain(snapshot.chain), m_deal(deal), m_asOf(snapshot.rollups.lens().knownAsOf),
          m_builder(snapshot.chain)
    {}

    Result<void> slip(int months)
    {
        const KnownDeal known = knownDeal(m_chain, m_deal, m_asOf);
        const Date starts = startOf(m_chain, known);
        bool isAny = move(dealRow(m_deal), deal_field::Starts, starts, months, false);
        isAny = move(dealRow(m_deal), deal_field::Ends, known.ends, months, true) || isAny;
        m_chain.forEachTranche(m_deal, [&](TrancheId id, const Tranche&) {
            const KnownTranche phase = knownTranche(m_chain, id, m_asOf);
            isAny = move({Table::Tranches, id.value}, tranche_field::Starts, phase.starts, months, false) || isAny;
            isAny = move({Table::Tranches, id.value}, tranche_field::Ends, phase.ends, months, true) || isAny;
        });
        return isAny ? make()
                     : refused(QT_TRANSLATE_NOOP("Sentence",
                                                 "{0} has no dates that could slip; give it a start or an end"));
    }

    Result<void> scale(BasisPoints part)
    {
        const Kilowatts before = knownTotal();
        if (before.isAbsent())
            return refused(QT_TRANSLATE_NOOP("Sentence", "{0} has no capacity that could be scaled; give it one"));
        const Kilowatts own = knownDeal(m_chain, m_deal, m_asOf).capacity;
        Kilowatts after{0};
        m_chain.forEachTranche(m_deal, [&](TrancheId id, const Tranche&) {
            const Kilowatts held = knownTranche(m_chain, id, m_asOf).capacity;
            if (held.isAbsent())
                return;
            after += partOf(held, part);
            set({Table::Tranches, id.value}, tranche_field::CapacityMw, formatMegawatts(partOf(held, part)));
        });
        if (!own.isAbsent()) {
            after = partOf(own, part);
            set(dealRow(m_deal), deal_field::CapacityMw, formatMegawatts(after));
        }
        takeFromWholes(before - after);
        return make();
    }

private:
    static RowRef dealRow(DealId deal) { return {Table::Deals, deal.value}; }

    [[nodiscard]] Kilowatts knownTotal() const
    {
        const KnownDeal known = knownDeal(m_chain, m_deal, m_asOf);
        return totalsOf(m_chain, m_deal, {known.value, known.capacity}, m_asOf).capacity;
    }

    bool move(RowRef row, Field field, Date date, int months, bool isEnd)
    {
        if (date.isSet())
            set(row, field, formatDate(laterBy(date, months, isEnd)));
        return date.isSet();
    }

    /// A whole counts for what its parts leave of it: it would make good what a part lacks.
    void takeFromWholes(Kilowatts lacking)
    {
        DealId part = m_deal;
        for (DealId whole = m_chain.deals()[part].partOf; whole.isSet(); whole = m_chain.deals()[part].partOf) {
            const Deal& deal = m_chain.deals()[whole];
            const Kilowatts held = knownDeal(m_chain, whole, m_asOf).capacity;
            const bool takes = m_chain.classOf(deal) == DealClass::Trade && !held.isAbsent() &&
                               m_chain.layerOf(deal.supplier) == m_chain.layerOf(m_chain.deals()[part].supplier);
            if (!takes)
                return;
            const Kilowatts left{std::clamp<std::int64_t>((held - lacking).value, 0, kMaxKilowatts.value)};
            set(dealRow(whole), deal_field::CapacityMw, formatMegawatts(left));
            part = whole;
        }
    }

    void set(RowRef row, Field field, const std::string& text)
    {
        const std::string key(m_chain.key(row));
        if (std::optional<Problem> problem = m_builder.set(row.table, key, field, text))
            m_problems.push_back(std::move(*problem));
        m_chain.forEachClaim(row, [&](ClaimId id, const Claim& claim) {
            if (claim.field == field && claim.isAdopted && m_asOf != kNoDay)
                if (std::optional<Problem> problem =
                        m_builder.erase(Table::Claims, m_chain.key({Table::Claims, id.value})))
                    m_problems.push_back(std::move(*problem));
        });
    }

    Result<void> make()
    {
        if (m_problems.empty()) {
            tl::expected<Changed, Problems> changed =
                m_snapshot.rollups.apply(m_snapshot.chain, std::move(m_builder).build({}, {}));
            if (changed)
                return {};
            m_problems = std::move(changed.error());
        }
        return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "{0} cannot be changed so: {1}"),
                       m_chain.key(dealRow(m_deal)), m_problems.front().text());
    }
    [[nodiscard]] Result<void> refused(const char* sentence) const
    {
        return failure(ErrorKind::InvalidInput, sentence, m_chain.key(dealRow(m_deal)));
    }

    Snapshot& m_snapshot;
    const Chain& m_chain; ///< of the snapshot
    DealId m_deal;
    Day m_asOf;
    EditBuilder m_builder;
    Problems m_problems;
};

} // namespace

Date laterBy(Date date, int months, bool isEnd) noexcept
{
    constexpr int kYear = 10'000, kMonth = 100; // of Date::packed
    const bool hasMonth = date.month() != 0;
    if (!hasMonth && months % kMonths == 0)
        return {date.packed + months / kMonths * kYear};
    const int month = hasMonth ? date.month() : isEnd ? kMonths : 1;
    const int all = date.year() * kMonths + month - 1 + months;
    const int year = all / kMonths;
    const int monthOfYear = all % kMonths + 1;
    const int day = date.day() == 0 ? 0 : std::min(date.day(), daysIn(year, monthOfYear));
    return {year * kYear + monthOfYear * kMonth + day};
}

Result<Snapshot> withSlips(const Snapshot& snapshot, const std::vector<DealSlip>& slips,
                           const std::vector<DealScale>& scales)
{
    Snapshot tried = snapshot;
    for (const DealSlip& slip : slips)
        if (Result<void> made = CapacityTrial(tried, slip.deal).slip(slip.months); !made)
            return tl::unexpected(std::move(made.error()));
    for (const DealScale& scale : scales)
        if (Result<void> made = CapacityTrial(tried, scale.deal).scale(scale.part); !made)
            return tl::unexpected(std::move(made.error()));
    return tried;
}

} // namespace ochain
