// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/naive.h"

#include "reference/naive_schedule.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace ochain::naive {
namespace {

using Plans = std::vector<const Plan*>;

/// A stretch of the calendar: quarters [firstQuarter, lastQuarter].
struct Span {
    int firstQuarter = 0, lastQuarter = 0;
    std::int64_t from = 0, to = 0;
};

std::vector<Span> spansOf(const Quarters& quarters, int quartersEach)
{
    std::vector<Span> spans;
    for (int q = 0; q + quartersEach <= quarters.count(); q += quartersEach) {
        const int next = q + quartersEach;
        spans.push_back({q, next - 1, quarters.bounds[static_cast<std::size_t>(q)],
                         quarters.bounds[static_cast<std::size_t>(next)]});
    }
    return spans;
}

/// The deals under the lens that cross a group's border, and those that stay inside.
struct Crossing {
    Plans in, out, inside;
};

Plans ofClass(const Plans& plans, const std::string& dealClass)
{
    Plans found;
    for (const Plan* plan : plans)
        if (plan->dealClass == dealClass)
            found.push_back(plan);
    return found;
}

Plans ofLayer(const Plans& plans, const std::string& layer)
{
    Plans found;
    for (const Plan* plan : ofClass(plans, "trade"))
        if (plan->layer == layer && plan->profile != "none")
            found.push_back(plan);
    return found;
}

class Maker {
public:
    Maker(const Data& data, const Lens& lens)
        : m_known(knownRows(data, lens)), m_quarters(quartersOf(data)), m_plans(plansOf(m_known, lens, m_quarters)),
          m_quarterSpans(spansOf(m_quarters, 1)), m_yearSpans(spansOf(m_quarters, 4))
    {
        m_figures.firstYear = m_quarters.firstYear;
        m_figures.years = m_quarters.count() / 4;
        for (const std::string& tier : tierOrder(m_known))
            if (m_known.tiers.at(tier)["layer"] == "1")
                m_figures.layers.push_back(tier);
    }

    Figures make()
    {
        for (const auto& [tier, row] : m_known.tiers)
            makeGroup("tier", tier, nodesOfTier(tier));
        for (const auto& [node, row] : m_known.nodes)
            makeGroup("node", node, nodesInside(node));
        for (const auto& [key, plan] : m_plans) {
            const Plans self = plan.counts ? Plans{&plan} : Plans{};
            m_figures.deals[key] = {plan.counts, plan.hasMoney, plan.hasCapacity, plan.layer};
            m_figures.lines[{"deal", key, "money", ""}] =
                plan.dealClass == "contingent" ? guaranteed(self) : money(self);
            m_figures.lines[{"deal", key, "capacity", ""}] = capacity(self);
        }
        return std::move(m_figures);
    }

private:
    bool isTierInside(std::string tier, const std::string& root) const
    {
        while (!tier.empty() && tier != root)
            tier = m_known.tiers.at(tier)["parent"];
        return !tier.empty();
    }

    std::set<std::string> nodesOfTier(const std::string& tier) const
    {
        std::set<std::string> nodes;
        for (const auto& [key, node] : m_known.nodes)
            if (isTierInside(node["tier"], tier))
                nodes.insert(key);
        return nodes;
    }

    std::set<std::string> nodesInside(const std::string& root) const
    {
        std::set<std::string> nodes;
        for (const auto& [key, node] : m_known.nodes) {
            std::string above = key;
            while (!above.empty() && above != root)
                above = m_known.nodes.at(above)["parent"];
            if (!above.empty())
                nodes.insert(key);
        }
        return nodes;
    }

    Crossing crossingOf(const std::set<std::string>& nodes) const
    {
        Crossing crossing;
        for (const auto& [key, plan] : m_plans) {
            if (!plan.counts)
                continue;
            const bool suppliesFromInside = nodes.contains(plan.supplier);
            const bool buysInside = nodes.contains(plan.customer);
            if (suppliesFromInside && buysInside)
                crossing.inside.push_back(&plan);
            else if (suppliesFromInside)
                crossing.out.push_back(&plan);
            else if (buysInside)
                crossing.in.push_back(&plan);
        }
        return crossing;
    }

    /// Deals that do not end at a site below the group, or at any site if it is none of the nodes ("").
    Plans notForOneSite(const Plans& inbound, const std::string& group) const
    {
        Plans found;
        for (const Plan* plan : inbound) {
            bool endsAtSite = false;
            for (std::string node = plan->customer; !node.empty() && node != group;
                 node = m_known.nodes.at(node)["parent"])
                endsAtSite = endsAtSite || m_known.nodes.at(node)["kind"] == "site";
            if (!endsAtSite)
                found.push_back(plan);
        }
        return found;
    }

    /// A line from what a cell is over a span.
    Line perSpan(const std::function<Cell(const Span&)>& cell) const
    {
        Line line;
        for (const Span& span : m_quarterSpans)
            line.quarters.push_back(cell(span));
        for (const Span& span : m_yearSpans)
            line.years.push_back(cell(span));
        return line;
    }

    /// How a measure reads a plan: its amount over a span, its others, and whether it lacks one.
    struct Reading {
        std::function<std::int64_t(const Plan&, const Span&)> over;
        std::function<std::int64_t(const Plan&)> total, unscheduled, later;
        bool Plan::*lacks;
    };

    Line sum(const Plans& plans, const Reading& reading) const
    {
        Line line = perSpan([&](const Span& span) {
            Cell cell;
            for (const Plan* plan : plans) {
                cell.value += reading.over(*plan, span);
                cell.undisclosed += plan->*reading.lacks && plan->meets(span.from, span.to) ? 1 : 0;
            }
            return cell;
        });
        for (const Plan* plan : plans) {
            line.total.value += reading.total(*plan);
            line.unscheduled.value += reading.unscheduled(*plan);
            line.later.value += reading.later(*plan);
            const bool lacks = plan->*reading.lacks;
            line.total.undisclosed += lacks ? 1 : 0;
            line.unscheduled.undisclosed += lacks && !plan->hasDates() ? 1 : 0;
            line.later.undisclosed += lacks && plan->isLater(m_quarters) ? 1 : 0;
        }
        return line;
    }

    Line money(const Plans& plans) const
    {
        return sum(plans, {[this](const Plan& plan, const Span& span) {
                               std::int64_t cents = 0;
                               for (int q = span.firstQuarter; q <= span.lastQuarter; ++q)
                                   cents += plan.money(q, m_quarters);
                               return cents;
                           },
                           [](const Plan& plan) { return plan.moneyTotal(); },
                           [](const Plan& plan) { return plan.moneyUnscheduled(); },
                           [this](const Plan& plan) { return plan.moneyLater(m_quarters); }, &Plan::lacksMoney});
    }

    /// Guarantees: a stock of money.
    Line guaranteed(const Plans& plans) const
    {
        return sum(plans, {[](const Plan& plan, const Span& span) { return plan.guaranteedAt(span.to); },
                           [](const Plan& plan) { return plan.moneyTotal(); },
                           [](const Plan& plan) { return plan.guaranteedUnscheduled(); },
                           [this](const Plan& plan) { return plan.guaranteedLater(m_quarters); }, &Plan::lacksMoney});
    }

    Line capacity(const Plans& plans) const
    {
        return sum(plans, {[](const Plan& plan, const Span& span) { return plan.capacityAt(span.to); },
                           [](const Plan& plan) { return plan.capacityTotal(); },
                           [](const Plan& plan) { return plan.capacityUnscheduled(); },
                           [this](const Plan& plan) { return plan.capacityLater(m_quarters); }, &Plan::lacksCapacity});
    }

    /// What is scheduled after each period's end, unscheduled amounts included.
    Line backlog(const Plans& outboundTrade) const
    {
        return perSpan([&](const Span& span) {
            Cell cell;
            for (const Plan* plan : outboundTrade) {
                cell.value += plan->moneyTotal() - plan->moneyBefore(m_quarters);
                for (int q = 0; q <= span.lastQuarter; ++q)
                    cell.value -= plan->money(q, m_quarters);
                const bool mayComeLater = !plan->hasDates() || !plan->ends || *plan->ends > span.to;
                cell.undisclosed += plan->lacksMoney && mayComeLater ? 1 : 0;
            }
            return cell;
        });
    }

    void makeGroup(const std::string& of, const std::string& key, const std::set<std::string>& nodes)
    {
        const Crossing crossing = crossingOf(nodes);
        const auto put = [&](const std::string& measure, const std::string& layer, Line line) {
            m_figures.lines[{of, key, measure, layer}] = std::move(line);
        };
        const Line revenue = money(ofClass(crossing.out, "trade"));
        const Line spend = money(ofClass(crossing.in, "trade"));
        const Line capitalIn = money(ofClass(crossing.in, "capital"));
        const Line capitalOut = money(ofClass(crossing.out, "capital"));
        put("net", "", difference(revenue, spend));
        put("gap", "", gap(revenue, spend, capitalIn, capitalOut));
        put("funding", "", funding(revenue, spend, capitalIn, capitalOut));
        put("backlog", "", backlog(ofClass(crossing.out, "trade")));
        put("revenue", "", revenue);
        put("spend", "", spend);
        put("capital_in", "", capitalIn);
        put("capital_out", "", capitalOut);
        put("internal_trade", "", money(ofClass(crossing.inside, "trade")));
        put("internal_capital", "", money(ofClass(crossing.inside, "capital")));

        put("guaranteed_in", "", guaranteed(ofClass(crossing.in, "contingent")));
        put("guaranteed_out", "", guaranteed(ofClass(crossing.out, "contingent")));

        const Plans forAll = notForOneSite(crossing.in, of == "node" ? key : std::string());
        std::vector<Line> byLayer; // of what may bind
        for (const std::string& layer : m_figures.layers) {
            byLayer.push_back(capacity(ofLayer(forAll, layer)));
            put("capacity_in", layer, capacity(ofLayer(crossing.in, layer)));
            put("capacity_out", layer, capacity(ofLayer(crossing.out, layer)));
        }
        put("capacity_in", "", capacity(ofLayer(crossing.in, "")));
        put("capacity_out", "", capacity(ofLayer(crossing.out, "")));
        put("binding", "", binding(byLayer));
        putCounts(crossing, put);
    }

    template <class Put>
    void putCounts(const Crossing& crossing, const Put& put) const
    {
        const Line none = perSpan([](const Span&) { return Cell{}; }); // counts exist in total only
        Line all = none, noMoney = none, noCapacity = none;
        for (const Plans* plans : {&crossing.in, &crossing.out})
            for (const Plan* plan : *plans) {
                all.total.value += 1;
                noMoney.total.value += plan->lacksMoney ? 1 : 0;
                noCapacity.total.value += plan->lacksCapacity ? 1 : 0;
            }
        put("deals", "", all);
        put("deals_undisclosed_money", "", noMoney);
        put("deals_undisclosed_capacity", "", noCapacity);
    }

    static Line difference(const Line& plus, const Line& minus)
    {
        const auto cells = [](const std::vector<Cell>& a, const std::vector<Cell>& b) {
            std::vector<Cell> out;
            for (std::size_t i = 0; i < a.size(); ++i)
                out.push_back({a[i].value - b[i].value, a[i].undisclosed + b[i].undisclosed});
            return out;
        };
        const auto cell = [](const Cell& a, const Cell& b) {
            return Cell{a.value - b.value, a.undisclosed + b.undisclosed};
        };
        return {cells(plus.quarters, minus.quarters), cells(plus.years, minus.years), cell(plus.total, minus.total),
                cell(plus.unscheduled, minus.unscheduled), cell(plus.later, minus.later)};
    }

    /// Net inflow, revenue + capital_in - spend - capital_out, of each quarter and year.
    static Line inflow(const Line& revenue, const Line& spend, const Line& capitalIn, const Line& capitalOut)
    {
        Line line = difference(difference(revenue, spend), difference(capitalOut, capitalIn));
        line.total = line.unscheduled = line.later = Cell{};
        return line;
    }

    static Line gap(const Line& revenue, const Line& spend, const Line& capitalIn, const Line& capitalOut)
    {
        Line line = inflow(revenue, spend, capitalIn, capitalOut);
        for (std::vector<Cell>* cells : {&line.quarters, &line.years})
            for (Cell& cell : *cells)
                cell.value = std::max<std::int64_t>(0, -cell.value);
        return line;
    }

    static Line funding(const Line& revenue, const Line& spend, const Line& capitalIn, const Line& capitalOut)
    {
        Line line = inflow(revenue, spend, capitalIn, capitalOut);
        for (std::vector<Cell>* cells : {&line.quarters, &line.years})
            for (std::size_t i = 1; i < cells->size(); ++i)
                (*cells)[i].value += (*cells)[i - 1].value;
        return line;
    }

    Line binding(const std::vector<Line>& byLayer) const
    {
        Line line;
        const auto least = [&](std::vector<Cell> Line::*cells, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                Cell cell;
                for (std::size_t layer = 0; layer < byLayer.size(); ++layer) {
                    const Cell& standing = (byLayer[layer].*cells)[i];
                    if (standing.value > 0 && (cell.layer < 0 || standing.value < cell.value))
                        cell = {standing.value, standing.undisclosed, static_cast<int>(layer)};
                }
                (line.*cells).push_back(cell);
            }
        };
        least(&Line::quarters, m_quarterSpans.size());
        least(&Line::years, m_yearSpans.size());
        return line;
    }

    Data m_known;
    Quarters m_quarters;
    std::map<std::string, Plan> m_plans;
    std::vector<Span> m_quarterSpans, m_yearSpans;
    Figures m_figures;
};

} // namespace

Figures figuresOf(const Data& rows, const Lens& lens)
{
    return Maker(rows, lens).make();
}

} // namespace ochain::naive
