// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"

#include <QUrl>

#include <string_view>

namespace ochain {

/// The address that a text of a file may open in the browser: https with a host, nobody's name and password in it. For
/// any other (http, file, javascript, data, mailto …) the sentence says why it is not opened. Nothing from a file may
/// start a program, open another file or be fetched where others can change it on the way.
[[nodiscard]] tl::expected<QUrl, Sentence> webAddress(std::string_view text);

} // namespace ochain
