// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/block_edit.h"

#include "chain/deal_terms.h"
#include "document/names.h"
#include "editing/field_names.h"
#include "editing/name_index.h"
#include "editing/row_draft.h"
#include "editing/typed_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace ochain {

namespace {

constexpr std::size_t kMostRefused = 100; ///< more are of no use to anybody, and reading them takes time

/// A cell with a text in it, of a column that can be edited.
struct GivenCell {
    Field field = 0;
    QString text;
    QString column;
};

/// Puts the rows of a block into one edit.
class BlockRows {
public:
    BlockRows(const Chain& chain, Table table) : m_chain(chain), m_table(table) {}

    /// @param line  of the block; 0: of no block
    /// @param row   nothing: a new one
    void take(std::size_t line, std::optional<std::uint32_t> row, const std::vector<GivenCell>& cells);
    void refuse(std::size_t line, const QString& column, Sentence why)
    {
        m_block.refused.push_back({line, column, std::move(why), m_row});
    }
    void passOver(const QString& column)
    {
        if (!m_block.passedOver.contains(column))
            m_block.passedOver << column;
    }
    [[nodiscard]] bool isEnough() const { return m_block.refused.size() >= kMostRefused; }
    [[nodiscard]] BlockEdit finish() &&;

private:
    void type(RowDraft& draft, const GivenCell& cell);
    [[nodiscard]] bool saysAlready(std::uint32_t row, Field field, const std::string& canonical) const;
    bool readAll(std::size_t line, const RowDraft& draft, std::optional<std::uint32_t> row,
                 const std::vector<GivenCell>& cells, std::vector<Field>& fields);
    bool isWhole(std::size_t line, const RowDraft& draft);
    void add(std::size_t line, RowChange change, const std::vector<GivenCell>& cells);
    bool isFirst(std::size_t line, const std::string& key);

    const Chain& m_chain;
    Table m_table;
    std::map<Table, NameIndex> m_names;                   ///< of the tables that cells refer to
    std::unordered_map<std::string, std::size_t> m_lines; ///< of the rows taken, by key
    BlockEdit m_block;
    std::uint32_t m_row = kNoRow; ///< that is being taken
};

void BlockRows::type(RowDraft& draft, const GivenCell& cell)
{
    const FieldSpec& spec = fieldSpec(m_table, cell.field);
    if (spec.type == FieldType::Reference && !cell.text.isEmpty()) {
        const NameIndex& names = m_names.try_emplace(spec.target, m_chain, spec.target).first->second;
        if (const std::optional<std::uint32_t> row = names.rowCalled(cell.text))
            return draft.type(cell.field, toQString(m_chain.key({spec.target, *row})));
    }
    draft.type(cell.field, cell.text);
}

/// What a table shows of a deal is what its phases add up to: that is not written over them.
bool BlockRows::saysAlready(std::uint32_t row, Field field, const std::string& canonical) const
{
    if (m_chain.value({m_table, row}, field) == canonical)
        return true;
    if (m_table != Table::Deals || canonical.empty() || !m_chain.value({m_table, row}, field).empty())
        return false;
    const Amounts total = totalsOf(m_chain, DealId{row});
    return (field == deal_field::ValueUsd && !total.value.isAbsent() && formatUsd(total.value) == canonical) ||
           (field == deal_field::CapacityMw && !total.capacity.isAbsent() &&
            formatMegawatts(total.capacity) == canonical);
}

/// Reads the cells of a row. @param fields  gets those that say something else
/// @return each can be read
bool BlockRows::readAll(std::size_t line, const RowDraft& draft, std::optional<std::uint32_t> row,
                        const std::vector<GivenCell>& cells, std::vector<Field>& fields)
{
    bool areRead = true;
    for (const GivenCell& cell : cells) {
        if (!draft.has(cell.field))
            continue;
        const ReadResult reading = draft.read(m_chain, cell.field);
        areRead = areRead && reading;
        if (!reading)
            refuse(line, cell.column, reading.error());
        else if (!row || !reading->also.empty() || !saysAlready(*row, cell.field, reading->canonical))
            fields.push_back(cell.field);
    }
    return areRead;
}

bool BlockRows::isWhole(std::size_t line, const RowDraft& draft)
{
    if (draft.isComplete(m_chain))
        return true;
    const TableSpec& spec = tableSpec(m_table);
    QStringList missing;
    for (Field field = 1; field < spec.fieldCount(); ++field)
        if (spec.fields[field].required && !draft.has(field))
            missing << fieldLabel(m_table, field);
    refuse(line, missing.value(0),
           {QT_TRANSLATE_NOOP("Sentence", "this line is a new row, and such a row must have more than the line says"),
            {}});
    return false;
}

bool BlockRows::isFirst(std::size_t line, const std::string& key)
{
    const auto [place, isNew] = m_lines.emplace(key, line);
    if (!isNew)
        refuse(line, {},
               {QT_TRANSLATE_NOOP("Sentence", "“{0}” is the row of line {1} already; a block has each row once"),
                {key, std::to_string(place->second)}});
    return isNew;
}

void BlockRows::take(std::size_t line, std::optional<std::uint32_t> row, const std::vector<GivenCell>& cells)
{
    m_row = row.value_or(kNoRow);
    const std::string key(row ? m_chain.key({m_table, *row}) : std::string_view());
    RowDraft draft = row ? RowDraft(m_table, key) : RowDraft::newRow(m_chain, m_table, std::nullopt);
    for (const GivenCell& cell : cells)
        if ((row || !cell.text.isEmpty()) && (cell.field != 0 || row))
            type(draft, cell);
    std::vector<Field> fields;
    if (!readAll(line, draft, row, cells, fields) || (!row && !isWhole(line, draft)))
        return;
    if (!row) // with what it begins with
        for (const auto& [field, text] : draft.typed())
            if (std::find(fields.begin(), fields.end(), field) == fields.end())
                fields.push_back(field);
    if (row && !isFirst(line, key))
        return;
    tl::expected<Edit, Problem> edit = draft.edit(m_chain, fields);
    if (!edit)
        return refuse(line, {}, edit.error().sentence);
    for (RowChange& change : edit->changes)
        if (change.op == Op::Insert)
            add(line, std::move(change), cells);
        else
            m_block.edit.changes.push_back(std::move(change));
    m_block.updated += row && !edit->changes.empty() ? 1 : 0;
}

/// A new row, under the key that the block gives it or else one that no other row has.
void BlockRows::add(std::size_t line, RowChange change, const std::vector<GivenCell>& cells)
{
    const auto given = std::find_if(cells.begin(), cells.end(), [](const GivenCell& cell) { return cell.field == 0; });
    const bool isGiven = given != cells.end() && !given->text.isEmpty();
    std::string key = isGiven ? given->text.toStdString() : change.key;
    if (isGiven && !isFirst(line, key))
        return;
    for (int number = 2; !isGiven && !m_lines.emplace(key, line).second; ++number)
        key = freeKey(m_chain, m_table, change.key + '-' + std::to_string(number));
    for (FieldChange& field : change.fields)
        if (field.field == 0)
            field.after = key;
    change.key = std::move(key);
    m_block.edit.changes.push_back(std::move(change));
    ++m_block.added;
}

BlockEdit BlockRows::finish() &&
{
    if (!m_block.refused.empty()) {
        m_block.edit = {};
        m_block.updated = m_block.added = 0;
    }
    return std::move(m_block);
}

/// A column of the block: which of the table, and the unit that its header gives.
struct BlockTitle {
    int column = -1;
    QString unit;
};

/// "300" under "Value ($bn)" is $300bn; what says its unit itself stays as it is.
QString withUnit(const QString& text, const QString& unit)
{
    bool isNumber = false;
    QString plain = text;
    plain.remove(QLatin1Char(',')).toDouble(&isNumber);
    if (unit.isEmpty() || !isNumber)
        return text;
    for (const QString& sign : {QStringLiteral("US$"), QStringLiteral("USD"), QStringLiteral("$")})
        if (unit.startsWith(sign, Qt::CaseInsensitive))
            return QLatin1Char('$') + text + unit.mid(sign.size()).trimmed();
    return text + (unit == QLatin1String("%") ? QString() : QStringLiteral(" ")) + unit;
}

/// Reads the lines of a block one after another.
class BlockReader {
public:
    BlockReader(const Chain& chain, const BlockPlace& place, const PastedLines& lines)
        : m_chain(chain), m_place(place), m_columns(place.columns + place.hidden), m_lines(lines),
          m_rows(chain, place.table)
    {}

    [[nodiscard]] BlockEdit read(const Progress& progress);

private:
    bool readTitles();
    [[nodiscard]] std::vector<GivenCell> cellsOf(qsizetype line);
    [[nodiscard]] std::optional<std::uint32_t> rowOf(qsizetype line, const std::vector<GivenCell>& cells) const;
    [[nodiscard]] bool saysAllOfNewRows() const;
    [[nodiscard]] bool hasField(Field field) const;

    const Chain& m_chain;
    const BlockPlace& m_place;
    QList<BlockColumn> m_columns; ///< those shown, then the hidden ones
    const PastedLines& m_lines;
    BlockRows m_rows;
    QList<BlockTitle> m_titles;
    bool m_hasHeader = false;
    bool m_areNew = false; ///< each line is a new row
};

/// @return false: the header cannot be taken
bool BlockReader::readTitles()
{
    const auto header = headerOfBlock(m_lines, m_columns);
    if (!header) {
        m_rows.refuse(1, {}, header.error());
        return false;
    }
    m_hasHeader = header->has_value();
    if (m_hasHeader) {
        for (qsizetype at = 0; at < (*header)->size(); ++at)
            m_titles << BlockTitle{(**header)[at], unitOfTitle(m_lines.front()[at], m_columns)};
    } else {
        for (auto column = static_cast<qsizetype>(m_place.column); column < m_place.columns.size(); ++column)
            m_titles << BlockTitle{static_cast<int>(column), {}};
    }
    m_areNew = m_hasHeader && !hasField(0) && saysAllOfNewRows();
    return true;
}

bool BlockReader::hasField(Field field) const
{
    return std::any_of(m_titles.begin(), m_titles.end(), [&](const BlockTitle& title) {
        return title.column >= 0 && m_columns[title.column].field == field;
    });
}

bool BlockReader::saysAllOfNewRows() const
{
    const TableSpec& spec = tableSpec(m_place.table);
    const RowDraft begun = RowDraft::newRow(m_chain, m_place.table, std::nullopt);
    for (Field field = 1; field < spec.fieldCount(); ++field)
        if (spec.fields[field].required && !hasField(field) && !begun.has(field))
            return false;
    return true;
}

std::vector<GivenCell> BlockReader::cellsOf(qsizetype line)
{
    std::vector<GivenCell> cells;
    const QStringList& texts = m_lines[line];
    for (qsizetype at = 0; at < texts.size(); ++at) {
        if (at >= m_titles.size() || m_titles[at].column < 0) {
            if (!texts[at].isEmpty())
                m_rows.refuse(
                    static_cast<std::size_t>(line) + 1, {},
                    {QT_TRANSLATE_NOOP("Sentence", "“{0}” stands beyond the last column; paste it further left"),
                     {texts[at].toStdString()}});
            continue;
        }
        const BlockColumn& column = m_columns[m_titles[at].column];
        if (column.field)
            cells.push_back({*column.field, withUnit(texts[at], m_titles[at].unit), column.names.value(0)});
        else if (!texts[at].isEmpty())
            m_rows.passOver(column.names.value(0));
    }
    return cells;
}

std::optional<std::uint32_t> BlockReader::rowOf(qsizetype line, const std::vector<GivenCell>& cells) const
{
    if (m_hasHeader && hasField(0)) {
        const auto key =
            std::find_if(cells.begin(), cells.end(), [](const GivenCell& cell) { return cell.field == 0; });
        const std::uint32_t row = key == cells.end() ? kNoRow : m_chain.find(m_place.table, key->text.toStdString());
        return row == kNoRow ? std::nullopt : std::optional(row);
    }
    const auto place = static_cast<std::size_t>(line - (m_hasHeader ? 1 : 0));
    return m_areNew || place >= m_place.rows.size() ? std::nullopt : std::optional(m_place.rows[place]);
}

BlockEdit BlockReader::read(const Progress& progress)
{
    constexpr qsizetype kLinesBetween = 100;
    if (!readTitles())
        return std::move(m_rows).finish();
    for (qsizetype line = m_hasHeader ? 1 : 0; line < m_lines.size() && !m_rows.isEnough(); ++line) {
        if (line % kLinesBetween == 0 && progress && !progress(double(line) / double(m_lines.size())))
            return {};
        const std::vector<GivenCell> cells = cellsOf(line);
        const bool isBlank =
            std::all_of(cells.begin(), cells.end(), [](const GivenCell& cell) { return cell.text.isEmpty(); });
        const std::optional<std::uint32_t> row = rowOf(line, cells);
        if (!cells.empty() && (row || !isBlank))
            m_rows.take(static_cast<std::size_t>(line) + 1, row, cells);
    }
    return std::move(m_rows).finish();
}

} // namespace

BlockEdit readBlock(const Chain& chain, const BlockPlace& place, const PastedLines& lines, const Progress& progress)
{
    return BlockReader(chain, place, lines).read(progress);
}

BlockEdit fillCells(const Chain& chain, Table table, const std::vector<std::pair<std::uint32_t, Field>>& cells,
                    const QString& text, const Progress& progress)
{
    std::map<std::uint32_t, std::vector<GivenCell>> byRow;
    for (const auto& [row, field] : cells)
        byRow[row].push_back({field, text, fieldLabel(table, field)});
    BlockRows rows(chain, table);
    std::size_t done = 0;
    for (const auto& [row, given] : byRow) {
        if (rows.isEnough() || (progress && !progress(double(done++) / double(byRow.size()))))
            break;
        rows.take(0, row, given);
    }
    return std::move(rows).finish();
}

BlockEdit copyDown(const Chain& chain, Table table, const std::vector<FilledColumn>& columns)
{
    BlockEdit block;
    EditBuilder builder(chain);
    for (const FilledColumn& column : columns) {
        const std::string value = chain.value({table, column.from}, column.field);
        for (const std::uint32_t row : column.to)
            if (const auto problem = builder.set(table, chain.key({table, row}), column.field, value))
                block.refused.push_back({0, fieldLabel(table, column.field), problem->sentence, row});
    }
    if (block.refused.empty())
        block.edit = std::move(builder).build({}, {});
    block.updated = static_cast<int>(block.edit.changes.size());
    return block;
}

} // namespace ochain
