// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/file_snapshot.h"
#include "store/store_testing.h"

#include <QDir>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

/// A file as it stands at one moment.
class TestFileSnapshot final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = path(m_folder->filePath(QStringLiteral("chain.ochain")));
        m_copy = path(m_folder->filePath(QStringLiteral("copy.ochain")));
        m_chain = smallChain(8000);
        makeFile(m_file, m_chain);
    }

    void editsGoOnWhileItIsCopiedAndAreNotInTheCopy()
    {
        const auto store = opened(m_file);
        commit(*store, m_chain, capacity("11"), 0);
        const std::string before = allText(m_chain);
        Result<FileSnapshot> snapshot = FileSnapshot::take(m_file);
        QVERIFY2(snapshot, messageOf(snapshot).c_str());
        QVERIFY(snapshot->letsOthersWrite());
        commit(*store, m_chain, capacity("12"), 1);
        int looks = 0;
        const Result<void> copied = snapshot->copyTo(m_copy, [&](double share) {
            commit(*store, m_chain, capacity(std::to_string(20 + looks).c_str()), 2 + looks);
            ++looks;
            return share >= 0 && share <= 1;
        });
        QVERIFY2(copied, messageOf(copied).c_str());
        QVERIFY(looks > 0);
        QCOMPARE(fieldOf(m_chain, Table::Deals, "deal-1", "capacity_mw"), std::to_string(19 + looks));
        const auto copy = opened(m_copy, Store::Access::ReadOnly);
        const Loaded then = loaded(*copy);
        QVERIFY(then.problems.empty());
        QVERIFY(allText(then.chain) == before);
        QCOMPARE(then.seq, std::int64_t(1)); // with its history
    }

    void theCopyIsOnePlainFile()
    {
        const auto store = opened(m_file);
        commit(*store, m_chain, capacity("11"), 0);
        Result<FileSnapshot> snapshot = FileSnapshot::take(m_file);
        QVERIFY(snapshot && snapshot->copyTo(m_copy));
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("copy*")}, QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("copy.ochain")});
        QCOMPARE(runSql(m_copy, "PRAGMA journal_mode"), std::string("delete"));
        QCOMPARE(runSql(m_copy, "PRAGMA integrity_check"), std::string("ok"));
        QCOMPARE(static_cast<std::int64_t>(fs::file_size(m_copy)), snapshot->bytes());
    }

    void itCanBeGivenUp()
    {
        Result<FileSnapshot> snapshot = FileSnapshot::take(m_file);
        QVERIFY(snapshot);
        const Result<void> copied = snapshot->copyTo(m_copy, [](double) { return false; });
        QVERIFY(!copied);
        QCOMPARE(copied.error().kind, ErrorKind::Cancelled);
    }

    void aPlaceWithoutALogSaysThatEditsHaveToWait()
    {
        const Result<FileSnapshot> snapshot = FileSnapshot::take(m_file); // nobody has it open: it is a plain file
        QVERIFY(snapshot && !snapshot->letsOthersWrite());
    }

private:
    [[nodiscard]] Edit capacity(const char* megawatts) const
    {
        return setField(m_chain, Table::Deals, "deal-1", "capacity_mw", megawatts);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_file;
    fs::path m_copy;
    Chain m_chain;
};

QTEST_APPLESS_MAIN(TestFileSnapshot)
#include "tst_file_snapshot.moc"
