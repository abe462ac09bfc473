// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_view.h"

#include "charts/chart_export.h"
#include "charts/chart_surface.h"
#include "charts/figure_builder.h"
#include "charts/lit_marks.h"
#include "charts/view_state.h"
#include "figures/part_cells.h"
#include "figures/usual_group.h"
#include "theme/icons.h"
#include "widgets/year_range.h"

#include <QClipboard>
#include <QDate>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

struct ChartView::Private {
    Document& document;
    QString view;
    FigureOptions options{};
    ChartStyle style{};
    QWidget* header = nullptr;
    QHBoxLayout* switches = nullptr;
    ChartSurface* surface = nullptr;
    FigureBuilder* builder = nullptr;
    YearRange* years = nullptr; ///< none in a view that is of one period
    QTimer* later = nullptr;    ///< several changes of one turn of the event loop are drawn once
    QToolButton* pin = nullptr; ///< null in a view without one
    Pin pinned = Pin::Group;    ///< what it pins
    bool isStale = true;
    bool isPicking = false; ///< the selection comes from a click into this view
    QDate builtOn{};        ///< the day that "as known today" names

    void prepare()
    {
        isStale = false;
        builtOn = QDate::currentDate();
        options.period = document.lens().period;
        tellOverridden();
        chooseGroup();
    }
    void build()
    {
        prepare();
        builder->start(options);
        surface->setBusy(builder->isBusy());
    }
    /// For whoever needs the figure itself, and cannot wait.
    void buildNow()
    {
        prepare();
        if (Result<ChartFigure> figure = builder->take(options))
            show(std::move(*figure));
    }
    void show(ChartFigure figure)
    {
        surface->setBusy(false);
        if (pin != nullptr && pinned == Pin::Places && !pin->isChecked())
            surface->forgetOrder();
        surface->setFigure(std::move(figure));
        if (years != nullptr)
            tellYears();
        light();
    }
    void light();
    void tellYears();
    void chooseGroup();
    void tellOverridden();
};

namespace {

/// Puts a list into the place of those that name any of the same boxes.
void replaceOrder(std::vector<std::vector<std::string>>& orders, const std::vector<std::string>& ids)
{
    const auto isOfThese = [&ids](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    orders.erase(std::remove_if(orders.begin(), orders.end(),
                                [&](const std::vector<std::string>& order) {
                                    return std::any_of(order.begin(), order.end(), isOfThese);
                                }),
                 orders.end());
    orders.push_back(ids);
}

} // namespace

/// Where the group is gone, or never was in this file.
void ChartView::Private::chooseGroup()
{
    const Chain& chain = document.chain();
    if (chain.find<NodeId>(options.group).isSet() || chain.find<TierId>(options.group).isSet())
        return;
    if (const std::string usual = usualGroup(chain, document.viewed().rollups); !usual.empty())
        options.group = usual;
}

/// What is not as in the file, for who reads the picture.
void ChartView::Private::tellOverridden()
{
    const Chain& chain = document.chain();
    const ScenarioId scenario = document.lens().scenario;
    options.scenario = scenario.isSet() ? chain.key({Table::Scenarios, scenario.value}) : std::string_view();
    options.tried.clear();
    if (document.isTrying())
        for (const FieldOverride& each : document.overrides())
            options.tried.push_back(overriddenText(chain, each));
}

/// What is shown, in the fields in which nothing was typed.
void ChartView::Private::tellYears()
{
    std::visit(
        [this](const auto& figure) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(figure)>, FlowFigure>) {
                const bool isEmpty = figure.periods.empty();
                years->setShown(isEmpty ? std::nullopt : std::optional(figure.periods.front().year),
                                isEmpty ? std::nullopt : std::optional(figure.periods.back().year));
            }
        },
        surface->figure());
    const Calendar& calendar = document.viewed().rollups.calendar();
    years->setLimits(calendar.firstYear(), calendar.isEmpty() ? calendar.firstYear() - 1 : calendar.lastYear());
}

void ChartView::Private::light()
{
    const std::optional<RowRef> row = document.selection().row;
    if (!row || !document.chain().isAlive(*row))
        return surface->setLit({});
    surface->setLit(litBy(surface->figure(), document.chain(), *row));
}

ChartView::ChartView(Document& document, const QString& view, QWidget* parent)
    : QWidget(parent), m_private(new Private{document, view})
{
    Private& d = *m_private;
    d.header = new QWidget(this);
    d.switches = new QHBoxLayout(d.header);
    d.switches->setContentsMargins(16, 8, 16, 0);
    d.switches->setSpacing(8);
    d.surface = new ChartSurface(this);
    d.surface->setObjectName(view + QStringLiteral("Surface"));
    d.builder = new FigureBuilder(document, view.toStdString(), this);
    d.later = new QTimer(this);
    d.later->setSingleShot(true);
    d.later->setInterval(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d.header);
    layout->addWidget(d.surface, 1);
    d.style.withSources = false; // they are under the picture when it is exported
    d.style.isScaled = false;    // on the screen type stays as large as that around it
    d.style.lettering = Lettering::Glyphs;
    d.surface->setStyle(d.style);
    setFocusProxy(d.surface);
    connect(d.later, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_private->build();
    });
    connect(d.builder, &FigureBuilder::ready, this, [this](const ChartFigure& figure) {
        m_private->show(figure);
        emit figureShown();
    });
    connect(&document, &Document::changed, this, [this] { outdate(); });
    connect(&document, &Document::viewedChanged, this, [this] { outdate(); });
    connect(&document, &Document::lensChanged, this, [this] { outdate(); });
    connect(&document, &Document::selectionChanged, this, [this] {
        if (!m_private->isStale)
            m_private->light();
        followSelection();
    });
    connect(d.surface, &ChartSurface::picked, this, &ChartView::pick);
    connect(d.surface, &ChartSurface::opened, this, &ChartView::open);
    connect(d.surface, &ChartSurface::menuWanted, this, &ChartView::showMenu);
    connect(d.surface, &ChartSurface::ordered, this, &ChartView::keepOrder);
    connect(d.surface, &ChartSurface::yearsChosen, this, [this](int from, int to) { chooseYears(from, to); });
    connect(d.surface, &ChartSurface::allYearsWanted, this, [this] { chooseYears({}, {}); });
}

ChartView::~ChartView() = default;

void ChartView::outdate()
{
    m_private->isStale = true;
    if (isVisible())
        m_private->later->start();
}

QString ChartView::viewName() const
{
    return m_private->view;
}

const ChartFigure& ChartView::figure() const
{
    const bool isOfAnotherDay = m_private->builtOn != QDate::currentDate(); // the window may stand for days
    if (m_private->isStale || isOfAnotherDay || m_private->builder->isBusy())
        m_private->buildNow();
    return m_private->surface->figure();
}

ChartFigure ChartView::shown() const
{
    ChartFigure copy = figure();
    if (auto* flow = std::get_if<FlowFigure>(&copy))
        if (const auto order = m_private->surface->order(); !order.empty())
            flow->orders = order;
    return copy;
}

void ChartView::setMostAtOnce(std::size_t deals)
{
    m_private->builder->setMostAtOnce(deals);
}

void ChartView::setAnimated(bool isAnimated)
{
    m_private->surface->setAnimated(isAnimated);
}

std::vector<std::string> ChartView::lit() const
{
    return m_private->surface->lit();
}

void ChartView::setTheme(Theme theme)
{
    m_private->style.theme = theme;
    m_private->surface->setStyle(m_private->style);
}

void ChartView::retranslate()
{
    m_private->surface->setStyle(m_private->style);
    fillHeader();
    fillPin();
    fillYears();
    outdate();
}

const FigureOptions& ChartView::options() const noexcept
{
    return m_private->options;
}

void ChartView::setOptions(const FigureOptions& options)
{
    const FigureOptions& before = m_private->options;
    if (options.mode != before.mode || options.layer != before.layer || options.grouping != before.grouping)
        m_private->surface->forgetOrder(); // another picture, which looks the same each time it is chosen
    m_private->options = options;
    fillHeader();
    fillYears();
    outdate();
}

QString ChartView::saveState() const
{
    return textOf(ViewState{m_private->options, isPinned()});
}

std::optional<bool> ChartView::isPinned() const
{
    return m_private->pin == nullptr ? std::nullopt : std::optional(m_private->pin->isChecked());
}

void ChartView::restoreState(const QString& text)
{
    const std::optional<ViewState> state = stateIn(text, document().chain(), m_private->options);
    if (!state)
        return;
    if (m_private->pin != nullptr)
        m_private->pin->setChecked(state->isPinned.value_or(m_private->pinned == Pin::Places));
    setOptions(state->options);
}

void ChartView::copyPicture() const
{
    ExportOptions picture;
    picture.size = m_private->surface->size().expandedTo({kLeastPictureSide, kLeastPictureSide});
    picture.scale = std::clamp(m_private->surface->devicePixelRatioF(), kLeastPictureScale, kMostPictureScale);
    picture.theme = m_private->style.theme;
    const ChartFigure figure = shown();
    picture.size = sizeWithRoom(figure, picture); // its sources want room too
    if (Result<CopiedPicture> copied = chartForClipboard(figure, picture))
        QGuiApplication::clipboard()->setMimeData(copied->data.release());
}

bool ChartView::event(QEvent* event)
{
    if (event->type() == QEvent::Show && m_private->isStale)
        m_private->build();
    return QWidget::event(event);
}

void ChartView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        fillHeader();
        fillPin();
        fillYears();
        outdate();
    }
    QWidget::changeEvent(event);
}

Document& ChartView::document() const noexcept
{
    return m_private->document;
}

QWidget& ChartView::header() const
{
    return *m_private->header;
}

void ChartView::addSwitch(QWidget* widget)
{
    m_private->switches->addWidget(widget);
}

void ChartView::addYears()
{
    m_private->years = new YearRange(viewName(), m_private->header);
    connect(m_private->years, &YearRange::chosen, this, &ChartView::chooseYears);
    addSwitch(m_private->years);
    fillYears();
}

void ChartView::addPin(Pin what)
{
    m_private->pinned = what;
    auto* pin = new QToolButton(m_private->header);
    pin->setObjectName(viewName() + QStringLiteral("Pin"));
    pin->setCheckable(true);
    pin->setAutoRaise(true);
    pin->setIcon(lineIcon(QStringLiteral("pin")));
    pin->setChecked(what == Pin::Places); // nothing jumps unless it is let go
    m_private->pin = pin;
    if (what == Pin::Group)
        connect(pin, &QToolButton::toggled, this, &ChartView::followSelection);
    else
        connect(pin, &QToolButton::toggled, this, &ChartView::outdate);
    addSwitch(pin);
    fillPin();
}

void ChartView::fillPin()
{
    if (m_private->pin == nullptr)
        return;
    const bool isOfGroup = m_private->pinned == Pin::Group;
    m_private->pin->setAccessibleName(isOfGroup ? tr("Keep this group") : tr("Keep places"));
    m_private->pin->setToolTip(
        isOfGroup ? tr("Keep this group, whatever is selected elsewhere")
                  : tr("Keep places: what stays in the picture stays where it was. Without it a period looks the same "
                       "whatever was looked at before."));
}

/// A view of one group shows the company or tier that is selected elsewhere, unless its own is pinned.
void ChartView::followSelection()
{
    const std::optional<RowRef> row = document().selection().row;
    const bool isFollowing = m_private->pin != nullptr && m_private->pinned == Pin::Group &&
                             !m_private->pin->isChecked() && !m_private->isPicking;
    if (!isFollowing || !row || !document().chain().isAlive(*row) || !Group::of(*row))
        return;
    const Chain& chain = document().chain();
    const std::string key(row->table == Table::Nodes ? chain.text(chain.nodes()[NodeId{row->row}].head.key)
                                                     : chain.text(chain.tiers()[TierId{row->row}].head.key));
    if (key == m_private->options.group)
        return;
    FigureOptions options = m_private->options;
    options.group = key;
    setOptions(options);
}

void ChartView::fillYears()
{
    if (m_private->years == nullptr)
        return;
    const auto yearOf = [](const std::optional<Period>& period) {
        return period ? std::optional(period->year) : std::nullopt;
    };
    m_private->years->retranslate();
    m_private->years->setYears(yearOf(m_private->options.from), yearOf(m_private->options.to));
}

void ChartView::chooseYears(std::optional<int> from, std::optional<int> to)
{
    const auto periodOf = [](std::optional<int> year) {
        return year ? std::optional(Period{PeriodKind::Year, *year, 0}) : std::nullopt;
    };
    FigureOptions options = m_private->options;
    options.from = periodOf(from);
    options.to = periodOf(to);
    setOptions(options);
}

void ChartView::finishHeader()
{
    m_private->switches->addStretch(1);
}

void ChartView::pick(const std::optional<ChartHit>& hit)
{
    m_private->surface->setFocus(Qt::MouseFocusReason);
    if (hit && !hit->row)
        return;                  // what stands for no single row leaves the selection as it is
    m_private->isPicking = true; // a click lights its mark here and does not take the picture away
    document().select(hit ? hit->row : std::nullopt);
    m_private->isPicking = false;
}

void ChartView::open(const ChartHit& hit)
{
    if (!hit.toggle.empty())
        return toggle(hit.toggle);
    if (const std::optional<FigureCell> cell = figurePointedAt())
        emit figureWanted(*cell);
    else if (!hit.deals.empty())
        emit explainRequested(hit.deals, hit.tooltip.section(QLatin1Char('\n'), 0, 0));
}

std::optional<FigureCell> ChartView::figurePointedAt() const
{
    const ChartSurface& surface = *m_private->surface;
    const std::optional<std::size_t> at = surface.partPointedAt();
    if (!at || m_private->isStale)
        return std::nullopt;
    const auto [chain, rollups] = m_private->document.viewed();
    return cellOf(surface.parts()[*at], surface.figure(), chain, rollups, m_private->options);
}

void ChartView::toggle(const std::string& id)
{
    FigureOptions options = m_private->options;
    if (options.expanded.erase(id) == 0)
        options.expanded.insert(id);
    setOptions(options);
}

/// What the user has put into an order stays so, and with it the picture it was put in; an earlier order of the same
/// boxes is over.
void ChartView::keepOrder(const std::vector<std::string>& ids)
{
    FigureOptions options = m_private->options;
    for (std::vector<std::string>& column : m_private->surface->order())
        if (column.size() > 1 && std::find(ids.begin(), ids.end(), column.front()) == ids.end())
            replaceOrder(options.orders, column);
    replaceOrder(options.orders, ids);
    setOptions(options);
}

void ChartView::orderAfresh()
{
    FigureOptions options = m_private->options;
    options.orders.clear();
    m_private->surface->forgetOrder();
    setOptions(options);
}

void ChartView::addActions(QMenu& menu)
{
    Q_UNUSED(menu)
}

void ChartView::showMenu(const std::optional<ChartHit>& hit, QPoint at)
{
    auto* menu = new QMenu(this); // the view may go while it is open
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, hit);
    menu->popup(at);
}

void ChartView::fillMenu(QMenu& menu)
{
    fillMenu(menu, m_private->surface->hitAtFocus());
}

void ChartView::fillMenu(QMenu& menu, const std::optional<ChartHit>& hit)
{
    if (hit && !hit->toggle.empty())
        menu.addAction(m_private->options.expanded.count(hit->toggle) > 0 ? tr("Close the group")
                                                                          : tr("Open the group"),
                       this, [this, id = hit->toggle] { toggle(id); });
    if (const std::optional<FigureCell> cell = hit ? figurePointedAt() : std::nullopt)
        menu.addAction(tr("Why this figure"), this, [this, each = *cell] { emit figureWanted(each); });
    if (hit && !hit->deals.empty())
        menu.addAction(tr("Show the deals behind it"), this, [this, each = *hit] {
            emit explainRequested(each.deals, each.tooltip.section(QLatin1Char('\n'), 0, 0));
        });
    if (viewName() == QLatin1String("flow"))
        menu.addAction(tr("Order the boxes afresh"), this, &ChartView::orderAfresh);
    if (QToolButton* pin = m_private->pin) {
        QAction* keep = menu.addAction(pin->accessibleName());
        keep->setCheckable(true);
        keep->setChecked(pin->isChecked());
        connect(keep, &QAction::toggled, pin, &QToolButton::setChecked);
    }
    addActions(menu);
    if (m_private->options.from || m_private->options.to)
        menu.addAction(tr("Show all years"), this, [this] { chooseYears({}, {}); });
    if (!menu.isEmpty())
        menu.addSeparator();
    menu.addAction(tr("Copy the picture"), this, &ChartView::copyPicture);
    menu.addAction(tr("Copy the figures"), this, [this] { QGuiApplication::clipboard()->setText(figuresAsText()); });
    menu.addAction(tr("Export…"), this, &ChartView::exportRequested);
}

QString ChartView::figuresAsText() const
{
    const DataTable& table = headOf(figure()).table;
    QStringList lines{table.columns.join(QLatin1Char('\t'))};
    for (const QStringList& row : table.rows)
        lines << row.join(QLatin1Char('\t'));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace ochain
