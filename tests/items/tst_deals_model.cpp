// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items_testing.h"

#include "document/second_lens.h"
#include "items/deals_model.h"
#include "items/deals_proxy.h"
#include "items/roles.h"

#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;
using Column = DealsModel::Column;

namespace {

constexpr int kCustomer = static_cast<int>(Column::Customer);
constexpr int kKey = static_cast<int>(Column::Key);

QStringList keys(const QAbstractItemModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, kKey).data().toString();
    return all;
}

QModelIndex cell(const DealsModel& model, const Document& document, std::string_view key, Column column)
{
    return model.indexOf(rowOf(document.chain(), "deals", key), column);
}

QString display(const DealsModel& model, const Document& document, std::string_view key, Column column)
{
    return cell(model, document, key, column).data().toString();
}

Fields newDeal(std::string_view supplier, std::string_view customer)
{
    return {{"supplier", supplier},
            {"customer", customer},
            {"kind", "hardware"},
            {"status", "signed"},
            {"basis", "assumed"}};
}

/// A chain of many deals between few nodes, for what must not take long.
Chain longChain(int deals)
{
    Chain chain = smallChain();
    EditText text(chain);
    const std::vector<std::string> nodes{"nvidia", "amd", "mi450", "broadcom", "oracle", "openai", "users"};
    for (int i = 0; i < deals; ++i) {
        const auto n = static_cast<std::size_t>(i);
        text.add("deals", "deal-" + std::to_string(i), newDeal(nodes[n % 3], nodes[3 + n % 4]));
        text.set("deals", "deal-" + std::to_string(i), "value_usd", std::to_string((i * 7919) % 10007 + 1));
    }
    Edit edit = text.edit();
    if (!chain.apply(edit).empty())
        qFatal("the long chain breaks a rule");
    return chain;
}

} // namespace

class TestDealsModel : public QObject {
    Q_OBJECT

private slots:
    void cellsSayWhatTheDealsSay();
    void theDifferenceIsThatOfTwoLensesAndSorts();
    void anEditAnnouncesOneRow();
    void whatMovesWithADealIsAnnouncedWithIt();
    void namesOfNodesReachTheirDeals();
    void dealsComeAndGoInTheOrderOfEntry();
    void typingInACellIsAnEdit();
    void whatCannotBeReadIsRefusedWithASentence();
    void theLensAnnouncesFiguresOfThePeriod();
    void sortingPutsAbsentFiguresLast_data();
    void sortingPutsAbsentFiguresLast();
    void aSortedTableTakesNewValuesIntoPlace();
    void severalRowsOfOneEditAllEndUpInPlace();
    void theFilterFindsWordsInNamesAndNotes();
    void onlyWhatTouchesTheSelectionCanBeShown();
    void theCountFollowsFilterAndEdits();
    void randomEditsKeepASortedAndFilteredTableRight();
    void aLongTableStaysUsable();
};

void TestDealsModel::cellsSayWhatTheDealsSay()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    const Watch watch(model);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(keys(model), QStringList({QStringLiteral("nvidia-openai"), QStringLiteral("amd-openai"),
                                       QStringLiteral("oracle-openai"), QStringLiteral("nvidia-openai-equity"),
                                       QStringLiteral("users-chatgpt")}));
    QCOMPARE(display(model, *document, "amd-openai", Column::Supplier), QStringLiteral("AMD"));
    QCOMPARE(display(model, *document, "amd-openai", Column::Capacity), QStringLiteral("6.0 GW"));
    QVERIFY(cell(model, *document, "amd-openai", Column::Value).data(AbsentRole).toBool());
    QVERIFY(!cell(model, *document, "amd-openai", Column::Value).data(SortRole).isValid());
    QCOMPARE(display(model, *document, "oracle-openai", Column::Value), QStringLiteral("$300B"));
    QCOMPARE(cell(model, *document, "oracle-openai", Column::Value).data(PlainRole).toString(),
             QStringLiteral("300000000000"));
    QCOMPARE(cell(model, *document, "oracle-openai", Column::PeriodCapacity).data(SortRole).toLongLong(),
             qlonglong{4'500'000});
    QCOMPARE(cell(model, *document, "amd-openai", Column::PeriodMoney).data(UndisclosedRole).toInt(), 1);
    QCOMPARE(display(model, *document, "amd-openai", Column::Sources), QStringLiteral("3"));
    QCOMPARE(display(model, *document, "users-chatgpt", Column::Formula), QStringLiteral("paying_users*20*12"));
    QVERIFY(cell(model, *document, "users-chatgpt", Column::PeriodMoney).data(SortRole).toLongLong() > 0);
    QCOMPARE(display(model, *document, "amd-openai", Column::Announced), QStringLiteral("2025-10-06"));
    // A tranche that is assumed makes the period's figure assumed, not the deal.
    QCOMPARE(cell(model, *document, "amd-openai", Column::Capacity).data(AssumedRole).toDouble(), 0.0);
    QCOMPARE(cell(model, *document, "amd-openai", Column::PeriodCapacity).data(AssumedRole).toDouble(), 1.0);
    QVERIFY(rowRefOf(model.index(1, 3)) == rowOf(document->chain(), "deals", "amd-openai"));
}

void TestDealsModel::theDifferenceIsThatOfTwoLensesAndSorts()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(model);
    constexpr int kDifference = static_cast<int>(Column::Difference);
    QVERIFY(!cell(model, *document, "oracle-openai", Column::Difference).data(SortRole).isValid());
    OtherLens other;
    other.lens.basis = FigureBasis::Weighted;
    document->second().set(other);
    const auto moved = [&](const char* key) {
        const DealId deal = document->chain().find<DealId>(key);
        const Period period = document->lens().period;
        const Snapshot& then = *document->second().snapshot();
        return document->rollups().dealMoney(document->chain(), deal, period).value -
               then.rollups.dealMoney(then.chain, deal, period).value;
    };
    for (const char* key : {"oracle-openai", "nvidia-openai-equity", "users-chatgpt", "amd-openai"})
        QCOMPARE(cell(model, *document, key, Column::Difference).data(SortRole).toLongLong(), moved(key));
    QVERIFY(moved("oracle-openai") > 0);
    proxy.sort(kDifference, Qt::DescendingOrder);
    const auto isSorted = [&proxy] {
        for (int row = 1; row < proxy.rowCount(); ++row)
            if (proxy.index(row - 1, kDifference).data(SortRole).toLongLong() <
                proxy.index(row, kDifference).data(SortRole).toLongLong())
                return false;
        return true;
    };
    QVERIFY(isSorted());
    QVERIFY(setField(*document, "deals", "nvidia-openai-equity", "value_usd", "900000000000"));
    QCOMPARE(cell(model, *document, "nvidia-openai-equity", Column::Difference).data(SortRole).toLongLong(),
             moved("nvidia-openai-equity"));
    QVERIFY(isSorted());
    document->second().set({});
    QVERIFY(!cell(model, *document, "oracle-openai", Column::Difference).data(SortRole).isValid());
}

void TestDealsModel::anEditAnnouncesOneRow()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    Watch watch(model);
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    QCOMPARE(watch.changes(), 1);
    QCOMPARE(watch.spy()[0][0].value<QModelIndex>().row(), 1);
    QCOMPARE(watch.spy()[0][1].value<QModelIndex>().row(), 1);
    QCOMPARE(display(model, *document, "amd-openai", Column::Capacity), QStringLiteral("7.0 GW"));
    QCOMPARE(watch.inserts() + watch.removals() + watch.upheavals(), 0);
}

void TestDealsModel::whatMovesWithADealIsAnnouncedWithIt()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    Watch watch(model);
    const auto announced = [&watch, &model] {
        QStringList rows;
        for (const QList<QVariant>& change : watch.spy())
            for (int row = change[0].value<QModelIndex>().row(); row <= change[1].value<QModelIndex>().row(); ++row)
                rows += model.index(row, kKey).data().toString();
        watch.clear();
        return rows;
    };
    QVERIFY(setField(*document, "tranches", "amd-openai-1", "capacity_mw", "1500"));
    QCOMPARE(announced(), QStringList({QStringLiteral("amd-openai")}));
    QVERIFY(setField(*document, "metrics", "users-2026", "value", "40000000"));
    QCOMPARE(announced(), QStringList({QStringLiteral("users-chatgpt")}));
    QVERIFY(document->apply(EditText(document->chain()).erase("citations", "deals/amd-openai/press").edit()));
    QCOMPARE(announced(), QStringList({QStringLiteral("amd-openai")}));
    QCOMPARE(display(model, *document, "amd-openai", Column::Sources), QStringLiteral("2"));
    // A whole shrinks by its parts.
    QVERIFY(setField(*document, "deals", "nvidia-openai", "part_of", "oracle-openai"));
    QStringList rows = announced();
    rows.sort();
    QCOMPARE(rows, QStringList({QStringLiteral("nvidia-openai"), QStringLiteral("oracle-openai")}));
    QVERIFY(setField(*document, "events", "devday", "title_en", "Dev Day"));
    QCOMPARE(announced(), QStringList());
}

void TestDealsModel::namesOfNodesReachTheirDeals()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    Watch watch(model);
    QVERIFY(setField(*document, "nodes", "nvidia", "name_en", "Nvidia Corp."));
    QCOMPARE(watch.changes(), 2); // rows 0 and 3
    QCOMPARE(watch.upheavals(), 0);
    QCOMPARE(display(model, *document, "nvidia-openai-equity", Column::Supplier), QStringLiteral("Nvidia Corp."));
}

void TestDealsModel::dealsComeAndGoInTheOrderOfEntry()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    Watch watch(model);
    const QStringList before = keys(model);
    const QPersistentModelIndex oracle = model.index(2, kKey);
    QVERIFY(document->apply(EditText(document->chain()).erase("deals", "amd-openai").edit()));
    QCOMPARE(watch.removals(), 1);
    QCOMPARE(oracle.row(), 1);
    QCOMPARE(model.rowOf(DealId{rowOf(document->chain(), "deals", "oracle-openai").row}), 1);
    QVERIFY(document->undo());
    QCOMPARE(keys(model), before);
    QVERIFY(document->apply(EditText(document->chain())
                                .add("deals", "one", newDeal("amd", "oracle"))
                                .add("deals", "two", newDeal("broadcom", "oracle"))
                                .erase("deals", "nvidia-openai-equity")
                                .edit()));
    QCOMPARE(keys(model).mid(3),
             QStringList({QStringLiteral("users-chatgpt"), QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(watch.inserts(), 2); // the undo, then both new ones at once
    QVERIFY(document->undo());
    QCOMPARE(keys(model), before);
    QCOMPARE(watch.upheavals(), 0);
}

void TestDealsModel::typingInACellIsAnEdit()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    const Watch watch(model);
    QVERIFY(model.setData(cell(model, *document, "amd-openai", Column::Capacity), QStringLiteral("7GW")));
    QCOMPARE(fieldOf(document->chain(), "deals", "amd-openai", "capacity_mw"), std::string("7000"));
    QVERIFY(model.setData(cell(model, *document, "amd-openai", Column::Value), QStringLiteral("$90B")));
    QCOMPARE(fieldOf(document->chain(), "deals", "amd-openai", "value_usd"), std::string("90000000000"));
    QVERIFY(model.setData(cell(model, *document, "amd-openai", Column::Supplier), QStringLiteral("broadcom")));
    QCOMPARE(fieldOf(document->chain(), "deals", "amd-openai", "supplier"), std::string("broadcom"));
    QVERIFY(model.setData(cell(model, *document, "amd-openai", Column::Status), QStringLiteral("Operating")));
    QCOMPARE(fieldOf(document->chain(), "deals", "amd-openai", "status"), std::string("operating"));
    QVERIFY(model.setData(cell(model, *document, "amd-openai", Column::Basis), QStringLiteral("assumed")));
    QCOMPARE(fieldOf(document->chain(), "deals", "amd-openai", "basis"), std::string("assumed"));
    // What a cell offers to edit reads back as itself.
    const std::string before = everything(*document);
    for (int column = 0; column < DealsModel::kColumnCount; ++column)
        if (const QModelIndex index = model.index(1, column); (model.flags(index) & Qt::ItemIsEditable) != 0)
            QVERIFY2(model.setData(index, index.data(Qt::EditRole)),
                     qPrintable(model.headerData(column, Qt::Horizontal).toString()));
    QCOMPARE(everything(*document), before);
    QVERIFY(document->undo());
}

void TestDealsModel::whatCannotBeReadIsRefusedWithASentence()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    const Watch watch(model);
    QSignalSpy refusals(&model, &DealsModel::refused);
    const std::string before = everything(*document);
    QVERIFY(!model.setData(cell(model, *document, "amd-openai", Column::Capacity), QStringLiteral("seven")));
    QVERIFY(!model.setData(cell(model, *document, "amd-openai", Column::Ends), QStringLiteral("2025")));
    QVERIFY(!model.setData(cell(model, *document, "amd-openai", Column::Supplier), QStringLiteral("Nobody")));
    QCOMPARE(refusals.size(), 3);
    for (const QList<QVariant>& refusal : refusals)
        QVERIFY(!refusal[0].toString().isEmpty());
    QVERIFY(!model.setData(cell(model, *document, "amd-openai", Column::PeriodMoney), QStringLiteral("1")));
    QCOMPARE(everything(*document), before);
}

void TestDealsModel::theLensAnnouncesFiguresOfThePeriod()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    Watch watch(model);
    const qlonglong before =
        cell(model, *document, "nvidia-openai", Column::PeriodCapacity).data(SortRole).toLongLong();
    ViewLens lens = document->lens();
    lens.period = {PeriodKind::Year, 2029, 0};
    QVERIFY(document->setLens(lens));
    QCOMPARE(watch.changes(), 1);
    QCOMPARE(watch.spy()[0][0].value<QModelIndex>().column(), static_cast<int>(Column::PeriodMoney));
    QVERIFY(cell(model, *document, "nvidia-openai", Column::PeriodCapacity).data(SortRole).toLongLong() > before);
    lens.lens.knownAsOf = dayNumber(2025, 9, 30);
    QVERIFY(document->setLens(lens));
    QVERIFY(!cell(model, *document, "amd-openai", Column::Key).data(CountsRole).toBool());
    QVERIFY(cell(model, *document, "nvidia-openai", Column::Key).data(CountsRole).toBool());
}

void TestDealsModel::sortingPutsAbsentFiguresLast_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("isDescending");
    QTest::addColumn<QString>("order"); // first letters of the keys; e is the equity
    QTest::newRow("by supplier") << int(Column::Supplier) << false << QStringLiteral("a u n e o");
    QTest::newRow("by value") << int(Column::Value) << false << QStringLiteral("e o n a u");
    QTest::newRow("by value, down") << int(Column::Value) << true << QStringLiteral("o e n a u");
    QTest::newRow("by capacity") << int(Column::Capacity) << false << QStringLiteral("o a n e u");
    QTest::newRow("by capacity, down") << int(Column::Capacity) << true << QStringLiteral("n a o e u");
    QTest::newRow("by capacity of the period, down")
        << int(Column::PeriodCapacity) << true << QStringLiteral("n o a e u");
    QTest::newRow("by announced, down") << int(Column::Announced) << true << QStringLiteral("a n e o u");
    QTest::newRow("by formula") << int(Column::Formula) << false << QStringLiteral("u n a o e");
    QTest::newRow("by key") << int(Column::Key) << false << QStringLiteral("a n e o u");
    QTest::newRow("not") << -1 << false << QStringLiteral("n a o e u");
}

void TestDealsModel::sortingPutsAbsentFiguresLast()
{
    QFETCH(int, column);
    QFETCH(bool, isDescending);
    QFETCH(QString, order);
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(proxy);
    proxy.sort(column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QStringList letters;
    for (const QString& key : keys(proxy))
        letters += key.endsWith(QStringLiteral("equity")) ? QStringLiteral("e") : key.left(1);
    QCOMPARE(letters.join(QLatin1Char(' ')), order);
}

void TestDealsModel::aSortedTableTakesNewValuesIntoPlace()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    Watch watch(proxy);
    proxy.sort(static_cast<int>(Column::Capacity), Qt::DescendingOrder);
    const QPersistentModelIndex amd = proxy.indexOf(rowOf(document->chain(), "deals", "amd-openai"));
    QCOMPARE(amd.row(), 1);
    watch.clear();
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "12000"));
    QCOMPARE(amd.row(), 0);
    QCOMPARE(watch.resets(), 0);
    QCOMPARE(proxy.sortColumn(), static_cast<int>(Column::Capacity));
    QVERIFY(document->undo());
    QCOMPARE(amd.row(), 1);
}

void TestDealsModel::severalRowsOfOneEditAllEndUpInPlace()
{
    const ChainFile file(longChain(60));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(proxy);
    proxy.sort(static_cast<int>(Column::Value));
    EditText text(document->chain());
    for (int i = 0; i < 60; i += 2)
        text.set("deals", "deal-" + std::to_string(i), "value_usd", std::to_string((i * 104729) % 20011 + 1));
    QVERIFY(document->apply(text.edit()));
    for (int row = 1; row < proxy.rowCount(); ++row) {
        const QVariant before = proxy.index(row - 1, static_cast<int>(Column::Value)).data(SortRole);
        const QVariant here = proxy.index(row, static_cast<int>(Column::Value)).data(SortRole);
        QVERIFY(!here.isValid() || (before.isValid() && before.toLongLong() <= here.toLongLong()));
    }
    QCOMPARE(watch.resets(), 0);
}

void TestDealsModel::theFilterFindsWordsInNamesAndNotes()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(proxy);
    const auto shown = [&proxy](const char* text) {
        proxy.setFilterText(QString::fromUtf8(text));
        return keys(proxy).join(QLatin1Char(' '));
    };
    QCOMPARE(shown("AMD"), QStringLiteral("amd-openai"));
    QCOMPARE(shown("nvidia hardware"), QStringLiteral("nvidia-openai"));
    QCOMPARE(shown("英伟达 equity"), QStringLiteral("nvidia-openai-equity"));
    QCOMPARE(shown("FIVE years"), QStringLiteral("oracle-openai"));
    QCOMPARE(shown("signed"), QStringLiteral("amd-openai oracle-openai"));
    QCOMPARE(shown("nothing like it"), QString());
    QCOMPARE(shown(" "), QStringLiteral("nvidia-openai amd-openai oracle-openai nvidia-openai-equity users-chatgpt"));
    // A name that changes is found by its new words.
    QCOMPARE(shown("corporation"), QString());
    QVERIFY(setField(*document, "nodes", "nvidia", "name_en", "NVIDIA Corporation"));
    QCOMPARE(keys(proxy).size(), 2);
}

void TestDealsModel::onlyWhatTouchesTheSelectionCanBeShown()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(proxy);
    proxy.setOnly(rowOf(document->chain(), "nodes", "nvidia"));
    QCOMPARE(keys(proxy), QStringList({QStringLiteral("nvidia-openai"), QStringLiteral("nvidia-openai-equity")}));
    proxy.setOnly(rowOf(document->chain(), "nodes", "openai")); // chatgpt is inside
    QCOMPARE(proxy.rowCount(), 5);
    proxy.setOnly(rowOf(document->chain(), "tiers", "cloud"));
    QCOMPARE(keys(proxy), QStringList({QStringLiteral("oracle-openai")}));
    QVERIFY(setField(*document, "nodes", "amd", "tier", "cloud"));
    QCOMPARE(proxy.rowCount(), 2);
    QVERIFY(document->apply(EditText(document->chain()).add("deals", "new", newDeal("amd", "oracle")).edit()));
    QCOMPARE(proxy.rowCount(), 3);
    proxy.setOnly(rowOf(document->chain(), "deals", "new"));
    QCOMPARE(keys(proxy), QStringList({QStringLiteral("new")}));
    proxy.setOnly(std::nullopt);
    QCOMPARE(proxy.rowCount(), 6);
}

void TestDealsModel::theCountFollowsFilterAndEdits()
{
    const ChainFile file;
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    QSignalSpy counts(&proxy, &DealsProxy::countChanged);
    QCOMPARE(proxy.shown(), 5);
    proxy.setFilterText(QStringLiteral("amd"));
    QCOMPARE(counts.size(), 1);
    QCOMPARE(counts.back(), (QList<QVariant>{1, 5}));
    QVERIFY(document->apply(EditText(document->chain()).add("deals", "new", newDeal("broadcom", "oracle")).edit()));
    QCOMPARE(counts.back(), (QList<QVariant>{1, 6}));
    QVERIFY(setField(*document, "deals", "new", "supplier", "amd"));
    QCOMPARE(counts.back(), (QList<QVariant>{2, 6}));
    const qsizetype told = counts.size();
    QVERIFY(setField(*document, "deals", "new", "capacity_mw", "1"));
    QCOMPARE(counts.size(), told);
}

void TestDealsModel::randomEditsKeepASortedAndFilteredTableRight()
{
    const ChainFile file(longChain(40));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    const Watch watch(model);
    const Watch proxyWatch(proxy);
    proxy.sort(static_cast<int>(Column::PeriodMoney), Qt::DescendingOrder);
    proxy.setFilterText(QStringLiteral("o"));
    QRandomGenerator random(7);
    const std::vector<std::string> nodes{"nvidia", "amd", "mi450", "broadcom", "oracle"};
    for (int i = 0; i < 120; ++i) {
        const std::vector<std::uint32_t> deals = document->chain().inOrder(Table::Deals);
        const auto deal = [&] {
            return std::string(
                document->chain().key({Table::Deals, deals[random.bounded(static_cast<quint32>(deals.size()))]}));
        };
        EditText text(document->chain());
        switch (random.bounded(6)) {
        case 0:
            text.add("deals", "extra-" + std::to_string(i), newDeal(nodes[random.bounded(5U)], "users"));
            break;
        case 1:
            text.erase("deals", deal());
            break;
        case 2:
            text.set("deals", deal(), "value_usd", std::to_string(random.bounded(100000)));
            break;
        case 3:
            text.set("deals", deal(), "starts", "2027").set("deals", deal(), "ends", "2029");
            break;
        case 4:
            text.set("deals", deal(), "part_of", deal());
            break;
        default:
            text.set("nodes", nodes[random.bounded(5U)], "name_en", "Name " + std::to_string(i));
            break;
        }
        if (random.bounded(5) == 0)
            static_cast<void>(document->undo()); // perhaps there is nothing left to undo
        else
            static_cast<void>(document->apply(text.edit())); // some are refused: a cycle of wholes, say
        DealsModel freshModel(*document);
        DealsProxy fresh(freshModel);
        fresh.setFilterText(proxy.filterText());
        fresh.sort(proxy.sortColumn(), proxy.sortOrder());
        QCOMPARE(asText(proxy, {kKey, kCustomer, int(Column::PeriodMoney)}),
                 asText(fresh, {kKey, kCustomer, int(Column::PeriodMoney)}));
    }
    QCOMPARE(watch.upheavals(), 0);
    QCOMPARE(proxyWatch.resets(), 0);
}

void TestDealsModel::aLongTableStaysUsable()
{
    constexpr int kDeals = 6'000;
    const ChainFile file(longChain(kDeals));
    const auto document = file.open();
    DealsModel model(*document);
    DealsProxy proxy(model);
    proxy.sort(static_cast<int>(Column::Supplier));
    proxy.sort(static_cast<int>(Column::PeriodMoney));
    QCOMPARE(proxy.rowCount(), kDeals + 5);
    // An edit asks for the rows it moves, not for all.
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(setField(*document, "deals", "deal-1234", "value_usd", "5"));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(document->rollups().lastStats().wasFull, false);
    proxy.setFilterText(QStringLiteral("key:deal-123 amd"));
    QTRY_VERIFY(!proxy.isBusy());
    QVERIFY(proxy.rowCount() > 0);
    QVERIFY(proxy.rowCount() < 12);
    proxy.sort(-1);
    proxy.setFilterText({});
    QTRY_VERIFY(!proxy.isBusy());
    QCOMPARE(proxy.rowCount(), kDeals + 5);
    for (int row = 0; row < model.rowCount(); row += 997)
        QCOMPARE(model.rowOf(model.dealAt(row)), row);
}

QTEST_GUILESS_MAIN(TestDealsModel)
#include "tst_deals_model.moc"
