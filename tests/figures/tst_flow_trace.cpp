// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_trace.h"
#include "figures_testing.h"

#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>

using namespace ochain;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

struct Flow {
    const char* from;
    const char* to;
    std::int64_t amount;
};

/// A figure of nothing but names and amounts; a link is called "from>to".
FlowFigure figureOf(const std::vector<Flow>& flows)
{
    FlowFigure figure;
    const auto index = [&](const std::string& id) {
        for (std::uint32_t at = 0; at < figure.nodes.size(); ++at)
            if (figure.nodes[at].id == id)
                return at;
        FlowNode node;
        node.id = id;
        figure.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(figure.nodes.size() - 1);
    };
    for (const Flow& flow : flows) {
        FlowLink link;
        link.source = index(flow.from);
        link.target = index(flow.to);
        link.amount = flow.amount;
        link.undisclosed = flow.amount == 0 ? 1 : 0;
        link.id = std::string(flow.from) + ">" + flow.to;
        figure.links.push_back(std::move(link));
    }
    return figure;
}

double shareOf(const FlowFigure& figure, const FlowTrace& trace, const std::string& id)
{
    for (std::size_t at = 0; at < figure.nodes.size(); ++at)
        if (figure.nodes[at].id == id)
            return trace.nodes[at];
    for (std::size_t at = 0; at < figure.links.size(); ++at)
        if (figure.links[at].id == id)
            return trace.links[at];
    return -1;
}

bool isReached(const FlowFigure& figure, const FlowTrace& trace, const std::string& id)
{
    for (std::size_t at = 0; at < figure.nodes.size(); ++at)
        if (figure.nodes[at].id == id)
            return trace.reachedNodes[at];
    for (std::size_t at = 0; at < figure.links.size(); ++at)
        if (figure.links[at].id == id)
            return trace.reachedLinks[at];
    return false;
}

using Shares = std::vector<std::pair<std::string, double>>;

} // namespace

class TestFlowTrace final : public QObject {
    Q_OBJECT

private slots:
    void sharesAreThoseByHand_data()
    {
        QTest::addColumn<std::vector<Flow>>("flows");
        QTest::addColumn<std::string>("seed");
        QTest::addColumn<Shares>("shares");
        // two suppliers fill a company that fills two products
        const std::vector<Flow> funnel{{"a", "c", 30}, {"b", "c", 10}, {"c", "x", 24}, {"c", "y", 16}};
        QTest::newRow("downstream, each product by the supplier's share")
            << funnel << std::string("a")
            << Shares{{"a>c", 1}, {"b>c", 0}, {"c", 0.75}, {"c>x", 0.75}, {"c>y", 0.75}, {"x", 0.75}};
        QTest::newRow("upstream, each supplier by the product's share")
            << funnel << std::string("x")
            << Shares{{"c>x", 1}, {"c", 0.6}, {"a>c", 0.6}, {"b>c", 0.6}, {"c>y", 0}, {"a", 0.6}};
        QTest::newRow("the middle lights both sides whole")
            << funnel << std::string("c") << Shares{{"a>c", 1}, {"b>c", 1}, {"c>x", 1}, {"c>y", 1}, {"y", 1}};
        QTest::newRow("a link") << funnel << std::string("b>c")
                                << Shares{{"b>c", 1}, {"c", 0.25}, {"c>x", 0.25}, {"a>c", 0}, {"b", 1}};
        QTest::newRow("a box that gives more than it gets passes on only what it got")
            << std::vector<Flow>{{"a", "c", 20}, {"c", "x", 80}} << std::string("a")
            << Shares{{"c", 0.25}, {"c>x", 0.25}, {"x", 0.25}};
        QTest::newRow("a box that keeps half passes on half")
            << std::vector<Flow>{{"a", "c", 80}, {"b", "c", 80}, {"c", "x", 40}} << std::string("a")
            << Shares{{"c", 0.5}, {"c>x", 0.5}};
        // c gets 50 of a and 50 back from d; of what leaves c (150), s = (50 + 50 s) / 150
        QTest::newRow("a cycle") << std::vector<Flow>{{"a", "c", 50}, {"c", "d", 50}, {"d", "c", 50}, {"c", "x", 100}}
                                 << std::string("a") << Shares{{"c", 0.5}, {"c>d", 0.5}, {"d>c", 0.5}, {"c>x", 0.5}};
        QTest::newRow("a seed that is not there") << funnel << std::string("nobody") << Shares{{"c", 0}, {"a>c", 0}};
    }
    void sharesAreThoseByHand()
    {
        QFETCH(std::vector<Flow>, flows);
        QFETCH(std::string, seed);
        QFETCH(Shares, shares);
        const FlowFigure figure = figureOf(flows);
        const FlowTrace trace = traceFlow(figure, {seed});
        QCOMPARE(trace.isEmpty, seed == "nobody");
        for (const auto& [id, share] : shares) {
            const double found = shareOf(figure, trace, id);
            QVERIFY2(std::abs(found - share) < 1e-6,
                     qPrintable(
                         QStringLiteral("%1: %2 instead of %3").arg(QString::fromStdString(id)).arg(found).arg(share)));
        }
    }

    void aFlowWithoutAmountLeadsOnWithoutAShare()
    {
        const FlowFigure figure = figureOf({{"a", "c", 0}, {"c", "x", 40}, {"c", "y", 0}, {"b", "y", 0}});
        const FlowTrace trace = traceFlow(figure, {"a"});
        QVERIFY(isReached(figure, trace, "a>c"));
        QVERIFY(isReached(figure, trace, "c"));
        QVERIFY(isReached(figure, trace, "c>y"));
        QVERIFY(isReached(figure, trace, "y"));
        QVERIFY(!isReached(figure, trace, "c>x")); // how much of the 40 came from a, nobody says
        QVERIFY(!isReached(figure, trace, "b>y"));
        QCOMPARE(shareOf(figure, trace, "c"), 0.0);
    }

    void aDealLightsWhatItHasOfARibbon()
    {
        FlowFigure figure = figureOf({{"a", "c", 100}, {"c", "x", 50}});
        figure.links[0].amounts = {{DealId{3}, 20}, {DealId{7}, 80}};
        figure.links[0].evidence.deals = {DealId{7}, DealId{3}, DealId{9}};
        const FlowTrace trace = traceFlow(figure, {dealSeed(DealId{3})});
        QCOMPARE(shareOf(figure, trace, "a>c"), 0.2);
        QCOMPARE(shareOf(figure, trace, "c>x"), 0.2);
        const FlowTrace both = traceFlow(figure, {dealSeed(DealId{3}), dealSeed(DealId{7})});
        QCOMPARE(shareOf(figure, both, "a>c"), 1.0);
        const FlowTrace undisclosed = traceFlow(figure, {dealSeed(DealId{9})});
        QVERIFY(isReached(figure, undisclosed, "a>c"));
        QCOMPARE(shareOf(figure, undisclosed, "a>c"), 0.0);
        QVERIFY(traceFlow(figure, {dealSeed(DealId{42})}).isEmpty);
    }

    void sharesOfTheShippedChainStayBetweenNothingAndAll()
    {
        const Shipped shipped;
        for (const FlowMode mode : {FlowMode::Money, FlowMode::Capacity})
            for (const Grouping grouping : {Grouping::Company, Grouping::Tier, Grouping::Deal}) {
                FigureOptions options = Shipped::at(year(2028));
                options.mode = mode;
                options.grouping = grouping;
                const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
                QVERIFY(!figure.nodes.empty());
                for (const FlowNode& node : figure.nodes) {
                    const FlowTrace trace = traceFlow(figure, {node.id});
                    QVERIFY(!trace.isEmpty);
                    for (const double share : trace.links)
                        QVERIFY(share >= 0 && share <= 1 + 1e-9);
                    for (std::size_t at = 0; at < figure.links.size(); ++at)
                        QVERIFY(trace.reachedLinks[at] || trace.links[at] == 0);
                }
            }
    }

    void withoutSeedsNothingIsTraced()
    {
        QVERIFY(traceFlow(figureOf({{"a", "b", 1}}), {}).isEmpty);
        QVERIFY(traceFlow({}, {"a"}).isEmpty);
    }
};

QTEST_APPLESS_MAIN(TestFlowTrace)
#include "tst_flow_trace.moc"
