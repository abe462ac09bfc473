// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_fixture.h"

#include "panels/file_chooser.h"
#include "store/locks_testing.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QFileDialog>
#include <QListView>
#include <QTimer>

using namespace ochain;
using ochain::testing::isLocked;

namespace {

/// Looks around in the dialog that is open until the chain is in its list, then thinks better of it.
void lookAround(const QString& folder, bool& hasSeen)
{
    QTimer::singleShot(0, qApp, [folder, &hasSeen] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return lookAround(folder, hasSeen);
        dialog->setDirectory(folder);
        const auto* list = dialog->findChild<QListView*>(QStringLiteral("listView"));
        hasSeen = QTest::qWaitFor([list] {
            const QModelIndex root = list->rootIndex();
            for (int row = 0; row < list->model()->rowCount(root); ++row)
                if (list->model()->index(row, 2, root).isValid())
                    return true;
            return false;
        });
        dialog->reject();
    });
}

} // namespace

/// A dialog that shows the folder of the open chain leaves the chain its locks.
class TestFileDialogs final : public QObject {
    Q_OBJECT

private slots:
    void aDialogTakesNoLockAway_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("a file to open") << 0;
        QTest::newRow("a file to save") << 1;
        QTest::newRow("a folder") << 2;
    }
    void aDialogTakesNoLockAway()
    {
        QFETCH(int, which);
        WindowFixture f;
        const QString folder = f.folder.path();
        const std::filesystem::path chain = f.document().file();
        QVERIFY(isLocked(chain));
        SystemFileChooser chooser;
        bool hasSeen = false;
        lookAround(folder, hasSeen);
        const QString name = QStringLiteral("name");
        const QString all = QStringLiteral("*");
        const QString answer = which == 0 ? chooser.fileToOpen(f.window.get(), name, all)
                               : which == 1
                                   ? chooser.fileToSave(f.window.get(), name, folder + QStringLiteral("/x"), all)
                                   : chooser.folder(f.window.get(), name);
        QCOMPARE(answer, QString());
        QVERIFY(hasSeen || which == 2); // of a folder only folders are listed
        QVERIFY(isLocked(chain));
    }
};

QTEST_MAIN(TestFileDialogs)
#include "tst_file_dialogs.moc"
