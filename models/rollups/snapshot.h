// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "rollups/rollups.h"

#include <memory>

namespace ochain {

/// A chain and its rollups as they were at one moment. They share what has not changed since with those that go on, so
/// it costs next to nothing; it may be read on any thread, as long as one likes. With an edit applied to a copy of it,
/// it is a preview or a scenario.
struct Snapshot {
    Chain chain;
    Rollups rollups;
};

/// One for several readers.
using SharedSnapshot = std::shared_ptr<const Snapshot>;

} // namespace ochain
