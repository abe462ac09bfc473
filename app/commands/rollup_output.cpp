// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/rollup_output.h"

#include "formats/format.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

/// One object; the rows are written as they come, so that a million of them take no memory.
class JsonOutput final : public RollupOutput {
public:
    JsonOutput(const LensOptions& lens, const RollupQuery& query)
    {
        const auto bound = [](const std::optional<Period>& period) {
            return period ? Json(formatPeriod(*period)) : Json(nullptr);
        };
        const Json words{{"period", query.granularity == PeriodKind::Year ? "year" : "quarter"},
                         {"from", bound(query.from)},
                         {"to", bound(query.to)},
                         {"basis", lens.basis()},
                         {"as_of", orNull(lens.asOf())},
                         {"assumed", lens.assumed()},
                         {"overlap", lens.overlap()},
                         {"commitment", lens.commitment()},
                         {"boundary", lens.boundary()},
                         {"scenario", orNull(lens.scenario())}};
        fmt::print("{{\"lens\": {}, \"rows\": [", dumped(words));
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
        const std::string name =
            row.layer.empty() ? std::string(row.measure) : fmt::format("{} {}", row.measure, row.layer);
        const Unit unit = row.isCount ? Unit::Count : row.isCapacity ? Unit::Capacity : Unit::Money;
        const std::string cell = cellText(row, unit);
        if (m_lines.empty() || m_lines.back().name != name)
            m_lines.push_back({name, {}});
        m_lines.back().cells[row.period] = cell;
        std::size_t& width = m_widths[row.period];
        width = std::max({width, widthOf(cell), formatPeriod(row.period).size()});
    }
    void finish() override
    {
        flush();
        if (m_isEmpty)
            fmt::print("no figures: nothing counts under this lens\n");
        if (m_hasUndisclosed)
            fmt::print("\n(n): so many more deals would move the figure, but have no disclosed amount{}\n",
                       m_hasOpen ? "; (a+b): a would raise it, b would lower it, and no bound holds" : "");
    }

private:
    struct Line {
        std::string name;
        std::map<Period, std::string> cells;
    };

    /// Columns that a text takes: characters, not bytes.
    static std::size_t widthOf(std::string_view text)
    {
        return static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    }
    /// "$1.5T"; "≥ $1.5T (3)" where three more deals would add to it but have no amount; "$1.5T (3+2)" where they pull
    /// to both sides.
    std::string cellText(const RollupRow& row, Unit unit)
    {
        const Hidden hidden = row.isCount ? Hidden{} : row.hidden;
        m_hasUndisclosed = m_hasUndisclosed || boundOf(hidden) != Bound::Exact;
        m_hasOpen = m_hasOpen || boundOf(hidden) == Bound::Open;
        if (row.figure.value == 0 && boundOf(hidden) == Bound::Exact)
            return amountText(0, unit).toStdString();
        return boundedText(row.figure.value, hidden, unit, HiddenStyle::Brackets).toStdString();
    }
    static void printRight(std::string_view text, std::size_t width)
    {
        fmt::print("  {}{}", std::string(width - std::min(width, widthOf(text)), ' '), text);
    }
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
    bool m_hasUndisclosed = false;
    bool m_hasOpen = false; ///< a figure that undisclosed deals could move either way
};

} // namespace

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
