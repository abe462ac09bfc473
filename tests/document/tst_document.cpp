// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_testing.h"

#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

#include <sqlite3.h>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr std::int64_t kGigawatt = 1'000'000;

/// Another program that has the file in its hands for as long as this lives.
class WriteLock {
public:
    explicit WriteLock(const std::filesystem::path& file)
    {
        if (sqlite3_open(file.c_str(), &m_database) != SQLITE_OK || run("BEGIN IMMEDIATE") != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_database));
    }
    ~WriteLock()
    {
        run("ROLLBACK");
        sqlite3_close(m_database);
    }
    Q_DISABLE_COPY_MOVE(WriteLock)

private:
    int run(const char* sql) { return sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr); }
    sqlite3* m_database = nullptr;
};

} // namespace

class TestDocument : public QObject {
    Q_OBJECT

private slots:
    void anEditStandsInChainRollupsAndFile();
    void anEditIsAnnouncedOnceAndCompletely();
    void aBrokenEditChangesNothing();
    void undoAndRedoWalkThroughTheHistory();
    void undoGoesOnAfterAReopening();
    void oneEditIsUndoneOrElseTheReasonIsTold();
    void aNewEditEndsRedo();
    void twoDocumentsSeeEachOthersEdits();
    void anEditOfAnotherWindowIsTakenInBeforeOnesOwn();
    void onlyOnesOwnEditIsToldToBeSaved();
    void aConflictingEditIsJudgedByWhatTheFileHas();
    void aLockedFileRefusesAndNothingChanges();
    void aReadOnlyFileRefusesAndNothingChanges_data();
    void aReadOnlyFileRefusesAndNothingChanges();
    void aPreviewSaysWhatTheEditMovesAndLeavesNoTrace();
    void theLensRecomputesAndThePeriodDoesNot();
    void aCancelledLensStaysAsItWas();
    void thePeriodStaysInsideTheCalendar();
    void theSelectionFollowsItsRow();
    void editsHaveAnAuthorAndAReason();
};

void TestDocument::anEditStandsInChainRollupsAndFile()
{
    const ChainFile file;
    {
        const auto document = file.open();
        QCOMPARE(totalOf(*document, "openai", Measure::CapacityIn, "chips"), 16 * kGigawatt);
        QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
        QCOMPARE(totalOf(*document, "openai", Measure::CapacityIn, "chips"), 17 * kGigawatt);
    }
    const auto again = file.open();
    QCOMPARE(fieldOf(again->chain(), "deals", "amd-openai", "capacity_mw"), std::string("7000"));
    QCOMPARE(totalOf(*again, "openai", Measure::CapacityIn, "chips"), 17 * kGigawatt);
}

void TestDocument::anEditIsAnnouncedOnceAndCompletely()
{
    const ChainFile file;
    const auto document = file.open();
    int told = 0;
    connect(document.get(), &Document::changed, this, [&](const Changed& changed) {
        ++told;
        // Everything stands already when listeners are told.
        QCOMPARE(fieldOf(document->chain(), "deals", "amd-openai", "capacity_mw"), std::string("7000"));
        QCOMPARE(totalOf(*document, "openai", Measure::CapacityIn, "chips"), 17 * kGigawatt);
        QCOMPARE(changed.rows, std::vector<RowRef>{rowOf(document->chain(), "deals", "amd-openai")});
        QVERIFY(changed.edit.seq > 0);
        QVERIFY(changed.edit.timeMs > 0);
        QVERIFY(!document->lastImpact().lines.empty());
    });
    QSignalSpy undo(document.get(), &Document::undoStateChanged);
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QCOMPARE(told, 1);
    QCOMPARE(undo.size(), 1);
}

void TestDocument::aBrokenEditChangesNothing()
{
    const ChainFile file;
    const auto document = file.open();
    const std::string before = everything(*document);
    QSignalSpy changes(document.get(), &Document::changed);
    const Edit edit = EditText(document->chain()).set("deals", "amd-openai", "ends", "2025").edit();
    QVERIFY(!document->validate(edit).empty());
    const auto answer = document->apply(edit);
    QVERIFY(!answer);
    QVERIFY(!answer.error().error);
    QCOMPARE(answer.error().problems.front().rule, Rule::EndBeforeStart);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(everything(*document), before);
    QCOMPARE(everything(*file.open()), before);
}

void TestDocument::undoAndRedoWalkThroughTheHistory()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(!document->canUndo());
    QVERIFY(document->undoText().isEmpty());
    const std::string before = everything(*document);
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    const std::string first = everything(*document);
    QVERIFY(document->apply(EditText(document->chain()).erase("deals", "amd-openai").edit()));
    const std::string second = everything(*document);
    QVERIFY(document->canUndo());
    QCOMPARE(document->undoText(), QStringLiteral("Delete deal AMD → OpenAI and 4 more rows"));

    QVERIFY(document->undo());
    QCOMPARE(everything(*document), first);
    QVERIFY(document->undo());
    QCOMPARE(everything(*document), before);
    QVERIFY(!document->canUndo());
    QVERIFY(!document->undo());
    QCOMPARE(document->redoText(), QStringLiteral("Set capacity of AMD → OpenAI"));
    QVERIFY(document->redo());
    QCOMPARE(everything(*document), first);
    QVERIFY(document->redo());
    QCOMPARE(everything(*document), second);
    QVERIFY(!document->canRedo());
    QCOMPARE(everything(*file.open()), second);
}

void TestDocument::undoGoesOnAfterAReopening()
{
    const ChainFile file;
    std::string before;
    {
        const auto document = file.open();
        before = everything(*document);
        QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
        QVERIFY(setField(*document, "nodes", "amd", "name_en", "Advanced Micro Devices"));
        QVERIFY(document->undo());
    }
    const auto document = file.open();
    QVERIFY(document->canRedo());
    QVERIFY(document->canUndo());
    QVERIFY(document->undo());
    QCOMPARE(everything(*document), before);
    QVERIFY(document->redo());
    QVERIFY(document->redo());
    QCOMPARE(fieldOf(document->chain(), "nodes", "amd", "name_en"), std::string("Advanced Micro Devices"));
}

void TestDocument::oneEditIsUndoneOrElseTheReasonIsTold()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    const std::int64_t seq = document->lastSeq();
    QVERIFY(runSql(file.path(), "ALTER TABLE edits RENAME TO edits_gone"));
    const auto unread = document->undoEdit(seq);
    QVERIFY(!unread && unread.error().error);
    QVERIFY(unread.error().error->kind != ErrorKind::NotFound); // it has not been undone
    QVERIFY(runSql(file.path(), "ALTER TABLE edits_gone RENAME TO edits"));
    QVERIFY(document->undoEdit(seq));
    QCOMPARE(fieldOf(document->chain(), "deals", "amd-openai", "capacity_mw"), std::string("6000"));
    const auto again = document->undoEdit(seq);
    QVERIFY(!again && again.error().error);
    QCOMPARE(again.error().error->kind, ErrorKind::NotFound);
}

void TestDocument::aNewEditEndsRedo()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QVERIFY(document->undo());
    QVERIFY(document->canRedo());
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "8000"));
    QVERIFY(!document->canRedo());
    QVERIFY(!document->redo());
}

void TestDocument::twoDocumentsSeeEachOthersEdits()
{
    const ChainFile file;
    const auto mine = file.open();
    const auto theirs = file.open();
    QSignalSpy changes(theirs.get(), &Document::changed);
    QVERIFY(setField(*mine, "deals", "amd-openai", "capacity_mw", "7000"));
    QVERIFY(mine->apply(EditText(mine->chain())
                            .add("nodes", "intel", {{"tier", "chips"}, {"kind", "company"}, {"name_en", "Intel"}})
                            .edit()));
    QCOMPARE(theirs->catchUp(), 2);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(everything(*theirs), everything(*mine));
    QCOMPARE(theirs->catchUp(), 0);
    // Undo belongs to the file: one takes back what the other did.
    QVERIFY(theirs->undo());
    QCOMPARE(mine->catchUp(), 1);
    QVERIFY(!mine->chain().find<NodeId>("intel").isSet());
    QCOMPARE(everything(*theirs), everything(*mine));
}

void TestDocument::anEditOfAnotherWindowIsTakenInBeforeOnesOwn()
{
    const ChainFile file;
    const auto mine = file.open();
    const auto theirs = file.open();
    QVERIFY(setField(*mine, "deals", "amd-openai", "capacity_mw", "7000"));
    QSignalSpy changes(theirs.get(), &Document::changed);
    QVERIFY(setField(*theirs, "deals", "nvidia-openai", "capacity_mw", "11000"));
    QCOMPARE(changes.size(), 2);
    QCOMPARE(totalOf(*theirs, "openai", Measure::CapacityIn, "chips"), 18 * kGigawatt);
    QCOMPARE(mine->catchUp(), 1);
    QCOMPARE(everything(*theirs), everything(*mine));
}

void TestDocument::onlyOnesOwnEditIsToldToBeSaved()
{
    const ChainFile file;
    const auto mine = file.open();
    const auto theirs = file.open();
    QSignalSpy saved(mine.get(), &Document::saved);
    QVERIFY(setField(*theirs, "deals", "amd-openai", "capacity_mw", "7000"));
    QCOMPARE(mine->catchUp(), 1);
    QCOMPARE(saved.size(), 0);
    {
        const WriteLock lock(file.path());
        QVERIFY(!setField(*mine, "deals", "amd-openai", "capacity_mw", "8000"));
    }
    QCOMPARE(saved.size(), 0);
    QVERIFY(setField(*mine, "deals", "amd-openai", "capacity_mw", "8000"));
    QCOMPARE(saved.size(), 1);
    QVERIFY(mine->undo());
    QCOMPARE(saved.size(), 2);
}

void TestDocument::aConflictingEditIsJudgedByWhatTheFileHas()
{
    const ChainFile file;
    const auto mine = file.open();
    const auto theirs = file.open();
    const Edit late = EditText(theirs->chain()).set("deals", "amd-openai", "capacity_mw", "8000").edit();
    QVERIFY(setField(*mine, "deals", "amd-openai", "capacity_mw", "7000"));
    const auto answer = theirs->apply(late);
    QVERIFY(!answer);
    QCOMPARE(answer.error().problems.front().rule, Rule::Changed);
    QCOMPARE(fieldOf(theirs->chain(), "deals", "amd-openai", "capacity_mw"), std::string("7000"));
    QCOMPARE(everything(*theirs), everything(*mine));
}

void TestDocument::aLockedFileRefusesAndNothingChanges()
{
    const ChainFile file;
    const auto document = file.open();
    const std::string before = everything(*document);
    QSignalSpy changes(document.get(), &Document::changed);
    {
        const WriteLock lock(file.path());
        const auto answer =
            document->apply(EditText(document->chain()).set("deals", "amd-openai", "capacity_mw", "7000").edit());
        QVERIFY(!answer);
        QVERIFY(answer.error().error.has_value());
        QCOMPARE(answer.error().error->kind, ErrorKind::Locked);
        QCOMPARE(everything(*document), before);
        QCOMPARE(changes.size(), 0);
    }
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
}

void TestDocument::aReadOnlyFileRefusesAndNothingChanges_data()
{
    QTest::addColumn<bool>("isBroken");
    QTest::newRow("a row that breaks a rule") << true;
    QTest::newRow("no permission to write") << false;
}

void TestDocument::aReadOnlyFileRefusesAndNothingChanges()
{
    QFETCH(bool, isBroken);
    const ChainFile file;
    if (isBroken)
        QVERIFY(runSql(file.path(), "PRAGMA ignore_check_constraints = ON; "
                                    "UPDATE deals SET starts = 20310000, ends = 20260000 WHERE key = 'amd-openai'"));
    else
        std::filesystem::permissions(file.path(), std::filesystem::perms::owner_read);
    if (!isBroken && access(file.path().c_str(), W_OK) == 0)
        QSKIP("this user may write to anything");
    const auto document = file.open();
    QVERIFY(document->isReadOnly());
    QVERIFY(!document->readOnlyReason().text().empty());
    QCOMPARE(document->loadProblems().empty(), !isBroken);
    const std::string before = everything(*document);
    const auto answer = document->apply(EditText(document->chain()).set("nodes", "amd", "name_en", "A").edit());
    QVERIFY(!answer);
    QCOMPARE(answer.error().error->kind, ErrorKind::ReadOnly);
    QCOMPARE(everything(*document), before);
    QVERIFY(!document->canUndo());
}

void TestDocument::aPreviewSaysWhatTheEditMovesAndLeavesNoTrace()
{
    const ChainFile file;
    const auto document = file.open();
    const std::string before = everything(*document);
    QSignalSpy changes(document.get(), &Document::changed);
    const Edit edit = EditText(document->chain())
                          .set("deals", "amd-openai", "capacity_mw", "7000")
                          .set("deals", "amd-openai", "value_usd", "90000000000")
                          .edit();
    QSignalSpy touches(document.get(), &Document::aboutToChange);
    const std::uint64_t revision = document->chain().revision();
    const auto preview = document->tryOut(edit).impact;
    QVERIFY(preview.has_value());
    QVERIFY(!preview->lines.empty());
    QCOMPARE(touches.size(), 0); // it is tried on a snapshot
    QCOMPARE(document->chain().revision(), revision);
    QCOMPARE(everything(*document), before);
    QCOMPARE(changes.size(), 0);
    QVERIFY(document->apply(edit));
    QVERIFY(document->lastImpact() == *preview);
    QVERIFY(document->undo());
    QCOMPARE(everything(*document), before);

    const Tried wrong = document->tryOut(EditText(document->chain()).set("deals", "amd-openai", "ends", "2025").edit());
    QVERIFY(!wrong.problems.empty() && !wrong.impact);
    const Tried gone = document->tryOut(EditText(document->chain()).erase("deals", "nvidia-openai").edit());
    QVERIFY(!gone.impact);
    QCOMPARE(everything(*document), before);
}

void TestDocument::theLensRecomputesAndThePeriodDoesNot()
{
    const ChainFile file;
    const auto document = file.open();
    QCOMPARE(document->lens().period, (Period{PeriodKind::Year, 2028, 0}));
    QSignalSpy changes(document.get(), &Document::lensChanged);
    int steps = 0;
    const Progress count = [&steps](double) { return ++steps > 0; };

    ViewLens lens = document->lens();
    QVERIFY(document->setLens(lens, count));
    QCOMPARE(changes.size(), 0);
    lens.period = {PeriodKind::Quarter, 2027, 3};
    QVERIFY(document->setLens(lens, count));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(steps, 0);

    lens.lens.knownAsOf = dayNumber(2025, 9, 30);
    QVERIFY(document->setLens(lens, count));
    QCOMPARE(changes.size(), 2);
    QVERIFY(document->rollups().lens() == lens.lens);
    QCOMPARE(totalOf(*document, "openai", Measure::CapacityIn, "chips"), 10 * kGigawatt);
    QCOMPARE(changes.back().front().value<ViewLens>().lens.knownAsOf, kNoDay);
}

void TestDocument::aCancelledLensStaysAsItWas()
{
    const ChainFile file;
    const auto document = file.open();
    const ViewLens before = document->lens();
    const std::string figures = everything(*document);
    ViewLens lens = before;
    lens.lens.basis = FigureBasis::Weighted;
    QSignalSpy changes(document.get(), &Document::lensChanged);
    QVERIFY(!document->setLens(lens, [](double) { return false; }));
    QCOMPARE(changes.size(), 0);
    QVERIFY(document->lens() == before);
    QCOMPARE(everything(*document), figures);
}

void TestDocument::thePeriodStaysInsideTheCalendar()
{
    const ChainFile file;
    const auto document = file.open();
    const int last = document->rollups().calendar().lastYear();
    ViewLens lens = document->lens();
    lens.period = {PeriodKind::Year, 2100, 0};
    QVERIFY(document->setLens(lens));
    QCOMPARE(document->lens().period, (Period{PeriodKind::Year, last, 0}));
    QSignalSpy changes(document.get(), &Document::lensChanged);
    QVERIFY(setField(*document, "deals", "oracle-openai", "ends", "2029"));
    QCOMPARE(document->rollups().calendar().lastYear(), 2030);
    QCOMPARE(document->lens().period, (Period{PeriodKind::Year, 2030, 0}));
    QCOMPARE(changes.size(), 1);
}

void TestDocument::theSelectionFollowsItsRow()
{
    const ChainFile file;
    const auto document = file.open();
    QSignalSpy changes(document.get(), &Document::selectionChanged);
    const RowRef deal = rowOf(document->chain(), "deals", "amd-openai");
    document->select(deal);
    document->select(deal);
    QCOMPARE(changes.size(), 1);
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QVERIFY(document->selection().row == deal);
    QVERIFY(document->apply(EditText(document->chain()).erase("deals", "amd-openai").edit()));
    QVERIFY(!document->selection().row);
    QCOMPARE(changes.size(), 2);
    document->select(deal); // not there any more
    QVERIFY(!document->selection().row);
}

void TestDocument::editsHaveAnAuthorAndAReason()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QVERIFY(document->apply(
        EditText(document->chain()).set("deals", "amd-openai", "status", "operating").edit("Shipping has begun")));
    QVERIFY(document->apply(EditText(document->chain())
                                .add("deals", "amd-oracle",
                                     {{"supplier", "amd"},
                                      {"customer", "oracle"},
                                      {"kind", "hardware"},
                                      {"status", "signed"},
                                      {"basis", "assumed"}})
                                .edit()));
    const auto history = document->history();
    QVERIFY(history.has_value());
    QCOMPARE(history->size(), std::size_t{3});
    QCOMPARE((*history)[0].edit.why, std::string("Add deal AMD → Oracle"));
    QCOMPARE((*history)[1].edit.why, std::string("Shipping has begun"));
    QCOMPARE((*history)[2].edit.why, std::string("Set capacity of AMD → OpenAI"));
    for (const JournalEntry& entry : *history)
        QVERIFY(!entry.edit.author.empty());

    Edit foreign = EditText(document->chain()).set("deals", "amd-openai", "capacity_mw", "8000").edit();
    foreign.author = "Somebody else";
    QVERIFY(document->apply(foreign));
    QVERIFY(document->undo());
    const auto undone = document->history(2);
    QCOMPARE((*undone)[1].edit.author, std::string("Somebody else"));
    QCOMPARE((*undone)[0].edit.author, (*history)[0].edit.author);
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
