// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/tree_figure.h"

#include <QSize>

namespace ochain {

/// A picture in which all lines of a tree have room, and sources below them; logical pixels.
[[nodiscard]] QSize treePictureSize(const TreeFigure& figure);

} // namespace ochain
