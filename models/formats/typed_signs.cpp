// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/typed_signs.h"

#include "formats/chinese_numerals.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace ochain {

namespace {

struct Scale {
    const char* word;
    int power;
};

constexpr std::array<Scale, 30> kScales{
    {{"", 0},     {"k", 3},         {"thousand", 3},   {"m", 6},        {"mn", 6},    {"mm", 6},
     {"mln", 6},  {"mio", 6},       {"million", 6},    {"millions", 6}, {"b", 9},     {"bn", 9},
     {"bln", 9},  {"billion", 9},   {"billions", 9},   {"g", 9},        {"t", 12},    {"tn", 12},
     {"trn", 12}, {"trillion", 12}, {"trillions", 12}, {"千", 3},       {"万", 4},    {"百万", 6},
     {"千万", 7}, {"亿", 8},        {"十亿", 9},       {"百亿", 10},    {"千亿", 11}, {"万亿", 12}}};

const QRegularExpression& percentSign()
{
    static const QRegularExpression sign(QStringLiteral("\\s*(?:%|percent|per cent|pct)$"));
    return sign;
}

/// Letters before the sign make it another country's ("c$", "nt$", "r$"), but for those of the United States and for
/// the scale of a number ("5bn$").
bool namesOtherDollar(const QString& text)
{
    static const QRegularExpression lettered(QStringLiteral("([a-z][a-z.]*)\\s?\\$"));
    static const QRegularExpression ours(QStringLiteral("(?:us|u\\.s\\.|usd)$"));
    for (auto matches = lettered.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString letters = match.captured(1).remove(ours);
        if (!letters.isEmpty() && (match.capturedStart() == 0 || !powerOfTen(letters)))
            return true;
    }
    return false;
}

} // namespace

QString normalised(const QString& text)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC).toLower().simplified();
    return withArabicDigits(inSimplifiedSigns(plain));
}

std::optional<int> powerOfTen(const QString& word)
{
    for (const Scale& scale : kScales)
        if (word == QString::fromUtf8(scale.word))
            return scale.power;
    return std::nullopt;
}

QString withoutDollars(QString text)
{
    static const QRegularExpression before(
        QStringLiteral("^([-−]?)\\s*(?:us\\s?\\$|u\\.s\\.\\s?\\$|usd|\\$|美元|美金)\\s*"));
    static const QRegularExpression after(QStringLiteral("\\s*(?:us\\$|usd|us dollars?|dollars?|\\$|美元|美金)$"));
    return text.replace(before, QStringLiteral("\\1")).remove(after);
}

bool namesOtherCurrency(const QString& text)
{
    static const QRegularExpression others(
        QStringLiteral("[€£¥₩₹]|(?<![a-z])(?:eur|euros?|gbp|pounds?|jpy|yen|rmb|cny|yuan|krw|won|inr|chf|twd|hkd|cad|"
                       "aud|sgd|sek|aed|sar)(?![a-z])|元|人民币|英镑"));
    return namesOtherDollar(text) || others.match(withoutDollars(text)).hasMatch();
}

QString withoutPercent(QString text)
{
    return text.remove(percentSign());
}

bool saysPercent(const QString& text)
{
    return percentSign().match(text).hasMatch();
}

bool isBelowZero(const QString& text)
{
    static const QRegularExpression below(
        QStringLiteral("^(?:us\\s?\\$|u\\.s\\.\\s?\\$|usd|\\$)?\\s*(?:[-−]|\\(.*\\d.*\\))"));
    return below.match(text).hasMatch();
}

tl::unexpected<Sentence> refuse(const char* format, const QString& typed, const QString& unit)
{
    Sentence sentence{format, {typed.trimmed().toStdString()}};
    if (!unit.isEmpty())
        sentence.args.push_back(unit.toStdString());
    return tl::unexpected<Sentence>(std::move(sentence));
}

Sentence quoting(const QString& typed, Sentence sentence)
{
    if (!sentence.args.empty())
        sentence.args.front() = typed.trimmed().toStdString();
    return sentence;
}

} // namespace ochain
