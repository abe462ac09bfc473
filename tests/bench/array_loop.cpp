// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/array_loop.h"

#include <algorithm>

namespace ochain::bench {
namespace {

__extension__ typedef __int128 Wide;

/// floor(amount * elapsed / length), in 64 bits where they are enough.
std::int64_t portion(std::int64_t amount, std::int64_t elapsed, std::int64_t length) noexcept
{
    if (amount < (std::int64_t{1} << 47))
        return amount * elapsed / length; // days of the calendar stay below 2^16
    return static_cast<std::int64_t>(static_cast<Wide>(amount) * elapsed / length);
}

} // namespace

ArrayLoop::ArrayLoop(const Chain& chain)
    : m_layers(static_cast<std::uint32_t>(chain.layers().size()) + 1), m_columns(2 + 2 * m_layers),
      m_nodes(chain.nodes().slotCount()), m_groups(m_nodes + chain.tiers().slotCount()),
      m_bounds(chain.calendar().bounds())
{
    m_quarters = m_bounds.size() - 1;
    for (std::size_t q = 0; q < m_quarters; ++q)
        m_quarterOf.insert(m_quarterOf.end(), static_cast<std::size_t>(m_bounds[q + 1] - m_bounds[q]),
                           static_cast<Quarter>(q));
    layPaths(chain);
    layPieces(chain);
    layRows();
}

void ArrayLoop::layPaths(const Chain& chain)
{
    for (std::uint32_t n = 0; n < m_nodes; ++n) {
        m_pathFirst.push_back(static_cast<std::uint32_t>(m_path.size()));
        m_root.push_back(0);
        if (!chain.nodes().isAlive(NodeId{n}))
            continue;
        for (NodeId at{n}; at.isSet(); at = chain.nodes()[at].parent)
            m_path.push_back(at.value);
        for (TierId at = chain.nodes()[NodeId{n}].tier; at.isSet(); at = chain.tiers()[at].parent) {
            m_path.push_back(m_nodes + at.value);
            m_root.back() = at.value;
        }
    }
    m_pathFirst.push_back(static_cast<std::uint32_t>(m_path.size()));
}

void ArrayLoop::layPieces(const Chain& chain)
{
    chain.deals().forEach([&](DealId id, const Deal& deal) {
        if (chain.statuses()[deal.status].role == StatusRole::Cancelled)
            return;
        const Profile profile = chain.profileOf(deal);
        Piece piece{};
        piece.supplier = deal.supplier.value;
        piece.customer = deal.customer.value;
        piece.layer = static_cast<std::uint8_t>(chain.layerOf(deal.supplier));
        piece.isDeploy = profile == Profile::Deploy;
        piece.isTerm = profile == Profile::Term;
        piece.isFirst = true;
        std::int64_t value = deal.value;
        std::int64_t capacity = deal.capacity;
        const auto put = [&](std::int64_t pieceValue, std::int64_t pieceCapacity, Day starts, Day ends) {
            piece.value = pieceValue;
            piece.capacity = pieceCapacity;
            piece.starts = starts;
            piece.ends = ends;
            m_pieces.push_back(piece);
            piece.isFirst = false;
            value -= pieceValue;
            capacity -= pieceCapacity;
        };
        chain.forEachTranche(id, [&](TrancheId, const Tranche& tranche) {
            put(tranche.value, tranche.capacity, firstDay(tranche.starts), endDay(tranche.ends));
        });
        if (value > 0 || capacity > 0 || piece.isFirst)
            put(value, capacity, firstDay(deal.starts), endDay(deal.ends));
    });
}

template <class F>
void ArrayLoop::forEachCrossed(std::uint32_t node, std::uint32_t other, F&& f) const
{
    const auto* const first = m_path.data() + m_pathFirst[node];
    const auto* const last = m_path.data() + m_pathFirst[node + 1];
    const auto* const otherFirst = m_path.data() + m_pathFirst[other];
    const auto* const otherLast = m_path.data() + m_pathFirst[other + 1];
    const bool mayShare = m_root[node] == m_root[other]; // nodes inside each other share their stage here
    for (const auto* group = first; group != last; ++group)
        if (!mayShare || std::find(otherFirst, otherLast, *group) == otherLast)
            f(*group);
}

void ArrayLoop::layRows()
{
    m_rowOf.assign(static_cast<std::size_t>(m_groups) * m_columns, -1);
    std::int32_t next = 0;
    const auto lay = [&](std::uint32_t group, std::uint32_t column_) {
        if (rowOf(group, column_) < 0)
            rowOf(group, column_) = next++;
    };
    for (const Piece& piece : m_pieces) {
        const bool hasCapacity = piece.isDeploy || piece.isTerm;
        forEachCrossed(piece.supplier, piece.customer, [&](std::uint32_t group) {
            lay(group, column(Revenue, 0));
            if (hasCapacity)
                lay(group, column(CapacityOut, piece.layer));
        });
        forEachCrossed(piece.customer, piece.supplier, [&](std::uint32_t group) {
            lay(group, column(Spend, 0));
            if (hasCapacity)
                lay(group, column(CapacityIn, piece.layer));
        });
    }
    m_rowCount = static_cast<std::size_t>(next);
}

void ArrayLoop::addMoney(const Piece& piece, std::vector<std::int64_t>& amounts)
{
    const auto first = static_cast<std::size_t>(quarterOf(piece.starts));
    const auto last = static_cast<std::size_t>(quarterOf(piece.ends - 1));
    std::int64_t before = 0;
    for (std::size_t q = first; q <= last; ++q) {
        const std::int64_t by = m_bounds[q + 1] >= piece.ends
                                    ? piece.value
                                    : portion(piece.value, m_bounds[q + 1] - piece.starts, piece.ends - piece.starts);
        amounts[q] = by - before;
        before = by;
    }
    const auto add = [&](std::uint32_t group, std::uint32_t column_) {
        const auto row = static_cast<std::size_t>(rowOf(group, column_));
        std::int64_t* const figures = m_figures.data() + row * m_quarters;
        for (std::size_t q = first; q <= last; ++q)
            figures[q] += amounts[q];
        m_totals[row] += piece.value;
        m_deals[group] += piece.isFirst ? 1 : 0;
    };
    forEachCrossed(piece.supplier, piece.customer, [&](std::uint32_t group) { add(group, column(Revenue, 0)); });
    forEachCrossed(piece.customer, piece.supplier, [&](std::uint32_t group) { add(group, column(Spend, 0)); });
}

void ArrayLoop::addCapacity(const Piece& piece, std::vector<std::int64_t>& changes)
{
    const auto first = static_cast<std::size_t>(quarterOf(piece.starts));
    std::size_t last = first;
    if (piece.isTerm) {
        // it stands at the ends of quarters up to the day before it ends; the first end at which it does not takes it
        // off
        last = static_cast<std::size_t>(quarterOf(piece.ends - 1));
        const std::size_t off = last + (m_bounds[last + 1] <= piece.ends ? 1 : 0);
        std::fill(changes.begin() + static_cast<std::ptrdiff_t>(first),
                  changes.begin() + static_cast<std::ptrdiff_t>(last) + 1, 0);
        changes[first] += piece.capacity;
        if (off < m_quarters) {
            last = off;
            changes[off] = (off == first ? changes[off] : 0) - piece.capacity;
        }
    } else {
        last = static_cast<std::size_t>(quarterOf(piece.ends - 1));
        std::int64_t before = 0;
        for (std::size_t q = first; q <= last; ++q) {
            const std::int64_t by =
                m_bounds[q + 1] >= piece.ends
                    ? piece.capacity
                    : portion(piece.capacity, m_bounds[q + 1] - piece.starts, piece.ends - piece.starts);
            changes[q] = by - before;
            before = by;
        }
    }
    const auto add = [&](std::uint32_t group, std::uint32_t column_) {
        const auto row = static_cast<std::size_t>(rowOf(group, column_));
        std::int64_t* const figures = m_figures.data() + row * m_quarters;
        if (piece.isTerm) {
            figures[first] += changes[first];
            figures[last] += last == first ? 0 : changes[last];
        } else {
            for (std::size_t q = first; q <= last; ++q)
                figures[q] += changes[q];
        }
        m_totals[row] += piece.capacity;
    };
    forEachCrossed(piece.supplier, piece.customer,
                   [&](std::uint32_t group) { add(group, column(CapacityOut, piece.layer)); });
    forEachCrossed(piece.customer, piece.supplier,
                   [&](std::uint32_t group) { add(group, column(CapacityIn, piece.layer)); });
}

void ArrayLoop::run()
{
    std::vector<std::int64_t>(m_rowCount * m_quarters).swap(m_figures);
    std::vector<std::int64_t>(m_rowCount).swap(m_totals);
    std::vector<std::uint32_t>(m_groups).swap(m_deals);
    std::vector<std::int64_t> amounts(m_quarters + 1);
    for (const Piece& piece : m_pieces) {
        addMoney(piece, amounts);
        if (piece.isDeploy || piece.isTerm)
            addCapacity(piece, amounts);
    }
    for (std::uint32_t group = 0; group < m_groups; ++group)
        for (std::uint32_t c = column(CapacityOut, 0); c < m_columns; ++c)
            if (const std::int32_t row = rowOf(group, c); row >= 0) {
                std::int64_t* const figures = m_figures.data() + static_cast<std::size_t>(row) * m_quarters;
                for (std::size_t q = 1; q < m_quarters; ++q)
                    figures[q] += figures[q - 1];
            }
}

bool ArrayLoop::agreesWith(const Rollups& rollups, std::size_t step) const
{
    struct Pair {
        Column column;
        Measure measure;
        bool isByLayer;
    };
    for (std::size_t g = 0; g < m_groups; g += step) {
        const auto group = static_cast<std::uint32_t>(g);
        const Group of = group < m_nodes ? Group::of(NodeId{group}) : Group::of(TierId{group - m_nodes});
        for (const Pair& pair :
             {Pair{Revenue, Measure::Revenue, false}, Pair{Spend, Measure::Spend, false},
              Pair{CapacityOut, Measure::CapacityOut, true}, Pair{CapacityIn, Measure::CapacityIn, true}})
            for (std::uint32_t layer = 0; layer < (pair.isByLayer ? m_layers : 1); ++layer) {
                const std::int32_t row = m_rowOf[g * m_columns + column(pair.column, layer)];
                const std::vector<Figure> figures = rollups.figures(of, pair.measure, layer, PeriodKind::Quarter);
                if (figures.size() != m_quarters)
                    return false;
                const std::int64_t total = row < 0 ? 0 : m_totals[static_cast<std::size_t>(row)];
                if (rollups.figure(of, pair.measure, layer, kTotal).value != total)
                    return false;
                for (std::size_t q = 0; q < m_quarters; ++q)
                    if (figures[q].value != (row < 0 ? 0 : m_figures[static_cast<std::size_t>(row) * m_quarters + q]))
                        return false;
            }
        if (rollups.figure(of, Measure::Deals, 0, kTotal).value != m_deals[g])
            return false;
    }
    return true;
}

} // namespace ochain::bench
