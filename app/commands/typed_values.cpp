// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/typed_values.h"

#include "chain/text_form.h"
#include "figures/parse_input.h"
#include "figures/typed_signs.h"
#include "items/typed_text.h"
#include "items/value_text.h"

#include <algorithm>
#include <cmath>

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

/// The row that a reference names, by key or by name; the text itself where there is none (yet).
std::string referenceTo(const Chain& chain, Table table, Field field, std::string_view text)
{
    if (chain.find(fieldSpec(table, field).target, text) != kNoRow)
        return std::string(text);
    const ReadResult reading = readTyped(chain, table, field, toQString(text), Language::English);
    return reading ? reading->canonical : std::string(text);
}

/// The same for several, separated by ;
std::string referencesTo(const Chain& chain, Table table, Field field, std::string_view text)
{
    std::string all;
    for (const QString& name : toQString(text).split(u';', Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            all.append(all.empty() ? "" : ";").append(referenceTo(chain, table, field, name.trimmed().toStdString()));
    return all;
}

bool isInPercent(std::string_view text)
{
    return saysPercent(normalised(toQString(text)));
}

/// Bare numbers are basis points here, as in the CSV: 1.0 is not to be a hundred times 1.
Sentence noBasisPoints(std::string_view text)
{
    return {"“{0}” is no whole number of basis points; write them as 8000, or in percent as 80%", {std::string(text)}};
}

/// The unit of the metric that a claim or an override is about: "low/metrics/plus-price/value".
std::string unitIn(const Chain& chain, std::string_view key)
{
    for (; !key.empty(); key.remove_prefix(std::min(key.find('/'), key.size() - 1) + 1))
        if (const RowRef row{Table::Metrics, chain.find(Table::Metrics, key.substr(0, key.find('/')))};
            row.row != kNoRow)
            return chain.value(row, metric_field::Unit);
    return {};
}

} // namespace

Result<Date> readWholeDay(const char* option, const std::string& text)
{
    const ReadResult reading = readDate(toQString(text), DateRole::WholeDay, Language::English);
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
    for (const Table table : {Table::Nodes, Table::Tiers})
        if (const std::uint32_t row = chain.find(table, text); row != kNoRow)
            return table == Table::Nodes ? Group::of(NodeId{row}) : Group::of(TierId{row});
    for (const Table table : {Table::Nodes, Table::Tiers})
        if (const std::optional<std::uint32_t> row = rowCalled(chain, table, toQString(text)))
            return table == Table::Nodes ? Group::of(NodeId{*row}) : Group::of(TierId{*row});
    return failure(ErrorKind::NotFound, "--group: there is no node or tier “{0}”; give its key or its name", text);
}

Result<TierId> readLayer(const Chain& chain, const std::string& text)
{
    std::uint32_t row = chain.find(Table::Tiers, text);
    if (row == kNoRow)
        row = rowCalled(chain, Table::Tiers, toQString(text)).value_or(kNoRow);
    if (row != kNoRow && chain.tiers()[TierId{row}].isLayer)
        return TierId{row};
    std::string layers;
    for (const TierId tier : chain.layers())
        layers.append(layers.empty() ? "" : ", ").append(chain.key({Table::Tiers, tier.value}));
    return failure(ErrorKind::NotFound, "--layer: “{0}” is no capacity layer; {1}", text,
                   layers.empty() ? "this chain has none" : "there are " + layers);
}

tl::expected<std::string, Problem> readTypedField(const Chain& chain, Table table, std::string_view key, Field field,
                                                  std::string_view text, std::string_view unit)
{
    if (!isText(text))
        return std::string(text); // it is refused as it stands
    if (const ValuePlace place = placeOfValue(table, key, field); place.table != table && !text.empty()) {
        const std::string unitOf = place.table == Table::Metrics ? unitIn(chain, key) : std::string(unit);
        auto value = readTypedField(chain, place.table, key, place.field, text, unitOf);
        if (!value) {
            value.error().table = table;
            value.error().field = field;
        }
        return value;
    }
    const FieldType type = fieldSpec(table, field).type;
    if (type == FieldType::Reference && !text.empty())
        return referenceTo(chain, table, field, text);
    if (type == FieldType::References)
        return referencesTo(chain, table, field, text);
    if (canonical(table, key, field, text))
        return std::string(text);
    if (type == FieldType::Weight && !isInPercent(text))
        return tl::unexpected(Problem{Rule::MalformedValue, table, std::string(key), field, noBasisPoints(text)});
    ReadResult reading = readTyped(chain, table, field, toQString(text), Language::English, toQString(unit));
    if (!reading && (type == FieldType::Choice || type == FieldType::Flag))
        return std::string(text); // the rule that refuses it names the choices
    if (!reading)
        return tl::unexpected(
            Problem{Rule::MalformedValue, table, std::string(key), field, std::move(reading.error())});
    return std::move(reading->canonical);
}

} // namespace ochain
