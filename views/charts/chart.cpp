// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart.h"

#include "charts/capacity_painter.h"
#include "charts/compared_painter.h"
#include "charts/flow_painter.h"
#include "charts/frame.h"
#include "charts/money_painter.h"
#include "charts/tree_painter.h"

#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace ochain {

int ChartAxis::yearAt(double x) const
{
    if (periods.empty())
        return 0;
    const double share = (x - plot.left()) / std::max(plot.width(), 1.0);
    const auto last = static_cast<double>(periods.size() - 1);
    return periods[static_cast<std::size_t>(std::clamp(share * (last + 1), 0.0, last))].year;
}

QRectF ChartAxis::span(int from, int to) const
{
    const auto place = [&](int year) {
        const auto at = std::find_if(periods.begin(), periods.end(), [year](Period p) { return p.year >= year; });
        return plot.left() + plot.width() * static_cast<double>(at - periods.begin()) /
                                 static_cast<double>(std::max<std::size_t>(periods.size(), 1));
    };
    return {QPointF(place(from), plot.top()), QPointF(place(to + 1), words.bottom())};
}

namespace {

template <class... Each>
struct Overloaded : Each... {
    using Each::operator()...;
};
template <class... Each>
Overloaded(Each...) -> Overloaded<Each...>;

// A picture narrower or lower than this is drawn as if it were so large and made smaller, as far as words can be read.
constexpr QSizeF kFullSize(700, 394);
constexpr double kMostGrowth = 64; ///< of a picture that is too small, until all has room
constexpr double kSmallest = 0.8;  ///< notes of 9.6 pixels: 7.2 points in print

double scaleFor(const ChartStyle& style, QSizeF size)
{
    const double wanted = std::min(size.width() / kFullSize.width(), size.height() / kFullSize.height());
    return style.isScaled ? std::clamp(wanted, kSmallest, 1.0) : 1.0;
}

} // namespace

struct Chart::Private {
    ChartFigure figure;
    ChartStyle style;
    std::vector<std::string> lit;
    std::string hovered;
    std::vector<DrawnMark> marks;
    std::vector<ChartAxis> axes;
    std::vector<std::pair<QString, QRectF>> labels;
    std::vector<WrittenText> texts;
    // the painters keep the places of marks; only the one of the figure's kind is alive
    std::unique_ptr<FlowPainter> flow;
    std::unique_ptr<CapacityPainter> capacity;
    std::unique_ptr<MoneyPainter> money;
    std::unique_ptr<ComparedPainter> compared;
    bool isTree = false; ///< which keeps nothing

    void hand(const FlowFigure& each)
    {
        if (!flow)
            flow = std::make_unique<FlowPainter>();
        flow->setFigure(each);
    }
    void hand(const CapacityFigure& each)
    {
        if (!capacity)
            capacity = std::make_unique<CapacityPainter>();
        capacity->setFigure(each);
    }
    void hand(const MoneyFigure& each)
    {
        if (!money)
            money = std::make_unique<MoneyPainter>();
        money->setFigure(each);
    }
    void hand(const ComparedFigure& /*each*/)
    {
        if (!compared)
            compared = std::make_unique<ComparedPainter>();
    }
    void hand(const TreeFigure& /*each*/) { isTree = true; }
    /// Nothing was handed over yet while the first figure is still being made.
    [[nodiscard]] bool hasFigure() const { return flow || capacity || money || compared || isTree; }
    void paint(Canvas& canvas, const FlowFigure& each, const QRectF& body) const { flow->paint(canvas, each, body); }
    void paint(Canvas& canvas, const CapacityFigure& each, const QRectF& body) const
    {
        capacity->paint(canvas, each, body);
    }
    void paint(Canvas& canvas, const MoneyFigure& each, const QRectF& body) const { money->paint(canvas, each, body); }
    void paint(Canvas& canvas, const ComparedFigure& each, const QRectF& body) const
    {
        compared->paint(canvas, each, body);
    }
    static void paint(Canvas& canvas, const TreeFigure& each, const QRectF& body)
    {
        TreePainter::paint(canvas, each, body);
    }

    [[nodiscard]] Frame frameIn(const QRectF& rect) const;
    void paintInto(Canvas& canvas, const QRectF& rect) const;
    /// Takes what was drawn smaller back into the coordinates of the picture.
    void scaleBack(double scale);
};

Frame Chart::Private::frameIn(const QRectF& rect) const
{
    return {headOf(figure), style, rect, [this](double width, double third) {
                return std::visit(
                    Overloaded{[&](const FlowFigure& each) { return FlowPainter::need(each, width, third); },
                               [&](const CapacityFigure& each) { return CapacityPainter::need(each, width, third); },
                               [&](const MoneyFigure& each) { return MoneyPainter::need(each, width, third); },
                               [&](const ComparedFigure& each) { return ComparedPainter::need(each, width, third); },
                               [&](const TreeFigure& each) { return TreePainter::need(each, width); }},
                    figure);
            }};
}

void Chart::Private::paintInto(Canvas& canvas, const QRectF& rect) const
{
    const ChartHead& head = headOf(figure);
    const Frame frame = frameIn(rect);
    canvas.painter.fillRect(rect, canvas.paper());
    frame.draw(canvas);
    canvas.listedSources = frame.listedSources();
    if (head.isEmpty())
        drawEmpty(canvas, head, frame.body());
    else if (!frame.fits())
        drawNoRoom(canvas, frame.body());
    else if (hasFigure())
        std::visit([&](const auto& each) { paint(canvas, each, frame.body()); }, figure);
}

void Chart::Private::scaleBack(double scale)
{
    const QTransform back = QTransform::fromScale(scale, scale);
    for (DrawnMark& mark : marks)
        mark.shape = back.map(mark.shape);
    for (ChartAxis& axis : axes) {
        axis.words = back.mapRect(axis.words);
        axis.plot = back.mapRect(axis.plot);
    }
    for (auto& label : labels)
        label.second = back.mapRect(label.second);
}

Chart::Chart() : m_private(std::make_unique<Private>())
{}
Chart::~Chart() = default;

void Chart::setFigure(ChartFigure figure)
{
    m_private->figure = std::move(figure);
    std::visit(
        [this](const auto& each) {
            if (!each.head.isEmpty())
                m_private->hand(each);
        },
        m_private->figure);
}

const ChartFigure& Chart::figure() const noexcept
{
    return m_private->figure;
}

void Chart::setStyle(const ChartStyle& style)
{
    m_private->style = style;
}

void Chart::setLit(std::vector<std::string> ids)
{
    m_private->lit = std::move(ids);
}

void Chart::setHovered(const std::string& id)
{
    m_private->hovered = id;
}

bool Chart::beginMove()
{
    return m_private->flow && std::holds_alternative<FlowFigure>(m_private->figure) && m_private->flow->beginMove();
}

void Chart::setProgress(double progress)
{
    if (m_private->flow)
        m_private->flow->setProgress(progress);
}

void Chart::drag(const std::string& id, double y)
{
    if (m_private->flow)
        m_private->flow->geometry().drag(id, y);
}

void Chart::drop(bool isKept)
{
    if (m_private->flow)
        m_private->flow->geometry().drop(isKept);
}

std::vector<std::vector<std::string>> Chart::order() const
{
    return m_private->flow ? m_private->flow->geometry().order() : std::vector<std::vector<std::string>>();
}

void Chart::forgetOrder()
{
    if (m_private->flow)
        m_private->flow->geometry().forgetOrder();
}

void Chart::paint(QPainter& painter, const QRectF& rect)
{
    Private& d = *m_private;
    d.marks.clear();
    d.axes.clear();
    const double scale = scaleFor(d.style, rect.size());
    Scribe scribe(painter, d.style.lettering);
    Canvas canvas{painter, scribe, d.style, d.marks, d.axes, d.lit, d.hovered};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    d.paintInto(canvas, QRectF(rect.topLeft() / scale, rect.size() / scale));
    painter.restore();
    d.labels = scribe.written();
    d.texts = scribe.texts();
    if (scale < 1)
        d.scaleBack(scale);
}

bool Chart::fits(QSizeF size) const
{
    const double scale = scaleFor(m_private->style, size);
    return headOf(m_private->figure).isEmpty() || m_private->frameIn(QRectF(QPointF(0, 0), size / scale)).fits();
}

QSize Chart::leastSize(QSize size) const
{
    const auto grown = [size](double factor) {
        return QSize(static_cast<int>(std::ceil(size.width() * factor)),
                     static_cast<int>(std::ceil(size.height() * factor)));
    };
    double enough = 1;
    while (!fits(QSizeF(grown(enough))) && enough < kMostGrowth)
        enough *= 2;
    double tooSmall = enough > 1 ? enough / 2 : 1;
    while (enough - tooSmall > 0.5 / std::max(1, std::min(size.width(), size.height()))) {
        const double middle = (enough + tooSmall) / 2;
        (fits(QSizeF(grown(middle))) ? enough : tooSmall) = middle;
    }
    return grown(enough);
}

std::optional<ChartHit> Chart::hit(QPointF point) const
{
    const auto& marks = m_private->marks;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
        if (mark->shape.contains(point))
            return ChartHit{mark->id, mark->row, mark->deals, mark->tooltip, mark->toggle, mark->isMovable};
    return std::nullopt;
}

const std::vector<ChartAxis>& Chart::axes() const noexcept
{
    return m_private->axes;
}

std::vector<std::pair<std::string, QRectF>> Chart::marks() const
{
    std::vector<std::pair<std::string, QRectF>> all;
    for (const DrawnMark& mark : m_private->marks)
        all.emplace_back(mark.id, mark.shape.boundingRect());
    return all;
}

std::vector<std::pair<QString, QRectF>> Chart::labels() const
{
    return m_private->labels;
}

const std::vector<WrittenText>& Chart::texts() const noexcept
{
    return m_private->texts;
}

} // namespace ochain
