// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "browser/chain_tree_panel.h"
#include "browser/tables_panel.h"
#include "document_loader.h"
#include "import_plan.h"
#include "panels/charts_panel.h"
#include "panels/find_popup.h"
#include "panels/inspector.h"
#include "panels/lens_bar.h"
#include "panels/status_panel.h"
#include "theme/icons.h"
#include "theme/language.h"
#include "theme/theme.h"
#include "widgets/message_bar.h"
#include "widgets/state_page.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr int kCatchUpMs = 1000;
constexpr int kRememberMs = 3000;
constexpr int kTreeWidth = 292;
constexpr int kInspectorWidth = 320;
constexpr int kTablesHeight = 260;
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

QString droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile() && url.toLocalFile().endsWith(QLatin1String(".ochain"), Qt::CaseInsensitive))
            return url.toLocalFile();
    return {};
}

} // namespace

MainWindow::MainWindow(Settings& settings, FileChooser& chooser, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_chooser(chooser), m_loader(new DocumentLoader(this)),
      m_catchUpTimer(new QTimer(this)), m_rememberTimer(new QTimer(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    createPanels();
    createDocks();
    createActions();
    connectPanels();
    retranslate();
    constexpr QSize kTitleBar(0, 40); // what the window manager puts around is not known yet
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - kTitleBar));
    m_factoryDocks = saveState();
    restoreLook();
    updateActions();
    m_catchUpTimer->start(kCatchUpMs);
    m_rememberTimer->start(kRememberMs);
}

MainWindow::~MainWindow()
{
    m_loader->cancel();
    // Panels hold models over the document: they go first.
    for (QObject* panel :
         {static_cast<QObject*>(m_find), static_cast<QObject*>(m_status), static_cast<QObject*>(m_inspector),
          static_cast<QObject*>(m_tables), static_cast<QObject*>(m_tree), static_cast<QObject*>(m_charts),
          static_cast<QObject*>(m_lensBar)})
        delete panel;
}

void MainWindow::createPanels()
{
    m_lensBar = new LensBar(this);
    m_lensBar->setObjectName(QStringLiteral("lensBar"));
    auto* bar = new QToolBar(this);
    bar->setObjectName(QStringLiteral("lensToolBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->toggleViewAction()->setEnabled(false); // the lens is always to be seen
    bar->toggleViewAction()->setVisible(false);
    bar->addWidget(m_lensBar);
    addToolBar(Qt::TopToolBarArea, bar);
    auto* centre = new QWidget(this);
    m_messages = new MessageBar(centre);
    m_charts = new ChartsPanel(centre);
    m_charts->setObjectName(QStringLiteral("chartsPanel"));
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_charts, 1);
    setCentralWidget(centre);
    m_tree = new ChainTreePanel(this);
    m_tree->setObjectName(QStringLiteral("chainPanel"));
    m_tables = new TablesPanel(this);
    m_tables->setObjectName(QStringLiteral("tablesPanel"));
    m_inspector = new Inspector(this);
    m_status = new StatusPanel(this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->addWidget(m_status, 1);
    m_find = new FindPopup(this);
}

void MainWindow::createDocks()
{
    const auto dock = [this](const QString& name, QWidget* panel, Qt::DockWidgetArea area) {
        auto* widget = new QDockWidget(this);
        widget->setObjectName(name);
        widget->setTitleBarWidget(new DockGrip(widget));
        widget->setWidget(panel);
        addDockWidget(area, widget);
        return widget;
    };
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_chainDock = dock(QStringLiteral("chainDock"), m_tree, Qt::LeftDockWidgetArea);
    m_tablesDock = dock(QStringLiteral("tablesDock"), m_tables, Qt::BottomDockWidgetArea);
    m_inspectorDock = dock(QStringLiteral("inspectorDock"), m_inspector, Qt::RightDockWidgetArea);
    m_tree->setMinimumWidth(180);
    m_inspector->setMinimumWidth(260);
    resizeDocks({m_chainDock, m_inspectorDock}, {kTreeWidth, kInspectorWidth}, Qt::Horizontal);
    resizeDocks({m_tablesDock}, {kTablesHeight}, Qt::Vertical);
}

void MainWindow::connectPanels()
{
    connect(m_loader, &DocumentLoader::opened, this, &MainWindow::takeDocument);
    connect(m_loader, &DocumentLoader::failed, this, &MainWindow::showLoadFailure);
    connect(m_loader, &DocumentLoader::progressed, this, &MainWindow::showProgress, Qt::QueuedConnection);
    connect(m_lensBar, &LensBar::lensWanted, this, &MainWindow::setLens);
    connect(m_lensBar, &LensBar::findWanted, this, &MainWindow::openFind);
    connect(m_find, &FindPopup::chosen, this, [this](const RowRef& row) { selectRow(row, -1); });
    connect(m_tables, &TablesPanel::rowWanted, this, &MainWindow::editRow);
    connect(m_tables, &TablesPanel::refused, this,
            [this](const QString& why) { complain(MessageBar::Cause::Refusal, why); });
    connect(m_inspector, &Inspector::rowWanted, this, [this](const RowRef& row) { selectRow(row, -1); });
    connect(m_inspector, &Inspector::notSaved, this,
            [this](const QString& why) { complain(MessageBar::Cause::Saving, why); });
    connect(m_charts, &ChartsPanel::exportWanted, this, &MainWindow::exportChartDialog);
    connect(m_charts, &ChartsPanel::dealsWanted, this, &MainWindow::showDeals);
    connect(m_charts->statePage(), &StatePage::actionChosen, this, [this] {
        if (m_loader->isBusy()) {
            m_loader->cancel();
            showLoadFailure(
                Error{ErrorKind::Cancelled, {QT_TRANSLATE_NOOP("Sentence", "Opening was cancelled."), {}}, {}});
        } else {
            openOwnCopy();
        }
    });
    connect(m_status, &StatusPanel::cancelled, this, [this] {
        if (m_loader->isBusy()) {
            m_loader->cancel();
            m_status->showProgress({}, -1);
        }
    });
    connect(m_catchUpTimer, &QTimer::timeout, this, &MainWindow::catchUp);
    connect(m_rememberTimer, &QTimer::timeout, this, &MainWindow::remember);
}

void MainWindow::restoreLook()
{
    const WindowState state = m_settings.window();
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    if (!state.docks.isEmpty())
        restoreState(state.docks);
    m_tree->setColumns(state.treeColumns);
    m_tree->setExpanded(state.expanded);
    m_tables->setColumns(state.tableColumns);
    m_charts->setStates(state.charts);
    m_charts->setAnimated(m_settings.isAnimated());
    m_charts->showTab(state.chartTab);
    m_remembered = state;
}

void MainWindow::resetLook()
{
    restoreState(m_factoryDocks);
    resizeDocks({m_chainDock, m_inspectorDock}, {kTreeWidth, kInspectorWidth}, Qt::Horizontal);
    resizeDocks({m_tablesDock}, {kTablesHeight}, Qt::Vertical);
}

void MainWindow::remember()
{
    WindowState state = m_remembered;
    state.geometry = saveGeometry();
    state.docks = saveState();
    if (m_document) {
        state.treeColumns = m_tree->columns();
        state.expanded = m_tree->expanded();
        state.tableColumns = m_tables->columns();
        state.charts = m_charts->states();
    }
    state.chartTab = m_charts->currentTab();
    if (state == m_remembered)
        return;
    m_settings.setWindow(state);
    m_remembered = state;
}

void MainWindow::retranslate()
{
    const auto name = [](QDockWidget* dock, const QString& title) {
        dock->setWindowTitle(title);
        dock->toggleViewAction()->setText(title);
    };
    name(m_chainDock, tr("Chain"));
    name(m_tablesDock, tr("Tables"));
    name(m_inspectorDock, tr("Inspector"));
    translateActions();
    showTitle();
    showImport();
    if (!m_document && !m_loader->isBusy())
        m_charts->statePage()->showText(
            tr("No file is open"),
            tr("Open a chain file from the File menu, drop one here, or begin with your copy of the "
               "shipped O-chain."),
            tr("Open the O-chain"));
}

void MainWindow::showTitle()
{
    if (!m_document) {
        setWindowTitle(tr("O-chain"));
        return;
    }
    const QString file = QFileInfo(QString::fromStdString(m_document->file().string())).fileName();
    setWindowTitle(m_document->isReadOnly() ? tr("%1 (read-only) – O-chain").arg(file) : tr("%1 – O-chain").arg(file));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_inspector->commitPending();
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
    openFile(file);
}

} // namespace ochain
