// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/rows_model.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "editing/scenario_edits.h"
#include "editing/table_edits.h"
#include "items/cells.h"
#include "items/roles.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace ochain {

struct RowsModel::Private {
    Document& document;
    Table table;
    std::vector<Field> columns;
    RowsOf rowsOf;
    std::optional<RowRef> owner;
    std::vector<std::uint32_t> rows; ///< as last announced
    bool hasTail = false;            ///< likewise
    QStringList tail;                ///< its texts, to see when they move
    bool isLookedAt = true;
    bool isBehind = false; ///< an edit came in while nobody looked

    [[nodiscard]] std::vector<std::uint32_t> current() const
    {
        const Chain& chain = document.chain();
        std::vector<std::uint32_t> now = owner ? rowsOf(chain, *owner) : std::vector<std::uint32_t>{};
        std::sort(now.begin(), now.end(), [&](std::uint32_t a, std::uint32_t b) {
            return chain.rowid({table, a}) < chain.rowid({table, b});
        });
        return now;
    }
};

RowsModel::RowsModel(Document& document, Table table, std::vector<Field> columns, RowsOf rowsOf, QObject* parent)
    : RowListModel(parent),
      m_private(new Private{document, table, std::move(columns), std::move(rowsOf), {}, {}, false, {}, true, false})
{
    connect(&document, &Document::changed, this, &RowsModel::follow);
    connect(&document, &Document::overridesChanged, this, [this] {
        if (rowCount() > 0) // a scenario is edited here, or no more
            announceRows(0, rowCount() - 1, rowRoles());
    });
}

RowsModel::~RowsModel() = default;

const Chain& RowsModel::chain() const noexcept
{
    return editedChain(m_private->document);
}
std::optional<RowRef> RowsModel::owner() const noexcept
{
    return m_private->owner;
}
Table RowsModel::table() const noexcept
{
    return m_private->table;
}
Field RowsModel::fieldAt(int column) const
{
    return m_private->columns.at(static_cast<std::size_t>(column));
}

int RowsModel::columnOf(Field field) const
{
    const auto found = std::find(m_private->columns.begin(), m_private->columns.end(), field);
    return found == m_private->columns.end() ? -1 : static_cast<int>(found - m_private->columns.begin());
}

QModelIndex RowsModel::indexOf(RowRef row) const
{
    const std::vector<std::uint32_t>& rows = m_private->rows;
    const auto found = std::find(rows.begin(), rows.end(), row.row);
    return row.table != m_private->table || found == rows.end() ? QModelIndex()
                                                                : index(static_cast<int>(found - rows.begin()), 0);
}

bool RowsModel::hasTail(RowRef owner) const
{
    Q_UNUSED(owner)
    return false;
}

QVariant RowsModel::tailData(RowRef owner, Field field, int role) const
{
    Q_UNUSED(owner)
    Q_UNUSED(field)
    Q_UNUSED(role)
    return {};
}

bool RowsModel::isTail(int row) const
{
    return static_cast<std::size_t>(row) >= m_private->rows.size();
}

QStringList RowsModel::tailTexts() const
{
    QStringList texts;
    if (m_private->owner && hasTail(*m_private->owner))
        for (const Field field : m_private->columns)
            texts << tailData(*m_private->owner, field, PlainRole).toString();
    return texts;
}

void RowsModel::setOwner(std::optional<RowRef> owner)
{
    if (owner == m_private->owner)
        return;
    m_private->owner = owner;
    m_private->isBehind = false;
    show([](RowRef) { return false; });
}

void RowsModel::follow(const Changed& changed)
{
    Private& d = *m_private;
    if (!d.owner)
        return;
    if (!chain().isAlive(*d.owner))
        d.owner.reset();
    d.isBehind = d.isBehind || !d.isLookedAt;
    if (d.isLookedAt)
        show(
            [&](RowRef row) { return std::find(changed.rows.begin(), changed.rows.end(), row) != changed.rows.end(); });
}

void RowsModel::setLookedAt(bool isLookedAt)
{
    m_private->isLookedAt = isLookedAt;
    if (isLookedAt && std::exchange(m_private->isBehind, false))
        show([](RowRef) { return true; });
}

/// Leads the rows over to what the owner has now: what stays is left alone, the tail keeps its place at the end.
void RowsModel::show(const std::function<bool(RowRef)>& isTouched)
{
    Private& d = *m_private;
    if (d.hasTail && !(d.owner && hasTail(*d.owner))) {
        beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
        d.hasTail = false;
        endRemoveRows();
    }
    leadOver(
        d.rows, d.current(), announcer(), [](std::uint32_t row) { return row; },
        [&](std::uint32_t, std::uint32_t row) {
            return isTouched(RowRef{d.table, row});
        },
        [this](int first, int last) { announceRows(first, last, rowRoles()); });
    showTail();
}

void RowsModel::showTail()
{
    Private& d = *m_private;
    const QStringList texts = tailTexts();
    const bool isMoved = texts != d.tail;
    d.tail = texts;
    if (!d.hasTail && !texts.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount());
        d.hasTail = true;
        endInsertRows();
    } else if (d.hasTail && isMoved) {
        announceRows(rowCount() - 1, rowCount() - 1, rowRoles());
    }
}

void RowsModel::retranslate()
{
    m_private->tail = tailTexts();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    announceRows(0, rowCount() - 1, textRoles());
}

int RowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->rows.size()) + (m_private->hasTail ? 1 : 0);
}

int RowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->columns.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const Field field = fieldAt(index.column());
    if (role == FieldRole)
        return static_cast<int>(field);
    if (isTail(index.row()))
        return d.owner && chain().isAlive(*d.owner) ? tailData(*d.owner, field, role) : QVariant();
    const RowRef row{d.table, d.rows[static_cast<std::size_t>(index.row())]};
    if (!chain().isAlive(row))
        return {};
    switch (role) {
    case RowRefRole:
        return toVariant(row);
    case KeyRole:
        return toQString(chain().key(row));
    case BasisRole:
    case AssumedRole: {
        const std::optional<Field> basis = fieldNamed(d.table, "basis");
        if (!basis)
            return {};
        const std::string text = chain().value(row, *basis);
        const auto place = std::find(kBasisNames.begin(), kBasisNames.end(), text) - kBasisNames.begin();
        const bool isAssumed = place == static_cast<std::ptrdiff_t>(Basis::Assumed);
        return role == BasisRole ? QVariant(static_cast<int>(place)) : QVariant(isAssumed ? 1.0 : 0.0);
    }
    default:
        break;
    }
    const QVariant cell = fieldData(chain(), row, field, role);
    // A narrow column cuts its texts.
    return role == Qt::ToolTipRole && !cell.isValid() ? fieldData(chain(), row, field, Qt::DisplayRole) : cell;
}

bool RowsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const std::optional<RowRef> row = rowRefOf(index);
    if (role != Qt::EditRole || !row)
        return false;
    Document& document = m_private->document;
    const Field field = fieldAt(index.column());
    const auto why = document.isEditingScenario() ? overrideTyped(document, *row, field, value.toString())
                                                  : applyTyped(document, *row, field, value.toString());
    if (why)
        emit refused(*why);
    return !why;
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Field field = fieldAt(section);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return fieldLabel(m_private->table, field);
    if (role == NumericRole)
        return isNumeric(fieldSpec(m_private->table, field));
    if (role == ContentRole)
        return static_cast<int>(contentOf(fieldSpec(m_private->table, field)));
    return {};
}

Qt::ItemFlags RowsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const bool isOpen = !isTail(index.row()) && !m_private->document.isReadOnly();
    return isOpen ? flags | Qt::ItemIsEditable : flags;
}

} // namespace ochain
