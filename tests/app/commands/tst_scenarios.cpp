// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace ochain::testing;

namespace {

QStringList inWords(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// `edit --scenario`, the lens option of that name, and the scenarios that are shipped.
class TestScenarios final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("chain.ochain"));
        QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status,
                 0);
    }

    void whatIsSetInAScenarioIsOverriddenAndTheFieldStays()
    {
        const QByteArray base = chips({});
        done("--add scenarios:more-amd --set scenarios:more-amd.name_en=More --scenario more-amd --set "
             "deals:amd-openai-6gw.capacity_mw=8GW");
        QCOMPARE(exported("scenarios.csv"), QByteArray("key,name_en,name_zh,note_en\nmore-amd,More,,\n"));
        QCOMPARE(exported("overrides.csv"),
                 QByteArray("scenario,table,row_key,field,value\nmore-amd,deals,amd-openai-6gw,capacity_mw,8000\n"));
        QCOMPARE(chips({}), base);
        QCOMPARE(chips(inWords("--scenario more-amd")).toLongLong(), base.toLongLong() + 2'000'000);
    }

    void anotherValueTakesThePlaceAndAnEmptyOneGivesTheFieldBack()
    {
        const QByteArray base = chips({});
        done("--add scenarios:more --scenario more --set deals:amd-openai-6gw.capacity_mw=8000");
        done("--scenario more --set deals:amd-openai-6gw.capacity_mw=7GW");
        QCOMPARE(chips(inWords("--scenario more")).toLongLong(), base.toLongLong() + 1'000'000);
        done("--scenario more --set deals:amd-openai-6gw.capacity_mw=");
        QCOMPARE(exported("overrides.csv"), QByteArray()); // a table without rows has no file
        QCOMPARE(chips(inWords("--scenario more")), base);
        QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
        QCOMPARE(chips(inWords("--scenario more")).toLongLong(), base.toLongLong() + 1'000'000);
    }

    void anOverrideHoldsOnEveryDayKnown()
    {
        done("--set deals:amd-openai-6gw.capacity_mw=7000 --as-of 2025-11-01 --source nasdaq-amd");
        const qint64 early = chips(inWords("--as-of 2025-10-31")).toLongLong();
        done("--add scenarios:more --scenario more --set deals:amd-openai-6gw.capacity_mw=9000");
        QCOMPARE(chips(inWords("--as-of 2025-10-31")).toLongLong(), early);
        QCOMPARE(chips(inWords("--as-of 2025-10-31 --scenario more")).toLongLong(), early + 3'000'000);
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* options, const char* says) {
            QTest::addRow("%s", name) << QByteArray(options) << QByteArray(says);
        };
        row("a scenario that is not there", "--scenario dream --set deals:amd-openai-6gw.capacity_mw=8000", "dream");
        row("nothing set", "--add scenarios:s --scenario s", "--scenario s: nothing is set");
        row("a day", "--scenario s --set deals:amd-openai-6gw.capacity_mw=8 --as-of 2026-01-01 --source nasdaq-amd",
            "leave --as-of out");
        row("a key", "--add scenarios:s --scenario s --set deals:amd-openai-6gw.key=other",
            "cannot override this field");
        row("a row that is not there", "--add scenarios:s --scenario s --set deals:nobody.capacity_mw=8", "nobody");
        row("what reads as nothing", "--add scenarios:s --scenario s --set deals:amd-openai-6gw.capacity_mw=much",
            "much");
        row("an end before the start", "--add scenarios:s --scenario s --set deals:amd-openai-6gw.ends=2020",
            "before it starts");
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(const QByteArray, options);
        QFETCH(const QByteArray, says);
        const QByteArray before = exported("overrides.csv");
        const Outcome outcome = run(QStringList{QStringLiteral("edit"), m_file} + inWords(options.constData()));
        QVERIFY(outcome.status == 1 || outcome.status == 2);
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        QCOMPARE(exported("overrides.csv"), before);
    }

    void thePictureSaysWhichScenarioItIsOf()
    {
        done("--add scenarios:more --set scenarios:more.name_en=MoreOfAmd --scenario more --set "
             "deals:amd-openai-6gw.capacity_mw=8000");
        const QString picture = m_folder->filePath(QStringLiteral("a.svg"));
        const Outcome outcome = run(QStringList{QStringLiteral("chart"), m_file, QStringLiteral("--out"), picture} +
                                    inWords("--view capacity --scenario more"));
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY(contents(picture).contains("scenario MoreOfAmd"));
    }

    void theShippedOnesCanBeLookedAt_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("lens");
        QTest::addColumn<QByteArray>("measure");
        QTest::addColumn<QByteArray>("at");
        QTest::addRow("advertising") << QByteArray("ads-late") << QByteArray() << QByteArray("revenue")
                                     << QByteArray("2027");
        QTest::addRow("power") << QByteArray("power-slips-12m") << QByteArray() << QByteArray("capacity_in")
                               << QByteArray("2028");
        QTest::addRow("announced") << QByteArray("announced-third-less") << QByteArray(" --basis weighted")
                                   << QByteArray("capacity_in") << QByteArray("2030");
    }
    /// Each takes something away, now and on an earlier day, and says in its note what it assumes.
    void theShippedOnesCanBeLookedAt()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, lens);
        QFETCH(const QByteArray, measure);
        QFETCH(const QByteArray, at);
        const QString shipped = m_folder->filePath(QStringLiteral("shipped.ochain"));
        QCOMPARE(
            run({QStringLiteral("init"), shipped, QStringLiteral("--from"), QStringLiteral(OCHAIN_SHIPPED)}).status, 0);
        for (const QByteArray& day : {QByteArray(), QByteArray(" --as-of 2026-10-01")}) {
            const QByteArray options = "--group openai-group --period year --measure " + measure + " --from " + at +
                                       " --to " + at + lens + day;
            const qint64 base = sumOf(shipped, options);
            const qint64 under = sumOf(shipped, options + " --scenario " + key);
            QVERIFY2(under < base, QByteArray::number(under) + " of " + QByteArray::number(base));
        }
        const QByteArray rows = contents(QStringLiteral(OCHAIN_SHIPPED) + QStringLiteral("/scenarios.csv"));
        QVERIFY(rows.contains('\n' + key + ','));
        QCOMPARE(rows.count("Assumed: "), 3);
    }

private:
    void done(const char* options) const
    {
        const Outcome outcome = run(QStringList{QStringLiteral("edit"), m_file} + inWords(options));
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.status, 0);
    }
    [[nodiscard]] QByteArray exported(const char* name) const
    {
        const QString folder = m_folder->filePath(QStringLiteral("out"));
        run({QStringLiteral("export"), m_file, folder});
        return contents(folder + QLatin1Char('/') + QString::fromLatin1(name));
    }
    /// Kilowatts of chips that OpenAI gets in all.
    [[nodiscard]] QByteArray chips(const QStringList& lens) const
    {
        const Outcome outcome =
            run(QStringList{QStringLiteral("rollup"), m_file} +
                inWords("--group openai-group --measure capacity_in --layer chips --period year --format json") + lens);
        const QJsonArray rows = QJsonDocument::fromJson(outcome.out).object().value(QStringLiteral("rows")).toArray();
        for (const auto& row : rows)
            if (row.toObject().value(QStringLiteral("period")) == QLatin1String("total"))
                return QByteArray::number(row.toObject().value(QStringLiteral("value")).toInteger());
        return {};
    }
    [[nodiscard]] static qint64 sumOf(const QString& file, const QByteArray& options)
    {
        const Outcome outcome =
            run(QStringList{QStringLiteral("rollup"), file} + inWords(options.constData()) + inWords("--format json"));
        if (!outcome.err.isEmpty())
            qFatal("%s", outcome.err.constData());
        qint64 sum = 0;
        const QJsonArray rows = QJsonDocument::fromJson(outcome.out).object().value(QStringLiteral("rows")).toArray();
        for (const auto& row : rows)
            sum += row.toObject().value(QStringLiteral("value")).toInteger();
        return sum;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
