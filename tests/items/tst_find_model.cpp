// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "items/find_model.h"
#include "items/match_rank.h"
#include "items/roles.h"
#include "speaking.h"

#include <QTest>

using namespace ochain;
using namespace ochain::testing;

class TestFindModel : public QObject {
    Q_OBJECT

private slots:
    void textsAreRankedByHowTheyFit_data();
    void textsAreRankedByHowTheyFit();
    void theBestFitComesFirst();
    void bothLanguagesAndKeysAreFound();
    void allKindsOfRowsAreFound();
    void onlyNodesForAField();
    void resultsFollowEditsWithoutResets();
    void aLongListIsCut();
    void namesAndBeginningsComeBeforeWhatIsOnlyInside_data();
    void namesAndBeginningsComeBeforeWhatIsOnlyInside();
    void onlyWhatMayFitIsLookedAt();
    void typingOnFindsWhatASearchAnewFinds();
    void dealsOfTheSamePartiesAreToldApart();
};

void TestFindModel::textsAreRankedByHowTheyFit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rank"); // -1: no match
    QTest::newRow("itself") << QStringLiteral("openai") << QStringLiteral("openai") << 0;
    QTest::newRow("beginning") << QStringLiteral("openai group") << QStringLiteral("openai") << 1;
    QTest::newRow("word") << QStringLiteral("the openai group") << QStringLiteral("open") << 2;
    QTest::newRow("word of a key") << QStringLiteral("amd-openai") << QStringLiteral("openai") << 2;
    QTest::newRow("inside") << QStringLiteral("chatgpt") << QStringLiteral("gpt") << 3;
    QTest::newRow("inside, then a word") << QStringLiteral("xgpt gpt") << QStringLiteral("gpt") << 2;
    QTest::newRow("words in any order") << QStringLiteral("amd → openai") << QStringLiteral("openai amd") << 4;
    QTest::newRow("letters in order") << QStringLiteral("microsoft azure") << QStringLiteral("msaz") << 5;
    QTest::newRow("two letters are too few") << QStringLiteral("microsoft") << QStringLiteral("mf") << -1;
    QTest::newRow("nothing like it") << QStringLiteral("oracle") << QStringLiteral("nvidia") << -1;
    QTest::newRow("nothing typed") << QStringLiteral("oracle") << QString() << -1;
}

void TestFindModel::textsAreRankedByHowTheyFit()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(int, rank);
    QCOMPARE(matchRank(text, query).value_or(-1), rank);
}

void TestFindModel::theBestFitComesFirst()
{
    const ChainFile file;
    const auto document = file.open();
    FindModel model(*document);
    const Watch watch(model);
    QCOMPARE(model.rowCount(), 0);
    model.setQuery(QStringLiteral("AMD"));
    QVERIFY(model.rowCount() >= 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("AMD"));
    QCOMPARE(model.index(0).data(ItemKindRole).toInt(), static_cast<int>(ItemKind::Node));
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("AMD → OpenAI"));
    QVERIFY(rowRefOf(model.index(1)) == rowOf(document->chain(), "deals", "amd-openai"));
    QVERIFY(model.index(0).data(MatchRole).toString().contains(QStringLiteral("Chips")));
    model.setQuery({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(watch.resets(), 0);
}

void TestFindModel::bothLanguagesAndKeysAreFound()
{
    const ChainFile file;
    const auto document = file.open();
    FindModel model(*document);
    const Watch watch(model);
    model.setQuery(QStringLiteral("英伟"));
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("NVIDIA"));
    const testing::Speaking chinese(Language::Chinese);
    model.retranslate();
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("英伟达"));
    model.setQuery(QStringLiteral("nvidia-openai-eq"));
    QVERIFY(rowRefOf(model.index(0)) == rowOf(document->chain(), "deals", "nvidia-openai-equity"));
}

void TestFindModel::allKindsOfRowsAreFound()
{
    const ChainFile file;
    const auto document = file.open();
    FindModel model(*document);
    const Watch watch(model);
    const auto first = [&model](const char* query) {
        model.setQuery(QString::fromUtf8(query));
        return model.index(0).data(ItemKindRole).toInt();
    };
    QCOMPARE(first("downstream"), static_cast<int>(ItemKind::Tier));
    QCOMPARE(first("oracle"), static_cast<int>(ItemKind::Node));
    QCOMPARE(first("oracle openai"), static_cast<int>(ItemKind::Deal));
    QCOMPARE(first("paying"), static_cast<int>(ItemKind::Metric));
    QCOMPARE(first("devday"), static_cast<int>(ItemKind::Event));
    QCOMPARE(first("form 8-k"), static_cast<int>(ItemKind::Source));
}

void TestFindModel::onlyNodesForAField()
{
    const ChainFile file;
    const auto document = file.open();
    FindModel model(*document);
    const Watch watch(model);
    model.setQuery(QStringLiteral("openai"));
    const int all = model.rowCount();
    model.setOnly(ItemKind::Node);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(all > 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("OpenAI"));
}

void TestFindModel::resultsFollowEditsWithoutResets()
{
    const ChainFile file;
    const auto document = file.open();
    FindModel model(*document);
    const Watch watch(model);
    model.setQuery(QStringLiteral("intel"));
    const int before = model.rowCount();
    QVERIFY(document->apply(EditText(document->chain())
                                .add("nodes", "intel", {{"tier", "chips"}, {"kind", "company"}, {"name_en", "Intel"}})
                                .edit()));
    QCOMPARE(model.rowCount(), before + 1);
    QVERIFY(setField(*document, "nodes", "amd", "name_en", "Intelligent Micro Devices"));
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("Intelligent Micro Devices"));
    // Deals are called after their ends.
    model.setQuery(QStringLiteral("intelligent micro devices → "));
    QCOMPARE(model.index(0).data(ItemKindRole).toInt(), static_cast<int>(ItemKind::Deal));
    QVERIFY(document->undo());
    QVERIFY(document->undo());
    model.setQuery(QStringLiteral("intel"));
    QCOMPARE(model.rowCount(), before);
    QCOMPARE(watch.resets(), 0);
}

void TestFindModel::aLongListIsCut()
{
    Chain chain = smallChain();
    EditText text(chain);
    for (int i = 0; i < 200; ++i)
        text.add("nodes", "site-" + std::to_string(i),
                 {{"tier", "cloud"}, {"kind", "site"}, {"name_en", "Site " + std::to_string(i)}});
    Edit edit = text.edit();
    QVERIFY(chain.apply(edit).empty());
    const ChainFile file(chain);
    const auto document = file.open();
    FindModel model(*document);
    const Watch watch(model);
    model.setQuery(QStringLiteral("site"));
    QCOMPARE(model.rowCount(), FindModel::kMost);
    model.setQuery(QStringLiteral("site 150"));
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Site 150"));
}

void TestFindModel::namesAndBeginningsComeBeforeWhatIsOnlyInside_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("first");
    QTest::newRow("a whole name before the key of another") << QStringLiteral("intel") << QStringLiteral("intel-corp");
    QTest::newRow("a beginning before what is only inside") << QStringLiteral("in") << QStringLiteral("intel-corp");
    QTest::newRow("a word's beginning before letters in order") << QStringLiteral("micron") << QStringLiteral("idaho");
    QTest::newRow("a key of a metric") << QStringLiteral("ztel-2025") << QStringLiteral("ztel-2025");
    QTest::newRow("a series of a metric") << QStringLiteral("ztel_price") << QStringLiteral("ztel-2025");
    QTest::newRow("spaces around and between") << QStringLiteral("  idaho   micron ") << QStringLiteral("idaho");
    QTest::newRow("a name in Chinese") << QStringLiteral("英特尔") << QStringLiteral("intel-corp");
}

void TestFindModel::namesAndBeginningsComeBeforeWhatIsOnlyInside()
{
    QFETCH(QString, query);
    QFETCH(QString, first);
    Chain chain = smallChain();
    EditText text(chain);
    const auto node = [&text](const std::string& key, const std::string& name, const std::string& chinese = {}) {
        text.add("nodes", key, {{"tier", "cloud"}, {"kind", "company"}, {"name_en", name}, {"name_zh", chinese}});
    };
    node("intel", "Green Chile Ventures");
    node("intel-corp", "Intel", "英特尔");
    node("mozilla-corp", "Mozilla Corporation");
    node("idaho", "Idaho Micron");
    text.add("metrics", "ztel-2025",
             {{"series", "ztel_price"},
              {"node", "idaho"},
              {"unit", "USD"},
              {"as_of", "2025"},
              {"value", "1"},
              {"basis", "reported"}});
    Edit edit = text.edit();
    QVERIFY(chain.apply(edit).empty());
    const ChainFile file(chain);
    const auto document = file.open();
    FindModel model(*document);
    const Watch watch(model);
    model.setQuery(query);
    QVERIFY(model.rowCount() > 0);
    QCOMPARE(model.index(0).data(KeyRole).toString(), first);
}

namespace {

/// The small chain with so many sites more.
Chain chainWithSites(int count)
{
    Chain chain = smallChain();
    EditText text(chain);
    for (int i = 0; i < count; ++i)
        text.add("nodes", "site-" + std::to_string(i),
                 {{"tier", "cloud"}, {"kind", "site"}, {"name_en", "Site " + std::to_string(i)}});
    Edit edit = text.edit();
    if (!chain.apply(edit).empty())
        qFatal("no sites");
    return chain;
}

QStringList found(const FindModel& model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys << model.index(row).data(KeyRole).toString();
    return keys;
}

} // namespace

void TestFindModel::onlyWhatMayFitIsLookedAt()
{
    constexpr std::size_t kSites = 500;
    const ChainFile file(chainWithSites(kSites));
    const auto document = file.open();
    FindModel model(*document);
    const Watch watch(model);
    model.setOnly(ItemKind::Node);
    model.setQuery(QStringLiteral("amd"));
    QVERIFY2(model.lastLooked() < kSites / 10, qPrintable(QString::number(model.lastLooked()))); // no site has an a
    model.setQuery(QStringLiteral("site 49"));
    QVERIFY(model.lastLooked() < kSites);
    const std::size_t fitting = static_cast<std::size_t>(model.rowCount());
    model.setQuery(QStringLiteral("site 490"));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.lastLooked() <= fitting + 60); // none but those that fitted before
    QVERIFY(setField(*document, "nodes", "site-3", "name_en", "Site 4900"));
    QCOMPARE(found(model), (QStringList{QStringLiteral("site-490"), QStringLiteral("site-3")}));
    model.setQuery({});
    QVERIFY(setField(*document, "nodes", "site-4", "name_en", "Site 49000"));
    QCOMPARE(model.lastLooked(), std::size_t{0}); // nothing is looked for
}

void TestFindModel::typingOnFindsWhatASearchAnewFinds()
{
    const ChainFile file(chainWithSites(120));
    const auto document = file.open();
    for (const char* whole : {"site 11", "openai amd", "amd openai", "msite", "oracle openai", "st1", "devday",
                              "site 1 11", "form 8-k", "英伟达"}) {
        FindModel typed(*document);
        const Watch watch(typed);
        const QString text = QString::fromUtf8(whole);
        for (int length = 1; length <= text.size(); ++length) {
            typed.setQuery(text.left(length));
            FindModel anew(*document);
            anew.setQuery(text.left(length));
            QCOMPARE(found(typed), found(anew));
        }
        for (qsizetype length = text.size() - 1; length > 0; --length) { // and back
            typed.setQuery(text.left(length));
            FindModel anew(*document);
            anew.setQuery(text.left(length));
            QCOMPARE(found(typed), found(anew));
        }
    }
}

void TestFindModel::dealsOfTheSamePartiesAreToldApart()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(document->apply(EditText(document->chain())
                                .add("deals", "amd-openai-more",
                                     {{"supplier", "amd"},
                                      {"customer", "openai"},
                                      {"kind", "hardware"},
                                      {"status", "announced"},
                                      {"announced", "2026-11-02"},
                                      {"capacity_mw", "2500"},
                                      {"value_usd", "90000000000"},
                                      {"basis", "reported"}})
                                .edit()));
    FindModel model(*document);
    const Watch watch(model);
    model.setOnly(ItemKind::Deal);
    model.setQuery(QStringLiteral("amd → openai"));
    QStringList marks;
    for (int row = 0; row < model.rowCount(); ++row)
        marks << model.index(row).data(MatchRole).toString();
    QCOMPARE(marks.size(), 2);
    QVERIFY2(marks.contains(QStringLiteral("6.0 GW · 2025-10-06 · Hardware · amd-openai")) ||
                 marks.first().startsWith(QStringLiteral("6.0 GW · 2025-10-06")),
             qPrintable(marks.join(u'|')));
    QVERIFY2(marks.last().startsWith(QStringLiteral("2.5 GW · $90B · 2026-11-02")), qPrintable(marks.join(u'|')));
}

QTEST_GUILESS_MAIN(TestFindModel)
#include "tst_find_model.moc"
