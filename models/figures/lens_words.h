// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "figures/figure_options.h"
#include "formats/format.h"
#include "schedule/lens.h"

#include <QString>
#include <QStringList>

namespace ochain {

/// The lens in words, for a subtitle: "headline, assumed schedules in, known as of 2025-12-31". A scenario, and what is
/// tried, stand in front: "scenario Power slips twelve months, headline, …".
[[nodiscard]] QString lensWords(const Chain& chain, const Lens& lens, const FigureOptions& options);
/// A scenario as a lens names it: "scenario Power slips twelve months"; empty for the base.
[[nodiscard]] QString scenarioWords(const Chain& chain, ScenarioId scenario);
/// What of a lens is not as usual, in the same words; none where all is.
[[nodiscard]] QStringList unusualWords(const Lens& lens);
/// What a picture shows, as one JSON object for its metadata: view, period, lens and the options that matter to the
/// view.
[[nodiscard]] QString lensJson(const QString& view, const Lens& lens, const FigureOptions& options);

} // namespace ochain
