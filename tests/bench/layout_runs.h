// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout/flow_layout.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <random>
#include <vector>

namespace ochain::bench {

/// A graph as `ochain layout` takes it; nothing if the file is not there.
[[nodiscard]] std::optional<layout::Graph> readGraph(const std::filesystem::path& file);

struct Run {
    layout::Layout layout;
    double milliseconds = 0;    ///< as the clock on the wall says
    double ownMilliseconds = 0; ///< of processor time: what counts where others use the machine, too
};

/// The median run of three by time on the wall.
[[nodiscard]] Run timed(const layout::Graph& graph, const layout::Options& options);

/// 9 to 12 nodes in each of 2 to 10 columns, links between neighbours, each there with so many percent.
[[nodiscard]] layout::Graph smallLayered(unsigned percent, std::mt19937& random);

/// What one edit makes of a graph.
struct Edit {
    enum class Kind { LinkTripled, LinkTenfold, LinkRemoved, LinkAdded, NodeRemoved, NodeAdded };
    layout::Graph graph;
    std::vector<std::optional<std::uint32_t>> node; ///< where each was, see layout::Previous
};
[[nodiscard]] Edit edited(const layout::Graph& graph, Edit::Kind kind, std::mt19937& random);

} // namespace ochain::bench
