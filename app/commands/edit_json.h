// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/edit.h"

#include <nlohmann/json.hpp>

namespace ochain {

/// The changes of an edit field by field, as `log` and `import --dry-run` give them: table, row, field, old and new.
[[nodiscard]] nlohmann::ordered_json changesAsJson(const Edit& edit);

} // namespace ochain
