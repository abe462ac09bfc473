// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/edit_lines_table.h"

#include "items/edit_lines_model.h"
#include "items/roles.h"
#include "items/table_proxy.h"
#include "items/tsv.h"
#include "theme/theme.h"
#include "theme/tones.h"
#include "widgets/cell_delegate.h"
#include "widgets/column_defaults.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace ochain {

namespace {

/// What goes in the colour of what needs care, and in bold: colour alone would not do.
class ChangeDelegate final : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        CellDelegate::initStyleOption(option, index);
        if (index.column() == static_cast<int>(EditLinesModel::Column::Key))
            colour(option, tonesOf(option->palette).muted);
        const auto kind = static_cast<EditLine::Kind>(index.data(ChangeRole).toInt());
        const bool isAfter = index.column() == static_cast<int>(EditLinesModel::Column::After);
        if (!isAfter || (kind != EditLine::Kind::Cleared && kind != EditLine::Kind::Erased))
            return;
        option->font.setBold(true);
        colour(option, tonesOf(option->palette).error);
    }

private:
    static void colour(QStyleOptionViewItem* option, const QColor& ink)
    {
        option->palette.setColor(QPalette::Text, ink);
        option->palette.setColor(QPalette::HighlightedText, ink);
    }
};

} // namespace

EditLinesTable::EditLinesTable(const QString& name, QWidget* parent)
    : QTableView(parent), m_lines(new EditLinesModel(this))
{
    setObjectName(name);
    setModel(new TableProxy(*m_lines, this));
    setItemDelegate(new ChangeDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leaves the table
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView* header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    showColumnDefaults(*header);
}

std::size_t EditLinesTable::showEdit(const Edit& edit, const Chain& chain, std::size_t most)
{
    m_lines->setEdit(edit, chain, most);
    return static_cast<std::size_t>(m_lines->rowCount());
}

void EditLinesTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

void EditLinesTable::copy() const
{
    if (const QModelIndexList selected = selectionModel()->selectedIndexes(); !selected.isEmpty())
        QGuiApplication::clipboard()->setText(toTsv(selected));
}

} // namespace ochain
