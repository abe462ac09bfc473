// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/rollup_output.h"

#include "commands/figure_cells.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

using Json = nlohmann::ordered_json;

/// One object; the rows are written as they come, so that a million of them take no memory.
class JsonOutput final : public RollupOutput {
public:
    JsonOutput(const LensOptions& lens, const RollupQuery& query)
    {
        fmt::print("{{\"lens\": {}, \"rows\": [", lensJson(lens, query));
    }
    void add(const RollupRow& row) override
    {
        // Keys are plain letters and digits; nothing in a row needs escaping.
        fmt::print(
            "{}\n{{\"group\": \"{}\", \"measure\": \"{}\", \"layer\": \"{}\", \"period\": \"{}\", \"value\": {}, \"undisclosed\": {}}}",
            m_isFirst ? "" : ",", row.group, row.measure, row.layer, formatPeriod(row.period), row.figure.value,
            row.figure.undisclosed);
        m_isFirst = false;
    }
    void finish() override { fmt::print("\n]}}\n"); }

private:
    bool m_isFirst = true;
};

class CsvOutput final : public RollupOutput {
public:
    CsvOutput() { fmt::print("group,measure,layer,period,value,undisclosed\n"); }
    void add(const RollupRow& row) override
    {
        fmt::print("{},{},{},{},{},{}\n", row.group, row.measure, row.layer, formatPeriod(row.period), row.figure.value,
                   row.figure.undisclosed);
    }
    void finish() override {}
};

/// For people: a block a group, a line a measure, a column a period, figures as in the window.
class TableOutput final : public RollupOutput {
public:
    void add(const RollupRow& row) override
    {
        if (row.group != m_group) {
            flush();
            m_group = row.group;
        }
        const std::string name = nameOfRow(row);
        const std::string cell = m_cells.text(row);
        if (m_lines.empty() || m_lines.back().name != name)
            m_lines.push_back({name, {}});
        m_lines.back().cells[row.period] = cell;
        std::size_t& width = m_widths[row.period];
        width = std::max({width, columnsOf(cell), formatPeriod(row.period).size()});
    }
    void finish() override
    {
        flush();
        if (m_isEmpty)
            fmt::print("no figures: nothing counts under this lens\n");
        m_cells.printNote();
    }

private:
    struct Line {
        std::string name;
        std::map<Period, std::string> cells;
    };

    void flush()
    {
        if (m_lines.empty())
            return;
        std::size_t nameWidth = m_group.size();
        for (const Line& line : m_lines)
            nameWidth = std::max(nameWidth, line.name.size());
        fmt::print("{}{:<{}}", m_isEmpty ? "" : "\n", m_group, nameWidth);
        for (const auto& [period, width] : m_widths)
            printRight(formatPeriod(period), width);
        fmt::print("\n");
        for (const Line& line : m_lines) {
            fmt::print("{:<{}}", line.name, nameWidth);
            for (const auto& [period, width] : m_widths) {
                const auto cell = line.cells.find(period);
                printRight(cell == line.cells.end() ? "–" : cell->second, width);
            }
            fmt::print("\n");
        }
        m_isEmpty = false;
        m_lines.clear();
        m_widths.clear();
    }

    std::string m_group;
    std::vector<Line> m_lines;
    std::map<Period, std::size_t> m_widths;
    bool m_isEmpty = true;
    FigureCells m_cells;
};

} // namespace

std::string lensJson(const LensOptions& lens, const RollupQuery& query)
{
    const auto bound = [](const std::optional<Period>& period) {
        return period ? Json(formatPeriod(*period)) : Json(nullptr);
    };
    Json words{{"period", query.granularity == PeriodKind::Year ? "year" : "quarter"},
               {"from", bound(query.from)},
               {"to", bound(query.to)}};
    words.update(lens.words());
    return words.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::unique_ptr<RollupOutput> RollupOutput::create(const std::string& format, const LensOptions& lens,
                                                   const RollupQuery& query)
{
    if (format == "json")
        return std::make_unique<JsonOutput>(lens, query);
    if (format == "csv")
        return std::make_unique<CsvOutput>();
    return std::make_unique<TableOutput>();
}

} // namespace ochain
