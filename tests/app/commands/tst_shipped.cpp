// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLatin1Char>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace ochain::testing;

/// The chain that the program carries: whole, free of contradictions, and with the figures that README.md names.
class TestShipped final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void nothingInItWouldBeRefused();
    void itsNotesAreOfKnownKinds();
    void chipsOfOpenAi_data();
    void chipsOfOpenAi();
    void firmIsNeverMoreThanAll();
    void theHorizonEndsTheCalendar();
    void itComesBackAsItWent();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QJsonArray rows(const QString& measures, const QStringList& lens) const;

    QTemporaryDir m_folder;
    QString m_file;
};

void TestShipped::initTestCase()
{
    m_file = path("shipped.ochain");
    const Outcome made = run({QStringLiteral("init"), m_file});
    QVERIFY2(made.status == 0, made.err.constData());
}

QJsonArray TestShipped::rows(const QString& measures, const QStringList& lens) const
{
    const Outcome out =
        run(QStringList{QStringLiteral("rollup"), m_file, QStringLiteral("--group"), QStringLiteral("openai-group"),
                        QStringLiteral("--measure"), measures, QStringLiteral("--format"), QStringLiteral("json")} +
            lens);
    return QJsonDocument::fromJson(out.out).object().value(QStringLiteral("rows")).toArray();
}

void TestShipped::nothingInItWouldBeRefused()
{
    const Outcome checked = run({QStringLiteral("check"), m_file});
    QVERIFY2(checked.status == 0, checked.out.constData());
}

void TestShipped::itsNotesAreOfKnownKinds()
{
    const Outcome checked = run({QStringLiteral("check"), m_file, QStringLiteral("--format"), QStringLiteral("json")});
    const QJsonArray problems =
        QJsonDocument::fromJson(checked.out).object().value(QStringLiteral("problems")).toArray();
    QVERIFY(!problems.isEmpty());
    const QStringList known{QStringLiteral("unscheduled-amount"), QStringLiteral("node-without-deals"),
                            QStringLiteral("backward-trade"), QStringLiteral("told-before"),
                            QStringLiteral("old-sources")};
    for (const auto& problem : problems) {
        const QString rule = problem.toObject().value(QStringLiteral("rule")).toString();
        QVERIFY2(known.contains(rule), qPrintable(rule));
    }
}

void TestShipped::chipsOfOpenAi_data()
{
    QTest::addColumn<QStringList>("lens");
    QTest::addColumn<qint64>("megawatts");
    const QStringList asOf{QStringLiteral("--as-of"), QStringLiteral("2025-12-31")};
    const QStringList firm{QStringLiteral("--commitment"), QStringLiteral("firm")};
    // 10 NVIDIA + 6 AMD + 10 Broadcom, of which AMD's first gigawatt binds both sides
    QTest::newRow("as known at the end of 2025") << asOf << qint64{26'000};
    QTest::newRow("firm as known then") << asOf + firm << qint64{1'000};
    QTest::newRow("today") << QStringList() << qint64{28'750};
    QTest::newRow("firm today") << firm << qint64{1'750};
}

void TestShipped::chipsOfOpenAi()
{
    QFETCH(QStringList, lens);
    QFETCH(qint64, megawatts);
    const QStringList upTo{QStringLiteral("--from"), QStringLiteral("2030"),    QStringLiteral("--to"),
                           QStringLiteral("2030"),   QStringLiteral("--layer"), QStringLiteral("chips")};
    qint64 found = -1;
    const QJsonArray capacities = rows(QStringLiteral("capacity_in"), lens + upTo);
    for (const auto& row : capacities)
        if (row.toObject().value(QStringLiteral("period")) == QStringLiteral("2030"))
            found = row.toObject().value(QStringLiteral("value")).toInteger() / 1000;
    QCOMPARE(found, megawatts);
}

void TestShipped::firmIsNeverMoreThanAll()
{
    const QString measures = QStringLiteral("revenue,spend,capital_in,capital_out,capacity_in,capacity_out");
    QMap<QString, qint64> all;
    const auto placeOf = [](const QJsonObject& row) {
        return row.value(QStringLiteral("measure")).toString() + QLatin1Char('/') +
               row.value(QStringLiteral("layer")).toString() + QLatin1Char('/') +
               row.value(QStringLiteral("period")).toString();
    };
    const QJsonArray stated = rows(measures, {});
    for (const auto& row : stated)
        all[placeOf(row.toObject())] = row.toObject().value(QStringLiteral("value")).toInteger();
    const QJsonArray firm = rows(measures, {QStringLiteral("--commitment"), QStringLiteral("firm")});
    QVERIFY(firm.size() > 10);
    for (const auto& row : firm)
        QVERIFY2(row.toObject().value(QStringLiteral("value")).toInteger() <= all.value(placeOf(row.toObject())),
                 qPrintable(placeOf(row.toObject())));
}

void TestShipped::theHorizonEndsTheCalendar()
{
    QString last;
    const QJsonArray revenues = rows(QStringLiteral("revenue"), {});
    for (const auto& row : revenues)
        if (const QString period = row.toObject().value(QStringLiteral("period")).toString(); period.front().isDigit())
            last = std::max(last, period);
    QCOMPARE(last, QStringLiteral("2035"));
}

void TestShipped::itComesBackAsItWent()
{
    const QString folder = path("exported");
    QCOMPARE(run({QStringLiteral("export"), m_file, folder}).status, 0);
    const QStringList names = QDir(QStringLiteral(OCHAIN_SHIPPED)).entryList({QStringLiteral("*.csv")}, QDir::Files);
    QCOMPARE(names.size(), 15);
    QCOMPARE(QDir(folder).entryList({QStringLiteral("*.csv")}, QDir::Files), names);
    for (const QString& name : names)
        QVERIFY2(contents(folder + QLatin1Char('/') + name) == contents(QStringLiteral(OCHAIN_SHIPPED "/") + name),
                 qPrintable(name));
}

QTEST_GUILESS_MAIN(TestShipped)
#include "tst_shipped.moc"
