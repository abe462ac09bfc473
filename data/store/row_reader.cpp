// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/row_reader.h"

#include "store/utf8.h"

namespace ochain {

std::string_view RowReader::text(Field field) noexcept
{
    sqlite3_value* const value = m_statement.value(m_column++);
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_NULL)
        return {};
    if (type != SQLITE_TEXT) {
        fail(field, Rule::MalformedValue);
        return {};
    }
    // As a blob, the bytes are handed out where they lie; as text, SQLite would copy them to end them with a NUL.
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    const std::string_view text(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
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
    sqlite3_value* const value = m_statement.value(m_column++);
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_NULL)
        return kNoNumber;
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER) {
        fail(field, Rule::MalformedValue);
        return kNoNumber;
    }
    constexpr double kMost = 1e60;
    const double number = sqlite3_value_double(value);
    if (!(number >= -kMost && number <= kMost))
        fail(field, Rule::OutOfRange);
    return number;
}

} // namespace ochain
