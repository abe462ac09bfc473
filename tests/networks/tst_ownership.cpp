// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/networks_testing.h"
#include "networks/ownership.h"
#include "networks/ownership_words.h"

#include <QObject>
#include <QTest>

#include <cstdint>
#include <random>

using namespace ochain;
using namespace ochain::testing;

namespace {

Ownership ownershipOf(const PayingChain& chain, const char* entity, Day asOf = kNoDay)
{
    return Holdings(chain.chain, stakesOf(chain.chain, asOf)).of(chain.nodeId(entity)).value();
}

/// "fund 2700 direct 2700 controls": in the end and direct, in basis points.
QString told(const PayingChain& chain, const Ownership& ownership)
{
    QStringList rows;
    for (const OwnershipRow& row : ownership.rows)
        rows << QStringLiteral("%1 %2 direct %3%4")
                    .arg(QString::fromStdString(chain.keyOf(row.owner)))
                    .arg(row.economic.value)
                    .arg(row.direct.value)
                    .arg(row.isControlling ? QStringLiteral(" controls") : QString());
    return rows.join(QStringLiteral(", "));
}

std::vector<std::string> sentencesOf(const PayingChain& chain, const Ownership& ownership)
{
    std::vector<std::string> sentences;
    for (const Sentence& sentence : assumptionsOf(ownership, [&chain](NodeId node) { return chain.keyOf(node); }))
        sentences.push_back(sentence.text());
    return sentences;
}

} // namespace

/// Who companies belong to in the end.
class TestOwnership final : public QObject {
    Q_OBJECT
private slots:
    void stakesMultiplyAlongHoldings();
    void crossHoldingsGiveThePublishedShares();
    void controlIsApart();
    void onlyWhatIsHeldCounts_data();
    void onlyWhatIsHeldCounts();
    void itIsAsKnownOnADay();
    void aPartOfAStakeStandsInIt();
    void stakesAboveTheWholeAreScaledDown();
    void whoBelongToEachOtherAreNamed();
    void whereNobodyHoldsAnything();
    void ofRandomChainsSharesAddUp_data();
    void ofRandomChainsSharesAddUp();
};

void TestOwnership::stakesMultiplyAlongHoldings()
{
    PayingChain chain{"fund", "bank", "group", "lab"};
    chain.holds("fund", "group", "40");
    chain.holds("bank", "group", "60");
    chain.holds("group", "lab", "50");
    chain.holds("fund", "lab", "10");
    QCOMPARE(told(chain, ownershipOf(chain, "lab")),
             QStringLiteral("lab 4000 direct 0, fund 3000 direct 1000, bank 3000 direct 0, group 0 direct 5000"));
    QCOMPARE(told(chain, ownershipOf(chain, "group")), QStringLiteral("bank 6000 direct 6000, fund 4000 direct 4000"));
}

// Elliott, Golub, Jackson, American Economic Review 104(10), 2014: C = [[0, .5], [.5, 0]] gives [[2/3, 1/3], [1/3,
// 2/3]].
void TestOwnership::crossHoldingsGiveThePublishedShares()
{
    PayingChain chain{"one", "two"};
    chain.holds("one", "two", "50");
    chain.holds("two", "one", "50");
    QCOMPARE(told(chain, ownershipOf(chain, "one")), QStringLiteral("one 6667 direct 0, two 3333 direct 5000"));
    QCOMPARE(told(chain, ownershipOf(chain, "two")), QStringLiteral("two 6667 direct 0, one 3333 direct 5000"));
    QVERIFY(ownershipOf(chain, "one").residual < 1e-12);
    for (const OwnershipRow& row : ownershipOf(chain, "one").rows)
        QVERIFY(row.isHeld);
}

void TestOwnership::controlIsApart()
{
    PayingChain chain{"foundation", "group", "lab", "fund"};
    chain.deal("appoints", "foundation", "group", "board", {{deal_field::EquityPct, "26"}});
    chain.deal("runs", "group", "lab", "board", {});
    chain.holds("fund", "lab", "100");
    QCOMPARE(told(chain, ownershipOf(chain, "lab")),
             QStringLiteral("fund 10000 direct 10000, foundation 0 direct 0 controls, group 0 direct 0 controls"));
    QCOMPARE(told(chain, ownershipOf(chain, "group")),
             QStringLiteral("group 7400 direct 0, foundation 2600 direct 2600 controls"));
}

void TestOwnership::onlyWhatIsHeldCounts_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isHeld");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("firm") << "commitment"
                          << "firm" << true << false;
    QTest::newRow("nobody has said") << "commitment"
                                     << "" << true << false;
    QTest::newRow("a warrant") << "commitment"
                               << "conditional" << false << true;
    QTest::newRow("an option") << "commitment"
                               << "option" << false << true;
    QTest::newRow("a ceiling") << "commitment"
                               << "ceiling" << false << true;
    QTest::newRow("cancelled") << "status"
                               << "cancelled" << false << false;
    QTest::newRow("a sale") << "kind"
                            << "licence" << false << false;
}

void TestOwnership::onlyWhatIsHeldCounts()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const bool, isHeld);
    QFETCH(const bool, isTold);
    PayingChain chain{"fund", "lab"};
    chain.holds("fund", "lab", "10");
    chain.set(Table::Deals, "fund-holds-lab", *fieldNamed(Table::Deals, field.toStdString()), value.toStdString());
    const Ownership ownership = ownershipOf(chain, "lab");
    QCOMPARE(told(chain, ownership), isHeld ? QStringLiteral("lab 9000 direct 0, fund 1000 direct 1000")
                                            : QStringLiteral("lab 10000 direct 0"));
    QCOMPARE(!ownership.notHeld.empty(), isTold);
    if (isTold)
        QVERIFY(sentencesOf(chain, ownership).back().ends_with("10 % by fund"));
}

void TestOwnership::itIsAsKnownOnADay()
{
    PayingChain chain{"fund", "lab"};
    chain.holds("fund", "lab", "13", {{deal_field::Announced, "2025-03-31"}});
    chain.claim("fund-holds-lab", "equity_pct", "2025-03-31", "11");
    chain.claim("fund-holds-lab", "equity_pct", "2026-10-01", "13");
    QCOMPARE(told(chain, ownershipOf(chain, "lab", dayNumber(2025, 3, 30))), QStringLiteral("lab 10000 direct 0"));
    QCOMPARE(told(chain, ownershipOf(chain, "lab", dayNumber(2026, 9, 30))),
             QStringLiteral("lab 8900 direct 0, fund 1100 direct 1100"));
    QCOMPARE(told(chain, ownershipOf(chain, "lab", dayNumber(2026, 10, 1))),
             QStringLiteral("lab 8700 direct 0, fund 1300 direct 1300"));
    QCOMPARE(told(chain, ownershipOf(chain, "lab")), QStringLiteral("lab 8700 direct 0, fund 1300 direct 1300"));
}

void TestOwnership::aPartOfAStakeStandsInIt()
{
    PayingChain chain{"fund", "lab", "other"};
    chain.holds("fund", "lab", "30");
    chain.deal("round", "fund", "lab", "equity",
               {{deal_field::EquityPct, "10"}, {deal_field::PartOf, "fund-holds-lab"}});
    chain.deal("of-another", "other", "lab", "equity",
               {{deal_field::EquityPct, "5"}, {deal_field::PartOf, "fund-holds-lab"}});
    QCOMPARE(told(chain, ownershipOf(chain, "lab")),
             QStringLiteral("lab 6500 direct 0, fund 3000 direct 3000, other 500 direct 500"));
}

void TestOwnership::stakesAboveTheWholeAreScaledDown()
{
    PayingChain chain{"fund", "bank", "lab"};
    chain.holds("fund", "lab", "90");
    chain.holds("bank", "lab", "60");
    const Ownership ownership = ownershipOf(chain, "lab");
    QCOMPARE(told(chain, ownership), QStringLiteral("fund 6000 direct 9000, bank 4000 direct 6000"));
    QCOMPARE(ownership.overstated, std::vector<NodeId>{chain.nodeId("lab")});
    QCOMPARE(sentencesOf(chain, ownership).front(),
             std::string("Stakes in lab add up above 100 % and are scaled down to it"));
}

void TestOwnership::whoBelongToEachOtherAreNamed()
{
    PayingChain chain{"one", "two", "lab"};
    chain.holds("one", "two", "100");
    chain.holds("two", "one", "100");
    chain.holds("one", "lab", "40");
    const Ownership ofLab = ownershipOf(chain, "lab");
    QCOMPARE(told(chain, ofLab), QStringLiteral("lab 6000 direct 0, one 4000 direct 4000"));
    QCOMPARE(ofLab.closedGroups, (std::vector<std::vector<NodeId>>{{chain.nodeId("one"), chain.nodeId("two")}}));
    QCOMPARE(told(chain, ownershipOf(chain, "one")), QStringLiteral("one 10000 direct 0"));
    QVERIFY(sentencesOf(chain, ofLab).back().ends_with(": one, two"));
}

void TestOwnership::whereNobodyHoldsAnything()
{
    const PayingChain chain{"lab"};
    QVERIFY(stakesOf(chain.chain, kNoDay).empty());
    QVERIFY(Holdings(chain.chain, {}).entities().empty());
    QCOMPARE(told(chain, ownershipOf(chain, "lab")), QStringLiteral("lab 10000 direct 0"));
    QVERIFY(!Holdings(chain.chain, {}).of(chain.nodeId("lab"), [](double) { return false; }));
}

void TestOwnership::ofRandomChainsSharesAddUp_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestOwnership::ofRandomChainsSharesAddUp()
{
    QFETCH(const int, seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    PayingChain chain{};
    const std::size_t companies = 4 + random() % 8;
    for (std::size_t i = 0; i < companies; ++i)
        chain.node("c" + std::to_string(i), "models");
    for (std::size_t i = 0; i < companies * 2; ++i) {
        const std::size_t owner = random() % companies, entity = random() % companies;
        if (owner != entity)
            chain.deal("d" + std::to_string(i), "c" + std::to_string(owner), "c" + std::to_string(entity), "equity",
                       {{deal_field::EquityPct, std::to_string(1 + random() % 60)}});
    }
    const Holdings holdings(chain.chain, stakesOf(chain.chain, kNoDay));
    for (const NodeId entity : holdings.entities()) {
        const Ownership ownership = holdings.of(entity).value();
        std::int64_t sum = 0;
        for (const OwnershipRow& row : ownership.rows) {
            QVERIFY(row.economic.value >= 0);
            sum += row.economic.value;
        }
        QCOMPARE(sum, std::int64_t{10'000});
        QVERIFY(ownership.residual < 1e-9);
    }
}

QTEST_APPLESS_MAIN(TestOwnership)
#include "tst_ownership.moc"
