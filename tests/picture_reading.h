// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTest>
#include <QXmlStreamReader>

/// Exported pictures read by others than their writer: chunks of a PNG byte by byte, an SVG by an XML parser, a PDF by
/// the tools of poppler.
namespace ochain::testing {

/// The chunks of a PNG by their names; the last of each.
inline QMap<QByteArray, QByteArray> chunksOf(const QByteArray& png)
{
    QMap<QByteArray, QByteArray> chunks;
    const auto number = [&png](qsizetype at) {
        quint32 value = 0;
        for (qsizetype i = 0; i < 4; ++i)
            value = value << 8 | static_cast<quint8>(png.at(at + i));
        return value;
    };
    for (qsizetype at = 8; at + 12 <= png.size();) {
        const auto size = static_cast<qsizetype>(number(at));
        chunks.insert(png.mid(at + 4, 4), png.mid(at + 8, size));
        at += size + 12;
    }
    return chunks;
}

/// Pixels a metre of a PNG, across and down; 0 if it does not say.
inline std::pair<quint32, quint32> dotsPerMetre(const QByteArray& png)
{
    const QByteArray chunk = chunksOf(png).value("pHYs");
    const auto number = [&chunk](qsizetype at) {
        quint32 value = 0;
        for (qsizetype i = 0; i < 4; ++i)
            value = value << 8 | static_cast<quint8>(chunk.at(at + i));
        return value;
    };
    return chunk.size() == 9 && chunk.at(8) == 1 ? std::pair(number(0), number(4)) : std::pair(0U, 0U);
}

struct SvgText {
    QString text;
    QString families;
    int weight = 0;
    double length = 0; ///< it is set to
};

struct SvgContents {
    bool isWellFormed = false;
    QMap<QString, int> elements; ///< how many there are of each
    QString title, description, evidence, style;
    QList<SvgText> texts;
    [[nodiscard]] QString allText() const
    {
        QStringList lines;
        for (const SvgText& text : texts)
            lines << text.text;
        return lines.join(QLatin1Char('\n'));
    }
};

inline SvgContents svgContents(const QByteArray& svg)
{
    SvgContents contents;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        const QXmlStreamAttributes attributes = xml.attributes();
        ++contents.elements[name];
        if (name == QLatin1String("text"))
            contents.texts.append({xml.readElementText(), attributes.value(QLatin1String("font-family")).toString(),
                                   attributes.value(QLatin1String("font-weight")).toInt(),
                                   attributes.value(QLatin1String("textLength")).toDouble()});
        else if (name == QLatin1String("title"))
            contents.title = xml.readElementText();
        else if (name == QLatin1String("desc"))
            contents.description = xml.readElementText();
        else if (name == QLatin1String("metadata"))
            contents.evidence = xml.readElementText();
        else if (name == QLatin1String("style"))
            contents.style = xml.readElementText();
    }
    contents.isWellFormed = !xml.hasError();
    return contents;
}

/// What a tool of poppler-utils prints.
inline QString printed(const QString& tool, const QStringList& arguments)
{
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s does not run: is poppler-utils installed?", qPrintable(tool));
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// All words of a PDF with one space between.
inline QString pdfText(const QString& path)
{
    return printed(QStringLiteral("pdftotext"),
                   {QStringLiteral("-enc"), QStringLiteral("UTF-8"), path, QStringLiteral("-")})
        .simplified();
}

/// A line of pdfinfo, behind its name.
inline QString pdfInfo(const QString& path, const QString& name)
{
    const QStringList lines = printed(QStringLiteral("pdfinfo"), {path}).split(QLatin1Char('\n'));
    for (const QString& line : lines)
        if (line.startsWith(name + QLatin1Char(':')))
            return line.mid(name.size() + 1).trimmed();
    return {};
}

} // namespace ochain::testing
