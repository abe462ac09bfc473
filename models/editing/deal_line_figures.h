// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/deal_line_text.h"

namespace ochain {

/// Reads the dates of a line: spans from start to end, dates with a word that says what they are. A date by itself is
/// left over.
void readDatesOf(DealLineText& line);
/// Reads the amounts of a line with what is said around them ("up to $100B over seven years"), and a share that is said
/// to be one of stock. Dates must have been read.
void readAmountsOf(DealLineText& line);

} // namespace ochain
