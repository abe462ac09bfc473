// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/chain_tree_panel.h"
#include "charts/chart_view.h"
#include "formats/format.h"
#include "items/chain_tree_model.h"
#include "items/deals_model.h"
#include "window_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace ochain;

namespace {

const char* const kAmd = "amd-openai-6gw";

/// The row of a deals table that shows a deal of these names; -1 if none does.
int rowOf(const QTableView& table, const QString& supplier, const QString& kind)
{
    const QAbstractItemModel* model = table.model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, static_cast<int>(DealsModel::Column::Supplier)).data().toString() == supplier &&
            model->index(row, static_cast<int>(DealsModel::Column::Kind)).data().toString() == kind)
            return row;
    return -1;
}

QString cell(const QTableView& table, int row, DealsModel::Column column)
{
    return table.model()->index(row, static_cast<int>(column)).data().toString();
}

std::int64_t chipsOf(const WindowFixture& f)
{
    const Chain& chain = f.chain();
    return f.document()
        .rollups()
        .figure(Group::of(chain.find<NodeId>("openai-group")), Measure::CapacityIn,
                chain.layerOf(chain.find<TierId>("chips")), kTotal)
        .value;
}

} // namespace

class TestMainWindow final : public QObject {
    Q_OBJECT

private slots:
    void editingCapacityMovesTreeTableChartAndStatusBar()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kAmd));
        QCOMPARE(chipsOf(f), 26'000'000);
        auto& tree = f.find<QTreeView>("chainTree");
        auto& table = f.find<QTableView>("dealsTable");
        QSignalSpy resets(tree.model(), &QAbstractItemModel::modelReset);
        QSignalSpy tableResets(table.model(), &QAbstractItemModel::modelReset);

        QLineEdit& capacity = f.enter("dealCapacity");
        QTest::keyClicks(&capacity, QStringLiteral("7GW"));
        QCOMPARE(f.find<QLabel>("dealCapacityNote").text(), QStringLiteral("reads as 7.0 GW; was 6.0 GW"));
        QCOMPARE(chipsOf(f), 26'000'000); // not before it is left
        QTest::keyClick(&capacity, Qt::Key_Return);

        QCOMPARE(chipsOf(f), 27'000'000);
        QVERIFY2(f.find<QPushButton>("movedFigures").text().contains(QLatin1String("27.0 GW")),
                 qPrintable(f.find<QPushButton>("movedFigures").text()));
        const int row = rowOf(table, QStringLiteral("AMD"), QStringLiteral("Hardware"));
        QVERIFY(row >= 0);
        QCOMPARE(cell(table, row, DealsModel::Column::Capacity), QStringLiteral("7.0 GW"));
        auto* model = qobject_cast<ChainTreeModel*>(tree.model());
        QVERIFY(model != nullptr);
        const QModelIndex amd = model->indexOf(f.row(Table::Nodes, "amd"), ChainTreeModel::Column::CapacityOutTotal);
        QVERIFY2(amd.data().toString().contains(QLatin1String("7.0 GW")), qPrintable(amd.data().toString()));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(tableResets.size(), 0);
        const auto& view = f.find<ChartView>("capacityView");
        QString figures;
        for (const QStringList& line : headOf(view.figure()).table.rows)
            figures += line.join(QLatin1Char('\t')) + QLatin1Char('\n');
        QVERIFY2(figures.contains(QStringLiteral("AMD")), qPrintable(figures));
    }

    void undoAndRedoByKeyRestoreEveryFigure()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kAmd));
        QLineEdit& capacity = f.enter("dealCapacity");
        QTest::keyClicks(&capacity, QStringLiteral("7GW"));
        QTest::keyClick(&capacity, Qt::Key_Return);
        QCOMPARE(chipsOf(f), 27'000'000);
        QTest::keyClick(&capacity, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(chipsOf(f), 26'000'000);
        QCOMPARE(capacity.text(), QStringLiteral("6.0 GW"));
        QTest::keyClick(&capacity, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(chipsOf(f), 27'000'000);
        f.open(); // the history outlives the window
        f.trigger("undo");
        QCOMPARE(chipsOf(f), 26'000'000);
    }

    void escRestoresTheFieldAndNothingElse()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kAmd));
        QLineEdit& value = f.enter("dealValue");
        QTest::keyClicks(&value, QStringLiteral("nonsense"));
        QLineEdit& capacity = f.enter("dealCapacity");
        QTest::keyClicks(&capacity, QStringLiteral("7GW"));
        QTest::keyClick(&capacity, Qt::Key_Escape);
        QCOMPARE(capacity.text(), QStringLiteral("6.0 GW"));
        QCOMPARE(value.text(), QStringLiteral("nonsense"));
        QCOMPARE(chipsOf(f), 26'000'000);
        QVERIFY(!f.document().canUndo());
    }

    void whatIsNotValidIsMarkedAndKept()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kAmd));
        QLineEdit& ends = f.enter("dealEnds");
        QTest::keyClicks(&ends, QStringLiteral("2025"));
        auto& note = f.find<QLabel>("dealEndsNote");
        QVERIFY(note.isVisible());
        QVERIFY2(note.text().contains(QLatin1String("before it starts")), qPrintable(note.text()));
        QCOMPARE(ends.property("state").toString(), QStringLiteral("wrong"));
        QTest::keyClick(&ends, Qt::Key_Tab);
        QVERIFY(!f.chain().deals()[f.chain().find<DealId>(kAmd)].ends.isSet());
        f.document().select(f.row(Table::Deals, "nvidia-openai-10gw"));
        QCOMPARE(ends.text(), QString());
        f.document().select(f.row(Table::Deals, kAmd));
        QCOMPARE(ends.text(), QStringLiteral("2025"));
        QCOMPARE(ends.property("state").toString(), QStringLiteral("wrong"));
    }

    void aStartAndAnEndThatBothMoveAreTakenTogether()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, "nvidia-norway")); // ends 2026-12
        QLineEdit& starts = f.enter("dealStarts");
        QTest::keyClicks(&starts, QStringLiteral("2030"));
        QTest::keyClick(&starts, Qt::Key_Return);
        QCOMPARE(starts.property("state").toString(), QStringLiteral("wrong"));
        QLineEdit& ends = f.enter("dealEnds");
        QTest::keyClicks(&ends, QStringLiteral("2H 2033"));
        QTest::keyClick(&ends, Qt::Key_Return);
        const Deal& deal = f.chain().deals()[f.chain().find<DealId>("nvidia-norway")];
        QCOMPARE(formatDate(deal.starts), std::string("2030"));
        QCOMPARE(formatDate(deal.ends), std::string("2033-12"));
        QCOMPARE(starts.property("state").toString(), QString());
    }

    void aNewDealEntersTheChainWithItsNewSupplier()
    {
        WindowFixture f;
        const std::size_t deals = f.chain().deals().size();
        f.trigger("newDeal");
        QLineEdit& supplier = f.enter("dealSupplier");
        QTest::keyClicks(&supplier, QStringLiteral("Cerebras Two"));
        auto& create = f.find<QPushButton>("newSupplierCreate");
        QTRY_VERIFY(create.isVisible());
        auto& tier = f.find<QComboBox>("newSupplierTier");
        tier.setCurrentIndex(tier.findData(QStringLiteral("accelerators")));
        emit tier.activated(tier.currentIndex());
        QTest::mouseClick(&create, Qt::LeftButton);
        QLineEdit& customer = f.enter("dealCustomer");
        QTest::keyClicks(&customer, QStringLiteral("openai-group"));
        QTest::keyClick(&customer, Qt::Key_Return);
        QCOMPARE(f.chain().deals().size(), deals); // it has no kind yet
        auto& kind = f.find<QComboBox>("dealKind");
        kind.setFocus();
        kind.setCurrentIndex(kind.findData(QStringLiteral("hardware")));
        emit kind.activated(kind.currentIndex());
        QCOMPARE(f.chain().deals().size(), deals + 1);
        const NodeId made = f.chain().find<NodeId>("cerebras-two");
        QVERIFY(made.isSet());
        const std::optional<RowRef> selected = f.document().selection().row;
        QVERIFY(selected && selected->table == Table::Deals);
        QCOMPARE(f.chain().deals()[DealId{selected->row}].supplier, made);
        f.trigger("undo"); // one edit added both
        QVERIFY(!f.chain().find<NodeId>("cerebras-two").isSet());
        QCOMPARE(f.chain().deals().size(), deals);
    }

    void duplicateAndDeleteAreEditsThatCanBeUndone()
    {
        WindowFixture f;
        const std::size_t deals = f.chain().deals().size();
        f.document().select(f.row(Table::Deals, "oracle-openai-45gw"));
        f.trigger("duplicateRow");
        QCOMPARE(f.chain().deals().size(), deals + 1);
        f.trigger("deleteRow");
        QCOMPARE(f.chain().deals().size(), deals);
        QTest::mouseClick(&f.find<QPushButton>("messageAction"), Qt::LeftButton); // Undo
        QCOMPARE(f.chain().deals().size(), deals + 1);
    }

    void quickFindSelectsEverywhere()
    {
        WindowFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto& edit = f.find<QLineEdit>("findEdit");
        QTRY_VERIFY(edit.isVisible());
        QTest::keyClicks(&edit, QStringLiteral("amd"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QVERIFY(f.document().selection().row == f.row(Table::Nodes, "amd"));
        const auto& tree = f.find<QTreeView>("chainTree");
        QCOMPARE(tree.currentIndex().data().toString(), QStringLiteral("AMD"));
        QVERIFY(f.find<QTableView>("dealsTable").selectionModel()->hasSelection());
        QCOMPARE(f.find<QLabel>("nodeTitle").text(), QStringLiteral("AMD"));
    }

    void aClickInTheTableSelectsInTreeAndInspector()
    {
        WindowFixture f;
        auto& table = f.find<QTableView>("dealsTable");
        const int row = rowOf(table, QStringLiteral("AMD"), QStringLiteral("Hardware"));
        table.scrollTo(table.model()->index(row, 0));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, 0)).center());
        QVERIFY(f.document().selection().row == f.row(Table::Deals, kAmd));
        QVERIFY(f.find<QLabel>("dealTitle").text().startsWith(QStringLiteral("AMD → OpenAI")));
        QVERIFY(f.find<QTreeView>("chainTree").currentIndex().isValid());
    }

    void theFilterCountsWhatItShows()
    {
        WindowFixture f;
        auto& table = f.find<QTableView>("dealsTable");
        const int all = table.model()->rowCount();
        auto& filter = f.find<QLineEdit>("tableFilter");
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter.hasFocus());
        QTest::keyClicks(&filter, QStringLiteral("broadcom"));
        QTRY_VERIFY(table.model()->rowCount() < all);
        const int shown = table.model()->rowCount();
        QVERIFY(shown > 0);
        QCOMPARE(f.find<QLabel>("filterCount").text(), QStringLiteral("%1 of %2 shown").arg(shown).arg(all));
        filter.selectAll();
        QTest::keyClicks(&filter, QStringLiteral("nobody at all"));
        QTRY_COMPARE(table.model()->rowCount(), 0);
        filter.clear();
        QTRY_COMPARE(table.model()->rowCount(), all);
    }

    void sortSelectionAndScrollStayThroughAnEdit()
    {
        WindowFixture f;
        auto& table = f.find<QTableView>("dealsTable");
        table.sortByColumn(static_cast<int>(DealsModel::Column::Supplier), Qt::AscendingOrder);
        f.document().select(f.row(Table::Deals, kAmd));
        const int scroll = table.verticalScrollBar()->value();
        const QModelIndex before = table.currentIndex();
        QLineEdit& capacity = f.enter("dealCapacity");
        QTest::keyClicks(&capacity, QStringLiteral("6500"));
        QTest::keyClick(&capacity, Qt::Key_Return);
        QCOMPARE(table.currentIndex(), before);
        QCOMPARE(table.verticalScrollBar()->value(), scroll);
        QCOMPARE(table.horizontalHeader()->sortIndicatorSection(), static_cast<int>(DealsModel::Column::Supplier));
    }

    void copyGivesHeadersAndTabs()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kAmd));
        f.find<QTableView>("dealsTable").setFocus();
        f.trigger("copy");
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(QStringLiteral("Supplier\tCustomer\tKind\tStatus")), qPrintable(text));
        QCOMPARE(text.trimmed().count(QLatin1Char('\n')), 1);
    }

    void theLensMovesByKeyboardAndMouse()
    {
        WindowFixture f;
        const Period before = f.document().lens().period;
        QTest::keyClick(f.window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(f.document().lens().period.year, before.year + 1);
        auto& date = f.find<QLineEdit>("asOfEdit");
        date.setFocus();
        QTest::keyClicks(&date, QStringLiteral("2025-09-30"));
        QTest::keyClick(&date, Qt::Key_Return);
        QCOMPARE(f.document().lens().lens.knownAsOf, dayNumber(2025, 9, 30));
        QCOMPARE(chipsOf(f), 10'000'000);
        QTest::keyClick(&date, Qt::Key_Up); // on to the next day of news
        QCOMPARE(f.document().lens().lens.knownAsOf, dayNumber(2025, 10, 1));
        f.find<QToolButton>("asOfClear").click();
        QCOMPARE(f.document().lens().lens.knownAsOf, kNoDay);
    }

    void languageSwitchesAtRunTime()
    {
        WindowFixture f;
        f.trigger("language_zh_CN");
        QTRY_VERIFY(f.find<QTabBar>("tableTabs").tabText(0).startsWith(QStringLiteral("交易")));
        QCOMPARE(f.find<QAction>("newDeal").text(), QStringLiteral("新建交易(&N)"));
        QVERIFY(f.settings.language() == Language::Chinese);
        f.trigger("language_en");
        QTRY_VERIFY(f.find<QTabBar>("tableTabs").tabText(0).startsWith(QStringLiteral("Deals")));
    }

    void themeSwitchesAtRunTime()
    {
        WindowFixture f;
        f.trigger("theme_dark");
        QVERIFY(f.window->palette().color(QPalette::Window).lightness() < 64);
        const QImage dark = f.window->grab().toImage();
        const QImage allInAll = dark.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QVERIFY(allInAll.pixelColor(0, 0).lightness() < 100);
        f.trigger("theme_light");
        QVERIFY(f.window->palette().color(QPalette::Window).lightness() > 200);
    }

    void layoutAndFilesAreRemembered()
    {
        WindowFixture f;
        f.find<QDockWidget>("inspectorDock").hide();
        f.find<QTableView>("dealsTable").horizontalHeader()->resizeSection(0, 234);
        f.find<QTabBar>("chartTabs").setCurrentIndex(2);
        f.window->remember(); // as it does every few seconds, not only at the end
        f.open();
        QVERIFY(f.find<QDockWidget>("inspectorDock").isHidden());
        QCOMPARE(f.find<QTableView>("dealsTable").horizontalHeader()->sectionSize(0), 234);
        QCOMPARE(f.find<QTabBar>("chartTabs").currentIndex(), 2);
        QCOMPARE(f.settings.lastFile(), f.file);
        QCOMPARE(f.settings.recentFiles(), QStringList{f.file});
    }

    void aFileThatCannotBeOpenedIsToldWithoutLosingTheOpenOne()
    {
        WindowFixture f;
        f.window->openFile(f.folder.filePath(QStringLiteral("missing.ochain")));
        auto& text = f.find<QLabel>("messageText");
        QTRY_VERIFY(text.isVisible());
        QVERIFY(text.text().contains(QLatin1String("missing.ochain")));
        QVERIFY(f.window->document() != nullptr);
    }

    void everyControlHasANameForThoseWhoDoNotSeeIt()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kAmd));
        QStringList nameless;
        const QList<QWidget*> widgets = f.window->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible())
                continue;
            const QVariant text = widget->property("text");
            if (widget->accessibleName().isEmpty() && text.toString().isEmpty() &&
                qobject_cast<const QTabBar*>(widget) == nullptr)
                nameless << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                                widget->objectName() + QStringLiteral(" in ") +
                                QString::fromLatin1(widget->parentWidget()->metaObject()->className());
        }
        QCOMPARE(nameless.join(u'\n'), QString());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
