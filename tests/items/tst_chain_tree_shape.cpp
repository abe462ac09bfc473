// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "items/chain_tree_model.h"
#include "items/table_proxy.h"

#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

/// Which rows the tree has, and where: rows come, go and move, and what stays keeps its index.
class TestChainTreeShape : public QObject {
    Q_OBJECT

private slots:
    void tiersAndWhatIsInsideThemStandInOrder();
    void aNewNodeComesInItsPlaceAndGoesAgain();
    void aNodeMovesWithWhatIsInsideIt();
    void aNodeThatChangesItsTierLeavesWhatWasInside();
    void twoNodesThatSwapStayATree();
    void tiersFollowTheirOrdinals();
    void aNewTierWithItsNodesIsOneEdit();
    void rowsThatChangePlacesMove();
    void randomEditsKeepTheShapeOfAFreshModel();
    void theFilterKeepsTheParentsOfMatches();
};

void TestChainTreeShape::tiersAndWhatIsInsideThemStandInOrder()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    QCOMPARE(asText(model), wholeTree());
    for (const char* key : {"mi450", "openai", "users"}) {
        const RowRef row = rowOf(document->chain(), "nodes", key);
        QCOMPARE(model.indexOf(row), find(model, row));
        QVERIFY(model.indexOf(row).isValid());
    }
    QCOMPARE(model.indexOf(rowOf(document->chain(), "deals", "amd-openai")),
             model.indexOf(rowOf(document->chain(), "nodes", "openai")));
    QVERIFY(!model.indexOf(rowOf(document->chain(), "events", "devday")).isValid());
}

void TestChainTreeShape::aNewNodeComesInItsPlaceAndGoesAgain()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    Watch watch(model);
    const QPersistentModelIndex broadcom = model.indexOf(rowOf(document->chain(), "nodes", "broadcom"));
    const QPersistentModelIndex mi450 = model.indexOf(rowOf(document->chain(), "nodes", "mi450"));
    QVERIFY(document->apply(EditText(document->chain())
                                .add("nodes", "intel", {{"tier", "chips"}, {"kind", "company"}, {"name_en", "Intel"}})
                                .edit()));
    QCOMPARE(watch.inserts(), 1);
    QVERIFY(asText(model).contains(QStringLiteral("    Broadcom\n    Intel\n")));
    QVERIFY(document->undo());
    QCOMPARE(watch.removals(), 1);
    QCOMPARE(asText(model), wholeTree());
    // What was erased from the middle comes back to the middle.
    QVERIFY(document->apply(EditText(document->chain()).erase("nodes", "mi450").edit()));
    QVERIFY(!mi450.isValid());
    QVERIFY(document->undo());
    QCOMPARE(asText(model), wholeTree());
    QCOMPARE(watch.upheavals(), 0);
    QCOMPARE(broadcom.data().toString(), QStringLiteral("Broadcom"));
}

void TestChainTreeShape::aNodeMovesWithWhatIsInsideIt()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    Watch watch(model);
    const QPersistentModelIndex amd = model.indexOf(rowOf(document->chain(), "nodes", "amd"));
    const QPersistentModelIndex mi450 = model.indexOf(rowOf(document->chain(), "nodes", "mi450"));
    QVERIFY(setField(*document, "nodes", "amd", "parent", "nvidia"));
    QVERIFY2(asText(model).contains(QStringLiteral("    NVIDIA\n      AMD\n        MI450\n    Broadcom\n")),
             qPrintable(asText(model)));
    QCOMPARE(watch.moves(), 1);
    QCOMPARE(watch.inserts() + watch.removals() + watch.upheavals(), 0);
    QCOMPARE(amd.data().toString(), QStringLiteral("AMD"));
    QCOMPARE(mi450.parent(), QModelIndex(amd));
    QVERIFY(document->undo());
    QCOMPARE(asText(model), wholeTree());
}

void TestChainTreeShape::aNodeThatChangesItsTierLeavesWhatWasInside()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    Watch watch(model);
    QVERIFY(setField(*document, "nodes", "amd", "tier", "cloud"));
    QVERIFY2(
        asText(model).contains(QStringLiteral("    NVIDIA\n    MI450\n    Broadcom\n  Cloud\n    AMD\n    Oracle\n")),
        qPrintable(asText(model)));
    QCOMPARE(watch.moves(), 2);
    QCOMPARE(watch.upheavals(), 0);
    QVERIFY(document->undo());
    QCOMPARE(asText(model), wholeTree());
}

void TestChainTreeShape::twoNodesThatSwapStayATree()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    QVERIFY(document->apply(
        EditText(document->chain()).set("nodes", "amd", "parent", "mi450").set("nodes", "mi450", "parent", "").edit()));
    QVERIFY2(asText(model).contains(QStringLiteral("    NVIDIA\n    MI450\n      AMD\n    Broadcom\n")),
             qPrintable(asText(model)));
    QVERIFY(document->undo());
    QCOMPARE(asText(model), wholeTree());
    QCOMPARE(watch.resets(), 0);
}

void TestChainTreeShape::tiersFollowTheirOrdinals()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    const QPersistentModelIndex oracle = model.indexOf(rowOf(document->chain(), "nodes", "oracle"));
    QVERIFY(document->apply(EditText(document->chain())
                                .set("tiers", "chips", "ordinal", "3")
                                .set("tiers", "downstream", "ordinal", "0")
                                .edit()));
    QVERIFY2(asText(model).startsWith(
                 QStringLiteral("Downstream\n  ChatGPT\n  Users\nUpstream\n  Cloud\n    Oracle\n  Chips\n")),
             qPrintable(asText(model)));
    QCOMPARE(oracle.data().toString(), QStringLiteral("Oracle"));
    QCOMPARE(watch.resets(), 0);
    QVERIFY(document->undo());
    QCOMPARE(asText(model), wholeTree());
}

void TestChainTreeShape::aNewTierWithItsNodesIsOneEdit()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    QVERIFY(document->apply(
        EditText(document->chain())
            .add("tiers", "power", {{"parent", "upstream"}, {"ordinal", "0"}, {"layer", "1"}, {"name_en", "Power"}})
            .add("nodes", "plant", {{"tier", "power"}, {"kind", "site"}, {"name_en", "Plant"}})
            .set("nodes", "broadcom", "tier", "power")
            .edit()));
    QVERIFY2(asText(model).startsWith(QStringLiteral("Upstream\n  Power\n    Broadcom\n    Plant\n  Chips\n")),
             qPrintable(asText(model)));
    QCOMPARE(watch.resets(), 0);
    QVERIFY(document->undo());
    QCOMPARE(asText(model), wholeTree());
    QVERIFY(document->redo());
    ChainTreeModel fresh(*document);
    QCOMPARE(asText(model), asText(fresh));
}

void TestChainTreeShape::rowsThatChangePlacesMove()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    const QString before = asText(model);
    Edit edit;
    edit.why = "the other way round";
    for (const Table table : {Table::Tiers, Table::Nodes, Table::Deals}) {
        const std::vector<std::uint32_t> rows = document->chain().inOrder(table);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (const RowRef row{table, rows[i]}, other{table, rows[rows.size() - 1 - i]}; row != other)
                edit.changes.push_back({table,
                                        Op::Update,
                                        std::string(document->chain().key(row)),
                                        document->chain().rowid(row),
                                        {},
                                        document->chain().rowid(other)});
    }
    QVERIFY(document->apply(edit));
    const QString after = asText(model);
    QVERIFY(after != before);
    QCOMPARE(after, asText(ChainTreeModel(*document)));
    QCOMPARE(watch.upheavals(), 0);
    QVERIFY(document->undo());
    QCOMPARE(asText(model), before);
    QVERIFY(document->redo());
    QCOMPARE(asText(model), after);
}

void TestChainTreeShape::randomEditsKeepTheShapeOfAFreshModel()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    QRandomGenerator random(20261123);
    const std::vector<std::string> tiers{"chips", "cloud", "midstream", "downstream", "upstream"};
    std::vector<std::string> nodes{"nvidia",     "amd",    "mi450",   "broadcom", "oracle",
                                   "foundation", "openai", "chatgpt", "users"};
    const auto one = [&random](const std::vector<std::string>& of) {
        return of[random.bounded(static_cast<quint32>(of.size()))];
    };
    int applied = 0;
    for (int i = 0; i < 150; ++i) {
        EditText text(document->chain());
        const std::string added = "node-" + std::to_string(i);
        switch (random.bounded(5)) {
        case 0:
            text.add("nodes", added,
                     {{"tier", one(tiers)}, {"kind", "company"}, {"parent", one(nodes)}, {"name_en", added}});
            break;
        case 1:
            text.set("nodes", one(nodes), "parent", random.bounded(3) == 0 ? std::string() : one(nodes));
            break;
        case 2:
            text.set("nodes", one(nodes), "tier", one(tiers));
            break;
        case 3:
            text.set("tiers", one(tiers), "ordinal", std::to_string(random.bounded(5)));
            break;
        default:
            text.set("nodes", one(nodes), "parent", one(nodes)).set("nodes", one(nodes), "tier", one(tiers));
            break;
        }
        const bool isUndo = random.bounded(4) == 0;
        const auto answer = isUndo ? document->undo() : document->apply(text.edit());
        if (!answer) // a cycle of parents, say
            continue;
        ++applied;
        nodes.clear();
        for (const std::uint32_t node : document->chain().inOrder(Table::Nodes))
            nodes.emplace_back(document->chain().key({Table::Nodes, node}));
        const ChainTreeModel fresh(*document);
        QCOMPARE(asText(model), asText(fresh));
    }
    QVERIFY(applied > 60);
    QCOMPARE(watch.resets(), 0);
}

void TestChainTreeShape::theFilterKeepsTheParentsOfMatches()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    TableProxy proxy(model);
    const Watch watch(model);
    const Watch proxyWatch(proxy);
    proxy.setFilterText(QStringLiteral("mi4"));
    QCOMPARE(asText(proxy), QStringLiteral("Upstream\n  Chips\n    AMD\n      MI450\n"));
    QVERIFY(document->apply(
        EditText(document->chain())
            .add("nodes", "mi460", {{"tier", "chips"}, {"kind", "chip"}, {"parent", "amd"}, {"name_en", "MI460"}})
            .edit()));
    QCOMPARE(asText(proxy), QStringLiteral("Upstream\n  Chips\n    AMD\n      MI450\n      MI460\n"));
    proxy.setFilterText({});
    QVERIFY(document->undo());
    QCOMPARE(asText(proxy), wholeTree());
    QCOMPARE(proxyWatch.resets(), 0);
}

QTEST_GUILESS_MAIN(TestChainTreeShape)
#include "tst_chain_tree_shape.moc"
