// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/spoken_field.h"

#include "document/names.h"
#include "editing/metric_text.h"
#include "formats/parse_input.h"
#include "formats/spoken_amount.h"
#include "formats/typed_signs.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ochain {

namespace {

constexpr int kMonthsOfYear = 12;

/// What is said of a text as a whole, in place of the part of it that could not be read.
tl::unexpected<Sentence> refuseWhole(const QString& text, Sentence sentence)
{
    return tl::unexpected<Sentence>(quoting(text, std::move(sentence)));
}

Date monthOf(int months)
{
    constexpr int kYear = 10'000;
    constexpr int kMonth = 100;
    return Date{months / kMonthsOfYear * kYear + (months % kMonthsOfYear + 1) * kMonth};
}

/// The end of what begins at a date and takes so many months: as exact as the start. 2026 and seven years end with
/// 2032, 2026-07 with 2033-06, 2026-07-22 on 2033-07-21.
Date endAfter(Date start, int months)
{
    const int firstMonth = start.year() * kMonthsOfYear + std::max(start.month(), 1) - 1;
    const Date last = monthOf(firstMonth + months - 1);
    if (start.month() == 0 && months % kMonthsOfYear == 0)
        return Date{last.year() * 10'000};
    if (start.day() == 0)
        return last;
    const Date after = monthOf(firstMonth + months);
    const int day = std::min(start.day(), daysIn(after.year(), after.month()));
    return dateOf(dayNumber(after.year(), after.month(), day) - 1);
}

/// When a row begins: a tranche without a start begins with its deal.
Date startOf(const Chain& chain, Table table, const Beside& beside)
{
    const Date own = parseDate(valueBeside(beside, table, "starts")).value_or(Date{});
    if (own.isSet() || table != Table::Tranches)
        return own;
    const std::uint32_t deal = chain.find(Table::Deals, valueBeside(beside, table, "deal"));
    return deal == kNoRow ? Date{} : chain.deals()[DealId{deal}].starts;
}

/// Puts a reading together with what it says of other fields, or refuses it as a whole.
class AmountReader {
public:
    AmountReader(const Chain& chain, Table table, Field field, const QString& text, const Beside& beside,
                 const std::function<ReadResult(const QString&)>& read)
        : m_chain(chain), m_table(table), m_field(field), m_text(text), m_beside(beside), m_read(read)
    {}

    [[nodiscard]] ReadResult read(const SpokenAmount& spoken) const
    {
        if (spoken.isForEachPeriod)
            return refuseEachPeriod();
        if (spoken.isFloor && m_read(spoken.amount))
            return tl::unexpected<Sentence>(sentence(
                QT_TRANSLATE_NOOP("Sentence", "“{0}” is a lower bound; write the amount that is sure, and in the "
                                              "note that it may be more")));
        ReadResult reading = spoken.upperEnd.isEmpty() ? m_read(spoken.amount) : readRange(spoken);
        if (!reading)
            return refuseWhole(m_text, std::move(reading.error()));
        if (reading->canonical.empty())
            return m_read(m_text); // "about nothing": refused in its own words
        for (const auto take : {&AmountReader::takeEstimate, &AmountReader::takeCeiling, &AmountReader::takeEnd})
            if (std::optional<Sentence> refused = (this->*take)(spoken, *reading))
                return tl::unexpected<Sentence>(std::move(*refused));
        return reading;
    }

private:
    [[nodiscard]] Sentence sentence(const char* format) const { return {format, {m_text.trimmed().toStdString()}}; }
    [[nodiscard]] std::optional<Field> named(std::string_view name) const { return fieldNamed(m_table, name); }
    [[nodiscard]] bool isOfMetric() const { return m_table == Table::Metrics; }

    [[nodiscard]] ReadResult refuseEachPeriod() const
    {
        if (isOfMetric())
            return m_read(m_text); // which may count by the year; its unit says so
        return tl::unexpected<Sentence>(
            sentence(QT_TRANSLATE_NOOP("Sentence", "“{0}” is an amount for each year or month; write the whole amount, "
                                                   "or what it is a year as a formula")));
    }
    [[nodiscard]] ReadResult readRange(const SpokenAmount& spoken) const
    {
        const ReadResult low = m_read(spoken.amount);
        const ReadResult high = m_read(spoken.upperEnd);
        for (const ReadResult* end : {&low, &high})
            if (!*end)
                return *end;
        if (!isOfMetric())
            return tl::unexpected<Sentence>(refusedRange(*high));
        if (m_field != metric_field::Value)
            return tl::unexpected<Sentence>(sentence(QT_TRANSLATE_NOOP(
                "Sentence", "“{0}” is a range; write it as the value, which gives the low and the high as well")));
        return middleOf(*low, *high);
    }
    [[nodiscard]] Sentence refusedRange(const Reading& high) const
    {
        Sentence refused = sentence(
            QT_TRANSLATE_NOOP("Sentence", "“{0}” is a range, and a deal has one amount; write its lower end, or “up to "
                                          "{1}” as a ceiling, and the range in the note"));
        refused.args.push_back(high.echo.toStdString());
        return refused;
    }
    [[nodiscard]] ReadResult middleOf(const Reading& low, const Reading& high) const
    {
        const double least = parseDecimal(low.canonical).value_or(kNoNumber);
        const double most = parseDecimal(high.canonical).value_or(kNoNumber);
        if (!(least < most))
            return tl::unexpected<Sentence>(
                sentence(QT_TRANSLATE_NOOP("Sentence", "“{0}” ends no higher than it begins; write the lower end "
                                                       "first, and the unit at both")));
        ReadResult middle = m_read(toQString(formatDecimal(least + (most - least) / 2)));
        if (middle)
            middle->also = {{metric_field::Low, low.canonical}, {metric_field::High, high.canonical}};
        return middle;
    }
    [[nodiscard]] std::optional<Sentence> takeEstimate(const SpokenAmount& spoken, Reading& reading) const
    {
        const std::optional<Field> basis = named("basis");
        if (spoken.isEstimate && basis)
            reading.also.push_back({*basis, "estimated"});
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Sentence> takeCeiling(const SpokenAmount& spoken, Reading& reading) const
    {
        if (!spoken.isCeiling)
            return std::nullopt;
        const std::optional<Field> commitment = named("commitment");
        if (!commitment)
            return sentence(QT_TRANSLATE_NOOP("Sentence",
                                              "“{0}” is a ceiling, which a metric does not have; write what "
                                              "is expected as the value, and the ceiling as its high"));
        reading.also.push_back({*commitment, "ceiling"});
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Sentence> takeEnd(const SpokenAmount& spoken, Reading& reading) const
    {
        if (spoken.months == 0)
            return std::nullopt;
        const std::optional<Field> ends = named("ends");
        if (!ends)
            return sentence(QT_TRANSLATE_NOOP(
                "Sentence", "“{0}” says how long it takes, which a metric does not; write the figure alone"));
        const Date start = startOf(m_chain, m_table, m_beside);
        if (!start.isSet())
            return sentence(QT_TRANSLATE_NOOP("Sentence",
                                              "“{0}” has no end without a start; write first when it starts, "
                                              "or the amount alone"));
        const Date end = endAfter(start, spoken.months);
        if (!isValid(end)) {
            Sentence late =
                sentence(QT_TRANSLATE_NOOP("Sentence", "“{0}” would end after {1}, the last year there is; check how "
                                                       "long it takes"));
            late.args.push_back(std::to_string(kMaxYear));
            return late;
        }
        reading.also.push_back({*ends, formatDate(end)});
        return std::nullopt;
    }

    const Chain& m_chain;
    Table m_table;
    Field m_field;
    const QString& m_text;
    const Beside& m_beside;
    const std::function<ReadResult(const QString&)>& m_read;
};

} // namespace

bool isAmount(Table table, Field field)
{
    switch (fieldSpec(table, field).type) {
    case FieldType::Usd:
    case FieldType::Megawatts:
    case FieldType::Percent:
        return true;
    case FieldType::Decimal:
        return table == Table::Metrics;
    default:
        return false;
    }
}

ReadResult readAmount(const Chain& chain, Table table, Field field, const QString& text, const Beside& beside,
                      const std::function<ReadResult(const QString&)>& read)
{
    ReadResult plain = read(text);
    if (plain)
        return plain;
    const SpokenAmount spoken = spokenAmount(text);
    return spoken.saysMore() ? AmountReader(chain, table, field, text, beside, read).read(spoken) : plain;
}

} // namespace ochain
