// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/calendar.h"
#include "chain/edit.h"
#include "chain/key_index.h"
#include "chain/problem.h"
#include "chain/row_heads.h"
#include "chain/row_set.h"
#include "chain/rows.h"
#include "chain/shared_list.h"
#include "chain/table.h"
#include "chain/text_pool.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ochain {

/// The graph in memory: every table of a chain file, with what the engine and the views walk along. A value: the only
/// way to change it is an Edit. A copy is a snapshot: it shares what neither has changed since, so that it costs next
/// to nothing, and may be read, edited and dropped on another thread while the original goes on.
class Chain {
public:
    // --- rows, typed ---
    [[nodiscard]] const RowSet<Tier, TierId>& tiers() const noexcept { return m_tiers; }
    [[nodiscard]] const RowSet<Node, NodeId>& nodes() const noexcept { return m_nodes; }
    [[nodiscard]] const RowSet<DealKind, KindId>& kinds() const noexcept { return m_kinds; }
    [[nodiscard]] const RowSet<Status, StatusId>& statuses() const noexcept { return m_statuses; }
    [[nodiscard]] const RowSet<Boundary, BoundaryId>& boundaries() const noexcept { return m_boundaries; }
    [[nodiscard]] const RowSet<Deal, DealId>& deals() const noexcept { return m_deals; }
    [[nodiscard]] const RowSet<Tranche, TrancheId>& tranches() const noexcept { return m_tranches; }
    [[nodiscard]] const RowSet<Metric, MetricId>& metrics() const noexcept { return m_metrics; }
    [[nodiscard]] const RowSet<Event, EventId>& events() const noexcept { return m_events; }
    [[nodiscard]] const RowSet<Source, SourceId>& sources() const noexcept { return m_sources; }
    [[nodiscard]] const RowSet<Citation, CitationId>& citations() const noexcept { return m_citations; }
    [[nodiscard]] const RowSet<Claim, ClaimId>& claims() const noexcept { return m_claims; }
    [[nodiscard]] const RowSet<Scenario, ScenarioId>& scenarios() const noexcept { return m_scenarios; }
    [[nodiscard]] const RowSet<Override, OverrideId>& overrides() const noexcept { return m_overrides; }
    [[nodiscard]] const RowSet<Setting, SettingId>& settings() const noexcept { return m_settings; }
    [[nodiscard]] const RowSet<SavedView, ViewId>& views() const noexcept { return m_views; }
    [[nodiscard]] const RowSet<Dismissal, DismissalId>& dismissals() const noexcept { return m_dismissals; }
    [[nodiscard]] std::string_view text(Text text) const noexcept { return m_texts.view(text); }
    [[nodiscard]] std::string_view seriesName(SeriesId series) const noexcept
    {
        return m_texts.view(m_series[series.value].name);
    }
    /// A series that has a metric; one that lost its last is unknown.
    [[nodiscard]] SeriesId findSeries(std::string_view name) const;

    // --- rows, by table and field ---
    /// Rows alive of a table.
    [[nodiscard]] std::size_t size(Table table) const noexcept;
    /// One more than the greatest row index of a table; dead slots included.
    [[nodiscard]] std::uint32_t slotCount(Table table) const noexcept;
    [[nodiscard]] bool isAlive(RowRef ref) const noexcept;
    /// The row with this key, kNoRow if there is none.
    [[nodiscard]] std::uint32_t find(Table table, std::string_view key) const;
    template <class RowId>
    [[nodiscard]] RowId find(std::string_view key) const; ///< find<NodeId>("openai-group"); unset if there is none
    /// The key of a row. Rows without a key field have what they say, joined by /: a citation
    /// "deals/amd-openai-6gw/nasdaq-amd", a claim "deals/jpm-abilene/value_usd/2025-05/nasdaq-amd/9400000000" (value
    /// last), an override "scenario/deals/row/field".
    [[nodiscard]] std::string_view key(RowRef ref) const noexcept;
    [[nodiscard]] std::int64_t rowid(RowRef ref) const noexcept;
    /// A field's text in canonical form, as in the CSV files; "" if it is empty.
    [[nodiscard]] std::string value(RowRef ref, Field field) const;
    /// Rows alive of a table in the order they were entered.
    [[nodiscard]] std::vector<std::uint32_t> inOrder(Table table) const;

    // --- walks ---
    template <class F>
    void forEachTranche(DealId deal, F&& f) const; ///< f(TrancheId, const Tranche&)
    template <class F>
    void forEachPart(DealId whole, F&& f) const; ///< f(DealId, const Deal&)
    template <class F>
    void forEachSupplied(NodeId node, F&& f) const; ///< deals the node supplies
    template <class F>
    void forEachBought(NodeId node, F&& f) const; ///< deals the node is the customer of
    template <class F>
    void forEachChild(NodeId node, F&& f) const; ///< f(NodeId, const Node&)
    template <class F>
    void forEachMetric(SeriesId series, F&& f) const; ///< f(MetricId, const Metric&)
    template <class F>
    void forEachCitation(RowRef of, F&& f) const; ///< f(CitationId, const Citation&)
    template <class F>
    void forEachClaim(RowRef of, F&& f) const; ///< f(ClaimId, const Claim&)
    /// Deals with a formula, in no order.
    [[nodiscard]] const SharedList<DealId>& formulaDeals() const noexcept { return m_formulaDeals; }

    // --- what follows from the rows ---
    /// Tiers as one reads the chain: roots by ordinal, below each its sub-tiers by ordinal, then by rowid.
    [[nodiscard]] const std::vector<TierId>& tierOrder() const noexcept { return m_tierOrder; }
    /// The layer tiers in tier order; a layer's number is its place here.
    [[nodiscard]] const std::vector<TierId>& layers() const noexcept { return m_layers; }
    /// The numbers of all layers, then kNoLayer: what capacities are kept by.
    [[nodiscard]] std::vector<LayerNumber> layerNumbers() const;
    /// The tier that is this layer; unset for kNoLayer.
    [[nodiscard]] TierId tierOf(LayerNumber layer) const noexcept
    {
        return layer.isSet() ? m_layers[layer.value] : TierId{};
    }
    /// The layer a tier or a node lies in: that of the nearest layer tier at or above it, kNoLayer if there is none.
    [[nodiscard]] LayerNumber layerOf(TierId tier) const noexcept { return m_layerOfTier[tier.value]; }
    [[nodiscard]] LayerNumber layerOf(NodeId node) const noexcept { return layerOf(m_nodes[node].tier); }
    /// The root above a tier.
    [[nodiscard]] TierId rootOf(TierId tier) const noexcept;
    [[nodiscard]] DealClass classOf(const Deal& deal) const noexcept { return m_kinds[deal.kind].dealClass; }
    /// The deal's own profile, else that of its kind; never Inherit.
    [[nodiscard]] Profile profileOf(const Deal& deal) const noexcept;
    /// The whole years from the first start or end of a trade, capital or contingent deal or a tranche of one to the
    /// horizon, whatever the lens (data/README.md, section 3).
    [[nodiscard]] Calendar calendar() const;
    /// First and last year of the calendar; {0, -1} if it is empty. Cheaper than the calendar itself.
    [[nodiscard]] std::pair<int, int> yearSpan() const noexcept;
    /// The year that the setting `horizon` names; none if it is unset.
    [[nodiscard]] std::optional<int> horizon() const;
    /// Grows with every edit applied; equal revisions of one chain mean equal contents.
    [[nodiscard]] std::uint64_t revision() const noexcept { return m_revision; }

    // --- change ---
    /// What would refuse the edit; empty if it can be applied. It is tried on a snapshot.
    /// @param goesOn  asked now and then: false gives it up, with a problem that says so
    [[nodiscard]] Problems validate(const Edit& edit, const std::function<bool()>& goesOn = {}) const;
    /// Applies an edit as a whole, or says why not and changes nothing. Inserts whose rowid is 0 get the next one; the
    /// edit is completed with it.
    [[nodiscard]] Problems apply(Edit& edit);

    // --- the whole ---
    /// Every broken rule of all rows that would be refused.
    [[nodiscard]] Problems errors() const;

private:
    friend class ChainLoader; ///< fills a chain from a file, many rows at once
    friend class Editor;      ///< applies an edit and can take it back
    friend class Wiring;      ///< keeps lists, sums and counts in step with the rows
    friend class TableDispatch;

    struct Series {
        Text name;
        std::uint32_t first = kNoRow;
        std::uint32_t count = 0;
    };
    /// How many starts and ends, and how many days of announcement, lie in each year, so that an edit knows in O(1)
    /// whether it moves the calendar.
    struct YearCounts {
        std::vector<std::uint32_t> counts;    ///< from kMinYear
        std::vector<std::uint32_t> announced; ///< of all deals
    };

    TextPool m_texts;
    RowSet<Tier, TierId> m_tiers;
    RowSet<Node, NodeId> m_nodes;
    RowSet<DealKind, KindId> m_kinds;
    RowSet<Status, StatusId> m_statuses;
    RowSet<Boundary, BoundaryId> m_boundaries;
    RowSet<Deal, DealId> m_deals;
    RowSet<Tranche, TrancheId> m_tranches;
    RowSet<Metric, MetricId> m_metrics;
    RowSet<Event, EventId> m_events;
    RowSet<Source, SourceId> m_sources;
    RowSet<Citation, CitationId> m_citations;
    RowSet<Claim, ClaimId> m_claims;
    RowSet<Scenario, ScenarioId> m_scenarios;
    RowSet<Override, OverrideId> m_overrides;
    RowSet<Setting, SettingId> m_settings;
    RowSet<SavedView, ViewId> m_views;
    RowSet<Dismissal, DismissalId> m_dismissals;

    SharedList<Series> m_series;
    KeyIndex m_seriesByName;
    RowHeads m_firstCitation;
    RowHeads m_firstClaim;
    SharedList<DealId> m_formulaDeals;
    RowHeads m_formulaPlace; ///< of a deal in m_formulaDeals
    std::vector<TierId> m_tierOrder;
    std::vector<TierId> m_layers;
    std::vector<LayerNumber> m_layerOfTier;
    YearCounts m_years;
    Wide m_sumOfCents = 0; ///< of deals and tranches; may pass the limit within an edit that is then refused
    Wide m_sumOfKilowatts = 0;
    std::array<std::int64_t, kTableCount> m_nextRowid{}; ///< the greatest given so far
    std::uint64_t m_revision = 0;
};

// --- walks, inline because the engine lives on them ---

template <class F>
void Chain::forEachTranche(DealId deal, F&& f) const
{
    for (std::uint32_t t = m_deals[deal].firstTranche; t != kNoRow; t = m_tranches[TrancheId{t}].siblings.next)
        f(TrancheId{t}, m_tranches[TrancheId{t}]);
}
template <class F>
void Chain::forEachPart(DealId whole, F&& f) const
{
    for (std::uint32_t d = m_deals[whole].firstPart; d != kNoRow; d = m_deals[DealId{d}].parts.next)
        f(DealId{d}, m_deals[DealId{d}]);
}
template <class F>
void Chain::forEachSupplied(NodeId node, F&& f) const
{
    for (std::uint32_t d = m_nodes[node].firstSupplied; d != kNoRow; d = m_deals[DealId{d}].bySupplier.next)
        f(DealId{d}, m_deals[DealId{d}]);
}
template <class F>
void Chain::forEachBought(NodeId node, F&& f) const
{
    for (std::uint32_t d = m_nodes[node].firstBought; d != kNoRow; d = m_deals[DealId{d}].byCustomer.next)
        f(DealId{d}, m_deals[DealId{d}]);
}
template <class F>
void Chain::forEachChild(NodeId node, F&& f) const
{
    for (std::uint32_t n = m_nodes[node].firstChild; n != kNoRow; n = m_nodes[NodeId{n}].siblings.next)
        f(NodeId{n}, m_nodes[NodeId{n}]);
}
template <class F>
void Chain::forEachMetric(SeriesId series, F&& f) const
{
    for (std::uint32_t m = m_series[series.value].first; m != kNoRow; m = m_metrics[MetricId{m}].siblings.next)
        f(MetricId{m}, m_metrics[MetricId{m}]);
}
/// The number under which a row of any table stands in a hash map.
[[nodiscard]] constexpr std::uint64_t packed(RowRef ref) noexcept
{
    return (static_cast<std::uint64_t>(ref.table) << 32U) | ref.row;
}
template <class F>
void Chain::forEachCitation(RowRef of, F&& f) const
{
    for (std::uint32_t c = m_firstCitation.of(of); c != kNoRow; c = m_citations[CitationId{c}].siblings.next)
        f(CitationId{c}, m_citations[CitationId{c}]);
}
template <class F>
void Chain::forEachClaim(RowRef of, F&& f) const
{
    for (std::uint32_t c = m_firstClaim.of(of); c != kNoRow; c = m_claims[ClaimId{c}].siblings.next)
        f(ClaimId{c}, m_claims[ClaimId{c}]);
}

template <>
[[nodiscard]] inline TierId Chain::find<TierId>(std::string_view key) const
{
    return TierId{find(Table::Tiers, key)};
}
template <>
[[nodiscard]] inline NodeId Chain::find<NodeId>(std::string_view key) const
{
    return NodeId{find(Table::Nodes, key)};
}
template <>
[[nodiscard]] inline KindId Chain::find<KindId>(std::string_view key) const
{
    return KindId{find(Table::DealKinds, key)};
}
template <>
[[nodiscard]] inline StatusId Chain::find<StatusId>(std::string_view key) const
{
    return StatusId{find(Table::Statuses, key)};
}
template <>
[[nodiscard]] inline BoundaryId Chain::find<BoundaryId>(std::string_view key) const
{
    return BoundaryId{find(Table::Boundaries, key)};
}
template <>
[[nodiscard]] inline DealId Chain::find<DealId>(std::string_view key) const
{
    return DealId{find(Table::Deals, key)};
}
template <>
[[nodiscard]] inline TrancheId Chain::find<TrancheId>(std::string_view key) const
{
    return TrancheId{find(Table::Tranches, key)};
}
template <>
[[nodiscard]] inline SourceId Chain::find<SourceId>(std::string_view key) const
{
    return SourceId{find(Table::Sources, key)};
}

} // namespace ochain
