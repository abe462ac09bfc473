// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/mark_places.h"

#include "charts/chart.h"

#include <map>

namespace ochain {

std::vector<std::pair<MarkPlace, QRectF>> markPlaces(const Chart& chart)
{
    const std::vector<std::pair<std::string, QRectF>> marks = chart.marks();
    std::vector<std::pair<MarkPlace, QRectF>> places;
    places.reserve(marks.size());
    std::map<std::string, std::size_t> seen;
    for (const auto& [id, box] : marks)
        places.emplace_back(MarkPlace{id, seen[id]++}, box);
    return places;
}

QRectF boxOf(const Chart& chart, const MarkPlace& place)
{
    for (const auto& [at, box] : markPlaces(chart))
        if (at == place)
            return box;
    return {};
}

MarkPlace placeAt(const Chart& chart, const std::string& id, QPointF point)
{
    for (const auto& [at, box] : markPlaces(chart))
        if (at.id == id && box.contains(point))
            return at;
    return {id, 0};
}

} // namespace ochain
