// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/field_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace ochain {

namespace {

using Label = std::pair<std::string_view, const char*>;

constexpr std::array kLabels{
    Label{"key", QT_TRANSLATE_NOOP("Field", "Key")},
    Label{"parent", QT_TRANSLATE_NOOP("Field", "Inside")},
    Label{"ordinal", QT_TRANSLATE_NOOP("Field", "Order")},
    Label{"layer", QT_TRANSLATE_NOOP("Field", "Layer")},
    Label{"name_en", QT_TRANSLATE_NOOP("Field", "Name (English)")},
    Label{"name_zh", QT_TRANSLATE_NOOP("Field", "Name (Chinese)")},
    Label{"tier", QT_TRANSLATE_NOOP("Field", "Tier")},
    Label{"kind", QT_TRANSLATE_NOOP("Field", "Kind")},
    Label{"country", QT_TRANSLATE_NOOP("Field", "Country")},
    Label{"lat", QT_TRANSLATE_NOOP("Field", "Latitude")},
    Label{"lon", QT_TRANSLATE_NOOP("Field", "Longitude")},
    Label{"note_en", QT_TRANSLATE_NOOP("Field", "Note")},
    Label{"supplier", QT_TRANSLATE_NOOP("Field", "Supplier")},
    Label{"customer", QT_TRANSLATE_NOOP("Field", "Customer")},
    Label{"status", QT_TRANSLATE_NOOP("Field", "Status")},
    Label{"announced", QT_TRANSLATE_NOOP("Field", "Announced")},
    Label{"starts", QT_TRANSLATE_NOOP("Field", "Starts")},
    Label{"ends", QT_TRANSLATE_NOOP("Field", "Ends")},
    Label{"capacity_mw", QT_TRANSLATE_NOOP("Field", "Capacity")},
    Label{"value_usd", QT_TRANSLATE_NOOP("Field", "Value")},
    Label{"formula", QT_TRANSLATE_NOOP("Field", "Formula")},
    Label{"profile", QT_TRANSLATE_NOOP("Field", "Profile")},
    Label{"equity_pct", QT_TRANSLATE_NOOP("Field", "Equity")},
    Label{"part_of", QT_TRANSLATE_NOOP("Field", "Part of")},
    Label{"basis", QT_TRANSLATE_NOOP("Field", "Basis")},
    Label{"series", QT_TRANSLATE_NOOP("Field", "Series")},
    Label{"node", QT_TRANSLATE_NOOP("Field", "Party")},
    Label{"nodes", QT_TRANSLATE_NOOP("Field", "Parties")},
    Label{"unit", QT_TRANSLATE_NOOP("Field", "Unit")},
    Label{"as_of", QT_TRANSLATE_NOOP("Field", "For the day")},
    Label{"known", QT_TRANSLATE_NOOP("Field", "Known since")},
    Label{"value", QT_TRANSLATE_NOOP("Field", "Value")},
    Label{"low", QT_TRANSLATE_NOOP("Field", "Low")},
    Label{"high", QT_TRANSLATE_NOOP("Field", "High")},
    Label{"date", QT_TRANSLATE_NOOP("Field", "Date")},
    Label{"title_en", QT_TRANSLATE_NOOP("Field", "Title (English)")},
    Label{"title_zh", QT_TRANSLATE_NOOP("Field", "Title (Chinese)")},
    Label{"publisher", QT_TRANSLATE_NOOP("Field", "Publisher")},
    Label{"title", QT_TRANSLATE_NOOP("Field", "Title")},
    Label{"url", QT_TRANSLATE_NOOP("Field", "Address")},
    Label{"published", QT_TRANSLATE_NOOP("Field", "Published")},
};

} // namespace

QString fieldLabel(Table table, Field field)
{
    const std::string_view name = fieldSpec(table, field).name;
    const auto found =
        std::find_if(kLabels.begin(), kLabels.end(), [name](const Label& label) { return label.first == name; });
    return found == kLabels.end() ? QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
                                  : QCoreApplication::translate("Field", found->second);
}

} // namespace ochain
