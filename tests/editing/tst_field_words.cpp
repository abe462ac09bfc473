// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/names.h"
#include "document_testing.h"
#include "editing/field_names.h"
#include "editing/row_marks.h"
#include "editing/usual_tier.h"
#include "language/language.h"

#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

RowRef rowOfDeal(const Chain& chain, const char* key)
{
    return {Table::Deals, chain.find(Table::Deals, key)};
}

} // namespace

/// Words for fields and rows.
class TestFieldWords final : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { setLanguage(Language::English); }

    void everyFieldHasAWord_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("English") << false;
        QTest::newRow("Chinese") << true;
    }
    void everyFieldHasAWord()
    {
        QFETCH(bool, isChinese);
        setLanguage(isChinese ? Language::Chinese : Language::English);
        QStringList wrong;
        for (std::size_t table = 0; table < kTableCount; ++table) {
            const TableSpec& spec = tableSpec(static_cast<Table>(table));
            for (Field field = 0; field < spec.fieldCount(); ++field) {
                const QString label = fieldLabel(static_cast<Table>(table), field);
                const bool isWord = !label.isEmpty() && !label.contains(QLatin1Char('_')) &&
                                    (isChinese ? label.at(0).unicode() > 0x2E7F || label.startsWith(QLatin1String("IT"))
                                               : label.at(0).isUpper());
                if (!isWord)
                    wrong << toQString(spec.name) + QLatin1Char('.') + label;
            }
        }
        QCOMPARE(wrong.join(QLatin1Char(' ')), QString());
    }

    void aDealIsMarkedByItsAmountsAndItsDay()
    {
        Chain chain = smallChain();
        QCOMPARE(marksOf(chain, rowOfDeal(chain, "oracle-openai")), QStringLiteral("4.5 GW · $300B · 2025-07-22"));
        QCOMPARE(marksOf(chain, rowOfDeal(chain, "nvidia-openai-equity")), QStringLiteral("$100B · 2025-09-22"));
        QCOMPARE(marksOf(chain, rowOfDeal(chain, "users-chatgpt")), QString());
        QCOMPARE(marksOf(chain, {Table::Events, chain.find(Table::Events, "devday")}), QStringLiteral("2025-10-06"));
        QCOMPARE(marksOf(chain, {Table::Sources, chain.find(Table::Sources, "amd-8k")}),
                 QStringLiteral("AMD · 2025-10-06"));
        QCOMPARE(marksOf(chain, {Table::Nodes, chain.find(Table::Nodes, "amd")}), QString());
        // what its phases hold where the deal itself says nothing
        Edit edit = EditText(chain).set("deals", "amd-openai", "capacity_mw", "").edit();
        QVERIFY(chain.apply(edit).empty());
        QCOMPARE(marksOf(chain, rowOfDeal(chain, "amd-openai")), QStringLiteral("1.0 GW · 2025-10-06"));
    }

    void aNewPartyStandsWhereThoseOfTheKindStand()
    {
        const Chain chain = smallChain();
        const auto usual = [&chain](const char* kind, Field end) {
            const TierId tier = usualTier(chain, chain.find<KindId>(kind), end);
            return tier.isSet() ? std::string(chain.key({Table::Tiers, tier.value})) : std::string();
        };
        QCOMPARE(usual("hardware", deal_field::Supplier), std::string("chips"));
        QCOMPARE(usual("cloud", deal_field::Supplier), std::string("cloud"));
        QCOMPARE(usual("hardware", deal_field::Customer), std::string("midstream"));
        QCOMPARE(usual("power", deal_field::Supplier), std::string()); // no deal of that kind
    }
};

QTEST_GUILESS_MAIN(TestFieldWords)
#include "tst_field_words.moc"
