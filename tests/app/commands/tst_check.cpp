// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace ochain::testing;

namespace {

/// Changes a file as another program does, that knows nothing of digests.
void runSql(const QString& file, const QByteArray& sql)
{
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(file.toUtf8().constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
}

} // namespace

/// What `check` finds in a file that another program wrote to, and what it accepts.
class TestCheck final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void whatAnotherProgramChangedIsAProblem();
    void noEditBuildsOnIt();
    void itIsAcceptedByAnEdit();
    void damageAndNothingAreNotAccepted_data();
    void damageAndNothingAreNotAccepted();
    void checkAndEditAgreeOnAJournalAtItsEnd();
    void anUndoThatCanDoNothingSaysSo();
    void sumsBeyondAllMeasureAreNotShown();
    void anIndexOfALargeFileIsLookedThrough();

private:
    [[nodiscard]] Outcome ochain(const QString& command, const QStringList& rest = {}) const
    {
        return run(QStringList{command, m_file} + rest);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestCheck::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("x.ochain"));
    QCOMPARE(ochain(QStringLiteral("init")).status, 0);
    const Outcome edited = ochain(QStringLiteral("edit"),
                                  {QStringLiteral("--set"), QStringLiteral("deals:amd-openai-6gw.capacity_mw=7000")});
    QCOMPARE(edited.status, 0);
}

void TestCheck::whatAnotherProgramChangedIsAProblem()
{
    QCOMPARE(ochain(QStringLiteral("check")).status, 0);
    runSql(m_file, "UPDATE deals SET capacity_kw = 8000000 WHERE key = 'amd-openai-6gw'");
    const Outcome text = ochain(QStringLiteral("check"));
    QCOMPARE(text.status, 1);
    QVERIFY2(text.out.contains("error: deals: what stands in the "), text.out.constData());
    QVERIFY2(text.out.contains("error: deals amd-openai-6gw, capacity_mw: is “8000”, where edit 1 of the journal had "
                               "written “7000” [changed-elsewhere]\n"),
             text.out.constData());
    const Outcome json = ochain(QStringLiteral("check"), {QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(json.status, 1);
    const QJsonArray problems = QJsonDocument::fromJson(json.out)[QStringLiteral("problems")].toArray();
    QCOMPARE(problems[0][QStringLiteral("rule")].toString(), QStringLiteral("changed-elsewhere"));
    QCOMPARE(problems[1][QStringLiteral("row")].toString(), QStringLiteral("amd-openai-6gw"));
    QCOMPARE(problems[1][QStringLiteral("field")].toString(), QStringLiteral("capacity_mw"));
}

void TestCheck::noEditBuildsOnIt()
{
    runSql(m_file, "UPDATE nodes SET note_en = 'mine' WHERE key = 'amd'");
    const Outcome edited =
        ochain(QStringLiteral("edit"), {QStringLiteral("--set"), QStringLiteral("nodes:oracle.note_en=x")});
    QCOMPARE(edited.status, 2);
    QVERIFY2(edited.err.contains("accept what stands there with “ochain check FILE --accept”"), edited.err.constData());
    QVERIFY(!ochain(QStringLiteral("log")).out.contains("oracle"));
}

void TestCheck::itIsAcceptedByAnEdit()
{
    runSql(m_file, "UPDATE deals SET capacity_kw = 8000000 WHERE key = 'amd-openai-6gw'");
    const Outcome accepted = ochain(QStringLiteral("check"), {QStringLiteral("--accept"), QStringLiteral("--why"),
                                                              QStringLiteral("typed in elsewhere")});
    QCOMPARE(accepted.err, QByteArray());
    QCOMPARE(accepted.status, 0);
    QVERIFY2(accepted.out.contains("accepted: deals amd-openai-6gw, capacity_mw: is “8000”"), accepted.out.constData());
    QVERIFY2(accepted.out.endsWith("edit 2: accepted what another program changed\n"), accepted.out.constData());
    QCOMPARE(ochain(QStringLiteral("check")).status, 0);
    const QByteArray log = ochain(QStringLiteral("log")).out;
    QVERIFY2(log.contains("accepted what another program changed\n    typed in elsewhere\n"), log.constData());
    const Outcome json = ochain(QStringLiteral("log"), {QStringLiteral("--format"), QStringLiteral("json")});
    const QJsonArray edits = QJsonDocument::fromJson(json.out)[QStringLiteral("edits")].toArray();
    QCOMPARE(edits[1][QStringLiteral("kind")].toString(), QStringLiteral("accept"));
    // The edit before builds on what was accepted now, and is not undone over it.
    const Outcome undone = ochain(QStringLiteral("undo"));
    QCOMPARE(undone.status, 2);
    QVERIFY2(undone.err.contains("the field is “8000” by now"), undone.err.constData());
}

void TestCheck::damageAndNothingAreNotAccepted_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing") << QByteArray("SELECT 1") << QByteArray("there is nothing to accept");
    QTest::newRow("no digest") << QByteArray("DELETE FROM digests") << QByteArray("is damaged");
    QTest::newRow("a broken rule") << QByteArray("UPDATE deals SET ends = 19990000 WHERE key = 'amd-openai-6gw'")
                                   << QByteArray("breaks rules, so that nothing was accepted");
}

void TestCheck::damageAndNothingAreNotAccepted()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, says);
    runSql(m_file, sql);
    const Outcome accepted = ochain(QStringLiteral("check"), {QStringLiteral("--accept")});
    QCOMPARE(accepted.status, 2);
    QVERIFY2(accepted.err.contains(says), accepted.err.constData());
    QVERIFY(!ochain(QStringLiteral("log")).out.contains("accepted"));
}

void TestCheck::checkAndEditAgreeOnAJournalAtItsEnd()
{
    runSql(m_file, "UPDATE changes SET seq = 9223372036854775807; UPDATE edits SET seq = 9223372036854775807");
    const Outcome checked = ochain(QStringLiteral("check"));
    QCOMPARE(checked.status, 1);
    QVERIFY2(checked.out.contains("a number behind which there is no other"), checked.out.constData());
    for (const QStringList& command : {QStringList{QStringLiteral("undo"), m_file},
                                       QStringList{QStringLiteral("edit"), m_file, QStringLiteral("--set"),
                                                   QStringLiteral("nodes:amd.note_en=x")}}) {
        const Outcome done = run(command);
        QCOMPARE(done.status, 2);
        QVERIFY2(done.err.contains("a number behind which there is no other"), done.err.constData());
        QVERIFY2(!done.out.contains("edit 0"), done.out.constData());
    }
}

void TestCheck::anUndoThatCanDoNothingSaysSo()
{
    runSql(m_file, "UPDATE edits SET seq = 9223372036854775807");
    const Outcome done = ochain(QStringLiteral("undo"));
    QCOMPARE(done.status, 2);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.err.contains("the journal has changes of an edit 1 that is not there"), done.err.constData());
    QCOMPARE(ochain(QStringLiteral("check")).status, 1);
}

void TestCheck::sumsBeyondAllMeasureAreNotShown()
{
    runSql(m_file,
           "INSERT INTO deals (key, supplier, customer, kind, status, announced, starts, ends, value_cents, basis)"
           " SELECT 'huge-' || i, supplier, customer, kind, status, announced, 20260000, 20270000, "
           "100000000000000000, basis FROM deals, (WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n "
           "WHERE i < 150) SELECT i FROM n) WHERE key = 'amd-openai-6gw'");
    const Outcome checked = ochain(QStringLiteral("check"));
    QCOMPARE(checked.status, 1);
    QVERIFY2(checked.out.contains("deals huge-150: with this row all amounts together would pass 2^62"),
             checked.out.constData());
    const Outcome rolled = ochain(QStringLiteral("rollup"),
                                  {QStringLiteral("--by"), QStringLiteral("tier"), QStringLiteral("--measure"),
                                   QStringLiteral("revenue,spend"), QStringLiteral("--format"), QStringLiteral("csv")});
    QCOMPARE(rolled.status, 1);
    QVERIFY2(rolled.err.contains("all amounts together would pass 2^62"), rolled.err.constData());
    QVERIFY2(!rolled.out.contains(",-"), rolled.out.constData());
}

void TestCheck::anIndexOfALargeFileIsLookedThrough()
{
    runSql(m_file, "INSERT INTO sources (key, title) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n "
                   "WHERE i < 50000) SELECT 'source-' || i, printf('%0180d', i) FROM n");
    QCOMPARE(ochain(QStringLiteral("check"), {QStringLiteral("--accept")}).status, 0);
    QFile file(m_file);
    QVERIFY(file.size() > 8 << 20);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype entry = bytes.lastIndexOf("source-49999");
    QVERIFY(entry > 0);
    bytes.replace(entry, 12, "source-4999x"); // in the table or in the index: they differ
    file.seek(0);
    file.write(bytes);
    file.close();
    const Outcome checked = ochain(QStringLiteral("check"));
    QCOMPARE(checked.status, 1);
    QVERIFY2(checked.out.contains("the file is damaged"), checked.out.constData());
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
