// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/naive_rows.h"

#include "reference/naive_formula.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

namespace ochain::naive {
namespace {

__extension__ typedef __int128 Wide; // NOLINT(modernize-use-using): an alias cannot carry __extension__

Rows readTable(const Chain& chain, Table table)
{
    const TableSpec& spec = tableSpec(table);
    Rows rows;
    for (const std::uint32_t i : chain.inOrder(table)) {
        const RowRef ref{table, i};
        Row row;
        row.rowid = chain.rowid(ref);
        for (std::size_t f = 0; f < spec.fields.size(); ++f)
            row.fields[std::string(spec.fields[f].name)] = chain.value(ref, static_cast<Field>(f));
        rows[std::string(chain.key(ref))] = std::move(row);
    }
    return rows;
}

bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysInYear(int year)
{
    return isLeap(year) ? 366 : 365;
}

int daysInMonth(int year, int month)
{
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : kDays[month - 1];
}

/// Year, month and day of a date text; 0 for what it does not say; all 0 if it is no date.
struct Parts {
    int year = 0, month = 0, day = 0;
};

Parts partsOf(const std::string& date)
{
    const auto digits = [&date](std::size_t from, std::size_t count) {
        int number = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (i >= date.size() || std::isdigit(static_cast<unsigned char>(date[i])) == 0)
                return -1;
            number = number * 10 + (date[i] - '0');
        }
        return number;
    };
    if (date.size() != 4 && date.size() != 7 && date.size() != 10)
        return {};
    Parts parts;
    parts.year = digits(0, 4);
    if (parts.year < 1900 || parts.year > 2199)
        return {};
    if (date.size() >= 7) {
        parts.month = digits(5, 2);
        if (date[4] != '-' || parts.month < 1 || parts.month > 12)
            return {};
    }
    if (date.size() == 10) {
        parts.day = digits(8, 2);
        if (date[7] != '-' || parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month))
            return {};
    }
    return parts;
}

/// Whether a text can stand in a field that the lens reads; "" can.
bool isReadable(const Data& data, const std::string& field, const std::string& text)
{
    if (text.empty())
        return true;
    if (field == "announced" || field == "starts" || field == "ends" || field == "as_of" || field == "known")
        return firstDayOf(text).has_value();
    const auto isWithin = [](Maybe amount, std::int64_t most) { return amount && *amount >= 0 && *amount <= most; };
    if (field == "value_usd")
        return isWithin(scaledDecimal(text, 2), 100'000'000'000'000'000);
    if (field == "capacity_mw")
        return isWithin(scaledDecimal(text, 3), 1'000'000'000);
    if (field == "value")
        return isDecimal(text);
    if (field == "status")
        return data.statuses.contains(text);
    if (field == "commitment")
        return text == "firm" || text == "conditional" || text == "option" || text == "ceiling";
    if (field == "boundary")
        return data.boundaries.contains(text);
    if (field == "profile")
        return text == "deploy" || text == "term" || text == "none";
    if (field == "basis")
        return text == "reported" || text == "estimated" || text == "derived" || text == "assumed";
    if (field == "formula")
        return isFormula(text);
    return true;
}

void applyClaims(const Data& data, const Lens& lens, const std::string& table, Rows& rows)
{
    static const std::set<std::string> kClaimed{"status",    "announced", "starts",  "ends",  "capacity_mw",
                                                "value_usd", "formula",   "profile", "basis", "commitment",
                                                "boundary",  "as_of",     "known",   "value"};
    static const std::set<std::string> kRequired{"status", "basis"};
    using Place = std::pair<std::string, std::string>; // row, field
    std::map<Place, std::vector<const Row*>> adopted;
    for (const auto& [key, claim] : data.claims)
        if (claim["table"] == table && claim["adopted"] == "1" && kClaimed.contains(claim["field"]) &&
            isReadable(data, claim["field"], claim["value"]))
            adopted[{claim["row_key"], claim["field"]}].push_back(&claim);

    for (auto& [place, claims] : adopted) {
        const auto when = [](const Row* claim) {
            return std::make_pair(firstDayOf((*claim)["as_of"]).value_or(INT64_MIN), claim->rowid);
        };
        std::sort(claims.begin(), claims.end(), [&when](const Row* a, const Row* b) { return when(a) < when(b); });
        std::optional<std::string> known;
        for (const Row* claim : claims)
            if (when(claim).first <= lens.knownAsOf)
                known = (*claim)["value"];
        std::string& field = rows.at(place.first).fields.at(place.second);
        if (known && !(known->empty() && kRequired.contains(place.second)))
            field = *known;
        else if (!known && !kRequired.contains(place.second))
            field.clear();
    }
}

void putBelow(const Data& data, const std::string& parent, std::vector<std::string>& order)
{
    std::vector<std::pair<std::pair<std::int64_t, std::int64_t>, std::string>> children;
    for (const auto& [key, tier] : data.tiers)
        if (tier["parent"] == parent)
            children.push_back({{scaledDecimal(tier["ordinal"], 0).value_or(0), tier.rowid}, key});
    std::sort(children.begin(), children.end());
    for (const auto& [place, key] : children) {
        order.push_back(key);
        putBelow(data, key, order);
    }
}

} // namespace

Data readRows(const Chain& chain)
{
    Data data;
    data.tiers = readTable(chain, Table::Tiers);
    data.nodes = readTable(chain, Table::Nodes);
    data.kinds = readTable(chain, Table::DealKinds);
    data.statuses = readTable(chain, Table::Statuses);
    data.boundaries = readTable(chain, Table::Boundaries);
    data.deals = readTable(chain, Table::Deals);
    data.tranches = readTable(chain, Table::Tranches);
    data.metrics = readTable(chain, Table::Metrics);
    data.claims = readTable(chain, Table::Claims);
    data.settings = readTable(chain, Table::Settings);
    return data;
}

Data knownRows(const Data& data, const Lens& lens)
{
    Data known = data;
    if (lens.knownAsOf == kNoDay)
        return known;
    applyClaims(data, lens, "deals", known.deals);
    applyClaims(data, lens, "tranches", known.tranches);
    applyClaims(data, lens, "metrics", known.metrics);
    return known;
}

std::vector<std::string> tierOrder(const Data& data)
{
    std::vector<std::string> order;
    putBelow(data, "", order);
    return order;
}

std::string layerOfTier(const Data& data, std::string tier)
{
    while (!tier.empty() && data.tiers.at(tier)["layer"] != "1")
        tier = data.tiers.at(tier)["parent"];
    return tier;
}

std::int64_t dayOf(int year, int month, int day)
{
    std::int64_t days = day - 1;
    for (int y = 1970; y < year; ++y)
        days += daysInYear(y);
    for (int y = year; y < 1970; ++y)
        days -= daysInYear(y);
    for (int m = 1; m < month; ++m)
        days += daysInMonth(year, m);
    return days;
}

int yearOf(std::int64_t day)
{
    int year = 1970 + static_cast<int>(day / 366) - 2; // not after it, whatever the sign
    while (dayOf(year + 1, 1, 1) <= day)
        ++year;
    return year;
}

Maybe firstDayOf(const std::string& date)
{
    const Parts parts = partsOf(date);
    if (parts.year == 0)
        return std::nullopt;
    return dayOf(parts.year, std::max(parts.month, 1), std::max(parts.day, 1));
}

Maybe dayAfter(const std::string& date)
{
    const Parts parts = partsOf(date);
    if (parts.year == 0)
        return std::nullopt;
    if (parts.month == 0)
        return dayOf(parts.year + 1, 1, 1);
    if (parts.day == 0)
        return dayOf(parts.year, parts.month, daysInMonth(parts.year, parts.month)) + 1;
    return dayOf(parts.year, parts.month, parts.day) + 1;
}

Maybe scaledDecimal(const std::string& text, int digits)
{
    if (text.empty())
        return std::nullopt;
    const bool isNegative = text.front() == '-';
    Wide number = 0;
    int decimals = -1; // digits seen after the point
    std::size_t seen = 0;
    for (std::size_t i = isNegative ? 1 : 0; i < text.size(); ++i) {
        if (text[i] == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (std::isdigit(static_cast<unsigned char>(text[i])) == 0)
            return std::nullopt;
        number = number * 10 + (text[i] - '0');
        ++seen;
        decimals += decimals >= 0 ? 1 : 0;
        if (decimals > digits || seen > 20)
            return std::nullopt;
    }
    for (int d = std::max(decimals, 0); d < digits; ++d)
        number *= 10;
    if (seen == 0)
        return std::nullopt;
    return static_cast<std::int64_t>(isNegative ? -number : number);
}

std::int64_t scaledByWeight(std::int64_t amount, std::int64_t basisPoints)
{
    const Wide product = static_cast<Wide>(amount) * basisPoints;
    const Wide below = product / 10000;
    const Wide twiceRest = 2 * (product - below * 10000);
    if (twiceRest > 10000 || (twiceRest == 10000 && below % 2 == 1))
        return static_cast<std::int64_t>(below + 1);
    return static_cast<std::int64_t>(below);
}

std::int64_t accruedBy(std::int64_t amount, std::int64_t starts, std::int64_t ends, std::int64_t day)
{
    if (day <= starts)
        return 0;
    if (day >= ends)
        return amount;
    return static_cast<std::int64_t>(static_cast<Wide>(amount) * (day - starts) / (ends - starts));
}

} // namespace ochain::naive
