// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "document/document.h"

#include <QString>

#include <string>

namespace ochain {

/// What an exported picture shows, to be opened again.
struct PictureView {
    QString view; ///< "flow", "capacity" or "money"
    ViewLens lens;
    QString state;     ///< for ChartView::restoreState()
    std::string group; ///< the key of the company or tier that it is of
};

/// Reads it from the metadata of a picture; fails as chartMetadataIn(), and with InvalidInput where they say nothing
/// that can be shown. What of a lens is not known counts as usual.
[[nodiscard]] Result<PictureView> pictureViewIn(const QString& path);

} // namespace ochain
