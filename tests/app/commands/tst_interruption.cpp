// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QLatin1Char>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace ochain::testing;

namespace {

constexpr int kManyRows = 30'000;
constexpr int kPatienceMs = 60'000; ///< to give up by; how long it takes is measured elsewhere

/// Whoever runs the tests may ignore signals, and a program takes that over.
void takeSignals()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, SIG_DFL);
}

bool isEndedBy(const QProcess& process, int signal)
{
    // QProcess gives the number of the signal that ended a program as its exit code.
    return process.exitStatus() == QProcess::CrashExit && process.exitCode() == signal;
}

} // namespace

/// Commands that are told to end while they work.
class TestInterruption final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aCommandEndsWhereNothingIsHalfDone_data();
    void aCommandEndsWhereNothingIsHalfDone();
    void aCommandThatWaitsForItsReaderEnds();
    void aSearchForTheBestLayoutEnds();
    void aSecondSignalEndsItAtOnce();
    void aSignalThatIsIgnoredStaysIgnored();

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    void writeGraph() const;
    /// Puts a fresh copy of the large file where commands work.
    void freshFile() const;
    /// What stands in the working file now, if it is whole: how many rows and edits it has.
    QByteArray stateOf() const;
    QStringList strays() const;
    QTemporaryDir m_folder;
    QByteArray m_before; ///< the state of a fresh file
};

void TestInterruption::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QDir().mkpath(path("rows")) && QDir().mkpath(path("more")) && QDir().mkpath(path("work")));
    QByteArray rows = "key,publisher,title,url,published\n";
    QByteArray more = rows;
    for (int i = 0; i < kManyRows; ++i) {
        rows += "s-" + QByteArray::number(i) + ",P,T,,2025\n";
        more += "s-" + QByteArray::number(i) + ",P,Another title,,2026\n";
    }
    write(path("rows/sources.csv"), rows);
    write(path("more/sources.csv"), more);
    // A folder the whole file may be made equal to: nothing may refer to the sources that are not in it.
    write(path("more/citations.csv"), "table,row_key,source,fields\n");
    write(path("more/claims.csv"), "table,row_key,field,as_of,value,source,adopted,note_en\n");
    QCOMPARE(run({QStringLiteral("init"), path("large.ochain")}).status, 0);
    QCOMPARE(run({QStringLiteral("import"), path("large.ochain"), path("rows")}).status, 0);
    writeGraph();
    freshFile();
    m_before = stateOf();
    QVERIFY2(m_before.contains(QByteArray(" old ") + QByteArray::number(kManyRows)), m_before.constData());
}

/// A graph that no search comes to the end of.
void TestInterruption::writeGraph() const
{
    QByteArray graph = R"({"columns": 3, "nodes": [)";
    QByteArray links;
    for (int i = 0; i < 90; ++i) {
        graph += (i > 0 ? "," : "") + QByteArray(R"({"id":)") + QByteArray::number(i) + R"(,"column":)" +
                 QByteArray::number(i / 30) + "}";
        for (int j = 0; j < 5 && i < 60; ++j)
            links += (links.isEmpty() ? "" : ",") + QByteArray(R"({"source":)") + QByteArray::number(i) +
                     R"(,"target":)" + QByteArray::number((i / 30 + 1) * 30 + (i * 7 + j * 11) % 30) + R"(,"value":)" +
                     QByteArray::number(1 + (i * j) % 9) + "}";
    }
    write(path("graph.json"), graph + R"(], "links": [)" + links + "]}");
}

void TestInterruption::freshFile() const
{
    QDir(path("work")).removeRecursively();
    QDir().mkpath(path("work"));
    QVERIFY(QFile::copy(path("large.ochain"), path("work/c.ochain")));
}

QByteArray TestInterruption::stateOf() const
{
    const Outcome out = run({QStringLiteral("export"), path("work/c.ochain"), path("state")});
    const QByteArray sources = contents(path("state/sources.csv"));
    const auto edits = run({QStringLiteral("log"), path("work/c.ochain")}).out.count("Z  ");
    return QByteArray::number(out.status) + " old " + QByteArray::number(sources.count(",P,T,,2025,\n")) + " new " +
           QByteArray::number(sources.count(",P,Another title,")) + " edits " + QByteArray::number(edits);
}

/// What lies beside the file and the folder that a command was to make; what SQLite itself keeps there for the next who
/// opens the file may be there too.
QStringList TestInterruption::strays() const
{
    QStringList names = QDir(path("work")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const char* known : {"c.ochain", "c.ochain-wal", "c.ochain-shm", "c.ochain-journal", "c.ochain-backups",
                              "made.ochain", "out", "x.png"})
        names.removeAll(QString::fromUtf8(known));
    return names + QDir(path("work/out")).entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden);
}

void TestInterruption::aCommandEndsWhereNothingIsHalfDone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("afterMs");
    QTest::addColumn<int>("number");
    const auto rows = [](const char* name, const QStringList& arguments) {
        int number = SIGTERM;
        for (const int afterMs : {10, 150, 600}) {
            QTest::addRow("%s after %d ms", name, afterMs) << arguments << afterMs << number;
            number = number == SIGTERM ? SIGINT : SIGTERM;
        }
    };
    const QString file = path("work/c.ochain");
    rows("init", {QStringLiteral("init"), path("work/made.ochain"), QStringLiteral("--from"), path("rows")});
    rows("import", {QStringLiteral("import"), file, path("more")});
    rows("import --replace", {QStringLiteral("import"), QStringLiteral("--replace"), file, path("more")});
    rows("import --dry-run", {QStringLiteral("import"), QStringLiteral("--dry-run"), file, path("more")});
    rows("undo", {QStringLiteral("undo"), file});
    rows("export", {QStringLiteral("export"), file, path("work/out")});
    rows("check", {QStringLiteral("check"), file});
    rows("log", {QStringLiteral("log"), QStringLiteral("--format"), QStringLiteral("json"), file});
    rows("rollup", {QStringLiteral("rollup"), file, QStringLiteral("--by"), QStringLiteral("node")});
    rows("chart", {QStringLiteral("chart"), file, QStringLiteral("--view"), QStringLiteral("flow"),
                   QStringLiteral("--out"), path("work/x.png")});
    rows("edit", {QStringLiteral("edit"), file, QStringLiteral("--erase"), QStringLiteral("sources:s-1")});
}

void TestInterruption::aCommandEndsWhereNothingIsHalfDone()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, afterMs);
    QFETCH(int, number);
    freshFile();
    QProcess process;
    process.setChildProcessModifier(takeSignals);
    process.start(QStringLiteral(OCHAIN_PROGRAM), arguments);
    QVERIFY(process.waitForStarted());
    process.waitForFinished(afterMs);
    static_cast<void>(signalTo(process, number)); // it may be done by then
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(kPatienceMs));
    const bool isDone = process.exitStatus() == QProcess::NormalExit && process.exitCode() != 2;
    QVERIFY2(isDone || isEndedBy(process, number), process.readAllStandardError().constData());
    QCOMPARE(strays().join(QLatin1Char(' ')), QString());
    const QByteArray after = stateOf();
    const bool changes =
        arguments.front() == QStringLiteral("undo") || arguments.front() == QStringLiteral("edit") ||
        (arguments.front() == QStringLiteral("import") && !arguments.contains(QStringLiteral("--dry-run")));
    QVERIFY2((after == m_before) == !(changes && isDone), after.constData());
    QVERIFY2(after.startsWith("0 "), after.constData());
    if (const QString made = path("work/made.ochain"); QFile::exists(made))
        QCOMPARE(run({QStringLiteral("log"), made}).status, 0);
    if (const QByteArray exported = contents(path("work/out/sources.csv")); !exported.isEmpty())
        QVERIFY(exported == contents(path("state/sources.csv")));
}

void TestInterruption::aCommandThatWaitsForItsReaderEnds()
{
    freshFile();
    const QString pipe = path("work/pipe");
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    const int reader = ::open(pipe.toLocal8Bit().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC); // and never reads
    QVERIFY(reader >= 0);
    QProcess process;
    process.setChildProcessModifier(takeSignals);
    process.setStandardOutputFile(pipe);
    process.start(QStringLiteral(OCHAIN_PROGRAM), {QStringLiteral("log"), path("work/c.ochain")});
    QVERIFY(process.waitForStarted());
    // Full: a pipe without room is told as one that nothing can be written to.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const int writer = ::open(pipe.toLocal8Bit().constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
            const bool isFull = ::write(writer, "x", 1) < 0;
            ::close(writer);
            return isFull;
        }(),
        kPatienceMs);
    QVERIFY(signalTo(process, SIGTERM));
    QVERIFY(process.waitForFinished(kPatienceMs));
    QVERIFY(isEndedBy(process, SIGTERM));
    ::close(reader);
}

void TestInterruption::aSearchForTheBestLayoutEnds()
{
    QProcess process;
    process.setChildProcessModifier(takeSignals);
    process.start(QStringLiteral(OCHAIN_PROGRAM),
                  {QStringLiteral("layout"), path("graph.json"), QStringLiteral("--out"), path("layout.json"),
                   QStringLiteral("--budget-ms"), QStringLiteral("3600000")});
    QVERIFY(process.waitForStarted());
    process.waitForFinished(500); // it has begun by then, most likely; before, it ends as well
    QVERIFY(signalTo(process, SIGINT));
    QVERIFY(process.waitForFinished(kPatienceMs));
    QVERIFY(isEndedBy(process, SIGINT));
    QVERIFY(!QFile::exists(path("layout.json")));
}

void TestInterruption::aSecondSignalEndsItAtOnce()
{
    freshFile();
    QProcess process;
    process.setChildProcessModifier(takeSignals);
    process.start(QStringLiteral(OCHAIN_PROGRAM), {QStringLiteral("import"), path("work/c.ochain"), path("more")});
    QVERIFY(process.waitForStarted());
    process.waitForFinished(300);
    QVERIFY(signalTo(process, SIGTERM));
    QVERIFY(signalTo(process, SIGINT));
    QVERIFY(process.waitForFinished(kPatienceMs));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QVERIFY(process.exitCode() == SIGTERM || process.exitCode() == SIGINT);
    QCOMPARE(stateOf(), m_before);
}

void TestInterruption::aSignalThatIsIgnoredStaysIgnored()
{
    QProcess process;
    process.setChildProcessModifier([] { std::signal(SIGHUP, SIG_IGN); });
    process.start(QStringLiteral(OCHAIN_PROGRAM),
                  {QStringLiteral("layout"), path("graph.json"), QStringLiteral("--out"), path("layout.json"),
                   QStringLiteral("--budget-ms"), QStringLiteral("3000")}); // as long as that it works
    QVERIFY(process.waitForStarted());
    process.waitForFinished(500);
    QVERIFY(signalTo(process, SIGHUP));
    QVERIFY(process.waitForFinished(kPatienceMs));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestInterruption)
#include "tst_interruption.moc"
