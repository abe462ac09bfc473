// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pins.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ochain::layout {

Pins::Pins(const Layered& layered, const Options& options, const Before* before)
    : m_layered(layered), m_before(before), m_isPinned(layered.nodes, 0), m_held(layered.columns)
{
    for (const Pin& pin : options.pins) {
        if (pin.node >= layered.nodes || isPinned(pin.node))
            continue;
        const std::optional<std::uint32_t> place = placeOf(pin, options.height);
        if (!place)
            continue;
        m_isPinned[pin.node] = 1;
        const std::optional<double> was = before != nullptr ? before->middle(pin.node) : std::nullopt;
        m_held[layered.column[pin.node]].push_back({pin.node, *place, pin.y, pin.y ? pin.y : was});
    }
    for (std::vector<Held>& held : m_held)
        std::stable_sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
            return std::tuple(a.place, a.at.value_or(0)) < std::tuple(b.place, b.at.value_or(0));
        });
}

std::optional<std::uint32_t> Pins::placeOf(const Pin& pin, double height) const
{
    if (pin.place)
        return pin.place;
    std::optional<double> y = pin.y;
    if (!y && m_before != nullptr)
        y = m_before->middle(pin.node);
    if (!y || !std::isfinite(*y))
        return {};
    std::uint32_t others = 0;
    std::uint32_t above = 0;
    for (std::uint32_t node = 0; node < m_layered.nodes; ++node) {
        if (node == pin.node || m_layered.column[node] != m_layered.column[pin.node])
            continue;
        ++others;
        const std::optional<double> middle = m_before != nullptr ? m_before->middle(node) : std::nullopt;
        above += middle && *middle < *y ? 1U : 0U;
    }
    if (m_before != nullptr)
        return above;
    return static_cast<std::uint32_t>(std::lround(std::clamp(*y / height, 0.0, 1.0) * others));
}

std::optional<double> Pins::wantedMiddle(std::uint32_t node) const
{
    if (!isPinned(node))
        return {};
    for (const Held& held : m_held[m_layered.column[node]]) {
        if (held.node == node)
            return held.y;
    }
    return {};
}

void Pins::apply(Order& order) const
{
    for (std::size_t c = 0; c < order.size(); ++c) {
        if (!m_held[c].empty())
            applyTo(order[c], m_held[c]);
    }
}

void Pins::applyTo(std::vector<std::uint32_t>& items, const std::vector<Held>& held) const
{
    std::vector<std::uint32_t> rest;
    for (const std::uint32_t item : items) {
        if (!m_layered.isNode(item) || !isPinned(item))
            rest.push_back(item);
    }
    items.clear();
    std::uint32_t nodes = 0;
    std::size_t next = 0;
    for (const std::uint32_t item : rest) {
        const bool isNode = m_layered.isNode(item);
        const auto comesFirst = [&](const Held& pin) {
            if (pin.place > nodes)
                return false;
            // Among the long links between two nodes, where its height is known: by height.
            const std::optional<double> middle = m_before != nullptr ? m_before->middle(item) : std::nullopt;
            return isNode || (pin.at && middle && *middle >= *pin.at);
        };
        for (; next < held.size() && comesFirst(held[next]); ++next, ++nodes)
            items.push_back(held[next].node);
        items.push_back(item);
        nodes += isNode ? 1 : 0;
    }
    for (; next < held.size(); ++next)
        items.push_back(held[next].node);
}

std::vector<std::uint32_t> Pins::zones(const Order& order) const
{
    std::vector<std::uint32_t> zone;
    for (std::size_t c = 0; c < order.size(); ++c) {
        if (m_held[c].empty())
            continue;
        zone.resize(m_layered.items(), kNone);
        std::uint32_t current = 0;
        for (const std::uint32_t item : order[c]) {
            if (!m_layered.isNode(item))
                continue;
            zone[item] = isPinned(item) ? current + 1 : current;
            current += isPinned(item) ? 2 : 0;
        }
    }
    return zone;
}

} // namespace ochain::layout
