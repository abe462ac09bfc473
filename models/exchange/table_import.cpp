// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/table_import.h"

#include "chain/edit_builder.h"
#include "chain/field_reader.h"
#include "chain/spreadsheet_guard.h"
#include "exchange/csv_header.h"
#include "exchange/row_places.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kMaxCsvProblems = 1000;
constexpr char kNoSeparator = '\0';

/// Reads the line ends within a cell, \r\n and \r, as those between the rows are read: as line feeds.
void readLineEnds(std::string& cell)
{
    for (std::size_t at = cell.find('\r'); at != std::string::npos; at = cell.find('\r', at))
        if (at + 1 < cell.size() && cell[at + 1] == '\n')
            cell.erase(at, 1);
        else
            cell[at] = '\n';
}

bool isBlank(const CsvRecord& record)
{
    return std::all_of(record.fields.begin(), record.fields.end(),
                       [](const std::string& cell) { return cell.find_first_not_of(" \t\r\n") == std::string::npos; });
}

/// Puts one edit together from tables and keeps what is wrong with them.
class Importer {
public:
    Importer(const Chain& chain, const TableSources& sources, const Progress& progress, const CsvCellReader& reader);

    void read(Table table, TableSource& source);
    void unknownTable(const std::string& name);
    /// Makes the chain equal to the tables: what they do not have is erased, what they have stands in their order.
    void replaceTheRest();
    [[nodiscard]] bool isCancelled() const noexcept { return m_isCancelled; }
    [[nodiscard]] CsvImport finish() &&;

private:
    using Seen = std::unordered_map<std::string, std::size_t>; ///< key to the place among the rows of the table

    void readHeader(const CsvRecord& record);
    void readRow(CsvRecord& record);
    [[nodiscard]] bool goesOn(const CsvRecord& record);
    [[nodiscard]] bool goesOn();
    [[nodiscard]] bool hasItsCells(CsvRecord& record);
    [[nodiscard]] bool fillUp(CsvRecord& record, std::size_t columns);
    void addNameless(const CsvRecord& record, std::size_t cell);
    [[nodiscard]] std::string_view nameOf(const CsvRecord& record) const;
    [[nodiscard]] bool hasWhatItMust(const CsvRecord& record, std::string_view key, bool isNew);
    [[nodiscard]] bool readCells(CsvRecord& record);
    [[nodiscard]] std::string addressOf(const CsvRecord& record) const;
    void putKeyed(const CsvRecord& record);
    void putJoined(const CsvRecord& record);
    [[nodiscard]] bool isFirst(std::string_view key, std::size_t line);
    template <class... Args>
    void report(Rule rule, std::string_view row, std::optional<Field> field, std::size_t line, const char* format,
                Args&&... args)
    {
        add(Problem{rule, m_table, std::string(row), field,
                    Sentence{format, {std::string(std::forward<Args>(args))...}}},
            line);
    }
    void eraseTheRest(const TableSpec& spec);
    void putInOrder(Edit& edit, Table table) const;
    /// @param cell  that it is about; without it that of its field
    void add(Problem problem, std::size_t line, std::optional<std::size_t> cell = {});
    void add(std::optional<Problem> problem, std::size_t line)
    {
        if (problem)
            add(std::move(*problem), line);
    }

    const Chain& m_chain;
    EditBuilder m_builder;
    Problems m_problems;
    std::array<Seen, kTableCount> m_seen;              ///< keys of the rows that the tables have
    std::array<TableSource*, kTableCount> m_sources{}; ///< of the tables that are there
    bool m_replaces = false;
    const Progress& m_progress;
    const CsvCellReader& m_reader;
    std::vector<CsvRead> m_reads;
    std::size_t m_bytes = 0;       ///< of all tables
    std::size_t m_bytesBefore = 0; ///< of those that have been read
    std::size_t m_records = 0;
    std::size_t m_toldAt = 0; ///< bytes when the progress was last told
    bool m_isCancelled = false;
    // of the table being read
    Table m_table = Table::Tiers;
    TableSource* m_source = nullptr;
    CsvHeader m_header;
    std::vector<std::pair<Field, std::string>> m_also; ///< of the row being read: fields without a column
    std::size_t m_keyAt = 0;                           ///< the column of the key
    bool m_hasHeader = false;
    bool m_isUsable = false;
};

Importer::Importer(const Chain& chain, const TableSources& sources, const Progress& progress,
                   const CsvCellReader& reader)
    : m_chain(chain), m_builder(chain), m_progress(progress), m_reader(reader),
      m_bytes(std::accumulate(sources.begin(), sources.end(), std::size_t(0),
                              [](std::size_t sum, const auto& source) { return sum + source->size(); }))
{}

void Importer::add(Problem problem, std::size_t line, std::optional<std::size_t> cell)
{
    if (m_problems.size() >= kMaxCsvProblems)
        return;
    constexpr std::size_t kLongest = 300; // of what a message quotes
    for (std::string& arg : problem.sentence.args)
        if (arg.size() > kLongest)
            arg = excerptOf(arg);
    if (problem.row.size() > kLongest)
        problem.row = excerptOf(problem.row);
    // The place goes into the sentence: a problem knows rows, but here the row may be what is wrong.
    if (!cell && problem.field && problem.table == m_table)
        cell = m_header.cellOf(*problem.field);
    problem.sentence = m_source->placed(line, cell, problem.sentence.text());
    m_problems.push_back(std::move(problem));
}

void Importer::unknownTable(const std::string& name)
{
    m_problems.push_back(
        {Rule::UnknownTable,
         Table::Tiers,
         {},
         std::nullopt,
         Sentence{QT_TRANSLATE_NOOP(
                      "Sentence", "there is no table “{0}”; tables are named as the CSV files, such as deals or nodes"),
                  {name}}});
}

void Importer::read(Table table, TableSource& source)
{
    if (m_isCancelled)
        return;
    m_table = table;
    m_source = &source;
    m_header = {};
    m_sources[static_cast<std::size_t>(table)] = &source;
    m_hasHeader = false;
    m_isUsable = false;
    const auto take = [this](CsvRecord& record) {
        if (isBlank(record)) // spreadsheets write rows that somebody has emptied
            return goesOn(record);
        if (!m_hasHeader)
            readHeader(record);
        else
            readRow(record);
        return m_isUsable && !m_isCancelled && m_problems.size() < kMaxCsvProblems;
    };
    const std::optional<CsvFault> fault = source.read(table, take);
    m_bytesBefore += source.size();
    if (fault)
        add(Problem{Rule::MalformedValue, m_table, {}, std::nullopt, fault->sentence}, fault->line, fault->cell);
    else if (!m_hasHeader && !m_isCancelled)
        add(Problem{Rule::UnknownField, m_table, {}, std::nullopt, source.withoutHeader()}, 1);
}

void Importer::readHeader(const CsvRecord& record)
{
    m_hasHeader = true;
    m_header = readCsvHeader(m_table, record.fields);
    for (CsvHeaderFault& fault : m_header.faults)
        add(Problem{Rule::UnknownField, m_table, {}, fault.field, std::move(fault.sentence)}, record.line);
    const auto key = std::find(m_header.columns.begin(), m_header.columns.end(), Field{0});
    m_keyAt = static_cast<std::size_t>(key - m_header.columns.begin());
    m_isUsable = m_header.faults.empty();
}

void Importer::readRow(CsvRecord& record)
{
    if (!goesOn(record) || !hasItsCells(record))
        return;
    for (std::string& cell : record.fields) {
        readLineEnds(cell);
        if (const std::string_view text = withoutSpreadsheetGuard(cell); text.size() < cell.size())
            cell.erase(0, cell.size() - text.size());
    }
    if (!readCells(record))
        return;
    if (tableSpec(m_table).isKeyed)
        putKeyed(record);
    else
        putJoined(record);
}

/// Puts figures and dates into the form of the CSV.
bool Importer::readCells(CsvRecord& record)
{
    m_also.clear();
    const CsvCells cells(m_chain, m_table, m_header, *m_source, m_reader);
    const std::string key = addressOf(record);
    std::vector<CsvCells::Refused> refused = cells.read(record, key, m_reads, m_also);
    for (CsvCells::Refused& each : refused)
        add(Problem{Rule::MalformedValue, m_table, key, each.field, std::move(each.sentence)}, record.line);
    return refused.empty();
}

/// The key of a row, joined from its cells if its table has no keys.
std::string Importer::addressOf(const CsvRecord& record) const
{
    if (tableSpec(m_table).isKeyed)
        return record.fields[m_keyAt];
    std::vector<std::pair<Field, std::string>> fields;
    for (std::size_t i = 0; i < m_header.columns.size(); ++i)
        fields.emplace_back(m_header.columns[i], record.fields[i]);
    return joinedKey(m_table, fields);
}

/// The same when all is read.
bool Importer::goesOn()
{
    constexpr std::size_t kRows = 1024;
    if (m_progress && ++m_records % kRows == 0 && !m_progress(1))
        m_isCancelled = true;
    return !m_isCancelled;
}

bool Importer::goesOn(const CsvRecord& record)
{
    constexpr std::size_t kRecords = 1024;
    constexpr std::size_t kBytes = std::size_t{1} << 20U; // records may be long
    const std::size_t readTo = m_bytesBefore + record.readTo;
    if (!m_progress || (++m_records % kRecords != 0 && readTo - m_toldAt < kBytes))
        return true;
    m_toldAt = readTo;
    // of UTF-16 more bytes may be read than there were
    m_isCancelled = !m_progress(
        std::min(1.0, static_cast<double>(readTo) / static_cast<double>(std::max(m_bytes, std::size_t(1)))));
    return !m_isCancelled;
}

void Importer::addNameless(const CsvRecord& record, std::size_t cell)
{
    add(Problem{Rule::UnknownField, m_table, std::string(nameOf(record)), std::nullopt,
                Sentence{QT_TRANSLATE_NOOP("Sentence",
                                           "“{0}” stands in column {1}, which has no name; give it the name of a "
                                           "column, or remove it"),
                         {record.fields[cell], std::to_string(cell + 1)}}},
        record.line, cell);
}

/// Gives a row that no separators end its empty cells. @return false: it has one too many, and that was said
bool Importer::fillUp(CsvRecord& record, std::size_t columns)
{
    for (std::size_t cell = columns; cell < record.fields.size(); ++cell)
        if (!record.fields[cell].empty()) {
            addNameless(record, cell);
            return false;
        }
    record.fields.resize(columns);
    return true;
}

bool Importer::hasItsCells(CsvRecord& record)
{
    const std::size_t columns = m_header.columns.size() + m_header.nameless.size();
    while (record.fields.size() > columns && record.fields.back().empty())
        record.fields.pop_back();
    if (m_source->separator() == kNoSeparator && !fillUp(record, columns))
        return false;
    if (record.fields.size() != columns) {
        report(
            Rule::MalformedValue, nameOf(record), std::nullopt, record.line,
            record.fields.size() > columns
                ? QT_TRANSLATE_NOOP("Sentence", "the row has {0} fields where the header has {1}; put texts with “{2}” "
                                                "in them in quotation marks")
                : QT_TRANSLATE_NOOP("Sentence", "the row has {0} fields where the header has {1}; write “{2}” for each "
                                                "one that is empty"),
            std::to_string(record.fields.size()), std::to_string(columns), std::string(1, m_source->separator()));
        return false;
    }
    for (auto cell = m_header.nameless.rbegin(); cell != m_header.nameless.rend(); ++cell) {
        if (!record.fields[*cell].empty()) {
            addNameless(record, *cell);
            return false;
        }
        record.fields.erase(record.fields.begin() + static_cast<std::ptrdiff_t>(*cell));
    }
    return true;
}

/// What to call a row that may be wrong in any way.
std::string_view Importer::nameOf(const CsvRecord& record) const
{
    const std::size_t at = tableSpec(m_table).isKeyed ? m_keyAt : 0;
    return at < record.fields.size() ? std::string_view(record.fields[at]) : std::string_view();
}

/// An empty cell clears, but not what every row must have; and a new row needs a column for it.
bool Importer::hasWhatItMust(const CsvRecord& record, std::string_view key, bool isNew)
{
    for (std::size_t i = 0; i < m_header.columns.size(); ++i)
        if (const FieldSpec& spec = fieldSpec(m_table, m_header.columns[i]);
            record.fields[i].empty() && spec.required) {
            report(Rule::Required, key, m_header.columns[i], record.line,
                   QT_TRANSLATE_NOOP("Sentence", "{0} is missing; it must be given"), spec.name);
            return false;
        }
    if (!isNew || m_header.requiredNotThere.empty())
        return true;
    report(Rule::Required, key, std::nullopt, record.line,
           QT_TRANSLATE_NOOP("Sentence",
                             "“{0}” is not in the chain, and a new row must have columns that the file does "
                             "not have: {1}; correct the name of the row, or add the columns"),
           key, m_header.requiredNotThere);
    return false;
}

bool Importer::isFirst(std::string_view key, std::size_t line)
{
    Seen& seen = m_seen[static_cast<std::size_t>(m_table)];
    if (seen.try_emplace(std::string(key), seen.size()).second)
        return true;
    report(Rule::DuplicateKey, key, std::nullopt, line,
           QT_TRANSLATE_NOOP("Sentence", "“{0}” is there twice; remove one or give it another key"), key);
    return false;
}

void Importer::putKeyed(const CsvRecord& record)
{
    const std::string& key = record.fields[m_keyAt];
    const bool isNew = m_chain.find(m_table, key) == kNoRow;
    if (!hasWhatItMust(record, key, isNew) || !isFirst(key, record.line))
        return;
    if (isNew)
        if (std::optional<Problem> problem = m_builder.add(m_table, key)) {
            add(std::move(problem), record.line);
            return;
        }
    for (std::size_t i = 0; i < m_header.columns.size(); ++i)
        if (i != m_keyAt)
            add(m_builder.set(m_table, key, m_header.columns[i], record.fields[i]), record.line);
    for (const auto& [field, text] : m_also)
        add(m_builder.set(m_table, key, field, text), record.line);
}

void Importer::putJoined(const CsvRecord& record)
{
    std::vector<std::pair<Field, std::string>> fields;
    for (std::size_t i = 0; i < m_header.columns.size(); ++i) {
        const Field field = m_header.columns[i];
        tl::expected<std::string, Problem> text = record.fields[i].empty()
                                                      ? tl::expected<std::string, Problem>(std::string())
                                                      : canonical(m_table, {}, field, record.fields[i]);
        if (!text) {
            add(std::move(text.error()), record.line);
            return;
        }
        fields.emplace_back(field, std::move(*text));
    }
    const std::string key = joinedKey(m_table, fields);
    const bool isNew = m_chain.find(m_table, key) == kNoRow;
    if (!hasWhatItMust(record, key, isNew) || !isFirst(key, record.line))
        return;
    if (isNew) {
        std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
        add(m_builder.addRow(m_table, fields), record.line);
        return;
    }
    const std::span<const Field> known = joinedKeyFields(m_table);
    for (const auto& [field, text] : fields)
        if (std::find(known.begin(), known.end(), field) == known.end())
            add(m_builder.set(m_table, key, field, text), record.line);
}

void Importer::replaceTheRest()
{
    m_replaces = true;
    m_header = {};
    // What refers goes before what is referred to.
    const std::span<const TableSpec> tables = allTables();
    for (auto spec = tables.rbegin(); spec != tables.rend(); ++spec) {
        m_table = spec->table;
        m_source = m_sources[static_cast<std::size_t>(m_table)];
        if (m_source != nullptr) // a table that is not there is left alone
            eraseTheRest(*spec);
    }
}

void Importer::eraseTheRest(const TableSpec& spec)
{
    const Seen& seen = m_seen[static_cast<std::size_t>(spec.table)];
    for (const std::uint32_t row : m_chain.inOrder(spec.table)) {
        if (!goesOn())
            return;
        // A row alone: what belongs to it may belong to another by what the tables say.
        const std::string key(m_chain.key({spec.table, row}));
        if (!seen.contains(key))
            add(m_builder.eraseAlone(spec.table, key), 0);
    }
}

CsvImport Importer::finish() &&
{
    CsvImport import;
    if (m_problems.empty() && !m_isCancelled) {
        import.edit = std::move(m_builder).build({}, {});
        if (m_replaces)
            for (const TableSpec& spec : allTables())
                putInOrder(import.edit, spec.table);
    }
    import.problems = std::move(m_problems);
    import.reads = std::move(m_reads);
    import.isCancelled = m_isCancelled;
    return import;
}

void Importer::putInOrder(Edit& edit, Table table) const
{
    const Seen& seen = m_seen[static_cast<std::size_t>(table)];
    std::vector<std::string_view> keys(seen.size());
    for (const auto& [key, place] : seen)
        keys[place] = key;
    putRowsInOrder(edit, m_chain, table, keys);
}

} // namespace

CsvImport importTables(const Chain& chain, const TableSources& sources, bool replace, const Progress& progress,
                       const CsvCellReader& reader)
{
    Importer importer(chain, sources, progress, reader);
    for (const auto& source : sources)
        if (!tableNamed(source->name()))
            importer.unknownTable(source->name());
    for (const TableSpec& spec : allTables())
        for (const auto& source : sources)
            if (source->name() == spec.name)
                importer.read(spec.table, *source);
    if (replace && !importer.isCancelled())
        importer.replaceTheRest();
    return std::move(importer).finish();
}

} // namespace ochain
