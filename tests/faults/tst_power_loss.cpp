// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/fault_bench.h"
#include "faults/power_log.h"

#include <QByteArray>
#include <QDebug>
#include <QFile>
#include <QIODevice>
#include <QMap>
#include <QObject>
#include <QProcessEnvironment>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QRegularExpressionMatch>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

/// The power fails at every moment of a session of several programs. What was not synced is lost, in any mixture: what
/// was acknowledged is there, and whole edits only.
class TestPowerLoss final : public QObject {
    Q_OBJECT

private slots:
    void whatWasAcknowledgedOutlivesAPowerFailure_data();
    void whatWasAcknowledgedOutlivesAPowerFailure();

private:
    void record(const QString& file, const QStringList& orders);
    [[nodiscard]] QString whatIsLost(const fs::path& disk, const char* file, std::int64_t acknowledged) const;
    [[nodiscard]] QString whatIsLostOfExport(const fs::path& disk) const;
    FaultBench m_bench;
    HeldChain m_before;
    QMap<QString, QByteArray> m_oldExport;
    std::vector<QMap<QString, QByteArray>> m_newExports;
};

/// Runs a session, and adds after each of its programs how many edits the file has.
void TestPowerLoss::record(const QString& file, const QStringList& orders)
{
    QProcessEnvironment environment = FaultBench::environmentOf(m_bench.root() / "now");
    const QString log = QString::fromStdString((m_bench.root() / "log").string());
    environment.insert(QStringLiteral("OCHAIN_FAULT_LOG"), log);
    std::int64_t edits = m_before.seq;
    for (const QString& order : orders) {
        const Said said = m_bench.run(order.split(u' '), environment);
        QVERIFY2(said.status == 0, qPrintable(said.err));
        static const QRegularExpression made(QStringLiteral("^edit ([0-9]+)"));
        if (const QRegularExpressionMatch match = made.match(said.out); match.hasMatch() && order.contains(file))
            edits = match.captured(1).toLongLong();
        if (order.startsWith(QLatin1String("export")))
            m_newExports.push_back(filesIn(m_bench.file("out")));
        const PowerRecord head{PowerRecord::Op::Acknowledged, 0, edits, 0, 0};
        QFile out(log);
        QVERIFY(out.open(QIODevice::Append));
        out.write(reinterpret_cast<const char*>(&head), sizeof head);
    }
}

void TestPowerLoss::whatWasAcknowledgedOutlivesAPowerFailure_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("orders");
    const QString edit = QStringLiteral("edit {}/%1 --set deals:deal-%2.capacity_mw=%3");
    const auto edits = [&](const char* file) {
        return QStringList{edit.arg(QLatin1String(file)).arg(1).arg(51), edit.arg(QLatin1String(file)).arg(2).arg(52),
                           QStringLiteral("undo {}/") + QLatin1String(file),
                           QStringLiteral("import {}/%1 {}/csv").arg(QLatin1String(file))};
    };
    const QStringList exports{QStringLiteral("export {}/chain.ochain {}/out")};
    QTest::newRow("edits and exports") << QStringLiteral("chain.ochain")
                                       << edits("chain.ochain").mid(0, 2) + exports + edits("chain.ochain").mid(2) +
                                              exports;
    QTest::newRow("a file of version 1") << QStringLiteral("old.ochain") << edits("old.ochain");
    QTest::newRow("a file that a killed program left") << QStringLiteral("left.ochain") << edits("left.ochain");
    QTest::newRow("a file with a journal that was left") << QStringLiteral("half.ochain") << edits("half.ochain");
}

QString TestPowerLoss::whatIsLost(const fs::path& disk, const char* file, std::int64_t acknowledged) const
{
    const Result<HeldChain> held = heldIn(disk / file);
    if (!held)
        return QStringLiteral("does not open: ") + QString::fromStdString(messageOf(held));
    if (held->seq < acknowledged)
        return QStringLiteral("%1 edits of %2 that were acknowledged").arg(held->seq).arg(acknowledged);
    if (!isWhole(disk / file, m_before, *held))
        return QStringLiteral("has other rows than its journal says");
    return whatIsLostOfExport(disk);
}

QString TestPowerLoss::whatIsLostOfExport(const fs::path& disk) const
{
    QMap<QString, QByteArray> now = filesIn(disk / "out");
    const auto isWhich = [&](QMap<QString, QByteArray> whole) {
        for (const char* name : {"sub/", "sub/inner.txt"}) // moved behind the rest, and with the next run
            if (!now.contains(QLatin1String(name)))
                whole.remove(QLatin1String(name));
        return now == whole;
    };
    return isWhich(m_oldExport) || std::any_of(m_newExports.begin(), m_newExports.end(), isWhich)
               ? QString()
               : QStringLiteral("the export is neither the old one nor a new one");
}

void TestPowerLoss::whatWasAcknowledgedOutlivesAPowerFailure()
{
    QFETCH(QString, file);
    QFETCH(QStringList, orders);
    const QByteArray name = file.toLatin1();
    fs::remove(m_bench.root() / "log");
    m_newExports.clear();
    m_oldExport = filesIn(m_bench.root() / "base" / "out");
    m_bench.restore();
    const Result<HeldChain> before = heldIn(m_bench.file(name.constData()));
    QVERIFY2(before, messageOf(before).c_str());
    m_before = *before;
    m_bench.restore();
    PowerLog log(m_bench.root() / "now");
    record(file, orders);
    if (QTest::currentTestFailed())
        return;
    log.read(m_bench.root() / "log");
    QRandomGenerator random(3);
    const int failures = isLong() ? 15 : 1;
    int tries = 0;
    int losses = 0;
    while (log.next())
        for (int n = 0; n < failures; ++n) {
            const fs::path disk = m_bench.root() / "disk";
            fs::remove_all(disk);
            log.fail(random, disk);
            ++tries;
            const QString lost = whatIsLost(disk, name.constData(), log.acknowledged());
            if (!lost.isEmpty() && ++losses < 10)
                qWarning("record %zu: %s", log.at(), qPrintable(lost));
        }
    report(qPrintable(QStringLiteral("what was acknowledged outlives a power failure: %1")
                          .arg(QLatin1String(QTest::currentDataTag()))),
           tries, losses);
    QVERIFY(tries > 50);
    QCOMPARE(losses, 0);
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_power_loss.moc"
