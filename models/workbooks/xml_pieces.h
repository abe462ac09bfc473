// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ochain {

inline constexpr std::size_t kMaxXmlPiece = 8'000'000;  ///< bytes of one element that is handed on
inline constexpr std::size_t kMaxXmlMarkup = 1'000'000; ///< bytes of a tag or a comment

/// Cuts an XML text that comes in blocks into the elements of one name at one depth, so that of a text of any length no
/// more is held than one of them. What is between them is left out; what is in them is for a parser.
class XmlPieces {
public:
    /// @param name   of the elements, without the prefix of a namespace
    /// @param depth  at which they stand; that of the root is 1
    /// @param take   is given each element, from its first to its last tag; false ends the reading
    XmlPieces(std::string_view name, int depth, std::function<bool(std::string_view)> take)
        : m_name(name), m_depth(depth), m_take(std::move(take))
    {}

    /// Takes the next block in. @return what is wrong: no XML, a document type, too deep, too long
    [[nodiscard]] std::optional<Sentence> add(std::string_view block);
    /// Says that there are no more blocks.
    [[nodiscard]] std::optional<Sentence> finish() const;
    [[nodiscard]] bool goesOn() const noexcept { return m_goesOn; }

private:
    [[nodiscard]] std::size_t endOfMarkup() const noexcept;
    [[nodiscard]] std::optional<Sentence> takeMarkup(std::size_t end);
    [[nodiscard]] std::optional<Sentence> openElement(std::string_view tag, std::size_t end);
    void closeElement(std::size_t end);
    void forget();

    std::string m_name;
    int m_depth;
    std::function<bool(std::string_view)> m_take;
    std::string m_text;                   ///< from the element or markup on that is not complete yet
    std::size_t m_at = 0;                 ///< up to where it has been looked through
    std::optional<std::size_t> m_pieceAt; ///< where the element begins that is to be handed on
    int m_open = 0;                       ///< elements that are open
    bool m_hasRoot = false;
    bool m_goesOn = true;
};

} // namespace ochain
