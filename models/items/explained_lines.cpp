// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/explained_lines.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "items/explained_words.h"

#include <algorithm>
#include <string>

namespace ochain {

namespace {

using Line = ExplanationModel::Line;

class LineBuilder {
public:
    LineBuilder(const Chain& chain, Day knownAsOf, Day today) : m_chain(chain), m_knownAsOf(knownAsOf), m_today(today)
    {}

    void addParts(int above, const std::vector<Part>& parts)
    {
        for (const Part& part : parts) {
            const int line = add(above, Line::Part, std::string(partKindName(part.kind)) + ':' + keyOf(m_chain, part));
            m_lines.all[at(line)].part = &part;
            if (!isSaidTwice(part))
                addParts(line, part.parts);
            addInputs(line, part);
            addSourcesOf(line, part);
        }
    }
    void addSum() { add(-1, Line::Sum, "sum"); }
    void addUndisclosed(const std::vector<DealId>& deals)
    {
        if (deals.empty())
            return;
        const int above = add(-1, Line::Undisclosed, "undisclosed");
        for (const DealId deal : deals) {
            const RowRef row{Table::Deals, deal.value};
            const int line = add(above, Line::UndisclosedDeal, std::string(m_chain.key(row)));
            m_lines.all[at(line)].deal = deal;
            addSources(line, row);
        }
    }
    [[nodiscard]] ExplainedLines take() { return std::move(m_lines); }

private:
    static std::size_t at(int line) { return static_cast<std::size_t>(line); }

    int add(int above, Line kind, const std::string& key)
    {
        const int line = static_cast<int>(m_lines.all.size());
        std::vector<int>& beside = above < 0 ? m_lines.top : m_lines.all[at(above)].below;
        ExplainedLine next;
        next.kind = kind;
        next.above = above;
        next.row = static_cast<int>(beside.size());
        next.key = (above < 0 ? QString() : m_lines.all[at(above)].key) + QLatin1Char('/') + toQString(key);
        beside.push_back(line);
        m_lines.all.push_back(std::move(next));
        return line;
    }

    /// Of a deal that is one piece or one formula the sources stand under that, after its own; of one of several pieces
    /// in a line of their own, so that they do not stand between its pieces and the next deal.
    void addSourcesOf(int line, const Part& part)
    {
        if (hasRowBelow(part))
            return;
        const std::vector<int> below = m_lines.all[at(line)].below;
        const bool isOne =
            below.size() == 1 && part.kind == PartKind::Deal && m_lines.all[at(below.front())].kind == Line::Part;
        if (below.size() > 1 && part.kind == PartKind::Deal)
            gatherSources(line, rowOf(part));
        else
            addSources(isOne ? below.front() : line, rowOf(part));
    }

    /// Whether a piece below is of the same row, and has its sources.
    static bool hasRowBelow(const Part& part)
    {
        return !isSaidTwice(part) && std::any_of(part.parts.begin(), part.parts.end(), [&part](const Part& piece) {
            return piece.kind == PartKind::Piece && rowOf(piece) == rowOf(part);
        });
    }

    void addInputs(int above, const Part& part)
    {
        for (const FormulaInput& input : part.inputs) {
            const int line = add(above, Line::Input, "input:" + input.series);
            m_lines.all[at(line)].input = &input;
            for (const MetricId metric : input.metrics)
                addSources(line, {Table::Metrics, metric.value});
        }
    }

    [[nodiscard]] bool isCited(int above, const PartSource& source) const
    {
        const std::vector<int>& below = m_lines.all[at(above)].below;
        return std::any_of(below.begin(), below.end(), [&](int line) {
            const ExplainedLine& other = m_lines.all[at(line)];
            return other.kind == Line::Source && other.source.source == source.source &&
                   other.source.locator == source.locator;
        });
    }

    void gatherSources(int above, RowRef row)
    {
        if (m_chain.isAlive(row) && !sourcesOf(m_chain, row, m_knownAsOf, m_today).empty())
            addSources(add(above, Line::Sources, "sources"), row);
    }

    void addSources(int above, RowRef row)
    {
        if (!m_chain.isAlive(row))
            return;
        for (const PartSource& source : sourcesOf(m_chain, row, m_knownAsOf, m_today)) {
            if (isCited(above, source)) // by the phase and by its deal
                continue;
            const RowRef cited{Table::Sources, source.source.value};
            const int line = add(above, Line::Source,
                                 "source:" + std::string(m_chain.key(cited)) + ' ' + std::string(source.locator));
            m_lines.all[at(line)].source = source;
        }
    }

    const Chain& m_chain;
    Day m_knownAsOf;
    Day m_today;
    ExplainedLines m_lines;
};

} // namespace

ExplainedLines linesOf(const Chain& chain, const Explanation& told, Day knownAsOf, Day today)
{
    LineBuilder builder(chain, knownAsOf, today);
    builder.addParts(-1, told.parts);
    builder.addSum();
    builder.addUndisclosed(told.undisclosed);
    return builder.take();
}

QString ageWords(int days)
{
    constexpr int kDaysOfMonth = 30;
    constexpr int kDaysOfYear = 365;
    if (days <= 0)
        return ExplainedWords::tr("of today", "a source");
    if (days < 2 * kDaysOfMonth)
        return ExplainedWords::tr("%n days", "how old a source is", days);
    if (days < 2 * kDaysOfYear)
        return ExplainedWords::tr("%n months", "how old a source is", days / kDaysOfMonth);
    return ExplainedWords::tr("%n years", "how old a source is", days / kDaysOfYear);
}

QString sourceAside(const PartSource& source)
{
    QStringList words;
    if (source.saidBy != SaidBy::Unsaid)
        words << choiceLabel(fieldSpec(Table::Citations, citation_field::SaidBy),
                             kSaidByNames[static_cast<std::size_t>(source.saidBy)]);
    if (!source.locator.empty())
        words << visibleText(source.locator);
    if (source.ageDays)
        words << ageWords(*source.ageDays);
    return words.join(QStringLiteral(" · "));
}

QString basisWord(Basis basis)
{
    return choiceLabel(fieldSpec(Table::Deals, deal_field::Basis), kBasisNames[static_cast<std::size_t>(basis)]);
}

} // namespace ochain
