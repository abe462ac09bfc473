// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/flow_labels.h"

#include <QLatin1Char>
#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>
#include <random>

using namespace ochain;

namespace {

/// A column of boxes at given heights, called as given, the figure "$1B" under each.
struct Example {
    FlowFigure figure;
    LabelColumn column;

    void add(const QString& name, double middle, std::int64_t amount = 100)
    {
        FlowNode node;
        node.name = name;
        node.figure = QStringLiteral("$1B");
        node.amount = amount;
        column.nodes.push_back(figure.nodes.size());
        column.middles.push_back(middle);
        column.heights.push_back(4);
        figure.nodes.push_back(std::move(node));
    }
};

Example roomy()
{
    Example example;
    example.column.width = 300;
    example.column.bottom = 400;
    return example;
}

} // namespace

class TestFlowLabels final : public QObject {
    Q_OBJECT

private slots:
    void withRoomNamesStandOverFiguresBesideTheirBoxes()
    {
        Example example = roomy();
        example.add(QStringLiteral("Oracle"), 60);
        example.add(QStringLiteral("Microsoft"), 200);
        const PlacedLabels placed = placeFlowLabels(example.figure, example.column);
        QCOMPARE(placed.cost, 0.0);
        QCOMPARE(placed.labels.size(), std::size_t(2));
        for (std::size_t at = 0; at < 2; ++at) {
            QVERIFY(!placed.labels[at].isBeside);
            QVERIFY(!placed.labels[at].isCut);
            QCOMPARE(placed.labels[at].middle, example.column.middles[at]);
        }
    }

    void closeBoxesHaveBothInOneLine()
    {
        Example example = roomy();
        for (int at = 0; at < 5; ++at)
            example.add(QStringLiteral("Box %1").arg(at), 100 + 20 * at);
        const PlacedLabels placed = placeFlowLabels(example.figure, example.column);
        for (std::size_t at = 0; at < placed.labels.size(); ++at) {
            QVERIFY(placed.labels[at].isBeside);
            QVERIFY(std::abs(placed.labels[at].middle - example.column.middles[at]) < 3);
        }
    }

    void onlyTheCrowdIsNarrowed()
    {
        Example example = roomy();
        example.add(QStringLiteral("Far above"), 30);
        for (int at = 0; at < 4; ++at)
            example.add(QStringLiteral("Box %1").arg(at), 250 + 20 * at);
        const PlacedLabels placed = placeFlowLabels(example.figure, example.column);
        QVERIFY(!placed.labels.front().isBeside);
        QVERIFY(placed.labels.back().isBeside);
    }

    void aLongNameGoesIntoMoreLinesBeforeItIsCut()
    {
        Example example = roomy();
        example.column.width = 110;
        example.add(QStringLiteral("OpenAI native advertising platform"), 200);
        const PlacedLabels placed = placeFlowLabels(example.figure, example.column);
        QVERIFY(placed.labels.front().names.size() > 1);
        QVERIFY(!placed.labels.front().isCut);
        QCOMPARE(placed.labels.front().names.join(QLatin1Char(' ')), example.figure.nodes.front().name);
    }

    void whereThereIsNoRoomTheSmallestGoWithout()
    {
        Example example = roomy();
        example.column.bottom = 100;
        for (int at = 0; at < 12; ++at)
            example.add(QStringLiteral("Box %1").arg(at), 8 * at, at);
        const PlacedLabels placed = placeFlowLabels(example.figure, example.column);
        QVERIFY(placed.labels.size() < 12);
        QVERIFY(placed.labels.size() >= 5);
        QVERIFY(placed.cost > 0);
        for (const FlowLabel& label : placed.labels)
            QVERIFY(label.node >= 12 - placed.labels.size());
    }

    void neverOverOneAnotherNorOutside_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 3, 8, 20, 60})
            QTest::addRow("%d boxes", count) << count;
    }
    void neverOverOneAnotherNorOutside()
    {
        QFETCH(int, count);
        std::mt19937 random(static_cast<unsigned>(count));
        const auto draw = [&random](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
        for (int round = 0; round < 200; ++round) {
            Example example;
            example.column.width = 40 + draw(300);
            example.column.top = draw(50);
            example.column.bottom = example.column.top + 40 + draw(800);
            std::vector<double> middles;
            middles.reserve(static_cast<std::size_t>(count));
            for (int at = 0; at < count; ++at)
                middles.push_back(example.column.top + draw(static_cast<int>(example.column.bottom)));
            std::sort(middles.begin(), middles.end());
            for (const double middle : middles)
                example.add(QStringLiteral("word ").repeated(1 + draw(8)).trimmed(), middle, draw(1000));
            const PlacedLabels placed = placeFlowLabels(example.figure, example.column);
            // in a column narrower than that not one name may be readable
            QVERIFY(!placed.labels.empty() || example.column.width < 64);
            double y = example.column.top;
            std::size_t before = 0;
            for (const FlowLabel& label : placed.labels) {
                QVERIFY(label.middle - label.height / 2 >= y - 1e-6);
                QVERIFY(label.node >= before);
                y = label.middle + label.height / 2;
                before = label.node;
            }
            QVERIFY(y <= example.column.bottom + 1e-6);
        }
    }
};

QTEST_MAIN(TestFlowLabels)
#include "tst_flow_labels.moc"
