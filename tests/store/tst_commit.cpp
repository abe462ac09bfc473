// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

/// Edits on their way into the file.
class TestCommit : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aCommitWritesRowsAndJournalTogether();
    void everyKindOfChangeIsWritten();
    void insertsGetTheNextRowNumber();
    void referencesToRowsOfTheSameEditAreFound();
    void renamingARowKeepsWhatRefersToIt();
    void aCommitOnAnOldStateIsAConflict();
    void aRefusedEditChangesNothing();
    void aFileThatIsNoLongerThereTakesNoEdits();
    void changesOfOthersAreSeen();

private:
    fs::path file(const char* name = "chain.ochain") const { return path(m_folder->path()) / name; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCommit::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCommit::aCommitWritesRowsAndJournalTogether()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    const Edit committed = commit(*store, chain, setField(chain, Table::Deals, "deal-2", "value_usd", "12.5"), 0);
    QCOMPARE(committed.seq, std::int64_t{1});
    QVERIFY(committed.timeMs > 1'700'000'000'000);
    QCOMPARE(runSql(file(), "SELECT value_cents FROM deals WHERE key = 'deal-2'"), std::string("1250"));
    QCOMPARE(runSql(file(), "SELECT author || '|' || why || '|' || kind FROM edits WHERE seq = 1"),
             std::string("tester|because|change"));
    QCOMPARE(
        runSql(
            file(),
            "SELECT \"table\" || '|' || op || '|' || key || '|' || row_id || '|' || field || '|' || old || '|' || new FROM changes"),
        std::string("deals|update|deal-2|2|value_usd||12.5"));
    const Loaded again = loaded(*store);
    QCOMPARE(again.seq, std::int64_t{1});
    QVERIFY(allText(again.chain) == allText(chain));
}

void TestCommit::everyKindOfChangeIsWritten()
{
    makeFile(file(), shippedChain());
    Chain chain = shippedChain();
    const auto store = opened(file());
    EditBuilder builder(chain);
    const auto set = [&](Table table, const char* key, const char* field, const char* text) {
        const std::optional<Problem> problem = builder.set(table, key, *fieldNamed(table, field), text);
        if (problem)
            QFAIL(problem->text().c_str());
    };
    QVERIFY(!builder.add(Table::Nodes, "new-co"));
    set(Table::Nodes, "new-co", "tier", "chips");
    set(Table::Nodes, "new-co", "kind", "company");
    set(Table::Nodes, "new-co", "name_en", "New Co");
    set(Table::Nodes, "new-co", "lat", "1.25");
    set(Table::Deals, "amd-openai-6gw", "supplier", "new-co");
    set(Table::Deals, "amd-openai-6gw", "ends", "2031-10");
    set(Table::Events, "ms-invests-2019", "nodes", "new-co;microsoft");
    set(Table::Statuses, "signed", "weight_bp", "8100");
    set(Table::Sources, "donews-2025", "url", "https://example.org/");
    set(Table::Metrics, "arr-2024", "value", "6100000000.5");
    QVERIFY(!builder.erase(Table::Events, "openai-founded"));
    const Edit edit = std::move(builder).build("tester", "all kinds");
    commit(*store, chain, edit, 0);
    QVERIFY(allText(loaded(*store).chain) == allText(chain));
    QCOMPARE(runSql(file(), "SELECT count(*) FROM events WHERE key = 'openai-founded'"), std::string("0"));
    QCOMPARE(runSql(file(), "PRAGMA foreign_key_check"), std::string());
}

void TestCommit::insertsGetTheNextRowNumber()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    EditBuilder builder(chain);
    for (const char* key : {"x", "y"}) {
        QVERIFY(!builder.add(Table::Sources, key));
        QVERIFY(!builder.set(Table::Sources, key, source_field::Title, "T"));
    }
    const Edit committed = commit(*store, chain, std::move(builder).build("", ""), 0);
    QCOMPARE(committed.changes[0].rowid, std::int64_t{1});
    QCOMPARE(committed.changes[1].rowid, std::int64_t{2});
    QCOMPARE(chain.rowid({Table::Sources, chain.find(Table::Sources, "y")}), std::int64_t{2});
}

void TestCommit::referencesToRowsOfTheSameEditAreFound()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    // The deal comes before the node it names, and is given a source that comes last.
    Edit edit = setField(chain, Table::Deals, "deal-1", "supplier", "c");
    edit.changes.push_back({Table::Nodes,
                            Op::Insert,
                            "c",
                            0,
                            {{node_field::Key, "", "c"},
                             {node_field::Tier, "", "chips"},
                             {node_field::Kind, "", "company"},
                             {node_field::NameEn, "", "C"}}});
    edit.changes.push_back({Table::Sources, Op::Insert, "s", 0, {{source_field::Key, "", "s"}}});
    edit.changes.push_back({Table::Citations,
                            Op::Insert,
                            "deals/deal-1/s",
                            0,
                            {{citation_field::Table, "", "deals"},
                             {citation_field::RowKey, "", "deal-1"},
                             {citation_field::Source, "", "s"}}});
    QVERIFY(chain.validate(edit).empty());
    commit(*store, chain, edit, 0);
    QVERIFY(allText(loaded(*store).chain) == allText(chain));
    QCOMPARE(runSql(file(), "SELECT n.key FROM deals d JOIN nodes n ON n.id = d.supplier WHERE d.key = 'deal-1'"),
             std::string("c"));
}

void TestCommit::renamingARowKeepsWhatRefersToIt()
{
    makeFile(file(), shippedChain());
    Chain chain = shippedChain();
    const auto store = opened(file());
    commit(*store, chain, setField(chain, Table::Nodes, "openai-group", "key", "openai-pbc"), 0);
    QVERIFY(allText(loaded(*store).chain) == allText(chain));
    const Result<Edit> back = store->nextUndo();
    QVERIFY2(back, messageOf(back).c_str());
    commit(*store, chain, *back, 1);
    QVERIFY(allText(chain) == allText(shippedChain()));
    QVERIFY(allText(loaded(*store).chain) == allText(chain));
}

void TestCommit::aCommitOnAnOldStateIsAConflict()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    const auto other = opened(file());
    const Edit first = setField(chain, Table::Deals, "deal-1", "capacity_mw", "11");
    QVERIFY(other->commit(first, 0));
    const Result<Edit> second = store->commit(setField(chain, Table::Deals, "deal-2", "capacity_mw", "12"), 0);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    const Result<std::vector<Edit>> changes = store->changesSince(0);
    QVERIFY(changes);
    QCOMPARE(changes->size(), std::size_t{1});
    QVERIFY(changes->front().changes == first.changes);
    QVERIFY(store->commit(setField(chain, Table::Deals, "deal-2", "capacity_mw", "12"), 1));
}

void TestCommit::aRefusedEditChangesNothing()
{
    makeFile(file(), smallChain());
    const auto store = opened(file());
    Edit edit = setField(smallChain(), Table::Deals, "deal-1", "capacity_mw", "11");
    edit.changes.push_back({Table::Deals, Op::Update, "deal-2", 2, {{deal_field::Supplier, "a", "nobody"}}});
    const Result<Edit> unknown = store->commit(edit, 0);
    QVERIFY(!unknown);
    QVERIFY2(messageOf(unknown).find("deals deal-2 names supplier “nobody”") != std::string::npos,
             messageOf(unknown).c_str());
    edit.changes.back() = {Table::Deals, Op::Update, "deal-9", 9, {{deal_field::NoteEn, "", "x"}}};
    const Result<Edit> gone = store->commit(edit, 0);
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::Conflict);
    edit.changes.back() = {
        Table::Deals, Op::Update, "deal-2", 2, {{deal_field::Supplier, "a", "b"}}}; // a deal of b with itself
    const Result<Edit> refused = store->commit(edit, 0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    edit.changes.back() = {Table::Nodes, Op::Erase, "a", 1, {}}; // deals refer to it
    QVERIFY(!store->commit(edit, 0));
    QVERIFY(allText(loaded(*store).chain) == allText(smallChain()));
    QCOMPARE(store->lastSeq().value_or(-1), std::int64_t{0});
    QVERIFY(store->commit(setField(smallChain(), Table::Deals, "deal-1", "capacity_mw", "11"), 0));
}

void TestCommit::aFileThatIsNoLongerThereTakesNoEdits()
{
    makeFile(file(), smallChain());
    makeFile(file("other.ochain"), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    const Edit edit = setField(chain, Table::Deals, "deal-1", "capacity_mw", "11");
    fs::rename(file("other.ochain"), file()); // as a restored copy or a synchronised folder does it
    const Result<Edit> written = store->commit(edit, 0);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::NotFound);
    QVERIFY(written.error().message().find("replaced") != std::string::npos);
    fs::remove(file());
    QVERIFY(!store->commit(edit, 0));
}

void TestCommit::changesOfOthersAreSeen()
{
    makeFile(file(), smallChain());
    Chain mine = smallChain();
    Chain theirs = smallChain();
    const auto store = opened(file());
    const auto other = opened(file());
    commit(*other, theirs, setField(theirs, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
    commit(*other, theirs, setField(theirs, Table::Nodes, "a", "name_en", "Aye"), 1);
    QCOMPARE(store->lastSeq().value_or(-1), std::int64_t{2});
    Result<std::vector<Edit>> edits = store->changesSince(0);
    QVERIFY(edits);
    QCOMPARE(edits->size(), std::size_t{2});
    for (Edit& edit : *edits)
        QVERIFY(mine.apply(edit).empty());
    QVERIFY(allText(mine) == allText(theirs));
}

QTEST_APPLESS_MAIN(TestCommit)
#include "tst_commit.moc"
