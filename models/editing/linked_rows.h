// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

#include <cstdint>
#include <vector>

namespace ochain {

/// Rows that refer to a row, each once: of a node its deals (latest announced first), the nodes inside it and its
/// events; of a tier its sub-tiers and nodes; of a status or kind its deals; of a source what cites it. Of a metric the
/// deals whose formula uses its series, of an event its parties, and of a metric its node last. Metrics of a node,
/// tranches of a deal and sources are not among them: they have cards of their own.
[[nodiscard]] std::vector<RowRef> linkedRows(const Chain& chain, RowRef row);
/// Those of them for which a row cannot be deleted.
[[nodiscard]] std::vector<RowRef> rowsInTheWay(const Chain& chain, RowRef row);
/// The metrics of a node, those of a series in the order they were entered.
[[nodiscard]] std::vector<std::uint32_t> metricsOf(const Chain& chain, RowRef node);

} // namespace ochain
