// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_export.h"

#include "charts/pdf_picture.h"
#include "charts/picture_fonts.h"
#include "charts/png_picture.h"
#include "charts/svg_picture.h"
#include "document/names.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <utility>

namespace ochain {

namespace {

constexpr qint64 kMostPixels = 400'000'000; ///< of a PNG: what fits into memory several times over

Result<void> check(ExportFormat format, const ExportOptions& options)
{
    if (Result<void> fits = checkPictureSize(options.size); !fits)
        return fits;
    if (!(options.scale >= kLeastPictureScale && options.scale <= kMostPictureScale))
        return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "the scale must lie between 0.5 and 8"));
    const double pixels = options.size.width() * options.scale * options.size.height() * options.scale;
    if (format == ExportFormat::Png && pixels > static_cast<double>(kMostPixels))
        return failure(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "a picture of that size and scale would be too large; make one of them smaller, or write an SVG or PDF"));
    return {};
}

/// A picture that has no room for its marks is refused with the size that has.
Result<void> checkRoom(Chart& chart, const ExportOptions& options)
{
    chart.setStyle(styleOf(options, false));
    if (chart.fits(QSizeF(options.size)))
        return {};
    const QSize least = chart.leastSize(options.size);
    return failure(
        ErrorKind::InvalidInput,
        QT_TRANSLATE_NOOP("Sentence", "a picture of {0} × {1} has no room for this chart; give it at least {2} × {3}"),
        std::to_string(options.size.width()), std::to_string(options.size.height()), std::to_string(least.width()),
        std::to_string(least.height()));
}

tl::unexpected<Error> cannotWrite(const QString& path, const QString& reason)
{
    return failure(ErrorKind::Io, QT_TRANSLATE_NOOP("Sentence", "the picture cannot be written to {0}: {1}"),
                   path.toStdString(), reason.toStdString());
}

Result<QByteArray> written(Chart& chart, ExportFormat format, const ExportOptions& options)
{
    switch (format) {
    case ExportFormat::Svg:
        return svgOf(chart, options);
    case ExportFormat::Pdf:
        return pdfOf(chart, options);
    case ExportFormat::Png:
        break;
    }
    return pngOf(chart, imageOf(chart, options));
}

} // namespace

QSize sizeWithRoom(const ChartFigure& figure, const ExportOptions& options)
{
    Chart chart;
    chart.setFigure(retitled(figure, options));
    chart.setStyle(styleOf(options, false));
    return chart.leastSize(options.size);
}

Result<void> checkPictureSize(QSize size)
{
    for (const int side : {size.width(), size.height()})
        if (side < kLeastPictureSide || side > kMostPictureSide)
            return failure(
                ErrorKind::InvalidInput,
                QT_TRANSLATE_NOOP("Sentence", "a picture of {0} is not possible; give a side from {1} to {2} pixels"),
                std::to_string(side), std::to_string(kLeastPictureSide), std::to_string(kMostPictureSide));
    return {};
}

Result<ExportFormat> exportFormatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    for (const ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf})
        if (ending == endingOf(format))
            return format;
    return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "“{0}” does not end in .png, .svg or .pdf"),
                   path.toStdString());
}

QString endingOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Svg:
        return QStringLiteral("svg");
    case ExportFormat::Pdf:
        return QStringLiteral("pdf");
    case ExportFormat::Png:
        break;
    }
    return QStringLiteral("png");
}

QString withEnding(const QString& path, ExportFormat format)
{
    static const QRegularExpression ending(QStringLiteral("^[A-Za-z][A-Za-z0-9]{0,4}$"));
    const QString name = QFileInfo(path).fileName();
    const bool isHidden = name.lastIndexOf(QLatin1Char('.')) == 0; // its dot begins the name, not an ending
    if (name.isEmpty() || (!isHidden && ending.match(QFileInfo(name).suffix()).hasMatch()))
        return path;
    const bool endsInDot = path.endsWith(QLatin1Char('.'));
    return (endsInDot ? path : path + QLatin1Char('.')) + endingOf(format);
}

ChartFigure retitled(ChartFigure figure, const ExportOptions& options)
{
    std::visit(
        [&options](auto& each) {
            if (!options.title.isEmpty())
                each.head.title = options.title;
            if (!options.subtitle.isEmpty())
                each.head.subtitle = options.subtitle;
        },
        figure);
    return figure;
}

QImage chartImage(const ChartFigure& figure, const ExportOptions& options)
{
    Chart chart;
    chart.setFigure(retitled(figure, options));
    return imageOf(chart, options);
}

Result<CopiedPicture> chartForClipboard(const ChartFigure& figure, const ExportOptions& options)
{
    if (Result<void> checked = check(ExportFormat::Png, options); !checked)
        return tl::unexpected(std::move(checked.error()));
    Chart chart;
    chart.setFigure(retitled(figure, options));
    if (Result<void> checked = checkRoom(chart, options); !checked)
        return tl::unexpected(std::move(checked.error()));
    const QImage image = imageOf(chart, options);
    const Result<QByteArray> png = pngOf(chart, image);
    if (image.isNull() || !png)
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence",
                                         "the picture is too large for the clipboard; choose a smaller size or scale"));
    auto data = std::make_unique<QMimeData>();
    data->setImageData(image);
    data->setData(QStringLiteral("image/png"), *png);
    if (const Result<QByteArray> svg = svgOf(chart, options); svg)
        data->setData(QStringLiteral("image/svg+xml"), *svg);
    return CopiedPicture{std::move(data), missingIn(chart.texts())};
}

Result<DrawnPicture> drawnChart(Chart& chart, ExportFormat format, const ExportOptions& options)
{
    if (Result<void> checked = check(format, options); !checked)
        return tl::unexpected(std::move(checked.error()));
    if (Result<void> checked = checkRoom(chart, options); !checked)
        return tl::unexpected(std::move(checked.error()));
    Result<QByteArray> bytes = written(chart, format, options);
    if (!bytes)
        return tl::unexpected(std::move(bytes.error()));
    return DrawnPicture{std::move(*bytes), missingIn(chart.texts())};
}

Result<std::vector<char32_t>> exportChart(const ChartFigure& figure, ExportFormat format, const ExportOptions& options,
                                          const QString& path)
{
    if (Result<void> checked = check(format, options); !checked)
        return tl::unexpected(std::move(checked.error()));
    Chart chart;
    chart.setFigure(retitled(figure, options));
    // Drawing takes a while, and a program may be told to end meanwhile: nothing lies on the disk yet.
    Result<DrawnPicture> picture = drawnChart(chart, format, options);
    if (!picture && picture.error().kind != ErrorKind::Io)
        return tl::unexpected(std::move(picture.error()));
    if (!picture)
        return cannotWrite(path, toQString(picture.error().sentence.args.back()));
    QSaveFile file(path); // beside the target, and in its place only when it is whole
    if (!file.open(QIODevice::WriteOnly) || file.write(picture->bytes) != picture->bytes.size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return std::move(picture->missing);
}

QString charactersText(const std::vector<char32_t>& characters)
{
    QStringList names;
    names.reserve(static_cast<qsizetype>(characters.size()));
    for (const char32_t character : characters)
        names << QStringLiteral("U+%1").arg(static_cast<uint>(character), 4, 16, QLatin1Char('0')).toUpper();
    return names.join(QStringLiteral(", "));
}

} // namespace ochain
