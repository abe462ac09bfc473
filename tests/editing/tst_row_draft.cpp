// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/row_draft.h"

#include "document_testing.h"
#include "editing/row_commands.h"
#include "editing/typed_text.h"
#include "speaking.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;

namespace {

RowDraft newDraft(const Chain& chain, Table table, const char* selectedTable = nullptr, const char* key = nullptr)
{
    const std::optional<RowRef> selected =
        selectedTable == nullptr ? std::nullopt : std::optional(testing::rowOf(chain, selectedTable, key));
    return RowDraft::newRow(chain, table, selected);
}

/// Takes a whole draft over; the key of the row, empty if it was refused.
std::string take(Chain& chain, const RowDraft& draft)
{
    const std::string key = draft.keyOfNew(chain);
    auto edit = draft.edit(chain, draft.readableFields(chain));
    return edit && chain.apply(*edit).empty() ? key : std::string();
}

} // namespace

class TestRowDraft final : public QObject {
    Q_OBJECT

private slots:
    void keysAreMadeFromNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("words") << QStringLiteral("OpenAI Group PBC") << QByteArray("openai-group-pbc");
        QTest::newRow("signs at the ends") << QStringLiteral("  (AMD) ") << QByteArray("amd");
        QTest::newRow("accents") << QStringLiteral("Société Générale") << QByteArray("societe-generale");
        QTest::newRow("nothing left") << QStringLiteral("软银") << QByteArray("node");
    }
    void keysAreMadeFromNames()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, key);
        QCOMPARE(QByteArray::fromStdString(keyFrom(name, "node")), key);
    }

    void takenKeysGetANumber()
    {
        const Chain chain = testing::smallChain();
        QCOMPARE(freeKey(chain, Table::Nodes, "amd"), std::string("amd-2"));
        QCOMPARE(freeKey(chain, Table::Nodes, "cerebras"), std::string("cerebras"));
    }

    void anEditHoldsOnlyTheFieldsAskedFor()
    {
        const Chain chain = testing::smallChain();
        RowDraft draft(Table::Deals, "amd-openai");
        draft.type(deal_field::CapacityMw, QStringLiteral("7GW"));
        draft.type(deal_field::ValueUsd, QStringLiteral("$90B"));
        const auto edit = draft.edit(chain, {deal_field::CapacityMw});
        QVERIFY(edit);
        QCOMPARE(edit->changes.size(), std::size_t{1});
        QCOMPARE(edit->changes.front().fields.size(), std::size_t{1});
        QCOMPARE(edit->changes.front().fields.front().before, std::string("6000"));
        QCOMPARE(edit->changes.front().fields.front().after, std::string("7000"));
    }

    void anUnknownSupplierIsToldAndCanBeMade()
    {
        const Chain chain = testing::smallChain();
        RowDraft draft = newDraft(chain, Table::Deals);
        draft.type(deal_field::Supplier, QStringLiteral("Nobody Inc"));
        draft.type(deal_field::Customer, QStringLiteral("OPENAI"));
        draft.type(deal_field::Kind, QStringLiteral("hardware"));
        QVERIFY(!draft.read(chain, deal_field::Supplier));
        QVERIFY(!draft.isComplete(chain));
        draft.setNewNode(deal_field::Supplier, {"nobody-inc", QStringLiteral("Nobody Inc"), "chips", "company"});
        QVERIFY(draft.isComplete(chain));
        const auto edit = draft.edit(chain, {deal_field::Supplier, deal_field::Customer, deal_field::Kind,
                                             deal_field::Status, deal_field::Basis});
        QVERIFY(edit);
        Chain changed = chain;
        Edit applied = *edit;
        QVERIFY(changed.apply(applied).empty());
        const DealId deal = changed.find<DealId>("nobody-inc-openai-hardware");
        QVERIFY(deal.isSet());
        QCOMPARE(changed.deals()[deal].supplier, changed.find<NodeId>("nobody-inc"));
    }

    void aDuplicateIsADealOfItsOwn()
    {
        Chain chain = testing::smallChain();
        std::string key;
        auto edit = duplicateOf(chain, testing::rowOf(chain, "deals", "amd-openai"), &key);
        QVERIFY(edit);
        QVERIFY(chain.apply(*edit).empty());
        const DealId copy = chain.find<DealId>(key);
        QVERIFY(copy.isSet());
        QCOMPARE(chain.deals()[copy].capacity, Kilowatts{6'000'000});
        int tranches = 0;
        chain.forEachTranche(copy, [&tranches](TrancheId, const Tranche&) { ++tranches; });
        QCOMPARE(tranches, 1);
    }

    void aDuplicateOfANodeHasItsOwnNameAndNoMetrics()
    {
        Chain chain = testing::smallChain();
        std::string key;
        auto edit = duplicateOf(chain, testing::rowOf(chain, "nodes", "chatgpt"), &key);
        QVERIFY(edit);
        const std::size_t metrics = chain.size(Table::Metrics);
        QVERIFY(chain.apply(*edit).empty());
        QCOMPARE(chain.size(Table::Metrics), metrics);
        QCOMPARE(testing::fieldOf(chain, "nodes", key, "name_en"), std::string("ChatGPT (copy)"));
        QCOMPARE(testing::fieldOf(chain, "nodes", key, "parent"), std::string("openai"));
    }

    void aNodeTakesItsMetricsAlongAndNothingElse()
    {
        Chain chain = testing::smallChain();
        Edit own =
            testing::EditText(chain)
                .add("metrics", "mi450-price", {{"series", "mi450_price"}, {"node", "mi450"}, {"basis", "assumed"}})
                .edit();
        QVERIFY(chain.apply(own).empty());
        auto free = deletionOf(chain, testing::rowOf(chain, "nodes", "mi450"));
        QVERIFY(free);
        QVERIFY(chain.apply(*free).empty());
        QVERIFY(!chain.find<NodeId>("mi450").isSet());
        QCOMPARE(chain.find(Table::Metrics, "mi450-price"), kNoRow);
    }

    void whatIsInTheWayOfADeletionIsNamed_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("named");
        QTest::newRow("deals") << QStringLiteral("nodes") << QStringLiteral("nvidia")
                               << QStringList{QStringLiteral("NVIDIA → OpenAI")};
        QTest::newRow("more than are named") << QStringLiteral("nodes") << QStringLiteral("openai")
                                             << QStringList{QStringLiteral("AMD → OpenAI"), QStringLiteral("4 more")};
        QTest::newRow("a node inside it")
            << QStringLiteral("nodes") << QStringLiteral("foundation") << QStringList{QStringLiteral("OpenAI")};
        QTest::newRow("a tier's nodes") << QStringLiteral("tiers") << QStringLiteral("chips")
                                        << QStringList{QStringLiteral("NVIDIA"), QStringLiteral("AMD")};
        QTest::newRow("a formula") << QStringLiteral("metrics") << QStringLiteral("users-2026")
                                   << QStringList{QStringLiteral("ChatGPT → Users")};
        QTest::newRow("a citation") << QStringLiteral("sources") << QStringLiteral("amd-8k")
                                    << QStringList{QStringLiteral("AMD → OpenAI")};
    }
    void whatIsInTheWayOfADeletionIsNamed()
    {
        QFETCH(QString, table);
        QFETCH(QString, key);
        QFETCH(QStringList, named);
        Chain chain = testing::smallChain();
        const RowRef row = testing::rowOf(chain, table.toStdString(), key.toStdString());
        const auto edit = deletionOf(chain, row);
        QVERIFY(edit);
        const Problems problems = chain.validate(*edit);
        QVERIFY(!problems.empty());
        const QString why = whyNotDeleted(chain, row, {problems, {}});
        for (const QString& name : named)
            QVERIFY2(why.contains(name), qPrintable(why));
        QVERIFY2(why.startsWith(nameOf(chain, row)), qPrintable(why));
    }

    void aNewRowNeedsWhatAPersonWouldMiss_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QList<int>>("fields");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<bool>("isComplete");
        QTest::addColumn<QByteArray>("key");
        const auto add = [](const char* name, Table table, const QList<int>& fields, const QStringList& texts,
                            bool isComplete, const char* key) {
            QTest::newRow(name) << static_cast<int>(table) << fields << texts << isComplete << QByteArray(key);
        };
        add("a node without a name", Table::Nodes, {node_field::Tier}, {QStringLiteral("Chips")}, false, "node");
        add("a node without a tier", Table::Nodes, {node_field::NameEn}, {QStringLiteral("Cerebras")}, false,
            "cerebras");
        add("a node", Table::Nodes, {node_field::NameEn, node_field::Tier},
            {QStringLiteral("Cerebras"), QStringLiteral("chips")}, true, "cerebras");
        add("a node named in Chinese", Table::Nodes, {node_field::NameZh, node_field::Tier},
            {QStringLiteral("软银"), QStringLiteral("芯片")}, true, "node");
        add("an event without a title", Table::Events, {event_field::Date}, {QStringLiteral("2026-03")}, false,
            "event");
        add("an event", Table::Events, {event_field::TitleEn}, {QStringLiteral("GTC opens")}, true, "gtc-opens");
        add("a metric without a value", Table::Metrics, {metric_field::Series, metric_field::Node},
            {QStringLiteral("capex_per_gw"), QStringLiteral("nvidia")}, false, "capex-per-gw");
        add("a metric", Table::Metrics,
            {metric_field::Series, metric_field::Node, metric_field::Value, metric_field::AsOf},
            {QStringLiteral("capex_per_gw"), QStringLiteral("NVIDIA"), QStringLiteral("50B"), QStringLiteral("2026")},
            true, "capex-per-gw-2026");
        add("a deal", Table::Deals, {deal_field::Supplier, deal_field::Customer, deal_field::Kind},
            {QStringLiteral("amd"), QStringLiteral("OPENAI"), QStringLiteral("hardware")}, true, "amd-openai-hardware");
    }
    void aNewRowNeedsWhatAPersonWouldMiss()
    {
        QFETCH(int, table);
        QFETCH(QList<int>, fields);
        QFETCH(QStringList, texts);
        QFETCH(bool, isComplete);
        QFETCH(QByteArray, key);
        Chain chain = testing::smallChain();
        RowDraft draft = newDraft(chain, static_cast<Table>(table));
        for (int i = 0; i < fields.size(); ++i)
            draft.type(static_cast<Field>(fields[i]), texts[i]);
        QCOMPARE(draft.isComplete(chain), isComplete);
        QCOMPARE(QByteArray::fromStdString(draft.keyOfNew(chain)), key);
        if (isComplete)
            QCOMPARE(QByteArray::fromStdString(take(chain, draft)), key);
    }

    void aNewRowBeginsWhereOneLooks()
    {
        const Chain chain = testing::smallChain();
        QCOMPARE(newDraft(chain, Table::Nodes, "tiers", "cloud").typed().at(node_field::Tier), QStringLiteral("Cloud"));
        QCOMPARE(newDraft(chain, Table::Nodes, "nodes", "amd").typed().at(node_field::Tier), QStringLiteral("Chips"));
        QCOMPARE(newDraft(chain, Table::Events, "nodes", "amd").typed().at(event_field::Nodes), QStringLiteral("amd"));
        QCOMPARE(newDraft(chain, Table::Metrics, "metrics", "users-2026").typed().at(metric_field::Node),
                 QStringLiteral("ChatGPT"));
        RowDraft draft = newDraft(chain, Table::Nodes, "nodes", "amd");
        QVERIFY(!draft.isTouched());
        draft.type(node_field::Tier, QStringLiteral("Cl"));
        QVERIFY(draft.isTouched());
        draft.drop(node_field::Tier);
        QVERIFY(!draft.isTouched());
    }

    void aMetricOfASeriesIsCalledAndCountedAsTheLastOne()
    {
        Chain chain = testing::smallChain();
        RowDraft draft = newDraft(chain, Table::Metrics, "nodes", "chatgpt");
        draft.type(metric_field::Series, QStringLiteral("paying_users"));
        draft.type(metric_field::AsOf, QStringLiteral("2027"));
        draft.type(metric_field::Value, QStringLiteral("50M"));
        const std::string key = take(chain, draft);
        QCOMPARE(key, std::string("paying-users-2027"));
        QCOMPARE(testing::fieldOf(chain, "metrics", key, "value"), std::string("50000000"));
        QCOMPARE(testing::fieldOf(chain, "metrics", key, "unit"), std::string("people"));
        QCOMPARE(testing::fieldOf(chain, "metrics", key, "name_en"), std::string("Paying users"));
    }

    void severalPartiesAreFoundByNameAndAnUnknownOneIsTold()
    {
        Chain chain = testing::smallChain();
        RowDraft draft(Table::Events, "devday");
        draft.type(event_field::Nodes, QStringLiteral("openai; AMD ;oracle"));
        QCOMPARE(draft.read(chain, event_field::Nodes)->canonical, std::string("openai;amd;oracle"));
        draft.type(event_field::Nodes, QStringLiteral("openai;Nobody Inc"));
        const ReadResult unknown = draft.read(chain, event_field::Nodes);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().args.front(), std::string("Nobody Inc"));
        draft.setNewNode(event_field::Nodes, {"nobody-inc", QStringLiteral("Nobody Inc"), "chips", "company"});
        auto edit = draft.edit(chain, {event_field::Nodes});
        QVERIFY(edit);
        QVERIFY(chain.apply(*edit).empty());
        QCOMPARE(testing::fieldOf(chain, "events", "devday", "nodes"), std::string("openai;nobody-inc"));
    }

    void aNameBorneByTwoIsNoAddress()
    {
        Chain chain = testing::smallChain();
        Edit twin = testing::EditText(chain).set("nodes", "broadcom", "name_en", "AMD").edit();
        QVERIFY(chain.apply(twin).empty());
        QVERIFY(!rowCalled(chain, Table::Nodes, QStringLiteral("AMD")));
        QCOMPARE(addressOf(chain, testing::rowOf(chain, "nodes", "broadcom")), QStringLiteral("broadcom"));
        QCOMPARE(addressOf(chain, testing::rowOf(chain, "nodes", "oracle")), QStringLiteral("Oracle"));
    }

    void figuresAreReadInTheirUnit_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("canonical"); ///< empty: refused
        QTest::addColumn<QString>("echo");
        const auto add = [](const char* name, const char* unit, const char* typed, const char* canonical,
                            const char* echo) {
            QTest::newRow(name) << QString::fromUtf8(unit) << QString::fromUtf8(typed) << QString::fromUtf8(canonical)
                                << QString::fromUtf8(echo);
        };
        add("dollars", "USD", "$10B", "10000000000", "$10B");
        add("dollars below zero", "USD", "-$5B", "-5000000000", "−$5B");
        add("dollars a month", "USD/month", "us$ 20", "20", "$20");
        add("fractions of a dollar", "USD/1M tokens", "$0.0025", "0.0025", "$0.0025");
        add("a share", "percent", "4 %", "4", "4 %");
        add("a share in tenths", "percent", "4.25", "4.25", "4.25 %");
        add("people", "people", "800M", "800000000", "800M");
        add("people in Chinese", "people", "8亿", "800000000", "800M");
        add("power", "MW", "4.5GW", "4500", "4.5 GW");
        add("power to the last digit", "MW", "1234.5678", "1234.5678", "1.2 GW");
        add("a currency of its own", "JPY/year", "300B", "300000000000", "300B");
        add("no number", "USD", "plenty", "", "");
        add("dollars of people", "people", "$5", "", "");
    }
    void figuresAreReadInTheirUnit()
    {
        QFETCH(QString, unit);
        QFETCH(QString, typed);
        QFETCH(QString, canonical);
        QFETCH(QString, echo);
        const Chain chain = testing::smallChain();
        RowDraft draft(Table::Metrics, "users-2026");
        draft.type(metric_field::Unit, unit);
        draft.type(metric_field::Value, typed);
        const ReadResult reading = draft.read(chain, metric_field::Value);
        QCOMPARE(reading.has_value(), !canonical.isEmpty());
        if (!reading)
            return;
        QCOMPARE(toQString(reading->canonical), canonical);
        QCOMPARE(reading->echo, echo);
    }

    void whatAFieldShowsReadsAsItself()
    {
        Chain chain = testing::smallChain();
        for (const TableSpec& spec : allTables())
            for (const std::uint32_t row : chain.inOrder(spec.table))
                for (Field field = 1; spec.isKeyed && field < spec.fieldCount(); ++field)
                    for (const Language each : {Language::English, Language::Chinese}) {
                        const testing::Speaking speaking(each);
                        const RowRef ref{spec.table, row};
                        const QString text = shownText(chain, ref, field);
                        const ReadResult reading = readTyped(chain, spec.table, field, text, besideIn(chain, ref));
                        QVERIFY2(reading, qPrintable(text));
                        QCOMPARE(reading->canonical, chain.value(ref, field));
                    }
    }

    void amountsAreShownAsPeopleTypeThemWithoutLosingDigits()
    {
        Chain chain = testing::smallChain();
        const RowRef deal = testing::rowOf(chain, "deals", "amd-openai");
        QCOMPARE(shownText(chain, deal, deal_field::CapacityMw), QStringLiteral("6.0 GW"));
        Edit edit = testing::EditText(chain).set("deals", "amd-openai", "capacity_mw", "6123.456").edit();
        QVERIFY(chain.apply(edit).empty());
        QCOMPARE(shownText(chain, deal, deal_field::CapacityMw), QStringLiteral("6123.456"));
    }
};

QTEST_GUILESS_MAIN(TestRowDraft)
#include "tst_row_draft.moc"
