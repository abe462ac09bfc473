// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs.h"
#include "layout_check.h"
#include "layout_test.h"

#include "layout/flow_layout.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace ochain::layout;
using namespace ochain::test;

namespace {

/// Orders of the columns without some nodes.
std::vector<std::vector<std::uint32_t>> orderWithout(const Layout& layout, const std::vector<std::uint32_t>& without)
{
    std::vector<std::vector<std::uint32_t>> order = nodeOrder(layout);
    for (std::vector<std::uint32_t>& column : order)
        column.erase(std::remove_if(column.begin(), column.end(),
                                    [&](std::uint32_t n) {
                                        return std::find(without.begin(), without.end(), n) != without.end();
                                    }),
                     column.end());
    return order;
}

double middleOf(const PlacedNode& node)
{
    return (node.y0 + node.y1) / 2;
}

std::uint32_t placeOf(const Layout& layout, std::uint32_t node)
{
    const auto column = nodeOrder(layout)[static_cast<std::size_t>(layout.nodes[node].column)];
    return static_cast<std::uint32_t>(std::find(column.begin(), column.end(), node) - column.begin());
}

} // namespace

/// What a layout keeps of the one before, and of what the user wants.
class TestStableLayout final : public QObject {
    Q_OBJECT

private slots:
    void layingOutAgainChangesNothing();
    void layingOutAgainAfterAChangeChangesNothing();
    void theOrderOfWhatRemainsIsKept();
    void aChangedValueMovesOnlyWhatItHasTo();
    void aGrownLinkOnlyReroutesItself();
    void aLinkAddedElsewhereMovesNothing();
    void aNewNodeStandsBesideWhatItIsJoinedTo();
    void aChainStaysStraightWhenItsValueChanges();
    void anotherHeightScalesThePlaces();
    void anOrderSetByTheUserIsKept();
    void loopsKeepTheirSide();
    void aPinnedNodeStandsAtItsPlace_data();
    void aPinnedNodeStandsAtItsPlace();
    void aPinnedNodeFollowsThePointer();
    void aPinnedNodeStandsFirmWhileTheRestIsLaidAnew();
    void whatIsNotKeptMovesToWhereItCrossesLess();
};

void TestStableLayout::layingOutAgainChangesNothing()
{
    std::mt19937 random(3);
    for (int i = 0; i < 50; ++i) {
        const Graph graph = randomGraph({25, 50, i % 2 == 0 ? 5 : 0, false, true, i % 3 == 0}, random);
        const Layout first = layoutFlow(graph, brief());
        const Layout second = layoutFlow(graph, after(first));
        QVERIFY(isSame(first, second));
        QCOMPARE(second.quality.moved, 0.0);
    }
}

void TestStableLayout::theOrderOfWhatRemainsIsKept()
{
    std::mt19937 random(5);
    for (int i = 0; i < 50; ++i) {
        const Graph graph = randomGraph({30, 60, 6, false}, random);
        const Layout before = layoutFlow(graph, brief());

        // A node and its links go, a node and a few links come, some values change; indices shift.
        Graph changed;
        changed.columns = graph.columns;
        const std::uint32_t gone = below(30, random);
        Options options;
        options.previous = Previous{&before, {}};
        for (std::uint32_t n = 0; n < 30; ++n) {
            if (n == gone)
                continue;
            changed.nodes.push_back(graph.nodes[n]);
            options.previous->node.emplace_back(n);
        }
        changed.nodes.push_back({static_cast<int>(below(6, random))});
        options.previous->node.emplace_back();
        for (const Link& link : graph.links) {
            if (link.source == gone || link.target == gone)
                continue;
            changed.links.push_back({link.source - (link.source > gone ? 1 : 0),
                                     link.target - (link.target > gone ? 1 : 0),
                                     below(4, random) == 0 ? link.value * 3 : link.value});
        }
        for (int k = 0; k < 4; ++k)
            changed.links.push_back({29, below(29, random), 5});

        const Layout now = layoutFlow(changed, options);
        QCOMPARE(textOf(flaws(changed, now)), QString());
        std::vector<std::vector<std::uint32_t>> wanted = nodeOrder(before);
        for (std::vector<std::uint32_t>& column : wanted)
            column.erase(std::remove(column.begin(), column.end(), gone), column.end());
        std::vector<std::vector<std::uint32_t>> got = nodeOrder(now);
        for (std::vector<std::uint32_t>& column : got) {
            column.erase(std::remove(column.begin(), column.end(), 29U), column.end());
            for (std::uint32_t& node : column)
                node += node >= gone ? 1 : 0;
        }
        QCOMPARE(got, wanted);
    }
}

void TestStableLayout::anOrderSetByTheUserIsKept()
{
    std::mt19937 random(9);
    for (int i = 0; i < 50; ++i) {
        const Graph graph = randomGraph({24, 50, 3}, random);
        const Layout before = layoutFlow(graph, brief());
        std::vector<std::uint32_t> wanted = nodeOrder(before)[1];
        std::reverse(wanted.begin(), wanted.end());
        wanted.resize((wanted.size() + 1) / 2);
        Options options = i % 2 == 0 ? brief() : after(before);
        options.kept = {wanted};
        const Layout layout = layoutFlow(graph, options);
        QCOMPARE(textOf(flaws(graph, layout)), QString());
        std::vector<std::uint32_t> got = nodeOrder(layout)[1];
        got.erase(
            std::remove_if(got.begin(), got.end(),
                           [&](std::uint32_t n) { return std::find(wanted.begin(), wanted.end(), n) == wanted.end(); }),
            got.end());
        QCOMPARE(got, wanted);
    }
}

void TestStableLayout::layingOutAgainAfterAChangeChangesNothing()
{
    std::mt19937 random(23);
    for (int i = 0; i < 50; ++i) {
        Graph graph = randomGraph({25, 50, 5, false, true, i % 3 == 0}, random);
        const Layout first = layoutFlow(graph, brief());
        graph.links[below(static_cast<std::uint32_t>(graph.links.size()), random)].value *= 7;
        graph.links.push_back({below(25, random), below(25, random), 12});
        const Layout second = layoutFlow(graph, after(first));
        const Layout third = layoutFlow(graph, after(second));
        QVERIFY(isSame(second, third));
        QCOMPARE(third.quality.moved, 0.0);
    }
}

void TestStableLayout::aChangedValueMovesOnlyWhatItHasTo()
{
    std::mt19937 random(29);
    for (int i = 0; i < 30; ++i) {
        Graph graph = randomGraph({40, 80, 5}, random);
        const Layout before = layoutFlow(graph, brief());
        const auto changed = below(static_cast<std::uint32_t>(graph.links.size()), random);
        graph.links[changed].value += 1;
        const Layout now = layoutFlow(graph, after(before));
        const Layout fresh = layoutFlow(graph, brief());
        QCOMPARE(textOf(flaws(graph, now)), QString());
        QCOMPARE(nodeOrder(now), nodeOrder(before));
        QVERIFY2(now.quality.moved < 0.02, qPrintable(QString::number(now.quality.moved)));
        double moved = 0; // as reported, counted anew
        for (std::size_t n = 0; n < graph.nodes.size(); ++n)
            moved += std::abs(middleOf(now.nodes[n]) - middleOf(before.nodes[n])) / now.height;
        QVERIFY(std::abs(now.quality.moved - moved / static_cast<double>(graph.nodes.size())) < 1e-12);
    }
}

void TestStableLayout::aGrownLinkOnlyReroutesItself()
{
    // The long link runs below, as a node with more value is above; grown, it would rather run above.
    Graph graph = nodesIn({0, 0, 1, 1, 2, 2}, {{0, 2, 4}, {0, 3, 4}, {1, 4, 1}, {1, 3, 4}, {2, 4, 4}, {3, 5, 4}});
    const Layout before = layoutFlow(graph);
    graph.links[2].value = 50;
    const Layout now = layoutFlow(graph, after(before));
    QCOMPARE(textOf(flaws(graph, now)), QString());
    QCOMPARE(nodeOrder(now), nodeOrder(before));
}

void TestStableLayout::aLinkAddedElsewhereMovesNothing()
{
    // Two parts: what happens in the thinner one is no business of the other.
    Graph graph = nodesIn({0, 0, 1, 1, 0, 0, 1, 1},
                          {{0, 2, 10}, {0, 3, 6}, {1, 2, 3}, {1, 3, 12}, {4, 6, 1}, {5, 7, 1}, {4, 7, 0}});
    const Layout before = layoutFlow(graph);
    graph.links.push_back({5, 6, 0});
    const Layout now = layoutFlow(graph, after(before));
    QCOMPARE(textOf(flaws(graph, now)), QString());
    QCOMPARE(now.quality.moved, 0.0);
}

void TestStableLayout::aNewNodeStandsBesideWhatItIsJoinedTo()
{
    Graph graph = nodesIn({0, 0, 0, 1, 1, 1}, {{0, 3, 5}, {1, 4, 5}, {2, 5, 5}});
    const Layout before = layoutFlow(graph);
    const std::vector<std::uint32_t> order = nodeOrder(before)[0];
    graph.nodes.push_back({1});
    graph.links.push_back({order[1], 6, 5});
    Options options = after(before);
    options.previous->node.emplace_back();
    const Layout now = layoutFlow(graph, options);
    QCOMPARE(textOf(flaws(graph, now)), QString());
    QCOMPARE(orderWithout(now, {6}), nodeOrder(before));
    QCOMPARE(now.quality.weighted, 0.0);
    const std::uint32_t place = placeOf(now, 6);
    QVERIFY(place == 1 || place == 2);
}

void TestStableLayout::aChainStaysStraightWhenItsValueChanges()
{
    Graph graph = nodesIn({0, 0, 1, 1, 2, 3}, {{0, 2, 10}, {2, 4, 10}, {4, 5, 10}, {1, 3, 4}, {1, 5, 2}});
    const Layout before = layoutFlow(graph);
    for (const std::size_t link : {0U, 1U, 2U})
        graph.links[link].value = 14;
    const Layout now = layoutFlow(graph, after(before));
    QCOMPARE(textOf(flaws(graph, now)), QString());
    for (const std::size_t link : {0U, 1U, 2U})
        QVERIFY(std::abs(now.links[link].y0 - now.links[link].y1) < 1e-6);
}

void TestStableLayout::anotherHeightScalesThePlaces()
{
    std::mt19937 random(31);
    const Graph graph = randomGraph({30, 60, 5}, random);
    const Layout before = layoutFlow(graph, brief());
    Options options = after(before);
    options.height = before.height * 0.7;
    const Layout now = layoutFlow(graph, options);
    QCOMPARE(textOf(flaws(graph, now)), QString());
    QCOMPARE(nodeOrder(now), nodeOrder(before));
    QVERIFY2(now.quality.moved < 0.03, qPrintable(QString::number(now.quality.moved)));
}

void TestStableLayout::loopsKeepTheirSide()
{
    std::mt19937 random(37);
    for (int i = 0; i < 20; ++i) {
        Graph graph = randomGraph({20, 60, 5, false}, random);
        const Layout before = layoutFlow(graph, brief());
        for (Link& link : graph.links)
            link.value = 1 + below(20, random);
        const Layout now = layoutFlow(graph, after(before));
        QCOMPARE(textOf(flaws(graph, now)), QString());
        for (std::size_t l = 0; l < graph.links.size(); ++l) {
            if (now.links[l].reversed && before.links[l].reversed)
                QCOMPARE(now.links[l].loop.above, before.links[l].loop.above);
        }
    }
}

void TestStableLayout::aPinnedNodeStandsAtItsPlace_data()
{
    QTest::addColumn<bool>("isFresh");
    QTest::addColumn<bool>("keepsOrder");
    QTest::newRow("fresh") << true << true;
    QTest::newRow("the rest keeps its order") << false << true;
    QTest::newRow("the rest is laid anew") << false << false;
}

void TestStableLayout::aPinnedNodeStandsAtItsPlace()
{
    QFETCH(const bool, isFresh);
    QFETCH(const bool, keepsOrder);
    std::mt19937 random(41);
    for (int i = 0; i < 40; ++i) {
        const Graph graph = randomGraph({30, 70, 4, i % 2 == 0}, random);
        const Layout before = layoutFlow(graph, brief());
        Options options = isFresh ? brief() : after(before);
        if (!isFresh)
            options.previous->keepsOrder = keepsOrder;
        const std::uint32_t node = below(30, random);
        const auto others =
            static_cast<std::uint32_t>(nodeOrder(before)[static_cast<std::size_t>(before.nodes[node].column)].size());
        const std::uint32_t place = below(others, random);
        options.pins = {{node, place, {}}};
        const Layout now = layoutFlow(graph, options);
        QCOMPARE(textOf(flaws(graph, now)), QString());
        QCOMPARE(placeOf(now, node), place);
        if (!isFresh && keepsOrder)
            QCOMPARE(orderWithout(now, {node}), orderWithout(before, {node}));
    }
}

void TestStableLayout::aPinnedNodeFollowsThePointer()
{
    std::mt19937 random(43);
    const Graph graph = randomGraph({30, 70, 4}, random);
    Layout frame = layoutFlow(graph, brief());
    const std::uint32_t node = nodeOrder(frame)[1].front();
    const double half = (frame.nodes[node].y1 - frame.nodes[node].y0) / 2;
    for (double y = half; y < frame.height - half; y += frame.height / 25) {
        Options options = after(frame);
        options.previous->keepsOrder = false;
        options.pins = {{node, {}, y}};
        const Layout next = layoutFlow(graph, options);
        QCOMPARE(textOf(flaws(graph, next)), QString());
        // It is where the pointer is, unless those above or below it have no more room.
        const double room = frame.height * 0.25;
        QVERIFY2(std::abs(middleOf(next.nodes[node]) - y) < room, qPrintable(QString::number(y)));
        frame = next;
    }
    QCOMPARE(nodeOrder(frame)[1].back(), node);
}

void TestStableLayout::aPinnedNodeStandsFirmWhileTheRestIsLaidAnew()
{
    std::mt19937 random(47);
    for (int i = 0; i < 20; ++i) {
        const Graph graph = randomGraph({30, 70, 4}, random);
        const Layout before = layoutFlow(graph, brief());
        const std::uint32_t node = below(30, random);
        Options options = after(before);
        options.previous->keepsOrder = false;
        options.pins = {{node, {}, {}}};
        const Layout now = layoutFlow(graph, options);
        QCOMPARE(placeOf(now, node), placeOf(before, node));
        QVERIFY(now.quality.weighted <= before.quality.weighted * (1 + 1e-9));
    }
}

void TestStableLayout::whatIsNotKeptMovesToWhereItCrossesLess()
{
    const Graph graph = nodesIn({0, 0, 1, 1}, {{0, 2, 5}, {1, 3, 5}});
    Layout before = layoutFlow(graph);
    std::swap(before.nodes[2], before.nodes[3]);
    Options options = after(before);
    QCOMPARE(layoutFlow(graph, options).quality.weighted, 25.0);
    options.previous->keepsOrder = false;
    QCOMPARE(layoutFlow(graph, options).quality.weighted, 0.0);
    options.kept = {{nodeOrder(before)[0]}, {nodeOrder(before)[1]}};
    QCOMPARE(layoutFlow(graph, options).quality.weighted, 25.0);
}

QTEST_APPLESS_MAIN(TestStableLayout)
#include "tst_stable_layout.moc"
