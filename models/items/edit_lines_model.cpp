// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/edit_lines_model.h"

#include "editing/field_names.h"
#include "formats/format.h"
#include "items/roles.h"
#include "language/language.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

/// A value in words where it is a key or a choice; figures are in words already.
QString inWords(const Chain& chain, Table table, Field field, const QString& value)
{
    const FieldSpec& spec = fieldSpec(table, field);
    if (value == absentText())
        return value;
    if (spec.type == FieldType::Choice || spec.type == FieldType::Flag)
        return choiceLabel(spec, value.toStdString());
    if (spec.type != FieldType::Reference)
        return value;
    const RowRef row{spec.target, chain.find(spec.target, value.toStdString())};
    const QString name = row.row == kNoRow ? QString() : nameOf(chain, row);
    return name.isEmpty() ? value : name;
}

/// A cell that is a text, whole in its tool tip.
QVariant textCell(const QString& text, int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == SortRole ? QVariant(text) : QVariant();
}

/// What a new row will be called, as far as its fields say it.
QString nameOfNew(const RowChange& change)
{
    const auto text = [&](std::string_view name) {
        const std::optional<Field> field = fieldNamed(change.table, name);
        const auto given = std::find_if(change.fields.begin(), change.fields.end(),
                                        [&](const FieldChange& each) { return field && each.field == *field; });
        return given == change.fields.end() ? QString() : visibleText(given->after);
    };
    QString name;
    for (const std::string_view field : {"name_zh", "title_zh"})
        if (name.isEmpty() && language() == Language::Chinese)
            name = text(field);
    for (const std::string_view field : {"name_en", "title_en", "title"})
        if (name.isEmpty())
            name = text(field);
    return name;
}

} // namespace

constexpr std::array<EditLinesModel::Cell, EditLinesModel::kColumnCount> EditLinesModel::kColumns{{
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EditLinesModel", "Row"), .width = 224},
     .cell = [](const EditLinesModel&, const Line& line, int role) { return textCell(line.row, role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EditLinesModel", "Key"), .width = 160},
     .cell = [](const EditLinesModel&, const Line& line,
                int role) { return textCell(role == Qt::ToolTipRole ? line.address : line.key, role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EditLinesModel", "Field"), .width = 124},
     .cell =
         [](const EditLinesModel&, const Line& line, int role) {
             return textCell(line.kind == EditLine::Kind::Added    ? tr("a new row")
                             : line.kind == EditLine::Kind::Erased ? tr("the whole row")
                                                                   : line.field,
                             role);
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EditLinesModel", "Now"), .width = 152},
     .cell =
         [](const EditLinesModel&, const Line& line, int role) {
             return role == AbsentRole ? QVariant(line.before.isEmpty() || line.before == absentText())
                                       : textCell(line.before, role);
         }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::EditLinesModel", "After")},
     .cell =
         [](const EditLinesModel&, const Line& line, int role) {
             return textCell(line.kind == EditLine::Kind::Erased    ? tr("deleted")
                             : line.kind == EditLine::Kind::Cleared ? tr("cleared")
                                                                    : line.after,
                             role);
         }},
}};

/// Turns lines into words.
class EditLinesModel::Filler {
public:
    explicit Filler(const Chain& chain) : m_chain(chain) {}

    [[nodiscard]] Line lineFor(const EditLine& line, const RowChange& change) const
    {
        const QString key = visibleText(line.row);
        const QString address = toQString(tableSpec(line.table).name) + QLatin1Char(' ') + key;
        Line shown{address, -1, nameOf(change), key, {}, {}, {}, line.kind};
        if (line.kind != EditLine::Kind::Changed && line.kind != EditLine::Kind::Cleared)
            return shown;
        shown.part = line.field;
        shown.field = fieldLabel(line.table, line.field);
        shown.before = inWords(m_chain, line.table, line.field, line.before);
        shown.after = inWords(m_chain, line.table, line.field, line.after);
        return shown;
    }

private:
    [[nodiscard]] QString nameOf(const RowChange& change) const
    {
        if (change.op == Op::Insert && change.table == Table::Deals)
            return nameOfNewDeal(change);
        if (change.op == Op::Insert)
            return nameOfNew(change);
        const RowRef row{change.table, m_chain.find(change.table, change.key)};
        return row.row == kNoRow || !tableSpec(change.table).isKeyed ? QString() : ochain::nameOf(m_chain, row);
    }

    /// Its parties, which may be as new as itself.
    [[nodiscard]] QString nameOfNewDeal(const RowChange& change) const
    {
        QString supplier;
        QString customer;
        for (const FieldChange& field : change.fields) {
            const QString name = inWords(m_chain, Table::Deals, field.field, toQString(field.after));
            if (field.field == deal_field::Supplier)
                supplier = name;
            else if (field.field == deal_field::Customer)
                customer = name;
        }
        return supplier + QStringLiteral(" → ") + customer;
    }

    const Chain& m_chain;
};

EditLinesModel::EditLinesModel(QObject* parent) : TableModel(kColumnCount, parent)
{}

void EditLinesModel::setEdit(const Edit& edit, const Chain& chain, std::size_t most)
{
    const Filler filler(chain);
    std::vector<Line> lines;
    if (most > 0)
        forEachLine(edit, chain, [&](const EditLine& line, const RowChange& change) {
            lines.push_back(filler.lineFor(line, change));
            return lines.size() < most;
        });
    leadOver(
        m_lines, std::move(lines), announcer(), [](const Line& line) { return std::tie(line.address, line.part); },
        std::not_equal_to<Line>(),
        [this](int first, int last) {
            announceRows(first, last, {Qt::DisplayRole, Qt::ToolTipRole, SortRole, ChangeRole, AbsentRole});
        });
}

int EditLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant EditLinesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KeyRole:
        return line.key;
    case ChangeRole:
        return static_cast<int>(line.kind);
    default:
        return kColumns[static_cast<std::size_t>(index.column())].cell(*this, line, role);
    }
}

const ColumnSpec& EditLinesModel::column(int section) const
{
    return kColumns[static_cast<std::size_t>(section)].spec;
}

} // namespace ochain
