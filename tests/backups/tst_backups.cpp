// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backups/backup_list.h"
#include "session/session.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

QString dayName(int daysAgo)
{
    return QDate::currentDate().addDays(-daysAgo).toString(QStringLiteral("yyyy-MM-dd"));
}

std::unique_ptr<Session> openedSession(const fs::path& file)
{
    Result<std::unique_ptr<Session>> session = Session::open(file);
    if (!session)
        qFatal("%s", session.error().message().c_str());
    return std::move(*session);
}

void edit(Session& session, const char* megawatts)
{
    Edit edit = setField(session.chain(), Table::Deals, "deal-1", "capacity_mw", megawatts);
    if (!session.apply(edit))
        qFatal("the edit was refused");
}

} // namespace

/// The copies that the first edit of a day leaves.
class TestBackups final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = path(m_folder->filePath(QStringLiteral("chain.ochain")));
        makeFile(m_file, smallChain());
    }

    void theFirstEditOfADayKeepsTheFileAsItWas()
    {
        editOnce("11");
        QCOMPARE(backups(), QStringList{dayName(0) + QStringLiteral(".ochain")});
        QVERIFY(textOf(today()) == allText(smallChain()));
        const QByteArray bytes = bytesOf(today());
        editOnce("12");
        const auto session = openedSession(m_file);
        edit(*session, "13");
        QVERIFY(session->undo());
        QCOMPARE(bytesOf(today()), bytes);
        QCOMPARE(backups().size(), 1);
    }

    void onTheNextDayThereIsAnother()
    {
        editOnce("11");
        const auto session = openedSession(m_file);
        edit(*session, "12");
        fs::rename(today(), named(1)); // as if it had been made yesterday
        const std::string before = allText(session->chain());
        editOnce("14");
        QCOMPARE(backups(),
                 (QStringList{dayName(1) + QStringLiteral(".ochain"), dayName(0) + QStringLiteral(".ochain")}));
        QVERIFY(textOf(named(1)) == allText(smallChain()));
        QVERIFY(textOf(today()) == before);
    }

    void theHistoryIsInIt()
    {
        editOnce("11");
        fs::remove(today());
        editOnce("12");
        const auto store = opened(today(), Store::Access::ReadOnly);
        const auto entries = store->journal();
        QVERIFY(entries);
        QCOMPARE(entries->size(), std::size_t(1));
        QCOMPARE(loaded(*store).seq, std::int64_t(1));
    }

    void whatIsOlderThanSevenDaysGoesWhenANewOneHasCome()
    {
        fs::create_directory(folder());
        for (const int daysAgo : {1, 7, 8, 400})
            writeBytes(named(daysAgo), "a backup");
        for (const char* name :
             {"2020-01-01", "2020-01-01.ochain.old", "2020-01.ochain", "2020-01-32.ochain", "mine.ochain"})
            writeBytes(folder() / name, "not one");
        fs::create_directory(folder() / "2019-01-01.ochain");
        writeBytes(path(m_folder->filePath(QStringLiteral("chain.ochain.v1.bak"))), "of a migration");
        QVERIFY(openedSession(m_file)); // without an edit nothing is made and nothing goes
        QCOMPARE(backups().size(), 9);
        editOnce("11");
        QStringList left{dayName(0), dayName(1), dayName(7)};
        for (QString& name : left)
            name += QStringLiteral(".ochain");
        left << QStringLiteral("2020-01-01") << QStringLiteral("2020-01-01.ochain.old")
             << QStringLiteral("2020-01.ochain") << QStringLiteral("2020-01-32.ochain")
             << QStringLiteral("mine.ochain");
        left.sort();
        QCOMPARE(backups(), left);
        QVERIFY(fs::is_directory(folder() / "2019-01-01.ochain"));
        QVERIFY(fs::exists(path(m_folder->filePath(QStringLiteral("chain.ochain.v1.bak")))));
    }

    void whatIsRefusedOrOnlyReadLeavesNone()
    {
        const auto session = openedSession(m_file);
        QVERIFY(!session->apply(setField(session->chain(), Table::Deals, "deal-1", "ends", "2020")));
        QVERIFY(session->apply(Edit()));
        QVERIFY(!fs::exists(folder()));
        const auto reader = Session::open(m_file, Store::Access::ReadOnly);
        QVERIFY(reader && !(*reader)->apply(setField((*reader)->chain(), Table::Deals, "deal-1", "capacity_mw", "9")));
        QVERIFY(!fs::exists(folder()));
    }

    void aFileReachedByAnotherWayHasTheSameBackups()
    {
        const QTemporaryDir elsewhere;
        const fs::path way = path(elsewhere.filePath(QStringLiteral("way")));
        fs::create_directory_symlink(path(m_folder->path()), way);
        edit(*openedSession(way / "chain.ochain"), "11");
        QCOMPARE(backups().size(), 1);
        QCOMPARE(backupsOf(way / "chain.ochain").size(), std::size_t(1));
        QCOMPARE(backupFolderOf(way / "chain.ochain"), folder());
    }

    void whatCannotBeKeptIsToldOnceAndTheEditIsSaved_data()
    {
        QTest::addColumn<QString>("inTheWay");
        QTest::newRow("a file") << QStringLiteral("file");
        QTest::newRow("a link") << QStringLiteral("link");
        QTest::newRow("a folder in place of the part") << QStringLiteral("part");
        QTest::newRow("a second name of a file") << QStringLiteral("name");
        QTest::newRow("a link in place of the part") << QStringLiteral("linked part");
    }
    void whatCannotBeKeptIsToldOnceAndTheEditIsSaved()
    {
        const fs::path precious = path(m_folder->filePath(QStringLiteral("elsewhere")));
        fs::create_directory(precious);
        writeBytes(precious / "2020-01-01.ochain", "precious");
        putInTheWay(precious);
        int told = 0;
        {
            const auto session = openedSession(m_file);
            SessionEvents events;
            events.backupFailed = [&told](const Error& error) {
                ++told;
                QVERIFY(!error.message().empty());
            };
            session->setEvents(std::move(events));
            edit(*session, "11");
            session->catchUp();
            edit(*session, "12");
            session->catchUp();
        }
        QCOMPARE(told, 1);
        QCOMPARE(capacity(), std::string("12"));
        QCOMPARE(bytesOf(precious / "2020-01-01.ochain"), QByteArray("precious"));
        QCOMPARE(std::distance(fs::directory_iterator(precious), fs::directory_iterator()), 1);
    }

    void aFullPlaceIsToldAndTheEditIsSaved()
    {
        // A place for backups that is much too small: the folder is one of its own.
        fs::create_directory(folder());
        if (::mount("tmpfs", folder().c_str(), "tmpfs", 0, "size=64k") != 0)
            QSKIP("a small file system needs the right to mount one");
        std::string told;
        {
            const auto session = openedSession(m_file);
            SessionEvents events;
            events.backupFailed = [&told](const Error& error) { told = error.message(); };
            session->setEvents(std::move(events));
            edit(*session, "11");
        }
        const QStringList left = backups();
        ::umount(folder().c_str());
        QVERIFY2(told.find("too little room") != std::string::npos, told.c_str());
        QCOMPARE(left, QStringList());
        QCOMPARE(capacity(), std::string("11"));
    }

    void whatAKilledWriterLeftIsWrittenOver()
    {
        fs::create_directory(folder());
        writeBytes(part(0), QByteArray(100'000, 'x'));
        writeBytes(part(3), "of another day");
        for (const char* suffix : {"-journal", "-wal", "-shm"})
            writeBytes(part(0).string() + suffix, "what SQLite left");
        editOnce("11");
        QCOMPARE(backups(), QStringList{dayName(0) + QStringLiteral(".ochain")});
        QVERIFY(textOf(today()) == allText(smallChain()));
    }

    void whileAnotherWriterMakesItNobodyElseDoes()
    {
        fs::create_directory(folder());
        const int held = ::open(part(0).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        QVERIFY(held >= 0 && ::flock(held, LOCK_EX) == 0);
        editOnce("11"); // and nothing is complained of
        QCOMPARE(backups(), QStringList{QFileInfo(QString::fromStdString(part(0).string())).fileName()});
        ::close(held);
        editOnce("12");
        QCOMPARE(backups(), QStringList{dayName(0) + QStringLiteral(".ochain")});
    }

    void whoMayReadTheFileMayReadItsBackupAndNobodyElse()
    {
        ::chmod(m_folder->path().toUtf8().constData(), 0755);
        ::chmod(m_file.c_str(), 0640);
        const mode_t before = ::umask(0);
        editOnce("11");
        ::umask(before);
        struct stat found {};
        QVERIFY(::stat(today().c_str(), &found) == 0);
        QCOMPARE(found.st_mode & 07777U, 0640U);
        QVERIFY(::stat(folder().c_str(), &found) == 0);
        QCOMPARE(found.st_mode & 07777U, 0755U);
    }

    void whereThereIsNoLogTheCopyComesFirst()
    {
        // Somebody reads the file as it is opened, so that it stays with the journal that a reader blocks.
        sqlite3* reader = nullptr;
        QCOMPARE(sqlite3_open(m_file.c_str(), &reader), SQLITE_OK);
        QCOMPARE(sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM deals", nullptr, nullptr, nullptr), SQLITE_OK);
        const auto session = openedSession(m_file);
        QCOMPARE(sqlite3_close(reader), SQLITE_OK);
        QCOMPARE(runSql(m_file, "PRAGMA journal_mode"), std::string("delete"));
        edit(*session, "11");
        QCOMPARE(backups(), QStringList{dayName(0) + QStringLiteral(".ochain")}); // it is there already
        QVERIFY(textOf(today()) == allText(smallChain()));
    }

    void theListHasTheNewestFirstAndSaysWhatEachIs()
    {
        fs::create_directory(folder());
        for (const int daysAgo : {2, 1})
            fs::copy_file(m_file, named(daysAgo));
        writeBytes(beside(".v1.bak"), "of a migration");
        writeBytes(beside(".v1-2.bak"), "of another");
        for (const char* suffix : {".v.bak", ".vx.bak", ".v1.bak.part", ".bak"})
            writeBytes(beside(suffix), "none");
        fs::create_symlink(m_file, named(5));
        const std::vector<Backup> found = backupsOf(m_file);
        QCOMPARE(found.size(), std::size_t(4));
        for (const std::size_t i : {0U, 1U})
            QVERIFY(found[i].kind == Backup::Kind::Migration);
        QCOMPARE(found[2].file, named(1));
        QCOMPARE(found[3].file, named(2));
        QCOMPARE(found[3].bytes, static_cast<std::uintmax_t>(fs::file_size(m_file)));
        QCOMPARE(formatDate(found[2].day), dayName(1).toStdString());
    }

    void aBackupThatIsDamagedOrNewerIsNotGoneBackTo()
    {
        editOnce("11");
        QVERIFY(readBackup(today()));
        runSql(today(), "PRAGMA user_version = 99");
        QCOMPARE(readBackup(today()).error().kind, ErrorKind::Newer);
        writeBytes(today(), bytesOf(m_file).left(9000));
        QVERIFY(!readBackup(today()));
        writeBytes(today(), "rubbish");
        QCOMPARE(readBackup(today()).error().kind, ErrorKind::NotOurs);
    }

private:
    [[nodiscard]] fs::path folder() const { return backupFolderOf(m_file); }
    [[nodiscard]] fs::path named(int daysAgo) const { return folder() / (dayName(daysAgo).toStdString() + ".ochain"); }
    [[nodiscard]] fs::path today() const { return named(0); }
    [[nodiscard]] fs::path part(int daysAgo) const
    {
        return folder() / ("." + dayName(daysAgo).toStdString() + ".part");
    }
    [[nodiscard]] fs::path beside(const char* suffix) const { return m_file.string() + suffix; }
    [[nodiscard]] QStringList backups() const
    {
        return QDir(QString::fromStdString(folder().string())).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] std::string capacity() const
    {
        return fieldOf(loaded(*opened(m_file, Store::Access::ReadOnly)).chain, Table::Deals, "deal-1", "capacity_mw");
    }
    [[nodiscard]] static std::string textOf(const fs::path& backup)
    {
        const Result<Chain> chain = readBackup(backup);
        return chain ? allText(*chain) : chain.error().message();
    }
    /// One edit in a session of its own, whose end waits for the copy.
    void editOnce(const char* megawatts) { edit(*openedSession(m_file), megawatts); }
    void putInTheWay(const fs::path& precious) const
    {
        QFETCH(QString, inTheWay);
        if (inTheWay == QLatin1String("file"))
            writeBytes(folder(), "a file");
        else if (inTheWay == QLatin1String("link"))
            fs::create_directory_symlink(precious, folder());
        else
            fs::create_directory(folder());
        if (inTheWay == QLatin1String("part"))
            fs::create_directory(part(0));
        else if (inTheWay == QLatin1String("name"))
            fs::create_hard_link(precious / "2020-01-01.ochain", part(0));
        else if (inTheWay == QLatin1String("linked part"))
            fs::create_symlink(precious / "2020-01-01.ochain", part(0));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_file;
};

QTEST_APPLESS_MAIN(TestBackups)
#include "tst_backups.moc"
