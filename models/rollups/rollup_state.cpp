// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups/rollup_state.h"

#include "rollups/rollup_builder.h"

#include <utility>

namespace ochain {

RollupState::RollupState(const RollupState& other)
    : lens(other.lens), calendar(other.calendar), layers(other.layers), stats(other.stats), store(other.store)
{
    before.reset(calendar);
    after.reset(calendar);
}

bool RollupState::compute(const Chain& chain, const Lens& newLens, const Progress& progress)
{
    if (!progress)
        store = SeriesStore(0, 0, 0); // nobody can cancel, so two need not stand side by side
    const Calendar newCalendar = chain.calendar();
    SeriesStore computed(chain.tiers().slotCount(), chain.nodes().slotCount(), newCalendar.quarters());
    if (!RollupBuilder(chain, newLens, newCalendar, computed).run(progress))
        return false;
    store = std::move(computed);
    lens = newLens;
    calendar = newCalendar;
    layers = static_cast<std::uint32_t>(chain.layers().size());
    stats = {chain.deals().size(), 0, 0, true};
    book.clear();
    readersBook.clear();
    before.reset(calendar);
    after.reset(calendar);
    return true;
}

} // namespace ochain
