// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/money_customers.h"

#include "document/names.h"
#include "figures/figure_words.h"
#include "language/punctuation.h"
#include "networks/parties.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kMostCustomers = 6;

} // namespace

/// Largest first.
std::vector<MoneyCustomers::Customer> MoneyCustomers::customersIn(Period period) const
{
    Parties companies(m_chain, m_isMember);
    std::map<std::uint32_t, Customer> found;
    const auto take = [&](DealId id, const Deal& deal) {
        if (m_options.isCancelled() || m_isMember[deal.customer.value] || m_chain.classOf(deal) != DealClass::Trade)
            return;
        const std::int64_t amount = m_rollups.dealMoney(m_chain, id, period).value;
        if (amount <= 0)
            return;
        Customer& customer = found[companies.of(deal.customer).value];
        customer.deals.push_back({id, amount, false});
        customer.amount += amount;
    };
    for (std::uint32_t node = 0; node < m_isMember.size(); ++node)
        if (m_isMember[node])
            m_chain.forEachSupplied(NodeId{node}, take);
    std::vector<Customer> customers;
    customers.reserve(found.size());
    for (auto& [company, customer] : found) {
        customer.company = NodeId{company};
        customers.push_back(std::move(customer));
    }
    std::stable_sort(customers.begin(), customers.end(),
                     [](const Customer& a, const Customer& b) { return a.amount > b.amount; });
    return customers;
}

/// What a customer's deals come to, by period and in the one looked at; it has no name yet.
CustomerPart MoneyCustomers::partOf(Customer customer, PeriodKind granularity) const
{
    CustomerPart part;
    part.amount = customer.amount;
    for (const DealAmount& each : customer.deals) {
        const std::vector<Figure> own = m_rollups.dealMoney(m_chain, each.deal, granularity);
        part.series.values.resize(own.size());
        for (std::size_t at = 0; at < own.size(); ++at)
            part.series.values[at] += own[at].value;
    }
    part.series.evidence = evidenceOf(m_chain, std::move(customer.deals), Unit::Money);
    return part;
}

std::vector<CustomerPart> MoneyCustomers::in(Period period, PeriodKind granularity, const MarkColours& colours) const
{
    std::vector<Customer> customers = customersIn(period);
    std::int64_t all = 0;
    for (const Customer& customer : customers)
        all += customer.amount;
    const std::size_t named = customers.size() > kMostCustomers ? kMostCustomers - 1 : customers.size();
    const auto unnamed = static_cast<std::int64_t>(customers.size() - named);
    for (; customers.size() > named + 1; customers.pop_back()) { // all others are one
        Customer& rest = customers[named];
        rest.deals.insert(rest.deals.end(), customers.back().deals.begin(), customers.back().deals.end());
        rest.amount += customers.back().amount;
    }
    std::vector<CustomerPart> parts;
    parts.reserve(customers.size());
    for (std::size_t at = 0; at < customers.size(); ++at) {
        const NodeId company = customers[at].company;
        CustomerPart part = partOf(std::move(customers[at]), granularity);
        Series& series = part.series;
        const bool isNamed = at < named;
        series.name = isNamed ? nameOf(m_chain, company) : FigureWords::tr("Other (%1)").arg(countText(unnamed));
        series.id = isNamed ? nodeMark(m_chain, company) : "other:customers";
        if (isNamed)
            series.row = RowRef{Table::Nodes, company.value};
        series.colours =
            isNamed ? shadeOf(colours, static_cast<int>(at), static_cast<int>(customers.size())) : outsideColours();
        const double share = static_cast<double>(part.amount) / static_cast<double>(all);
        part.share = shareText(BasisPoints{static_cast<std::int32_t>(std::lround(share * 1'000)) * 10});
        const QString words =
            told(closer(series.name, inPeriod(period)),
                 FigureWords::tr("%1 (%2)").arg(amountTextInFull(part.amount, Unit::Money), part.share));
        series.evidence.tooltip = words + QLatin1Char('\n') + series.evidence.tooltip;
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace ochain
