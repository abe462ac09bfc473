// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_view.h"
#include "compare_actions.h"
#include "document/second_lens.h"
#include "hands.h"
#include "items/chain_tree_model.h"
#include "items/explanation_model.h"
#include "items/roles.h"
#include "panels/charts_panel.h"
#include "panels/why_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace ochain;

namespace {

using TreeColumn = ChainTreeModel::Column;

struct CompareFixture : WindowFixture {
    CompareFixture()
    {
        ViewLens lens = document().lens();
        lens.period = {PeriodKind::Year, 2028, 0};
        if (!document().setLens(lens))
            qFatal("there is no 2028");
        tree().setFocus();
    }
    [[nodiscard]] QTreeView& tree() const { return find<QTreeView>("chainTree"); }
    [[nodiscard]] const ChainTreeModel& treeModel() const
    {
        return *qobject_cast<const ChainTreeModel*>(tree().model());
    }
    [[nodiscard]] QModelIndex cell(const char* node, TreeColumn column) const
    {
        return treeModel().indexOf(row(Table::Nodes, node), column);
    }
    [[nodiscard]] const ExplanationModel& told() const
    {
        return *qobject_cast<const ExplanationModel*>(find<QTreeView>("whyTree").model());
    }
    [[nodiscard]] ChartView& chart() const { return *find<ChartsPanel>("chartsPanel").current(); }
    [[nodiscard]] std::int64_t headline(const Rollups& rollups, const FigureCell& of) const
    {
        return rollups.figure(of.group, of.measure, of.layer, of.period).value;
    }
    /// Asks something else of the figure that is explained, with the keys of its menu.
    void ask(int choice) const
    {
        auto& button = find<QPushButton>("whyChoice");
        button.setFocus();
        press(Qt::Key_Space);
        const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr)
            qFatal("no menu opened");
        for (int at = 0; at <= choice; ++at)
            press(Qt::Key_Down);
        press(Qt::Key_Return);
    }
};

} // namespace

/// Two lenses compared, in the window.
class TestComparing final : public QObject {
    Q_OBJECT

private slots:
    void aKeyComparesAndTheSameKeyEndsIt()
    {
        const CompareFixture f;
        auto& chip = f.find<QWidget>("lensChips");
        QVERIFY(chip.findChildren<QToolButton*>(QStringLiteral("lensChip0")).isEmpty());
        press(Qt::Key_8, Qt::AltModifier);
        QVERIFY(f.document().second().isOn());
        QCOMPARE(f.document().second().lens()->lens.basis, FigureBasis::Weighted);
        auto& first = f.find<QToolButton>("lensChip0");
        QVERIFY2(first.text().contains(QStringLiteral("weighted by status")), qPrintable(first.text()));
        press(Qt::Key_8, Qt::AltModifier);
        QVERIFY(!f.document().second().isOn());
    }

    void theChipEndsItToo()
    {
        const CompareFixture f;
        press(Qt::Key_8, Qt::AltModifier);
        f.find<QToolButton>("lensChip0").setFocus();
        press(Qt::Key_Delete);
        QVERIFY(!f.document().second().isOn());
        QVERIFY(!f.find<QToolButton>("lensChip0").isVisible());
    }

    void whatStandsAgainstALens_data()
    {
        QTest::addColumn<int>("with");
        QTest::addColumn<int>("knownAsOf");
        QTest::addColumn<int>("expected");
        const int never = kNoDay;
        QTest::newRow("the end of the year before today")
            << static_cast<int>(Comparable::YearEnd) << never << static_cast<int>(dayNumber(2025, 12, 31));
        QTest::newRow("the end of the year before a day known")
            << static_cast<int>(Comparable::YearEnd) << static_cast<int>(dayNumber(2025, 7, 1))
            << static_cast<int>(dayNumber(2024, 12, 31));
        QTest::newRow("ninety days before today")
            << static_cast<int>(Comparable::NinetyDays) << never << static_cast<int>(dayNumber(2026, 9, 2));
        QTest::newRow("the same day") << static_cast<int>(Comparable::Weighted) << never << never;
    }
    void whatStandsAgainstALens()
    {
        QFETCH(int, with);
        QFETCH(int, knownAsOf);
        QFETCH(int, expected);
        ViewLens looked;
        looked.lens.knownAsOf = knownAsOf;
        const OtherLens other = otherLens(looked, static_cast<Comparable>(with), dayNumber(2026, 12, 1));
        QCOMPARE(static_cast<int>(other.lens.knownAsOf), expected);
    }

    void theTreeHasTheDifferenceBesideTheFigure()
    {
        const CompareFixture f;
        const auto difference = static_cast<int>(TreeColumn::Difference);
        QVERIFY(f.tree().isColumnHidden(difference));
        press(Qt::Key_8, Qt::AltModifier);
        QVERIFY(!f.tree().isColumnHidden(difference));
        QCOMPARE(f.tree().header()->visualIndex(difference),
                 f.tree().header()->visualIndex(static_cast<int>(TreeColumn::Figure)) + 1);
        const QModelIndex cell = f.cell("oracle", TreeColumn::Difference);
        const auto of = cell.data(FigureCellRole).value<FigureCell>();
        const std::int64_t moved =
            f.headline(f.document().rollups(), of) - f.headline(f.document().second().snapshot()->rollups, of);
        QVERIFY(moved > 0); // weights take something
        QCOMPARE(cell.data(SortRole).toLongLong(), moved);
        press(Qt::Key_0, Qt::AltModifier);
        QVERIFY(f.tree().isColumnHidden(difference));
    }

    void everyChartShowsTheDifference_data()
    {
        QTest::addColumn<int>("tab");
        QTest::newRow("flow") << 0;
        QTest::newRow("capacity") << 1;
        QTest::newRow("money") << 2;
    }
    void everyChartShowsTheDifference()
    {
        QFETCH(int, tab);
        const CompareFixture f;
        f.find<ChartsPanel>("chartsPanel").showTab(tab);
        const QString before = headOf(f.chart().figure()).subtitle;
        QVERIFY(!f.find<QWidget>("chartCompared").isVisible());
        press(Qt::Key_8, Qt::AltModifier);
        QVERIFY(f.find<QWidget>("chartCompared").isVisible());
        const ChartHead& head = headOf(f.chart().figure());
        QVERIFY2(head.subtitle.contains(QStringLiteral("weighted by status")), qPrintable(head.subtitle));
        QCOMPARE(head.table.columns.size(), 5);
        const auto* flow = std::get_if<FlowFigure>(&f.chart().figure());
        QVERIFY(flow != nullptr ? flow->lenses.has_value()
                                : std::holds_alternative<ComparedFigure>(f.chart().figure()));
        f.find<QWidget>("chartCompared").findChildren<QAbstractButton*>().constFirst()->click(); // this lens alone
        QCOMPARE(headOf(f.chart().figure()).subtitle, before);
    }

    void whyTellsWhatMovedAndGoesBackToWhatItIsMadeOf()
    {
        const CompareFixture f;
        press(Qt::Key_8, Qt::AltModifier);
        f.document().select(f.row(Table::Nodes, "openai-group"));
        f.tree().setFocus();
        f.tree().setCurrentIndex(f.cell("openai-group", TreeColumn::Difference));
        press(Qt::Key_Return, Qt::AltModifier);
        const ToldDifference* moved = f.told().moved();
        QVERIFY(moved != nullptr);
        QCOMPARE(moved->told.value.value, f.headline(f.document().rollups(), moved->cell));
        QCOMPARE(moved->told.against.value, f.headline(f.document().second().snapshot()->rollups, moved->cellAgainst));
        QVERIFY2(f.find<QLabel>("whyTitle").text().contains(QStringLiteral("a difference of")),
                 qPrintable(f.find<QLabel>("whyTitle").text()));
        f.ask(0);
        QVERIFY(f.told().moved() == nullptr);
        QVERIFY(f.told().shown() != nullptr);
        f.ask(2); // the period before
        QVERIFY(f.told().moved() != nullptr);
        QCOMPARE(f.told().moved()->cellAgainst.period.year, 2027);
    }

    void anEditIsToldByWhatItMoved()
    {
        const CompareFixture f;
        f.document().select(f.row(Table::Nodes, "openai-group"));
        press(Qt::Key_Return, Qt::AltModifier);
        EditBuilder builder(f.chain());
        QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000"));
        QVERIFY(f.document().apply(std::move(builder).build({}, {})));
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        auto& why = f.find<WhyPanel>("whyPanel");
        why.explain(FigureCell::capacityOf(DealId{f.row(Table::Deals, "amd-openai-6gw").row}, kTotal));
        f.ask(1); // nothing is compared, and a total has no period before: before the last edit is next
        QVERIFY(f.told().moved() != nullptr);
        QCOMPARE(f.told().moved()->told.value.value - f.told().moved()->told.against.value, 1'000'000);
    }

    void whatIsTriedIsHeldAgainstTheFile()
    {
        const CompareFixture f;
        press(Qt::Key_B, Qt::AltModifier);
        QVERIFY(f.document().second().isOfPeriodAlone()); // nothing stands over the file
        press(Qt::Key_B, Qt::AltModifier);
        QVERIFY(!f.document().second().isOn());
        const RowRef deal = f.row(Table::Deals, "amd-openai-6gw");
        QCOMPARE(f.document().tryOverrides({{deal, deal_field::CapacityMw, "8000"}}), Problems());
        press(Qt::Key_B, Qt::AltModifier);
        QVERIFY(f.document().second().isOn());
        auto& why = f.find<WhyPanel>("whyPanel");
        why.explain(FigureCell::capacityOf(DealId{deal.row}, kTotal));
        f.ask(1);
        QVERIFY(f.told().moved() != nullptr);
        QCOMPARE(f.told().moved()->told.value.value - f.told().moved()->told.against.value, 2'000'000);
        auto& chip = f.find<QToolButton>("lensChip0");
        QVERIFY2(chip.toolTip().contains(QStringLiteral("the file as it is")), qPrintable(chip.toolTip()));
    }

    void thePanesChangeOver()
    {
        const CompareFixture f;
        press(Qt::Key_8, Qt::AltModifier);
        f.trigger("compareSwap");
        QCOMPARE(f.document().lens().lens.basis, FigureBasis::Weighted);
        QCOMPARE(f.document().second().lens()->lens.basis, FigureBasis::Headline);
    }

    void anExplanationBecomesAPicture()
    {
        CompareFixture f;
        f.document().select(f.row(Table::Nodes, "openai-group"));
        press(Qt::Key_Return, Qt::AltModifier);
        f.chooser.answer = f.folder.filePath(QStringLiteral("why.png"));
        f.find<QPushButton>("whyExport").click();
        const QImage picture(f.chooser.answer);
        QVERIFY(!picture.isNull());
        QCOMPARE(picture.text(QStringLiteral("Title")), f.find<QLabel>("whyTitle").text());
    }
};

QTEST_MAIN(TestComparing)
#include "tst_comparing.moc"
