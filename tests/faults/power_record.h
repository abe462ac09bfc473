// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace ochain::testing {

/// What was done to the files of a folder, one after the other, as fault_shim writes it down. Bytes or names follow
/// each record.
struct PowerRecord {
    enum class Op : std::uint32_t {
        Write,
        Truncate,
        Sync,
        Create,
        MakeFolder,
        Rename,
        Exchange,
        Link,
        Unlink,
        RemoveFolder,
        Acknowledged, ///< by the test: what was asked for has been confirmed; `at` says which
    };
    Op op = Op::Write;
    std::uint64_t inode = 0;
    std::int64_t at = 0;      ///< where the bytes go, or the size
    std::uint64_t first = 0;  ///< length of the bytes, or of the first name
    std::uint64_t second = 0; ///< length of the second name
};

} // namespace ochain::testing
