// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/row_encoding.h"

#include <cmath>

#include <sqlite3.h>
#include <xxhash.h>

namespace ochain {

void RowEncoding::add(double number)
{
    constexpr double kExact = 9007199254740992; // 2^53: every whole number up to it is a double
    if (number > -kExact && number < kExact && number == std::trunc(number))
        return add(static_cast<std::int64_t>(number));
    addNumber(kReal, std::bit_cast<std::uint64_t>(number));
}

void RowEncoding::add(sqlite3_value* value)
{
    const int type = sqlite3_value_type(value);
    switch (type) {
    case SQLITE_INTEGER:
        return add(static_cast<std::int64_t>(sqlite3_value_int64(value)));
    case SQLITE_FLOAT:
        return add(sqlite3_value_double(value));
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
        // As a blob SQLite hands out the bytes where they lie; as text it would copy them to end them with a NUL.
        const auto* const bytes = static_cast<const char*>(sqlite3_value_blob(value));
        const auto size = bytes == nullptr ? std::size_t{0} : static_cast<std::size_t>(sqlite3_value_bytes(value));
        return addBytes(type == SQLITE_TEXT ? kText : kBlob, {bytes, size});
    }
    default:
        return addNull();
    }
}

Digest RowEncoding::digest() const noexcept
{
    const XXH128_hash_t hash = XXH3_128bits(m_bytes.data(), m_given);
    return {hash.low64, hash.high64};
}

} // namespace ochain
