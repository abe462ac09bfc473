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

/// Making, loading and closing a file.
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
    void closingLeavesOnePlainFile();
    void theLastOfTwoStoresClosesTheFile();
    void loadingCanBeCancelled();
    void badRowsAreLeftOutAndNamed();
    void aNameWithOddCharactersIsOnlyAName();
    void aLinkLeadsToTheFile();

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
        {"boundaries", "key,to_it_bp,name_en,name_zh,note_en\nit,10000,IT,关键,n\nmeter,0,,,\n"},
        {"deals",
         "key,supplier,customer,kind,status,announced,starts,ends,capacity_mw,value_usd,formula,profile,equity_pct,part_of,commitment,boundary,basis,note_en\n"
         "d1,a,b,pow,signed,1900,2026-02,2199-12-31,0.001,0.01,,,,,firm,it,reported,n\n"
         "d2,b,a,chip,operating,,,,1000000,1000000000000000,,term,12.34,d1,ceiling,,estimated,\n"
         "d3,b,a,chip,operating,2025-01-31,2025-02-28,,,,users * 2 ^ 0.5,none,100,,option,meter,derived,\n"
         "d4,b,a,cap,operating,,,,0,0,,,0,,,,assumed,\n"},
        {"tranches",
         "key,deal,starts,ends,capacity_mw,value_usd,commitment,boundary,basis,note_en\nt1,d4,2026,2027-06,,0,conditional,it,assumed,x\n"},
        {"metrics",
         "key,series,node,name_en,name_zh,unit,as_of,known,value,low,high,basis,note_en\nm1,users,a,Users,用户,people,2025-01,2024,0.1,-5,1234567890.12345,reported,\nm2,users,a,Users,,,,,,,,assumed,\n"},
        {"events", "key,date,kind,nodes,title_en,title_zh,note_en\ne1,2025-11,launch,b;a,T,题,n\ne2,,,,T,,\n"},
        {"sources", "key,publisher,title,url,published,kind\ns1,P,T,https://example.org/?a=1,2025,filing\ns2,,,,,\n"},
        {"citations",
         "table,row_key,source,fields,locator,said_by\ndeals,d1,s1,value_usd;starts,page 4,both\nnodes,a,s2,,,\ntiers,t,s2,,,third\nevents,e1,s1,date,1:30,\n"},
        {"claims",
         "table,row_key,field,as_of,value,source,adopted,note_en\ndeals,d1,value_usd,2025,5,s1,1,first\ndeals,d1,value_usd,2025,6,s1,0,\nmetrics,m1,value,,,,0,\n"},
        {"scenarios", "key,name_en,name_zh,note_en\nlow,Low,低,n\n"},
        {"overrides", "scenario,table,row_key,field,value\nlow,deals,d1,value_usd,7\nlow,deals,d1,ends,\n"},
        {"settings", "key,value,note_en\nhorizon,2040,n\n"},
        {"views", "key,name_en,name_zh,ordinal,state\nmine,Mine,我的,-1,{}\n"},
        {"dismissals", "rule,table,row_key,note_en\nno-citation,deals,d1,fine\n"}};
    makeFile(file(), chainFrom(texts));
    const Loaded result = loaded(*opened(file()));
    for (const Problem& problem : result.problems)
        QFAIL(problem.text().c_str());
    const std::vector<CsvText> out = exportCsv(result.chain);
    QCOMPARE(out.size(), texts.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        QCOMPARE(QString::fromStdString(out[i].text), QString::fromStdString(texts[i].text));
}

void TestStore::aLinkLeadsToTheFile()
{
    makeFile(file(), smallChain());
    const fs::path link = path(m_folder->filePath(QStringLiteral("link.ochain")));
    fs::create_symlink(file().filename(), link);
    const auto store = opened(link);
    QVERIFY(!store->isReadOnly());
    Loaded state = loaded(*store);
    EditBuilder builder(state.chain);
    QVERIFY(!builder.set(Table::Deals, "deal-1", deal_field::NoteEn, "by the link"));
    commit(*store, state.chain, std::move(builder).build("", ""), state.seq);
    QVERIFY(fs::is_symlink(link));
    QCOMPARE(runSql(file(), "SELECT note_en FROM deals WHERE key = 'deal-1'"), std::string("by the link"));
    fs::create_symlink("nothing", path(m_folder->filePath(QStringLiteral("lost.ochain"))));
    QVERIFY(!Store::open(path(m_folder->filePath(QStringLiteral("lost.ochain")))));
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
