// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_cells.h"

#include "chain/edit_builder.h"
#include "exchange/csv_number.h"

#include <algorithm>
#include <optional>

namespace ochain {

namespace {

bool isNumberCell(FieldType type) noexcept
{
    return type == FieldType::Usd || type == FieldType::Megawatts || type == FieldType::Percent ||
           type == FieldType::Decimal || type == FieldType::Integer || type == FieldType::Weight;
}

bool isReadCell(FieldType type) noexcept
{
    return isNumberCell(type) || type == FieldType::Date || type == FieldType::Flag;
}

/// A number as this program writes it: whatever it is, it has one reading.
bool isPlainNumber(std::string_view text) noexcept
{
    return text.find_first_not_of("0123456789-.") == std::string_view::npos;
}

Sentence twoReadings(const std::string& text, const std::string& one, const std::string& other)
{
    return {
        QT_TRANSLATE_NOOP("Sentence", "“{0}” may be read in two ways, as {1} or as {2}; write the one that is meant"),
        {text, one, other}};
}

} // namespace

const std::string* CsvCells::cellOf(const CsvRecord& record, Field field) const
{
    const auto column = std::find(m_header.columns.begin(), m_header.columns.end(), field);
    return column == m_header.columns.end()
               ? nullptr
               : &record.fields[static_cast<std::size_t>(column - m_header.columns.begin())];
}

CsvCells::Meaning CsvCells::meaningOf(const CsvRecord& record, Field field) const
{
    const Meaning itself{m_table, field};
    const bool isClaim = m_table == Table::Claims && field == claim_field::Value;
    if (!isClaim && !(m_table == Table::Overrides && field == override_field::Value))
        return itself;
    const std::string* table = cellOf(record, isClaim ? Field{claim_field::Table} : Field{override_field::Table});
    const std::string* name = cellOf(record, isClaim ? Field{claim_field::Field} : Field{override_field::Field});
    const std::optional<Table> of = table == nullptr ? std::nullopt : tableNamed(*table);
    const std::optional<Field> claimed = of && name != nullptr ? fieldNamed(*of, *name) : std::nullopt;
    return claimed ? Meaning{*of, *claimed} : itself;
}

std::string CsvCells::beside(const CsvRecord& record, const std::string& key, Field field) const
{
    const std::string* cell = cellOf(record, field);
    if (cell == nullptr) {
        const RowRef row{m_table, m_chain.find(m_table, key)};
        return row.row == kNoRow ? std::string() : m_chain.value(row, field);
    }
    if (canonical(m_table, {}, field, *cell) || !m_reader)
        return *cell;
    const tl::expected<CsvReading, Sentence> reading = m_reader({m_table, key, field, *cell, {}});
    return reading ? reading->canonical : std::string();
}

/// One way of a cell.
tl::expected<CsvReading, Sentence> CsvCells::readOne(const CsvRecord& record, const std::string& key, Field field,
                                                     const Meaning& meaning, const std::string& text) const
{
    tl::expected<std::string, Problem> plain = canonical(meaning.table, {}, meaning.field, text);
    if (plain)
        return CsvReading{std::move(*plain), {}};
    if (!m_reader)
        return tl::unexpected(std::move(plain.error().sentence));
    return m_reader({m_table, key, field, text, [&](Field other) { return beside(record, key, other); }});
}

tl::expected<CsvReading, Sentence> CsvCells::readCell(const CsvRecord& record, const std::string& key, Field field,
                                                      const Meaning& meaning, const std::string& text) const
{
    const FieldType type = fieldSpec(meaning.table, meaning.field).type;
    if (isNumberCell(type) && isPlainNumber(text) && !m_hasDecimalComma)
        return CsvReading{text, {}};
    std::vector<std::string> ways{text};
    if (isNumberCell(type))
        ways = plainNumbers(text, m_hasDecimalComma);
    if (ways.empty())
        return tl::unexpected(Sentence{
            QT_TRANSLATE_NOOP("Sentence", "“{0}” has separators that make no number in this file; write decimals "
                                          "with a point (with a comma only where columns are separated by "
                                          "semicolons), and thousands without a separator"),
            {text}});
    tl::expected<CsvReading, Sentence> read = readOne(record, key, field, meaning, ways.front());
    if (ways.size() == 1)
        return read;
    tl::expected<CsvReading, Sentence> other = readOne(record, key, field, meaning, ways.back());
    if (read && other)
        return tl::unexpected(twoReadings(text, read->canonical, other->canonical));
    return read ? read : other;
}

/// Fills in what a cell says of other fields, but for what stands in a cell of its own.
void CsvCells::fill(CsvRecord& record, std::vector<std::pair<Field, std::string>>& also, const CsvReading& reading,
                    CsvRead read, std::vector<CsvRead>& reads) const
{
    for (const auto& [field, text] : reading.also) {
        const auto column = std::find(m_header.columns.begin(), m_header.columns.end(), field);
        const bool hasColumn = column != m_header.columns.end();
        const auto cell = static_cast<std::size_t>(column - m_header.columns.begin());
        if (hasColumn && !record.fields[cell].empty())
            continue;
        if (hasColumn)
            record.fields[cell] = text;
        else
            also.emplace_back(field, text);
        read.field = field;
        read.canonical = text;
        reads.push_back(read);
    }
}

std::vector<CsvCells::Refused> CsvCells::read(CsvRecord& record, const std::string& key, std::vector<CsvRead>& reads,
                                              std::vector<std::pair<Field, std::string>>& also) const
{
    std::vector<Refused> refused;
    std::vector<std::pair<CsvReading, CsvRead>> readings;
    for (std::size_t i = 0; i < m_header.columns.size(); ++i) {
        const Field field = m_header.columns[i];
        const Meaning meaning = meaningOf(record, field);
        if (record.fields[i].empty() || !isReadCell(fieldSpec(meaning.table, meaning.field).type))
            continue;
        const std::string text = record.fields[i];
        tl::expected<CsvReading, Sentence> reading = readCell(record, key, field, meaning, text);
        if (!reading) {
            refused.push_back({field, std::move(reading.error())});
            continue;
        }
        if (reading->canonical == text || canonical(meaning.table, {}, meaning.field, text) == reading->canonical)
            continue;
        CsvRead read{m_table,
                     record.line,
                     key,
                     field,
                     text,
                     reading->canonical,
                     m_source == nullptr ? std::string() : m_source->nameOfCell(record.line, m_header.places[i])};
        reads.push_back(read);
        record.fields[i] = reading->canonical;
        readings.emplace_back(std::move(*reading), std::move(read));
    }
    for (const auto& [reading, read] : readings)
        fill(record, also, reading, read, reads);
    return refused;
}

} // namespace ochain
