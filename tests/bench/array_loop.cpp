// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/array_loop.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace ochain::bench {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;
constexpr std::uint32_t kRevenue = 0;
constexpr std::uint32_t kSpend = 1;
constexpr std::uint32_t kCapacity = 2; ///< the first of them
constexpr std::int64_t kExact = std::int64_t{1} << 53;

/// Calls f(column) for each bit.
template <class F>
void forEachBit(std::uint32_t bits, F&& f)
{
    for (; bits != 0; bits &= bits - 1)
        f(static_cast<std::uint32_t>(std::countr_zero(bits)));
}

} // namespace

ArrayLoop::ArrayLoop(const Chain& chain)
    : m_layers(static_cast<std::uint32_t>(chain.layers().size()) + 1), m_columns(kCapacity + 2 * m_layers),
      m_nodes(chain.nodes().slotCount()), m_groups(m_nodes + chain.tiers().slotCount()),
      m_bounds(chain.calendar().bounds())
{
    m_quarters = m_bounds.size() - 1;
    for (std::size_t q = 0; q < m_quarters; ++q)
        m_quarterOf.insert(m_quarterOf.end(), static_cast<std::size_t>(m_bounds[q + 1] - m_bounds[q]),
                           static_cast<Quarter>(q));
    layPieces(chain);
    layOrder(chain);
    layRows();
}

void ArrayLoop::layPieces(const Chain& chain)
{
    const auto lay = [&](bool isOut, std::vector<Piece>& pieces, std::vector<std::size_t>& first) {
        for (std::uint32_t n = 0; n < m_nodes; ++n) {
            first.push_back(pieces.size());
            const auto put = [&](DealId id, const Deal& deal) {
                if (chain.statuses()[deal.status].role == StatusRole::Cancelled)
                    return;
                const Profile profile = chain.profileOf(deal);
                Piece piece{};
                piece.layer = static_cast<std::uint8_t>(columnOf(chain.layerOf(deal.supplier)));
                piece.isDeploy = profile == Profile::Deploy;
                piece.isTerm = profile == Profile::Term;
                piece.isFirst = true;
                std::int64_t value = deal.value.value;
                std::int64_t capacity = deal.capacity.value;
                const auto putPiece = [&](std::int64_t v, std::int64_t c, Date starts, Date ends) {
                    piece.value = v;
                    piece.capacity = c;
                    piece.starts = firstDay(starts);
                    piece.ends = endDay(ends);
                    if (std::max(v, c) >= kExact / (piece.ends - piece.starts))
                        throw std::runtime_error("an amount is too great for the bare loop");
                    pieces.push_back(piece);
                    piece.isFirst = false;
                    value -= v;
                    capacity -= c;
                };
                chain.forEachTranche(id, [&](TrancheId, const Tranche& tranche) {
                    putPiece(tranche.value.value, tranche.capacity.value, tranche.starts, tranche.ends);
                });
                if (value > 0 || capacity > 0 || piece.isFirst)
                    putPiece(value, capacity, deal.starts, deal.ends);
            };
            if (isOut)
                chain.forEachSupplied(NodeId{n}, put);
            else
                chain.forEachBought(NodeId{n}, put);
        }
        first.push_back(pieces.size());
    };
    lay(true, m_supplied, m_firstSupplied);
    lay(false, m_bought, m_firstBought);
}

void ArrayLoop::layOrder(const Chain& chain)
{
    const auto visit = [&](const auto& self, NodeId node, std::uint32_t depth) -> void {
        chain.forEachChild(node, [&](NodeId child, const Node&) { self(self, child, depth + 1); });
        m_order.push_back({node.value, chain.nodes()[node].tier.value, depth});
        if (m_nodeDesks.size() <= depth)
            m_nodeDesks.resize(depth + 1, emptyDesk());
    };
    chain.nodes().forEach([&](NodeId id, const Node& node) {
        if (!node.parent.isSet())
            visit(visit, id, 0);
    });
    m_tierParent.resize(chain.tiers().slotCount(), kNone);
    m_tierDesks.resize(chain.tiers().slotCount(), emptyDesk());
    for (auto tier = chain.tierOrder().rbegin(); tier != chain.tierOrder().rend(); ++tier) {
        m_tierUp.push_back(tier->value);
        m_tierParent[tier->value] = chain.tiers()[*tier].parent.value;
    }
}

void ArrayLoop::layRows()
{
    m_used.resize(m_groups);
    std::vector<std::uint32_t> inside(m_nodeDesks.size());
    for (const Stop& stop : m_order) {
        std::uint32_t used = 0;
        for (std::size_t i = m_firstSupplied[stop.node]; i < m_firstSupplied[stop.node + 1]; ++i)
            used |= (1U << kRevenue) |
                    (m_supplied[i].isDeploy || m_supplied[i].isTerm ? 1U << (kCapacity + m_supplied[i].layer) : 0U);
        for (std::size_t i = m_firstBought[stop.node]; i < m_firstBought[stop.node + 1]; ++i)
            used |=
                (1U << kSpend) |
                (m_bought[i].isDeploy || m_bought[i].isTerm ? 1U << (kCapacity + m_layers + m_bought[i].layer) : 0U);
        m_used[m_nodes + stop.tier] |= used;
        m_used[stop.node] = used | inside[stop.depth];
        inside[stop.depth] = 0;
        if (stop.depth > 0)
            inside[stop.depth - 1] |= m_used[stop.node];
    }
    for (const std::uint32_t tier : m_tierUp)
        if (m_tierParent[tier] != kNone)
            m_used[m_nodes + m_tierParent[tier]] |= m_used[m_nodes + tier];
    std::size_t rows = 0;
    for (const std::uint32_t used : m_used) {
        m_firstRow.push_back(rows);
        rows += static_cast<std::size_t>(std::popcount(used));
    }
    m_figures.resize(rows * m_quarters);
    m_totals.resize(rows);
    m_deals.resize(m_groups);
}

ArrayLoop::Desk ArrayLoop::emptyDesk() const
{
    Desk desk;
    desk.figures.resize(m_columns * m_quarters);
    desk.totals.resize(m_columns);
    return desk;
}

void ArrayLoop::addMoney(const Piece& piece, std::int64_t* row) const
{
    const Quarter first = quarterOf(piece.starts);
    const Quarter last = quarterOf(piece.ends - 1);
    const auto value = static_cast<double>(piece.value);
    const auto days = static_cast<double>(piece.ends - piece.starts);
    std::int64_t before = 0;
    for (Quarter q = first; q < last; ++q) {
        const auto by =
            static_cast<std::int64_t>(value * (m_bounds[static_cast<std::size_t>(q) + 1] - piece.starts) / days);
        row[q] += by - before;
        before = by;
    }
    row[last] += piece.value - before;
}

/// What changes by the end of each quarter.
void ArrayLoop::addCapacity(const Piece& piece, std::int64_t* row) const
{
    const Quarter first = quarterOf(piece.starts);
    const Quarter last = quarterOf(piece.ends - 1);
    if (piece.isTerm) {
        const std::size_t off =
            static_cast<std::size_t>(last) + (m_bounds[static_cast<std::size_t>(last) + 1] <= piece.ends ? 1 : 0);
        row[first] += piece.capacity;
        if (off < m_quarters)
            row[off] -= piece.capacity;
        return;
    }
    const auto capacity = static_cast<double>(piece.capacity);
    const auto days = static_cast<double>(piece.ends - piece.starts);
    std::int64_t before = 0;
    for (Quarter q = first; q <= last; ++q) {
        const Day elapsed = std::min(m_bounds[static_cast<std::size_t>(q) + 1], piece.ends) - piece.starts;
        const auto by = static_cast<std::int64_t>(capacity * elapsed / days);
        row[q] += by - before;
        before = by;
    }
}

void ArrayLoop::addSide(const std::vector<Piece>& pieces, const std::vector<std::size_t>& first, std::uint32_t node,
                        bool isOut, Desk& desk) const
{
    for (std::size_t i = first[node]; i < first[node + 1]; ++i) {
        const Piece& piece = pieces[i];
        const std::uint32_t money = isOut ? kRevenue : kSpend;
        addMoney(piece, desk.figures.data() + money * m_quarters);
        desk.totals[money] += piece.value;
        desk.used |= 1U << money;
        desk.deals += piece.isFirst ? 1 : 0;
        if (!piece.isDeploy && !piece.isTerm)
            continue;
        const std::uint32_t capacity = kCapacity + (isOut ? 0 : m_layers) + piece.layer;
        addCapacity(piece, desk.figures.data() + capacity * m_quarters);
        desk.totals[capacity] += piece.capacity;
        desk.used |= 1U << capacity;
    }
}

void ArrayLoop::addDesk(const Desk& from, Desk& to) const
{
    forEachBit(from.used, [&](std::uint32_t column) {
        const std::int64_t* const source = from.figures.data() + column * m_quarters;
        std::int64_t* const target = to.figures.data() + column * m_quarters;
        for (std::size_t q = 0; q < m_quarters; ++q)
            target[q] += source[q];
        to.totals[column] += from.totals[column];
    });
    to.used |= from.used;
    to.deals += from.deals;
}

void ArrayLoop::clear(Desk& desk) const
{
    forEachBit(desk.used, [&](std::uint32_t column) {
        std::fill_n(desk.figures.data() + column * m_quarters, m_quarters, 0);
        desk.totals[column] = 0;
    });
    desk.used = desk.deals = 0;
}

void ArrayLoop::keep(const Desk& desk, std::size_t group)
{
    std::size_t row = m_firstRow[group];
    forEachBit(desk.used, [&](std::uint32_t column) {
        std::copy_n(desk.figures.data() + column * m_quarters, m_quarters, m_figures.data() + row * m_quarters);
        m_totals[row] = desk.totals[column];
        ++row;
    });
    m_deals[group] = desk.deals;
}

void ArrayLoop::run()
{
    Desk own = emptyDesk();
    for (const Stop& stop : m_order) {
        addSide(m_supplied, m_firstSupplied, stop.node, true, own);
        addSide(m_bought, m_firstBought, stop.node, false, own);
        forEachBit(own.used & ~3U, [&](std::uint32_t column) { // from changes to what stands
            std::int64_t* const row = own.figures.data() + column * m_quarters;
            for (std::size_t q = 1; q < m_quarters; ++q)
                row[q] += row[q - 1];
        });
        addDesk(own, m_tierDesks[stop.tier]);
        Desk& node = m_nodeDesks[stop.depth]; // holds what is inside already
        addDesk(own, node);
        clear(own);
        keep(node, stop.node);
        if (stop.depth > 0)
            addDesk(node, m_nodeDesks[stop.depth - 1]);
        clear(node);
    }
    for (const std::uint32_t tier : m_tierUp) {
        keep(m_tierDesks[tier], m_nodes + tier);
        if (m_tierParent[tier] != kNone)
            addDesk(m_tierDesks[tier], m_tierDesks[m_tierParent[tier]]);
        clear(m_tierDesks[tier]);
    }
}

bool ArrayLoop::agreesWith(const Rollups& rollups, std::size_t step) const
{
    const auto agrees = [&](Group group, std::size_t g, Measure measure, LayerNumber layer, std::uint32_t column) {
        const bool has = (m_used[g] >> column & 1U) != 0;
        const std::size_t row =
            m_firstRow[g] + static_cast<std::size_t>(std::popcount(m_used[g] & ((1U << column) - 1)));
        const std::vector<Figure> figures = rollups.figures(group, measure, layer, PeriodKind::Quarter);
        if (figures.size() != m_quarters ||
            rollups.figure(group, measure, layer, kTotal).value != (has ? m_totals[row] : 0))
            return false;
        for (std::size_t q = 0; q < m_quarters; ++q)
            if (figures[q].value != (has ? m_figures[row * m_quarters + q] : 0))
                return false;
        return true;
    };
    for (std::size_t g = 0; g < m_groups; g += step) {
        const auto number = static_cast<std::uint32_t>(g);
        const Group group = number < m_nodes ? Group::of(NodeId{number}) : Group::of(TierId{number - m_nodes});
        if (!agrees(group, g, Measure::Revenue, kNoLayer, kRevenue) ||
            !agrees(group, g, Measure::Spend, kNoLayer, kSpend) ||
            rollups.figure(group, Measure::Deals, kNoLayer, kTotal).value != m_deals[g])
            return false;
        for (std::uint32_t column = 0; column < m_layers; ++column) {
            const LayerNumber layer = column + 1 < m_layers ? LayerNumber{column} : kNoLayer;
            if (!agrees(group, g, Measure::CapacityOut, layer, kCapacity + column) ||
                !agrees(group, g, Measure::CapacityIn, layer, kCapacity + m_layers + column))
                return false;
        }
    }
    return true;
}

} // namespace ochain::bench
