// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/deal_arrangement.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// The order of all deals of an arrangement, shown or not, kept right edit by edit.
class DealOrder {
public:
    using Deals = std::vector<std::uint32_t>;

    /// @param model, keys, arrangement  must outlive it
    DealOrder(const DealsModel& model, const DealKeys& keys, DealArrangement& arrangement);

    /// Whether a deal comes before another, by the keys that both have in the arrangement.
    [[nodiscard]] bool isBefore(std::uint32_t a, std::uint32_t b) const;
    void sort(Deals& deals) const;
    /// Some deals with others put among them; both are in order, and the others are few.
    [[nodiscard]] Deals merged(const Deals& deals, const Deals& others) const;
    /// Takes deals out, each of which still stands by its key.
    void remove(const Deals& deals);
    /// Gives deals of the model the keys they have now, and puts those that are new or have another one into their
    /// place.
    /// @param deals  by id, each once
    /// @return those, by id; nothing: they are too many, nothing was done, and the whole order is to be made anew
    [[nodiscard]] std::optional<Deals> update(const Deals& deals);
    /// Whether texts found no room between others since; then the order is to be made anew.
    [[nodiscard]] bool isCrowded() const noexcept { return m_isCrowded; }
    void setMadeAnew() noexcept { m_isCrowded = false; }

private:
    [[nodiscard]] bool isTextBefore(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] std::int64_t keyOf(std::uint32_t deal) const;
    [[nodiscard]] Deals known(const Deals& deals) const;
    void insert(Deals deals);
    [[nodiscard]] Deals updateNumbers(const Deals& deals);
    void updateTexts(const Deals& deals);
    void insertByText(std::uint32_t deal);
    [[nodiscard]] std::optional<std::int64_t> keyBetween(std::uint32_t deal, const std::uint32_t* previous,
                                                         const std::uint32_t* next) const;

    const DealsModel& m_model;
    const DealKeys& m_keys;
    DealArrangement& m_now;
    bool m_isCrowded = false;
};

} // namespace ochain
