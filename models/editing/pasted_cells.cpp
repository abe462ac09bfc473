// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/pasted_cells.h"

#include "chain/spreadsheet_guard.h"
#include "document/names.h"
#include "editing/field_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

/// Takes one cell off the front of a text: up to a tab or a line end, or in quotation marks, of which two stand for
/// one. What follows closing marks belongs to the cell: it was no quotation then.
QString takeCell(QStringView& rest)
{
    const auto isEnd = [](QChar sign) { return sign == u'\t' || sign == u'\n' || sign == u'\r'; };
    const qsizetype plainEnd = std::find_if(rest.begin(), rest.end(), isEnd) - rest.begin();
    if (rest.startsWith(u'"')) {
        QString cell;
        for (qsizetype at = 1; at < rest.size(); ++at) {
            const bool isMark = rest[at] == u'"';
            const bool isTwice = isMark && at + 1 < rest.size() && rest[at + 1] == u'"';
            if (isMark && !isTwice) {
                const bool isClosed = at + 1 == rest.size() || isEnd(rest[at + 1]);
                if (!isClosed)
                    break;
                rest = rest.sliced(at + 1);
                return cell;
            }
            cell += rest[at];
            at += isTwice ? 1 : 0;
        }
    }
    QString cell = rest.first(plainEnd).toString();
    rest = rest.sliced(plainEnd);
    return cell;
}

/// Takes a tab or a line end off the front. @return it was a line end, or nothing was left
bool takeEnd(QStringView& rest)
{
    if (rest.isEmpty() || rest.front() == u'\t') {
        const bool isOver = rest.isEmpty();
        rest = rest.sliced(isOver ? 0 : 1);
        return isOver;
    }
    rest = rest.sliced(rest.startsWith(u"\r\n") ? 2 : 1);
    return true;
}

int columnNamed(const QList<BlockColumn>& columns, const QString& title)
{
    const QString folded = foldedColumnName(title);
    for (qsizetype column = 0; column < columns.size() && !folded.isEmpty(); ++column)
        for (const QString& name : columns[column].names)
            if (foldedColumnName(name) == folded)
                return static_cast<int>(column);
    return -1;
}

/// The column that a cell of a header names, whether or not a unit stands behind the name.
int columnOfTitle(const QList<BlockColumn>& columns, const QString& title)
{
    const int exactly = columnNamed(columns, title);
    static const QRegularExpression kBracket(QStringLiteral("[(（\\[]"));
    const qsizetype bracket = title.indexOf(kBracket);
    return exactly >= 0 || bracket <= 0 ? exactly : columnNamed(columns, title.left(bracket));
}

} // namespace

PastedLines pastedLines(const QString& text)
{
    PastedLines lines;
    QStringList line;
    for (QStringView rest = text; !rest.isEmpty();) {
        line << toQString(withoutSpreadsheetGuard(takeCell(rest).trimmed().toStdString()));
        const bool isTabLast = rest == u"\t";
        if (!takeEnd(rest))
            line << (isTabLast ? QStringList(QString()) : QStringList());
        else
            lines << std::exchange(line, {});
    }
    if (!line.isEmpty())
        lines << line;
    while (!lines.isEmpty() && lines.last() == QStringList(QString()))
        lines.removeLast();
    return lines;
}

tl::expected<std::optional<QList<int>>, Sentence> headerOfBlock(const PastedLines& lines,
                                                                const QList<BlockColumn>& columns)
{
    if (lines.size() < 2)
        return std::nullopt;
    QList<int> named;
    QStringList unknown;
    int known = 0;
    for (const QString& title : lines.front()) {
        named << columnOfTitle(columns, title);
        known += named.last() >= 0 ? 1 : 0;
        if (named.last() < 0 && !title.isEmpty())
            unknown << title;
    }
    if (known == 0 || known < unknown.size())
        return std::nullopt;
    if (!unknown.isEmpty())
        return tl::unexpected(Sentence{
            QT_TRANSLATE_NOOP("Sentence", "the first line names columns, but this table has none called “{0}”; "
                                          "call it as the table does, or leave it out"),
            {unknown.front().toStdString()}});
    return named;
}

QString unitOfTitle(const QString& title, const QList<BlockColumn>& columns)
{
    static const QRegularExpression kUnit(QStringLiteral("[(（\\[]([^)）\\]]*)[)）\\]]?\\s*$"));
    const QRegularExpressionMatch unit = kUnit.match(title);
    return columnNamed(columns, title) >= 0 || !unit.hasMatch() ? QString() : unit.captured(1).trimmed();
}

} // namespace ochain
