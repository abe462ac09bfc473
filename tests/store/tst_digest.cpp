// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/random_edits.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

bool has(const Problems& problems, const std::string& begins, const std::string& says)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
        const std::string text = problem.text();
        return problem.rule == Rule::ChangedElsewhere && text.starts_with(begins) &&
               text.find(says) != std::string::npos;
    });
}

} // namespace

/// The digests in the file: kept by every edit, checked by every load, and what may be accepted.
class TestDigest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aNewFileHasThem();
    void randomEditsKeepThem_data();
    void randomEditsKeepThem();
    void anImportThatPutsRowsInOrderKeepsThem();
    void aRefusedEditLeavesThem();
    void twoProgramsKeepThemInTurn();
    void aDecimalIsTheSameHoweverItIsStored();
    void aWholeDecimalMayComeWithItsRow();
    void whatAnotherProgramChangedIsTold_data();
    void whatAnotherProgramChangedIsTold();
    void theJournalTellsThroughNewKeysAndNumbers();
    void aFileThatDiffersTakesNoEdit();
    void digestsThatCannotBeReadAreDamage_data();
    void digestsThatCannotBeReadAreDamage();
    void aLargeFileIsCheckedToo();
    void acceptingMakesItTheFilesContent_data();
    void acceptingMakesItTheFilesContent();
    void anAcceptedChangeIsNeitherUndoneNorToldAgain();
    void damageIsNotAccepted();
    void whatBreaksRulesIsNotAccepted();
    void nothingIsAcceptedWhereNothingDiffers();
    void aFileThatIsChangedMeanwhileIsNotAccepted();
    void anIndexThatLeadsToAnotherRowChangesNothing_data();
    void anIndexThatLeadsToAnotherRowChangesNothing();

private:
    fs::path file(const char* name = "chain.ochain") const { return path(m_folder->path()) / name; }
    /// The shipped chain with a few edits in its journal.
    void makeEdited();
    /// A file too large to be looked through page by page in passing.
    void makeLarge();
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDigest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestDigest::makeEdited()
{
    makeFile(file(), shippedChain());
    Chain chain = shippedChain();
    const auto store = opened(file());
    commit(*store, chain, setField(chain, Table::Deals, "amd-openai-6gw", "capacity_mw", "7000"), 0);
    commit(*store, chain, setField(chain, Table::Nodes, "amd", "note_en", "maker of chips"), 1);
    EditBuilder builder(chain);
    QVERIFY(!builder.add(Table::Sources, "gazette"));
    QVERIFY(!builder.set(Table::Sources, "gazette", source_field::Title, "The Gazette"));
    QVERIFY(!builder.set(Table::Events, "openai-founded", event_field::Nodes, "openai-group;amd"));
    commit(*store, chain, std::move(builder).build("tester", "because"), 2);
    EditBuilder erasing(chain);
    QVERIFY(!erasing.erase(Table::Sources, "gazette"));
    commit(*store, chain, std::move(erasing).build("tester", "because"), 3);
}

void TestDigest::makeLarge()
{
    makeFile(file(), smallChain());
    runSqlWithDigests(
        file(), "WITH RECURSIVE n(i) AS (VALUES (4) UNION ALL SELECT i + 1 FROM n WHERE i < 60000) INSERT INTO "
                "deals (id, key, supplier, customer, kind, status, basis, note_en) SELECT i, 'deal-' || i, 1, 2, 1, "
                "1, 'assumed', printf('%0150d', i) FROM n");
    QVERIFY(fs::file_size(file()) > (8U << 20U));
}

void TestDigest::aNewFileHasThem()
{
    makeFile(file(), shippedChain());
    QCOMPARE(wrongDigests(file()), std::string());
    QCOMPARE(runSql(file(), "SELECT count(*) FROM digests"), std::string("18"));
    QCOMPARE(runSql(file(), "SELECT rows FROM digests WHERE \"table\" = 'deals'"),
             std::to_string(shippedChain().size(Table::Deals)));
    QVERIFY(std::stoi(runSql(file(), "SELECT rows FROM digests WHERE \"table\" = 'event_nodes'")) > 0);
    QVERIFY(loaded(*opened(file())).problems.empty());
}

void TestDigest::randomEditsKeepThem_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestDigest::randomEditsKeepThem()
{
    QFETCH(int, seed);
    RandomEdits random(static_cast<std::uint64_t>(seed));
    Chain chain;
    makeFile(file(), chain);
    const auto store = opened(file());
    std::int64_t seq = 0;
    const auto make = [&](const Edit& edit) {
        if (!edit.changes.empty() && chain.validate(edit).empty())
            seq = commit(*store, chain, edit, seq).seq;
    };
    make(random.skeleton(chain));
    QCOMPARE(seq, std::int64_t{1});
    std::array<int, 3> made{};
    for (int round = 0; round < 150; ++round) {
        const std::int64_t before = seq;
        const std::size_t what = random.below(6);
        const Result<Edit> step = what == 0 ? store->nextUndo() : store->nextRedo();
        if (what <= 1 && step)
            make(*step);
        else if (const std::optional<Edit> edit = random.next(chain))
            make(*edit);
        made[what <= 1 && step ? what : 2] += seq > before ? 1 : 0;
        if (round % 10 == 9)
            QCOMPARE(wrongDigests(file()), std::string());
    }
    QVERIFY2(made[0] > 3 && made[2] > 30, qPrintable(QString::number(made[2])));
    QCOMPARE(sentencesOf(loaded(*store).problems), std::string());
    QCOMPARE(sentencesOf(loaded(*opened(file())).problems), std::string());
}

void TestDigest::anImportThatPutsRowsInOrderKeepsThem()
{
    makeFile(file(), shippedChain());
    const auto store = opened(file());
    Chain chain = shippedChain();
    std::vector<CsvText> texts = dataset();
    for (CsvText& text : texts) { // some tables backwards
        const std::size_t head = text.text.find('\n') + 1;
        QStringList lines = QString::fromStdString(text.text.substr(head)).split(u'\n', Qt::SkipEmptyParts);
        std::reverse(lines.begin(), lines.end());
        if (text.name == "sources" || text.name == "events" || text.name == "deals")
            text.text = text.text.substr(0, head) + lines.join(u'\n').toStdString() + "\n";
    }
    CsvImport import = importCsv(chain, texts, true);
    QVERIFY2(import.problems.empty(), sentencesOf(import.problems).c_str());
    QVERIFY(std::any_of(import.edit.changes.begin(), import.edit.changes.end(),
                        [](const RowChange& change) { return change.movedTo != 0; }));
    commit(*store, chain, import.edit, 0);
    QCOMPARE(wrongDigests(file()), std::string());
    commit(*store, chain, *store->nextUndo(), 1);
    QCOMPARE(wrongDigests(file()), std::string());
    QVERIFY(loaded(*store).problems.empty());
    QCOMPARE(allText(loaded(*store).chain), allText(shippedChain()));
}

void TestDigest::aRefusedEditLeavesThem()
{
    makeFile(file(), smallChain());
    const auto store = opened(file());
    Chain chain = smallChain();
    Edit edit = setField(chain, Table::Deals, "deal-1", "capacity_mw", "11");
    edit.changes.push_back({Table::Deals, Op::Update, "deal-9", 9, {{deal_field::CapacityMw, "10", "12"}}, 0});
    QVERIFY(!store->commit(edit, 0));
    QCOMPARE(wrongDigests(file()), std::string());
    commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
    QCOMPARE(wrongDigests(file()), std::string());
}

void TestDigest::twoProgramsKeepThemInTurn()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto one = opened(file());
    const auto other = opened(file());
    for (int i = 0; i < 6; ++i)
        commit(i % 2 == 0 ? *one : *other, chain,
               setField(chain, Table::Deals, "deal-1", "capacity_mw", std::to_string(20 + i)), i);
    QCOMPARE(wrongDigests(file()), std::string());
    QVERIFY(loaded(*one).problems.empty());
}

void TestDigest::aDecimalIsTheSameHoweverItIsStored()
{
    makeFile(file(), smallChain());
    const auto store = opened(file());
    Chain chain = smallChain();
    std::int64_t seq = 0;
    for (const char* degrees : {"5", "5.25", "-0", "0", "-90", "0.0000001", ""}) {
        const Edit edit = setField(chain, Table::Nodes, "a", "lat", degrees);
        if (!edit.changes.empty())
            seq = commit(*store, chain, edit, seq).seq;
        QCOMPARE(wrongDigests(file()), std::string());
    }
    QVERIFY(seq >= 5);
}

void TestDigest::aWholeDecimalMayComeWithItsRow()
{
    makeFile(file(), smallChain());
    const auto store = opened(file());
    Chain chain = smallChain();
    EditBuilder builder(chain);
    QVERIFY(!builder.add(Table::Nodes, "far"));
    QVERIFY(!builder.set(Table::Nodes, "far", node_field::Tier, chain.key({Table::Tiers, 0})));
    QVERIFY(!builder.set(Table::Nodes, "far", node_field::Lat, "45"));
    commit(*store, chain, std::move(builder).build("", ""), 0);
    QCOMPARE(wrongDigests(file()), std::string());
    QVERIFY(loaded(*opened(file(), Store::Access::ReadOnly)).problems.empty());
}

void TestDigest::whatAnotherProgramChangedIsTold_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* sql, const char* place, const char* says) {
        QTest::newRow(name) << QByteArray(sql) << QByteArray(place) << QByteArray(says);
    };
    row("a field", "UPDATE deals SET value_cents = 100 WHERE key = 'nvidia-openai-10gw'",
        "deals: ", "rows is not what");
    row("a field that the journal wrote", "UPDATE deals SET capacity_kw = 8000000 WHERE key = 'amd-openai-6gw'",
        "deals amd-openai-6gw, capacity_mw: ", "is “8000”, where edit 1 of the journal had written “7000”");
    row("a text that the journal wrote", "UPDATE nodes SET note_en = NULL WHERE key = 'amd'",
        "nodes amd, note_en: ", "is “”, where edit 2");
    row("whom an event concerns", "DELETE FROM event_nodes WHERE event = 1 AND n = 1", "events, nodes: ", "rows where");
    row("whom an event concerns, by the journal",
        "DELETE FROM event_nodes WHERE event = (SELECT id FROM events WHERE key = 'openai-founded') AND n = 1",
        "events openai-founded, nodes: ", "where edit 3");
    row("a row less", "DELETE FROM citations WHERE id = 3", "citations: ", "rows where");
    row("a row more", "INSERT INTO sources (id, key) VALUES (9000, 'more')", "sources: ", "rows where");
    row("a row that the journal erased",
        "INSERT INTO sources (id, key) VALUES ((SELECT max(row_id) FROM changes WHERE "
        "\"table\" = 'sources'), 'gazette')",
        "sources gazette: ", "is here, which edit 4");
    row("a number",
        "UPDATE scenarios SET id = id + 1; UPDATE overrides SET id = id + 1; UPDATE metrics SET id = 5000 "
        "WHERE id = (SELECT max(id) FROM metrics)",
        "metrics: ", "rows is not what");
    row("a row that the journal changed is gone",
        "PRAGMA foreign_keys = OFF; DELETE FROM citations WHERE \"table\" = 'deals'; DELETE FROM claims WHERE \"table\" = "
        "'deals'; DELETE FROM tranches; DELETE FROM deals WHERE key = 'amd-openai-6gw'",
        "deals amd-openai-6gw: ", "is gone, which edit 1");
    row("an edit of the journal", "UPDATE edits SET why = 'no reason' WHERE seq = 2", "edit 2 of the journal", "");
    row("a change in the journal", "UPDATE changes SET old = '6500' WHERE seq = 1", "edit 1 of the journal", "");
    row("the time of an edit", "UPDATE edits SET time = time + 1 WHERE seq = 3", "edit 3 of the journal", "");
    row("the first edit is gone", "DELETE FROM changes WHERE seq = 1; DELETE FROM edits WHERE seq = 1",
        "edit 2 of the journal", "");
    row("the last edits are gone", "DELETE FROM changes WHERE seq > 2; DELETE FROM edits WHERE seq > 2",
        "events, nodes: ", "");
    row("the journal is gone", "DELETE FROM changes; DELETE FROM edits", "deals: ", "is not what");
    row("a digest of an edit", "UPDATE edits SET digest = zeroblob(16) WHERE seq = 4", "edit 4 of the journal", "");
    row("a digest of a table", "UPDATE digests SET sum = zeroblob(16) WHERE \"table\" = 'tiers'",
        "tiers: ", "is not what");
    row("a number of rows", "UPDATE digests SET rows = rows + 1 WHERE \"table\" = 'tiers'", "tiers: ", "rows where");
}

void TestDigest::whatAnotherProgramChangedIsTold()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, says);
    makeEdited();
    QCOMPARE(sentencesOf(loaded(*opened(file())).problems), std::string());
    runSql(file(), sql.toStdString());
    for (const Store::Access access : {Store::Access::ReadOnly, Store::Access::ReadWrite}) {
        const auto store = opened(file(), access);
        const Problems problems = loaded(*store).problems;
        QVERIFY2(has(problems, place.toStdString(), says.toStdString()), sentencesOf(problems).c_str());
        QVERIFY(store->isReadOnly());
    }
}

void TestDigest::theJournalTellsThroughNewKeysAndNumbers()
{
    makeFile(file(), smallChain());
    Chain chain = smallChain();
    const auto store = opened(file());
    EditBuilder adding(chain);
    QVERIFY(!adding.add(Table::Nodes, "x"));
    QVERIFY(!adding.set(Table::Nodes, "x", node_field::Tier, "chips"));
    QVERIFY(!adding.set(Table::Nodes, "x", node_field::Kind, "company"));
    QVERIFY(!adding.set(Table::Nodes, "x", node_field::NameEn, "X"));
    QVERIFY(!adding.set(Table::Deals, "deal-1", deal_field::Supplier, "x"));
    commit(*store, chain, std::move(adding).build("me", ""), 0);
    commit(*store, chain, setField(chain, Table::Nodes, "x", "key", "y"), 1);
    Edit moving; // deal-1 and deal-3 change places
    moving.changes = {{Table::Deals, Op::Update, "deal-1", 1, {}, 3}, {Table::Deals, Op::Update, "deal-3", 3, {}, 1}};
    commit(*store, chain, moving, 2);
    QCOMPARE(sentencesOf(loaded(*store).problems), std::string());

    runSql(file(), "UPDATE deals SET note_en = 'n' WHERE key = 'deal-2'");
    Problems problems = loaded(*store).problems;
    QCOMPARE(problems.size(), std::size_t{1}); // what the journal wrote is there still, under other names
    runSql(file(), "UPDATE deals SET supplier = 1 WHERE key = 'deal-1'");
    problems = loaded(*store).problems;
    QCOMPARE(problems.size(), std::size_t{2});
    QCOMPARE(problems.back().text(),
             std::string("deals deal-1, supplier: is “a”, where edit 1 of the journal had written “y”"));
}

void TestDigest::aFileThatDiffersTakesNoEdit()
{
    makeEdited();
    runSql(file(), "UPDATE nodes SET note_en = 'mine' WHERE key = 'amd'");
    const auto store = opened(file());
    Loaded state = loaded(*store);
    const Result<Edit> made =
        store->commit(setField(state.chain, Table::Deals, "amd-openai-6gw", "capacity_mw", "1"), state.seq);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::ReadOnly);
    QVERIFY2(messageOf(made).find("ochain check FILE --accept") != std::string::npos, messageOf(made).c_str());
}

void TestDigest::digestsThatCannotBeReadAreDamage_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("one is not there") << QByteArray("DELETE FROM digests WHERE \"table\" = 'deals'");
    QTest::newRow("none is there") << QByteArray("DELETE FROM digests");
}

void TestDigest::digestsThatCannotBeReadAreDamage()
{
    QFETCH(QByteArray, sql);
    makeEdited();
    runSql(file(), sql.toStdString());
    const auto store = opened(file());
    const Problems problems = loaded(*store).problems;
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(problems.front().rule, Rule::Damaged);
    QVERIFY(store->isReadOnly());
    QVERIFY(loaded(*store).chain.size(Table::Deals) > 50);
}

void TestDigest::aLargeFileIsCheckedToo()
{
    makeLarge();
    QCOMPARE(sentencesOf(loaded(*opened(file())).problems), std::string());
    runSql(file(), "UPDATE deals SET capacity_kw = 10001 WHERE id = 30000");
    QVERIFY(has(loaded(*opened(file())).problems, "deals: ", "is not what"));
}

void TestDigest::acceptingMakesItTheFilesContent_data()
{
    whatAnotherProgramChangedIsTold_data();
}

void TestDigest::acceptingMakesItTheFilesContent()
{
    QFETCH(QByteArray, sql);
    makeEdited();
    runSql(file(), sql.toStdString());
    const auto store = opened(file());
    const Result<Loaded> state = store->load({}, Look::Whole);
    QVERIFY(state);
    const bool isWhole = std::all_of(state->problems.begin(), state->problems.end(),
                                     [](const Problem& problem) { return problem.rule == Rule::ChangedElsewhere; });
    const Result<Edit> accepted = store->accept("me", "meant so");
    if (!isWhole) {
        QVERIFY2(!accepted, sentencesOf(state->problems).c_str());
        return;
    }
    QVERIFY2(accepted, messageOf(accepted).c_str());
    QCOMPARE(accepted->kind, EditKind::Accept);
    QCOMPARE(accepted->seq, state->seq + 1);
    QCOMPARE(wrongDigests(file()), std::string());
    const auto again = opened(file());
    const Loaded now = loaded(*again);
    QCOMPARE(sentencesOf(now.problems), std::string());
    QCOMPARE(allText(now.chain), allText(state->chain));
    QCOMPARE(again->journal(1)->front().edit.why, std::string("meant so"));
    QCOMPARE(again->journal(1)->front().edit.kind, EditKind::Accept);
    Chain chain = now.chain;
    commit(*again, chain, setField(chain, Table::Deals, "nvidia-openai-10gw", "note_en", "on it goes"), now.seq);
    QCOMPARE(wrongDigests(file()), std::string());
}

void TestDigest::anAcceptedChangeIsNeitherUndoneNorToldAgain()
{
    makeEdited();
    runSql(file(), "UPDATE deals SET capacity_kw = 8000000 WHERE key = 'amd-openai-6gw'");
    {
        const auto store = opened(file());
        QVERIFY(store->load({}, Look::Whole));
        const Result<Edit> accepted = store->accept("me", "");
        QVERIFY2(accepted, messageOf(accepted).c_str());
        QCOMPARE(accepted->changes.size(), std::size_t{1});
        QCOMPARE(accepted->changes.front().fields, (std::vector{FieldChange{deal_field::CapacityMw, "7000", "8000"}}));
    }
    const auto store = opened(file());
    QCOMPARE(store->nextUndo()->of, std::int64_t{4});
    // Another change of the table: what was accepted is not told once more.
    runSql(file(), "UPDATE deals SET capacity_kw = 20000000 WHERE key = 'nvidia-openai-10gw'");
    const Problems problems = loaded(*opened(file())).problems;
    QCOMPARE(sentencesOf(problems), problems.front().text() + "\n");
    QVERIFY(has(problems, "deals: ", "is not what"));
}

void TestDigest::damageIsNotAccepted()
{
    makeFile(file(), smallChain(3000));
    QByteArray bytes = bytesOf(file());
    const int page = std::stoi(
        runSql(file(), "SELECT pageno FROM dbstat WHERE name = 'deals' AND pagetype = 'leaf' LIMIT 1 OFFSET 3"));
    bytes[(page - 1) * 4096 + 4] = static_cast<char>(bytes[(page - 1) * 4096 + 4] - 1); // a row fewer on it
    writeBytes(file(), bytes);
    const auto store = opened(file());
    const Result<Loaded> state = store->load({}, Look::Whole);
    QVERIFY(state);
    const Result<Edit> accepted = store->accept("me", "");
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::Corrupt);
    QVERIFY2(messageOf(accepted).find("nothing was accepted") != std::string::npos, messageOf(accepted).c_str());
    QCOMPARE(bytesOf(file()).mid(100), bytes.mid(100));
}

void TestDigest::whatBreaksRulesIsNotAccepted()
{
    makeFile(file(), smallChain());
    runSql(file(), "UPDATE deals SET ends = 20200000 WHERE id = 1");
    const auto store = opened(file());
    QVERIFY(store->load({}, Look::Whole));
    const Result<Edit> accepted = store->accept("me", "");
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(messageOf(accepted).find("deals deal-1, ends") != std::string::npos, messageOf(accepted).c_str());
}

void TestDigest::nothingIsAcceptedWhereNothingDiffers()
{
    makeFile(file(), smallChain());
    const auto store = opened(file());
    QVERIFY(store->load({}, Look::Whole));
    QCOMPARE(store->accept("me", "").error().kind, ErrorKind::NotFound);
    QCOMPARE(store->lastSeq().value_or(-1), std::int64_t{0});
}

void TestDigest::aFileThatIsChangedMeanwhileIsNotAccepted()
{
    makeFile(file(), smallChain());
    runSql(file(), "UPDATE deals SET note_en = 'one' WHERE id = 1");
    const auto store = opened(file());
    QVERIFY(store->load({}, Look::Whole));
    runSql(file(), "UPDATE deals SET note_en = 'two' WHERE id = 2");
    QCOMPARE(store->accept("me", "").error().kind, ErrorKind::Conflict);
    QCOMPARE(store->lastSeq().value_or(-1), std::int64_t{0});
}

void TestDigest::anIndexThatLeadsToAnotherRowChangesNothing_data()
{
    QTest::addColumn<QByteArray>("now");
    // In the index the number of the row, 40007, stands behind its key.
    QTest::newRow("to another row") << QByteArray("deal-40007\x00\x9C\x48", 13);
    QTest::newRow("to no row") << QByteArray("deal-40007\x00\xFC\x48", 13);
    QTest::newRow("the key is lost") << QByteArray("deal-4000!\x00\x9C\x47", 13);
}

void TestDigest::anIndexThatLeadsToAnotherRowChangesNothing()
{
    QFETCH(QByteArray, now);
    makeLarge();
    QByteArray bytes = bytesOf(file());
    const QByteArray before("deal-40007\x00\x9C\x47", 13);
    QCOMPARE(bytes.count(before), 1);
    bytes.replace(before, now);
    writeBytes(file(), bytes);
    const auto store = opened(file());
    Loaded state = loaded(*store);
    QVERIFY2(state.problems.empty(), sentencesOf(state.problems).c_str()); // too large to be looked through in passing
    Edit edit = setField(state.chain, Table::Deals, "deal-40007", "note_en", "mine");
    edit.changes.front().rowid = 0;  // to be found by its key
    EditBuilder naming(state.chain); // another row that names it
    QVERIFY(!naming.set(Table::Deals, "deal-1", deal_field::PartOf, "deal-40007"));
    for (const Edit& made : {edit, std::move(naming).build("me", "")}) {
        const Result<Edit> done = store->commit(made, state.seq);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Corrupt);
    }
    QCOMPARE(runSql(file(), "SELECT count(*) FROM deals NOT INDEXED WHERE note_en = 'mine' OR part_of IS NOT NULL"),
             std::string("0"));
    QVERIFY(!opened(file())->load({}, Look::Whole)->problems.empty());
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
