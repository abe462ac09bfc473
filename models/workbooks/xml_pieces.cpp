// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/xml_pieces.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

constexpr int kMaxXmlDepth = 64;

/// The name in a tag, without the prefix of its namespace.
std::string_view nameInTag(std::string_view tag) noexcept
{
    tag.remove_prefix(std::min(std::size_t(1), tag.size()));
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    const std::size_t colon = tag.find(':');
    return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

Sentence broken()
{
    return {QT_TRANSLATE_NOOP("Sentence",
                              "the file is damaged here; open it in a spreadsheet program and save it as .xlsx "
                              "again"),
            {}};
}

/// The end of markup that a sign closes, or npos if that has not come yet.
std::size_t behind(std::string_view text, std::size_t from, std::string_view sign) noexcept
{
    const std::size_t at = text.find(sign, from);
    return at == std::string_view::npos ? at : at + sign.size();
}

/// The end of a tag: a > that does not stand in the value of an attribute.
std::size_t endOfTag(std::string_view text, std::size_t from) noexcept
{
    std::size_t at = text.find_first_of("\"'>", from);
    while (at != std::string_view::npos && text[at] != '>') {
        at = text.find(text[at], at + 1);
        if (at != std::string_view::npos)
            at = text.find_first_of("\"'>", at + 1);
    }
    return at == std::string_view::npos ? at : at + 1;
}

} // namespace

std::optional<Sentence> XmlPieces::add(std::string_view block)
{
    const bool isFirst = !m_hasRoot && m_text.empty();
    m_text.append(block);
    if (isFirst && (m_text.starts_with("\xFF\xFE") || m_text.starts_with("\xFE\xFF")))
        return broken(); // UTF-16, which no spreadsheet writes there
    while (m_goesOn) {
        m_at = std::min(m_text.find('<', m_at), m_text.size());
        if (m_at == m_text.size())
            break;
        const std::size_t end = endOfMarkup();
        if (end == std::string::npos && m_text.size() - m_at <= kMaxXmlMarkup)
            break;
        if (end == std::string::npos)
            return broken();
        if (std::optional<Sentence> fault = takeMarkup(end))
            return fault;
        m_at = end;
    }
    forget();
    if (m_pieceAt && m_text.size() > kMaxXmlPiece)
        return Sentence{
            QT_TRANSLATE_NOOP("Sentence",
                              "a row or a text has more than {0} bytes, the most that are read of one; shorten it"),
            {std::to_string(kMaxXmlPiece)}};
    return std::nullopt;
}

std::optional<Sentence> XmlPieces::finish() const
{
    const bool isWhole = m_hasRoot && m_open == 0 && m_at == m_text.size();
    return isWhole || !m_goesOn ? std::nullopt : std::optional(broken());
}

std::size_t XmlPieces::endOfMarkup() const noexcept
{
    constexpr std::string_view kComment = "<!--";
    constexpr std::string_view kCdata = "<![CDATA[";
    const std::string_view text = m_text;
    const std::string_view here = text.substr(m_at);
    if (here.starts_with("<?"))
        return behind(text, m_at, "?>");
    if (!here.starts_with("<!"))
        return endOfTag(text, m_at);
    if (here.starts_with(kComment))
        return behind(text, m_at + kComment.size(), "-->");
    if (here.starts_with(kCdata))
        return behind(text, m_at + kCdata.size(), "]]>");
    return here.size() < kCdata.size() ? std::string::npos : m_at + 2;
}

std::optional<Sentence> XmlPieces::takeMarkup(std::size_t end)
{
    const std::string_view markup = std::string_view(m_text).substr(m_at, end - m_at);
    if (markup == "<!")
        return Sentence{QT_TRANSLATE_NOOP("Sentence", "the file declares a type of document, as no spreadsheet program "
                                                      "does; open it in one and save it as .xlsx again"),
                        {}};
    if (markup.starts_with("<!") || markup.starts_with("<?"))
        return std::nullopt;
    if (!markup.starts_with("</"))
        return openElement(markup, end);
    if (m_open == 0)
        return broken();
    closeElement(end);
    return std::nullopt;
}

std::optional<Sentence> XmlPieces::openElement(std::string_view tag, std::size_t end)
{
    if (++m_open > kMaxXmlDepth || (m_open == 1 && m_hasRoot))
        return broken();
    m_hasRoot = true;
    if (m_open == m_depth && nameInTag(tag) == m_name)
        m_pieceAt = m_at;
    if (tag.ends_with("/>"))
        closeElement(end);
    return std::nullopt;
}

void XmlPieces::closeElement(std::size_t end)
{
    if (m_open-- != m_depth || !m_pieceAt)
        return;
    m_goesOn = m_take(std::string_view(m_text).substr(*m_pieceAt, end - *m_pieceAt));
    m_pieceAt.reset();
}

/// Drops what has been looked through and is not part of an element to be handed on.
void XmlPieces::forget()
{
    const std::size_t from = m_pieceAt.value_or(m_at);
    m_text.erase(0, from);
    m_at -= from;
    if (m_pieceAt)
        m_pieceAt = 0;
}

} // namespace ochain
