// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphs/graph.h"

#include <string_view>

namespace ochain {

/// Reads a list of edges as Gephi has it: a CSV text with the columns Source and Target, and any of Weight, Type, Id,
/// Label and the fields of deals, in the forms that spreadsheets save. Takes hostile text.
[[nodiscard]] GraphReading readEdgeList(std::string_view text);

} // namespace ochain
