// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/number_words.h"

#include "language/language.h"

namespace ochain {

namespace {

NumberWords::Around around(const QString& pattern)
{
    const qsizetype at = pattern.indexOf(QLatin1String("%1"));
    return {pattern.left(at).toStdString(), pattern.mid(at + 2).toStdString()};
}

/// English counts by thousands, with signs that are no words.
std::vector<NumberWords::Scale> thousands()
{
    return {{1'000'000'000'000, "T"}, {1'000'000'000, "B"}, {1'000'000, "M"}, {1'000, "K"}};
}

/// Chinese counts by ten thousands.
std::vector<NumberWords::Scale> tenThousands(const Dictionary& words)
{
    return {{1'000'000'000'000, words.translate("Format", "trillion", "a unit of large numbers").toStdString()},
            {100'000'000, words.translate("Format", "hundred million", "a unit of large numbers").toStdString()},
            {10'000, words.translate("Format", "ten thousand", "a unit of large numbers").toStdString()}};
}

NumberWords wordsIn(Language of)
{
    const Dictionary words(of);
    const bool isChinese = of == Language::Chinese;
    return {around(words.translate("Format", "$%1")),
            around(words.translate("Format", "%1 %", "a share")),
            isChinese ? tenThousands(words) : thousands(),
            !isChinese,
            words.translate("Format", "%1 undisclosed"),
            words.translate("Format", "undisclosed: %1 would raise, %2 lower it"),
            words.translate("Format", "%1 (%2)", "a figure and what is said of it"),
            words.translate("Format", "%1", "a year"),
            words.translate("Format", "%1 Q%2", "a quarter of a year")};
}

} // namespace

const NumberWords& numberWords()
{
    if (language() == Language::Chinese) {
        static const NumberWords chinese = wordsIn(Language::Chinese);
        return chinese;
    }
    static const NumberWords english = wordsIn(Language::English);
    return english;
}

} // namespace ochain
