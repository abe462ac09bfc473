// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/chance.h"
#include "networks/circulation.h"
#include "networks/rings.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <tuple>

using namespace ochain;

namespace {

std::vector<RingArc> randomArcs(std::mt19937_64& random, std::uint32_t places, std::size_t count)
{
    std::vector<RingArc> arcs;
    std::set<std::tuple<std::uint32_t, std::uint32_t, bool>> taken;
    for (std::size_t i = 0; i < count; ++i) {
        const RingArc arc{static_cast<std::uint32_t>(random() % places), static_cast<std::uint32_t>(random() % places),
                          random() % 3 == 0, static_cast<std::int64_t>(random() % 12)};
        if (arc.from != arc.to && taken.emplace(arc.from, arc.to, arc.isCapital).second)
            arcs.push_back(arc);
    }
    return arcs;
}

/// Where each arc stands when they are sorted by falling amount.
std::vector<std::size_t> ranksOf(const std::vector<RingArc>& arcs)
{
    std::vector<std::uint32_t> order(arcs.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return arcs[a].cents > arcs[b].cents; });
    std::vector<std::size_t> ranks(arcs.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = i;
    return ranks;
}

/// Every ring, by trying all ways; in the order in which they are to be told.
std::vector<std::vector<std::uint32_t>> allRings(const std::vector<RingArc>& arcs, int length)
{
    const std::vector<std::size_t> ranks = ranksOf(arcs);
    std::vector<std::pair<std::vector<std::size_t>, std::vector<std::uint32_t>>> found;
    std::vector<std::uint32_t> path;
    const std::function<void(std::uint32_t)> walk = [&](std::uint32_t first) {
        const RingArc& last = arcs[path.back()];
        if (last.to == arcs[first].from) {
            const auto isCapital = [&](std::uint32_t arc) { return arcs[arc].isCapital; };
            std::vector<std::size_t> place;
            place.reserve(path.size());
            for (const std::uint32_t arc : path)
                place.push_back(ranks[arc]);
            const bool isLeastFirst = *std::max_element(place.begin(), place.end()) == place.front();
            const bool isMixed =
                std::any_of(path.begin(), path.end(), isCapital) && !std::all_of(path.begin(), path.end(), isCapital);
            if (isLeastFirst && isMixed)
                found.emplace_back(place, path);
            return;
        }
        for (std::uint32_t next = 0; next < arcs.size(); ++next) {
            const bool isMet =
                std::any_of(path.begin(), path.end(), [&](std::uint32_t arc) { return arcs[arc].to == arcs[next].to; });
            if (arcs[next].cents == 0 || arcs[next].from != last.to || isMet ||
                path.size() >= static_cast<std::size_t>(length))
                continue;
            path.push_back(next);
            walk(first);
            path.pop_back();
        }
    };
    for (std::uint32_t first = 0; first < arcs.size(); ++first)
        if (arcs[first].cents > 0) {
            path.assign(1, first);
            walk(first);
        }
    std::sort(found.begin(), found.end());
    std::vector<std::vector<std::uint32_t>> rings;
    rings.reserve(found.size());
    for (auto& [place, ring] : found)
        rings.push_back(ring);
    return rings;
}

std::vector<std::vector<std::uint32_t>> arcsOf(const Rings& rings)
{
    std::vector<std::vector<std::uint32_t>> all;
    for (const Ring& ring : rings.rings)
        all.push_back(ring.arcs);
    return all;
}

/// The largest circulation there is, by trying all.
std::int64_t largestCirculation(const std::vector<FlowArc>& arcs, std::uint32_t places)
{
    std::int64_t most = 0;
    std::vector<std::int64_t> balance(places, 0);
    const std::function<void(std::size_t, std::int64_t)> choose = [&](std::size_t arc, std::int64_t sum) {
        if (arc == arcs.size()) {
            if (std::all_of(balance.begin(), balance.end(), [](std::int64_t each) { return each == 0; }))
                most = std::max(most, sum);
            return;
        }
        for (std::int64_t flow = 0; flow <= arcs[arc].cents; ++flow) {
            balance[arcs[arc].from] -= flow;
            balance[arcs[arc].to] += flow;
            choose(arc + 1, sum + flow);
            balance[arcs[arc].from] += flow;
            balance[arcs[arc].to] -= flow;
        }
    };
    choose(0, 0);
    return most;
}

} // namespace

/// Rings, what goes round, and whether chance gives as much.
class TestRings final : public QObject {
    Q_OBJECT
private slots:
    void theyAreThoseOfAllWays_data();
    void theyAreThoseOfAllWays();
    void withoutOneOfItsArcsARingIsGone();
    void itEndsWhenItIsTold();
    void noCirculationIsLarger();
    void whatIsLeftGoesRoundNowhere();
    void rewiringKeepsWhoPaysHowMuch();
    void theSameSeedGivesTheSame();
    void pCountsTheRunsThatReachIt();
};

void TestRings::theyAreThoseOfAllWays_data()
{
    QTest::addColumn<int>("places");
    QTest::addColumn<int>("arcs");
    QTest::addColumn<int>("length");
    QTest::newRow("two") << 2 << 6 << 6;
    QTest::newRow("few") << 4 << 10 << 3;
    QTest::newRow("sparse") << 9 << 16 << 6;
    QTest::newRow("dense") << 6 << 26 << 6;
    QTest::newRow("pairs only") << 6 << 26 << 2;
    QTest::newRow("longer") << 8 << 24 << 8;
}

void TestRings::theyAreThoseOfAllWays()
{
    QFETCH(const int, places);
    QFETCH(const int, arcs);
    QFETCH(const int, length);
    std::mt19937_64 random(static_cast<std::uint64_t>(places * 100 + arcs));
    std::size_t met = 0;
    for (int round = 0; round < 60; ++round) {
        const std::vector<RingArc> drawn =
            randomArcs(random, static_cast<std::uint32_t>(places), static_cast<std::size_t>(arcs));
        const auto expected = allRings(drawn, length);
        const auto found = largestRings(drawn, static_cast<std::uint32_t>(places), {length, 1'000'000});
        QCOMPARE(arcsOf(*found), expected);
        QVERIFY(!found->isCut);
        for (const Ring& ring : found->rings)
            for (const std::uint32_t arc : ring.arcs)
                QVERIFY(drawn[arc].cents >= ring.cents);
        met += expected.size();
        if (expected.size() < 2)
            continue;
        const auto first = largestRings(drawn, static_cast<std::uint32_t>(places), {length, expected.size() - 1});
        QVERIFY(first->isCut);
        QCOMPARE(arcsOf(*first), decltype(expected)(expected.begin(), expected.end() - 1));
    }
    QVERIFY(met > 10);
}

void TestRings::withoutOneOfItsArcsARingIsGone()
{
    std::mt19937_64 random(77);
    const std::vector<RingArc> arcs = randomArcs(random, 7, 24);
    const auto all = largestRings(arcs, 7, {6, 1'000'000});
    QVERIFY(all->rings.size() > 3);
    for (std::uint32_t gone = 0; gone < arcs.size(); ++gone) {
        std::vector<RingArc> fewer = arcs;
        fewer[gone].cents = 0;
        std::set<std::set<std::uint32_t>> expected, found;
        for (const Ring& ring : all->rings)
            if (std::find(ring.arcs.begin(), ring.arcs.end(), gone) == ring.arcs.end())
                expected.emplace(ring.arcs.begin(), ring.arcs.end());
        const auto left = largestRings(fewer, 7, {6, 1'000'000});
        for (const Ring& ring : left->rings)
            found.emplace(ring.arcs.begin(), ring.arcs.end());
        QVERIFY(found == expected);
    }
}

void TestRings::itEndsWhenItIsTold()
{
    std::mt19937_64 random(3);
    const std::vector<RingArc> arcs = randomArcs(random, 5, 20);
    QVERIFY(!largestRings(arcs, 5, {}, [](double) { return false; }));
    int asked = 0;
    QVERIFY(!holdAgainstChance(arcs, 5, {100, 1, 6, 1000}, [&asked](double) { return ++asked < 40; }));
    QCOMPARE(asked, 40);
}

void TestRings::noCirculationIsLarger()
{
    std::mt19937_64 random(21);
    for (int round = 0; round < 80; ++round) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> drawn;
        for (int i = 0; i < 8; ++i) {
            const auto from = static_cast<std::uint32_t>(random() % 4);
            const auto to = static_cast<std::uint32_t>(random() % 4);
            if (from < to || (from > to && drawn.count({to, from}) == 0)) // net flows: one way between two
                drawn[{from, to}] = static_cast<std::int64_t>(random() % 4);
        }
        std::vector<FlowArc> arcs;
        for (const auto& [ends, cents] : drawn)
            if (drawn.count({ends.second, ends.first}) == 0)
                arcs.push_back({ends.first, ends.second, cents});
        QCOMPARE(circulationOf(arcs, 4).round, largestCirculation(arcs, 4));
    }
}

void TestRings::whatIsLeftGoesRoundNowhere()
{
    std::mt19937_64 random(22);
    std::vector<FlowArc> arcs;
    for (std::uint32_t from = 0; from < 12; ++from)
        for (std::uint32_t to = 0; to < 12; ++to)
            if (from != to && random() % 3 == 0)
                arcs.push_back({from, to, static_cast<std::int64_t>(random() % 1'000'000'000'000)});
    const Circulation circulation = circulationOf(arcs, 12);
    std::vector<std::int64_t> balance(12, 0);
    std::vector<RingArc> left;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        QVERIFY(circulation.roundBy[i] >= 0 && circulation.roundBy[i] <= arcs[i].cents);
        balance[arcs[i].from] -= circulation.roundBy[i];
        balance[arcs[i].to] += circulation.roundBy[i];
        left.push_back({arcs[i].from, arcs[i].to, false, arcs[i].cents - circulation.roundBy[i]});
        left.push_back({arcs[i].from, arcs[i].to, true, arcs[i].cents - circulation.roundBy[i]});
    }
    QVERIFY(std::all_of(balance.begin(), balance.end(), [](std::int64_t each) { return each == 0; }));
    QVERIFY(largestRings(left, 12, {kMostRingLength, 10})->rings.empty());
    QVERIFY(circulation.round > 0);
    QVERIFY(circulation.outside <= circulation.gross - circulation.round);
}

void TestRings::rewiringKeepsWhoPaysHowMuch()
{
    std::mt19937_64 random(31);
    const std::vector<RingArc> arcs = randomArcs(random, 12, 60);
    Rewiring rewiring(arcs, 4);
    const auto paidTimes = [](const std::vector<RingArc>& of, bool isCapital) {
        std::multiset<std::uint32_t> times;
        for (const RingArc& arc : of)
            if (arc.isCapital == isCapital)
                times.insert(arc.to);
        return times;
    };
    int moved = 0;
    for (int run = 0; run < 50; ++run) {
        const std::vector<RingArc>& next = rewiring.next();
        std::set<std::tuple<std::uint32_t, std::uint32_t, bool>> pairs;
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            QCOMPARE(next[i].from, arcs[i].from);
            QCOMPARE(next[i].cents, arcs[i].cents);
            QCOMPARE(next[i].isCapital, arcs[i].isCapital);
            QVERIFY(next[i].from != next[i].to);
            if (next[i].cents > 0)
                QVERIFY(pairs.emplace(next[i].from, next[i].to, next[i].isCapital).second);
            moved += next[i].to != arcs[i].to ? 1 : 0;
        }
        for (const bool isCapital : {false, true})
            QVERIFY(paidTimes(next, isCapital) == paidTimes(arcs, isCapital));
    }
    QVERIFY(moved > 500);
}

void TestRings::theSameSeedGivesTheSame()
{
    std::mt19937_64 random(32);
    const std::vector<RingArc> arcs = randomArcs(random, 10, 50);
    const auto told = [&arcs](std::uint64_t seed) {
        const Chance chance = holdAgainstChance(arcs, 10, {40, seed, 6, 100'000}).value();
        std::vector<double> all{chance.rings.mean, chance.sum.mean, chance.rings.p, chance.sum.p};
        for (const HeldAgainstChance& held : chance.throughPlace)
            all.insert(all.end(), {held.observed, held.mean, held.p});
        return all;
    };
    QVERIFY(told(7) == told(7));
    QVERIFY(told(7) != told(8));
}

void TestRings::pCountsTheRunsThatReachIt()
{
    // Without capital there are no rings, and chance gives none: every run reaches that.
    const Chance none = holdAgainstChance({{0, 1, false, 5}, {1, 0, false, 5}}, 2, {9, 1, 6, 100}).value();
    QCOMPARE(none.rings.observed, 0.0);
    QCOMPARE(none.rings.p, 1.0);

    // By hand from the runs.
    std::mt19937_64 random(33);
    const std::vector<RingArc> arcs = randomArcs(random, 9, 36);
    const double observed = static_cast<double>(largestRings(arcs, 9, {6, 100'000})->rings.size());
    Rewiring rewiring(arcs, 5);
    double reached = 0, sum = 0;
    for (int run = 0; run < 30; ++run) {
        const auto rings = static_cast<double>(largestRings(rewiring.next(), 9, {6, 100'000})->rings.size());
        reached += rings >= observed ? 1 : 0;
        sum += rings;
    }
    const Chance chance = holdAgainstChance(arcs, 9, {30, 5, 6, 100'000}).value();
    QCOMPARE(chance.rings.observed, observed);
    QCOMPARE(chance.rings.mean, sum / 30);
    QCOMPARE(chance.rings.p, (1 + reached) / 31);
}

QTEST_APPLESS_MAIN(TestRings)
#include "tst_rings.moc"
