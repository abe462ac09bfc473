// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/tables_panel.h"
#include "chain/edit_builder.h"
#include "charts/chart_view.h"
#include "hands.h"
#include "items/questions_model.h"
#include "items/roles.h"
#include "panels/charts_panel.h"
#include "window_fixture.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QObject>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace ochain;

namespace {

QListView& questions(const WindowFixture& f)
{
    return f.find<QListView>("questionsList");
}

QListView& views(const WindowFixture& f)
{
    return f.find<QListView>("savedViewsList");
}

/// The row of a question, when it has its answer.
QModelIndex answered(const WindowFixture& f, const QString& key)
{
    const QAbstractItemModel& model = *questions(f).model();
    QModelIndex found;
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(KeyRole).toString() == key)
            found = model.index(row, 0);
    if (!QTest::qWaitFor([&] { return !found.data(QuestionsModel::AnswerRole).toString().isEmpty(); }, 20000))
        qFatal("no answer came");
    return found;
}

QString viewShown(const WindowFixture& f)
{
    return f.find<ChartsPanel>("chartsPanel").current()->viewName();
}

QString names(const WindowFixture& f)
{
    QStringList all;
    for (int row = 0; row < views(f).model()->rowCount(); ++row)
        all << views(f).model()->index(row, 0).data().toString();
    return all.join(QLatin1Char(','));
}

/// Saves what is shown under a name, by keys alone.
void save(const WindowFixture& f, const QString& name)
{
    QTest::keyClick(f.window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(keyboard(), &f.find<QLineEdit>("savedViewName"));
    type(name);
    press(Qt::Key_Return);
}

std::string stateOf(const WindowFixture& f, const char* key)
{
    return f.chain().value(f.row(Table::Views, key), view_field::State);
}

QString message(const WindowFixture& f)
{
    return f.find<QLabel>("messageText").text();
}

/// A view that another program wrote.
void addView(const WindowFixture& f, const char* key, const char* state)
{
    EditBuilder builder(f.chain());
    QVERIFY(!builder.add(Table::Views, key));
    QVERIFY(!builder.set(Table::Views, key, view_field::Ordinal, "1"));
    QVERIFY(!builder.set(Table::Views, key, view_field::State, state));
    QVERIFY(f.document().apply(std::move(builder).build({}, {})));
}

/// Lets the file hold what it should not, so that it opens for reading only.
void damage(const WindowFixture& f)
{
    SQLite::Database file(f.file.toStdString(), SQLite::OPEN_READWRITE);
    file.exec("PRAGMA ignore_check_constraints = ON; UPDATE deals SET starts = 20310000, ends = 20260000 "
              "WHERE key = 'oracle-openai-45gw'");
}

void openFirst(const WindowFixture& f)
{
    f.trigger("showQuestions");
    press(Qt::Key_Tab); // to the button, then to the list
    press(Qt::Key_Tab);
    QCOMPARE(keyboard(), &views(f));
    press(Qt::Key_Home);
    press(Qt::Key_Return);
}

} // namespace

/// Questions and my views, by keys and mouse.
class TestHome final : public QObject {
    Q_OBJECT

private slots:
    void homeIsQuestionsUntilTheOtherTabIsChosen()
    {
        WindowFixture f;
        QVERIFY(questions(f).isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_T, Qt::AltModifier);
        QVERIFY(f.find<QWidget>("chainTree").isVisible());
        QVERIFY(f.find<QWidget>("chainTree").hasFocus());
        f.window->remember();
        f.open();
        QVERIFY(f.find<QWidget>("chainTree").isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_Q, Qt::AltModifier);
        QVERIFY(questions(f).hasFocus());
    }

    void aQuestionLeadsToWhatShowsIt_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("view");
        QTest::addColumn<bool>("isFirm");
        QTest::addColumn<QString>("filter");
        QTest::newRow("what binds") << "binds"
                                    << "capacity" << false << "";
        QTest::newRow("what is covered") << "covers"
                                         << "money" << false << "";
        QTest::newRow("what is firm") << "firm"
                                      << "money" << true << "";
        QTest::newRow("what changed") << "changed"
                                      << "flow" << false << "announced>";
        QTest::newRow("what is old") << "old"
                                     << "flow" << false << "\"source age, days\">";
    }
    void aQuestionLeadsToWhatShowsIt()
    {
        QFETCH(QString, key);
        QFETCH(bool, isFirm);
        QFETCH(QString, filter);
        WindowFixture f;
        const QModelIndex index = answered(f, key);
        f.trigger("showQuestions");
        for (int step = 0; step < 10 && questions(f).currentIndex() != index; ++step)
            press(Qt::Key_Down);
        QCOMPARE(questions(f).currentIndex(), index);
        press(Qt::Key_Return);
        QTEST(viewShown(f), "view");
        QCOMPARE(f.document().lens().lens.commitments, isFirm ? Commitments::Firm : Commitments::All);
        QVERIFY(f.find<QLineEdit>("tableFilter").text().startsWith(filter));
        QVERIFY(questions(f).hasFocus()); // and on to the next one
        if (key == QLatin1String("binds"))
            QCOMPARE(f.document().lens().period, (Period{PeriodKind::Year, 2030, 0}));
    }

    void whatIsOldShowsAsManyDealsAsItSays()
    {
        WindowFixture f;
        const QModelIndex index = answered(f, QStringLiteral("old"));
        const QString count = index.data(QuestionsModel::AnswerRole).toString().section(QLatin1Char(' '), 0, 0);
        QTest::mouseClick(questions(f).viewport(), Qt::LeftButton, {}, questions(f).visualRect(index).center());
        QTRY_VERIFY2(f.find<QLabel>("filterCount").text().startsWith(count + QLatin1Char(' ')),
                     qPrintable(f.find<QLabel>("filterCount").text()));
        const auto& table = f.find<QTableView>("dealsTable");
        QVERIFY(!table.isColumnHidden(static_cast<int>(DealsModel::Column::SourceAge)));
    }

    void keysGoFromQuestionToQuestionPastTheHeadings()
    {
        WindowFixture f;
        answered(f, QStringLiteral("old"));
        f.trigger("showQuestions");
        const auto key = [&f] { return questions(f).currentIndex().data(KeyRole).toString(); };
        QCOMPARE(key(), QStringLiteral("binds"));
        press(Qt::Key_End);
        QCOMPARE(key(), QStringLiteral("old"));
        press(Qt::Key_Up);
        QCOMPARE(key(), QStringLiteral("changed"));
        press(Qt::Key_Up);
        QCOMPARE(key(), QStringLiteral("firm"));
        press(Qt::Key_Home);
        QCOMPARE(key(), QStringLiteral("binds"));
    }

    void theWindowFitsIntoASmallScreen_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("English") << false;
        QTest::newRow("Chinese") << true;
    }
    void theWindowFitsIntoASmallScreen()
    {
        QFETCH(bool, isChinese);
        WindowFixture f;
        setLanguage(isChinese ? Language::Chinese : Language::English);
        f.window->resize(1280, 720);
        const QModelIndex index = answered(f, QStringLiteral("old"));
        QTest::mouseClick(questions(f).viewport(), Qt::LeftButton, {}, questions(f).visualRect(index).center());
        QTRY_VERIFY(!f.find<QLabel>("filterCount").text().isEmpty());
        QTRY_COMPARE(f.window->width(), 1280);
        QVERIFY(f.window->minimumSizeHint().width() <= 1280);
        const QTabBar& tabs = f.find<QTabBar>("tableTabs");
        QVERIFY(tabs.geometry().right() < f.find<QLabel>("filterCount").geometry().left());
        setLanguage(Language::English);
    }

    void answersAreOfWhatIsSelected()
    {
        WindowFixture f;
        answered(f, QStringLiteral("binds"));
        QCOMPARE(questions(f).model()->index(0, 0).data().toString(), QStringLiteral("OpenAI Group PBC"));
        f.document().select(f.row(Table::Nodes, "oracle"));
        QTRY_COMPARE(questions(f).model()->index(0, 0).data().toString(), QStringLiteral("Oracle"));
        const QModelIndex index = answered(f, QStringLiteral("covers"));
        QTest::mouseClick(questions(f).viewport(), Qt::LeftButton, {}, questions(f).visualRect(index).center());
        QCOMPARE(viewShown(f), QStringLiteral("money"));
        QCOMPARE(f.find<ChartView>("moneyView").options().group, std::string("oracle"));
    }

    // --- my views ---

    void aViewIsSavedAndOpenedByKeys()
    {
        WindowFixture f;
        f.trigger("showCapacity");
        f.trigger("lensFirm");
        save(f, QStringLiteral("Firm capacity"));
        QCOMPARE(names(f), QStringLiteral("Firm capacity"));
        QCOMPARE(keyboard(), &views(f));
        f.trigger("showFlow");
        f.trigger("lensStated");
        f.trigger("nextPeriod");
        openFirst(f);
        QCOMPARE(viewShown(f), QStringLiteral("capacity"));
        QCOMPARE(f.document().lens().lens.commitments, Commitments::Firm);
        QCOMPARE(f.document().lens().period, (Period{PeriodKind::Year, 2028, 0}));
    }

    void allOfAViewComesBack_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("flow") << QStringLiteral(
            R"({"view":"flow","mode":"capacity","layer":"cloud-dc","by":"tier","pinned":false,"expanded":["tier:chips"]})");
        QTest::newRow("capacity") << QStringLiteral(
            R"({"view":"capacity","group":"oracle","from":2027,"to":2031,"pinned":true})");
        QTest::newRow("money") << QStringLiteral(
            R"({"view":"money","group":"nvidia","from":2026,"to":2029,"granularity":"quarter","pinned":true})");
    }
    void allOfAViewComesBack()
    {
        QFETCH(QString, state);
        WindowFixture f;
        ViewLens lens = f.document().lens();
        lens.lens = {dayNumber(2025, 12, 31), FigureBasis::Weighted, false,
                     Overlaps::Gross,         Commitments::Firm,     MegawattsOf::It};
        lens.period = {PeriodKind::Quarter, 2027, 2};
        QVERIFY(f.document().setLens(lens));
        const QString view = state.section(QLatin1Char('"'), 3, 3);
        f.find<ChartsPanel>("chartsPanel").showView(view)->restoreState(state);
        f.find<TablesPanel>("tablesPanel")
            .showTable({QStringLiteral("deals"),
                        QStringLiteral("value>1bn"),
                        {QStringLiteral("Supplier"), QStringLiteral("Value"), QStringLiteral("Basis")},
                        QStringLiteral("Value"),
                        true});
        save(f, QStringLiteral("First"));
        const std::string saved = stateOf(f, "first");
        QVERIFY(!saved.empty());
        f.find<ChartsPanel>("chartsPanel").showView(view)->restoreState(QStringLiteral("{}"));
        f.trigger("showFlow");
        f.trigger("showNodes");
        QVERIFY(f.document().setLens({{}, {PeriodKind::Year, 2030, 0}}));
        openFirst(f);
        save(f, QStringLiteral("Second"));
        QCOMPARE(stateOf(f, "second"), saved);
        QCOMPARE(f.find<QTabBar>("tableTabs").currentIndex(), 0);
    }

    void theyAreMovedByKeysAndThatIsUndone()
    {
        WindowFixture f;
        for (const char* name : {"a", "b", "c"})
            save(f, QString::fromLatin1(name));
        const ViewLens lens = f.document().lens();
        press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(names(f), QStringLiteral("a,c,b"));
        press(Qt::Key_Up, Qt::AltModifier);
        press(Qt::Key_Up, Qt::AltModifier); // it is the first already
        QCOMPARE(names(f), QStringLiteral("c,a,b"));
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(names(f), QStringLiteral("a,c,b"));
        QVERIFY(f.document().lens() == lens); // elsewhere these keys step through the news
        for (const char* order : {"c,a,b", "a,c,b", "a,b,c", "a,b"}) {
            QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(names(f), QString::fromLatin1(order));
        }
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(names(f), QStringLiteral("a,b,c"));
    }

    void oneIsRenamedInPlace()
    {
        WindowFixture f;
        save(f, QStringLiteral("a"));
        press(Qt::Key_F2);
        type(QStringLiteral("b"));
        press(Qt::Key_Escape);
        QCOMPARE(names(f), QStringLiteral("a"));
        views(f).setFocus();
        press(Qt::Key_F2);
        type(QStringLiteral("b"));
        press(Qt::Key_Return);
        QTRY_COMPARE(names(f), QStringLiteral("b"));
        QCOMPARE(viewShown(f), QStringLiteral("flow"));
        f.trigger("undo");
        QCOMPARE(names(f), QStringLiteral("a"));
    }

    void oneIsErasedAndBroughtBackByTheMessage()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        save(f, QStringLiteral("a"));
        press(Qt::Key_Delete);
        QCOMPARE(names(f), QString());
        QVERIFY(f.chain().find<NodeId>("amd").isSet()); // which Delete erases elsewhere
        QCOMPARE(message(f), QStringLiteral("Erased: a"));
        QTest::mouseClick(&f.find<QPushButton>("messageAction"), Qt::LeftButton);
        QCOMPARE(names(f), QStringLiteral("a"));
    }

    void aNameThatIsGivenUpSavesNothing()
    {
        WindowFixture f;
        QTest::mouseClick(&f.find<QPushButton>("saveViewButton"), Qt::LeftButton);
        auto& name = f.find<QLineEdit>("savedViewName");
        QCOMPARE(name.selectedText(), QStringLiteral("Flow"));
        press(Qt::Key_Delete);
        press(Qt::Key_Return); // no name yet
        QVERIFY(name.isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!name.isVisible());
        QCOMPARE(f.chain().size(Table::Views), std::size_t(0));
    }

    void aViewHoldsWhatIsShownInstead()
    {
        WindowFixture f;
        save(f, QStringLiteral("a"));
        const std::string before = stateOf(f, "a");
        f.trigger("showMoney");
        views(f).setFocus();
        const QPoint at = views(f).visualRect(views(f).currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, at, views(f).viewport()->mapToGlobal(at));
        QApplication::sendEvent(views(f).viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        const QList<QAction*> actions = menu->actions();
        QCOMPARE(actions.size(), 8);
        actions[2]->trigger();
        menu->close();
        QVERIFY(stateOf(f, "a").find("\"money\"") != std::string::npos);
        f.trigger("undo");
        QCOMPARE(stateOf(f, "a"), before);
    }

    void whatCannotBeOpenedIsSaidAndStays_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing readable") << QByteArray("{}") << "cannot be read";
        QTest::newRow("of a newer O-chain") << QByteArray(R"({"version":2})") << "newer O-chain";
        QTest::newRow("of a group that is gone")
            << QByteArray(R"({"version":1,"view":"money","period":"2028","group":"enron"})") << "“enron”";
    }
    void whatCannotBeOpenedIsSaidAndStays()
    {
        QFETCH(QByteArray, state);
        QFETCH(QString, says);
        WindowFixture f;
        addView(f, "strange", state.constData());
        openFirst(f);
        QVERIFY2(message(f).contains(says), qPrintable(message(f)));
        QCOMPARE(stateOf(f, "strange"), state.toStdString());
    }

    void theMenuOffersThemToo()
    {
        WindowFixture f;
        f.trigger("showMoney");
        save(f, QStringLiteral("R&D"));
        f.trigger("showFlow");
        QMenu* menu = nullptr;
        const QList<QMenu*> all = f.window->findChildren<QMenu*>();
        for (QMenu* each : all)
            if (each->title().remove(QLatin1Char('&')) == QLatin1String("My views"))
                menu = each;
        QVERIFY(menu != nullptr);
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("R&&D"));
        menu->actions().constFirst()->trigger();
        QCOMPARE(viewShown(f), QStringLiteral("money"));
    }

    void inAFileThatIsOnlyReadTheyAreOpenedAndNothingElse()
    {
        WindowFixture f;
        f.trigger("showMoney");
        save(f, QStringLiteral("a"));
        f.window.reset();
        damage(f);
        f.open();
        QVERIFY(f.document().isReadOnly());
        QVERIFY(!f.find<QPushButton>("saveViewButton").isEnabled());
        f.trigger("showFlow");
        views(f).setFocus(Qt::TabFocusReason);
        press(Qt::Key_Delete);
        press(Qt::Key_F2);
        QCOMPARE(keyboard(), &views(f));
        QCOMPARE(names(f), QStringLiteral("a"));
        press(Qt::Key_Return);
        QCOMPARE(viewShown(f), QStringLiteral("money"));
    }
};

QTEST_MAIN(TestHome)
#include "tst_home.moc"
