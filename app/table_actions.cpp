// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table_actions.h"

#include "browser/selected_cells.h"
#include "browser/tables_panel.h"
#include "busy_work.h"
#include "edit_actions.h"
#include "editing/deal_line.h"
#include "formats/format.h"
#include "forms/row_words.h"
#include "language/punctuation.h"
#include "messages.h"
#include "panels/inspector.h"
#include "panels/side_panel.h"
#include "window_panels.h"

#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QTableView>

#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kManyRows = 1'000; ///< whose edit takes a moment

} // namespace

TableActions::TableActions(const WindowPanels& panels, BusyWork& work, Messages& messages, EditActions& edits,
                           QObject* parent)
    : QObject(parent), m_panels(panels), m_work(work), m_messages(messages), m_edits(edits)
{}

bool TableActions::canWrite()
{
    if (m_work.isBusy() || m_document == nullptr || m_document->isReadOnly())
        return false;
    if (isOfCells(m_panels.tables->tab()))
        return true;
    m_messages.complain(MessageBar::Cause::Refusal,
                        tr("The cells of this table are not written to; paste into deals, nodes, metrics or sources"));
    return false;
}

void TableActions::paste()
{
    const PastedLines lines = pastedLines(QGuiApplication::clipboard()->text());
    if (lines.isEmpty())
        return m_messages.complain(MessageBar::Cause::Refusal, tr("There is no text on the clipboard"));
    if (canWrite() && !isDealRead(lines))
        pasteLines(lines);
}

/// News of a deal in one line, pasted where no cell is selected, goes into the form of a new deal, to be looked at.
bool TableActions::isDealRead(const PastedLines& lines)
{
    const QTableView& table = m_panels.tables->table();
    const bool isOneCell = lines.size() == 1 && lines.front().size() == 1;
    if (!isOneCell || m_panels.tables->tab() != TableTab::Deals || table.selectionModel()->hasSelection() ||
        !readDealLine(m_document->chain(), lines.front().front()).isOfDeal())
        return false;
    m_panels.inspectorDock->show();
    m_panels.side->showPage(SidePage::Edit);
    m_panels.inspector->readDeal(lines.front().front());
    return true;
}

void TableActions::pasteLines(const PastedLines& lines)
{
    const QTableView& table = m_panels.tables->table();
    const bool isOneCell = lines.size() == 1 && lines.front().size() == 1;
    if (isOneCell && selectedFields(table).size() > 1)
        return fill(lines.front().front(), tr("Pasted into cells"));
    const BlockPlace place =
        placeOfBlock(table, TableModels::tableOf(m_panels.tables->tab()), static_cast<std::size_t>(lines.size()));
    BlockEdit block;
    if (read([&](const Chain& chain, const Progress& progress) { return readBlock(chain, place, lines, progress); },
             block))
        apply(std::move(block), tr("Pasted"));
}

void TableActions::fill(const QString& text, const QString& why)
{
    const auto cells = selectedFields(m_panels.tables->table());
    const Table table = TableModels::tableOf(m_panels.tables->tab());
    BlockEdit block;
    const auto work = [&](const Chain& chain, const Progress& progress) {
        return fillCells(chain, table, cells, text, progress);
    };
    if (read(work, block))
        apply(std::move(block), why);
}

void TableActions::clearCells()
{
    if (canWrite())
        fill({}, tr("Cleared cells"));
}

void TableActions::fillDown()
{
    if (!canWrite())
        return;
    const std::vector<FilledColumn> columns = columnsToFillDown(m_panels.tables->table());
    if (columns.empty())
        return m_messages.complain(MessageBar::Cause::Refusal,
                                   tr("Select cells in several rows: those below become what the first one says"));
    const Table table = TableModels::tableOf(m_panels.tables->tab());
    BlockEdit block;
    const auto work = [&](const Chain& chain, const Progress&) { return copyDown(chain, table, columns); };
    if (read(work, block))
        apply(std::move(block), tr("Filled down"));
}

/// @return false: it was cancelled
bool TableActions::read(const std::function<BlockEdit(const Chain&, const Progress&)>& work, BlockEdit& block)
{
    return m_work.read(*m_document, tr("Reading the cells"),
                       [&](const Snapshot& now, const Progress& progress) { block = work(now.chain, progress); });
}

/// The first reasons, and how many more there are.
QString TableActions::nothingChanged(QStringList reasons)
{
    constexpr qsizetype kMostSaid = 3;
    if (const auto more = static_cast<int>(reasons.size() - kMostSaid); more > 0) {
        reasons.resize(kMostSaid);
        reasons << tr("and %n more", nullptr, more);
    }
    reasons.prepend(tr("Nothing was changed, as this cannot be taken:"));
    return reasons.join(QLatin1Char('\n'));
}

QString TableActions::refusalOf(const BlockEdit& block) const
{
    QStringList lines;
    for (const RefusedCell& cell : block.refused) {
        const QString line =
            cell.line > 0 ? tr("line %1").arg(cell.line)
                          : rowTitle(m_document->chain(), {TableModels::tableOf(m_panels.tables->tab()), cell.row});
        lines << told(cell.column.isEmpty() ? line : closer(line, cell.column), sentenceText(cell.why));
    }
    return nothingChanged(lines);
}

QString TableActions::refusalOf(const Problems& problems) const
{
    QStringList lines;
    for (const Problem& problem : problems) {
        const RowRef row{problem.table, m_document->chain().find(problem.table, problem.row)};
        lines << told(row.row == kNoRow ? visibleText(problem.row) : rowTitle(m_document->chain(), row),
                      sentenceText(problem.sentence));
    }
    return nothingChanged(lines);
}

void TableActions::apply(BlockEdit block, const QString& why)
{
    if (!block.refused.empty())
        return m_messages.complain(MessageBar::Cause::Refusal, refusalOf(block));
    if (block.edit.changes.empty())
        return m_messages.say(tr("The cells say all of this already; nothing was changed."));
    block.edit.why = why.toStdString();
    const bool isLong = block.edit.changes.size() >= kManyRows;
    tl::expected<void, Document::Refused> applied;
    m_work.change(why, isLong,
                  [&](const Session::Beside& beside) { applied = m_document->apply(std::move(block.edit), beside); });
    if (!applied && applied.error().error)
        return m_messages.refuse(applied.error());
    if (!applied)
        return m_messages.complain(MessageBar::Cause::Refusal, refusalOf(applied.error().problems));
    QStringList parts;
    if (block.updated > 0)
        parts << tr("%n rows changed", nullptr, block.updated);
    if (block.added > 0)
        parts << tr("%n rows added", nullptr, block.added);
    if (!block.passedOver.isEmpty())
        parts << tr("not taken, as it is worked out: %1").arg(listOf(block.passedOver));
    m_edits.sayEdited(told(why, clausesOf(parts)));
}

} // namespace ochain
