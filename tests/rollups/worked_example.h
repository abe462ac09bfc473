// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit_builder.h"
#include "rollups/rollups.h"

#include <QTest>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ochain::test {

using Fields = std::vector<std::pair<Field, std::string>>;

/// Every number here is worked out by hand from data/README.md, sections 2 to 5. Money in cents, capacity in
/// kilowatts.
class Example {
public:
    Example()
    {
        tier("chips", "1", "1");
        tier("cloud", "2", "1");
        tier("capital", "3", "0");
        tier("models", "4", "0");
        kind("hardware", "trade", "deploy");
        kind("lease", "trade", "term");
        kind("api", "trade", "none");
        kind("equity", "capital", "none");
        kind("control", "control", "none");
        kind("guarantee", "contingent", "none");
        for (const auto& [key, weight] :
             {std::pair("rumoured", "1000"), std::pair("announced", "5000"), std::pair("signed", "8000"),
              std::pair("operating", "10000"), std::pair("completed", "10000"), std::pair("paused", "2000"),
              std::pair("cancelled", "0")})
            row(Table::Statuses, key, {{status_field::WeightBp, weight}});
        for (const auto& [key, toIt] : {std::pair("it", "10000"), std::pair("facility", "7700")})
            row(Table::Boundaries, key, {{boundary_field::ToItBp, toIt}});
        row(Table::Sources, "press", {});
        for (const auto& [key, tierKey] :
             {std::pair("nvidia", "chips"), std::pair("amd", "chips"), std::pair("broadcom", "chips"),
              std::pair("oracle", "cloud"), std::pair("fund", "capital"), std::pair("openai", "models")})
            row(Table::Nodes, key, {{node_field::Tier, tierKey}});
    }

    void row(Table table, const std::string& key, const Fields& fields)
    {
        EditBuilder builder(m_chain);
        bool isFine = !builder.add(table, key);
        for (const auto& [field, text] : fields)
            isFine = !builder.set(table, key, field, text) && isFine;
        apply(std::move(builder).build("test", "example"), isFine);
    }
    /// A signed, reported deal; further fields win.
    void deal(const std::string& key, const std::string& supplier, const std::string& customer,
              const std::string& kindKey, const Fields& fields)
    {
        Fields all{{deal_field::Supplier, supplier},
                   {deal_field::Customer, customer},
                   {deal_field::Kind, kindKey},
                   {deal_field::Status, "signed"},
                   {deal_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        row(Table::Deals, key, all);
    }
    void tranche(const std::string& key, const std::string& dealKey, const Fields& fields)
    {
        Fields all{{tranche_field::Deal, dealKey}, {tranche_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        row(Table::Tranches, key, all);
    }
    void metric(const std::string& key, const std::string& series, const Fields& fields)
    {
        Fields all{{metric_field::Series, series}, {metric_field::Node, "openai"}, {metric_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        row(Table::Metrics, key, all);
    }
    void claim(const std::string& table, const std::string& key, const std::string& field, const std::string& asOf,
               const std::string& value, const std::string& adopted)
    {
        EditBuilder builder(m_chain);
        const bool isFine = !builder.addRow(Table::Claims, {{claim_field::Table, table},
                                                            {claim_field::RowKey, key},
                                                            {claim_field::Field, field},
                                                            {claim_field::AsOf, asOf},
                                                            {claim_field::Value, value},
                                                            {claim_field::Source, "press"},
                                                            {claim_field::Adopted, adopted}});
        apply(std::move(builder).build("test", "example"), isFine);
    }

    void look(const Lens& lens = {}) { m_isFine = m_rollups.compute(m_chain, lens) && m_isFine; }
    bool isFine() const { return m_isFine; }

    Figure figure(const std::string& node, Measure measure, const std::string& period,
                  const std::string& layer = {}) const
    {
        return m_rollups.figure(Group::of(m_chain.find<NodeId>(node)), measure, layerNumber(layer), periodOf(period));
    }
    std::int64_t value(const std::string& node, Measure measure, const std::string& period,
                       const std::string& layer = {}) const
    {
        return figure(node, measure, period, layer).value;
    }
    std::uint32_t undisclosed(const std::string& node, Measure measure, const std::string& period,
                              const std::string& layer = {}) const
    {
        return figure(node, measure, period, layer).undisclosed;
    }
    std::string binding(const std::string& node, const std::string& period) const
    {
        const auto binding = m_rollups.binding(Group::of(m_chain.find<NodeId>(node)), periodOf(period));
        return binding ? std::string(m_chain.key({Table::Tiers, m_chain.tierOf(binding->layer).value})) : std::string();
    }
    std::vector<std::int64_t> quarters(const std::string& node, Measure measure, const std::string& layer = {}) const
    {
        std::vector<std::int64_t> values;
        for (const Figure& each :
             m_rollups.figures(Group::of(m_chain.find<NodeId>(node)), measure, layerNumber(layer), PeriodKind::Quarter))
            values.push_back(each.value);
        return values;
    }
    Calendar calendar() const { return m_rollups.calendar(); }
    Hidden hidden(const std::string& node, Measure measure, const std::string& period,
                  const std::string& layer = {}) const
    {
        return m_rollups.hidden(Group::of(m_chain.find<NodeId>(node)), measure, layerNumber(layer), periodOf(period));
    }
    const Chain& chain() const { return m_chain; }
    const Rollups& rollups() const { return m_rollups; }

private:
    static Period periodOf(const std::string& text)
    {
        return text == "total"         ? kTotal
               : text == "unscheduled" ? kUnscheduled
               : text == "later"       ? kLater
                                       : parsePeriod(text).value_or(kTotal);
    }
    LayerNumber layerNumber(const std::string& key) const
    {
        return key.empty() ? kNoLayer : m_chain.layerOf(m_chain.find<TierId>(key));
    }
    void tier(const char* key, const char* ordinal, const char* layer)
    {
        row(Table::Tiers, key, {{tier_field::Ordinal, ordinal}, {tier_field::Layer, layer}});
    }
    void kind(const char* key, const char* dealClass, const char* profile)
    {
        row(Table::DealKinds, key,
            {{kind_field::Class, dealClass},
             {kind_field::Profile, profile},
             {kind_field::Money, dealClass == std::string("control") ? "0" : "1"}});
    }
    void apply(Edit edit, bool isFine) { m_isFine = m_chain.apply(edit).empty() && isFine && m_isFine; }

    Chain m_chain;
    Rollups m_rollups;
    bool m_isFine = true;
};

inline Lens knownAsOf(int year, int month, int day)
{
    Lens lens;
    lens.knownAsOf = dayNumber(year, month, day);
    return lens;
}

inline Lens weightedLens()
{
    Lens lens;
    lens.basis = FigureBasis::Weighted;
    return lens;
}

inline Lens withoutAssumed()
{
    Lens lens;
    lens.withAssumed = false;
    return lens;
}

inline Lens committedLens(Commitments commitments, Lens lens = {})
{
    lens.commitments = commitments;
    return lens;
}

inline Lens firmLens(const Lens& lens = {})
{
    return committedLens(Commitments::Firm, lens);
}

inline Lens itLens(Lens lens = {})
{
    lens.megawatts = MegawattsOf::It;
    return lens;
}

inline Lens overlapLens(Overlaps overlaps)
{
    Lens lens;
    lens.overlaps = overlaps;
    return lens;
}

using Values = std::vector<std::int64_t>;
using M = Measure;

} // namespace ochain::test
