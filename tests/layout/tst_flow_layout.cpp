// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs.h"
#include "layout_check.h"
#include "layout_test.h"

#include "layout/flow_layout.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

using namespace ochain::layout;
using namespace ochain::test;

namespace {

std::vector<int> columnsOf(const Layout& layout)
{
    std::vector<int> columns;
    for (const PlacedNode& node : layout.nodes)
        columns.push_back(node.column);
    return columns;
}

} // namespace

class TestFlowLayout final : public QObject {
    Q_OBJECT

private slots:
    void hostileGraphsHaveSoundLayouts_data();
    void hostileGraphsHaveSoundLayouts();
    void randomGraphsHaveSoundLayouts_data();
    void randomGraphsHaveSoundLayouts();
    void smallGraphsReachTheLeastCrossings_data();
    void smallGraphsReachTheLeastCrossings();
    void columnsAreLongestPathsOnceTheLeastFeedbackIsTurned();
    void theCheapestLinksOfACycleAreTurned();
    void givenColumnsAreKeptAndMissingOnesFound();
    void aStraightChainStaysStraight();
    void aLongLinkPassesBesideTheNodesBetween();
    void aStraightChainStaysStraightBesideLoops();
    void nestedLoopsDoNotCut();
    void loopsThatInterlockTakeTwoSides();
    void renumberingNodesAndLinksChangesNoQuality();
    void valuesAreOnlyProportions();
    void aSpentBudgetStillGivesASoundLayout();
    void cancellingStillGivesASoundLayout();
};

void TestFlowLayout::hostileGraphsHaveSoundLayouts_data()
{
    QTest::addColumn<Graph>("graph");

    QTest::newRow("nothing") << Graph{};
    QTest::newRow("columns without nodes") << Graph{5, {}, {}};
    QTest::newRow("one node") << nodesAnywhere(1, {});
    QTest::newRow("one node linked to itself") << nodesAnywhere(1, {{0, 0, 3}});
    QTest::newRow("two nodes both ways") << nodesAnywhere(2, {{0, 1, 3}, {1, 0, 2}});
    QTest::newRow("both ways within one column") << nodesIn({0, 0}, {{0, 1, 3}, {1, 0, 2}});
    QTest::newRow("parallel links") << nodesAnywhere(2, {{0, 1, 3}, {0, 1, 2}, {0, 1, 0}, {0, 1, 3}});
    QTest::newRow("parallel long links") << nodesIn({0, 1, 2}, {{0, 2, 3}, {0, 2, 2}, {0, 1, 1}, {1, 2, 1}, {0, 2, 0}});
    QTest::newRow("all values zero") << nodesAnywhere(4, {{0, 1, 0}, {0, 2, 0}, {1, 3, 0}, {2, 3, 0}, {3, 0, 0}});
    QTest::newRow("twelve orders of magnitude")
        << nodesAnywhere(5, {{0, 2, 1e12}, {1, 2, 1}, {0, 3, 1e-3}, {1, 3, 1e9}, {2, 4, 1e12}, {3, 4, 7}});
    QTest::newRow("smallest and largest values")
        << nodesAnywhere(4, {{0, 2, 1e140}, {1, 3, 1e-140}, {0, 3, 1}, {1, 2, 1e100}});
    QTest::newRow("parts that are not joined") << nodesAnywhere(7, {{0, 1, 3}, {2, 3, 5}, {3, 2, 1}, {4, 4, 2}});
    QTest::newRow("empty columns between") << nodesIn({0, 40, 40}, {{0, 1, 3}, {0, 2, 5}, {2, 0, 1}});
    QTest::newRow("only backward links") << nodesIn({3, 2, 1, 0}, {{0, 1, 3}, {1, 2, 5}, {0, 3, 1}, {0, 2, 1}});

    Graph chain = nodesAnywhere(3000, {});
    for (std::uint32_t n = 0; n + 1 < 3000; ++n)
        chain.links.push_back({n, n + 1, 1});
    QTest::newRow("a chain of 3000") << chain;
    Graph ring = chain;
    ring.links.push_back({2999, 0, 1});
    QTest::newRow("a ring of 3000") << ring;
    Graph star = nodesAnywhere(2001, {});
    for (std::uint32_t n = 1; n <= 2000; ++n)
        star.links.push_back({n % 2 == 0 ? 0 : n, n % 2 == 0 ? n : 0, 1.0 + n % 7});
    QTest::newRow("a star of 2000") << star;
    Graph complete = nodesAnywhere(24, {});
    for (std::uint32_t a = 0; a < 24; ++a) {
        for (std::uint32_t b = 0; b < 24; ++b)
            complete.links.push_back({a, b, 1.0 + (a * 7 + b * 3) % 5});
    }
    QTest::newRow("everybody to everybody") << complete;
}

void TestFlowLayout::hostileGraphsHaveSoundLayouts()
{
    QFETCH(const Graph, graph);
    const Layout layout = layoutFlow(graph, brief());
    QCOMPARE(textOf(flaws(graph, layout)), QString());
    QVERIFY(isSame(layout, layoutFlow(graph, brief())));
}

void TestFlowLayout::randomGraphsHaveSoundLayouts_data()
{
    QTest::addColumn<GraphRecipe>("recipe");
    QTest::addColumn<int>("count");

    QTest::newRow("a few nodes, columns found") << GraphRecipe{6, 9} << 300;
    QTest::newRow("a few nodes, wild values") << GraphRecipe{8, 14, 0, true, true, true} << 300;
    QTest::newRow("columns given, forward") << GraphRecipe{30, 60, 6} << 100;
    QTest::newRow("columns given, both ways, wild") << GraphRecipe{30, 60, 6, false, true, true} << 100;
    QTest::newRow("dense, columns found") << GraphRecipe{20, 150} << 40;
    QTest::newRow("more columns than links") << GraphRecipe{40, 15, 25, false} << 40;
    QTest::newRow("hundreds") << GraphRecipe{200, 500, 8} << 3;
}

void TestFlowLayout::randomGraphsHaveSoundLayouts()
{
    QFETCH(const GraphRecipe, recipe);
    QFETCH(const int, count);
    std::mt19937 random(7);
    for (int i = 0; i < count; ++i) {
        const Graph graph = randomGraph(recipe, random);
        QCOMPARE(textOf(flaws(graph, layoutFlow(graph, brief()))), QString());
    }
}

void TestFlowLayout::smallGraphsReachTheLeastCrossings_data()
{
    QTest::addColumn<GraphRecipe>("recipe");

    QTest::newRow("two columns") << GraphRecipe{9, 14, 2, true, false};
    QTest::newRow("three columns") << GraphRecipe{10, 18, 3, true, false};
    QTest::newRow("four columns, wild") << GraphRecipe{11, 20, 4, true, false, true};
}

void TestFlowLayout::smallGraphsReachTheLeastCrossings()
{
    QFETCH(const GraphRecipe, recipe);
    std::mt19937 random(11);
    for (int i = 0; i < 10; ++i) {
        const Graph graph = randomGraph(recipe, random);
        const double least = leastCrossings(graph);
        Options options;
        options.effort = 0.3;
        const Layout layout = layoutFlow(graph, options);
        QVERIFY(layout.quality.bound <= least * (1 + 1e-9));
        QVERIFY2(layout.quality.weighted <= least * (1 + 1e-9),
                 qPrintable(QStringLiteral("graph %1: %2, least %3").arg(i).arg(layout.quality.weighted).arg(least)));
    }
}

void TestFlowLayout::columnsAreLongestPathsOnceTheLeastFeedbackIsTurned()
{
    const Graph graph = nodesAnywhere(5, {{0, 1, 5}, {1, 2, 5}, {0, 3, 1}, {3, 2, 1}, {2, 4, 4}, {2, 0, 1}, {4, 4, 9}});
    const Layout layout = layoutFlow(graph);
    QCOMPARE(columnsOf(layout), (std::vector<int>{0, 1, 2, 1, 3}));
    QCOMPARE(layout.columns, 4);
    QVERIFY(layout.links[5].reversed);
    QVERIFY(layout.links[6].reversed);
}

void TestFlowLayout::theCheapestLinksOfACycleAreTurned()
{
    // Turning the one link of 3 costs less than the two of 2.
    const Graph graph = nodesAnywhere(4, {{0, 1, 9}, {1, 2, 2}, {1, 3, 2}, {2, 0, 9}, {3, 0, 9}, {0, 1, 0}});
    const Layout layout = layoutFlow(graph);
    double turned = 0;
    for (const PlacedLink& link : layout.links)
        turned += link.reversed ? link.value : 0;
    QCOMPARE(turned, 4.0);
}

void TestFlowLayout::givenColumnsAreKeptAndMissingOnesFound()
{
    Graph graph = nodesAnywhere(4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}});
    graph.nodes[1].column = 4;
    const Layout layout = layoutFlow(graph);
    QCOMPARE(columnsOf(layout), (std::vector<int>{0, 4, 5, 6}));
}

void TestFlowLayout::aStraightChainStaysStraight()
{
    const Graph graph = nodesIn({0, 0, 1, 1, 2, 3}, {{0, 2, 10}, {2, 4, 10}, {4, 5, 10}, {1, 3, 4}, {1, 5, 2}});
    const Layout layout = layoutFlow(graph);
    for (const std::size_t link : {0U, 1U, 2U, 3U})
        QCOMPARE(layout.links[link].y0, layout.links[link].y1);
}

void TestFlowLayout::aLongLinkPassesBesideTheNodesBetween()
{
    const Graph graph =
        nodesIn({0, 1, 1, 1, 2}, {{0, 4, 5}, {0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {1, 4, 1}, {2, 4, 1}, {3, 4, 1}});
    const Layout layout = layoutFlow(graph);
    QCOMPARE(textOf(flaws(graph, layout)), QString());
    QCOMPARE(layout.quality.weighted, 0.0);
    QVERIFY(layout.quality.optimal);
}

void TestFlowLayout::aStraightChainStaysStraightBesideLoops()
{
    const Graph graph = nodesIn({0, 1, 2, 3}, {{0, 1, 10}, {1, 2, 10}, {2, 3, 10}, {3, 2, 2}, {1, 1, 3}});
    const Layout layout = layoutFlow(graph);
    QCOMPARE(textOf(flaws(graph, layout)), QString());
    for (const std::size_t link : {0U, 1U, 2U})
        QVERIFY(std::abs(layout.links[link].y0 - layout.links[link].y1) < 1e-6);
}

void TestFlowLayout::loopsThatInterlockTakeTwoSides()
{
    const Graph graph = nodesIn({0, 1, 2, 3}, {{0, 1, 9}, {1, 2, 9}, {2, 3, 9}, {2, 0, 2}, {3, 1, 2}});
    const Layout layout = layoutFlow(graph);
    QVERIFY(layout.links[3].loop.above != layout.links[4].loop.above);
}

void TestFlowLayout::renumberingNodesAndLinksChangesNoQuality()
{
    // Small enough for the least crossings to be found, whatever number a node has.
    std::mt19937 random(17);
    for (int i = 0; i < 20; ++i) {
        const Graph graph = randomGraph({12, 22, 4, true, false}, random);
        Graph other = graph;
        std::vector<std::uint32_t> number(graph.nodes.size());
        std::iota(number.begin(), number.end(), 0U);
        for (std::uint32_t n = 0; n < number.size(); ++n)
            std::swap(number[n], number[n + below(static_cast<std::uint32_t>(number.size()) - n, random)]);
        for (std::uint32_t n = 0; n < number.size(); ++n)
            other.nodes[number[n]] = graph.nodes[n];
        for (Link& link : other.links)
            link = {number[link.source], number[link.target], link.value};
        std::reverse(other.links.begin(), other.links.end());
        const Layout a = layoutFlow(graph);
        const Layout b = layoutFlow(other);
        QCOMPARE(a.quality.weighted, b.quality.weighted);
        for (std::uint32_t n = 0; n < number.size(); ++n)
            QVERIFY(std::abs(a.nodes[n].y1 - a.nodes[n].y0 - b.nodes[number[n]].y1 + b.nodes[number[n]].y0) < 1e-6);
    }
}

void TestFlowLayout::valuesAreOnlyProportions()
{
    std::mt19937 random(19);
    const Graph graph = randomGraph({25, 60, 5, false}, random);
    Graph larger = graph;
    for (Link& link : larger.links)
        link.value *= 1048576; // exact
    const Layout a = layoutFlow(graph, brief());
    const Layout b = layoutFlow(larger, brief());
    for (std::size_t n = 0; n < graph.nodes.size(); ++n)
        QVERIFY(std::abs(a.nodes[n].y0 - b.nodes[n].y0) < 1e-6);
}

void TestFlowLayout::nestedLoopsDoNotCut()
{
    const Graph graph = nodesIn({0, 1, 2, 3}, {{0, 1, 9}, {1, 2, 9}, {2, 3, 9}, {3, 0, 2}, {2, 1, 1}, {1, 1, 1}});
    const Layout layout = layoutFlow(graph);
    const Loop& outer = layout.links[3].loop;
    const Loop& inner = layout.links[4].loop;
    const Loop& self = layout.links[5].loop;
    QCOMPARE(outer.above, inner.above);
    QVERIFY(outer.above ? outer.y < inner.y && inner.y < self.y : outer.y > inner.y && inner.y > self.y);
    QVERIFY(self.targetTurn < inner.targetTurn);
    QVERIFY(layout.top < 0 || layout.bottom > layout.height);
}

void TestFlowLayout::aSpentBudgetStillGivesASoundLayout()
{
    std::mt19937 random(13);
    const Graph graph = randomGraph({100, 400, 8}, random);
    Options options;
    options.budget = std::chrono::microseconds(0);
    QCOMPARE(textOf(flaws(graph, layoutFlow(graph, options))), QString());
}

void TestFlowLayout::cancellingStillGivesASoundLayout()
{
    std::mt19937 random(13);
    const Graph graph = randomGraph({100, 400, 8}, random);
    Options options;
    int asked = 0;
    options.cancelled = [&asked] { return ++asked > 2; };
    QCOMPARE(textOf(flaws(graph, layoutFlow(graph, options))), QString());
    QCOMPARE(asked, 3);
}

QTEST_APPLESS_MAIN(TestFlowLayout)
#include "tst_flow_layout.moc"
