// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain::testing;

/// Graphs out and in on the command line.
class TestGraphs final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aListOfEdgesComesInAsOneEdit();
    void aDryRunSaysItAndChangesNothing();
    void whatIsMissingIsAskedForWithTheChoices();
    void whatGraphsDoNotTakeIsRefused_data();
    void whatGraphsDoNotTakeIsRefused();
    void whatIsWrongChangesNothing();
    void theShippedChainGoesOutAndInAgain_data();
    void theShippedChainGoesOutAndInAgain();
    void networkxReadsAndWritesTheGraph();
    void anExportForExcelBeginsWithAMark();
    void anExportTakesThePlaceOfAFileWhole();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] Outcome import(const char* name, const QStringList& more = {}) const
    {
        return run(QStringList{QStringLiteral("import"), m_file, path(name)} + more);
    }
    [[nodiscard]] Outcome exportTo(const char* name, const QStringList& more = {}) const
    {
        return run(QStringList{QStringLiteral("export"), m_file, path(name)} + more);
    }
    [[nodiscard]] QByteArray exported(const char* table) const
    {
        return exportTo("tables").status == 0 ? contents(path("tables/") + QLatin1String(table)) : "no export";
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

namespace {

const QStringList& named()
{
    static const QStringList kNamed{QStringLiteral("--kind"), QStringLiteral("hardware"), QStringLiteral("--tier"),
                                    QStringLiteral("chips")};
    return kNamed;
}

constexpr const char* kEdges = "Source,Target,Weight\nAMD,OpenAI Group PBC,5000000000\nNewcomer,AMD,\n";

} // namespace

void TestGraphs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path("chain.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestGraphs::aListOfEdgesComesInAsOneEdit()
{
    const QByteArray before = exported("deals.csv") + exported("nodes.csv");
    write(path("edges.csv"), kEdges);
    const Outcome imported = import("edges.csv", named());
    QCOMPARE(imported.err, QByteArray());
    QCOMPARE(imported.out, QByteArray("edit 1: 3 rows added\n"));
    QVERIFY(exported("deals.csv")
                .contains("amd-openai-group-hardware,amd,openai-group,hardware,announced,,,,,5000000000,"));
    QVERIFY(exported("nodes.csv").contains("newcomer,chips,company,,Newcomer,"));
    QCOMPARE(import("edges.csv", named()).out, QByteArray("nothing changed: the file says all of this already\n"));
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    QCOMPARE(exported("deals.csv") + exported("nodes.csv"), before);
}

void TestGraphs::aDryRunSaysItAndChangesNothing()
{
    write(path("edges.csv"), "Source,Target,Type,Weight,Colour\nAMD,openai-group,Undirected,7,red\n");
    const QByteArray before = contents(m_file);
    const QStringList dry =
        named() + QStringList{QStringLiteral("--dry-run"), QStringLiteral("--weight"), QStringLiteral("capacity_mw")};
    const Outcome plan = import("edges.csv", dry);
    QCOMPARE(plan.err, QByteArray());
    QCOMPARE(plan.out,
             QByteArray("edges have no direction in the file; they were read as written, from supplier (source) to "
                        "customer (target)\n"
                        "not read, since a chain has no place for it: Colour\n"
                        "would change: 1 row added\n"
                        "deals:amd-openai-group-hardware: added\n"
                        "deals:amd-openai-group-hardware.supplier: – → amd\n"
                        "deals:amd-openai-group-hardware.customer: – → openai-group\n"
                        "deals:amd-openai-group-hardware.kind: – → hardware\n"
                        "deals:amd-openai-group-hardware.status: – → announced\n"
                        "deals:amd-openai-group-hardware.basis: – → reported\n"
                        "deals:amd-openai-group-hardware.capacity_mw: – → 7 MW\n"));
    const QJsonObject json =
        QJsonDocument::fromJson(
            import("edges.csv", dry + QStringList{QStringLiteral("--format"), QStringLiteral("json")}).out)
            .object();
    QCOMPARE(json.value(QLatin1String("notes")).toArray().size(), 2);
    QCOMPARE(json.value(QLatin1String("changes")).toArray().size(), 7);
    QCOMPARE(contents(m_file), before);
}

void TestGraphs::whatIsMissingIsAskedForWithTheChoices()
{
    write(path("edges.csv"), kEdges);
    const Outcome refused = import("edges.csv");
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains("(on the command line --kind KEY). There are power, land, construction, "),
             refused.err.constData());
    QVERIFY2(refused.err.contains(
                 "1 (Newcomer); name the tier for new nodes (on the command line --tier KEY). There are upstream, "),
             refused.err.constData());
}

void TestGraphs::whatGraphsDoNotTakeIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QStringList& arguments, const char* says) {
        QTest::newRow(name) << arguments << QByteArray(says);
    };
    row("to replace by", {QStringLiteral("edges.csv"), QStringLiteral("--replace")}, "“--replace” is not for graphs");
    row("a weight of nothing", {QStringLiteral("edges.csv"), QStringLiteral("--weight"), QStringLiteral("equity_pct")},
        "--weight");
    row("a kind for tables", {QStringLiteral("."), QStringLiteral("--kind"), QStringLiteral("cloud")},
        "“--kind”, “--tier” and “--weight” are for graphs");
    row("a file that is not there", {QStringLiteral("none.graphml")}, "none.graphml");
    row("a list without ends", {QStringLiteral("other.csv")}, "other.csv, line 1: a list of edges needs the columns");
}

void TestGraphs::whatGraphsDoNotTakeIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    write(path("edges.csv"), kEdges);
    write(path("other.csv"), "key,value\n");
    const Outcome refused = import(qPrintable(arguments.front()), arguments.mid(1));
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains(says), refused.err.constData());
    QCOMPARE(run({QStringLiteral("log"), m_file}).out, QByteArray());
}

void TestGraphs::whatIsWrongChangesNothing()
{
    write(path("edges.csv"), "Source,Target,Weight\nAMD,OpenAI Group PBC,5\nAMD,AMD,\nNewcomer,AMD,-1\n");
    const Outcome refused = import("edges.csv", named());
    QCOMPARE(refused.status, 2);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY2(refused.err.contains("edges.csv, line 3: ") && refused.err.contains("edges.csv, line 4: "),
             refused.err.constData());
    QCOMPARE(run({QStringLiteral("log"), m_file}).out, QByteArray());
}

void TestGraphs::theShippedChainGoesOutAndInAgain_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"graph.graphml", "graph.json", "graph.csv"})
        QTest::newRow(name) << QByteArray(name);
}

void TestGraphs::theShippedChainGoesOutAndInAgain()
{
    QFETCH(QByteArray, name);
    m_file = path("shipped.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file}).status, 0);
    QCOMPARE(exportTo(name.constData()).status, 0);
    QCOMPARE(import(name.constData()).out, QByteArray("nothing changed: the file says all of this already\n"));
    QVERIFY(QDir().mkpath(path("bare")));
    for (const char* table : {"tiers.csv", "deal_kinds.csv", "statuses.csv"})
        write(path("bare/") + QLatin1String(table),
              contents(QStringLiteral(OCHAIN_SHIPPED "/") + QLatin1String(table)));
    m_file = path("bare.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), path("bare")}).status, 0);
    const Outcome imported = import(name.constData(), {QStringLiteral("--tier"), QStringLiteral("cloud-providers")});
    QCOMPARE(imported.err, QByteArray());
    QCOMPARE(imported.status, 0);
    const QByteArray again = "again-" + name;
    QCOMPARE(exportTo(again.constData()).status, 0);
    QCOMPARE(contents(path(again.constData())), contents(path(name.constData())));
}

void TestGraphs::networkxReadsAndWritesTheGraph()
{
    QCOMPARE(exportTo("graph.graphml").status, 0);
    QProcess python;
    python.setWorkingDirectory(m_folder->path());
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import json, networkx as nx\n"
                                 "g = nx.read_graphml('graph.graphml', force_multigraph=True)\n"
                                 "nx.write_graphml(g, 'nx.graphml')\n"
                                 "json.dump(nx.node_link_data(g), open('nx.json', 'w'))\n"
                                 "e = g.edges['amd', 'openai-group', 'amd-openai-6gw']\n"
                                 "print(g.is_directed(), g.nodes['amd']['label'], e['capacity_mw'], e['kind'])\n")});
    QVERIFY(python.waitForFinished(120'000));
    const QByteArray said = python.readAllStandardError();
    if (said.contains("No module named 'networkx'"))
        QSKIP("networkx is not there");
    QVERIFY2(python.exitCode() == 0, said.constData());
    QCOMPARE(python.readAllStandardOutput(), QByteArray("True AMD 6000.0 hardware\n"));
    for (const char* name : {"nx.graphml", "nx.json"}) {
        const Outcome back = import(name);
        QCOMPARE(back.err, QByteArray());
        QCOMPARE(back.out, QByteArray("nothing changed: the file says all of this already\n"));
    }
}

void TestGraphs::anExportForExcelBeginsWithAMark()
{
    QCOMPARE(exportTo("graph.csv", {QStringLiteral("--for-excel")}).status, 0);
    QVERIFY(contents(path("graph.csv")).startsWith("\xEF\xBB\xBFSource,Target,"));
    QCOMPARE(import("graph.csv").out, QByteArray("nothing changed: the file says all of this already\n"));
    QCOMPARE(exportTo("graph.json", {QStringLiteral("--for-excel")}).status, 2);
}

void TestGraphs::anExportTakesThePlaceOfAFileWhole()
{
    write(path("graph.json"), "mine");
    const Outcome written = exportTo("graph.json");
    QCOMPARE(written.status, 0);
    QVERIFY2(written.out.startsWith(path("graph.json").toUtf8() + ": d3 JSON ("), written.out.constData());
    QVERIFY(!QJsonDocument::fromJson(contents(path("graph.json")))
                 .object()
                 .value(QLatin1String("links"))
                 .toArray()
                 .isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("graph*")}, QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("graph.json")});
    QCOMPARE(exportTo("nowhere/graph.json").status, 2);
}

QTEST_GUILESS_MAIN(TestGraphs)
#include "tst_graphs.moc"
