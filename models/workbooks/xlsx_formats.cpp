// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/xlsx_formats.h"

#include "workbooks/xml_names.h"

#include <algorithm>
#include <unordered_map>

namespace ochain {

namespace {

constexpr NumberForm kDate{true, true, true, false, false};
constexpr NumberForm kTime{false, false, false, true, false};

char smallLetter(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The letters of a format that stand for something: without what is quoted, and of what is in brackets only elapsed
/// time. Only that of positive numbers is looked at.
std::string signsOf(std::string_view code)
{
    std::string signs;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char c = smallLetter(code[at]);
        if (c == '\\' || c == '_' || c == '*')
            ++at;
        else if (c == '"')
            at = std::min(code.find('"', at + 1), code.size() - 1);
        else if (c == '[') {
            const char unit = at + 1 < code.size() ? smallLetter(code[at + 1]) : ' ';
            const bool isElapsed = unit == 'h' || unit == 'm' || unit == 's';
            signs += isElapsed ? "h" : "";
            at = std::min(code.find(']', at), code.size() - 1);
        } else
            signs += c;
    }
    return signs;
}

/// Whether the m at a place stands for minutes: next to hours or seconds.
bool isMinutes(std::string_view signs, std::size_t at) noexcept
{
    constexpr std::string_view kUnits = "ymdhs";
    const std::size_t before = at == 0 ? std::string_view::npos : signs.find_last_of(kUnits, at - 1);
    const std::size_t after = signs.find_first_of(kUnits, std::min(signs.find_first_not_of('m', at), signs.size()));
    return (before != std::string_view::npos && (signs[before] == 'h' || signs[before] == 's')) ||
           (after != std::string_view::npos && signs[after] == 's');
}

} // namespace

NumberForm builtinForm(unsigned id) noexcept
{
    constexpr NumberForm kPercent{false, false, false, false, true};
    switch (id) {
    case 9:
    case 10:
        return kPercent;
    case 16: // d-mmm
        return {false, true, true, false, false};
    case 17: // mmm-yy
        return {true, true, false, false, false};
    case 22:
        return {true, true, true, true, false};
    default:
        break;
    }
    const auto isIn = [id](unsigned from, unsigned to) { return id >= from && id <= to; };
    if (isIn(18, 21) || isIn(32, 35) || isIn(45, 47))
        return kTime;
    return isIn(14, 15) || isIn(27, 31) || id == 36 || isIn(50, 58) ? kDate : NumberForm{};
}

NumberForm formOfCode(std::string_view code) noexcept
{
    NumberForm form;
    std::string signs = signsOf(code);
    if (signs.find("general") != std::string::npos || signs == "@")
        return form;
    if (const std::size_t halves = signs.find("am/pm"); halves != std::string::npos)
        signs.replace(halves, 5, "");
    for (std::size_t at = 0; at < signs.size(); ++at)
        switch (signs[at]) {
        case 'y':
            form.hasYear = true;
            break;
        case 'd':
            form.hasDay = true;
            break;
        case 'h':
        case 's':
            form.hasTime = true;
            break;
        case 'm': {
            (isMinutes(signs, at) ? form.hasTime : form.hasMonth) = true;
            at = std::min(signs.find_first_not_of('m', at), signs.size()) - 1;
            break;
        }
        case '%':
            form.isPercent = true;
            break;
        default:
            break;
        }
    return form;
}

std::optional<std::vector<NumberForm>> numberForms(const std::string& xml)
{
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size(), kXmlFlags))
        return std::nullopt;
    const pugi::xml_node root = childNamed(document, "styleSheet");
    std::unordered_map<unsigned, NumberForm> own;
    for (pugi::xml_node format = childNamed(root, "numFmts").first_child(); format; format = format.next_sibling())
        if (isNamed(format, "numFmt"))
            own[format.attribute("numFmtId").as_uint()] = formOfCode(format.attribute("formatCode").value());
    std::vector<NumberForm> forms;
    for (pugi::xml_node style = childNamed(root, "cellXfs").first_child(); style; style = style.next_sibling()) {
        if (!isNamed(style, "xf"))
            continue;
        const unsigned id = style.attribute("numFmtId").as_uint();
        const auto found = own.find(id);
        forms.push_back(found == own.end() ? builtinForm(id) : found->second);
    }
    return forms;
}

} // namespace ochain
