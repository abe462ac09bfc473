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

#include <array>
#include <utility>

using namespace ochain::testing;

namespace {

QStringList splitWords(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// a, b, undisclosed_a, undisclosed_b of a row by its group, measure, layer and period.
using RowsCompared = QMap<QString, std::array<qint64, 4>>;

QString nameOf(const QJsonObject& row)
{
    QStringList name;
    for (const char* part : {"group", "measure", "layer", "period"})
        name << row.value(QLatin1String(part)).toString();
    return name.join(QLatin1Char(','));
}

QJsonArray rowsIn(const Outcome& outcome)
{
    return QJsonDocument::fromJson(outcome.out).object().value(QStringLiteral("rows")).toArray();
}

/// The first row in which one is not as the other; "" if there is none.
QString firstOther(const RowsCompared& rows, const RowsCompared& expected)
{
    QStringList names = expected.keys();
    names += rows.keys();
    for (const QString& name : std::as_const(names))
        if (!rows.contains(name) || !expected.contains(name) || rows.value(name) != expected.value(name))
            return name;
    return {};
}

} // namespace

/// ochain compare: two lenses side by side.
class TestCompare final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void eachRowIsThatOfRollupUnderEitherLens_data();
    void eachRowIsThatOfRollupUnderEitherLens();
    void theLensesAreSaid();
    void theTableShowsWhatDiffers_data();
    void theTableShowsWhatDiffers();
    void aScenarioIsHeldAgainstItsBase();
    void mistakesAreSaidWithTheirOption_data();
    void mistakesAreSaidWithTheirOption();

private:
    [[nodiscard]] Outcome compare(const char* a, const char* b, const QStringList& options) const
    {
        return run(QStringList{QStringLiteral("compare"), m_file, QStringLiteral("--a"), QString::fromLatin1(a),
                               QStringLiteral("--b"), QString::fromLatin1(b)} +
                   options);
    }
    void addRolledUp(const char* lens, const QStringList& what, std::size_t side, RowsCompared& rows) const
    {
        const Outcome outcome =
            run(QStringList{QStringLiteral("rollup"), m_file} + what + splitWords(lens) + splitWords("--format json"));
        QCOMPARE(outcome.err, QByteArray());
        const QJsonArray all = rowsIn(outcome);
        for (const auto& value : all) {
            const QJsonObject row = value.toObject();
            std::array<qint64, 4>& figures = rows[nameOf(row)];
            figures.at(side) = row.value(QStringLiteral("value")).toInteger();
            figures.at(side + 2) = row.value(QStringLiteral("undisclosed")).toInteger();
        }
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void TestCompare::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("chain.ochain"));
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status, 0);
}

void TestCompare::eachRowIsThatOfRollupUnderEitherLens_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    for (const char* what : {"--group openai-group", "--by tier --measure spend,gap,binding,deals",
                             "--by deal --measure capacity --period quarter --from 2026Q2 --to 2027",
                             "--by node --layer chips --from 2026"}) {
        QTest::addRow("two days known %s", what)
            << QByteArray(what) << QByteArray("--as-of 2025-09-30") << QByteArray("--as-of 2025-12-31");
        QTest::addRow("an empty lens %s", what)
            << QByteArray(what) << QByteArray() << QByteArray("--basis weighted --overlap gross");
        QTest::addRow("all and firm %s", what)
            << QByteArray(what) << QByteArray("--boundary it") << QByteArray("--commitment firm --assumed out");
    }
}

void TestCompare::eachRowIsThatOfRollupUnderEitherLens()
{
    QFETCH(const QByteArray, what);
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    const QStringList asked = splitWords(what);
    RowsCompared expected;
    addRolledUp(a, asked, 0, expected);
    addRolledUp(b, asked, 1, expected);
    QVERIFY(!expected.isEmpty());

    const Outcome json = compare(a, b, asked + splitWords("--format json"));
    QCOMPARE(json.err, QByteArray());
    QCOMPARE(json.status, 0);
    RowsCompared told;
    const QJsonArray rows = rowsIn(json);
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        const auto number = [&row](const char* name) { return row.value(QLatin1String(name)).toInteger(-1); };
        told[nameOf(row)] = {number("a"), number("b"), number("undisclosed_a"), number("undisclosed_b")};
    }
    QCOMPARE(told.size(), rows.size());
    QCOMPARE(firstOther(told, expected), QString());

    const Outcome csv = compare(a, b, asked + splitWords("--format csv"));
    QByteArray lines = "group,measure,layer,period,a,b,undisclosed_a,undisclosed_b\n";
    for (const auto& value : rows) {
        const QString name = nameOf(value.toObject());
        lines += name.toUtf8();
        for (const qint64 number : told.value(name))
            lines += ',' + QByteArray::number(number);
        lines += '\n';
    }
    QCOMPARE(csv.out, lines);
}

void TestCompare::theLensesAreSaid()
{
    const Outcome outcome = compare("--as-of 2025-09-30 --basis weighted", "",
                                    splitWords("--group openai-group --from 2027 --period quarter --format json"));
    const QJsonObject told = QJsonDocument::fromJson(outcome.out).object();
    const QJsonObject a = told.value(QStringLiteral("a")).toObject();
    const QJsonObject b = told.value(QStringLiteral("b")).toObject();
    QCOMPARE(a.value(QStringLiteral("as_of")).toString(), QStringLiteral("2025-09-30"));
    QCOMPARE(a.value(QStringLiteral("basis")).toString(), QStringLiteral("weighted"));
    QVERIFY(b.value(QStringLiteral("as_of")).isNull());
    QCOMPARE(b.value(QStringLiteral("basis")).toString(), QStringLiteral("headline"));
    QCOMPARE(b.value(QStringLiteral("period")).toString(), QStringLiteral("quarter"));
    QCOMPARE(b.value(QStringLiteral("from")).toString(), QStringLiteral("2027"));
}

void TestCompare::theTableShowsWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("signs") << QByteArray("--as-of 2025-09-30")
                           << QByteArray("--group openai-group --measure net,capacity_in,deals --from 2027 --to 2027")
                           << QByteArray(
                                  "openai-group                                        a              b     b − a\n"
                                  "net                       2027          −$45.6B (7+7)   −$45B (7+10)    +$689M\n"
                                  "net                       total        −$130B (12+19)  $184B (13+32)    +$314B\n"
                                  "net                       unscheduled          (5+12)         (6+20)        ±0\n");
    QTest::newRow("another layer binds") << QByteArray("--as-of 2025-09-30")
                                         << QByteArray("--group openai-group --measure binding --from 2027 --to 2027")
                                         << QByteArray("openai-group                 a             b  b − a\n"
                                                       "binding chips     2027  3.2 GW             –      –\n"
                                                       "binding cloud-dc  2027       –  ≥ 4.3 GW (5)      –\n");
    QTest::newRow("nothing") << QByteArray("--as-of 2025-09-30") << QByteArray("--group amd --measure guaranteed_out")
                             << QByteArray("no figures: nothing counts under either lens\n");
    QTest::newRow("the same")
        << QByteArray("--boundary it") << QByteArray("--group amd --measure deals")
        << QByteArray("nothing differs: the one figure is the same under both lenses; --all shows them\n");
    QTest::newRow("the same, all") << QByteArray("--boundary it") << QByteArray("--group amd --measure deals --all")
                                   << QByteArray("amd           a  b  b − a\ndeals  total  4  4     ±0\n");
}

void TestCompare::theTableShowsWhatDiffers()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, table);
    const Outcome outcome = compare(a, "", splitWords(options));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.left(table.size()), table);
}

void TestCompare::aScenarioIsHeldAgainstItsBase()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("slip")));
    write(m_folder.filePath(QStringLiteral("slip/scenarios.csv")), "key,name_en\nslip,It slips\n");
    write(m_folder.filePath(QStringLiteral("slip/overrides.csv")),
          "scenario,table,row_key,field,value\nslip,deals,amd-openai-6gw,capacity_mw,7000\n");
    QCOMPARE(run({QStringLiteral("import"), m_file, m_folder.filePath(QStringLiteral("slip"))}).status, 0);
    const QStringList what = splitWords("--by deal --measure capacity --format json");
    const Outcome outcome = compare("", "--scenario slip", what);
    QCOMPARE(outcome.err, QByteArray());
    QStringList differing;
    const QJsonArray all = rowsIn(outcome);
    for (const auto& value : all) {
        const QJsonObject row = value.toObject();
        const qint64 more = row.value(QStringLiteral("b")).toInteger() - row.value(QStringLiteral("a")).toInteger();
        if (more != 0 && row.value(QStringLiteral("period")).toString() == QStringLiteral("total"))
            differing << QStringLiteral("%1 %2").arg(row.value(QStringLiteral("group")).toString()).arg(more);
    }
    QCOMPARE(differing, QStringList{QStringLiteral("amd-openai-6gw 1000000")});
    const QJsonObject told = QJsonDocument::fromJson(outcome.out).object();
    QVERIFY(told.value(QStringLiteral("a")).toObject().value(QStringLiteral("scenario")).isNull());
    QCOMPARE(told.value(QStringLiteral("b")).toObject().value(QStringLiteral("scenario")).toString(),
             QStringLiteral("slip"));

    // In both lenses it is on both sides.
    const Outcome both = compare("--scenario slip", "--scenario slip", splitWords("--by deal"));
    QVERIFY2(both.out.startsWith("nothing differs: all "), both.out.constData());
    const Outcome inA = compare("--scenario slip", "",
                                splitWords("--group openai-group --measure capacity_in --layer chips --from 2030"));
    QVERIFY2(inA.out.contains("  −1.0 GW\n"), inA.out.constData());
}

void TestCompare::mistakesAreSaidWithTheirOption_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* a, const char* b, const char* options, const char* says) {
        QTest::addRow("%s | %s | %s", a, b, options)
            << QByteArray(a) << QByteArray(b) << QByteArray(options) << QByteArray(says);
    };
    row("--profit", "", "--group openai-group",
        "--a: The following argument was not expected: --profit; it takes the options of a lens, or nothing, as “--as-of ");
    row("", "yesterday", "--group openai-group", "--b: The following argument was not expected: yesterday; it takes ");
    row("--as-of soon", "", "--group openai-group", "--a: --as-of: “soon” is no whole day");
    row("", "--scenario dream", "--group openai-group", "--b: --scenario: there is no scenario “dream”; leave it out");
    row("", "--basis good", "--group openai-group", "--b: --basis: good not in {headline,weighted}");
    row("", "--basis weighted", "--group nobody", "--group: there is no node or tier “nobody”");
    row("", "--basis weighted", "--group openai-group --measure profit",
        "--measure: there is no measure “profit”; there are revenue,");
    row("", "--basis weighted", "--by deal --measure spend", "--measure spend: deals have the measures money and");
    row("", "--basis weighted", "--group openai-group --measure spend --layer chips", "--layer: spend is the same in");
    row("", "--basis weighted", "--group openai-group --layer capital", "“capital” is no capacity layer");
    row("", "--basis weighted", "--group openai-group --from 2150", "--from 2150 leaves nothing of the calendar");
    row("", "--basis weighted", "--group openai-group --from 2027Q2", "--from 2027Q2 is a quarter within a year");
    row("", "--basis weighted", "--group openai-group --format xml", "--format: xml not in {table,csv,json}");
    row("", "--basis weighted", "--measure spend", "--help tells what there is");
}

void TestCompare::mistakesAreSaidWithTheirOption()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, says);
    const Outcome outcome = compare(a, b, splitWords(options));
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
