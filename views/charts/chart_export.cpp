// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_export.h"

#include "charts/chart.h"
#include "charts/chart_text.h"

#include "document/names.h"
#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgGenerator>

#include <nlohmann/json.hpp>

namespace ochain {

namespace {

constexpr qint64 kMostPixels = 400'000'000; ///< of a PNG: what fits into memory several times over

std::string utf8(const QString& text)
{
    return text.toStdString();
}

nlohmann::ordered_json listOf(const QStringList& texts)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const QString& text : texts)
        list.push_back(utf8(text));
    return list;
}

/// Paints what a chart shows.
void draw(Chart& chart, const ExportOptions& options, bool asOutlines, QPainter& painter)
{
    ChartStyle style;
    style.theme = options.theme;
    style.textAsOutlines = asOutlines;
    chart.setStyle(style);
    chart.setLit(options.lit);
    chart.paint(painter, QRectF(QPointF(0, 0), QSizeF(options.size)));
}

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
    chart.setStyle(ChartStyle{options.theme});
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
                   utf8(path), utf8(reason));
}

QImage imageOf(Chart& chart, const ExportOptions& options)
{
    QImage image((QSizeF(options.size) * options.scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(toColour(surfacesOf(options.theme).surface));
    image.setDevicePixelRatio(options.scale);
    QPainter painter(&image);
    draw(chart, options, false, painter);
    return image;
}

Result<void> writePng(Chart& chart, const ExportOptions& options, QIODevice& device)
{
    QImage image = imageOf(chart, options);
    QImageWriter writer(&device, "png");
    const ChartHead& head = headOf(chart.figure());
    writer.setText(QStringLiteral("Title"), head.title);
    writer.setText(QStringLiteral("Description"), head.subtitle);
    writer.setText(QStringLiteral("Software"), QStringLiteral("O-chain"));
    writer.setText(QStringLiteral("ochain"), chartMetadata(chart.figure()));
    if (!writer.write(image))
        return cannotWrite({}, writer.errorString());
    return {};
}

/// Qt's writer has no place for metadata beside title and description: it goes in behind the opening tag. Its size,
/// which the writer gives in rounded millimetres, is said in pixels, so that no viewer adds a margin.
QByteArray completed(QByteArray svg, QSize size, const QString& json)
{
    const qsizetype root = svg.indexOf("<svg");
    const qsizetype end = root < 0 ? -1 : svg.indexOf('>', root);
    if (end < 0)
        return svg;
    QString tag = QString::fromUtf8(svg.mid(root, end + 1 - root));
    static const QRegularExpression sides(QStringLiteral("width=\"[^\"]*\" height=\"[^\"]*\""));
    tag.replace(sides, QStringLiteral("width=\"%1\" height=\"%2\"").arg(size.width()).arg(size.height()));
    const QString data = QStringLiteral("\n<metadata id=\"ochain\" type=\"application/json\">") + json.toHtmlEscaped() +
                         QStringLiteral("</metadata>");
    return svg.replace(root, end + 1 - root, (tag + data).toUtf8());
}

Result<void> writeSvg(Chart& chart, const ExportOptions& options, QIODevice& device)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(options.size);
    generator.setViewBox(QRect(QPoint(0, 0), options.size));
    generator.setResolution(96);
    generator.setTitle(headOf(chart.figure()).title);
    generator.setDescription(headOf(chart.figure()).subtitle);
    QPainter painter;
    if (!painter.begin(&generator))
        return cannotWrite({}, QStringLiteral("SVG"));
    draw(chart, options, true, painter);
    painter.end();
    const QByteArray svg = completed(buffer.data(), options.size, chartMetadata(chart.figure()));
    if (device.write(svg) != svg.size())
        return cannotWrite({}, device.errorString());
    return {};
}

Result<void> writePdf(Chart& chart, const ExportOptions& options, QIODevice& device)
{
    QPdfWriter writer(&device);
    writer.setResolution(72);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    constexpr double kPointsPerPixel = 0.75; // 96 logical pixels and 72 points an inch
    writer.setPageSize(
        QPageSize(QSizeF(options.size) * kPointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setTitle(headOf(chart.figure()).title);
    writer.setCreator(QStringLiteral("O-chain"));
    writer.addFileAttachment(QStringLiteral("ochain.json"), chartMetadata(chart.figure()).toUtf8(),
                             QStringLiteral("application/json"));
    writer.setResolution(1200); // coordinates of paths are whole numbers of this grid
    QPainter painter;
    if (!painter.begin(&writer))
        return cannotWrite({}, QStringLiteral("PDF"));
    painter.scale(1200.0 / 96, 1200.0 / 96);
    draw(chart, options, true, painter);
    if (!painter.end())
        return cannotWrite({}, device.errorString());
    return {};
}

} // namespace

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
    if (ending == QLatin1String("png"))
        return ExportFormat::Png;
    if (ending == QLatin1String("svg"))
        return ExportFormat::Svg;
    if (ending == QLatin1String("pdf"))
        return ExportFormat::Pdf;
    return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "“{0}” does not end in .png, .svg or .pdf"),
                   utf8(path));
}

QString chartMetadata(const ChartFigure& figure)
{
    const ChartHead& head = headOf(figure);
    nlohmann::ordered_json json;
    json["title"] = utf8(head.title);
    json["subtitle"] = utf8(head.subtitle);
    json["lens"] = nlohmann::ordered_json::parse(utf8(head.lensJson), nullptr, false);
    json["notes"] = listOf(head.notes);
    json["columns"] = listOf(head.table.columns);
    json["rows"] = nlohmann::ordered_json::array();
    for (const QStringList& row : head.table.rows)
        json["rows"].push_back(listOf(row));
    json["sources"] = nlohmann::ordered_json::array();
    for (const SourceLine& source : head.sources)
        json["sources"].push_back(
            {{"number", source.number}, {"key", source.key}, {"text", utf8(source.text)}, {"url", utf8(source.url)}});
    return QString::fromStdString(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

QImage chartImage(const ChartFigure& figure, const ExportOptions& options)
{
    Chart chart;
    chart.setFigure(figure);
    return imageOf(chart, options);
}

Result<QByteArray> drawnChart(Chart& chart, ExportFormat format, const ExportOptions& options)
{
    if (Result<void> checked = check(format, options); !checked)
        return tl::unexpected(std::move(checked.error()));
    if (Result<void> checked = checkRoom(chart, options); !checked)
        return tl::unexpected(std::move(checked.error()));
    QBuffer picture;
    picture.open(QIODevice::WriteOnly);
    Result<void> drawn = format == ExportFormat::Png   ? writePng(chart, options, picture)
                         : format == ExportFormat::Svg ? writeSvg(chart, options, picture)
                                                       : writePdf(chart, options, picture);
    if (!drawn)
        return tl::unexpected(std::move(drawn.error()));
    return picture.data();
}

Result<void> exportChart(const ChartFigure& figure, ExportFormat format, const ExportOptions& options,
                         const QString& path)
{
    if (Result<void> checked = check(format, options); !checked)
        return checked;
    Chart chart;
    chart.setFigure(figure);
    // Drawing takes a while, and a program may be told to end meanwhile: nothing lies on the disk yet.
    const Result<QByteArray> picture = drawnChart(chart, format, options);
    if (!picture && picture.error().kind != ErrorKind::Io)
        return tl::unexpected(picture.error());
    if (!picture)
        return cannotWrite(path, toQString(picture.error().sentence.args.back()));
    QSaveFile file(path); // beside the target, and in its place only when it is whole
    if (!file.open(QIODevice::WriteOnly) || file.write(*picture) != picture->size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

} // namespace ochain
