// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/typed_target.h"

#include "chain/amount.h"
#include "chain/date.h"
#include "chain/spreadsheet_guard.h"
#include "formats/parse_date.h"
#include "formats/parse_input.h"
#include "fuzz/expect.h"

#include <QString>

#include <cmath>
#include <string>

namespace ochain::fuzz {

namespace {

/// What was read is written so that it is read as the same.
template <class Value>
void roundTrip(Result<Value> (*parse)(std::string_view), std::string (*format)(Value), std::string_view input)
{
    const Result<Value> value = parse(input);
    if (!value)
        return;
    const Result<Value> again = parse(format(*value));
    expect(again && *again == *value, "a value that was written is read as the same");
}

void readColumns(std::string_view input)
{
    roundTrip<Cents>(parseUsd, formatUsd, input);
    roundTrip<Kilowatts>(parseMegawatts, formatMegawatts, input);
    roundTrip<BasisPoints>(parsePercent, formatPercent, input);
    roundTrip<Date>(parseDate, formatDate, input);
    if (const Result<double> number = parseDecimal(input); number && !std::isnan(*number)) {
        const Result<double> again = parseDecimal(formatDecimal(*number));
        expect(again && *again == *number, "a number that was written is read as the same");
    }
    static_cast<void>(parseInteger(input));
}

void readFields(const QString& text)
{
    for (const TableSpec& spec : allTables())
        for (Field field = 0; field < spec.fieldCount(); ++field)
            if (const auto reading = readField(spec.table, field, text))
                static_cast<void>(readsAsText(text, *reading));
}

} // namespace

void readTyped(std::string_view input)
{
    readColumns(input);
    const std::string cell = guardedForSpreadsheet(input);
    expect(withoutSpreadsheetGuard(cell) == input, "a text that is guarded for a spreadsheet comes back");
    expect(needsSpreadsheetGuard(input) == (cell != input), "a text is guarded where it must be");
    const QString text = QString::fromUtf8(input.data(), static_cast<qsizetype>(input.size()));
    for (const auto read : {readCapacity, readMoney, readShare})
        if (const ReadResult reading = read(text))
            static_cast<void>(readsAsText(text, *reading));
    for (const DateRole role : {DateRole::Start, DateRole::End, DateRole::WholeDay})
        static_cast<void>(readDate(text, role));
    static_cast<void>(readPeriod(text));
    readFields(text);
}

} // namespace ochain::fuzz
