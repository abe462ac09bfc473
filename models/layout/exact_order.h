// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layered.h"

#include <cstdint>
#include <optional>

namespace ochain::layout {

/// An order that crosses least, by trying all orders of neighbouring columns against each other, column by column.
/// @param steps of work at most, about 1 ns each @return nothing if that does not do
[[nodiscard]] std::optional<Order> exactOrder(const Layered& layered, std::uint64_t steps);

} // namespace ochain::layout
