// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/file_batch.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstddef>
#include <iterator>
#include <thread>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

/// All files of a folder with what they say, folders as "/".
QMap<QString, QByteArray> filesOf(const fs::path& folder)
{
    QMap<QString, QByteArray> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        files[QString::fromStdString(entry.path().filename().string())] =
            entry.is_directory() ? QByteArray("/") : bytesOf(entry.path());
    return files;
}

/// From here on a file can have no second name for this thread, as on exFAT. @return false: the system cannot do that
bool refuseLinks()
{
    sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_linkat, 1, 0),
#ifdef SYS_link
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_link, 0, 1),
#else
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_linkat, 0, 1),
#endif
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{static_cast<unsigned short>(std::size(rules)), rules};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/// Does work in a thread of its own, where links may be refused.
template <class Work>
bool runWith(bool hasLinks, Work&& work)
{
    bool isRun = false;
    std::thread([&] {
        isRun = hasLinks || refuseLinks();
        if (isRun)
            work();
    }).join();
    return isRun;
}

} // namespace

/// Files that come to their places together or not at all, on file systems with hard links and without.
class TestFileBatch : public QObject {
    Q_OBJECT

private slots:
    void init();
    void allComeToTheirPlaces_data() { linksOrNone(); }
    void allComeToTheirPlaces();
    void oneThatCannotLeavesTheFolderAsItWas_data() { linksOrNone(); }
    void oneThatCannotLeavesTheFolderAsItWas();

private:
    static void linksOrNone()
    {
        QTest::addColumn<bool>("hasLinks");
        QTest::newRow("with hard links") << true;
        QTest::newRow("without") << false;
    }
    [[nodiscard]] fs::path file(const char* name) const { return path(m_folder->path()) / name; }
    void fill(FileBatch& batch) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileBatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeBytes(file("nodes.csv"), "old nodes");
    writeBytes(file("overrides.csv"), "old overrides");
}

/// One file over an old one, one that is new, one that goes, one that goes but is gone, and one more.
void TestFileBatch::fill(FileBatch& batch) const
{
    QVERIFY(batch.write(file("nodes.csv"), "new nodes"));
    QVERIFY(batch.write(file("deals.csv"), "new deals"));
    batch.remove(file("overrides.csv"));
    batch.remove(file("scenarios.csv"));
    QVERIFY(batch.write(file("sources.csv"), "new sources"));
}

void TestFileBatch::allComeToTheirPlaces()
{
    QFETCH(bool, hasLinks);
    Result<void> done;
    {
        FileBatch batch;
        fill(batch);
        if (!runWith(hasLinks, [&] { done = batch.putInPlace(); }))
            QSKIP("this system cannot refuse links");
    }
    QVERIFY2(done, messageOf(done).c_str());
    QCOMPARE(filesOf(file(".")), (QMap<QString, QByteArray>{{QStringLiteral("nodes.csv"), "new nodes"},
                                                            {QStringLiteral("deals.csv"), "new deals"},
                                                            {QStringLiteral("sources.csv"), "new sources"}}));
}

void TestFileBatch::oneThatCannotLeavesTheFolderAsItWas()
{
    QFETCH(bool, hasLinks);
    Result<void> done;
    QMap<QString, QByteArray> before;
    {
        before = filesOf(file("."));
        FileBatch batch;
        fill(batch);
        fs::create_directory(file("sources.csv")); // comes after it was looked whether the place is free
        if (!runWith(hasLinks, [&] { done = batch.putInPlace(); }))
            QSKIP("this system cannot refuse links");
    }
    QVERIFY(!done);
    before[QStringLiteral("sources.csv")] = "/";
    QCOMPARE(filesOf(file(".")), before);
}

QTEST_APPLESS_MAIN(TestFileBatch)
#include "tst_file_batch.moc"
