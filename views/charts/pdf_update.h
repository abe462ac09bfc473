// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>

#include <functional>
#include <vector>

namespace ochain {

/// A PDF as Qt writes it, whose objects can be replaced: what is new goes behind what there is, as the format provides
/// for changes (ISO 32000-1, 7.5.6). What is no such PDF stays as it is.
class PdfUpdate {
public:
    explicit PdfUpdate(QByteArray pdf);

    [[nodiscard]] std::vector<int> objects() const;
    /// What stands between "obj" and "endobj"; of a stream all of it.
    [[nodiscard]] QByteArray object(int number) const;
    void replace(int number, const QByteArray& body);
    [[nodiscard]] QByteArray finished() const;

private:
    void readPlaces(qsizetype table);

    QByteArray m_pdf;
    qsizetype m_table = 0;            ///< where the table of places stands
    QHash<int, qsizetype> m_places;   ///< of objects in the file
    QMap<int, QByteArray> m_replaced; ///< in the order of their numbers
};

/// A stream object with a dictionary of what is said of it and its bytes as they are.
/// @param entries  of the dictionary, without the length
[[nodiscard]] QByteArray pdfStream(const QByteArray& entries, const QByteArray& bytes);
/// Rewrites each character in a table from glyphs to text ("ToUnicode") by what it is to be read as.
[[nodiscard]] QByteArray withCharacters(const QByteArray& table, const std::function<QString(char32_t)>& readAs);
/// The last attachment that is not packed; empty if there is none.
[[nodiscard]] QByteArray attachmentIn(const QByteArray& pdf);

} // namespace ochain
