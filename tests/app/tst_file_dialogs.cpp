// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_fixture.h"

#include "panels/file_chooser.h"
#include "store/locks_testing.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QTemporaryDir>
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

/// Clicks on the choice that stands in the dialog that is open, and takes a folder.
void tickAndAccept(const QString& folder)
{
    QTimer::singleShot(0, qApp, [folder] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return tickAndAccept(folder);
        auto* box = dialog->findChild<QCheckBox*>(QStringLiteral("folderOption"));
        if (box != nullptr && box->isVisible())
            box->click();
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(folder);
        QTest::keyClick(dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")), Qt::Key_Return);
        if (dialog->isVisible())
            dialog->reject();
    });
}

/// Types a name into the dialog that is open and presses Enter; says No to the question that follows, and keeps it.
void saveUnder(const QString& name, QString& question)
{
    QTimer::singleShot(0, qApp, [name, &question] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return saveUnder(name, question);
        QTimer::singleShot(0, dialog, [&question] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr)
                return;
            question = box->text();
            QTest::mouseClick(box->button(QMessageBox::No), Qt::LeftButton);
        });
        auto* edit = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        edit->setText(name);
        QTest::keyClick(edit, Qt::Key_Return);
        if (dialog->isVisible())
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
        QTest::newRow("a folder with a choice") << 3;
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
        bool isChosen = false;
        lookAround(folder, hasSeen);
        const QString name = QStringLiteral("name");
        const QString all = QStringLiteral("*");
        const QString answer = which == 0 ? chooser.fileToOpen(f.window.get(), name, all)
                               : which == 1
                                   ? chooser.fileToSave(f.window.get(), name, folder + QStringLiteral("/x"), all)
                               : which == 2 ? chooser.folder(f.window.get(), name)
                                            : chooser.folderFor(f.window.get(), name, name, isChosen);
        QCOMPARE(answer, QString());
        QVERIFY(hasSeen || which >= 2); // of a folder only folders are listed
        QVERIFY(isLocked(chain));
    }

    void aChoiceBesideAFolderIsTold()
    {
        const QTemporaryDir folder;
        SystemFileChooser chooser;
        bool isChosen = false;
        tickAndAccept(folder.path());
        QCOMPARE(chooser.folderFor(nullptr, QStringLiteral("Export"), QStringLiteral("For Excel"), isChosen),
                 folder.path());
        QVERIFY(isChosen);
    }

    void aNameWithoutItsEndingIsAskedAboutWhole()
    {
        const QTemporaryDir folder;
        QFile there(folder.filePath(QStringLiteral("chart.svg")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        SystemFileChooser chooser;
        QString question;
        saveUnder(QStringLiteral("chart"), question);
        QCOMPARE(chooser.fileToSave(nullptr, QStringLiteral("Export"),
                                    folder.filePath(QStringLiteral("ochain-flow.svg")),
                                    QStringLiteral("Pictures (*.png *.svg *.pdf)")),
                 QString());
        QVERIFY2(question.contains(QLatin1String("chart.svg")), qPrintable(question));
        saveUnder(QStringLiteral("other"), question);
        QCOMPARE(chooser.fileToSave(nullptr, QStringLiteral("Export"),
                                    folder.filePath(QStringLiteral("ochain-flow.svg")),
                                    QStringLiteral("Pictures (*.png *.svg *.pdf)")),
                 folder.filePath(QStringLiteral("other.svg")));
    }
};

QTEST_MAIN(TestFileDialogs)
#include "tst_file_dialogs.moc"
