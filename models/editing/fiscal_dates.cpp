// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/fiscal_dates.h"

#include "formats/typed_signs.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ochain {

namespace {

constexpr std::string_view kSeries = "fiscal_year_end";

/// The last month of the fiscal year that a node's own metric gives.
std::optional<int> lastMonthOf(const Chain& chain, SeriesId series, NodeId node)
{
    constexpr double kMost = 12;
    std::optional<int> month;
    Date latest;
    chain.forEachMetric(series, [&](MetricId, const Metric& metric) {
        const bool isMonth = metric.value >= 1 && metric.value <= kMost && metric.value == std::floor(metric.value);
        if (metric.node != node || !isMonth || (month && metric.asOf < latest))
            return;
        month = static_cast<int>(metric.value);
        latest = metric.asOf;
    });
    return month;
}

void takeNode(const Chain& chain, std::string_view key, std::vector<NodeId>& nodes)
{
    const NodeId node = chain.find<NodeId>(key);
    if (node.isSet() && std::find(nodes.begin(), nodes.end(), node) == nodes.end())
        nodes.push_back(node);
}

/// The parties of the row that a date is of.
std::vector<NodeId> partiesBeside(const Chain& chain, Table table, const Beside& beside)
{
    std::vector<NodeId> nodes;
    if (table == Table::Tranches) {
        const RowRef deal{Table::Deals, chain.find(Table::Deals, valueBeside(beside, table, "deal"))};
        return deal.row == kNoRow ? nodes : partiesBeside(chain, Table::Deals, besideIn(chain, deal));
    }
    for (const std::string_view name : {"supplier", "customer", "node", "nodes"}) {
        const std::string keys = valueBeside(beside, table, name);
        for (std::string_view rest = keys; !rest.empty();) {
            takeNode(chain, rest.substr(0, rest.find(';')), nodes);
            rest.remove_prefix(std::min(rest.find(';'), rest.size() - 1) + 1);
        }
    }
    return nodes;
}

/// The months of the calendar that a fiscal period is for a party.
struct OfParty {
    NodeId party;
    MonthSpan months;
};

std::vector<OfParty> monthsByParty(const Chain& chain, const std::vector<NodeId>& parties, const FiscalPeriod& period)
{
    std::vector<OfParty> all;
    for (const NodeId party : parties) {
        const std::optional<FiscalCalendar> calendar = fiscalCalendarOf(chain, party);
        if (!calendar)
            continue;
        const MonthSpan months = monthsOf(period, *calendar);
        const bool isNew =
            std::none_of(all.begin(), all.end(), [&](const OfParty& each) { return each.months == months; });
        if (isNew && isValid(months.first) && isValid(months.last))
            all.push_back({party, months});
    }
    return all;
}

} // namespace

std::optional<FiscalCalendar> fiscalCalendarOf(const Chain& chain, NodeId node)
{
    const SeriesId series = chain.findSeries(kSeries);
    if (!series.isSet())
        return std::nullopt;
    for (; node.isSet(); node = chain.nodes()[node].parent)
        if (const std::optional<int> month = lastMonthOf(chain, series, node))
            return FiscalCalendar{*month, chain.text(chain.nodes()[node].country) == "JP"};
    return std::nullopt;
}

std::optional<Sentence> fiscalRefusal(const Chain& chain, Table table, const Beside& beside, const QString& text,
                                      DateRole role)
{
    const QString plain = normalised(text);
    const FiscalPeriod period = saysFiscal(plain) ? fiscalPeriodIn(plain) : FiscalPeriod{};
    if (period.year == 0)
        return std::nullopt;
    const std::vector<OfParty> all = monthsByParty(chain, partiesBeside(chain, table, beside), period);
    if (all.empty())
        return std::nullopt;
    Sentence sentence{
        all.size() == 1
            ? QT_TRANSLATE_NOOP("Sentence", "“{0}” counts by a fiscal year; that of {1} makes it {2} to {3}: write {4}")
            : QT_TRANSLATE_NOOP("Sentence", "“{0}” counts by a fiscal year; that of {1} makes it {2} to {3}, that of "
                                            "{4} makes it {5} to {6}: write the month that is meant"),
        {text.trimmed().toStdString()}};
    constexpr std::size_t kMost = 2; // a deal has no more; of an event the first two
    for (std::size_t i = 0; i < all.size() && i < kMost; ++i)
        sentence.args.insert(sentence.args.end(), {nameOf(chain, all[i].party).toStdString(),
                                                   formatDate(all[i].months.first), formatDate(all[i].months.last)});
    if (all.size() == 1)
        sentence.args.push_back(formatDate(role == DateRole::End ? all.front().months.last : all.front().months.first));
    return sentence;
}

} // namespace ochain
