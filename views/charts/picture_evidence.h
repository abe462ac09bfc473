// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "figures/chart_figure.h"

#include <QByteArray>
#include <QString>

namespace ochain {

/// Lens, figures and sources as JSON, as the files carry them.
[[nodiscard]] QString chartMetadata(const ChartFigure& figure);
/// The same read from a picture that was exported: PNG, SVG or PDF, by what is in the file rather than by its name. Io
/// if it cannot be read, InvalidInput if it is no picture of O-chain's.
[[nodiscard]] Result<QString> chartMetadataIn(const QString& path);

} // namespace ochain
