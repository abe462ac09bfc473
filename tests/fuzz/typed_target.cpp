// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/typed_target.h"

#include "chain/amount.h"
#include "chain/date.h"
#include "chain/spreadsheet_guard.h"
#include "exchange/csv_number.h"
#include "formats/fiscal_period.h"
#include "formats/parse_date.h"
#include "formats/parse_input.h"
#include "formats/spoken_amount.h"
#include "formats/typed_signs.h"
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

/// What was read reads as itself again.
void readAgain(ReadResult (*read)(const QString&), const QString& text)
{
    const ReadResult reading = read(text);
    if (!reading)
        return;
    static_cast<void>(readsAsText(text, *reading));
    const ReadResult again = read(QString::fromStdString(reading->canonical));
    expect(again && again->canonical == reading->canonical, "what was read reads as itself");
}

void readDates(const QString& text)
{
    for (const DateRole role : {DateRole::Start, DateRole::End, DateRole::WholeDay})
        for (const Date near : {Date{}, Date{20260224}, Date{kMaxYear * 10'000}})
            if (const ReadResult date = readDate(text, role, near); date && !date->canonical.empty()) {
                const ReadResult again = readDate(QString::fromStdString(date->canonical), role);
                expect(again && again->canonical == date->canonical, "a date that was read reads as itself");
            }
    const QString plain = normalised(text);
    if (!saysFiscal(plain))
        return;
    const FiscalPeriod period = fiscalPeriodIn(plain);
    for (const int lastMonth : {1, 6, 12}) {
        const MonthSpan span = monthsOf(period, {lastMonth, lastMonth == 6});
        expect(span.first < span.last, "a fiscal period begins before it ends");
    }
}

/// What is said around an amount is taken off once and for all.
void takeApart(const QString& text)
{
    const SpokenAmount spoken = spokenAmount(text);
    expect(spoken.months >= 0, "nothing takes less than no time");
    for (const QString& part : {spoken.amount, spoken.upperEnd})
        for (const auto read : {readCapacity, readMoney, readShare})
            static_cast<void>(read(part));
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
        readAgain(read, text);
    readDates(text);
    takeApart(text);
    for (const bool hasDecimalComma : {false, true})
        expect(plainNumbers(input, hasDecimalComma).size() <= 2, "a number is read in two ways at most");
    static_cast<void>(readPeriod(text));
    readFields(text);
}

} // namespace ochain::fuzz
