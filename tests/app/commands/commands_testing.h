// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// What the tests of the command line share.
namespace ochain::testing {

struct Outcome {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs the real program in a process of its own.
inline Outcome run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(OCHAIN_PROGRAM), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// Sends a signal to a program that runs. @return false: it has ended, and nothing was sent; it has no number then, and
/// 0 would be all who test
[[nodiscard]] inline bool signalTo(const QProcess& process, int number)
{
    const auto running = static_cast<pid_t>(process.processId());
    return running > 0 && ::kill(running, number) == 0;
}

inline QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// Adds nodes and tiers that are called alike to a chain file.
/// @param folder  for the CSV that they come from
inline void addTwins(const QTemporaryDir& folder, const QString& file)
{
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("twins")));
    write(folder.filePath(QStringLiteral("twins/tiers.csv")),
          "key,ordinal,layer,name_en\n"
          "t1,101,0,Node and tier\nt2,102,0,Twin nodes\n"
          "t3,103,0,Layer and tier\nt4,104,1,Layer and tier\n"
          "t5,105,1,Twin layers\nt6,106,1,Twin layers\nt7,107,0,n1\n");
    write(folder.filePath(QStringLiteral("twins/nodes.csv")), "key,tier,name_en,name_zh\nn1,chips,Node and tier,\n"
                                                              "n2,chips,Twin nodes,\nn3,chips,Another,twin NODES\n");
    const Outcome imported = run({QStringLiteral("import"), file, folder.filePath(QStringLiteral("twins"))});
    QCOMPARE(imported.err, QByteArray());
    QCOMPARE(imported.status, 0);
}

} // namespace ochain::testing
