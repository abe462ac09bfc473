// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_testing.h"
#include "figures/chart_figure.h"
#include "figures/lens_notes.h"
#include "figures_testing.h"
#include "language/language.h"

#include <QLatin1Char>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace ochain;
using namespace ochain::testing;
using ochain::testing::year;

namespace {

/// The small chain after an edit, with its rollups under a lens.
struct Edited {
    explicit Edited(Edit edit, const Lens& lens = {}) : chain(smallChain())
    {
        const Problems problems = chain.apply(edit);
        isFine = problems.empty();
        rollups.compute(chain, lens);
    }
    [[nodiscard]] Group group(const char* key) const { return Group::of(chain.find<NodeId>(key)); }
    [[nodiscard]] FigureOptions at(Period period, const char* of = "openai") const
    {
        FigureOptions options;
        options.period = period;
        options.group = of;
        return options;
    }
    [[nodiscard]] MoneyFigure money(const FigureOptions& options) const
    {
        return std::get<MoneyFigure>(*buildFigure("money", chain, rollups, options));
    }
    [[nodiscard]] CapacityFigure capacity(const FigureOptions& options) const
    {
        return std::get<CapacityFigure>(*buildFigure("capacity", chain, rollups, options));
    }
    [[nodiscard]] FlowFigure flow(const FigureOptions& options) const
    {
        return std::get<FlowFigure>(*buildFigure("flow", chain, rollups, options));
    }

    Chain chain;
    Rollups rollups;
    bool isFine = false;
};

Lens firm()
{
    Lens lens;
    lens.commitments = Commitments::Firm;
    return lens;
}

Lens ofIt()
{
    Lens lens;
    lens.megawatts = MegawattsOf::It;
    return lens;
}

EditText& withGuarantee(EditText& text)
{
    return text
        .add("deal_kinds", "guarantee",
             {{"class", "contingent"}, {"profile", "none"}, {"money", "1"}, {"name_en", "Guarantee"}})
        .add("deals", "nvidia-guarantee",
             {{"supplier", "nvidia"},
              {"customer", "openai"},
              {"kind", "guarantee"},
              {"status", "signed"},
              {"starts", "2028"},
              {"value_usd", "50000000000"},
              {"basis", "reported"}});
}

std::int64_t sumOf(const FlowFigure& figure)
{
    std::int64_t sum = 0;
    for (const FlowNode& node : figure.nodes)
        sum += node.amount;
    return sum;
}

} // namespace

/// What a lens leaves out, does not convert or shows apart is told.
class TestLensNotes final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setLanguage(Language::English); }
    void whatNobodyHasSaidToBeFirmIsToldWithItsDealsAndItsSum()
    {
        const Chain small = smallChain();
        EditText text(small);
        text.set("deals", "oracle-openai", "commitment", "firm").set("deals", "amd-openai", "commitment", "ceiling");
        const Edit edit = text.edit();
        const Edited all(edit);
        const Edited edited(edit, firm());
        QVERIFY(edited.isFine);
        const FigureOptions options = edited.at(year(2028));
        QCOMPARE(moneyLensNotes(all.chain, all.rollups, options, all.group("openai")), QStringList());
        QCOMPARE(moneyLensNotes(edited.chain, edited.rollups, options, edited.group("openai")),
                 QStringList{QStringLiteral(
                     "Left out, as nobody has said whether it is firm: revenue $8.42B in 2028, $50.4B in all (1 deal); "
                     "spend undisclosed (1 deal); capital in $0 in 2028, $100B in all (1 deal).")});
        QCOMPARE(capacityLensNotes(edited.chain, edited.rollups, options, edited.group("openai")),
                 QStringList{QStringLiteral("Left out, as nobody has said whether it is firm: Chips 5.6 GW at the end "
                                            "of 2028, 10.0 GW in all (1 deal).")});
        const QStringList notes = edited.money(options).head.notes;
        QVERIFY2(notes.join(QLatin1Char('\n')).contains(QStringLiteral("capital in $0 in 2028, $100B in all")),
                 qPrintable(notes.join(QLatin1Char('\n'))));
        FigureOptions flow = options;
        flow.mode = FlowMode::Capacity;
        QVERIFY(edited.flow(flow).head.notes.join(QString()).contains(QStringLiteral("5.6 GW at the end of 2028")));
    }

    void megawattsWithoutABoundaryAreCountedAndTheSharesMarkedAsAssumed()
    {
        const Chain small = smallChain();
        EditText text(small);
        text.add("boundaries", "facility", {{"to_it_bp", "7700"}, {"name_en", "Facility"}})
            .add("boundaries", "it", {{"to_it_bp", "10000"}, {"name_en", "Critical IT load"}})
            .set("deals", "oracle-openai", "boundary", "facility")
            .set("deals", "amd-openai", "boundary", "it");
        const Edit edit = text.edit();
        const Edited stated(edit);
        const Edited edited(edit, ofIt());
        QVERIFY(edited.isFine);
        const FigureOptions options = edited.at(year(2028));
        QCOMPARE(capacityLensNotes(stated.chain, stated.rollups, options, stated.group("openai")), QStringList());
        QCOMPARE(capacityLensNotes(edited.chain, edited.rollups, options, edited.group("openai")),
                 (QStringList{QStringLiteral("No boundary is stated by 1 deal: those megawatts stay as stated."),
                              QStringLiteral("Assumed, what part of a megawatt is IT load: Facility 77 %.")}));
        const QStringList notes = edited.capacity(options).head.notes;
        QVERIFY(notes.contains(QStringLiteral("No boundary is stated by 1 deal: those megawatts stay as stated.")));
    }

    void aGuaranteeStandsApartFromMoney()
    {
        const Chain small = smallChain();
        EditText text(small);
        const Edited before((Edit()));
        const Edited edited(withGuarantee(text).edit());
        QVERIFY(edited.isFine);
        const FigureOptions options = edited.at(year(2028));
        QVERIFY(before.money(options).guarantees.empty());
        const MoneyFigure figure = edited.money(options);
        QCOMPARE(figure.guarantees.size(), std::size_t(1));
        QVERIFY(figure.current);
        QCOMPARE(figure.guarantees.front().values[*figure.current], 5'000'000'000'000);
        QCOMPARE(figure.guarantees.front().values[*figure.current - 1], 0);
        QCOMPARE(figure.gap.values[*figure.current], before.money(options).gap.values[*before.money(options).current]);
        QVERIFY2(figure.head.notes.join(QString()).contains(QStringLiteral("received $50B")),
                 qPrintable(figure.head.notes.join(QLatin1Char('\n'))));
    }

    void aGuaranteeIsInTheFlowOnlyOnRequestAndInNoFigureOfABox()
    {
        const Chain small = smallChain();
        EditText text(small);
        const Edited edited(withGuarantee(text).edit());
        FigureOptions options = edited.at(year(2028));
        const FlowFigure plain = edited.flow(options);
        options.withGuarantees = true;
        const FlowFigure shown = edited.flow(options);
        const auto isGuarantee = [](const FlowLink& link) { return link.isGuarantee; };
        QVERIFY(std::none_of(plain.links.begin(), plain.links.end(), isGuarantee));
        const auto link = std::find_if(shown.links.begin(), shown.links.end(), isGuarantee);
        QVERIFY(link != shown.links.end());
        QCOMPARE(link->amount, 0);
        QCOMPARE(link->promised, 5'000'000'000'000);
        QCOMPARE(link->figure, QStringLiteral("$50B"));
        QCOMPARE(sumOf(shown), sumOf(plain));
        QCOMPARE(shown.balance->comesIn.value, plain.balance->comesIn.value);
        QVERIFY(std::any_of(shown.head.legend.begin(), shown.head.legend.end(),
                            [](const LegendEntry& entry) { return entry.text.contains(QLatin1String("guarantee")); }));
    }

    void whatComesAfterTheHorizonIsTold()
    {
        const Chain small = smallChain();
        EditText text(small);
        text.add("settings", "horizon", {{"value", "2028"}});
        const Edited edited(text.edit());
        QVERIFY(edited.isFine);
        const FigureOptions options = edited.at(year(2028));
        const MoneyFigure money = edited.money(options);
        QVERIFY2(money.head.notes.join(QString()).contains(QStringLiteral("After 2028, and so in no period: spend $")),
                 qPrintable(money.head.notes.join(QLatin1Char('\n'))));
        QVERIFY(money.head.table.columns.contains(QStringLiteral("Later, US$")));
        const CapacityFigure capacity = edited.capacity(options);
        QVERIFY(!capacity.panels.empty());
        QVERIFY2(capacity.panels.front().headline.contains(QStringLiteral("after 2028")),
                 qPrintable(capacity.panels.front().headline));
        QVERIFY(edited.flow(options).head.notes.join(QString()).contains(QStringLiteral("After 2028")));
    }

    void capacityThatOnlyReachesASiteBindsTheSite()
    {
        const Chain small = smallChain();
        EditText text(small);
        text.add("nodes", "abilene",
                 {{"tier", "midstream"}, {"kind", "site"}, {"parent", "openai"}, {"name_en", "Abilene"}});
        for (const char* deal : {"nvidia-openai", "amd-openai", "oracle-openai"})
            text.set("deals", deal, "customer", "abilene");
        const Edited edited(text.edit());
        QVERIFY(edited.isFine);
        QVERIFY(!edited.rollups.binding(edited.group("openai"), year(2028)));
        QVERIFY(edited.capacity(edited.at(year(2028)))
                    .head.notes.join(QString())
                    .contains(QStringLiteral("known by site only")));
        QVERIFY(!edited.capacity(edited.at(year(2028), "abilene"))
                     .head.notes.join(QString())
                     .contains(QStringLiteral("known by site only")));
    }

    void theYearsChosenAreInTheEvidence()
    {
        const Edited edited((Edit()));
        FigureOptions options = edited.at(year(2028));
        options.from = year(2027);
        options.to = year(2028);
        const MoneyFigure figure = edited.money(options);
        QCOMPARE(figure.periods.size(), std::size_t(2));
        QCOMPARE(figure.since, edited.money(edited.at(year(2028))).labels.front()); // funding counts what came before
        QVERIFY(figure.head.lensJson.contains(QStringLiteral("\"from\":\"2027\",\"to\":\"2028\"")));
        QVERIFY(!edited.money(edited.at(year(2028))).head.lensJson.contains(QStringLiteral("\"from\"")));
    }
};

QTEST_GUILESS_MAIN(TestLensNotes)
#include "tst_lens_notes.moc"
