// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/match_rank.h"

#include <QStringList>

#include <algorithm>

namespace ochain {

namespace {

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

bool hasLettersInOrder(QStringView text, const QString& letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        if (letter.isSpace())
            continue;
        at = text.indexOf(letter, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

} // namespace

std::optional<int> matchRank(QStringView lowerText, const QString& lowerQuery)
{
    if (lowerQuery.isEmpty())
        return std::nullopt;
    if (lowerText == lowerQuery)
        return 0;
    if (lowerText.startsWith(lowerQuery))
        return 1;
    bool isInside = false;
    for (qsizetype at = lowerText.indexOf(lowerQuery); at >= 0; at = lowerText.indexOf(lowerQuery, at + 1)) {
        if (startsWord(lowerText, at))
            return 2;
        isInside = true;
    }
    if (isInside)
        return 3;
    const QStringList words = lowerQuery.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto isThere = [lowerText](const QString& word) { return lowerText.contains(word); };
    if (words.size() > 1 && std::all_of(words.cbegin(), words.cend(), isThere))
        return 4;
    if (lowerQuery.size() >= kLeastFuzzy && hasLettersInOrder(lowerText, lowerQuery))
        return 5;
    return std::nullopt;
}

} // namespace ochain
