// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/typed_text.h"

#include "chain/edit_builder.h"
#include "document/names.h"
#include "editing/field_names.h"
#include "editing/fiscal_dates.h"
#include "editing/metric_text.h"
#include "editing/spoken_field.h"
#include "editing/value_text.h"
#include "formats/parse_date.h"
#include "formats/parse_input.h"
#include "language/language.h"
#include "language/punctuation.h"

#include <QCoreApplication>

#include <functional>

namespace ochain {

namespace {

bool isFigure(Table table, Field field)
{
    return table == Table::Metrics && fieldSpec(table, field).type == FieldType::Decimal;
}

/// @param utf8  the same name
bool isCalled(const Chain& chain, RowRef row, const QString& name, const std::string& utf8)
{
    const bool isAsShown = name.contains(QStringLiteral("⟨U+")); // typed or taken from the screen
    for (const Language each : {Language::English, Language::Chinese}) {
        const QString own = nameIn(each, chain, row);
        if (own.compare(name, Qt::CaseInsensitive) == 0 ||
            (isAsShown && visibleText(own).compare(name, Qt::CaseInsensitive) == 0))
            return true;
    }
    return row.table == Table::Sources && !name.isEmpty() && chain.text(chain.sources()[SourceId{row.row}].url) == utf8;
}

const char* nobodyCalled(Table table)
{
    switch (table) {
    case Table::Deals:
        return QT_TRANSLATE_NOOP("Sentence", "No deal is called \"{0}\". Choose one from the list.");
    case Table::Nodes:
        return QT_TRANSLATE_NOOP("Sentence", "Nobody in the chain is called \"{0}\". Choose from the list.");
    case Table::Tiers:
        return QT_TRANSLATE_NOOP("Sentence", "No tier is called \"{0}\". Choose one from the list.");
    case Table::DealKinds:
        return QT_TRANSLATE_NOOP("Sentence", "No kind of deal is called \"{0}\". Choose one from the list.");
    case Table::Statuses:
        return QT_TRANSLATE_NOOP("Sentence", "No status is called \"{0}\". Choose one from the list.");
    default:
        return QT_TRANSLATE_NOOP("Sentence", "Nothing there is called \"{0}\". Choose from the list.");
    }
}

ReadResult readReference(const Chain& chain, Table target, const QString& name)
{
    const std::vector<std::uint32_t> rows = rowsCalled(chain, target, name);
    if (rows.size() != 1)
        return tl::unexpected(notOneCalled(target, name, rows.size()));
    const RowRef ref{target, rows.front()};
    return Reading{std::string(chain.key(ref)), nameOf(chain, ref)};
}

ReadResult readReferences(const Chain& chain, Table target, const QString& text)
{
    Reading all;
    const QStringList names = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& name : names) {
        if (name.trimmed().isEmpty())
            continue;
        ReadResult one = readReference(chain, target, name.trimmed());
        if (!one)
            return one;
        all.canonical += (all.canonical.empty() ? "" : ";") + one->canonical;
    }
    return all;
}

ReadResult readChoice(Table table, Field field, const QString& text)
{
    if (std::optional<std::string> value = choiceMeant(fieldSpec(table, field), text))
        return Reading{std::move(*value), {}};
    if (text.trimmed().isEmpty())
        return Reading{};
    const bool isOneLetter = text.trimmed().size() == 1 && text.trimmed().front().unicode() < 128; // half a word
    if (fieldSpec(table, field).type == FieldType::Flag && !isOneLetter)
        if (ReadResult flag = readField(table, field, text))
            return flag;
    return tl::unexpected(
        Sentence{QT_TRANSLATE_NOOP("Sentence", "\"{0}\" is none of the choices. Choose one from the list."),
                 {text.trimmed().toStdString()}});
}

/// A date in the words of its row: one without a year is about the time when the row was announced.
ReadResult readDateBeside(const Chain& chain, Table table, Field field, const QString& text, const Beside& beside)
{
    const DateRole role = fieldSpec(table, field).name == "ends" ? DateRole::End : DateRole::Start;
    ReadResult reading = readField(table, field, text);
    if (reading || !beside)
        return reading;
    if (std::optional<Sentence> fiscal = fiscalRefusal(chain, table, beside, text, role))
        return tl::unexpected<Sentence>(std::move(*fiscal));
    if (fieldSpec(table, field).name == "announced")
        return reading; // it is what the others are near to
    const Date announced = parseDate(valueBeside(beside, table, "announced")).value_or(Date{});
    return announced.isSet() ? readDate(text, role, announced) : reading;
}

/// What reads as itself again, or else every digit: rounding must not lose any.
QString unlessRounded(const ReadResult& once, const QString& text,
                      const std::function<ReadResult(const QString&)>& read)
{
    if (!once || once->echo.isEmpty())
        return text;
    const ReadResult again = read(once->echo);
    return again && again->canonical == once->canonical ? once->echo : text;
}

} // namespace

std::vector<std::uint32_t> rowsCalled(const Chain& chain, Table table, const QString& text)
{
    const QString name = text.trimmed();
    const std::string utf8 = name.toStdString();
    if (const std::uint32_t row = chain.find(table, utf8); row != kNoRow)
        return {row};
    const std::uint32_t byKey = chain.find(table, name.toLower().toStdString()); // keys are in lower case
    std::vector<std::uint32_t> found;
    for (std::uint32_t row = 0; row < chain.slotCount(table); ++row) {
        const RowRef ref{table, row};
        if (chain.isAlive(ref) && (row == byKey || isCalled(chain, ref, name, utf8)))
            found.push_back(row);
    }
    return found;
}

std::optional<std::uint32_t> rowCalled(const Chain& chain, Table table, const QString& text)
{
    const std::vector<std::uint32_t> rows = rowsCalled(chain, table, text);
    return rows.size() == 1 ? std::optional(rows.front()) : std::nullopt;
}

Sentence notOneCalled(Table table, const QString& name, std::size_t howMany)
{
    if (howMany == 0)
        return {nobodyCalled(table), {name.toStdString()}};
    return {QT_TRANSLATE_NOOP("Sentence", "{1} rows are called \"{0}\". Choose one from the list, or type its key."),
            {name.toStdString(), std::to_string(howMany)}};
}

QString addressOf(const Chain& chain, RowRef row)
{
    QString name = nameOf(chain, row);
    return rowCalled(chain, row.table, name) == row.row ? name : toQString(chain.key(row));
}

QString unitOfRow(const Chain& chain, RowRef row)
{
    return row.table == Table::Metrics && chain.isAlive(row)
               ? toQString(chain.text(chain.metrics()[MetricId{row.row}].unit))
               : QString();
}

ReadResult readTyped(const Chain& chain, Table table, Field field, const QString& text, const Beside& beside)
{
    const FieldSpec& spec = fieldSpec(table, field);
    const auto readAlone = [&](const QString& amount) {
        return isFigure(table, field)
                   ? readMetric(amount, toQString(beside ? beside(metric_field::Unit) : std::string()))
                   : readField(table, field, amount);
    };
    if (isAmount(table, field))
        return readAmount(chain, table, field, text, beside, readAlone);
    switch (spec.type) {
    case FieldType::Reference:
        return text.trimmed().isEmpty() ? ReadResult(Reading{}) : readReference(chain, spec.target, text.trimmed());
    case FieldType::References:
        return readReferences(chain, spec.target, text);
    case FieldType::Choice:
    case FieldType::Flag:
        return readChoice(table, field, text);
    case FieldType::Date:
        return readDateBeside(chain, table, field, text, beside);
    default:
        return readAlone(text);
    }
}

QString filledText(Table table, const Reading& reading, const QString& unit)
{
    QStringList filled;
    for (const FilledField& each : reading.also) {
        const FieldSpec& spec = fieldSpec(table, each.field);
        const QString value = spec.type == FieldType::Choice ? choiceLabel(spec, each.canonical)
                                                             : valueText(table, each.field, each.canonical, unit);
        filled << told(fieldLabel(table, each.field), value);
    }
    return filled.isEmpty() ? QString() : QCoreApplication::translate("Format", "also fills in %1").arg(listOf(filled));
}

QString readingText(Table table, const QString& typed, const Reading& reading, const QString& unit)
{
    QStringList parts{readsAsText(typed, reading), filledText(table, reading, unit)};
    parts.removeAll(QString());
    return clausesOf(parts);
}

QString shownText(const Chain& chain, RowRef row, Field field)
{
    QString text = toQString(chain.value(row, field));
    const FieldSpec& spec = fieldSpec(row.table, field);
    if (text.isEmpty())
        return text;
    switch (spec.type) {
    case FieldType::Reference: {
        if (spec.target == Table::DealKinds || spec.target == Table::Statuses || spec.target == Table::Deals)
            return text;
        const std::uint32_t target = chain.find(spec.target, text.toStdString());
        return target == kNoRow ? text : nameOf(chain, RowRef{spec.target, target});
    }
    case FieldType::Usd:
    case FieldType::Megawatts:
    case FieldType::Percent:
    case FieldType::Decimal: {
        const Beside beside = besideIn(chain, row);
        const auto read = [&](const QString& typed) { return readTyped(chain, row.table, field, typed, beside); };
        return unlessRounded(read(text), text, read);
    }
    case FieldType::Weight: {
        const auto read = [&](const QString& typed) { return readField(row.table, field, typed); };
        const ReadResult once = Reading{text.toStdString(), shareText(BasisPoints{text.toInt()})};
        return unlessRounded(once, text, read);
    }
    default:
        return text;
    }
}

QStringList valuesInUse(const Chain& chain, Table table, Field field)
{
    QStringList values;
    for (std::uint32_t row = 0; row < chain.slotCount(table); ++row)
        if (chain.isAlive({table, row}))
            values << toQString(chain.value({table, row}, field));
    values.removeAll(QString());
    values.sort();
    values.removeDuplicates();
    return values;
}

} // namespace ochain
