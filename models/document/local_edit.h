// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"

namespace ochain {

/// Whether applying an edit needs no full recomputation: it touches no tier, kind, status or parent, and no date that
/// could move the calendar.
[[nodiscard]] bool isLocal(const Chain& chain, const Edit& edit);

} // namespace ochain
