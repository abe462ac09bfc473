// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/part_file.h"
#include "files/safe_file.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QDir>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <set>

#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

/// New files beside the ones they are to replace: names of their own, swept when their writers have died.
class TestPartFile final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void noTwoPartsHaveOneName();
    void aPartGoesWithWhoeverMadeIt();
    void aPartTakesItsPlaceAtOnce();
    void aPlaceThatIsTakenIsLeftAlone();
    void whatADeadWriterLeftIsSwept();
    void whatALivingWriterHoldsStays();
    void whatOlderProgramsLeftIsSweptAfterADay();
    void whatIsNoPartStays();

private:
    [[nodiscard]] QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_file;
};

void TestPartFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path(m_folder->filePath(QStringLiteral("chain.ochain")));
}

void TestPartFile::noTwoPartsHaveOneName()
{
    std::set<fs::path> parts;
    for (int n = 0; n < 10'000; ++n)
        parts.insert(partNameFor(m_file));
    QCOMPARE(parts.size(), std::size_t{10'000});
    QVERIFY(isPartName(parts.begin()->filename().string(), "chain.ochain"));
    QVERIFY(!isPartName(parts.begin()->filename().string(), "chain"));
}

void TestPartFile::aPartGoesWithWhoeverMadeIt()
{
    {
        Result<PartFile> part = PartFile::create(m_file);
        QVERIFY2(part, messageOf(part).c_str());
        QVERIFY(part->write("half"));
        QCOMPARE(names().size(), qsizetype{1});
    }
    QCOMPARE(names(), QStringList());
}

void TestPartFile::aPartTakesItsPlaceAtOnce()
{
    writeBytes(m_file, "old");
    Result<PartFile> part = PartFile::create(m_file);
    QVERIFY(part && part->write("new"));
    QCOMPARE(bytesOf(m_file), QByteArray("old"));
    const Result<void> placed = part->putInPlace(m_file, true);
    QVERIFY2(placed, messageOf(placed).c_str());
    QCOMPARE(bytesOf(m_file), QByteArray("new"));
    QCOMPARE(names(), QStringList{QStringLiteral("chain.ochain")});
}

void TestPartFile::aPlaceThatIsTakenIsLeftAlone()
{
    writeBytes(m_file, "old");
    {
        Result<PartFile> part = PartFile::create(m_file);
        QVERIFY(part && part->write("new"));
        QVERIFY(!part->putInPlace(m_file, false));
    }
    QCOMPARE(bytesOf(m_file), QByteArray("old"));
    QCOMPARE(names(), QStringList{QStringLiteral("chain.ochain")});
}

void TestPartFile::whatADeadWriterLeftIsSwept()
{
    const pid_t child = ::fork();
    if (child == 0) {
        const Result<PartFile> part = PartFile::create(m_file);
        writeBytes(part->path().string() + "-journal", "of a database in it");
        ::kill(::getpid(), SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    QCOMPARE(names().size(), qsizetype{2});
    sweepParts(m_file);
    QCOMPARE(names(), QStringList());
}

void TestPartFile::whatALivingWriterHoldsStays()
{
    Result<PartFile> part = PartFile::create(m_file);
    QVERIFY(part);
    const pid_t child = ::fork();
    if (child == 0) {
        sweepParts(m_file);
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    sweepParts(m_file);
    QVERIFY(fs::exists(part->path()));
    Result<PartFile> other = PartFile::create(m_file);
    QVERIFY(fs::exists(part->path()));
}

void TestPartFile::whatOlderProgramsLeftIsSweptAfterADay()
{
    const fs::path fresh = m_file.parent_path() / ".chain.ochain.17-1.part";
    const fs::path old = m_file.parent_path() / ".chain.ochain.17-2.part";
    writeBytes(fresh, "may be written now");
    writeBytes(old, "left");
    const utimbuf times{std::time(nullptr) - 200'000, std::time(nullptr) - 200'000};
    QCOMPARE(::utime(old.c_str(), &times), 0);
    sweepParts(m_file);
    QVERIFY(fs::exists(fresh));
    QVERIFY(!fs::exists(old));
}

void TestPartFile::whatIsNoPartStays()
{
    const QStringList others{
        QStringLiteral(".chain.ochain.0123456789abcdef.part.bak"),
        QStringLiteral(".chain.ochain.0123456789ABCDEF.part"), QStringLiteral(".chain.ochain.mine.part"),
        QStringLiteral(".other.ochain.0123456789abcdef.part"), QStringLiteral("chain.ochain.0123456789abcdef.part")};
    for (const QString& other : others)
        writeBytes(m_file.parent_path() / other.toStdString(), "mine");
    fs::create_symlink(m_file.parent_path() / ".chain.ochain.mine.part",
                       m_file.parent_path() / ".chain.ochain.0123456789abcdee.part");
    sweepParts(m_file);
    QCOMPARE(names().size(), others.size() + 1);
}

QTEST_APPLESS_MAIN(TestPartFile)
#include "tst_part_file.moc"
