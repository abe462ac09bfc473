// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/elided_words.h"

#include <QFontMetrics>
#include <QTextBoundaryFinder>

namespace ochain {

namespace {

/// Without what would stand alone before an ellipsis: spaces and what joins two parts.
QString withoutJoint(QString text)
{
    static const QString kJoints = QStringLiteral(" ,;:·→–—，、；：");
    while (!text.isEmpty() && kJoints.contains(text.back()))
        text.chop(1);
    return text;
}

/// A line may end after a hyphen or a stroke within a word; a text that is cut may not.
bool isInWord(const QString& text, qsizetype end)
{
    const QChar last = text.at(end - 1);
    return end < text.size() && (last == QLatin1Char('-') || last == QLatin1Char('/'));
}

} // namespace

QString elidedAtWord(const QString& text, const QFontMetrics& metrics, int room)
{
    if (metrics.horizontalAdvance(text) <= room)
        return text;
    const QChar ellipsis(0x2026);
    QString longest = ellipsis;
    QTextBoundaryFinder ends(QTextBoundaryFinder::Line, text);
    for (qsizetype end = ends.toNextBoundary(); end > 0; end = ends.toNextBoundary()) {
        if (isInWord(text, end))
            continue;
        const QString cut = withoutJoint(text.left(end)) + ellipsis;
        if (metrics.horizontalAdvance(cut) > room)
            break;
        longest = cut;
    }
    return longest;
}

} // namespace ochain
