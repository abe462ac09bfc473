// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/field_names.h"

#include "document/names.h"
#include "language/language.h"
#include "language/punctuation.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

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
    Label{"commitment", QT_TRANSLATE_NOOP("Field", "Commitment")},
    Label{"boundary", QT_TRANSLATE_NOOP("Field", "Boundary")},
    Label{"to_it_bp", QT_TRANSLATE_NOOP("Field", "IT load")},
    Label{"locator", QT_TRANSLATE_NOOP("Field", "Place in the source")},
    Label{"said_by", QT_TRANSLATE_NOOP("Field", "Said by")},
    Label{"state", QT_TRANSLATE_NOOP("Field", "State")},
    Label{"rule", QT_TRANSLATE_NOOP("Field", "Note of the checks")},
    Label{"basis", QT_TRANSLATE_NOOP("Field", "Basis")},
    Label{"series", QT_TRANSLATE_NOOP("Field", "Series")},
    Label{"node", QT_TRANSLATE_NOOP("Field", "Party")},
    Label{"nodes", QT_TRANSLATE_NOOP("Field", "Parties")},
    Label{"unit", QT_TRANSLATE_NOOP("Field", "Unit")},
    Label{"as_of", QT_TRANSLATE_NOOP("Field", "For the day")},
    Label{"known", QT_TRANSLATE_NOOP("Field", "Known since")},
    Label{"value", QT_TRANSLATE_NOOP("Field", "Figure")},
    Label{"low", QT_TRANSLATE_NOOP("Field", "Low")},
    Label{"high", QT_TRANSLATE_NOOP("Field", "High")},
    Label{"date", QT_TRANSLATE_NOOP("Field", "Date")},
    Label{"title_en", QT_TRANSLATE_NOOP("Field", "Title (English)")},
    Label{"title_zh", QT_TRANSLATE_NOOP("Field", "Title (Chinese)")},
    Label{"publisher", QT_TRANSLATE_NOOP("Field", "Publisher")},
    Label{"title", QT_TRANSLATE_NOOP("Field", "Title")},
    Label{"url", QT_TRANSLATE_NOOP("Field", "Address")},
    Label{"published", QT_TRANSLATE_NOOP("Field", "Published")},
    Label{"weight_bp", QT_TRANSLATE_NOOP("Field", "Weight")},
    Label{"class", QT_TRANSLATE_NOOP("Field", "Class")},
    Label{"money", QT_TRANSLATE_NOOP("Field", "About money")},
    Label{"deal", QT_TRANSLATE_NOOP("Field", "Deal")},
    Label{"table", QT_TRANSLATE_NOOP("Field", "Table")},
    Label{"row_key", QT_TRANSLATE_NOOP("Field", "Row")},
    Label{"field", QT_TRANSLATE_NOOP("Field", "Field")},
    Label{"fields", QT_TRANSLATE_NOOP("Field", "Fields")},
    Label{"source", QT_TRANSLATE_NOOP("Field", "Source")},
    Label{"adopted", QT_TRANSLATE_NOOP("Field", "Adopted")},
    Label{"scenario", QT_TRANSLATE_NOOP("Field", "Scenario")},
};

constexpr std::array kChoices{
    Label{"reported", QT_TRANSLATE_NOOP("Choice", "reported")},
    Label{"estimated", QT_TRANSLATE_NOOP("Choice", "estimated")},
    Label{"derived", QT_TRANSLATE_NOOP("Choice", "derived")},
    Label{"assumed", QT_TRANSLATE_NOOP("Choice", "assumed")},
    Label{"", QT_TRANSLATE_NOOP("Choice", "as its kind")},
    Label{"deploy", QT_TRANSLATE_NOOP("Choice", "deployed bit by bit")},
    Label{"term", QT_TRANSLATE_NOOP("Choice", "stands for its term")},
    Label{"none", QT_TRANSLATE_NOOP("Choice", "no capacity")},
    Label{"trade", QT_TRANSLATE_NOOP("Choice", "trade")},
    Label{"capital", QT_TRANSLATE_NOOP("Choice", "capital")},
    Label{"control", QT_TRANSLATE_NOOP("Choice", "control")},
    Label{"contingent", QT_TRANSLATE_NOOP("Choice", "guarantee")},
    Label{"firm", QT_TRANSLATE_NOOP("Choice", "firm")},
    Label{"conditional", QT_TRANSLATE_NOOP("Choice", "conditional")},
    Label{"option", QT_TRANSLATE_NOOP("Choice", "option")},
    Label{"ceiling", QT_TRANSLATE_NOOP("Choice", "ceiling (“up to”)")},
    Label{"supplier", QT_TRANSLATE_NOOP("Choice", "the supplier")},
    Label{"customer", QT_TRANSLATE_NOOP("Choice", "the customer")},
    Label{"both", QT_TRANSLATE_NOOP("Choice", "both")},
    Label{"third", QT_TRANSLATE_NOOP("Choice", "a third party")},
    Label{"filing", QT_TRANSLATE_NOOP("Choice", "filing")},
    Label{"release", QT_TRANSLATE_NOOP("Choice", "release of a party")},
    Label{"regulator", QT_TRANSLATE_NOOP("Choice", "regulator")},
    Label{"press", QT_TRANSLATE_NOOP("Choice", "press")},
    Label{"analysis", QT_TRANSLATE_NOOP("Choice", "analysis")},
    Label{"aggregator", QT_TRANSLATE_NOOP("Choice", "aggregator")},
    Label{"social", QT_TRANSLATE_NOOP("Choice", "social media")},
    Label{"article", QT_TRANSLATE_NOOP("Choice", "article")},
    Label{"0", QT_TRANSLATE_NOOP("Choice", "no")},
    Label{"1", QT_TRANSLATE_NOOP("Choice", "yes")},
};
constexpr std::array<std::string_view, 2> kFlags{"0", "1"};

template <std::size_t N>
QString labelIn(const std::array<Label, N>& labels, const char* context, std::string_view name)
{
    const auto found =
        std::find_if(labels.begin(), labels.end(), [name](const Label& label) { return label.first == name; });
    return found == labels.end() ? toQString(name) : QCoreApplication::translate(context, found->second);
}

std::span<const std::string_view> valuesOf(const FieldSpec& spec)
{
    return spec.type == FieldType::Flag ? std::span<const std::string_view>(kFlags) : spec.choices;
}

} // namespace

QString fieldLabel(Table table, Field field)
{
    return labelIn(kLabels, "Field", fieldSpec(table, field).name);
}

const char* fieldTitle(Table table, Field field)
{
    const std::string_view name = fieldSpec(table, field).name;
    const auto* const found =
        std::find_if(kLabels.begin(), kLabels.end(), [name](const Label& label) { return label.first == name; });
    return found == kLabels.end() ? "" : found->second;
}

QString fieldLabels(Table table, const QString& names)
{
    QStringList labels;
    const QStringList parts = names.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const std::optional<Field> field = fieldNamed(table, part.trimmed().toStdString());
        labels << (field ? fieldLabel(table, *field) : visibleText(part));
    }
    return listOf(labels);
}

QString foldedColumnName(const QString& name)
{
    const QString plain = name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString folded;
    std::copy_if(plain.cbegin(), plain.cend(), std::back_inserter(folded),
                 [](QChar sign) { return sign.isLetterOrNumber() || sign.isSurrogate(); });
    return folded;
}

QString tableLabel(Table table)
{
    constexpr std::array<const char*, kTableCount> kTables{
        QT_TRANSLATE_NOOP("Table", "Tier"),          QT_TRANSLATE_NOOP("Table", "Node"),
        QT_TRANSLATE_NOOP("Table", "Kind of deal"),  QT_TRANSLATE_NOOP("Table", "Status"),
        QT_TRANSLATE_NOOP("Table", "Boundary"),      QT_TRANSLATE_NOOP("Table", "Deal"),
        QT_TRANSLATE_NOOP("Table", "Phase"),         QT_TRANSLATE_NOOP("Table", "Metric"),
        QT_TRANSLATE_NOOP("Table", "Event"),         QT_TRANSLATE_NOOP("Table", "Source"),
        QT_TRANSLATE_NOOP("Table", "Citation"),      QT_TRANSLATE_NOOP("Table", "Claim"),
        QT_TRANSLATE_NOOP("Table", "Scenario"),      QT_TRANSLATE_NOOP("Table", "Override"),
        QT_TRANSLATE_NOOP("Table", "Setting"),       QT_TRANSLATE_NOOP("Table", "View"),
        QT_TRANSLATE_NOOP("Table", "Dismissed note")};
    return QCoreApplication::translate("Table", kTables[static_cast<std::size_t>(table)]);
}

QString choiceLabel(const FieldSpec& spec, std::string_view value)
{
    const std::span<const std::string_view> values = valuesOf(spec);
    if (std::find(values.begin(), values.end(), value) == values.end())
        return toQString(value);
    // A deal has the profile of its kind where it has none; of all else nobody has said it.
    if (value.empty() && spec.name != "profile")
        return QCoreApplication::translate("Choice", "not said");
    return labelIn(kChoices, "Choice", value);
}

QStringList choiceNames(std::string_view value)
{
    static const Dictionary chinese(Language::Chinese);
    QStringList names{toQString(value)};
    for (const Label& label : kChoices)
        if (label.first == value)
            names << QString::fromUtf8(label.second) << chinese.translate("Choice", label.second);
    return names;
}

QList<std::pair<QString, QString>> choicesOf(const FieldSpec& spec)
{
    QList<std::pair<QString, QString>> choices;
    for (const std::string_view value : valuesOf(spec))
        choices.append({toQString(value), choiceLabel(spec, value)});
    return choices;
}

std::optional<std::string> choiceMeant(const FieldSpec& spec, const QString& text)
{
    const QString typed = text.trimmed();
    for (const std::string_view value : valuesOf(spec))
        if (typed.compare(toQString(value), Qt::CaseInsensitive) == 0 ||
            typed.compare(choiceLabel(spec, value), Qt::CaseInsensitive) == 0)
            return std::string(value);
    return std::nullopt;
}

} // namespace ochain
