// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/picture_evidence.h"

#include "charts/pdf_update.h"
#include "document/names.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QXmlStreamReader>

#include <nlohmann/json.hpp>

namespace ochain {

namespace {

constexpr qint64 kMostBytes = 128'000'000; ///< of a file that is looked into

nlohmann::ordered_json listOf(const QStringList& texts)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const QString& text : texts)
        list.push_back(text.toStdString());
    return list;
}

QString inPng(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return QImageReader(&buffer, "png").text(QStringLiteral("ochain"));
}

QString inSvg(const QByteArray& bytes)
{
    QXmlStreamReader reader(bytes);
    while (reader.readNextStartElement() || !reader.atEnd())
        if (reader.isStartElement() && reader.name() == QLatin1String("metadata") &&
            reader.attributes().value(QLatin1String("id")) == QLatin1String("ochain"))
            return reader.readElementText(QXmlStreamReader::SkipChildElements);
    return {};
}

} // namespace

QString chartMetadata(const ChartFigure& figure)
{
    const ChartHead& head = headOf(figure);
    nlohmann::ordered_json json;
    json["title"] = head.title.toStdString();
    json["subtitle"] = head.subtitle.toStdString();
    json["lens"] = nlohmann::ordered_json::parse(head.lensJson.toStdString(), nullptr, false);
    json["notes"] = listOf(head.notes);
    json["columns"] = listOf(head.table.columns);
    json["rows"] = nlohmann::ordered_json::array();
    for (const QStringList& row : head.table.rows)
        json["rows"].push_back(listOf(row));
    json["sources"] = nlohmann::ordered_json::array();
    for (const SourceLine& source : head.sources)
        json["sources"].push_back({{"number", source.number},
                                   {"key", source.key},
                                   {"text", source.text.toStdString()},
                                   {"url", source.url.toStdString()}});
    return QString::fromStdString(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Result<QString> chartMetadataIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Io, QT_TRANSLATE_NOOP("Sentence", "the picture {0} cannot be read: {1}"),
                       path.toStdString(), file.errorString().toStdString());
    const QByteArray bytes = file.read(kMostBytes);
    const QString evidence = bytes.startsWith("\x89PNG") ? inPng(bytes)
                             : bytes.startsWith("%PDF")  ? QString::fromUtf8(attachmentIn(bytes))
                                                         : inSvg(bytes);
    if (evidence.isEmpty())
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "{0} is no picture that O-chain has exported, or what it shows "
                                                     "was taken out of it on its way; open the view by hand"),
                       path.toStdString());
    return evidence;
}

} // namespace ochain
