// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"
#include "speaking.h"

#include <QLatin1Char>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

#include <algorithm>
#include <map>
#include <numeric>

using namespace ochain;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

const FlowNode* nodeNamed(const FlowFigure& figure, const std::string& id)
{
    const auto found =
        std::find_if(figure.nodes.begin(), figure.nodes.end(), [&](const FlowNode& node) { return node.id == id; });
    return found == figure.nodes.end() ? nullptr : &*found;
}

/// Of the box that a node of the chain stands in, by itself.
const FlowNode* boxOf(const FlowFigure& figure, NodeId member)
{
    for (const FlowNode& node : figure.nodes)
        if (std::find(node.members.begin(), node.members.end(), member) != node.members.end())
            return &node;
    return nullptr;
}

std::int64_t left(const FlowFigure& figure, const FlowNode* box)
{
    std::int64_t sum = 0;
    for (const FlowLink& link : figure.links)
        sum += &figure.nodes[link.target] == box ? link.amount : 0;
    return sum;
}

std::int64_t right(const FlowFigure& figure, const FlowNode* box)
{
    std::int64_t sum = 0;
    for (const FlowLink& link : figure.links)
        sum += &figure.nodes[link.source] == box ? link.amount : 0;
    return sum;
}

const CapacityPanel* panelOf(const CapacityFigure& figure, LayerNumber layer)
{
    const auto found = std::find_if(figure.panels.begin(), figure.panels.end(),
                                    [&](const CapacityPanel& panel) { return panel.layer == layer; });
    return found == figure.panels.end() ? nullptr : &*found;
}

} // namespace

class TestFigures final : public QObject {
    Q_OBJECT

private slots:
    // --- flow ---
    void chipsForOpenAiAre26GigawattsOfThreeMakers()
    {
        const Shipped shipped;
        FigureOptions options = Shipped::at(kTotal);
        options.mode = FlowMode::Capacity;
        options.layer = "chips";
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
        const FlowNode* openai = boxOf(figure, shipped.chain.find<NodeId>("openai-group"));
        QVERIFY(openai);
        QCOMPARE(openai->name, QStringLiteral("OpenAI Group PBC"));
        QCOMPARE(openai->amount, std::int64_t(26'000'000));
        std::map<QString, std::int64_t> makers;
        for (const FlowLink& link : figure.links)
            if (&figure.nodes[link.target] == openai && link.amount > 0)
                makers[figure.nodes[link.source].name] = link.amount;
        const std::map<QString, std::int64_t> expected{{QStringLiteral("NVIDIA"), 10'000'000},
                                                       {QStringLiteral("AMD"), 6'000'000},
                                                       {QStringLiteral("Broadcom"), 10'000'000}};
        QVERIFY(makers == expected);
    }

    void theFlowOfOneLayerHasNothingOfAnother()
    {
        const Shipped shipped;
        FigureOptions options = Shipped::at(kTotal);
        options.mode = FlowMode::Capacity;
        options.layer = "cloud-dc";
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
        QVERIFY(!figure.links.empty());
        for (const FlowLink& link : figure.links)
            for (const DealId deal : link.evidence.deals)
                QCOMPARE(shipped.chain.layerOf(shipped.chain.deals()[deal].supplier), shipped.layer("cloud-dc"));
    }

    void bothSidesOfTheCompanyLookedAtAddUp_data()
    {
        QTest::addColumn<int>("number");
        for (const int number : {2025, 2026, 2027, 2028, 2030})
            QTest::newRow(std::to_string(number).c_str()) << number;
    }
    void bothSidesOfTheCompanyLookedAtAddUp()
    {
        QFETCH(int, number);
        const Shipped shipped;
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, Shipped::at(year(number)));
        const FlowNode* openai = boxOf(figure, shipped.chain.find<NodeId>("openai-group"));
        QVERIFY(openai);
        QCOMPARE(left(figure, openai), right(figure, openai));
        const auto of = [&](Measure measure) {
            return shipped.rollups.figure(shipped.group("openai-group"), measure, kNoLayer, year(number)).value;
        };
        const std::int64_t spent = of(Measure::Spend) + of(Measure::CapitalOut);
        const std::int64_t gained = of(Measure::Revenue) + of(Measure::CapitalIn);
        QCOMPARE(openai->amount, std::max(spent, gained));
        const FlowNode* leftOver = nodeNamed(figure, "left-over");
        const FlowNode* toFind = nodeNamed(figure, "to-find");
        QCOMPARE(leftOver ? leftOver->amount : 0, std::max<std::int64_t>(gained - spent, 0));
        QCOMPARE(toFind ? toFind->amount : 0, std::max<std::int64_t>(spent - gained, 0));
    }

    void noRibbonRunsBackwards()
    {
        const Shipped shipped;
        for (const Grouping grouping : {Grouping::Company, Grouping::Tier}) {
            FigureOptions options = Shipped::at(kTotal);
            options.grouping = grouping;
            const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
            for (const FlowLink& link : figure.links)
                QVERIFY2(figure.nodes[link.source].column < figure.nodes[link.target].column, link.id.c_str());
        }
    }

    void boxesKeepTheirColumnAsTimeMoves()
    {
        const Shipped shipped;
        std::map<std::string, QString> headings;
        for (int number = shipped.rollups.calendar().firstYear(); number <= shipped.rollups.calendar().lastYear();
             ++number) {
            const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, Shipped::at(year(number)));
            const FlowNode* oracle = nodeNamed(figure, "node:oracle");
            const FlowNode* openai = boxOf(figure, shipped.chain.find<NodeId>("openai-group"));
            if (oracle && openai)
                QVERIFY(oracle->column < openai->column);
        }
    }

    void anOpenedGroupFallsIntoItsPartsAndKeepsTheSum()
    {
        const Shipped shipped;
        FigureOptions options = Shipped::at(kTotal);
        options.mode = FlowMode::Capacity;
        options.layer = "cloud-dc";
        const FlowFigure closed = buildFlow(shipped.chain, shipped.rollups, options);
        const FlowNode* stargate = boxOf(closed, shipped.chain.find<NodeId>("stargate"));
        QVERIFY(stargate);
        QVERIFY(!stargate->toggle.empty());
        QVERIFY(!stargate->isExpanded);
        options.expanded.insert(stargate->toggle);
        options.mostPerColumn = 100;
        const FlowFigure open = buildFlow(shipped.chain, shipped.rollups, options);
        QVERIFY(open.nodes.size() > closed.nodes.size());
        const auto sum = [](const FlowFigure& figure) {
            return std::accumulate(figure.links.begin(), figure.links.end(), std::int64_t(0),
                                   [](std::int64_t sofar, const FlowLink& link) { return sofar + link.amount; });
        };
        QCOMPARE(sum(open), sum(closed));
        const auto isPart = [](const FlowNode& node) { return node.isExpanded; };
        QVERIFY(std::any_of(open.nodes.begin(), open.nodes.end(), isPart));
    }

    void whatIsSmallIsGatheredAndNothingIsLost()
    {
        const Shipped shipped;
        FigureOptions options = Shipped::at(kTotal);
        options.mostPerColumn = 3;
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
        std::map<int, int> perColumn;
        for (const FlowNode& node : figure.nodes)
            if (!node.isOutside)
                ++perColumn[node.column];
        for (const auto& column : perColumn)
            QVERIFY(column.second <= 4); // the company looked at is always there
        std::set<DealId> shown;
        for (const FlowLink& link : figure.links)
            shown.insert(link.evidence.deals.begin(), link.evidence.deals.end());
        FigureOptions all = options;
        all.mostPerColumn = 10'000;
        std::set<DealId> before;
        for (const FlowLink& link : buildFlow(shipped.chain, shipped.rollups, all).links)
            before.insert(link.evidence.deals.begin(), link.evidence.deals.end());
        QVERIFY(shown == before);
    }

    void cancelledAtAnyMomentItEndsWithoutAFault()
    {
        const Shipped shipped;
        int cancelled = 0;
        for (int round = 0; round < 150; ++round)
            for (const char* view : {"flow", "capacity", "money"}) {
                std::atomic<bool> isCancelled = round == 0; // once before it begins, then while it works
                FigureOptions options = Shipped::at(year(2028));
                options.grouping = round % 2 == 0 ? Grouping::Deal : Grouping::Company;
                options.cancelled = &isCancelled;
                std::thread other([&isCancelled, round] {
                    std::this_thread::sleep_for(std::chrono::microseconds(37 * round));
                    isCancelled = true;
                });
                const auto figure = buildFigure(view, shipped.chain, shipped.rollups, options);
                other.join();
                cancelled += figure.has_value() ? 0 : 1;
                if (!figure)
                    QCOMPARE(figure.error().kind, ErrorKind::Cancelled);
            }
        QVERIFY(cancelled > 0);
    }

    void byDealEachDealHasARibbonOfItsOwn()
    {
        const Shipped shipped;
        FigureOptions options = Shipped::at(year(2028));
        options.grouping = Grouping::Deal;
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
        std::set<DealId> deals;
        std::set<std::string> ids;
        for (const FlowLink& link : figure.links) {
            QVERIFY2(ids.insert(link.id).second, link.id.c_str());
            if (link.isWithin || &figure.nodes[link.source] == nodeNamed(figure, "left-over"))
                continue;
            QCOMPARE(link.evidence.deals.size(), std::size_t(1));
            const DealId deal = link.evidence.deals.front();
            QVERIFY2(deals.insert(deal).second, link.id.c_str());
            QCOMPARE(link.amount, shipped.rollups.dealMoney(shipped.chain, deal, year(2028)).value);
        }
        std::size_t wanted = 0;
        shipped.chain.deals().forEach([&](DealId id, const Deal& deal) {
            const Figure money = shipped.rollups.dealMoney(shipped.chain, id, year(2028));
            wanted += shipped.chain.classOf(deal) != DealClass::Control && (money.value > 0 || money.undisclosed > 0);
        });
        for (const FlowInside& inside : figure.inside) // no ribbon leads from a box to itself
            wanted -= inside.deals + inside.undisclosed;
        QCOMPARE(deals.size(), wanted);
    }

    void aBoxHasTheSameFigureByCompanyAndByDeal()
    {
        const Shipped shipped;
        for (int number = 2024; number <= 2032; ++number) {
            FigureOptions options = Shipped::at(year(number));
            options.mostPerColumn = 1'000;
            const FlowFigure byCompany = buildFlow(shipped.chain, shipped.rollups, options);
            options.grouping = Grouping::Deal;
            const FlowFigure byDeal = buildFlow(shipped.chain, shipped.rollups, options);
            const FlowNode* openai = boxOf(byCompany, shipped.chain.find<NodeId>("openai-group"));
            QVERIFY(openai);
            const FlowNode* same = nodeNamed(byDeal, openai->id);
            QVERIFY(same);
            QCOMPARE(same->figure, openai->figure);
            for (const FlowNode& node : byCompany.nodes)
                if (const FlowNode* other = nodeNamed(byDeal, node.id))
                    QCOMPARE(other->amount, node.amount);
        }
    }

    void whatATierSwallowsIsToldWithItsSum()
    {
        const Shipped shipped;
        FigureOptions options = Shipped::at(year(2028));
        options.grouping = Grouping::Tier;
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
        const std::int64_t ads =
            shipped.rollups.figure(shipped.group("advertisers"), Measure::Spend, kNoLayer, year(2028)).value;
        QVERIFY(ads > 0);
        QCOMPARE(figure.inside.front().amount, ads);
        QVERIFY(std::any_of(figure.head.notes.cbegin(), figure.head.notes.cend(), [&](const QString& note) {
            return note.contains(QStringLiteral("Not drawn")) && note.contains(moneyText(Cents{ads}));
        }));
        // and OpenAI has what its products earn, whatever their tier
        const FlowNode* openai = boxOf(figure, shipped.chain.find<NodeId>("openai-group"));
        QVERIFY(openai);
        std::int64_t passedOn = 0;
        for (const FlowLink& link : figure.links)
            passedOn += link.isWithin && &figure.nodes[link.source] == openai ? link.amount : 0;
        QVERIFY(passedOn > ads);
    }

    void everyFigureNamesItsDealsAndSources()
    {
        const Shipped shipped;
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, Shipped::at(year(2028)));
        for (const FlowLink& link : figure.links) {
            if (link.id.find("left-over") != std::string::npos || link.id.find("to-find") != std::string::npos)
                continue;
            QVERIFY(!link.evidence.deals.empty());
            QVERIFY(!link.evidence.tooltip.isEmpty());
            for (const int number : link.evidence.sources)
                QVERIFY(number >= 1 && number <= static_cast<int>(figure.head.sources.size()));
        }
        for (std::size_t at = 0; at < figure.head.sources.size(); ++at)
            QCOMPARE(figure.head.sources[at].number, static_cast<int>(at) + 1);
        QCOMPARE(figure.head.table.rows.size(), figure.links.size() + figure.inside.size());
    }

    void assumedAmountsVanishWithTheAssumptions()
    {
        Lens lens;
        lens.withAssumed = false;
        const Shipped without(lens);
        for (const FlowLink& link : buildFlow(without.chain, without.rollups, Shipped::at(year(2028))).links)
            QCOMPARE(link.assumed, std::int64_t(0));
        const Shipped with;
        const FlowFigure figure = buildFlow(with.chain, with.rollups, Shipped::at(year(2028)));
        QVERIFY(std::any_of(figure.links.begin(), figure.links.end(),
                            [](const FlowLink& link) { return link.assumed > 0; }));
        for (const FlowLink& link : figure.links)
            QVERIFY(link.assumed <= link.amount);
    }

    void anEmptyPeriodSaysWhatToDo()
    {
        Lens lens;
        lens.knownAsOf = dayNumber(2001, 1, 1);
        const Shipped shipped(lens);
        FigureOptions options = Shipped::at(year(2028));
        options.mode = FlowMode::Capacity;
        options.layer = "memory";
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
        if (figure.links.empty()) {
            QVERIFY(!figure.head.emptyTitle.isEmpty());
            QVERIFY(!figure.head.emptyHint.isEmpty());
        }
        options.group = "nobody";
        QVERIFY(buildCapacity(shipped.chain, shipped.rollups, options).head.isEmpty());
        QVERIFY(buildMoney(shipped.chain, shipped.rollups, options).head.isEmpty());
    }

    // --- capacity ---
    void chipsAndCloudStandSideBySideAndCloudBinds()
    {
        const Shipped shipped;
        const CapacityFigure figure = buildCapacity(shipped.chain, shipped.rollups, Shipped::at(year(2030)));
        const CapacityPanel* chips = panelOf(figure, shipped.layer("chips"));
        const CapacityPanel* cloud = panelOf(figure, shipped.layer("cloud-dc"));
        QVERIFY(chips && cloud && figure.current);
        QCOMPARE(chips->totals[*figure.current], std::int64_t(26'000'000));
        QVERIFY(!chips->isBinding);
        QVERIFY(cloud->isBinding);
        QVERIFY(cloud->binds[*figure.current]);
    }

    void suppliersAddUpToTheRollup()
    {
        const Shipped shipped;
        const CapacityFigure figure = buildCapacity(shipped.chain, shipped.rollups, Shipped::at(year(2030)));
        QVERIFY(!figure.panels.empty());
        for (const CapacityPanel& panel : figure.panels)
            for (std::size_t at = 0; at < figure.periods.size(); ++at) {
                std::int64_t sum = 0;
                for (const Series& series : panel.series)
                    sum += series.values[at];
                QCOMPARE(sum, panel.totals[at]);
                QCOMPARE(sum, shipped.rollups
                                  .figure(shipped.group("openai-group"), Measure::CapacityIn, panel.layer,
                                          figure.periods[at])
                                  .value);
            }
    }

    void knownInSeptemberOnlyTenGigawattsOfChipsWereAnnounced()
    {
        Lens lens;
        lens.knownAsOf = dayNumber(2025, 9, 30);
        const Shipped shipped(lens);
        const CapacityFigure figure = buildCapacity(shipped.chain, shipped.rollups, Shipped::at(kTotal));
        const CapacityPanel* chips = panelOf(figure, shipped.layer("chips"));
        QVERIFY(chips);
        QVERIFY2(chips->headline.startsWith(QStringLiteral("10.0 GW")), qPrintable(chips->headline));
        QCOMPARE(chips->series.size(), std::size_t(1));
    }

    // --- money ---
    void whatMovesInsideAGroupIsToldToo()
    {
        const Shipped shipped;
        FigureOptions options = Shipped::at(year(2028));
        options.group = "advertising"; // advertisers and the platform that they pay
        const MoneyFigure figure = buildMoney(shipped.chain, shipped.rollups, options);
        const Figure inside =
            shipped.rollups.figure(shipped.group("advertising"), Measure::InternalTrade, kNoLayer, kTotal);
        QVERIFY(inside.value > 0);
        QVERIFY(std::any_of(figure.head.notes.cbegin(), figure.head.notes.cend(), [&](const QString& note) {
            return note.startsWith(QStringLiteral("Between parties of")) &&
                   note.contains(figureText(inside, Unit::Money));
        }));
    }

    void moneyIsThatOfTheRollups_data()
    {
        QTest::addColumn<bool>("byQuarter");
        QTest::newRow("years") << false;
        QTest::newRow("quarters") << true;
    }
    void moneyIsThatOfTheRollups()
    {
        QFETCH(bool, byQuarter);
        const Shipped shipped;
        FigureOptions options = Shipped::at(year(2028));
        options.granularity = byQuarter ? PeriodKind::Quarter : PeriodKind::Year;
        const MoneyFigure figure = buildMoney(shipped.chain, shipped.rollups, options);
        const auto of = [&](Measure measure, std::size_t at) {
            return shipped.rollups.figure(shipped.group("openai-group"), measure, kNoLayer, figure.periods[at]).value;
        };
        QVERIFY(figure.current && !figure.periods.empty());
        for (std::size_t at = 0; at < figure.periods.size(); ++at) {
            QCOMPARE(figure.incoming[0].values[at], of(Measure::Revenue, at));
            QCOMPARE(figure.incoming[1].values[at], of(Measure::CapitalIn, at));
            QCOMPARE(figure.outgoing[0].values[at], of(Measure::Spend, at));
            QCOMPARE(figure.outgoing[1].values[at], of(Measure::CapitalOut, at));
            QCOMPARE(figure.gap.values[at], of(Measure::Gap, at));
            QCOMPARE(figure.funding.values[at], of(Measure::Funding, at));
        }
    }

    void everyHeadSaysUnitLensAndQuestion()
    {
        Lens lens;
        lens.knownAsOf = dayNumber(2025, 12, 31);
        lens.basis = FigureBasis::Weighted;
        const Shipped shipped(lens);
        for (const char* view : {"flow", "capacity", "money"}) {
            const Result<ChartFigure> figure =
                buildFigure(view, shipped.chain, shipped.rollups, Shipped::at(year(2028)));
            QVERIFY(figure.has_value());
            const ChartHead& head = headOf(*figure);
            QVERIFY2(head.title.endsWith(QLatin1Char('?')), qPrintable(head.title));
            QVERIFY(head.subtitle.contains(QStringLiteral("known as of 2025-12-31")));
            QVERIFY(head.subtitle.contains(QStringLiteral("weighted")));
            QVERIFY(!head.sources.empty());
            QVERIFY(!head.table.rows.empty());
            for (const QStringList& row : head.table.rows)
                QCOMPARE(row.size(), head.table.columns.size());
            QVERIFY(head.lensJson.contains(QStringLiteral("\"as-of\":\"2025-12-31\"")));
        }
        QVERIFY(!buildFigure("map", shipped.chain, shipped.rollups, Shipped::at(year(2028))).has_value());
    }

    void namesAreChineseInChinese()
    {
        const Shipped shipped;
        const FigureOptions options = Shipped::at(year(2028));
        const testing::Speaking chinese(Language::Chinese);
        const FlowFigure figure = buildFlow(shipped.chain, shipped.rollups, options);
        const FlowNode* oracle = nodeNamed(figure, "node:oracle");
        QVERIFY(oracle);
        QCOMPARE(oracle->name, QStringLiteral("甲骨文"));
        QVERIFY(oracle->figure.endsWith(QStringLiteral("亿美元")));
    }
};

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
