// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/deal_curve.h"

#include "formats/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kQuarters = 4; ///< of a year

QString translated(const char* text)
{
    return QCoreApplication::translate("DealCurve", text);
}

std::vector<std::int64_t> valuesOf(const std::vector<Figure>& figures)
{
    std::vector<std::int64_t> values;
    values.reserve(figures.size());
    for (const Figure& figure : figures)
        values.push_back(figure.value);
    return values;
}

/// The years, counted from the first of the calendar, in which an amount moves; last before first if there is none.
struct Span {
    std::size_t first = SIZE_MAX;
    std::size_t last = 0;

    void include(std::size_t year)
    {
        first = std::min(first, year);
        last = std::max(last, year);
    }
    [[nodiscard]] bool isEmpty() const noexcept { return last < first; }
};

/// The years in which something moves, and the one in which nothing does any more: what begins with a year, as the end
/// of a term does, has moved by its end.
Span seenOf(const std::vector<std::int64_t>& kilowatts, const std::vector<std::int64_t>& cents)
{
    Span span;
    std::int64_t before = 0;
    for (std::size_t quarter = 0; quarter < kilowatts.size(); ++quarter) {
        if (std::exchange(before, kilowatts[quarter]) == kilowatts[quarter])
            continue;
        span.include(quarter / kQuarters);
        span.include((quarter + kQuarters - 1) / kQuarters);
    }
    for (std::size_t year = 0; year < cents.size(); ++year)
        if (cents[year] != 0) {
            span.include(year);
            span.include(year + 1);
        }
    return span;
}

/// The years of a span, or nothing if all of it is zero.
std::vector<std::int64_t> within(const std::vector<std::int64_t>& values, Span years, std::size_t perYear)
{
    const auto from = values.begin() + static_cast<std::ptrdiff_t>(years.first * perYear);
    const auto to = values.begin() + static_cast<std::ptrdiff_t>((years.last + 1) * perYear);
    const bool isAny = std::any_of(from, to, [](std::int64_t value) { return value != 0; });
    return isAny ? std::vector<std::int64_t>(from, to) : std::vector<std::int64_t>();
}

/// "6.0 GW, $10B", of what is there of both.
QString bothText(std::int64_t kilowatts, std::int64_t cents)
{
    QStringList parts;
    if (kilowatts != 0)
        parts << amountText(kilowatts, Unit::Capacity);
    if (cents != 0)
        parts << amountText(cents, Unit::Money);
    return parts.join(translated(QT_TRANSLATE_NOOP("DealCurve", ", ")));
}

QString unplacedText(const Chain& chain, const Rollups& rollups, DealId deal)
{
    const DealFigures figures = rollups.deal(chain, deal);
    if (!figures.counts)
        return translated(QT_TRANSLATE_NOOP("DealCurve", "The lens leaves this deal out."));
    if (!figures.hasMoney && !figures.hasCapacity)
        return translated(QT_TRANSLATE_NOOP("DealCurve", "No amount is known."));
    const auto of = [&](Period period) {
        return bothText(rollups.dealCapacity(chain, deal, period).value, rollups.dealMoney(chain, deal, period).value);
    };
    QStringList parts;
    if (const QString undated = of(kUnscheduled); !undated.isEmpty())
        parts << translated(QT_TRANSLATE_NOOP("DealCurve", "Without dates, so in no year: %1.")).arg(undated);
    if (const QString later = of(kLater); !later.isEmpty())
        parts << translated(QT_TRANSLATE_NOOP("DealCurve", "After the last year: %1.")).arg(later);
    return parts.join(QLatin1Char(' '));
}

} // namespace

std::int64_t DealCurve::kilowattsAtEndOf(int year) const
{
    return kilowatts.at((static_cast<std::size_t>(year - firstYear) + 1) * kQuarters - 1);
}

DealCurve dealCurve(const Chain& chain, const Rollups& rollups, DealId deal)
{
    DealCurve curve;
    curve.colours = coloursOf(chain, chain.deals()[deal].supplier);
    curve.isGuarantee = chain.kinds()[chain.deals()[deal].kind].dealClass == DealClass::Contingent;
    curve.unplaced = unplacedText(chain, rollups, deal);
    const std::vector<std::int64_t> kilowatts = valuesOf(rollups.dealCapacity(chain, deal, PeriodKind::Quarter));
    const std::vector<std::int64_t> cents = valuesOf(rollups.dealMoney(chain, deal, PeriodKind::Year));
    Span years = seenOf(kilowatts, cents);
    if (years.isEmpty())
        return curve;
    years.last = std::min(years.last, static_cast<std::size_t>(rollups.calendar().years()) - 1);
    curve.firstYear = rollups.calendar().firstYear() + static_cast<int>(years.first);
    curve.kilowatts = within(kilowatts, years, kQuarters);
    curve.cents = within(cents, years, 1);
    return curve;
}

QString curveYearText(const DealCurve& curve, int year)
{
    QStringList parts;
    if (!curve.kilowatts.empty())
        parts << translated(QT_TRANSLATE_NOOP("DealCurve", "%1 at its end"))
                     .arg(amountText(curve.kilowattsAtEndOf(year), Unit::Capacity));
    if (!curve.cents.empty()) {
        const QString amount =
            amountText(curve.cents.at(static_cast<std::size_t>(year - curve.firstYear)), Unit::Money);
        parts << (curve.isGuarantee ? translated(QT_TRANSLATE_NOOP("DealCurve", "%1 guaranteed at its end")).arg(amount)
                                    : amount);
    }
    return translated(QT_TRANSLATE_NOOP("DealCurve", "%1: %2"))
        .arg(QString::number(year), parts.join(translated(QT_TRANSLATE_NOOP("DealCurve", ", "))));
}

} // namespace ochain
