// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "exchange/difference.h"
#include "reference/random_edits.h"
#include "store/store_testing.h"

#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>

using namespace ochain;
using namespace ochain::testing;

namespace {

Edit differenceOf(const Chain& before, const Chain& after)
{
    std::optional<Edit> edit = difference(before, after);
    if (!edit)
        qFatal("it was cancelled by nobody");
    return std::move(*edit);
}

Chain changed(Chain chain, Edit edit)
{
    const Problems problems = chain.apply(edit);
    if (!problems.empty())
        qFatal("%s", problems.front().text().c_str());
    return chain;
}

Chain changed(Chain chain, const std::function<void(EditBuilder&)>& order)
{
    EditBuilder builder(chain);
    order(builder);
    return changed(std::move(chain), std::move(builder).build("me", "why"));
}

Chain withoutDeal(const Chain& chain, const char* key)
{
    return changed(chain, [key](EditBuilder& builder) { QVERIFY(!builder.erase(Table::Deals, key)); });
}

std::size_t count(const Edit& edit, Op op, bool isMove = false)
{
    return static_cast<std::size_t>(
        std::count_if(edit.changes.begin(), edit.changes.end(),
                      [&](const RowChange& change) { return change.op == op && (change.movedTo != 0) == isMove; }));
}

} // namespace

/// The edit that leads from one chain to another.
class TestDifference final : public QObject {
    Q_OBJECT

private slots:
    void chainsThatSayTheSameHaveNone()
    {
        QVERIFY(differenceOf(shippedChain(), shippedChain()).changes.empty());
        QVERIFY(differenceOf(Chain(), Chain()).changes.empty());
    }

    void ofTheWholeItIsTheWhole()
    {
        const Edit all = differenceOf(Chain(), shippedChain());
        QVERIFY(allText(changed(Chain(), all)) == allText(shippedChain()));
        const Edit none = differenceOf(shippedChain(), Chain());
        QCOMPARE(count(none, Op::Erase), none.changes.size());
        QCOMPARE(none.changes.size(), all.changes.size());
        QVERIFY(allText(changed(shippedChain(), none)) == allText(Chain()));
    }

    void aFieldIsToldWithBothItsValues()
    {
        const Chain after =
            changed(shippedChain(), setField(shippedChain(), Table::Deals, "amd-openai-6gw", "capacity_mw", "7000"));
        const Edit edit = differenceOf(shippedChain(), after);
        QCOMPARE(edit.changes.size(), std::size_t(1));
        QCOMPARE(edit.changes[0].key, std::string("amd-openai-6gw"));
        QVERIFY(edit.changes[0].fields == (std::vector<FieldChange>{{deal_field::CapacityMw, "6000", "7000"}}));
    }

    void aRowThatWasErasedComesBackToItsPlaceAndNumber()
    {
        const Chain& before = shippedChain();
        const Chain after = withoutDeal(before, "amd-openai-6gw");
        const Edit back = differenceOf(after, before);
        QCOMPARE(count(back, Op::Insert), back.changes.size()); // nothing moves
        const Chain again = changed(after, back);
        QVERIFY(allText(again) == allText(before));
        QCOMPARE(again.rowid({Table::Deals, again.find(Table::Deals, "amd-openai-6gw")}),
                 before.rowid({Table::Deals, before.find(Table::Deals, "amd-openai-6gw")}));
    }

    void aNumberThatAnotherRowHasIsNotTaken()
    {
        const Chain before = smallChain(3);
        // The last number is given again: to another row.
        Chain after = withoutDeal(before, "deal-3");
        after = changed(after, [](EditBuilder& builder) {
            for (const auto& [field, text] :
                 {std::pair(deal_field::Supplier, "a"), std::pair(deal_field::Customer, "b"),
                  std::pair(deal_field::Kind, "chips"), std::pair(deal_field::Status, "signed"),
                  std::pair(deal_field::Basis, "assumed")}) {
                static_cast<void>(builder.add(Table::Deals, "another"));
                QVERIFY(!builder.set(Table::Deals, "another", field, text));
            }
        });
        const std::string texts = allText(after);
        const Chain reloaded = chainFrom(exportCsv(after)); // numbers from 1, without a gap
        QCOMPARE(reloaded.rowid({Table::Deals, reloaded.find(Table::Deals, "another")}), std::int64_t(3));
        QVERIFY(allText(changed(reloaded, differenceOf(reloaded, before))) == allText(before));
        QVERIFY(allText(changed(before, differenceOf(before, reloaded))) == texts);
    }

    void anotherOrderIsADifference()
    {
        std::vector<CsvText> texts = exportCsv(smallChain(3));
        std::string& deals =
            std::find_if(texts.begin(), texts.end(), [](const CsvText& text) { return text.name == "deals"; })->text;
        const std::size_t first = deals.find('\n') + 1;
        const std::size_t second = deals.find('\n', first) + 1;
        deals += deals.substr(first, second - first);
        deals.erase(first, second - first);
        const Chain after = chainFrom(texts);
        const Edit edit = differenceOf(smallChain(3), after);
        QVERIFY(count(edit, Op::Update, true) > 0);
        QCOMPARE(count(edit, Op::Update, true), edit.changes.size());
        QVERIFY(allText(changed(smallChain(3), edit)) == allText(after));
    }

    void tablesWithoutRowsAreMadeEmpty()
    {
        const Chain with = changed(smallChain(), [](EditBuilder& builder) {
            QVERIFY(!builder.add(Table::Scenarios, "low"));
            QVERIFY(!builder.addRow(Table::Overrides, {{override_field::Scenario, "low"},
                                                       {override_field::Table, "deals"},
                                                       {override_field::RowKey, "deal-1"},
                                                       {override_field::Field, "capacity_mw"},
                                                       {override_field::Value, "5"}}));
        });
        const Edit edit = differenceOf(with, smallChain());
        QCOMPARE(count(edit, Op::Erase), std::size_t(2));
        QVERIFY(allText(changed(with, edit)) == allText(smallChain()));
    }

    void rowsWithoutKeysAreKnownByWhatTheySay()
    {
        const Chain before = changed(smallChain(), [](EditBuilder& builder) {
            QVERIFY(!builder.add(Table::Sources, "s"));
            QVERIFY(!builder.set(Table::Sources, "s", source_field::Title, "T"));
            QVERIFY(!builder.add(Table::Claims, "deals/deal-1/capacity_mw/2025-05/s/9"));
            QVERIFY(!builder.addRow(
                Table::Citations,
                {{citation_field::Table, "deals"}, {citation_field::RowKey, "deal-1"}, {citation_field::Source, "s"}}));
        });
        const char* claim = "deals/deal-1/capacity_mw/2025-05/s/9";
        const Chain noted = changed(before, [claim](EditBuilder& builder) {
            QVERIFY(!builder.set(Table::Claims, claim, claim_field::NoteEn, "so they say"));
            QVERIFY(!builder.set(Table::Citations, "deals/deal-1/s", citation_field::Fields, "capacity_mw"));
        });
        QCOMPARE(count(differenceOf(before, noted), Op::Update), std::size_t(2));
        const Chain other = changed(before, [claim](EditBuilder& builder) {
            QVERIFY(!builder.set(Table::Claims, claim, claim_field::Value, "8"));
        });
        const Edit edit = differenceOf(before, other);
        QCOMPARE(count(edit, Op::Insert), std::size_t(1));
        QCOMPARE(count(edit, Op::Erase), std::size_t(1));
        QVERIFY(allText(changed(before, edit)) == allText(other));
    }

    void betweenAnyTwoStatesItLeadsThereAndBack()
    {
        const int runs = testing::tries(40, 400);
        for (int seed = 1; seed <= runs; ++seed) {
            RandomEdits random(static_cast<std::uint64_t>(seed));
            Chain chain;
            Edit skeleton = random.skeleton(chain);
            QVERIFY(chain.apply(skeleton).empty());
            std::vector<Chain> states{chain};
            for (int step = 1; step <= 120; ++step) {
                if (std::optional<Edit> edit = random.next(chain))
                    static_cast<void>(chain.apply(*edit));
                if (step % 40 == 0)
                    states.push_back(chain);
            }
            for (const Chain& from : states)
                for (const Chain& to : states) {
                    const Edit edit = differenceOf(from, to);
                    Chain now = from;
                    Edit made = edit;
                    const Problems problems = now.apply(made);
                    QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().text().c_str());
                    QVERIFY2(allText(now) == allText(to), qPrintable(QString::number(seed)));
                    QVERIFY(differenceOf(now, to).changes.empty());
                    Edit back = inverse(made);
                    QVERIFY(now.apply(back).empty());
                    QVERIFY(allText(now) == allText(from));
                }
        }
    }

    void itSaysWhatAnImportThatReplacesWouldDo()
    {
        const Chain after = changed(withoutDeal(shippedChain(), "amd-openai-6gw"),
                                    setField(shippedChain(), Table::Nodes, "amd", "note_en", "Chips."));
        const Edit imported = importCsv(shippedChain(), exportCsv(after), true).edit;
        QVERIFY(differenceOf(shippedChain(), after).changes == imported.changes);
    }

    void itCanBeCancelled()
    {
        int asked = 0;
        QVERIFY(!difference(smallChain(5000), smallChain(9000),
                            [&asked](double share) { return share < 0 || ++asked < 2; }));
        QCOMPARE(asked, 2);
    }

    void forReadingItGoesTableByTable()
    {
        const Chain after = changed(withoutDeal(shippedChain(), "amd-openai-6gw"), [](EditBuilder& builder) {
            QVERIFY(!builder.set(Table::Sources, "nasdaq-amd", source_field::Title, "Another"));
            QVERIFY(!builder.set(Table::Nodes, "amd", node_field::NoteEn, "Chips."));
        });
        const Edit edit = byTable(differenceOf(shippedChain(), after));
        QVERIFY(edit.changes.size() > 3);
        QVERIFY(std::is_sorted(edit.changes.begin(), edit.changes.end(),
                               [](const RowChange& a, const RowChange& b) { return a.table < b.table; }));
    }
};

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
