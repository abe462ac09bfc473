// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "items/chain_tree_model.h"
#include "items/roles.h"
#include "items/table_proxy.h"

#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;
using Column = ChainTreeModel::Column;

namespace {

QString wholeTree()
{
    return QStringLiteral("Upstream\n"
                          "  Chips\n"
                          "    NVIDIA\n"
                          "    AMD\n"
                          "      MI450\n"
                          "    Broadcom\n"
                          "  Cloud\n"
                          "    Oracle\n"
                          "Midstream\n"
                          "  OpenAI Foundation\n"
                          "    OpenAI\n"
                          "Downstream\n"
                          "  ChatGPT\n"
                          "  Users\n");
}

QString display(const ChainTreeModel& model, RowRef row, Column column)
{
    return model.indexOf(row, column).data().toString();
}

qlonglong number(const ChainTreeModel& model, RowRef row, Column column)
{
    return model.indexOf(row, column).data(SortRole).toLongLong();
}

} // namespace

class TestChainTreeModel : public QObject {
    Q_OBJECT

private slots:
    void tiersAndWhatIsInsideThemStandInOrder();
    void figuresAreThoseOfTheGroupForThePeriodAndInTotal();
    void editingADealAnnouncesOnlyItsTwoEndsAndWhatContainsThem();
    void aDealBetweenTwoChipsIsNoMatterForChips();
    void aNewNodeComesInItsPlaceAndGoesAgain();
    void aNodeMovesWithWhatIsInsideIt();
    void aNodeThatChangesItsTierLeavesWhatWasInside();
    void twoNodesThatSwapStayATree();
    void tiersFollowTheirOrdinals();
    void aNewTierWithItsNodesIsOneEdit();
    void rowsThatChangePlacesMove();
    void randomEditsKeepTheShapeOfAFreshModel();
    void theLensAnnouncesFiguresOnly();
    void namesFollowTheLanguage();
    void rolesTellWhatARowIs();
    void sharesOfAssumedDealsFollowEdits();
    void theFilterKeepsTheParentsOfMatches();
};

void TestChainTreeModel::rowsThatChangePlacesMove()
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

void TestChainTreeModel::tiersAndWhatIsInsideThemStandInOrder()
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

void TestChainTreeModel::figuresAreThoseOfTheGroupForThePeriodAndInTotal()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    const Chain& chain = document->chain();
    const RowRef openai = rowOf(chain, "nodes", "openai");
    const RowRef oracle = rowOf(chain, "nodes", "oracle");
    const Period year{PeriodKind::Year, 2028, 0};
    const Group group = Group::of(NodeId{oracle.row});

    QCOMPARE(number(model, oracle, Column::Revenue),
             qlonglong{document->rollups().figure(group, Measure::Revenue, 0, year).value});
    QVERIFY(number(model, oracle, Column::Revenue) > 0);
    QCOMPARE(number(model, oracle, Column::RevenueTotal), qlonglong{30'000'000'000'000});
    QCOMPARE(number(model, openai, Column::CapitalInTotal), qlonglong{10'000'000'000'000});
    QCOMPARE(number(model, oracle, Column::CapacityOut), qlonglong{4'500'000});
    // In 2028 4.5 GW of cloud are less than what chips stand: the binding layer is the one shown.
    QCOMPARE(display(model, openai, Column::Binding), QStringLiteral("Cloud"));
    QCOMPARE(number(model, openai, Column::CapacityIn), qlonglong{4'500'000});
    QCOMPARE(number(model, oracle, Column::Figure), qlonglong{4'500'000});
    QCOMPARE(number(model, openai, Column::Deals), qlonglong{5});

    model.setLayer(chain.find<TierId>("chips"));
    QCOMPARE(number(model, openai, Column::CapacityInTotal), qlonglong{16'000'000});
    // Two deals for chips have no money: the spend is at least what is known.
    QCOMPARE(model.indexOf(openai, Column::SpendTotal).data(UndisclosedRole).toInt(), 2);
    QCOMPARE(display(model, openai, Column::SpendTotal), QStringLiteral("≥ $300B"));
    QVERIFY(model.indexOf(openai, Column::SpendTotal).data(Qt::ToolTipRole).toString().contains(QLatin1Char('2')));
    // Where nothing is known there is no least amount to tell.
    QCOMPARE(display(model, rowOf(chain, "nodes", "amd"), Column::RevenueTotal), QStringLiteral("(1)"));
    QCOMPARE(model.indexOf(oracle, Column::RevenueTotal).data(PlainRole).toString(), QStringLiteral("300000000000"));
    QVERIFY(model.indexOf(oracle, Column::RevenueTotal).data(NumericRole).toBool());
    // A tier of several layers has no capacity out of its own.
    model.setLayer(std::nullopt);
    QVERIFY(display(model, rowOf(chain, "tiers", "upstream"), Column::CapacityOut).isEmpty());
    QVERIFY(!model.indexOf(rowOf(chain, "tiers", "upstream"), Column::CapacityOut).data(SortRole).isValid());
}

void TestChainTreeModel::editingADealAnnouncesOnlyItsTwoEndsAndWhatContainsThem()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    Watch watch(model);
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QStringList rows = watch.changedRows();
    rows.sort();
    QCOMPARE(rows,
             QStringList({QStringLiteral("AMD"), QStringLiteral("Chips"), QStringLiteral("Midstream"),
                          QStringLiteral("OpenAI"), QStringLiteral("OpenAI Foundation"), QStringLiteral("Upstream")}));
    QCOMPARE(watch.changes(), 6);
    QCOMPARE(watch.upheavals() + watch.inserts() + watch.removals() + watch.moves(), 0);
    for (const QList<QVariant>& change : watch.spy()) {
        QVERIFY(change[2].value<QList<int>>().contains(Qt::DisplayRole));
        QVERIFY(change[0].value<QModelIndex>().column() > 0); // names stay
    }
    watch.clear();
    QVERIFY(document->undo());
    QCOMPARE(watch.changes(), 6);
    watch.clear();
    QVERIFY(setField(*document, "deals", "amd-openai", "note_en", "a remark"));
    QCOMPARE(watch.changes(), 0);
}

void TestChainTreeModel::aDealBetweenTwoChipsIsNoMatterForChips()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    Watch watch(model);
    QVERIFY(document->apply(EditText(document->chain())
                                .add("deals", "broadcom-amd",
                                     {{"supplier", "broadcom"},
                                      {"customer", "amd"},
                                      {"kind", "subscription"},
                                      {"status", "signed"},
                                      {"starts", "2027"},
                                      {"ends", "2028"},
                                      {"value_usd", "1000000"},
                                      {"basis", "reported"}})
                                .edit()));
    const QStringList rows = watch.changedRows();
    QVERIFY(rows.contains(QStringLiteral("AMD")));
    QVERIFY(rows.contains(QStringLiteral("Broadcom")));
    QVERIFY(!rows.contains(QStringLiteral("OpenAI")));
    QCOMPARE(number(model, rowOf(document->chain(), "tiers", "chips"), Column::RevenueTotal), qlonglong{0});
}

void TestChainTreeModel::aNewNodeComesInItsPlaceAndGoesAgain()
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

void TestChainTreeModel::aNodeMovesWithWhatIsInsideIt()
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

void TestChainTreeModel::aNodeThatChangesItsTierLeavesWhatWasInside()
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

void TestChainTreeModel::twoNodesThatSwapStayATree()
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

void TestChainTreeModel::tiersFollowTheirOrdinals()
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

void TestChainTreeModel::aNewTierWithItsNodesIsOneEdit()
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

void TestChainTreeModel::randomEditsKeepTheShapeOfAFreshModel()
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

void TestChainTreeModel::theLensAnnouncesFiguresOnly()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    Watch watch(model);
    ViewLens lens = document->lens();
    lens.period = {PeriodKind::Year, 2030, 0};
    QVERIFY(document->setLens(lens));
    QVERIFY(watch.changes() > 0);
    QCOMPARE(watch.upheavals(), 0);
    for (const QList<QVariant>& change : watch.spy())
        QVERIFY(change[0].value<QModelIndex>().column() > 0);
    QCOMPARE(watch.changedRows().size(), wholeTree().count(QLatin1Char('\n')));
}

void TestChainTreeModel::namesFollowTheLanguage()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    model.setLanguage(Language::Chinese);
    QVERIFY2(asText(model).startsWith(QStringLiteral("上游\n  芯片\n    英伟达\n    AMD\n")),
             qPrintable(asText(model)));
    QVERIFY(watch.changes() > 0);
    model.setLanguage(Language::English);
    QCOMPARE(asText(model), wholeTree());
}

void TestChainTreeModel::rolesTellWhatARowIs()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const QModelIndex amd = model.indexOf(rowOf(document->chain(), "nodes", "amd"));
    QCOMPARE(amd.data(KeyRole).toString(), QStringLiteral("amd"));
    QCOMPARE(amd.data(ItemKindRole).toInt(), static_cast<int>(ItemKind::Node));
    QVERIFY(rowRefOf(amd) == rowOf(document->chain(), "nodes", "amd"));
    QCOMPARE(amd.data(TierRootRole).toInt(), 0);
    const QModelIndex users = model.indexOf(rowOf(document->chain(), "nodes", "users"));
    QCOMPARE(users.data(TierRootRole).toInt(), 2);
    QVERIFY(amd.data(TierShadeRole) != model.indexOf(rowOf(document->chain(), "nodes", "oracle")).data(TierShadeRole));
    for (int column = 0; column < ChainTreeModel::kColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestChainTreeModel::sharesOfAssumedDealsFollowEdits()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    Watch watch(model);
    const auto share = [](const ChainTreeModel& of, RowRef row) {
        return of.indexOf(row, Column::Revenue).data(AssumedRole).toDouble();
    };
    const auto allShares = [&](const ChainTreeModel& of) {
        QStringList shares;
        for (const Table table : {Table::Tiers, Table::Nodes})
            for (const std::uint32_t row : document->chain().inOrder(table))
                shares += QString::number(share(of, {table, row}));
        return shares.join(QLatin1Char(' '));
    };
    QCOMPARE(share(model, rowOf(document->chain(), "nodes", "openai")), 0.0);
    QVERIFY(setField(*document, "deals", "amd-openai", "basis", "assumed"));
    QCOMPARE(share(model, rowOf(document->chain(), "nodes", "openai")), 0.2);
    QCOMPARE(share(model, rowOf(document->chain(), "nodes", "amd")), 1.0);
    QCOMPARE(share(model, rowOf(document->chain(), "tiers", "cloud")), 0.0);
    QVERIFY(watch.changedRows().contains(QStringLiteral("OpenAI"))); // no figure moved, but how good it is
    QVERIFY(!watch.changedRows().contains(QStringLiteral("Oracle")));

    QRandomGenerator random(3);
    const std::vector<std::string> nodes{"nvidia", "amd", "mi450", "oracle", "openai", "users"};
    const std::vector<std::string> bases{"assumed", "reported"};
    for (int i = 0; i < 80; ++i) {
        const std::vector<std::uint32_t> deals = document->chain().inOrder(Table::Deals);
        const std::string deal(
            document->chain().key({Table::Deals, deals[random.bounded(static_cast<quint32>(deals.size()))]}));
        const std::string added = "extra-" + std::to_string(i);
        EditText text(document->chain());
        switch (random.bounded(5)) {
        case 0: // with a supplier of its own, as the form makes one on the spot
            text.add("nodes", added, {{"tier", "cloud"}, {"kind", "company"}, {"name_en", added}});
            text.add("deals", added,
                     {{"supplier", added},
                      {"customer", nodes[random.bounded(6U)]},
                      {"kind", "cloud"},
                      {"status", "signed"},
                      {"basis", "assumed"}});
            break;
        case 1:
            text.set("deals", deal, "basis", bases[random.bounded(2U)]);
            break;
        case 2:
            text.set("deals", deal, "customer", nodes[random.bounded(6U)]);
            break;
        case 3:
            text.erase("deals", deal);
            break;
        default:
            text.set("nodes", nodes[random.bounded(6U)], "parent",
                     random.bounded(2) == 0 ? std::string() : "foundation");
            break;
        }
        const bool isUndo = random.bounded(3) == 0;
        static_cast<void>(isUndo ? document->undo() : document->apply(text.edit())); // some are refused
        const ChainTreeModel fresh(*document);
        QCOMPARE(allShares(model), allShares(fresh));
    }
}

void TestChainTreeModel::theFilterKeepsTheParentsOfMatches()
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

QTEST_GUILESS_MAIN(TestChainTreeModel)
#include "tst_chain_tree_model.moc"
