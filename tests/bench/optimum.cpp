// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/optimum.h"

#include "layout/lower_bound.h"
#include "layout/wishes.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace ochain::bench {

using namespace layout;

namespace {

/// The problem as weighted clauses, in the text form that solvers of partial maximum satisfiability read.
class Problem {
public:
    explicit Problem(const Layered& layered) : m_wishes(layered), m_variables(m_wishes.pairs())
    {
        for (std::uint32_t c = 0; c < layered.columns; ++c)
            addTransitivity(c);
        for (const Wish& wish : m_wishes.all())
            add(wish);
    }

    bool write(const std::filesystem::path& file) const
    {
        std::ofstream out(file);
        const std::int64_t hard = m_total + 1;
        out << fmt::format("p wcnf {} {} {}\n", m_variables, m_hard.size() + m_soft.size(), hard);
        for (const std::string& clause : m_hard)
            out << hard << ' ' << clause << " 0\n";
        for (const std::string& clause : m_soft)
            out << clause << " 0\n";
        out.close();
        return out.good();
    }

private:
    [[nodiscard]] static std::int64_t variable(std::uint32_t pair) { return static_cast<std::int64_t>(pair) + 1; }

    void addTransitivity(std::uint32_t column)
    {
        for (std::uint32_t k = 2; k < m_wishes.size(column); ++k) {
            for (std::uint32_t j = 1; j < k; ++j) {
                for (std::uint32_t i = 0; i < j; ++i) {
                    const auto ij = variable(m_wishes.pair(column, i, j));
                    const auto jk = variable(m_wishes.pair(column, j, k));
                    const auto ik = variable(m_wishes.pair(column, i, k));
                    m_hard.push_back(fmt::format("{} {} {}", -ij, -jk, ik));
                    m_hard.push_back(fmt::format("{} {} {}", ij, jk, -ik));
                }
            }
        }
    }

    /// Another variable says that the wish is fulfilled.
    void add(const Wish& wish)
    {
        const auto fulfilled = static_cast<std::int64_t>(++m_variables);
        const auto left = variable(wish.left);
        const auto right = wish.wantsSame ? variable(wish.right) : -variable(wish.right);
        m_hard.push_back(fmt::format("{} {} {}", -fulfilled, -left, right));
        m_hard.push_back(fmt::format("{} {} {}", -fulfilled, left, -right));
        const std::int64_t weight = std::llround(wish.weight);
        m_total += weight;
        m_soft.push_back(fmt::format("{} {}", weight, fulfilled));
    }

    Wishes m_wishes;
    std::uint64_t m_variables = 0;
    std::int64_t m_total = 0;
    std::vector<std::string> m_hard;
    std::vector<std::string> m_soft;
};

std::string outputOf(const std::string& command)
{
    std::string text;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 4096> buffer{};
    while (pipe && fgets(buffer.data(), static_cast<int>(buffer.size()), pipe.get()) != nullptr)
        text += buffer.data();
    return text;
}

} // namespace

std::optional<double> provenOptimum(const Layered& layered, double known, int seconds,
                                    const std::filesystem::path& folder)
{
    const double fixed = crossingsBound(layered); // paid in any case
    if (known <= fixed)
        return known;
    const std::filesystem::path file = folder / "problem.wcnf";
    if (!Problem(layered).write(file))
        return {};
    const std::string text =
        outputOf(fmt::format("clasp --quiet=1 --opt-strategy=usc,oll,4 --opt-usc-shrink=bin --opt-mode=opt,{:.0f} "
                             "--time-limit={} '{}' 2>/dev/null",
                             known - fixed, seconds, file.string()));
    if (text.find("\ns OPTIMUM FOUND") == std::string::npos)
        return {};
    const std::size_t cost = text.rfind("\no ");
    return cost == std::string::npos ? std::optional<double>() : fixed + std::stod(text.substr(cost + 3));
}

} // namespace ochain::bench
