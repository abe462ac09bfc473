// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_testing.h"

#include "document/second_lens.h"
#include "scenarios/overridden.h"
#include "scenarios/scenario_orders.h"

#include <QSignalSpy>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

constexpr std::int64_t kGigawatt = 1'000'000;

/// What OpenAI buys of chips in all.
std::int64_t chipsIn(const Chain& chain, const Rollups& rollups)
{
    return rollups
        .figure(Group::of(chain.find<NodeId>("openai")), Measure::CapacityIn,
                chain.layerOf(chain.find<TierId>("chips")), kTotal)
        .value;
}

std::int64_t viewedChips(const Document& document)
{
    return chipsIn(document.viewed().chain, document.viewed().rollups);
}

/// In what the lens is compared with.
std::int64_t chipsAgainst(const Document& document)
{
    const SharedSnapshot other = document.second().snapshot();
    return other ? chipsIn(other->chain, other->rollups) : -1;
}

std::int64_t baseChips(const Document& document)
{
    return totalOf(document, "openai", Measure::CapacityIn, "chips");
}

FieldOverride capacityOf(const Document& document, const char* deal, const char* megawatts)
{
    return {rowOf(document.chain(), "deals", deal), deal_field::CapacityMw, megawatts};
}

/// A file with a scenario in which AMD delivers 8 GW.
ChainFile withScenario()
{
    Chain chain = smallChain();
    Edit edit = EditText(chain)
                    .add("scenarios", "more-amd", {{"name_en", "More of AMD"}})
                    .add("overrides", "more-amd/deals/amd-openai/capacity_mw", {{"value", "8000"}})
                    .edit();
    if (!chain.apply(edit).empty())
        qFatal("the scenario was refused");
    return ChainFile(chain);
}

ViewLens through(const Document& document, const char* scenario)
{
    ViewLens lens = document.lens();
    lens.scenario = ScenarioId{document.chain().find(Table::Scenarios, scenario)};
    return lens;
}

/// The rows of the viewed chain and of one that has the same overridden from nothing; equal if all is well.
bool isAsFromNothing(const Document& document)
{
    const auto fresh = under(*document.snapshot(), document.overrides());
    if (!fresh)
        return false;
    const Rollups& rollups = document.viewed().rollups;
    bool isSame = true;
    document.chain().nodes().forEach([&](NodeId node, const Node&) {
        for (const Measure measure : {Measure::Revenue, Measure::Spend, Measure::CapitalIn, Measure::Deals})
            isSame = isSame && rollups.figures(Group::of(node), measure, kNoLayer, PeriodKind::Quarter) ==
                                   fresh->rollups.figures(Group::of(node), measure, kNoLayer, PeriodKind::Quarter);
    });
    return isSame;
}

} // namespace

/// What is looked at beside the base: a trial, and a scenario of the file.
class TestViewed final : public QObject {
    Q_OBJECT

private slots:
    void nothingOverriddenTheBaseItselfIsViewed()
    {
        const ChainFile file;
        const auto document = file.open();
        QCOMPARE(&document->viewed().chain, &document->chain());
        QCOMPARE(&document->viewed().rollups, &document->rollups());
        QVERIFY(!document->isTrying());
    }

    void aTrialShowsInFiguresAndWritesNothing()
    {
        const ChainFile file;
        const auto document = file.open();
        const std::string before = everything(*document);
        QSignalSpy viewed(document.get(), &Document::viewedChanged);
        QSignalSpy changed(document.get(), &Document::changed);
        QSignalSpy told(document.get(), &Document::overridesChanged);
        QCOMPARE(document->tryOverrides({capacityOf(*document, "amd-openai", "7000")}), Problems());
        QCOMPARE(viewedChips(*document), 17 * kGigawatt);
        QCOMPARE(baseChips(*document), 16 * kGigawatt);
        QVERIFY(document->isTrying());
        QCOMPARE(viewed.size(), 1);
        QCOMPARE(told.size(), 1);
        const auto moved = viewed.front().front().value<Changed>();
        QCOMPARE(moved.deals, std::vector{DealId{rowOf(document->chain(), "deals", "amd-openai").row}});
        QVERIFY(!moved.everything);

        QCOMPARE(document->tryOverrides({capacityOf(*document, "amd-openai", "7500")}), Problems());
        QCOMPARE(viewedChips(*document), 17 * kGigawatt + kGigawatt / 2);
        document->endTrial();
        QCOMPARE(&document->viewed().chain, &document->chain());
        QVERIFY(!document->isTrying());
        QCOMPARE(changed.size(), 0);
        QCOMPARE(everything(*document), before);
        QVERIFY(!document->canUndo());
    }

    void whatTheRulesRefuseIsToldAndNotViewed()
    {
        const ChainFile file;
        const auto document = file.open();
        const FieldOverride kept = capacityOf(*document, "amd-openai", "7000");
        QCOMPARE(document->tryOverrides({kept}), Problems());
        const RowRef deal = rowOf(document->chain(), "deals", "amd-openai");
        const Problems problems = document->tryOverrides({kept, {deal, deal_field::Ends, "2020"}});
        QVERIFY(!problems.empty());
        QCOMPARE(problems.front().rule, Rule::EndBeforeStart);
        QCOMPARE(document->overrides(), Overrides{kept});
        QCOMPARE(viewedChips(*document), 17 * kGigawatt);
    }

    void aScenarioIsViewedByTheLensUntilTheLensIsUsualAgain()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        QSignalSpy lenses(document.get(), &Document::lensChanged);
        QVERIFY(document->setLens(through(*document, "more-amd")));
        QCOMPARE(lenses.size(), 1);
        QCOMPARE(viewedChips(*document), 18 * kGigawatt);
        QCOMPARE(baseChips(*document), 16 * kGigawatt);
        QVERIFY(!document->isTrying());
        ViewLens weighted = document->lens();
        weighted.lens.basis = FigureBasis::Weighted;
        QVERIFY(document->setLens(weighted)); // 5 GW of NVIDIA's 10, 90 % of AMD's 8
        QCOMPARE(viewedChips(*document), 5 * kGigawatt + 72 * kGigawatt / 10);
        QVERIFY(document->setLens({{}, document->lens().period}));
        QCOMPARE(&document->viewed().chain, &document->chain());
    }

    void aTrialGoesOnFromTheScenarioAndEndsThere()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        QVERIFY(document->setLens(through(*document, "more-amd")));
        Overrides more = document->overrides();
        putOverride(more, capacityOf(*document, "nvidia-openai", "12000"));
        QCOMPARE(document->tryOverrides(more), Problems());
        QVERIFY(document->isTrying());
        QCOMPARE(viewedChips(*document), 20 * kGigawatt);
        document->endTrial();
        QVERIFY(!document->isTrying());
        QCOMPARE(viewedChips(*document), 18 * kGigawatt);
        QCOMPARE(document->tryOverrides(more), Problems());
        QVERIFY(document->setLens({{}, document->lens().period})); // another is viewed: the trial is over
        QVERIFY(!document->isTrying());
        QCOMPARE(viewedChips(*document), 16 * kGigawatt);
    }

    void anEditOfTheBaseComesIntoWhatIsViewed()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        QVERIFY(document->setLens(through(*document, "more-amd")));
        QSignalSpy changed(document.get(), &Document::changed);
        QVERIFY(setField(*document, "deals", "nvidia-openai", "capacity_mw", "11000"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(viewedChips(*document), 19 * kGigawatt);
        QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "6500")); // and is overridden all the same
        QCOMPARE(viewedChips(*document), 19 * kGigawatt);
        QCOMPARE(baseChips(*document), 17 * kGigawatt + kGigawatt / 2);
        QVERIFY(setField(*document, "overrides", "more-amd/deals/amd-openai/capacity_mw", "value", "9000"));
        QCOMPARE(viewedChips(*document), 20 * kGigawatt);
        QVERIFY(isAsFromNothing(*document));
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QCOMPARE(viewedChips(*document), 18 * kGigawatt);
        QVERIFY(isAsFromNothing(*document));
    }

    void whatAnEditMovesInTheScenarioIsAnnounced()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        QVERIFY(document->setLens(through(*document, "more-amd")));
        QSignalSpy changed(document.get(), &Document::changed);
        QVERIFY(setField(*document, "overrides", "more-amd/deals/amd-openai/capacity_mw", "value", "9000"));
        const auto moved = changed.front().front().value<Changed>();
        QVERIFY(!moved.items.empty());
        QCOMPARE(moved.deals, std::vector{DealId{rowOf(document->chain(), "deals", "amd-openai").row}});
    }

    void anErasedScenarioIsNotViewedAnyMore()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        QVERIFY(document->setLens(through(*document, "more-amd")));
        QSignalSpy lenses(document.get(), &Document::lensChanged);
        QVERIFY(document->apply(EditText(document->chain()).erase("scenarios", "more-amd").edit()));
        QVERIFY(!document->lens().scenario.isSet());
        QCOMPARE(lenses.size(), 1);
        QCOMPARE(&document->viewed().chain, &document->chain());
    }

    void aTrialOfARowThatIsErasedGoesWithIt()
    {
        const ChainFile file;
        const auto document = file.open();
        const FieldOverride kept = capacityOf(*document, "nvidia-openai", "12000");
        QCOMPARE(document->tryOverrides({capacityOf(*document, "amd-openai", "7000"), kept}), Problems());
        QVERIFY(document->apply(EditText(document->chain()).erase("deals", "amd-openai").edit()));
        QCOMPARE(document->overrides(), Overrides{kept});
        QCOMPARE(viewedChips(*document), 12 * kGigawatt);
    }

    void aScenarioThatAnEditMakesImpossibleIsNotViewedAndThatIsTold()
    {
        const ChainFile file;
        const auto document = file.open();
        const RowRef deal = rowOf(document->chain(), "deals", "nvidia-openai");
        QCOMPARE(document->tryOverrides({{deal, deal_field::Ends, "2028"}}), Problems());
        QSignalSpy failed(document.get(), &Document::failed);
        QVERIFY(setField(*document, "deals", "nvidia-openai", "starts", "2029"));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!document->isTrying());
        QCOMPARE(&document->viewed().chain, &document->chain());
    }

    void aScenarioIsEditedOnlyWhileItIsViewed()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        document->setEditingScenario(true);
        QVERIFY(!document->isEditingScenario());
        QVERIFY(document->setLens(through(*document, "more-amd")));
        QSignalSpy told(document.get(), &Document::overridesChanged);
        document->setEditingScenario(true);
        QVERIFY(document->isEditingScenario());
        QCOMPARE(told.size(), 1);
        QVERIFY(document->setLens({{}, document->lens().period}));
        QVERIFY(!document->isEditingScenario());
        QVERIFY(document->setLens(through(*document, "more-amd")));
        QVERIFY(!document->isEditingScenario());
    }

    void aScenarioMayStandOnEitherSideOfAComparison()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        SecondLens& second = document->second();
        const ViewLens base = document->lens();
        QVERIFY(document->setLens(through(*document, "more-amd")));
        const ScenarioId scenario = document->lens().scenario;
        second.set(OtherLens{{}, 0, scenario});
        QVERIFY(second.isOfPeriodAlone());
        QCOMPARE(chipsAgainst(*document), 18 * kGigawatt);
        second.set(OtherLens{});
        QVERIFY(!second.isOfPeriodAlone());
        QCOMPARE(chipsAgainst(*document), 16 * kGigawatt);

        QVERIFY(document->setLens(base));
        QVERIFY(second.isOfPeriodAlone());
        QCOMPARE(document->tryOverrides({capacityOf(*document, "amd-openai", "7000")}), Problems());
        QVERIFY(!second.isOfPeriodAlone());
        QCOMPARE(chipsAgainst(*document), 16 * kGigawatt);
        second.set(OtherLens{{}, 0, scenario});
        QCOMPARE(chipsAgainst(*document), 18 * kGigawatt);
        QVERIFY(setField(*document, "deals", "nvidia-openai", "capacity_mw", "11000"));
        QCOMPARE(chipsAgainst(*document), 19 * kGigawatt);

        const QSignalSpy changes(&second, &SecondLens::changed);
        QVERIFY(document->apply(EditText(document->chain()).erase("scenarios", "more-amd").edit()));
        QCOMPARE(changes.size(), 1);
        QVERIFY(!second.lens()->scenario.isSet());
        QCOMPARE(chipsAgainst(*document), 17 * kGigawatt);
    }

    void whatIsComparedWithIsMadeFromTheBase_data()
    {
        QTest::addColumn<bool>("isLarge");
        QTest::newRow("at once") << false;
        QTest::newRow("beside the window") << true;
    }
    void whatIsComparedWithIsMadeFromTheBase()
    {
        QFETCH(bool, isLarge);
        const ChainFile file = withScenario();
        const auto document = file.open();
        SecondLens& second = document->second();
        if (isLarge)
            second.setMostAtOnce(0);
        QCOMPARE(document->tryOverrides({capacityOf(*document, "nvidia-openai", "30000")}), Problems());
        const ScenarioId scenario{document->chain().find(Table::Scenarios, "more-amd")};
        Lens gross;
        gross.overlaps = Overlaps::Gross;
        for (const ScenarioId with : {ScenarioId(), scenario}) {
            Rollups rollups;
            QVERIFY(rollups.compute(document->chain(), gross));
            const auto expected = under({document->chain(), rollups}, overridesOf(document->chain(), with));
            QVERIFY(expected);
            second.set(OtherLens{gross, 0, with});
            QTRY_COMPARE(chipsAgainst(*document), chipsIn(expected->chain, expected->rollups));
        }
    }

    void aTrialEndsEvenForAScenarioThatIsRefused()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        // AMD's 8 GW are less by then than what a phase of it holds.
        QVERIFY(document->apply(EditText(document->chain())
                                    .set("deals", "amd-openai", "capacity_mw", "20000")
                                    .set("tranches", "amd-openai-1", "capacity_mw", "15000")
                                    .edit()));
        QCOMPARE(document->tryOverrides({capacityOf(*document, "nvidia-openai", "30000")}), Problems());
        QSignalSpy viewed(document.get(), &Document::viewedChanged);
        QSignalSpy failed(document.get(), &Document::failed);
        static_cast<void>(document->setLens(through(*document, "more-amd")));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!document->lens().scenario.isSet());
        QVERIFY(!document->isTrying());
        QCOMPARE(viewed.size(), 1);
        QCOMPARE(viewedChips(*document), baseChips(*document));
    }

    void beforeAnEditOfTheScenarioItOverrodeOtherwise()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        QVERIFY(document->setLens(through(*document, "more-amd")));
        QVERIFY(setField(*document, "overrides", "more-amd/deals/amd-openai/capacity_mw", "value", "9500"));
        const SharedSnapshot before = document->beforeLastEdit();
        QVERIFY(before);
        QCOMPARE(viewedChips(*document) - chipsIn(before->chain, before->rollups), kGigawatt + kGigawatt / 2);
    }

    void whatWasBeforeTheLastEditHasTheSameOverridden()
    {
        const ChainFile file = withScenario();
        const auto document = file.open();
        QVERIFY(setField(*document, "deals", "nvidia-openai", "capacity_mw", "11000"));
        QVERIFY(document->setLens(through(*document, "more-amd")));
        const SharedSnapshot before = document->beforeLastEdit();
        QVERIFY(before);
        QCOMPARE(viewedChips(*document), 19 * kGigawatt);
        QCOMPARE(chipsIn(before->chain, before->rollups), 18 * kGigawatt);
    }

    void makingItSoIsOneEditAndUndoneAsOne()
    {
        const ChainFile file;
        const auto document = file.open();
        const std::string before = everything(*document);
        const Overrides overrides{capacityOf(*document, "amd-openai", "7000"),
                                  capacityOf(*document, "nvidia-openai", "9000")};
        QCOMPARE(document->tryOverrides(overrides), Problems());
        EditBuilder builder(document->chain());
        QVERIFY(!orderMakingSo(builder, document->chain(), overrides));
        QVERIFY(document->apply(std::move(builder).build({}, {})));
        QCOMPARE(baseChips(*document), 16 * kGigawatt);
        QCOMPARE(fieldOf(document->chain(), "deals", "amd-openai", "capacity_mw"), std::string("7000"));
        QVERIFY(document->undo());
        document->endTrial();
        QCOMPARE(everything(*document), before);
    }
};

QTEST_GUILESS_MAIN(TestViewed)
#include "tst_viewed.moc"
