// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "charts/chart.h"
#include "figures/chart_figure.h"

#include <QByteArray>
#include <QImage>
#include <QMimeData>
#include <QSize>
#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ochain {

// How large a picture may be, in the window and on the command line.
inline constexpr int kLeastPictureSide = 160; ///< logical pixels
inline constexpr int kMostPictureSide = 20'000;
inline constexpr double kLeastPictureScale = 0.5;
inline constexpr double kMostPictureScale = 8;
inline constexpr double kPixelsPerInch = 96; ///< logical ones: what a size of a picture is on paper

inline constexpr qsizetype kMostTitle = 300; ///< characters of a title or subtitle in place of the own

/// A size that has a name: a slide of 16:9, half a page of A4, a large screen.
struct PictureSize {
    std::string_view name;
    QSize size;
};
inline constexpr std::array<PictureSize, 3> kPictureSizes{
    {{"slide", {1280, 720}}, {"a4half", {794, 561}}, {"large", {1600, 1000}}}};

enum class ExportFormat : std::uint8_t { Png, Svg, Pdf };

struct ExportOptions {
    QSize size{1280, 720}; ///< logical: the defaults fill a 16:9 slide
    double scale = 2;      ///< pixels a logical one, PNG and clipboard only
    Theme theme = Theme::Light;
    SourceStyle sources = SourceStyle::Full;
    QString title;                ///< in place of the picture's own; empty: its own
    QString subtitle;             ///< the same
    bool isOutlined = false;      ///< words of SVG and PDF as shapes, which nobody can search or edit
    std::vector<std::string> lit; ///< ids that stand out while the rest fades; empty: nothing fades
};

/// A picture as the bytes of a file.
struct DrawnPicture {
    QByteArray bytes;
    std::vector<char32_t> missing; ///< characters that no font has, each once, in the order of their numbers
};

/// A picture for the clipboard.
struct CopiedPicture {
    std::unique_ptr<QMimeData> data; ///< as image, as PNG with its metadata and as SVG: whoever pastes it chooses
    std::vector<char32_t> missing;   ///< as of a file
};

/// By the ending of a file's name: .png, .svg, .pdf; InvalidInput for anything else.
[[nodiscard]] Result<ExportFormat> exportFormatOf(const QString& path);
/// "png", "svg" or "pdf".
[[nodiscard]] QString endingOf(ExportFormat format);
/// The name of a file with the ending of a format if it has none. A dot within a name ("Q3.2026") begins no ending.
[[nodiscard]] QString withEnding(const QString& path, ExportFormat format);
/// The size of the options, or the least of its shape in which a chart has room.
[[nodiscard]] QSize sizeWithRoom(const ChartFigure& figure, const ExportOptions& options);
/// InvalidInput, with a sentence, for a side out of bounds.
[[nodiscard]] Result<void> checkPictureSize(QSize size);
/// Puts the words of the options in place of a figure's own.
[[nodiscard]] ChartFigure retitled(ChartFigure figure, const ExportOptions& options);
/// Draws a chart into a file with its lens, figures and sources as metadata; written beside and put in place whole. Io
/// if it cannot be written, InvalidInput for a side or a scale out of bounds, or more pixels than fit into memory.
/// @return the characters that no font has
[[nodiscard]] Result<std::vector<char32_t>> exportChart(const ChartFigure& figure, ExportFormat format,
                                                        const ExportOptions& options, const QString& path);
/// What such a file holds, of what a chart shows: a chart that has shown others before keeps the order of what stays.
/// Its figure has its titles already.
[[nodiscard]] Result<DrawnPicture> drawnChart(Chart& chart, ExportFormat format, const ExportOptions& options);
/// The same picture as pixels.
[[nodiscard]] QImage chartImage(const ChartFigure& figure, const ExportOptions& options);
/// The same picture for the clipboard. InvalidInput as of exportChart().
[[nodiscard]] Result<CopiedPicture> chartForClipboard(const ChartFigure& figure, const ExportOptions& options);
/// "U+1F9FF, U+E123": for a sentence on characters that no font has.
[[nodiscard]] QString charactersText(const std::vector<char32_t>& characters);

} // namespace ochain
