// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/filter_offer.h"

#include "editing/field_names.h"
#include "items/filter_signs.h"

#include <algorithm>

namespace ochain {

namespace {

constexpr qsizetype kLeastTyped = 2; ///< letters of a column before it is offered unasked
constexpr qsizetype kMostOffered = 24;

/// The condition that the cursor is in.
struct TermAtCursor {
    qsizetype begin = 0;
    qsizetype sign = -1;  ///< the first sign of it; -1 if there is none yet
    qsizetype value = -1; ///< behind the signs
};

TermAtCursor termAt(const QString& text, qsizetype cursor)
{
    TermAtCursor term;
    QChar quote;
    for (qsizetype at = 0; at < cursor; ++at) {
        const QChar sign = text[at];
        const bool isFirst = at == term.begin || at == term.value;
        if (!quote.isNull()) {
            quote = closesFilterQuote(quote, sign) ? QChar() : quote;
        } else if (isFirst && opensFilterQuote(sign)) {
            quote = sign;
        } else if (at == term.begin && isFilterMinus(sign)) {
            term.begin = at + 1;
        } else if (sign.isSpace()) {
            term = {at + 1, -1, -1};
        } else if (isFilterSign(sign) && (term.sign < 0 || at == term.value)) {
            term.sign = term.sign < 0 ? at : term.sign;
            term.value = at + 1;
        }
    }
    return term;
}

QString unquoted(QString text)
{
    if (!text.isEmpty() && opensFilterQuote(text.front()))
        text.remove(0, 1);
    if (!text.isEmpty() && closesFilterQuote(u'"', text.back()))
        text.chop(1);
    return text;
}

/// As it has to be typed to be one word.
QString quotedIfNeeded(const QString& text)
{
    const bool isPlain =
        !text.isEmpty() && !isFilterMinus(text.front()) && std::none_of(text.cbegin(), text.cend(), [](QChar sign) {
            return sign.isSpace() || isFilterSign(sign) || opensFilterQuote(sign) || sign == u'「';
        });
    return isPlain ? text : QLatin1Char('"') + text + QLatin1Char('"');
}

bool isAscii(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar letter) { return letter.unicode() < 128; });
}

QStringList columnsStarting(const std::vector<FilterColumn>& columns, const QString& typed)
{
    const QString folded = foldedColumnName(typed);
    QStringList texts;
    for (const FilterColumn& column : columns) {
        const bool isMeant = std::any_of(column.names.cbegin(), column.names.cend(), [&](const QString& name) {
            return foldedColumnName(name).startsWith(folded);
        });
        const QChar sign = column.content == ColumnContent::Text ? u':' : u'>';
        if (isMeant)
            texts << quotedIfNeeded(column.names.first()) + sign;
    }
    return texts;
}

QStringList valuesWith(const QStringList& values, const QString& typed)
{
    QStringList texts;
    for (const QString& value : values)
        if (!value.isEmpty() && value.contains(typed, Qt::CaseInsensitive) && value != typed)
            texts << quotedIfNeeded(value) + QLatin1Char(' ');
    return texts.size() > kMostOffered ? QStringList() : texts;
}

} // namespace

FilterOffer filterOffer(const QString& text, qsizetype cursor, const std::vector<FilterColumn>& columns,
                        const std::function<QStringList(int column)>& valuesOf, bool isAskedFor)
{
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    const TermAtCursor term = termAt(text, cursor);
    if (term.sign < 0) {
        const QString typed = unquoted(text.sliced(term.begin, cursor - term.begin));
        const bool isEnough = typed.size() >= kLeastTyped || (!typed.isEmpty() && !isAscii(typed));
        const QString folded = foldedColumnName(typed);
        if (!isAskedFor && (!isEnough || folded.isEmpty()))
            return {};
        return {term.begin, cursor, columnsStarting(columns, typed)};
    }
    const QString name = unquoted(text.sliced(term.begin, term.sign - term.begin));
    const FilterColumn* column = filterColumnNamed(columns, name);
    if (column == nullptr || column->content != ColumnContent::Text)
        return {};
    const QString typed = unquoted(text.sliced(term.value, cursor - term.value));
    return {term.value, cursor, valuesWith(valuesOf(column->column), typed)};
}

} // namespace ochain
