// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

namespace ochain {

/// Told now and then with the share done (0 to 1); false cancels the work.
using Progress = std::function<bool(double)>;

} // namespace ochain
