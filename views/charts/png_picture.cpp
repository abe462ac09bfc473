// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/png_picture.h"

#include "charts/chart_text.h"
#include "charts/picture_evidence.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>

namespace ochain {

ChartStyle styleOf(const ExportOptions& options, bool asOutlines)
{
    ChartStyle style;
    style.theme = options.theme;
    style.sources = options.sources;
    style.lettering = asOutlines ? Lettering::Outlines : Lettering::Text;
    return style;
}

void drawChart(Chart& chart, const ExportOptions& options, bool asOutlines, QPainter& painter)
{
    chart.setStyle(styleOf(options, asOutlines));
    chart.setLit(options.lit);
    chart.paint(painter, QRectF(QPointF(0, 0), QSizeF(options.size)));
}

QImage imageOf(Chart& chart, const ExportOptions& options)
{
    constexpr double kInchesPerMeter = 1 / 0.0254;
    QImage image((QSizeF(options.size) * options.scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(toColour(surfacesOf(options.theme).surface));
    image.setDevicePixelRatio(options.scale);
    QPainter painter(&image);
    drawChart(chart, options, false, painter);
    painter.end();
    // a document that it is put into makes it as large as was asked for, however fine it is
    const int dots = qRound(kPixelsPerInch * options.scale * kInchesPerMeter);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image;
}

Result<QByteArray> pngOf(const Chart& chart, const QImage& image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    const ChartHead& head = headOf(chart.figure());
    writer.setText(QStringLiteral("Title"), head.title);
    writer.setText(QStringLiteral("Description"), head.subtitle);
    writer.setText(QStringLiteral("Software"), QStringLiteral("O-chain"));
    writer.setText(QStringLiteral("ochain"), chartMetadata(chart.figure()));
    if (!writer.write(image))
        return failure(ErrorKind::Io, "{0}", writer.errorString().toStdString());
    return buffer.data();
}

} // namespace ochain
