// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace ochain {

/// What a firm sells to another.
struct SalesLink {
    std::uint32_t seller = 0;
    std::uint32_t buyer = 0;
    double amount = 0; ///< above 0, each pair once
};

/// How a buyer depends on what a sector supplies.
enum class InputClass : std::uint8_t {
    Ignored,   ///< its lack stops nothing
    Replaced,  ///< not essential: output falls by its part in all that is bought
    Essential, ///< no other sector's goods stand in for it
};

/// Firms that buy from one another. Firms and sectors are numbered from 0.
struct RationingNetwork {
    std::vector<SalesLink> links;
    std::vector<std::uint32_t> sectorOf; ///< by firm
    /// By sector of the seller, then of the buyer; square.
    std::vector<std::vector<InputClass>> classOf;
    /// Buyers with the sectors of which they buy more than is known, by both, each once. No seller's part in it is
    /// known then: what is essential counts as replaced, which is the least that it can be.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> openInputs;
    std::vector<double> outsideSales;     ///< by firm: to whoever is not in the network
    std::vector<double> outsidePurchases; ///< by firm: from them
};

/// What is left when firms fail: of each firm what its suppliers leave it, and what its customers do.
struct RationingState {
    std::vector<double> down; ///< hd by firm, 0 to 1
    std::vector<double> up;   ///< hu by firm
    int iterations = 0;       ///< of both together
    double residual = 0;      ///< by how much a firm still moved in the last one

    /// The lesser of both.
    [[nodiscard]] double leftOf(std::uint32_t firm) const noexcept
    {
        return down[firm] < up[firm] ? down[firm] : up[firm];
    }
};

/// Losses by generalised Leontief rationing (Diem et al., Scientific Reports 12:7719, 2022): all firms begin whole and
/// fall until nothing moves by more than kSettled, from one round to the next all at once. Downstream an essential
/// input counts by its part in what the firm buys of that sector, any other by its part in all that it buys; a sector's
/// market share says how well others can stand in for a seller. Upstream a firm loses what its customers no longer buy.
/// Only firms that a failure reaches are looked at.
class Rationing {
public:
    explicit Rationing(const RationingNetwork& network);

    /// What is left if some firms fail altogether; valid until the next call.
    [[nodiscard]] const RationingState& fail(std::span<const std::uint32_t> firms);
    /// The firms that lost anything in it, those that failed among them; in no order.
    [[nodiscard]] const std::vector<std::uint32_t>& fallen() const noexcept { return m_fallen; }

    /// All that a firm sells, outside and in.
    [[nodiscard]] double salesOf(std::uint32_t firm) const noexcept { return m_sales[firm]; }
    [[nodiscard]] std::uint32_t firms() const noexcept { return static_cast<std::uint32_t>(m_sales.size()); }

    static constexpr double kSettled = 1e-15;
    /// In either direction. Firms that sell nearly all to one another fall ever more slowly; the residual tells then.
    static constexpr int kMostRounds = 20'000;

private:
    /// A part of what one firm depends on: the firm at the other end, and its weight.
    struct Share {
        std::uint32_t firm = 0;
        double weight = 0;
    };
    /// What a buyer gets of one essential sector, or of all that is not essential.
    struct InputGroup {
        std::uint32_t first = 0, end = 0; ///< among m_inputs
    };

    void addInputs(const RationingNetwork& network);
    void addSales(const RationingNetwork& network);
    void clear();
    void fall(std::span<const std::uint32_t> firms, std::vector<double>& left);
    void goDown(std::span<const std::uint32_t> failed);
    void goUp(std::span<const std::uint32_t> failed);
    void updateLosses();
    [[nodiscard]] double leftByInputs(std::uint32_t firm) const noexcept;
    [[nodiscard]] double leftBySales(std::uint32_t firm) const noexcept;
    void markDirty(std::uint32_t firm);
    template <class Left>
    double fallDirty(std::vector<double>& left, Left leftOf);

    std::vector<double> m_sales;
    std::vector<std::uint32_t> m_sectorOf;
    std::vector<double> m_sectorSales;       ///< by sector
    std::vector<std::uint32_t> m_firstGroup; ///< of a buyer among m_groups; one more than firms
    std::vector<InputGroup> m_groups;
    std::vector<Share> m_inputs;
    std::vector<std::uint32_t> m_firstSale;   ///< of a seller among m_outputs
    std::vector<Share> m_outputs;             ///< buyers with their part in what it sells
    std::vector<std::uint32_t> m_firstSeller; ///< of a buyer among m_sellers
    std::vector<std::uint32_t> m_sellers;

    RationingState m_state;
    std::vector<std::uint32_t> m_fallen;
    std::vector<bool> m_isFallen;
    std::vector<double> m_loss; ///< by firm, what others feel of it: in the direction under way
    std::vector<double> m_lost; ///< by sector
    std::vector<std::uint32_t> m_dirty;
    std::vector<bool> m_isDirty;
    std::vector<double> m_next; ///< of the dirty ones
};

} // namespace ochain
