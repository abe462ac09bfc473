// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/filter_target.h"

#include "formats/format.h"
#include "fuzz/expect.h"
#include "items/filter_offer.h"
#include "items/filter_query.h"
#include "items/filter_signs.h"
#include "items/word_test.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace ochain::fuzz {

namespace {

/// One of each content.
const std::vector<FilterColumn>& allColumns()
{
    static const std::vector<FilterColumn> columns{
        {0, ColumnContent::Text, {QStringLiteral("Supplier"), QStringLiteral("供应方")}},
        {1, ColumnContent::Money, {QStringLiteral("Value"), QStringLiteral("金额")}},
        {2, ColumnContent::Capacity, {QStringLiteral("Capacity"), QStringLiteral("容量")}},
        {3, ColumnContent::Share, {QStringLiteral("Equity")}},
        {4, ColumnContent::Count, {QStringLiteral("Sources")}},
        {5, ColumnContent::Start, {QStringLiteral("Starts"), QStringLiteral("开始")}},
        {6, ColumnContent::End, {QStringLiteral("Ends")}},
        {7, ColumnContent::Text, {QStringLiteral("Part of")}},
        {kKeyColumn, ColumnContent::Text, {QStringLiteral("Key")}}};
    return columns;
}

void judge(const FilterTerm& term, const QString& text)
{
    if (term.test == FilterTerm::Test::Within || term.test == FilterTerm::Test::Missing) {
        expect(holdsFor(term, std::nullopt) == (term.test == FilterTerm::Test::Missing),
               "what has no value is in no span");
        return;
    }
    expect(!term.text.isEmpty(), "a word is not empty");
    const WordTest test(term.text, term.test == FilterTerm::Test::Equals);
    expect(test(term.text), "a word is found in itself");
    static_cast<void>(test(text));
    static_cast<void>(test(std::string_view(text.toStdString())));
}

/// A list never opens over what lies outside of the text.
void offerEverywhere(const QString& text)
{
    constexpr qsizetype kMostPlaces = 200;
    const auto values = [](int) { return QStringList{QStringLiteral("AMD"), QStringLiteral("The Users")}; };
    for (qsizetype cursor = 0; cursor <= std::min(text.size(), kMostPlaces); ++cursor)
        for (const bool isAskedFor : {false, true}) {
            const FilterOffer offer = filterOffer(text, cursor, allColumns(), values, isAskedFor);
            expect(0 <= offer.from && offer.from <= offer.to && offer.to <= text.size(), "an offer is for a place");
        }
}

} // namespace

void readFilterText(std::string_view input)
{
    const QString text = QString::fromUtf8(input.data(), static_cast<qsizetype>(input.size()));
    const FilterResult read = readFilter(text, allColumns());
    if (read) {
        for (const FilterTerm& term : read->terms)
            judge(term, text);
        const FilterResult again = readFilter(text + QLatin1Char(' '), allColumns());
        const bool isOpen = !again || again->terms != read->terms; // the blank is of a quotation
        expect(!isOpen || std::any_of(text.cbegin(), text.cend(), opensFilterQuote),
               "a blank behind it changes nothing");
    } else {
        const FilterProblem& problem = read.error();
        expect(problem.at >= 0 && problem.length > 0 && problem.at + problem.length <= text.size(),
               "a problem is somewhere in the text");
        expect(!sentenceText(problem.sentence).isEmpty(), "a problem is said");
    }
    offerEverywhere(text);
}

} // namespace ochain::fuzz
