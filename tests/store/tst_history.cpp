// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history.h"

#include <QObject>
#include <QTest>

using namespace ochain;

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void nothingHappenedYet();
    void changesAreUndoneFromTheLast();
    void aChangeForgetsTheRedoable();
    void aRedoneChangeCanBeUndoneAgain();
    void nonsenseInAJournalDoesNoHarm();
};

void TestHistory::nothingHappenedYet()
{
    const History history;
    QVERIFY(!history.toUndo());
    QVERIFY(!history.toRedo());
    QCOMPARE(history.last(), std::int64_t{0});
}

void TestHistory::changesAreUndoneFromTheLast()
{
    History history;
    history.take(1, EditKind::Change, 0);
    history.take(2, EditKind::Change, 0);
    QCOMPARE(*history.toUndo(), std::int64_t{2});
    history.take(3, EditKind::Undo, 2);
    QCOMPARE(*history.toUndo(), std::int64_t{1});
    QCOMPARE(*history.toRedo(), std::int64_t{2});
    QVERIFY(history.isUndone(2));
    QVERIFY(!history.isUndone(1));
    QVERIFY(!history.isUndone(3));
}

void TestHistory::aChangeForgetsTheRedoable()
{
    History history;
    history.take(1, EditKind::Change, 0);
    history.take(2, EditKind::Undo, 1);
    history.take(3, EditKind::Change, 0);
    QVERIFY(!history.toRedo());
    QCOMPARE(*history.toUndo(), std::int64_t{3});
    QVERIFY(history.isUndone(1)); // for good
}

void TestHistory::aRedoneChangeCanBeUndoneAgain()
{
    History history;
    history.take(1, EditKind::Change, 0);
    history.take(2, EditKind::Undo, 1);
    history.take(3, EditKind::Redo, 1);
    QCOMPARE(*history.toUndo(), std::int64_t{1});
    QVERIFY(!history.toRedo());
    QVERIFY(!history.isUndone(1));
}

void TestHistory::nonsenseInAJournalDoesNoHarm()
{
    History history;
    history.take(1, EditKind::Undo, 99);
    history.take(2, EditKind::Redo, 98);
    history.take(3, EditKind::Change, 0);
    history.take(4, EditKind::Undo, 3);
    QCOMPARE(*history.toRedo(), std::int64_t{3});
    QVERIFY(!history.toUndo());
}

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
