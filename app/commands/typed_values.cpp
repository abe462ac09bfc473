// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/typed_values.h"

#include "chain/text_form.h"
#include "document/names.h"
#include "editing/typed_cell.h"
#include "editing/typed_text.h"
#include "editing/value_text.h"
#include "formats/parse_date.h"
#include "rollups/period_figure.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace ochain {

namespace {

tl::unexpected<Error> refused(const char* option, Sentence sentence)
{
    return tl::unexpected<Error>(Error{ErrorKind::InvalidInput, std::move(sentence), {}}.during({"{0}", {option}}));
}

bool isText(std::string_view text)
{
    return textFault(text, true) == TextFault::None;
}

/// The rows of some tables that a text names: the one of that key, or else all that are called so in any of them.
std::vector<RowRef> rowsMeant(const Chain& chain, std::initializer_list<Table> tables, const std::string& text)
{
    for (const Table table : tables)
        if (const std::uint32_t row = chain.find(table, text); row != kNoRow)
            return {{table, row}};
    std::vector<RowRef> rows;
    for (const Table table : tables)
        for (const std::uint32_t row : rowsCalled(chain, table, toQString(text)))
            rows.push_back({table, row});
    return rows;
}

/// A name that several bear is refused with what to type instead: none of them is taken in silence.
Sentence severalCalled(const Chain& chain, const std::string& text, const std::vector<RowRef>& rows)
{
    constexpr std::size_t kMostKeys = 8;
    std::string keys;
    for (std::size_t i = 0; i < rows.size() && i < kMostKeys; ++i)
        keys.append(i == 0 ? "" : ", ").append(chain.key(rows[i]));
    if (rows.size() > kMostKeys)
        keys += " …";
    return {"{0} rows are called “{1}”; give the key of one: {2}", {std::to_string(rows.size()), text, keys}};
}

/// The row that a reference names, by key or by name; the text itself where there is none (yet).
tl::expected<std::string, Sentence> referenceTo(const Chain& chain, Table target, const std::string& text)
{
    const std::vector<RowRef> rows = rowsMeant(chain, {target}, text);
    if (rows.size() > 1)
        return tl::unexpected(severalCalled(chain, text, rows));
    return rows.empty() ? text : std::string(chain.key(rows.front()));
}

/// The same for several, separated by ;
tl::expected<std::string, Sentence> referencesTo(const Chain& chain, Table target, std::string_view text)
{
    std::string all;
    const QStringList names = toQString(text).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& name : names) {
        if (name.trimmed().isEmpty())
            continue;
        tl::expected<std::string, Sentence> one = referenceTo(chain, target, name.trimmed().toStdString());
        if (!one)
            return one;
        all.append(all.empty() ? "" : ";").append(*one);
    }
    return all;
}

} // namespace

Result<Date> readWholeDay(const char* option, const std::string& text)
{
    const ReadResult reading = readDate(toQString(text), DateRole::WholeDay);
    if (!reading)
        return refused(option, reading.error());
    return parseDate(reading->canonical);
}

Result<Period> readTypedPeriod(const char* option, const std::string& text)
{
    PeriodResult period = readPeriod(toQString(text));
    if (!period)
        return refused(option, std::move(period.error()));
    return *period;
}

Result<Period> readPeriodIn(const Calendar& calendar, const char* option, const std::string& text)
{
    for (const Period period : {kTotal, kUnscheduled, kLater})
        if (text == formatPeriod(period))
            return period;
    Result<Period> period = readTypedPeriod(option, text);
    if (period && isOutside(calendar, *period))
        return failure(ErrorKind::InvalidInput, "{0} {1} is not in the calendar of this chain, which covers {2} to {3}",
                       option, text, std::to_string(calendar.firstYear()), std::to_string(calendar.lastYear()));
    return period;
}

Result<double> readNumber(const char* option, const std::string& text, double least, double most)
{
    const Result<double> number = parseDecimal(text);
    if (!number || std::isnan(*number) || *number < least || *number > most)
        return refused(option, {"“{0}” is no number from {1} to {2}; write it in plain digits, such as {2} or {1}",
                                {text, formatDecimal(least), formatDecimal(most)}});
    return *number;
}

Result<int> readWholeNumber(const char* option, const std::string& text, int least, int most)
{
    const Result<std::int32_t> number = parseInteger(text);
    if (!number || *number < least || *number > most || text.front() == '-')
        return refused(option, {"“{0}” is no whole number from {1} to {2}; write it in plain digits",
                                {text, std::to_string(least), std::to_string(most)}});
    return *number;
}

Result<Group> readGroup(const Chain& chain, const std::string& text)
{
    const std::vector<RowRef> rows = rowsMeant(chain, {Table::Nodes, Table::Tiers}, text);
    if (rows.empty())
        return failure(ErrorKind::NotFound, "--group: there is no node or tier “{0}”; give its key or its name", text);
    if (rows.size() > 1)
        return refused("--group", severalCalled(chain, text, rows));
    const auto [table, row] = rows.front();
    return table == Table::Nodes ? Group::of(NodeId{row}) : Group::of(TierId{row});
}

Result<NodeId> readNode(const Chain& chain, const char* option, const std::string& text)
{
    const std::vector<RowRef> rows = rowsMeant(chain, {Table::Nodes}, text);
    if (rows.empty())
        return refused(option, {"there is no node “{0}”; give its key or its name", {text}});
    if (rows.size() > 1)
        return refused(option, severalCalled(chain, text, rows));
    return NodeId{rows.front().row};
}

Result<RowRef> readSelected(const Chain& chain, const std::string& text)
{
    const std::vector<RowRef> rows = rowsMeant(chain, {Table::Nodes, Table::Tiers, Table::Deals}, text);
    if (rows.empty())
        return failure(ErrorKind::NotFound, "--select: there is no node, tier or deal “{0}”; give its key or its name",
                       text);
    if (rows.size() > 1)
        return refused("--select", severalCalled(chain, text, rows));
    return rows.front();
}

Result<DealId> readDeal(const Chain& chain, const char* option, const std::string& text)
{
    const std::vector<RowRef> rows = rowsMeant(chain, {Table::Deals}, text);
    if (rows.empty())
        return refused(option, {"there is no deal “{0}”; give its key", {text}});
    if (rows.size() > 1)
        return refused(option, severalCalled(chain, text, rows));
    return DealId{rows.front().row};
}

Result<TierId> readLayer(const Chain& chain, const std::string& text)
{
    std::vector<RowRef> rows = rowsMeant(chain, {Table::Tiers}, text);
    std::erase_if(rows, [&](const RowRef& ref) { return !chain.tiers()[TierId{ref.row}].isLayer; });
    if (rows.size() == 1)
        return TierId{rows.front().row};
    if (rows.size() > 1)
        return refused("--layer", severalCalled(chain, text, rows));
    std::string layers;
    for (const TierId tier : chain.layers())
        layers.append(layers.empty() ? "" : ", ").append(chain.key({Table::Tiers, tier.value}));
    return failure(ErrorKind::NotFound, "--layer: “{0}” is no capacity layer; {1}", text,
                   layers.empty() ? "this chain has none" : "there are " + layers);
}

Result<std::string> readSource(const Chain& chain, const std::string& text)
{
    const std::vector<RowRef> rows = rowsMeant(chain, {Table::Sources}, text);
    if (rows.empty())
        return failure(ErrorKind::NotFound,
                       "--source: there is no source “{0}”; give the key or the title of one, or add it first with "
                       "edit --add sources:KEY",
                       text);
    if (rows.size() > 1)
        return refused("--source", severalCalled(chain, text, rows));
    return std::string(chain.key(rows.front()));
}

tl::expected<TypedValue, Problem> readTypedField(const Chain& chain, Table table, std::string_view key, Field field,
                                                 std::string_view text, const Beside& beside)
{
    if (!isText(text))
        return TypedValue{std::string(text), {}}; // it is refused as it stands
    const ValuePlace place = placeOfValue(table, key, field);
    const FieldSpec& spec = fieldSpec(place.table, place.field);
    const auto malformed = [&](Sentence sentence) {
        return tl::unexpected(Problem{Rule::MalformedValue, table, std::string(key), field, std::move(sentence)});
    };
    const bool isList = spec.type == FieldType::References;
    if (isList || (spec.type == FieldType::Reference && !text.empty())) {
        auto keys =
            isList ? referencesTo(chain, spec.target, text) : referenceTo(chain, spec.target, std::string(text));
        return keys ? tl::expected<TypedValue, Problem>(TypedValue{std::move(*keys), {}})
                    : malformed(std::move(keys.error()));
    }
    if (canonical(place.table, key, place.field, text) || text.empty())
        return TypedValue{std::string(text), {}};
    ReadResult reading = readCell(chain, table, key, field, toQString(text), beside);
    if (!reading && (spec.type == FieldType::Choice || spec.type == FieldType::Flag))
        return TypedValue{std::string(text), {}}; // the rule that refuses it names the choices
    if (!reading)
        return malformed(std::move(reading.error()));
    return TypedValue{std::move(reading->canonical), std::move(reading->also)};
}

} // namespace ochain
