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

/// The journal as the undo history.
class TestUndo : public QObject {
    Q_OBJECT

private slots:
    void init();
    void undoAndRedoFollowTheStack();
    void undoSurvivesClosingTheFile();
    void aNewChangeForgetsWhatCouldBeRedone();
    void theJournalTellsWhatIsUndone();
    void anUndoneInsertComesBackUnderItsNumber();

private:
    fs::path file(const char* name = "chain.ochain") const { return path(m_folder->path()) / name; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUndo::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestUndo::undoAndRedoFollowTheStack()
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

void TestUndo::undoSurvivesClosingTheFile()
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

void TestUndo::aNewChangeForgetsWhatCouldBeRedone()
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

void TestUndo::theJournalTellsWhatIsUndone()
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

void TestUndo::anUndoneInsertComesBackUnderItsNumber()
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

QTEST_APPLESS_MAIN(TestUndo)
#include "tst_undo.moc"
