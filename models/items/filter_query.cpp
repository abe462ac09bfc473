// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/filter_query.h"

#include "editing/field_names.h"
#include "items/filter_signs.h"
#include "items/filter_span.h"
#include "items/table_model.h"
#include "language/punctuation.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr int kMostWordsOfValue = 5; ///< "by the end of 2026"

/// What stands between a column and what it is held against.
enum class FilterSign : std::uint8_t { Has, Equal, Less, AtMost, Greater, AtLeast };

/// A part of the text, without its quotation marks.
struct TypedPiece {
    QString text{};
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isQuoted = false;
};

Sentence unknownColumn(const QString& name)
{
    return {QT_TRANSLATE_NOOP("Sentence",
                              "There is no column “{0}” in this table. The arrow key Down lists the columns; a text "
                              "with such a sign in it is found in quotation marks."),
            {name.toStdString()}};
}

Sentence noColumn(const QString& sign)
{
    return {QT_TRANSLATE_NOOP("Sentence",
                              "No column stands before “{0}”. Write one, as in value>1bn; a text with such a sign in "
                              "it is found in quotation marks."),
            {sign.toStdString()}};
}

Sentence noValue(const QString& soFar)
{
    return {QT_TRANSLATE_NOOP("Sentence", "Nothing follows “{0}”. Write what to look for in this column."),
            {soFar.toStdString()}};
}

Sentence notComparable(const QString& column)
{
    return {QT_TRANSLATE_NOOP("Sentence",
                              "“{0}” has neither amounts nor dates to compare. Look for a word in it with {0}:word."),
            {column.toStdString()}};
}

Sentence nothingToCompare(const QString& value, const QString& column)
{
    return {QT_TRANSLATE_NOOP("Sentence",
                              "“{0}” is nothing to compare with. Rows without a value are found with {1}:none."),
            {value.toStdString(), column.toStdString()}};
}

/// What values a sign lets through.
std::pair<std::int64_t, std::int64_t> boundsOf(FilterSign sign, const FilterSpan& span)
{
    switch (sign) {
    case FilterSign::Less:
        return {kLeast, span.first - 1};
    case FilterSign::AtMost:
        return {kLeast, span.last};
    case FilterSign::Greater:
        return {span.last + 1, kMost};
    case FilterSign::AtLeast:
        return {span.first, kMost};
    case FilterSign::Has:
    case FilterSign::Equal:
        break;
    }
    return {span.first, span.last};
}

class FilterReader {
public:
    FilterReader(const QString& text, const std::vector<FilterColumn>& columns) : m_text(text), m_columns(columns) {}

    FilterResult read()
    {
        while (skipSpaces() && !m_problem)
            readTerm();
        if (m_problem)
            return tl::unexpected<FilterProblem>(std::move(*m_problem));
        return FilterQuery{std::move(m_terms), clausesOf(m_readings)};
    }

private:
    /// @return whether anything follows
    bool skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        return m_at < m_text.size();
    }

    void readTerm()
    {
        const qsizetype begin = m_at;
        const bool isNegated = isFilterMinus(m_text[m_at]) && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace();
        m_at += isNegated ? 1 : 0;
        const TypedPiece name = piece(true);
        const std::optional<FilterSign> sign = signAhead();
        if (sign)
            return readCondition(begin, isNegated, name, *sign);
        if (!name.text.isEmpty())
            m_terms.push_back({.isNegated = isNegated, .text = name.text});
    }

    void readCondition(qsizetype begin, bool isNegated, const TypedPiece& name, FilterSign sign)
    {
        if (name.text.isEmpty())
            return fail(begin, m_at, noColumn(m_text.sliced(name.end, m_at - name.end).trimmed()));
        const FilterColumn* column = filterColumnNamed(m_columns, name.text);
        if (column == nullptr)
            return fail(name.begin, name.end, unknownColumn(name.text));
        const qsizetype signEnd = m_at;
        skipSpaces();
        const TypedPiece value = piece(false);
        if (value.text.trimmed().isEmpty())
            return fail(begin, signEnd, noValue(m_text.sliced(begin, signEnd - begin).trimmed()));
        FilterTerm term{.column = column->column, .isNegated = isNegated};
        if (column->content == ColumnContent::Text)
            readText(term, *column, sign, name, value);
        else
            readSpan(term, *column, sign, value);
    }

    void readText(FilterTerm term, const FilterColumn& column, FilterSign sign, const TypedPiece& name,
                  const TypedPiece& value)
    {
        if (sign != FilterSign::Has && sign != FilterSign::Equal)
            return fail(name.begin, value.end, notComparable(column.names.first()));
        term.test = sign == FilterSign::Has ? FilterTerm::Test::Contains : FilterTerm::Test::Equals;
        term.text = value.text;
        m_terms.push_back(std::move(term));
    }

    /// An amount or a date may go on in the next words: "2 GW", "Q3 2026".
    void readSpan(FilterTerm term, const FilterColumn& column, FilterSign sign, const TypedPiece& value)
    {
        std::vector<qsizetype> ends{value.end};
        for (int word = 1; !value.isQuoted && word < kMostWordsOfValue; ++word)
            if (const qsizetype end = plainWordEnd(ends.back()); end > 0)
                ends.push_back(end);
        const auto textTo = [&](qsizetype end) {
            return value.isQuoted ? value.text : m_text.sliced(value.begin, end - value.begin);
        };
        tl::expected<FilterSpan, Sentence> span;
        qsizetype end = value.end;
        do {
            end = ends.back();
            ends.pop_back();
            span = filterSpan(column.content, textTo(end));
        } while (!span && !ends.empty());
        if (!span)
            return fail(value.begin, value.end, std::move(span.error()));
        if (span->isMissing && sign != FilterSign::Has)
            return fail(value.begin, value.end, nothingToCompare(value.text, column.names.first()));
        m_at = end;
        term.test = span->isMissing ? FilterTerm::Test::Missing : FilterTerm::Test::Within;
        if (!span->isMissing)
            std::tie(term.least, term.most) = boundsOf(sign, *span);
        m_terms.push_back(std::move(term));
        if (!span->reading.isEmpty())
            m_readings << told(column.names.first(), span->reading);
    }

    /// Where a word ends that follows and is no condition of its own; -1 if none does.
    qsizetype plainWordEnd(qsizetype from)
    {
        const qsizetype here = std::exchange(m_at, from);
        qsizetype end = -1;
        if (skipSpaces() && !isFilterMinus(m_text[m_at]) && !opensFilterQuote(m_text[m_at])) {
            const TypedPiece word = piece(true);
            if (!word.text.isEmpty() && !signAhead())
                end = word.end;
        }
        m_at = here;
        return end;
    }

    /// What stands between quotation marks here, or runs up to a blank (or a sign, if it may be the name of a column).
    TypedPiece piece(bool endsAtSign)
    {
        TypedPiece found{.begin = m_at};
        const qsizetype size = m_text.size();
        if (m_at < size && opensFilterQuote(m_text[m_at])) {
            const QChar opening = m_text[m_at++];
            const qsizetype from = m_at;
            while (m_at < size && !closesFilterQuote(opening, m_text[m_at]))
                ++m_at;
            found.text = m_text.sliced(from, m_at - from);
            found.isQuoted = true;
            m_at += m_at < size ? 1 : 0;
        } else {
            while (m_at < size && !m_text[m_at].isSpace() && !(endsAtSign && isFilterSign(m_text[m_at])))
                ++m_at;
            found.text = m_text.sliced(found.begin, m_at - found.begin);
        }
        found.end = m_at;
        return found;
    }

    /// The sign that follows, behind blanks or not, is passed over; "value:>1" is ">".
    std::optional<FilterSign> signAhead()
    {
        const qsizetype here = m_at;
        skipSpaces();
        const std::optional<FilterSign> sign = signHere();
        if (!sign)
            m_at = here;
        if (sign != FilterSign::Has)
            return sign;
        const std::optional<FilterSign> closer = signHere();
        return closer ? closer : sign;
    }
    std::optional<FilterSign> signHere()
    {
        if (m_at >= m_text.size() || !isFilterSign(m_text[m_at]))
            return std::nullopt;
        const QChar sign = m_text[m_at++];
        if (isFilterColon(sign))
            return FilterSign::Has;
        if (isFilterEqual(sign))
            return FilterSign::Equal;
        const bool isLess = isFilterLess(sign) || sign == u'≤';
        bool isWithEnd = sign == u'≤' || sign == u'≥';
        if (!isWithEnd && m_at < m_text.size() && isFilterEqual(m_text[m_at])) {
            isWithEnd = true;
            ++m_at;
        }
        if (isLess)
            return isWithEnd ? FilterSign::AtMost : FilterSign::Less;
        return isWithEnd ? FilterSign::AtLeast : FilterSign::Greater;
    }

    void fail(qsizetype begin, qsizetype end, Sentence sentence)
    {
        m_problem = FilterProblem{begin, end - begin, std::move(sentence)};
    }

    const QString& m_text;
    const std::vector<FilterColumn>& m_columns;
    qsizetype m_at = 0;
    std::vector<FilterTerm> m_terms;
    QStringList m_readings;
    std::optional<FilterProblem> m_problem;
};

} // namespace

std::vector<FilterColumn> filterColumns(const QAbstractItemModel& model)
{
    std::vector<FilterColumn> columns;
    bool hasKey = false;
    for (int column = 0; column < model.columnCount(); ++column) {
        const auto said = [&](int role) { return model.headerData(column, Qt::Horizontal, role); };
        QStringList names = said(NamesRole).toStringList();
        const bool isKey = names.contains(QStringLiteral("Key"));
        hasKey = hasKey || isKey;
        names.prepend(said(Qt::DisplayRole).toString());
        columns.push_back(
            {isKey ? kKeyColumn : column, static_cast<ColumnContent>(said(ContentRole).toInt()), std::move(names)});
    }
    if (!hasKey)
        columns.push_back({kKeyColumn, ColumnContent::Text,
                           QStringList(fieldLabel(Table::Deals, deal_field::Key)) + titlesOf("Field", "Key")});
    return columns;
}

const FilterColumn* filterColumnNamed(const std::vector<FilterColumn>& columns, const QString& name)
{
    const QString folded = foldedColumnName(name);
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const FilterColumn& column) {
        return std::any_of(column.names.cbegin(), column.names.cend(),
                           [&](const QString& each) { return foldedColumnName(each) == folded; });
    });
    return found == columns.end() || folded.isEmpty() ? nullptr : &*found;
}

bool holdsFor(const FilterTerm& term, std::optional<std::int64_t> value) noexcept
{
    if (term.test == FilterTerm::Test::Missing)
        return !value;
    return value && term.least <= *value && *value <= term.most;
}

FilterResult readFilter(const QString& text, const std::vector<FilterColumn>& columns)
{
    return FilterReader(text, columns).read();
}

} // namespace ochain
