// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "analyses/explain.h"
#include "document/second_lens.h"
#include "items/explained_copy.h"
#include "items/explained_lines.h"
#include "items/explained_picture.h"
#include "items/explanation_model.h"
#include "items/headline.h"
#include "items/roles.h"
#include "speaking.h"

#include <QTest>

#include <functional>
#include <set>

using namespace ochain;
using namespace ochain::testing;

namespace {

using Line = ExplanationModel::Line;
using Amount = ExplanationModel::Column;

FigureCell cellOf(const Document& document, const char* node, Measure measure, const char* layer = "")
{
    const Chain& chain = document.chain();
    const TierId tier = chain.find<TierId>(layer);
    return {Group::of(chain.find<NodeId>(node)), measure, tier.isSet() ? chain.layerOf(tier) : kNoLayer, kTotal, {}};
}

void show(ExplanationModel& model, const Document& document, const FigureCell& cell)
{
    std::optional<Explanation> told = explain(document.chain(), document.rollups(), cell);
    QVERIFY(told);
    model.show(document.snapshot(), std::move(*told), dayNumber(2026, 11, 30));
}

qlonglong amountAt(const QModelIndex& name)
{
    return name.siblingAtColumn(static_cast<int>(Amount::Amount)).data(SortRole).toLongLong();
}

/// What the parts right below a line add up to; nothing if there are none.
std::optional<qlonglong> sumBelow(const ExplanationModel& model, const QModelIndex& parent)
{
    std::optional<qlonglong> sum;
    for (int row = 0; row < model.rowCount(parent); ++row)
        if (const QModelIndex line = model.index(row, 0, parent); model.lineOf(line) == Line::Part)
            sum = sum.value_or(0) + amountAt(line);
    return sum;
}

/// Lines whose parts do not add up to them, by key.
QStringList mistakes(const ExplanationModel& model, const QModelIndex& parent = {})
{
    QStringList wrong;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex line = model.index(row, 0, parent);
        const std::optional<qlonglong> sum = sumBelow(model, line);
        if (sum && model.lineOf(line) == Line::Part && *sum != amountAt(line))
            wrong << line.data(KeyRole).toString();
        wrong += mistakes(model, line);
    }
    return wrong;
}

QModelIndex lineOf(const ExplanationModel& model, Line kind, const QModelIndex& parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex line = model.index(row, 0, parent);
        if (model.lineOf(line) == kind)
            return line;
        if (const QModelIndex below = lineOf(model, kind, line); below.isValid())
            return below;
    }
    return {};
}

} // namespace

/// The tree of an explanation.
class TestExplanationModel final : public QObject {
    Q_OBJECT

private slots:
    void everyLevelAddsUp_data()
    {
        QTest::addColumn<QString>("node");
        QTest::addColumn<int>("measure");
        QTest::addColumn<QString>("layer");
        const auto row = [](const char* name, const char* node, Measure measure, const char* layer = "") {
            QTest::newRow(name) << QString::fromLatin1(node) << static_cast<int>(measure) << QString::fromLatin1(layer);
        };
        row("money spent", "openai", Measure::Spend);
        row("money by a formula", "openai", Measure::Revenue);
        row("capital", "openai", Measure::CapitalIn);
        row("capacity of a layer", "openai", Measure::CapacityIn, "chips");
        row("what is left", "openai", Measure::Net);
        row("nothing at all", "broadcom", Measure::Spend);
    }
    void everyLevelAddsUp()
    {
        QFETCH(QString, node);
        QFETCH(int, measure);
        QFETCH(QString, layer);
        const ChainFile file;
        const auto document = file.open();
        const FigureCell cell = cellOf(*document, qPrintable(node), static_cast<Measure>(measure), qPrintable(layer));
        ExplanationModel model;
        const Watch watch(model);
        show(model, *document, cell);
        const qlonglong figure = document->rollups().figure(cell.group, cell.measure, cell.layer, cell.period).value;
        QCOMPARE(sumBelow(model, {}).value_or(0), figure);
        QCOMPARE(amountAt(lineOf(model, Line::Sum)), figure);
        QCOMPARE(mistakes(model), QStringList());
    }

    void anAmountThatMovesKeepsTheLinesAndOtherLinesDoNot()
    {
        const ChainFile file;
        const auto document = file.open();
        ExplanationModel model;
        Watch watch(model);
        const FigureCell spend = cellOf(*document, "openai", Measure::Spend);
        show(model, *document, spend);
        QCOMPARE(watch.resets(), 1);
        watch.clear();
        const qlonglong before = amountAt(lineOf(model, Line::Sum));
        QVERIFY(setField(*document, "deals", "oracle-openai", "value_usd", "310000000000"));
        show(model, *document, spend);
        QCOMPARE(watch.upheavals(), 0);
        QVERIFY(watch.changes() > 0);
        QVERIFY(amountAt(lineOf(model, Line::Sum)) > before);
        watch.clear();
        show(model, *document, cellOf(*document, "openai", Measure::CapitalIn));
        QCOMPARE(watch.resets(), 1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.shown() == nullptr);
    }

    void aDifferenceAddsUpLineByLine_data()
    {
        QTest::addColumn<int>("against");
        QTest::newRow("another lens") << static_cast<int>(Against::SecondLens);
        QTest::newRow("before the last edit") << static_cast<int>(Against::LastEdit);
    }
    void aDifferenceAddsUpLineByLine()
    {
        QFETCH(int, against);
        const ChainFile file;
        const auto document = file.open();
        const FigureCell spend = cellOf(*document, "openai", Measure::Spend);
        const std::int64_t before = totalOf(*document, "openai", Measure::Spend);
        QVERIFY(setField(*document, "deals", "oracle-openai", "value_usd", "310000000000"));
        OtherLens other;
        other.lens.basis = FigureBasis::Weighted;
        document->second().set(other);
        std::optional<ToldDifference> asked = differenceToTell(*document, spend, static_cast<Against>(against));
        QVERIFY(asked && tell(*asked));
        const std::int64_t now = totalOf(*document, "openai", Measure::Spend);
        QCOMPARE(asked->told.value.value, now);
        if (static_cast<Against>(against) == Against::LastEdit)
            QCOMPARE(asked->told.against.value, before);
        const std::int64_t moved = asked->told.value.value - asked->told.against.value;
        QVERIFY(moved > 0);
        ExplanationModel model;
        const Watch watch(model);
        model.show(std::move(*asked), dayNumber(2026, 11, 30));
        QVERIFY(model.shown() == nullptr);
        QVERIFY(model.moved() != nullptr);
        QCOMPARE(sumBelow(model, {}).value_or(0), moved);
        QCOMPARE(amountAt(lineOf(model, Line::Sum)), moved);
        QCOMPARE(mistakes(model), QStringList());
    }

    void aDifferenceIsToldAsLinesOfWhatWasSwitched()
    {
        const Speaking speaking(Language::English);
        const ChainFile file;
        const auto document = file.open();
        QVERIFY(setField(*document, "deals", "oracle-openai", "value_usd", "310000000000"));
        std::optional<ToldDifference> asked =
            differenceToTell(*document, cellOf(*document, "openai", Measure::Spend), Against::LastEdit);
        QVERIFY(asked && tell(*asked));
        ExplanationModel model;
        model.show(std::move(*asked), dayNumber(2026, 11, 30));
        QCOMPARE(asText(model, {0, 1}), QStringLiteral("the last edit | +$10B\n"
                                                       "  Oracle, Cloud and compute | +$10B\n"
                                                       "Difference | +$10B\n"));
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Difference"));
        QCOMPARE(model.sentence({}).whole(),
                 QStringLiteral("OpenAI, spend in all: $310B against $300B, a difference of "
                                "+$10B"));
    }

    void whatHasNothingToBeHeldAgainstHasNoDifference()
    {
        const ChainFile file;
        const auto document = file.open();
        const FigureCell inAll = cellOf(*document, "openai", Measure::Spend);
        QVERIFY(!differenceToTell(*document, inAll, Against::Nothing));
        QVERIFY(!differenceToTell(*document, inAll, Against::PeriodBefore)); // there is none
        QVERIFY(!differenceToTell(*document, inAll, Against::SecondLens));
        QVERIFY(!differenceToTell(*document, inAll, Against::LastEdit));
        EditText text(document->chain());
        text.add("nodes", "anew", {{"name_en", "Anew"}, {"tier", "chips"}, {"kind", "company"}});
        QVERIFY(document->apply(text.edit()));
        const FigureCell entered = cellOf(*document, "anew", Measure::Spend);
        QVERIFY(!differenceToTell(*document, entered, Against::LastEdit)); // it was not there before
        FigureCell year = inAll;
        year.period = document->lens().period;
        QVERIFY(differenceToTell(*document, year, Against::PeriodBefore));
    }

    void aPictureHasTheLinesThatAreOpenAndTheirSources()
    {
        const Speaking speaking(Language::English);
        const ChainFile file;
        const auto document = file.open();
        ExplanationModel model;
        show(model, *document, cellOf(*document, "openai", Measure::CapacityIn, "chips"));
        const auto whole = pictureOf(model, model.sentence({}), [](const QModelIndex&) { return true; });
        const auto closed = pictureOf(model, model.sentence({}), [](const QModelIndex&) { return false; });
        QCOMPARE(static_cast<int>(closed.lines.size()), model.rowCount());
        QVERIFY(whole.lines.size() > closed.lines.size());
        QCOMPARE(closed.head.title, model.sentence({}).figure);
        QVERIFY(!closed.head.sources.empty());
        std::set<int> numbers;
        for (const TreeLine& line : closed.lines)
            numbers.insert(line.sources.begin(), line.sources.end());
        QCOMPARE(numbers.size(), closed.head.sources.size()); // none is listed without a line that it stands behind
        QVERIFY(closed.lines.back().isSum);
        QCOMPARE(closed.lines.back().amount, QStringLiteral("16.0 GW"));
    }

    void sourcesSayWhoPublishedThemAndHowOldTheyAre()
    {
        const Speaking speaking(Language::English);
        const ChainFile file;
        const auto document = file.open();
        ExplanationModel model;
        show(model, *document, cellOf(*document, "openai", Measure::CapacityIn, "chips"));
        const QModelIndexList cited = model.match(model.index(0, 0), Qt::DisplayRole, QStringLiteral("AMD, 2025-10-06"),
                                                  1, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(cited.size(), 1);
        const QModelIndex source = cited.constFirst();
        QCOMPARE(model.lineOf(source), Line::Source);
        QCOMPARE(model.rowCount(source), 0);
        QVERIFY2(source.data(AsideRole).toString().endsWith(QStringLiteral("14 months")),
                 qPrintable(source.data(AsideRole).toString()));
        QVERIFY(!source.siblingAtColumn(1).data().isValid()); // it adds nothing
        QCOMPARE(rowRefOf(source).value_or(RowRef{}).table, Table::Sources);
    }

    void aDealOfACompanyIsCalledAfterTheOtherParty()
    {
        const ChainFile file;
        const auto document = file.open();
        ExplanationModel model;
        show(model, *document, cellOf(*document, "openai", Measure::Spend));
        const QModelIndex deal = model.index(0, 0);
        const QString oracle = nameOf(document->chain(), document->chain().find<NodeId>("oracle"));
        QVERIFY2(deal.data().toString().startsWith(oracle), qPrintable(deal.data().toString()));
        QVERIFY(!deal.data().toString().contains(QStringLiteral("→")));
        QVERIFY(deal.data(Qt::ToolTipRole).toString().contains(QStringLiteral("→")));
    }

    void whatIsAssumedSaysSoAndReportedDoesNot()
    {
        const Speaking speaking(Language::English);
        const ChainFile file;
        const auto document = file.open();
        ExplanationModel model;
        show(model, *document, cellOf(*document, "openai", Measure::CapacityIn, "chips"));
        QStringList assumed;
        const std::function<void(const QModelIndex&)> look = [&](const QModelIndex& parent) {
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const QModelIndex line = model.index(row, 0, parent);
                const bool isAssumed = line.siblingAtColumn(1).data(AssumedRole).toDouble() > 0;
                QCOMPARE(line.data(AsideRole).toString() == QStringLiteral("assumed"), isAssumed);
                if (isAssumed)
                    assumed << line.data(Qt::ToolTipRole).toString();
                look(line);
            }
        };
        look({});
        QCOMPARE(assumed, QStringList{QStringLiteral("phase from 2026-07 to 2027-06, assumed")});
    }

    void dealsWithoutAnAmountAreNamed()
    {
        const ChainFile file;
        const auto document = file.open();
        ExplanationModel model;
        const FigureCell spend = cellOf(*document, "openai", Measure::Spend);
        show(model, *document, spend);
        const std::uint32_t hidden =
            document->rollups().figure(spend.group, Measure::Spend, kNoLayer, kTotal).undisclosed;
        QVERIFY(hidden > 0);
        const QModelIndex above = lineOf(model, Line::Undisclosed);
        QCOMPARE(model.rowCount(above), static_cast<int>(hidden));
        QVERIFY(above.siblingAtColumn(1).data(AbsentRole).toBool());
        QCOMPARE(rowRefOf(model.index(0, 0, above)).value_or(RowRef{}).table, Table::Deals);
    }

    void copiesHaveTheSentenceAndEveryLine()
    {
        const Speaking speaking(Language::English);
        const ChainFile file;
        const auto document = file.open();
        ExplanationModel model;
        show(model, *document, cellOf(*document, "openai", Measure::Spend));
        const ExplainedSentence sentence{QStringLiteral("Open_AI spends"), QStringLiteral("1 deal"), {}};
        const QString text = copied(model, sentence, CopyAs::Text);
        QVERIFY(text.startsWith(QStringLiteral("Open_AI spends: 1 deal\n\n")));
        QVERIFY(text.contains(QStringLiteral("$300B  Sum\n")));
        QVERIFY(
            copied(model, sentence, CopyAs::Markdown).startsWith(QStringLiteral("**Open\\_AI spends: 1 deal**\n\n- ")));
        const QStringList rows = copied(model, sentence, CopyAs::Tsv).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(rows.value(0), QStringLiteral("Level\tMade of\tAmount (USD)\tBasis, or who says it"));
        for (const QString& row : rows)
            QCOMPARE(row.count(QLatin1Char('\t')), 3);
        QVERIFY(rows.contains(QStringLiteral("1\tSum\t300000000000\t")));
    }

    void agesAreAsCoarseAsPeopleSayThem_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("words");
        QTest::newRow("today") << 0 << QStringLiteral("of today");
        QTest::newRow("one day") << 1 << QStringLiteral("1 day");
        QTest::newRow("days") << 59 << QStringLiteral("59 days");
        QTest::newRow("months") << 60 << QStringLiteral("2 months");
        QTest::newRow("many months") << 729 << QStringLiteral("24 months");
        QTest::newRow("years") << 730 << QStringLiteral("2 years");
    }
    void agesAreAsCoarseAsPeopleSayThem()
    {
        const Speaking speaking(Language::English);
        QFETCH(int, days);
        QTEST(ageWords(days), "words");
    }

    void theHeadlineOfADealIsWhatItHas()
    {
        const ChainFile file;
        const auto document = file.open();
        const Chain& chain = document->chain();
        ViewLens lens = document->lens();
        lens.period = {PeriodKind::Year, 2028, 0};
        QVERIFY(document->setLens(lens));
        const DealId oracle = chain.find<DealId>("oracle-openai");
        QCOMPARE(headlineOf(*document, oracle, false).measure, Measure::Revenue);
        QCOMPARE(headlineOf(*document, oracle, true).measure, Measure::CapacityOut);
    }
};

QTEST_GUILESS_MAIN(TestExplanationModel)
#include "tst_explanation_model.moc"
