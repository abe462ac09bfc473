// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/edit_lines_model.h"

#include "editing/field_names.h"
#include "figures/format.h"
#include "items/roles.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace ochain {

namespace {

constexpr std::array<const char*, EditLinesModel::kColumnCount> kTitles{
    QT_TRANSLATE_NOOP("ochain::EditLinesModel", "Row"), QT_TRANSLATE_NOOP("ochain::EditLinesModel", "Key"),
    QT_TRANSLATE_NOOP("ochain::EditLinesModel", "Field"), QT_TRANSLATE_NOOP("ochain::EditLinesModel", "Now"),
    QT_TRANSLATE_NOOP("ochain::EditLinesModel", "After")};

/// A value in words where it is a key or a choice; figures are in words already.
QString inWords(const Chain& chain, Table table, Field field, const QString& value, Language language)
{
    const FieldSpec& spec = fieldSpec(table, field);
    if (value == absentText())
        return value;
    if (spec.type == FieldType::Choice || spec.type == FieldType::Flag)
        return choiceLabel(spec, value.toStdString());
    if (spec.type != FieldType::Reference)
        return value;
    const RowRef row{spec.target, chain.find(spec.target, value.toStdString())};
    const QString name = row.row == kNoRow ? QString() : nameOf(chain, row, language);
    return name.isEmpty() ? value : name;
}

/// What a new row will be called, as far as its fields say it.
QString nameIn(const RowChange& change, Language language)
{
    const auto text = [&](std::string_view name) {
        const std::optional<Field> field = fieldNamed(change.table, name);
        const auto given = std::find_if(change.fields.begin(), change.fields.end(),
                                        [&](const FieldChange& each) { return field && each.field == *field; });
        return given == change.fields.end() ? QString() : toQString(given->after);
    };
    QString name;
    for (const std::string_view field : {"name_zh", "title_zh"})
        if (name.isEmpty() && language == Language::Chinese)
            name = text(field);
    for (const std::string_view field : {"name_en", "title_en", "title"})
        if (name.isEmpty())
            name = text(field);
    return name;
}

} // namespace

/// Turns lines into words.
class EditLinesModel::Filler {
public:
    Filler(const Chain& chain, Language language) : m_chain(chain), m_language(language) {}

    [[nodiscard]] Line lineFor(const EditLine& line, const RowChange& change) const
    {
        const QString key = toQString(line.row);
        const QString address = toQString(tableSpec(line.table).name) + QLatin1Char(' ') + key;
        Line shown{address, nameOf(change), key, {}, {}, {}, line.kind};
        if (line.kind != EditLine::Kind::Changed && line.kind != EditLine::Kind::Cleared)
            return shown;
        shown.field = fieldLabel(line.table, line.field);
        shown.before = inWords(m_chain, line.table, line.field, line.before, m_language);
        shown.after = inWords(m_chain, line.table, line.field, line.after, m_language);
        return shown;
    }

private:
    [[nodiscard]] QString nameOf(const RowChange& change) const
    {
        if (change.op == Op::Insert)
            return nameIn(change, m_language);
        const RowRef row{change.table, m_chain.find(change.table, change.key)};
        return row.row == kNoRow || !tableSpec(change.table).isKeyed ? QString()
                                                                     : ochain::nameOf(m_chain, row, m_language);
    }

    const Chain& m_chain;
    Language m_language;
};

EditLinesModel::EditLinesModel(QObject* parent) : QAbstractTableModel(parent)
{}

void EditLinesModel::setEdit(const Edit& edit, const Chain& chain, Language language, std::size_t most)
{
    const Filler filler(chain, language);
    std::vector<Line> lines;
    if (most > 0)
        forEachLine(edit, chain, language, [&](const EditLine& line, const RowChange& change) {
            lines.push_back(filler.lineFor(line, change));
            return lines.size() < most;
        });
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int EditLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int EditLinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString EditLinesModel::textOf(const Line& line, Column column)
{
    switch (column) {
    case Column::Row:
        return line.row;
    case Column::Key:
        return line.key;
    case Column::What:
        return line.kind == EditLine::Kind::Added    ? tr("a new row")
               : line.kind == EditLine::Kind::Erased ? tr("the whole row")
                                                     : line.field;
    case Column::Before:
        return line.before;
    case Column::After:
        break;
    }
    return line.kind == EditLine::Kind::Erased    ? tr("deleted")
           : line.kind == EditLine::Kind::Cleared ? tr("cleared")
                                                  : line.after;
}

QVariant EditLinesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(line, column);
    case Qt::ToolTipRole:
        return column == Column::Key ? line.address : textOf(line, column);
    case KeyRole:
        return line.key;
    case SortRole:
        return index.row();
    case ChangeRole:
        return static_cast<int>(line.kind);
    case AbsentRole:
        return column == Column::Before && (line.before.isEmpty() || line.before == absentText());
    default:
        return {};
    }
}

QVariant EditLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kColumnCount)
        return {};
    return tr(kTitles[static_cast<std::size_t>(section)]);
}

} // namespace ochain
