// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/known_rows.h"

#include "chain/formula.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ochain {

namespace {

template <class T>
std::optional<T> ifRead(Result<T> result)
{
    return result ? std::optional<T>(std::move(*result)) : std::nullopt;
}

std::optional<Date> readDate(std::string_view text)
{
    return ifRead(parseDate(text));
}

std::optional<Cents> readUsd(std::string_view text)
{
    return ifRead(parseUsd(text));
}

std::optional<Kilowatts> readMegawatts(std::string_view text)
{
    return ifRead(parseMegawatts(text));
}

std::optional<double> readDecimal(std::string_view text)
{
    return ifRead(parseDecimal(text));
}

template <class Enum, std::size_t N>
std::optional<Enum> readChoice(const std::array<std::string_view, N>& names, std::string_view text)
{
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

/// Reads the claims of one row.
class Claims {
public:
    Claims(const Chain& chain, RowRef of, Day asOf) : m_chain(chain), m_of(of), m_asOf(asOf) {}

    /// Puts what is known of a field into `value`: of an optional field `absent` before its first claim.
    /// @param read  text (or the Claim's Text) to optional value
    template <class Value, class Read>
    void apply(Field field, Value& value, Read&& read, const Value& absent) const
    {
        const Told<Value> told = last<Value>(field, read);
        if (told.isClaimed)
            value = told.value.value_or(absent);
    }
    /// The same for a field that may not be empty.
    template <class Value, class Read>
    void applyRequired(Field field, Value& value, Read&& read) const
    {
        const Told<Value> told = last<Value>(field, read);
        value = told.value.value_or(value);
    }

private:
    template <class Value>
    struct Told {
        bool isClaimed = false;
        std::optional<Value> value;
    };

    template <class Value, class Read>
    Told<Value> last(Field field, Read&& read) const
    {
        Told<Value> told;
        std::pair<Day, std::int64_t> latest;
        m_chain.forEachClaim(m_of, [&](ClaimId, const Claim& claim) {
            if (claim.field != field || !claim.isAdopted)
                return;
            const std::optional<Value> value = read(claim.value);
            if (!value)
                return;
            told.isClaimed = true;
            const std::pair<Day, std::int64_t> at{firstDay(claim.asOf),
                                                  claim.head.rowid}; // no date is the earliest of days
            if (at.first > m_asOf || (told.value && at < latest))
                return;
            told.value = value;
            latest = at;
        });
        return told;
    }

    const Chain& m_chain;
    RowRef m_of;
    Day m_asOf;
};

/// Readers take the claim's Text; most want the text itself.
template <class Read>
auto ofText(const Chain& chain, Read read)
{
    return [&chain, read](Text text) { return read(chain.text(text)); };
}

/// What claims say of commitment and boundary, of a deal or of a tranche.
template <class Known>
void applyTerms(const Chain& chain, const Claims& claims, Field commitment, Field boundary, Known& known)
{
    claims.apply(commitment, known.commitment,
                 ofText(chain, [](std::string_view view) { return readChoice<Commitment>(kCommitmentNames, view); }),
                 Commitment::Unsaid);
    const auto read = [&chain](Text text) -> std::optional<BoundaryId> {
        const std::string_view view = chain.text(text);
        const auto found = chain.find<BoundaryId>(view);
        return view.empty() || found.isSet() ? std::optional<BoundaryId>(found) : std::nullopt;
    };
    claims.apply(boundary, known.boundary, read, BoundaryId{});
}

void applyClaims(const Chain& chain, DealId id, Day asOf, KnownDeal& deal)
{
    const Claims claims(chain, {Table::Deals, id.value}, asOf);
    const auto date = ofText(chain, readDate);
    claims.apply(deal_field::Announced, deal.announced, date, Date{});
    claims.apply(deal_field::Starts, deal.starts, date, Date{});
    claims.apply(deal_field::Ends, deal.ends, date, Date{});
    claims.apply(deal_field::CapacityMw, deal.capacity, ofText(chain, readMegawatts), Kilowatts{});
    claims.apply(deal_field::ValueUsd, deal.value, ofText(chain, readUsd), Cents{});
    const auto formula = [&chain](Text text) -> std::optional<Text> {
        const std::string_view view = chain.text(text);
        return view.empty() || Formula::parse(view) ? std::optional<Text>(text) : std::nullopt;
    };
    claims.apply(deal_field::Formula, deal.formula, formula, Text{});
    const auto profile = [&chain](Text text) -> std::optional<Profile> {
        const std::string_view view = chain.text(text);
        return view.empty() ? std::optional<Profile>(Profile::Inherit) : readChoice<Profile>(kProfileNames, view);
    };
    claims.apply(deal_field::Profile, deal.profile, profile, Profile::Inherit);
    const auto status = [&chain](Text text) -> std::optional<StatusId> {
        const auto found = chain.find<StatusId>(chain.text(text));
        return found.isSet() ? std::optional<StatusId>(found) : std::nullopt;
    };
    claims.applyRequired(deal_field::Status, deal.status, status);
    const auto basis = ofText(chain, [](std::string_view view) { return readChoice<Basis>(kBasisNames, view); });
    claims.applyRequired(deal_field::Basis, deal.basis, basis);
    applyTerms(chain, claims, deal_field::Commitment, deal_field::Boundary, deal);
    // Where claims give both, the formula counts (data/README.md, section 5).
    if (deal.formula != Text{})
        deal.value = {};
}

} // namespace

KnownDeal knownDeal(const Chain& chain, DealId id, Day asOf)
{
    const Deal& row = chain.deals()[id];
    KnownDeal deal{row.status,  row.announced, row.starts, row.ends,       row.capacity, row.value,
                   row.formula, row.profile,   row.basis,  row.commitment, row.boundary};
    if (asOf != kNoDay && row.hasClaims)
        applyClaims(chain, id, asOf, deal);
    if (deal.profile == Profile::Inherit)
        deal.profile = chain.kinds()[row.kind].profile;
    return deal;
}

KnownTranche knownTranche(const Chain& chain, TrancheId id, Day asOf)
{
    const Tranche& row = chain.tranches()[id];
    KnownTranche tranche{row.starts, row.ends, row.capacity, row.value, row.basis, row.commitment, row.boundary};
    if (asOf == kNoDay || !chain.deals()[row.deal].hasClaims)
        return tranche;
    const Claims claims(chain, {Table::Tranches, id.value}, asOf);
    const auto date = ofText(chain, readDate);
    claims.apply(tranche_field::Starts, tranche.starts, date, Date{});
    claims.apply(tranche_field::Ends, tranche.ends, date, Date{});
    claims.apply(tranche_field::CapacityMw, tranche.capacity, ofText(chain, readMegawatts), Kilowatts{});
    claims.apply(tranche_field::ValueUsd, tranche.value, ofText(chain, readUsd), Cents{});
    const auto basis = ofText(chain, [](std::string_view view) { return readChoice<Basis>(kBasisNames, view); });
    claims.applyRequired(tranche_field::Basis, tranche.basis, basis);
    applyTerms(chain, claims, tranche_field::Commitment, tranche_field::Boundary, tranche);
    return tranche;
}

BasisPoints knownEquity(const Chain& chain, DealId id, Day asOf)
{
    const Deal& row = chain.deals()[id];
    BasisPoints equity = row.equity;
    if (asOf == kNoDay || !row.hasClaims)
        return equity;
    const auto percent = [](std::string_view text) { return ifRead(parsePercent(text)); };
    Claims(chain, {Table::Deals, id.value}, asOf)
        .apply(deal_field::EquityPct, equity, ofText(chain, percent), BasisPoints{});
    return equity;
}

KnownMetric knownMetric(const Chain& chain, MetricId id, Day asOf)
{
    const Metric& row = chain.metrics()[id];
    KnownMetric metric{row.asOf, row.known, row.value, row.basis};
    if (asOf == kNoDay || !row.hasClaims)
        return metric;
    const Claims claims(chain, {Table::Metrics, id.value}, asOf);
    const auto date = ofText(chain, readDate);
    claims.apply(metric_field::AsOf, metric.asOf, date, Date{});
    claims.apply(metric_field::Known, metric.known, date, Date{});
    claims.apply(metric_field::Value, metric.value, ofText(chain, readDecimal), kNoNumber);
    const auto basis = ofText(chain, [](std::string_view view) { return readChoice<Basis>(kBasisNames, view); });
    claims.applyRequired(metric_field::Basis, metric.basis, basis);
    return metric;
}

} // namespace ochain
