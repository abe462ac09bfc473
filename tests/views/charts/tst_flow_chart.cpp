// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart.h"
#include "effort.h"
#include "figures_testing.h"
#include "speaking.h"

#include <QImage>
#include <QObject>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QString>
#include <QTest>

#include <algorithm>
#include <map>

using namespace ochain;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

constexpr QSize kSlide(1280, 720);
constexpr QSize kA3(1587, 1123); ///< at 96 dots an inch
constexpr QSize kSmall(800, 500);

const Shipped& shipped()
{
    static const Shipped chain;
    return chain;
}

/// What a picture of the flow is asked for: money, or the key of a layer.
FlowFigure flowOf(const std::string& what, Grouping grouping, Period period)
{
    FigureOptions options = Shipped::at(period);
    options.grouping = grouping;
    options.mode = what == "money" ? FlowMode::Money : FlowMode::Capacity;
    if (what != "money")
        options.layer = what;
    return buildFlow(shipped().chain, shipped().rollups, options);
}

QImage painted(Chart& chart, QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    chart.paint(painter, QRectF(QPointF(0, 0), QSizeF(size)));
    return image;
}

std::map<std::string, QRectF> boxesOf(const Chart& chart)
{
    std::map<std::string, QRectF> boxes;
    for (const auto& [id, box] : chart.marks())
        if (id.find('>') == std::string::npos)
            boxes[id] = box;
    return boxes;
}

const std::vector<std::string>& whatFlows()
{
    static const std::vector<std::string> all = [] {
        std::vector<std::string> keys{"money"};
        for (const TierId tier : shipped().chain.layers())
            keys.emplace_back(shipped().chain.text(shipped().chain.tiers()[tier].head.key));
        return keys;
    }();
    return all;
}

/// The first pair of texts of a chart that stand over one another, or a text that leaves the frame; empty: none.
QString faultOfLabels(const Chart& chart, QSize size)
{
    const auto labels = chart.labels();
    const QRectF frame(QPointF(0, 0), QSizeF(size));
    for (std::size_t a = 0; a < labels.size(); ++a) {
        if (!frame.contains(labels[a].second))
            return labels[a].first + QStringLiteral(" leaves the frame");
        for (std::size_t b = a + 1; b < labels.size(); ++b) {
            const QRectF shared = labels[a].second & labels[b].second;
            if (shared.width() >= 1 && shared.height() >= 3)
                return labels[a].first + QStringLiteral(" | ") + labels[b].first;
        }
    }
    return {};
}

} // namespace

class TestFlowChart final : public QObject {
    Q_OBJECT

private slots:
    /// By tier, by company, all deals; money and each layer; 2025 to 2032; both scripts; from small to A3.
    void labelsAreApartAndInTheFrame_data()
    {
        QTest::addColumn<std::string>("what");
        QTest::addColumn<int>("grouping");
        for (const std::string& what : whatFlows())
            for (const Grouping grouping : {Grouping::Tier, Grouping::Company, Grouping::Deal})
                QTest::addRow("%s by %s", what.c_str(), groupingName(grouping).c_str())
                    << what << static_cast<int>(grouping);
    }
    void labelsAreApartAndInTheFrame()
    {
        QFETCH(std::string, what);
        QFETCH(int, grouping);
        const int step = testing::isLong() ? 1 : 3;
        int drawn = 0;
        for (int number = 2025; number <= 2032; number += step)
            for (const QSize size : {kSmall, kSlide, kA3})
                for (const Language each : {Language::English, Language::Chinese}) {
                    const testing::Speaking speaking(each);
                    Chart chart;
                    chart.setStyle({});
                    const FlowFigure figure = flowOf(what, static_cast<Grouping>(grouping), year(number));
                    drawn += figure.head.isEmpty() ? 0 : 1;
                    chart.setFigure(figure);
                    painted(chart, size);
                    QVERIFY(chart.labels().size() > 2);
                    const QString fault = faultOfLabels(chart, size);
                    QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("%1 %2x%3: %4")
                                                             .arg(number)
                                                             .arg(size.width())
                                                             .arg(size.height())
                                                             .arg(fault)));
                }
        QVERIFY(drawn > 0);
    }

    void aMoveGoesFromTheOldPlacesToTheNew()
    {
        Chart chart;
        QVERIFY(!chart.beginMove()); // nothing was painted yet
        chart.setFigure(flowOf("money", Grouping::Company, year(2027)));
        const QImage before = painted(chart, kSlide);
        const auto start = boxesOf(chart);
        QVERIFY(chart.beginMove());
        chart.setFigure(flowOf("money", Grouping::Company, year(2029)));
        const QImage atStart = painted(chart, kSlide);
        const auto first = boxesOf(chart);
        chart.setProgress(0.5);
        painted(chart, kSlide);
        const auto middle = boxesOf(chart);
        chart.setProgress(1);
        const QImage after = painted(chart, kSlide);
        const auto end = boxesOf(chart);
        int moved = 0;
        for (const auto& [id, box] : end) {
            if (start.count(id) == 0)
                continue;
            QVERIFY(std::abs(first.at(id).top() - start.at(id).top()) < 0.01);
            QVERIFY(std::abs(middle.at(id).top() - (start.at(id).top() + box.top()) / 2) < 0.01);
            QVERIFY(std::abs(middle.at(id).height() - (start.at(id).height() + box.height()) / 2) < 0.01);
            moved += std::abs(box.top() - start.at(id).top()) > 1 ? 1 : 0;
        }
        QVERIFY(moved > 3);
        QVERIFY(after != atStart);
        QVERIFY(after != before);
        Chart fresh; // arrived, nothing is left of the move
        FlowFigure same = flowOf("money", Grouping::Company, year(2029));
        same.orders = chart.order();
        fresh.setFigure(same);
        painted(fresh, kSlide);
        QVERIFY(fresh.order() == chart.order());
    }

    void aDraggedBoxFollowsTheHandAndTheOthersMakeRoom()
    {
        Chart chart;
        chart.setFigure(flowOf("money", Grouping::Company, year(2028)));
        painted(chart, kSlide);
        const auto before = boxesOf(chart);
        const QRectF oracle = before.at("node:oracle");
        chart.drag("node:oracle", oracle.center().y() - 30);
        painted(chart, kSlide);
        QVERIFY(std::abs(boxesOf(chart).at("node:oracle").center().y() - (oracle.center().y() - 30)) < 0.01);
        chart.drag("node:oracle", 0); // beyond the frame it goes no further
        painted(chart, kSlide);
        QVERIFY(boxesOf(chart).at("node:oracle").top() > 80);
        const auto columnOf = [&](const std::string& id) {
            for (const auto& column : chart.order())
                if (std::find(column.begin(), column.end(), id) != column.end())
                    return column;
            return std::vector<std::string>();
        };
        const auto place = [](const std::vector<std::string>& column, const std::string& id) {
            return std::find(column.begin(), column.end(), id) - column.begin();
        };
        const std::vector<std::string> column = columnOf("node:oracle");
        QVERIFY(place(column, "node:oracle") < place(column, "node:microsoft"));
        QVERIFY(before.at("node:oracle").top() > before.at("node:microsoft").top());
        FlowFigure figure = flowOf("money", Grouping::Company, year(2028));
        figure.orders = {column};
        chart.setFigure(figure);
        chart.drop(true);
        painted(chart, kSlide);
        QVERIFY(columnOf("node:oracle") == column);
        // the order stays through other years, where some are gone and others come
        figure = flowOf("money", Grouping::Company, year(2027));
        figure.orders = {column};
        chart.setFigure(figure);
        painted(chart, kSlide);
        const std::vector<std::string> later = columnOf("node:oracle");
        QVERIFY(place(later, "node:oracle") < place(later, "node:microsoft"));
    }

    void aDragTakenBackLeavesNothingBehind()
    {
        Chart chart;
        chart.setFigure(flowOf("money", Grouping::Company, year(2028)));
        painted(chart, kSlide);
        const auto before = chart.order();
        chart.drag("node:oracle", 0);
        painted(chart, kSlide);
        QVERIFY(chart.order() != before);
        chart.drop(false);
        painted(chart, kSlide);
        QVERIFY(chart.order() == before);
    }

    void aPictureForAFileHasTheOrderOfTheScreen()
    {
        Chart screen; // that has come a long way
        for (int number = 2025; number <= 2029; ++number) {
            screen.setFigure(flowOf("money", Grouping::Company, year(number)));
            painted(screen, kSmall);
        }
        FlowFigure figure = flowOf("money", Grouping::Company, year(2029));
        figure.orders = screen.order();
        Chart file;
        file.setFigure(figure);
        painted(file, kA3);
        QVERIFY(file.order() == screen.order());
    }

    void whatIsTracedIsLitByItsShare()
    {
        Chart chart;
        const FlowFigure figure = flowOf("money", Grouping::Company, year(2028));
        chart.setFigure(figure);
        chart.setLit({"node:oracle"});
        painted(chart, kSlide);
        for (const auto& [id, box] : chart.marks()) {
            if (id != "node:openai-group>node:chatgpt" && id.find(">node:paying-users") == std::string::npos)
                continue;
            const auto hit = chart.hit(box.center());
            if (!hit || hit->id != id)
                continue;
            QVERIFY2(hit->tooltip.contains(QStringLiteral("flows through Oracle")), qPrintable(hit->tooltip));
            return;
        }
        QFAIL("no ribbon that is traced in part was found");
    }
};

QTEST_MAIN(TestFlowChart)
#include "tst_flow_chart.moc"
