// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs.h"
#include "layout_check.h"
#include "layout_test.h"

#include "layout/annealing.h"
#include "layout/columns.h"
#include "layout/flow_layout.h"
#include "layout/layered.h"
#include "layout/limit.h"
#include "layout/order_search.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <random>
#include <vector>

using namespace ochain::layout;
using namespace ochain::test;

namespace {

constexpr std::uint64_t kSteps = 3'000'000;

Layered layeredOf(const GraphRecipe& recipe, std::uint32_t seed)
{
    std::mt19937 random(seed);
    const Graph graph = randomGraph(recipe, random);
    return makeLayered(graph, findColumns(graph), static_cast<std::uint32_t>(graph.columns));
}

Limit limitOf(const Layered& layered)
{
    return {{}, {}, kSteps, layered.items()};
}

Order annealed(const Layered& layered, const OrderSearch& search)
{
    Random random;
    Limit limit = limitOf(layered);
    return Annealing(layered, search).run(Annealing::kHot, 1, random, limit);
}

Order sorted(Order order)
{
    for (std::vector<std::uint32_t>& items : order)
        std::sort(items.begin(), items.end());
    return order;
}

/// Crossings that sifting gets to, in the same work at most.
double siftedAlone(const Layered& layered)
{
    OrderSearch search(layered);
    Limit limit = limitOf(layered);
    search.sweep(8, limit);
    search.sift(limit);
    return weightedCrossings(layered, search.order());
}

} // namespace

/// Orders found by cooling, against those found by sifting and against what has to hold of any.
class TestAnnealing final : public QObject {
    Q_OBJECT

private slots:
    void theOrderIsAPermutation_data() { recipes(); }
    void theOrderIsAPermutation();
    void itCrossesLessThanSifting_data() { recipes(); }
    void itCrossesLessThanSifting();
    void ranksAndZonesHold_data() { recipes(); }
    void ranksAndZonesHold();
    void wildValuesAreNotMadeWorse();
    void itIsForLargeGraphsWithTime();
    void aLargeLayoutIsTheSameAgain();
    void aLargeLayoutKeepsWhatTheUserWants();
    void cancellingWhileHotIsNoWorseThanTheStart();
    void hostileLargeGraphsHaveSoundLayouts_data();
    void hostileLargeGraphsHaveSoundLayouts();

private:
    static void recipes()
    {
        QTest::addColumn<GraphRecipe>("recipe");
        QTest::newRow("six columns") << GraphRecipe{120, 500, 6};
        QTest::newRow("two columns") << GraphRecipe{80, 300, 2};
        QTest::newRow("neighbours alone") << GraphRecipe{150, 500, 5, true, false};
    }
};

void TestAnnealing::theOrderIsAPermutation()
{
    QFETCH(const GraphRecipe, recipe);
    const Layered layered = layeredOf(recipe, 61);
    const OrderSearch search(layered);
    const Order order = annealed(layered, search);
    QCOMPARE(sorted(order), sorted(search.order()));
    QVERIFY(order != search.order());
    QCOMPARE(annealed(layered, search), order);
}

void TestAnnealing::itCrossesLessThanSifting()
{
    QFETCH(const GraphRecipe, recipe);
    double cooled = 0;
    double sifted = 0;
    for (std::uint32_t seed = 0; seed < 5; ++seed) {
        const Layered layered = layeredOf(recipe, seed);
        OrderSearch search(layered);
        search.setOrder(annealed(layered, search));
        Limit limit = limitOf(layered);
        search.sift(limit);
        cooled += weightedCrossings(layered, search.order());
        sifted += siftedAlone(layered);
    }
    QVERIFY2(cooled < sifted, qPrintable(QStringLiteral("%1, sifted %2").arg(cooled).arg(sifted)));
}

void TestAnnealing::ranksAndZonesHold()
{
    QFETCH(const GraphRecipe, recipe);
    const Layered layered = layeredOf(recipe, 67);
    OrderSearch search(layered);
    // Every third item keeps its order; the others of the first half of each column stay above those of the second.
    std::vector<std::uint32_t> rank(layered.items(), kNone);
    std::vector<std::uint32_t> zone(layered.items(), kNone);
    for (const std::vector<std::uint32_t>& items : search.order()) {
        for (std::uint32_t i = 0; i < items.size(); ++i) {
            if (i % 3 == 0)
                rank[items[i]] = i;
            else if (i % 3 == 1)
                zone[items[i]] = i < items.size() / 2 ? 0 : 1;
        }
    }
    search.setRanks(rank);
    search.setZones(zone);
    const Order order = annealed(layered, search);
    QVERIFY(order != search.order());
    for (const std::vector<std::uint32_t>& items : order) {
        for (const std::vector<std::uint32_t>& key : {rank, zone}) {
            std::vector<std::uint32_t> held;
            for (const std::uint32_t item : items) {
                if (key[item] != kNone)
                    held.push_back(key[item]);
            }
            QVERIFY(std::is_sorted(held.begin(), held.end()));
        }
    }
}

void TestAnnealing::wildValuesAreNotMadeWorse()
{
    for (std::uint32_t seed = 0; seed < 5; ++seed) {
        std::mt19937 random(seed);
        const Graph graph = randomGraph({120, 500, 6, true, true, true}, random);
        const Layered layered = makeLayered(graph, findColumns(graph), static_cast<std::uint32_t>(graph.columns));
        const OrderSearch search(layered);
        const Order order = annealed(layered, search);
        QCOMPARE(sorted(order), sorted(search.order()));
        Options options;
        options.effort = 0.02;
        QVERIFY(layoutFlow(graph, options).quality.weighted <= siftedAlone(layered) * (1 + 1e-9));
    }
}

void TestAnnealing::itIsForLargeGraphsWithTime()
{
    QVERIFY(!Annealing::suits(layeredOf({30, 60, 5}, 71), 1e12));
    const Layered large = layeredOf({120, 500, 6}, 71);
    QVERIFY(Annealing::suits(large, 1e8));
    QVERIFY(!Annealing::suits(large, 1e3));
    // Its pairs would not fit into memory.
    QVERIFY(!Annealing::suits(layeredOf({6000, 6000, 2, true, false}, 71), 1e15));
}

void TestAnnealing::aLargeLayoutIsTheSameAgain()
{
    std::mt19937 random(73);
    const Graph graph = randomGraph({120, 500, 6}, random);
    Options options;
    options.effort = 0.05;
    const Layout layout = layoutFlow(graph, options);
    QCOMPARE(textOf(flaws(graph, layout)), QString());
    QVERIFY(isSame(layout, layoutFlow(graph, options)));
}

void TestAnnealing::aLargeLayoutKeepsWhatTheUserWants()
{
    std::mt19937 random(79);
    const Graph graph = randomGraph({120, 500, 6}, random);
    Options options;
    options.effort = 0.05;
    const auto before = nodeOrder(layoutFlow(graph, options));
    // Two columns upside down, and one node at the top of another.
    options.kept = {before[1], before[4]};
    for (std::vector<std::uint32_t>& column : options.kept)
        std::reverse(column.begin(), column.end());
    options.pins = {{before[2].back(), 0, {}}};
    const Layout layout = layoutFlow(graph, options);
    QCOMPARE(textOf(flaws(graph, layout)), QString());
    const auto after = nodeOrder(layout);
    QCOMPARE(after[1], options.kept[0]);
    QCOMPARE(after[4], options.kept[1]);
    QCOMPARE(after[2].front(), before[2].back());
}

void TestAnnealing::cancellingWhileHotIsNoWorseThanTheStart()
{
    std::mt19937 random(83);
    const Graph graph = randomGraph({120, 500, 6}, random);
    const Layered layered = makeLayered(graph, findColumns(graph), static_cast<std::uint32_t>(graph.columns));
    OrderSearch search(layered);
    Limit limit = limitOf(layered);
    search.sweep(8, limit);
    const double start = weightedCrossings(layered, search.order());
    for (int looks = 6; looks < 16; ++looks) { // 6: the sweeps are done
        Options options;
        int asked = 0;
        options.cancelled = [&] { return ++asked > looks; };
        const Layout layout = layoutFlow(graph, options);
        QCOMPARE(textOf(flaws(graph, layout)), QString());
        QVERIFY(layout.quality.weighted <= start);
    }
}

void TestAnnealing::hostileLargeGraphsHaveSoundLayouts_data()
{
    QTest::addColumn<Graph>("graph");
    const auto inColumns = [](std::uint32_t nodes, std::uint32_t columns) {
        Graph graph;
        for (std::uint32_t n = 0; n < nodes; ++n)
            graph.nodes.push_back({static_cast<int>(n % columns)});
        return graph;
    };
    std::mt19937 random(89);
    Graph values = randomGraph({120, 500, 6}, random);
    for (Link& link : values.links)
        link.value = below(3, random) == 0 ? 1e140 : below(2, random) == 0 ? 1e-140 : 0;
    QTest::newRow("smallest and largest values") << values;
    for (Link& link : values.links)
        link.value = 0;
    QTest::newRow("no values") << values;
    QTest::newRow("no links") << inColumns(600, 2);
    Graph complete = inColumns(160, 2);
    for (std::uint32_t a = 0; a < 160; a += 2) {
        for (std::uint32_t b = 1; b < 160; b += 2)
            complete.links.push_back({a, b, 1});
    }
    for (std::uint32_t n = 0; n < 200; ++n)
        complete.nodes.push_back({0});
    QTest::newRow("everybody to everybody, beside isolated nodes") << complete;
    Graph star = inColumns(1, 1);
    for (std::uint32_t n = 1; n <= 1000; ++n) {
        star.nodes.push_back({static_cast<int>(1 + n % 3)});
        star.links.push_back({0, n, 1.0 + n % 7});
    }
    QTest::newRow("a star") << star;
    QTest::newRow("both ways and within columns") << randomGraph({150, 600, 5, false, true, true}, random);
    QTest::newRow("many columns") << randomGraph({400, 900, 100}, random);
    Graph mirrored = inColumns(300, 2);
    for (std::uint32_t n = 0; n < 300; n += 2)
        mirrored.links.push_back({n, 299 - n, 5});
    QTest::newRow("no crossing needed") << mirrored;
}

void TestAnnealing::hostileLargeGraphsHaveSoundLayouts()
{
    QFETCH(const Graph, graph);
    Options options;
    options.effort = 0.05;
    const Layout layout = layoutFlow(graph, options);
    QCOMPARE(textOf(flaws(graph, layout)), QString());
    options.budget = std::chrono::milliseconds(20);
    QCOMPARE(textOf(flaws(graph, layoutFlow(graph, options))), QString());
}

QTEST_APPLESS_MAIN(TestAnnealing)
#include "tst_annealing.moc"
