// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/chinese_numerals.h"

#include <QRegularExpression>
#include <QStringView>

#include <algorithm>
#include <optional>
#include <string_view>

namespace ochain {

namespace {

constexpr std::u16string_view kDigits = u"零一二三四五六七八九";
constexpr std::u16string_view kSmallUnits = u"十百千";
constexpr QChar kTenThousand = u'万';
constexpr QChar kHundredMillion = u'亿';
constexpr QChar kPoint = u'点';

/// 0 to 9; -1 for what is no numeral of one digit.
int digitOf(QChar sign)
{
    if (sign == u'〇')
        return 0;
    const std::size_t at = sign == u'两' ? 2 : kDigits.find(sign.unicode());
    return at == std::u16string_view::npos ? -1 : static_cast<int>(at);
}

/// 10, 100 or 1000; 0 for other signs.
quint64 smallUnitOf(QChar sign)
{
    quint64 unit = 1;
    for (const char16_t each : kSmallUnits) {
        unit *= 10;
        if (sign.unicode() == each)
            return unit;
    }
    return 0;
}

bool isNumeral(QChar sign)
{
    return digitOf(sign) >= 0 || smallUnitOf(sign) > 0 || sign == kTenThousand || sign == kHundredMillion ||
           sign == kPoint;
}

/// Adds up a numeral sign by sign: "三千二百亿五千万".
class NumeralSum {
public:
    /// @return false: the sign cannot stand there, or would leave more than one reading
    [[nodiscard]] bool take(QChar sign, bool isFirst)
    {
        if (const int digit = digitOf(sign); digit >= 0)
            return takeDigit(digit);
        if (const quint64 unit = smallUnitOf(sign); unit > 0)
            return takeSmallUnit(unit, isFirst);
        return takeLargeUnit(sign);
    }
    /// The sum; none if the last digit may stand for two amounts ("一万五").
    [[nodiscard]] std::optional<quint64> total() const
    {
        const bool isLoose = m_hasDigit && !m_hasZero && (m_unit > 10 || (m_unit == 0 && m_total > 0));
        return isLoose ? std::nullopt : std::optional(m_total + m_section + m_digit);
    }

private:
    bool takeDigit(int digit)
    {
        if (m_hasDigit)
            return false;
        m_hasZero = m_hasZero || digit == 0;
        m_hasDigit = digit > 0;
        m_digit = static_cast<quint64>(digit);
        return true;
    }
    bool takeSmallUnit(quint64 unit, bool isFirst)
    {
        const bool isBareTen = isFirst && unit == 10; // "十二"
        if ((!m_hasDigit && !isBareTen) || (m_unit > 0 && unit >= m_unit))
            return false;
        m_section += (m_hasDigit ? m_digit : 1) * unit;
        m_unit = unit;
        endDigit();
        return true;
    }
    bool takeLargeUnit(QChar sign)
    {
        constexpr quint64 kWan = 10'000;
        constexpr quint64 kYi = 100'000'000;
        const quint64 section = m_section + m_digit;
        const bool isYi = sign == kHundredMillion;
        if (isYi ? m_hasYi || m_total + section == 0 : sign != kTenThousand || m_hasWan || section == 0)
            return false;
        m_total = isYi ? (m_total + section) * kYi : m_total + section * kWan;
        m_hasYi = m_hasYi || isYi;
        m_hasWan = !isYi;
        m_section = 0;
        m_unit = 0;
        m_hasZero = false;
        endDigit();
        return true;
    }
    void endDigit()
    {
        m_digit = 0;
        m_hasDigit = false;
    }

    quint64 m_total = 0;   ///< of the sections that are closed by 万 or 亿
    quint64 m_section = 0; ///< below 10,000
    quint64 m_digit = 0;
    quint64 m_unit = 0; ///< the last of the section
    bool m_hasDigit = false;
    bool m_hasZero = false;
    bool m_hasWan = false;
    bool m_hasYi = false;
};

/// "二〇二六" digit by digit; empty if other signs are in it.
QString digitByDigit(QStringView numeral)
{
    QString digits;
    for (const QChar sign : numeral) {
        const int digit = digitOf(sign);
        if (digit < 0)
            return {};
        digits += QString::number(digit);
    }
    return digits;
}

bool hasDigit(QStringView numeral)
{
    return std::any_of(numeral.begin(), numeral.end(), [](QChar sign) { return digitOf(sign) >= 0; });
}

/// A whole number; empty if it is none. Two digits side by side are a guess between both ("七八").
QString wholeNumber(QStringView numeral)
{
    constexpr qsizetype kYear = 4;
    QString digits = digitByDigit(numeral);
    if (digits.size() == 1 || digits.size() >= kYear || digits.contains(QLatin1Char('0')))
        return digits;
    NumeralSum sum;
    for (qsizetype i = 0; i < numeral.size(); ++i)
        if (!sum.take(numeral[i], i == 0))
            return {};
    const std::optional<quint64> total = sum.total();
    return total ? QString::number(*total) : QString();
}

/// "一点五万亿" as "1.5万亿".
QString withDecimals(QStringView numeral, qsizetype point)
{
    const QString whole = wholeNumber(numeral.left(point));
    qsizetype end = point + 1;
    while (end < numeral.size() && digitOf(numeral[end]) >= 0)
        ++end;
    const QString fraction = digitByDigit(numeral.mid(point + 1, end - point - 1));
    const QStringView scale = numeral.mid(end);
    if (whole.isEmpty() || fraction.isEmpty() || scale.contains(kPoint))
        return {};
    return whole + QLatin1Char('.') + fraction + scale.toString();
}

/// A run of numerals in digits; as it is if it is no number by itself.
QString inDigits(QStringView numeral)
{
    const qsizetype point = numeral.indexOf(kPoint);
    const QString digits = point < 0 ? wholeNumber(numeral) : withDecimals(numeral, point);
    return digits.isEmpty() ? numeral.toString() : digits;
}

/// Where the run of numerals ends that begins at a place; the thousand of "千瓦" is no numeral but a unit.
qsizetype endOfNumeral(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && isNumeral(text[end]) && !text.mid(end).startsWith(QStringView(u"千瓦")))
        ++end;
    return end;
}

} // namespace

QString inSimplifiedSigns(QString text)
{
    static constexpr std::u16string_view kTraditional = u"億萬號財內為約個間過達無兩幣總計預終從點"
                                                        u"壹貳贰參叄叁肆伍陸陆柒捌玖拾佰仟";
    static constexpr std::u16string_view kSimplified = u"亿万号财内为约个间过达无两币总计预终从点"
                                                       u"一二二三三三四五六六七八九十百千";
    static_assert(kTraditional.size() == kSimplified.size());
    for (QChar& sign : text)
        if (const std::size_t at = kTraditional.find(sign.unicode()); at != std::u16string_view::npos)
            sign = kSimplified[at];
    return text;
}

QString withArabicDigits(const QString& text)
{
    QString digits;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfNumeral(text, at);
        const bool isBehindNumber = at > 0 && (text[at - 1].isDigit() || text[at - 1] == QLatin1Char(' '));
        if (end == at) {
            digits += text[at++];
            continue;
        }
        const QStringView numeral = QStringView(text).mid(at, end - at);
        digits += isBehindNumber && !hasDigit(numeral) ? numeral.toString() : inDigits(numeral);
        at = end;
    }
    static const QRegularExpression percent(QStringLiteral("百分之(\\d+(?:\\.\\d+)?)"));
    return digits.replace(percent, QStringLiteral("\\1%"));
}

} // namespace ochain
