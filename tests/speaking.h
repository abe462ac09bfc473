// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "language/language.h"

namespace ochain::testing {

/// Speaks a language as long as it lives, then English again.
class Speaking final {
public:
    explicit Speaking(Language chosen) { setLanguage(chosen); }
    ~Speaking() { setLanguage(Language::English); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
};

/// What `text` says in a language.
template <class Text>
[[nodiscard]] auto spoken(Language chosen, Text&& text)
{
    const Speaking speaking(chosen);
    return text();
}

} // namespace ochain::testing
