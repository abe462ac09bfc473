// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QDir>
#include <QObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

QString errorLine(ErrorKind kind)
{
    return QStringLiteral("error %1 ").arg(static_cast<int>(kind));
}

/// The other program at work.
class Other {
public:
    explicit Other(const QStringList& arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(OCHAIN_OTHER_PROGRAM), arguments);
    }
    ~Other()
    {
        m_process.closeWriteChannel();
        m_process.kill();
        m_process.waitForFinished();
    }
    Other(const Other&) = delete;
    Other& operator=(const Other&) = delete;

    bool waitForLine()
    {
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(30'000))
                return m_process.canReadLine();
        return true;
    }
    void kill9()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Lets it come to its end; all it said.
    QString finish()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(120'000);
        return said();
    }
    QString said() { return m_all += QString::fromUtf8(m_process.readAllStandardOutput()); }

private:
    QProcess m_process;
    QString m_all;
};

/// The greatest number behind "seq" in what was said.
std::int64_t lastSaid(const QString& said)
{
    const QStringList lines = said.split(u'\n', Qt::SkipEmptyParts);
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        if (line->startsWith(QStringLiteral("seq ")) && said.contains(*line + u'\n'))
            return line->mid(4).toLongLong();
    return 0;
}

/// What a chain becomes by the edits of a file's journal.
Chain replayed(Store& store, Chain chain)
{
    Result<std::vector<Edit>> edits = store.changesSince(0);
    if (!edits)
        qFatal("%s", edits.error().message().c_str());
    for (Edit& edit : *edits)
        if (!chain.apply(edit).empty())
            qFatal("the journal does not apply");
    return chain;
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void afterKill9TheFileHoldsEveryCommitThatWasAcknowledged();
    void twoWritersInterleaveWithoutLoss();
    void aLockedFileSaysSo_data();
    void aLockedFileSaysSo();
    void aReaderInTheWayOfTheJournalModeDoesNoHarm();
    void aFullDiskRefusesTheCommitAndKeepsTheRest();
    void aFullFileSystemRefusesTheCommitAndKeepsTheRest();
    void creatingOnAFullDiskLeavesNothing();
    void aJournalThatAKilledProgramLeftIsRolledBackForReading();
    void aFileWithoutRightsOpensForReading_data();
    void aFileWithoutRightsOpensForReading();
    void whatIsNoChainFileHasItsOwnMessage_data();
    void whatIsNoChainFileHasItsOwnMessage();

private:
    fs::path file(const char* name = "chain.ochain") const { return path(m_folder->path()) / name; }
    QString name(const char* name = "chain.ochain") const { return QString::fromStdString(file(name).string()); }
    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_isMounted = false;
};

void TestFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFaults::cleanup()
{
    if (std::exchange(m_isMounted, false))
        ::umount(file("small").c_str());
    ::chmod(m_folder->path().toUtf8().constData(), 0700);
}

void TestFaults::afterKill9TheFileHoldsEveryCommitThatWasAcknowledged()
{
    makeFile(file(), smallChain());
    const int rounds = testing::tries(15, 200);
    std::int64_t before = 0;
    QRandomGenerator random(7);
    for (int round = 0; round < rounds; ++round) {
        Other other({QStringLiteral("commit"), name(), QStringLiteral("0")});
        QVERIFY(other.waitForLine());
        QThread::usleep(static_cast<unsigned long>(random.bounded(30'000)));
        other.kill9();
        const std::int64_t acknowledged = lastSaid(other.said());

        const auto store = opened(file());
        const Loaded state = loaded(*store);
        for (const Problem& problem : state.problems)
            QFAIL(problem.text().c_str());
        QVERIFY2(state.seq >= acknowledged, qPrintable(QStringLiteral("%1 of %2").arg(state.seq).arg(acknowledged)));
        QVERIFY(state.seq <= acknowledged + 1); // at most the one under way
        QVERIFY(state.seq > before);
        QVERIFY(allText(replayed(*store, smallChain())) == allText(state.chain));
        before = state.seq;
    }
    QCOMPARE(runSql(file(), "PRAGMA integrity_check"), std::string("ok"));
}

void TestFaults::twoWritersInterleaveWithoutLoss()
{
    makeFile(file(), smallChain());
    const QStringList arguments{QStringLiteral("commit"), name(), QStringLiteral("40")};
    Other first(arguments);
    Other second(arguments);
    const QString said = first.finish() + second.finish();
    QVERIFY2(!said.contains(QStringLiteral("error")), qPrintable(said));
    const auto store = opened(file());
    const Loaded state = loaded(*store);
    QVERIFY(state.problems.empty());
    QCOMPARE(state.seq, std::int64_t{80});
    QCOMPARE(state.chain.size(Table::Sources), std::size_t{80});
    QVERIFY(allText(replayed(*store, smallChain())) == allText(state.chain));
}

void TestFaults::aLockedFileSaysSo_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("opens");
    QTest::newRow("closed to all") << QStringLiteral("BEGIN EXCLUSIVE") << false;
    QTest::newRow("somebody writes") << QStringLiteral("BEGIN IMMEDIATE") << true;
    QTest::newRow("somebody keeps it for himself")
        << QStringLiteral("PRAGMA journal_mode = WAL; PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; "
                          "UPDATE deals SET note_en = 'x'; COMMIT")
        << false;
}

void TestFaults::aLockedFileSaysSo()
{
    QFETCH(QString, sql);
    QFETCH(bool, opens);
    makeFile(file(), smallChain());
    Other other({QStringLiteral("hold"), name(), sql});
    QVERIFY(other.waitForLine());
    const Result<std::unique_ptr<Store>> store = Store::open(file());
    QCOMPARE(store.has_value(), opens);
    const Result<Edit> committed =
        opens ? (*store)->commit(setField(smallChain(), Table::Deals, "deal-1", "capacity_mw", "11"), 0)
              : Result<Edit>(tl::unexpected(store.error()));
    QVERIFY(!committed);
    QCOMPARE(committed.error().kind, ErrorKind::Locked);
    QVERIFY2(messageOf(committed).find("is locked by another program") != std::string::npos,
             messageOf(committed).c_str());
    if (opens) {
        QVERIFY(allText(loaded(**store).chain) == allText(smallChain()));
        other.finish();
        QVERIFY((*store)->commit(setField(smallChain(), Table::Deals, "deal-1", "capacity_mw", "11"), 0));
    }
}

void TestFaults::aReaderInTheWayOfTheJournalModeDoesNoHarm()
{
    makeFile(file(), smallChain());
    Other other({QStringLiteral("hold"), name(), QStringLiteral("BEGIN; SELECT count(*) FROM deals")});
    QVERIFY(other.waitForLine());
    const auto store = opened(file());
    QVERIFY(allText(loaded(*store).chain) == allText(smallChain()));
    other.finish();
    Chain chain = smallChain();
    commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
    QVERIFY(allText(loaded(*store).chain) == allText(chain));
}

void TestFaults::aFullDiskRefusesTheCommitAndKeepsTheRest()
{
    makeFile(file(), smallChain());
    Other other({QStringLiteral("fill"), name(), QString::number(1 << 20)});
    const QString said = other.finish();
    QVERIFY2(said.contains(errorLine(ErrorKind::Full)), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("no room left on the disk")), qPrintable(said));
    const std::int64_t acknowledged = lastSaid(said);
    QVERIFY(acknowledged > 3);
    const auto store = opened(file());
    const Loaded state = loaded(*store);
    QVERIFY(state.problems.empty());
    QCOMPARE(state.seq, acknowledged);
    QVERIFY(allText(replayed(*store, smallChain())) == allText(state.chain));
}

void TestFaults::aFullFileSystemRefusesTheCommitAndKeepsTheRest()
{
    fs::create_directory(file("small"));
    if (::mount("tmpfs", file("small").c_str(), "tmpfs", 0, "size=600k") != 0)
        QSKIP("needs the right to mount");
    m_isMounted = true;
    const char* const inside = "small/chain.ochain";
    makeFile(file(inside), smallChain());
    Other other({QStringLiteral("commit"), name(inside), QStringLiteral("0")});
    const QString said = other.finish();
    QVERIFY2(said.contains(errorLine(ErrorKind::Full)), qPrintable(said));
    const std::int64_t acknowledged = lastSaid(said);
    QVERIFY(acknowledged > 0);
    // Still full, it opens for reading at least, with what was acknowledged.
    const auto store = opened(file(inside));
    const Loaded state = loaded(*store);
    QVERIFY(state.problems.empty());
    QCOMPARE(state.seq, acknowledged);
    QVERIFY(allText(replayed(*store, smallChain())) == allText(state.chain));
}

void TestFaults::creatingOnAFullDiskLeavesNothing()
{
    makeFile(file("chain.ochain.from"), shippedChain());
    writeBytes(file(), "what was there");
    Other other({QStringLiteral("create"), name(), QString::number(100'000)});
    const QString said = other.finish();
    QVERIFY2(said.contains(errorLine(ErrorKind::Full)), qPrintable(said));
    QCOMPARE(bytesOf(file()), QByteArray("what was there"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             (QStringList{QStringLiteral("chain.ochain"), QStringLiteral("chain.ochain.from")}));
}

void TestFaults::aJournalThatAKilledProgramLeftIsRolledBackForReading()
{
    makeFile(file(), smallChain());
    const fs::path left = path(m_folder->path()) / "left.ochain";
    {
        SQLite::Database writer(file().string(), SQLite::OPEN_READWRITE);
        writer.exec("PRAGMA journal_mode = DELETE");
        writer.exec("PRAGMA cache_size = 1");
        writer.exec("BEGIN IMMEDIATE");
        writer.exec("UPDATE deals SET note_en = printf('%.*c', 30000, 'x')"); // more than its memory: it writes early
        fs::copy_file(file(), left);
        fs::copy_file(file().string() + "-journal", left.string() + "-journal");
        writer.exec("ROLLBACK");
    }
    QVERIFY(fs::file_size(left.string() + "-journal") > 512); // more than its head: there is something to roll back
    const Result<std::unique_ptr<Store>> store = Store::open(left, Store::Access::ReadOnly);
    QVERIFY2(store, store ? "" : store.error().message().c_str());
    const Result<Loaded> loaded = (*store)->load();
    QVERIFY(loaded);
    QVERIFY(loaded->problems.empty());
    QCOMPARE(loaded->chain.value({Table::Deals, loaded->chain.find(Table::Deals, "deal-1")}, deal_field::NoteEn),
             smallChain().value({Table::Deals, smallChain().find(Table::Deals, "deal-1")}, deal_field::NoteEn));
}

void TestFaults::aFileWithoutRightsOpensForReading_data()
{
    QTest::addColumn<uint>("fileMode");
    QTest::addColumn<uint>("folderMode");
    QTest::addColumn<bool>("isWal");
    QTest::addColumn<QString>("message");
    QTest::newRow("file") << 0444U << 0777U << false << QStringLiteral("may only be read");
    QTest::newRow("folder") << 0666U << 0555U << false << QStringLiteral("the folder of");
    QTest::newRow("both") << 0444U << 0555U << false << QStringLiteral("may only be read");
    QTest::newRow("file, left in WAL mode") << 0444U << 0777U << true << QStringLiteral("may only be read");
    QTest::newRow("folder, left in WAL mode") << 0666U << 0555U << true << QStringLiteral("the folder of");
}

void TestFaults::aFileWithoutRightsOpensForReading()
{
    QFETCH(uint, fileMode);
    QFETCH(uint, folderMode);
    QFETCH(bool, isWal);
    QFETCH(QString, message);
    makeFile(file(), smallChain());
    if (isWal)
        runSqlWithDigests(file(), "PRAGMA journal_mode = WAL; UPDATE deals SET note_en = 'x'");
    ::chmod(file().c_str(), fileMode);
    ::chmod(m_folder->path().toUtf8().constData(), folderMode);
    Other other({QStringLiteral("look"), name()});
    const QString said = other.finish();
    QVERIFY2(said.startsWith(QStringLiteral("read-only 3 deals, 0 problems: ")), qPrintable(said));
    QVERIFY2(said.section(u'|', 0, 0).contains(message), qPrintable(said));
    QVERIFY2(said.section(u'|', 1).contains(message), qPrintable(said)); // the commit says the same
}

void TestFaults::whatIsNoChainFileHasItsOwnMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << QByteArray() << static_cast<int>(ErrorKind::NotFound)
                             << QStringLiteral("there is no file");
    QTest::newRow("empty") << QByteArray("") << static_cast<int>(ErrorKind::NotOurs) << QStringLiteral("is empty");
    QTest::newRow("text") << QByteArray("supplier,customer\n") << static_cast<int>(ErrorKind::NotOurs)
                          << QStringLiteral("is not an SQLite database");
    QTest::newRow("cut in the header") << QByteArray("SQLite format 3\0 and no more", 28)
                                       << static_cast<int>(ErrorKind::Corrupt)
                                       << QStringLiteral("it ends after 28 bytes");
    QTest::newRow("folder") << QByteArray("folder") << static_cast<int>(ErrorKind::NotOurs)
                            << QStringLiteral("is a folder");
    QTest::newRow("of another program") << QByteArray("database") << static_cast<int>(ErrorKind::NotOurs)
                                        << QStringLiteral("a database of another program");
    QTest::newRow("no plain file") << QByteArray("pipe") << static_cast<int>(ErrorKind::NotOurs)
                                   << QStringLiteral("is not a plain file");
}

void TestFaults::whatIsNoChainFileHasItsOwnMessage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(QString, message);
    if (bytes == "folder")
        fs::create_directory(file());
    else if (bytes == "database")
        runSql(file(), "CREATE TABLE t (x)");
    else if (bytes == "pipe")
        QCOMPARE(::mkfifo(file().c_str(), 0600), 0);
    else if (!bytes.isNull())
        writeBytes(file(), bytes);
    const Result<std::unique_ptr<Store>> store = Store::open(file());
    QVERIFY(!store);
    QCOMPARE(static_cast<int>(store.error().kind), kind);
    QVERIFY2(messageOf(store).find(message.toStdString()) != std::string::npos, messageOf(store).c_str());
    QVERIFY(messageOf(store).find(file().string()) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
