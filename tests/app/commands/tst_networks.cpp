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

#include <algorithm>

using namespace ochain::testing;

namespace {

QStringList inWords(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonObject objectIn(const Outcome& outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

QString textOf(const QJsonValue& row, const char* field)
{
    return row.toObject().value(QLatin1String(field)).toString();
}

qint64 numberOf(const QJsonValue& row, const char* field)
{
    return row.toObject().value(QLatin1String(field)).toInteger(-1);
}

} // namespace

/// ochain exposure, circular and ownership on the chain that the program carries.
class TestNetworks final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void exposureSharesWhatTheRollupsSay_data();
    void exposureSharesWhatTheRollupsSay();
    void csvSaysTheSame_data();
    void csvSaysTheSame();
    void moneyIsLookedThrough();
    void theRingOfNvidiaOpenAiAndOracleIsFound();
    void chanceIsTheSameFromTheSameSeed();
    void microsoftAndSoftBankHoldOpenAi_data();
    void microsoftAndSoftBankHoldOpenAi();
    void tablesAreForPeople_data();
    void tablesAreForPeople();
    void mistakesAreSaid_data();
    void mistakesAreSaid();

private:
    [[nodiscard]] Outcome ask(const QString& line) const
    {
        QStringList arguments = inWords(line);
        arguments.insert(1, m_file);
        return run(arguments);
    }
    [[nodiscard]] QJsonArray rowsOf(const QString& line) const
    {
        const Outcome outcome = ask(line + QStringLiteral(" --format json"));
        return outcome.status == 0 && outcome.err.isEmpty() ? objectIn(outcome).value(QStringLiteral("rows")).toArray()
                                                            : QJsonArray();
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void TestNetworks::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("chain.ochain"));
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_SHIPPED)}).status, 0);
}

void TestNetworks::exposureSharesWhatTheRollupsSay_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("lens");
    for (const char* node : {"openai-group", "oracle", "nvidia", "microsoft"})
        for (const char* lens : {"", "--commitment firm", "--as-of 2025-12-31 --basis weighted", "--overlap gross"})
            QTest::addRow("%s %s", node, lens) << QString::fromLatin1(node) << QString::fromLatin1(lens);
}

void TestNetworks::exposureSharesWhatTheRollupsSay()
{
    QFETCH(const QString, node);
    QFETCH(const QString, lens);
    QMap<QString, qint64> amounts, shares;
    const QJsonArray exposed = rowsOf(QStringLiteral("exposure --at 2028 --node %1 %2").arg(node, lens));
    for (const auto& row : exposed) {
        const QString role = textOf(row, "role");
        if (!row.toObject().value(QStringLiteral("outside")).toBool())
            amounts[role] += numberOf(row, "amount");
        if (numberOf(row, "amount") > 0)
            shares[role] += numberOf(row, "share_bp");
    }
    QMap<QString, qint64> expected;
    const QJsonArray rolledUp =
        rowsOf(QStringLiteral("rollup --measure spend,revenue --from 2028 --to 2028 --group %1 %2").arg(node, lens));
    for (const auto& row : rolledUp)
        if (textOf(row, "period") == QStringLiteral("2028"))
            expected[textOf(row, "measure")] = numberOf(row, "value");
    QCOMPARE(amounts.value(QStringLiteral("supplier")), expected.value(QStringLiteral("spend")));
    QCOMPARE(amounts.value(QStringLiteral("customer")), expected.value(QStringLiteral("revenue")));
    for (const qint64 sum : std::as_const(shares))
        QCOMPARE(sum, qint64{10'000});
}

void TestNetworks::csvSaysTheSame_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("head");
    QTest::newRow("exposure") << "exposure --node openai-group --at 2028"
                              << "node,role,amount,share_bp,undisclosed,outside";
    QTest::newRow("look-through") << "exposure --node openai-group --at 2028 --tiers all"
                                  << "node,role,amount,share_bp";
    QTest::newRow("circular") << "circular"
                              << "nodes,deals,amount,firm";
    QTest::newRow("ownership") << "ownership"
                               << "entity,owner,economic_bp,direct_bp,control";
}

void TestNetworks::csvSaysTheSame()
{
    QFETCH(const QString, line);
    QFETCH(const QString, head);
    QStringList expected{head};
    const QStringList fields = head.split(QLatin1Char(','));
    const QJsonArray rows = rowsOf(line);
    for (const auto& row : rows) {
        QStringList cells;
        for (const QString& field : fields) {
            const QJsonValue value = row.toObject().value(field);
            if (value.isArray())
                cells << value.toVariant().toStringList().join(QLatin1Char(';'));
            else if (value.isBool())
                cells << QString::number(value.toBool() ? 1 : 0);
            else if (value.isString())
                cells << value.toString();
            else if (line.contains(QStringLiteral("--tiers")) && field == QStringLiteral("amount"))
                cells << QString::number(value.toDouble(), 'f', 2);
            else
                cells << (value.isNull() ? QString() : QString::number(value.toInteger()));
        }
        expected << cells.join(QLatin1Char(','));
    }
    QVERIFY(expected.size() > 2);
    const Outcome csv = ask(line + QStringLiteral(" --format csv"));
    QCOMPARE(csv.status, 0);
    QCOMPARE(QString::fromUtf8(csv.out).trimmed().split(QLatin1Char('\n')), expected);
}

void TestNetworks::moneyIsLookedThrough()
{
    const Outcome one = ask(QStringLiteral("exposure --node openai-group --tiers 1 --format json"));
    const Outcome all = ask(QStringLiteral("exposure --node openai-group --tiers all --format json"));
    QCOMPARE(one.status, 0);
    QCOMPARE(all.status, 0);
    QMap<QString, double> first;
    const QJsonArray firstRows = objectIn(one).value(QStringLiteral("rows")).toArray();
    for (const auto& row : firstRows)
        first[textOf(row, "node")] = row.toObject().value(QStringLiteral("amount")).toDouble();
    double sum = 0;
    for (const double amount : std::as_const(first))
        sum += amount;
    QVERIFY2(sum > 1000 && sum <= 10'000.05, qPrintable(QString::number(sum)));
    const QJsonArray rows = objectIn(all).value(QStringLiteral("rows")).toArray();
    QVERIFY(rows.size() > first.size());
    for (const auto& row : rows)
        QVERIFY(row.toObject().value(QStringLiteral("amount")).toDouble() >= first.value(textOf(row, "node")));
    QVERIFY(objectIn(all).value(QStringLiteral("residual")).toDouble() < 1e-9);
    QVERIFY(!first.contains(QStringLiteral("nvidia"))); // of which OpenAI buys nothing with a price itself
    const bool isReached = std::any_of(rows.begin(), rows.end(), [](const QJsonValue& row) {
        return textOf(row, "node") == QStringLiteral("nvidia") && numberOf(row, "share_bp") > 0;
    });
    QVERIFY(isReached);
}

void TestNetworks::theRingOfNvidiaOpenAiAndOracleIsFound()
{
    bool isFound = false;
    qint64 before = INT64_MAX;
    const QJsonArray rows = rowsOf(QStringLiteral("circular"));
    for (const auto& row : rows) {
        QVERIFY(numberOf(row, "amount") <= before);
        before = numberOf(row, "amount");
        QVERIFY(numberOf(row, "firm") <= before);
        const QStringList nodes = row.toObject().value(QStringLiteral("nodes")).toVariant().toStringList();
        if (nodes != QStringList{QStringLiteral("nvidia"), QStringLiteral("openai-group"), QStringLiteral("oracle")})
            continue;
        isFound = true;
        QCOMPARE(numberOf(row, "amount"), qint64{3'000'000'000'000}); // what NVIDIA paid for its shares in 2026
        QCOMPARE(numberOf(row, "firm"), qint64{0}); // nobody has said how firm Oracle's purchase of chips is
        QVERIFY(row.toObject()
                    .value(QStringLiteral("deals"))
                    .toVariant()
                    .toStringList()
                    .contains(QStringLiteral("nvidia-oracle-gb200")));
    }
    QVERIFY(isFound);
}

void TestNetworks::chanceIsTheSameFromTheSameSeed()
{
    const auto told = [this](const char* seed) {
        return objectIn(ask(QStringLiteral("circular --null-model 40 --format json --seed ") + QLatin1String(seed)))
            .value(QStringLiteral("null"))
            .toObject();
    };
    const QJsonObject once = told("3");
    QCOMPARE(once.value(QStringLiteral("runs")).toInt(), 40);
    QVERIFY(once.value(QStringLiteral("p")).toDouble() > 0 && once.value(QStringLiteral("p")).toDouble() <= 1);
    QCOMPARE(told("3"), once);
    QVERIFY(told("4") != once);
}

void TestNetworks::microsoftAndSoftBankHoldOpenAi_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<qint64>("microsoft");
    QTest::addColumn<qint64>("softbank");
    QTest::newRow("today") << "" << qint64{2700} << qint64{1300};
    QTest::newRow("at the end of 2025") << "--as-of 2025-12-31" << qint64{2700} << qint64{1100};
    QTest::newRow("before the recapitalisation") << "--as-of 2025-06-30" << qint64{0} << qint64{1100};
}

void TestNetworks::microsoftAndSoftBankHoldOpenAi()
{
    QFETCH(const QString, asOf);
    QFETCH(const qint64, microsoft);
    QFETCH(const qint64, softbank);
    QMap<QString, qint64> economic;
    qint64 sum = 0;
    const QJsonArray rows = rowsOf(QStringLiteral("ownership --of openai-group ") + asOf);
    for (const auto& row : rows) {
        economic[textOf(row, "owner")] = numberOf(row, "economic_bp");
        sum += numberOf(row, "economic_bp");
        if (textOf(row, "owner") == QStringLiteral("openai-foundation"))
            QVERIFY(row.toObject().value(QStringLiteral("control")).toBool());
    }
    QCOMPARE(sum, qint64{10'000});
    QCOMPARE(economic.value(QStringLiteral("microsoft")), microsoft);
    QCOMPARE(economic.value(QStringLiteral("softbank")), softbank);
}

void TestNetworks::tablesAreForPeople_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("exposure") << "exposure --node openai-group --at 2028"
                              << QStringList{QStringLiteral("suppliers of openai-group, 2028: Herfindahl index "),
                                             QStringLiteral("customers of openai-group, 2028"),
                                             QStringLiteral("no metric says what the company takes in all")};
    QTest::newRow("outside") << "exposure --node nvidia --at 2024" << QStringList{QStringLiteral("outside the chain")};
    QTest::newRow("circular") << "circular"
                              << QStringList{QStringLiteral("nvidia ⇒ openai-group → oracle → nvidia"),
                                             QStringLiteral("come from outside")};
    QTest::newRow("ownership") << "ownership --of amd"
                               << QStringList{QStringLiteral("other owners of amd"), QStringLiteral("Not held yet")};
    QTest::newRow("nothing goes round") << "circular --at later" << QStringList{QStringLiteral("no rings, later: ")};
}

void TestNetworks::tablesAreForPeople()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, says);
    const Outcome outcome = ask(line);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    for (const QString& text : says)
        QVERIFY2(QString::fromUtf8(outcome.out).contains(text), outcome.out.constData());
}

void TestNetworks::mistakesAreSaid_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such node") << "exposure --node nobody"
                                  << "--node: there is no node “nobody”";
    QTest::newRow("a tier") << "exposure --node chips"
                            << "--node: there is no node “chips”";
    QTest::newRow("no such owner") << "ownership --of nobody"
                                   << "--of: there is no node “nobody”";
    QTest::newRow("outside the calendar") << "exposure --node nvidia --at 2077"
                                          << "--at 2077 is not in the calendar of this chain";
    QTest::newRow("no period") << "circular --at soon"
                               << "--at: “soon” is no period";
    QTest::newRow("no tiers") << "exposure --node nvidia --tiers 0"
                              << "--tiers: “0” is no whole number from 1 to 1000";
    QTest::newRow("a ring of one") << "circular --length 1"
                                   << "--length: “1” is no whole number from 2 to 12";
    QTest::newRow("no runs") << "circular --null-model many"
                             << "--null-model: “many” is no whole number";
    QTest::newRow("no node") << "exposure"
                             << "--node is required";
}

void TestNetworks::mistakesAreSaid()
{
    QFETCH(const QString, line);
    QFETCH(const QString, says);
    const Outcome outcome = ask(line);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(QString::fromUtf8(outcome.err).contains(says), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestNetworks)
#include "tst_networks.moc"
