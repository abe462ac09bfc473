// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/text_ranks.h"

#include <algorithm>
#include <cstddef>

namespace ochain {

namespace {

constexpr std::size_t kPrefix = sizeof(std::uint64_t);

/// Eight bytes of a text from a place, the first one weighing most; zeros behind its end.
std::uint64_t prefixAt(std::string_view text, std::size_t from)
{
    std::uint64_t prefix = 0;
    for (std::size_t at = from; at < from + kPrefix; ++at)
        prefix = (prefix << 8U) | (at < text.size() ? static_cast<unsigned char>(text[at]) : 0U);
    return prefix;
}

/// Texts that are the same up to a place.
struct AlikeTexts {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t from = 0; ///< where they may differ
};

class TextSorting {
public:
    TextSorting(const std::vector<std::string_view>& texts, const GoesOn& goesOn) : m_texts(texts), m_goesOn(goesOn)
    {
        for (std::size_t row = 0; row < texts.size(); ++row)
            if (!texts[row].empty())
                m_rows.push_back({0, static_cast<std::uint32_t>(row)});
        m_isFirst.assign(m_rows.size(), false);
    }

    [[nodiscard]] std::optional<std::vector<std::int64_t>> ranks()
    {
        std::vector<AlikeTexts> open{{0, m_rows.size(), 0}};
        while (!open.empty()) {
            const AlikeTexts alike = open.back();
            open.pop_back();
            if (!sortFurther(alike, open))
                return std::nullopt;
        }
        std::vector<std::int64_t> ranks(m_texts.size(), kAbsentKey);
        std::int64_t rank = 0;
        for (std::size_t at = 0; at < m_rows.size(); ++at) {
            rank += m_isFirst[at] ? kRankStep : 0;
            ranks[m_rows[at].row] = rank;
        }
        return ranks;
    }

private:
    /// Sorts by the next eight bytes; what these do not tell apart is left to be done.
    [[nodiscard]] bool sortFurther(const AlikeTexts& alike, std::vector<AlikeTexts>& open)
    {
        const std::span<KeyedRow> rows = std::span(m_rows).subspan(alike.first, alike.end - alike.first);
        for (KeyedRow& each : rows)
            each.key = prefixAt(m_texts[each.row], alike.from);
        if (!sortByKey(rows, m_goesOn))
            return false;
        for (std::size_t first = alike.first; first < alike.end;) {
            std::size_t end = first;
            bool isLonger = false;
            for (; end < alike.end && m_rows[end].key == m_rows[first].key; ++end)
                isLonger = isLonger || m_texts[m_rows[end].row].size() > alike.from + kPrefix;
            m_isFirst[first] = true;
            if (isLonger && end - first > 1)
                open.push_back({first, end, alike.from + kPrefix});
            first = end;
        }
        return true;
    }

    const std::vector<std::string_view>& m_texts;
    const GoesOn& m_goesOn;
    std::vector<KeyedRow> m_rows; ///< of texts that are not empty
    std::vector<bool> m_isFirst;  ///< of those equal to it, by place
};

} // namespace

std::optional<std::vector<std::int64_t>> textRanks(const std::vector<std::string_view>& texts, const GoesOn& goesOn)
{
    return TextSorting(texts, goesOn).ranks();
}

} // namespace ochain
