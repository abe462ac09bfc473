// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/shown_view.h"

#include "figures/lens_words.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace ochain {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kSavedVersion = 1; ///< of what savedState() writes

std::string textIn(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

QString lineOf(const Json& json)
{
    return toQString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// What lies deeper than anything of ours is left out: nobody walks down into a file's abyss.
Json parsed(std::string_view text)
{
    constexpr int kDeepest = 6;
    const auto isKept = [](int depth, Json::parse_event_t, const Json&) { return depth <= kDeepest; };
    return Json::parse(text, isKept, false);
}

Lens lensIn(const Json& json)
{
    Lens lens;
    const std::string overlap = textIn(json, "overlap");
    const std::string commitment = textIn(json, "commitment");
    lens.basis = textIn(json, "basis") == "weighted" ? FigureBasis::Weighted : FigureBasis::Headline;
    lens.withAssumed = textIn(json, "assumed") != "out";
    lens.overlaps = overlap == "gross" ? Overlaps::Gross : overlap == "overlap" ? Overlaps::Overlap : Overlaps::Unique;
    lens.commitments = commitment == "firm"     ? Commitments::Firm
                       : commitment == "unsaid" ? Commitments::Unsaid
                                                : Commitments::All;
    lens.megawatts = textIn(json, "boundary") == "it" ? MegawattsOf::It : MegawattsOf::Stated;
    if (const Result<Date> date = parseDate(textIn(json, "as-of")); date && date->day() != 0)
        lens.knownAsOf = firstDay(*date);
    return lens;
}

std::optional<ShownView> viewIn(const Json& json)
{
    const std::string view = json.is_object() ? textIn(json, "view") : std::string();
    const Result<Period> period = parsePeriod(json.is_object() ? textIn(json, "period") : std::string());
    if ((view != "flow" && view != "capacity" && view != "money") || !period)
        return std::nullopt;
    return ShownView{
        toQString(view), {lensIn(json), *period}, lineOf(json), textIn(json, "group"), textIn(json, "scenario")};
}

Json jsonOf(const ShownTable& table)
{
    Json json{{"name", table.name.toStdString()}};
    if (!table.filter.isEmpty())
        json["filter"] = table.filter.toStdString();
    for (const QString& column : table.columns)
        json["columns"].push_back(column.toStdString());
    if (!table.sortedBy.isEmpty())
        json["sort"] = table.sortedBy.toStdString();
    if (table.isDescending)
        json["descending"] = true;
    return json;
}

std::optional<ShownTable> tableIn(const Json& json)
{
    const auto found = json.find("table");
    if (found == json.end() || !found->is_object())
        return std::nullopt;
    ShownTable table{toQString(textIn(*found, "name")),
                     toQString(textIn(*found, "filter")),
                     {},
                     toQString(textIn(*found, "sort")),
                     found->value("descending", Json()) == true};
    if (const auto columns = found->find("columns"); columns != found->end() && columns->is_array())
        for (const Json& column : *columns)
            if (column.is_string())
                table.columns << toQString(column.get<std::string>());
    return table;
}

} // namespace

ShownView shownView(const QString& view, const ViewLens& lens, FigureOptions options, std::optional<bool> isPinned)
{
    options.period = lens.period;
    Json json = parsed(lensJson(view, lens.lens, options).toStdString());
    json.erase("today"); // it is opened on another day
    json.erase("tried"); // it is kept nowhere
    if (isPinned)
        json["pinned"] = *isPinned;
    return {view, lens, lineOf(json), options.group, options.scenario};
}

std::optional<ShownView> shownViewIn(const QString& json)
{
    return viewIn(parsed(json.toStdString()));
}

QString savedState(const Place& place)
{
    Json json{{"version", kSavedVersion}};
    if (place.chart)
        json.update(parsed(place.chart->state.toStdString()));
    if (place.table)
        json["table"] = jsonOf(*place.table);
    return lineOf(json);
}

Result<Place> savedStateIn(std::string_view text)
{
    const Json json = parsed(text);
    const auto version = json.is_object() ? json.find("version") : json.end();
    if (json.is_object() && version != json.end() && version->is_number_integer() &&
        version->get<std::int64_t>() > kSavedVersion)
        return failure(ErrorKind::Newer,
                       QT_TRANSLATE_NOOP("Sentence", "a newer O-chain saved this view; open it with that one"));
    std::optional<ShownView> chart = json.is_object() ? viewIn(json) : std::nullopt;
    if (!chart)
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "what this view holds cannot be read; erase it or save it anew"));
    return Place{std::move(chart), tableIn(json)};
}

} // namespace ochain
