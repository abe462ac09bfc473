// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "actions.h"
#include "browser/chain_tree_panel.h"
#include "browser/tables_panel.h"
#include "busy_work.h"
#include "charts/chart_accessible.h"
#include "compare_actions.h"
#include "csv_actions.h"
#include "document_loader.h"
#include "edit_actions.h"
#include "file_actions.h"
#include "file_watch.h"
#include "formats/format.h"
#include "graph_actions.h"
#include "import_review.h"
#include "leave_guard.h"
#include "menu_keys.h"
#include "messages.h"
#include "navigator.h"
#include "panels/charts_panel.h"
#include "panels/find_popup.h"
#include "panels/home_panel.h"
#include "panels/inspector.h"
#include "panels/lens_bar.h"
#include "panels/questions_panel.h"
#include "panels/saved_views_panel.h"
#include "panels/scenario_band.h"
#include "panels/side_panel.h"
#include "panels/status_panel.h"
#include "panels/what_if_panel.h"
#include "panels/why_panel.h"
#include "picture_actions.h"
#include "restore_actions.h"
#include "table_actions.h"
#include "view_actions.h"
#include "what_if_actions.h"
#include "widgets/combo_accessible.h"
#include "widgets/message_bar.h"
#include "widgets/whole_names.h"
#include "window_look.h"

#include <QAccessible>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QEventLoop>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

namespace ochain {

namespace {

constexpr int kGripHeight = 6;

/// A place to grip a dock by; the panels have heads of their own.
class DockGrip final : public QWidget {
public:
    explicit DockGrip(QWidget* parent) : QWidget(parent)
    {
        setFixedHeight(kGripHeight);
        setCursor(Qt::SizeAllCursor);
    }
    [[nodiscard]] QSize sizeHint() const override { return {kGripHeight, kGripHeight}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

QDockWidget* dock(const QString& name, QWidget* panel, QMainWindow* window)
{
    auto* widget = new QDockWidget(window);
    widget->setObjectName(name);
    widget->setTitleBarWidget(new DockGrip(widget));
    widget->setWidget(panel);
    return widget;
}

bool isChain(const QString& file)
{
    return file.endsWith(QLatin1String(".ochain"), Qt::CaseInsensitive);
}

/// The first file that the window can do something with: a chain, or a picture that was exported from one.
QString droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl& url : urls)
        if (QString file = url.toLocalFile(); isChain(file) || PictureActions::isPicture(file))
            return file;
    return {};
}

} // namespace

MainWindow::MainWindow(Settings& settings, FileChooser& chooser, const QString& file, QWidget* parent)
    : QMainWindow(parent), m_loader(new DocumentLoader(this))
{
    if (!file.isEmpty())
        m_loader->start(file);
    setObjectName(QStringLiteral("mainWindow"));
    QAccessible::installFactory(chartAccessible); // once, however often it is asked
    QAccessible::installFactory(comboAccessible);
    qApp->installEventFilter(new WholeNames(this));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    createLensBar();
    createCentre();
    createDocks();
    createStatusBar();
    m_panels.find = new FindPopup(this);
    createParts(settings, chooser);
    connectParts();
    retranslate();
    constexpr QSize kTitleBar(0, 40); // what the window manager puts around is not known yet
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - kTitleBar));
    m_look->restore();
}

MainWindow::~MainWindow()
{
    m_loader->cancel();
    m_restore->setDocument(nullptr); // its work reads the document
    // Panels hold models over the document: they go first.
    for (QObject* panel : {static_cast<QObject*>(m_panels.find), static_cast<QObject*>(m_panels.status),
                           static_cast<QObject*>(m_panels.inspector), static_cast<QObject*>(m_panels.why),
                           static_cast<QObject*>(m_panels.whatIf), static_cast<QObject*>(m_panels.tables),
                           static_cast<QObject*>(m_panels.home), static_cast<QObject*>(m_panels.charts),
                           static_cast<QObject*>(m_panels.lensBar)})
        delete panel;
}

void MainWindow::createLensBar()
{
    m_panels.lensBar = new LensBar(this);
    m_panels.lensBar->setObjectName(QStringLiteral("lensBar"));
    auto* bar = new QToolBar(this);
    bar->setObjectName(QStringLiteral("lensToolBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->toggleViewAction()->setEnabled(false); // the lens is always to be seen
    bar->toggleViewAction()->setVisible(false);
    bar->addWidget(m_panels.lensBar);
    addToolBar(Qt::TopToolBarArea, bar);
}

void MainWindow::createCentre()
{
    auto* centre = new QWidget(this);
    m_messageBar = new MessageBar(centre);
    m_panels.charts = new ChartsPanel(centre);
    m_panels.charts->setObjectName(QStringLiteral("chartsPanel"));
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messageBar);
    layout->addWidget(m_panels.charts, 1);
    setCentralWidget(centre);
}

void MainWindow::createDocks()
{
    m_panels.home = new HomePanel(this);
    m_panels.home->setMinimumWidth(180);
    m_panels.tree = m_panels.home->tree();
    m_panels.tables = new TablesPanel(this);
    m_panels.tables->setObjectName(QStringLiteral("tablesPanel"));
    m_panels.inspector = new Inspector(this);
    m_panels.inspector->setMinimumWidth(260);
    m_panels.why = new WhyPanel(this);
    m_panels.whatIf = new WhatIfPanel(this);
    m_panels.band = new ScenarioBand;
    connect(m_panels.band, &ScenarioBand::ending, m_panels.whatIf, &WhatIfPanel::commitPending);
    auto* edit = new QWidget(this);
    auto* layout = new QVBoxLayout(edit);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panels.band);
    layout->addWidget(m_panels.inspector, 1);
    m_panels.side = new SidePanel(edit, m_panels.why, m_panels.whatIf, this);
    m_panels.side->setObjectName(QStringLiteral("sidePanel"));
    m_panels.chainDock = dock(QStringLiteral("chainDock"), m_panels.home, this);
    m_panels.tablesDock = dock(QStringLiteral("tablesDock"), m_panels.tables, this);
    m_panels.inspectorDock = dock(QStringLiteral("inspectorDock"), m_panels.side, this);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    addDockWidget(Qt::LeftDockWidgetArea, m_panels.chainDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_panels.tablesDock);
    addDockWidget(Qt::RightDockWidgetArea, m_panels.inspectorDock);
}

void MainWindow::createStatusBar()
{
    m_panels.status = new StatusPanel(this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->addWidget(m_panels.status, 1);
}

void MainWindow::createParts(Settings& settings, FileChooser& chooser)
{
    m_work = new BusyWork(*m_panels.status, *m_loader, this);
    m_look = new WindowLook(*this, m_panels, settings);
    m_messages = new Messages(*m_messageBar, this);
    m_watch = new FileWatch(*m_work, this);
    m_files = new FileActions(*this, m_panels, *m_messages, *m_loader, settings, chooser);
    m_review = new ImportReview(*this, *m_work, *m_messages);
    m_csv = new CsvActions(*this, *m_work, *m_messages, *m_review, chooser);
    m_graphs = new GraphActions(*this, *m_work, *m_messages, *m_review, chooser);
    m_restore = new RestoreActions(*this, *m_work, *m_messages, chooser);
    m_navigator = new Navigator(m_panels, *m_work, this);
    m_compare = new CompareActions(*m_navigator, this);
    m_views = new ViewActions(m_panels, *m_messages, *m_navigator, this);
    m_pictures = new PictureActions(*this, m_panels, *m_messages, *m_views, settings, chooser);
    m_edits = new EditActions(m_panels, *m_messages, *m_navigator, this);
    m_cells = new TableActions(m_panels, *m_work, *m_messages, *m_edits, this);
    m_whatIf = new WhatIfActions(m_panels, *m_messages, *m_edits, *m_navigator, this);
    m_guard = new LeaveGuard(*this, m_panels, *m_messageBar, *m_navigator);
    m_actions = new Actions(*this, {*this, m_panels, *m_look, *m_files, *m_views, *m_pictures, *m_csv, *m_graphs,
                                    *m_restore, *m_edits, *m_cells, *m_whatIf, *m_navigator, *m_compare});
    new MenuKeys(*this);
}

void MainWindow::connectParts()
{
    connect(m_loader, &DocumentLoader::opened, this, &MainWindow::takeOpened);
    connect(m_review, &ImportReview::imported, m_edits, &EditActions::sayEdited);
    connect(m_work, &BusyWork::failed, m_messages,
            [this](const Error& error) { m_messages->complain(MessageBar::Cause::Refusal, errorText(error)); });
    connect(m_restore, &RestoreActions::restored, m_edits, &EditActions::sayEdited);
    connect(m_restore, &RestoreActions::copyMade, m_files, &FileActions::open);
    connect(m_watch, &FileWatch::readableAgain, m_messages, &Messages::endUnreadable);
    connect(m_watch, &FileWatch::othersCameIn, m_messages, &Messages::sayOthers);
    connect(m_panels.charts, &ChartsPanel::figureShown, m_panels.home->questions(), &QuestionsPanel::begin);
    const SavedViewsPanel* saved = m_panels.home->questions()->savedViews();
    connect(saved, &SavedViewsPanel::erased, m_edits,
            [this](const QString& name) { m_edits->sayEdited(tr("Erased: %1").arg(name)); });
    connect(saved, &SavedViewsPanel::refused, m_messages,
            [this](const QString& why) { m_messages->complain(MessageBar::Cause::Refusal, why); });
    connect(m_panels.lensBar, &LensBar::said, m_panels.status, &StatusPanel::say);
    connect(m_messages, &Messages::saved, m_panels.status, &StatusPanel::showSaved);
    connect(m_messages, &Messages::notSaved, m_panels.status, &StatusPanel::showNotSaved);
    connect(m_messages, &Messages::copyWanted, m_files, &FileActions::saveCopy);
    connect(m_messages, &Messages::problemsWanted, m_panels.tables,
            [this] { m_panels.tables->showTab(TableTab::ProblemList); });
    connect(m_panels.tables, &TablesPanel::clearWanted, m_cells, &TableActions::clearCells);
    connect(m_panels.tables, &TablesPanel::summed, m_panels.status, &StatusPanel::showSums);
    connect(m_panels.tables, &TablesPanel::refused, m_messages,
            [this](const QString& why) { m_messages->complain(MessageBar::Cause::Refusal, why); });
    connect(m_panels.inspector, &Inspector::rowErased, m_edits, &EditActions::sayErased,
            Qt::QueuedConnection); // after what is said of the edit that did it
    connect(m_panels.inspector, &Inspector::refused, m_messages,
            [this](const QString& why) { m_messages->complain(MessageBar::Cause::Refusal, why); });
    connect(m_panels.inspector, &Inspector::notSaved, m_messages,
            [this](const QString& why) { m_messages->complain(MessageBar::Cause::Saving, why); });
}

bool MainWindow::isLoading() const
{
    return m_loader->isBusy();
}

void MainWindow::openFile(const QString& path)
{
    m_files->open(path);
}

void MainWindow::awaitFile()
{
    constexpr int kMostMs = 150;
    if (!isLoading())
        return;
    QEventLoop waiting;
    QTimer::singleShot(kMostMs, &waiting, &QEventLoop::quit);
    connect(m_loader, &DocumentLoader::opened, &waiting, &QEventLoop::quit);
    connect(m_loader, &DocumentLoader::failed, &waiting, &QEventLoop::quit);
    waiting.exec(QEventLoop::ExcludeUserInputEvents);
}

void MainWindow::openOwnCopy()
{
    m_files->openOwnCopy();
}

void MainWindow::remember()
{
    m_look->remember();
}

/// What was typed about the file that is open goes with it: that is asked first, and until then it stays open.
void MainWindow::takeOpened()
{
    m_panels.status->showProgress({}, -1);
    const auto opened = std::make_shared<std::unique_ptr<Document>>(m_loader->takeDocument());
    std::ignore = m_guard->leave([this, opened] { setDocument(std::move(*opened)); });
}

void MainWindow::setDocument(std::unique_ptr<Document> document)
{
    Document* next = document.get();
    m_review->setDocument(next);
    m_csv->setDocument(next);
    m_graphs->setDocument(next);
    m_restore->setDocument(next);
    // Panels hold models over the document before: the new one takes over in each before that one goes.
    m_panels.lensBar->setDocument(next);
    m_panels.home->setDocument(next);
    m_panels.tables->setDocument(next);
    m_panels.inspector->setDocument(next);
    m_panels.why->setDocument(next);
    m_panels.whatIf->setDocument(next);
    m_panels.band->setDocument(next);
    m_panels.status->setDocument(next);
    m_panels.find->setDocument(next);
    m_panels.charts->setDocument(next);
    m_document = std::move(document);
    m_watch->setDocument(next);
    m_look->setDocument(next);
    m_files->setDocument(next);
    m_navigator->setDocument(next);
    m_compare->setDocument(next);
    m_views->setDocument(next);
    m_pictures->setDocument(next);
    m_edits->setDocument(next);
    m_cells->setDocument(next);
    m_whatIf->setDocument(next);
    showTitle();
    m_actions->setDocument(next);
    m_messages->setDocument(next);
}

void MainWindow::retranslate()
{
    const auto name = [](QDockWidget* widget, const QString& title) {
        widget->setWindowTitle(title);
        widget->toggleViewAction()->setText(title);
    };
    name(m_panels.chainDock, tr("Questions and chain"));
    name(m_panels.tablesDock, tr("Tables"));
    name(m_panels.inspectorDock, tr("Inspector"));
    m_actions->retranslate();
    m_review->retranslate();
    m_files->retranslate();
    showTitle();
}

void MainWindow::showTitle()
{
    if (!m_document) {
        setWindowTitle(tr("O-chain"));
        return;
    }
    QString file = visibleText(QFileInfo(QString::fromStdString(m_document->file().string())).fileName());
    file.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); // one alone stands for "changed" in a title
    setWindowTitle(m_document->isReadOnly() ? tr("%1 (read-only) – O-chain").arg(file) : tr("%1 – O-chain").arg(file));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_panels.inspector->commitPending();
    const auto closeNow = [this] {
        m_mayClose = true;
        close(); // from within closing it does nothing
    };
    if (!m_mayClose && !m_guard->leave(closeNow)) {
        event->ignore();
        return;
    }
    m_mayClose = false;
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString file = droppedFile(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    isChain(file) ? openFile(file) : m_pictures->openView(file);
}

} // namespace ochain
