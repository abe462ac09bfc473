// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <QString>

namespace ochain {

/// What tells a row from others of its name: of a deal its amounts and when it was announced ("4.5 GW · $300B ·
/// 2025-07-22"), of a metric its day and figure, of an event its date, of a source who published it and when. Empty if
/// it says none of it.
[[nodiscard]] QString marksOf(const Chain& chain, RowRef row);

} // namespace ochain
