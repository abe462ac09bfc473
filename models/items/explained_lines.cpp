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
    LineBuilder(const ExplainedViews& views, Day today) : m_views(views), m_today(today) {}

    void addParts(int above, const std::vector<Part>& parts)
    {
        for (const Part& part : parts) {
            m_isEarlier = part.isEarlier;
            const int line = add(above, Line::Part, std::string(partKindName(part.kind)) + ':' + keyOf(chain(), part));
            m_lines.all[at(line)].part = &part;
            if (!isSaidTwice(part))
                addParts(line, part.parts);
            m_isEarlier = part.isEarlier;
            addInputs(line, part);
            addSourcesOf(line, part);
        }
    }
    void addSum()
    {
        m_isEarlier = false;
        add(-1, Line::Sum, "sum");
    }
    void addUndisclosed(const std::vector<DealId>& deals)
    {
        if (deals.empty())
            return;
        m_isEarlier = false;
        const int above = add(-1, Line::Undisclosed, "undisclosed");
        for (const DealId deal : deals) {
            const RowRef row{Table::Deals, deal.value};
            const int line = add(above, Line::UndisclosedDeal, std::string(chain().key(row)));
            m_lines.all[at(line)].deal = deal;
            addSources(line, row);
        }
    }
    [[nodiscard]] ExplainedLines take() { return std::move(m_lines); }

private:
    static std::size_t at(int line) { return static_cast<std::size_t>(line); }
    [[nodiscard]] const FigureView& view() const { return m_isEarlier ? m_views.against : m_views.value; }
    [[nodiscard]] const Chain& chain() const { return view().chain; }
    [[nodiscard]] std::vector<PartSource> sources(RowRef row) const
    {
        return sourcesOf(chain(), row, view().lens.knownAsOf, m_today);
    }

    int add(int above, Line kind, const std::string& key)
    {
        const int line = static_cast<int>(m_lines.all.size());
        std::vector<int>& beside = above < 0 ? m_lines.top : m_lines.all[at(above)].below;
        ExplainedLine next;
        next.kind = kind;
        next.above = above;
        next.isEarlier = m_isEarlier;
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
        if (chain().isAlive(row) && !sources(row).empty())
            addSources(add(above, Line::Sources, "sources"), row);
    }

    void addSources(int above, RowRef row)
    {
        if (!chain().isAlive(row))
            return;
        for (const PartSource& source : sources(row)) {
            if (isCited(above, source)) // by the phase and by its deal
                continue;
            const RowRef cited{Table::Sources, source.source.value};
            const int line = add(above, Line::Source,
                                 "source:" + std::string(chain().key(cited)) + ' ' + std::string(source.locator));
            m_lines.all[at(line)].source = source;
        }
    }

    const ExplainedViews& m_views;
    Day m_today;
    bool m_isEarlier = false; ///< the part under way is of the chain compared with
    ExplainedLines m_lines;
};

} // namespace

ExplainedLines linesOf(const ExplainedViews& views, const std::vector<Part>& parts,
                       const std::vector<DealId>& undisclosed, Day today)
{
    LineBuilder builder(views, today);
    builder.addParts(-1, parts);
    builder.addSum();
    builder.addUndisclosed(undisclosed);
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
