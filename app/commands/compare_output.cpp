// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/compare_output.h"

#include "commands/figure_cells.h"
#include "commands/rollup_output.h"
#include "formats/format.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include <fmt/format.h>

namespace ochain {

namespace {

class CompareJson final : public CompareOutput {
public:
    CompareJson(const Lenses& lenses, const RollupQuery& query)
    {
        fmt::print("{{\"a\": {}, \"b\": {}, \"rows\": [", lensJson(lenses.a, query), lensJson(lenses.b, query));
    }
    void add(const ComparedRow& row) override
    {
        const RollupRow& any = row.any(); // keys are plain letters and digits; nothing needs escaping
        fmt::print(
            "{}\n{{\"group\": \"{}\", \"measure\": \"{}\", \"layer\": \"{}\", \"period\": \"{}\", \"a\": {}, \"b\": {}, \"undisclosed_a\": {}, \"undisclosed_b\": {}}}",
            m_isFirst ? "" : ",", any.group, any.measure, any.layer, formatPeriod(any.period), row.figureA().value,
            row.figureB().value, row.figureA().undisclosed, row.figureB().undisclosed);
        m_isFirst = false;
    }
    void finish() override { fmt::print("\n]}}\n"); }

private:
    bool m_isFirst = true;
};

class CompareCsv final : public CompareOutput {
public:
    CompareCsv() { fmt::print("group,measure,layer,period,a,b,undisclosed_a,undisclosed_b\n"); }
    void add(const ComparedRow& row) override
    {
        const RollupRow& any = row.any();
        fmt::print("{},{},{},{},{},{},{},{}\n", any.group, any.measure, any.layer, formatPeriod(any.period),
                   row.figureA().value, row.figureB().value, row.figureA().undisclosed, row.figureB().undisclosed);
    }
    void finish() override {}
};

/// For people: a block a group, a line a row; figures as in the window, and how b differs from a.
class CompareTable final : public CompareOutput {
public:
    explicit CompareTable(bool withSame) : m_withSame(withSame) {}

    void add(const ComparedRow& row) override
    {
        if (!row.differs() && !m_withSame) {
            ++m_same;
            return;
        }
        if (row.any().group != m_group)
            flush();
        m_group = row.any().group;
        m_lines.push_back(
            {nameOfRow(row.any()), formatPeriod(row.any().period), cellOf(row.a), cellOf(row.b), differenceOf(row)});
    }
    void finish() override
    {
        flush();
        if (m_isEmpty && m_same == 0)
            fmt::print("no figures: nothing counts under either lens\n");
        else if (m_isEmpty)
            fmt::print("nothing differs: {} under both lenses; --all shows them\n",
                       m_same == 1 ? "the one figure is the same"
                                   : fmt::format("all {} figures are the same", countText(m_same).toStdString()));
        m_cells.printNote();
    }

private:
    static constexpr std::size_t kWords = 2; ///< columns of words; the others are of figures
    using Line = std::array<std::string, 5>;

    std::string cellOf(const RollupRow* row)
    {
        return row != nullptr ? m_cells.text(*row) : absentText().toStdString();
    }
    /// Where another layer binds there is nothing to take one from the other.
    static std::string differenceOf(const ComparedRow& row)
    {
        if (row.any().kind == Measure::Binding && (row.a == nullptr || row.b == nullptr))
            return absentText().toStdString();
        constexpr Wide kMost = std::numeric_limits<std::int64_t>::max(); // three digits are shown, which it leaves
        const auto shown = static_cast<std::int64_t>(std::clamp<Wide>(row.difference(), -kMost, kMost));
        return deltaText(shown, unitOf(row.any().kind)).toStdString();
    }
    void flush()
    {
        if (m_lines.empty())
            return;
        m_lines.insert(m_lines.begin(), {m_group, "", "a", "b", "b − a"});
        std::array<std::size_t, 5> widths{};
        for (const Line& line : m_lines)
            for (std::size_t column = 0; column < line.size(); ++column)
                widths[column] = std::max(widths[column], columnsOf(line[column]));
        fmt::print("{}", m_isEmpty ? "" : "\n");
        for (const Line& line : m_lines) {
            fmt::print("{:<{}}  {:<{}}", line[0], widths[0], line[1], widths[1]);
            for (std::size_t column = kWords; column < line.size(); ++column)
                printRight(line[column], widths[column]);
            fmt::print("\n");
        }
        m_isEmpty = false;
        m_lines.clear();
    }

    bool m_withSame;
    std::string m_group;
    std::vector<Line> m_lines; ///< of the group under way
    FigureCells m_cells;
    bool m_isEmpty = true;
    std::int64_t m_same = 0; ///< rows that were left out
};

} // namespace

std::unique_ptr<CompareOutput> CompareOutput::create(const std::string& format, const Lenses& lenses,
                                                     const RollupQuery& query, bool withSame)
{
    if (format == "json")
        return std::make_unique<CompareJson>(lenses, query);
    if (format == "csv")
        return std::make_unique<CompareCsv>();
    return std::make_unique<CompareTable>(withSame);
}

} // namespace ochain
