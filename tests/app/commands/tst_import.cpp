// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain::testing;

namespace {

/// As spreadsheets save "Unicode text": little-endian, with a byte order mark.
QByteArray utf16(const QByteArray& ascii)
{
    QByteArray text("\xFF\xFE");
    for (const char c : ascii)
        text.append(c).append('\0');
    return text;
}

} // namespace

/// The commands that bring CSV files in and out.
class TestImport final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aColumnThatIsNotThereChangesNothingThatWasKnown();
    void whatIsClearedIsTold_data();
    void whatIsClearedIsTold();
    void aDryRunSaysEveryFieldAndChangesNothing_data();
    void aDryRunSaysEveryFieldAndChangesNothing();
    void aDryRunRefusesWhatAnImportWould_data();
    void aDryRunRefusesWhatAnImportWould();
    void aPlanIsThereForPrograms();
    void filesThatAreNotReadAreNamed();
    void aLongPlanIsThereWhole();
    void anImportIsOneEditThatIsTakenBackAsOne();
    void replacingLeavesAnAbsentFileAlone();
    void filesOfOtherFormsAreRefusedWhole_data();
    void filesOfOtherFormsAreRefusedWhole();
    void cellsAsPeopleWriteThemAreReadAndListed_data();
    void cellsAsPeopleWriteThemAreReadAndListed();
    void anExportForExcelBeginsWithAMark();
    void anExportLeavesNoTableBehindThatIsGone();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void put(const QString& name, const QByteArray& text)
    {
        QVERIFY(QDir().mkpath(path("in")));
        write(path("in/") + name, text);
    }
    [[nodiscard]] Outcome import(const QStringList& more = {}) const
    {
        return run(QStringList{QStringLiteral("import"), m_file, path("in")} + more);
    }
    [[nodiscard]] QByteArray exported(const char* table) const
    {
        if (run({QStringLiteral("export"), m_file, path("out")}).status != 0)
            return "no export";
        return contents(path("out/") + QLatin1String(table));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path("chain.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestImport::aColumnThatIsNotThereChangesNothingThatWasKnown()
{
    // With empty columns in place of those that are not there, September 2025 would know 16 GW.
    put(QStringLiteral("deals.csv"), "key,capacity_mw\namd-openai-6gw,7000\n");
    const Outcome imported = import();
    QCOMPARE(imported.err, QByteArray());
    QCOMPARE(imported.out, QByteArray("edit 1: 1 field in 1 row\n"));
    const auto chips = [&](const QStringList& more) {
        return run(QStringList{QStringLiteral("rollup"), m_file, QStringLiteral("--group"),
                               QStringLiteral("openai-group"), QStringLiteral("--measure"),
                               QStringLiteral("capacity_in"), QStringLiteral("--layer"), QStringLiteral("chips"),
                               QStringLiteral("--format"), QStringLiteral("csv")} +
                   more)
            .out;
    };
    QVERIFY(chips({}).contains("openai-group,capacity_in,chips,total,27000000,"));
    QVERIFY(chips({QStringLiteral("--as-of"), QStringLiteral("2025-09-30")})
                .contains("openai-group,capacity_in,chips,total,10000000,"));
}

void TestImport::whatIsClearedIsTold_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("one") << QByteArray("key,announced\namd-openai-6gw,\n")
                         << QByteArray("edit 1: 1 field in 1 row\n1 field cleared: deals.announced\n");
    QTest::newRow("some of one kind, and others")
        << QByteArray("key,announced,starts,capacity_mw\namd-openai-6gw,,,7000\noracle-openai-45gw,2025-07-22,,4500\n")
        << QByteArray("edit 1: 4 fields in 2 rows\n3 fields cleared: deals.announced, deals.starts (2)\n");
    QTest::newRow("none") << QByteArray("key,capacity_mw\namd-openai-6gw,7000\n")
                          << QByteArray("edit 1: 1 field in 1 row\n");
}

void TestImport::whatIsClearedIsTold()
{
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, says);
    put(QStringLiteral("deals.csv"), csv);
    const Outcome imported = import();
    QCOMPARE(imported.err, QByteArray());
    QCOMPARE(imported.out, says);
}

void TestImport::aDryRunSaysEveryFieldAndChangesNothing_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* csv, const QStringList& options, const char* says) {
        QTest::newRow(name) << QByteArray(csv) << options << QByteArray(says);
    };
    row("changed and cleared", "key,announced,capacity_mw\namd-openai-6gw,,7123.5\n", {},
        "would change: 2 fields in 1 row\n"
        "1 field cleared: deals.announced\n"
        "deals:amd-openai-6gw.announced: 2025-10-06 → – (cleared)\n"
        "deals:amd-openai-6gw.capacity_mw: 6.0 GW → 7,123.5 MW\n");
    row("added",
        "key,supplier,customer,kind,status,value_usd,basis\nx,amd,openai-group,hardware,signed,1234000000000,assumed\n",
        {},
        "would change: 1 row added\n"
        "deals:x: added\n"
        "deals:x.supplier: – → amd\n"
        "deals:x.customer: – → openai-group\n"
        "deals:x.kind: – → hardware\n"
        "deals:x.status: – → signed\n"
        "deals:x.value_usd: – → $1.234T\n"
        "deals:x.basis: – → assumed\n");
    row("changed and added",
        "key,supplier,customer,kind,status,basis,capacity_mw\n"
        "amd-openai-6gw,amd,openai-group,hardware,signed,reported,7000\n"
        "x,amd,openai-group,hardware,signed,assumed,\n",
        {},
        "would change: 1 field in 1 row, 1 row added\n"
        "deals:amd-openai-6gw.capacity_mw: 6.0 GW → 7.0 GW\n"
        "deals:x: added\n"
        "deals:x.supplier: – → amd\n"
        "deals:x.customer: – → openai-group\n"
        "deals:x.kind: – → hardware\n"
        "deals:x.status: – → signed\n"
        "deals:x.basis: – → assumed\n");
    row("nothing", "key,capacity_mw\namd-openai-6gw,6000\n", {},
        "nothing would change: the file says all of this already\n");
}

void TestImport::aDryRunSaysEveryFieldAndChangesNothing()
{
    QFETCH(QByteArray, csv);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    put(QStringLiteral("deals.csv"), csv);
    const QByteArray before = contents(m_file);
    const Outcome plan = import(options + QStringList{QStringLiteral("--dry-run")});
    QCOMPARE(plan.err, QByteArray());
    QCOMPARE(plan.status, 0);
    QCOMPARE(plan.out, says);
    QCOMPARE(contents(m_file), before);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("chain*")}, QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("chain.ochain")});
    QCOMPARE(run({QStringLiteral("log"), m_file}).out, QByteArray());
}

void TestImport::aDryRunRefusesWhatAnImportWould_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a wrong column") << QByteArray("key,capacity\namd-openai-6gw,7000\n")
                                    << QByteArray("there is no column “capacity”");
    QTest::newRow("a row that breaks a rule") << QByteArray("key,ends\namd-openai-6gw,2020\n") << QByteArray("ends");
}

void TestImport::aDryRunRefusesWhatAnImportWould()
{
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, says);
    put(QStringLiteral("deals.csv"), csv);
    const Outcome plan = import({QStringLiteral("--dry-run")});
    const Outcome imported = import();
    QCOMPARE(plan.status, 2);
    QVERIFY2(plan.err.contains(says), plan.err.constData());
    QCOMPARE(plan.out, QByteArray());
    QCOMPARE(imported.status, 2);
    QCOMPARE(imported.err, plan.err);
    QCOMPARE(run({QStringLiteral("log"), m_file}).out, QByteArray());
}

void TestImport::aPlanIsThereForPrograms()
{
    put(QStringLiteral("deals.csv"), "key,announced,capacity_mw\namd-openai-6gw,,7000\n");
    put(QStringLiteral("nodes.csv"), "key,tier\nnewcomer,chips\n");
    const QStringList json{QStringLiteral("--dry-run"), QStringLiteral("--format"), QStringLiteral("json")};
    const QJsonArray changes =
        QJsonDocument::fromJson(import(json).out).object().value(QLatin1String("changes")).toArray();
    QCOMPARE(changes.size(), 4);
    QVERIFY(changes[0][QLatin1String("old")].isNull()); // the newcomer
    QCOMPARE(changes[2][QLatin1String("field")].toString(), QStringLiteral("announced"));
    QCOMPARE(changes[2][QLatin1String("new")].toString(), QString());
    QVERIFY(!changes[2][QLatin1String("new")].isNull());
    QCOMPARE(changes[3][QLatin1String("old")].toString(), QStringLiteral("6000"));
    QCOMPARE(changes[3][QLatin1String("new")].toString(), QStringLiteral("7000"));
    const Outcome without = import({QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(without.status, 2);
    QVERIFY2(without.err.contains("--dry-run"), without.err.constData());
    QCOMPARE(import().status, 0); // and is what the log says then
    const QJsonArray edits =
        QJsonDocument::fromJson(
            run({QStringLiteral("log"), m_file, QStringLiteral("--format"), QStringLiteral("json")}).out)
            .object()
            .value(QLatin1String("edits"))
            .toArray();
    QCOMPARE(edits[0][QLatin1String("changes")].toArray(), changes);
}

void TestImport::filesThatAreNotReadAreNamed()
{
    put(QStringLiteral("deals.csv"), "key,capacity_mw\namd-openai-6gw,7000\n");
    put(QStringLiteral("Nodes.csv"), "key,tier\nnewcomer,chips\n");
    put(QStringLiteral("deal.csv"), "key,capacity_mw\namd-openai-6gw,8000\n");
    put(QStringLiteral("notes.txt"), "mine\n");
    const Outcome outcome = import();
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.err, QByteArray("ochain: Nodes.csv was not read: no table has this name\n"
                                     "ochain: deal.csv was not read: no table has this name\n"));
}

void TestImport::aLongPlanIsThereWhole()
{
    QByteArray sources = "key,publisher,title\n";
    for (int i = 0; i < 20'000; ++i)
        sources += "more-" + QByteArray::number(i) + ",P,T\n";
    put(QStringLiteral("sources.csv"), sources);
    const Outcome plan = import({QStringLiteral("--dry-run")});
    QCOMPARE(plan.status, 0);
    QCOMPARE(plan.out.count('\n'), 1 + 3 * 20'000);
}

void TestImport::anImportIsOneEditThatIsTakenBackAsOne()
{
    const QByteArray before = exported("deals.csv") + exported("nodes.csv") + exported("citations.csv");
    put(QStringLiteral("deals.csv"), "key,capacity_mw,announced\namd-openai-6gw,7000,\noracle-openai-45gw,5000,2025\n");
    put(QStringLiteral("nodes.csv"), "tier,key\nchips,newcomer\n");
    QCOMPARE(import().status, 0);
    QVERIFY(exported("nodes.csv").contains("newcomer,chips,,,,,,,,\n"));
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    QCOMPARE(exported("deals.csv") + exported("nodes.csv") + exported("citations.csv"), before);
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 2);
}

void TestImport::replacingLeavesAnAbsentFileAlone()
{
    const QByteArray claims = exported("claims.csv");
    put(QStringLiteral("claims.csv"), claims.left(claims.lastIndexOf('\n', -2) + 1)); // without the last
    const Outcome replaced = import({QStringLiteral("--replace")});
    QCOMPARE(replaced.err, QByteArray());
    QCOMPARE(replaced.status, 0);
    QVERIFY(claims.startsWith(exported("claims.csv")) && exported("claims.csv") != claims);
    QCOMPARE(exported("deals.csv"), contents(QStringLiteral(OCHAIN_DATASET "/deals.csv")));
    // What goes must not leave others hanging: nodes.csv alone would take the parties of all deals away.
    QVERIFY(QFile::remove(path("in/claims.csv")));
    put(QStringLiteral("nodes.csv"), "key,tier\nnewcomer,chips\n");
    const Outcome refused = import({QStringLiteral("--replace")});
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains("nodes"), refused.err.constData());
    QCOMPARE(exported("nodes.csv"), contents(QStringLiteral(OCHAIN_DATASET "/nodes.csv")));
}

void TestImport::filesOfOtherFormsAreRefusedWhole_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QByteArray& csv, const char* says) {
        QTest::newRow(name) << csv << QByteArray(says);
    };
    row("a blank within a name", "key,capacity mw\namd-openai-6gw,7000\n", "write “capacity_mw”");
    row("a sign that one does not see", "key,capacity_mw\xE2\x80\x8B\namd-openai-6gw,7000\n",
        "no column “capacity_mw⟨U+200B⟩”; write “capacity_mw”");
    row("bars", "key|capacity_mw\namd-openai-6gw|7000\n", "there is no column “key|capacity_mw”");
    row("a column without a name", "key,capacity_mw,,\namd-openai-6gw,7000,x,\n", "“x” stands in column 3");
    row("an error behind carriage returns", "key,capacity_mw\ramd-openai-6gw,7000\rx\r", "deals.csv, line 3: ");
    row("UTF-16 without a mark", QByteArray("k\0e\0y\0,\0", 8), "the file is UTF-16 without the mark");
    row("a date in two ways", "key,announced\namd-openai-6gw,10/6/2025\n",
        "line 2: “10/6/2025” may be read in two ways, as 2025-10-06 or as 2025-06-10");
    row("a number in two ways", "key;capacity_mw\namd-openai-6gw;1.500\n",
        "line 2: “1.500” may be read in two ways, as 1.5 or as 1500");
    row("a decimal comma between commas", "key,capacity_mw\namd-openai-6gw,\"4,5\"\n", "line 2: “4,5” has separators");
    row("another currency", "key,value_usd\namd-openai-6gw,€5bn\n", "line 2: “€5bn” is not in US dollars");
    row("a fiscal quarter", "key,starts\namd-openai-6gw,Q3 FY26\n", "line 2: “Q3 FY26” is a quarter of a fiscal year");
}

void TestImport::filesOfOtherFormsAreRefusedWhole()
{
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, says);
    put(QStringLiteral("deals.csv"), csv);
    put(QStringLiteral("nodes.csv"), "key,tier\nnewcomer,chips\n"); // which would be fine by itself
    const Outcome refused = import();
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains(says), refused.err.constData());
    QVERIFY(refused.err.contains("deals.csv, line "));
    QCOMPARE(run({QStringLiteral("log"), m_file}).out, QByteArray());
    QCOMPARE(exported("nodes.csv"), contents(QStringLiteral(OCHAIN_DATASET "/nodes.csv")));
}

void TestImport::cellsAsPeopleWriteThemAreReadAndListed_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QByteArray& csv, const QByteArray& says) {
        QTest::newRow(name) << csv << says;
    };
    row("a date of a spreadsheet", "key,announced\namd-openai-6gw,10/26/2025\n",
        "deals.csv, line 2: announced “10/26/2025” was read as 2025-10-26\n");
    row("a month of a spreadsheet", "key,ends\namd-openai-6gw,Jun-35\n",
        "deals.csv, line 2: ends “Jun-35” was read as 2035-06\n");
    row("an amount of a spreadsheet", "key,value_usd\namd-openai-6gw,3E+11\n",
        "deals.csv, line 2: value_usd “3E+11” was read as 300000000000\n");
    row("thousands", "key,capacity_mw\namd-openai-6gw,\"8,500\"\n",
        "deals.csv, line 2: capacity_mw “8,500” was read as 8500\n");
    row("as people write it", "key,value_usd\namd-openai-6gw,up to $100B\n",
        "deals.csv, line 2: value_usd “up to $100B” was read as 100000000000\n"
        "deals.csv, line 2: commitment “up to $100B” was read as ceiling\n");
    row("UTF-16", utf16("key,ends\namd-openai-6gw,2H35\n"), "deals.csv, line 2: ends “2H35” was read as 2035-12\n");
}

void TestImport::cellsAsPeopleWriteThemAreReadAndListed()
{
    QFETCH(QByteArray, csv);
    QFETCH(QByteArray, says);
    put(QStringLiteral("deals.csv"), csv);
    const Outcome plan = import({QStringLiteral("--dry-run")});
    QCOMPARE(plan.err, QByteArray());
    QVERIFY2(plan.out.startsWith(says + "would change: "), plan.out.constData());
    const Outcome json = import({QStringLiteral("--dry-run"), QStringLiteral("--format"), QStringLiteral("json")});
    const QJsonArray reads = QJsonDocument::fromJson(json.out).object().value(QLatin1String("reads")).toArray();
    QCOMPARE(reads.size(), says.count('\n'));
    QCOMPARE(reads[0][QLatin1String("line")].toInt(), 2);
    const Outcome outcome = import();
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith(says + "edit 1: "), outcome.out.constData());
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0); // one step, whatever it filled in
    QCOMPARE(exported("deals.csv"), contents(QStringLiteral(OCHAIN_DATASET "/deals.csv")));
}

void TestImport::anExportForExcelBeginsWithAMark()
{
    const Outcome outcome = run({QStringLiteral("export"), m_file, path("marked"), QStringLiteral("--for-excel")});
    QCOMPARE(outcome.status, 0);
    const QByteArray deals = contents(path("marked/deals.csv"));
    QVERIFY(deals.startsWith("\xEF\xBB\xBFkey,"));
    QCOMPARE(deals.mid(3), exported("deals.csv"));
    QCOMPARE(run({QStringLiteral("import"), m_file, path("marked"), QStringLiteral("--replace")}).out,
             QByteArray("nothing changed: the file says all of this already\n"));
    QCOMPARE(run({QStringLiteral("export"), m_file, path("marked")}).status, 0); // and it may be written over
    QVERIFY(contents(path("marked/deals.csv")).startsWith("key,"));
}

void TestImport::anExportLeavesNoTableBehindThatIsGone()
{
    QCOMPARE(run({QStringLiteral("edit"), m_file, QStringLiteral("--add"), QStringLiteral("scenarios:low")}).status, 0);
    QVERIFY(exported("scenarios.csv").contains("low,"));
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    write(path("out/notes.csv"), "mine\n");
    write(path("out/overrides.csv"), "scenario,table,row_key,field,value\nmine,deals,x,capacity_mw,7\n");
    const Outcome without = run({QStringLiteral("export"), m_file, path("out")});
    QCOMPARE(without.status, 0);
    for (const char* table : {"scenarios", "overrides"})
        QVERIFY2(without.out.contains('\n' + path("out/").toUtf8() + table + ".csv: removed, "),
                 without.out.constData());
    QCOMPARE(without.out.count('\n'), 3);
    QCOMPARE(exported("scenarios.csv"), QByteArray());
    QVERIFY(!QFileInfo::exists(path("out/scenarios.csv")));
    QCOMPARE(contents(path("out/notes.csv")), QByteArray("mine\n"));
    QCOMPARE(run({QStringLiteral("import"), m_file, path("out")}).out,
             QByteArray("nothing changed: the file says all of this already\n"));
    write(path("out/scenarios.csv"), "key,name_en\nlow,By hand\n");
    const Outcome again = run({QStringLiteral("export"), m_file, path("out")});
    QCOMPARE(again.status, 0);
    QVERIFY2(again.err.contains("scenarios.csv is of no export"), again.err.constData());
    QCOMPARE(contents(path("out/scenarios.csv")), QByteArray("key,name_en\nlow,By hand\n"));
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
