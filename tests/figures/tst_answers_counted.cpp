// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"

#include "chain/edit_builder.h"
#include "figures/chain_answers.h"
#include "figures/group_answers.h"
#include "figures/questions.h"
#include "reference/naive.h"

#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace ochain;
using ochain::testing::Shipped;

namespace {

constexpr Day kToday = 20787; // 2026-11-30

/// The lenses that figures are compared under.
std::map<std::string, Lens> lenses()
{
    std::map<std::string, Lens> all{{"as usual", {}}};
    all["weighted"].basis = FigureBasis::Weighted;
    all["firm"].commitments = Commitments::Firm;
    all["gross"].overlaps = Overlaps::Gross;
    all["IT load"].megawatts = MegawattsOf::It;
    all["without assumed"].withAssumed = false;
    all["known at the end of 2025"].knownAsOf = dayNumber(2025, 12, 31);
    return all;
}

void addLenses()
{
    QTest::addColumn<std::string>("lens");
    for (const auto& each : lenses())
        QTest::newRow(each.first.c_str()) << each.first;
}

Asking ask(const Chain& chain, const Rollups& rollups, std::optional<Group> group)
{
    static const Progress none;
    return {chain, rollups, group, kToday, none};
}

/// The chain of tests, in which somebody has said who is bound to what.
struct Committed {
    explicit Committed(const Lens& lens)
    {
        EditBuilder builder(shipped.chain);
        const auto commit = [&](Table table, Field field) {
            std::size_t number = 0;
            for (const std::uint32_t row : shipped.chain.inOrder(table))
                isFine = !builder.set(table, shipped.chain.key({table, row}), field,
                                      kCommitmentNames[number++ % kCommitmentNames.size()]) &&
                         isFine;
        };
        commit(Table::Deals, deal_field::Commitment);
        commit(Table::Tranches, tranche_field::Commitment);
        Edit edit = std::move(builder).build("test", "commitments");
        isFine = shipped.chain.apply(edit).empty() && shipped.rollups.compute(shipped.chain, lens) && isFine;
    }
    [[nodiscard]] Asking ask(const std::pair<std::string, std::string>& group) const;
    [[nodiscard]] naive::Figures reference(Commitments commitments) const
    {
        Lens lens = shipped.rollups.lens();
        lens.commitments = commitments;
        return naive::figuresOf(naive::readRows(shipped.chain), lens);
    }
    [[nodiscard]] naive::Figures reference() const { return reference(shipped.rollups.lens().commitments); }

    Shipped shipped;
    bool isFine = true;
};

/// A group of the reference: "node" or "tier", and its key.
using NaiveGroup = std::pair<std::string, std::string>;

std::set<NaiveGroup> groupsOf(const naive::Figures& figures)
{
    std::set<NaiveGroup> groups;
    for (const auto& line : figures.lines)
        if (line.first.of != "deal")
            groups.insert({line.first.of, line.first.key});
    return groups;
}

Group groupOf(const Chain& chain, const NaiveGroup& group)
{
    return group.first == "node" ? Group::of(chain.find<NodeId>(group.second))
                                 : Group::of(chain.find<TierId>(group.second));
}

Asking Committed::ask(const NaiveGroup& group) const
{
    return ::ask(shipped.chain, shipped.rollups, groupOf(shipped.chain, group));
}

naive::Line lineOf(const naive::Figures& figures, const NaiveGroup& group, const char* measure,
                   const std::string& layer = {})
{
    const auto found = figures.lines.find({group.first, group.second, measure, layer});
    naive::Line none;
    none.years.resize(static_cast<std::size_t>(figures.years));
    return found == figures.lines.end() ? none : found->second;
}

std::int64_t totalOf(const naive::Figures& figures, const NaiveGroup& group,
                     std::initializer_list<const char*> measures, const std::string& layer = {})
{
    std::int64_t sum = 0;
    for (const char* measure : measures)
        sum += lineOf(figures, group, measure, layer).total.value;
    return sum;
}

} // namespace

/// What is answered of the shipped chain beside what the reference counts.
class TestAnswersCounted final : public QObject {
    Q_OBJECT

private slots:
    void whatBindsIsTheLayerOfTheReference_data() { addLenses(); }
    void whatBindsIsTheLayerOfTheReference()
    {
        QFETCH(std::string, lens);
        const Committed committed(lenses().at(lens));
        QVERIFY(committed.isFine);
        const naive::Figures figures = committed.reference();
        const std::optional<Period> period = askedYear(committed.shipped.rollups.calendar());
        QCOMPARE(period, std::optional(Period{PeriodKind::Year, 2030, 0}));
        std::size_t found = 0;
        for (const NaiveGroup& group : groupsOf(figures)) {
            const auto at = static_cast<std::size_t>(period->year - figures.firstYear);
            const naive::Cell cell = lineOf(figures, group, "binding").years[at];
            const auto binding = bindingOf(committed.ask(group), *period);
            QCOMPARE(binding.has_value(), cell.layer >= 0);
            if (!binding)
                continue;
            ++found;
            QCOMPARE(binding->kilowatts, cell.value);
            QCOMPARE(std::string(committed.shipped.chain.key(
                         {Table::Tiers, committed.shipped.chain.tierOf(binding->layer).value})),
                     figures.layers[static_cast<std::size_t>(cell.layer)]);
        }
        QVERIFY(found > 5);
    }

    void yearsAreCoveredAsTheReferenceCountsThem_data() { addLenses(); }
    void yearsAreCoveredAsTheReferenceCountsThem()
    {
        QFETCH(std::string, lens);
        const Committed committed(lenses().at(lens));
        QVERIFY(committed.isFine);
        const naive::Figures figures = committed.reference();
        std::size_t moving = 0;
        for (const NaiveGroup& group : groupsOf(figures)) {
            const naive::Line in = lineOf(figures, group, "revenue");
            const naive::Line spend = lineOf(figures, group, "spend");
            const naive::Line invested = lineOf(figures, group, "capital_out");
            std::map<int, bool> covered; // of the years in which money moves, and those between
            for (int at = 0; at < figures.years; ++at) {
                const auto i = static_cast<std::size_t>(at);
                const std::int64_t out = spend.years[i].value + invested.years[i].value;
                if (in.years[i].value != 0 || out != 0)
                    covered[figures.firstYear + at] = in.years[i].value >= out;
            }
            const Cover cover = coverOf(committed.ask(group));
            QCOMPARE(cover.last >= cover.first, !covered.empty());
            if (covered.empty())
                continue;
            ++moving;
            QCOMPARE(cover.first, covered.begin()->first);
            QCOMPARE(cover.last, covered.rbegin()->first);
            int lastUncovered = cover.first - 1;
            int uncovered = 0;
            for (const auto& [year, isCovered] : covered) {
                lastUncovered = isCovered ? lastUncovered : year;
                uncovered += isCovered ? 0 : 1;
            }
            QCOMPARE(cover.lastUncovered, lastUncovered);
            QCOMPARE(cover.covered, cover.last - cover.first + 1 - uncovered);
        }
        QVERIFY(moving > 10);
    }

    void firmSharesAreThoseOfTheReferenceUnderBothLenses_data() { addLenses(); }
    void firmSharesAreThoseOfTheReferenceUnderBothLenses()
    {
        QFETCH(std::string, lens);
        const Committed committed(lenses().at(lens));
        QVERIFY(committed.isFine);
        const naive::Figures all = committed.reference(Commitments::All);
        const naive::Figures firm = committed.reference(Commitments::Firm);
        std::size_t found = 0;
        for (const NaiveGroup& group : groupsOf(all)) {
            const auto shares = firmShares(committed.ask(group));
            QVERIFY(shares);
            const auto money = {"revenue", "spend", "capital_in", "capital_out"};
            QCOMPARE(shares->money.all, totalOf(all, group, money));
            QCOMPARE(shares->money.firm, totalOf(firm, group, money));
            std::map<std::string, FirmPart> expected;
            for (const std::string& layer : all.layers) {
                const auto both = {"capacity_in", "capacity_out"};
                const FirmPart part{totalOf(all, group, both, layer), totalOf(firm, group, both, layer)};
                if (part.all > 0)
                    expected[layer] = part;
            }
            QCOMPARE(shares->capacity.size(), expected.size());
            for (const auto& [layer, part] : shares->capacity) {
                const std::string key(
                    committed.shipped.chain.key({Table::Tiers, committed.shipped.chain.tierOf(layer).value}));
                QVERIFY(part == expected.at(key));
                found += part.firm > 0 ? 1 : 0;
            }
        }
        QVERIFY(found > 5);
    }

    void newsAreWhatTheRowsSayOnTheOneDayAndTheOther_data()
    {
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("until");
        QTest::newRow("90 days") << dayNumber(2025, 9, 1) << dayNumber(2025, 9, 1) + 90;
        QTest::newRow("all of 2025") << dayNumber(2024, 12, 31) << dayNumber(2025, 12, 31);
        QTest::newRow("ever since") << dayNumber(2019, 1, 1) << kToday;
        QTest::newRow("no day") << kToday << kToday;
    }
    void newsAreWhatTheRowsSayOnTheOneDayAndTheOther()
    {
        QFETCH(int, after);
        QFETCH(int, until);
        const Shipped shipped;
        const naive::Data rows = naive::readRows(shipped.chain);
        const auto knownOn = [&rows](Day day) {
            Lens lens;
            lens.knownAsOf = day;
            return naive::knownRows(rows, lens);
        };
        const naive::Data before = knownOn(after);
        const naive::Data now = knownOn(until);
        News expected;
        for (const auto& [key, deal] : rows.deals) {
            const naive::Maybe day = naive::firstDayOf(deal["announced"]);
            expected.announced += day && *day > after && *day <= until ? 1 : 0;
            expected.cancelled +=
                before.deals.at(key)["status"] != "cancelled" && now.deals.at(key)["status"] == "cancelled" ? 1 : 0;
        }
        const auto compare = [&expected](const naive::Rows& was, const naive::Rows& is) {
            for (const auto& [key, row] : was)
                for (const char* field : {"capacity_mw", "value_usd"}) {
                    const naive::Maybe a = naive::scaledDecimal(row[field], 3);
                    const naive::Maybe b = naive::scaledDecimal(is.at(key)[field], 3);
                    expected.raised += a && b && *b > *a ? 1 : 0;
                    expected.cut += a && b && *b < *a ? 1 : 0;
                }
        };
        compare(before.deals, now.deals);
        compare(before.tranches, now.tranches);
        const std::optional<News> news = newsBetween(ask(shipped.chain, shipped.rollups, {}), after, until);
        QVERIFY(news);
        QCOMPARE(news->announced, expected.announced);
        QCOMPARE(news->raised, expected.raised);
        QCOMPARE(news->cut, expected.cut);
        QCOMPARE(news->cancelled, expected.cancelled);
        QVERIFY(after == until ? *news == News() : news->announced > 0);
    }

    void oldIsWhatNoSourceOfAYearSpeaksOf()
    {
        const Shipped shipped;
        const Chain& chain = shipped.chain;
        std::map<std::uint32_t, Day> newest; // by deal
        const auto take = [&](RowRef of, SourceId source) {
            const std::uint32_t deal =
                of.table == Table::Tranches ? chain.tranches()[TrancheId{of.row}].deal.value : of.row;
            const bool isOfDeal = of.table == Table::Deals || of.table == Table::Tranches;
            if (isOfDeal && source.isSet() && chain.sources()[source].published.isSet())
                newest[deal] = std::max(newest.count(deal) > 0 ? newest[deal] : kNoDay,
                                        firstDay(chain.sources()[source].published));
        };
        chain.citations().forEach([&](CitationId, const Citation& each) { take(each.of, each.source); });
        chain.claims().forEach([&](ClaimId, const Claim& each) { take(each.of, each.source); });
        int old = 0;
        for (const auto& [deal, day] : newest) {
            const std::string status = chain.value({Table::Deals, deal}, deal_field::Status);
            old += status != "completed" && status != "cancelled" && day < dayNumber(2025, 11, 30) ? 1 : 0;
        }
        const std::optional<Answer> answer = ageAnswer(ask(chain, shipped.rollups, {}));
        QVERIFY(old > 0);
        QCOMPARE(answer->text, QStringLiteral("%1 open deals without a source of the last twelve months").arg(old));
    }
};

QTEST_GUILESS_MAIN(TestAnswersCounted)
#include "tst_answers_counted.moc"
