// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/view_state.h"

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace ochain {

namespace {

/// Lists of ids as they were remembered; what is no list of texts is passed over.
std::vector<std::vector<std::string>> ordersIn(const nlohmann::json& json)
{
    std::vector<std::vector<std::string>> orders;
    const auto found = json.find("orders");
    if (found == json.end() || !found->is_array())
        return orders;
    for (const nlohmann::json& list : *found) {
        std::vector<std::string> ids;
        for (const nlohmann::json& id : list.is_array() ? list : nlohmann::json::array())
            if (id.is_string())
                ids.push_back(id.get<std::string>());
        if (ids.size() > 1)
            orders.push_back(std::move(ids));
    }
    return orders;
}

/// A year as a number, or a period as pictures tell it: "2027".
std::optional<Period> yearIn(const nlohmann::json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end())
        return std::nullopt;
    std::int64_t year = found->is_number_integer() ? found->get<std::int64_t>() : 0;
    if (found->is_string())
        if (const Result<Period> period = parsePeriod(found->get<std::string>()); period)
            year = period->year;
    return year < kMinYear || year > kMaxYear ? std::nullopt
                                              : std::optional(Period{PeriodKind::Year, static_cast<int>(year), 0});
}

bool isGroup(const Chain& chain, const std::string& key)
{
    return chain.find<NodeId>(key).isSet() || chain.find<TierId>(key).isSet();
}

} // namespace

QString textOf(const ViewState& state)
{
    const FigureOptions& options = state.options;
    nlohmann::json json{{"group", options.group},
                        {"mode", options.mode == FlowMode::Money ? "money" : "capacity"},
                        {"layer", options.layer},
                        {"by", groupingName(options.grouping)},
                        {"granularity", options.granularity == PeriodKind::Quarter ? "quarter" : "year"},
                        {"expanded", options.expanded},
                        {"orders", options.orders},
                        {"guarantees", options.withGuarantees}};
    if (state.isPinned)
        json["pinned"] = *state.isPinned;
    if (options.from)
        json["from"] = options.from->year;
    if (options.to)
        json["to"] = options.to->year;
    return QString::fromStdString(json.dump());
}

std::optional<ViewState> stateIn(const QString& text, const Chain& chain, const FigureOptions& otherwise)
{
    const nlohmann::json json = nlohmann::json::parse(text.toStdString(), nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    const auto word = [&json](const char* key, const std::string& absent) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>() : absent;
    };
    ViewState state{otherwise, {}};
    FigureOptions& options = state.options;
    options.mode = word("mode", "money") == "capacity" ? FlowMode::Capacity : FlowMode::Money;
    options.grouping = groupingNamed(word("by", "company"));
    options.granularity = word("granularity", "year") == "quarter" ? PeriodKind::Quarter : PeriodKind::Year;
    if (const std::string group = word("group", options.group); isGroup(chain, group))
        options.group = group;
    if (const std::string layer = word("layer", options.layer); chain.find<TierId>(layer).isSet())
        options.layer = layer;
    options.expanded.clear();
    if (const auto expanded = json.find("expanded"); expanded != json.end() && expanded->is_array())
        for (const nlohmann::json& id : *expanded)
            if (id.is_string())
                options.expanded.insert(id.get<std::string>());
    options.orders = ordersIn(json);
    options.withGuarantees = json.value("guarantees", nlohmann::json()) == true;
    if (json.contains("pinned"))
        state.isPinned = json["pinned"] == true;
    options.from = yearIn(json, "from");
    options.to = yearIn(json, "to");
    return state;
}

} // namespace ochain
