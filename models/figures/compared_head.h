// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/chart_head.h"
#include "figures/compared_words.h"

#include <vector>

namespace ochain {

/// Puts what only the other lens has of notes and sources behind those of the one that is shown.
/// @return the new number of each source of `against`, by its own number less one
std::vector<int> addHeadOf(ChartHead& head, const ChartHead& against, const ComparedWords& lenses);

} // namespace ochain
