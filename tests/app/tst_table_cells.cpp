// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hands.h"
#include "items/deals_model.h"
#include "items/roles.h"
#include "widgets/message_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QObject>
#include <QString>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace ochain;

namespace {

using Column = DealsModel::Column;

/// A person in front of the table of deals.
struct Cells {
    Cells() : table(f.find<QTableView>("dealsTable")) { table.setFocus(); }

    [[nodiscard]] QModelIndex cell(const char* deal, Column column) const
    {
        const RowRef row = f.row(Table::Deals, deal);
        for (int at = 0; at < table.model()->rowCount(); ++at)
            if (const QModelIndex index = table.model()->index(at, static_cast<int>(column)); rowRefOf(index) == row)
                return index;
        qFatal("%s is not shown", deal);
    }
    /// Clicks a cell, which goes to it.
    void click(const QModelIndex& index, Qt::KeyboardModifiers modifiers = {}) const
    {
        table.scrollTo(index);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, table.visualRect(index).center());
    }
    [[nodiscard]] std::string value(const char* deal, Field field) const
    {
        return f.chain().value(f.row(Table::Deals, deal), field);
    }
    /// The names of the deals from that of a cell on, as the table has them.
    [[nodiscard]] std::string below(const QModelIndex& index, int by) const
    {
        const auto row = rowRefOf(table.model()->index(index.row() + by, 0));
        return row ? std::string(f.chain().key(*row)) : std::string();
    }
    [[nodiscard]] QString said() const
    {
        const auto* text = f.window->findChild<QLabel*>(QStringLiteral("messageText"));
        return text == nullptr || !text->isVisible() ? QString() : text->text();
    }

    WindowFixture f;
    QTableView& table;
};

void putOnClipboard(const char* text)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

} // namespace

class TestTableCells final : public QObject {
    Q_OBJECT

private slots:
    void aBlockIsPastedWhereOneStandsAndUndoneAtOnce()
    {
        Cells c;
        const QModelIndex first = c.cell("amd-openai-6gw", Column::Capacity);
        const std::string next = c.below(first, 1);
        const std::string before = c.value(next.c_str(), deal_field::CapacityMw);
        c.click(first);
        putOnClipboard("7GW\n123 GW\n");
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(c.value("amd-openai-6gw", deal_field::CapacityMw), std::string("7000"));
        QCOMPARE(c.value(next.c_str(), deal_field::CapacityMw), std::string("123000"));
        QVERIFY2(c.said().contains(QStringLiteral("2 rows changed")), qPrintable(c.said()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(c.value("amd-openai-6gw", deal_field::CapacityMw), std::string("6000"));
        QCOMPARE(c.value(next.c_str(), deal_field::CapacityMw), before);
    }

    void aBlockWithAFaultChangesNothingAndSaysWhere()
    {
        Cells c;
        c.click(c.cell("amd-openai-6gw", Column::Capacity));
        const std::int64_t seq = c.f.document().lastSeq();
        putOnClipboard("7GW\nmuch\n");
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(c.said().contains(QStringLiteral("line 2, Capacity")));
        QVERIFY2(c.said().contains(QStringLiteral("“much”")), qPrintable(c.said()));
        QCOMPARE(c.value("amd-openai-6gw", deal_field::CapacityMw), std::string("6000"));
        QCOMPARE(c.f.document().lastSeq(), seq);
    }

    void whatTheRulesRefuseIsSaidWithTheRow()
    {
        Cells c;
        c.click(c.cell("amd-openai-6gw", Column::Capacity));
        putOnClipboard("1GW"); // less than its phases hold
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY2(c.said().contains(QStringLiteral("AMD → OpenAI")), qPrintable(c.said()));
        QCOMPARE(c.value("amd-openai-6gw", deal_field::CapacityMw), std::string("6000"));
    }

    void rowsWithAHeaderAreNewDeals()
    {
        Cells c;
        const std::size_t deals = c.f.chain().size(Table::Deals);
        putOnClipboard(
            "Supplier\tCustomer\tKind\tValue ($bn)\nAMD\tOracle\thardware\t5\nAMD\tMicrosoft\thardware\t6\n");
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(c.f.chain().size(Table::Deals), deals + 2);
        QCOMPARE(c.value("amd-oracle-hardware", deal_field::ValueUsd), std::string("5000000000"));
        QVERIFY2(c.said().contains(QStringLiteral("2 rows added")), qPrintable(c.said()));
    }

    void rowsWithKeysAreFoundByThemWhateverIsSelected()
    {
        Cells c;
        putOnClipboard("Key\tCapacity (GW)\nnvidia-openai-10gw\t11\namd-openai-6gw\t7\n"); // a column that is hidden
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(c.value("amd-openai-6gw", deal_field::CapacityMw), std::string("7000"));
        QCOMPARE(c.value("nvidia-openai-10gw", deal_field::CapacityMw), std::string("11000"));
    }

    void newsOfADealGoesIntoTheFormToBeLookedAt()
    {
        Cells c;
        const std::size_t deals = c.f.chain().size(Table::Deals);
        putOnClipboard("Oracle → AMD hardware $2B 2027-2031 signed 2025-07-22\n");
        press(Qt::Key_V, Qt::ControlModifier); // nothing is selected
        QTRY_VERIFY(c.f.find<QWidget>("readLine").isVisible());
        QCOMPARE(c.f.find<QLineEdit>("dealSupplier").text(), QStringLiteral("Oracle"));
        QCOMPARE(c.f.chain().size(Table::Deals), deals);
        press(Qt::Key_Return);
        QTRY_COMPARE(c.f.chain().size(Table::Deals), deals + 1);
        c.click(c.cell("amd-openai-6gw", Column::Kind)); // into a cell it is a text like any other
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(!c.said().isEmpty());
        QVERIFY(!c.f.find<QWidget>("readLine").isVisible());
    }

    void oneCellGoesIntoAllThatAreSelected()
    {
        Cells c;
        const QModelIndex first = c.cell("amd-openai-6gw", Column::Status);
        c.click(first);
        press(Qt::Key_Down, Qt::ShiftModifier);
        const std::string second = c.below(first, 1);
        putOnClipboard("rumoured");
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(c.value("amd-openai-6gw", deal_field::Status), std::string("rumoured"));
        QCOMPARE(c.value(second.c_str(), deal_field::Status), std::string("rumoured"));
    }

    void theTopCellIsFilledDownOverSeveralRowsAndOneRowAloneIsDuplicated()
    {
        Cells c;
        const QModelIndex first = c.cell("amd-openai-6gw", Column::Announced);
        const std::string second = c.below(first, 1);
        const std::string third = c.below(first, 2);
        const std::size_t deals = c.f.chain().size(Table::Deals);
        c.click(first);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(c.value(second.c_str(), deal_field::Announced), c.value("amd-openai-6gw", deal_field::Announced));
        QCOMPARE(c.value(third.c_str(), deal_field::Announced), c.value("amd-openai-6gw", deal_field::Announced));
        QCOMPARE(c.f.chain().size(Table::Deals), deals);
        c.click(c.cell("amd-openai-6gw", Column::Announced));
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(c.f.chain().size(Table::Deals), deals + 1);
    }

    void backspaceEmptiesTheCells()
    {
        Cells c;
        c.click(c.cell("amd-openai-6gw", Column::Announced));
        press(Qt::Key_Backspace);
        QTRY_COMPARE(c.value("amd-openai-6gw", deal_field::Announced), std::string());
        c.click(c.cell("amd-openai-6gw", Column::Supplier)); // which it must have
        press(Qt::Key_Backspace);
        QTRY_VERIFY2(c.said().contains(QStringLiteral("AMD → OpenAI")),
                     qPrintable(c.said())); // it is no line of a block
        QCOMPARE(c.value("amd-openai-6gw", deal_field::Supplier), std::string("amd"));
    }

    void typingOverACellEditsIt()
    {
        Cells c;
        c.click(c.cell("amd-openai-6gw", Column::Capacity));
        type(QStringLiteral("7GW"));
        press(Qt::Key_Return);
        QTRY_COMPARE(c.value("amd-openai-6gw", deal_field::CapacityMw), std::string("7000"));
        c.click(c.cell("amd-openai-6gw", Column::Status));
        type(QStringLiteral("sig"));
        QVERIFY(c.table.findChild<QWidget*>(QStringLiteral("cellEditor")) != nullptr);
        press(Qt::Key_Escape);
    }

    void aTextThatIsRefusedStaysInItsCell()
    {
        Cells c;
        const QModelIndex cell = c.cell("amd-openai-6gw", Column::Capacity);
        c.click(cell);
        type(QStringLiteral("much"));
        c.click(c.cell("nvidia-openai-10gw", Column::Status));
        auto* editor = c.table.findChild<QLineEdit*>(QStringLiteral("cellEditor"));
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->text(), QStringLiteral("much"));
        QCOMPARE(editor->property("state").toString(), QStringLiteral("wrong"));
        c.f.find<QLineEdit>("tableFilter").setFocus(); // nor does it go when the keyboard does
        QVERIFY(c.table.findChild<QLineEdit*>(QStringLiteral("cellEditor")) != nullptr);
        editor->setFocus();
        editor->selectAll();
        type(QStringLiteral("8GW"));
        press(Qt::Key_Return);
        QTRY_COMPARE(c.value("amd-openai-6gw", deal_field::CapacityMw), std::string("8000"));
        QTRY_VERIFY(c.table.findChild<QLineEdit*>(QStringLiteral("cellEditor")) == nullptr);
    }

    void selectedCellsAreCountedAndAddedUp()
    {
        Cells c;
        auto& sums = c.f.find<QLabel>("cellSums");
        QVERIFY(!sums.isVisible());
        c.click(c.cell("oracle-openai-45gw", Column::Capacity));
        QVERIFY(!sums.isVisible());
        // The programme and what is part of it: 10 GW, of which 4.5 GW are that deal.
        c.click(c.cell("stargate-openai", Column::Capacity), Qt::ControlModifier);
        QTRY_VERIFY(sums.isVisible());
        QCOMPARE(sums.text(),
                 QStringLiteral("2 cells in 2 rows · sum 14.5 GW, of which 4.5 GW is part of others selected"));
        c.click(c.cell("amd-openai-6gw", Column::Capacity));
        QTRY_VERIFY(!sums.isVisible());
    }

    void cellsAreCopiedWithTheUnitsOfTheirColumns()
    {
        Cells c;
        c.click(c.cell("oracle-openai-45gw", Column::Capacity));
        press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("4500")); // one cell is no table
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Capacity (MW)\tValue (USD)\n4500\t300000000000\n"));
        // And back again, over another deal.
        c.click(c.cell("oracle-openai-abilene", Column::Supplier));
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(c.value("oracle-openai-abilene", deal_field::ValueUsd), std::string("300000000000"));
        QCOMPARE(c.value("oracle-openai-abilene", deal_field::CapacityMw), std::string("4500"));
    }

    void nodesMetricsAndSourcesHaveTables_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("table");
        QTest::newRow("nodes") << QStringLiteral("showNodes") << QStringLiteral("nodesTable") << int(Table::Nodes);
        QTest::newRow("metrics") << QStringLiteral("showMetrics") << QStringLiteral("metricsTable")
                                 << int(Table::Metrics);
        QTest::newRow("sources") << QStringLiteral("showSources") << QStringLiteral("sourcesTable")
                                 << int(Table::Sources);
    }
    void nodesMetricsAndSourcesHaveTables()
    {
        QFETCH(QString, action);
        QFETCH(QString, name);
        QFETCH(int, table);
        WindowFixture f;
        f.trigger(qPrintable(action));
        auto& view = f.find<QTableView>(qPrintable(name));
        QVERIFY(view.isVisible());
        QCOMPARE(static_cast<std::size_t>(view.model()->rowCount()), f.chain().size(static_cast<Table>(table)));
        view.setFocus();
        QVERIFY(!view.selectionModel()->hasSelection()); // to go there selects nothing
        QVERIFY(!f.document().selection().row);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.model()->index(2, 0)).center());
        QCOMPARE(f.document().selection().row, rowRefOf(view.model()->index(2, 0)));
        const RowRef row = *rowRefOf(view.model()->index(2, 0));
        type(QStringLiteral("Another name"));
        press(Qt::Key_Return);
        const QVariant field = view.model()->headerData(0, Qt::Horizontal, FieldRole);
        QTRY_COMPARE(f.chain().value(row, static_cast<Field>(field.toInt())), std::string("Another name"));
        QCOMPARE(view.model()->index(2, 0).data().toString(), QStringLiteral("Another name"));
    }

    void whatAGigawattCostsIsAColumn()
    {
        Cells c;
        QCOMPARE(c.cell("oracle-openai-45gw", Column::CostPerPower).data().toString(), QStringLiteral("$66.7B"));
        QCOMPARE(c.cell("amd-openai-6gw", Column::CostPerPower).data().toString(), QStringLiteral("–")); // no value
        QVERIFY(!c.table.isColumnHidden(static_cast<int>(Column::CostPerPower)));
    }
};

QTEST_MAIN(TestTableCells)
#include "tst_table_cells.moc"
