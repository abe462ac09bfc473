// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include <pugixml.hpp>

namespace ochain {

// Some programs write the prefix of a namespace before every name of a workbook's XML, others none.

[[nodiscard]] inline std::string_view withoutPrefix(std::string_view name) noexcept
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

[[nodiscard]] inline bool isNamed(const pugi::xml_node& node, std::string_view name) noexcept
{
    return withoutPrefix(node.name()) == name;
}

/// The first child of a name; none if there is none.
[[nodiscard]] inline pugi::xml_node childNamed(const pugi::xml_node& node, std::string_view name) noexcept
{
    pugi::xml_node child = node.first_child();
    while (child && !isNamed(child, name))
        child = child.next_sibling();
    return child;
}

/// How the parts of a workbook are parsed: no entities but those of XML, blanks kept.
inline constexpr unsigned kXmlFlags = pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;

} // namespace ochain
