// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QString>

namespace ochain {

/// Where a Chinese text has a comma, colon, bracket or the like of half a letter's width, with what stands around it;
/// empty where it has none. Signs of times, addresses, keys of menus, patterns of files and figures as "(2+3)" are
/// fine.
inline QString narrowSign(const QString& text)
{
    static const QRegularExpression sign(
        QStringLiteral("[\\x{4e00}-\\x{9fff}》”）] ?[,;:!?]"                                   // behind a letter
                       "|[,;:!?] ?[\\x{4e00}-\\x{9fff}《“]"                                    // before one
                       "|(?<!“)[\\x{4e00}-\\x{9fff}] ?\\((?!&?[A-Z]\\)|\\*|\\d+(\\+\\d+)?\\))" // a bracket beside one
                       "|(?<!\\([A-Z])(?<!&.)(?<!\\d)(?<!\\w)\\)[\\x{4e00}-\\x{9fff}]"
                       "|(?<!“)\\((?!&)[^)\\n]*[\\x{4e00}-\\x{9fff}]" // a bracket around some
                       "|[,;:](?=%|\\{)"));                           // between what is put in
    const QRegularExpressionMatch match = sign.match(text);
    return match.hasMatch() ? text.mid(std::max<qsizetype>(0, match.capturedStart() - 16), 48) : QString();
}

} // namespace ochain
