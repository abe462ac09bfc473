// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit_builder.h"
#include "schedule/lens.h"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace ochain {

/// Draws small dense chains, edits of every kind and lenses, the same from the same seed everywhere.
class RandomEdits {
public:
    explicit RandomEdits(std::uint64_t seed) : m_random(seed), m_isLongAgo(seed % 3 == 0) {}

    /// Tiers with layers, statuses, boundaries, kinds of all classes and profiles, sources and a few nodes, sites among
    /// them, for an empty chain.
    [[nodiscard]] Edit skeleton(const Chain& empty);
    /// One or a few orders; most stand, some break a rule. Nothing if the orders contradict each other.
    [[nodiscard]] std::optional<Edit> next(const Chain& chain);
    /// An amount or a date of a deal or tranche, and nothing else.
    [[nodiscard]] std::optional<Edit> nextAmountOrDate(const Chain& chain);
    [[nodiscard]] Lens lens();
    [[nodiscard]] std::size_t below(std::size_t count)
    {
        return count == 0 ? 0 : static_cast<std::size_t>(m_random() % count);
    }

private:
    using Orders = std::vector<std::pair<Field, std::string>>;

    [[nodiscard]] bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    [[nodiscard]] std::string one(std::initializer_list<const char*> texts);
    [[nodiscard]] std::string date(int from, int to);
    [[nodiscard]] std::string maybeDate(int percent);
    [[nodiscard]] std::string announcement();
    [[nodiscard]] std::string commitment();
    [[nodiscard]] std::string boundary(const Chain& chain);
    [[nodiscard]] std::string horizon();
    [[nodiscard]] std::string usd();
    [[nodiscard]] std::string megawatts();
    [[nodiscard]] std::string formula();
    [[nodiscard]] std::string keyOf(const Chain& chain, Table table);
    [[nodiscard]] std::string newKey(const char* stem) { return stem + std::to_string(++m_named); }
    [[nodiscard]] std::string valueFor(const Chain& chain, Table table, Field field);

    void set(Table table, const std::string& key, Field field, const std::string& text);
    void add(Table table, const std::string& key, const Orders& fields);
    void addTier(const char* key, const char* parent, const char* ordinal, const char* layer);

    void order(const Chain& chain);
    void orderDeal(const Chain& chain);
    void orderTranche(const Chain& chain);
    void orderTree(const Chain& chain);
    void orderClaim(const Chain& chain);
    void orderSeldom(const Chain& chain);
    void orderBoundary(const Chain& chain);
    void orderHorizon(const Chain& chain);
    void addDeal(const Chain& chain);
    void addTranche(const Chain& chain);
    void addMetric(const Chain& chain);
    void addClaim(const Chain& chain);

    std::mt19937_64 m_random;
    bool m_isLongAgo; ///< announcements so early that, 15 years on, they end the calendar
    std::uint64_t m_named = 0;
    EditBuilder* m_builder = nullptr; ///< of the edit being drawn
    bool m_isFine = true;             ///< no order was refused so far
};

} // namespace ochain
