// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

/// Another program makes an edit, which adds a source, and closes the file.
bool commitElsewhere(const fs::path& file)
{
    QProcess other;
    other.start(QStringLiteral(OCHAIN_OTHER_PROGRAM),
                {QStringLiteral("commit"), QString::fromStdString(file.string()), QStringLiteral("1")});
    return other.waitForFinished(30'000) && other.readAllStandardOutput().startsWith("seq ");
}

} // namespace

/// Somebody deletes what SQLite keeps beside a chain while it is open: no edit that was acknowledged vanishes, whoever
/// made it.
class TestLostLog final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsDeletedBesideIsMadeAnewWhileNobodyElseIsThere_data() { whatIsDeleted(); }
    void whatIsDeletedBesideIsMadeAnewWhileNobodyElseIsThere();
    void anotherWhoGoesOnAloneKeepsTheirEdit_data() { whatIsDeleted(); }
    void anotherWhoGoesOnAloneKeepsTheirEdit();
    void aFileThatIsMovedWithItsLogIsNotOneThatLostIt();

private:
    static void whatIsDeleted()
    {
        QTest::addColumn<QStringList>("suffixes");
        QTest::newRow("log") << QStringList{QStringLiteral("-wal")};
        QTest::newRow("index") << QStringList{QStringLiteral("-shm")};
        QTest::newRow("both") << QStringList{QStringLiteral("-wal"), QStringLiteral("-shm")};
    }
    void removeBeside(const QStringList& suffixes) const
    {
        for (const QString& suffix : suffixes)
            QVERIFY(fs::remove(m_file.string() + suffix.toStdString()));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_file;
};

void TestLostLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path(m_folder->filePath(QStringLiteral("chain.ochain")));
    makeFile(m_file, smallChain());
}

void TestLostLog::whatIsDeletedBesideIsMadeAnewWhileNobodyElseIsThere()
{
    QFETCH(QStringList, suffixes);
    auto store = opened(m_file);
    Chain chain = smallChain();
    commit(*store, chain, setField(chain, Table::Deals, "deal-2", "capacity_mw", "41"), 0);
    removeBeside(suffixes);
    const Result<std::int64_t> last = store->lastSeq(); // as the window looks, each second
    QVERIFY2(last, messageOf(last).c_str());
    QCOMPARE(*last, std::int64_t{1});
    QVERIFY2(commitElsewhere(m_file), "the other could not write");
    Result<std::vector<Edit>> theirs = store->changesSince(1);
    QVERIFY2(theirs, messageOf(theirs).c_str());
    QCOMPARE(theirs->size(), std::size_t{1});
    QVERIFY(chain.apply(theirs->front()).empty());
    commit(*store, chain, setField(chain, Table::Deals, "deal-3", "capacity_mw", "43"), 2);
    store.reset();
    QVERIFY(allText(loaded(*opened(m_file)).chain) == allText(chain));
}

void TestLostLog::anotherWhoGoesOnAloneKeepsTheirEdit()
{
    QFETCH(QStringList, suffixes);
    auto store = opened(m_file);
    Chain chain = smallChain();
    commit(*store, chain, setField(chain, Table::Deals, "deal-2", "capacity_mw", "41"), 0);
    removeBeside(suffixes);
    const bool isTheirs = commitElsewhere(m_file); // with an index that fits no log it cannot even read
    QVERIFY(isTheirs || suffixes == QStringList{QStringLiteral("-wal")});
    const Result<Edit> ours = store->commit(setField(chain, Table::Deals, "deal-3", "capacity_mw", "43"), 1);
    if (!isTheirs) {
        QVERIFY2(ours, messageOf(ours).c_str());
        store.reset();
        QCOMPARE(fieldOf(loaded(*opened(m_file)).chain, Table::Deals, "deal-2", "capacity_mw"), std::string("41"));
        return;
    }
    QVERIFY(!ours);
    QVERIFY2(messageOf(ours).find("was deleted or replaced") != std::string::npos, messageOf(ours).c_str());
    QVERIFY2(messageOf(ours).find("save a copy") != std::string::npos, messageOf(ours).c_str());
    QVERIFY(!store->lastSeq());
    QVERIFY(store->isReadOnly());
    store.reset();
    const auto after = opened(m_file);
    const Loaded state = loaded(*after);
    QVERIFY(state.problems.empty());
    QCOMPARE(state.chain.size(Table::Sources), std::size_t{1});
    // Ours, which the file may lack, was put aside.
    const bool isInFile = fieldOf(state.chain, Table::Deals, "deal-2", "capacity_mw") == "41";
    const fs::path copy = m_file.string() + ".rescued.bak";
    const bool isInCopy =
        fs::exists(copy) && fieldOf(loaded(*opened(copy)).chain, Table::Deals, "deal-2", "capacity_mw") == "41";
    QVERIFY2(isInFile || isInCopy, messageOf(ours).c_str());
}

void TestLostLog::aFileThatIsMovedWithItsLogIsNotOneThatLostIt()
{
    auto store = opened(m_file);
    Chain chain = smallChain();
    commit(*store, chain, setField(chain, Table::Deals, "deal-2", "capacity_mw", "41"), 0);
    const fs::path moved = m_file.string() + ".moved";
    for (const char* suffix : {"", "-wal", "-shm"})
        fs::rename(m_file.string() + suffix, moved.string() + suffix);
    QVERIFY(store->lastSeq());
    const Result<Edit> ours = store->commit(setField(chain, Table::Deals, "deal-3", "capacity_mw", "43"), 1);
    QVERIFY2(messageOf(ours).find("was moved, deleted or replaced") != std::string::npos, messageOf(ours).c_str());
    store.reset();
    QCOMPARE(fieldOf(loaded(*opened(moved)).chain, Table::Deals, "deal-2", "capacity_mw"), std::string("41"));
}

QTEST_GUILESS_MAIN(TestLostLog)
#include "tst_lost_log.moc"
