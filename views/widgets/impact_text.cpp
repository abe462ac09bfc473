// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/impact_text.h"

#include "formats/format.h"
#include "language/punctuation.h"
#include "widgets/elided_words.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include <algorithm>

namespace ochain {

namespace {

constexpr std::size_t kInSentence = 2;

QString between()
{
    return QStringLiteral(" · ");
}

QString bindingName(const Chain& chain, std::optional<LayerNumber> layer)
{
    return layer ? layerName(chain, *layer) : QCoreApplication::translate("Impact", "none");
}

ImpactWords bindingWords(const Chain& chain, const ImpactLine& line)
{
    ImpactWords words;
    words.what = QCoreApplication::translate("Impact", "%1, binds in %2")
                     .arg(nameOf(chain, line.group), periodText(line.period));
    const QString after = bindingName(chain, line.bindingAfter);
    if (line.bindingBefore == line.bindingAfter) {
        words.change =
            QCoreApplication::translate("Impact", "%1, %2").arg(after, amountText(line.after, Unit::Capacity));
        words.way = line.delta() > 0   ? QStringLiteral("▲")
                    : line.delta() < 0 ? QStringLiteral("▼")
                                       : QStringLiteral("=");
    } else {
        words.change = bindingName(chain, line.bindingBefore) + QStringLiteral(" → ") + after;
        words.way = QStringLiteral("≠");
    }
    words.brief = told(words.what, words.change);
    return words;
}

QString nameOfFigure(const Chain& chain, const ImpactLine& line)
{
    QString name = nameOf(chain, line.group);
    if (line.measure == Measure::CapacityIn)
        name = QCoreApplication::translate("Impact", "%1, %2").arg(name, layerName(chain, line.layer));
    else
        name = QCoreApplication::translate("Impact", "%1, %2").arg(name, measureText(line.measure).toLower());
    if (line.period.kind == PeriodKind::Year || line.period.kind == PeriodKind::Quarter)
        name = QCoreApplication::translate("Impact", "%1 in %2").arg(name, periodText(line.period));
    return name;
}

/// The first figures, and what there is beside them.
QStringList sentenceOf(const Chain& chain, const Impact& impact, std::size_t most)
{
    QStringList parts;
    for (std::size_t i = 0; i < impact.lines.size() && i < most; ++i)
        parts << impactWords(chain, impact.lines[i]).brief;
    const int more = static_cast<int>(impact.lines.size()) - static_cast<int>(parts.size());
    if (more > 0)
        parts << QCoreApplication::translate("Impact", "%n more", nullptr, more);
    else if (impact.everything)
        parts << QCoreApplication::translate("Impact", "all figures computed anew");
    return parts;
}

} // namespace

ImpactWords impactWords(const Chain& chain, const ImpactLine& line)
{
    if (line.measure == Measure::Binding)
        return bindingWords(chain, line);
    const Unit unit = unitOf(line.measure);
    // a sum that misses undisclosed deals is a least one, as in every table
    const auto text = [&](std::int64_t value, std::uint32_t undisclosed) {
        return value == 0 ? amountText(0, unit) : boundedText(value, {undisclosed, 0}, unit, HiddenStyle::Narrow);
    };
    const QString after = text(line.after, line.undisclosed);
    ImpactWords words;
    words.what = nameOfFigure(chain, line);
    QString before = text(line.before, line.undisclosedBefore);
    // "26.0 → 27.0 GW": the unit once
    const QString suffix =
        amountText(line.after, unit).section(QLatin1Char(' '), 1, -1, QString::SectionIncludeLeadingSep);
    if (!suffix.isEmpty() && before.endsWith(suffix))
        before.chop(suffix.size());
    words.change = before + QStringLiteral(" → ") + after;
    words.brief =
        QCoreApplication::translate("Impact", "%1 %2 to %3").arg(words.what, deltaText(line.delta(), unit), after);
    words.way = line.delta() > 0 ? QStringLiteral("▲") : line.delta() < 0 ? QStringLiteral("▼") : QStringLiteral("=");
    return words;
}

QString impactSentence(const Chain& chain, const Impact& impact)
{
    return sentenceOf(chain, impact, kInSentence).join(between());
}

QString impactSentence(const Chain& chain, const Impact& impact, const QFontMetrics& metrics, int room)
{
    const auto fits = [&](const QString& text) { return metrics.horizontalAdvance(text) <= room; };
    if (QString whole = impactSentence(chain, impact); fits(whole))
        return whole;
    const QString ellipsis(QChar(0x2026));
    const std::size_t most = std::min(kInSentence, impact.lines.size());
    for (std::size_t last = most; last > 0; --last) { // the last one may stand without its figure
        QStringList parts = sentenceOf(chain, impact, last);
        const auto cut = static_cast<qsizetype>(last) - 1;
        parts[cut] = ellipsis;
        const int rest = room - metrics.horizontalAdvance(parts.join(between()));
        const QString name = impactWords(chain, impact.lines[last - 1]).what;
        const QString begun = elidedAtWord(name, metrics, rest);
        parts[cut] = begun == name ? name + ellipsis : begun;
        if (begun != ellipsis && fits(parts.join(between())))
            return parts.join(between());
        if (QString before = sentenceOf(chain, impact, last - 1).join(between()); last > 1 && fits(before))
            return before;
    }
    return elidedAtWord(impactSentence(chain, impact), metrics, room);
}

QStringList impactLines(const Chain& chain, const Impact& impact, std::size_t most)
{
    return sentenceOf(chain, impact, most);
}

} // namespace ochain
