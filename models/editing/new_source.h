// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit_builder.h"

#include <QString>

#include <optional>
#include <string>

namespace ochain {

/// Orders a source of which nothing is known but its address.
/// @param key  takes the one that it gets
[[nodiscard]] std::optional<Problem> orderNewSource(EditBuilder& builder, const Chain& chain, const QString& address,
                                                    const QString& title, std::string& key);

} // namespace ochain
