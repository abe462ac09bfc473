// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pdf_update.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr qsizetype kEntry = 20; ///< bytes of each place in the table

QByteArray hex(const QString& text)
{
    QByteArray digits;
    for (const QChar unit : text)
        digits += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0').toUpper();
    return '<' + digits + '>';
}

/// The one character of a pair of angles in a table; 0 if it is none or several.
char32_t characterIn(const QString& digits)
{
    QString text;
    for (qsizetype at = 0; at + 4 <= digits.size(); at += 4)
        text += QChar(static_cast<char16_t>(QStringView(digits).mid(at, 4).toUShort(nullptr, 16)));
    const QList<uint> characters = text.toUcs4();
    return characters.size() == 1 ? characters.constFirst() : 0;
}

} // namespace

PdfUpdate::PdfUpdate(QByteArray pdf) : m_pdf(std::move(pdf))
{
    constexpr QByteArrayView kStart = "startxref\n";
    const qsizetype start = m_pdf.lastIndexOf(kStart);
    if (start < 0)
        return;
    const qsizetype end = m_pdf.indexOf('\n', start + kStart.size());
    m_table = m_pdf.mid(start + kStart.size(), end - start - kStart.size()).trimmed().toLongLong();
    readPlaces(m_table);
}

/// "xref\n0 53\n", then "0000000015 00000 n \n" for each object.
void PdfUpdate::readPlaces(qsizetype table)
{
    const qsizetype counts = m_pdf.indexOf('\n', table) + 1;
    const qsizetype first = m_pdf.indexOf('\n', counts) + 1;
    const QList<QByteArray> range = m_pdf.mid(counts, first - counts).trimmed().split(' ');
    if (m_pdf.mid(table, 4) != "xref" || range.size() != 2)
        return;
    const int count = range.at(1).toInt();
    for (int at = 0; at < count && first + (at + 1) * kEntry <= m_pdf.size(); ++at) {
        const QByteArray entry = m_pdf.mid(first + at * kEntry, kEntry);
        if (entry.contains('n'))
            m_places.insert(range.at(0).toInt() + at, entry.left(10).toLongLong());
    }
}

std::vector<int> PdfUpdate::objects() const
{
    std::vector<int> numbers(m_places.keyBegin(), m_places.keyEnd());
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

QByteArray PdfUpdate::object(int number) const
{
    const QByteArray head = QByteArray::number(number) + " 0 obj\n";
    const qsizetype place = m_places.value(number, -1);
    if (place < 0 || m_pdf.mid(place, head.size()) != head)
        return {};
    const qsizetype end = m_pdf.indexOf("endobj", place);
    return end < 0 ? QByteArray() : m_pdf.mid(place + head.size(), end - place - head.size());
}

void PdfUpdate::replace(int number, const QByteArray& body)
{
    m_replaced.insert(number, body);
}

QByteArray PdfUpdate::finished() const
{
    const qsizetype trailer = m_pdf.lastIndexOf("trailer\n<<");
    const qsizetype trailerEnd = m_pdf.indexOf(">>", trailer);
    if (m_replaced.isEmpty() || trailer < 0 || trailerEnd < 0)
        return m_pdf;
    QByteArray pdf = m_pdf;
    QByteArray table = "xref\n";
    for (auto it = m_replaced.cbegin(); it != m_replaced.cend(); ++it) {
        table += QByteArray::number(it.key()) + " 1\n" + QByteArray::number(pdf.size()).rightJustified(10, '0') +
                 " 00000 n \n";
        pdf += QByteArray::number(it.key()) + " 0 obj\n" + it.value() + "endobj\n";
    }
    const qsizetype place = pdf.size();
    return pdf + table + m_pdf.mid(trailer, trailerEnd - trailer) + "/Prev " + QByteArray::number(m_table) +
           "\n>>\nstartxref\n" + QByteArray::number(place) + "\n%%EOF\n";
}

QByteArray pdfStream(const QByteArray& entries, const QByteArray& bytes)
{
    return "<< " + entries + " /Length " + QByteArray::number(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream\n";
}

QByteArray withCharacters(const QByteArray& table, const std::function<QString(char32_t)>& readAs)
{
    static const QRegularExpression listed(QStringLiteral("(?<=[\\[ ])<([0-9A-Fa-f]+)>(?= )"));
    const qsizetype from = table.indexOf("beginbfrange");
    const QString lists = QString::fromLatin1(table.mid(from));
    QByteArray rewritten;
    qsizetype done = 0;
    for (auto each = listed.globalMatch(lists); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        // "<first> <last> [<character> …]": only what stands in brackets is text
        const qsizetype open = lists.lastIndexOf(QLatin1Char('['), match.capturedStart());
        const qsizetype line = lists.lastIndexOf(QLatin1Char('\n'), match.capturedStart());
        const char32_t character = characterIn(match.captured(1));
        if (open < line || character == 0)
            continue;
        rewritten += lists.mid(done, match.capturedStart() - done).toLatin1() + hex(readAs(character));
        done = match.capturedEnd();
    }
    return table.left(from) + rewritten + lists.mid(done).toLatin1();
}

QByteArray attachmentIn(const QByteArray& pdf)
{
    const qsizetype type = pdf.lastIndexOf("/Type /EmbeddedFile");
    const qsizetype start = type < 0 ? -1 : pdf.indexOf("stream\n", type);
    const qsizetype end = start < 0 ? -1 : pdf.indexOf("\nendstream", start);
    if (end < 0 || pdf.mid(type, start - type).contains("/Filter"))
        return {};
    return pdf.mid(start + 7, end - start - 7);
}

} // namespace ochain
