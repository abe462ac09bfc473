// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/deal_draft.h"

#include "chain/edit_builder.h"

#include <QtTest>

using namespace ochain;

namespace {

/// Two companies, one kind, two statuses and one deal of 6 GW.
Chain smallChain()
{
    Chain chain;
    EditBuilder builder(chain);
    const auto add = [&](Table table, const char* key, std::initializer_list<std::pair<Field, const char*>> fields) {
        QVERIFY(!builder.add(table, key));
        for (const auto& [field, value] : fields)
            QVERIFY(!builder.set(table, key, field, value));
    };
    add(Table::Tiers, "chips", {{tier_field::Ordinal, "1"}, {tier_field::Layer, "1"}, {tier_field::NameEn, "Chips"}});
    for (const char* key : {"amd", "openai"})
        add(Table::Nodes, key, {{node_field::Tier, "chips"}, {node_field::Kind, "company"}, {node_field::NameEn, key}});
    add(Table::DealKinds, "hardware",
        {{kind_field::Class, "trade"},
         {kind_field::Profile, "deploy"},
         {kind_field::Money, "1"},
         {kind_field::NameEn, "Hardware"}});
    add(Table::Statuses, "signed", {{status_field::WeightBp, "8000"}, {status_field::NameEn, "Signed"}});
    add(Table::Statuses, "announced", {{status_field::WeightBp, "5000"}, {status_field::NameEn, "Announced"}});
    add(Table::Deals, "amd-openai",
        {{deal_field::Supplier, "amd"},
         {deal_field::Customer, "openai"},
         {deal_field::Kind, "hardware"},
         {deal_field::Status, "signed"},
         {deal_field::CapacityMw, "6000"},
         {deal_field::Basis, "reported"}});
    Edit edit = std::move(builder).build("test", "test");
    if (!chain.apply(edit).empty())
        qFatal("the small chain is not valid");
    return chain;
}

} // namespace

class TestDealDraft final : public QObject {
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
        const Chain chain = smallChain();
        QCOMPARE(freeKey(chain, Table::Nodes, "amd"), std::string("amd-2"));
        QCOMPARE(freeKey(chain, Table::Nodes, "nvidia"), std::string("nvidia"));
    }

    void anEditHoldsOnlyTheFieldsAskedFor()
    {
        const Chain chain = smallChain();
        DealDraft draft("amd-openai");
        draft.type(deal_field::CapacityMw, QStringLiteral("7GW"));
        draft.type(deal_field::ValueUsd, QStringLiteral("$90B"));
        const auto edit = draft.edit(chain, {deal_field::CapacityMw}, Language::English);
        QVERIFY(edit);
        QCOMPARE(edit->changes.size(), std::size_t{1});
        QCOMPARE(edit->changes.front().fields.size(), std::size_t{1});
        QCOMPARE(edit->changes.front().fields.front().before, std::string("6000"));
        QCOMPARE(edit->changes.front().fields.front().after, std::string("7000"));
    }

    void anUnknownSupplierIsToldAndCanBeMade()
    {
        const Chain chain = smallChain();
        DealDraft draft = DealDraft::newDeal();
        draft.type(deal_field::Supplier, QStringLiteral("Nobody Inc"));
        draft.type(deal_field::Customer, QStringLiteral("OPENAI"));
        draft.type(deal_field::Kind, QStringLiteral("hardware"));
        QVERIFY(!draft.read(chain, deal_field::Supplier, Language::English));
        QVERIFY(!draft.isComplete(chain, Language::English));
        draft.setNewNode(deal_field::Supplier, {"nobody-inc", QStringLiteral("Nobody Inc"), "chips", "company"});
        QVERIFY(draft.isComplete(chain, Language::English));
        const auto edit = draft.edit(
            chain,
            {deal_field::Supplier, deal_field::Customer, deal_field::Kind, deal_field::Status, deal_field::Basis},
            Language::English);
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
        Chain chain = smallChain();
        std::string key;
        auto edit = duplicateOf(chain, chain.find<DealId>("amd-openai"), &key);
        QVERIFY(edit);
        QVERIFY(chain.apply(*edit).empty());
        const DealId copy = chain.find<DealId>(key);
        QVERIFY(copy.isSet());
        QCOMPARE(chain.deals()[copy].capacity, Kilowatts{6'000'000});
    }

    void amountsAreShownAsPeopleTypeThemWithoutLosingDigits()
    {
        Chain chain = smallChain();
        const RowRef deal{Table::Deals, chain.find(Table::Deals, "amd-openai")};
        QCOMPARE(shownText(chain, deal, deal_field::CapacityMw, Language::English), QStringLiteral("6.0 GW"));
        EditBuilder builder(chain);
        QVERIFY(!builder.set(Table::Deals, "amd-openai", deal_field::CapacityMw, "6123.456"));
        Edit edit = std::move(builder).build("test", "test");
        QVERIFY(chain.apply(edit).empty());
        QCOMPARE(shownText(chain, deal, deal_field::CapacityMw, Language::English), QStringLiteral("6123.456"));
    }
};

QTEST_GUILESS_MAIN(TestDealDraft)
#include "tst_deal_draft.moc"
