// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

using namespace ochain::testing;

/// Values that a person types on the command line: read as the window reads them, told how they were read, and refused
/// in the words of their readers.
class TestTypedValues final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void eachValueIsEchoed_data();
    void eachValueIsEchoed();
    void rowsThatComeAndGoAreEchoed();
    void theValueOfAnOverrideIsReadAsItsField();
    void whatDoesNotFitTheFieldIsRefused_data();
    void whatDoesNotFitTheFieldIsRefused();
    void aFieldIsSetOnce();
    void groupsAndLayersMayBeCalledByName_data();
    void groupsAndLayersMayBeCalledByName();
    void aNameThatSeveralBearIsRefused_data();
    void aNameThatSeveralBearIsRefused();
    void aReferenceToANameOfSeveralIsRefused();
    void aKeyThatComesWithTheEditIsMeantBeforeAName();
    void whatCannotBeReadIsRefusedByItsReader_data();
    void whatCannotBeReadIsRefusedByItsReader();
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
    [[nodiscard]] Outcome edit(const QStringList& orders) const
    {
        QStringList arguments{QStringLiteral("edit"), m_file};
        for (const QString& order : orders)
            arguments << QStringLiteral("--set") << order;
        return run(arguments);
    }
    /// Adds nodes and tiers that are called alike.
    void addTwins() const;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestTypedValues::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path("chain.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file}).status, 0);
}

void TestTypedValues::eachValueIsEchoed_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QByteArray>("echo");
    const auto row = [](const char* order, const char* echo) {
        QTest::newRow(order) << QString::fromUtf8(order) << QByteArray(echo);
    };
    row("deals:amd-openai-6gw.capacity_mw=7GW", "deals:amd-openai-6gw.capacity_mw: 7.0 GW, was 6.0 GW");
    row("deals:amd-openai-6gw.capacity_mw=7000", "deals:amd-openai-6gw.capacity_mw: 7.0 GW, was 6.0 GW");
    row("deals:amd-openai-6gw.capacity_mw=6000.001", "deals:amd-openai-6gw.capacity_mw: 6,000.001 MW, was 6.0 GW");
    row("deals:amd-openai-6gw.capacity_mw=7123.456", "deals:amd-openai-6gw.capacity_mw: 7,123.456 MW, was 6.0 GW");
    row("deals:amd-openai-6gw.capacity_mw=", "deals:amd-openai-6gw.capacity_mw: –, was 6.0 GW");
    row("deals:amd-openai-6gw.value_usd=5000000000", "deals:amd-openai-6gw.value_usd: $5B, was –");
    row("deals:amd-openai-6gw.value_usd=$1.234T", "deals:amd-openai-6gw.value_usd: $1.234T, was –");
    row("deals:amd-openai-6gw.value_usd=300bn", "deals:amd-openai-6gw.value_usd: $300B, was –");
    row("deals:amd-openai-6gw.value_usd=5", "deals:amd-openai-6gw.value_usd: $5, was –");
    row("deals:amd-openai-6gw.value_usd=12345678901.25", "deals:amd-openai-6gw.value_usd: $12,345,678,901.25, was –");
    row("deals:amd-openai-6gw.ends=2H 2030", "deals:amd-openai-6gw.ends: 2030-12, was –");
    row("deals:amd-openai-6gw.announced=6 Oct 2024", "deals:amd-openai-6gw.announced: 2024-10-06, was 2025-10-06");
    row("deals:amd-openai-6gw.supplier=NVIDIA", "deals:amd-openai-6gw.supplier: nvidia, was amd");
    row("deals:amd-openai-6gw.basis=Estimated", "deals:amd-openai-6gw.basis: estimated, was reported");
    row("statuses:signed.weight_bp=75%", "statuses:signed.weight_bp: 75 %, was 80 %");
    row("statuses:signed.weight_bp=75", "statuses:signed.weight_bp: 0.75 %, was 80 %");
    row("statuses:signed.weight_bp=100", "statuses:signed.weight_bp: 1 %, was 80 %");
    row("statuses:signed.weight_bp=7.5 percent", "statuses:signed.weight_bp: 7.5 %, was 80 %");
    row("metrics:plus-price.value=25", "metrics:plus-price.value: $25, was $20");
    row("metrics:plus-price.value=25 USD", "metrics:plus-price.value: $25, was $20");
    row("metrics:netloss-h1-2025.value=$-5B", "metrics:netloss-h1-2025.value: −$5B, was $13.5B");
    row("metrics:paid-share-ft.value=150%", "metrics:paid-share-ft.value: 150 %, was 5 %");
    row("metrics:paid-share-ft.value=-5 percent", "metrics:paid-share-ft.value: -5 %, was 5 %");
    row("events:amd-event.nodes=OpenAI Group PBC; AMD",
        "events:amd-event.nodes: openai-group;amd, was amd;openai-group");
    row("deals:amd-openai-6gw.capacity_mw=6 GW", "deals:amd-openai-6gw.capacity_mw: 6.0 GW, as it was");
}

void TestTypedValues::eachValueIsEchoed()
{
    QFETCH(QString, order);
    QFETCH(QByteArray, echo);
    const Outcome outcome = edit({order});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    const QList<QByteArray> lines = outcome.out.split('\n');
    QCOMPARE(lines.size(), 3); // what was done, how the value was read, and the end
    QVERIFY(lines[0].startsWith(echo.endsWith("as it was") ? "nothing changed" : "edit 1: 1 field in 1 row"));
    QCOMPARE(lines[1], echo);
}

void TestTypedValues::rowsThatComeAndGoAreEchoed()
{
    const Outcome added =
        run({QStringLiteral("edit"), m_file, QStringLiteral("--add"), QStringLiteral("metrics:power"),
             QStringLiteral("--set"), QStringLiteral("metrics:power.value=4.5GW"), QStringLiteral("--set"),
             QStringLiteral("metrics:power.unit=MW"), QStringLiteral("--set"), QStringLiteral("metrics:power.node=AMD"),
             QStringLiteral("--set"), QStringLiteral("metrics:power.series=power"), QStringLiteral("--set"),
             QStringLiteral("metrics:power.basis=assumed")});
    QCOMPARE(added.err, QByteArray());
    QCOMPARE(added.out, QByteArray("edit 1: 1 row added\n"
                                   "metrics:power: added\n"
                                   "metrics:power.value: 4.5 GW, was –\n"
                                   "metrics:power.unit: MW, was –\n"
                                   "metrics:power.node: amd, was –\n"
                                   "metrics:power.series: power, was –\n"
                                   "metrics:power.basis: assumed, was –\n"));
    const Outcome erased =
        run({QStringLiteral("edit"), m_file, QStringLiteral("--erase"), QStringLiteral("metrics:power")});
    QCOMPARE(erased.out, QByteArray("edit 2: 1 row erased\nmetrics:power: erased\n"));
    const Outcome renamed = edit({QStringLiteral("deals:amd-openai-6gw.key=amd-deal")});
    QCOMPARE(renamed.out,
             QByteArray("edit 3: 1 field in 1 row\ndeals:amd-openai-6gw.key: amd-deal, was amd-openai-6gw\n"));
}

void TestTypedValues::theValueOfAnOverrideIsReadAsItsField()
{
    const QString override = QStringLiteral("overrides:low/deals/amd-openai-6gw/capacity_mw");
    const QStringList added{QStringLiteral("edit"),  m_file,   QStringLiteral("--add"), QStringLiteral("scenarios:low"),
                            QStringLiteral("--add"), override, QStringLiteral("--set")};
    const Outcome refused = run(added + QStringList{override + QStringLiteral(".value=$5B")});
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains("capacity_mw, value: “$5B” is no capacity; write it as 4.5 GW"),
             refused.err.constData());
    const Outcome outcome = run(added + QStringList{override + QStringLiteral(".value=7GW")});
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY2(outcome.out.contains("capacity_mw.value: 7.0 GW, was –\n"), outcome.out.constData());
    QVERIFY(edit({override + QStringLiteral(".value=7.5GW")}).out.contains(".value: 7.5 GW, was 7.0 GW\n"));
    const Outcome log = run({QStringLiteral("log"), m_file});
    QVERIFY2(log.out.contains("“7000” → “7500”"), log.out.constData());
}

void TestTypedValues::whatDoesNotFitTheFieldIsRefused_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* order, const char* says) {
        QTest::newRow(order) << QString::fromUtf8(order) << QByteArray(says);
    };
    row("metrics:plus-price.value=25%", "“25%” is a percentage, but the unit of the figure is USD/month");
    row("metrics:arr-oct2025.value=5 percent", "“5 percent” is a percentage, but the unit of the figure is USD;");
    row("metrics:commitments-gw-2025.value=5%", "“5%” is a percentage, but the unit of the figure is MW");
    row("metrics:employees-2025.low=5%", "“5%” is a percentage, but the unit of the figure is people");
    row("metrics:paid-share-ft.value=5m", "“5m” is no percentage; write it as 27 or 27%");
    row("metrics:paid-share-ft.value=5 bn %", "“5 bn %” is no percentage");
    row("metrics:paid-share-ft.value=$5", "“$5” is an amount of money, but the unit of the figure is percent");
    row("metrics:employees-2025.value=800m usd",
        "“800m usd” is an amount of money, but the unit of the figure is people");
    row("metrics:employees-2025.value=€25", "“€25” is an amount of money, but the unit of the figure is people");
    for (const char* other : {"€25", "£25", "¥25", "25 EUR", "€800m", "NT$25"})
        row(qPrintable(QStringLiteral("metrics:plus-price.value=") + QString::fromUtf8(other)),
            "is not in US dollars; convert it and say at which rate in the note");
    for (const char* weight : {"100.0", "1.0", "0.5", "8,000", "a lot"})
        row(qPrintable(QStringLiteral("statuses:signed.weight_bp=") + QString::fromUtf8(weight)),
            "is no whole number of basis points; write them as 8000, or in percent as 80%");
    row("statuses:signed.weight_bp=150%", "“150%” is above 100 %");
    row("statuses:signed.weight_bp=-5%", "“-5%” is below zero; a share is not");
    row("events:amd-event.nodes=amd;ora", "there is no node “ora”; correct the name or add it first");
    row("events:amd-event.nodes=Nobody Inc; AMD", "there is no node “Nobody Inc”");
}

void TestTypedValues::whatDoesNotFitTheFieldIsRefused()
{
    QFETCH(QString, order);
    QFETCH(QByteArray, says);
    const Outcome outcome = edit({order});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(outcome.out, QByteArray());
}

void TestTypedValues::aFieldIsSetOnce()
{
    const Outcome outcome = edit({QStringLiteral("deals:amd-openai-6gw.capacity_mw=7GW"),
                                  QStringLiteral("deals:amd-openai-6gw.value_usd=5bn"),
                                  QStringLiteral("deals:amd-openai-6gw.capacity_mw=8GW")});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.err, QByteArray("ochain: --set deals:amd-openai-6gw.capacity_mw is given twice; leave one of them "
                                     "out\n"));
    QCOMPARE(outcome.out, QByteArray());
}

void TestTypedValues::groupsAndLayersMayBeCalledByName_data()
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

void TestTypedValues::groupsAndLayersMayBeCalledByName()
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

void TestTypedValues::addTwins() const
{
    QVERIFY(QDir().mkpath(path("twins")));
    write(path("twins/tiers.csv"), "key,ordinal,layer,name_en\n"
                                   "t1,101,0,Node and tier\nt2,102,0,Twin nodes\n"
                                   "t3,103,0,Layer and tier\nt4,104,1,Layer and tier\n"
                                   "t5,105,1,Twin layers\nt6,106,1,Twin layers\nt7,107,0,n1\n");
    write(path("twins/nodes.csv"), "key,tier,name_en,name_zh\nn1,chips,Node and tier,\n"
                                   "n2,chips,Twin nodes,\nn3,chips,Another,twin NODES\n");
    const Outcome imported = run({QStringLiteral("import"), m_file, path("twins")});
    QCOMPARE(imported.err, QByteArray());
    QCOMPARE(imported.status, 0);
}

void TestTypedValues::aNameThatSeveralBearIsRefused_data()
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

void TestTypedValues::aNameThatSeveralBearIsRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    addTwins();
    const Outcome outcome =
        run(QStringList{QStringLiteral("rollup"), m_file, QStringLiteral("--measure"), QStringLiteral("capacity_in")} +
            options);
    QCOMPARE(outcome.err, says.isEmpty() ? says : "ochain: " + says + '\n');
    QCOMPARE(outcome.status, says.isEmpty() ? 0 : 2);
}

void TestTypedValues::aReferenceToANameOfSeveralIsRefused()
{
    addTwins();
    const Outcome outcome = edit({QStringLiteral("deals:amd-openai-6gw.supplier=Twin nodes")});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("supplier: 2 rows are called “Twin nodes”; give the key of one: n2, n3\n"),
             outcome.err.constData());
    QCOMPARE(edit({QStringLiteral("deals:amd-openai-6gw.supplier=n3")}).status, 0);
}

void TestTypedValues::aKeyThatComesWithTheEditIsMeantBeforeAName()
{
    addTwins();
    const Outcome outcome =
        run({QStringLiteral("edit"), m_file, QStringLiteral("--add"), QStringLiteral("nodes:another"),
             QStringLiteral("--set"), QStringLiteral("nodes:another.tier=chips"), QStringLiteral("--set"),
             QStringLiteral("deals:amd-openai-6gw.supplier=another")});
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY2(outcome.out.contains("deals:amd-openai-6gw.supplier: another, was amd\n"), outcome.out.constData());
}

void TestTypedValues::whatCannotBeReadIsRefusedByItsReader_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* order, const char* says) {
        QTest::newRow(order) << QString::fromUtf8(order) << QByteArray(says);
    };
    const char* const other = "is not in US dollars; convert it and say at which rate in the note";
    row("value_usd=€5 billion", other);
    row("value_usd=5 billion yen", other);
    row("value_usd=−5bn", "“−5bn” is below zero; a value is not: swap supplier and customer");
    row("value_usd=5 GW", "“5 GW” is no amount of money; write it as $300B, 38.2m or 1.5 trillion");
    row("value_usd=nan", "“nan” is no amount of money");
    row("capacity_mw=$5B", "“$5B” is no capacity; write it as 4.5 GW, 350 MW or 4500 (in MW)");
    row("capacity_mw=-7", "“-7” is below zero; a capacity is not");
    row("capacity_mw=1,500 GW", "above 10^9 kW, the most a deal may have");
    row("capacity_mw=1e3", "“1e3” is no capacity");
    row("capacity_mw=0x10", "“0x10” is no capacity");
    row("announced=FY2027", "“FY2027” is a fiscal year, which need not be a calendar year");
    row("announced=7/8/2026", "“7/8/2026” may be read in two ways; write year-month-day");
    row("announced=2026-13", "“2026-13” is not in the calendar");
    row("announced=soon", "“soon” is no date; write 2026, 2026-07, 2026-07-22, Q3 2026 or 2H 2026");
    row("equity_pct=150 %", "“150 %” is above 100 %");
    row("equity_pct=-5%", "“-5%” is below zero; a share is not");
    row("equity_pct=a third", "“a third” is no share; write it in percent, as 27 or 27%");
    row("basis=guessed", "“guessed” is not one of: reported, estimated, derived, assumed");
    row("basis=", "basis is missing; it must be given");
    row("supplier=Nobody Inc", "there is no supplier “Nobody Inc”; correct the name or add it first");
}

void TestTypedValues::whatCannotBeReadIsRefusedByItsReader()
{
    QFETCH(QString, order);
    QFETCH(QByteArray, says);
    const QByteArray before = contents(m_file).mid(100);
    const Outcome outcome = edit({QStringLiteral("deals:amd-openai-6gw.") + order});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY(outcome.err.contains("amd-openai-6gw"));
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(contents(m_file).mid(100), before);
}

void TestTypedValues::daysAndPeriodsAreReadAsPeopleWriteThem_data()
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

void TestTypedValues::daysAndPeriodsAreReadAsPeopleWriteThem()
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

void TestTypedValues::daysAndPeriodsThatAreNoneAreRefused_data()
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

void TestTypedValues::daysAndPeriodsThatAreNoneAreRefused()
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

void TestTypedValues::boundsMayBeTheQuartersOfAYearsEnds()
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

void TestTypedValues::whatFitsTheFlowIsDrawn_data()
{
    QTest::addColumn<QString>("options");
    for (const char* options :
         {"--at 2026Q3 --period quarter", "--to 2027 --period year", "--period 2028Q3", "--layer chips --mode capacity",
          "--expand node:openai-group,other:2", "--by tier --expand tier:chips"})
        QTest::newRow(options) << QString::fromLatin1(options);
}

void TestTypedValues::whatFitsTheFlowIsDrawn()
{
    QFETCH(QString, options);
    const QStringList chart{QStringLiteral("chart"), m_file,       QStringLiteral("--view"), QStringLiteral("flow"),
                            QStringLiteral("--out"), path("x.svg")};
    const Outcome outcome = run(chart + options.split(u' '));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
}

void TestTypedValues::aNumberIsPlainDigits_data()
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

void TestTypedValues::aNumberIsPlainDigits()
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

void TestTypedValues::oneMistakeOfAnOptionIsOneLine()
{
    const Outcome outcome =
        run({QStringLiteral("rollup"), m_file, QStringLiteral("--by"), QStringLiteral("\x1B[2Jtier")});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.startsWith("ochain: --by: \\x1B[2Jtier not in {"), outcome.err.constData());
    QVERIFY(outcome.err.contains("--help"));
    QCOMPARE(outcome.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestTypedValues)
#include "tst_typed_values.moc"
