// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "items/chain_tree_model.h"
#include "items/roles.h"
#include "language/language.h"

#include <QRandomGenerator>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;
using Column = ChainTreeModel::Column;

namespace {

QString display(const ChainTreeModel& model, RowRef row, Column column)
{
    return model.indexOf(row, column).data().toString();
}

qlonglong number(const ChainTreeModel& model, RowRef row, Column column)
{
    return model.indexOf(row, column).data(SortRole).toLongLong();
}

} // namespace

/// What the rows of the tree say: figures, names and roles, and that only what moves is announced.
class TestChainTreeModel : public QObject {
    Q_OBJECT

private slots:
    void figuresAreThoseOfTheGroupForThePeriodAndInTotal();
    void editingADealAnnouncesOnlyItsTwoEndsAndWhatContainsThem();
    void aDealBetweenTwoChipsIsNoMatterForChips();
    void theLensAnnouncesFiguresOnly();
    void theColumnNamesItsMeasure();
    void namesFollowTheLanguage();
    void rolesTellWhatARowIs();
    void sharesOfAssumedDealsFollowEdits();
};

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
             qlonglong{document->rollups().figure(group, Measure::Revenue, kNoLayer, year).value});
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

/// The title says what the figures are and of when; a figure that is something else says so itself.
void TestChainTreeModel::theColumnNamesItsMeasure()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    const Chain& chain = document->chain();
    const int column = static_cast<int>(Column::Figure);
    const auto title = [&] { return model.headerData(column, Qt::Horizontal).toString(); };
    const auto look = [&](int year) {
        ViewLens lens = document->lens();
        lens.period = {PeriodKind::Year, year, 0};
        QVERIFY(document->setLens(lens));
    };
    QSignalSpy titles(&model, &QAbstractItemModel::headerDataChanged);
    look(2028);
    QCOMPARE(title(), QStringLiteral("Supplies 2028"));
    look(2029);
    QCOMPARE(title(), QStringLiteral("Supplies 2029"));
    QVERIFY(!titles.isEmpty());
    QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    const RowRef oracle = rowOf(chain, "nodes", "oracle"); // cloud, its own layer
    QCOMPARE(display(model, oracle, Column::Figure), QStringLiteral("4.5 GW"));
    const QString full = model.indexOf(oracle, Column::Figure).data(Qt::ToolTipRole).toString();
    QVERIFY2(full.contains(QLatin1String("Capacity out, Cloud, 2029")), qPrintable(full));
    const RowRef users = rowOf(chain, "nodes", "users"); // who only pay
    QVERIFY2(display(model, users, Column::Figure).startsWith(QLatin1String("pays $")),
             qPrintable(display(model, users, Column::Figure)));
}

void TestChainTreeModel::namesFollowTheLanguage()
{
    const ChainFile file;
    const auto document = file.open();
    ChainTreeModel model(*document);
    const Watch watch(model);
    setLanguage(Language::Chinese);
    model.retranslate();
    QVERIFY2(asText(model).startsWith(QStringLiteral("上游\n  芯片\n    英伟达\n    AMD\n")),
             qPrintable(asText(model)));
    QVERIFY(watch.changes() > 0);
    setLanguage(Language::English);
    model.retranslate();
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

QTEST_GUILESS_MAIN(TestChainTreeModel)
#include "tst_chain_tree_model.moc"
