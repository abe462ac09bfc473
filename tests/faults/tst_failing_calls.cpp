// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/fault_bench.h"

#include <QDate>
#include <QDebug>
#include <QMap>
#include <QObject>
#include <QPair>
#include <QRandomGenerator>
#include <QString>
#include <QTest>

#include <array>
#include <cerrno>

using namespace ochain;
using namespace ochain::testing;

Q_DECLARE_METATYPE(const ochain::testing::Fault*)
Q_DECLARE_METATYPE(const ochain::testing::Order*)

/// Every call by which the program changes something on the disk fails once, fails from then on, or is its last.
/// Whatever happens the file opens, holds every edit that was acknowledged and whole edits only, and what was said is
/// true.
class TestFailingCalls final : public QObject {
    Q_OBJECT

private slots:
    void whateverCallFailsNothingIsLost_data();
    void whateverCallFailsNothingIsLost();
    void cleanupTestCase();

private:
    FaultBench m_bench;
    QMap<QString, QPair<int, int>> m_tally; ///< tries and losses by fault
};

void TestFailingCalls::whateverCallFailsNothingIsLost_data()
{
    static constexpr std::array kFaults{
        Fault{"no room, once", ENOSPC, false, ""},
        Fault{"no room any more", ENOSPC, true, ""},
        Fault{"the disk fails, once", EIO, false, ""},
        Fault{"the disk fails from then on", EIO, true, ""},
        Fault{"no right, once", EACCES, false, "create"},
        Fault{"no right to remove", EPERM, true, "unlink"},
        Fault{"syncing fails from then on", EIO, true, "sync"},
        Fault{"killed", 0, false, ""},
    };
    QTest::addColumn<const Fault*>("fault");
    QTest::addColumn<const Order*>("order");
    for (const Fault& fault : kFaults)
        for (const Order& order : FaultBench::orders())
            QTest::addRow("%s: %s", order.name, fault.name) << &fault << &order;
}

void TestFailingCalls::whateverCallFailsNothingIsLost()
{
    QFETCH(const Fault*, fault);
    QFETCH(const Order*, order);
    constexpr int kMostCalls = 2000;
    // The short run takes some of the calls, others each day.
    const int stride = isLong() ? 1 : 11;
    QRandomGenerator random(static_cast<quint32>(static_cast<std::size_t>(QDate::currentDate().dayOfYear()) +
                                                 qHash(QLatin1String(order->name))));
    int tries = 0;
    int losses = 0;
    bool isStruck = true;
    for (int at = 1 + random.bounded(stride); isStruck && at < kMostCalls; at += stride) {
        m_bench.restore();
        const Said said = m_bench.run(*order, *fault, at);
        isStruck = said.isStruck;
        ++tries;
        const QString lost = m_bench.whatIsLost(*order, said);
        if (lost.isEmpty())
            continue;
        ++losses;
        qWarning("call %d: %s\n  status %d, said: %s", at, qPrintable(lost), said.status, qPrintable(said.err));
    }
    auto& tally = m_tally[QString::fromLatin1(fault->name)];
    tally = {tally.first + tries, tally.second + losses};
    QVERIFY(!isStruck);
    QCOMPARE(losses, 0);
}

void TestFailingCalls::cleanupTestCase()
{
    for (auto [fault, tally] : m_tally.asKeyValueRange())
        report(qPrintable(QStringLiteral("nothing is lost and what is said is true: ") + fault), tally.first,
               tally.second);
}

QTEST_GUILESS_MAIN(TestFailingCalls)
#include "tst_failing_calls.moc"
