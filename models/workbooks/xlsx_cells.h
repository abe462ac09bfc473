// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"
#include "workbooks/xlsx_formats.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>
#include <tl/expected.hpp>

namespace ochain {

/// The texts that the cells of a workbook share.
class SharedTexts {
public:
    void add(std::string_view text)
    {
        m_all += text;
        m_ends.push_back(m_all.size());
    }
    [[nodiscard]] std::size_t count() const noexcept { return m_ends.size(); }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_all.size(); }
    /// @param index  less than count()
    [[nodiscard]] std::string_view at(std::size_t index) const noexcept
    {
        const std::size_t from = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_all).substr(from, m_ends[index] - from);
    }

private:
    std::string m_all;
    std::vector<std::size_t> m_ends;
};

/// What the cells of a workbook are read by.
struct XlsxReading {
    SharedTexts texts;
    std::vector<NumberForm> forms; ///< by the number of a style
    bool countsFrom1904 = false;   ///< its days, as those of old Macintoshes
};

/// The text of a shared or inline text: that of its runs, whatever their looks; without what is there for
/// pronunciation.
[[nodiscard]] std::string textOfRuns(const pugi::xml_node& item);
/// A number as the CSV has it: the fewest digits that are read as the same number again, without an exponent unless it
/// is far from 1; by the form of its cell a date or a percentage.
[[nodiscard]] std::string textOfNumber(double number, const NumberForm& form, bool countsFrom1904);
/// What a cell holds, as the CSV would have it; of a formula what came out when it was last computed.
/// @return why it cannot be read: an error such as #N/A, no result, damaged
[[nodiscard]] tl::expected<std::string, Sentence> textOfCell(const pugi::xml_node& cell, const XlsxReading& reading);

} // namespace ochain
