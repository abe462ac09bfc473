// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "action_table.h"
#include "hands.h"
#include "panels/side_panel.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <functional>
#include <memory>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";

/// Claims every key for the field that has the keyboard, as fields do with some on some desktops: Ctrl+E and Ctrl+K
/// move and delete under X11, which is not the desktop that tests have.
class Greed final : public QObject {
public:
    Greed() { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool isField = qobject_cast<QLineEdit*>(watched) != nullptr ||
                             qobject_cast<QComboBox*>(watched) != nullptr ||
                             qobject_cast<QPlainTextEdit*>(watched) != nullptr;
        if (event->type() != QEvent::ShortcutOverride || !isField)
            return QObject::eventFilter(watched, event);
        event->accept();
        return true;
    }
};

/// Puts the keyboard somewhere.
using Stand = std::function<void(const WindowFixture& f)>;

void selectDeal(const WindowFixture& f)
{
    f.document().select(std::nullopt);
    f.document().select(f.row(Table::Deals, kDeal));
    f.find<SidePanel>("sidePanel").showPage(SidePage::Edit);
}

void enterCell(const WindowFixture& f, int column)
{
    f.find<QTabBar>("tableTabs").setCurrentIndex(0);
    auto& table = f.find<QTableView>("dealsTable");
    table.setFocus();
    table.setCurrentIndex(table.model()->index(0, column));
    table.edit(table.currentIndex());
    auto* editor = table.findChild<QWidget*>(QStringLiteral("cellEditor"));
    if (editor == nullptr)
        qFatal("no cell editor");
    editor->setFocus();
}

QList<std::pair<const char*, Stand>> stands()
{
    return {
        {"a line of the form", [](const WindowFixture& f) { enterField(f, QStringLiteral("dealCapacity")); }},
        {"a half typed line of the form",
         [](const WindowFixture& f) {
             enterField(f, QStringLiteral("dealCapacity"));
             type(QStringLiteral("7G"));
         }},
        {"a list open under a line",
         [](const WindowFixture& f) {
             enterField(f, QStringLiteral("dealSupplier"));
             type(QStringLiteral("nv"));
             QVERIFY(openList() != nullptr);
         }},
        {"a choice of the form", [](const WindowFixture& f) { enterField(f, QStringLiteral("dealKind")); }},
        {"the list of a choice",
         [](const WindowFixture& f) {
             enterField(f, QStringLiteral("dealKind"));
             press(Qt::Key_F4);
             QVERIFY(openList() != nullptr);
         }},
        {"the note of the form", [](const WindowFixture& f) { f.find<QPlainTextEdit>("dealNote").setFocus(); }},
        {"a line of a new phase", [](const WindowFixture& f) { f.enter("newTrancheStarts"); }},
        {"a cell", [](const WindowFixture& f) { enterCell(f, 4); }},
        {"a cell of a name", [](const WindowFixture& f) { enterCell(f, 0); }},
        {"a cell with a choice", [](const WindowFixture& f) { enterCell(f, 2); }},
        {"the filter", [](const WindowFixture& f) { f.enter("tableFilter"); }},
        {"the day of the lens", [](const WindowFixture& f) { f.enter("asOfEdit"); }},
        {"the tree", [](const WindowFixture& f) { f.trigger("showChain"); }},
        {"the questions", [](const WindowFixture& f) { f.trigger("showQuestions"); }},
        {"the table", [](const WindowFixture& f) { f.find<QTableView>("dealsTable").setFocus(); }},
        {"the quick find",
         [](const WindowFixture& f) {
             f.trigger("find");
             type(QStringLiteral("amd"));
         }},
        {"the rest of the lens", [](const WindowFixture& f) { f.trigger("lensRest"); }},
    };
}

/// Closes what an action has opened.
void tidy(const WindowFixture& f)
{
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    const QList<QDialog*> dialogs = f.window->findChildren<QDialog*>();
    for (QDialog* dialog : dialogs)
        dialog->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    f.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
}

/// Keys that belong to texts: undo and redo while there is something of them, copying, and deleting.
bool isOfTexts(const ActionRow& row)
{
    const QLatin1String name(row.name);
    return name == QLatin1String("undo") || name == QLatin1String("redo") || name == QLatin1String("copy") ||
           name == QLatin1String("paste") || name == QLatin1String("deleteRow");
}

bool isCalled(const ActionRow& row)
{
    return row.name != nullptr && row.keys.key() != Qt::Key_unknown;
}

} // namespace

/// The keys of the menus, from wherever the keyboard is.
class TestMenuKeys final : public QObject {
    Q_OBJECT

private slots:
    void everyKeyOfTheMenusWorksFromEverywhere_data()
    {
        QTest::addColumn<int>("stand");
        QTest::addColumn<bool>("isGreedy");
        for (int stand = 0; stand < stands().size(); ++stand)
            for (const bool isGreedy : {false, true})
                QTest::newRow((QByteArray(stands().at(stand).first) + (isGreedy ? ", greedy" : "")).constData())
                    << stand << isGreedy;
    }
    void everyKeyOfTheMenusWorksFromEverywhere()
    {
        QFETCH(int, stand);
        QFETCH(bool, isGreedy);
        const auto greed = isGreedy ? std::make_unique<Greed>() : nullptr;
        WindowFixture f;
        QStringList dead;
        const Stand go = stands().at(stand).second;
        for (const ActionRow& row : actionRows()) {
            if (!isCalled(row) || isOfTexts(row) || QLatin1String(row.name) == QLatin1String("quit"))
                continue;
            selectDeal(f);
            go(f);
            auto& action = f.find<QAction>(row.name);
            QVERIFY2(action.isEnabled(), row.name);
            QSignalSpy given(&action, &QAction::triggered);
            QVERIFY(keyboard() != nullptr);
            press(row.keys.key(), row.keys.keyboardModifiers());
            if (given.size() != 1)
                dead << action.objectName() + QLatin1Char(' ') + action.shortcut().toString();
            tidy(f);
        }
        QCOMPARE(dead.join(QStringLiteral(", ")), QString());
    }

    void theWindowIsLeftFromAFieldToo()
    {
        const Greed greed;
        WindowFixture f;
        selectDeal(f);
        enterField(f, QStringLiteral("dealCapacity"));
        press(Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!f.window->isVisible());
    }

    void aFieldKeepsUndoWhileItHasSomethingToUndo()
    {
        WindowFixture f;
        selectDeal(f);
        QSignalSpy undone(&f.find<QAction>("undo"), &QAction::triggered);
        QLineEdit& line = f.enter("dealCapacity");
        type(QStringLiteral("7GW"));
        press(Qt::Key_Return);
        QVERIFY(f.document().canUndo());
        QLineEdit& filter = f.enter("tableFilter");
        type(QStringLiteral("nvidia"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(filter.text(), QString());
        QCOMPARE(undone.size(), 0);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(filter.text(), QStringLiteral("nvidia"));
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier); // nothing of the text is left to undo
        QCOMPARE(undone.size(), 1);
        QVERIFY(!f.document().canUndo());
        QCOMPARE(line.text(), QStringLiteral("6.0 GW"));
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); // the text has its own again
        QCOMPARE(filter.text(), QStringLiteral("nvidia"));
    }

    void aListUnderAFieldLeavesUndoToTheField()
    {
        WindowFixture f;
        selectDeal(f);
        auto& line = f.find<QLineEdit>("dealSupplier");
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("nvid"));
        QVERIFY(openList() != nullptr);
        QSignalSpy undone(&f.find<QAction>("undo"), &QAction::triggered);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line.text(), QStringLiteral("AMD"));
        QCOMPARE(undone.size(), 0);
    }

    void copyAndDeleteInAFieldAreAboutItsText()
    {
        WindowFixture f;
        selectDeal(f);
        QSignalSpy copied(&f.find<QAction>("copy"), &QAction::triggered);
        QSignalSpy deleted(&f.find<QAction>("deleteRow"), &QAction::triggered);
        QLineEdit& line = f.enter("dealCapacity");
        press(Qt::Key_C, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QCOMPARE(line.text(), QString());
        QCOMPARE(copied.size(), 0);
        QCOMPARE(deleted.size(), 0);
    }

    void aKeyOfTheMenusChangesNoText_data()
    {
        QTest::addColumn<QString>("editor");
        for (const char* editor : {"dealCapacity", "dealSupplier", "dealKind", "dealNote", "asOfEdit", "tableFilter"})
            QTest::newRow(editor) << QString::fromLatin1(editor);
    }
    void aKeyOfTheMenusChangesNoText()
    {
        QFETCH(QString, editor);
        const Greed greed;
        WindowFixture f;
        selectDeal(f);
        QWidget& field = enterField(f, editor);
        const QString before = shownIn(field);
        press(Qt::Key_E, Qt::ControlModifier);
        tidy(f);
        enterField(f, editor);
        press(Qt::Key_K, Qt::ControlModifier);
        tidy(f);
        QCOMPARE(shownIn(field), before);
        QVERIFY(!f.document().canUndo());
    }
};

QTEST_MAIN(TestMenuKeys)
#include "tst_menu_keys.moc"
