// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace ochain {

/// How a mark in a legend looks.
enum class MarkStyle : std::uint8_t {
    Solid,
    Hatched,
    Dashed,
    Outline,
    Line,
    DashedLine, ///< what is compared with
    Gained,     ///< what there is more than there
    Lost,       ///< what there is less
};

struct LegendEntry {
    QString text;
    MarkColours colours;
    MarkStyle style = MarkStyle::Solid;
};

/// A source under the picture; `number` counts from 1 in the order in which the figures need them.
struct SourceLine {
    int number = 0;
    QString text; ///< publisher, title, date
    QString url;  ///< as the source has it: webAddress() says whether it may be opened
    std::string key;
    QString brief; ///< publisher and date: for a list on one line
};

/// The figures of a chart as a table: for copying, for screen readers, for the picture's metadata.
struct DataTable {
    QStringList columns;
    std::vector<QStringList> rows;
    std::vector<bool> isNumber; ///< by column
};

/// What every chart says around its marks.
struct ChartHead {
    QString view;     ///< "flow", "capacity", "money"
    QString title;    ///< a question
    QString subtitle; ///< unit, lens, as of, undisclosed
    std::vector<LegendEntry> legend;
    QStringList notes;
    qsizetype lensNotes =
        0; ///< so many of the notes, the first ones, tell what the lens leaves out: however low the picture
    std::vector<SourceLine> sources;
    DataTable table;
    QString emptyTitle; ///< set when there is nothing to draw: what would be here …
    QString emptyHint;  ///< … and how to get there
    QString lensJson;   ///< lens, period and view for the picture's metadata
    [[nodiscard]] bool isEmpty() const noexcept { return !emptyTitle.isEmpty(); }
};

} // namespace ochain
