// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

class Chart;

/// One of the marks of a chart, of which several may share an id: the bars of a series.
struct MarkPlace {
    std::string id;
    std::size_t number = 0; ///< among those of the id, in drawing order
    bool operator==(const MarkPlace&) const = default;
};

/// The marks of a chart as painted last, with their bounds, in drawing order.
[[nodiscard]] std::vector<std::pair<MarkPlace, QRectF>> markPlaces(const Chart& chart);
/// The bounds of a mark; empty if it was not painted.
[[nodiscard]] QRectF boxOf(const Chart& chart, const MarkPlace& place);
/// The mark of an id that lies under a point, else the first of it.
[[nodiscard]] MarkPlace placeAt(const Chart& chart, const std::string& id, QPointF point);

} // namespace ochain
