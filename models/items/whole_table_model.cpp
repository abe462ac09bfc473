// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/whole_table_model.h"

#include "editing/field_names.h"
#include "editing/table_edits.h"
#include "formats/web_address.h"
#include "items/cells.h"
#include "items/row_order.h"
#include "language/language.h"

#include <algorithm>
#include <array>
#include <span>

namespace ochain {

namespace {

/// A column of such a table; its title is that of the field.
constexpr ColumnSpec columnOf(Field field, int width, bool isHidden = false)
{
    return {.title = "", .width = width, .isHidden = isHidden, .field = field};
}

// A new column comes last, as in every table whose columns are remembered by their order.
constexpr std::array kNodeColumns{
    columnOf(node_field::NameEn, 200),    columnOf(node_field::NameZh, 200),   columnOf(node_field::Tier, 130),
    columnOf(node_field::Kind, 96),       columnOf(node_field::Parent, 150),   columnOf(node_field::Country, 80),
    columnOf(node_field::Lat, 84, true),  columnOf(node_field::Lon, 84, true), columnOf(node_field::NoteEn, 240),
    columnOf(node_field::Key, 150, true),
};
constexpr std::array kMetricColumns{
    columnOf(metric_field::NameEn, 220),    columnOf(metric_field::NameZh, 220),
    columnOf(metric_field::Node, 130),      columnOf(metric_field::Series, 140),
    columnOf(metric_field::Value, 96),      columnOf(metric_field::Unit, 84),
    columnOf(metric_field::AsOf, 92),       columnOf(metric_field::Known, 92),
    columnOf(metric_field::Low, 84, true),  columnOf(metric_field::High, 84, true),
    columnOf(metric_field::Basis, 84),      columnOf(metric_field::NoteEn, 220, true),
    columnOf(metric_field::Key, 150, true),
};
constexpr std::array kSourceColumns{
    columnOf(source_field::Publisher, 150), columnOf(source_field::Title, 320), columnOf(source_field::Published, 92),
    columnOf(source_field::Kind, 110),      columnOf(source_field::Url, 260),   columnOf(source_field::Key, 150, true),
};

std::span<const ColumnSpec> columnsOf(Table table)
{
    switch (table) {
    case Table::Nodes:
        return kNodeColumns;
    case Table::Metrics:
        return kMetricColumns;
    default:
        return kSourceColumns;
    }
}

ItemKind kindOf(Table table)
{
    return table == Table::Nodes ? ItemKind::Node : table == Table::Metrics ? ItemKind::Metric : ItemKind::Source;
}

/// A field in every language and as files have it.
QStringList namesOfField(Table table, Field field)
{
    QStringList names = titlesOf("Field", fieldTitle(table, field));
    names << toQString(fieldSpec(table, field).name);
    return names;
}

/// Of names in both languages those of the language of the window are shown to begin with.
bool isNameOfOtherLanguage(Table table, Field field)
{
    const std::string_view name = fieldSpec(table, field).name;
    return name == (language() == Language::Chinese ? "name_en" : "name_zh");
}

} // namespace

struct WholeTableModel::Private {
    Private(Document& followed, Table of) : document(followed), table(of), order(of), columns(columnsOf(of)) {}

    Document& document;
    Table table;
    RowOrder order;
    std::span<const ColumnSpec> columns;

    [[nodiscard]] const Chain& chain() const { return document.chain(); }
    [[nodiscard]] const ColumnSpec& column(int section) const { return columns[static_cast<std::size_t>(section)]; }
    [[nodiscard]] Field field(int section) const { return static_cast<Field>(column(section).field); }
};

WholeTableModel::WholeTableModel(Document& document, Table table, QObject* parent)
    : TableModel(static_cast<int>(columnsOf(table).size()), parent),
      m_private(std::make_unique<Private>(document, table))
{
    m_private->order.fill(document.chain());
    connect(&document, &Document::changed, this, &WholeTableModel::follow);
}

WholeTableModel::~WholeTableModel() = default;

QModelIndex WholeTableModel::indexOf(RowRef row) const
{
    const int place = row.table == m_private->table ? m_private->order.placeOf(row.row) : -1;
    return place < 0 ? QModelIndex() : index(place, 0);
}

void WholeTableModel::retranslate()
{
    announceLanguage();
}

int WholeTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_private->order.size();
}

QVariant WholeTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const RowRef row{d.table, d.order.at(index.row())};
    if (!d.chain().isAlive(row))
        return {};
    switch (role) {
    case RowRefRole:
        return toVariant(row);
    case KeyRole:
        return toQString(d.chain().key(row));
    case ItemKindRole:
        return static_cast<int>(kindOf(d.table));
    case FieldRole:
        return d.column(index.column()).field;
    case UrlRole: {
        const tl::expected<QUrl, Sentence> address =
            webAddress(d.table == Table::Sources ? d.chain().value(row, source_field::Url) : std::string());
        return address ? address->toString(QUrl::FullyEncoded) : QString();
    }
    default:
        break;
    }
    const QVariant cell = fieldData(d.chain(), row, d.field(index.column()), role);
    // A narrow column cuts its texts.
    return role == Qt::ToolTipRole && !cell.isValid()
               ? fieldData(d.chain(), row, d.field(index.column()), Qt::DisplayRole)
               : cell;
}

QVariant WholeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section >= 0 && section < columnCount()) {
        if (role == Qt::DisplayRole)
            return fieldLabel(m_private->table, m_private->field(section));
        if (role == NamesRole)
            return namesOfField(m_private->table, m_private->field(section));
        if (role == NumericRole)
            return isNumeric(fieldSpec(m_private->table, m_private->field(section)));
        if (role == ContentRole)
            return static_cast<int>(contentOf(fieldSpec(m_private->table, m_private->field(section))));
        if (role == HiddenRole && isNameOfOtherLanguage(m_private->table, m_private->field(section)))
            return true;
    }
    return TableModel::headerData(section, orientation, role);
}

Qt::ItemFlags WholeTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_private->document.isReadOnly() ? flags : flags | Qt::ItemIsEditable;
}

bool WholeTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const std::optional<RowRef> row = rowRefOf(index);
    if (role != Qt::EditRole || !row)
        return false;
    const auto why = applyTyped(m_private->document, *row, m_private->field(index.column()), value.toString());
    if (why)
        emit refused(*why);
    return !why;
}

const ColumnSpec& WholeTableModel::column(int section) const
{
    return m_private->column(section);
}

void WholeTableModel::follow(const Changed& changed)
{
    const std::vector<std::uint32_t> stay = m_private->order.follow(m_private->chain(), changed.rows, announcer());
    std::vector<int> places;
    places.reserve(stay.size());
    for (const std::uint32_t row : stay)
        places.push_back(m_private->order.placeOf(row));
    std::sort(places.begin(), places.end());
    forEachRun(places, [this](int first, int last) { announceRows(first, last, rowRoles()); });
    announceNames(changed);
}

/// Columns that show names of rows an edit touched, of which any row may be called otherwise now.
void WholeTableModel::announceNames(const Changed& changed)
{
    for (int section = 0; section < columnCount(); ++section) {
        const FieldSpec& spec = fieldSpec(m_private->table, m_private->field(section));
        const auto isNamed = [&](RowRef row) { return row.table == spec.target; };
        if (spec.type == FieldType::Reference && std::any_of(changed.rows.begin(), changed.rows.end(), isNamed))
            announceCells(0, rowCount() - 1, section, section, textRoles());
    }
}

} // namespace ochain
