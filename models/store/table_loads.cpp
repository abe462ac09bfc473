// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/table_loads.h"

#include "store/row_reader.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

namespace {

constexpr int kFirstVersion = 1;
constexpr int kScenarioVersion = 2;
constexpr int kCommitmentVersion = 4;

/// Table and row that a note, a claim or an override is about.
struct Subject {
    Table table = Table::Tiers;
    std::int64_t row = 0;
};

Subject readSubject(RowReader& in, Field tableField)
{
    const std::optional<Table> table = tableNamed(in.text(tableField));
    if (!table || !isCited(*table))
        in.fail(tableField, Rule::UnknownTable);
    return {table.value_or(Table::Tiers), in.reference(static_cast<Field>(tableField + 1))};
}

Field readFieldName(RowReader& in, Table table, Field at)
{
    const std::optional<Field> field = fieldNamed(table, in.text(at));
    if (!field)
        in.fail(at, Rule::UnknownField);
    return field.value_or(0);
}

/// A table with the columns that came to it with the schema that knows commitments, where the file has them.
std::string selectFrom(const TableScan& scan, std::string_view columns, std::string_view later, Table table)
{
    std::string sql = "SELECT id, ";
    sql.append(columns);
    if (scan.version() >= kCommitmentVersion)
        sql.append(", ").append(later);
    return sql.append(" FROM ").append(tableSpec(table).name);
}

void loadTiers(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Tiers, "SELECT id, key, parent, ordinal, layer, name_en, name_zh FROM tiers",
             [&](RowReader& in, std::int64_t id) {
                 Tier row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 const std::int64_t parent = in.reference(tier_field::Parent);
                 row.ordinal = in.number(tier_field::Ordinal);
                 row.isLayer = in.flag(tier_field::Layer);
                 row.nameEn = loader.text(in.text(tier_field::NameEn));
                 row.nameZh = loader.text(in.text(tier_field::NameZh));
                 if (in.isFine())
                     loader.addTier(row, key, parent);
             });
}

void loadNodes(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Nodes,
             "SELECT id, key, tier, kind, parent, name_en, name_zh, country, lat, lon, note_en FROM nodes",
             [&](RowReader& in, std::int64_t id) {
                 Node row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 const std::int64_t tier = in.reference(node_field::Tier);
                 row.kind = loader.text(in.text(node_field::Kind));
                 const std::int64_t parent = in.reference(node_field::Parent);
                 row.nameEn = loader.text(in.text(node_field::NameEn));
                 row.nameZh = loader.text(in.text(node_field::NameZh));
                 row.country = loader.text(in.text(node_field::Country));
                 row.latitude = in.decimal(node_field::Lat);
                 row.longitude = in.decimal(node_field::Lon);
                 row.note = loader.text(in.text(node_field::NoteEn));
                 if (in.isFine())
                     loader.addNode(row, key, tier, parent);
             });
}

void loadKinds(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::DealKinds, "SELECT id, key, class, profile, money, name_en, name_zh FROM deal_kinds",
             [&](RowReader& in, std::int64_t id) {
                 DealKind row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 row.dealClass = in.choice(kind_field::Class, kClassNames, DealClass::Trade);
                 row.profile = in.choice(kind_field::Profile, kProfileNames, Profile::None);
                 row.isAboutMoney = in.flag(kind_field::Money);
                 row.nameEn = loader.text(in.text(kind_field::NameEn));
                 row.nameZh = loader.text(in.text(kind_field::NameZh));
                 if (in.isFine())
                     loader.addKind(row, key);
             });
}

void loadStatuses(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Statuses, "SELECT id, key, weight_bp, name_en, name_zh FROM statuses",
             [&](RowReader& in, std::int64_t id) {
                 Status row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 row.weight = BasisPoints{in.number(status_field::WeightBp)};
                 row.nameEn = loader.text(in.text(status_field::NameEn));
                 row.nameZh = loader.text(in.text(status_field::NameZh));
                 if (in.isFine())
                     loader.addStatus(row, key);
             });
}

void loadBoundaries(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Boundaries, "SELECT id, key, to_it_bp, name_en, name_zh, note_en FROM boundaries",
             [&](RowReader& in, std::int64_t id) {
                 Boundary row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 row.toIt = BasisPoints{in.number(boundary_field::ToItBp)};
                 row.nameEn = loader.text(in.text(boundary_field::NameEn));
                 row.nameZh = loader.text(in.text(boundary_field::NameZh));
                 row.note = loader.text(in.text(boundary_field::NoteEn));
                 if (in.isFine())
                     loader.addBoundary(row, key);
             });
}

void loadDeals(TableScan& scan, ChainLoader& loader)
{
    const bool hasCommitments = scan.version() >= kCommitmentVersion;
    scan.run(
        Table::Deals,
        selectFrom(scan,
                   "key, supplier, customer, kind, status, announced, starts, ends, capacity_kw, value_cents, formula, "
                   "profile, equity_bp, part_of, basis, note_en",
                   "commitment, boundary", Table::Deals),
        [&](RowReader& in, std::int64_t id) {
            Deal row;
            row.head.rowid = id;
            const std::string_view key = in.readKey();
            ChainLoader::DealRowids of;
            of.supplier = in.reference(deal_field::Supplier);
            of.customer = in.reference(deal_field::Customer);
            of.kind = in.reference(deal_field::Kind);
            of.status = in.reference(deal_field::Status);
            row.announced = in.date(deal_field::Announced);
            row.starts = in.date(deal_field::Starts);
            row.ends = in.date(deal_field::Ends);
            row.capacity = in.kilowatts(deal_field::CapacityMw);
            row.value = in.cents(deal_field::ValueUsd);
            row.formula = loader.text(in.text(deal_field::Formula));
            row.profile = in.choice(deal_field::Profile, kProfileNames, Profile::Inherit);
            row.equity = in.share(deal_field::EquityPct);
            of.partOf = in.reference(deal_field::PartOf);
            row.basis = in.choice(deal_field::Basis, kBasisNames, Basis::Reported);
            row.note = loader.text(in.text(deal_field::NoteEn));
            if (hasCommitments) {
                row.commitment = in.choice(deal_field::Commitment, kCommitmentNames, Commitment::Unsaid);
                of.boundary = in.reference(deal_field::Boundary);
            }
            if (in.isFine())
                loader.addDeal(row, key, of);
        });
}

void loadTranches(TableScan& scan, ChainLoader& loader)
{
    const bool hasCommitments = scan.version() >= kCommitmentVersion;
    scan.run(Table::Tranches,
             selectFrom(scan, "key, deal, starts, ends, capacity_kw, value_cents, basis, note_en",
                        "commitment, boundary", Table::Tranches),
             [&](RowReader& in, std::int64_t id) {
                 Tranche row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 const std::int64_t deal = in.reference(tranche_field::Deal);
                 row.starts = in.date(tranche_field::Starts);
                 row.ends = in.date(tranche_field::Ends);
                 row.capacity = in.kilowatts(tranche_field::CapacityMw);
                 row.value = in.cents(tranche_field::ValueUsd);
                 row.basis = in.choice(tranche_field::Basis, kBasisNames, Basis::Reported);
                 row.note = loader.text(in.text(tranche_field::NoteEn));
                 std::int64_t boundary = 0;
                 if (hasCommitments) {
                     row.commitment = in.choice(tranche_field::Commitment, kCommitmentNames, Commitment::Unsaid);
                     boundary = in.reference(tranche_field::Boundary);
                 }
                 if (in.isFine())
                     loader.addTranche(row, key, deal, boundary);
             });
}

void loadMetrics(TableScan& scan, ChainLoader& loader)
{
    scan.run(
        Table::Metrics,
        "SELECT id, key, series, node, name_en, name_zh, unit, as_of, known, value, low, high, basis, note_en FROM metrics",
        [&](RowReader& in, std::int64_t id) {
            Metric row;
            row.head.rowid = id;
            const std::string_view key = in.readKey();
            const std::string_view series = in.text(metric_field::Series);
            const std::int64_t node = in.reference(metric_field::Node);
            row.nameEn = loader.text(in.text(metric_field::NameEn));
            row.nameZh = loader.text(in.text(metric_field::NameZh));
            row.unit = loader.text(in.text(metric_field::Unit));
            row.asOf = in.date(metric_field::AsOf);
            row.known = in.date(metric_field::Known);
            row.value = in.decimal(metric_field::Value);
            row.low = in.decimal(metric_field::Low);
            row.high = in.decimal(metric_field::High);
            row.basis = in.choice(metric_field::Basis, kBasisNames, Basis::Reported);
            row.note = loader.text(in.text(metric_field::NoteEn));
            if (in.isFine())
                loader.addMetric(row, key, series, node);
        });
}

void loadEvents(TableScan& scan, ChainLoader& loader)
{
    const std::vector<std::pair<std::int64_t, std::int64_t>> links = scan.eventNodes();
    std::size_t next = 0;
    std::vector<std::int64_t> nodes;
    scan.run(Table::Events, "SELECT id, key, date, kind, title_en, title_zh, note_en FROM events",
             [&](RowReader& in, std::int64_t id) {
                 Event row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 row.date = in.date(event_field::Date);
                 row.kind = loader.text(in.text(event_field::Kind));
                 row.titleEn = loader.text(in.text(event_field::TitleEn));
                 row.titleZh = loader.text(in.text(event_field::TitleZh));
                 row.note = loader.text(in.text(event_field::NoteEn));
                 nodes.clear();
                 for (; next < links.size() && links[next].first < id; ++next)
                     scan.reportLoneLink(links[next].first);
                 for (; next < links.size() && links[next].first == id; ++next)
                     nodes.push_back(links[next].second);
                 if (in.isFine())
                     loader.addEvent(std::move(row), key, nodes);
             });
    for (; next < links.size(); ++next)
        scan.reportLoneLink(links[next].first);
}

void loadSources(TableScan& scan, ChainLoader& loader)
{
    const bool hasKind = scan.version() >= kCommitmentVersion;
    scan.run(Table::Sources, selectFrom(scan, "key, publisher, title, url, published", "kind", Table::Sources),
             [&](RowReader& in, std::int64_t id) {
                 Source row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 row.publisher = loader.text(in.text(source_field::Publisher));
                 row.title = loader.text(in.text(source_field::Title));
                 row.url = loader.text(in.text(source_field::Url));
                 row.published = in.date(source_field::Published);
                 if (hasKind)
                     row.kind = in.choice(source_field::Kind, kSourceKindNames, SourceKind::Unsaid);
                 if (in.isFine())
                     loader.addSource(row, key);
             });
}

void loadCitations(TableScan& scan, ChainLoader& loader)
{
    const bool hasLocator = scan.version() >= kCommitmentVersion;
    scan.run(Table::Citations,
             selectFrom(scan, "\"table\", row_id, source, fields", "locator, said_by", Table::Citations),
             [&](RowReader& in, std::int64_t id) {
                 Citation row;
                 row.head.rowid = id;
                 const Subject of = readSubject(in, citation_field::Table);
                 const std::int64_t source = in.reference(citation_field::Source);
                 row.fields = loader.text(in.text(citation_field::Fields));
                 if (hasLocator) {
                     row.locator = loader.text(in.text(citation_field::Locator));
                     row.saidBy = in.choice(citation_field::SaidBy, kSaidByNames, SaidBy::Unsaid);
                 }
                 if (in.isFine())
                     loader.addCitation(row, of.table, of.row, source);
             });
}

void loadClaims(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Claims, "SELECT id, \"table\", row_id, field, as_of, value, source, adopted, note_en FROM claims",
             [&](RowReader& in, std::int64_t id) {
                 Claim row;
                 row.head.rowid = id;
                 const Subject of = readSubject(in, claim_field::Table);
                 row.field = readFieldName(in, of.table, claim_field::Field);
                 row.asOf = in.date(claim_field::AsOf);
                 row.value = loader.text(in.text(claim_field::Value));
                 const std::int64_t source = in.reference(claim_field::Source);
                 row.isAdopted = in.flag(claim_field::Adopted);
                 row.note = loader.text(in.text(claim_field::NoteEn));
                 if (in.isFine())
                     loader.addClaim(row, of.table, of.row, source);
             });
}

void loadScenarios(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Scenarios, "SELECT id, key, name_en, name_zh, note_en FROM scenarios",
             [&](RowReader& in, std::int64_t id) {
                 Scenario row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 row.nameEn = loader.text(in.text(scenario_field::NameEn));
                 row.nameZh = loader.text(in.text(scenario_field::NameZh));
                 row.note = loader.text(in.text(scenario_field::NoteEn));
                 if (in.isFine())
                     loader.addScenario(row, key);
             });
}

void loadOverrides(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Overrides, "SELECT id, scenario, \"table\", row_id, field, value FROM overrides",
             [&](RowReader& in, std::int64_t id) {
                 Override row;
                 row.head.rowid = id;
                 const std::int64_t scenario = in.reference(override_field::Scenario);
                 const Subject of = readSubject(in, override_field::Table);
                 row.field = readFieldName(in, of.table, override_field::Field);
                 row.value = loader.text(in.text(override_field::Value));
                 if (in.isFine())
                     loader.addOverride(row, scenario, of.table, of.row);
             });
}

void loadSettings(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Settings, "SELECT id, key, value, note_en FROM settings", [&](RowReader& in, std::int64_t id) {
        Setting row;
        row.head.rowid = id;
        const std::string_view key = in.readKey();
        row.value = loader.text(in.text(setting_field::Value));
        row.note = loader.text(in.text(setting_field::NoteEn));
        if (in.isFine())
            loader.addSetting(row, key);
    });
}

void loadViews(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Views, "SELECT id, key, name_en, name_zh, ordinal, state FROM views",
             [&](RowReader& in, std::int64_t id) {
                 SavedView row;
                 row.head.rowid = id;
                 const std::string_view key = in.readKey();
                 row.nameEn = loader.text(in.text(view_field::NameEn));
                 row.nameZh = loader.text(in.text(view_field::NameZh));
                 row.ordinal = in.number(view_field::Ordinal);
                 row.state = loader.text(in.text(view_field::State));
                 if (in.isFine())
                     loader.addView(row, key);
             });
}

void loadDismissals(TableScan& scan, ChainLoader& loader)
{
    scan.run(Table::Dismissals, "SELECT id, rule, \"table\", row_id, note_en FROM dismissals",
             [&](RowReader& in, std::int64_t id) {
                 Dismissal row;
                 row.head.rowid = id;
                 row.rule = loader.text(in.text(dismissal_field::Rule));
                 const Subject of = readSubject(in, dismissal_field::Table);
                 row.note = loader.text(in.text(dismissal_field::NoteEn));
                 if (in.isFine())
                     loader.addDismissal(row, of.table, of.row);
             });
}

/// How a table is loaded, and the schema from which on there is one.
struct TableLoad {
    void (*load)(TableScan& scan, ChainLoader& loader);
    int since = kFirstVersion;
};

} // namespace

bool loadTables(TableScan& scan, ChainLoader& loader)
{
    // What a row refers to comes before it.
    constexpr std::array<TableLoad, kTableCount> kLoads{{{loadTiers},
                                                         {loadNodes},
                                                         {loadKinds},
                                                         {loadStatuses},
                                                         {loadBoundaries, kCommitmentVersion},
                                                         {loadDeals},
                                                         {loadTranches},
                                                         {loadMetrics},
                                                         {loadEvents},
                                                         {loadSources},
                                                         {loadCitations},
                                                         {loadClaims, kScenarioVersion},
                                                         {loadScenarios, kScenarioVersion},
                                                         {loadOverrides, kScenarioVersion},
                                                         {loadSettings, kCommitmentVersion},
                                                         {loadViews, kCommitmentVersion},
                                                         {loadDismissals, kCommitmentVersion}}};
    for (const TableLoad& table : kLoads)
        if (scan.version() >= table.since && !scan.isCancelled())
            table.load(scan, loader);
    return !scan.isCancelled();
}

} // namespace ochain
