// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace ochain {

/// A text as people are to see it: each character that shows nothing of itself but turns others round, joins, hides or
/// breaks them is named, "⟨U+202E⟩" of a right-to-left override. So no name can look like another one or like a figure.
/// Left as they are: tabs and line feeds, which notes have; joiners and variation selectors where a script or an emoji
/// is written with them (Persian, the Indic scripts, Mongolian, Han, families and flags). Bytes that are no UTF-8 stay,
/// too. Applied twice it does no more than once.
[[nodiscard]] std::string visible(std::string_view text);

} // namespace ochain
