// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

/// Files that hold what SQLite can, and a chain cannot: another program wrote them.
class TestLimits : public QObject {
    Q_OBJECT

private slots:
    void whatPassesTheLimitsIsToldAndTheRestIsRead_data();
    void whatPassesTheLimitsIsToldAndTheRestIsRead();
};

void TestLimits::whatPassesTheLimitsIsToldAndTheRestIsRead_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a text longer than SQLite may hand out here")
        << QByteArray("UPDATE nodes SET note_en = printf('%.*c', 5000000, 'x') WHERE key = 'b'");
    QTest::newRow("a text longer than a chain has") << QByteArray("UPDATE nodes SET note_en = printf('%.*c', 200000, "
                                                                  "'x') WHERE key = 'b'");
    QTest::newRow("an infinite number") << QByteArray("PRAGMA ignore_check_constraints = ON; UPDATE nodes SET lat = "
                                                      "9e999 WHERE key = 'b'");
    QTest::newRow("the greatest number of a row")
        << QByteArray("PRAGMA ignore_check_constraints = ON; UPDATE nodes SET "
                      "id = 9223372036854775807 WHERE key = 'b'");
    QTest::newRow("an amount of 64 bits") << QByteArray("PRAGMA ignore_check_constraints = ON; UPDATE deals SET "
                                                        "value_cents = -9223372036854775807 - 1 WHERE key = 'deal-2'");
}

void TestLimits::whatPassesTheLimitsIsToldAndTheRestIsRead()
{
    QFETCH(QByteArray, sql);
    QTemporaryDir folder;
    const auto file = path(folder.filePath(QStringLiteral("chain.ochain")));
    makeFile(file, smallChain());
    runSql(file, sql.toStdString());
    const auto store = opened(file);
    const Loaded read = loaded(*store);
    QVERIFY(!read.problems.empty());
    QVERIFY(!read.problems.front().text().empty());
    QVERIFY(read.chain.find(Table::Nodes, "a") != kNoRow);
}

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
