// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backups/backup_list.h"
#include "session/session.h"
#include "store/store_testing.h"

#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

constexpr int kDeals = 25'000; ///< more than 20,000: a second thread reads, and another one computes

} // namespace

/// A file so large that it is read, computed and copied on more than one thread.
class TestLargeFile final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_file = path(m_folder.filePath(QStringLiteral("large.ochain")));
        m_chain = smallChain(kDeals);
        makeFile(m_file, m_chain);
    }

    void whatTwoThreadsReadIsWhatWasWritten()
    {
        const auto store = opened(m_file, Store::Access::ReadOnly);
        double last = 0;
        const Result<Loaded> loaded = store->load([&last](double share) {
            const bool isRising = share >= last;
            last = share;
            return isRising;
        });
        QVERIFY2(loaded, messageOf(loaded).c_str());
        QVERIFY(loaded->problems.empty());
        QVERIFY(last > 0);
        QVERIFY(allText(loaded->chain) == allText(m_chain));
    }

    void readingCanBeCancelledAnywhere()
    {
        const auto store = opened(m_file, Store::Access::ReadOnly);
        for (int looks = 1; looks < 6; ++looks) {
            int left = looks;
            const Result<Loaded> loaded = store->load([&left](double) { return --left > 0; });
            QVERIFY(!loaded);
            QCOMPARE(loaded.error().kind, ErrorKind::Cancelled);
        }
        QVERIFY(allText(loaded(*store).chain) == allText(m_chain));
    }

    void theFiguresAreThoseOfAChainThatGrewEditByEdit()
    {
        const auto session = Session::open(m_file, Store::Access::ReadOnly);
        QVERIFY(session && (*session)->compute(Lens()));
        const Group supplier = Group::of((*session)->chain().find<NodeId>("a"));
        QCOMPARE((*session)->rollups().figure(supplier, Measure::CapacityOut, LayerNumber{0}, kTotal).value,
                 std::int64_t{kDeals} * 10'000);
        int left = 3;
        QVERIFY(!(*session)->compute(Lens(), [&left](double) { return --left > 0; }));
    }

    void editsGoOnWhileTheirBackupIsMade()
    {
        const fs::path file = path(m_folder.filePath(QStringLiteral("edited.ochain")));
        fs::copy_file(m_file, file);
        {
            Result<std::unique_ptr<Session>> session = Session::open(file);
            QVERIFY(session && (*session)->compute(Lens()));
            for (int i = 1; i <= 200; ++i)
                QVERIFY((*session)->apply(setField((*session)->chain(), Table::Deals, "deal-" + std::to_string(i),
                                                   "capacity_mw", std::to_string(100 + i))));
        }
        const std::vector<Backup> backups = backupsOf(file);
        QCOMPARE(backups.size(), std::size_t(1));
        const Result<Chain> kept = readBackup(backups.front().file);
        QVERIFY2(kept, messageOf(kept).c_str());
        QVERIFY(allText(*kept) == allText(m_chain));
        QCOMPARE(opened(file, Store::Access::ReadOnly)->lastSeq().value(), std::int64_t(200));
    }

private:
    QTemporaryDir m_folder;
    fs::path m_file;
    Chain m_chain;
};

QTEST_APPLESS_MAIN(TestLargeFile)
#include "tst_large_file.moc"
