// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/reach.h"

#include <algorithm>
#include <string_view>

namespace ochain {

namespace {

constexpr std::size_t kDealsToName = 5000; ///< in chains up to so many an edit of a status names the deals it moves

class Reach {
public:
    explicit Reach(const Chain& chain) : m_chain(chain) {}

    void take(const RowChange& change)
    {
        switch (change.table) {
        case Table::Deals:
            takeDeal(change);
            break;
        case Table::Tranches:
            takeTranche(change);
            break;
        case Table::Metrics:
            takeMetric(change);
            break;
        case Table::Claims:
            takeClaim(change);
            break;
        case Table::Nodes:
            addNode(change.key);
            break;
        case Table::Statuses:
            takeStatus(change);
            break;
        default:
            break;
        }
    }
    std::vector<DealId> deals() { return sorted(m_deals); }
    std::vector<NodeId> nodes()
    {
        for (const DealId deal : m_deals) {
            m_nodes.push_back(m_chain.deals()[deal].supplier);
            m_nodes.push_back(m_chain.deals()[deal].customer);
        }
        return sorted(m_nodes);
    }

private:
    template <class RowId>
    static std::vector<RowId> sorted(std::vector<RowId>& ids)
    {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }
    void addNode(std::string_view key)
    {
        if (const NodeId node = m_chain.find<NodeId>(key); node.isSet())
            m_nodes.push_back(node);
    }
    void addDeal(DealId deal)
    {
        if (!deal.isSet())
            return;
        m_deals.push_back(deal);
        if (const DealId whole = m_chain.deals()[deal].partOf; whole.isSet())
            m_deals.push_back(whole);
    }
    void addFormulas(std::string_view series)
    {
        for (const DealId deal : m_chain.formulaDeals())
            if (m_chain.text(m_chain.deals()[deal].formula).find(series) != std::string_view::npos)
                addDeal(deal);
    }
    void addRow(Table table, std::string_view key)
    {
        const std::uint32_t row = m_chain.find(table, key);
        if (row == kNoRow)
            return;
        if (table == Table::Deals)
            addDeal(DealId{row});
        else if (table == Table::Tranches)
            addDeal(m_chain.tranches()[TrancheId{row}].deal);
        else if (table == Table::Metrics)
            addFormulas(m_chain.seriesName(m_chain.metrics()[MetricId{row}].series));
    }
    void takeDeal(const RowChange& change)
    {
        addRow(Table::Deals, change.key);
        for (const FieldChange& field : change.fields)
            for (const std::string& text : {field.before, field.after}) {
                if (field.field == deal_field::Supplier || field.field == deal_field::Customer)
                    addNode(text);
                else if (field.field == deal_field::PartOf || field.field == deal_field::Key)
                    addRow(Table::Deals, text);
            }
    }
    void takeTranche(const RowChange& change)
    {
        addRow(Table::Tranches, change.key);
        for (const FieldChange& field : change.fields)
            if (field.field == tranche_field::Deal || field.field == tranche_field::Key)
                for (const std::string& text : {field.before, field.after})
                    addRow(field.field == tranche_field::Deal ? Table::Deals : Table::Tranches, text);
    }
    void takeMetric(const RowChange& change)
    {
        addRow(Table::Metrics, change.key);
        for (const FieldChange& field : change.fields)
            if (field.field == metric_field::Series)
                for (const std::string& text : {field.before, field.after})
                    if (!text.empty())
                        addFormulas(text);
    }
    /// A weight moves every deal of that status; in a large chain nobody reads them one by one.
    void takeStatus(const RowChange& change)
    {
        const StatusId status = m_chain.find<StatusId>(change.key);
        if (!status.isSet() || m_chain.deals().size() > kDealsToName)
            return;
        m_chain.deals().forEach([&](DealId id, const Deal& deal) {
            if (deal.status == status)
                addDeal(id);
        });
    }
    void takeClaim(const RowChange& change)
    {
        // The key of a claim begins with "table/row/", whatever the edit does to it; its fields may name another row.
        const std::string_view key = change.key;
        const std::size_t first = key.find('/');
        const std::size_t second = first == std::string_view::npos ? first : key.find('/', first + 1);
        if (second != std::string_view::npos)
            if (const std::optional<Table> table = tableNamed(key.substr(0, first)))
                addRow(*table, key.substr(first + 1, second - first - 1));
        for (const FieldChange& field : change.fields)
            if (field.field == claim_field::RowKey)
                for (const std::string& text : {field.before, field.after})
                    for (const Table table : {Table::Deals, Table::Tranches, Table::Metrics})
                        addRow(table, text);
    }

    const Chain& m_chain;
    std::vector<DealId> m_deals;
    std::vector<NodeId> m_nodes;
};

/// Whether a date lies so that adding or taking it cannot be what makes the calendar begin or end.
bool liesInside(Date date, const Calendar& calendar)
{
    return !date.isSet() || (date.year() > calendar.firstYear() && date.year() < calendar.lastYear());
}

bool liesInside(const std::string& text, const Calendar& calendar)
{
    const auto date = parseDate(text);
    return date && liesInside(*date, calendar);
}

bool keepsCalendar(const Chain& chain, const RowChange& change, const Calendar& calendar)
{
    const auto isDate = [&change](Field field) {
        return change.table == Table::Tranches
                   ? field == tranche_field::Starts || field == tranche_field::Ends
                   : field == deal_field::Announced || field == deal_field::Starts || field == deal_field::Ends;
    };
    return std::all_of(change.fields.begin(), change.fields.end(), [&](const FieldChange& field) {
        if (isDate(field.field))
            return liesInside(field.before, calendar) && liesInside(field.after, calendar);
        // Status and kind decide which of a deal's dates the calendar has to cover.
        const DealId deal = change.table == Table::Deals ? chain.find<DealId>(change.key) : DealId{};
        if (!deal.isSet() || (field.field != deal_field::Status && field.field != deal_field::Kind))
            return true;
        const Deal& row = chain.deals()[deal];
        return liesInside(row.announced, calendar) && liesInside(row.starts, calendar) &&
               liesInside(row.ends, calendar);
    });
}

} // namespace

std::vector<DealId> dealsOf(const Chain& chain, const Edit& edit)
{
    Reach reach(chain);
    for (const RowChange& change : edit.changes)
        reach.take(change);
    return reach.deals();
}

std::vector<NodeId> endsOf(const Chain& chain, const Edit& edit)
{
    Reach reach(chain);
    for (const RowChange& change : edit.changes)
        reach.take(change);
    return reach.nodes();
}

bool isLocal(const Chain& chain, const Edit& edit)
{
    const Calendar calendar = chain.calendar();
    return std::all_of(edit.changes.begin(), edit.changes.end(), [&](const RowChange& change) {
        switch (change.table) {
        case Table::Tiers:
        case Table::DealKinds:
        case Table::Statuses:
            return false;
        case Table::Nodes:
            return std::none_of(change.fields.begin(), change.fields.end(), [&change](const FieldChange& field) {
                return change.op == Op::Update &&
                       (field.field == node_field::Tier || field.field == node_field::Parent);
            });
        case Table::Deals:
        case Table::Tranches:
            return keepsCalendar(chain, change, calendar);
        default:
            return true;
        }
    });
}

} // namespace ochain
