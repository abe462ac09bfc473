// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/row_order.h"

#include <algorithm>
#include <iterator>

namespace ochain {

void RowOrder::fill(const Chain& chain)
{
    m_rows.clear();
    m_rows.reserve(chain.size(m_table));
    for (const std::uint32_t row : chain.inOrder(m_table))
        m_rows.push_back({chain.rowid({m_table, row}), row});
    m_places.assign(chain.slotCount(m_table), -1);
    renumber(0);
}

void RowOrder::renumber(std::size_t from)
{
    for (std::size_t i = from; i < m_rows.size(); ++i)
        m_places[m_rows[i].row] = static_cast<int>(i);
}

std::vector<std::uint32_t> RowOrder::follow(const Chain& chain, const std::vector<RowRef>& touched,
                                            const RowAnnouncer& announce)
{
    if (m_places.size() < chain.slotCount(m_table))
        m_places.resize(chain.slotCount(m_table), -1);
    std::vector<int> gone;
    std::vector<Entry> come;
    std::vector<std::uint32_t> stay;
    for (const RowRef& ref : touched) {
        if (ref.table != m_table)
            continue;
        const int place = placeOf(ref.row);
        const bool isAlive = chain.isAlive(ref);
        // A slot that an edit frees and fills again holds another row: the old one goes, the new one comes.
        const bool isSame = isAlive && place >= 0 && m_rows[static_cast<std::size_t>(place)].rowid == chain.rowid(ref);
        if (isSame)
            stay.push_back(ref.row);
        if (place >= 0 && !isSame)
            gone.push_back(place);
        if (isAlive && !isSame)
            come.push_back({chain.rowid(ref), ref.row});
    }
    remove(std::move(gone), announce);
    insert(std::move(come), announce);
    return stay;
}

void RowOrder::remove(std::vector<int> places, const RowAnnouncer& announce)
{
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<std::pair<int, int>> runs;
    forEachRun(places, [&runs](int first, int last) { runs.emplace_back(first, last); });
    std::reverse(runs.begin(), runs.end()); // from the end, so that the places before stay right
    for (const auto& [first, last] : runs) {
        announce.aboutToRemove(first, last);
        for (int place = first; place <= last; ++place)
            m_places[at(place)] = -1;
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        renumber(static_cast<std::size_t>(first));
        announce.removed();
    }
}

void RowOrder::insert(std::vector<Entry> entries, const RowAnnouncer& announce)
{
    const auto byRowid = [](const Entry& a, const Entry& b) { return a.rowid < b.rowid; };
    std::sort(entries.begin(), entries.end(), byRowid);
    entries.erase(
        std::unique(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.row == b.row; }),
        entries.end());
    for (auto from = entries.begin(); from != entries.end();) {
        const auto before = std::lower_bound(m_rows.begin(), m_rows.end(), *from, byRowid);
        auto end = std::next(from);
        while (end != entries.end() && (before == m_rows.end() || end->rowid < before->rowid))
            ++end;
        const auto place = before - m_rows.begin();
        announce.aboutToInsert(static_cast<int>(place), static_cast<int>(place + (end - from) - 1));
        m_rows.insert(before, from, end);
        renumber(static_cast<std::size_t>(place));
        announce.inserted();
        from = end;
    }
}

} // namespace ochain
