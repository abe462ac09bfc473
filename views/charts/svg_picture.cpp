// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/svg_picture.h"

#include "charts/picture_evidence.h"
#include "charts/picture_fonts.h"
#include "charts/png_picture.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ochain {

namespace {

QString quoted(QString family)
{
    return QLatin1Char('\'') + family.remove(QLatin1Char('\'')).remove(QLatin1Char('\\')) + QLatin1Char('\'');
}

/// The families of a picture's fonts as CSS has them, in the order in which they are tried.
QString familiesOf(const std::vector<UsedFont>& fonts)
{
    QStringList families = chartFont(TextSize::Note).families();
    for (const UsedFont& used : fonts)
        if (!families.contains(used.font.familyName()))
            families << used.font.familyName();
    std::for_each(families.begin(), families.end(), [](QString& family) { family = quoted(family); });
    families << QStringLiteral("sans-serif");
    return families.join(QLatin1String(", "));
}

/// The fonts themselves, each under its own name: who has it installed, or cannot read it here, sees the same.
QString facesOf(const std::vector<UsedFont>& fonts)
{
    QString css;
    for (const UsedFont& used : fonts) {
        const QByteArray file = subsetOf(used);
        if (file.isEmpty())
            continue;
        const bool isPostScript = file.startsWith("OTTO");
        css += QStringLiteral("@font-face{font-family:%1;font-weight:%2;src:url(data:font/%3;base64,%4)}\n")
                   .arg(quoted(used.font.familyName()))
                   .arg(used.weight)
                   .arg(isPostScript ? QStringLiteral("otf") : QStringLiteral("ttf"),
                        QString::fromLatin1(file.toBase64()));
    }
    return css;
}

/// What Qt writes about itself; it would put titles there as they are, an & and all.
bool isOfQt(QStringView element)
{
    return element == QLatin1String("title") || element == QLatin1String("desc");
}

/// Qt's writer cuts a line into pieces, one for each font and script, and has no place for fonts and metadata: this
/// writes its SVG again with each line as one text.
class Completion {
public:
    Completion(const Chart& chart, const ExportOptions& options)
        : m_chart(chart), m_options(options), m_lines(chart.texts()),
          m_fonts(options.isOutlined ? std::vector<UsedFont>() : fontsOf(m_lines)), m_families(familiesOf(m_fonts)),
          m_writer(&m_svg)
    {}

    QByteArray of(const QByteArray& svg)
    {
        QXmlStreamReader reader(svg);
        m_writer.writeStartDocument();
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QLatin1String("svg"))
                writeRoot(reader);
            else if (reader.isStartElement() && isOfQt(reader.name()))
                reader.skipCurrentElement();
            else if (reader.isStartElement() && reader.name() == QLatin1String("text"))
                takeText(reader);
            else if (reader.isStartElement() || reader.isEndElement())
                writeTag(reader);
            else if (reader.isCharacters() && !reader.isWhitespace())
                m_writer.writeCharacters(reader.text().toString());
        }
        m_writer.writeEndDocument();
        return reader.hasError() ? svg : m_svg;
    }

private:
    /// Its size, which Qt gives in rounded millimetres, is said in pixels, so that no viewer adds a margin.
    void writeRoot(const QXmlStreamReader& reader)
    {
        m_writer.writeStartElement(QStringLiteral("svg"));
        m_writer.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
        m_writer.writeNamespace(QStringLiteral("http://www.w3.org/1999/xlink"), QStringLiteral("xlink"));
        m_writer.writeAttribute(QStringLiteral("version"), QStringLiteral("1.1"));
        m_writer.writeAttribute(QStringLiteral("width"), QString::number(m_options.size.width()));
        m_writer.writeAttribute(QStringLiteral("height"), QString::number(m_options.size.height()));
        m_writer.writeAttribute(QStringLiteral("viewBox"),
                                reader.attributes().value(QLatin1String("viewBox")).toString());
        const ChartHead& head = headOf(m_chart.figure());
        m_writer.writeTextElement(QStringLiteral("title"), head.title);
        m_writer.writeTextElement(QStringLiteral("desc"), head.subtitle);
        m_writer.writeStartElement(QStringLiteral("metadata"));
        m_writer.writeAttribute(QStringLiteral("id"), QStringLiteral("ochain"));
        m_writer.writeAttribute(QStringLiteral("type"), QStringLiteral("application/json"));
        m_writer.writeCharacters(chartMetadata(m_chart.figure()));
        m_writer.writeEndElement();
        if (!m_fonts.empty())
            m_writer.writeTextElement(QStringLiteral("style"), facesOf(m_fonts));
    }

    void writeTag(const QXmlStreamReader& reader)
    {
        finishText();
        if (reader.isEndElement())
            return m_writer.writeEndElement();
        m_writer.writeStartElement(reader.name().toString());
        const QXmlStreamAttributes attributes = reader.attributes();
        for (const QXmlStreamAttribute& attribute : attributes)
            m_writer.writeAttribute(attribute.qualifiedName().toString(), attribute.value().toString());
    }

    /// The first piece of a line tells where it stands; the others follow it.
    void takeText(QXmlStreamReader& reader)
    {
        const QXmlStreamAttributes attributes = reader.attributes();
        const QString piece = reader.readElementText();
        const QPointF at(attributes.value(QLatin1String("x")).toDouble(),
                         attributes.value(QLatin1String("y")).toDouble());
        if (m_piece.isEmpty()) {
            m_attributes = attributes;
            m_at = at;
        }
        m_piece += piece;
    }

    void finishText()
    {
        if (m_piece.isEmpty())
            return;
        const WrittenText* line = lineAt(m_at);
        m_writer.writeStartElement(QStringLiteral("text"));
        for (const QXmlStreamAttribute& attribute : std::as_const(m_attributes))
            if (attribute.name() != QLatin1String("font-family") && attribute.value() != QLatin1String("normal"))
                m_writer.writeAttribute(attribute.qualifiedName().toString(), attribute.value().toString());
        m_writer.writeAttribute(QStringLiteral("font-family"), m_families);
        if (line != nullptr) { // a font that stands in for it makes the line no longer
            m_writer.writeAttribute(QStringLiteral("textLength"), QString::number(line->advance, 'f', 2));
            m_writer.writeAttribute(QStringLiteral("lengthAdjust"), QStringLiteral("spacingAndGlyphs"));
        }
        m_writer.writeCharacters(line != nullptr ? line->text : m_piece);
        m_writer.writeEndElement();
        m_piece.clear();
    }

    /// Lines come in the order in which they were written.
    const WrittenText* lineAt(QPointF at)
    {
        constexpr double kNear = 0.02; // Qt draws at 64ths of a pixel, and writes six digits
        const auto isThere = [at](const WrittenText& line) {
            return std::abs(line.at.x() - at.x()) < kNear && std::abs(line.at.y() - at.y()) < kNear;
        };
        const auto found = std::find_if(m_lines.begin() + m_next, m_lines.end(), isThere);
        if (found == m_lines.end())
            return nullptr;
        m_next = found - m_lines.begin() + 1;
        return &*found;
    }

    const Chart& m_chart;
    const ExportOptions& m_options;
    const std::vector<WrittenText>& m_lines;
    std::vector<UsedFont> m_fonts;
    QString m_families;
    QByteArray m_svg;
    QXmlStreamWriter m_writer;
    QXmlStreamAttributes m_attributes; ///< of the line that is being put together
    QPointF m_at;
    QString m_piece;
    std::ptrdiff_t m_next = 0; ///< of m_lines
};

} // namespace

Result<QByteArray> svgOf(Chart& chart, const ExportOptions& options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(options.size);
    generator.setViewBox(QRect(QPoint(0, 0), options.size));
    generator.setResolution(static_cast<int>(kPixelsPerInch));
    QPainter painter;
    if (!painter.begin(&generator))
        return failure(ErrorKind::Io, "{0}", std::string("SVG"));
    drawChart(chart, options, options.isOutlined, painter);
    painter.end();
    return Completion(chart, options).of(buffer.data());
}

} // namespace ochain
