// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "figures/shown_view.h"

#include <QString>

namespace ochain {

/// What an exported picture shows, from its metadata; fails as chartMetadataIn(), and with InvalidInput where they say
/// nothing that can be shown.
[[nodiscard]] Result<ShownView> pictureViewIn(const QString& path);

} // namespace ochain
