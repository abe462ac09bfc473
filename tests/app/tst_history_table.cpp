// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "document/names.h"
#include "form_hands.h"
#include "hands.h"
#include "items/history_model.h"
#include "items/roles.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QTreeView>

using namespace ochain;

namespace {

void set(const WindowFixture& f, Table table, const char* key, Field field, const char* text)
{
    EditBuilder builder(f.chain());
    if (builder.set(table, key, field, text) || !f.document().apply(std::move(builder).build({}, {})))
        qFatal("%s was not set", key);
}

QTableView& history(const WindowFixture& f)
{
    f.trigger("showHistory");
    return f.find<QTableView>("historyTable");
}

QString changes(const QTableView& table, int row)
{
    return table.model()->index(row, static_cast<int>(HistoryModel::Column::Changes)).data().toString();
}

void click(QTableView& table, int row)
{
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(row, 0)).center());
}

/// The context menu of a row.
QMenu& menuOf(QTableView& table, int row)
{
    const QPoint at = table.visualRect(table.model()->index(row, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, table.viewport()->mapToGlobal(at));
    QApplication::sendEvent(table.viewport(), &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu == nullptr)
        qFatal("no menu came up");
    return *menu;
}

QAction& undoIn(const QMenu& menu)
{
    return *menu.findChild<QAction*>(QStringLiteral("undoThis"));
}

QString banner(const WindowFixture& f)
{
    const auto& text = f.find<QLabel>("messageText");
    return text.isVisible() ? text.text() : QString();
}

} // namespace

/// The history leads to what its edits are about, says it in names, and takes one back alone.
class TestHistoryTable final : public QObject {
    Q_OBJECT
private slots:
    void aClickGoesToTheRow()
    {
        WindowFixture f;
        set(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000");
        set(f, Table::Nodes, "oracle", node_field::NameEn, "Oracle Inc.");
        f.document().select(std::nullopt);
        QTableView& table = history(f);
        click(table, 1);
        QCOMPARE(f.document().selection().row, std::optional(f.row(Table::Deals, "amd-openai-6gw")));
        QTRY_VERIFY(shown<QLabel>(f, "dealTitle").text().startsWith(QStringLiteral("AMD → ")));
        click(table, 0);
        QCOMPARE(f.document().selection().row, std::optional(f.row(Table::Nodes, "oracle")));
        QCOMPARE(rowRefOf(f.find<QTreeView>("chainTree").currentIndex()), std::optional(f.row(Table::Nodes, "oracle")));
        QCOMPARE(table.currentIndex().row(), 0); // the row that was clicked stays lit
        QVERIFY(table.selectionModel()->isSelected(table.currentIndex()));
    }

    void aPartLeadsToWhatItBelongsTo()
    {
        WindowFixture f;
        const RowRef tranche{Table::Tranches, f.chain().inOrder(Table::Tranches).front()};
        const std::string key(f.chain().key(tranche));
        const RowRef deal{Table::Deals, f.chain().tranches()[TrancheId{tranche.row}].deal.value};
        set(f, Table::Tranches, key.c_str(), tranche_field::Basis, "assumed");
        f.document().select(std::nullopt);
        click(history(f), 0);
        QCOMPARE(f.document().selection().row, std::optional(deal));
    }

    void enterOpensTheFieldThatWasChanged()
    {
        WindowFixture f;
        set(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000");
        QTableView& table = history(f);
        click(table, 0);
        QTest::keyClick(&table, Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("dealCapacity"));
    }

    void anEditSaysWhatItDidInNames()
    {
        WindowFixture f;
        set(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000");
        QCOMPARE(changes(history(f), 0), QStringLiteral("AMD → OpenAI Group PBC: Capacity 6.0 GW → 7.0 GW"));
        set(f, Table::Deals, "amd-openai-6gw", deal_field::Status, "building");
        QVERIFY2(changes(history(f), 0).endsWith(QStringLiteral("→ Being built")), qPrintable(changes(history(f), 0)));
        set(f, Table::Nodes, "amd", node_field::NameEn, "AMD Inc.");
        QVERIFY(changes(history(f), 1).startsWith(QStringLiteral("AMD Inc. → "))); // by the name of now
        f.document().select(
            f.row(Table::Events,
                  std::string(f.chain().key({Table::Events, f.chain().inOrder(Table::Events).front()})).c_str()));
        const QString title = nameOf(f.chain(), *f.document().selection().row);
        f.trigger("deleteRow");
        const QString gone = changes(history(f), 0);
        QVERIFY2(gone.startsWith(QStringLiteral("Event %1 deleted").arg(title)),
                 qPrintable(gone)); // also of what is gone
    }

    void noKeyOrFieldOfTheFileIsSaid()
    {
        WindowFixture f;
        set(f, Table::Deals, "amd-openai-6gw", deal_field::Supplier, "nvidia");
        const RowRef citation{Table::Citations, f.chain().inOrder(Table::Citations).front()};
        EditBuilder builder(f.chain());
        QVERIFY(
            !builder.set(Table::Citations, std::string(f.chain().key(citation)), citation_field::SaidBy, "supplier"));
        QVERIFY(f.document().apply(std::move(builder).build({}, {})));
        QTableView& table = history(f);
        for (int row = 0; row < 2; ++row) {
            const QString text = changes(table, row);
            for (const char* word : {"_", "deals/", "nvidia ", "amd-openai"})
                QVERIFY2(!text.contains(QLatin1String(word)), qPrintable(text));
        }
    }

    void oneEditIsUndoneAloneWhereItStillApplies()
    {
        WindowFixture f;
        set(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000");
        set(f, Table::Nodes, "oracle", node_field::NameEn, "Oracle Inc.");
        QTableView& table = history(f);
        QMenu& menu = menuOf(table, 1);
        QVERIFY(undoIn(menu).isEnabled());
        undoIn(menu).trigger();
        menu.close();
        QCOMPARE(fieldOf(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw), std::string("6000"));
        QCOMPARE(fieldOf(f, Table::Nodes, "oracle", node_field::NameEn),
                 std::string("Oracle Inc.")); // the later one stays
        QVERIFY(table.model()->index(2, 0).data(UndoneRole).toBool());
        QVERIFY(!table.model()->index(1, 0).data(UndoneRole).toBool());
        QVERIFY(!undoIn(menuOf(table, 2)).isEnabled()); // once is enough
        QApplication::activePopupWidget()->close();
        f.trigger("redo"); // and the way back is that of any undo
        QCOMPARE(fieldOf(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw), std::string("7000"));
    }

    void itIsNotOfferedWhereSomethingHasChangedSince()
    {
        WindowFixture f;
        set(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000");
        set(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "8000");
        QTableView& table = history(f);
        QVERIFY(!undoIn(menuOf(table, 1)).isEnabled());
        QApplication::activePopupWidget()->close();
        click(table, 1);
        f.trigger("undoChosen"); // from the menu bar: refused, and why
        QCOMPARE(fieldOf(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw), std::string("8000"));
        QVERIFY2(banner(f).contains(QLatin1String("changed since")), qPrintable(banner(f)));
        click(table, 0);
        f.trigger("undoChosen");
        QCOMPARE(fieldOf(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw), std::string("7000"));
    }

    void theKeyboardReachesTheMenuToo()
    {
        WindowFixture f;
        set(f, Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000");
        QTableView& table = history(f);
        click(table, 0);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), table.mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(&table, &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr && undoIn(*menu).isEnabled());
        menu->close();
    }

    void aNoteOfATrancheLeadsToItsDeal()
    {
        WindowFixture f;
        const RowRef tranche{Table::Tranches, f.chain().inOrder(Table::Tranches).front()};
        EditBuilder builder(f.chain()); // so that there is one: reported, but by no source
        f.chain().forEachCitation(tranche, [&](CitationId id, const Citation&) {
            QVERIFY(!builder.erase(Table::Citations, f.chain().key({Table::Citations, id.value})));
        });
        QVERIFY(!builder.set(Table::Tranches, f.chain().key(tranche), tranche_field::Basis, "reported"));
        QVERIFY(f.document().apply(std::move(builder).build({}, {})));
        f.trigger("showProblems");
        auto& problems = f.find<QTableView>("problemsTable");
        const auto place = [&] {
            for (int row = 0; row < problems.model()->rowCount(); ++row)
                if (rowRefOf(problems.model()->index(row, 0)) == std::optional(tranche))
                    return row;
            return -1;
        };
        QTRY_VERIFY(place() >= 0);
        problems.scrollTo(problems.model()->index(place(), 0));
        click(problems, place());
        const std::uint32_t deal = f.chain().tranches()[TrancheId{tranche.row}].deal.value;
        QCOMPARE(f.document().selection().row, std::optional(RowRef{Table::Deals, deal}));
        QVERIFY(problems.selectionModel()->isSelected(problems.model()->index(place(), 0))); // the note stays lit
    }
};

QTEST_MAIN(TestHistoryTable)
#include "tst_history_table.moc"
