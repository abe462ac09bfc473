// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/fault_bench.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

#include <sys/mount.h>
#include <sys/statvfs.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

/// A disk with a few kilobytes left, of every size: no room is never taken for damage, and what was there stays to be
/// read.
class TestSmallDisk final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void noRoomIsNeverDamage_data();
    void noRoomIsNeverDamage();
    void cleanupTestCase() { report("a full disk is told as one, and the chain can be read", m_tries, m_losses); }

private:
    /// Leaves so many bytes on the disk.
    void fill(qint64 bytesFree) const;
    [[nodiscard]] QString whatIsLost(const QStringList& command) const;
    FaultBench m_bench;
    fs::path m_disk;
    int m_tries = 0;
    int m_losses = 0;
};

void TestSmallDisk::init()
{
    m_bench.restore();
    m_disk = m_bench.file("disk");
    fs::create_directory(m_disk);
    if (::mount("tmpfs", m_disk.c_str(), "tmpfs", 0, "size=4m") != 0)
        QSKIP("needs the right to mount");
}

void TestSmallDisk::cleanup()
{
    ::umount(m_disk.c_str());
}

void TestSmallDisk::fill(qint64 bytesFree) const
{
    struct statvfs room {};
    QCOMPARE(::statvfs(m_disk.c_str(), &room), 0);
    const qint64 all = static_cast<qint64>(room.f_bavail) * static_cast<qint64>(room.f_bsize);
    writeBytes(m_disk / "ballast", QByteArray(std::max<qint64>(all - bytesFree, 0), 'x'));
}

void TestSmallDisk::noRoomIsNeverDamage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kilobytes");
    for (const char* name : {"chain.ochain", "left.ochain", "old.ochain"})
        for (int kilobytes = 0; kilobytes <= 96; kilobytes += isLong() || kilobytes < 32 ? 4 : 16)
            QTest::addRow("%s, %d KB free", name, kilobytes) << QString::fromLatin1(name) << kilobytes;
}

QString TestSmallDisk::whatIsLost(const QStringList& command) const
{
    const Said said = m_bench.run(command);
    for (const char* word : {"damaged", "cannot be read", "hangs"})
        if (said.err.contains(QLatin1String(word)))
            return said.err;
    if (said.status != 0 && !said.err.contains(QLatin1String("no room left")))
        return QStringLiteral("does not say why: ") + said.err;
    return {};
}

void TestSmallDisk::noRoomIsNeverDamage()
{
    QFETCH(QString, name);
    QFETCH(int, kilobytes);
    const fs::path file = m_disk / name.toStdString();
    const fs::path from = m_bench.root() / "base" / name.toStdString();
    for (const char* suffix : {"", "-wal"})
        if (fs::exists(from.string() + suffix))
            fs::copy_file(from.string() + suffix, file.string() + suffix);
    fill(kilobytes * 1024);
    const QString inside = QStringLiteral("{}/disk/") + name;
    ++m_tries;
    QString lost = whatIsLost({QStringLiteral("edit"), inside, QStringLiteral("--set"),
                               QStringLiteral("deals:deal-1.note_en=") + QString(3000, u'n')});
    if (lost.isEmpty())
        lost = whatIsLost({QStringLiteral("check"), inside});
    { // as the window opens it: read-only if need be, but with all that is in it
        const Result<std::unique_ptr<Store>> store = Store::open(file);
        const Result<Loaded> state = store ? (*store)->load() : Result<Loaded>(tl::unexpected(store.error()));
        if (!state)
            lost = QString::fromStdString(messageOf(state));
        else if (!state->problems.empty() || state->chain.size(Table::Deals) != 3)
            lost = QStringLiteral("rows are missing");
    }
    fs::remove(m_disk / "ballast");
    const Result<HeldChain> held = heldIn(file);
    if (!held)
        lost = QString::fromStdString(messageOf(held));
    else if (name == QLatin1String("left.ochain") &&
             fieldOf(held->chain, Table::Deals, "deal-2", "capacity_mw") != "42")
        lost = QStringLiteral("an edit that was acknowledged is gone");
    m_losses += lost.isEmpty() ? 0 : 1;
    QVERIFY2(lost.isEmpty(), qPrintable(lost));
}

QTEST_GUILESS_MAIN(TestSmallDisk)
#include "tst_small_disk.moc"
