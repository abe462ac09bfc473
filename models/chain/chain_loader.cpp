// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/chain_loader.h"

#include "chain/checks.h"
#include "chain/cycles.h"
#include "chain/field_reader.h"
#include "chain/nesting.h"
#include "chain/table_dispatch.h"
#include "chain/text_form.h"
#include "chain/wiring.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ochain {

namespace {

template <class Amount>
bool isFineAmount(Amount amount, Amount most)
{
    return amount.isAbsent() || (amount >= Amount{0} && amount <= most);
}

bool isFineDate(Date date)
{
    return !date.isSet() || isValid(date);
}

bool isFineNumber(double number)
{
    return std::isnan(number) || std::isfinite(number);
}

template <class Choice>
bool isFineChoice(Choice choice, std::size_t count)
{
    return static_cast<std::size_t>(choice) < count;
}

} // namespace

void ChainLoader::RowidMap::add(std::int64_t rowid, std::uint32_t row)
{
    if (!m_rowids.empty() && rowid <= m_rowids.back())
        m_isSorted = false;
    m_rowids.push_back(rowid);
    m_rows.push_back(row);
}

std::uint32_t ChainLoader::RowidMap::find(std::int64_t rowid) const noexcept
{
    // Rows that were never erased stand where their number says.
    if (const auto guess = static_cast<std::size_t>(rowid - 1);
        rowid >= 1 && guess < m_rowids.size() && m_rowids[guess] == rowid)
        return m_rows[guess];
    const auto found = m_isSorted ? std::lower_bound(m_rowids.begin(), m_rowids.end(), rowid)
                                  : std::find(m_rowids.begin(), m_rowids.end(), rowid);
    if (found == m_rowids.end() || *found != rowid)
        return kNoRow;
    return m_rows[static_cast<std::size_t>(found - m_rowids.begin())];
}

ChainLoader::ChainLoader() = default;

void ChainLoader::reserve(Table table, std::size_t rows)
{
    TableDispatch::visit(m_chain, table, [&](auto& set, auto) { set.reserve(rows); });
    m_rowids[static_cast<std::size_t>(table)].reserve(rows);
}

void ChainLoader::expect(Table table, std::string_view key) const
{
    TableDispatch::visit(m_chain, table, [&](const auto& set, auto) { set.index().expect(key); });
}

Text ChainLoader::text(std::string_view text)
{
    return m_chain.m_texts.add(text);
}

void ChainLoader::report(Problem problem)
{
    if (m_problems.size() < kMaxProblems)
        m_problems.push_back(std::move(problem));
}

void ChainLoader::leaveOut(Table table, std::int64_t rowid)
{
    m_leftOut[static_cast<std::size_t>(table)].insert(rowid);
}

std::uint32_t ChainLoader::resolve(Table from, std::string_view key, Field field, Table target, std::int64_t rowid)
{
    if (rowid == 0)
        return kNoRow;
    const std::uint32_t row = m_rowids[static_cast<std::size_t>(target)].find(rowid);
    if (row == kNoRow)
        report(problemAt(
            Rule::DanglingReference, from, shown(key), field,
            m_leftOut[static_cast<std::size_t>(target)].contains(rowid)
                ? QT_TRANSLATE_NOOP("Sentence",
                                    "refers to row number {0} of {1}, which had to be left out; mend that row first")
                : QT_TRANSLATE_NOOP("Sentence",
                                    "refers to row number {0} of {1}, which is not there; name another row"),
            std::to_string(rowid), tableSpec(target).name));
    return row;
}

bool ChainLoader::isGiven(bool isResolved, std::int64_t rowid, Table table, std::string_view key, Field field)
{
    if (!isResolved && rowid == 0) // what is not there was reported when it was looked for
        report(problemAt(Rule::Required, table, shown(key), field,
                         QT_TRANSLATE_NOOP("Sentence", "{0} is missing; it must be given"),
                         fieldSpec(table, field).name));
    return isResolved;
}

bool ChainLoader::require(bool isFine, Table table, std::string_view key, Field field)
{
    if (!isFine)
        report(problemAt(Rule::OutOfRange, table, key, field,
                         QT_TRANSLATE_NOOP("Sentence", "the value is out of range; the row is left out")));
    return isFine;
}

bool ChainLoader::addUp(Cents value, Kilowatts capacity, Table table, std::string_view key)
{
    const Wide cents = m_cents + orZero(value).value;
    const Wide kilowatts = m_kilowatts + orZero(capacity).value;
    if (cents > kMaxSum || kilowatts > kMaxSum) {
        report(problemAt(
            Rule::SumTooLarge, table, key, std::nullopt,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "with this row all amounts together would pass 2^62, beyond which sums are not exact; the row is left out: check the units")));
        return false;
    }
    m_cents = cents;
    m_kilowatts = kilowatts;
    return true;
}

template <class Rows, class Row>
std::uint32_t ChainLoader::keep(Rows& rows, Table table, Row& row, std::string_view key)
{
    if (tableSpec(table).isKeyed) {
        if (std::optional<Problem> problem = checkForm(table, key, 0, key)) {
            report(std::move(*problem));
            leaveOut(table, row.head.rowid);
            return kNoRow;
        }
        const std::uint32_t same = rows.index().tryInsert(
            key, rows.slotCount(), [&](std::uint32_t i) { return m_chain.text(rows.all()[i].head.key) == key; });
        if (same != kNoRow) {
            report(problemAt(Rule::DuplicateKey, table, key, Field{0},
                             QT_TRANSLATE_NOOP("Sentence", "the key is there twice; the second row is left out")));
            leaveOut(table, row.head.rowid);
            return kNoRow;
        }
        row.head.key = m_chain.m_texts.add(key);
    }
    std::int64_t& last = m_chain.m_nextRowid[static_cast<std::size_t>(table)];
    last = std::max(last, row.head.rowid);
    const std::int64_t rowid = row.head.rowid;
    const std::uint32_t place = rows.add(row).value;
    m_rowids[static_cast<std::size_t>(table)].add(rowid, place);
    return place;
}

void ChainLoader::addTier(Tier row, std::string_view key, std::int64_t parent)
{
    const std::uint32_t place = m_chain.m_tiers.slotCount();
    if (place == kMaxTiers && !std::exchange(m_hasTooManyTiers, true))
        report(problemAt(Rule::OutOfRange, Table::Tiers, key, std::nullopt,
                         QT_TRANSLATE_NOOP("Sentence", "there are more than {0} tiers, the most a chain may have; this "
                                                       "one and those after it are left out"),
                         std::to_string(kMaxTiers)));
    if (place >= kMaxTiers)
        return leaveOut(Table::Tiers, row.head.rowid);
    keep(m_chain.m_tiers, Table::Tiers, row, key);
    if (parent != 0 && m_chain.m_tiers.slotCount() > place)
        m_tierParents.push_back({place, parent});
}

void ChainLoader::addNode(Node row, std::string_view key, std::int64_t tier, std::int64_t parent)
{
    row.tier.value = resolve(Table::Nodes, key, node_field::Tier, Table::Tiers, tier);
    if (!isGiven(row.tier.isSet(), tier, Table::Nodes, key, node_field::Tier) ||
        !require(isFineNumber(row.latitude) && isFineNumber(row.longitude), Table::Nodes, key, node_field::Lat))
        return leaveOut(Table::Nodes, row.head.rowid);
    const std::uint32_t place = m_chain.m_nodes.slotCount();
    keep(m_chain.m_nodes, Table::Nodes, row, key);
    if (parent != 0 && m_chain.m_nodes.slotCount() > place)
        m_nodeParents.push_back({place, parent});
}

void ChainLoader::addKind(DealKind row, std::string_view key)
{
    if (require(isFineChoice(row.dealClass, kClassNames.size()), Table::DealKinds, key, kind_field::Class) &&
        require(isFineChoice(row.profile, kProfileNames.size()), Table::DealKinds, key, kind_field::Profile))
        keep(m_chain.m_kinds, Table::DealKinds, row, key);
    else
        leaveOut(Table::DealKinds, row.head.rowid);
}

void ChainLoader::addStatus(Status row, std::string_view key)
{
    if (require(row.weight >= BasisPoints{0} && row.weight <= kWhole, Table::Statuses, key, status_field::WeightBp))
        keep(m_chain.m_statuses, Table::Statuses, row, key);
    else
        leaveOut(Table::Statuses, row.head.rowid);
}

void ChainLoader::addBoundary(Boundary row, std::string_view key)
{
    if (require(row.toIt >= BasisPoints{0} && row.toIt <= kWhole, Table::Boundaries, key, boundary_field::ToItBp))
        keep(m_chain.m_boundaries, Table::Boundaries, row, key);
    else
        leaveOut(Table::Boundaries, row.head.rowid);
}

void ChainLoader::addDeal(Deal row, std::string_view key, const DealRowids& of)
{
    constexpr Table kDeals = Table::Deals;
    row.supplier.value = resolve(kDeals, key, deal_field::Supplier, Table::Nodes, of.supplier);
    row.customer.value = resolve(kDeals, key, deal_field::Customer, Table::Nodes, of.customer);
    row.kind.value = resolve(kDeals, key, deal_field::Kind, Table::DealKinds, of.kind);
    row.status.value = resolve(kDeals, key, deal_field::Status, Table::Statuses, of.status);
    row.boundary.value = resolve(kDeals, key, deal_field::Boundary, Table::Boundaries, of.boundary);
    if (!isGiven(row.supplier.isSet(), of.supplier, kDeals, key, deal_field::Supplier) ||
        !isGiven(row.customer.isSet(), of.customer, kDeals, key, deal_field::Customer) ||
        !isGiven(row.kind.isSet(), of.kind, kDeals, key, deal_field::Kind) ||
        !isGiven(row.status.isSet(), of.status, kDeals, key, deal_field::Status) ||
        !require(isFineDate(row.announced), kDeals, key, deal_field::Announced) ||
        !require(isFineDate(row.starts), kDeals, key, deal_field::Starts) ||
        !require(isFineDate(row.ends), kDeals, key, deal_field::Ends) ||
        !require(isFineAmount(row.capacity, kMaxKilowatts), kDeals, key, deal_field::CapacityMw) ||
        !require(isFineAmount(row.value, kMaxCents), kDeals, key, deal_field::ValueUsd) ||
        !require(isFineAmount(row.equity, ochain::kWhole), kDeals, key, deal_field::EquityPct) ||
        !require(isFineChoice(row.profile, kProfileNames.size() + 1), kDeals, key, deal_field::Profile) ||
        !require(isFineChoice(row.commitment, kCommitmentNames.size()), kDeals, key, deal_field::Commitment) ||
        !require(isFineChoice(row.basis, kBasisNames.size()), kDeals, key, deal_field::Basis) ||
        !addUp(row.value, row.capacity, kDeals, key))
        return leaveOut(kDeals, row.head.rowid);
    const std::uint32_t place = m_chain.m_deals.slotCount();
    keep(m_chain.m_deals, kDeals, row, key);
    if (of.partOf != 0 && m_chain.m_deals.slotCount() > place)
        m_wholes.push_back({place, of.partOf});
}

void ChainLoader::addTranche(Tranche row, std::string_view key, std::int64_t deal, std::int64_t boundary)
{
    constexpr Table kTranches = Table::Tranches;
    row.deal.value = resolve(kTranches, key, tranche_field::Deal, Table::Deals, deal);
    row.boundary.value = resolve(kTranches, key, tranche_field::Boundary, Table::Boundaries, boundary);
    if (isGiven(row.deal.isSet(), deal, kTranches, key, tranche_field::Deal) &&
        require(isFineDate(row.starts), kTranches, key, tranche_field::Starts) &&
        require(isFineDate(row.ends), kTranches, key, tranche_field::Ends) &&
        require(isFineAmount(row.capacity, kMaxKilowatts), kTranches, key, tranche_field::CapacityMw) &&
        require(isFineAmount(row.value, kMaxCents), kTranches, key, tranche_field::ValueUsd) &&
        require(isFineChoice(row.commitment, kCommitmentNames.size()), kTranches, key, tranche_field::Commitment) &&
        require(isFineChoice(row.basis, kBasisNames.size()), kTranches, key, tranche_field::Basis) &&
        addUp(row.value, row.capacity, kTranches, key))
        keep(m_chain.m_tranches, kTranches, row, key);
    else
        leaveOut(kTranches, row.head.rowid);
}

void ChainLoader::addMetric(Metric row, std::string_view key, std::string_view series, std::int64_t node)
{
    constexpr Table kMetrics = Table::Metrics;
    row.node.value = resolve(kMetrics, key, metric_field::Node, Table::Nodes, node);
    const bool isFine =
        isGiven(row.node.isSet(), node, kMetrics, key, metric_field::Node) &&
        require(!checkForm(kMetrics, key, metric_field::Series, series), kMetrics, key, metric_field::Series) &&
        require(isFineDate(row.asOf), kMetrics, key, metric_field::AsOf) &&
        require(isFineDate(row.known), kMetrics, key, metric_field::Known) &&
        require(isFineNumber(row.value) && isFineNumber(row.low) && isFineNumber(row.high), kMetrics, key,
                metric_field::Value) &&
        require(isFineChoice(row.basis, kBasisNames.size()), kMetrics, key, metric_field::Basis);
    if (!isFine)
        return leaveOut(kMetrics, row.head.rowid);
    row.series = Wiring::internSeries(m_chain, series);
    keep(m_chain.m_metrics, kMetrics, row, key);
}

void ChainLoader::addEvent(Event row, std::string_view key, const std::vector<std::int64_t>& nodes)
{
    if (!require(isFineDate(row.date), Table::Events, key, event_field::Date))
        return leaveOut(Table::Events, row.head.rowid);
    row.nodes.clear();
    for (const std::int64_t node : nodes)
        if (const NodeId id{resolve(Table::Events, key, event_field::Nodes, Table::Nodes, node)}; id.isSet())
            row.nodes.push_back(id);
    keep(m_chain.m_events, Table::Events, row, key);
}

void ChainLoader::addSource(Source row, std::string_view key)
{
    if (require(isFineDate(row.published), Table::Sources, key, source_field::Published) &&
        require(isFineChoice(row.kind, kSourceKindNames.size()), Table::Sources, key, source_field::Kind))
        keep(m_chain.m_sources, Table::Sources, row, key);
    else
        leaveOut(Table::Sources, row.head.rowid);
}

std::string ChainLoader::placeOf(Table table, std::int64_t of, std::int64_t rowid) const
{
    const std::uint32_t row = m_rowids[static_cast<std::size_t>(table)].find(of);
    if (row == kNoRow)
        return std::string("#").append(std::to_string(rowid));
    return std::string(tableSpec(table).name).append("/").append(m_chain.key({table, row}));
}

bool ChainLoader::resolveOf(RowRef& ref, Table from, std::int64_t rowid, Table table, std::int64_t of)
{
    const std::string place = placeOf(table, of, rowid);
    const auto at = [&](FieldType type) {
        const std::span<const FieldSpec> fields = tableSpec(from).fields;
        const auto found =
            std::find_if(fields.begin(), fields.end(), [type](const FieldSpec& spec) { return spec.type == type; });
        return static_cast<Field>(found - fields.begin());
    };
    if (!require(isCited(table), from, place, at(FieldType::TableName)))
        return false;
    ref = {table, resolve(from, place, at(FieldType::RowKey), table, of)};
    return isGiven(ref.row != kNoRow, of, from, place, at(FieldType::RowKey));
}

template <class Rows, class Row>
void ChainLoader::keepJoined(Rows& rows, Table table, Row& row)
{
    const std::uint32_t place = keep(rows, table, row, {}); // perhaps that of one that was left out before
    const RowRef ref{table, place};
    Wiring::joinKey(m_chain, ref);
    const std::string_view key = m_chain.key(ref);
    if (m_chain.find(table, key) != kNoRow) {
        report(problemAt(Rule::DuplicateKey, table, key, Field{0},
                         QT_TRANSLATE_NOOP("Sentence", "the key is there twice; the second row is left out")));
        TableDispatch::visit(m_chain, table, [&](auto& set, auto id) {
            set.kill(decltype(id){place});
            set.release(decltype(id){place});
        });
        return;
    }
    Wiring::addToIndex(m_chain, ref);
}

void ChainLoader::addCitation(Citation row, Table table, std::int64_t of, std::int64_t source)
{
    if (!resolveOf(row.of, Table::Citations, row.head.rowid, table, of))
        return;
    const std::string place = placeOf(table, of, row.head.rowid);
    row.source.value = resolve(Table::Citations, place, citation_field::Source, Table::Sources, source);
    if (isGiven(row.source.isSet(), source, Table::Citations, place, citation_field::Source) &&
        require(isFineChoice(row.saidBy, kSaidByNames.size()), Table::Citations, place, citation_field::SaidBy))
        keepJoined(m_chain.m_citations, Table::Citations, row);
}

void ChainLoader::addClaim(Claim row, Table table, std::int64_t of, std::int64_t source)
{
    if (!resolveOf(row.of, Table::Claims, row.head.rowid, table, of))
        return;
    const std::string place = placeOf(table, of, row.head.rowid);
    row.source.value = resolve(Table::Claims, place, claim_field::Source, Table::Sources, source);
    if (require(row.field < tableSpec(table).fields.size(), Table::Claims, place, claim_field::Field) &&
        require(isFineDate(row.asOf), Table::Claims, place, claim_field::AsOf))
        keepJoined(m_chain.m_claims, Table::Claims, row);
}

void ChainLoader::addScenario(Scenario row, std::string_view key)
{
    keep(m_chain.m_scenarios, Table::Scenarios, row, key);
}

void ChainLoader::addOverride(Override row, std::int64_t scenario, Table table, std::int64_t of)
{
    if (!resolveOf(row.of, Table::Overrides, row.head.rowid, table, of))
        return;
    const std::string place = placeOf(table, of, row.head.rowid);
    row.scenario.value = resolve(Table::Overrides, place, override_field::Scenario, Table::Scenarios, scenario);
    if (isGiven(row.scenario.isSet(), scenario, Table::Overrides, place, override_field::Scenario) &&
        require(row.field < tableSpec(table).fields.size(), Table::Overrides, place, override_field::Field))
        keepJoined(m_chain.m_overrides, Table::Overrides, row);
}

void ChainLoader::addSetting(Setting row, std::string_view key)
{
    keep(m_chain.m_settings, Table::Settings, row, key);
}

void ChainLoader::addView(SavedView row, std::string_view key)
{
    keep(m_chain.m_views, Table::Views, row, key);
}

void ChainLoader::addDismissal(Dismissal row, Table table, std::int64_t of)
{
    if (resolveOf(row.of, Table::Dismissals, row.head.rowid, table, of))
        keepJoined(m_chain.m_dismissals, Table::Dismissals, row);
}

void ChainLoader::resolveWithin()
{
    for (const Pending& pending : m_tierParents) {
        Tier& row = m_chain.m_tiers.edit(TierId{pending.row});
        row.parent.value =
            resolve(Table::Tiers, m_chain.text(row.head.key), tier_field::Parent, Table::Tiers, pending.parent);
    }
    for (const Pending& pending : m_nodeParents) {
        Node& row = m_chain.m_nodes.edit(NodeId{pending.row});
        row.parent.value =
            resolve(Table::Nodes, m_chain.text(row.head.key), node_field::Parent, Table::Nodes, pending.parent);
    }
    for (const Pending& pending : m_wholes) {
        Deal& row = m_chain.m_deals.edit(DealId{pending.row});
        row.partOf.value =
            resolve(Table::Deals, m_chain.text(row.head.key), deal_field::PartOf, Table::Deals, pending.parent);
    }
    checkNesting(m_chain, m_problems);
    if (m_problems.size() > kMaxProblems)
        m_problems.resize(kMaxProblems);
    cutLoose(m_chain.m_tiers, &Tier::parent);
    cutLoose(m_chain.m_nodes, &Node::parent);
    cutLoose(m_chain.m_deals, &Deal::partOf);
}

/// A row that contains itself would hang every walk, one that lies too deep would slow it down: its upward reference is
/// cut, and the file opens read-only.
template <class Rows, class Row, class RowId>
void ChainLoader::cutLoose(Rows& rows, RowId Row::*parent)
{
    const auto parentOf = [parent](const Row& row) { return row.*parent; };
    std::vector<std::uint32_t> loose = rowsOnCycles(rows, parentOf);
    const std::vector<std::uint32_t> deep = rowsTooDeep(rows, parentOf);
    loose.insert(loose.end(), deep.begin(), deep.end());
    for (const std::uint32_t row : loose)
        rows.edit(RowId{row}).*parent = {};
}

Problems ChainLoader::finish(Chain& chain) &&
{
    resolveWithin();
    Wiring::refreshTiers(m_chain);
    Wiring::recount(m_chain); // roles of statuses, which the counts of deals need
    Wiring::clearYears(m_chain);
    for (const TableSpec& spec : allTables())
        TableDispatch::visit(m_chain, spec.table, [&](auto& rows, auto) {
            // Backwards, so that lists built from the front read in the order of rowids.
            for (std::uint32_t row = rows.slotCount(); row-- > 0;)
                if (rows.all()[row].head.isAlive)
                    Wiring::link(m_chain, {spec.table, row});
        });
    for (const Table table :
         {Table::Deals, Table::Citations, Table::Claims, Table::Overrides, Table::Settings, Table::Dismissals})
        for (std::uint32_t row = 0; row < m_chain.slotCount(table) && m_problems.size() < kMaxProblems; ++row)
            if (m_chain.isAlive({table, row}))
                checkRow(m_chain, {table, row}, m_problems);
    ++m_chain.m_revision;
    chain = std::move(m_chain);
    return std::move(m_problems);
}

} // namespace ochain
