// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/filter_span.h"

#include "chain/amount.h"
#include "chain/date.h"
#include "formats/parse_date.h"
#include "formats/parse_input.h"

#include <string>
#include <utility>

namespace ochain {

namespace {

using SpanResult = tl::expected<FilterSpan, Sentence>;

/// One amount as the span of itself.
/// @param parse  takes what was read to the unit of the column
template <class Parse>
SpanResult amountSpan(const QString& text, const ReadResult& reading, Parse parse)
{
    if (!reading)
        return tl::unexpected<Sentence>(reading.error());
    if (reading->canonical.empty())
        return FilterSpan{.isMissing = true};
    const std::int64_t amount = parse(reading->canonical);
    return FilterSpan{amount, amount, false, readsAsText(text, *reading)};
}

/// A year, a quarter or a month covers all its days.
SpanResult dateSpan(const QString& text)
{
    const ReadResult start = readDate(text, DateRole::Start);
    const ReadResult end = readDate(text, DateRole::End);
    if (!start || !end)
        return tl::unexpected<Sentence>(start ? end.error() : start.error());
    const Date first = parseDate(start->canonical).value_or(Date{});
    const Date last = parseDate(end->canonical).value_or(Date{});
    if (!first.isSet() || !last.isSet())
        return FilterSpan{.isMissing = true};
    Reading reading = *start;
    if (start->canonical != end->canonical)
        reading.echo += QStringLiteral(" – ") + end->echo;
    return FilterSpan{startNumber(first), endNumber(last), false, readsAsText(text, reading)};
}

} // namespace

tl::expected<FilterSpan, Sentence> filterSpan(ColumnContent content, const QString& text)
{
    switch (content) {
    case ColumnContent::Money:
    case ColumnContent::MoneyPerPower:
        return amountSpan(text, readMoney(text), [](const std::string& read) { return parseUsd(read)->value; });
    case ColumnContent::Capacity:
        return amountSpan(text, readCapacity(text),
                          [](const std::string& read) { return parseMegawatts(read)->value; });
    case ColumnContent::Share:
        return amountSpan(text, readShare(text),
                          [](const std::string& read) { return std::int64_t{parsePercent(read)->value}; });
    case ColumnContent::Count: // any whole number is read alike
        return amountSpan(text, readField(Table::Tiers, tier_field::Ordinal, text),
                          [](const std::string& read) { return std::int64_t{*parseInteger(read)}; });
    case ColumnContent::Start:
    case ColumnContent::End:
    case ColumnContent::Text:
        break;
    }
    return dateSpan(text);
}

} // namespace ochain
