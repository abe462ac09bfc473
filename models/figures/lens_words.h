// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/figure_options.h"
#include "formats/format.h"
#include "schedule/lens.h"

#include <QString>
#include <QStringList>

namespace ochain {

/// The lens in words, for a subtitle: "headline, assumed schedules in, known as of 2025-12-31".
/// @param today  the day that "as known today" names; kNoDay: the clock's, at the place of the user
[[nodiscard]] QString lensWords(const Lens& lens, Day today = kNoDay);
/// What of a lens is not as usual, in the same words; none where all is.
[[nodiscard]] QStringList unusualWords(const Lens& lens);
/// What a picture shows, as one JSON object for its metadata: view, period, lens and the options that matter to the
/// view.
[[nodiscard]] QString lensJson(const QString& view, const Lens& lens, const FigureOptions& options);

} // namespace ochain
