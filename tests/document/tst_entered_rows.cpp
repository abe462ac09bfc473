// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/entered_rows.h"

#include <QTest>

#include <initializer_list>

using namespace ochain;

namespace {

Edit editOf(std::int64_t seq, std::initializer_list<RowChange> changes, const char* why = "Add deal A → B")
{
    Edit edit;
    edit.changes = changes;
    edit.author = "me";
    edit.why = why;
    edit.seq = seq;
    return edit;
}

RowChange change(Op op, Table table, const char* key)
{
    return {table, op, key, 1, {}, 0};
}

RowChange added(const char* key)
{
    return change(Op::Insert, Table::Deals, key);
}

RowChange filled(const char* key)
{
    return change(Op::Update, Table::Deals, key);
}

std::vector<JournalEntry> journal(std::initializer_list<Edit> newestFirst)
{
    std::vector<JournalEntry> entries;
    entries.reserve(newestFirst.size());
    for (const Edit& edit : newestFirst)
        entries.push_back({edit, false});
    return entries;
}

using Seqs = std::vector<std::int64_t>;

} // namespace

/// Which edits one undo takes back.
class TestEnteredRows final : public QObject {
    Q_OBJECT

private slots:
    void whatFillsARowThatWasJustAddedBelongsToIt()
    {
        QCOMPARE(undoneTogether(journal({editOf(3, {filled("d")}), editOf(2, {filled("d")}), editOf(1, {added("d")})})),
                 (Seqs{3, 2, 1}));
        QCOMPARE(undoneTogether(journal({editOf(1, {added("d")})})), Seqs{1});
        QCOMPARE(undoneTogether({}), Seqs{});
    }

    void aNodeMadeForTheRowBelongsToItToo()
    {
        const RowChange node = change(Op::Insert, Table::Nodes, "n");
        QCOMPARE(undoneTogether(journal({editOf(2, {node, filled("d")}), editOf(1, {node, added("d")})})),
                 (Seqs{2, 1}));
    }

    void whatHasAnotherReasonIsAStepOfItsOwn()
    {
        QCOMPARE(undoneTogether(journal({editOf(2, {filled("d")}, "Set capacity"), editOf(1, {added("d")})})), Seqs{2});
    }

    void whatSomebodyElseDidIsAStepOfItsOwn()
    {
        Edit theirs = editOf(2, {filled("d")});
        theirs.author = "you";
        QCOMPARE(undoneTogether(journal({theirs, editOf(1, {added("d")})})), Seqs{2});
    }

    void otherRowsAreStepsOfTheirOwn()
    {
        QCOMPARE(undoneTogether(journal({editOf(2, {filled("e")}), editOf(1, {added("d")})})), Seqs{2});
        QCOMPARE(undoneTogether(journal({editOf(2, {filled("d"), filled("e")}), editOf(1, {added("d")})})), Seqs{2});
        QCOMPARE(undoneTogether(journal({editOf(2, {change(Op::Erase, Table::Deals, "d")}), editOf(1, {added("d")})})),
                 Seqs{2});
    }

    void editsOfARowThatHadLongBeenThereAreSteps()
    {
        QCOMPARE(undoneTogether(journal({editOf(3, {filled("d")}, "Set"), editOf(2, {filled("d")}, "Set"),
                                         editOf(1, {added("d")}, "Add")})),
                 Seqs{3});
    }

    void whatComesBetweenEndsTheStep()
    {
        QCOMPARE(undoneTogether(
                     journal({editOf(3, {filled("d")}), editOf(2, {filled("e")}, "Set"), editOf(1, {added("d")})})),
                 Seqs{3});
    }

    void whatIsUndoneDoesNotCount()
    {
        std::vector<JournalEntry> entries = journal(
            {editOf(4, {filled("d")}), editOf(3, {filled("d")}), editOf(2, {filled("d")}), editOf(1, {added("d")})});
        entries[0].edit.kind = EditKind::Undo;
        entries[1].isUndone = true;
        QCOMPARE(undoneTogether(entries), (Seqs{2, 1}));
    }
};

QTEST_APPLESS_MAIN(TestEnteredRows)
#include "tst_entered_rows.moc"
