// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/fault_bench.h"

#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTest>
#include <QtEndian>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

const QByteArray kMagic("\xD9\xD5\x05\xF9\x20\xA1\x63\xD7", 8);

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// The head of a rollback journal that changes nothing.
QByteArray head(qint64 fileSize, quint32 records = 0, quint32 pageSize = 4096, quint32 sector = 512)
{
    const QByteArray fields = kMagic + number(records) + number(12345) +
                              number(static_cast<quint32>(fileSize / pageSize)) + number(sector) + number(pageSize);
    return fields.leftJustified(static_cast<qsizetype>(sector), '\0');
}

/// What SQLite takes for the name of a file to delete, at the end of a journal.
QByteArray superJournal(const QByteArray& name, int wrong = 0)
{
    quint32 sum = static_cast<quint32>(wrong);
    for (const char c : name)
        sum += static_cast<quint32>(static_cast<signed char>(c));
    return number(0x40000000 / 4096 + 1) + name + number(static_cast<quint32>(name.size())) + number(sum) + kMagic;
}

} // namespace

/// Chains that come with something beside them: whatever it is, no other file is touched and nothing hangs.
class TestGifts final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aJournalThatNamesAnotherFileIsRefused_data();
    void aJournalThatNamesAnotherFileIsRefused();
    void whatIsNoPlainFileBesideIsRefusedAtOnce_data();
    void whatIsNoPlainFileBesideIsRefusedAtOnce();
    void aJournalThatComesWhileTheChainIsOpenIsRefused_data();
    void aJournalThatComesWhileTheChainIsOpenIsRefused();
    void aPlainJournalIsRolledBackAfterACopyWasPutAside();
    void aJournalOfATerabyteWithNothingInItIsNoHindrance();
    void aJournalThatSaysNothingIsNoHindrance_data();
    void aJournalThatSaysNothingIsNoHindrance();
    void aLinkInAFolderIsNotWrittenThrough_data();
    void aLinkInAFolderIsNotWrittenThrough();
    void cleanupTestCase() { report("no file beside a chain deletes, changes or hangs anything", m_tries, m_losses); }

private:
    static void orders();
    [[nodiscard]] QByteArray journal(const QString& shape) const;
    FaultBench m_bench;
    fs::path m_chain, m_victim;
    QByteArray m_bytes;
    int m_tries = 0;
    int m_losses = 0;
};

void TestGifts::init()
{
    m_bench.restore();
    m_chain = m_bench.file("chain.ochain");
    m_victim = m_bench.file("victim.txt");
    m_bytes = bytesOf(m_chain);
    writeBytes(m_victim, "years of work\n");
}

void TestGifts::orders()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("shape");
    const char* const commands[] = {"check {}/chain.ochain",
                                    "rollup {}/chain.ochain --by tier --period year",
                                    "export {}/chain.ochain {}/given",
                                    "log {}/chain.ochain",
                                    "chart {}/chain.ochain --view money --out {}/x.png",
                                    "undo {}/chain.ochain",
                                    "redo {}/chain.ochain",
                                    "import {}/chain.ochain {}/csv",
                                    "edit {}/chain.ochain --set deals:deal-1.capacity_mw=77"};
    const char* const shapes[] = {"plain",        "a count of records", "zeroed head", "large sectors",  "other pages",
                                  "no head",      "wrong checksum",     "long name",   "behind records", "short",
                                  "damaged chain"};
    for (const char* command : commands)
        for (const char* shape : shapes)
            QTest::addRow("%s, %s", command, shape) << QString::fromLatin1(command) << QString::fromLatin1(shape);
}

QByteArray TestGifts::journal(const QString& shape) const
{
    const QByteArray name = QByteArray::fromStdString(m_victim.string());
    QByteArray end = superJournal(name);
    const auto size = m_bytes.size();
    if (shape == QLatin1String("a count of records"))
        return head(size, 0xFFFFFFFF) + end;
    if (shape == QLatin1String("zeroed head"))
        return QByteArray(512, '\0') + end;
    if (shape == QLatin1String("large sectors"))
        return head(size, 0, 4096, 65536) + end;
    if (shape == QLatin1String("other pages"))
        return head(size, 0, 1024) + end;
    if (shape == QLatin1String("no head"))
        return QByteArray(512, 'x') + end;
    if (shape == QLatin1String("wrong checksum"))
        return head(size) + superJournal(name, 1);
    if (shape == QLatin1String("long name"))
        return head(size) + superJournal(QByteArray("/./").repeated(300) + name);
    if (shape == QLatin1String("behind records"))
        return head(size, 1) + number(1) + m_bytes.left(4096) + number(0) + end;
    if (shape == QLatin1String("short"))
        return end;
    return head(size) + end;
}

void TestGifts::aJournalThatNamesAnotherFileIsRefused_data()
{
    orders();
}

void TestGifts::aJournalThatNamesAnotherFileIsRefused()
{
    QFETCH(QString, command);
    QFETCH(QString, shape);
    const QByteArray gift = journal(shape);
    if (shape == QLatin1String("damaged chain"))
        writeBytes(m_chain, m_bytes.left(m_bytes.size() / 2));
    const QByteArray before = bytesOf(m_chain);
    writeBytes(m_chain.string() + "-journal", gift);
    const Said said = m_bench.run(command.split(u' '));
    ++m_tries;
    m_losses += bytesOf(m_victim) != "years of work\n";
    QCOMPARE(bytesOf(m_victim), QByteArray("years of work\n"));
    QCOMPARE(said.status, 2);
    QVERIFY2(said.err.contains(QLatin1String("names another file")), qPrintable(said.err));
    QVERIFY(bytesOf(m_chain) == before);
    QCOMPARE(bytesOf(m_chain.string() + "-journal"), gift);
}

void TestGifts::whatIsNoPlainFileBesideIsRefusedAtOnce_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("command");
    for (const char* suffix : {"-journal", "-wal", "-shm"})
        for (const char* kind : {"pipe", "link", "link to nothing", "second name", "folder", "device"})
            for (const char* command :
                 {"check {}/chain.ochain", "edit {}/chain.ochain --set deals:deal-1.capacity_mw=77"})
                QTest::addRow("%s, %s, %s", suffix, kind, command)
                    << QString::fromLatin1(suffix) << QString::fromLatin1(kind) << QString::fromLatin1(command);
}

void TestGifts::whatIsNoPlainFileBesideIsRefusedAtOnce()
{
    QFETCH(QString, suffix);
    QFETCH(QString, kind);
    QFETCH(QString, command);
    const std::string side = m_chain.string() + suffix.toStdString();
    if (kind == QLatin1String("pipe"))
        QCOMPARE(::mkfifo(side.c_str(), 0600), 0);
    else if (kind == QLatin1String("link"))
        fs::create_symlink(m_victim, side);
    else if (kind == QLatin1String("link to nothing"))
        fs::create_symlink(m_bench.file("nothing"), side);
    else if (kind == QLatin1String("second name"))
        fs::create_hard_link(m_victim, side);
    else if (kind == QLatin1String("folder"))
        fs::create_directory(side);
    else if (::mknod(side.c_str(), S_IFCHR | 0600, 0x0103) != 0) // /dev/null
        QSKIP("needs the right to make devices");
    const Said said = m_bench.run(command.split(u' '));
    ++m_tries;
    m_losses += said.err == QLatin1String("hangs") || bytesOf(m_victim) != "years of work\n";
    QCOMPARE(said.status, 2);
    QVERIFY2(said.err.contains(QString::fromStdString(side)), qPrintable(said.err));
    QVERIFY2(said.err.contains(QLatin1String("not a plain file")), qPrintable(said.err));
    QCOMPARE(bytesOf(m_victim), QByteArray("years of work\n"));
    QVERIFY(bytesOf(m_chain) == m_bytes);
    QVERIFY(!fs::exists(m_bench.file("nothing")));
}

void TestGifts::aJournalThatComesWhileTheChainIsOpenIsRefused_data()
{
    QTest::addColumn<bool>("isInWal");
    QTest::newRow("with a log") << true;
    QTest::newRow("with a journal") << false;
}

void TestGifts::aJournalThatComesWhileTheChainIsOpenIsRefused()
{
    QFETCH(bool, isInWal);
    sqlite3* reader = nullptr; // whoever reads keeps a chain from turning to a log
    if (!isInWal) {
        QCOMPARE(sqlite3_open(m_chain.c_str(), &reader), SQLITE_OK);
        sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM deals", nullptr, nullptr, nullptr);
    }
    {
        const auto store = opened(m_chain);
        Chain chain = loaded(*store).chain;
        sqlite3_close(reader);
        QCOMPARE(fs::exists(m_chain.string() + "-wal"), isInWal);
        writeBytes(m_chain.string() + "-journal", journal(QStringLiteral("plain")));
        const Result<Edit> edit = store->commit(setField(chain, Table::Deals, "deal-1", "capacity_mw", "78"), 2);
        QCOMPARE(edit.has_value(), isInWal); // with a log nobody looks at the journal
        if (!edit)
            QVERIFY2(messageOf(edit).find("names another file") != std::string::npos, messageOf(edit).c_str());
        const Result<std::unique_ptr<Store>> again = Store::open(m_chain);
        QVERIFY(!again);
        QVERIFY2(messageOf(again).find("names another file") != std::string::npos, messageOf(again).c_str());
    }
    ++m_tries;
    m_losses += bytesOf(m_victim) != "years of work\n";
    QCOMPARE(bytesOf(m_victim), QByteArray("years of work\n"));
    fs::remove(m_chain.string() + "-journal");
    const Result<HeldChain> held = heldIn(m_chain);
    QVERIFY2(held, messageOf(held).c_str());
    QCOMPARE(held->seq, std::int64_t{isInWal ? 3 : 2});
}

void TestGifts::aPlainJournalIsRolledBackAfterACopyWasPutAside()
{
    const fs::path half = m_bench.file("half.ochain");
    const QByteArray spoiled = bytesOf(half);
    const QByteArray plain = bytesOf(half.string() + "-journal");
    QVERIFY(plain.size() > 512);
    const Said said = m_bench.run({QStringLiteral("check"), QStringLiteral("{}/half.ochain")});
    ++m_tries;
    QCOMPARE(said.err, QString());
    QCOMPARE(said.status, 0);
    const fs::path copy = half.string() + ".before-rollback.bak";
    QVERIFY(bytesOf(copy) == spoiled);
    QVERIFY(bytesOf(copy.string() + "-journal") == plain);
    QVERIFY(!fs::exists(half.string() + "-journal"));
    const Result<HeldChain> held = heldIn(half);
    QVERIFY2(held, messageOf(held).c_str());
    QVERIFY(allText(held->chain) == allText(smallChain()));
    // The copy is one that can be opened: its journal has come with it.
    const Result<HeldChain> copied = heldIn(copy);
    QVERIFY2(copied, messageOf(copied).c_str());
    QVERIFY(allText(copied->chain) == allText(smallChain()));
}

void TestGifts::aJournalOfATerabyteWithNothingInItIsNoHindrance()
{
    const std::string side = m_bench.file("half.ochain").string() + "-journal";
    if (::truncate(side.c_str(), off_t{1} << 40) != 0)
        QSKIP("no file can be so long here");
    const Said said = m_bench.run({QStringLiteral("check"), QStringLiteral("{}/half.ochain")});
    ++m_tries;
    m_losses += said.status != 0;
    QCOMPARE(said.err, QString());
    QCOMPARE(said.status, 0);
    QVERIFY(allText(heldIn(m_bench.file("half.ochain"))->chain) == allText(smallChain()));
}

void TestGifts::aJournalThatSaysNothingIsNoHindrance_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("zeroed head") << QByteArray(512, '\0');
    QTest::newRow("a few bytes") << QByteArray("x");
    QTest::newRow("magic alone") << kMagic;
    QTest::newRow("a name without length") << head(4096) + number(0) + number(0) + kMagic;
}

void TestGifts::aJournalThatSaysNothingIsNoHindrance()
{
    QFETCH(QByteArray, bytes);
    if (bytes.startsWith(kMagic) && bytes.size() > 8)
        bytes = head(m_bytes.size()) + bytes.right(16);
    writeBytes(m_chain.string() + "-journal", bytes);
    const Said said = m_bench.run({QStringLiteral("check"), QStringLiteral("{}/chain.ochain")});
    ++m_tries;
    QCOMPARE(said.err, QString());
    QCOMPARE(said.status, 0);
    const Result<HeldChain> held = heldIn(m_chain);
    QVERIFY2(held, messageOf(held).c_str());
    QCOMPARE(held->seq, std::int64_t{2});
}

void TestGifts::aLinkInAFolderIsNotWrittenThrough_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("status");
    QTest::newRow("a table that is written") << QStringLiteral("deals.csv") << 2;
    QTest::newRow("one that the chain has no rows of") << QStringLiteral("overrides.csv") << 0;
    QTest::newRow("no table") << QStringLiteral("mine.csv") << 0;
}

void TestGifts::aLinkInAFolderIsNotWrittenThrough()
{
    QFETCH(QString, table);
    QFETCH(int, status);
    const fs::path link = m_bench.file("out") / table.toStdString();
    fs::remove(link);
    fs::create_symlink(m_victim, link);
    const Said said =
        m_bench.run({QStringLiteral("export"), QStringLiteral("{}/chain.ochain"), QStringLiteral("{}/out")});
    ++m_tries;
    m_losses += bytesOf(m_victim) != "years of work\n";
    QCOMPARE(bytesOf(m_victim), QByteArray("years of work\n"));
    QVERIFY(fs::is_symlink(link));
    QCOMPARE(said.status, status);
    QCOMPARE(said.err.contains(QLatin1String("is a link")), status == 2);
}

QTEST_GUILESS_MAIN(TestGifts)
#include "tst_gifts.moc"
