// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "document/document.h"
#include "figures/figure_options.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>

namespace ochain {

/// What a chart shows, as pictures, saved views and answers tell it: to be opened again.
struct ShownView {
    QString view;                          ///< "flow", "capacity" or "money"
    ViewLens lens;                         ///< of the period kTotal: whichever period is looked at
    QString state;                         ///< the JSON object that says so, for ChartView::restoreState()
    std::string group;                     ///< the key of the company or tier that it is of
    std::optional<std::string> scenario{}; ///< the key of the one viewed, empty for the base; nothing: whichever is
};

/// How a table is looked at.
struct ShownTable {
    QString name; ///< "deals", "nodes", "metrics", "events", "sources", "problems" or "history"
    QString filter;
    QStringList columns; ///< those shown, from left to right, by their English titles; empty: as they are
    QString sortedBy;    ///< the column, likewise; empty: the order of entry
    bool isDescending = false;
    bool operator==(const ShownTable&) const = default;
};

/// What a saved view or an answer leads to. What it says nothing of stays as it is.
struct Place {
    std::optional<ShownView> chart;
    std::optional<ShownTable> table;
};

[[nodiscard]] ShownView shownView(const QString& view, const ViewLens& lens, FigureOptions options,
                                  std::optional<bool> isPinned = {});
/// Reads what lensJson() wrote; nothing if it names no view or no period. What of a lens is not known counts as usual.
[[nodiscard]] std::optional<ShownView> shownViewIn(const QString& json);

/// The state of a saved view: one line of JSON, described in the README of this folder.
/// @param place  with a chart
[[nodiscard]] QString savedState(const Place& place);
/// Reads it. Newer: a later O-chain wrote it; InvalidInput: it is no such line.
[[nodiscard]] Result<Place> savedStateIn(std::string_view text);

} // namespace ochain
