// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "action_table.h"
#include "hands.h"
#include "help_window.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QListWidget>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QTableView>
#include <QTextBrowser>
#include <QTreeView>

using namespace ochain;

namespace {

QString shownText(const WindowFixture& f)
{
    return f.find<QTextBrowser>("helpText").toPlainText();
}

QStringList listed(const WindowFixture& f)
{
    QStringList titles;
    const auto& list = f.find<QListWidget>("helpList");
    for (int row = 0; row < list.count(); ++row)
        if (!list.item(row)->isHidden())
            titles << list.item(row)->text();
    return titles;
}

int headings(const QString& markdown)
{
    static const QRegularExpression heading(QStringLiteral("^#+ "), QRegularExpression::MultilineOption);
    return static_cast<int>(markdown.count(heading));
}

} // namespace

/// The pages of the help: all there in both languages, true to the program, found by words.
class TestHelp final : public QObject {
    Q_OBJECT
private slots:
    void everyPageIsThereInBothLanguages_data()
    {
        QTest::addColumn<QString>("page");
        for (const QString& page : helpPages())
            QTest::newRow(qPrintable(page)) << page;
    }
    void everyPageIsThereInBothLanguages()
    {
        QFETCH(QString, page);
        setLanguage(Language::English);
        const QString english = helpText(page);
        setLanguage(Language::Chinese);
        const QString chinese = helpText(page);
        setLanguage(Language::English);
        QVERIFY(english.startsWith(QLatin1String("# ")) && chinese.startsWith(QLatin1String("# ")));
        QVERIFY(english != chinese);
        QCOMPARE(headings(chinese), headings(english));
        QCOMPARE(chinese.count(QLatin1String("\n|")), english.count(QLatin1String("\n|"))); // as many lines of tables
        for (const QString& text : {english, chinese}) {
            QVERIFY2(!text.contains(QLatin1String("{key")), qPrintable(text)); // all keys were put in
            QVERIFY2(!text.contains(QLatin1String("()")) && !text.contains(QStringLiteral("（）")),
                     qPrintable(text)); // none is of no action
        }
    }

    void everyKeyStandsOnThePageOfKeys()
    {
        const WindowFixture f;
        const QString text = helpText(QStringLiteral("keys"));
        int keys = 0;
        for (const ActionRow& row : actionRows()) {
            if (row.keys.key() == Qt::Key_unknown)
                continue;
            ++keys;
            QVERIFY2(text.contains(QKeySequence(row.keys).toString(QKeySequence::NativeText)), row.name);
        }
        QVERIFY(keys > 20);
    }

    void theCommandsAreThoseOfTheProgram()
    {
        QProcess program;
        program.start(QStringLiteral(OCHAIN_PROGRAM), {QStringLiteral("--help")});
        QVERIFY(program.waitForFinished());
        const QString told = QString::fromUtf8(program.readAllStandardOutput());
        static const QRegularExpression name(QStringLiteral("^  ([a-z]+) {2,}\\S"),
                                             QRegularExpression::MultilineOption);
        QStringList commands;
        for (auto match = name.globalMatch(told.mid(told.indexOf(QLatin1String("ubcommands")))); match.hasNext();)
            commands << match.next().captured(1);
        QVERIFY2(commands.size() >= 10, qPrintable(told));
        for (const Language each : {Language::English, Language::Chinese}) {
            setLanguage(each);
            const QString page = helpText(QStringLiteral("commands"));
            for (const QString& command : commands)
                QVERIFY2(page.contains(QStringLiteral("`ochain %1 ").arg(command)), qPrintable(command));
        }
        setLanguage(Language::English);
    }

    void f1OpensItAndEscClosesIt()
    {
        WindowFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_F1);
        QTRY_VERIFY(f.find<QDialog>("helpWindow").isVisible());
        QVERIFY(!f.find<QDialog>("helpWindow").isModal());
        QVERIFY(shownText(f).startsWith(QLatin1String("O-chain in five minutes")));
        QVERIFY(shownText(f).contains(QLatin1String("Ctrl+K")));
        f.trigger("shortcuts"); // goes to its page in the same window
        QVERIFY(shownText(f).startsWith(QLatin1String("Keyboard shortcuts")));
        QCOMPARE(f.window->findChildren<HelpWindow*>().size(), 1);
        QTest::keyClick(&f.find<QDialog>("helpWindow"), Qt::Key_Escape);
        QTRY_COMPARE(f.window->findChildren<HelpWindow*>().size(), 0);
    }

    void wordsLeaveThePagesThatHaveThem()
    {
        WindowFixture f;
        f.trigger("help");
        auto& words = f.find<QLineEdit>("helpWords");
        QTest::keyClicks(&words, QStringLiteral("dry-run"));
        QCOMPARE(listed(f), QStringList{QStringLiteral("The command line")});
        QVERIFY(shownText(f).contains(QLatin1String("--dry-run"))); // and shows the one that is left
        QCOMPARE(f.find<QTextBrowser>("helpText").extraSelections().size(), 1);
        QTest::keyClicks(&words, QStringLiteral(" nosuchword"));
        QCOMPARE(listed(f), QStringList());
        words.clear();
        QCOMPARE(listed(f).size(), helpPages().size());
    }

    void itSpeaksTheLanguageOfTheMoment()
    {
        WindowFixture f;
        f.trigger("help");
        f.trigger("language_zh_CN");
        QTRY_VERIFY(shownText(f).contains(QStringLiteral("产业链")));
        QCOMPARE(listed(f).size(), helpPages().size());
        setLanguage(Language::English);
    }

    void aLinkLeadsToItsPage()
    {
        WindowFixture f;
        f.trigger("help");
        emit f.find<QTextBrowser>("helpText").anchorClicked(QUrl(QStringLiteral("lens")));
        QVERIFY(shownText(f).startsWith(QLatin1String("The lens")));
    }

    /// What stands in context menus alone today has a place in the menu bar.
    void theMenuBarHoldsWhatContextMenusHave()
    {
        WindowFixture f;
        f.trigger("showFlow");
        f.trigger("showChain");
        QStringList inBar;
        std::function<void(QMenu&)> collect = [&](QMenu& menu) {
            emit menu.aboutToShow();
            const QList<QAction*> actions = menu.actions();
            for (QAction* action : actions) {
                inBar << action->text().remove(QLatin1Char('&'));
                if (action->menu() != nullptr)
                    collect(*action->menu());
            }
        };
        const QList<QAction*> bar = f.window->menuBar()->actions();
        for (QAction* action : bar)
            collect(*action->menu());
        QStringList missing;
        const auto hold = [&](QWidget& widget, const QPoint& at) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget.mapToGlobal(at));
            QApplication::sendEvent(&widget, &event);
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (menu == nullptr)
                qFatal("no menu came up");
            const QList<QAction*> actions = menu->actions();
            for (const QAction* action : actions)
                if (!action->isSeparator() && !inBar.contains(action->text().remove(QLatin1Char('&'))))
                    missing << action->text();
            menu->close();
        };
        auto& surface = f.find<QWidget>("flowSurface");
        hold(surface, QPoint(2, 2));
        hold(*f.find<QTableView>("dealsTable").horizontalHeader()->viewport(), QPoint(8, 8));
        hold(*f.find<QTreeView>("chainTree").header()->viewport(), QPoint(8, 8));
        QCOMPARE(missing, QStringList());
        QVERIFY(inBar.contains(QLatin1String("Order the boxes afresh")));
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
