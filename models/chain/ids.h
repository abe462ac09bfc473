// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace ochain {

/// No row of a table, in a list of rows or as an id.
inline constexpr std::uint32_t kNoRow = 0xFFFFFFFFU;

/// A dense index into one table of a Chain; a DealId is no NodeId. Ids live as long as their row; a freed one is used
/// again.
template <class Tag>
struct Id {
    static constexpr std::uint32_t kNone = kNoRow;
    std::uint32_t value = kNone;

    [[nodiscard]] constexpr bool isSet() const noexcept { return value != kNone; }
    constexpr auto operator<=>(const Id&) const noexcept = default;
};

using TierId = Id<struct TierTag>;
using NodeId = Id<struct NodeTag>;
using KindId = Id<struct KindTag>;
using StatusId = Id<struct StatusTag>;
using BoundaryId = Id<struct BoundaryTag>;
using DealId = Id<struct DealTag>;
using TrancheId = Id<struct TrancheTag>;
using MetricId = Id<struct MetricTag>;
using EventId = Id<struct EventTag>;
using SourceId = Id<struct SourceTag>;
using CitationId = Id<struct CitationTag>;
using ClaimId = Id<struct ClaimTag>;
using ScenarioId = Id<struct ScenarioTag>;
using OverrideId = Id<struct OverrideTag>;
using SettingId = Id<struct SettingTag>;
using ViewId = Id<struct ViewTag>;
using DismissalId = Id<struct DismissalTag>;
using SeriesId = Id<struct SeriesTag>; ///< a metric series, by name

/// A capacity layer by its place in tier order, see Chain::layers().
using LayerNumber = Id<struct LayerTag>;
/// In no layer, which comes after all of them. Measures that are the same in every layer have it too.
inline constexpr LayerNumber kNoLayer{};

} // namespace ochain

template <class Tag>
struct std::hash<ochain::Id<Tag>> {
    std::size_t operator()(ochain::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
