// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Marks an English sentence for translation; the text itself stays as it is, so that plain C++ rooms need no Qt.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x // word for word as Qt has it, so that both may be included
#endif

namespace ochain {

/// A sentence for a person: an English format string (a literal, with {0}, {1} …) and what goes into it. The rooms
/// above translate the format (context "Sentence") and fill it in again; here it reads as English.
struct Sentence {
    const char* format = "";
    std::vector<std::string> args;

    /// The English sentence, arguments filled in.
    [[nodiscard]] std::string text() const;

    bool operator==(const Sentence& other) const;
};

/// Fills args into any format with {0}, {1} … (a translated one); never throws: a broken format comes back as it is.
[[nodiscard]] std::string fill(std::string_view format, const std::vector<std::string>& args);

} // namespace ochain
