// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/wiring.h"

#include "chain/deal_terms.h"
#include "chain/table_dispatch.h"

#include <algorithm>

#include <fmt/format.h>

namespace ochain {

namespace {

/// One more than there are years: an end may be the first day of the next.
constexpr std::size_t kYearsCounted{kMaxYear - kMinYear + 2};

/// Puts a row in front of an intrusive list; the links live in the member `links` of the rows.
template <class Rows, class RowId, class Row>
void pushFront(Rows& rows, std::uint32_t& first, RowId id, Link Row::*links)
{
    (rows.edit(id).*links) = {first, kNoRow};
    if (first != kNoRow)
        (rows.edit(RowId{first}).*links).previous = id.value;
    first = id.value;
}

template <class Rows, class RowId, class Row>
void takeOut(Rows& rows, std::uint32_t& first, RowId id, Link Row::*links)
{
    const Link place = rows[id].*links;
    if (place.previous != kNoRow)
        (rows.edit(RowId{place.previous}).*links).next = place.next;
    else
        first = place.next;
    if (place.next != kNoRow)
        (rows.edit(RowId{place.next}).*links).previous = place.previous;
    (rows.edit(id).*links) = {};
}

} // namespace

void Wiring::link(Chain& chain, RowRef ref)
{
    switch (ref.table) {
    case Table::Nodes:
        if (const NodeId parent = chain.m_nodes[NodeId{ref.row}].parent; parent.isSet())
            pushFront(chain.m_nodes, chain.m_nodes.edit(parent).firstChild, NodeId{ref.row}, &Node::siblings);
        return;
    case Table::Statuses: {
        Status& status = chain.m_statuses.edit(StatusId{ref.row});
        status.role = roleOf(chain.text(status.head.key));
        return;
    }
    case Table::Deals:
        return linkDeal(chain, DealId{ref.row});
    case Table::Tranches:
        return linkTranche(chain, TrancheId{ref.row});
    case Table::Metrics:
        return linkMetric(chain, MetricId{ref.row});
    case Table::Citations:
        pushFront(chain.m_citations, chain.m_firstCitation.edit(chain.m_citations[CitationId{ref.row}].of),
                  CitationId{ref.row}, &Citation::siblings);
        return;
    case Table::Claims:
        return linkClaim(chain, ClaimId{ref.row});
    default:
        return;
    }
}

void Wiring::unlink(Chain& chain, RowRef ref)
{
    switch (ref.table) {
    case Table::Nodes:
        if (const NodeId parent = chain.m_nodes[NodeId{ref.row}].parent; parent.isSet())
            takeOut(chain.m_nodes, chain.m_nodes.edit(parent).firstChild, NodeId{ref.row}, &Node::siblings);
        return;
    case Table::Deals:
        return unlinkDeal(chain, DealId{ref.row});
    case Table::Tranches:
        return unlinkTranche(chain, TrancheId{ref.row});
    case Table::Metrics:
        return unlinkMetric(chain, MetricId{ref.row});
    case Table::Citations: {
        const RowRef of = chain.m_citations[CitationId{ref.row}].of;
        takeOut(chain.m_citations, chain.m_firstCitation.edit(of), CitationId{ref.row}, &Citation::siblings);
        return;
    }
    case Table::Claims:
        return unlinkClaim(chain, ClaimId{ref.row});
    default:
        return;
    }
}

void Wiring::linkDeal(Chain& chain, DealId id)
{
    const Deal& deal = chain.m_deals.edit(id); // edited so that it stays in place
    if (deal.supplier.isSet())
        pushFront(chain.m_deals, chain.m_nodes.edit(deal.supplier).firstSupplied, id, &Deal::bySupplier);
    if (deal.customer.isSet())
        pushFront(chain.m_deals, chain.m_nodes.edit(deal.customer).firstBought, id, &Deal::byCustomer);
    if (deal.partOf.isSet())
        pushFront(chain.m_deals, chain.m_deals.edit(deal.partOf).firstPart, id, &Deal::parts);
    if (deal.formula != Text{}) {
        chain.m_formulaPlace.edit({Table::Deals, id.value}) = static_cast<std::uint32_t>(chain.m_formulaDeals.size());
        chain.m_formulaDeals.add(id);
    }
    chain.m_sumOfCents += orZero(deal.value).value;
    chain.m_sumOfKilowatts += orZero(deal.capacity).value;
    countDeal(chain, id, 1);
}

void Wiring::unlinkDeal(Chain& chain, DealId id)
{
    const Deal& deal = chain.m_deals.edit(id); // edited so that it stays in place
    if (deal.supplier.isSet())
        takeOut(chain.m_deals, chain.m_nodes.edit(deal.supplier).firstSupplied, id, &Deal::bySupplier);
    if (deal.customer.isSet())
        takeOut(chain.m_deals, chain.m_nodes.edit(deal.customer).firstBought, id, &Deal::byCustomer);
    if (deal.partOf.isSet())
        takeOut(chain.m_deals, chain.m_deals.edit(deal.partOf).firstPart, id, &Deal::parts);
    const RowRef ref{Table::Deals, id.value};
    if (const std::uint32_t place = chain.m_formulaPlace.of(ref); place != kNoRow) {
        const DealId last = chain.m_formulaDeals.back();
        chain.m_formulaPlace.edit({Table::Deals, last.value}) = place;
        chain.m_formulaDeals.edit(place) = last;
        chain.m_formulaDeals.dropLast();
        chain.m_formulaPlace.edit(ref) = kNoRow;
    }
    chain.m_sumOfCents -= orZero(deal.value).value;
    chain.m_sumOfKilowatts -= orZero(deal.capacity).value;
    countDeal(chain, id, -1);
}

void Wiring::linkTranche(Chain& chain, TrancheId id)
{
    const Tranche& tranche = chain.m_tranches.edit(id);
    if (tranche.deal.isSet())
        pushFront(chain.m_tranches, chain.m_deals.edit(tranche.deal).firstTranche, id, &Tranche::siblings);
    chain.m_sumOfCents += orZero(tranche.value).value;
    chain.m_sumOfKilowatts += orZero(tranche.capacity).value;
    countTranche(chain, tranche, 1);
}

void Wiring::unlinkTranche(Chain& chain, TrancheId id)
{
    const Tranche& tranche = chain.m_tranches.edit(id);
    if (tranche.deal.isSet())
        takeOut(chain.m_tranches, chain.m_deals.edit(tranche.deal).firstTranche, id, &Tranche::siblings);
    chain.m_sumOfCents -= orZero(tranche.value).value;
    chain.m_sumOfKilowatts -= orZero(tranche.capacity).value;
    countTranche(chain, tranche, -1);
}

void Wiring::linkMetric(Chain& chain, MetricId id)
{
    if (const SeriesId series = chain.m_metrics[id].series; series.isSet()) {
        Chain::Series& of = chain.m_series.edit(series.value);
        pushFront(chain.m_metrics, of.first, id, &Metric::siblings);
        ++of.count;
    }
}

void Wiring::unlinkMetric(Chain& chain, MetricId id)
{
    if (const SeriesId series = chain.m_metrics[id].series; series.isSet()) {
        Chain::Series& of = chain.m_series.edit(series.value);
        takeOut(chain.m_metrics, of.first, id, &Metric::siblings);
        --of.count;
    }
}

void Wiring::linkClaim(Chain& chain, ClaimId id)
{
    const RowRef of = chain.m_claims[id].of;
    pushFront(chain.m_claims, chain.m_firstClaim.edit(of), id, &Claim::siblings);
    if (bool* const isClaimed = claimMarkOf(chain, of))
        *isClaimed = true;
}

void Wiring::unlinkClaim(Chain& chain, ClaimId id)
{
    const RowRef of = chain.m_claims[id].of;
    takeOut(chain.m_claims, chain.m_firstClaim.edit(of), id, &Claim::siblings);
    if (bool* const isClaimed = claimMarkOf(chain, of); isClaimed != nullptr && chain.m_firstClaim.of(of) == kNoRow)
        *isClaimed = hasOtherClaims(chain, of);
}

/// Where a row, or the deal it belongs to, says that there are claims.
bool* Wiring::claimMarkOf(Chain& chain, RowRef of)
{
    if (of.table == Table::Metrics)
        return &chain.m_metrics.edit(MetricId{of.row}).hasClaims;
    const DealId deal = of.table == Table::Deals      ? DealId{of.row}
                        : of.table == Table::Tranches ? chain.m_tranches[TrancheId{of.row}].deal
                                                      : DealId{};
    return deal.isSet() ? &chain.m_deals.edit(deal).hasClaims : nullptr;
}

/// Whether there are claims on the deal of a row that has none itself, or on another tranche of it.
bool Wiring::hasOtherClaims(const Chain& chain, RowRef of)
{
    if (of.table == Table::Metrics)
        return false;
    const DealId id = of.table == Table::Deals ? DealId{of.row} : chain.m_tranches[TrancheId{of.row}].deal;
    if (chain.m_firstClaim.of({Table::Deals, id.value}) != kNoRow)
        return true;
    for (std::uint32_t row = chain.m_deals[id].firstTranche; row != kNoRow;
         row = chain.m_tranches[TrancheId{row}].siblings.next)
        if (chain.m_firstClaim.of({Table::Tranches, row}) != kNoRow)
            return true;
    return false;
}

bool Wiring::isCounted(const Chain& chain, const Deal& deal) noexcept
{
    return deal.head.isAlive && deal.kind.isSet() && deal.status.isSet() && chain.classOf(deal) != DealClass::Control;
}

void Wiring::countYear(std::vector<std::uint32_t>& counts, Date date, int by)
{
    if (!date.isSet())
        return;
    if (counts.empty())
        counts.resize(kYearsCounted);
    const int years = date.year() - kMinYear;
    counts[static_cast<std::size_t>(years)] += static_cast<std::uint32_t>(by);
}

void Wiring::countDates(Chain& chain, Date starts, Date ends, int by)
{
    // The last day of an end lies in the year that was entered; so both clocks need the year alone.
    countYear(chain.m_years.counts, starts, by);
    countYear(chain.m_years.counts, ends, by);
}

void Wiring::countDeal(Chain& chain, DealId id, int by)
{
    const Deal& deal = chain.m_deals[id];
    countYear(chain.m_years.announced, deal.announced, by);
    if (!isCounted(chain, deal))
        return;
    countDates(chain, startOf(chain, deal), deal.ends, by);
    chain.forEachTranche(
        id, [&](TrancheId, const Tranche& tranche) { countDates(chain, tranche.starts, tranche.ends, by); });
}

void Wiring::countTranche(Chain& chain, const Tranche& tranche, int by)
{
    // What a tranche lacks falls back to dates of its deal, which count already.
    if (tranche.deal.isSet() && isCounted(chain, chain.m_deals[tranche.deal]))
        countDates(chain, tranche.starts, tranche.ends, by);
}

void Wiring::recount(Chain& chain)
{
    for (std::uint32_t s = 0; s < chain.m_statuses.slotCount(); ++s)
        if (chain.m_statuses.isAlive(StatusId{s}))
            link(chain, {Table::Statuses, s});
    clearYears(chain);
    chain.m_deals.forEach([&](DealId id, const Deal&) { countDeal(chain, id, 1); });
}

void Wiring::clearYears(Chain& chain)
{
    chain.m_years.counts.assign(kYearsCounted, 0);
    chain.m_years.announced.assign(kYearsCounted, 0);
}

StatusRole Wiring::roleOf(std::string_view statusKey) noexcept
{
    if (statusKey == "operating")
        return StatusRole::Operating;
    if (statusKey == "completed")
        return StatusRole::Completed;
    return statusKey == "cancelled" ? StatusRole::Cancelled : StatusRole::Plain;
}

void Wiring::addToIndex(Chain& chain, RowRef ref)
{
    TableDispatch::visit(chain, ref.table, [&](auto& rows, auto) { rows.index().insert(chain.key(ref), ref.row); });
}

void Wiring::removeFromIndex(Chain& chain, RowRef ref)
{
    TableDispatch::visit(chain, ref.table, [&](auto& rows, auto) { rows.index().erase(chain.key(ref), ref.row); });
}

void Wiring::joinKey(Chain& chain, RowRef ref)
{
    std::string key;
    const auto keyOf = [&](RowRef of) { return fmt::format("{}/{}", tableSpec(of.table).name, chain.key(of)); };
    if (ref.table == Table::Citations) {
        Citation& row = chain.m_citations.edit(CitationId{ref.row});
        key = fmt::format("{}/{}", keyOf(row.of), chain.key({Table::Sources, row.source.value}));
        row.head.key = chain.m_texts.add(key);
    } else if (ref.table == Table::Claims) {
        Claim& row = chain.m_claims.edit(ClaimId{ref.row});
        key =
            fmt::format("{}/{}/{}/{}/{}", keyOf(row.of), fieldSpec(row.of.table, row.field).name, formatDate(row.asOf),
                        row.source.isSet() ? chain.key({Table::Sources, row.source.value}) : std::string_view(),
                        chain.text(row.value));
        row.head.key = chain.m_texts.add(key);
    } else if (ref.table == Table::Overrides) {
        Override& row = chain.m_overrides.edit(OverrideId{ref.row});
        key = fmt::format("{}/{}/{}", chain.key({Table::Scenarios, row.scenario.value}), keyOf(row.of),
                          fieldSpec(row.of.table, row.field).name);
        row.head.key = chain.m_texts.add(key);
    } else if (ref.table == Table::Dismissals) {
        Dismissal& row = chain.m_dismissals.edit(DismissalId{ref.row});
        key = fmt::format("{}/{}", chain.text(row.rule), keyOf(row.of));
        row.head.key = chain.m_texts.add(key);
    }
}

void Wiring::rename(Chain& chain, RowRef ref, Text key)
{
    std::vector<RowRef> named;
    chain.m_citations.forEach([&](CitationId id, const Citation& row) {
        if (row.of == ref || (ref.table == Table::Sources && row.source.value == ref.row))
            named.push_back({Table::Citations, id.value});
    });
    chain.m_claims.forEach([&](ClaimId id, const Claim& row) {
        if (row.of == ref || (ref.table == Table::Sources && row.source.value == ref.row))
            named.push_back({Table::Claims, id.value});
    });
    chain.m_overrides.forEach([&](OverrideId id, const Override& row) {
        if (row.of == ref || (ref.table == Table::Scenarios && row.scenario.value == ref.row))
            named.push_back({Table::Overrides, id.value});
    });
    chain.m_dismissals.forEach([&](DismissalId id, const Dismissal& row) {
        if (row.of == ref)
            named.push_back({Table::Dismissals, id.value});
    });
    removeFromIndex(chain, ref);
    for (const RowRef row : named)
        removeFromIndex(chain, row);
    TableDispatch::visit(chain, ref.table,
                         [&](auto& rows, auto id) { rows.edit(decltype(id){ref.row}).head.key = key; });
    addToIndex(chain, ref);
    for (const RowRef row : named) {
        joinKey(chain, row);
        addToIndex(chain, row);
    }
}

SeriesId Wiring::internSeries(Chain& chain, std::string_view name)
{
    const auto next = static_cast<std::uint32_t>(chain.m_series.size());
    const std::uint32_t known = chain.m_seriesByName.tryInsert(
        name, next, [&](std::uint32_t series) { return chain.seriesName(SeriesId{series}) == name; });
    if (known != kNoRow)
        return SeriesId{known};
    chain.m_series.add({chain.m_texts.add(name), kNoRow, 0});
    return SeriesId{next};
}

void Wiring::refreshTiers(Chain& chain)
{
    std::vector<std::vector<TierId>> below(chain.m_tiers.slotCount());
    std::vector<TierId> waiting;
    for (const std::uint32_t row : chain.inOrder(Table::Tiers)) {
        const TierId parent = chain.m_tiers[TierId{row}].parent;
        (parent.isSet() ? below[parent.value] : waiting).push_back(TierId{row});
    }
    const auto later = [&](TierId a, TierId b) { return chain.m_tiers[a].ordinal > chain.m_tiers[b].ordinal; };
    const auto pushReversed = [&](std::vector<TierId> tiers, std::vector<TierId>& onto) {
        std::reverse(tiers.begin(), tiers.end());
        std::stable_sort(tiers.begin(), tiers.end(), later);
        onto.insert(onto.end(), tiers.begin(), tiers.end());
    };
    std::vector<TierId> stack;
    pushReversed(waiting, stack);
    chain.m_tierOrder.clear();
    chain.m_layers.clear();
    while (!stack.empty()) {
        const TierId tier = stack.back();
        stack.pop_back();
        chain.m_tierOrder.push_back(tier);
        if (chain.m_tiers[tier].isLayer)
            chain.m_layers.push_back(tier);
        pushReversed(below[tier.value], stack);
    }
    chain.m_layerOfTier.assign(chain.m_tiers.slotCount(), kNoLayer);
    std::uint32_t next = 0;
    for (const TierId tier : chain.m_tierOrder) {
        const TierId parent = chain.m_tiers[tier].parent;
        chain.m_layerOfTier[tier.value] = chain.m_tiers[tier].isLayer ? LayerNumber{next++}
                                          : parent.isSet()            ? chain.m_layerOfTier[parent.value]
                                                                      : kNoLayer;
    }
}

} // namespace ochain
