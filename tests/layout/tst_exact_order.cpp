// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs.h"
#include "layout_check.h"

#include "layout/columns.h"
#include "layout/exact_order.h"
#include "layout/flow_layout.h"
#include "layout/layered.h"
#include "layout/lower_bound.h"

#include <QTest>

#include <random>

using namespace ochain::layout;
using namespace ochain::test;

namespace {

Layered layeredOf(const Graph& graph)
{
    return makeLayered(graph, findColumns(graph), static_cast<std::uint32_t>(graph.columns));
}

constexpr std::uint64_t kAmple = 1'000'000'000;

} // namespace

/// Proofs against what trying everything finds.
class TestExactOrder final : public QObject {
    Q_OBJECT

private slots:
    void theExactOrderIsTheLeastOfAll_data() { recipes(); }
    void theExactOrderIsTheLeastOfAll();
    void theBoundIsNeverAboveTheLeast_data() { recipes(); }
    void theBoundIsNeverAboveTheLeast();
    void theBoundProvesWhatQuadruplesCannot();
    void tooLargeColumnsAreNotTried();
    void aProvenLayoutSaysSo();

private:
    static void recipes()
    {
        QTest::addColumn<GraphRecipe>("recipe");
        QTest::newRow("two columns") << GraphRecipe{9, 14, 2, true, false};
        QTest::newRow("two columns, dense") << GraphRecipe{8, 40, 2, true, false};
        QTest::newRow("three columns") << GraphRecipe{10, 18, 3, true, false};
        QTest::newRow("four columns, wild") << GraphRecipe{11, 20, 4, true, false, true};
        QTest::newRow("four columns with nothing between some") << GraphRecipe{9, 5, 4, true, false};
    }
};

void TestExactOrder::theExactOrderIsTheLeastOfAll()
{
    QFETCH(const GraphRecipe, recipe);
    std::mt19937 random(53);
    for (int i = 0; i < 10; ++i) {
        const Graph graph = randomGraph(recipe, random);
        const Layered layered = layeredOf(graph);
        const std::optional<Order> order = exactOrder(layered, kAmple);
        QVERIFY(order);
        const double least = leastCrossings(graph);
        QVERIFY(std::abs(weightedCrossings(layered, *order) - least) <= 1e-9 * least);
    }
}

void TestExactOrder::theBoundIsNeverAboveTheLeast()
{
    QFETCH(const GraphRecipe, recipe);
    std::mt19937 random(59);
    for (int i = 0; i < 10; ++i) {
        const Graph graph = randomGraph(recipe, random);
        const Layered layered = layeredOf(graph);
        const double least = leastCrossings(graph);
        const double simple = crossingsBound(layered);
        const double better = conflictBound(layered, kAmple);
        QVERIFY(simple <= better * (1 + 1e-12));
        QVERIFY2(better <= least * (1 + 1e-9), qPrintable(QStringLiteral("%1, least %2").arg(better).arg(least)));
        QVERIFY(conflictBound(layered, 10) <= better * (1 + 1e-12));
    }
}

void TestExactOrder::theBoundProvesWhatQuadruplesCannot()
{
    // A spider with three long legs: one leg's end cannot be reached without crossing, though no four nodes are fully
    // joined.
    Graph graph;
    graph.columns = 2;
    for (const int column : {0, 1, 1, 1, 0, 0, 0})
        graph.nodes.push_back({column});
    graph.links = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {4, 1, 1}, {5, 2, 1}, {6, 3, 1}};
    const Layered layered = layeredOf(graph);
    QCOMPARE(crossingsBound(layered), 0.0);
    QCOMPARE(leastCrossings(graph), 1.0);
    QCOMPARE(conflictBound(layered, kAmple), 1.0);
}

void TestExactOrder::tooLargeColumnsAreNotTried()
{
    std::mt19937 random(61);
    QVERIFY(!exactOrder(layeredOf(randomGraph({40, 60, 3, true, false}, random)), kAmple));
    QVERIFY(!exactOrder(layeredOf(randomGraph({14, 20, 2, true, false}, random)), 1000));
}

void TestExactOrder::aProvenLayoutSaysSo()
{
    std::mt19937 random(67);
    for (int i = 0; i < 20; ++i) {
        const Graph graph = randomGraph({14, 24, 3, true, false}, random);
        const Layout layout = layoutFlow(graph);
        QVERIFY(layout.quality.optimal);
        QCOMPARE(layout.quality.bound, layout.quality.weighted);
    }
}

QTEST_APPLESS_MAIN(TestExactOrder)
#include "tst_exact_order.moc"
