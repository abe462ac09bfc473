// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_import.h"

#include "exchange/csv_form.h"
#include "exchange/csv_reader.h"

#include <string>
#include <utility>

namespace ochain {

namespace {

/// A CSV text as a table.
class CsvSource final : public TableSource {
public:
    /// @param text  must outlive it
    explicit CsvSource(const CsvText& text) : m_text(text) {}

    [[nodiscard]] const std::string& name() const noexcept override { return m_text.name; }
    [[nodiscard]] std::size_t size() const noexcept override { return m_text.text.size(); }
    [[nodiscard]] char separator() const noexcept override { return m_form.separator; }
    [[nodiscard]] std::optional<CsvFault> read(Table table, const Take& take) override
    {
        return readCsv(m_text.text, take,
                       [this, table](std::string_view utf8) { return m_form = csvFormOf(table, utf8); });
    }
    [[nodiscard]] Sentence placed(std::size_t line, std::optional<std::size_t> /*cell*/,
                                  std::string what) const override
    {
        return {QT_TRANSLATE_NOOP("Sentence", "{0}.csv, line {1}: {2}"),
                {m_text.name, std::to_string(line), std::move(what)}};
    }
    [[nodiscard]] std::string nameOfCell(std::size_t /*line*/, std::size_t /*cell*/) const override { return {}; }
    [[nodiscard]] Sentence withoutHeader() const override
    {
        return {
            QT_TRANSLATE_NOOP("Sentence", "the header row is missing; begin the file with the names of its columns"),
            {}};
    }

private:
    const CsvText& m_text;
    CsvForm m_form;
};

} // namespace

TableSources csvSources(const std::vector<CsvText>& texts)
{
    TableSources sources;
    sources.reserve(texts.size());
    for (const CsvText& text : texts)
        sources.push_back(std::make_unique<CsvSource>(text));
    return sources;
}

CsvImport importCsv(const Chain& chain, const std::vector<CsvText>& texts, bool replace, const Progress& progress,
                    const CsvCellReader& reader)
{
    return importTables(chain, csvSources(texts), replace, progress, reader);
}

} // namespace ochain
