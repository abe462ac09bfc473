// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QChar>

namespace ochain {

// The signs of the filter language, also as wide as Chinese has them.

[[nodiscard]] constexpr bool isFilterMinus(QChar sign) noexcept
{
    return sign == u'-' || sign == u'\uFF0D' || sign == u'\u2212';
}
[[nodiscard]] constexpr bool isFilterColon(QChar sign) noexcept
{
    return sign == u':' || sign == u'\uFF1A';
}
[[nodiscard]] constexpr bool isFilterEqual(QChar sign) noexcept
{
    return sign == u'=' || sign == u'\uFF1D';
}
[[nodiscard]] constexpr bool isFilterLess(QChar sign) noexcept
{
    return sign == u'<' || sign == u'\uFF1C';
}
[[nodiscard]] constexpr bool isFilterGreater(QChar sign) noexcept
{
    return sign == u'>' || sign == u'\uFF1E';
}
/// Whether a sign ends the name of a column.
[[nodiscard]] constexpr bool isFilterSign(QChar sign) noexcept
{
    return isFilterColon(sign) || isFilterEqual(sign) || isFilterLess(sign) || isFilterGreater(sign) || sign == u'≤' ||
           sign == u'≥';
}
[[nodiscard]] constexpr bool opensFilterQuote(QChar sign) noexcept
{
    return sign == u'"' || sign == u'“' || sign == u'”' || sign == u'\uFF02' || sign == u'「';
}
[[nodiscard]] constexpr bool closesFilterQuote(QChar opening, QChar sign) noexcept
{
    return opening == u'「' ? sign == u'」' : sign != u'「' && opensFilterQuote(sign);
}

} // namespace ochain
