// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/parse_input.h"

#include "chain/amount.h"
#include "formats/parse_date.h"
#include "formats/typed_signs.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace ochain {

namespace {

/// What a person means by leaving a field empty.
bool isNothing(const QString& text)
{
    static const std::array<QString, 9> kNothings{QString(),
                                                  QStringLiteral("-"),
                                                  QStringLiteral("–"),
                                                  QStringLiteral("—"),
                                                  QStringLiteral("n/a"),
                                                  QStringLiteral("undisclosed"),
                                                  QStringLiteral("none"),
                                                  QStringLiteral("未披露"),
                                                  QStringLiteral("无")};
    return std::find(kNothings.begin(), kNothings.end(), text) != kNothings.end();
}

/// A number as typed: its digits without the point, and where the point stands.
struct Decimal {
    QString digits;
    int decimals = 0; ///< below zero: so many zeros follow
};

/// Splits "4,500.5gw" into number and rest. Commas in groups of three are thousands, a single other comma is a decimal
/// one; "3e+11" is how spreadsheets write what is too wide for a cell.
std::optional<std::pair<Decimal, QString>> splitNumber(const QString& text)
{
    static const QRegularExpression shape(
        QStringLiteral("^((?:\\d[\\d,. ']*)?\\d|\\.\\d+|\\d+\\.)(?:e([+-]\\d{1,2})(?!\\d))?\\s*(.*)$"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString number = match.captured(1);
    static const QRegularExpression byThousands(QStringLiteral("^\\d{1,3}([, '])\\d{3}(?:\\1\\d{3})*(?:\\.\\d+)?$"));
    static const QRegularExpression commaDecimal(QStringLiteral("^\\d+,\\d+$"));
    static const QRegularExpression plain(QStringLiteral("^(?:\\d+\\.?\\d*|\\.\\d+)$"));
    static const QRegularExpression separators(QStringLiteral("[, ']"));
    if (byThousands.match(number).hasMatch())
        number.remove(separators);
    else if (commaDecimal.match(number).hasMatch())
        number.replace(QLatin1Char(','), QLatin1Char('.'));
    if (!plain.match(number).hasMatch())
        return std::nullopt;
    const qsizetype point = number.indexOf(QLatin1Char('.'));
    Decimal decimal{number, point < 0 ? 0 : static_cast<int>(number.size() - point - 1)};
    decimal.decimals -= match.captured(2).toInt();
    decimal.digits.remove(QLatin1Char('.'));
    return std::pair{decimal, match.captured(3)};
}

/// "1.23457e+11": a spreadsheet shows six digits of a number that is too wide for its cell, whatever the others are.
bool isCutShort(const QString& text)
{
    static const QRegularExpression cut(QStringLiteral("\\d[.,]\\d{5,}e\\+\\d"));
    return cut.match(text).hasMatch();
}

tl::unexpected<Sentence> refuseCutShort(const QString& text)
{
    return refuse(QT_TRANSLATE_NOOP("Sentence",
                                    "“{0}” may have more digits than a spreadsheet shows; format its column as "
                                    "a number without decimals and save it again"),
                  text);
}

/// 兆 is a million in the People's Republic and a trillion in Taiwan; of a megawatt there is one reading.
bool saysZhao(const QString& text)
{
    static const QRegularExpression zhao(QStringLiteral("\\d\\s*兆(?!瓦)"));
    return zhao.match(text).hasMatch();
}

tl::unexpected<Sentence> refuseZhao(const QString& text)
{
    return refuse(QT_TRANSLATE_NOOP("Sentence",
                                    "“{0}” may be read in two ways, 兆 as a million or as a trillion; write "
                                    "百万 or 万亿"),
                  text);
}

/// The number times 10^power as plain decimal; exact, by moving the point.
std::string shifted(const Decimal& number, int power)
{
    QString digits = number.digits;
    const int decimals = number.decimals - power;
    if (decimals <= 0)
        digits.append(QString(-decimals, QLatin1Char('0')));
    if (digits.size() <= decimals)
        digits.prepend(QString(decimals - digits.size() + 1, QLatin1Char('0')));
    const qsizetype whole = digits.size() - std::max(decimals, 0);
    qsizetype leading = 0;
    while (leading + 1 < whole && digits[leading] == QLatin1Char('0'))
        ++leading;
    digits.remove(0, leading);
    if (decimals <= 0)
        return digits.toStdString();
    digits.insert(whole - leading, QLatin1Char('.'));
    while (digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    if (digits.endsWith(QLatin1Char('.')))
        digits.chop(1);
    return digits.toStdString();
}

struct PowerWord {
    const char* word;
    int power;
};

/// Powers of ten of a megawatt.
constexpr std::array<PowerWord, 20> kPowerScales{
    {{"", 0},      {"mw", 0},       {"mwe", 0},    {"megawatt", 0},  {"megawatts", 0},
     {"兆瓦", 0},  {"gw", 3},       {"gwe", 3},    {"gigawatt", 3},  {"gigawatts", 3},
     {"吉瓦", 3},  {"百万千瓦", 3}, {"kw", -3},    {"kilowatt", -3}, {"kilowatts", -3},
     {"千瓦", -3}, {"万千瓦", 1},   {"亿千瓦", 5}, {"tw", 6},        {"terawatt", 6}}};

std::optional<int> powerOfMegawatts(const QString& word)
{
    for (const PowerWord& scale : kPowerScales)
        if (word == QString::fromUtf8(scale.word))
            return scale.power;
    return std::nullopt;
}

template <class Parsed, class Canonical, class Echo>
ReadResult finished(const QString& typed, Result<Parsed> parsed, Canonical&& canonical, Echo&& echo)
{
    if (!parsed)
        return tl::unexpected<Sentence>(quoting(typed, std::move(parsed.error().sentence)));
    return Reading{canonical(*parsed), echo(*parsed)};
}

ReadResult readNumber(const QString& text, bool isWhole)
{
    const QString plain = normalised(text);
    if (isNothing(plain))
        return Reading{};
    if (isCutShort(plain))
        return refuseCutShort(text);
    const bool isNegative = plain.startsWith(QLatin1Char('-')) || plain.startsWith(QStringLiteral("−"));
    const auto split = splitNumber(isNegative ? plain.mid(1).trimmed() : plain);
    const std::optional<int> power = split ? powerOfTen(split->second) : std::nullopt;
    if (!power)
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is no number; write digits, such as 20 or 1.5 or 800m"),
                      text);
    const std::string number = (isNegative ? "-" : "") + shifted(split->first, *power);
    if (isWhole)
        return finished(
            text, parseInteger(number), [](std::int32_t whole) { return std::to_string(whole); },
            [](std::int32_t) { return QString(); });
    return finished(
        text, parseDecimal(number), [](double value) { return formatDecimal(value); },
        [](double) { return QString(); });
}

ReadResult readFlag(const QString& text)
{
    const QString plain = normalised(text);
    for (const char* yes : {"1", "yes", "y", "true", "是"})
        if (plain == QString::fromUtf8(yes))
            return Reading{"1", {}};
    for (const char* no : {"0", "no", "n", "false", "否"})
        if (plain == QString::fromUtf8(no))
            return Reading{"0", {}};
    if (isNothing(plain))
        return Reading{};
    return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is neither yes nor no; write 1 or 0"), text);
}

constexpr double kAllPercent = 100;

tl::unexpected<Sentence> refuseNegativeShare(const QString& text)
{
    return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is below zero; a share is not"), text);
}

/// A weight is shown in percent, so a bare number is one too, unless it can only be basis points, as in the CSV.
ReadResult readBasisPoints(const QString& text)
{
    const QString plain = normalised(text);
    if (isNothing(plain))
        return Reading{};
    if (isBelowZero(plain))
        return refuseNegativeShare(text);
    if (bool isNumber = false; plain.toDouble(&isNumber) > kAllPercent && isNumber)
        return readNumber(text, true);
    return finished(
        text, parsePercent(withoutPercent(plain).toStdString()),
        [](BasisPoints share) { return std::to_string(share.value); },
        [](BasisPoints share) { return shareText(share); });
}

} // namespace

tl::unexpected<Sentence> refuseOtherCurrency(const QString& text)
{
    return refuse(
        QT_TRANSLATE_NOOP("Sentence", "“{0}” is not in US dollars; convert it and say at which rate in the note"),
        text);
}

ReadResult readCapacity(const QString& text)
{
    const QString plain = normalised(text);
    if (isNothing(plain))
        return Reading{};
    if (isBelowZero(plain))
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is below zero; a capacity is not"), text);
    if (isCutShort(plain))
        return refuseCutShort(text);
    const auto split = splitNumber(plain);
    const std::optional<int> power = split ? powerOfMegawatts(split->second) : std::nullopt;
    if (!power)
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is no capacity; write it as 4.5 GW, 350 MW or 4500 (in MW)"),
                      text);
    return finished(
        text, parseMegawatts(shifted(split->first, *power)), [](Kilowatts value) { return formatMegawatts(value); },
        [](Kilowatts value) { return capacityText(value); });
}

ReadResult readMoney(const QString& text)
{
    const QString plain = normalised(text);
    if (isNothing(plain))
        return Reading{};
    if (isBelowZero(plain))
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is below zero; a value is not: swap supplier and customer"),
                      text);
    if (namesOtherCurrency(plain))
        return refuseOtherCurrency(text);
    if (isCutShort(plain))
        return refuseCutShort(text);
    if (saysZhao(plain))
        return refuseZhao(text);
    const auto split = splitNumber(withoutDollars(plain));
    const std::optional<int> power = split ? powerOfTen(split->second) : std::nullopt;
    if (!power)
        return refuse(
            QT_TRANSLATE_NOOP("Sentence", "“{0}” is no amount of money; write it as $300B, 38.2m or 1.5 trillion"),
            text);
    return finished(
        text, parseUsd(shifted(split->first, *power)), [](Cents value) { return formatUsd(value); },
        [](Cents value) { return moneyText(value); });
}

ReadResult readShare(const QString& text)
{
    const QString plain = normalised(text);
    if (isNothing(plain))
        return Reading{};
    if (isBelowZero(plain))
        return refuseNegativeShare(text);
    const auto split = splitNumber(withoutPercent(plain));
    if (!split || !split->second.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is no share; write it in percent, as 27 or 27%"), text);
    return finished(
        text, parsePercent(shifted(split->first, 0)), [](BasisPoints value) { return formatPercent(value); },
        [](BasisPoints value) { return shareText(value); });
}

ReadResult readField(Table table, Field field, const QString& text)
{
    const FieldSpec& spec = fieldSpec(table, field);
    switch (spec.type) {
    case FieldType::Usd:
        return readMoney(text);
    case FieldType::Megawatts:
        return readCapacity(text);
    case FieldType::Percent:
        return readShare(text);
    case FieldType::Date:
        return readDate(text, spec.name == "ends" ? DateRole::End : DateRole::Start);
    case FieldType::Weight:
        return readBasisPoints(text);
    case FieldType::Integer:
        return readNumber(text, true);
    case FieldType::Decimal:
        return readNumber(text, false);
    case FieldType::Flag:
        return readFlag(text);
    case FieldType::Choice:
        return Reading{text.trimmed().toLower().toStdString(), {}};
    default:
        return Reading{text.trimmed().toStdString(), {}};
    }
}

QString readsAsText(const QString& typed, const Reading& reading)
{
    if (reading.echo.isEmpty() || reading.echo == typed.trimmed())
        return {};
    return QCoreApplication::translate("Format", "reads as %1").arg(reading.echo);
}

} // namespace ochain
