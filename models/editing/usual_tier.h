// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"

namespace ochain {

/// The tier in which most of those stand who are at one end of the deals of a kind: where a new one of them will stand
/// too. Unset if there is no such deal. Of equal ones the one entered first.
/// @param end  deal_field::Supplier or deal_field::Customer
[[nodiscard]] TierId usualTier(const Chain& chain, KindId kind, Field end);

} // namespace ochain
