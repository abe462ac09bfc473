// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backups/backup_list.h"
#include "items/backups_model.h"
#include "panels/restore_panel.h"
#include "store/store_testing.h"
#include "window_fixture.h"

#include <QClipboard>
#include <QDate>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace ochain;

namespace {

namespace fs = std::filesystem;

struct RestoreFixture : WindowFixture {
    [[nodiscard]] static QString backupName()
    {
        return QDate::currentDate().addDays(-1).toString(QStringLiteral("yyyy-MM-dd")) + QStringLiteral(".ochain");
    }
    [[nodiscard]] fs::path backup() const { return backupFolderOf(file.toStdString()) / backupName().toStdString(); }
    /// As if the file had been kept yesterday.
    void keep() const
    {
        fs::create_directory(backupFolderOf(file.toStdString()));
        testing::runSql(file.toStdString(), "VACUUM INTO '" + backup().string() + "'");
    }
    void set(const char* key, Field field, const char* text) const
    {
        EditBuilder builder(chain());
        QVERIFY(!builder.set(Table::Deals, key, field, text));
        QVERIFY(document().apply(std::move(builder).build("", "")));
        QTRY_COMPARE(backupsOf(file.toStdString()).size(), std::size_t(2)); // the first edit leaves one of today
    }
    void show() const
    {
        trigger("restore");
        QVERIFY(panel() != nullptr);
        QTRY_VERIFY(heading() != QStringLiteral("Comparing…"));
    }
    [[nodiscard]] RestorePanel* panel() const { return window->findChild<RestorePanel*>(); }
    [[nodiscard]] QString heading() const { return find<QLabel>("restoreHeading").text(); }
    [[nodiscard]] QPushButton& button(const char* name) const { return find<QPushButton>(name); }
    [[nodiscard]] static QString textOf(const QTableView& table)
    {
        QStringList lines;
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table.model()->columnCount(); ++column)
                cells << table.model()->index(row, column).data().toString();
            lines << cells.join(u'|');
        }
        return lines.join(u'\n');
    }
    [[nodiscard]] QString lines() const { return textOf(find<QTableView>("restoreLines")); }
    [[nodiscard]] QString differs(int row) const
    {
        return find<QTableView>("backups")
            .model()
            ->index(row, static_cast<int>(BackupsModel::Column::Differs))
            .data()
            .toString();
    }
    [[nodiscard]] QString message() const { return find<QLabel>("messageText").text(); }
    [[nodiscard]] std::string capacity() const
    {
        return chain().value(row(Table::Deals, "amd-openai-6gw"), deal_field::CapacityMw);
    }
};

} // namespace

/// Going back to an earlier state in the window.
class TestRestore final : public QObject {
    Q_OBJECT

private slots:
    void withoutBackupsThePanelSaysHowOneComesAbout()
    {
        const RestoreFixture f;
        f.trigger("restore");
        QVERIFY(f.panel()->isVisible() && !f.panel()->isModal());
        QVERIFY(f.find<QWidget>("restoreEmpty").isVisible());
        QVERIFY(!f.find<QTableView>("backups").isVisible());
        QVERIFY(!f.button("restoreGo").isVisible());
        QTest::keyClick(f.panel(), Qt::Key_Escape);
        QTRY_VERIFY(f.panel() == nullptr);
    }

    void whatDiffersIsShownFieldByField()
    {
        const RestoreFixture f;
        f.keep();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "7000");
        f.show();
        QVERIFY2(f.heading().endsWith(QStringLiteral("1 row changes")), qPrintable(f.heading()));
        QVERIFY2(f.lines().endsWith(QStringLiteral("|amd-openai-6gw|Capacity|7.0 GW|6.0 GW")), qPrintable(f.lines()));
        QTRY_COMPARE(f.differs(1), QStringLiteral("1 row")); // the second: the edit just now made one of today
        QVERIFY(f.button("restoreGo").isEnabled());
    }

    void goingBackIsOneEditWithAWayBack()
    {
        const RestoreFixture f;
        f.keep();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "7000");
        f.set("amd-openai-6gw", deal_field::NoteEn, "another");
        const QString before = f.document().undoText();
        f.show();
        f.button("restoreGo").click();
        QCOMPARE(f.capacity(), std::string("6000"));
        QCOMPARE(f.message(), QStringLiteral("1 row is as it was"));
        QVERIFY(f.document().undoText().startsWith(QStringLiteral("Restored ")));
        QTRY_VERIFY(f.panel() == nullptr);
        f.find<QPushButton>("messageAction").click();
        QCOMPARE(f.capacity(), std::string("7000"));
        QCOMPARE(f.document().undoText(), before);
    }

    void theKeyboardAloneWillDo()
    {
        const RestoreFixture f;
        f.keep();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "7000");
        f.show();
        QVERIFY(QTest::qWaitForWindowActive(f.panel()));
        QTRY_VERIFY(f.find<QTableView>("backups").hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTRY_VERIFY(f.heading() != QStringLiteral("Comparing…"));
        QCOMPARE(f.find<QTableView>("backups").currentIndex().row(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(f.find<QTableView>("restoreLines").hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().contains(QStringLiteral("Capacity\t7.0 GW\t6.0 GW\n")),
                 qPrintable(QGuiApplication::clipboard()->text()));
        QTest::keyClick(f.panel(), Qt::Key_Return);
        QCOMPARE(f.capacity(), std::string("6000"));
    }

    void theLinesCanBeSorted()
    {
        const RestoreFixture f;
        f.keep();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "7000");
        f.set("amd-openai-6gw", deal_field::Basis, "derived");
        f.show();
        auto& table = f.find<QTableView>("restoreLines");
        const QString inOrder = f.lines();
        table.horizontalHeader()->setSortIndicator(2, Qt::DescendingOrder);
        QVERIFY(f.lines() != inOrder || f.lines().startsWith(QStringLiteral("AMD")));
        const QString down = f.lines();
        table.horizontalHeader()->setSortIndicator(2, Qt::AscendingOrder);
        QVERIFY(f.lines() != down);
    }

    void anEditMeanwhileIsTakenIn()
    {
        const RestoreFixture f;
        f.keep();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "7000");
        f.show();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "8000");
        QTRY_VERIFY(f.lines().endsWith(QStringLiteral("|amd-openai-6gw|Capacity|8.0 GW|6.0 GW")));
        f.set("amd-openai-6gw", deal_field::CapacityMw, "6000");
        QTRY_COMPARE(f.heading(), QStringLiteral("Nothing differs"));
        QVERIFY(!f.button("restoreGo").isEnabled());
        QCOMPARE(f.lines(), QString());
    }

    void aStateIsOpenedAsACopy()
    {
        RestoreFixture f;
        f.keep();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "7000");
        f.show();
        f.chooser.answer = f.file;
        f.button("restoreCopy").click();
        QVERIFY(f.message().startsWith(QStringLiteral("That is the file that is open")));
        f.chooser.answer = f.folder.filePath(QStringLiteral("copy")); // without the suffix
        f.button("restoreCopy").click();
        QTRY_COMPARE(QString::fromStdString(f.document().file().string()),
                     f.folder.filePath(QStringLiteral("copy.ochain")));
        QCOMPARE(f.capacity(), std::string("6000"));
        QTRY_VERIFY(f.panel() == nullptr);
    }

    void whatCannotBeGoneBackToSaysWhy_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("differs");
        QTest::addColumn<bool>("isForCopying");
        QTest::newRow("rubbish") << QStringLiteral("rubbish") << QStringLiteral("damaged") << false;
        QTest::newRow("a faulty row") << QStringLiteral("faulty") << QStringLiteral("damaged") << true;
        QTest::newRow("newer") << QStringLiteral("newer") << QStringLiteral("of a newer O-chain") << false;
    }
    void whatCannotBeGoneBackToSaysWhy()
    {
        QFETCH(QString, what);
        const RestoreFixture f;
        f.keep();
        if (what == QLatin1String("newer"))
            testing::runSql(f.backup(), "PRAGMA user_version = 99");
        else if (what == QLatin1String("faulty"))
            testing::runSql(f.backup(), "UPDATE deals SET supplier = 999999 WHERE key = 'amd-openai-6gw'");
        else
            testing::writeBytes(f.backup(), "rubbish");
        f.show();
        QTEST(f.differs(0), "differs");
        QCOMPARE(f.heading(), QStringLiteral("This state cannot be gone back to"));
        QVERIFY(f.find<QLabel>("restoreNote").isVisible());
        QVERIFY(f.find<QLabel>("restoreNote").text().contains(RestoreFixture::backupName()));
        QVERIFY(!f.button("restoreGo").isEnabled());
        QTEST(f.button("restoreCopy").isEnabled(), "isForCopying");
    }

    void theLanguageChangesInTheOpenPanel()
    {
        const RestoreFixture f;
        f.keep();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "7000");
        f.show();
        const QString english = f.panel()->windowTitle() + f.button("restoreGo").text() + f.heading();
        f.trigger("language_zh_CN");
        QTRY_VERIFY(!f.heading().contains(QStringLiteral("Going")));
        for (const QString& text : {f.panel()->windowTitle(), f.button("restoreGo").text(), f.heading(), f.differs(0)})
            QVERIFY2(!english.contains(text), qPrintable(text));
        f.trigger("language_en");
        QTRY_VERIFY(f.heading().startsWith(QStringLiteral("Going back")));
    }

    void aFileThatMayOnlyBeReadSaysSo()
    {
        RestoreFixture f;
        f.keep();
        f.set("amd-openai-6gw", deal_field::CapacityMw, "7000");
        f.window.reset();
        testing::runSql(f.file.toStdString(), "UPDATE deals SET supplier = 999999 WHERE key = 'amd-openai-6gw'");
        f.open();
        QVERIFY(f.document().isReadOnly());
        f.show();
        QVERIFY(f.find<QLabel>("restoreNote").isVisible());
        QVERIFY(!f.button("restoreGo").isEnabled());
        QVERIFY(f.button("restoreCopy").isEnabled());
    }

    void anotherFileEndsIt()
    {
        RestoreFixture f;
        f.keep();
        f.show();
        f.window->openFile(f.file);
        QTRY_VERIFY(f.panel() == nullptr);
    }
};

QTEST_MAIN(TestRestore)
#include "tst_restore.moc"
