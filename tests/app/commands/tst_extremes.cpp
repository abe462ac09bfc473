// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include "store/store_testing.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr const char* kNumbers = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < %1) ";

/// SQL that puts rows number 1 to `count`, in words with {n}, into a file as another program would.
QByteArray rows(int count, const QByteArray& insert)
{
    return QByteArray(kNumbers).replace("%1", QByteArray::number(count)) + insert + ";";
}

constexpr const char* kDeal = "(SELECT min(id) FROM nodes), (SELECT max(id) FROM nodes), "
                              "(SELECT min(id) FROM deal_kinds), (SELECT min(id) FROM statuses), ";

} // namespace

/// Files that go deeper and wider than anybody means them: read in time, or refused with a sentence.
class TestExtremes final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyCommandLivesWithIt_data();
    void everyCommandLivesWithIt();
    void theWindowLivesWithIt_data();
    void theWindowLivesWithIt();
    void aFormulaOfAnyLengthIsToldWhatIsWrong_data();
    void aFormulaOfAnyLengthIsToldWhatIsWrong();
    void memoryThatRunsOutIsASentence_data();
    void memoryThatRunsOutIsASentence();

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QTemporaryDir m_folder;
};

void TestExtremes::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QCOMPARE(
        run({QStringLiteral("init"), path("shipped.ochain"), QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)})
            .status,
        0);
}

void TestExtremes::everyCommandLivesWithIt_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("says"); ///< "" where nothing is wrong with it
    const auto row = [](const char* name, const QByteArray& sql, const char* says) {
        QTest::newRow(name) << sql << QByteArray(says);
    };
    const QByteArray nodes = "INSERT INTO nodes (id, key, tier, parent) SELECT 100000 + n, 'x' || n, "
                             "(SELECT min(id) FROM tiers), ";
    const QByteArray tiers = "INSERT INTO tiers (id, key, parent, ordinal, layer) SELECT 1000 + n, 'x' || n, ";
    const QByteArray deals = "INSERT INTO deals (id, key, supplier, customer, kind, status, basis, part_of) "
                             "SELECT 100000 + n, 'x' || n, " +
                             QByteArray(kDeal) + "'reported', ";
    const QByteArray claims =
        "INSERT INTO claims (id, \"table\", row_id, field, as_of, value, adopted) SELECT 100000 + "
        "n, 'deals', (SELECT min(id) FROM deals), 'value_usd', 20250000, n, 1 FROM c";
    row("nodes in one another", rows(100'000, nodes + "CASE WHEN n > 1 THEN 99999 + n END FROM c"), "levels deep");
    row("a star of nodes", rows(50'000, nodes + "CASE WHEN n > 1 THEN 100001 END FROM c"), "");
    row("tiers in one another", rows(20'000, tiers + "CASE WHEN n > 1 THEN 999 + n END, 1, 0 FROM c"), "levels deep");
    row("layers in one another", rows(900, tiers + "CASE WHEN n > 1 THEN 999 + n END, 1, 1 FROM c"), "levels deep");
    row("a star of tiers", rows(900, tiers + "NULL, 1, 1 FROM c"), "");
    row("many tiers", rows(200'000, tiers + "NULL, 1, 1 FROM c"), "more than 1000 tiers");
    row("deals part of one another", rows(20'000, deals + "CASE WHEN n > 1 THEN 99999 + n END FROM c"), "levels deep");
    row("a star of parts", rows(50'000, deals + "CASE WHEN n > 1 THEN 100001 END FROM c"), "");
    row("tranches of one deal",
        rows(20'000, "INSERT INTO tranches (id, key, deal, value_cents, basis) SELECT 100000 + n, 'x' || n, (SELECT "
                     "min(id) FROM deals), 1, 'reported' FROM c"),
        "phases; 1000 are the most");
    row("claims of one field", rows(20'000, claims), "adopted claims");
    row("points of one series",
        rows(50'000, "INSERT INTO metrics (id, key, series, node, as_of, value, basis) SELECT 100000 + n, 'x' || n, "
                     "'plus_price', (SELECT min(id) FROM nodes), 20250000, n, 'reported' FROM c"),
        "");
}

void TestExtremes::everyCommandLivesWithIt()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, says);
    const QString file = path("extreme.ochain");
    QFile::remove(file);
    QVERIFY(QFile::copy(path("shipped.ochain"), file));
    runSqlWithDigests(testing::path(file), sql.toStdString());
    const Outcome check = run({QStringLiteral("check"), file});
    QVERIFY(check.status == 0 || check.status == 1);
    QVERIFY2(check.out.contains(says), check.out.left(2000).constData());
    const std::initializer_list<QStringList> commands{
        {QStringLiteral("rollup"), file, QStringLiteral("--group"), QStringLiteral("openai-group"),
         QStringLiteral("--as-of"), QStringLiteral("2025-12-31")},
        {QStringLiteral("chart"), file, QStringLiteral("--view"), QStringLiteral("flow"), QStringLiteral("--out"),
         path("x.png")},
        {QStringLiteral("chart"), file, QStringLiteral("--view"), QStringLiteral("capacity"), QStringLiteral("--out"),
         path("x.png")},
        {QStringLiteral("export"), file, path("out")}};
    for (const QStringList& arguments : commands) {
        const Outcome done = run(arguments);
        QVERIFY2(done.status == 0 || done.status == 1, done.err.left(2000).constData());
    }
    const Outcome edit =
        run({QStringLiteral("edit"), file, QStringLiteral("--set"), QStringLiteral("nodes:openai-group.note_en=x")});
    QVERIFY2(edit.status == 0 || (edit.status == 2 && edit.err.contains("read-only")), edit.err.left(2000).constData());
}

void TestExtremes::theWindowLivesWithIt_data()
{
    everyCommandLivesWithIt_data();
}

void TestExtremes::theWindowLivesWithIt()
{
    QFETCH(QByteArray, sql);
    const QString file = path("window.ochain");
    QFile::remove(file);
    QVERIFY(QFile::copy(path("shipped.ochain"), file));
    runSqlWithDigests(testing::path(file), sql.toStdString());
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([] { std::signal(SIGTERM, SIG_DFL); });
    process.start(QStringLiteral(OCHAIN_PROGRAM), {file});
    QVERIFY(process.waitForStarted());
    process.waitForFinished(4000); // loaded and drawn by then, or on the way
    QCOMPARE(process.state(), QProcess::Running);
    QVERIFY(signalTo(process, SIGTERM));
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestExtremes::aFormulaOfAnyLengthIsToldWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("formula");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("as long as a text") << QByteArray(100'000, '1') << QByteArray("2000 are the most");
    QTest::newRow("longer than a text") << QByteArray("1") + QByteArray("+1").repeated(450'000)
                                        << QByteArray("the text has 900001 bytes");
    QTest::newRow("4 MB") << QByteArray("1") + QByteArray("+1").repeated(2'000'000)
                          << QByteArray("has more than 4000000 bytes");
    QTest::newRow("parentheses") << QByteArray(1000, '(') + "1" + QByteArray(1000, ')')
                                 << QByteArray("2000 are the most");
    QTest::newRow("fewer of them") << QByteArray(999, '(') + "1" + QByteArray(999, ')')
                                   << QByteArray("nests more than 200");
    QTest::newRow("a hundred thousand of them") << QByteArray(100'000, '(') << QByteArray("2000 are the most");
    QTest::newRow("powers") << QByteArray("2^").repeated(900) + "2" << QByteArray();
    QTest::newRow("signs") << "1" + QByteArray("+-").repeated(900) + "1" << QByteArray("the formula lacks a number");
}

void TestExtremes::aFormulaOfAnyLengthIsToldWhatIsWrong()
{
    QFETCH(QByteArray, formula);
    QFETCH(QByteArray, says);
    const QString file = path("formula.ochain");
    QFile::remove(file);
    QVERIFY(QFile::copy(path("shipped.ochain"), file));
    QVERIFY(QDir().mkpath(path("formula")));
    write(path("formula/deals.csv"), "key,value_usd,formula\nopenai-softbank-3b,," + formula + "\n");
    const Outcome done = run({QStringLiteral("import"), file, path("formula")});
    QVERIFY2(says.isEmpty() ? done.status == 0 : done.status == 2 && done.err.contains(says),
             done.err.left(2000).constData());
    QVERIFY(run({QStringLiteral("rollup"), file, QStringLiteral("--group"), QStringLiteral("openai-group")}).status ==
            0);
}

void TestExtremes::memoryThatRunsOutIsASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString file = path("memory.ochain");
    QTest::newRow("check") << QStringList{QStringLiteral("check"), file};
    QTest::newRow("rollup") << QStringList{QStringLiteral("rollup"), file, QStringLiteral("--by"),
                                           QStringLiteral("node")};
    QTest::newRow("import") << QStringList{QStringLiteral("import"), file, path("memory")};
    QTest::newRow("export") << QStringList{QStringLiteral("export"), file, path("memory-out")};
}

void TestExtremes::memoryThatRunsOutIsASentence()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the sanitizer takes all addresses for itself");
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    QSKIP("the sanitizer takes all addresses for itself");
#endif
#endif
    QFETCH(QStringList, arguments);
    const QString file = path("memory.ochain");
    if (!QFile::exists(file)) {
        QVERIFY(QFile::copy(path("shipped.ochain"), file));
        runSqlWithDigests(testing::path(file),
                          rows(300'000,
                               "INSERT INTO sources (id, key, publisher, title) SELECT 100000 + n, 'x' || n, 'P' || n, "
                               "'A title that takes some room, number ' || n FROM c")
                              .toStdString());
        QVERIFY(QDir().mkpath(path("memory")));
        QByteArray sources = "key,publisher,title\n";
        for (int i = 0; i < 300'000; ++i)
            sources += "y" + QByteArray::number(i) + ",P,T\n";
        write(path("memory/sources.csv"), sources);
    }
    // From so little that nothing can be loaded up to where it nearly fits: each ends with a sentence or in good order.
    for (const int megabytes : {230, 260, 300, 350, 420}) {
        QProcess process;
        process.setChildProcessModifier([megabytes] {
            const rlimit limit{static_cast<rlim_t>(megabytes) << 20U, static_cast<rlim_t>(megabytes) << 20U};
            ::setrlimit(RLIMIT_AS, &limit);
        });
        process.start(QStringLiteral(OCHAIN_PROGRAM), arguments);
        QVERIFY(process.waitForFinished(120'000));
        const QByteArray error = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit, error.constData());
        if (process.exitCode() == 2)
            QVERIFY2(error.contains("there is not enough memory"), error.constData());
        QVERIFY2(!error.contains("bad_alloc"), error.constData());
    }
}

QTEST_GUILESS_MAIN(TestExtremes)
#include "tst_extremes.moc"
