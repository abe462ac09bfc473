// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/broken_edits.h"

#include "chain/limits.h"

#include <initializer_list>
#include <utility>
#include <vector>

namespace ochain {
namespace {

using Fields = std::vector<std::pair<Field, std::string>>;

/// Writes edits without the help, and the checks, of EditBuilder.
class Writer {
public:
    explicit Writer(const Chain& chain) : m_chain(chain) {}

    std::string first(Table table) const
    {
        const std::vector<std::uint32_t> rows = m_chain.inOrder(table);
        return rows.empty() ? std::string() : std::string(m_chain.key({table, rows.front()}));
    }
    std::string last(Table table) const
    {
        const std::vector<std::uint32_t> rows = m_chain.inOrder(table);
        return rows.empty() ? std::string() : std::string(m_chain.key({table, rows.back()}));
    }
    std::string valueOf(Table table, const std::string& key, Field field) const
    {
        const std::uint32_t row = m_chain.find(table, key);
        return row == kNoRow ? std::string() : m_chain.value({table, row}, field);
    }

    void insert(Table table, const std::string& key, const Fields& fields)
    {
        RowChange change{table, Op::Insert, key, 0, {{0, "", key}}};
        for (const auto& [field, text] : fields)
            change.fields.push_back({field, "", text});
        m_edit.changes.push_back(std::move(change));
    }
    void update(Table table, const std::string& key, const Fields& fields)
    {
        const std::uint32_t row = m_chain.find(table, key);
        if (row == kNoRow)
            return;
        RowChange change{table, Op::Update, key, m_chain.rowid({table, row}), {}};
        for (const auto& [field, text] : fields)
            if (const std::string before = m_chain.value({table, row}, field); before != text)
                change.fields.push_back({field, before, text});
        m_edit.changes.push_back(std::move(change));
    }
    void erase(Table table, const std::string& key)
    {
        const std::uint32_t row = m_chain.find(table, key);
        if (row == kNoRow)
            return;
        RowChange change{table, Op::Erase, key, m_chain.rowid({table, row}), {}};
        for (std::size_t f = 0; f < tableSpec(table).fields.size(); ++f)
            if (const std::string before = m_chain.value({table, row}, static_cast<Field>(f)); !before.empty())
                change.fields.push_back({static_cast<Field>(f), before, ""});
        m_edit.changes.push_back(std::move(change));
    }
    void putSetting(const std::string& key, const std::string& value)
    {
        if (m_chain.find(Table::Settings, key) == kNoRow)
            insert(Table::Settings, key, {{setting_field::Value, value}});
        else
            update(Table::Settings, key, {{setting_field::Value, value}});
    }
    void insertDismissal(const std::string& rule, const std::string& node)
    {
        m_edit.changes.push_back({Table::Dismissals,
                                  Op::Insert,
                                  {},
                                  0,
                                  {{dismissal_field::Rule, "", rule},
                                   {dismissal_field::Table, "", "nodes"},
                                   {dismissal_field::RowKey, "", node}}});
    }
    /// A new deal between the first and the last node; further fields come after the required ones.
    void insertDeal(const std::string& key, Fields fields)
    {
        fields.insert(fields.begin(), {{deal_field::Supplier, first(Table::Nodes)},
                                       {deal_field::Customer, last(Table::Nodes)},
                                       {deal_field::Kind, first(Table::DealKinds)},
                                       {deal_field::Status, "signed"},
                                       {deal_field::Basis, "reported"}});
        insert(Table::Deals, key, fields);
    }
    void insertTranche(const std::string& key, const std::string& deal, Fields fields)
    {
        fields.insert(fields.begin(), {{tranche_field::Deal, deal}, {tranche_field::Basis, "reported"}});
        insert(Table::Tranches, key, fields);
    }

    std::optional<Edit> take() &&
    {
        for (const RowChange& change : m_edit.changes)
            if (change.fields.empty())
                return std::nullopt;
        return m_edit.changes.empty() ? std::nullopt : std::optional(std::move(m_edit));
    }

private:
    const Chain& m_chain;
    Edit m_edit;
};

/// Rules that a single deal breaks.
std::string writeDeal(Writer& writer, std::size_t number)
{
    const std::string node = writer.first(Table::Nodes);
    switch (number) {
    case 0:
        writer.insertDeal("x", {{deal_field::Starts, "2028"}, {deal_field::Ends, "2027"}});
        return "an end before its start";
    case 1:
        writer.insertDeal("x", {{deal_field::ValueUsd, "5"}, {deal_field::Formula, "users"}});
        return "a value beside a formula";
    case 2:
        writer.insertDeal("x", {{deal_field::Formula, "users *"}});
        return "a formula that does not parse";
    case 3:
        writer.insertDeal("x", {{deal_field::Formula, "2 * nonesuch"}});
        return "an unknown series";
    case 4:
        writer.insertDeal("x", {{deal_field::ValueUsd, "-5"}});
        return "a negative amount";
    case 5:
        writer.insertDeal("x", {{deal_field::ValueUsd, "1000000000000000.01"}});
        return "more than 10^15 dollars";
    case 6:
        writer.insertDeal("x", {{deal_field::CapacityMw, "1000000.001"}});
        return "more than 10^9 kW";
    case 7:
        writer.insertDeal("x", {{deal_field::EquityPct, "100.01"}});
        return "a stake above 100 %";
    case 8:
        writer.insertDeal("x", {{deal_field::PartOf, "x"}});
        return "part of itself";
    case 9:
        writer.insertDeal("x", {{deal_field::Starts, "2026-02-30"}});
        return "no such day";
    default:
        writer.insert(Table::Deals, "x",
                      {{deal_field::Supplier, node},
                       {deal_field::Customer, node},
                       {deal_field::Kind, writer.first(Table::DealKinds)},
                       {deal_field::Status, "signed"},
                       {deal_field::Basis, "reported"}});
        return "a deal from a node to itself";
    }
}

/// Rules between rows.
std::string writeRows(Writer& writer, std::size_t number)
{
    const std::string node = writer.first(Table::Nodes);
    const std::string deal = writer.first(Table::Deals);
    switch (number) {
    case 11:
        writer.insertDeal("x", {{deal_field::ValueUsd, "100"}});
        writer.insertTranche("y", "x", {{tranche_field::ValueUsd, "60"}});
        writer.insertTranche("z", "x", {{tranche_field::ValueUsd, "40.01"}});
        return "tranches above the total";
    case 12:
        writer.insertDeal("x", {{deal_field::Starts, "2026"}, {deal_field::Ends, "2027-06"}});
        writer.insertTranche("y", "x", {{tranche_field::Ends, "2027-07-01"}, {tranche_field::ValueUsd, "1"}});
        return "a tranche outside its deal";
    case 13:
        writer.insertDeal("x", {});
        writer.insertTranche("y", "x", {{tranche_field::ValueUsd, "1"}});
        writer.insertDeal("z", {{deal_field::PartOf, "x"}});
        return "parts beside tranches";
    case 14:
        writer.insert(Table::Deals, deal.empty() ? "x" : deal,
                      {{deal_field::Supplier, node},
                       {deal_field::Customer, writer.last(Table::Nodes)},
                       {deal_field::Kind, writer.first(Table::DealKinds)},
                       {deal_field::Status, "signed"},
                       {deal_field::Basis, "reported"}});
        if (deal.empty())
            writer.insertDeal("x", {});
        return "a duplicate key";
    case 15:
        writer.update(Table::Nodes, node, {{node_field::Parent, node}});
        return "a node inside itself";
    case 16:
        writer.insert(Table::Tiers, "x",
                      {{tier_field::Parent, "y"}, {tier_field::Ordinal, "1"}, {tier_field::Layer, "0"}});
        writer.insert(Table::Tiers, "y",
                      {{tier_field::Parent, "x"}, {tier_field::Ordinal, "1"}, {tier_field::Layer, "0"}});
        return "tiers inside each other";
    case 17:
        writer.update(Table::Deals, deal, {{deal_field::Supplier, "nobody"}});
        return "a dangling reference";
    case 18:
        writer.update(Table::Deals, deal, {{deal_field::Status, "dreamt"}});
        return "an unknown status";
    default:
        return {};
    }
}

std::string writeRest(Writer& writer, std::size_t number)
{
    const std::string deal = writer.first(Table::Deals);
    switch (number) {
    case 19:
        writer.insertDeal("x", {{deal_field::Announced, "2027"}, {deal_field::Status, "operating"}});
        writer.insertTranche("y", "x", {{tranche_field::Ends, "2026"}, {tranche_field::ValueUsd, "1"}});
        return "a piece that ends before it starts once it has the dates it lacks";
    case 20:
        for (int i = 0; i < 50; ++i)
            writer.insertDeal("x" + std::to_string(i), {{deal_field::ValueUsd, "1000000000000000"}});
        return "a sum of amounts above 2^62";
    case 21: {
        const std::string supplier = writer.valueOf(Table::Deals, deal, deal_field::Supplier);
        writer.erase(Table::Nodes, supplier);
        return "a node erased that supplies a deal";
    }
    case 22:
        writer.update(Table::Deals, deal, {{deal_field::Basis, ""}});
        return "a required field emptied";
    case 23:
        writer.insertDeal("x", {{deal_field::Commitment, "certain"}});
        return "an unknown commitment";
    case 24:
        writer.insertDeal("x", {});
        writer.insertTranche("y", "x", {{tranche_field::Boundary, "fence"}});
        return "an unknown boundary";
    case 25:
        writer.insert(Table::Boundaries, "x", {{boundary_field::ToItBp, "10001"}});
        return "more IT load than megawatts";
    case 26:
    case 27:
        writer.putSetting(std::string(kHorizonKey), number == 26 ? "1899" : "2200");
        return "a horizon out of range";
    case 28:
        writer.insertDismissal("end-before-start", writer.first(Table::Nodes));
        return "an error dismissed as if it were a note";
    default:
        writer.update(Table::Deals, deal, {{deal_field::NoteEn, "made from another state of the row"}});
        return "a row that is no longer what the edit was made from";
    }
}

} // namespace

BrokenEdit brokenEdit(const Chain& chain, std::size_t number)
{
    Writer writer(chain);
    BrokenEdit broken;
    broken.rule = number <= 10   ? writeDeal(writer, number)
                  : number <= 18 ? writeRows(writer, number)
                                 : writeRest(writer, number);
    broken.edit = std::move(writer).take();
    if (broken.edit && number == kBrokenEdits - 1)
        broken.edit->changes.front().fields.front().before += " and more";
    return broken;
}

} // namespace ochain
