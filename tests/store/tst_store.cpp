// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <vector>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

class TestStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsWrittenIsReadAgain();
    void everyFieldOfEveryTableSurvivesAFile();
    void creatingRefusesToOverwrite();
    void replacingPutsAWholeFileInPlace();
    void replacingAFileThatIsOpenIsRefused();
    void journalsOfAFileThatIsGoneAreNoPartOfANewOne();
    void creatingLeavesNothingBesideTheFile();
    void aCommitWritesRowsAndJournalTogether();
    void everyKindOfChangeIsWritten();
    void insertsGetTheNextRowNumber();
    void referencesToRowsOfTheSameEditAreFound();
    void renamingARowKeepsWhatRefersToIt();
    void aCommitOnAnOldStateIsAConflict();
    void aRefusedEditChangesNothing();
    void aFileThatIsNoLongerThereTakesNoEdits();
    void changesOfOthersAreSeen();
    void undoAndRedoFollowTheStack();
    void undoSurvivesClosingTheFile();
    void aNewChangeForgetsWhatCouldBeRedone();
    void theJournalTellsWhatIsUndone();
    void anUndoneInsertComesBackUnderItsNumber();
    void closingLeavesOnePlainFile();
    void theLastOfTwoStoresClosesTheFile();
    void loadingCanBeCancelled();
    void badRowsAreLeftOutAndNamed();
    void aNameWithOddCharactersIsOnlyAName();

private:
    fs::path file(const char* name = "chain.ochain") const { return path(m_folder->path()) / name; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestStore::whatIsWrittenIsReadAgain()
{
    makeFile(file(), shippedChain());
    const auto store = opened(file());
    const Loaded result = loaded(*store);
    for (const Problem& problem : result.problems)
        QFAIL(problem.text().c_str());
    QCOMPARE(result.seq, std::int64_t{0});
    QVERIFY(allText(result.chain) == allText(shippedChain()));
    QVERIFY(!store->isReadOnly());
}

void TestStore::everyFieldOfEveryTableSurvivesAFile()
{
    std::vector<CsvText> texts{
        {"tiers",
         "key,parent,ordinal,layer,name_en,name_zh\nt,u,-3,1,T,\nu,,2147483647,0,\"U, \"\"so\"\" called\",上\n"},
        {"nodes",
         "key,tier,kind,parent,name_en,name_zh,country,lat,lon,note_en\na,t,chip_x-1,b,A,甲,US,-12.5,179.000001,\"two\nlines\"\nb,u,Kind,,B,,,,,\n"},
        {"deal_kinds",
         "key,class,profile,money,name_en,name_zh\ncap,capital,none,1,C,资\ncon,control,none,0,C,\npow,trade,term,1,P,\nchip,trade,deploy,1,D,\n"},
        {"statuses", "key,weight_bp,name_en,name_zh\nsigned,0,S,\noperating,10000,O,运\n"},
        {"deals",
         "key,supplier,customer,kind,status,announced,starts,ends,capacity_mw,value_usd,formula,profile,equity_pct,part_of,basis,note_en\n"
         "d1,a,b,pow,signed,1900,2026-02,2199-12-31,0.001,0.01,,,,,reported,n\n"
         "d2,b,a,chip,operating,,,,1000000,1000000000000000,,term,12.34,d1,estimated,\n"
         "d3,b,a,chip,operating,2025-01-31,2025-02-28,,,,users * 2 ^ 0.5,none,100,,derived,\n"
         "d4,b,a,cap,operating,,,,0,0,,,0,,assumed,\n"},
        {"tranches", "key,deal,starts,ends,capacity_mw,value_usd,basis,note_en\nt1,d4,2026,2027-06,,0,assumed,x\n"},
        {"metrics",
         "key,series,node,name_en,name_zh,unit,as_of,known,value,low,high,basis,note_en\nm1,users,a,Users,用户,people,2025-01,2024,0.1,-5,1234567890.12345,reported,\nm2,users,a,Users,,,,,,,,assumed,\n"},
        {"events", "key,date,kind,nodes,title_en,title_zh,note_en\ne1,2025-11,launch,b;a,T,题,n\ne2,,,,T,,\n"},
        {"sources", "key,publisher,title,url,published\ns1,P,T,https://example.org/?a=1,2025\ns2,,,,\n"},
        {"citations",
         "table,row_key,source,fields\ndeals,d1,s1,value_usd;starts\nnodes,a,s2,\ntiers,t,s2,\nevents,e1,s1,date\n"},
        {"claims",
         "table,row_key,field,as_of,value,source,adopted,note_en\ndeals,d1,value_usd,2025,5,s1,1,first\ndeals,d1,value_usd,2025,6,s1,0,\nmetrics,m1,value,,,,0,\n"},
        {"scenarios", "key,name_en,name_zh,note_en\nlow,Low,低,n\n"},
        {"overrides", "scenario,table,row_key,field,value\nlow,deals,d1,value_usd,7\nlow,deals,d1,ends,\n"}};
    makeFile(file(), chainFrom(texts));
    const Loaded result = loaded(*opened(file()));
    for (const Problem& problem : result.problems)
        QFAIL(problem.text().c_str());
    const std::vector<CsvText> out = exportCsv(result.chain);
    QCOMPARE(out.size(), texts.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        QCOMPARE(QString::fromStdString(out[i].text), QString::fromStdString(texts[i].text));
}

void TestStore::creatingRefusesToOverwrite()
{
    QVERIFY(!Store::create({}, smallChain()));
    QVERIFY(!Store::create(path(m_folder->path()), smallChain(), true));
    writeBytes(file(), "precious");
    const Result<void> made = Store::create(file(), smallChain());
    QVERIFY(!made);
    QVERIFY2(messageOf(made).find("exists already") != std::string::npos, messageOf(made).c_str());
    QCOMPARE(bytesOf(file()), QByteArray("precious"));
}

void TestStore::replacingPutsAWholeFileInPlace()
{
    makeFile(file(), smallChain());
    const Result<void> made = Store::create(file(), shippedChain(), true);
    QVERIFY2(made, messageOf(made).c_str());
    QVERIFY(allText(loaded(*opened(file())).chain) == allText(shippedChain()));
    const Result<void> nowhere = Store::create(file("none/chain.ochain"), shippedChain(), true);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::NotFound);
}

void TestStore::replacingAFileThatIsOpenIsRefused()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
    const Result<void> made = Store::create(file(), shippedChain(), true);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Locked);
    QVERIFY(allText(loaded(*store).chain) == allText(chain));
}

void TestStore::journalsOfAFileThatIsGoneAreNoPartOfANewOne()
{
    makeFile(file(), smallChain());
    {
        Chain chain = smallChain();
        const auto store = opened(file());
        commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
        QVERIFY(fs::exists(file("chain.ochain-wal")));
        fs::copy_file(file("chain.ochain-wal"), file("kept"));
    }
    fs::remove(file());
    fs::rename(file("kept"), file("chain.ochain-wal"));
    makeFile(file(), smallChain());
    QVERIFY(allText(loaded(*opened(file())).chain) == allText(smallChain()));
}

void TestStore::creatingLeavesNothingBesideTheFile()
{
    makeFile(file(), shippedChain());
    QVERIFY(!Store::create(file(), shippedChain()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("chain.ochain")});
    QCOMPARE(runSql(file(), "PRAGMA integrity_check"), std::string("ok"));
    QCOMPARE(runSql(file(), "PRAGMA application_id"), std::to_string(0x4F43484E));
    QCOMPARE(runSql(file(), "PRAGMA journal_mode"), std::string("delete"));
}

void TestStore::aCommitWritesRowsAndJournalTogether()
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

void TestStore::everyKindOfChangeIsWritten()
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

void TestStore::insertsGetTheNextRowNumber()
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

void TestStore::referencesToRowsOfTheSameEditAreFound()
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

void TestStore::renamingARowKeepsWhatRefersToIt()
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

void TestStore::aCommitOnAnOldStateIsAConflict()
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

void TestStore::aRefusedEditChangesNothing()
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

void TestStore::aFileThatIsNoLongerThereTakesNoEdits()
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

void TestStore::changesOfOthersAreSeen()
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

void TestStore::undoAndRedoFollowTheStack()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    QCOMPARE(store->nextUndo().error().kind, ErrorKind::NotFound);
    QCOMPARE(store->nextRedo().error().kind, ErrorKind::NotFound);
    std::int64_t seq = 0;
    std::vector<std::string> states{allText(chain)};
    for (const char* megawatts : {"11", "12", "13"}) {
        commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", megawatts), seq++);
        states.push_back(allText(chain));
    }
    for (std::size_t i = 3; i-- > 0;) {
        const Result<Edit> undo = store->nextUndo();
        QVERIFY(undo);
        QCOMPARE(undo->kind, EditKind::Undo);
        QCOMPARE(undo->of, static_cast<std::int64_t>(i + 1));
        commit(*store, chain, *undo, seq++);
        QVERIFY(allText(chain) == states[i]);
    }
    QVERIFY(!store->nextUndo());
    for (std::size_t i = 1; i <= 2; ++i) {
        const Result<Edit> redo = store->nextRedo();
        QVERIFY(redo);
        QCOMPARE(redo->kind, EditKind::Redo);
        QCOMPARE(redo->of, static_cast<std::int64_t>(i));
        commit(*store, chain, *redo, seq++);
        QVERIFY(allText(chain) == states[i]);
    }
    commit(*store, chain, *store->nextUndo(), seq++);
    QVERIFY(allText(chain) == states[1]);
    QVERIFY(allText(loaded(*store).chain) == states[1]);
}

void TestStore::undoSurvivesClosingTheFile()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    commit(*opened(file()), chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
    commit(*opened(file()), chain, *opened(file())->nextUndo(), 1);
    commit(*opened(file()), chain, *opened(file())->nextRedo(), 2);
    QCOMPARE(opened(file())->nextUndo()->of, std::int64_t{1});
    QVERIFY(!opened(file())->nextRedo());
    QCOMPARE(fieldOf(loaded(*opened(file())).chain, Table::Deals, "deal-1", "capacity_mw"), std::string("11"));
}

void TestStore::aNewChangeForgetsWhatCouldBeRedone()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
    commit(*store, chain, *store->nextUndo(), 1);
    QVERIFY(store->nextRedo());
    commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "20"), 2);
    QCOMPARE(store->nextRedo().error().kind, ErrorKind::NotFound);
    QCOMPARE(store->nextUndo()->of, std::int64_t{3});
}

void TestStore::theJournalTellsWhatIsUndone()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
    commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "12"), 1);
    commit(*store, chain, *store->nextUndo(), 2);
    const Result<std::vector<JournalEntry>> entries = store->journal();
    QVERIFY(entries);
    QCOMPARE(entries->size(), std::size_t{3});
    QCOMPARE((*entries)[0].edit.kind, EditKind::Undo);
    QCOMPARE((*entries)[0].edit.of, std::int64_t{2});
    QVERIFY((*entries)[1].isUndone);
    QVERIFY(!(*entries)[2].isUndone);
    QCOMPARE((*entries)[2].edit.author, std::string("tester"));
    QCOMPARE(store->journal(1)->size(), std::size_t{1});
    QCOMPARE(store->journal(1)->front().edit.seq, std::int64_t{3});
}

void TestStore::anUndoneInsertComesBackUnderItsNumber()
{
    makeFile(file(), shippedChain());
    Chain chain = shippedChain();
    const auto store = opened(file());
    EditBuilder builder(chain);
    QVERIFY(!builder.erase(Table::Deals, "oracle-openai-45gw"));
    const Edit erased = commit(*store, chain, std::move(builder).build("", ""), 0);
    QVERIFY(erased.changes.size() > 1); // its tranches and citations went with it
    QVERIFY(allText(loaded(*store).chain) == allText(chain));
    commit(*store, chain, *store->nextUndo(), 1);
    QVERIFY(allText(chain) == allText(shippedChain()));
    QVERIFY(allText(loaded(*store).chain) == allText(shippedChain()));
    commit(*store, chain, *store->nextRedo(), 2);
    QVERIFY(allText(loaded(*store).chain) == allText(chain));
    QCOMPARE(chain.find(Table::Deals, "oracle-openai-45gw"), kNoRow);
}

void TestStore::closingLeavesOnePlainFile()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    {
        const auto store = opened(file());
        commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
        QCOMPARE(runSql(file(), "PRAGMA journal_mode"), std::string("wal"));
        QVERIFY(store->journal());
        QVERIFY(store->nextUndo());
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("chain.ochain")});
    QCOMPARE(runSql(file(), "PRAGMA journal_mode"), std::string("delete"));
    QCOMPARE(runSql(file(), "SELECT capacity_kw FROM deals WHERE key = 'deal-1'"), std::string("11000"));
}

void TestStore::theLastOfTwoStoresClosesTheFile()
{
    makeFile(file(), smallChain());
    auto first = opened(file());
    auto second = opened(file());
    first.reset();
    QVERIFY(fs::exists(file("chain.ochain-wal")));
    Chain chain = smallChain();
    commit(*second, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
    second.reset();
    QVERIFY(!fs::exists(file("chain.ochain-wal")));
    QVERIFY(!fs::exists(file("chain.ochain-shm")));
}

void TestStore::loadingCanBeCancelled()
{
    makeFile(file(), smallChain(20'000));
    const auto store = opened(file());
    std::vector<double> whole;
    QVERIFY(store->load([&](double done) {
        whole.push_back(done);
        return true;
    }));
    QVERIFY(std::is_sorted(whole.begin(), whole.end()));
    QVERIFY(whole.back() <= 1);
    std::size_t steps = 0;
    const Result<Loaded> cancelled = store->load([&](double done) {
        ++steps;
        return done < 0.5;
    });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    QVERIFY(steps < whole.size());
    QCOMPARE(loaded(*store).chain.size(Table::Deals), std::size_t{20'000});
}

void TestStore::badRowsAreLeftOutAndNamed()
{
    makeFile(file(), smallChain());
    // What no program that keeps the CHECKs would write.
    runSql(
        file(),
        "PRAGMA ignore_check_constraints = ON; UPDATE deals SET capacity_kw = -5 WHERE key = 'deal-1';"
        "UPDATE deals SET starts = 20261301 WHERE key = 'deal-2'; UPDATE nodes SET name_zh = CAST(x'ff41' AS TEXT) WHERE key = 'b'");
    const auto store = opened(file());
    const Loaded result = loaded(*store);
    QStringList found;
    for (const Problem& problem : result.problems)
        found << QString::fromStdString(std::string(ruleName(problem.rule)) + " " + problem.row);
    QVERIFY2(found.contains(QString::fromStdString(std::string(ruleName(Rule::OutOfRange)) + " deal-1")),
             qPrintable(found.join(u',')));
    QVERIFY2(found.contains(QString::fromStdString(std::string(ruleName(Rule::MalformedValue)) + " b")),
             qPrintable(found.join(u',')));
    QCOMPARE(result.chain.size(Table::Deals), std::size_t{0}); // deal-3 lost its customer
    QCOMPARE(result.chain.size(Table::Nodes), std::size_t{1});
}

void TestStore::aNameWithOddCharactersIsOnlyAName()
{
    for (const char* name : {"file:x?mode=memory", "a b%20#ü.ochain", ":memory:"}) {
        makeFile(file(name), smallChain());
        Chain chain = smallChain();
        commit(*opened(file(name)), chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
        QVERIFY(fs::exists(file(name)));
        QVERIFY(allText(loaded(*opened(file(name), Store::Access::ReadOnly)).chain) == allText(chain));
    }
}

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
