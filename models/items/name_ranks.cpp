// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/name_ranks.h"

#include "document/names.h"

#include <QCollator>

#include <algorithm>
#include <future>
#include <optional>

namespace ochain {

namespace {

constexpr std::uint32_t kManyNames = 20'000; ///< which two threads share
constexpr std::size_t kNamesAtOnce = 4'096;  ///< between two questions whether to go on

/// Some rows, sorted by name.
class SortedNames {
public:
    SortedNames(const Chain& chain, Table table, std::uint32_t first, std::uint32_t end)
    {
        m_keys.reserve(end - first);
        for (std::uint32_t row = first; row < end; ++row)
            if (chain.isAlive({table, row}))
                m_rows.push_back(row);
    }

    /// @return false: it gave up
    [[nodiscard]] bool sort(const Chain& chain, Table table, const GoesOn& goesOn)
    {
        QCollator collator(language() == Language::Chinese ? QLocale(QLocale::Chinese) : QLocale(QLocale::English));
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        collator.setNumericMode(true);
        for (const std::uint32_t row : m_rows) {
            m_places.push_back(static_cast<std::uint32_t>(m_keys.size()));
            m_keys.push_back(collator.sortKey(nameOf(chain, RowRef{table, row})));
            if (m_keys.size() % kNamesAtOnce == 0 && !goesOn())
                return false;
        }
        return sortPlaces(goesOn);
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_places.size(); }
    [[nodiscard]] const QCollatorSortKey& key(std::size_t at) const { return m_keys[m_places[at]]; }
    [[nodiscard]] std::uint32_t row(std::size_t at) const { return m_rows[m_places[at]]; }

private:
    /// Some at a time, then two lots into one, so that it can be stopped.
    [[nodiscard]] bool sortPlaces(const GoesOn& goesOn)
    {
        const auto isBefore = [this](std::uint32_t a, std::uint32_t b) { return m_keys[a].compare(m_keys[b]) < 0; };
        const auto at = [this](std::size_t place) {
            return m_places.begin() + static_cast<std::ptrdiff_t>(std::min(place, m_places.size()));
        };
        for (std::size_t first = 0; first < m_places.size(); first += kNamesAtOnce) {
            std::stable_sort(at(first), at(first + kNamesAtOnce), isBefore);
            if (!goesOn())
                return false;
        }
        for (std::size_t length = kNamesAtOnce; length < m_places.size(); length *= 2)
            for (std::size_t first = 0; first < m_places.size(); first += 2 * length) {
                std::inplace_merge(at(first), at(first + length), at(first + 2 * length), isBefore);
                if (!goesOn())
                    return false;
            }
        return true;
    }

    std::vector<std::uint32_t> m_rows;
    std::vector<QCollatorSortKey> m_keys; ///< of these
    std::vector<std::uint32_t> m_places;  ///< in both, by name
};

/// Takes the names of two lots in their common order; equal names have equal ranks.
std::vector<int> ranksOf(const SortedNames& some, const SortedNames& others, std::uint32_t slotCount)
{
    std::vector<int> ranks(slotCount, -1);
    const QCollatorSortKey* last = nullptr;
    int rank = -1;
    for (std::size_t a = 0, b = 0; a < some.size() || b < others.size();) {
        const bool isOther = a == some.size() || (b < others.size() && others.key(b).compare(some.key(a)) < 0);
        const QCollatorSortKey& key = isOther ? others.key(b) : some.key(a);
        if (last == nullptr || key.compare(*last) != 0)
            ++rank;
        last = &key;
        ranks[isOther ? others.row(b++) : some.row(a++)] = rank;
    }
    return ranks;
}

} // namespace

bool NameRanks::make(const Chain& chain, const GoesOn& goesOn)
{
    if (!m_isStale)
        return true;
    const std::uint32_t slotCount = chain.slotCount(m_table);
    const std::uint32_t middle = slotCount > kManyNames ? slotCount / 2 : slotCount;
    SortedNames some(chain, m_table, 0, middle);
    SortedNames others(chain, m_table, middle, slotCount);
    std::future<bool> done;
    if (middle < slotCount)
        done = std::async(std::launch::async, [&] { return others.sort(chain, m_table, goesOn); });
    bool isDone = some.sort(chain, m_table, goesOn);
    if (done.valid())
        isDone = done.get() && isDone;
    if (!isDone)
        return false;
    m_ranks = ranksOf(some, others, slotCount);
    m_isStale = false;
    return true;
}

} // namespace ochain
