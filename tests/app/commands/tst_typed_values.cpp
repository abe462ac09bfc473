// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain::testing;

/// Values of fields that a person types on the command line: read as the window reads them, told how they were read,
/// and refused in the words of their readers.
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
    void whatAnAmountSaysOfOtherFieldsIsSetWithIt_data();
    void whatAnAmountSaysOfOtherFieldsIsSetWithIt();
    void whatIsOrderedByItselfStands();
    void aFieldIsSetOnce();
    void aReferenceToANameOfSeveralIsRefused();
    void aKeyThatComesWithTheEditIsMeantBeforeAName();
    void whatCannotBeReadIsRefusedByItsReader_data();
    void whatCannotBeReadIsRefusedByItsReader();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] Outcome edit(const QStringList& orders) const
    {
        QStringList arguments{QStringLiteral("edit"), m_file};
        for (const QString& order : orders)
            arguments << QStringLiteral("--set") << order;
        return run(arguments);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestTypedValues::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path("chain.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
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

void TestTypedValues::whatAnAmountSaysOfOtherFieldsIsSetWithIt_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QByteArray>("echo");
    const auto row = [](const char* order, const char* echo) {
        QTest::newRow(order) << QString::fromUtf8(order) << QByteArray(echo);
    };
    row("deals:amd-openai-6gw.equity_pct=~5%", "deals:amd-openai-6gw.equity_pct: 5 %, was –\n"
                                               "deals:amd-openai-6gw.basis: estimated, was reported\n");
    row("deals:amd-openai-6gw.value_usd=up to $100B", "deals:amd-openai-6gw.value_usd: $100B, was –\n"
                                                      "deals:amd-openai-6gw.commitment: ceiling, was –\n");
    row("deals:aws-openai.value_usd=$50B over seven years", "deals:aws-openai.value_usd: $50B, was $38B\n"
                                                            "deals:aws-openai.ends: 2032-11-02, was 2032-11\n");
    row("deals:aws-openai.value_usd=七年內500億美元", "deals:aws-openai.value_usd: $50B, was $38B\n"
                                                      "deals:aws-openai.ends: 2032-11-02, was 2032-11\n");
    row("metrics:commitments-gw-2025.value=20-30GW", "metrics:commitments-gw-2025.value: 25.0 GW, was 30.0 GW\n"
                                                     "metrics:commitments-gw-2025.low: 20.0 GW, was 26.0 GW\n"
                                                     "metrics:commitments-gw-2025.high: 30.0 GW, was 36.0 GW\n");
}

void TestTypedValues::whatAnAmountSaysOfOtherFieldsIsSetWithIt()
{
    QFETCH(QString, order);
    QFETCH(QByteArray, echo);
    const Outcome outcome = edit({order});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out.mid(outcome.out.indexOf('\n') + 1), echo);
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
    QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 2); // it was one step
}

void TestTypedValues::whatIsOrderedByItselfStands()
{
    const Outcome outcome =
        edit({QStringLiteral("deals:aws-openai.value_usd=~$50B over 2 years"),
              QStringLiteral("deals:aws-openai.starts=Jul-27"), QStringLiteral("deals:aws-openai.basis=assumed")});
    QCOMPARE(outcome.err, QByteArray());
    for (const char* line : {"value_usd: $50B, was $38B\n", "starts: 2027-07, was ", "ends: 2029-06, was ",
                             "basis: assumed, was reported\n"})
        QVERIFY2(outcome.out.contains(line), outcome.out.constData());
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

void TestTypedValues::aReferenceToANameOfSeveralIsRefused()
{
    addTwins(*m_folder, m_file);
    const Outcome outcome = edit({QStringLiteral("deals:amd-openai-6gw.supplier=Twin nodes")});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("supplier: 2 rows are called “Twin nodes”; give the key of one: n2, n3\n"),
             outcome.err.constData());
    QCOMPARE(edit({QStringLiteral("deals:amd-openai-6gw.supplier=n3")}).status, 0);
}

void TestTypedValues::aKeyThatComesWithTheEditIsMeantBeforeAName()
{
    addTwins(*m_folder, m_file);
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
    row("announced=7/8/2026", "“7/8/2026” may be read in two ways, as 2026-07-08 or as 2026-08-07");
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

QTEST_GUILESS_MAIN(TestTypedValues)
#include "tst_typed_values.moc"
