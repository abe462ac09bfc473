// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"

#include "figures/compared_flow.h"
#include "figures/figure_parts.h"
#include "speaking.h"

#include <QTest>

#include <map>

using namespace ochain;
using namespace ochain::testing;

namespace {

Lens weightedLens()
{
    Lens lens;
    lens.basis = FigureBasis::Weighted;
    return lens;
}

Lens lensKnownAt(int year, int month, int day)
{
    Lens lens;
    lens.knownAsOf = dayNumber(year, month, day);
    return lens;
}

/// The shipped chain under two lenses.
struct TwoLenses {
    explicit TwoLenses(const Lens& lens) : against(lens) {}

    [[nodiscard]] ComparedSides sides(Period period) const
    {
        return {{shown.chain, shown.rollups},
                {against.chain, against.rollups},
                comparedWords({shown.rollups.lens(), period}, {against.rollups.lens(), period})};
    }
    Shipped shown;
    Shipped against;
};

void eachLens()
{
    QTest::addColumn<bool>("isWeighted");
    QTest::newRow("weighted") << true;
    QTest::newRow("known before most deals") << false;
}

Lens otherLensOf(bool isWeighted)
{
    return isWeighted ? weightedLens() : lensKnownAt(2025, 6, 30);
}

} // namespace

/// Two lenses in one figure.
class TestComparedFigures final : public QObject {
    Q_OBJECT

private slots:
    void lensesAreToldByWhatTheyDifferIn_data()
    {
        QTest::addColumn<int>("back");
        QTest::addColumn<bool>("isWeighted");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("against");
        QTest::newRow("not at all") << 0 << false << "the same lens"
                                    << "the same lens";
        QTest::newRow("the period") << 1 << false << "2028"
                                    << "2027";
        QTest::newRow("the amounts") << 0 << true << "as stated"
                                     << "weighted by status";
        QTest::newRow("both") << 1 << true << "2028, as stated"
                              << "2027, weighted by status";
    }
    void lensesAreToldByWhatTheyDifferIn()
    {
        QFETCH(int, back);
        QFETCH(bool, isWeighted);
        QFETCH(QString, shown);
        QFETCH(QString, against);
        const Speaking speaking(Language::English);
        const ComparedWords words =
            comparedWords({{}, year(2028)}, {isWeighted ? weightedLens() : Lens(), year(2028 - back)});
        QCOMPARE(words.shown, shown);
        QCOMPARE(words.against, against);
    }

    void linesAreWhatTheRollupsSay_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<bool>("isWeighted");
        for (const char* view : {"money", "capacity"})
            for (const bool isWeighted : {true, false})
                QTest::addRow("%s, %s", view, isWeighted ? "weighted" : "known before most deals")
                    << QString::fromLatin1(view) << isWeighted;
    }
    void linesAreWhatTheRollupsSay()
    {
        QFETCH(QString, view);
        QFETCH(bool, isWeighted);
        const TwoLenses lenses(otherLensOf(isWeighted));
        const FigureOptions options = Shipped::at(year(2028));
        const Result<ChartFigure> built =
            buildComparedFigure(view.toStdString(), lenses.sides(options.period), options, options.period);
        QVERIFY(built);
        const auto& figure = std::get<ComparedFigure>(*built);
        QVERIFY(!figure.panels.empty());
        QVERIFY(figure.current.has_value());
        QCOMPARE(figure.periods[*figure.current].year, 2028);
        const Group group = *groupNamed(lenses.shown.chain, options.group);
        std::size_t moved = 0;
        for (const ComparedPanel& panel : figure.panels) {
            QCOMPARE(panel.shown.size(), figure.periods.size());
            for (std::size_t at = 0; at < figure.periods.size(); ++at) {
                const auto of = [&](const Shipped& side) {
                    return side.rollups.figure(group, panel.measure, panel.layer, figure.periods[at]).value;
                };
                QCOMPARE(panel.shown[at], of(lenses.shown));
                QCOMPARE(panel.against[at], of(lenses.against));
                moved += panel.shown[at] != panel.against[at] ? 1 : 0;
            }
        }
        QVERIFY(moved > 0);
        QCOMPARE(figure.head.table.rows.size(), figure.panels.size() * figure.periods.size());
        for (std::size_t at = 1; at < figure.periods.size(); ++at)
            QVERIFY(figure.periods[at - 1] < figure.periods[at]);
    }

    void sourcesAreNumberedThrough()
    {
        const TwoLenses lenses(lensKnownAt(2025, 6, 30));
        const FigureOptions options = Shipped::at(year(2028));
        const FlowFigure flow = buildComparedFlow(lenses.sides(options.period), options, options.period);
        const std::vector<SourceLine>& sources = flow.head.sources;
        for (std::size_t at = 0; at < sources.size(); ++at)
            QCOMPARE(sources[at].number, static_cast<int>(at) + 1);
        for (const FlowLink& link : flow.links)
            for (const int number : link.evidence.sources)
                QVERIFY(number >= 1 && static_cast<std::size_t>(number) <= sources.size());
    }

    void aRibbonIsAsWideAsTheLargerAndSaysWhatMoved_data() { eachLens(); }
    void aRibbonIsAsWideAsTheLargerAndSaysWhatMoved()
    {
        QFETCH(bool, isWeighted);
        const TwoLenses lenses(otherLensOf(isWeighted));
        const FigureOptions options = Shipped::at(year(2028));
        const FlowFigure flow = buildComparedFlow(lenses.sides(options.period), options, options.period);
        QVERIFY(flow.lenses.has_value());
        FigureOptions same = options;
        for (const FlowNode& node : flow.nodes)
            if (!node.isOutside)
                same.apart.insert(node.id);
        const FlowFigure shown = buildFlow(lenses.shown.chain, lenses.shown.rollups, same);
        const FlowFigure against = buildFlow(lenses.against.chain, lenses.against.rollups, same);
        std::map<std::string, std::pair<std::int64_t, std::int64_t>> expected;
        for (const FlowLink& link : shown.links)
            expected[link.id].first = link.amount;
        for (const FlowLink& link : against.links)
            expected[link.id].second = link.amount;
        QCOMPARE(flow.links.size(), expected.size());
        std::size_t moved = 0;
        for (const FlowLink& link : flow.links) {
            const auto& [now, then] = expected.at(link.id);
            QCOMPARE(link.amount, std::max(now, then));
            QCOMPARE(link.change, now - then);
            moved += link.change != 0 ? 1 : 0;
            QVERIFY(flow.nodes[link.source].column < flow.nodes[link.target].column);
        }
        QVERIFY(moved > 0);
    }

    void aBoxHoldsAllItsRibbons_data() { eachLens(); }
    void aBoxHoldsAllItsRibbons()
    {
        QFETCH(bool, isWeighted);
        const TwoLenses lenses(otherLensOf(isWeighted));
        const FigureOptions options = Shipped::at(year(2028));
        const FlowFigure flow = buildComparedFlow(lenses.sides(options.period), options, options.period);
        for (std::size_t at = 0; at < flow.nodes.size(); ++at) {
            std::int64_t left = 0;
            std::int64_t right = 0;
            for (const FlowLink& link : flow.links) {
                left += link.target == at ? link.amount : 0;
                right += link.source == at ? link.amount : 0;
            }
            QCOMPARE(flow.nodes[at].amount, std::max(left, right));
            QVERIFY(flow.nodes[at].column < flow.columns.size());
        }
    }

    void theSameLensTwiceMovesNothing()
    {
        const TwoLenses lenses({});
        const FigureOptions options = Shipped::at(year(2028));
        const FlowFigure flow = buildComparedFlow(lenses.sides(options.period), options, options.period);
        for (const FlowLink& link : flow.links)
            QCOMPARE(link.change, 0);
        const FlowFigure alone = buildFlow(lenses.shown.chain, lenses.shown.rollups, options);
        QCOMPARE(flow.nodes.size(), alone.nodes.size());
        QCOMPARE(flow.links.size(), alone.links.size());
    }
};

QTEST_GUILESS_MAIN(TestComparedFigures)
#include "tst_compared_figures.moc"
