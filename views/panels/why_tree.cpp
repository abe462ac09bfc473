// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/why_tree.h"

#include "items/cells.h"
#include "items/explanation_model.h"
#include "items/roles.h"
#include "panels/why_delegate.h"

#include <QHeaderView>

#include <optional>
#include <utility>

namespace ochain {

namespace {

using Line = ExplanationModel::Line;

constexpr int kIndent = 16;

/// Calls f for every index of column 0 below a parent, parents first, as long as f says to go deeper.
void forEachShown(const QAbstractItemModel& model, const QModelIndex& parent,
                  const std::function<bool(const QModelIndex&)>& f)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (f(index))
            forEachShown(model, index, f);
    }
}

QSet<QString> openKeys(const QTreeView& tree)
{
    QSet<QString> keys;
    forEachShown(*tree.model(), {}, [&](const QModelIndex& index) {
        if (tree.isExpanded(index))
            keys.insert(index.data(KeyRole).toString());
        return tree.isExpanded(index);
    });
    return keys;
}

} // namespace

bool isSameFigure(const FigureCell& a, const FigureCell& b) noexcept
{
    return a.group == b.group && a.measure == b.measure && a.layer == b.layer && a.deal == b.deal;
}

WhyTree::WhyTree(QWidget* parent) : QTreeView(parent), m_lines(std::make_unique<ExplanationModel>())
{
    setModel(m_lines.get());
    setHeaderHidden(true);
    setIndentation(kIndent);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTabKeyNavigation(false);
    setExpandsOnDoubleClick(false); // it does as Enter
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegate(new WhyDelegate(this));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(this, &QTreeView::activated, this, &WhyTree::activate);
}

WhyTree::~WhyTree()
{
    setModel(nullptr); // it goes before the view
}

void WhyTree::take(SharedSnapshot snapshot, Explanation told)
{
    const Explanation* before = m_lines->shown();
    const bool isKept = before != nullptr && isSameFigure(before->cell, told.cell);
    expandAgain(isKept, [&] { m_lines->show(std::move(snapshot), std::move(told), today()); });
}

void WhyTree::take(ToldDifference told)
{
    const ToldDifference* before = m_lines->moved();
    const bool isKept = before != nullptr && isSameFigure(before->cell, told.cell);
    expandAgain(isKept, [&] { m_lines->show(std::move(told), today()); });
}

/// @param isKept  what is open is of the same figure, and stays so
/// @param show    puts other lines in place
void WhyTree::expandAgain(bool isKept, const std::function<void()>& show)
{
    const QSet<QString> open = openKeys(*this);
    const QString current = currentIndex().data(KeyRole).toString();
    show();
    spanSources();
    if (isKept)
        expandOnly(open, current);
    else
        expandFirst();
}

void WhyTree::clear()
{
    m_lines->clear();
}

void WhyTree::retranslate()
{
    m_lines->retranslate();
}

/// Two levels: what the figure is made of, and what that is made of; sources are asked for one by one.
void WhyTree::expandFirst()
{
    for (int row = 0; row < m_lines->rowCount(); ++row) {
        const QModelIndex index = m_lines->index(row, 0);
        setExpanded(index, m_lines->hasParts(index));
    }
    setCurrentIndex(m_lines->index(0, 0));
    scrollToTop();
}

void WhyTree::expandOnly(const QSet<QString>& keys, const QString& current)
{
    forEachShown(*m_lines, {}, [&](const QModelIndex& index) {
        const QString key = index.data(KeyRole).toString();
        setExpanded(index, keys.contains(key));
        if (key == current)
            setCurrentIndex(index);
        return true;
    });
}

/// What has no amount has the whole width for its words.
void WhyTree::spanSources()
{
    forEachShown(*m_lines, {}, [this](const QModelIndex& index) {
        const Line line = m_lines->lineOf(index);
        setFirstColumnSpanned(index.row(), index.parent(),
                              line == Line::Source || line == Line::Sources || line == Line::Input);
        return true;
    });
}

void WhyTree::activateCurrent()
{
    if (currentIndex().isValid())
        activate(currentIndex());
}

QString WhyTree::activationText() const
{
    const QModelIndex line = currentIndex().siblingAtColumn(0);
    if (!line.isValid())
        return {};
    if (m_lines->lineOf(line) == Line::Source)
        return tr("Show the address");
    return rowRefOf(line) ? tr("Select the deal") : QString();
}

/// A source shows its address, a deal is selected everywhere; what is of nothing alone opens or closes.
void WhyTree::activate(const QModelIndex& index)
{
    const QModelIndex line = index.siblingAtColumn(0);
    if (m_lines->lineOf(line) == Line::Source)
        emit addressWanted(m_lines->addressOf(line));
    else if (const std::optional<RowRef> row = rowRefOf(line))
        emit rowWanted(*row);
    else
        setExpanded(line, !isExpanded(line));
}

} // namespace ochain
