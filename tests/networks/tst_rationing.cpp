// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/rationing.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace ochain;

namespace {

/// The six firms of Diem et al. 2022, closed to the outside.
RationingNetwork sixFirms()
{
    constexpr std::array<std::array<int, 6>, 6> kSales{{{0, 3, 2, 7, 5, 11},
                                                        {4, 0, 9, 1, 8, 6},
                                                        {10, 2, 0, 4, 3, 7},
                                                        {6, 5, 1, 0, 9, 2},
                                                        {8, 3, 6, 10, 0, 4},
                                                        {2, 7, 5, 3, 11, 0}}};
    RationingNetwork network;
    for (std::uint32_t seller = 0; seller < kSales.size(); ++seller)
        for (std::uint32_t buyer = 0; buyer < kSales.size(); ++buyer)
            if (kSales[seller][buyer] > 0)
                network.links.push_back({seller, buyer, static_cast<double>(kSales[seller][buyer])});
    network.sectorOf = {0, 1, 2, 0, 1, 2};
    network.classOf = {{InputClass::Essential, InputClass::Replaced, InputClass::Ignored},
                       {InputClass::Ignored, InputClass::Essential, InputClass::Replaced},
                       {InputClass::Replaced, InputClass::Ignored, InputClass::Essential}};
    network.outsideSales.assign(kSales.size(), 0);
    network.outsidePurchases.assign(kSales.size(), 0);
    return network;
}

double greatestDifference(const std::vector<double>& a, const std::vector<double>& b)
{
    double greatest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        greatest = std::max(greatest, std::abs(a[i] - b[i]));
    return greatest;
}

/// The formulas a second time, over a full matrix, all firms in each round.
struct DenseRationing {
    static constexpr double kStill = 1e-13;

    explicit DenseRationing(const RationingNetwork& from)
        : network(from), firms(from.sectorOf.size()), sales(firms * firms, 0), out(from.outsideSales),
          in(from.outsidePurchases)
    {
        for (const SalesLink& link : network.links) {
            sales[link.seller * firms + link.buyer] = link.amount;
            out[link.seller] += link.amount;
            in[link.buyer] += link.amount;
        }
    }

    [[nodiscard]] double bought(std::size_t buyer, std::size_t sector) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < firms; ++i)
            sum += network.sectorOf[i] == sector ? sales[i * firms + buyer] : 0;
        return sum;
    }
    [[nodiscard]] InputClass classOf(std::size_t seller, std::size_t buyer) const
    {
        return network.classOf[network.sectorOf[seller]][network.sectorOf[buyer]];
    }
    [[nodiscard]] double leftDown(const std::vector<double>& left, std::size_t buyer) const
    {
        std::vector<double> lostOf(network.classOf.size(), 0); // of essential sectors
        double lostOfOthers = 0;
        for (std::size_t i = 0; i < firms; ++i) {
            double sector = 0;
            for (std::size_t k = 0; k < firms; ++k)
                sector += network.sectorOf[k] == network.sectorOf[i] ? out[k] * left[k] : 0;
            const double market = sector > 0 ? std::min(1.0, out[i] / sector) : 1;
            const double amount = sales[i * firms + buyer] * market * (1 - left[i]);
            if (amount > 0 && classOf(i, buyer) == InputClass::Essential)
                lostOf[network.sectorOf[i]] += amount / bought(buyer, network.sectorOf[i]);
            else if (amount > 0 && classOf(i, buyer) == InputClass::Replaced)
                lostOfOthers += amount / in[buyer];
        }
        return std::max(0.0, 1 - std::max(lostOfOthers, *std::max_element(lostOf.begin(), lostOf.end())));
    }
    [[nodiscard]] double leftUp(const std::vector<double>& left, std::size_t seller) const
    {
        double lost = 0;
        for (std::size_t j = 0; j < firms; ++j)
            lost += out[seller] > 0 ? sales[seller * firms + j] / out[seller] * (1 - left[j]) : 0;
        return std::max(0.0, 1 - lost);
    }
    template <class Left>
    [[nodiscard]] std::vector<double> settle(std::size_t failed, Left leftOf) const
    {
        std::vector<double> left(firms, 1);
        left[failed] = 0;
        for (double moved = 1; moved > kStill;) {
            std::vector<double> next(left);
            for (std::size_t firm = 0; firm < firms; ++firm)
                next[firm] = firm == failed ? 0 : leftOf(left, firm);
            moved = greatestDifference(left, next);
            left = next;
        }
        return left;
    }

    const RationingNetwork& network;
    std::size_t firms;
    std::vector<double> sales, out, in;
};

/// Firms of a few sectors that sell to some others and outside.
RationingNetwork randomNetwork(std::uint32_t seed)
{
    constexpr std::uint32_t kFirms = 24, kSectors = 4, kMostAmount = 100;
    std::mt19937 random(seed);
    const auto below = [&random](std::uint32_t count) { return static_cast<std::uint32_t>(random() % count); };
    RationingNetwork network;
    for (std::uint32_t seller = 0; seller < kFirms; ++seller)
        for (std::uint32_t buyer = 0; buyer < kFirms; ++buyer)
            if (seller != buyer && below(6) == 0)
                network.links.push_back({seller, buyer, 1.0 + below(kMostAmount)});
    for (std::uint32_t firm = 0; firm < kFirms; ++firm) {
        network.sectorOf.push_back(below(kSectors));
        network.outsideSales.push_back(below(2) == 0 ? 0 : 20 + below(kMostAmount));
        network.outsidePurchases.push_back(below(2) == 0 ? 0 : below(kMostAmount));
    }
    network.classOf.assign(kSectors, std::vector<InputClass>(kSectors));
    for (std::vector<InputClass>& row : network.classOf)
        for (InputClass& inputClass : row)
            inputClass = static_cast<InputClass>(below(3));
    return network;
}

} // namespace

/// Generalised Leontief rationing.
class TestRationing final : public QObject {
    Q_OBJECT

private slots:
    /// Diem et al., Scientific Reports 12:7719 (2022), the first firm closed, downstream.
    void thePublishedExampleIsMetToTheDigit()
    {
        Rationing rationing(sixFirms());
        const std::vector<std::uint32_t> first{0};
        const RationingState& state = rationing.fail(first);
        const std::vector<double> expected{0, .6, .789406819748348, 0, .611111111111111, .878667056068598};
        QVERIFY(greatestDifference(state.down, expected) < 1e-15);
        double lost = 0, all = 0;
        for (std::uint32_t firm = 0; firm < rationing.firms(); ++firm) {
            lost += rationing.salesOf(firm) * (1 - state.down[firm]);
            all += rationing.salesOf(firm);
        }
        QVERIFY(std::abs(lost / all - 0.50687988214742541) < 2e-16);
        QVERIFY(state.residual <= Rationing::kSettled);
    }

    void aSecondWritingOfTheFormulasAgrees_data() { addSeeds(); }
    void aSecondWritingOfTheFormulasAgrees()
    {
        QFETCH(const std::uint32_t, seed);
        const RationingNetwork network = randomNetwork(seed);
        const DenseRationing dense(network);
        Rationing rationing(network);
        for (std::uint32_t firm = 0; firm < rationing.firms(); firm += 5) {
            const RationingState& state = rationing.fail(std::vector<std::uint32_t>{firm});
            const auto down =
                dense.settle(firm, [&](const auto& left, std::size_t j) { return dense.leftDown(left, j); });
            const auto up = dense.settle(firm, [&](const auto& left, std::size_t i) { return dense.leftUp(left, i); });
            QVERIFY(greatestDifference(state.down, down) < 1e-9);
            QVERIFY(greatestDifference(state.up, up) < 1e-9);
        }
    }

    /// What failed before leaves no trace.
    void eachFailureIsByItself_data() { addSeeds(); }
    void eachFailureIsByItself()
    {
        QFETCH(const std::uint32_t, seed);
        const RationingNetwork network = randomNetwork(seed);
        Rationing used(network);
        for (std::uint32_t firm = 0; firm < used.firms(); ++firm) {
            Rationing fresh(network);
            const std::vector<std::uint32_t> failed{firm};
            const RationingState expected = fresh.fail(failed);
            const RationingState& state = used.fail(failed);
            QCOMPARE(state.down, expected.down);
            QCOMPARE(state.up, expected.up);
            QCOMPARE(state.iterations, expected.iterations);
        }
    }

    void whoFailsWithAnotherFallsNoLess_data() { addSeeds(); }
    void whoFailsWithAnotherFallsNoLess()
    {
        QFETCH(const std::uint32_t, seed);
        Rationing rationing(randomNetwork(seed));
        for (std::uint32_t firm = 1; firm < rationing.firms(); ++firm) {
            const RationingState alone = rationing.fail(std::vector<std::uint32_t>{firm});
            const RationingState& both = rationing.fail(std::vector<std::uint32_t>{0, firm});
            for (std::uint32_t each = 0; each < rationing.firms(); ++each) {
                QVERIFY(both.down[each] <= alone.down[each] + 1e-12);
                QVERIFY(both.up[each] <= alone.up[each] + 1e-12);
                QVERIFY(both.down[each] >= 0 && both.up[each] >= 0);
            }
        }
    }

    /// In a ring without an outside all that is left goes round and falls with who fails; the outside stays.
    void theOutsideDoesNotFall()
    {
        RationingNetwork ring;
        ring.links = {{0, 1, 10}, {1, 2, 10}, {2, 0, 10}};
        ring.sectorOf = {0, 1, 2};
        ring.classOf.assign(3, std::vector<InputClass>(3, InputClass::Replaced));
        ring.outsideSales.assign(3, 0);
        ring.outsidePurchases.assign(3, 0);
        const std::vector<std::uint32_t> first{0};
        QCOMPARE(Rationing(ring).fail(first).up, (std::vector<double>{0, 0, 0}));
        ring.outsideSales.assign(3, 10);
        QCOMPARE(Rationing(ring).fail(first).up, (std::vector<double>{0, 0.75, 0.5}));
        ring.outsidePurchases.assign(3, 30);
        QCOMPARE(Rationing(ring).fail(first).down, (std::vector<double>{0, 0.75, 0.9375}));
    }

    void oneFirmAloneFailsAlone()
    {
        RationingNetwork one;
        one.sectorOf = {0};
        one.classOf = {{InputClass::Essential}};
        one.outsideSales = {0};
        one.outsidePurchases = {0};
        Rationing rationing(one);
        const RationingState& state = rationing.fail(std::vector<std::uint32_t>{0});
        QCOMPARE(state.down, std::vector<double>{0});
        QCOMPARE(rationing.fallen().size(), std::size_t{1});
        QCOMPARE(state.residual, 0.0);
    }

private:
    static void addSeeds()
    {
        QTest::addColumn<std::uint32_t>("seed");
        for (std::uint32_t seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
};

QTEST_APPLESS_MAIN(TestRationing)
#include "tst_rationing.moc"
