// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "form_hands.h"
#include "formats/format.h"
#include "hands.h"
#include "items/roles.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTableView>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";

void enterText(const WindowFixture& f, const char* editor, const char* text, Qt::Key last)
{
    enterField(f, QString::fromLatin1(editor));
    type(QString::fromLatin1(text));
    press(last);
}

/// A deal as news tell it, by the keyboard alone.
void enterDeal(const WindowFixture& f, Qt::Key last)
{
    f.trigger("newDeal");
    for (const auto& [editor, text] : {std::pair("dealSupplier", "amd"),
                                       {"dealCustomer", "oracle"},
                                       {"dealKind", "hardware"},
                                       {"dealStatus", "signed"},
                                       {"dealCapacity", "1.5GW"},
                                       {"dealValue", "$40B"},
                                       {"dealStarts", "2H 2027"},
                                       {"dealEnds", "2030"}})
        enterText(f, editor, text, last);
}

std::string ofSelected(const WindowFixture& f, Field field)
{
    return f.document().selection().row ? f.chain().value(*f.document().selection().row, field) : std::string();
}

std::size_t deals(const WindowFixture& f)
{
    return f.chain().deals().size();
}

/// Where Tab goes, from a widget of the form on, until it leaves the form.
QStringList tabsFrom(const WindowFixture& f, QWidget& first)
{
    const auto& inspector = f.find<QWidget>("inspector");
    first.setFocus(Qt::TabFocusReason);
    QStringList names;
    while (inspector.isAncestorOf(QApplication::focusWidget()) && names.size() < 80) {
        const QWidget* now = QApplication::focusWidget();
        names << now->objectName();
        press(Qt::Key_Tab);
        if (QApplication::focusWidget() == now)
            break;
    }
    return names;
}

/// The page of a form that a widget stands on; null if it stands beside one.
const QWidget* pageOf(const QWidget& widget)
{
    const QWidget* page = &widget;
    while (page != nullptr && (page->parentWidget() == nullptr ||
                               qobject_cast<const QScrollArea*>(page->parentWidget()->parentWidget()) == nullptr))
        page = page->parentWidget();
    return page;
}

/// A second deal of the same parties.
void addTwin(const WindowFixture& f, const char* key, const char* capacity, const char* announced)
{
    EditBuilder builder(f.chain());
    QVERIFY(!builder.add(Table::Deals, key));
    for (const auto& [field, value] : {std::pair<Field, const char*>{deal_field::Supplier, "amd"},
                                       {deal_field::Customer, "openai-group"},
                                       {deal_field::Kind, "hardware"},
                                       {deal_field::Status, "signed"},
                                       {deal_field::Basis, "reported"},
                                       {deal_field::CapacityMw, capacity},
                                       {deal_field::Announced, announced}})
        QVERIFY(!builder.set(Table::Deals, key, field, value));
    QVERIFY(f.document().apply(std::move(builder).build("test", "a twin")));
}

} // namespace

/// Entering a deal, and what its form says about it.
class TestDealEntry final : public QObject {
    Q_OBJECT

private slots:
    void oneUndoTakesBackADealThatWasEntered_data()
    {
        QTest::addColumn<int>("last");
        QTest::newRow("with Enter") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("with Tab") << static_cast<int>(Qt::Key_Tab);
    }
    void oneUndoTakesBackADealThatWasEntered()
    {
        QFETCH(int, last);
        WindowFixture f;
        const std::size_t before = deals(f);
        enterDeal(f, static_cast<Qt::Key>(last));
        QCOMPARE(deals(f), before + 1);
        QCOMPARE(ofSelected(f, deal_field::CapacityMw), std::string("1500"));
        QCOMPARE(ofSelected(f, deal_field::Ends), std::string("2030"));
        const std::string key(f.chain().key(*f.document().selection().row));
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(deals(f), before);
        QVERIFY(!f.document().canUndo());
        const QStringList moved = f.find<QPushButton>("movedFigures").toolTip().split(QLatin1Char('\n'));
        QVERIFY2(moved.join(QLatin1Char('|')).contains(QStringLiteral("1.5 GW")), qPrintable(moved.join(u'|')));
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(deals(f), before + 1);
        QCOMPARE(fieldOf(f, Table::Deals, key.c_str(), deal_field::Ends), std::string("2030"));
        QVERIFY(!f.document().canRedo());
        f.open(); // and after a restart
        f.trigger("undo");
        QCOMPARE(deals(f), before);
    }

    void aCorrectionOfItIsAStepOfItsOwn()
    {
        WindowFixture f;
        const std::size_t before = deals(f);
        enterDeal(f, Qt::Key_Return);
        enterText(f, "dealCapacity", "2GW", Qt::Key_Return);
        QCOMPARE(ofSelected(f, deal_field::CapacityMw), std::string("2000"));
        f.trigger("undo");
        QCOMPARE(ofSelected(f, deal_field::CapacityMw), std::string("1500"));
        QCOMPARE(deals(f), before + 1);
        f.trigger("undo");
        QCOMPARE(deals(f), before);
    }

    void aDealLookedAtAgainIsNotBeingEnteredAnyMore()
    {
        WindowFixture f;
        enterDeal(f, Qt::Key_Return);
        const RowRef made = *f.document().selection().row;
        f.document().select(f.row(Table::Nodes, "amd"));
        f.document().select(made);
        enterText(f, "dealAnnounced", "2026-11-28", Qt::Key_Return);
        f.trigger("undo");
        QVERIFY(f.chain().isAlive(made));
        QCOMPARE(ofSelected(f, deal_field::Announced), std::string());
    }

    void correctionsOfOneFieldStaySteps()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        for (const char* capacity : {"7GW", "8GW", "9GW"})
            enterText(f, "dealCapacity", capacity, Qt::Key_Return);
        f.trigger("undo");
        QCOMPARE(ofSelected(f, deal_field::CapacityMw), std::string("8000"));
        f.trigger("undo");
        QCOMPARE(ofSelected(f, deal_field::CapacityMw), std::string("7000"));
        f.trigger("redo");
        QCOMPARE(ofSelected(f, deal_field::CapacityMw), std::string("8000"));
    }

    void tabGoesThroughADealFromTopToBottom()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        typeInto(f, "newTrancheStarts", QStringLiteral("2026-11"), Qt::Key_Tab);
        typeInto(f, "newTrancheCapacity", QStringLiteral("500MW"));
        QCoreApplication::processEvents();
        const QStringList names = tabsFrom(f, f.find<QLineEdit>("dealSupplier"));
        const qsizetype phases = names.indexOf(QStringLiteral("tranchesTable"));
        QVERIFY2(phases > names.indexOf(QStringLiteral("dealNote")), qPrintable(names.join(u' ')));
        QCOMPARE(names.mid(phases, 7).join(QLatin1Char(' ')),
                 QStringLiteral("tranchesTable newTrancheStarts newTrancheEnds newTrancheCapacity newTrancheValue "
                                "newTrancheBasis addTranche"));
        QVERIFY2(names.value(phases + 7).endsWith(QLatin1String("Source")), qPrintable(names.join(u' ')));
        QVERIFY(names.contains(QStringLiteral("addSource")));
    }

    void tabNeverGoesUpInAForm_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("first");
        const auto add = [](Table table, const char* key, const char* first) {
            QTest::newRow(key) << static_cast<int>(table) << QString::fromLatin1(key) << QString::fromLatin1(first);
        };
        add(Table::Deals, kDeal, "dealSupplier");
        add(Table::Deals, "oracle-openai-45gw", "dealSupplier");
        add(Table::Nodes, "chatgpt-plus", "nodeName");
        add(Table::Metrics, "plus-price", "metricNode");
        add(Table::Tiers, "chips", "tierName");
        add(Table::Statuses, "signed", "statusWeight");
        add(Table::Sources, "cna-oracle-45gw", "sourcePublisher");
    }
    void tabNeverGoesUpInAForm()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        QFETCH(QString, first);
        WindowFixture f;
        f.window->resize(1440, 2400); // nothing is scrolled
        f.document().select(f.row(static_cast<Table>(table), key.toLatin1().constData()));
        if (static_cast<Table>(table) == Table::Deals) // with the line that asks when it changed
            typeInto(f, "dealCapacity", QStringLiteral("7GW"));
        QCoreApplication::processEvents();
        const auto& inspector = f.find<QWidget>("inspector");
        auto& field = f.find<QWidget>(first.toLatin1().constData());
        field.setFocus(Qt::TabFocusReason);
        int line = -1;
        QStringList names;
        for (int steps = 0; steps < 80 && inspector.isAncestorOf(QApplication::focusWidget()); ++steps) {
            const QWidget* now = QApplication::focusWidget();
            const QWidget* page = pageOf(*now); // which is scrolled; below it stands what an edit moves
            const int bottom = page == nullptr ? line : now->mapTo(page, QPoint(0, now->height())).y();
            names << QStringLiteral("%1 at %2").arg(now->objectName()).arg(bottom);
            // What stands side by side may differ by a few pixels.
            QVERIFY2(bottom > line - 12, qPrintable(names.join(QStringLiteral(", "))));
            line = std::max(line, bottom);
            press(Qt::Key_Tab);
            if (QApplication::focusWidget() == now)
                break;
        }
        QVERIFY(names.size() >= 5);
    }

    void thePhaseSaysWhatItsEndDoes_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("said");
        QTest::newRow("term") << QStringLiteral("term") << QStringLiteral("falls away at its end");
        QTest::newRow("deployed") << QStringLiteral("deploy") << QStringLiteral("from its end on all of it stands");
        QTest::newRow("no capacity") << QStringLiteral("none") << QStringLiteral("Money runs evenly");
    }
    void thePhaseSaysWhatItsEndDoes()
    {
        QFETCH(QString, profile);
        QFETCH(QString, said);
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        enterField(f, QStringLiteral("dealProfile"));
        type(profile);
        press(Qt::Key_Tab);
        const QLabel& hint = shown<QLabel>(f, "trancheHint");
        QTRY_VERIFY2(hint.text().contains(said), qPrintable(hint.text()));
        f.trigger("language_zh_CN");
        QTRY_VERIFY(!hint.text().isEmpty() && !hint.text().contains(said));
    }

    void theFormShowsWhatTheDealGivesOverTime()
    {
        WindowFixture f;
        enterDeal(f, Qt::Key_Return);
        auto& curve = shown<QWidget>(f, "dealCurve");
        const QString before = curve.accessibleDescription();
        QVERIFY2(before.contains(QStringLiteral("2030: 1.5 GW at its end, $11.")), qPrintable(before));
        QVERIFY(curve.width() <= f.find<QWidget>("inspector").width());
        QTRY_VERIFY(curve.width() > 200);
        const QImage picture = curve.grab().toImage();
        typeInto(f, "dealEnds", QStringLiteral("2029"));
        QVERIFY2(curve.accessibleDescription().contains(QStringLiteral("2030: 1.5 GW at its end, $0")),
                 qPrintable(curve.accessibleDescription()));
        QTRY_VERIFY(curve.grab().toImage() != picture);
    }

    void aDealWithoutDatesSaysSo()
    {
        WindowFixture f;
        enterDeal(f, Qt::Key_Return);
        for (const char* editor : {"dealStarts", "dealEnds"})
            typeInto(f, editor, QString());
        const QLabel& note = shown<QLabel>(f, "curveNote");
        QTRY_VERIFY2(note.text().contains(QStringLiteral("1.5 GW")) && note.text().contains(QStringLiteral("$40B")),
                     qPrintable(note.text()));
    }

    void dealsOfTheSamePartiesAreToldApart()
    {
        WindowFixture f;
        addTwin(f, "amd-twin", "2500", "2026-03-04");
        // among the links of a node
        f.document().select(f.row(Table::Nodes, "amd"));
        QCoreApplication::processEvents();
        QStringList links;
        const QList<QLabel*> notes = f.window->findChildren<QLabel*>(QStringLiteral("rowLinkNote"));
        for (const QLabel* note : notes)
            if (note->isVisible())
                links << note->text();
        QVERIFY2(links.join(u'|').contains(QStringLiteral("2.5 GW · 2026-03-04")), qPrintable(links.join(u'|')));
        QVERIFY2(links.join(u'|').contains(QStringLiteral("6.0 GW")), qPrintable(links.join(u'|')));
        // in the quick find
        f.trigger("find");
        type(QStringLiteral("amd openai"));
        const auto& found = f.find<QListView>("findList");
        QStringList marks;
        for (int row = 0; row < found.model()->rowCount(); ++row)
            marks << found.model()->index(row, 0).data(MatchRole).toString();
        QVERIFY2(marks.join(u'|').contains(QStringLiteral("2.5 GW · 2026-03-04")), qPrintable(marks.join(u'|')));
        press(Qt::Key_Escape);
        // at the head of the form
        f.document().select(f.row(Table::Deals, "amd-twin"));
        QVERIFY(f.find<QLabel>("dealSubtitle").text().contains(QStringLiteral("2.5 GW · 2026-03-04")));
    }

    void anAddressCitedTakesATitle()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        auto& line = shown<QLineEdit>(f, "addSource");
        line.setFocus();
        type(QStringLiteral("https://www.example.com/amd-raises"));
        press(Qt::Key_Return);
        const auto& title = shown<QLineEdit>(f, "newSourceTitle");
        QVERIFY(title.hasFocus());
        QCOMPARE(title.text(), QString());
        type(QStringLiteral("AMD raises its stake"));
        press(Qt::Key_Tab);
        type(QStringLiteral("Example News"));
        press(Qt::Key_Return);
        const RowRef made = f.row(Table::Sources, "example-news-amd-raises-its-stake");
        QVERIFY(f.chain().isAlive(made));
        QCOMPARE(f.chain().value(made, source_field::Title), std::string("AMD raises its stake"));
        QCOMPARE(f.chain().value(made, source_field::Url), std::string("https://www.example.com/amd-raises"));
        QCOMPARE(line.text(), QString());
    }

    void theAddressOfAChangeTakesATitleToo()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        typeInto(f, "dealCapacity", QStringLiteral("7GW"));
        QTest::mouseClick(&shown<QPushButton>(f, "dealCapacityChangedOn"), Qt::LeftButton);
        type(QStringLiteral("2026-02-24"));
        press(Qt::Key_Return);
        QVERIFY(!f.find<QLineEdit>("dealCapacityChangeTitle").isVisible());
        type(QStringLiteral("https://www.example.com/more"));
        press(Qt::Key_Tab);
        QVERIFY(f.find<QLineEdit>("dealCapacityChangeTitle").hasFocus());
        type(QStringLiteral("More chips"));
        press(Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Sources, "example-com-more", source_field::Title), std::string("More chips"));
    }

    void theTierOfANewNodeFollowsFromTheKindOfDeal()
    {
        WindowFixture f;
        f.trigger("newDeal");
        enterText(f, "dealKind", "hardware", Qt::Key_Tab);
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("Intel"));
        const auto& tier = f.find<QComboBox>("newSupplierTier");
        QTRY_VERIFY(tier.isVisible());
        const QString chips = tier.currentText();
        QVERIFY(!chips.isEmpty());
        // Another kind says another tier while nobody has chosen one.
        enterText(f, "dealKind", "power", Qt::Key_Tab);
        QVERIFY(!tier.currentText().isEmpty());
        QVERIFY(tier.currentText() != chips);
        enterField(f, QStringLiteral("newSupplierTier"));
        type(QStringLiteral("foundry"));
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        const QString chosen = tier.currentText();
        enterText(f, "dealKind", "hardware", Qt::Key_Tab);
        QCOMPARE(tier.currentText(), chosen);
    }

    void theKindGivenAfterTheNameProposesATierToo()
    {
        WindowFixture f;
        f.trigger("newDeal");
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("Intel"));
        const auto& tier = f.find<QComboBox>("newSupplierTier");
        QTRY_VERIFY(tier.isVisible());
        QCOMPARE(tier.currentText(), QString());
        enterText(f, "dealKind", "hardware", Qt::Key_Tab);
        QVERIFY(!tier.currentText().isEmpty());
        QTest::mouseClick(&f.find<QPushButton>("newSupplierCreate"), Qt::LeftButton);
        enterText(f, "dealCustomer", "openai-group", Qt::Key_Return);
        QVERIFY(f.chain().find<NodeId>("intel").isSet());
    }

    void noWordOfTheFormIsANameOfAColumn_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("English") << false;
        QTest::newRow("Chinese") << true;
    }
    void noWordOfTheFormIsANameOfAColumn()
    {
        QFETCH(bool, isChinese);
        WindowFixture f;
        f.trigger(isChinese ? "language_zh_CN" : "language_en");
        static const QRegularExpression column(QStringLiteral("\\b(note_en|name_zh|capacity_mw|value_usd|as_of|said_by|"
                                                              "part_of|equity_pct|[Tt]ranche)"));
        QStringList wrong;
        for (const char* key : {kDeal, "oracle-openai-45gw"}) {
            f.document().select(f.row(Table::Deals, key));
            QCoreApplication::processEvents();
            const QList<QLabel*> labels = f.find<QWidget>("inspector").findChildren<QLabel*>();
            for (const QLabel* label : labels)
                if (label->isVisible() && label->text().contains(column))
                    wrong << label->text();
            const QList<QMenu*> menus = f.find<QWidget>("inspector").findChildren<QMenu*>();
            for (const QMenu* menu : menus) {
                const QList<QAction*> actions = menu->actions();
                for (const QAction* action : actions)
                    if (action->text().contains(column))
                        wrong << action->text();
            }
        }
        QCOMPARE(wrong.join(u'|'), QString());
    }
};

QTEST_MAIN(TestDealEntry)
#include "tst_deal_entry.moc"
