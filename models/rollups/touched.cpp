// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/touched.h"

#include "chain/known_rows.h"

#include <algorithm>
#include <initializer_list>

namespace ochain {

namespace {

bool changes(const RowChange& change, std::initializer_list<Field> fields)
{
    return std::any_of(change.fields.begin(), change.fields.end(), [fields](const FieldChange& field) {
        return std::find(fields.begin(), fields.end(), field.field) != fields.end();
    });
}

/// Calls f(text) for what a field is set to and what it was, where it is not empty.
template <class F>
void forEachText(const RowChange& change, Field of, F&& f)
{
    for (const FieldChange& field : change.fields) {
        if (field.field != of)
            continue;
        for (const std::string* text : {&field.before, &field.after})
            if (!text->empty())
                f(*text);
    }
}

template <class T>
void sortUnique(std::vector<T>& values)
{
    if (values.size() < 2)
        return;
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

constexpr std::size_t kDealsToName = 5000; ///< in chains up to so many an edit of a status names the deals it moves

/// Edits that touch more than this share of the deals cost less computed anew.
bool isMost(std::size_t touched, std::size_t all)
{
    return touched > 1000 && touched > all / 10;
}

class Finder {
public:
    Finder(const Chain& chain, const Lens& lens, FormulaBook& book) : m_chain(chain), m_lens(lens), m_book(book) {}

    Touched find(const Edit& edit)
    {
        for (const RowChange& change : edit.changes)
            add(change);
        sortUnique(m_touched.series);
        if (!m_touched.series.empty())
            addFormulas();
        sortUnique(m_touched.deals);
        sortUnique(m_touched.moved);
        if (m_lens.overlaps != Overlaps::Gross) {
            addWholes(m_touched.deals);
            addWholes(m_touched.moved);
        }
        if (isMost(m_touched.deals.size() + m_touched.moved.size(), m_chain.deals().size()))
            m_touched.everything = true;
        return std::move(m_touched);
    }

private:
    [[nodiscard]] bool hasClock() const noexcept { return m_lens.knownAsOf != kNoDay; }

    void add(const RowChange& change)
    {
        const std::uint32_t row = change.op == Op::Insert ? kNoRow : m_chain.find(change.table, change.key);
        if (row != kNoRow)
            m_touched.rows.push_back({change.table, row});
        else if (change.op == Op::Update && tableSpec(change.table).isKeyed && changes(change, {Field{0}}))
            m_touched.renamesNewcomers = true;
        switch (change.table) {
        case Table::Tiers:
            addTier(change, TierId{row});
            break;
        case Table::Nodes:
            addNode(change, NodeId{row});
            break;
        case Table::DealKinds:
            if (change.op == Op::Update && changes(change, {kind_field::Class, kind_field::Profile, kind_field::Money}))
                m_touched.everything = true;
            break;
        case Table::Statuses:
            addStatus(change, StatusId{row});
            break;
        case Table::Boundaries:
            addBoundary(change);
            break;
        case Table::Settings:
            m_touched.mayMoveCalendar = true;
            break;
        case Table::Deals:
            addDealChange(change, DealId{row});
            break;
        case Table::Tranches:
            addTranche(change, TrancheId{row});
            break;
        case Table::Metrics:
            addMetric(change, MetricId{row});
            break;
        case Table::Claims:
            addClaim(change, ClaimId{row});
            break;
        case Table::Events:
        case Table::Sources:
        case Table::Citations:
        case Table::Scenarios:
        case Table::Overrides:
        case Table::Views:
        case Table::Dismissals:
            break; // no figure depends on them
        }
    }

    void addTier(const RowChange& change, TierId tier)
    {
        const bool losesLayer = change.op == Op::Erase && tier.isSet() && m_chain.tiers()[tier].isLayer;
        const bool movesLayers = losesLayer || (change.op == Op::Insert && textOf(change, tier_field::Layer) == "1") ||
                                 (change.op == Op::Update && changes(change, {tier_field::Layer}));
        // Of tiers that bind alike the first counts: of those with one ordinal, the one entered first.
        const bool movesOrder = change.movedTo != 0 ||
                                (change.op == Op::Update && changes(change, {tier_field::Parent, tier_field::Ordinal}));
        if (movesLayers || movesOrder)
            m_touched.everything = true;
        m_touched.erasesGroups |= change.op == Op::Erase;
    }

    [[nodiscard]] static std::string_view textOf(const RowChange& change, Field of)
    {
        const auto found = std::find_if(change.fields.begin(), change.fields.end(),
                                        [of](const FieldChange& field) { return field.field == of; });
        return found == change.fields.end() ? std::string_view() : std::string_view(found->after);
    }

    void addNode(const RowChange& change, NodeId node)
    {
        if (change.op == Op::Insert || !node.isSet())
            return;
        if (change.op == Op::Erase)
            m_touched.erasesGroups = true;
        if (change.op == Op::Update && isOtherSite(change))
            addSite(node);
        if (change.op != Op::Update || !changes(change, {node_field::Tier, node_field::Parent}))
            return;
        m_touched.movesNodes = true;
        const auto add = [this](DealId deal, const Deal&) { m_touched.moved.push_back(deal); };
        std::vector<NodeId> open{node}; // a tier moves the node's own deals, a parent those of all inside it
        while (!open.empty() && !isMost(m_touched.moved.size(), m_chain.deals().size())) {
            const NodeId next = open.back();
            open.pop_back();
            m_chain.forEachSupplied(next, add);
            m_chain.forEachBought(next, add);
            if (changes(change, {node_field::Parent}))
                m_chain.forEachChild(next, [&open](NodeId child, const Node&) { open.push_back(child); });
        }
    }

    /// Whether a node becomes a site, or is one no longer.
    [[nodiscard]] static bool isOtherSite(const RowChange& change)
    {
        return std::any_of(change.fields.begin(), change.fields.end(), [](const FieldChange& field) {
            return field.field == node_field::Kind && (field.before == "site") != (field.after == "site");
        });
    }

    /// What is bought in it comes to bind otherwise in the groups above.
    void addSite(NodeId node)
    {
        m_touched.movesSites = true;
        std::vector<NodeId> open{node};
        while (!open.empty() && !isMost(m_touched.moved.size(), m_chain.deals().size())) {
            const NodeId next = open.back();
            open.pop_back();
            m_chain.forEachBought(next, [this](DealId deal, const Deal&) { m_touched.moved.push_back(deal); });
            m_chain.forEachChild(next, [&open](NodeId child, const Node&) { open.push_back(child); });
        }
    }

    void addBoundary(const RowChange& change)
    {
        if (m_lens.megawatts != MegawattsOf::It)
            return;
        const bool isOther = change.op == Op::Update && changes(change, {boundary_field::Key, boundary_field::ToItBp});
        const bool isReadByClaims = change.op != Op::Update && hasClock(); // a claim may name it
        if (isOther || isReadByClaims)
            m_touched.everything = true;
    }

    void addStatus(const RowChange& change, StatusId status)
    {
        const bool isOther = change.op == Op::Update && changes(change, {status_field::Key});
        const bool weighs = change.op == Op::Update && changes(change, {status_field::WeightBp}) &&
                            m_lens.basis == FigureBasis::Weighted;
        const bool isReadByClaims = change.op != Op::Update && hasClock(); // a claim may name it
        if (isOther || weighs || isReadByClaims)
            m_touched.everything = true;
        if ((isOther || weighs) && m_chain.deals().size() <= kDealsToName)
            m_chain.deals().forEach([&](DealId id, const Deal& deal) {
                if (deal.status == status)
                    addDeal(id);
            });
    }

    void addDeal(DealId deal)
    {
        if (deal.isSet())
            m_touched.deals.push_back(deal);
    }

    void addDealChange(const RowChange& change, DealId deal)
    {
        addDeal(deal);
        forEachText(change, deal_field::PartOf, [this](const std::string& key) { addDeal(m_chain.find<DealId>(key)); });
        if (change.op != Op::Update || changes(change, {deal_field::Announced, deal_field::Starts, deal_field::Ends,
                                                        deal_field::Status, deal_field::Kind}))
            m_touched.mayMoveCalendar = true;
    }

    void addTranche(const RowChange& change, TrancheId tranche)
    {
        if (tranche.isSet())
            addDeal(m_chain.tranches()[tranche].deal);
        forEachText(change, tranche_field::Deal,
                    [this](const std::string& key) { addDeal(m_chain.find<DealId>(key)); });
        if (change.op != Op::Update ||
            changes(change, {tranche_field::Starts, tranche_field::Ends, tranche_field::Deal}))
            m_touched.mayMoveCalendar = true;
    }

    void addSeriesOf(MetricId metric)
    {
        if (metric.isSet())
            m_touched.series.emplace_back(m_chain.seriesName(m_chain.metrics()[metric].series));
    }

    void addMetric(const RowChange& change, MetricId metric)
    {
        addSeriesOf(metric);
        forEachText(change, metric_field::Series,
                    [this](const std::string& name) { m_touched.series.push_back(name); });
    }

    void addRowOfClaim(RowRef of)
    {
        if (of.row == kNoRow)
            return;
        if (of.table == Table::Deals)
            addDeal(DealId{of.row});
        else if (of.table == Table::Tranches)
            addDeal(m_chain.tranches()[TrancheId{of.row}].deal);
        else if (of.table == Table::Metrics)
            addSeriesOf(MetricId{of.row});
    }

    void addClaim(const RowChange& change, ClaimId claim)
    {
        if (!hasClock())
            return;
        if (claim.isSet())
            addRowOfClaim(m_chain.claims()[claim].of);
        // where it points afterwards; rows that come with the same edit are touched anyway
        forEachText(change, claim_field::RowKey, [this](const std::string& key) {
            for (const Table table : {Table::Deals, Table::Tranches, Table::Metrics})
                addRowOfClaim({table, m_chain.find(table, key)});
        });
    }

    /// Deals whose formula names one of the series.
    void addFormulas()
    {
        const auto consider = [this](DealId id) {
            Formula* const formula = m_book.formula(m_chain.text(knownDeal(m_chain, id, m_lens.knownAsOf).formula));
            if (formula == nullptr)
                return;
            const auto& names = formula->names();
            if (std::any_of(names.begin(), names.end(), [this](const std::string& name) {
                    return std::binary_search(m_touched.series.begin(), m_touched.series.end(), name);
                }))
                m_touched.deals.push_back(id);
        };
        m_chain.formulaDeals().forEach([&consider](std::size_t, DealId id) { consider(id); });
        if (!hasClock())
            return;
        m_chain.claims().forEach([&](ClaimId, const Claim& claim) {
            if (claim.of.table == Table::Deals && claim.field == deal_field::Formula)
                consider(DealId{claim.of.row});
        });
    }

    /// The wholes that deals are part of.
    void addWholes(std::vector<DealId>& deals)
    {
        const std::size_t given = deals.size();
        for (std::size_t i = 0; i < given; ++i)
            if (const DealId whole = m_chain.deals()[deals[i]].partOf; whole.isSet())
                deals.push_back(whole);
        if (deals.size() > given)
            sortUnique(deals);
    }

    const Chain& m_chain;
    const Lens& m_lens;
    FormulaBook& m_book;
    Touched m_touched;
};

} // namespace

std::vector<DealId> Touched::takeDeals()
{
    if (moved.empty())
        return std::move(deals);
    deals.insert(deals.end(), moved.begin(), moved.end());
    sortUnique(deals);
    return std::move(deals);
}

Touched findTouched(const Chain& chain, const Lens& lens, FormulaBook& book, const Edit& edit)
{
    return Finder(chain, lens, book).find(edit);
}

void addInserted(const Chain& chain, const Edit& edit, Touched& touched, std::vector<DealId>& deals)
{
    const std::size_t known = deals.size();
    const auto add = [&](Table table, std::string_view key) {
        const std::uint32_t row = chain.find(table, key);
        if (row == kNoRow)
            return; // erased again by the same edit, or under another key by now
        touched.rows.push_back({table, row});
        if (table == Table::Deals)
            deals.push_back(DealId{row});
    };
    for (const RowChange& change : edit.changes)
        if (change.op == Op::Insert)
            add(change.table, change.key);
    if (touched.renamesNewcomers) {
        for (const RowChange& change : edit.changes)
            if (change.op == Op::Update && tableSpec(change.table).isKeyed)
                for (const FieldChange& field : change.fields)
                    if (field.field == 0)
                        add(change.table, field.after);
        sortUnique(touched.rows);
    }
    if (deals.size() > known)
        sortUnique(deals);
}

} // namespace ochain
