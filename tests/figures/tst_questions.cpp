// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures_testing.h"

#include "chain/edit_builder.h"
#include "figures/chain_answers.h"
#include "figures/group_answers.h"
#include "figures/questions.h"
#include "rollups/worked_example.h"
#include "speaking.h"

#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace ochain;
using ochain::test::Example;
using ochain::test::Fields;
using ochain::testing::Shipped;

namespace {

using Numbers = std::vector<int>;

constexpr Day kToday = 20787; // 2026-11-30

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

/// What is said: conclusions only where nothing could overturn them, words for what nobody could know, ways to what
/// shows it.
class TestQuestions final : public QObject {
    Q_OBJECT

private slots:
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
        QCOMPARE(answers->of, nameOf(shipped.chain, shipped.group(of)));
        for (const Answered& each : answers->all)
            QVERIFY(!each.isOfGroup || each.answer->place.chart->group == of);
    }

    void aLensThatIsNotAsUsualIsSaidInTheHeading()
    {
        Lens firm;
        firm.commitments = Commitments::Firm;
        const Shipped shipped(firm);
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
