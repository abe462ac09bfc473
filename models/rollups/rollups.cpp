// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollups.h"

#include "rollups/rollup_builder.h"
#include "rollups/rollups_private.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

constexpr std::array<std::string_view, kMeasureCount> kMeasureNames{
    "revenue",
    "spend",
    "net",
    "capital_in",
    "capital_out",
    "gap",
    "funding",
    "backlog",
    "capacity_in",
    "capacity_out",
    "binding",
    "deals",
    "deals_undisclosed_money",
    "deals_undisclosed_capacity",
    "internal_trade",
    "internal_capital",
};

} // namespace

std::string_view measureName(Measure measure) noexcept
{
    return kMeasureNames[static_cast<std::size_t>(measure)];
}

std::optional<Measure> measureNamed(std::string_view name) noexcept
{
    const auto* const found = std::find(kMeasureNames.begin(), kMeasureNames.end(), name);
    if (found == kMeasureNames.end())
        return std::nullopt;
    return static_cast<Measure>(found - kMeasureNames.begin());
}

Rollups::Rollups() : m_private(std::make_unique<Private>())
{}
Rollups::~Rollups() = default;
Rollups::Rollups(Rollups&&) noexcept = default;
Rollups& Rollups::operator=(Rollups&&) noexcept = default;

bool Rollups::compute(const Chain& chain, const Lens& lens, const std::function<bool(double)>& step)
{
    if (!step)
        m_private->store = SeriesStore(0, 0, 0); // nobody can cancel, so two need not stand side by side
    const Calendar calendar = chain.calendar();
    SeriesStore store(chain.tiers().slotCount(), chain.nodes().slotCount(), calendar.quarters());
    if (!RollupBuilder(chain, lens, calendar, store).run(step))
        return false;
    Private& p = *m_private;
    p.store = std::move(store);
    p.lens = lens;
    p.calendar = calendar;
    p.layers = static_cast<std::uint32_t>(chain.layers().size());
    p.stats = {chain.deals().size(), 0, 0, true};
    p.book.clear();
    p.readersBook.clear();
    p.before.reset(calendar);
    p.after.reset(calendar);
    return true;
}

const Lens& Rollups::lens() const noexcept
{
    return m_private->lens;
}

const Calendar& Rollups::calendar() const noexcept
{
    return m_private->calendar;
}

const RollupStats& Rollups::lastStats() const noexcept
{
    return m_private->stats;
}

std::size_t Rollups::memory() const noexcept
{
    return sizeof(Private) + m_private->store.memory();
}

} // namespace ochain
