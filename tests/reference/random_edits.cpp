// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/random_edits.h"

#include "chain/limits.h"

#include <algorithm>

#include <fmt/format.h>

namespace ochain {
namespace {

constexpr std::size_t kManyDeals = 14; ///< from here on deals go rather than come

bool hasParts(const Chain& chain, const std::string& deal)
{
    bool has = false;
    if (const DealId id = chain.find<DealId>(deal); id.isSet())
        chain.forEachPart(id, [&has](DealId, const Deal&) { has = true; });
    return has;
}

} // namespace

std::string RandomEdits::one(std::initializer_list<const char*> texts)
{
    return *(texts.begin() + below(texts.size()));
}

std::string RandomEdits::date(int from, int to)
{
    const int years = to - from + 1;
    const int year = from + static_cast<int>(below(static_cast<std::size_t>(years)));
    const int month = 1 + static_cast<int>(below(12));
    const int day = 1 + static_cast<int>(below(month == 2 ? 28 : 30));
    if (chance(30))
        return fmt::format("{}", year);
    return chance(40) ? fmt::format("{}-{:02}", year, month) : fmt::format("{}-{:02}-{:02}", year, month, day);
}

std::string RandomEdits::maybeDate(int percent)
{
    return chance(percent) ? date(2025, 2029) : std::string();
}

std::string RandomEdits::announcement()
{
    return m_isLongAgo && chance(95) ? date(2011, 2013) : date(2023, 2026);
}

std::string RandomEdits::commitment()
{
    return one({"firm", "firm", "", "conditional", "option", "ceiling"});
}

std::string RandomEdits::boundary(const Chain& chain)
{
    return chance(60) && chain.size(Table::Boundaries) > 0 ? keyOf(chain, Table::Boundaries) : std::string();
}

std::string RandomEdits::horizon()
{
    return chance(85) ? fmt::format("{}", 2024 + below(7))
                      : one({"", "1900", "1899", "2200", "soon", "2027-06", "2040", "02027", " 2027"});
}

std::string RandomEdits::usd()
{
    if (chance(10))
        return one({"", "0", "0.01", "1000000000000000", "0.07"});
    return chance(30) ? fmt::format("{}", 1 + below(400)) : fmt::format("{}.{}", below(5'000'000), 1 + below(9));
}

std::string RandomEdits::megawatts()
{
    if (chance(10))
        return one({"", "0", "0.001", "1000000"});
    return chance(50) ? fmt::format("{}", 1 + below(9)) : fmt::format("{}.{:02}1", below(3000), below(100));
}

std::string RandomEdits::formula()
{
    return one({"users*price", "users * share * price * 12", "2.5*10^3", "(users - 40) * price",
                "price ^ 2 * 1000 / users", "users - 60", "users/share", "-(share - 1) * users",
                "2*users + 3*users - users/7", "1000", "share * 0", "2 ^ 3 ^ 0.5 * price", "0.01*users"});
}

std::string RandomEdits::keyOf(const Chain& chain, Table table)
{
    const std::vector<std::uint32_t> rows = chain.inOrder(table);
    return rows.empty() ? std::string("none") : std::string(chain.key({table, rows[below(rows.size())]}));
}

void RandomEdits::set(Table table, const std::string& key, Field field, const std::string& text)
{
    if (m_builder->set(table, key, field, text))
        m_isFine = false;
}

void RandomEdits::add(Table table, const std::string& key, const Orders& fields)
{
    if (m_builder->add(table, key))
        m_isFine = false;
    for (const auto& [field, text] : fields)
        if (!text.empty())
            set(table, key, field, text);
}

void RandomEdits::addTier(const char* key, const char* parent, const char* ordinal, const char* layer)
{
    add(Table::Tiers, key, {{tier_field::Parent, parent}, {tier_field::Ordinal, ordinal}, {tier_field::Layer, layer}});
}

Edit RandomEdits::skeleton(const Chain& empty)
{
    EditBuilder builder(empty);
    m_builder = &builder;
    addTier("up", "", "1", "0");
    addTier("chips", "up", "2", "1");
    addTier("gpus", "chips", "1", "0");
    addTier("power", "up", "1", "1");
    addTier("cloud", "up", "2", "1");
    addTier("mid", "", "2", "0");
    addTier("down", "", "3", "0");
    for (const auto& [key, weight] :
         {std::pair("rumoured", "1000"), std::pair("announced", "5000"), std::pair("signed", "8001"),
          std::pair("building", "9000"), std::pair("operating", "10000"), std::pair("completed", "10000"),
          std::pair("paused", "2000"), std::pair("cancelled", "0")})
        add(Table::Statuses, key, {{status_field::WeightBp, weight}});
    for (const auto& [key, toIt] :
         {std::pair("it", "10000"), std::pair("facility", "7705"), std::pair("utility", "5000")})
        add(Table::Boundaries, key, {{boundary_field::ToItBp, toIt}});
    struct Kind {
        const char* key;
        const char* dealClass;
        const char* profile;
        const char* money;
    };
    for (const Kind& kind : {Kind{"hardware", "trade", "deploy", "1"}, Kind{"lease", "trade", "term", "1"},
                             Kind{"api", "trade", "none", "1"}, Kind{"hosting", "trade", "term", "0"},
                             Kind{"equity", "capital", "none", "1"}, Kind{"debt", "capital", "deploy", "1"},
                             Kind{"grant", "capital", "none", "0"}, Kind{"control", "control", "none", "0"},
                             Kind{"guarantee", "contingent", "none", "1"}, Kind{"comfort", "contingent", "term", "0"}})
        add(Table::DealKinds, kind.key,
            {{kind_field::Class, kind.dealClass},
             {kind_field::Profile, kind.profile},
             {kind_field::Money, kind.money}});
    add(Table::Sources, "press", {{source_field::Publisher, "Press"}});
    const char* const parents[] = {"", "n0", "n1", "", "n3", "n1", "", "n6"};
    const char* const tiers[] = {"gpus", "cloud", "down", "power", "mid", "chips", "cloud", "down"};
    for (std::size_t i = 0; i < std::size(parents); ++i)
        add(Table::Nodes, fmt::format("n{}", i),
            {{node_field::Tier, tiers[i]},
             {node_field::Parent, parents[i]},
             {node_field::Kind, i % 3 == 1 ? "site" : "company"}});
    const char* const series[] = {"users", "price", "share"};
    for (std::size_t i = 0; i < std::size(series); ++i)
        add(Table::Metrics, fmt::format("m{}", i),
            {{metric_field::Series, series[i]},
             {metric_field::Node, "n7"},
             {metric_field::AsOf, "2026"},
             {metric_field::Value, i == 2 ? "0.04" : "75.5"},
             {metric_field::Basis, "reported"}});
    m_builder = nullptr;
    return std::move(builder).build("test", "skeleton");
}

std::optional<Edit> RandomEdits::next(const Chain& chain)
{
    EditBuilder builder(chain);
    m_builder = &builder;
    m_isFine = true;
    const std::size_t orders = chance(85) ? 1 : 2 + below(3);
    for (std::size_t i = 0; i < orders; ++i)
        order(chain);
    m_builder = nullptr;
    if (!m_isFine)
        return std::nullopt;
    return std::move(builder).build("test", "drawn");
}

std::optional<Edit> RandomEdits::nextAmountOrDate(const Chain& chain)
{
    EditBuilder builder(chain);
    m_builder = &builder;
    m_isFine = true;
    const Table table = chance(70) || chain.size(Table::Tranches) == 0 ? Table::Deals : Table::Tranches;
    const Field deals[] = {deal_field::Starts, deal_field::Ends, deal_field::CapacityMw, deal_field::ValueUsd};
    const Field tranches[] = {tranche_field::Starts, tranche_field::Ends, tranche_field::CapacityMw,
                              tranche_field::ValueUsd};
    const Field field = table == Table::Deals ? deals[below(4)] : tranches[below(4)];
    set(table, keyOf(chain, table), field, valueFor(chain, table, field));
    m_builder = nullptr;
    if (!m_isFine)
        return std::nullopt;
    return std::move(builder).build("test", "amount or date");
}

Lens RandomEdits::lens()
{
    Lens lens;
    if (chance(55))
        lens.knownAsOf = dayNumber(2023 + static_cast<int>(below(5)), 1 + static_cast<int>(below(12)),
                                   1 + static_cast<int>(below(28)));
    lens.basis = chance(50) ? FigureBasis::Headline : FigureBasis::Weighted;
    lens.withAssumed = chance(60);
    lens.overlaps = chance(50) ? Overlaps::Unique : chance(50) ? Overlaps::Gross : Overlaps::Overlap;
    lens.commitments = chance(50) ? Commitments::All : chance(70) ? Commitments::Firm : Commitments::Unsaid;
    lens.megawatts = chance(50) ? MegawattsOf::Stated : MegawattsOf::It;
    return lens;
}

void RandomEdits::order(const Chain& chain)
{
    const std::size_t draw = below(100);
    if (draw < 43)
        orderDeal(chain);
    else if (draw < 60)
        orderTranche(chain);
    else if (draw < 71)
        orderTree(chain);
    else if (draw < 78)
        addMetric(chain);
    else if (draw < 87)
        orderClaim(chain);
    else if (draw < 93)
        orderSeldom(chain);
    else if (draw < 96)
        orderBoundary(chain);
    else
        orderHorizon(chain);
}

void RandomEdits::orderDeal(const Chain& chain)
{
    const bool isCrowded = chain.size(Table::Deals) >= kManyDeals;
    const std::size_t draw = below(100);
    if (chain.size(Table::Deals) < 4 || draw < (isCrowded ? 5U : 30U))
        return addDeal(chain);
    const std::string key = keyOf(chain, Table::Deals);
    if (draw < (isCrowded ? 30U : 38U)) {
        m_isFine = !m_builder->erase(Table::Deals, key) && m_isFine;
    } else if (draw < 50) {
        set(Table::Deals, key, deal_field::PartOf, chance(30) ? std::string() : keyOf(chain, Table::Deals));
    } else if (draw < 76) {
        const Field fields[] = {deal_field::Starts, deal_field::Ends, deal_field::CapacityMw, deal_field::ValueUsd};
        const Field field = fields[below(4)];
        set(Table::Deals, key, field, valueFor(chain, Table::Deals, field));
    } else if (draw < 83) {
        const Field field = chance(50) ? deal_field::Commitment : deal_field::Boundary;
        set(Table::Deals, key, field, valueFor(chain, Table::Deals, field));
    } else if (draw < 87) { // from an amount to a formula or back
        const bool hasFormula =
            !chain.value({Table::Deals, chain.find(Table::Deals, key)}, deal_field::Formula).empty();
        set(Table::Deals, key, deal_field::ValueUsd, hasFormula ? usd() : std::string());
        set(Table::Deals, key, deal_field::Formula, hasFormula ? std::string() : formula());
    } else {
        const auto field = static_cast<Field>(below(tableSpec(Table::Deals).fields.size()));
        set(Table::Deals, key, field, valueFor(chain, Table::Deals, field));
    }
}

void RandomEdits::addDeal(const Chain& chain)
{
    const std::string key = newKey("d");
    std::string starts = maybeDate(75);
    std::string ends = maybeDate(70);
    if (!starts.empty() && !ends.empty() && ends < starts)
        std::swap(starts, ends);
    if (!ends.empty() && chance(6))
        ends = one({"2044", "2043-06"}); // far beyond the horizon
    const bool hasFormula = chance(15);
    add(Table::Deals, key,
        {{deal_field::Supplier, keyOf(chain, Table::Nodes)},
         {deal_field::Customer, keyOf(chain, Table::Nodes)},
         {deal_field::Kind, keyOf(chain, Table::DealKinds)},
         {deal_field::Status, keyOf(chain, Table::Statuses)},
         {deal_field::Announced, chance(80) ? announcement() : std::string()},
         {deal_field::Starts, starts},
         {deal_field::Ends, ends},
         {deal_field::CapacityMw, chance(70) ? megawatts() : std::string()},
         {deal_field::ValueUsd, !hasFormula && chance(70) ? usd() : std::string()},
         {deal_field::Formula, hasFormula ? formula() : std::string()},
         {deal_field::Profile, chance(20) ? one({"deploy", "term", "none"}) : std::string()},
         {deal_field::PartOf, chance(20) && chain.size(Table::Deals) > 0 ? keyOf(chain, Table::Deals) : std::string()},
         {deal_field::Commitment, commitment()},
         {deal_field::Boundary, boundary(chain)},
         {deal_field::Basis, one({"reported", "reported", "derived", "assumed"})}});
}

void RandomEdits::orderTranche(const Chain& chain)
{
    const std::size_t count = chain.size(Table::Tranches);
    const std::size_t draw = below(100);
    if (count < 3 || (draw < 45 && count < 12))
        return addTranche(chain);
    const std::string key = keyOf(chain, Table::Tranches);
    if (draw < 65) {
        m_isFine = !m_builder->erase(Table::Tranches, key) && m_isFine;
        return;
    }
    const auto field = static_cast<Field>(below(tableSpec(Table::Tranches).fields.size()));
    set(Table::Tranches, key, field, valueFor(chain, Table::Tranches, field));
}

void RandomEdits::addTranche(const Chain& chain)
{
    std::string deal = keyOf(chain, Table::Deals);
    for (int tries = 0; tries < 4 && hasParts(chain, deal); ++tries)
        deal = keyOf(chain, Table::Deals);
    const std::uint32_t row = chain.find(Table::Deals, deal);
    const auto of = [&](Field field) {
        return row == kNoRow ? std::string() : chain.value({Table::Deals, row}, field);
    };
    const std::string key = newKey("t");
    const bool isFormula = !of(deal_field::Formula).empty();
    const int firstYear = of(deal_field::Starts).empty() ? 2025 : std::stoi(of(deal_field::Starts));
    const int lastYear = of(deal_field::Ends).empty() ? firstYear + 3 : std::stoi(of(deal_field::Ends));
    std::string starts = chance(50) ? date(firstYear, lastYear) : std::string();
    std::string ends = chance(50) ? date(firstYear, lastYear) : std::string();
    if (!starts.empty() && !ends.empty() && ends < starts)
        std::swap(starts, ends);
    add(Table::Tranches, key,
        {{tranche_field::Deal, deal},
         {tranche_field::Starts, starts},
         {tranche_field::Ends, ends},
         {tranche_field::CapacityMw, isFormula || chance(60) ? fmt::format("{}.5", below(40)) : std::string()},
         {tranche_field::ValueUsd,
          !isFormula && chance(70) ? fmt::format("{}.{}", below(90), 1 + below(9)) : std::string()},
         {tranche_field::Commitment, chance(60) ? commitment() : std::string()},
         {tranche_field::Boundary, chance(50) ? boundary(chain) : std::string()},
         {tranche_field::Basis, one({"reported", "assumed"})}});
}

void RandomEdits::orderTree(const Chain& chain)
{
    const std::size_t draw = below(100);
    const std::string node = keyOf(chain, Table::Nodes);
    if (draw < 12)
        set(Table::Nodes, node, node_field::Kind, valueFor(chain, Table::Nodes, node_field::Kind));
    else if (draw < 36)
        set(Table::Nodes, node, node_field::Parent, chance(30) ? std::string() : keyOf(chain, Table::Nodes));
    else if (draw < 48)
        set(Table::Nodes, node, node_field::Tier, keyOf(chain, Table::Tiers));
    else if (draw < 65 && chain.size(Table::Nodes) < 11)
        add(Table::Nodes, newKey("n"),
            {{node_field::Tier, keyOf(chain, Table::Tiers)},
             {node_field::Kind, one({"site", "company", ""})},
             {node_field::Parent, chance(40) ? std::string() : keyOf(chain, Table::Nodes)}});
    else if (draw < 75)
        m_isFine = !m_builder->erase(Table::Nodes, node) && m_isFine;
    else if (draw < 80 && chain.size(Table::Tiers) < 9)
        add(Table::Tiers, newKey("tier"),
            {{tier_field::Parent, chance(40) ? std::string() : keyOf(chain, Table::Tiers)},
             {tier_field::Ordinal, fmt::format("{}", below(4))},
             {tier_field::Layer, one({"0", "1"})}});
    else if (draw < 84)
        m_isFine = !m_builder->erase(Table::Tiers, keyOf(chain, Table::Tiers)) && m_isFine;
    else if (draw < 92) {
        const Field fields[] = {tier_field::Parent, tier_field::Ordinal, tier_field::Layer, tier_field::Key};
        const Field field = fields[below(4)];
        set(Table::Tiers, keyOf(chain, Table::Tiers), field, valueFor(chain, Table::Tiers, field));
    } else {
        const auto field = static_cast<Field>(below(tableSpec(Table::Nodes).fields.size()));
        set(Table::Nodes, node, field, valueFor(chain, Table::Nodes, field));
    }
}

void RandomEdits::addMetric(const Chain& chain)
{
    const std::size_t draw = below(100);
    const std::string key = keyOf(chain, Table::Metrics);
    if (draw < 35 && chain.size(Table::Metrics) < 12) {
        add(Table::Metrics, newKey("m"),
            {{metric_field::Series, one({"users", "price", "share"})},
             {metric_field::Node, keyOf(chain, Table::Nodes)},
             {metric_field::AsOf, chance(90) ? date(2025, 2029) : std::string()},
             {metric_field::Known, chance(50) ? date(2023, 2026) : std::string()},
             {metric_field::Value, chance(90) ? fmt::format("{}.{}", below(120), 1 + below(9)) : std::string()},
             {metric_field::Basis, one({"reported", "assumed"})}});
    } else if (draw < 55 && chain.size(Table::Metrics) > 6) {
        m_isFine = !m_builder->erase(Table::Metrics, key) && m_isFine;
    } else {
        const auto field = static_cast<Field>(below(tableSpec(Table::Metrics).fields.size()));
        set(Table::Metrics, key, field, valueFor(chain, Table::Metrics, field));
    }
}

void RandomEdits::orderClaim(const Chain& chain)
{
    const std::size_t draw = below(100);
    if (draw < 55 && chain.size(Table::Claims) < 14)
        return addClaim(chain);
    const std::string key = keyOf(chain, Table::Claims);
    if (draw < 70) {
        m_isFine = !m_builder->erase(Table::Claims, key) && m_isFine;
    } else {
        const Field fields[] = {claim_field::AsOf, claim_field::Value, claim_field::Adopted, claim_field::NoteEn};
        const Field field = fields[below(4)];
        set(Table::Claims, key, field, valueFor(chain, Table::Claims, field));
    }
}

void RandomEdits::addClaim(const Chain& chain)
{
    const std::size_t draw = below(100);
    const Table table = draw < 60 ? Table::Deals : draw < 80 ? Table::Tranches : Table::Metrics;
    const Field deals[] = {deal_field::Status,     deal_field::Announced,  deal_field::Starts,   deal_field::Ends,
                           deal_field::CapacityMw, deal_field::ValueUsd,   deal_field::Formula,  deal_field::Profile,
                           deal_field::EquityPct,  deal_field::Commitment, deal_field::Boundary, deal_field::Boundary,
                           deal_field::Basis};
    const Field tranches[] = {tranche_field::Starts,   tranche_field::Ends,       tranche_field::CapacityMw,
                              tranche_field::ValueUsd, tranche_field::Commitment, tranche_field::Boundary,
                              tranche_field::Boundary, tranche_field::Basis};
    const Field metrics[] = {metric_field::AsOf, metric_field::Known, metric_field::Value, metric_field::Basis};
    const Field field = table == Table::Deals      ? deals[below(std::size(deals))]
                        : table == Table::Tranches ? tranches[below(std::size(tranches))]
                                                   : metrics[below(std::size(metrics))];
    if (m_builder->addRow(Table::Claims, {{claim_field::Table, std::string(tableSpec(table).name)},
                                          {claim_field::RowKey, keyOf(chain, table)},
                                          {claim_field::Field, std::string(fieldSpec(table, field).name)},
                                          {claim_field::AsOf, chance(90) ? date(2023, 2027) : std::string()},
                                          {claim_field::Value, valueFor(chain, table, field)},
                                          {claim_field::Source, "press"},
                                          {claim_field::Adopted, one({"1", "1", "1", "0"})}}))
        m_isFine = false;
}

void RandomEdits::orderSeldom(const Chain& chain)
{
    const std::size_t draw = below(100);
    if (draw < 35) {
        set(Table::Statuses, keyOf(chain, Table::Statuses), status_field::WeightBp, fmt::format("{}", below(10001)));
    } else if (draw < 60) {
        const Field fields[] = {kind_field::Class, kind_field::Profile, kind_field::Money};
        const Field field = fields[below(3)];
        set(Table::DealKinds, keyOf(chain, Table::DealKinds), field, valueFor(chain, Table::DealKinds, field));
    } else if (draw < 75) {
        if (m_builder->addRow(Table::Citations, {{citation_field::Table, "deals"},
                                                 {citation_field::RowKey, keyOf(chain, Table::Deals)},
                                                 {citation_field::Source, "press"},
                                                 {citation_field::Fields, "value_usd;capacity_mw"},
                                                 {citation_field::SaidBy, one({"", "supplier", "third"})}}))
            m_isFine = false;
    } else if (draw < 80) {
        m_isFine = !m_builder->erase(Table::Citations, keyOf(chain, Table::Citations)) && m_isFine;
    } else if (draw < 87) {
        if (m_builder->addRow(Table::Dismissals, {{dismissal_field::Rule, one({"no-citation", "told-before"})},
                                                  {dismissal_field::Table, "deals"},
                                                  {dismissal_field::RowKey, keyOf(chain, Table::Deals)}}))
            m_isFine = false;
    } else if (draw < 90) {
        const Table table = chance(50) ? Table::Dismissals : Table::Views;
        m_isFine = !m_builder->erase(table, keyOf(chain, table)) && m_isFine;
    } else if (draw < 95) {
        add(Table::Views, newKey("v"), {{view_field::Ordinal, "1"}, {view_field::State, "commitment=firm"}});
    } else {
        add(Table::Events, newKey("e"),
            {{event_field::Date, date(2024, 2026)}, {event_field::Nodes, keyOf(chain, Table::Nodes)}});
    }
}

void RandomEdits::orderBoundary(const Chain& chain)
{
    const std::size_t draw = below(100);
    const std::string key = keyOf(chain, Table::Boundaries);
    if (draw < 60)
        set(Table::Boundaries, key, boundary_field::ToItBp, fmt::format("{}", below(10001)));
    else if (draw < 75 && chain.size(Table::Boundaries) < 5)
        add(Table::Boundaries, newKey("b"), {{boundary_field::ToItBp, fmt::format("{}", below(10001))}});
    else if (draw < 85)
        m_isFine = !m_builder->erase(Table::Boundaries, key) && m_isFine;
    else
        set(Table::Boundaries, key, chance(50) ? boundary_field::Key : boundary_field::NoteEn, newKey("b"));
}

void RandomEdits::orderHorizon(const Chain& chain)
{
    const std::string key(kHorizonKey);
    if (chain.find(Table::Settings, key) == kNoRow)
        add(Table::Settings, key, {{setting_field::Value, horizon()}});
    else if (chance(25))
        m_isFine = !m_builder->erase(Table::Settings, key) && m_isFine;
    else if (chance(10)) // a setting of another name says nothing of the horizon
        set(Table::Settings, key, setting_field::Key, newKey("s"));
    else
        set(Table::Settings, key, setting_field::Value, horizon());
}

std::string RandomEdits::valueFor(const Chain& chain, Table table, Field field)
{
    const FieldSpec& spec = fieldSpec(table, field);
    switch (spec.type) {
    case FieldType::Key:
        return newKey("k");
    case FieldType::Reference:
        return !spec.required && chance(30) ? std::string() : keyOf(chain, spec.target);
    case FieldType::Date:
        if (table == Table::Deals && field == deal_field::Announced)
            return chance(20) ? std::string() : announcement();
        if (table == Table::Deals && field == deal_field::Ends && chance(4))
            return one({"2044", "2043-06"});
        return chance(20) ? std::string() : chance(3) ? date(2022, 2032) : date(2024, 2028);
    case FieldType::Usd:
        return usd();
    case FieldType::Megawatts:
        return megawatts();
    case FieldType::Percent:
        return fmt::format("{}", below(101));
    case FieldType::Weight:
        return fmt::format("{}", below(10001));
    case FieldType::Integer:
        return fmt::format("{}", below(5));
    case FieldType::Flag:
        return one({"0", "1"});
    case FieldType::Decimal:
        return chance(10) ? std::string() : fmt::format("{}{}.{}", chance(5) ? "-" : "", below(120), 1 + below(9));
    case FieldType::Formula:
        return chance(50) ? std::string() : formula();
    case FieldType::Choice:
        if (spec.choices.data() == kCommitmentNames.data())
            return commitment();
        return std::string(spec.choices[below(spec.choices.size())]);
    case FieldType::Name:
        if (table == Table::Nodes)
            return one({"site", "site", "company", ""});
        return one({"users", "price", "share"});
    case FieldType::Text:
        return table == Table::Claims && field == claim_field::Value
                   ? one({"", "7", "2026", "2027-03", "cancelled", "assumed", "firm", "facility", "ceiling", "x y"})
                   : one({"", "a text", "\xE6\x96\x87"});
    default:
        return {};
    }
}

} // namespace ochain
