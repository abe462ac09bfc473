// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace ochain {

/// Who edits: the full name of the user of the system, else the login name, else what the environment says, else
/// "unknown"; as far as a journal can hold it.
[[nodiscard]] std::string systemAuthor();

} // namespace ochain
