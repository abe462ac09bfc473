// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QFileInfo>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain::testing;

/// Values of options: groups and layers by key or name, days and periods as people write them, plain numbers.
class TestTypedOptions final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void groupsAndLayersMayBeCalledByName_data();
    void groupsAndLayersMayBeCalledByName();
    void aNameThatSeveralBearIsRefused_data();
    void aNameThatSeveralBearIsRefused();
    void daysAndPeriodsAreReadAsPeopleWriteThem_data();
    void daysAndPeriodsAreReadAsPeopleWriteThem();
    void daysAndPeriodsThatAreNoneAreRefused_data();
    void daysAndPeriodsThatAreNoneAreRefused();
    void boundsMayBeTheQuartersOfAYearsEnds();
    void whatFitsTheFlowIsDrawn_data();
    void whatFitsTheFlowIsDrawn();
    void aNumberIsPlainDigits_data();
    void aNumberIsPlainDigits();
    void oneMistakeOfAnOptionIsOneLine();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestTypedOptions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path("chain.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestTypedOptions::groupsAndLayersMayBeCalledByName_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("same");
    QTest::addColumn<QByteArray>("says");
    const auto group = [](const char* name) { return QStringList{QStringLiteral("--group"), QString::fromUtf8(name)}; };
    const auto layer = [&](const char* name) {
        return group("openai-group") + QStringList{QStringLiteral("--layer"), QString::fromUtf8(name)};
    };
    QTest::newRow("a company") << group("OpenAI Group PBC") << group("openai-group") << QByteArray();
    QTest::newRow("a tier") << group("chips and hardware") << group("chips") << QByteArray();
    QTest::newRow("a layer") << layer("Chips and hardware") << layer("chips") << QByteArray();
    QTest::newRow("nobody") << group("Nobody Inc") << QStringList()
                            << QByteArray("--group: there is no node or tier “Nobody Inc”; give its key or its name");
    QTest::newRow("no layer") << layer("capital") << QStringList()
                              << QByteArray("--layer: “capital” is no capacity layer; there are land, power, ");
}

void TestTypedOptions::groupsAndLayersMayBeCalledByName()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, same);
    QFETCH(QByteArray, says);
    const QStringList rollup{QStringLiteral("rollup"), m_file, QStringLiteral("--measure"),
                             QStringLiteral("capacity_in")};
    const Outcome outcome = run(rollup + options);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    if (!same.isEmpty())
        QCOMPARE(outcome.out, run(rollup + same).out);
    const Outcome picture = run(QStringList{QStringLiteral("chart"), m_file, QStringLiteral("--view"),
                                            QStringLiteral("flow"), QStringLiteral("--out"), path("x.png")} +
                                options);
    QCOMPARE(picture.status, same.isEmpty() ? 2 : 0);
    QVERIFY2(picture.err.contains(says), picture.err.constData());
}

void TestTypedOptions::aNameThatSeveralBearIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* group, const char* layer, const char* says) {
        QTest::addRow("%s %s", group, layer) << QStringList{QStringLiteral("--group"), QString::fromLatin1(group),
                                                            QStringLiteral("--layer"), QString::fromLatin1(layer)}
                                             << QByteArray(says);
    };
    row("Node and tier", "chips", "--group: 2 rows are called “Node and tier”; give the key of one: n1, t1");
    row("twin nodes", "chips", "--group: 3 rows are called “twin nodes”; give the key of one: n2, n3, t2");
    row("openai-group", "Twin layers", "--layer: 2 rows are called “Twin layers”; give the key of one: t5, t6");
    row("n1", "chips", "");                    // a key is no name, whoever bears it as one
    row("openai-group", "Layer and tier", ""); // only one of them is a layer
}

void TestTypedOptions::aNameThatSeveralBearIsRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    addTwins(*m_folder, m_file);
    const Outcome outcome =
        run(QStringList{QStringLiteral("rollup"), m_file, QStringLiteral("--measure"), QStringLiteral("capacity_in")} +
            options);
    QCOMPARE(outcome.err, says.isEmpty() ? says : "ochain: " + says + '\n');
    QCOMPARE(outcome.status, says.isEmpty() ? 0 : 2);
}

void TestTypedOptions::daysAndPeriodsAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QStringList>("plain");
    const auto row = [](const char* option, const char* typed, const char* plain) {
        QTest::addRow("%s %s", option, typed) << QStringList{QString::fromLatin1(option), QString::fromUtf8(typed)}
                                              << QStringList{QString::fromLatin1(option), QString::fromUtf8(plain)};
    };
    row("--as-of", "30 Sep 2025", "2025-09-30");
    row("--as-of", "9/30/2025", "2025-09-30");
    row("--as-of", "2025年9月30日", "2025-09-30");
    row("--from", "Q3 2027", "2027Q3");
    row("--from", "3q27", "2027Q3");
    row("--to", "2028 Q1", "2028Q1");
    row("--to", "2028年", "2028");
}

void TestTypedOptions::daysAndPeriodsAreReadAsPeopleWriteThem()
{
    QFETCH(QStringList, typed);
    QFETCH(QStringList, plain);
    const QStringList rollup{QStringLiteral("rollup"),   m_file,
                             QStringLiteral("--group"),  QStringLiteral("openai-group"),
                             QStringLiteral("--period"), QStringLiteral("quarter"),
                             QStringLiteral("--format"), QStringLiteral("json")};
    const Outcome one = run(rollup + typed);
    const Outcome other = run(rollup + plain);
    QCOMPARE(one.err, QByteArray());
    QCOMPARE(one.out, other.out); // what the lens says included
}

void TestTypedOptions::daysAndPeriodsThatAreNoneAreRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* line, const char* says) {
        QTest::newRow(line) << QString::fromUtf8(line) << QByteArray(says);
    };
    row("rollup FILE --by tier --as-of FY2027", "--as-of: “FY2027” is no whole day; write it as 2025-09-30");
    row("rollup FILE --by tier --as-of today", "--as-of: “today” is no whole day; write it as 2025-09-30");
    row("rollup FILE --by tier --as-of 7/8/2026", "--as-of: “7/8/2026” may be read in two ways");
    row("rollup FILE --by tier --as-of 2025-09", "--as-of: “2025-09” is no whole day; write it as 2025-09-30");
    row("rollup FILE --by tier --as-of -", "--as-of: “-” is no whole day");
    row("rollup FILE --by tier --as-of 2025-02-30", "--as-of: “2025-02-30” is not in the calendar");
    row("rollup FILE --by tier --from FY2027", "--from: “FY2027” is a fiscal period");
    row("rollup FILE --by tier --to 2H2027", "--to: “2H2027” is half a year; a period is a year or a quarter");
    row("rollup FILE --by tier --to 2027-07",
        "--to: “2027-07” is no period; write a year or a quarter: 2027 or 2027Q3");
    row("rollup FILE --by tier --from 2027Q5", "--from: “2027Q5” is no period");
    row("rollup FILE --by tier --from 0001", "--from: “0001” is not in the calendar");
    row("rollup FILE --by tier --from FQ3-2027", "--from: “FQ3-2027” is a fiscal period");
    row("rollup FILE --by tier --period year --from 2026Q3 --to 2026Q3",
        "--from 2026Q3 is a quarter within a year, but years are shown; use --period quarter");
    row("rollup FILE --by tier --from 2026Q1 --to 2027Q3", "--to 2027Q3 is a quarter within a year");
    row("rollup FILE --by tier --from 2026Q4", "--from 2026Q4 is a quarter within a year");
    row("chart FILE --view money --out OUT --from 2026Q3", "use --period quarter, or give a year");
    row("chart FILE --view flow --out OUT --at 2026 --period 2027",
        "--at 2026 and --period 2027 both say the period; leave one of them out");
    row("chart FILE --view flow --out OUT --at 2026 --period quarter",
        "--at 2026 is a year, which --period quarter contradicts; leave --period out");
    row("chart FILE --view money --out OUT --at 2026Q3 --period year",
        "--at 2026Q3 is a quarter, which --period year contradicts");
    row("chart FILE --view flow --out OUT --to 2026Q3 --period year",
        "--to 2026Q3 is a quarter, which --period year contradicts");
    row("chart FILE --view flow --out OUT --from 2030", "--from 2030: the flow is of one period; name it with --at");
    row("chart FILE --view flow --out OUT --at 2026 --to 2030",
        "--to 2030: the flow is of one period, which --at says");
    row("chart FILE --view flow --out OUT --layer chips --mode money", "--layer chips: money has no layers");
    row("chart FILE --view capacity --out OUT --layer chips", "--layer is for the flow; leave it out");
    row("chart FILE --view flow --out OUT --expand zzz", "--expand: there is no group “zzz”; write node:KEY");
    row("chart FILE --view flow --out OUT --expand node:zzz", "--expand: there is no group “node:zzz”");
    row("chart FILE --view flow --out OUT --expand tier:chips", "tiers are opened with --by tier; add it");
    row("chart FILE --view flow --out OUT --period ", "--period: the value is empty; leave the option out");
    row("chart FILE --view money --out OUT --at FY2027", "--at: “FY2027” is a fiscal period");
    row("chart FILE --view money --out OUT --at 7/8/2026", "--at: “7/8/2026” is no period");
    row("chart FILE --view money --out OUT --to nan", "--to: “nan” is no period");
    row("chart FILE --view money --out OUT --period soon", "--period: “soon” is no period");
    row("chart FILE --view money --out OUT --period 2101", "--period 2101 lies outside the calendar");
    row("chart FILE --view money --out OUT --as-of tomorrow", "--as-of: “tomorrow” is no whole day");
}

void TestTypedOptions::daysAndPeriodsThatAreNoneAreRefused()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    line.replace(QStringLiteral("FILE"), m_file).replace(QStringLiteral("OUT"), path("x.png"));
    const Outcome outcome = run(line.split(u' '));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(!QFileInfo::exists(path("x.png")));
}

void TestTypedOptions::boundsMayBeTheQuartersOfAYearsEnds()
{
    const QStringList rollup{QStringLiteral("rollup"), m_file, QStringLiteral("--by"), QStringLiteral("tier")};
    const auto between = [&](const char* from, const char* to) {
        return run(rollup + QStringList{QStringLiteral("--from"), QString::fromLatin1(from), QStringLiteral("--to"),
                                        QString::fromLatin1(to)});
    };
    const Outcome quarters = between("2026Q1", "2027Q4");
    QCOMPARE(quarters.err, QByteArray());
    QCOMPARE(quarters.out, between("2026", "2027").out);
}

void TestTypedOptions::whatFitsTheFlowIsDrawn_data()
{
    QTest::addColumn<QString>("options");
    for (const char* options :
         {"--at 2026Q3 --period quarter", "--to 2027 --period year", "--period 2028Q3", "--layer chips --mode capacity",
          "--expand node:openai-group,other:2", "--by tier --expand tier:chips"})
        QTest::newRow(options) << QString::fromLatin1(options);
}

void TestTypedOptions::whatFitsTheFlowIsDrawn()
{
    QFETCH(QString, options);
    const QStringList chart{QStringLiteral("chart"), m_file,       QStringLiteral("--view"), QStringLiteral("flow"),
                            QStringLiteral("--out"), path("x.svg")};
    const Outcome outcome = run(chart + options.split(u' '));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
}

void TestTypedOptions::aNumberIsPlainDigits_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isFine");
    for (const char* option : {"--scale", "--budget-ms", "--size"}) {
        for (const char* wrong : {"nan", "NaN",   "-nan", "inf",   "-inf", "infinity", "-0",
                                  "-1",  "1e400", "1e0",  "0x1p1", "0x2",  " 2",       "2 ",
                                  "2x",  "2,5",   "+2",   ".",     "",     "2\n",      "99999999999999999999",
                                  "٢"})
            QTest::addRow("%s=%s", option, wrong) << QString::fromLatin1(option) << QString::fromUtf8(wrong) << false;
    }
    for (const char* right : {"2", "0.5", "8", "1.25", "02"})
        QTest::addRow("--scale=%s", right) << QStringLiteral("--scale") << QString::fromLatin1(right) << true;
    for (const char* wrong : {"0.49", "8.01", "0"})
        QTest::addRow("--scale=%s", wrong) << QStringLiteral("--scale") << QString::fromLatin1(wrong) << false;
    for (const char* right : {"0", "20", "010"})
        QTest::addRow("--budget-ms=%s", right) << QStringLiteral("--budget-ms") << QString::fromLatin1(right) << true;
    for (const char* wrong : {"nanx720", "1280xinf", "-1280x720", " 1280x720", "1280x720 ", "1280x720x2", "1e3x720",
                              "0x500x720", "1280.0x720", "100x100"})
        QTest::addRow("--size=%s", wrong) << QStringLiteral("--size") << QString::fromLatin1(wrong) << false;
}

void TestTypedOptions::aNumberIsPlainDigits()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(bool, isFine);
    write(path("graph.json"), R"({"columns": 2, "nodes": [{"id": 1, "column": 0}, {"id": 2, "column": 1}],
                                  "links": [{"source": 1, "target": 2, "value": 3}]})");
    const bool isLayout = option == QStringLiteral("--budget-ms");
    const QString out = isLayout ? path("layout.json") : path("x.png");
    const QStringList command =
        isLayout ? QStringList{QStringLiteral("layout"), path("graph.json")}
                 : QStringList{QStringLiteral("chart"), m_file, QStringLiteral("--view"), QStringLiteral("money")};
    const Outcome outcome = run(command + QStringList{QStringLiteral("--out"), out, option + u'=' + value});
    QCOMPARE(outcome.status, isFine ? 0 : 2);
    QCOMPARE(QFileInfo::exists(out), isFine);
    if (!isFine)
        QVERIFY2(outcome.err.startsWith("ochain: " + option.toUtf8()), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), isFine ? 0 : 1);
}

void TestTypedOptions::oneMistakeOfAnOptionIsOneLine()
{
    const Outcome outcome =
        run({QStringLiteral("rollup"), m_file, QStringLiteral("--by"), QStringLiteral("\x1B[2Jtier")});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.startsWith("ochain: --by: ␛[2Jtier not in {"), outcome.err.constData());
    QVERIFY(outcome.err.contains("--help"));
    QCOMPARE(outcome.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestTypedOptions)
#include "tst_typed_options.moc"
