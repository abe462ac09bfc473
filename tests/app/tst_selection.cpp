// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "charts/chart_surface.h"
#include "charts/chart_view.h"
#include "hands.h"
#include "items/roles.h"

#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace ochain;

namespace {

/// Finds something with Ctrl+K and chooses it.
void find(const WindowFixture& f, const char* text)
{
    QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(f.find<QLineEdit>("findEdit").isVisible());
    QTest::keyClicks(&f.find<QLineEdit>("findEdit"), QString::fromUtf8(text));
    QTest::keyClick(&f.find<QLineEdit>("findEdit"), Qt::Key_Return);
}

QString titleShown(const WindowFixture& f)
{
    for (const char* name : {"dealTitle", "nodeTitle", "tierTitle", "eventTitle", "metricTitle", "sourceTitle"})
        if (const auto labels = f.window->findChildren<QLabel*>(QString::fromLatin1(name)); !labels.isEmpty())
            for (const QLabel* label : labels)
                if (label->isVisible())
                    return label->text();
    return {};
}

/// Rows of the deals table that are lit: deals of what is selected.
std::vector<RowRef> litDeals(const WindowFixture& f)
{
    std::vector<RowRef> rows;
    const QModelIndexList lit = f.find<QTableView>("dealsTable").selectionModel()->selectedRows();
    for (const QModelIndex& index : lit)
        if (const auto row = rowRefOf(index))
            rows.push_back(*row);
    return rows;
}

bool isAbout(const Chain& chain, RowRef deal, RowRef node)
{
    const Deal& row = chain.deals()[DealId{deal.row}];
    return row.supplier.value == node.row || row.customer.value == node.row;
}

/// That exactly this row is selected and shown everywhere.
void verifyShown(const WindowFixture& f, RowRef row)
{
    QCOMPARE(f.document().selection().row, std::optional(row));
    const QString name = nameOf(f.chain(), row);
    QVERIFY2(titleShown(f).startsWith(name), qPrintable(titleShown(f)));
    const auto& tree = f.find<QTreeView>("chainTree");
    if (row.table == Table::Nodes) {
        QCOMPARE(rowRefOf(tree.currentIndex()), std::optional(row));
        for (const RowRef deal : litDeals(f))
            QVERIFY2(isAbout(f.chain(), deal, row), qPrintable(nameOf(f.chain(), deal)));
    }
    if (row.table == Table::Deals)
        for (const RowRef deal : litDeals(f))
            QCOMPARE(deal, row);
}

/// What is written on a mark.
QString nameOfMark(const ChartFigure& figure, const std::string& id)
{
    if (const auto* flow = std::get_if<FlowFigure>(&figure))
        for (const FlowNode& node : flow->nodes)
            if (node.id == id)
                return node.name;
    if (const auto* capacity = std::get_if<CapacityFigure>(&figure))
        for (const CapacityPanel& panel : capacity->panels)
            for (const Series& series : panel.series)
                if (series.id == id)
                    return series.name;
    return {};
}

} // namespace

class TestSelection final : public QObject {
    Q_OBJECT

private slots:
    void whatIsFoundIsShownAlsoWhenTheTableShowsOnlyTheSelection_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("key");
        QTest::newRow("a node after a deal") << QStringLiteral("nvidia-openai-10gw") << QStringLiteral("oracle");
        QTest::newRow("a node after another") << QStringLiteral("nvidia") << QStringLiteral("oracle");
        QTest::newRow("a node without deals") << QStringLiteral("oracle") << QStringLiteral("gpt-5");
        QTest::newRow("a node after its own deal") << QStringLiteral("amd-openai-6gw") << QStringLiteral("amd");
    }
    void whatIsFoundIsShownAlsoWhenTheTableShowsOnlyTheSelection()
    {
        QFETCH(QString, before);
        QFETCH(QString, key);
        WindowFixture f;
        QVERIFY(f.chain().find<NodeId>(key.toStdString()).isSet());
        auto& table = f.find<QTableView>("dealsTable");
        table.setFocus(); // so that it has a current row
        QTest::keyClick(&table, Qt::Key_Down);
        find(f, qPrintable(before));
        QTest::mouseClick(&f.find<QToolButton>("onlySelection"), Qt::LeftButton);
        find(f, qPrintable(key));
        verifyShown(f, f.row(Table::Nodes, qPrintable(key)));
        find(f, "nvidia");
        verifyShown(f, f.row(Table::Nodes, "nvidia"));
        QTest::mouseClick(&f.find<QToolButton>("onlySelection"), Qt::LeftButton);
        verifyShown(f, f.row(Table::Nodes, "nvidia"));
    }

    /// Which would take long of a million rows, at each painting.
    void aHeaderDoesNotLookThroughWhatIsSelected()
    {
        WindowFixture f;
        auto& table = f.find<QTableView>("dealsTable");
        table.selectAll();
        QVERIFY(table.selectionModel()->isColumnSelected(0));
        QVERIFY(!table.horizontalHeader()->selectionModel()->hasSelection());
        QTest::mouseClick(table.horizontalHeader()->viewport(), Qt::LeftButton, {},
                          QPoint(20, 8)); // sorts all the same
        QTRY_COMPARE(table.horizontalHeader()->sortIndicatorSection(), 0);
    }

    void aFilterSelectsNothing_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("that keeps others") << QStringLiteral("broadcom");
        QTest::newRow("that keeps nothing") << QStringLiteral("nobody at all");
    }
    void aFilterSelectsNothing()
    {
        QFETCH(QString, filter);
        WindowFixture f;
        auto& table = f.find<QTableView>("dealsTable");
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Down);
        QTest::keyClick(&table, Qt::Key_Down);
        const std::optional<RowRef> chosen = f.document().selection().row;
        QVERIFY(chosen && chosen->table == Table::Deals);
        const int all = table.model()->rowCount();
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
        type(filter);
        QTRY_VERIFY(table.model()->rowCount() < all);
        verifyShown(f, *chosen);
        QTest::keyClick(&f.find<QLineEdit>("tableFilter"), Qt::Key_Return); // on to the table
        verifyShown(f, *chosen);
        f.find<QLineEdit>("tableFilter").clear();
        QTRY_COMPARE(table.model()->rowCount(), all);
        verifyShown(f, *chosen);
        QCOMPARE(litDeals(f), std::vector<RowRef>{*chosen});
    }

    void goingToAnotherPanelOrTabSelectsNothing()
    {
        WindowFixture f;
        f.trigger("showChain");
        find(f, "oracle");
        auto& tabs = f.find<QTabBar>("tableTabs");
        for (int tab = 0; tab < tabs.count(); ++tab) {
            tabs.setCurrentIndex(tab);
            for (int panel = 0; panel < 5; ++panel)
                QTest::keyClick(f.window.get(), Qt::Key_F6);
        }
        for (const char* name : {"dealsTable", "eventsTable", "problemsTable", "historyTable", "chainTree"})
            f.find<QWidget>(name).setFocus(Qt::TabFocusReason);
        verifyShown(f, f.row(Table::Nodes, "oracle"));
    }

    void theKeyboardInATableSelectsRowByRow()
    {
        WindowFixture f;
        find(f, "nvidia-openai-10gw");
        auto& table = f.find<QTableView>("dealsTable");
        table.setFocus();
        const int row = table.currentIndex().row();
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(table.currentIndex().row(), row + 1);
        verifyShown(f, *rowRefOf(table.currentIndex()));
        auto& tree = f.find<QTreeView>("chainTree");
        f.trigger("showChain");
        find(f, "amd");
        tree.setFocus();
        QTest::keyClick(&tree, Qt::Key_Down);
        QCOMPARE(f.document().selection().row, rowRefOf(tree.currentIndex()));
        QVERIFY(f.document().selection().row != f.row(Table::Nodes, "amd"));
    }

    void anEditThatMovesRowsSelectsNothing()
    {
        WindowFixture f;
        find(f, "oracle");
        QTest::mouseClick(&f.find<QToolButton>("onlySelection"), Qt::LeftButton);
        f.find<QTableView>("dealsTable").setFocus();
        find(f, "oracle-openai-45gw");
        f.trigger("deleteRow");
        QVERIFY(!f.document().selection().row);
        f.trigger("undo");
        QVERIFY(!f.document().selection().row);
        QVERIFY(litDeals(f).empty());
    }

    void theDealsThatAreLitFollowWhoHasThem()
    {
        WindowFixture f;
        find(f, "amd");
        const RowRef deal = f.row(Table::Deals, "nvidia-openai-10gw");
        const auto isLit = [&] {
            const std::vector<RowRef> lit = litDeals(f);
            return std::find(lit.begin(), lit.end(), deal) != lit.end();
        };
        const auto give = [&](const char* supplier) {
            EditBuilder builder(f.chain());
            QVERIFY(!builder.set(Table::Deals, "nvidia-openai-10gw", deal_field::Supplier, supplier));
            QVERIFY(f.document().apply(std::move(builder).build("test", "another supplier")));
        };
        QVERIFY(!litDeals(f).empty());
        QVERIFY(!isLit());
        give("amd");
        QVERIFY(isLit());
        give("nvidia");
        QVERIFY(!isLit());
        verifyShown(f, f.row(Table::Nodes, "amd"));
    }

    void aDealThatAnEditBringsPastTheFilterIsLit()
    {
        WindowFixture f;
        find(f, "amd");
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("zephyr"));
        QTRY_COMPARE(f.find<QTableView>("dealsTable").model()->rowCount(), 0);
        EditBuilder builder(f.chain());
        QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::NoteEn, "Zephyr"));
        QVERIFY(f.document().apply(std::move(builder).build("test", "a note")));
        QCOMPARE(litDeals(f), std::vector<RowRef>{f.row(Table::Deals, "amd-openai-6gw")});
    }

    void aClickInAChartSelectsTheMarkOrNothingElse_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("surface");
        QTest::newRow("flow") << 0 << QStringLiteral("flow");
        QTest::newRow("capacity") << 1 << QStringLiteral("capacity");
        QTest::newRow("money") << 2 << QStringLiteral("money");
    }
    void aClickInAChartSelectsTheMarkOrNothingElse()
    {
        QFETCH(int, tab);
        QFETCH(QString, surface);
        WindowFixture f;
        f.find<QTabBar>("chartTabs").setCurrentIndex(tab);
        auto& chart = f.find<ChartSurface>(qPrintable(surface + QStringLiteral("Surface")));
        QTRY_VERIFY(!chart.marks().empty());
        f.find<QTableView>("dealsTable").setFocus();
        QTest::mouseClick(&f.find<QToolButton>("onlySelection"), Qt::LeftButton);
        std::optional<ChartHit> hit;
        QObject::connect(&chart, &ChartSurface::picked, &chart,
                         [&hit](const std::optional<ChartHit>& picked) { hit = picked; });
        int parties = 0;
        const auto marks = chart.marks();
        for (const auto& [id, box] : marks) {
            const bool isParty = id.rfind("node:", 0) == 0 && id.find('>') == std::string::npos;
            hit.reset();
            const std::optional<RowRef> before = f.document().selection().row;
            QTest::mouseClick(&chart, Qt::LeftButton, {}, box.center().toPoint());
            if (!hit)
                continue; // a bent ribbon, or what only opens
            const std::optional<RowRef> row = f.document().selection().row;
            QCOMPARE(row, hit->row ? hit->row : before); // what stands for no single row leaves the selection
            if (isParty && hit->id == id) {
                ++parties;
                QVERIFY2(hit->row, id.c_str());
                QVERIFY2(nameOfMark(chart.figure(), id).startsWith(nameOf(f.chain(), *hit->row)), id.c_str());
                verifyShown(f, *hit->row);
            }
            if (hit->row && row->table == Table::Deals) { // a ribbon of one deal, never one out of several
                QCOMPARE(hit->deals, std::vector<DealId>{DealId{row->row}});
                verifyShown(f, *row);
            }
        }
        QVERIFY(parties > 0 || surface == QLatin1String("money"));
    }
};

QTEST_MAIN(TestSelection)
#include "tst_selection.moc"
