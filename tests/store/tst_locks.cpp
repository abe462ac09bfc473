// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/locks_testing.h"
#include "store/store_testing.h"

#include "store/file_check.h"

#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

/// A chain that is open keeps its locks, whatever else this process does with the file: without them another process
/// takes itself for the only one and deletes the log.
class TestLocks final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(m_folder.isValid());
        m_file = std::filesystem::path(m_folder.filePath(QStringLiteral("chain.ochain")).toStdString());
        std::filesystem::remove(m_file);
        makeFile(m_file, smallChain());
    }

    void lookingAtTheFileTakesNoLockAway()
    {
        const std::unique_ptr<Store> store = opened(m_file);
        const Loaded chain = loaded(*store);
        QVERIFY(isLocked(m_file));
        QVERIFY(checkFile(m_file).has_value());
        QVERIFY(isLocked(m_file));
    }

    void openingItAgainTakesNoLockAway()
    {
        const std::unique_ptr<Store> store = opened(m_file);
        const Loaded chain = loaded(*store);
        {
            const std::unique_ptr<Store> again = opened(m_file);
            QVERIFY(isLocked(m_file));
        }
        QVERIFY(isLocked(m_file));
        const std::unique_ptr<Store> reader = opened(m_file, Store::Access::ReadOnly);
        QVERIFY(isLocked(m_file));
    }

    void closedItIsFree()
    {
        opened(m_file).reset();
        QVERIFY(!isLocked(m_file));
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_file;
};

QTEST_APPLESS_MAIN(TestLocks)
#include "tst_locks.moc"
