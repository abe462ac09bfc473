// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/analysis_options.h"

#include "commands/figure_cells.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/typed_values.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

void AnalysisOptions::addTo(CLI::App& command)
{
    command.add_option("FILE", m_file, "a chain file")->required();
    command.add_option("--at", m_at, "a period, such as 2028 or 2028Q3; total, unscheduled or later")
        ->check(notEmpty());
    m_lens.addTo(command);
    command.add_option("--format", m_format)->check(CLI::IsMember({"table", "csv", "json"}));
}

Result<AnalysedChain> AnalysisOptions::open()
{
    AnalysedChain analysed;
    Result<std::unique_ptr<Session>> session = openChain(m_file, Store::Access::ReadOnly);
    if (!session)
        return tl::unexpected(std::move(session.error()));
    analysed.session = std::move(*session);
    Result<Lens> lens = m_lens.lensFor(*analysed.session);
    if (!lens)
        return tl::unexpected(std::move(lens.error()));
    analysed.lens = *lens;
    if (!m_at.empty()) {
        Result<Period> period = readPeriodIn(analysed.session->chain().calendar(), "--at", m_at);
        if (!period)
            return tl::unexpected(std::move(period.error()));
        analysed.period = *period;
    }
    if (!analysed.session->compute(analysed.lens, goesOn))
        return failure(ErrorKind::Cancelled, "interrupted");
    analysed.snapshot = analysed.session->snapshot();
    return analysed;
}

AnalysisJson AnalysisOptions::lensWords(Period period) const
{
    AnalysisJson words{{"period", formatPeriod(period)}};
    words.update(m_lens.words());
    return words;
}

AnalysisJson notesJson(const std::vector<Sentence>& notes)
{
    AnalysisJson texts = AnalysisJson::array();
    for (const Sentence& note : notes)
        texts.push_back(note.text());
    return texts;
}

void printNotes(const std::vector<Sentence>& notes)
{
    for (const Sentence& note : notes)
        fmt::print("{}\n", note.text());
}

void printAnalysis(const AnalysisJson& object)
{
    const auto text = [](const AnalysisJson& value) {
        return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    const char* before = "{";
    for (const auto& [name, value] : object.items()) {
        fmt::print("{}\"{}\": ", before, name);
        before = ", ";
        const bool isRows = value.is_array() && !value.empty() && value.front().is_object();
        if (!isRows) {
            fmt::print("{}", text(value));
            continue;
        }
        const char* between = "[\n";
        for (const AnalysisJson& row : value) {
            fmt::print("{}{}", between, text(row));
            between = ",\n";
        }
        fmt::print("\n]");
    }
    fmt::print("}}\n");
}

void TextTable::print() const
{
    std::vector<std::size_t> widths(m_lines.front().size(), 0);
    for (const std::vector<std::string>& line : m_lines)
        for (std::size_t column = 0; column < line.size(); ++column)
            widths[column] = std::max(widths[column], columnsOf(line[column]));
    for (const std::vector<std::string>& line : m_lines) {
        for (std::size_t column = 0; column < line.size(); ++column) {
            const std::string gap(widths[column] - columnsOf(line[column]), ' ');
            if (column >= m_words)
                printRight(line[column], widths[column]);
            else
                fmt::print("{}{}{}", column == 0 ? "" : "  ", line[column], column + 1 < line.size() ? gap : "");
        }
        fmt::print("\n");
    }
}

} // namespace ochain
