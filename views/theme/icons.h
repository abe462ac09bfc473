// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>

namespace ochain {

/// A line icon of resources/icons, drawn in the palette's ink at any size and scale, so that it follows the theme.
/// @param name  file name without suffix, such as "undo"
[[nodiscard]] QIcon lineIcon(const QString& name);

} // namespace ochain
