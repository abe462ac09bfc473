// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart.h"

#include "charts/capacity_painter.h"
#include "charts/flow_painter.h"
#include "charts/money_painter.h"

#include <QPainter>

#include <algorithm>

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
    /// Nothing was handed over yet while the first figure is still being made.
    [[nodiscard]] bool hasFigure() const { return flow || capacity || money; }
    void paint(Canvas& canvas, const FlowFigure& each, const QRectF& body) const { flow->paint(canvas, each, body); }
    void paint(Canvas& canvas, const CapacityFigure& each, const QRectF& body) const
    {
        capacity->paint(canvas, each, body);
    }
    void paint(Canvas& canvas, const MoneyFigure& each, const QRectF& body) const { money->paint(canvas, each, body); }
};

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
    Scribe scribe(painter, d.style.textAsOutlines);
    Canvas canvas{painter, scribe, d.style, d.marks, d.axes, d.lit, d.hovered};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.fillRect(rect, canvas.paper());
    const ChartHead& head = headOf(d.figure);
    const QRectF body = drawFrame(canvas, head, rect);
    if (head.isEmpty())
        drawEmpty(canvas, head, body);
    else if (d.hasFigure())
        std::visit([&](const auto& each) { d.paint(canvas, each, body); }, d.figure);
    painter.restore();
    d.labels = scribe.written();
    d.texts = scribe.texts();
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
