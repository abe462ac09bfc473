// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pdf_picture.h"

#include "charts/pdf_update.h"
#include "charts/picture_evidence.h"
#include "charts/picture_fonts.h"
#include "charts/png_picture.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <set>

namespace ochain {

namespace {

constexpr double kPointsPerPixel = 72 / kPixelsPerInch;
constexpr int kDots = 1200; ///< an inch: coordinates of paths are whole numbers of this grid

/// What the characters of a font's own table are to be read as. Qt takes the first character that a glyph has: a
/// radical for 文, and one character for the three of "ffi". Who searches types what was written.
class Readings {
public:
    explicit Readings(const std::vector<WrittenText>& texts) : m_fonts(fontsOf(texts))
    {
        for (const UsedFont& used : m_fonts)
            m_written.insert(used.characters.begin(), used.characters.end());
    }
    [[nodiscard]] QString operator()(char32_t character) const
    {
        QString own = QString::fromUcs4(&character, 1);
        if (isWritten(own))
            return own;
        if (QString plain = own.normalized(QString::NormalizationForm_KC); isWritten(plain))
            return plain;
        for (const UsedFont& used : m_fonts)
            if (const char32_t twin = twinOf(own, used); twin != 0)
                return QString::fromUcs4(&twin, 1);
        return own;
    }

private:
    [[nodiscard]] bool isWritten(const QString& text) const
    {
        const QList<uint> characters = text.toUcs4();
        return std::all_of(characters.begin(), characters.end(),
                           [this](uint each) { return m_written.count(each) > 0; });
    }
    /// A character written that has the same glyph.
    [[nodiscard]] static char32_t twinOf(const QString& character, const UsedFont& used)
    {
        const QList<quint32> glyph = used.font.glyphIndexesForString(character);
        for (const char32_t each : used.characters)
            if (glyph.value(0) != 0 && used.font.glyphIndexesForString(QString::fromUcs4(&each, 1)) == glyph)
                return each;
        return 0;
    }
    std::vector<UsedFont> m_fonts;
    std::set<char32_t> m_written;
};

/// Qt rounds a page to whole points.
QByteArray withExactPage(const QByteArray& page, QSize size)
{
    static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
    const QString text = QString::fromLatin1(page);
    const QRegularExpressionMatch match = box.match(text);
    if (!match.hasMatch())
        return page;
    const QSizeF exact = QSizeF(size) * kPointsPerPixel;
    const double top = match.captured(2).toDouble(); // points count from below
    const QString measured = QStringLiteral("/MediaBox [0 %1 %2 %3]")
                                 .arg(top - exact.height(), 0, 'f', 2)
                                 .arg(exact.width(), 0, 'f', 2)
                                 .arg(top, 0, 'f', 2);
    return QString(text).replace(match.capturedStart(), match.capturedLength(), measured).toLatin1();
}

QByteArray completed(const QByteArray& pdf, const Chart& chart, const ExportOptions& options)
{
    static const QRegularExpression toUnicode(QStringLiteral("/ToUnicode ([0-9]+) 0 R"));
    static const QRegularExpression file(QStringLiteral("/EF <</F ([0-9]+) 0 R>>"));
    const Readings readings(chart.texts());
    PdfUpdate update(pdf);
    for (const int number : update.objects()) {
        const QByteArray body = update.object(number);
        if (body.contains("/Type /Page\n"))
            update.replace(number, withExactPage(body, options.size));
        if (body.contains("/Type/Filespec")) // unpacked, so that reading it again needs no unpacking
            update.replace(file.match(QString::fromLatin1(body)).captured(1).toInt(),
                           pdfStream("/Type /EmbeddedFile", chartMetadata(chart.figure()).toUtf8()));
        if (!body.startsWith("<< /Type /Font\n"))
            continue;
        const int table = toUnicode.match(QString::fromLatin1(body)).captured(1).toInt();
        const QByteArray stream = update.object(table);
        const qsizetype start = stream.indexOf("stream\n") + 7;
        const qsizetype end = stream.lastIndexOf("\nendstream");
        if (table > 0 && start > 6 && end > start)
            update.replace(table, pdfStream({}, withCharacters(stream.mid(start, end - start), readings)));
    }
    return update.finished();
}

} // namespace

Result<QByteArray> pdfOf(Chart& chart, const ExportOptions& options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    const QSizeF points = QSizeF(options.size) * kPointsPerPixel;
    writer.setPageSize(QPageSize(QSizeF(std::ceil(points.width()), std::ceil(points.height())), QPageSize::Point,
                                 QString(), QPageSize::ExactMatch));
    writer.setTitle(headOf(chart.figure()).title);
    writer.setCreator(QStringLiteral("O-chain"));
    writer.addFileAttachment(QStringLiteral("ochain.json"), chartMetadata(chart.figure()).toUtf8(),
                             QStringLiteral("application/json"));
    writer.setResolution(kDots);
    QPainter painter;
    if (!painter.begin(&writer))
        return failure(ErrorKind::Io, "{0}", std::string("PDF"));
    painter.scale(kDots / kPixelsPerInch, kDots / kPixelsPerInch);
    drawChart(chart, options, options.isOutlined, painter);
    if (!painter.end())
        return failure(ErrorKind::Io, "{0}", buffer.errorString().toStdString());
    return completed(buffer.data(), chart, options);
}

} // namespace ochain
