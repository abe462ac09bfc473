// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

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

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '));
}

qint64 integer(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toInteger();
}

/// The first line that its own do not add up to, or that lacks what every line has; "" if there is none.
QString firstMistake(qint64 amount, const QJsonArray& parts)
{
    qint64 sum = 0;
    for (const QJsonValue& value : parts) {
        const QJsonObject part = value.toObject();
        sum += integer(part, "amount");
        for (const char* name : {"kind", "key", "label", "amount", "basis", "parts", "sources"})
            if (!part.contains(QLatin1String(name)))
                return QStringLiteral("a line has no %1").arg(QLatin1String(name));
        const QJsonArray below = part.value(QStringLiteral("parts")).toArray();
        if (const QString mistake = below.isEmpty() ? QString() : firstMistake(integer(part, "amount"), below);
            !mistake.isEmpty())
            return mistake;
    }
    return sum == amount ? QString() : QStringLiteral("%1 is not %2").arg(sum).arg(amount);
}

/// The line of a kind and key, wherever it stands.
QJsonObject lineOf(const QJsonArray& parts, const QString& kind, const QString& key)
{
    for (const QJsonValue& value : parts) {
        const QJsonObject part = value.toObject();
        if (part.value(QStringLiteral("kind")).toString() == kind &&
            part.value(QStringLiteral("key")).toString() == key)
            return part;
        const QJsonObject below = lineOf(part.value(QStringLiteral("parts")).toArray(), kind, key);
        if (!below.isEmpty())
            return below;
    }
    return {};
}

} // namespace

/// ochain explain: a figure as a tree, and why it moved.
class TestExplain final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theValueIsThatOfRollupAndTheLinesAddUpToIt_data();
    void theValueIsThatOfRollupAndTheLinesAddUpToIt();
    void aDealIsAskedByItsKey();
    void aLineHasItsSources();
    void aFormulaHasItsSeriesBeside();
    void whatIsUndisclosedIsNamed();
    void aDifferenceAddsUp_data();
    void aDifferenceAddsUp();
    void aScenarioIsHeldAgainstItsBase();
    void aSentenceComesFirst_data();
    void aSentenceComesFirst();
    void namesAreNoMarksInMarkdown();
    void mistakesAreSaidWithTheirOption_data();
    void mistakesAreSaidWithTheirOption();

private:
    [[nodiscard]] Outcome explain(const QStringList& options) const
    {
        return run(QStringList{QStringLiteral("explain"), m_file} + options);
    }
    [[nodiscard]] QJsonObject json(const QStringList& options) const
    {
        const Outcome outcome = explain(options + words("--format json"));
        if (outcome.status != 0)
            qWarning("%s", outcome.err.constData());
        return QJsonDocument::fromJson(outcome.out).object();
    }
    /// What rollup says of a year; nothing where that is zero.
    [[nodiscard]] QJsonObject rolledUp(const QStringList& options, const QString& year) const
    {
        const Outcome outcome = run(QStringList{QStringLiteral("rollup"), m_file} + options + words("--format json"));
        for (const QJsonValue& row :
             QJsonDocument::fromJson(outcome.out).object().value(QStringLiteral("rows")).toArray())
            if (row.toObject().value(QStringLiteral("period")).toString() == year)
                return row.toObject();
        return {};
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void TestExplain::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("chain.ochain"));
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestExplain::theValueIsThatOfRollupAndTheLinesAddUpToIt_data()
{
    QTest::addColumn<QStringList>("what");
    QTest::addColumn<QStringList>("lens");
    for (const char* what :
         {"--group openai-group --measure spend", "--group openai-group --measure net",
          "--group oracle --measure backlog", "--group openai-group --measure funding",
          "--group openai-group --measure gap", "--group openai-group --measure capacity_in --layer chips",
          "--group openai-group --measure binding", "--group capital --measure capital_out"})
        for (const char* lens : {"", "--basis weighted --boundary it", "--overlap gross --as-of 2025-11-01",
                                 "--commitment firm --assumed out"})
            QTest::addRow("%s %s", what, lens) << words(what) << (*lens == 0 ? QStringList() : words(lens));
}

void TestExplain::theValueIsThatOfRollupAndTheLinesAddUpToIt()
{
    QFETCH(const QStringList, what);
    QFETCH(const QStringList, lens);
    const QJsonObject told = json(what + lens + words("--at 2028"));
    const QJsonObject row = rolledUp(what + lens, QStringLiteral("2028"));
    QVERIFY(told.contains(QStringLiteral("value")));
    QCOMPARE(integer(told, "value"), integer(row, "value"));
    QCOMPARE(integer(told, "undisclosed"), integer(row, "undisclosed"));
    QCOMPARE(firstMistake(integer(told, "value"), told.value(QStringLiteral("parts")).toArray()), QString());
}

void TestExplain::aDealIsAskedByItsKey()
{
    const QJsonObject told = json(words("--group amd-openai-6gw --measure capacity --at 2028 --basis weighted"));
    QCOMPARE(integer(told, "value"),
             integer(lineOf(json(words("--group openai-group --measure capacity_in --layer chips "
                                       "--at 2028 --basis weighted"))
                                .value(QStringLiteral("parts"))
                                .toArray(),
                            QStringLiteral("deal"), QStringLiteral("amd-openai-6gw")),
                     "amount"));
    const QJsonArray parts = told.value(QStringLiteral("parts")).toArray();
    QVERIFY(integer(told, "value") > 0);
    QCOMPARE(firstMistake(integer(told, "value"), parts), QString());
    QVERIFY(integer(lineOf(parts, QStringLiteral("weight"), QStringLiteral("amd-openai-6gw")), "amount") < 0);
}

void TestExplain::aLineHasItsSources()
{
    const QJsonObject told = json(words("--group openai-group --measure capacity_in --layer chips --at 2030"));
    const QJsonArray sources =
        lineOf(told.value(QStringLiteral("parts")).toArray(), QStringLiteral("deal"), QStringLiteral("amd-openai-6gw"))
            .value(QStringLiteral("sources"))
            .toArray();
    QVERIFY(!sources.isEmpty());
    bool isAged = false;
    for (const QJsonValue& value : sources) {
        const QJsonObject source = value.toObject();
        for (const char* name : {"key", "publisher", "date", "locator", "said_by", "age_days", "basis"})
            QVERIFY2(source.contains(QLatin1String(name)), name);
        isAged = isAged || integer(source, "age_days") > 300; // it is of 2025
    }
    QVERIFY(isAged);
}

void TestExplain::aFormulaHasItsSeriesBeside()
{
    const QJsonObject told = json(words("--group chatgpt --measure revenue --at 2027"));
    const QJsonObject formula = lineOf(told.value(QStringLiteral("parts")).toArray(), QStringLiteral("formula"),
                                       QStringLiteral("chatgpt-paying"));
    QCOMPARE(formula.value(QStringLiteral("parts")).toArray().size(), 4);
    const QJsonArray inputs = formula.value(QStringLiteral("inputs")).toArray();
    QCOMPARE(inputs.size(), 3);
    QCOMPARE(inputs.at(0).toObject().value(QStringLiteral("series")).toString(),
             QStringLiteral("chatgpt_weekly_users"));
    QVERIFY(inputs.at(0).toObject().value(QStringLiteral("value")).toDouble() > 1e6);
    QVERIFY(!inputs.at(0).toObject().value(QStringLiteral("sources")).toArray().isEmpty());
}

void TestExplain::whatIsUndisclosedIsNamed()
{
    const QJsonObject told = json(words("--group openai-group --measure spend --at 2028"));
    QVERIFY(integer(told, "undisclosed") > 0);
    QCOMPARE(told.value(QStringLiteral("undisclosed_deals")).toArray().size(), integer(told, "undisclosed"));
}

void TestExplain::aDifferenceAddsUp_data()
{
    QTest::addColumn<QString>("against");
    QTest::addColumn<QStringList>("same"); // as options of rollup
    QTest::addColumn<QString>("year");
    QTest::addColumn<QString>("kind");
    QTest::newRow("a day") << "--as-of 2025-09-30" << words("--as-of 2025-09-30") << "2028"
                           << "as-of";
    QTest::newRow("a period") << "--at 2027" << words("--basis weighted") << "2027"
                              << "period";
    QTest::newRow("both") << "--at 2027 --as-of 2025-09-30" << words("--as-of 2025-09-30") << "2027"
                          << "basis";
}

void TestExplain::aDifferenceAddsUp()
{
    QFETCH(const QString, against);
    QFETCH(const QStringList, same);
    QFETCH(const QString, year);
    QFETCH(const QString, kind);
    const QStringList what = words("--group openai-group --measure spend");
    const QJsonObject told =
        json(what + words("--at 2028 --basis weighted") + QStringList{QStringLiteral("--against"), against});
    QCOMPARE(integer(told, "value"),
             integer(rolledUp(what + words("--basis weighted"), QStringLiteral("2028")), "value"));
    QCOMPARE(integer(told, "against"), integer(rolledUp(what + same, year), "value"));
    const QJsonArray parts = told.value(QStringLiteral("parts")).toArray();
    QCOMPARE(firstMistake(integer(told, "value") - integer(told, "against"), parts), QString());
    QStringList kinds;
    for (const QJsonValue& part : parts)
        kinds << part.toObject().value(QStringLiteral("kind")).toString();
    QVERIFY2(kinds.contains(kind), qPrintable(kinds.join(QLatin1Char(' '))));
}

void TestExplain::aScenarioIsHeldAgainstItsBase()
{
    const QString file = m_folder.filePath(QStringLiteral("scenario.ochain"));
    QVERIFY(QFile::copy(m_file, file));
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("slip")));
    write(m_folder.filePath(QStringLiteral("slip/scenarios.csv")), "key,name_en\nslip,It slips\n");
    write(m_folder.filePath(QStringLiteral("slip/overrides.csv")),
          "scenario,table,row_key,field,value\nslip,deals,amd-openai-6gw,capacity_mw,7000\n");
    QCOMPARE(run({QStringLiteral("import"), file, m_folder.filePath(QStringLiteral("slip"))}).status, 0);
    const QStringList what =
        QStringList{QStringLiteral("explain"), file} +
        words("--group openai-group --measure capacity_in --layer chips --at total --format json --scenario slip");
    const auto toldAgainst = [&](const char* base) {
        const Outcome outcome = run(what + QStringList{QStringLiteral("--against"), QString::fromLatin1(base)});
        return QJsonDocument::fromJson(outcome.out).object();
    };
    const QJsonObject told = toldAgainst("--basis headline");
    QCOMPARE(integer(told, "value") - integer(told, "against"), 1'000'000);
    const QJsonArray parts = told.value(QStringLiteral("parts")).toArray();
    QCOMPARE(parts.size(), 1);
    QCOMPARE(parts.at(0).toObject().value(QStringLiteral("kind")).toString(), QStringLiteral("scenario"));
    QCOMPARE(integer(lineOf(parts, QStringLiteral("deal"), QStringLiteral("amd-openai-6gw")), "amount"), 1'000'000);
    const QJsonObject weighted = toldAgainst("--scenario slip --basis weighted");
    QCOMPARE(
        weighted.value(QStringLiteral("parts")).toArray().at(0).toObject().value(QStringLiteral("kind")).toString(),
        QStringLiteral("basis"));
}

void TestExplain::aSentenceComesFirst_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("begins");
    const auto row = [](const char* options, const char* begins) {
        QTest::newRow(options) << words(options) << QByteArray(begins);
    };
    row("--group openai-group --measure capacity_in --layer chips --at 2030",
        "OpenAI Group PBC gets 26.0 GW of Chips and hardware at the end of 2030: 3 deals\n\n10.0 GW  ");
    row("--group openai-group --measure capacity_in --layer chips --at 2030 --format md",
        "**OpenAI Group PBC gets 26.0 GW of Chips and hardware at the end of 2030: 3 deals**\n\n- 10.0 GW  ");
    row("--group openai-group --measure capacity_in --layer chips --at 2030 --against=--basis\tweighted",
        "OpenAI Group PBC, capacity in at the end of 2030: 26.0 GW against 17.8 GW, a difference of +8.2 GW\n\n"
        "+8.2 GW  basis: weighted → headline\n");
    row("--group openai-group --measure deals --at total", "OpenAI Group PBC has 107 deals in all\n");
}

void TestExplain::aSentenceComesFirst()
{
    QFETCH(QStringList, options);
    QFETCH(const QByteArray, begins);
    options.replaceInStrings(QStringLiteral("\t"), QStringLiteral(" "));
    const Outcome outcome = explain(options);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.left(begins.size()), begins);
}

void TestExplain::namesAreNoMarksInMarkdown()
{
    const QString file = m_folder.filePath(QStringLiteral("marks.ochain"));
    QVERIFY(QFile::copy(m_file, file));
    QCOMPARE(run({QStringLiteral("edit"), file, QStringLiteral("--set"), QStringLiteral("nodes:amd.name_en=A_[x](y)*")})
                 .status,
             0);
    const Outcome outcome =
        run(QStringList{QStringLiteral("explain"), file} +
            words("--group openai-group --measure capacity_in --layer chips --at 2030 --format md"));
    QVERIFY2(outcome.out.contains("A\\_\\[x\\](y)\\* → OpenAI Group PBC"), outcome.out.constData());
}

void TestExplain::mistakesAreSaidWithTheirOption_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* options, const char* says) {
        QTest::newRow(options) << words(options) << QByteArray(says);
    };
    row("--group openai-group --measure profit --at 2028",
        "--measure: there is no measure “profit”; there are revenue,");
    row("--group nobody --measure spend --at 2028", "--group: there is no node or tier “nobody”");
    row("--group nobody --measure money --at 2028", "--group: there is no deal “nobody”; give its key");
    row("--group openai-group --measure capacity_in --at 2028",
        "--layer is missing: capacity_in is never added up over layers; give one of land, power, ");
    row("--group openai-group --measure capacity_in --layer capital --at 2028", "“capital” is no capacity layer");
    row("--group openai-group --measure spend --layer chips --at 2028", "--layer: spend is not asked by layer");
    row("--group amd-openai-6gw --measure capacity --layer chips --at 2028", "--layer: a deal is of one layer");
    row("--group openai-group --measure spend --at soon", "--at: “soon” is no period");
    row("--group openai-group --measure spend --at 2150",
        "--at 2150 is not in the calendar of this chain, which covers ");
    row("--group openai-group --measure gap --at total", "--at total: gap is of a year or a quarter; give one");
    row("--group openai-group --measure deals --at 2028",
        "--at 2028: deals are counted over all time; give --at total");
    row("--group openai-group --measure spend", "--at is required");
    row("--group openai-group --measure spend --at 2028 --against yesterday", "--against: ");
    row("--group openai-group --measure spend --at 2028 --against=--at=soon", "--against: --at: “soon” is no period");
    row("--group openai-group --measure spend --at 2028 --against=--scenario=dream",
        "--against: --scenario: there is no scenario “dream”");
}

void TestExplain::mistakesAreSaidWithTheirOption()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, says);
    const Outcome outcome = explain(options);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
