// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <vector>

namespace ochain {

/// A site at which more is built than its power contracts feed.
struct ShortSite {
    NodeId site;
    Period period;     ///< the first quarter at whose end that is so
    Kilowatts built{}; ///< construction that has come in, of IT load
    Kilowatts power{}; ///< power that has come in, of IT load
};

/// The sites whose construction stands above 105 % of their power at some period's end, where any power is contracted
/// (data/README.md, section 6). What lies inside the site from end to end does not count. Layers are known by the keys
/// `construction` and `power`.
[[nodiscard]] std::vector<ShortSite> shortSites(const Chain& chain);

} // namespace ochain
