// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"

#include "figures/evidence.h"
#include "rollups/worked_example.h"

#include <QLatin1Char>
#include <QObject>
#include <QRegularExpression>
#include <QRegularExpressionMatch>
#include <QString>
#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace ochain;
using namespace ochain::test;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

/// A company with one supplier of `count` deals, the n-th of n billion in 2027.
void fillSpend(Example& example, int count)
{
    for (int i = 1; i <= count; ++i)
        example.deal("d" + std::to_string(i), "oracle", "openai", "lease",
                     {{deal_field::Starts, "2027"},
                      {deal_field::Ends, "2028"},
                      {deal_field::ValueUsd, std::to_string(i) + "000000000"}});
}

/// The amounts of a tooltip's lines, those of the lines that name a deal and of the rest, in whole dollars.
std::int64_t sumOfLines(const QString& tooltip)
{
    static const QRegularExpression amount(QStringLiteral(": \\$([0-9.]+)([BM])"));
    double sum = 0;
    for (const QString& line : tooltip.split(QLatin1Char('\n')))
        if (const QRegularExpressionMatch found = amount.match(line); found.hasMatch())
            sum += found.captured(1).toDouble() * (found.captured(2) == QLatin1String("B") ? 1e9 : 1e6);
    return std::llround(sum);
}

} // namespace

/// What a tooltip lists adds up to what is pointed at.
class TestEvidence final : public QObject {
    Q_OBJECT

private slots:
    void whatIsListedAddsUp_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 6, 7, 12})
            QTest::newRow(std::to_string(count).c_str()) << count;
    }
    void whatIsListedAddsUp()
    {
        QFETCH(int, count);
        Example example;
        fillSpend(example, count);
        std::vector<DealAmount> deals;
        std::int64_t sum = 0;
        example.chain().deals().forEach([&](DealId id, const Deal& deal) {
            deals.push_back({id, deal.value.value, false});
            sum += deal.value.value / 100;
        });
        const Evidence evidence = evidenceOf(example.chain(), deals, Unit::Money);
        QCOMPARE(sumOfLines(evidence.tooltip), sum);
        QCOMPARE(evidence.tooltip.contains(QStringLiteral("more")), count > 6);
    }

    void theRestSaysHowManyAreUndisclosed()
    {
        Example example;
        fillSpend(example, 8);
        std::vector<DealAmount> deals;
        example.chain().deals().forEach([&](DealId id, const Deal& deal) {
            deals.push_back({id, deal.value.value, false});
        });
        for (std::size_t at = 0; at < 2; ++at)
            deals[at] = {deals[at].deal, 0, true};
        const QString lines = evidenceOf(example.chain(), deals, Unit::Money, 5).tooltip;
        QVERIFY2(lines.endsWith(QStringLiteral("and 1 more: $3B, 2 undisclosed")), qPrintable(lines));
        const QString last = evidenceOf(example.chain(), deals, Unit::Money, 7).tooltip;
        QVERIFY2(last.endsWith(QStringLiteral("and 1 more undisclosed")), qPrintable(last));
    }

    void aBarListsWhatItsPeriodHas()
    {
        Example example;
        fillSpend(example, 12);
        example.look();
        FigureOptions options = Shipped::at(year(2027));
        options.group = "openai";
        const MoneyFigure figure = buildMoney(example.chain(), example.rollups(), options);
        const Series& spend = figure.outgoing[0];
        for (std::size_t at = 0; at < figure.periods.size(); ++at)
            QVERIFY(std::abs(sumOfLines(spend.parts[at].tooltip) - spend.values[at] / 100) < 100'000'000);
    }

    void oraclesPartOf2029IsNotItsTotal()
    {
        const Shipped shipped;
        const MoneyFigure figure = buildMoney(shipped.chain, shipped.rollups, Shipped::at(year(2029)));
        QVERIFY(figure.current);
        const QString lines = figure.outgoing[0].parts[*figure.current].tooltip;
        QVERIFY2(lines.contains(QStringLiteral("Oracle")) && lines.contains(QStringLiteral("$60B")), qPrintable(lines));
        QVERIFY2(!lines.contains(QStringLiteral("$300B")), qPrintable(lines));
    }

    void capacityListsWhatStandsInThePeriod()
    {
        const Shipped shipped;
        const CapacityFigure figure = buildCapacity(shipped.chain, shipped.rollups, Shipped::at(year(2027)));
        QVERIFY(figure.current);
        for (const CapacityPanel& panel : figure.panels)
            for (const Series& series : panel.series) {
                for (const DealId deal : series.now.deals) // only what stands then is listed
                    QVERIFY(shipped.rollups.dealCapacity(shipped.chain, deal, year(2027)) != Figure{});
                std::int64_t sum = 0;
                for (const DealId deal : series.now.deals)
                    sum += shipped.rollups.dealCapacity(shipped.chain, deal, year(2027)).value;
                QCOMPARE(sum, series.values[*figure.current]);
                const QString first = series.now.tooltip.section(QLatin1Char('\n'), 0, 0);
                if (sum > 0)
                    QVERIFY2(first.contains(capacityText(Kilowatts{sum})), qPrintable(first));
                const QString undated = series.undated.tooltip.section(QLatin1Char('\n'), 0, 0);
                if (series.unscheduled > 0)
                    QVERIFY2(undated.contains(capacityText(Kilowatts{series.unscheduled})), qPrintable(undated));
            }
    }

    void theLargestDealsAreKeptAndTheRestIsSummed_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 6, 7, 11, 12, 13, 40})
            QTest::newRow(std::to_string(count).c_str()) << count;
    }
    void theLargestDealsAreKeptAndTheRestIsSummed()
    {
        QFETCH(int, count);
        Example example;
        fillSpend(example, count);
        TopDeals top(example.chain(), 6);
        std::vector<DealAmount> all;
        example.chain().deals().forEach([&](DealId id, const Deal& deal) {
            all.push_back({id, deal.value.value, false});
            top.add(all.back());
        });
        const Evidence kept = top.evidence(Unit::Money);
        const Evidence whole = evidenceOf(example.chain(), all, Unit::Money, 6);
        QCOMPARE(kept.tooltip, whole.tooltip);
        QCOMPARE(kept.deals.size(), std::min(whole.deals.size(), std::size_t(6)));
    }

    void aBoxListsItsTwoSidesApart()
    {
        Example example;
        fillSpend(example, 3);
        example.deal("sold", "openai", "amd", "api",
                     {{deal_field::Starts, "2027"}, {deal_field::Ends, "2028"}, {deal_field::ValueUsd, "8000000000"}});
        example.look();
        FigureOptions options = Shipped::at(kTotal);
        options.group = "openai";
        const FlowFigure figure = buildFlow(example.chain(), example.rollups(), options);
        const auto openai = std::find_if(figure.nodes.begin(), figure.nodes.end(),
                                         [](const FlowNode& node) { return node.id == "node:openai"; });
        QVERIFY(openai != figure.nodes.end());
        const QStringList lines = openai->evidence.tooltip.split(QLatin1Char('\n'));
        QCOMPARE(lines.first(), QStringLiteral("Comes into this box: $8B"));
        const qsizetype out = lines.indexOf(QStringLiteral("Goes out of this box: $6B"));
        QCOMPARE(out, 2);
        const QStringList below = lines.mid(out + 1).filter(QRegularExpression(QStringLiteral("^ ")));
        QCOMPARE(sumOfLines(below.join(QLatin1Char('\n'))), std::int64_t(6'000'000'000));
        QVERIFY(lines.contains(QStringLiteral("Left over: $2B")));
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
