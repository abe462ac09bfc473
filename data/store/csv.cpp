// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/csv.h"

#include "chain/edit_builder.h"
#include "store/csv_reader.h"
#include "store/safe_file.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxCsvProblems = 1000;

/// Reads the line ends within a field as those of other systems are read: as line feeds.
void dropCarriageReturns(std::string& field)
{
    for (std::size_t at = field.find("\r\n"); at != std::string::npos; at = field.find("\r\n", at))
        field.erase(at, 1);
}

/// Puts one edit together from CSV texts and keeps what is wrong with them.
class Importer {
public:
    explicit Importer(const Chain& chain) : m_chain(chain), m_builder(chain) {}

    void read(Table table, std::string_view text);
    void unknownFile(const std::string& name);
    /// Makes the chain equal to the texts: what they do not have is erased, what they have stands in their order.
    void replaceTheRest();
    [[nodiscard]] CsvImport finish() &&;

private:
    using Seen = std::unordered_map<std::string, std::size_t>; ///< key to the place among the rows of the text

    void readHeader(const CsvRecord& record);
    void readRow(CsvRecord& record);
    void putKeyed(const CsvRecord& record);
    void putJoined(const CsvRecord& record);
    [[nodiscard]] bool isNew(std::string_view key, std::size_t line);
    template <class... Args>
    void report(Rule rule, std::string_view row, std::optional<Field> field, std::size_t line, const char* format,
                Args&&... args)
    {
        add(Problem{rule, m_table, std::string(row), field,
                    Sentence{format, {std::string(std::forward<Args>(args))...}}},
            line);
    }
    void missing(const TableSpec& spec);
    void eraseTheRest(const TableSpec& spec);
    void putInOrder(Edit& edit, Table table);
    void add(Problem problem, std::size_t line);
    void add(std::optional<Problem> problem, std::size_t line)
    {
        if (problem)
            add(std::move(*problem), line);
    }

    const Chain& m_chain;
    EditBuilder m_builder;
    Problems m_problems;
    std::array<Seen, kTableCount> m_seen; ///< keys of the rows that the texts have
    std::array<bool, kTableCount> m_isThere{};
    bool m_replaces = false;
    // of the text being read
    Table m_table = Table::Tiers;
    std::vector<Field> m_columns;
    bool m_hasHeader = false;
    bool m_isUsable = false;
};

void Importer::add(Problem problem, std::size_t line)
{
    if (m_problems.size() >= kMaxCsvProblems)
        return;
    // The place goes into the sentence: a problem knows rows, but here the row may be what is wrong.
    problem.sentence = Sentence{QT_TRANSLATE_NOOP("Sentence", "{0}.csv, line {1}: {2}"),
                                {std::string(tableSpec(m_table).name), std::to_string(line), problem.sentence.text()}};
    m_problems.push_back(std::move(problem));
}

void Importer::unknownFile(const std::string& name)
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

void Importer::read(Table table, std::string_view text)
{
    m_table = table;
    m_isThere[static_cast<std::size_t>(table)] = true;
    m_hasHeader = false;
    m_isUsable = false;
    const std::optional<CsvFault> fault = readCsv(text, [this](CsvRecord& record) {
        if (!m_hasHeader)
            readHeader(record);
        else if (m_isUsable)
            readRow(record);
    });
    if (fault)
        add(Problem{Rule::MalformedValue, m_table, {}, std::nullopt, fault->sentence}, fault->line);
    else if (!m_hasHeader)
        report(
            Rule::UnknownField, {}, std::nullopt, 1,
            QT_TRANSLATE_NOOP("Sentence", "the header row is missing; begin the file with the names of its columns"));
}

void Importer::readHeader(const CsvRecord& record)
{
    m_hasHeader = true;
    m_columns.clear();
    const std::span<const FieldSpec> fields = tableSpec(m_table).fields;
    std::vector<bool> isThere(fields.size(), false);
    bool isFine = true;
    for (const std::string& name : record.fields) {
        const std::optional<Field> field = fieldNamed(m_table, name);
        if (!field) {
            report(Rule::UnknownField, {}, std::nullopt, record.line,
                   QT_TRANSLATE_NOOP("Sentence", "there is no column “{0}”; correct its name or remove it"), name);
            isFine = false;
        } else if (isThere[*field]) {
            report(Rule::UnknownField, {}, *field, record.line,
                   QT_TRANSLATE_NOOP("Sentence", "the column “{0}” is there twice; remove one"), name);
            isFine = false;
        } else
            isThere[*field] = true;
        m_columns.push_back(field.value_or(0));
    }
    std::string missing;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!isThere[i])
            missing.append(missing.empty() ? "" : ", ").append(fields[i].name);
    if (!missing.empty()) {
        report(Rule::UnknownField, {}, std::nullopt, record.line,
               QT_TRANSLATE_NOOP("Sentence", "columns are missing: {0}; add them, empty if need be"), missing);
        isFine = false;
    }
    m_isUsable = isFine;
}

void Importer::readRow(CsvRecord& record)
{
    if (record.fields.size() != m_columns.size()) {
        report(Rule::MalformedValue, record.fields.empty() ? std::string() : record.fields.front(), std::nullopt,
               record.line,
               QT_TRANSLATE_NOOP(
                   "Sentence",
                   "the row has {0} fields where the header has {1}; put texts with commas in quotation marks"),
               std::to_string(record.fields.size()), std::to_string(m_columns.size()));
        return;
    }
    for (std::string& field : record.fields)
        dropCarriageReturns(field);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (record.fields[i].empty() && fieldSpec(m_table, m_columns[i]).required) {
            report(Rule::Required, record.fields.front(), m_columns[i], record.line,
                   QT_TRANSLATE_NOOP("Sentence", "{0} is missing; it must be given"),
                   fieldSpec(m_table, m_columns[i]).name);
            return;
        }
    if (tableSpec(m_table).isKeyed)
        putKeyed(record);
    else
        putJoined(record);
}

bool Importer::isNew(std::string_view key, std::size_t line)
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
    const auto keyAt =
        static_cast<std::size_t>(std::find(m_columns.begin(), m_columns.end(), Field{0}) - m_columns.begin());
    const std::string& key = record.fields[keyAt];
    if (!isNew(key, record.line))
        return;
    if (m_chain.find(m_table, key) == kNoRow)
        if (std::optional<Problem> problem = m_builder.add(m_table, key)) {
            add(std::move(problem), record.line);
            return;
        }
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (i != keyAt)
            add(m_builder.set(m_table, key, m_columns[i], record.fields[i]), record.line);
}

void Importer::putJoined(const CsvRecord& record)
{
    std::vector<std::pair<Field, std::string>> fields;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        tl::expected<std::string, Problem> text = canonical(m_table, {}, m_columns[i], record.fields[i]);
        if (!text) {
            add(std::move(text.error()), record.line);
            return;
        }
        fields.emplace_back(m_columns[i], std::move(*text));
    }
    const std::string key = joinedKey(m_table, fields);
    if (!isNew(key, record.line))
        return;
    if (m_chain.find(m_table, key) == kNoRow) {
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
    // What refers goes before what is referred to.
    const std::span<const TableSpec> tables = allTables();
    for (auto spec = tables.rbegin(); spec != tables.rend(); ++spec) {
        m_table = spec->table;
        if (!m_isThere[static_cast<std::size_t>(m_table)])
            missing(*spec);
        else
            eraseTheRest(*spec);
    }
}

void Importer::missing(const TableSpec& spec)
{
    if (m_chain.size(spec.table) == 0)
        return;
    m_problems.push_back(
        {Rule::UnknownTable,
         spec.table,
         {},
         std::nullopt,
         Sentence{
             QT_TRANSLATE_NOOP(
                 "Sentence",
                 "the folder has no {0}.csv, but the chain has {1} rows of them; add the file, or one with nothing but the header row to erase them"),
             {std::string(spec.name), std::to_string(m_chain.size(spec.table))}}});
}

void Importer::eraseTheRest(const TableSpec& spec)
{
    const Seen& seen = m_seen[static_cast<std::size_t>(spec.table)];
    for (const std::uint32_t row : m_chain.inOrder(spec.table)) {
        // A row alone: what belongs to it may belong to another by what the texts say.
        const std::string key(m_chain.key({spec.table, row}));
        if (!seen.contains(key))
            add(m_builder.eraseAlone(spec.table, key), 0);
    }
}

CsvImport Importer::finish() &&
{
    CsvImport import;
    if (m_problems.empty()) {
        import.edit = std::move(m_builder).build({}, {});
        if (m_replaces)
            for (const TableSpec& spec : allTables())
                putInOrder(import.edit, spec.table);
    }
    import.problems = std::move(m_problems);
    return import;
}

/// Numbers in rising order for rows that have these: either each row that stands before its turn gets the next number
/// free behind the row before it, or the numbers there are, are dealt out anew; whichever moves fewer rows. The first
/// is better where rows came in between, the second where rows changed places.
std::vector<std::int64_t> placesOf(const std::vector<std::int64_t>& numbers)
{
    std::vector<std::int64_t> dealt = numbers;
    std::sort(dealt.begin(), dealt.end());
    std::vector<std::int64_t> pushed;
    pushed.reserve(numbers.size());
    std::int64_t previous = 0;
    for (const std::int64_t number : numbers)
        pushed.push_back(previous = std::max(number, previous + 1));
    const auto moved = [&numbers](const std::vector<std::int64_t>& places) {
        return std::inner_product(places.begin(), places.end(), numbers.begin(), std::size_t(0), std::plus<>(),
                                  [](std::int64_t a, std::int64_t b) { return a != b ? std::size_t(1) : 0U; });
    };
    return moved(dealt) < moved(pushed) ? dealt : pushed;
}

/// Rows stand in the order of their numbers, see placesOf(). New rows have numbers behind all others until then, so
/// that nothing is in the way of what the edit erases, nor when it is turned round.
void Importer::putInOrder(Edit& edit, Table table)
{
    const Seen& seen = m_seen[static_cast<std::size_t>(table)];
    struct Row {
        std::string_view key;
        std::int64_t number = 0;
    };
    std::vector<Row> rows(seen.size());
    for (const auto& [key, place] : seen)
        rows[place].key = key;
    const std::vector<std::uint32_t> before = m_chain.inOrder(table);
    std::int64_t last = before.empty() ? 0 : m_chain.rowid({table, before.back()});
    std::vector<RowChange*> inserts(rows.size());
    for (RowChange& change : edit.changes)
        if (change.table == table && change.op == Op::Insert)
            inserts[seen.at(change.key)] = &change;
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].number = inserts[i] != nullptr ? ++last : m_chain.rowid({table, m_chain.find(table, rows[i].key)});
    const auto isBefore = [](const Row& a, const Row& b) { return a.number < b.number; };
    if (std::is_sorted(rows.begin(), rows.end(), isBefore))
        return; // the new ones get their numbers when the edit is made
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (inserts[i] != nullptr)
            inserts[i]->rowid = rows[i].number;
    std::vector<std::int64_t> numbers;
    numbers.reserve(rows.size());
    for (const Row& row : rows)
        numbers.push_back(row.number);
    std::vector<RowChange> moves;
    const std::vector<std::int64_t> places = placesOf(numbers);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (places[i] != rows[i].number)
            moves.push_back({table, Op::Update, std::string(rows[i].key), rows[i].number, {}, places[i]});
    edit.changes.insert(edit.changes.end(), std::make_move_iterator(moves.begin()),
                        std::make_move_iterator(moves.end()));
}

} // namespace

CsvImport importCsv(const Chain& chain, const std::vector<CsvText>& texts, bool replace)
{
    Importer importer(chain);
    for (const CsvText& text : texts)
        if (!tableNamed(text.name))
            importer.unknownFile(text.name);
    for (const TableSpec& spec : allTables())
        for (const CsvText& text : texts)
            if (text.name == spec.name)
                importer.read(spec.table, text.text);
    if (replace)
        importer.replaceTheRest();
    return std::move(importer).finish();
}

Result<std::vector<CsvText>> readCsvFolder(const fs::path& folder)
{
    std::error_code problem;
    if (!fs::is_directory(folder, problem))
        return failure(ErrorKind::NotFound, QT_TRANSLATE_NOOP("Sentence", "there is no folder “{0}”; check the name"),
                       folder.string());
    std::vector<CsvText> texts;
    for (const TableSpec& spec : allTables()) {
        const fs::path file = folder / (std::string(spec.name) + ".csv");
        if (!fs::exists(file, problem))
            continue;
        Result<std::string> text = readWhole(file);
        if (!text)
            return tl::unexpected(std::move(text.error()));
        texts.push_back({std::string(spec.name), std::move(*text)});
    }
    if (texts.empty())
        return failure(
            ErrorKind::NotFound,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” has none of the files of a chain, such as deals.csv or nodes.csv; choose the folder they are in"),
            folder.string());
    return texts;
}

} // namespace ochain
