// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "browser/chain_tree_panel.h"
#include "browser/tables_panel.h"
#include "busy_guard.h"
#include "charts/chart_view.h"
#include "document_loader.h"
#include "figures/format.h"
#include "own_copy.h"
#include "panels/charts_panel.h"
#include "panels/export_panel.h"
#include "panels/file_chooser.h"
#include "panels/find_popup.h"
#include "panels/inspector.h"
#include "panels/lens_bar.h"
#include "panels/status_panel.h"
#include "paths.h"
#include "theme/language.h"
#include "widgets/message_bar.h"
#include "widgets/state_page.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QTimer>

#include <utility>

namespace ochain {

namespace {

constexpr qint64 kPatienceMs = 300; ///< work longer than this shows its progress

QString withSuffix(const QString& path)
{
    return path.isEmpty() || path.endsWith(QLatin1String(".ochain")) ? path : path + QStringLiteral(".ochain");
}

} // namespace

bool MainWindow::isLoading() const
{
    return m_loader->isBusy();
}

void MainWindow::openFile(const QString& path)
{
    m_messages->end(MessageBar::Cause::Opening);
    m_loadingSince.start();
    m_loader->start(QFileInfo(path).absoluteFilePath());
    if (!m_document)
        m_charts->statePage()->showText(tr("Opening %1").arg(QFileInfo(path).fileName()), {});
}

void MainWindow::openOwnCopy()
{
    const Result<std::filesystem::path> path = ensureOwnCopy();
    if (path)
        openFile(QString::fromStdString(path->string()));
    else
        showLoadFailure(path.error());
}

void MainWindow::showProgress(double share)
{
    if (!m_loader->isBusy() || m_loadingSince.elapsed() < kPatienceMs)
        return;
    const QString what = tr("Opening %1").arg(QFileInfo(m_loader->path()).fileName());
    if (m_document)
        m_status->showProgress(what, share);
    else
        m_charts->statePage()->showProgress(what, share, tr("Cancel"));
}

void MainWindow::takeDocument()
{
    m_status->showProgress({}, -1);
    showDocument(m_loader->takeDocument());
}

void MainWindow::showDocument(std::unique_ptr<Document> document)
{
    closeImport(); // it is about the document before
    Document* next = document.get();
    // Panels hold models over the document before: the new one takes over in each before that one goes.
    m_lensBar->setDocument(next);
    m_tree->setDocument(next);
    m_tables->setDocument(next);
    m_inspector->setDocument(next);
    m_status->setDocument(next);
    m_find->setDocument(next);
    m_charts->setDocument(next);
    m_document = std::move(document);
    m_messages->clear(); // what was said is about the file before
    m_isUnreadable = false;
    const QString path = QString::fromStdString(m_document->file().string());
    m_settings.addFile(path);
    connect(next, &Document::selectionChanged, this, &MainWindow::updateActions);
    connect(next, &Document::undoStateChanged, this, &MainWindow::updateActions);
    connect(next, &Document::changed, this, &MainWindow::followEdits);
    connect(next, &Document::saved, this, &MainWindow::followSaved);
    connect(next, &Document::failed, this, &MainWindow::sayUnreadable);
    showTitle();
    updateActions();
    sayHowFileIs();
}

void MainWindow::showLoadFailure(const Error& error)
{
    m_status->showProgress({}, -1);
    if (!m_document)
        m_charts->statePage()->showText(tr("The file could not be opened"), errorText(error), tr("Open the O-chain"));
    if (error.kind == ErrorKind::NotFound)
        m_settings.forgetFile(m_loader->path());
    m_messages->say({MessageBar::Cause::Opening, MessageBar::Kind::Error, errorText(error), tr("Open another file…"),
                     [this] { chooseFile(); }});
}

void MainWindow::newFile()
{
    const QString path = withSuffix(m_chooser.fileToSave(this, tr("New chain file"),
                                                         QDir::home().filePath(QStringLiteral("chain.ochain")),
                                                         tr("Chain files (*.ochain)")));
    if (path.isEmpty())
        return;
    if (const Result<void> made = createBlankFile(toPath(path)); !made)
        complain(MessageBar::Cause::Opening, errorText(made.error()));
    else
        openFile(path);
}

void MainWindow::chooseFile()
{
    const QString path = m_chooser.fileToOpen(this, tr("Open chain file"), tr("Chain files (*.ochain)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::saveCopy()
{
    const QString path = withSuffix(m_chooser.fileToSave(
        this, tr("Save a copy"), QDir::home().filePath(QStringLiteral("copy.ochain")), tr("Chain files (*.ochain)")));
    if (path.isEmpty())
        return;
    if (QFileInfo(path) == QFileInfo(QString::fromStdString(m_document->file().string()))) {
        complain(MessageBar::Cause::Exchange, tr("That is the file that is open. Choose another name for the copy."));
        return;
    }
    if (const Result<void> made = Store::create(toPath(path), m_document->chain(), true); !made)
        complain(MessageBar::Cause::Exchange, errorText(made.error()));
    else
        m_messages->say({MessageBar::Cause::Done, MessageBar::Kind::Notice,
                         tr("A copy, with a history of its own, is in %1").arg(QDir::toNativeSeparators(path)),
                         tr("Open it"), [this, path] { openFile(path); }});
}

void MainWindow::exportChartDialog()
{
    ChartView* view = m_charts->current();
    if (view == nullptr || findChild<ExportPanel*>() != nullptr)
        return;
    auto* panel = new ExportPanel(*view, m_chooser, this);
    connect(view, &QObject::destroyed, panel, &QWidget::close);
    connect(panel, &ExportPanel::exported, this, [this](const QString& text, bool isFailure) {
        isFailure ? complain(MessageBar::Cause::Exchange, text) : say(text);
    });
    panel->show();
}

void MainWindow::catchUp()
{
    if (!m_document || m_isBusy || m_loader->isBusy())
        return;
    const bool wasUnreadable = std::exchange(m_isUnreadable, false);
    const int edits = m_document->catchUp();
    if (wasUnreadable && !m_isUnreadable) {
        m_messages->end(MessageBar::Cause::Reading);
        showWhetherSaved();
    }
    if (edits > 0)
        say(tr("%n edits of others came in", nullptr, edits));
}

void MainWindow::setLens(const ViewLens& lens)
{
    if (!m_document || m_isBusy || m_loader->isBusy() || lens == m_document->lens())
        return; // a file that is being opened would take this document away while it computes
    workLong(tr("Computing every figure anew"), [&](const Progress& progress) { m_document->setLens(lens, progress); });
}

void MainWindow::workLong(const QString& what, const std::function<void(const Progress&)>& work)
{
    m_isBusy = true; // drawing while the work goes on lets timers in
    QElapsedTimer since;
    since.start();
    const auto isCancelled = std::make_shared<bool>(false);
    std::unique_ptr<BusyGuard> guard;
    const QMetaObject::Connection cancelling =
        connect(m_status, &StatusPanel::cancelled, this, [isCancelled] { *isCancelled = true; });
    work([&](double share) {
        if (since.elapsed() < kPatienceMs)
            return true;
        if (!guard)
            guard = std::make_unique<BusyGuard>(m_status);
        m_status->showProgress(what, share);
        QCoreApplication::processEvents();
        return !*isCancelled;
    });
    guard.reset();
    disconnect(cancelling);
    m_status->showProgress({}, -1);
    m_isBusy = false;
}

void MainWindow::workAtOnce(const QString& what, bool isLong, const std::function<void()>& work)
{
    if (!isLong) {
        work();
        return;
    }
    m_isBusy = true; // drawing lets timers in
    const BusyGuard guard(m_status);
    m_status->showBusy(what);
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    work();
    QGuiApplication::restoreOverrideCursor();
    m_status->showProgress({}, -1);
    m_isBusy = false;
}

void MainWindow::selectRow(RowRef row, int field)
{
    if (!m_document || !m_document->chain().isAlive(row))
        return;
    RowRef shown = row;
    const Chain& chain = m_document->chain();
    if (row.table == Table::Tranches)
        shown = RowRef{Table::Deals, chain.tranches()[TrancheId{row.row}].deal.value};
    else if (row.table == Table::Citations)
        shown = chain.citations()[CitationId{row.row}].of;
    else if (row.table == Table::Claims)
        shown = chain.claims()[ClaimId{row.row}].of;
    m_document->select(shown);
    const bool isItself = shown == row && field >= 0;
    if (shown.table == Table::Deals || isItself) {
        m_inspectorDock->show();
        m_inspector->focusField(isItself ? field : static_cast<int>(deal_field::CapacityMw));
    }
}

/// Shows a row to be edited: a row that one looks at first gets the keyboard too.
void MainWindow::editRow(RowRef row, int field)
{
    selectRow(row, field);
    const std::optional<RowRef> shown = m_document ? m_document->selection().row : std::nullopt;
    if (shown && shown->table != Table::Deals && (field < 0 || shown != row))
        editSelected();
}

void MainWindow::showDeals(const std::vector<DealId>& deals, const QString& title)
{
    if (deals.size() == 1) {
        selectRow(RowRef{Table::Deals, deals.front().value}, -1);
        return;
    }
    constexpr std::size_t kMost = 24;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(title);
    for (std::size_t i = 0; i < deals.size() && i < kMost; ++i) {
        const RowRef row{Table::Deals, deals[i].value};
        QAction* action = menu->addAction(nameOf(m_document->chain(), row, currentLanguage()));
        connect(action, &QAction::triggered, this, [this, row] { selectRow(row, -1); });
    }
    if (deals.size() > kMost)
        menu->addAction(tr("%n more", nullptr, static_cast<int>(deals.size() - kMost)))->setEnabled(false);
    menu->popup(QCursor::pos());
}

} // namespace ochain
