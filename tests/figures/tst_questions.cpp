// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"

#include "chain/edit_builder.h"
#include "figures/chain_answers.h"
#include "figures/group_answers.h"
#include "figures/questions.h"
#include "figures/usual_group.h"
#include "reference/naive.h"
#include "rollups/worked_example.h"
#include "speaking.h"

#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

using namespace ochain;
using ochain::test::Example;
using ochain::test::Fields;
using ochain::testing::Shipped;

namespace {

using Numbers = std::vector<int>;

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

Answers answersOf(const Example& example, const std::string& group = "openai")
{
    return answered(example.chain(), example.rollups(), group, kToday, {}).value_or(Answers());
}

QString answerOf(const Answers& answers, const std::string& key)
{
    for (const Answered& each : answers.all)
        if (each.key == key)
            return each.answer->text;
    return {};
}

Fields firm()
{
    return {{deal_field::Commitment, "firm"}};
}

Fields with(Fields fields, const Fields& more)
{
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

Fields money(const char* from, const char* to, const char* value)
{
    return {{deal_field::Starts, from}, {deal_field::Ends, to}, {deal_field::ValueUsd, value}};
}

Fields power(const char* from, const char* megawatts)
{
    return {{deal_field::Starts, from}, {deal_field::Ends, "2033"}, {deal_field::CapacityMw, megawatts}};
}

} // namespace

/// What is answered beside what the reference counts, and what is said where nobody could know.
class TestQuestions final : public QObject {
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

    // --- conclusions only where nothing could overturn them ---

    void whatBindsIsConcludedOnlyWhereNothingIsOpen_data()
    {
        QTest::addColumn<bool>("isUndisclosed");
        QTest::addColumn<bool>("isUndated");
        QTest::addColumn<QString>("text");
        QTest::newRow("all is known") << false << false << "cloud: 4.0 GW, of the deals in this chain";
        QTest::newRow("a deal without capacity")
            << true << false << QStringLiteral("cloud: ≥ 4.0 GW, of what is known");
        QTest::newRow("a deal without dates") << false << true << "cloud: 4.0 GW, of what is known";
    }
    void whatBindsIsConcludedOnlyWhereNothingIsOpen()
    {
        QFETCH(bool, isUndisclosed);
        QFETCH(bool, isUndated);
        Example example;
        example.deal("chips", "nvidia", "openai", "hardware", power("2027", "10000"));
        example.deal("cloud", "oracle", "openai", "lease", power("2027", "4000"));
        if (isUndisclosed)
            example.deal("more", "oracle", "openai", "lease",
                         {{deal_field::Starts, "2028"}, {deal_field::Ends, "2033"}});
        if (isUndated)
            example.deal("some-day", "oracle", "openai", "lease", {{deal_field::CapacityMw, "9000"}});
        example.look();
        QVERIFY(example.isFine());
        QTEST(answerOf(answersOf(example), "binds"), "text");
    }

    void coverIsConcludedOnlyWhereNothingIsOpen_data()
    {
        QTest::addColumn<Fields>("more");
        QTest::addColumn<bool>("isSpend");
        QTest::addColumn<QString>("text");
        const QString lead = QStringLiteral("Of the deals in this chain: ");
        const QString known = QStringLiteral("Of what is known: ");
        QTest::newRow("all is known") << Fields() << false
                                      << lead + QStringLiteral("from 2028 on; still to be found by 2027: $3B");
        QTest::newRow("what goes out without an amount")
            << Fields{{deal_field::Starts, "2028"}, {deal_field::Ends, "2028"}} << true
            << known + QStringLiteral("from 2028 on; lowest funding position: −$3B in 2027");
        QTest::newRow("what comes in without dates")
            << Fields{{deal_field::ValueUsd, "1000000000"}} << false
            << known + QStringLiteral("from 2028 on; lowest funding position: −$3B in 2027");
        QTest::newRow("what comes in without an amount before it is lowest")
            << Fields{{deal_field::Starts, "2027"}, {deal_field::Ends, "2027"}} << false
            << known + QStringLiteral("from 2028 on; lowest funding position: −$3B in 2027");
        QTest::newRow("more that comes in does not overturn what is covered")
            << Fields{{deal_field::Starts, "2028"}, {deal_field::Ends, "2028"}} << false
            << lead + QStringLiteral("from 2028 on; still to be found by 2027: $3B");
    }
    void coverIsConcludedOnlyWhereNothingIsOpen()
    {
        QFETCH(Fields, more);
        QFETCH(bool, isSpend);
        Example example;
        example.deal("sold", "openai", "amd", "api", money("2027", "2027", "5000000000"));
        example.deal("sold-later", "openai", "amd", "api", money("2028", "2028", "9000000000"));
        example.deal("bought", "oracle", "openai", "lease", money("2027", "2027", "8000000000"));
        example.deal("bought-later", "oracle", "openai", "lease", money("2028", "2028", "8000000000"));
        if (!more.empty() && isSpend)
            example.deal("more", "broadcom", "openai", "hardware", more);
        else if (!more.empty())
            example.deal("more", "openai", "nvidia", "api", more);
        example.look();
        QVERIFY(example.isFine());
        QTEST(answerOf(answersOf(example), "covers"), "text");
    }

    void yearsCoveredAreSaidAsTheyLie_data()
    {
        QTest::addColumn<Numbers>("sold"); // of 2027 to 2029; 5 are bought each year
        QTest::addColumn<QString>("text");
        QTest::newRow("every year") << Numbers{5, 6, 7} << "in every year from 2027 to 2029";
        QTest::newRow("no year") << Numbers{1, 2, 3} << "in no year from 2027 to 2029";
        QTest::newRow("from one on") << Numbers{5, 2, 7} << "from 2029 on";
        QTest::newRow("not in the last") << Numbers{5, 6, 3} << "in 2 years, but not in 2029, the last";
    }
    void yearsCoveredAreSaidAsTheyLie()
    {
        QFETCH(Numbers, sold);
        QFETCH(QString, text);
        Example example;
        for (std::size_t at = 0; at < sold.size(); ++at) {
            const std::string year = std::to_string(2027 + at);
            example.deal("sold-" + year, "openai", "amd", "api",
                         money(year.c_str(), year.c_str(), (std::to_string(sold[at]) + "000000000").c_str()));
            example.deal("bought-" + year, "oracle", "openai", "lease",
                         money(year.c_str(), year.c_str(), "5000000000"));
        }
        example.look();
        const QString answer = answerOf(answersOf(example), "covers");
        QVERIFY2(answer.startsWith(QStringLiteral("Of the deals in this chain: ") + text), qPrintable(answer));
    }

    void firmIsSaidByShareAndLayer_data()
    {
        QTest::addColumn<bool>("hasCloud");
        QTest::addColumn<bool>("isUndisclosed");
        QTest::addColumn<QString>("text");
        QTest::newRow("one layer") << false << false
                                   << "Of the deals in this chain: 75 % of the money; 40 % of the gigawatts (chips)";
        QTest::newRow("two layers, never added up")
            << true << false
            << "Of the deals in this chain: 75 % of the money; of the gigawatts 40 % (chips) to 100 % (cloud)";
        QTest::newRow("some undisclosed")
            << false << true << "Of what is disclosed: 75 % of the money; 40 % of the gigawatts (chips)";
    }
    void firmIsSaidByShareAndLayer()
    {
        QFETCH(bool, hasCloud);
        QFETCH(bool, isUndisclosed);
        Example example;
        example.deal("money", "openai", "amd", "api", with(money("2027", "2028", "3000000000"), firm()));
        example.deal("maybe", "openai", "fund", "api", money("2027", "2028", "1000000000"));
        const Fields noMoney{{deal_field::ValueUsd, "0"}};
        example.deal("firm-chips", "nvidia", "openai", "hardware", with(with(power("2027", "4000"), firm()), noMoney));
        example.deal("chips", "amd", "openai", "hardware", with(power("2027", "6000"), noMoney));
        if (hasCloud)
            example.deal("cloud", "oracle", "openai", "lease", with(with(power("2027", "500"), firm()), noMoney));
        if (isUndisclosed)
            example.deal("unsaid", "broadcom", "openai", "hardware",
                         {{deal_field::Starts, "2027"}, {deal_field::Ends, "2028"}});
        example.look();
        QVERIFY(example.isFine());
        QTEST(answerOf(answersOf(example), "firm"), "text");
    }

    void almostAllIsNotAll()
    {
        Example example;
        example.deal("money", "openai", "amd", "api", with(money("2027", "2028", "999999999"), firm()));
        example.deal("a-dollar", "openai", "fund", "api", money("2027", "2028", "1"));
        example.look();
        QCOMPARE(answerOf(answersOf(example), "firm"), QStringLiteral("Of the deals in this chain: 99 % of the money"));
    }

    void everyQuestionHasADefinedAnswerInAnyChain_data()
    {
        QTest::addColumn<bool>("hasNodes");
        QTest::addColumn<bool>("hasUndatedDeal");
        QTest::addColumn<QString>("text");
        QTest::newRow("an empty chain") << false << false << "This chain has no companies yet";
        QTest::newRow("no deals") << true << false << "No deal of this chain has a date yet";
        QTest::newRow("no dates") << true << true << "No deal of this chain has a date yet";
    }
    void everyQuestionHasADefinedAnswerInAnyChain()
    {
        QFETCH(bool, hasNodes);
        QFETCH(bool, hasUndatedDeal);
        Example example;
        if (hasUndatedDeal)
            example.deal("some-day", "oracle", "openai", "lease", {{deal_field::CapacityMw, "9000"}});
        example.look();
        Chain empty;
        Rollups nothing;
        nothing.compute(empty, {});
        const std::optional<Answers> answers = hasNodes
                                                   ? answered(example.chain(), example.rollups(), "openai", kToday, {})
                                                   : answered(empty, nothing, "openai", kToday, {});
        QVERIFY(answers);
        QCOMPARE(answers->all.size(), questions().size());
        for (const Answered& each : answers->all) {
            QVERIFY(!each.question.isEmpty());
            QVERIFY(!each.answer->text.isEmpty());
        }
        QTEST(answerOf(*answers, "binds"), "text");
        QTEST(answerOf(*answers, "covers"), "text");
        QCOMPARE(answerOf(*answers, "changed"), QStringLiteral("Nothing of any deal"));
        QCOMPARE(answerOf(*answers, "old"),
                 QStringLiteral("No open deal has a newest source of over twelve months ago"));
    }

    // --- whom they are of, and where they lead ---

    void theyAreOfTheGroupAskedForElseOfTheUsualOne_data()
    {
        QTest::addColumn<std::string>("asked");
        QTest::addColumn<std::string>("of");
        QTest::newRow("a node") << std::string("nvidia") << std::string("nvidia");
        QTest::newRow("a tier") << std::string("chips") << std::string("chips");
        QTest::newRow("nobody") << std::string() << std::string("openai-group");
        QTest::newRow("one that is gone") << std::string("no-such-node") << std::string("openai-group");
    }
    void theyAreOfTheGroupAskedForElseOfTheUsualOne()
    {
        QFETCH(std::string, asked);
        QFETCH(std::string, of);
        const Shipped shipped;
        const std::optional<Answers> answers = answered(shipped.chain, shipped.rollups, asked, kToday, {});
        QCOMPARE(answers->group, of);
        QCOMPARE(answers->of, nameOf(shipped.chain, groupOf(shipped.chain, {of == "chips" ? "tier" : "node", of})));
        for (const Answered& each : answers->all)
            QVERIFY(!each.isOfGroup || each.answer->place.chart->group == of);
    }

    void aLensThatIsNotAsUsualIsSaidInTheHeading()
    {
        const Shipped shipped(lenses().at("firm"));
        const std::optional<Answers> answers = answered(shipped.chain, shipped.rollups, {}, kToday, {});
        QCOMPARE(answers->of, QStringLiteral("OpenAI Group PBC · only what is firm"));
    }

    void eachAnswerLeadsToWhatShowsIt_data()
    {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("table");
        QTest::newRow("what binds") << std::string("binds") << "capacity" << QString();
        QTest::newRow("what is covered") << std::string("covers") << "money" << QString();
        QTest::newRow("what is firm") << std::string("firm") << "money" << QString();
        QTest::newRow("what changed") << std::string("changed") << QString() << "deals";
        QTest::newRow("what is old") << std::string("old") << QString() << "deals";
    }
    void eachAnswerLeadsToWhatShowsIt()
    {
        QFETCH(std::string, key);
        QFETCH(QString, view);
        QFETCH(QString, table);
        const Shipped shipped;
        const std::optional<Answers> answers = answered(shipped.chain, shipped.rollups, {}, kToday, {});
        const auto found = std::find_if(answers->all.begin(), answers->all.end(),
                                        [&](const Answered& each) { return each.key == key; });
        QVERIFY(found != answers->all.end());
        const Place& place = found->answer->place;
        QCOMPARE(place.chart ? place.chart->view : QString(), view);
        QCOMPARE(place.table ? place.table->name : QString(), table);
        if (key == "binds")
            QCOMPARE(place.chart->lens.period, (Period{PeriodKind::Year, 2030, 0}));
        if (key == "firm")
            QCOMPARE(place.chart->lens.lens.commitments, Commitments::Firm);
    }

    void anAnswerThatIsNotWantedAnyMoreEndsSoon()
    {
        const Shipped shipped;
        int asked = 0;
        const Progress never = [&asked](double) { return ++asked < 3; };
        QVERIFY(!answered(shipped.chain, shipped.rollups, {}, kToday, never));
        QCOMPARE(asked, 3);
    }

    void theyAreAskedInBothLanguages()
    {
        const Shipped shipped;
        const auto words = [&] {
            QStringList all;
            const std::optional<Answers> answers = answered(shipped.chain, shipped.rollups, {}, kToday, {});
            for (const Answered& each : answers->all)
                all << each.question << each.answer->text;
            return all;
        };
        const QStringList english = words();
        const QStringList chinese = testing::spoken(Language::Chinese, words);
        QCOMPARE(chinese.size(), english.size());
        for (qsizetype at = 0; at < english.size(); ++at) {
            QVERIFY2(chinese[at] != english[at], qPrintable(english[at]));
            QVERIFY2(
                std::any_of(chinese[at].cbegin(), chinese[at].cend(), [](QChar c) { return c.unicode() > 0x4E00; }),
                qPrintable(chinese[at]));
        }
    }
};

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
