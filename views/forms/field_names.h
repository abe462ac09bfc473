// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/table.h"

#include <QString>

namespace ochain {

/// A field as forms call it: "Capacity" for capacity_mw; translated.
[[nodiscard]] QString fieldLabel(Table table, Field field);

} // namespace ochain
