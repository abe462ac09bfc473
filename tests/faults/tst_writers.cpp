// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/fault_bench.h"

#include <QObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>
#include <QTest>

#include <memory>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// One who makes edits, one after the other, each by a program of its own.
class Writer {
public:
    Writer(const FaultBench& bench, int number) : m_bench(bench), m_number(number) {}
    /// Begins the next edit once the one before has ended.
    void goOn()
    {
        if (m_process && m_process->state() != QProcess::NotRunning)
            return;
        finish();
        m_key = QStringLiteral("w%1-%2").arg(m_number).arg(++m_edits);
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(FaultBench::environmentOf());
        m_process->start(QStringLiteral(OCHAIN_PROGRAM),
                         {QStringLiteral("edit"), QString::fromStdString(m_bench.file("chain.ochain").string()),
                          QStringLiteral("--add"), QStringLiteral("sources:") + m_key, QStringLiteral("--set"),
                          QStringLiteral("sources:%1.title=T").arg(m_key)});
    }
    void kill() { m_process->kill(); }
    void finish()
    {
        if (!m_process)
            return;
        m_process->waitForFinished(60'000);
        if (m_process->readAllStandardOutput().contains("edit "))
            m_acknowledged << m_key;
        const QString said = QString::fromUtf8(m_process->readAllStandardError());
        if (said.contains(QLatin1String("damaged")))
            m_wrong << said;
        m_process.reset();
    }
    [[nodiscard]] bool isIdle() const { return !m_process || m_process->state() == QProcess::NotRunning; }
    void poll() const
    {
        if (m_process)
            m_process->waitForFinished(1);
    }
    [[nodiscard]] const QStringList& acknowledged() const { return m_acknowledged; }
    [[nodiscard]] const QStringList& wrong() const { return m_wrong; }

private:
    const FaultBench& m_bench;
    int m_number;
    int m_edits = 0;
    QString m_key;
    QStringList m_acknowledged, m_wrong;
    std::unique_ptr<QProcess> m_process;
};

} // namespace

/// Ten who write into one file at once, and are killed at random.
class TestWriters final : public QObject {
    Q_OBJECT

private slots:
    void everyEditThatWasAcknowledgedIsThere_data();
    void everyEditThatWasAcknowledgedIsThere();
};

void TestWriters::everyEditThatWasAcknowledgedIsThere_data()
{
    QTest::addColumn<bool>("areKilled");
    QTest::newRow("ten writers at once") << false;
    QTest::newRow("ten writers at once, killed at random") << true;
}

void TestWriters::everyEditThatWasAcknowledgedIsThere()
{
    QFETCH(bool, areKilled);
    FaultBench bench;
    const int edits = isLong() ? 1000 : 60;
    constexpr int kWriters = 10;
    std::vector<std::unique_ptr<Writer>> writers;
    writers.reserve(kWriters);
    for (int number = 0; number < kWriters; ++number)
        writers.push_back(std::make_unique<Writer>(bench, number));
    QRandomGenerator random(11);
    for (int begun = 0; begun < edits;)
        for (const auto& writer : writers) {
            writer->poll();
            if (writer->isIdle() && begun < edits) {
                writer->goOn();
                ++begun;
            } else if (areKilled && !writer->isIdle() && random.bounded(40) == 0)
                writer->kill();
        }
    QStringList acknowledged;
    QStringList wrong;
    for (const auto& writer : writers) {
        writer->finish();
        acknowledged += writer->acknowledged();
        wrong += writer->wrong();
    }
    const Result<HeldChain> held = heldIn(bench.file("chain.ochain"));
    QVERIFY2(held, messageOf(held).c_str());
    int losses = static_cast<int>(wrong.size());
    for (const QString& key : acknowledged)
        losses += held->chain.find(Table::Sources, key.toStdString()) == kNoRow ? 1 : 0;
    report(QTest::currentDataTag(), edits, losses);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(losses, 0);
    QVERIFY2(acknowledged.size() > edits / 10, qPrintable(QString::number(acknowledged.size())));
    QCOMPARE(runSql(bench.file("chain.ochain"), "PRAGMA integrity_check"), std::string("ok"));
}

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
