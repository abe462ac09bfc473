// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/folder_change.h"
#include "files/part_file.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QDir>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

QMap<QString, QByteArray> filesOf(const fs::path& folder)
{
    QMap<QString, QByteArray> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
        if (!entry.is_directory())
            files[QString::fromStdString(entry.path().lexically_relative(folder).string())] = bytesOf(entry.path());
    return files;
}

FolderChange someChange()
{
    FolderChange change;
    change.written = {{"nodes.csv", "new nodes"}, {"deals.csv", "new deals"}};
    change.removed = {"overrides.csv"};
    change.isOurs = [](const fs::path& file) {
        return bytesOf(file).contains("nodes") || bytesOf(file).contains("deals");
    };
    return change;
}

} // namespace

/// A folder of which some files change at once, while whatever else is in it stays.
class TestFolderChange final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void othersInTheFolderStay();
    void aFolderIsMade();
    void rightsAndOwnerStay();
    void noLinkInTheFolderIsFollowed_data();
    void noLinkInTheFolderIsFollowed();
    void aLinkToTheFolderIsFollowed();
    void whoStandsInTheFolderStaysInIt();
    void whatAKilledProgramLeftIsSettled_data();
    void whatAKilledProgramLeftIsSettled();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_out;
};

void TestFolderChange::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_out = path(m_folder->path()) / "out";
    fs::create_directories(m_out / "sub" / "deep");
    writeBytes(m_out / "nodes.csv", "old nodes");
    writeBytes(m_out / "overrides.csv", "old overrides");
    writeBytes(m_out / "notes.txt", "mine");
    writeBytes(m_out / ".hidden", "mine too");
    writeBytes(m_out / "sub" / "deep" / "x", "deep");
    fs::create_symlink("notes.txt", m_out / "link");
}

void TestFolderChange::othersInTheFolderStay()
{
    const Result<void> done = changeFolder(m_out, someChange());
    QVERIFY2(done, messageOf(done).c_str());
    QCOMPARE(filesOf(m_out), (QMap<QString, QByteArray>{{QStringLiteral("nodes.csv"), "new nodes"},
                                                        {QStringLiteral("deals.csv"), "new deals"},
                                                        {QStringLiteral("notes.txt"), "mine"},
                                                        {QStringLiteral(".hidden"), "mine too"},
                                                        {QStringLiteral("link"), "mine"},
                                                        {QStringLiteral("sub/deep/x"), "deep"}}));
    QVERIFY(fs::is_symlink(m_out / "link"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("out")});
}

void TestFolderChange::aFolderIsMade()
{
    const fs::path fresh = path(m_folder->path()) / "fresh";
    const Result<void> done = changeFolder(fresh, someChange());
    QVERIFY2(done, messageOf(done).c_str());
    QCOMPARE(filesOf(fresh).size(), qsizetype{2});
}

void TestFolderChange::rightsAndOwnerStay()
{
    QCOMPARE(::chmod(m_out.c_str(), 0751), 0);
    const bool isOwned = ::geteuid() == 0 && ::chown(m_out.c_str(), 1234, 4321) == 0;
    QVERIFY(changeFolder(m_out, someChange()));
    struct stat found {};
    QCOMPARE(::stat(m_out.c_str(), &found), 0);
    QCOMPARE(found.st_mode & 07777U, 0751U);
    if (isOwned)
        QCOMPARE(found.st_gid, gid_t{4321});
}

void TestFolderChange::noLinkInTheFolderIsFollowed_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"to a file", "to nothing", "to a folder"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestFolderChange::noLinkInTheFolderIsFollowed()
{
    QFETCH(QString, kind);
    const fs::path victim = path(m_folder->path()) / "victim.txt";
    if (kind == QLatin1String("to a file"))
        writeBytes(victim, "years of work");
    else if (kind == QLatin1String("to a folder"))
        fs::create_directory(victim);
    fs::create_symlink(victim, m_out / "deals.csv");
    const QMap<QString, QByteArray> before = filesOf(m_out);
    const Result<void> done = changeFolder(m_out, someChange());
    QVERIFY(!done);
    QVERIFY2(messageOf(done).find("is a link") != std::string::npos, messageOf(done).c_str());
    QCOMPARE(filesOf(m_out), before);
    QVERIFY(fs::is_symlink(m_out / "deals.csv"));
    QCOMPARE(fs::exists(victim), kind != QLatin1String("to nothing"));
    if (kind == QLatin1String("to a file"))
        QCOMPARE(bytesOf(victim), QByteArray("years of work"));
}

void TestFolderChange::aLinkToTheFolderIsFollowed()
{
    const fs::path link = path(m_folder->path()) / "to-out";
    fs::create_directory_symlink("out", link);
    QVERIFY(changeFolder(link, someChange()));
    QVERIFY(fs::is_symlink(link));
    QCOMPARE(bytesOf(m_out / "deals.csv"), QByteArray("new deals"));
}

void TestFolderChange::whoStandsInTheFolderStaysInIt()
{
    const fs::path before = fs::current_path();
    fs::current_path(m_out);
    const Result<void> done = changeFolder(".", someChange());
    const QByteArray seen = bytesOf("deals.csv");
    fs::current_path(before);
    QVERIFY2(done, messageOf(done).c_str());
    QCOMPARE(seen, QByteArray("new deals"));
    QVERIFY(!fs::exists(m_out / "overrides.csv"));
    QCOMPARE(filesOf(m_out).size(), qsizetype{6});
}

void TestFolderChange::whatAKilledProgramLeftIsSettled_data()
{
    QTest::addColumn<bool>("isSwapped");
    QTest::addColumn<bool>("isUnfinished");
    QTest::newRow("while it wrote") << false << true;
    QTest::newRow("before the two changed names") << false << false;
    QTest::newRow("after it") << true << false;
}

void TestFolderChange::whatAKilledProgramLeftIsSettled()
{
    QFETCH(bool, isSwapped);
    QFETCH(bool, isUnfinished);
    const fs::path left = partNameFor(m_out);
    fs::create_directory(left);
    writeBytes(left / "nodes.csv", isSwapped ? "old nodes" : isUnfinished ? "ne" : "new nodes");
    if (isUnfinished)
        writeBytes(left / (left.filename().string() + ".unfinished"), "");
    fs::create_hard_link(m_out / "notes.txt", left / "notes.txt");
    if (isSwapped) {
        fs::rename(m_out / "sub", left / "sub");
        writeBytes(left / "late.txt", "written at the last moment");
    }
    QVERIFY(changeFolder(m_out, someChange()));
    QMap<QString, QByteArray> files = filesOf(m_out);
    QCOMPARE(files.take(QStringLiteral("late.txt")),
             isSwapped ? QByteArray("written at the last moment") : QByteArray());
    QCOMPARE(files.size(), qsizetype{6});
    QCOMPARE(files[QStringLiteral("sub/deep/x")], QByteArray("deep"));
    QVERIFY(!fs::exists(left));
}

QTEST_APPLESS_MAIN(TestFolderChange)
#include "tst_folder_change.moc"
