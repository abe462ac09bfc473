// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace ochain::testing;

namespace {

QStringList wordsIn(const QByteArray& line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
QJsonObject objectIn(const Outcome& outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}
QStringList textsIn(const QJsonValue& list)
{
    QStringList texts;
    const QJsonArray values = list.toArray();
    for (const auto& value : values)
        texts << value.toString();
    return texts;
}

constexpr const char* kNodes = "key,tier,kind\n"
                               "grid,power,company\nsite,cloud-dc,site\nlab,models,company\nfab,chips,company\n";
constexpr const char* kDeals = "key,supplier,customer,kind,status,starts,ends,capacity_mw,value_usd,basis\n"
                               "grid-site,grid,site,power,signed,2026,2030,300,1000000,assumed\n"
                               "site-lab,site,lab,cloud,signed,2026,2030,400,4000000,assumed\n"
                               "fab-lab,fab,lab,lease,signed,2027,2030,350,2000000,assumed\n"
                               "fab-site,fab,site,licence,signed,2026,2030,,,assumed\n"
                               "lab-grid,lab,grid,licence,signed,2026,2030,,600000,assumed\n";

} // namespace

/// ochain deliverable, ochain importance and ochain reconcile, on a small chain and on the one for tests.
class TestWhatStands final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void layersAreToldFromTheNodeUpstream();
    void slipsAndScalesAreTried_data();
    void slipsAndScalesAreTried();
    void everyFormTellsTheSameLayers();
    void whatFailuresCostIsRanked();
    void whoFallsIsTold();
    void formsOfAFailureTellTheSame();
    void rivalsAreReconciled();
    void mistakesAreSaid_data();
    void mistakesAreSaid();

private:
    [[nodiscard]] Outcome ask(const char* command, const QByteArray& options) const
    {
        return run(QStringList{QString::fromLatin1(command), m_file} + wordsIn(options));
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void TestWhatStands::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("chain.ochain"));
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("small")));
    write(m_folder.filePath(QStringLiteral("small/nodes.csv")), kNodes);
    write(m_folder.filePath(QStringLiteral("small/deals.csv")), kDeals);
    const Outcome imported = run({QStringLiteral("import"), m_file, m_folder.filePath(QStringLiteral("small"))});
    QCOMPARE(imported.err, QByteArray());
}

void TestWhatStands::layersAreToldFromTheNodeUpstream()
{
    const Outcome outcome = ask("deliverable", "--node lab --at 2028 --format json");
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    const QJsonObject told = objectIn(outcome);
    QCOMPARE(textsIn(told.value(QStringLiteral("chain"))),
             (QStringList{QStringLiteral("lab"), QStringLiteral("site"), QStringLiteral("grid")}));
    QStringList rows;
    const QJsonArray all = told.value(QStringLiteral("rows")).toArray();
    for (const auto& value : all) {
        const QJsonObject row = value.toObject();
        rows << QStringLiteral("%1 %2 %3 %4 %5 %6")
                    .arg(row.value(QStringLiteral("node")).toString(), row.value(QStringLiteral("layer")).toString())
                    .arg(row.value(QStringLiteral("contracted")).toInteger())
                    .arg(row.value(QStringLiteral("supportable")).toInteger())
                    .arg(row.value(QStringLiteral("delivered")).toInteger())
                    .arg(row.value(QStringLiteral("binds")).toBool() ? 1 : 0);
    }
    QCOMPARE(rows, (QStringList{QStringLiteral("lab chips 350000 300000 350000 0"),
                                QStringLiteral("lab cloud-dc 400000 300000 300000 1"),
                                QStringLiteral("site power 300000 300000 300000 1")}));
    QCOMPARE(told.value(QStringLiteral("lens")).toObject().value(QStringLiteral("period")).toString(),
             QStringLiteral("2028"));
}

void TestWhatStands::slipsAndScalesAreTried_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("as it is") << QByteArray("--at 2028") << QByteArray("lab, 2028: 300 MW can be delivered\n");
    QTest::newRow("a scale") << QByteArray("--at 2028 --scale grid-site=50")
                             << QByteArray("lab, 2028: 150 MW can be delivered\n");
    QTest::newRow("more than was said") << QByteArray("--at 2028 --scale grid-site=112.5")
                                        << QByteArray("lab, 2028: 338 MW can be delivered\n");
    QTest::newRow("two scales") << QByteArray("--at 2028 --scale grid-site=200 --scale fab-lab=10")
                                << QByteArray("lab, 2028: 35 MW can be delivered\n");
    QTest::newRow("a slip that is too short")
        << QByteArray("--at 2028 --slip grid-site=6") << QByteArray("lab, 2028: 300 MW can be delivered\n");
    QTest::newRow("before it stands") << QByteArray("--at 2027Q2 --slip site-lab=24")
                                      << QByteArray("lab, 2027Q2: 350 MW can be delivered\n");
    QTest::newRow("nothing stands any more")
        << QByteArray("--at 2026 --slip site-lab=24")
        << QByteArray(
               "lab, 2026: nothing constrains it, as nobody supplies it with capacity that is known to stand then\n");
}

void TestWhatStands::slipsAndScalesAreTried()
{
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, says);
    const Outcome outcome = ask("deliverable", "--node lab " + options);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.left(says.size()), says);
}

void TestWhatStands::everyFormTellsTheSameLayers()
{
    QCOMPARE(ask("deliverable", "--node lab --at 2028 --format csv").out,
             QByteArray("node,layer,contracted,supportable,delivered,binds\n"
                        "lab,chips,350000,300000,350000,0\n"
                        "lab,cloud-dc,400000,300000,300000,1\n"
                        "site,power,300000,300000,300000,1\n"));
    const Outcome table = ask("deliverable", "--node lab --at 2028");
    QVERIFY2(table.out.contains("\nlab   cloud-dc      400 MW     300 MW  binds\n"), table.out.constData());
    QVERIFY2(table.out.contains("\ncritical chain: lab (cloud-dc) ← site (power) ← grid\n"), table.out.constData());
}

void TestWhatStands::whatFailuresCostIsRanked()
{
    const Outcome outcome = ask("importance", "--at 2028 --format json");
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    const QJsonArray rows = objectIn(outcome).value(QStringLiteral("rows")).toArray();
    QVERIFY(rows.size() > 4);
    qint64 before = std::numeric_limits<qint64>::max();
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        const qint64 impact = row.value(QStringLiteral("impact")).toInteger(-1);
        QVERIFY(impact >= 0 && impact <= before);
        QVERIFY(row.value(QStringLiteral("residual")).toDouble() <= 1e-15);
        before = impact;
    }
    const QJsonArray most =
        objectIn(ask("importance", "--at 2028 --most 3 --format json")).value(QStringLiteral("rows")).toArray();
    QCOMPARE(most.size(), 3);
    QCOMPARE(most.at(2), rows.at(2));
}

/// Each deal pays a fifth of its value in a year.
void TestWhatStands::whoFallsIsTold()
{
    const QJsonObject told = objectIn(ask("importance", "--node grid --at 2026 --format json"));
    const QJsonObject row = told.value(QStringLiteral("rows")).toArray().at(0).toObject();
    QCOMPARE(row.value(QStringLiteral("node")).toString(), QStringLiteral("grid"));
    QCOMPARE(row.value(QStringLiteral("exposure")).toInteger(-1), qint64{0});
    QStringList falls;
    const QJsonArray all = told.value(QStringLiteral("falls")).toArray();
    for (const auto& value : all)
        falls << value.toObject().value(QStringLiteral("node")).toString();
    falls.sort();
    QCOMPARE(falls, (QStringList{QStringLiteral("grid"), QStringLiteral("lab"), QStringLiteral("site")}));
    const QJsonObject fab = objectIn(ask("importance", "--node fab --at 2026 --format json"))
                                .value(QStringLiteral("rows"))
                                .toArray()
                                .at(0)
                                .toObject();
    QCOMPARE(fab.value(QStringLiteral("unresolved")).toInteger(-1), qint64{1});
    QVERIFY(fab.value(QStringLiteral("exposure")).toInteger(-1) > 0);
}

void TestWhatStands::formsOfAFailureTellTheSame()
{
    const QByteArray csv = ask("importance", "--at 2028 --most 2 --format csv").out;
    const QJsonArray rows =
        objectIn(ask("importance", "--at 2028 --most 2 --format json")).value(QStringLiteral("rows")).toArray();
    QVERIFY(csv.startsWith("node,impact,exposure,unresolved,share_bp,iterations,residual\n"));
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        const QString line = QStringLiteral("\n%1,%2,%3,")
                                 .arg(row.value(QStringLiteral("node")).toString())
                                 .arg(row.value(QStringLiteral("impact")).toInteger())
                                 .arg(row.value(QStringLiteral("exposure")).toInteger());
        QVERIFY2(csv.contains(line.toUtf8()), csv.constData());
    }
    const Outcome alone = ask("importance", "--node fab --at 2050Q1");
    QCOMPARE(alone.status, 2);
    const QByteArray table = ask("importance", "--node grid --at 2026").out;
    QVERIFY2(table.contains("\nfalls ") && table.contains("\n2026: residual "), table.constData());
}

void TestWhatStands::rivalsAreReconciled()
{
    write(m_folder.filePath(QStringLiteral("small/sources.csv")),
          "key,publisher,kind\nfiled,Filing,filing\nsaid,Press,press\n");
    write(m_folder.filePath(QStringLiteral("small/claims.csv")),
          "table,row_key,field,as_of,value,source,adopted\n"
          "deals,fab-lab,capacity_mw,2026,350,filed,1\ndeals,fab-lab,capacity_mw,2026,400,said,0\n");
    const QString copy = m_folder.filePath(QStringLiteral("rivals.ochain"));
    QVERIFY(QFile::copy(m_file, copy));
    QCOMPARE(run({QStringLiteral("import"), copy, m_folder.filePath(QStringLiteral("small"))}).err, QByteArray());
    const Outcome outcome = run({QStringLiteral("reconcile"), copy, QStringLiteral("--group"), QStringLiteral("lab"),
                                 QStringLiteral("--format"), QStringLiteral("csv")});
    QCOMPARE(outcome.err, QByteArray());
    // 350 ± 7 and 400 ± 40: 350 + 50 · 49 ÷ (49 + 1600)
    QVERIFY2(outcome.out.contains("\nfab-lab,capacity_mw,350000,351486,1,0.97"), outcome.out.constData());
    QVERIFY2(outcome.out.contains(",capacity_mw,400000,351486,1,0.02"), outcome.out.constData());
    const Outcome nothing = run({QStringLiteral("reconcile"), copy, QStringLiteral("--group"), QStringLiteral("grid")});
    QVERIFY2(nothing.out.startsWith("nothing to reconcile: no figure has a rival\n"), nothing.out.constData());
}

void TestWhatStands::mistakesAreSaid_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* command, const char* options, const char* says) {
        QTest::addRow("%s %s", command, options) << QByteArray(command) << QByteArray(options) << QByteArray(says);
    };
    row("deliverable", "--node nobody", "--node: there is no node “nobody”; give its key or its name");
    row("deliverable", "", "--node is required");
    row("deliverable", "--node lab --at 1950", "--at 1950 is not in the calendar of this chain, which covers ");
    row("deliverable", "--node lab --at later", "--at later: what can be delivered is of a year or a quarter, or of ");
    row("deliverable", "--node lab --slip grid-site", "--slip: “grid-site” is not DEAL=MONTHS; write it as ");
    row("deliverable", "--node lab --slip grid-site=soon", "--slip: “soon” is no whole number from 0 to 600");
    row("deliverable", "--node lab --scale grid-site=-5", "--scale: “-5” is no number from 0 to 1000; write it in ");
    row("deliverable", "--node lab --scale nothing=5", "--scale: there is no deal “nothing”");
    row("deliverable", "--node lab --scale fab-site=5", "fab-site has no capacity that could be scaled; give it one");
    row("importance", "--node nobody", "--node: there is no node “nobody”; give its key or its name");
    row("importance", "--most 0", "--most: “0” is no whole number from 1 to ");
    row("reconcile", "--group nobody", "--group: there is no node or tier “nobody”; give its key or its name");
}

void TestWhatStands::mistakesAreSaid()
{
    QFETCH(const QByteArray, command);
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, says);
    const Outcome outcome = ask(command.constData(), options);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.startsWith("ochain: " + says), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestWhatStands)
#include "tst_what_stands.moc"
