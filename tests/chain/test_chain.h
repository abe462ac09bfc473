// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit_builder.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ochain::test {

using Texts = std::vector<std::pair<Field, std::string>>;

/// A small chain put together by edits: layers "chips" and "cloud", tiers "models" and "capital" in no layer, a tier
/// "gpus" under chips; kinds of every class and profile; the statuses of the dataset. A word that is wrong throws.
class TestChain {
public:
    TestChain()
    {
        add(Table::Tiers, "chips", {{tier_field::Ordinal, "1"}, {tier_field::Layer, "1"}});
        add(Table::Tiers, "gpus",
            {{tier_field::Parent, "chips"}, {tier_field::Ordinal, "1"}, {tier_field::Layer, "0"}});
        add(Table::Tiers, "cloud", {{tier_field::Ordinal, "2"}, {tier_field::Layer, "1"}});
        add(Table::Tiers, "models", {{tier_field::Ordinal, "3"}, {tier_field::Layer, "0"}});
        add(Table::Tiers, "capital", {{tier_field::Ordinal, "4"}, {tier_field::Layer, "0"}});
        kind("hardware", "trade", "deploy", "1");
        kind("lease", "trade", "term", "1");
        kind("licence", "trade", "none", "1");
        kind("offtake", "trade", "term", "0");
        kind("equity", "capital", "none", "1");
        kind("board", "control", "none", "0");
        kind("guarantee", "contingent", "none", "1");
        for (const auto& [key, weight] :
             {std::pair("rumoured", "2500"), std::pair("announced", "5000"), std::pair("signed", "8000"),
              std::pair("operating", "10000"), std::pair("completed", "10000"), std::pair("paused", "2000"),
              std::pair("cancelled", "0")})
            add(Table::Statuses, key, {{status_field::WeightBp, weight}});
        for (const auto& [key, toIt] : {std::pair("it", "10000"), std::pair("facility", "7700")})
            add(Table::Boundaries, key, {{boundary_field::ToItBp, toIt}});
        add(Table::Sources, "press", {});
    }

    [[nodiscard]] Edit additionOf(Table table, const std::string& key, const Texts& fields) const
    {
        EditBuilder builder(chain);
        check(builder.add(table, key));
        for (const auto& [field, text] : fields)
            check(builder.set(table, key, field, text));
        return std::move(builder).build("test", "");
    }
    [[nodiscard]] Edit changeOf(Table table, const std::string& key, Field field, const std::string& text) const
    {
        EditBuilder builder(chain);
        check(builder.set(table, key, field, text));
        return std::move(builder).build("test", "");
    }
    [[nodiscard]] Edit erasureOf(Table table, const std::string& key) const
    {
        EditBuilder builder(chain);
        check(builder.erase(table, key));
        return std::move(builder).build("test", "");
    }

    void apply(Edit edit)
    {
        const Problems problems = chain.apply(edit);
        if (!problems.empty())
            throw std::runtime_error(problems.front().text());
    }
    void add(Table table, const std::string& key, const Texts& fields) { apply(additionOf(table, key, fields)); }
    void set(Table table, const std::string& key, Field field, const std::string& text)
    {
        apply(changeOf(table, key, field, text));
    }

    void kind(const std::string& key, const std::string& dealClass, const std::string& profile,
              const std::string& money)
    {
        add(Table::DealKinds, key,
            {{kind_field::Class, dealClass}, {kind_field::Profile, profile}, {kind_field::Money, money}});
    }
    void node(const std::string& key, const std::string& tier, const std::string& parent = {})
    {
        add(Table::Nodes, key, {{node_field::Tier, tier}, {node_field::Parent, parent}});
    }
    /// A signed, reported deal; further fields win.
    void deal(const std::string& key, const std::string& supplier, const std::string& customer,
              const std::string& kindKey, const Texts& fields)
    {
        add(Table::Deals, key, dealFields(supplier, customer, kindKey, fields));
    }
    static Texts dealFields(const std::string& supplier, const std::string& customer, const std::string& kindKey,
                            const Texts& fields)
    {
        Texts all{{deal_field::Supplier, supplier},
                  {deal_field::Customer, customer},
                  {deal_field::Kind, kindKey},
                  {deal_field::Status, "signed"},
                  {deal_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        return all;
    }
    void tranche(const std::string& key, const std::string& dealKey, const Texts& fields)
    {
        Texts all{{tranche_field::Deal, dealKey}, {tranche_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        add(Table::Tranches, key, all);
    }
    /// An observation about the node "openai".
    void metric(const std::string& key, const std::string& series, const Texts& fields)
    {
        Texts all{{metric_field::Series, series}, {metric_field::Node, "openai"}, {metric_field::Basis, "reported"}};
        all.insert(all.end(), fields.begin(), fields.end());
        add(Table::Metrics, key, all);
    }
    void claim(const std::string& deal, const std::string& field, const std::string& asOf, const std::string& value)
    {
        claim(Table::Deals, deal, field, asOf, value);
    }
    void claim(Table table, const std::string& row, const std::string& field, const std::string& asOf,
               const std::string& value)
    {
        EditBuilder builder(chain);
        check(builder.addRow(Table::Claims, {{claim_field::Table, std::string(tableSpec(table).name)},
                                             {claim_field::RowKey, row},
                                             {claim_field::Field, field},
                                             {claim_field::AsOf, asOf},
                                             {claim_field::Value, value},
                                             {claim_field::Source, "press"},
                                             {claim_field::Adopted, "1"}}));
        apply(std::move(builder).build("test", ""));
    }

    [[nodiscard]] NodeId nodeId(std::string_view key) const { return chain.find<NodeId>(key); }
    [[nodiscard]] TierId tierId(std::string_view key) const { return chain.find<TierId>(key); }
    [[nodiscard]] DealId dealId(std::string_view key) const { return chain.find<DealId>(key); }

    Chain chain;

private:
    static void check(const std::optional<Problem>& problem)
    {
        if (problem)
            throw std::runtime_error(problem->text());
    }
};

} // namespace ochain::test
