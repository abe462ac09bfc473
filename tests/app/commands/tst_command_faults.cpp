// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

using namespace ochain::testing;

namespace {

QStringList words(const QString& text)
{
    return text.split(u' ');
}

/// Runs the program by a shell, so that its output goes anywhere and its arguments are any bytes.
Outcome runByShell(const QString& line)
{
    QProcess process;
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line, QStringLiteral(OCHAIN_PROGRAM)});
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// Whoever runs the tests may ignore signals, and a program takes that over.
void takeSignals()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, SIG_DFL);
}

} // namespace

/// The command line where something is in the way: outputs that cannot be, signals, arguments that are no text.
class TestCommandFaults final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void whatIsNoPlainFileIsNeverReplaced_data();
    void whatIsNoPlainFileIsNeverReplaced();
    void aLinkToAFileIsFollowedAndStays_data();
    void aLinkToAFileIsFollowedAndStays();
    void formatsThatThereAreNotAreKnownInAnyCase_data();
    void formatsThatThereAreNotAreKnownInAnyCase();
    void aPictureMayHaveItsEndingInCapitals();
    void aFullOutputIsTold_data();
    void aFullOutputIsTold();
    void bytesThatAreNoTextAreRefused_data();
    void bytesThatAreNoTextAreRefused();
    void oneMistakeIsToldOnce_data();
    void oneMistakeIsToldOnce();
    void whatLeavesNothingIsRefused_data();
    void whatLeavesNothingIsRefused();
    void theBudgetOfALayoutIsChecked_data();
    void theBudgetOfALayoutIsChecked();
    void importReplacesOrderAndAll();
    void whoUndoesAtTheSameTimeUndoesSomethingElse();
    void aCommandThatIsToldToEndLeavesOnePlainFile_data();
    void aCommandThatIsToldToEndLeavesOnePlainFile();
    void theWindowClosesProperlyOnASignal_data();
    void theWindowClosesProperlyOnASignal();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestCommandFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path("chain.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
    write(path("graph.json"), R"({"columns": 2, "nodes": [{"id": 1, "column": 0}, {"id": 2, "column": 1}],
                                  "links": [{"source": 1, "target": 2, "value": 3}]})");
}

void TestCommandFaults::whatIsNoPlainFileIsNeverReplaced_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("target");
    for (const char* target : {"pipe.png", "folder.png", "lost.png", "to-pipe.png", "null.png"}) {
        QTest::addRow("chart to %s", target)
            << QStringLiteral("chart FILE --view flow --out ") << QString::fromLatin1(target);
        QTest::addRow("layout to %s", target) << QStringLiteral("layout GRAPH --out ") << QString::fromLatin1(target);
    }
    for (const char* target : {"pipe.png", "lost.png", "to-pipe.png", "null.png", "plain"})
        QTest::addRow("export to %s", target) << QStringLiteral("export FILE ") << QString::fromLatin1(target);
}

void TestCommandFaults::whatIsNoPlainFileIsNeverReplaced()
{
    QFETCH(QString, command);
    QFETCH(QString, target);
    QCOMPARE(::mkfifo(qPrintable(path("pipe.png")), 0600), 0);
    QVERIFY(QDir().mkpath(path("folder.png")));
    QVERIFY(QFile::link(path("nothing"), path("lost.png")));
    QVERIFY(QFile::link(path("pipe.png"), path("to-pipe.png")));
    QVERIFY(QFile::link(QStringLiteral("/dev/null"), path("null.png")));
    write(path("plain"), "precious");
    struct stat before {};
    struct stat after {};
    const QString name = m_folder->filePath(target);
    QCOMPARE(::lstat(qPrintable(name), &before), 0);
    command += name;
    command.replace(QStringLiteral("FILE"), m_file).replace(QStringLiteral("GRAPH"), path("graph.json"));
    const Outcome outcome = run(words(command));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(target.toUtf8()), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(::lstat(qPrintable(name), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(after.st_mode, before.st_mode);
    QCOMPARE(contents(path("plain")), QByteArray("precious"));
}

void TestCommandFaults::aLinkToAFileIsFollowedAndStays_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("chart") << QStringLiteral("chart FILE --view flow --out LINK");
    QTest::newRow("layout") << QStringLiteral("layout GRAPH --out LINK");
}

void TestCommandFaults::aLinkToAFileIsFollowedAndStays()
{
    QFETCH(QString, command);
    QVERIFY(QDir().mkpath(path("elsewhere")));
    write(path("elsewhere/real.png"), "old");
    QVERIFY(QFile::link(path("elsewhere/real.png"), path("link.png")));
    command.replace(QStringLiteral("FILE"), m_file).replace(QStringLiteral("GRAPH"), path("graph.json"));
    const Outcome outcome = run(words(command.replace(QStringLiteral("LINK"), path("link.png"))));
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY(QFileInfo(path("link.png")).isSymLink());
    QVERIFY(contents(path("elsewhere/real.png")).size() > 50);
    QCOMPARE(QDir(path("elsewhere")).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestCommandFaults::formatsThatThereAreNotAreKnownInAnyCase_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"x.xls", "X.ODS", "x.Gexf", "x.tsv", "x.PNG"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCommandFaults::formatsThatThereAreNotAreKnownInAnyCase()
{
    QFETCH(QString, name);
    const Outcome outcome = run({QStringLiteral("export"), m_file, m_folder->filePath(name)});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("CSV files into a folder"), outcome.err.constData());
    QVERIFY(!QFileInfo::exists(m_folder->filePath(name)));
}

void TestCommandFaults::aPictureMayHaveItsEndingInCapitals()
{
    QCOMPARE(run(words(QStringLiteral("chart %1 --view flow --out %2").arg(m_file, path("X.PNG")))).status, 0);
    QVERIFY(contents(path("X.PNG")).startsWith("\x89PNG"));
}

void TestCommandFaults::aFullOutputIsTold_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* line, const char* says) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(says);
    };
    row("edit FILE --set deals:amd-openai-6gw.capacity_mw=7000", "Edit 1 was made all the same");
    row("import FILE FOLDER", "Edit 1 was made all the same");
    row("rollup FILE --by node --period quarter --format csv", "could not be written");
    row("rollup FILE --group openai-group", "could not be written");
    row("check FILE", "could not be written");
    row("log FILE --format json", "could not be written");
    row("export FILE OUT", "files were written all the same");
    row("chart FILE --view flow --out OUT.png", "picture was written all the same");
    row("--help", "could not be written");
    row("undo EDITED", "Edit 2 was made all the same");
}

void TestCommandFaults::aFullOutputIsTold()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    QVERIFY(QDir().mkpath(path("folder")));
    write(path("folder/statuses.csv"), "key,weight_bp,name_en,name_zh\nsigned,7500,Signed,已签约\n");
    if (line.contains(QStringLiteral("EDITED")))
        QCOMPARE(run(words(QStringLiteral("edit %1 --set deals:amd-openai-6gw.capacity_mw=7000").arg(m_file))).status,
                 0);
    line.replace(QStringLiteral("EDITED"), m_file).replace(QStringLiteral("FILE"), m_file);
    line.replace(QStringLiteral("FOLDER"), path("folder")).replace(QStringLiteral("OUT"), path("out"));
    for (const QString& output : {QStringLiteral(" > /dev/full"), QStringLiteral(" >&-")}) {
        const QByteArray before = contents(m_file);
        const Outcome outcome = runByShell(QStringLiteral("\"$0\" ") + line + output);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        QCOMPARE(outcome.err.count('\n'), 1);
        if (!says.startsWith("Edit"))
            continue;
        QVERIFY(contents(m_file) != before);
        break; // the second time there would be nothing to change
    }
}

void TestCommandFaults::bytesThatAreNoTextAreRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* line, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(line) << QByteArray(says);
    };
    row("value, no UTF-8", "edit FILE --set \"nodes:amd.name_en=$(printf 'A\\377')\"",
        "nodes amd, name_en: the text is not UTF-8");
    row("value, escape", "edit FILE --set \"nodes:amd.name_en=$(printf 'A\\033[2J')\"", "control character");
    row("name with a line break", "edit FILE --set \"nodes:amd.name_en=$(printf 'A\\nB')\"", "only notes may have");
    row("note, escape", "edit FILE --set \"nodes:amd.note_en=$(printf 'A\\033')\"", "control character");
    row("number, no UTF-8", "edit FILE --set \"deals:amd-openai-6gw.capacity_mw=$(printf '7\\377')\"", "not UTF-8");
    row("key, escape", "edit FILE --add \"nodes:$(printf 'a\\033')\"", "a␛");
    row("key of no row", "edit FILE --set \"nodes:$(printf 'a\\377').name_en=A\"", "a\\xFF");
    row("reason, no UTF-8", "edit FILE --set nodes:amd.name_en=A --why \"$(printf 'x\\377')\"",
        "the reason: the text is not UTF-8");
    row("reason, escape", "edit FILE --set nodes:amd.name_en=A --why \"$(printf 'x\\033')\"",
        "the reason: the text has a control");
    row("CSV, escape", "import FILE ESCAPE", "sources.csv, line 2: the text has a control character");
    row("CSV, no UTF-8", "import FILE LATIN", "sources.csv, line 2: the text is not UTF-8");
    row("CSV that is a pipe", "import FILE PIPE", "not a plain file");
}

void TestCommandFaults::bytesThatAreNoTextAreRefused()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    const QByteArray header = "key,publisher,title,url,published\n";
    for (const auto& [folder, title] : {std::pair("ESCAPE", "a\x1B[31m"), std::pair("LATIN", "a\xE4")}) {
        QVERIFY(QDir().mkpath(path(folder)));
        write(path(folder) + QStringLiteral("/sources.csv"), header + "s,P," + title + ",,\n");
        line.replace(QLatin1String(folder), path(folder));
    }
    QVERIFY(QDir().mkpath(path("PIPE")));
    QCOMPARE(::mkfifo(qPrintable(path("PIPE/sources.csv")), 0600), 0);
    line.replace(QStringLiteral("PIPE"), path("PIPE")).replace(QStringLiteral("FILE"), m_file);
    const QByteArray before = contents(m_file).mid(100);
    const Outcome outcome = runByShell(QStringLiteral("\"$0\" ") + line);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!outcome.err.contains('\x1B'));
    QCOMPARE(QString::fromUtf8(outcome.err).toUtf8(), outcome.err); // nothing else than UTF-8
    QCOMPARE(contents(m_file).mid(100), before);
}

void TestCommandFaults::oneMistakeIsToldOnce_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a key that is none")
        << QStringLiteral("edit FILE --add nodes:Bad --set nodes:Bad.tier=chips --set nodes:Bad.kind=company")
        << QByteArray(
               "ochain: nodes Bad, key: “Bad” is no key; use lower-case letters, digits, - and _, beginning with "
               "a letter or digit\n");
    QTest::newRow("a choice that may be empty")
        << QStringLiteral("edit FILE --set deals:amd-openai-6gw.profile=odd")
        << QByteArray("ochain: deals amd-openai-6gw, profile: “odd” is not one of: deploy, term, none\n");
}

void TestCommandFaults::oneMistakeIsToldOnce()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    const Outcome outcome = run(words(line.replace(QStringLiteral("FILE"), m_file)));
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.err, says);
}

void TestCommandFaults::whatLeavesNothingIsRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* line, const char* says) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(says);
    };
    row("rollup FILE --by tier --measure revenue --layer chips", "revenue is the same in every layer");
    row("rollup FILE --by tier --measure capacity_in,gap --layer chips", "gap is the same in every layer");
    row("rollup FILE --by deal --measure money --layer chips", "ask for capacity");
    row("rollup FILE --by tier --from 2101", "--from 2101 leaves nothing of the calendar of this chain, which covers ");
    row("rollup FILE --by tier --to 1950Q2", "--to 1950Q2 leaves nothing");
    row("chart FILE --view money --out x.png --from 2101", "--from 2101 leaves nothing");
    row("chart FILE --view money --out x.png --to 1950", "--to 1950 leaves nothing");
    row("chart FILE --view money --out x.png --at 2101", "--at 2101 lies outside");
    row("chart EMPTY --view money --out x.png --at 2028", "no dates yet");
    row("chart FILE --view money --out x.png --by tier", "--by is for the flow");
    row("chart FILE --view capacity --out x.png --mode capacity", "--mode is for the flow");
    row("chart FILE --view money --out x.png --expand others", "--expand is for the flow");
}

void TestCommandFaults::whatLeavesNothingIsRefused()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    QCOMPARE(run({QStringLiteral("init"), path("empty.ochain"), QStringLiteral("--empty")}).status, 0);
    line.replace(QStringLiteral("FILE"), m_file).replace(QStringLiteral("EMPTY"), path("empty.ochain"));
    const Outcome outcome = run(words(line.replace(QStringLiteral("x.png"), path("x.png"))));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(!QFileInfo::exists(path("x.png")));
}

void TestCommandFaults::theBudgetOfALayoutIsChecked_data()
{
    QTest::addColumn<QString>("budget");
    QTest::addColumn<int>("status");
    QTest::newRow("none at all") << QStringLiteral("0") << 0;
    QTest::newRow("some") << QStringLiteral("20") << 0;
    QTest::newRow("negative") << QStringLiteral("-1") << 2;
    QTest::newRow("too much") << QStringLiteral("99999999999999999999") << 2;
    QTest::newRow("a year") << QStringLiteral("3600001") << 2;
    QTest::newRow("no number") << QStringLiteral("soon") << 2;
    QTest::newRow("not whole") << QStringLiteral("0.5") << 2;
}

void TestCommandFaults::theBudgetOfALayoutIsChecked()
{
    QFETCH(QString, budget);
    QFETCH(int, status);
    const Outcome outcome = run({QStringLiteral("layout"), path("graph.json"), QStringLiteral("--out"),
                                 path("layout.json"), QStringLiteral("--budget-ms=") + budget});
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.err.size() < 200, outcome.err.constData());
    QCOMPARE(QFileInfo::exists(path("layout.json")), status == 0);
    QVERIFY(run({QStringLiteral("layout"), QStringLiteral("--help")}).out.size() < 1500);
}

void TestCommandFaults::importReplacesOrderAndAll()
{
    QVERIFY(QDir().mkpath(path("folder")));
    const QDir shipped(QStringLiteral(OCHAIN_DATASET));
    const QStringList names = shipped.entryList({QStringLiteral("*.csv")}, QDir::Files);
    for (const QString& name : names)
        write(path("folder/") + name, contents(shipped.filePath(name)));
    QByteArray nodes = contents(path("folder/nodes.csv"));
    const auto header = nodes.indexOf('\n') + 1;
    const auto first = nodes.indexOf('\n', header) + 1;
    nodes = nodes.left(header) + nodes.mid(first) + nodes.mid(header, first - header); // the first row last
    write(path("folder/nodes.csv"), nodes);
    const auto exported = [&](const char* folder) {
        if (run({QStringLiteral("export"), m_file, path(folder)}).status != 0)
            return QByteArray("no export");
        return contents(path(folder) + QStringLiteral("/nodes.csv"));
    };
    const QByteArray before = exported("before");
    const Outcome replaced = run({QStringLiteral("import"), m_file, path("folder"), QStringLiteral("--replace")});
    QCOMPARE(replaced.err, QByteArray());
    QVERIFY2(replaced.out.contains("put in order"), replaced.out.constData());
    QCOMPARE(exported("after"), nodes);
    QVERIFY(run({QStringLiteral("log"), m_file, QStringLiteral("--format"), QStringLiteral("json")})
                .out.contains("\"field\": \"id\""));
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    QCOMPARE(exported("undone"), before);
}

void TestCommandFaults::whoUndoesAtTheSameTimeUndoesSomethingElse()
{
    constexpr int kEdits = 16;
    for (int i = 0; i < kEdits; ++i)
        QCOMPARE(run({QStringLiteral("edit"), m_file, QStringLiteral("--set"),
                      QStringLiteral("nodes:amd.note_en=%1").arg(i)})
                     .status,
                 0);
    for (int round = 0; round < kEdits / 4; ++round) {
        std::array<QProcess, 4> undos;
        for (QProcess& undo : undos)
            undo.start(QStringLiteral(OCHAIN_PROGRAM), {QStringLiteral("undo"), m_file});
        for (QProcess& undo : undos) {
            QVERIFY(undo.waitForFinished(60'000));
            QVERIFY2(undo.exitCode() == 0, undo.readAllStandardError().constData());
        }
    }
    QVERIFY(run({QStringLiteral("undo"), m_file}).err.contains("nothing to undo"));
}

void TestCommandFaults::aCommandThatIsToldToEndLeavesOnePlainFile_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("afterMs");
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        for (const int afterMs : {0, 5, 20, 60, 150, 400})
            QTest::addRow("signal %d after %d ms", number, afterMs) << number << afterMs;
}

void TestCommandFaults::aCommandThatIsToldToEndLeavesOnePlainFile()
{
    QFETCH(int, number);
    QFETCH(int, afterMs);
    QVERIFY(QDir().mkpath(path("folder")));
    QByteArray sources = contents(QStringLiteral(OCHAIN_DATASET "/sources.csv"));
    for (int i = 0; i < 20'000; ++i)
        sources += "more-" + QByteArray::number(i) + ",P,T,,2025\n";
    write(path("folder/sources.csv"), sources);
    QProcess process;
    process.setChildProcessModifier(takeSignals);
    process.start(QStringLiteral(OCHAIN_PROGRAM), {QStringLiteral("import"), m_file, path("folder")});
    QVERIFY(process.waitForStarted());
    QTest::qSleep(afterMs);
    QVERIFY(signalTo(process, number));
    QVERIFY(process.waitForFinished(60'000));
    // A signal that came before the program could note it ended it before it had opened anything.
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("chain.ochain*")}, QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("chain.ochain")});
    const Outcome log = run({QStringLiteral("log"), m_file});
    QCOMPARE(log.status, 0);
    QCOMPARE(run({QStringLiteral("export"), m_file, path("out")}).status, 0);
    const bool isIn = contents(path("out/sources.csv")).contains("more-19999,");
    QCOMPARE(isIn, !log.out.isEmpty());
    QCOMPARE(contents(path("out/sources.csv")).contains("more-0,"), isIn);
    QCOMPARE(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, isIn);
}

void TestCommandFaults::theWindowClosesProperlyOnASignal_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestCommandFaults::theWindowClosesProperlyOnASignal()
{
    QFETCH(int, number);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier(takeSignals);
    process.start(QStringLiteral(OCHAIN_PROGRAM), {m_file});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_file + QStringLiteral("-wal")), 30'000);
    QVERIFY(signalTo(process, number));
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("chain.ochain*")}, QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("chain.ochain")});
    QCOMPARE(run({QStringLiteral("check"), m_file}).status, 0);
    const QStringList saved = QDir(path("config")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(saved.size(), 1); // the look was remembered
}

QTEST_GUILESS_MAIN(TestCommandFaults)
#include "tst_command_faults.moc"
