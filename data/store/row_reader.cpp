// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/row_reader.h"

#include "store/utf8.h"

namespace ochain {

std::string_view RowReader::text(Field field) noexcept
{
    const Cell& cell = *m_cell++;
    if (cell.type == SQLITE_NULL)
        return {};
    if (cell.type != SQLITE_TEXT) {
        fail(field, Rule::MalformedValue);
        return {};
    }
    const std::string_view text = m_batch->text(cell);
    if (text.size() > kMaxTextBytes) {
        fail(field, Rule::TextTooLong);
        return {};
    }
    if (!isUtf8(text)) {
        fail(field, Rule::MalformedValue);
        return {};
    }
    return text;
}

double RowReader::decimal(Field field) noexcept
{
    const Cell& cell = *m_cell++;
    if (cell.type == SQLITE_NULL)
        return kNoNumber;
    if (cell.type != SQLITE_FLOAT && cell.type != SQLITE_INTEGER) {
        fail(field, Rule::MalformedValue);
        return kNoNumber;
    }
    constexpr double kMost = 1e60;
    const double number = cell.type == SQLITE_FLOAT ? cell.real : static_cast<double>(cell.integer);
    if (!(number >= -kMost && number <= kMost))
        fail(field, Rule::OutOfRange);
    return number;
}

} // namespace ochain
