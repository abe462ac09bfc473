// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form_hands.h"
#include "items/rows_model.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

using namespace ochain;

namespace {

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

} // namespace

/// The form of a node, with the metrics that stand in it, and that of a metric.
class TestNodeForms final : public QObject {
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
        f.trigger("showChain");
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
};

QTEST_MAIN(TestNodeForms)
#include "tst_node_forms.moc"
