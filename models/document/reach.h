// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "rollups/rollups.h"

#include <vector>

namespace ochain {

/// Deals whose own figures an edit can move, besides those it inserts: the deals it changes (or whose tranches or
/// claims it changes), the wholes they are part of, deals with a formula over a series it changes, and (but in a large
/// chain) those of a status it changes. Works before and after the edit alike; asked for before it, it also names what
/// goes, and after it, what came. No deal twice.
[[nodiscard]] std::vector<DealId> dealsOf(const Chain& chain, const Edit& edit);

/// The nodes at the ends of those deals, before and after as far as they are there; and the nodes the edit changes.
[[nodiscard]] std::vector<NodeId> endsOf(const Chain& chain, const Edit& edit);

/// Whether applying an edit needs no full recomputation: it touches no tier, kind, status or parent, and no date that
/// could move the calendar.
[[nodiscard]] bool isLocal(const Chain& chain, const Edit& edit);

} // namespace ochain
