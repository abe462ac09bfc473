// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "figures/chart_figure.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace ochain {

class Chart;

// How large a picture may be, in the window and on the command line.
inline constexpr int kLeastPictureSide = 160; ///< logical pixels
inline constexpr int kMostPictureSide = 20'000;
inline constexpr double kLeastPictureScale = 0.5;
inline constexpr double kMostPictureScale = 8;

enum class ExportFormat : std::uint8_t { Png, Svg, Pdf };

struct ExportOptions {
    QSize size{1280, 720}; ///< logical: the defaults fill a 16:9 slide
    double scale = 2;      ///< pixels a logical one, PNG and clipboard only
    Theme theme = Theme::Light;
    std::vector<std::string> lit; ///< what is selected on the screen is so in the file
};

/// By the ending of a file's name: .png, .svg, .pdf; InvalidInput for anything else.
[[nodiscard]] Result<ExportFormat> exportFormatOf(const QString& path);
/// InvalidInput, with a sentence, for a side out of bounds.
[[nodiscard]] Result<void> checkPictureSize(QSize size);
/// Draws a chart into a file with its lens, figures and sources as metadata; written beside and put in place whole. Io
/// if it cannot be written, InvalidInput for a side or a scale out of bounds, or more pixels than fit into memory.
[[nodiscard]] Result<void> exportChart(const ChartFigure& figure, ExportFormat format, const ExportOptions& options,
                                       const QString& path);
/// What such a file holds, of what a chart shows: a chart that has shown others before keeps the order of what stays.
[[nodiscard]] Result<QByteArray> drawnChart(Chart& chart, ExportFormat format, const ExportOptions& options);
/// The same picture for the clipboard.
[[nodiscard]] QImage chartImage(const ChartFigure& figure, const ExportOptions& options);
/// Lens, figures and sources as JSON, as the files carry them.
[[nodiscard]] QString chartMetadata(const ChartFigure& figure);

} // namespace ochain
