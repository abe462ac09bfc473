// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

namespace ochain::fuzz {

/// A row in most tables, so that there is something to refer to and to change.
[[nodiscard]] const Chain& baseChain();

} // namespace ochain::fuzz
