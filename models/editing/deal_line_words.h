// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/deal_line_text.h"

namespace ochain {

/// Reads what is said in words: the kind of the deal and its status, by key, by name in either language or by a usual
/// word, and who is bound.
void readWordsOf(DealLineText& line);

} // namespace ochain
