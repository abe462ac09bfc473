// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "form_hands.h"
#include "formats/format.h"
#include "items/events_model.h"
#include "items/roles.h"
#include "items/rows_model.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QWheelEvent>

#include <tuple>
#include <utility>

using namespace ochain;

namespace {

QModelIndex eventCell(const WindowFixture& f, const char* key)
{
    auto& table = f.find<QTableView>("eventsTable");
    for (int row = 0; row < table.model()->rowCount(); ++row)
        if (table.model()->index(row, 0).data(KeyRole).toString() == QLatin1String(key))
            return table.model()->index(row, static_cast<int>(EventsModel::Column::Title));
    return {};
}

} // namespace

/// What all forms do, and those of events and weights.
class TestForms final : public QObject {
    Q_OBJECT

private slots:
    void aKeyTriesTheDraftOnceHoweverMuchIsTyped()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        QLineEdit& ends = f.enter("dealEnds");
        std::size_t before = f.document().trials();
        const auto trials = [&] { return f.document().trials() - std::exchange(before, f.document().trials()); };
        QTest::keyClicks(&ends, QStringLiteral("2020"));
        QCOMPARE(trials(), std::size_t(1));  // only the fourth key makes a date of it
        QTest::keyClick(&ends, Qt::Key_Tab); // before its start: it stays in the draft
        QLineEdit& capacity = f.enter("dealCapacity");
        for (const char key : {'7', '0'}) {
            std::ignore = trials();
            QTest::keyClick(&capacity, key);
            QCOMPARE(trials(), std::size_t(1));
        }
        std::ignore = trials();
        EditBuilder builder(f.chain());
        QVERIFY(!builder.set(Table::Nodes, "amd", node_field::NameEn, "A"));
        QVERIFY(f.document().apply(std::move(builder).build({}, {})));
        QCOMPARE(trials(), std::size_t(1)); // the two fields of the draft are judged again, at once
        QCOMPARE(ends.property("state").toString(), QStringLiteral("wrong"));
        QTest::keyClick(&capacity, Qt::Key_Escape);
        std::ignore = trials();
        ends.setFocus();
        QTest::keyClick(&ends, Qt::Key_Escape);
        QCOMPARE(trials(), std::size_t(0)); // nothing is left to be tried
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

    void aDoubleClickInTheEventsTableEdits()
    {
        WindowFixture f;
        f.trigger("showEvents");
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
