// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QDir>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace ochain::testing;

/// Workbooks and single CSV files, out and in, by the real program.
class TestWorkbooks final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aWorkbookComesBackAsItWas();
    void aTableComesBackAsItWas_data();
    void aTableComesBackAsItWas();
    void aTableFromASpreadsheetChangesWhatWasEdited();
    void whatIsNoTableIsRefusedWithTheNamesThereAre();
    void otherFormsAreRefused_data();
    void otherFormsAreRefused();
    void aDamagedWorkbookChangesNothing();
    void aKillLeavesTheOldWorkbook();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] Outcome import(const char* name, const QStringList& more = {}) const
    {
        return run(QStringList{QStringLiteral("import"), m_file, path(name)} + more);
    }
    [[nodiscard]] Outcome exported(const char* name, const QStringList& more = {}) const
    {
        return run(QStringList{QStringLiteral("export"), m_file, path(name)} + more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestWorkbooks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path("chain.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestWorkbooks::aWorkbookComesBackAsItWas()
{
    const Outcome outcome = exported("chain.XLSX");
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out, path("chain.XLSX").toUtf8() + ": 11 tables\n");
    QCOMPARE(import("chain.XLSX", {QStringLiteral("--replace")}).out,
             QByteArray("nothing changed: the file says all of this already\n"));
    const QString anew = path("anew.ochain");
    QCOMPARE(run({QStringLiteral("init"), anew, QStringLiteral("--empty")}).status, 0);
    const Outcome in = run({QStringLiteral("import"), anew, path("chain.XLSX"), QStringLiteral("--replace")});
    QCOMPARE(in.err, QByteArray());
    const Outcome difference = run({QStringLiteral("diff"), m_file, anew});
    QCOMPARE(difference.out, QByteArray("no difference\n"));
    QCOMPARE(difference.status, 0);
}

void TestWorkbooks::aTableComesBackAsItWas_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isForExcel");
    QTest::newRow("plain") << "deals.csv" << false;
    QTest::newRow("for Excel") << "deals.csv" << true;
    QTest::newRow("in capitals") << "Deals.CSV" << false;
}

void TestWorkbooks::aTableComesBackAsItWas()
{
    QFETCH(QString, name);
    QFETCH(bool, isForExcel);
    const QByteArray file = name.toLatin1();
    const Outcome outcome =
        exported(file.constData(), isForExcel ? QStringList{QStringLiteral("--for-excel")} : QStringList());
    QCOMPARE(outcome.err, QByteArray());
    const QByteArray mark = isForExcel ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    QCOMPARE(contents(path(file.constData())), mark + contents(QStringLiteral(OCHAIN_DATASET "/deals.csv")));
    QCOMPARE(import(file.constData(), {QStringLiteral("--replace")}).out,
             QByteArray("nothing changed: the file says all of this already\n"));
}

void TestWorkbooks::aTableFromASpreadsheetChangesWhatWasEdited()
{
    write(path("deals.csv"), "Key;Capacity_MW\namd-openai-6gw;7000,5\n");
    const Outcome plan = import("deals.csv", {QStringLiteral("--dry-run")});
    QVERIFY2(plan.out.contains("deals.csv, line 2: capacity_mw “7000,5” was read as 7000.5"), plan.out.constData());
    QVERIFY2(plan.out.contains("would change: 1 field in 1 row"), plan.out.constData());
    QVERIFY(import("deals.csv").out.startsWith("deals.csv, line 2"));
}

void TestWorkbooks::whatIsNoTableIsRefusedWithTheNamesThereAre()
{
    write(path("sheet1.csv"), "key,capacity_mw\namd-openai-6gw,7\n"); // named as no table, it would be a list of edges
    const Outcome outcome = import("sheet1.csv");
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("needs the columns Source and Target"), outcome.err.constData());
    QVERIFY2(outcome.err.contains("or name the file as the table that is in it, such as deals.csv"),
             outcome.err.constData());
    QCOMPARE(contents(path("sheet1.csv")), QByteArray("key,capacity_mw\namd-openai-6gw,7\n"));
}

void TestWorkbooks::otherFormsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("old") << "a.xls";
    QTest::newRow("of OpenDocument") << "a.ods";
    QTest::newRow("binary") << "a.xlsb";
}

void TestWorkbooks::otherFormsAreRefused()
{
    QFETCH(QString, name);
    write(path(name.toLatin1().constData()), "x");
    const Outcome outcome = import(name.toLatin1().constData());
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("are not read; save it as .xlsx, or as CSV"), outcome.err.constData());
    QCOMPARE(exported(name.toLatin1().constData()).status, 2);
    QCOMPARE(contents(path(name.toLatin1().constData())), QByteArray("x"));
}

void TestWorkbooks::aDamagedWorkbookChangesNothing()
{
    QCOMPARE(exported("chain.xlsx").status, 0);
    write(path("chain.xlsx"), contents(path("chain.xlsx")).chopped(1000));
    const Outcome outcome = import("chain.xlsx");
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("chain.xlsx” cannot be read: the file is damaged or was not copied whole"),
             outcome.err.constData());
    QCOMPARE(run({QStringLiteral("log"), m_file}).out, QByteArray());
}

void TestWorkbooks::aKillLeavesTheOldWorkbook()
{
    QCOMPARE(exported("chain.xlsx").status, 0);
    const QByteArray old = contents(path("chain.xlsx"));
    for (int wait = 0; wait < 8; ++wait) {
        QProcess process;
        process.start(QStringLiteral(OCHAIN_PROGRAM), {QStringLiteral("export"), m_file, path("chain.xlsx")});
        QVERIFY(process.waitForStarted());
        QTest::qSleep(5 * wait);
        process.kill();
        process.waitForFinished();
        QVERIFY(import("chain.xlsx", {QStringLiteral("--dry-run")}).status == 0); // the old one, or the new one whole
    }
    QCOMPARE(exported("chain.xlsx").status, 0); // what was left beside is swept
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.part")}, QDir::Files | QDir::Hidden), QStringList());
    QVERIFY(!old.isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkbooks)
#include "tst_workbooks.moc"
