// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/cells.h"

#include "editing/field_names.h"
#include "editing/metric_text.h"
#include "editing/typed_text.h"
#include "language/punctuation.h"

#include <QDate>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace ochain {

namespace {

QVariant numberData(double value, const QString& unit, int role)
{
    const bool isAbsent = std::isnan(value);
    switch (role) {
    case Qt::DisplayRole:
        return metricCellText(value, unit);
    case Qt::ToolTipRole:
        return isAbsent ? QVariant()
                        : QStringLiteral("%1 %2").arg(metricTextInFull(value), visibleText(unit)).trimmed();
    case SortRole:
        return isAbsent ? QVariant() : value;
    case PlainRole:
        return metricTextInFull(value);
    case NumericRole:
        return true;
    case AbsentRole:
        return isAbsent;
    default:
        return {};
    }
}

QString namesOf(const Chain& chain, const FieldSpec& spec, const std::string& keys)
{
    QStringList names;
    const QStringList parts = toQString(keys).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& key : parts)
        names << nameOf(chain, RowRef{spec.target, chain.find(spec.target, key.toStdString())});
    return listOf(names);
}

QVariant givenOrAbsent(std::int64_t amount, bool isAbsent, Unit unit, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return isAbsent ? absentText() : amountText(amount, unit);
    case Qt::ToolTipRole:
        return isAbsent ? QVariant() : amountTextInFull(amount, unit);
    case Qt::EditRole:
        if (isAbsent)
            return QString();
        return unit == Unit::Capacity ? plainText(amount, unit) + QStringLiteral(" MW") : plainText(amount, unit);
    case SortRole:
        return isAbsent ? QVariant() : QVariant::fromValue<qlonglong>(amount);
    case PlainRole:
        return isAbsent ? QString() : plainText(amount, unit);
    case NumericRole:
        return true;
    case AbsentRole:
        return isAbsent;
    default:
        return {};
    }
}

} // namespace

Day today()
{
    const QDate date = QDate::currentDate();
    return dayNumber(date.year(), date.month(), date.day());
}

QString plainText(std::int64_t amount, Unit unit)
{
    const std::int64_t size = amount < 0 ? -amount : amount;
    std::string text;
    switch (unit) {
    case Unit::Money:
        text = formatUsd(Cents{size});
        break;
    case Unit::Capacity:
        text = formatMegawatts(Kilowatts{size});
        break;
    case Unit::Share:
        text = formatPercent(BasisPoints{static_cast<std::int32_t>(size)});
        break;
    case Unit::Count:
        text = std::to_string(size);
        break;
    }
    return (amount < 0 ? QStringLiteral("-") : QString()) + toQString(text);
}

QVariant figureData(const Figure& figure, Hidden hidden, Unit unit, int role)
{
    const bool isUnknown = figure.value == 0 && boundOf(hidden) != Bound::Exact;
    switch (role) {
    case Qt::DisplayRole:
        return boundedText(figure.value, hidden, unit);
    case Qt::ToolTipRole:
        return boundedTextInFull(figure.value, hidden, unit);
    case SortRole:
        return QVariant::fromValue<qlonglong>(figure.value);
    case PlainRole:
        return isUnknown ? QString() : plainText(figure.value, unit);
    case NumericRole:
        return true;
    case UndisclosedRole:
        return static_cast<int>(figure.undisclosed);
    case AbsentRole:
        return isUnknown;
    default:
        return {};
    }
}

QVariant figureData(const Figure& figure, Unit unit, int role)
{
    return figureData(figure, {figure.undisclosed, 0}, unit, role);
}

QVariant amountData(Cents amount, int role)
{
    return givenOrAbsent(amount.value, amount.isAbsent(), Unit::Money, role);
}

QVariant amountData(Kilowatts amount, int role)
{
    return givenOrAbsent(amount.value, amount.isAbsent(), Unit::Capacity, role);
}

QVariant amountData(BasisPoints amount, int role)
{
    return givenOrAbsent(amount.value, amount.isAbsent(), Unit::Share, role);
}

QVariant dateData(Date date, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return dateText(date);
    case Qt::EditRole:
    case PlainRole:
        return toQString(formatDate(date));
    case SortRole:
        return date.isSet() ? QVariant(firstDay(date)) : QVariant();
    case AbsentRole:
        return !date.isSet();
    default:
        return {};
    }
}

QVariant countData(std::int64_t count, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return countText(count);
    case SortRole:
        return QVariant::fromValue<qlonglong>(count);
    case PlainRole:
        return QString::number(count);
    case NumericRole:
        return true;
    default:
        return {};
    }
}

QVariant textData(const QString& text, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(text);
    case Qt::EditRole:
    case SortRole:
    case PlainRole:
        return text;
    default:
        return {};
    }
}

QVariant fieldData(const Chain& chain, RowRef row, Field field, int role)
{
    const FieldSpec& spec = fieldSpec(row.table, field);
    const std::string text = chain.value(row, field);
    switch (spec.type) {
    case FieldType::Date:
        return dateData(parseDate(text).value_or(Date{}), role);
    case FieldType::Usd:
        return amountData(parseUsd(text).value_or(Cents{}), role);
    case FieldType::Megawatts:
        return amountData(parseMegawatts(text).value_or(Kilowatts{}), role);
    case FieldType::Decimal: {
        const double value = text.empty() ? kNoNumber : parseDecimal(text).value_or(kNoNumber);
        if (role == Qt::EditRole)
            return shownText(chain, row, field);
        return numberData(value, unitOfRow(chain, row), role);
    }
    case FieldType::Weight:
        if (role == Qt::EditRole)
            return shownText(chain, row, field);
        return amountData(BasisPoints{parseInteger(text).value_or(0)}, role);
    case FieldType::Choice:
    case FieldType::Flag:
        return textData(choiceLabel(spec, text), role);
    case FieldType::Reference:
    case FieldType::References:
        return textData(namesOf(chain, spec, text), role);
    default:
        return textData(toQString(text), role);
    }
}

bool isNumeric(const FieldSpec& spec) noexcept
{
    switch (spec.type) {
    case FieldType::Usd:
    case FieldType::Megawatts:
    case FieldType::Percent:
    case FieldType::Weight:
    case FieldType::Decimal:
    case FieldType::Integer:
        return true;
    default:
        return false;
    }
}

ColumnContent contentOf(const FieldSpec& spec) noexcept
{
    switch (spec.type) {
    case FieldType::Usd:
        return ColumnContent::Money;
    case FieldType::Megawatts:
        return ColumnContent::Capacity;
    case FieldType::Percent:
    case FieldType::Weight:
        return ColumnContent::Share;
    case FieldType::Date:
        return spec.name == "ends" ? ColumnContent::End : ColumnContent::Start;
    case FieldType::Decimal:
    case FieldType::Integer:
        return ColumnContent::Count;
    default:
        return ColumnContent::Text;
    }
}

QVariant nothingData(int role)
{
    return role == Qt::DisplayRole || role == PlainRole ? QVariant(QString()) : QVariant();
}

bool containsWord(std::string_view text, std::string_view lowerWord) noexcept
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::search(text.begin(), text.end(), lowerWord.begin(), lowerWord.end(),
                       [&lower](char a, char b) { return lower(a) == b; }) != text.end();
}

} // namespace ochain
