// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/test_chain.h"
#include "networks/money_network.h"
#include "rollups/snapshot.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace ochain::testing {

inline const Period kIn2027{PeriodKind::Year, 2027, 0};

/// A chain of companies whose deals are all of 2027.
class PayingChain : public test::TestChain {
public:
    explicit PayingChain(std::initializer_list<const char*> companies)
    {
        for (const char* const company : companies)
            node(company, "models");
    }
    void sells(const std::string& supplier, const std::string& customer, const std::string& usd,
               const std::string& commitment = {})
    {
        add(supplier, customer, "licence", usd, commitment);
    }
    void invests(const std::string& investor, const std::string& company, const std::string& usd,
                 const std::string& commitment = {})
    {
        add(investor, company, "equity", usd, commitment);
    }
    void holds(const std::string& owner, const std::string& entity, const std::string& percent,
               const test::Texts& more = {})
    {
        test::Texts fields{{deal_field::EquityPct, percent}};
        fields.insert(fields.end(), more.begin(), more.end());
        deal(owner + "-holds-" + entity, owner, entity, "equity", fields);
    }
    [[nodiscard]] Snapshot snapshot(const Lens& lens = {}) const
    {
        Snapshot snapshot{chain, {}};
        snapshot.rollups.compute(chain, lens);
        return snapshot;
    }
    [[nodiscard]] std::string keyOf(NodeId node) const
    {
        return node.isSet() ? std::string(chain.key({Table::Nodes, node.value})) : "outside";
    }

private:
    void add(const std::string& supplier, const std::string& customer, const std::string& kindKey,
             const std::string& usd, const std::string& commitment)
    {
        deal(supplier + "-" + customer + "-" + kindKey, supplier, customer, kindKey,
             {{deal_field::ValueUsd, usd},
              {deal_field::Starts, "2027"},
              {deal_field::Ends, "2027"},
              {deal_field::Commitment, commitment}});
    }
};

/// The network of a period; a test that cannot have it fails at the value it asks for.
[[nodiscard]] inline MoneyNetwork networkIn(const Snapshot& snapshot, const NetworkScope& scope)
{
    return moneyNetworkOf(snapshot, scope).value();
}

} // namespace ochain::testing
