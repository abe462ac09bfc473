// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace ochain {

/// What went wrong, coarsely: callers choose by it (exit status, read-only mode, retry); people read the sentence.
enum class ErrorKind {
    NotFound,
    InvalidInput,
    Conflict, ///< a row is no longer what the edit was made from
    Corrupt,
    NotOurs,
    Newer,
    ReadOnly,
    Locked,
    Full,
    Io,
    Cancelled,
};

/// A failure with a sentence that says what, where and how to mend it.
struct Error {
    ErrorKind kind = ErrorKind::InvalidInput;
    Sentence sentence;
    std::vector<Sentence> context; ///< innermost first: what was being done

    /// "loading deals: disk I/O error", in English.
    [[nodiscard]] std::string message() const;
    /// The same error with what was being done put in front.
    [[nodiscard]] Error during(Sentence activity) &&;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Builds the failed state of a Result in one line.
template <class... Args>
[[nodiscard]] tl::unexpected<Error> failure(ErrorKind kind, const char* format, Args&&... args)
{
    return tl::unexpected<Error>(Error{kind, Sentence{format, {std::string(std::forward<Args>(args))...}}, {}});
}

} // namespace ochain
