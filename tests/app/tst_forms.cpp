// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "figures/format.h"
#include "items/events_model.h"
#include "items/roles.h"
#include "items/rows_model.h"
#include "window_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QWheelEvent>

#include <algorithm>

using namespace ochain;

namespace {

/// The widget of a form that can be seen, now or in a moment: cards of the same name stand in several forms.
template <class Widget>
Widget& shown(const WindowFixture& f, const char* name)
{
    Widget* found = nullptr;
    const auto look = [&] {
        const QList<Widget*> all = f.window->findChildren<Widget*>(QString::fromLatin1(name));
        const auto visible =
            std::find_if(all.begin(), all.end(), [](const Widget* widget) { return widget->isVisible(); });
        found = visible == all.end() ? nullptr : *visible;
        return found != nullptr;
    };
    if (!QTest::qWaitFor(look))
        qFatal("no %s can be seen", name);
    return *found;
}

std::string fieldOf(const WindowFixture& f, Table table, const char* key, Field field)
{
    return f.chain().value(f.row(table, key), field);
}

std::int64_t revenueOf(const WindowFixture& f, const char* node)
{
    return f.document().rollups().figure(Group::of(f.chain().find<NodeId>(node)), Measure::Revenue, 0, kTotal).value;
}

void typeInto(const WindowFixture& f, const char* name, const QString& text, Qt::Key last = Qt::Key_Return)
{
    QLineEdit& line = f.enter(name);
    if (text.isEmpty())
        QTest::keyClick(&line, Qt::Key_Delete);
    QTest::keyClicks(&line, text);
    QTest::keyClick(&line, last);
}

/// The cell of a metric in the card of its node, chosen.
QModelIndex chooseMetric(const WindowFixture& f, const char* key, Field field)
{
    auto& table = shown<QTableView>(f, "metricsTable");
    const auto* model = qobject_cast<const RowsModel*>(table.model());
    const QModelIndex cell = model->indexOf(f.row(Table::Metrics, key)).siblingAtColumn(model->columnOf(field));
    table.setFocus();
    table.setCurrentIndex(cell);
    return cell;
}

/// Opens an editor on the chosen cell by key and gives it back.
QLineEdit& editCell(const WindowFixture& f, const char* tableName)
{
    auto& table = shown<QTableView>(f, tableName);
    QTest::keyClick(&table, Qt::Key_F2);
    auto* editor = table.findChild<QLineEdit*>(QStringLiteral("cellEditor"));
    if (editor == nullptr)
        qFatal("no editor opened in %s", tableName);
    return *editor;
}

QModelIndex eventCell(const WindowFixture& f, const char* key)
{
    auto& table = f.find<QTableView>("eventsTable");
    for (int row = 0; row < table.model()->rowCount(); ++row)
        if (table.model()->index(row, 0).data(KeyRole).toString() == QLatin1String(key))
            return table.model()->index(row, static_cast<int>(EventsModel::Column::Title));
    return {};
}

} // namespace

class TestForms final : public QObject {
    Q_OBJECT

private slots:
    void aNodeIsRenamedInTheFormAndEverythingFollows()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        typeInto(f, "nodeName", QStringLiteral("Advanced Micro Devices"));
        QCOMPARE(fieldOf(f, Table::Nodes, "amd", node_field::NameEn), std::string("Advanced Micro Devices"));
        QCOMPARE(f.find<QLabel>("nodeTitle").text(), QStringLiteral("Advanced Micro Devices"));
        QCOMPARE(f.find<QTreeView>("chainTree").currentIndex().data().toString(),
                 QStringLiteral("Advanced Micro Devices"));
        QTest::keyClick(&f.find<QLineEdit>("nodeName"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.find<QLineEdit>("nodeName").text(), QStringLiteral("AMD"));
        QTest::keyClick(&f.find<QLineEdit>("nodeName"), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.find<QLineEdit>("nodeName").text(), QStringLiteral("Advanced Micro Devices"));
    }

    void aTierIsFoundByTypingAndMovesTheNode()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        QLineEdit& tier = f.enter("nodeTier");
        QTest::keyClicks(&tier, QStringLiteral("cloud prov"));
        const QWidget* popup = QApplication::activePopupWidget();
        QVERIFY(popup != nullptr);
        QCOMPARE(popup->objectName(), QStringLiteral("nodeTierChoices"));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Nodes, "amd", node_field::Tier), std::string("cloud-providers"));
        QVERIFY2(f.find<QPushButton>("movedFigures").text().contains(QLatin1String("Cloud")),
                 qPrintable(f.find<QPushButton>("movedFigures").text()));
        f.trigger("undo");
        QCOMPARE(fieldOf(f, Table::Nodes, "amd", node_field::Tier), std::string("accelerators"));
    }

    void whatIsNotValidIsToldAtItsFieldAndKept_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("editor");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        const auto add = [](const char* name, Table table, const char* key, const char* editor, const char* typed,
                            const char* told) {
            QTest::newRow(name) << static_cast<int>(table) << QString::fromLatin1(key) << QString::fromLatin1(editor)
                                << QString::fromLatin1(typed) << QString::fromLatin1(told);
        };
        add("a latitude beyond the pole", Table::Nodes, "amd", "nodeLat", "200", "degrees");
        add("a kind of two words", Table::Nodes, "amd", "nodeKind", "chip maker", "chip maker");
        add("a node inside itself", Table::Nodes, "amd", "nodeParent", "amd", "contain itself");
        add("a tier that is not there", Table::Nodes, "amd", "nodeTier", "Nowhere", "No tier is called");
        add("a date that is none", Table::Events, "openai-founded", "eventDate", "soon", "soon");
        add("a value that is none", Table::Metrics, "arr-2024", "metricValue", "plenty", "no number");
        add("a series a formula needs", Table::Metrics, "plus-price", "metricSeries", "other", "plus_price");
        add("a weight above all", Table::Statuses, "signed", "statusWeight", "120%", "120");
        add("an order that is no number", Table::Tiers, "chips", "tierOrdinal", "first", "no number");
        add("a day that is none", Table::Sources, "cna-oracle-45gw", "sourcePublished", "2025-02-30", "2025-02-30");
    }
    void whatIsNotValidIsToldAtItsFieldAndKept()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        QFETCH(QString, editor);
        QFETCH(QString, typed);
        QFETCH(QString, told);
        WindowFixture f;
        const RowRef row{static_cast<Table>(table), f.chain().find(static_cast<Table>(table), key.toStdString())};
        QVERIFY(f.chain().isAlive(row));
        f.document().select(row);
        QLineEdit& line = f.enter(editor.toLatin1().constData());
        QTest::keyClicks(&line, typed);
        auto& note = f.find<QLabel>((editor + QStringLiteral("Note")).toLatin1().constData());
        QVERIFY(note.isVisible());
        QVERIFY2(note.text().contains(told), qPrintable(note.text()));
        QCOMPARE(line.property("state").toString(), QStringLiteral("wrong"));
        QTest::keyClick(&line, Qt::Key_Tab);
        QVERIFY(!f.document().canUndo());
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        f.document().select(row);
        QCOMPARE(line.text(), typed);
        QCOMPARE(line.property("state").toString(), QStringLiteral("wrong"));
        line.setFocus();
        QTest::keyClick(&line, Qt::Key_Escape);
        QCOMPARE(line.property("state").toString(), QString());
        QVERIFY(line.text() != typed);
    }

    void aMetricOfAFormulaTellsWhatItMovesAndMovesIt()
    {
        WindowFixture f;
        const std::int64_t before = revenueOf(f, "chatgpt");
        f.document().select(f.row(Table::Metrics, "plus-price"));
        QLineEdit& value = f.enter("metricValue");
        QTest::keyClicks(&value, QStringLiteral("$40"));
        QCOMPARE(f.find<QLabel>("metricValueNote").text(), QStringLiteral("was $20"));
        QVERIFY(f.find<QWidget>("metricImpactCard").isVisible());
        QCOMPARE(revenueOf(f, "chatgpt"), before); // not before it is left
        QTest::keyClick(&value, Qt::Key_Return);
        QVERIFY(revenueOf(f, "chatgpt") > before);
        QVERIFY2(f.find<QPushButton>("movedFigures").text().contains(QLatin1String("ChatGPT")),
                 qPrintable(f.find<QPushButton>("movedFigures").text()));
        f.trigger("undo");
        QCOMPARE(revenueOf(f, "chatgpt"), before);
        QCOMPARE(value.text(), QStringLiteral("$20"));
    }

    void metricsAreEditedInTheTableOfTheirNode()
    {
        WindowFixture f;
        const RowRef metric = f.row(Table::Metrics, "plus-price");
        f.document().select(RowRef{Table::Nodes, f.chain().metrics()[MetricId{metric.row}].node.value});
        const std::int64_t before = revenueOf(f, "chatgpt");
        chooseMetric(f, "plus-price", metric_field::Value);
        QLineEdit& editor = editCell(f, "metricsTable");
        QCOMPARE(editor.text(), QStringLiteral("$20"));
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("many"));
        auto& note = shown<QLabel>(f, "metricNote");
        QCOMPARE(note.property("role").toString(), QStringLiteral("error"));
        QTest::keyClick(&editor, Qt::Key_Return); // stays open, marked
        QCOMPARE(fieldOf(f, Table::Metrics, "plus-price", metric_field::Value), std::string("20"));
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("$ 30"));
        QVERIFY2(note.text().contains(QLatin1String("ChatGPT")), qPrintable(note.text())); // what it would move
        QTest::keyClick(&editor, Qt::Key_Return);
        QTRY_COMPARE(fieldOf(f, Table::Metrics, "plus-price", metric_field::Value), std::string("30"));
        QVERIFY(revenueOf(f, "chatgpt") > before);
    }

    void aChoiceInTheTableIsTakenAsSoonAsItIsMade()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "chatgpt-plus"));
        chooseMetric(f, "plus-price", metric_field::Basis);
        auto& table = shown<QTableView>(f, "metricsTable");
        QTest::keyClick(&table, Qt::Key_F2);
        auto* box = table.findChild<QComboBox*>(QStringLiteral("cellEditor"));
        QVERIFY(box != nullptr);
        QCOMPARE(box->currentData().toString(), QStringLiteral("reported"));
        QTest::keyClick(box, Qt::Key_Down);
        QTRY_COMPARE(fieldOf(f, Table::Metrics, "plus-price", metric_field::Basis), std::string("estimated"));
    }

    void aMetricIsAddedOpenedAndTakenAwayFromItsNode()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        const std::size_t metrics = f.chain().size(Table::Metrics);
        auto type = [&f](const char* name, const char* text) {
            auto& line = shown<QLineEdit>(f, name);
            line.setFocus();
            QTest::keyClicks(&line, QString::fromLatin1(text));
            QTest::keyClick(&line, Qt::Key_Tab);
        };
        type("newMetricSeries", "amd_test_revenue");
        type("newMetricUnit", "USD");
        type("newMetricAsOf", "2H 2026");
        type("newMetricValue", "$7.5B");
        QVERIFY2(shown<QLabel>(f, "metricNote").text().contains(QLatin1String("$7.5B")),
                 qPrintable(shown<QLabel>(f, "metricNote").text()));
        QTest::mouseClick(&shown<QPushButton>(f, "addMetric"), Qt::LeftButton);
        QCOMPARE(f.chain().size(Table::Metrics), metrics + 1);
        const char* const key = "amd-test-revenue-2026-07";
        QCOMPARE(fieldOf(f, Table::Metrics, key, metric_field::Value), std::string("7500000000"));
        QCOMPARE(fieldOf(f, Table::Metrics, key, metric_field::Node), std::string("amd"));
        QCOMPARE(shown<QLineEdit>(f, "newMetricSeries").text(), QString());

        chooseMetric(f, key, metric_field::Series);
        QTest::mouseClick(&shown<QPushButton>(f, "openMetric"), Qt::LeftButton);
        QVERIFY(f.document().selection().row == f.row(Table::Metrics, key));
        QCOMPARE(shown<QLineEdit>(f, "metricValue").text(), QStringLiteral("$7.5B"));

        f.document().select(f.row(Table::Nodes, "amd"));
        chooseMetric(f, key, metric_field::Series);
        QTest::keyClick(&shown<QTableView>(f, "metricsTable"), Qt::Key_Delete);
        QCOMPARE(f.chain().size(Table::Metrics), metrics);
        QVERIFY(f.chain().find<NodeId>("amd").isSet()); // the key was about the metric
    }

    void aMetricThatAFormulaNeedsIsNotTakenAway()
    {
        WindowFixture f;
        const RowRef metric = f.row(Table::Metrics, "plus-price");
        f.document().select(RowRef{Table::Nodes, f.chain().metrics()[MetricId{metric.row}].node.value});
        chooseMetric(f, "plus-price", metric_field::Value);
        QTest::mouseClick(&shown<QPushButton>(f, "removeMetric"), Qt::LeftButton);
        const QLabel& note = shown<QLabel>(f, "metricNote");
        QCOMPARE(note.property("role").toString(), QStringLiteral("error"));
        QVERIFY2(note.text().contains(QLatin1String("ChatGPT")), qPrintable(note.text()));
        QVERIFY(f.chain().isAlive(metric));
    }

    void aWheelOverAChoiceChangesNothing_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("box");
        QTest::newRow("a field") << static_cast<int>(Table::Deals) << QStringLiteral("amd-openai-6gw")
                                 << QStringLiteral("dealStatus");
        QTest::newRow("below a table") << static_cast<int>(Table::Nodes) << QStringLiteral("amd")
                                       << QStringLiteral("newMetricBasis");
    }
    void aWheelOverAChoiceChangesNothing()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        QFETCH(QString, box);
        WindowFixture f;
        f.document().select(f.row(static_cast<Table>(table), key.toLatin1().constData()));
        auto& combo = shown<QComboBox>(f, box.toLatin1().constData());
        const QString before = combo.currentData().toString();
        QWheelEvent wheel(combo.rect().center(), combo.mapToGlobal(combo.rect().center()), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&wheel); // as from the mouse, which may move the focus first
        qApp->notify(&combo, &wheel);
        QCOMPARE(combo.currentData().toString(), before);
        QVERIFY(!combo.hasFocus());
        QVERIFY(!f.document().canUndo());
    }

    void aNewNodeStandsWhereOneLooksAndCanBeDeleted()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Tiers, "accelerators"));
        const std::size_t nodes = f.chain().nodes().size();
        QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.find<QLabel>("nodeTitle").text(), QStringLiteral("New node"));
        auto& name = f.find<QLineEdit>("nodeName");
        QVERIFY(name.hasFocus());
        QTest::keyClicks(&name, QStringLiteral("Cerebras Two"));
        QCOMPARE(f.chain().nodes().size(), nodes);
        QTest::keyClick(&name, Qt::Key_Return);
        QCOMPARE(f.chain().nodes().size(), nodes + 1);
        QCOMPARE(fieldOf(f, Table::Nodes, "cerebras-two", node_field::Tier), std::string("accelerators"));
        QVERIFY(f.document().selection().row == f.row(Table::Nodes, "cerebras-two"));
        QCOMPARE(f.find<QTreeView>("chainTree").currentIndex().data().toString(), QStringLiteral("Cerebras Two"));
        f.find<QTreeView>("chainTree").setFocus();
        QTest::keyClick(f.window.get(), Qt::Key_Delete);
        QCOMPARE(f.chain().nodes().size(), nodes);
        QTest::mouseClick(&f.find<QPushButton>("messageAction"), Qt::LeftButton); // Undo
        QCOMPARE(f.chain().nodes().size(), nodes + 1);
    }

    void aNewNodeThatIsGivenUpLeavesNothing()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        f.trigger("newNode");
        QTest::keyClicks(&f.enter("nodeTier"), QStringLiteral("Nowhere"));
        f.document().select(f.row(Table::Nodes, "oracle"));
        QCOMPARE(f.find<QLabel>("nodeTitle").text(), QStringLiteral("Oracle"));
        f.trigger("newNode"); // the draft is still there
        QCOMPARE(f.find<QLineEdit>("nodeTier").text(), QStringLiteral("Nowhere"));
        QTest::mouseClick(&f.find<QPushButton>("dropNewNode"), Qt::LeftButton);
        QCOMPARE(f.find<QLabel>("nodeTitle").text(), QStringLiteral("Oracle"));
        QVERIFY(!f.document().canUndo());
    }

    void aNodeWithDealsIsNotDeletedAndTheyAreNamed()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        f.trigger("deleteRow");
        QVERIFY(f.chain().find<NodeId>("amd").isSet());
        const QLabel& message = f.find<QLabel>("messageText");
        QVERIFY(message.isVisible());
        QVERIFY2(message.text().contains(QStringLiteral("AMD → OpenAI Group PBC")), qPrintable(message.text()));
        QVERIFY(!f.document().canUndo());
    }

    void aNodeIsDuplicatedUnderANameOfItsOwn()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        f.trigger("duplicateRow");
        QCOMPARE(f.find<QLineEdit>("nodeName").text(), QStringLiteral("AMD (copy)"));
        QVERIFY(f.find<QLineEdit>("nodeName").hasFocus());
        QVERIFY(f.document().selection().row == f.row(Table::Nodes, "amd-copy"));
    }

    void aNodesDealsAreLinks()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        auto& link = shown<QPushButton>(f, "rowLink");
        QTest::mouseClick(&link, Qt::LeftButton);
        const std::optional<RowRef> row = f.document().selection().row;
        QVERIFY(row && row->table == Table::Deals);
        QVERIFY(f.find<QLabel>("dealTitle").isVisible());
    }

    void aDoubleClickInTheEventsTableEdits()
    {
        WindowFixture f;
        f.find<QTabBar>("tableTabs").setCurrentIndex(1);
        auto& table = f.find<QTableView>("eventsTable");
        const QModelIndex cell = eventCell(f, "openai-founded");
        QTRY_VERIFY(table.isVisible());
        table.scrollTo(cell);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(cell).center());
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(cell).center());
        QVERIFY(f.find<QLineEdit>("eventDate").hasFocus());
        typeInto(f, "eventDate", QStringLiteral("Dec 2015"));
        QCOMPARE(fieldOf(f, Table::Events, "openai-founded", event_field::Date), std::string("2015-12"));
        QCOMPARE(eventCell(f, "openai-founded").siblingAtColumn(0).data().toString(), QStringLiteral("2015-12"));
        table.setFocus();
        table.setCurrentIndex(eventCell(f, "openai-lp-created"));
        QTest::keyClick(&table, Qt::Key_Return);
        QVERIFY(f.find<QLineEdit>("eventDate").hasFocus());
        QCOMPARE(f.find<QLineEdit>("eventDate").text(), QStringLiteral("2019-03-11"));
    }

    void partiesOfAnEventAreFoundByTypingAndTakenAway()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Events, "openai-founded"));
        QLineEdit& parties = f.enter("eventNodes");
        QTest::keyClicks(&parties, QStringLiteral("oracl"));
        QVERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Events, "openai-founded", event_field::Nodes),
                 std::string("openai-foundation;oracle"));
        QCOMPARE(parties.text(), QString());
        parties.setFocus();
        QTest::keyClick(&parties, Qt::Key_Backspace);
        QCOMPARE(fieldOf(f, Table::Events, "openai-founded", event_field::Nodes), std::string("openai-foundation"));
        QTest::mouseClick(&shown<QToolButton>(f, "eventNodesRemove"), Qt::LeftButton);
        QCOMPARE(fieldOf(f, Table::Events, "openai-founded", event_field::Nodes), std::string());
        f.trigger("undo");
        QCOMPARE(fieldOf(f, Table::Events, "openai-founded", event_field::Nodes), std::string("openai-foundation"));
        QVERIFY(shown<QToolButton>(f, "eventNodesRemove").isVisible());
    }

    void aPartyNobodyKnowsIsMadeOnTheSpot()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Events, "openai-founded"));
        QLineEdit& parties = f.enter("eventNodes");
        QTest::keyClicks(&parties, QStringLiteral("Nobody Knows Inc"));
        auto& create = f.find<QPushButton>("newNodesCreate");
        QTRY_VERIFY(create.isVisible());
        QTest::mouseClick(&create, Qt::LeftButton);
        QCOMPARE(fieldOf(f, Table::Events, "openai-founded", event_field::Nodes),
                 std::string("openai-foundation;nobody-knows-inc"));
        QCOMPARE(parties.text(), QString());
        f.trigger("undo"); // one edit did both
        QVERIFY(!f.chain().find<NodeId>("nobody-knows-inc").isSet());
    }

    void anEventIsEnteredByKeyboardAloneAndDeleted()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        const std::size_t events = f.chain().events().size();
        QTest::keyClick(f.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.find<QLineEdit>("eventDate").hasFocus());
        QTest::keyClicks(&f.find<QLineEdit>("eventDate"), QStringLiteral("12 Mar 2026"));
        QTest::keyClick(&f.find<QLineEdit>("eventDate"), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("launch"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // the proposals
        f.find<QPlainTextEdit>("eventTitle").setFocus();
        QTest::keyClicks(&f.find<QPlainTextEdit>("eventTitle"), QStringLiteral("AMD opens a test lab"));
        QCOMPARE(f.chain().events().size(), events);
        QTest::keyClick(&f.find<QPlainTextEdit>("eventTitle"), Qt::Key_Return);
        QCOMPARE(f.chain().events().size(), events + 1);
        const char* const key = "amd-opens-a-test-lab";
        QCOMPARE(fieldOf(f, Table::Events, key, event_field::Date), std::string("2026-03-12"));
        QCOMPARE(fieldOf(f, Table::Events, key, event_field::Nodes), std::string("amd"));
        f.trigger("deleteRow");
        QCOMPARE(f.chain().events().size(), events);
        QVERIFY(!f.document().selection().row);
    }

    void theAnalystChangesAWeight()
    {
        WindowFixture f;
        ViewLens lens = f.document().lens();
        lens.lens.basis = FigureBasis::Weighted;
        QVERIFY(f.document().setLens(lens));
        const std::int64_t before = revenueOf(f, "oracle");
        f.trigger("weights");
        QCOMPARE(f.document().selection().row->table, Table::Statuses);
        f.document().select(f.row(Table::Statuses, "signed"));
        QCOMPARE(f.find<QLineEdit>("statusWeight").text(), QStringLiteral("80 %"));
        typeInto(f, "statusWeight", QStringLiteral("60%"));
        QCOMPARE(fieldOf(f, Table::Statuses, "signed", status_field::WeightBp), std::string("6000"));
        QVERIFY(revenueOf(f, "oracle") < before);
        // The others beside it, in the table.
        auto& table = shown<QTableView>(f, "weightsTable");
        const auto* model = qobject_cast<const RowsModel*>(table.model());
        table.setFocus();
        table.setCurrentIndex(model->indexOf(f.row(Table::Statuses, "announced"))
                                  .siblingAtColumn(model->columnOf(status_field::WeightBp)));
        QLineEdit& editor = editCell(f, "weightsTable");
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("45"));
        QTest::keyClick(&editor, Qt::Key_Escape);
        QCOMPARE(fieldOf(f, Table::Statuses, "announced", status_field::WeightBp), std::string("5000"));
        f.trigger("undo");
        QCOMPARE(revenueOf(f, "oracle"), before);
    }

    void anEditOfAnotherWindowShowsInTheFormButNotInWhatOneTypes()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        QTest::keyClicks(&f.enter("nodeCountry"), QStringLiteral("DE"));
        const auto other = Document::open(f.file.toStdString());
        QVERIFY(other);
        EditBuilder builder((*other)->chain());
        QVERIFY(!builder.set(Table::Nodes, "amd", node_field::NameEn, "AMD Inc."));
        QVERIFY(!builder.set(Table::Nodes, "amd", node_field::Country, "CA"));
        QVERIFY((*other)->apply(std::move(builder).build("other", "test")));
        QTRY_COMPARE_WITH_TIMEOUT(f.find<QLineEdit>("nodeName").text(), QStringLiteral("AMD Inc."), 30000);
        QCOMPARE(f.find<QLineEdit>("nodeCountry").text(), QStringLiteral("DE"));
        QTest::keyClick(&f.find<QLineEdit>("nodeCountry"), Qt::Key_Escape);
        QCOMPARE(f.find<QLineEdit>("nodeCountry").text(), QStringLiteral("CA"));
    }

    void aMetricIsFoundByTheNameFormulasHaveForIt()
    {
        WindowFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto& edit = f.find<QLineEdit>("findEdit");
        QTRY_VERIFY(edit.isVisible());
        QTest::keyClicks(&edit, QStringLiteral("plus_price"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QVERIFY(f.document().selection().row == f.row(Table::Metrics, "plus-price"));
        QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.find<QLineEdit>("metricNode").hasFocus());
    }

    void everyFormCanBeReachedByKeyboardAndHasNames_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("key");
        QTest::newRow("node") << static_cast<int>(Table::Nodes) << QStringLiteral("chatgpt");
        QTest::newRow("tier") << static_cast<int>(Table::Tiers) << QStringLiteral("chips");
        QTest::newRow("metric") << static_cast<int>(Table::Metrics) << QStringLiteral("arr-2024");
        QTest::newRow("event") << static_cast<int>(Table::Events) << QStringLiteral("openai-founded");
        QTest::newRow("status") << static_cast<int>(Table::Statuses) << QStringLiteral("signed");
        QTest::newRow("source") << static_cast<int>(Table::Sources) << QStringLiteral("cna-oracle-45gw");
        QTest::newRow("kind of deal") << static_cast<int>(Table::DealKinds) << QStringLiteral("power");
    }
    void everyFormCanBeReachedByKeyboardAndHasNames()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        WindowFixture f;
        f.document().select(
            RowRef{static_cast<Table>(table), f.chain().find(static_cast<Table>(table), key.toStdString())});
        f.trigger("editRow");
        QWidget& inspector = f.find<QWidget>("inspector");
        QVERIFY(inspector.isAncestorOf(QApplication::focusWidget()));
        QStringList wrong;
        const QList<QWidget*> widgets = inspector.findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            if (!widget->isVisible())
                continue;
            const bool isControl = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                                   qobject_cast<const QLineEdit*>(widget) != nullptr ||
                                   qobject_cast<const QComboBox*>(widget) != nullptr ||
                                   qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
            const bool isReachable = (widget->focusPolicy() & Qt::TabFocus) != 0;
            if (isControl && !isReachable)
                wrong << QStringLiteral("not reachable: ") + widget->objectName();
            if (isReachable && widget->accessibleName().isEmpty() && widget->property("text").toString().isEmpty())
                wrong << QStringLiteral("without a name: ") + widget->objectName();
        }
        QCOMPARE(wrong, QStringList());
    }

    void tabGoesThroughAFormFromTopToBottom()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Events, "openai-founded"));
        f.trigger("editRow");
        QCoreApplication::processEvents();
        QStringList names;
        while (!names.contains(QStringLiteral("rowLink")) && names.size() < 20) {
            names << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names.join(QLatin1Char(' ')),
                 QStringLiteral("eventDate eventKind eventTitle eventTitleZh eventNodesRemove eventNodes eventNote "
                                "openSource removeSource addSource sourceFields rowLink"));
    }

    void formsSpeakTheLanguageOfTheMoment()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "chatgpt"));
        f.trigger("newNode");
        f.trigger("language_zh_CN");
        QTRY_COMPARE(f.find<QLabel>("nodeTitle").text(), QStringLiteral("新建节点"));
        f.document().select(f.row(Table::Statuses, "signed"));
        QCOMPARE(f.find<QLabel>("statusTitle").text(), QStringLiteral("已签约"));
        QCOMPARE(f.find<QLineEdit>("statusWeight").accessibleName(), QStringLiteral("权重"));
        f.trigger("language_en");
        QTRY_COMPARE(f.find<QLineEdit>("statusWeight").accessibleName(), QStringLiteral("Weight"));
    }
};

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
