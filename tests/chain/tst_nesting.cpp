// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/chain_loader.h"
#include "chain/edit_builder.h"
#include "chain/limits.h"
#include "test_chain.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

#include <fmt/format.h>

using namespace ochain;
using namespace ochain::test;

namespace {

std::string numbered(const char* word, std::int64_t number)
{
    return fmt::format("{}{}", word, number);
}

/// What a new row of a table says when it lies in another, or in none.
Texts fieldsIn(Table table, const std::string& above)
{
    if (table == Table::Tiers)
        return {{tier_field::Ordinal, "1"}, {tier_field::Layer, "0"}, {tier_field::Parent, above}};
    if (table == Table::Nodes)
        return {{node_field::Tier, "chips"}, {node_field::Parent, above}};
    return TestChain::dealFields("a", "b", "licence", {{deal_field::PartOf, above}});
}

void add(EditBuilder& builder, Table table, const std::string& key, const Texts& fields)
{
    QVERIFY(!builder.add(table, key));
    for (const auto& [field, text] : fields)
        QVERIFY(!builder.set(table, key, field, text));
}

/// Rows "x0", "x1" … of which each lies in the one before.
Edit nested(const TestChain& c, Table table, int count)
{
    EditBuilder builder(c.chain);
    for (int i = 0; i < count; ++i)
        add(builder, table, numbered("x", i), fieldsIn(table, i > 0 ? numbered("x", i - 1) : ""));
    return std::move(builder).build("test", "");
}

/// What refuses an edit first; "" if nothing does.
QString refusal(Chain& chain, const Edit& edit)
{
    const Problems problems = chain.validate(edit);
    return problems.empty() ? QString() : QString::fromStdString(problems.front().text());
}

/// Nodes of which each lies in the one before, as a file may have them.
Problems loadNested(std::int64_t count, Chain& chain)
{
    ChainLoader loader;
    Tier tier;
    tier.head.rowid = 1;
    loader.addTier(tier, "t", 0);
    for (std::int64_t n = 1; n <= count; ++n) {
        Node node;
        node.head.rowid = n;
        loader.addNode(node, numbered("n", n), 1, n - 1);
    }
    return std::move(loader).finish(chain);
}

} // namespace

/// How deep rows may lie in one another, and how many there may be of what is walked again and again.
class TestNesting : public QObject {
    Q_OBJECT

private slots:
    void rowsMayLieAsDeepAsTheLimitAndNoDeeper_data();
    void rowsMayLieAsDeepAsTheLimitAndNoDeeper();
    void whatLiesInARowCountsWhenItIsMoved_data();
    void whatLiesInARowCountsWhenItIsMoved();
    void anEditOfManyRowsIsJudgedAsOneOfFew();
    void aFileThatIsDeeperIsCutAndSaysSo_data();
    void aFileThatIsDeeperIsCutAndSaysSo();
    void tiersBeyondTheMostAreRefused();
    void aFileWithAMillionTiersHasTheFirstOfThem();
    void tranchesBeyondTheMostAreRefused();
    void claimsBeyondTheMostAreRefused();
    void erasedRowsAreMissedHoweverManyTheyAre();
};

void TestNesting::rowsMayLieAsDeepAsTheLimitAndNoDeeper_data()
{
    QTest::addColumn<int>("table");
    QTest::newRow("tiers") << static_cast<int>(Table::Tiers);
    QTest::newRow("nodes") << static_cast<int>(Table::Nodes);
    QTest::newRow("parts of deals") << static_cast<int>(Table::Deals);
}

void TestNesting::rowsMayLieAsDeepAsTheLimitAndNoDeeper()
{
    QFETCH(int, table);
    const auto in = static_cast<Table>(table);
    TestChain c;
    c.node("a", "chips");
    c.node("b", "cloud");
    c.apply(nested(c, in, kMaxDepth + 1)); // the last has as many above it as may be
    const QString why = refusal(c.chain, c.additionOf(in, "deeper", fieldsIn(in, numbered("x", kMaxDepth))));
    QVERIFY2(why.contains(QStringLiteral("would lie more than 100 levels deep")), qPrintable(why));
    QVERIFY(c.chain.errors().empty());
}

void TestNesting::whatLiesInARowCountsWhenItIsMoved_data()
{
    rowsMayLieAsDeepAsTheLimitAndNoDeeper_data();
}

void TestNesting::whatLiesInARowCountsWhenItIsMoved()
{
    QFETCH(int, table);
    const auto in = static_cast<Table>(table);
    TestChain c;
    c.node("a", "chips");
    c.node("b", "cloud");
    c.apply(nested(c, in, kMaxDepth + 1));
    c.add(in, "above", fieldsIn(in, ""));
    const Field parent = in == Table::Tiers   ? Field{tier_field::Parent}
                         : in == Table::Nodes ? Field{node_field::Parent}
                                              : Field{deal_field::PartOf};
    const QString why = refusal(c.chain, c.changeOf(in, "x0", parent, "above"));
    QVERIFY2(why.contains(QStringLiteral("levels deep")), qPrintable(why));
    QCOMPARE(refusal(c.chain, c.changeOf(in, "x1", parent, "above")), QString());
}

void TestNesting::anEditOfManyRowsIsJudgedAsOneOfFew()
{
    TestChain c;
    const QString why = refusal(c.chain, nested(c, Table::Nodes, 100'000));
    QVERIFY2(why.contains(QStringLiteral("“x101”")) && why.contains(QStringLiteral("levels deep")), qPrintable(why));
}

void TestNesting::aFileThatIsDeeperIsCutAndSaysSo_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("problems");
    QTest::newRow("as deep as may be") << kMaxDepth + 1 << 0;
    QTest::newRow("one more") << kMaxDepth + 2 << 1;
    QTest::newRow("a hundred thousand") << 100'000 << (100'000 - 1) / (kMaxDepth + 1);
}

void TestNesting::aFileThatIsDeeperIsCutAndSaysSo()
{
    QFETCH(int, count);
    QFETCH(int, problems);
    Chain chain;
    const Problems found = loadNested(count, chain);
    QCOMPARE(static_cast<int>(found.size()), problems);
    QCOMPARE(chain.size(Table::Nodes), static_cast<std::size_t>(count));
    if (problems > 0)
        QVERIFY(found.front().text().find("levels deep") != std::string::npos);
    int roots = 0;
    chain.nodes().forEach([&](NodeId, const Node& node) { roots += node.parent.isSet() ? 0 : 1; });
    QCOMPARE(roots, problems + 1);
    QVERIFY(chain.errors().empty()); // what is left is as deep as may be
}

void TestNesting::tiersBeyondTheMostAreRefused()
{
    TestChain c;
    EditBuilder builder(c.chain);
    for (std::size_t i = 0; i < kMaxTiers; ++i)
        add(builder, Table::Tiers, numbered("t", static_cast<std::int64_t>(i)), fieldsIn(Table::Tiers, ""));
    const QString why = refusal(c.chain, std::move(builder).build("test", ""));
    QVERIFY2(why.contains(QStringLiteral("there would be 1005 tiers; 1000 are the most")), qPrintable(why));
}

void TestNesting::aFileWithAMillionTiersHasTheFirstOfThem()
{
    ChainLoader loader;
    for (std::int64_t n = 1; n <= 1'000'000; ++n) {
        Tier tier;
        tier.head.rowid = n;
        tier.isLayer = true;
        loader.addTier(tier, numbered("t", n), n - 1);
    }
    Chain chain;
    const Problems problems = std::move(loader).finish(chain);
    QVERIFY(!problems.empty() && problems.size() < 20);
    QVERIFY(problems.front().text().find("more than 1000 tiers") != std::string::npos);
    QCOMPARE(chain.size(Table::Tiers), kMaxTiers);
}

void TestNesting::tranchesBeyondTheMostAreRefused()
{
    TestChain c;
    c.node("a", "chips");
    c.node("b", "cloud");
    c.deal("d", "a", "b", "hardware", {});
    EditBuilder builder(c.chain);
    for (std::size_t i = 0; i <= kMaxTranches; ++i)
        add(builder, Table::Tranches, numbered("t", static_cast<std::int64_t>(i)),
            {{tranche_field::Deal, "d"}, {tranche_field::Basis, "reported"}, {tranche_field::ValueUsd, "1"}});
    const QString why = refusal(c.chain, std::move(builder).build("test", ""));
    QVERIFY2(why.contains(QStringLiteral("has 1001 phases; 1000 are the most")), qPrintable(why));
}

void TestNesting::claimsBeyondTheMostAreRefused()
{
    TestChain c;
    c.node("a", "chips");
    c.node("b", "cloud");
    c.deal("d", "a", "b", "hardware", {});
    EditBuilder builder(c.chain);
    for (std::size_t i = 0; i <= kMaxDealClaims; ++i)
        QVERIFY(!builder.addRow(Table::Claims, {{claim_field::Table, "deals"},
                                                {claim_field::RowKey, "d"},
                                                {claim_field::Field, "value_usd"},
                                                {claim_field::AsOf, "2025"},
                                                {claim_field::Value, std::to_string(i + 1)},
                                                {claim_field::Source, "press"},
                                                {claim_field::Adopted, "1"}}));
    const QString why = refusal(c.chain, std::move(builder).build("test", ""));
    QVERIFY2(why.contains(QStringLiteral("has 1001 adopted claims")), qPrintable(why));
}

void TestNesting::erasedRowsAreMissedHoweverManyTheyAre()
{
    TestChain c;
    for (int i = 0; i < 12; ++i)
        c.node(numbered("n", i), "chips", i == 11 ? "n3" : "");
    c.deal("d", "n5", "n6", "hardware", {});
    EditBuilder builder(c.chain);
    for (int i = 0; i < 9; ++i)
        QVERIFY(!builder.eraseAlone(Table::Nodes, numbered("n", i)));
    QStringList why;
    for (const Problem& problem : c.chain.validate(std::move(builder).build("test", "")))
        why << QString::fromStdString(problem.text());
    const QString all = why.join(u'\n');
    QVERIFY2(why.size() == 3, qPrintable(all));
    for (const char* said :
         {"nodes n3: cannot be erased while nodes “n11”", "nodes n5: cannot be erased while deals “d”",
          "nodes n6: cannot be erased while deals “d”"})
        QVERIFY2(all.contains(QString::fromUtf8(said)), qPrintable(all));
}

QTEST_APPLESS_MAIN(TestNesting)
#include "tst_nesting.moc"
