// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/generate.h"

#include "chain/chain_loader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace ochain::bench {
namespace {

constexpr int kStages = 8;
constexpr int kLayerStages = 5;
constexpr std::array<double, kStages> kStageShare{0.14, 0.10, 0.08, 0.12, 0.14, 0.16, 0.14, 0.12};
constexpr int kDepths = 4;

class Generator {
public:
    Generator(std::uint32_t deals, std::uint64_t seed) : m_deals(deals), m_random(seed) {}

    Problems run(Chain& chain)
    {
        m_loader.reserve(Table::Deals, m_deals);
        m_loader.reserve(Table::Tranches, m_deals + m_deals / 4);
        m_loader.reserve(Table::Nodes, m_deals / 5 + 32);
        addTiers();
        addNodes();
        addKinds();
        for (std::uint32_t i = 1; i <= m_deals; ++i)
            addDeal(i);
        return std::move(m_loader).finish(chain);
    }

private:
    using Nodes = std::vector<std::int64_t>; // rowids

    double share() { return static_cast<double>(m_random() >> 11U) * 0x1.0p-53; }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(share() * static_cast<double>(count)); }

    double gauss(double mean, double deviation)
    {
        constexpr double kTwoPi = 6.283185307179586;
        return mean + deviation * std::sqrt(-2 * std::log(1 - share())) * std::cos(kTwoPi * share());
    }

    static RowHead head(std::int64_t rowid)
    {
        RowHead head;
        head.rowid = rowid;
        return head;
    }

    void addTier(std::int64_t rowid, std::int64_t parent, int ordinal, bool isLayer, const std::string& name)
    {
        Tier tier;
        tier.head = head(rowid);
        tier.ordinal = ordinal;
        tier.isLayer = isLayer;
        tier.nameEn = m_loader.text("Stage " + name);
        m_loader.addTier(tier, "stage-" + name, parent);
    }

    void addTiers()
    {
        std::int64_t rowid = kStages;
        for (int stage = 0; stage < kStages; ++stage)
            addTier(stage + 1, 0, stage + 1, stage < kLayerStages, fmt::format("{}", stage + 1));
        for (int stage = 0; stage < kStages; ++stage)
            for (int a = 1; a <= 4; ++a) {
                const std::int64_t middle = ++rowid;
                addTier(middle, stage + 1, a, false, fmt::format("{}-{}", stage + 1, a));
                for (int b = 1; b <= 3; ++b) {
                    addTier(++rowid, middle, b, false, fmt::format("{}-{}-{}", stage + 1, a, b));
                    m_leaves[static_cast<std::size_t>(stage)].push_back(rowid);
                }
            }
    }

    std::size_t drawStage()
    {
        const double draw = share();
        double sum = 0;
        for (std::size_t stage = 0; stage + 1 < kStages; ++stage) {
            sum += kStageShare[stage];
            if (draw <= sum)
                return stage;
        }
        return kStages - 1;
    }

    void addNodes()
    {
        const std::uint32_t count = std::max<std::uint32_t>(kStages * 4, m_deals / 5);
        const Text kind = m_loader.text("company");
        std::array<std::array<Nodes, kDepths>, kStages> byDepth; // parents to choose from; those chosen come up again
        std::vector<std::int64_t> tierOf(count + 1);
        for (std::uint32_t i = 1; i <= count; ++i) {
            const std::size_t stage = i <= kStages ? i - 1 : drawStage();
            const double draw = share();
            std::size_t depth = draw < 0.50 ? 0 : draw < 0.75 ? 1 : draw < 0.90 ? 2 : 3;
            while (depth > 0 && byDepth[stage][depth - 1].empty())
                --depth;
            std::int64_t parent = 0;
            if (depth == 0) {
                const double place = share();
                tierOf[i] =
                    m_leaves[stage]
                            [static_cast<std::size_t>(static_cast<double>(m_leaves[stage].size()) * place * place)];
            } else {
                Nodes& pool = byDepth[stage][depth - 1];
                parent = pool[below(pool.size())];
                pool.push_back(parent);
                tierOf[i] = tierOf[static_cast<std::size_t>(parent)];
            }
            byDepth[stage][depth].push_back(i);
            m_byStage[stage].push_back(i);
            addNode(i, tierOf[i], parent, kind);
        }
    }

    void addNode(std::uint32_t rowid, std::int64_t tier, std::int64_t parent, Text kind)
    {
        Node node;
        node.head = head(rowid);
        node.kind = kind;
        node.nameEn = m_loader.text(fmt::format("Node {:06}", rowid));
        node.latitude = node.longitude = std::numeric_limits<double>::quiet_NaN();
        m_loader.addNode(node, fmt::format("node-{:06}", rowid), tier, parent);
    }

    void addKinds()
    {
        struct Named {
            const char* key;
            Profile profile;
        };
        std::int64_t rowid = 0;
        for (const Named& kind :
             {Named{"hardware", Profile::Deploy}, Named{"cloud", Profile::Term}, Named{"lease", Profile::Term},
              Named{"power", Profile::Term}, Named{"api", Profile::None}, Named{"subscription", Profile::None}}) {
            DealKind row;
            row.head = head(++rowid);
            row.profile = kind.profile;
            row.isAboutMoney = true;
            row.nameEn = m_loader.text(kind.key);
            m_loader.addKind(row, kind.key);
        }
        rowid = 0;
        for (const auto& [key, weight] : {std::pair("operating", 10'000), std::pair("signed", 8'000),
                                          std::pair("announced", 5'000), std::pair("cancelled", 0)}) {
            Status row;
            row.head = head(++rowid);
            row.weight = BasisPoints{weight};
            row.nameEn = m_loader.text(key);
            m_loader.addStatus(row, key);
        }
    }

    /// A party of a stage; who has deals gets more.
    std::int64_t pick(Nodes& pool, const Nodes& nodes)
    {
        const bool isAny = share() < 0.30 || pool.empty();
        const std::int64_t node = isAny ? nodes[below(nodes.size())] : pool[below(pool.size())];
        pool.push_back(node);
        return node;
    }

    void addDeal(std::uint32_t rowid)
    {
        std::size_t from = below(kStages - 1);
        std::size_t gap = 1;
        while (share() < 0.35 && from + gap < kStages - 1)
            ++gap;
        std::size_t to = from + gap;
        if (share() < 0.10)
            std::swap(from, to);
        const std::int64_t supplier = pick(m_suppliers[from], m_byStage[from]);
        const std::int64_t customer = pick(m_customers[to], m_byStage[to]);

        const Day first = dayNumber(2020, 1, 1);
        const Day last = dayNumber(2040, 1, 1);
        const auto days = static_cast<Day>(365.25 * (1 + 9 * share()));
        const Day room = last - first - days + 1;
        const Day starts = first + static_cast<Day>(below(static_cast<std::size_t>(room)));
        Deal deal;
        deal.head = head(rowid);
        deal.starts = dateOf(starts);
        deal.ends = dateOf(starts + days - 1);
        const auto kilowatts = std::max<std::int64_t>(100, static_cast<std::int64_t>(std::exp(gauss(9.2, 1.4))));
        deal.capacity = Kilowatts{kilowatts};
        deal.value =
            Cents{std::max<std::int64_t>(1000, static_cast<std::int64_t>(static_cast<double>(kilowatts) *
                                                                         (days / 365.25) * std::exp(gauss(9.0, 0.8))))};
        const double draw = share();
        const std::int64_t status = draw < 0.45 ? 1 : draw < 0.75 ? 2 : draw < 0.95 ? 3 : 4;
        const auto kind = static_cast<std::int64_t>(1 + below(6));
        m_loader.addDeal(deal, fmt::format("deal-{:07}", rowid), {supplier, customer, kind, status, 0, 0});
        if (share() < 0.30)
            addTranches(rowid, deal, starts, days);
    }

    void addTranches(std::uint32_t dealRowid, const Deal& deal, Day starts, Day days)
    {
        const std::size_t count = 2 + below(5);
        std::array<double, 6> weights{};
        for (std::size_t i = 0; i < count; ++i)
            weights[i] = 0.2 + share();
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        const bool isStaggered = share() < 0.5;
        const Day step = days / static_cast<Day>(count);
        Cents value = deal.value;
        Kilowatts capacity = deal.capacity;
        for (std::size_t i = 0; i < count; ++i) {
            const bool isLast = i + 1 == count;
            const auto part = [&](auto whole) {
                return decltype(whole){static_cast<std::int64_t>(static_cast<double>(whole.value) * weights[i] / sum)};
            };
            const Day from = starts + static_cast<Day>(i) * step;
            Tranche tranche;
            tranche.head = head(++m_tranches);
            tranche.starts = dateOf(from);
            tranche.ends = dateOf((isLast || isStaggered ? starts + days : from + step) - 1);
            tranche.value = isLast ? value : part(deal.value);
            tranche.capacity = isLast ? capacity : part(deal.capacity);
            value -= tranche.value;
            capacity -= tranche.capacity;
            m_loader.addTranche(tranche, fmt::format("tranche-{:07}", m_tranches), dealRowid, 0);
        }
    }

    std::uint32_t m_deals;
    std::int64_t m_tranches = 0;
    std::mt19937_64 m_random;
    ChainLoader m_loader;
    std::array<Nodes, kStages> m_leaves; ///< leaf tiers by stage
    std::array<Nodes, kStages> m_byStage, m_suppliers, m_customers;
};

} // namespace

Problems generateChain(std::uint32_t deals, std::uint64_t seed, Chain& chain)
{
    return Generator(deals, seed).run(chain);
}

} // namespace ochain::bench
