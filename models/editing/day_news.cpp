// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/day_news.h"

#include "chain/known_rows.h"
#include "document/names.h"
#include "editing/claim_history.h"
#include "editing/field_names.h"
#include "editing/value_text.h"
#include "formats/format.h"
#include "language/punctuation.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace ochain {

namespace {

QString translated(const char* text, int count = -1)
{
    return QCoreApplication::translate("ochain::DayNews", text, nullptr, count);
}

bool isOn(Date date, Day day)
{
    return date.isSet() && firstDay(date) == day;
}

/// "AMD → OpenAI, hardware: 6.0 GW", with what was known of it on that day.
QString announced(const Chain& chain, DealId id, Day day)
{
    const KnownDeal known = knownDeal(chain, id, day);
    QStringList amounts;
    if (!known.capacity.isAbsent())
        amounts << capacityText(known.capacity);
    if (!known.value.isAbsent())
        amounts << moneyText(known.value);
    const QString what = translated(QT_TRANSLATE_NOOP("ochain::DayNews", "%1, %2"))
                             .arg(nameOf(chain, id), nameOf(chain, chain.deals()[id].kind));
    return amounts.isEmpty() ? what
                             : translated(QT_TRANSLATE_NOOP("ochain::DayNews", "%1: %2")).arg(what, listOf(amounts));
}

/// What a claim changed; empty if it changed nothing, or belongs to what is told of its row on that day anyhow.
QString changed(const Chain& chain, ClaimId id, Day day)
{
    const Claim& claim = chain.claims()[id];
    const ClaimHistory history = claimsOn(chain, claim.of, claim.field);
    const auto at = std::find(history.adopted.begin(), history.adopted.end(), id);
    if (at == history.adopted.end())
        return {};
    const QString after = valueInWords(chain, claim.of, claim.field, chain.text(claim.value));
    const QString row = nameOf(chain, claim.of);
    const QString field = fieldLabel(claim.of.table, claim.field);
    if (at == history.adopted.begin())
        return isOn(knownSince(chain, claim.of), day)
                   ? QString()
                   : translated(QT_TRANSLATE_NOOP("ochain::DayNews", "%1: %2 %3")).arg(row, field, after);
    const Claim& last = chain.claims()[*std::prev(at)];
    const QString before = valueInWords(chain, claim.of, claim.field, chain.text(last.value));
    return before == after
               ? QString()
               : translated(QT_TRANSLATE_NOOP("ochain::DayNews", "%1: %2 %3 → %4")).arg(row, field, before, after);
}

} // namespace

std::vector<Day> knowledgeDays(const Chain& chain)
{
    std::vector<Day> days;
    const auto add = [&days](Date date) {
        if (date.isSet())
            days.push_back(firstDay(date));
    };
    chain.deals().forEach([&](DealId, const Deal& deal) { add(deal.announced); });
    chain.metrics().forEach(
        [&](MetricId, const Metric& metric) { add(metric.known.isSet() ? metric.known : metric.asOf); });
    chain.events().forEach([&](EventId, const Event& event) { add(event.date); });
    chain.claims().forEach([&](ClaimId, const Claim& claim) {
        if (claim.isAdopted)
            add(claim.asOf);
    });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

QStringList newsOf(const Chain& chain, Day day)
{
    QStringList news;
    chain.events().forEach([&](EventId id, const Event& event) {
        if (isOn(event.date, day))
            news << nameOf(chain, RowRef{Table::Events, id.value});
    });
    chain.deals().forEach([&](DealId id, const Deal& deal) {
        if (isOn(deal.announced, day))
            news << announced(chain, id, day);
    });
    chain.claims().forEach([&](ClaimId id, const Claim& claim) {
        if (claim.isAdopted && isOn(claim.asOf, day))
            news << changed(chain, id, day);
    });
    chain.metrics().forEach([&](MetricId id, const Metric& metric) {
        if (isOn(metric.known.isSet() ? metric.known : metric.asOf, day)) {
            const RowRef row{Table::Metrics, id.value};
            news << translated(QT_TRANSLATE_NOOP("ochain::DayNews", "%1: %2"))
                        .arg(nameOf(chain, row),
                             valueInWords(chain, row, metric_field::Value, chain.value(row, metric_field::Value)));
        }
    });
    news.removeAll(QString());
    news.removeDuplicates(); // two tranches of a deal may start otherwise in the same words
    return news;
}

QString newsLine(const QStringList& news, qsizetype most)
{
    QStringList said = news.mid(0, most);
    if (const qsizetype more = news.size() - said.size(); more > 0)
        said << translated(QT_TRANSLATE_N_NOOP("ochain::DayNews", "and %n more"), static_cast<int>(more));
    return said.join(translated(QT_TRANSLATE_NOOP("ochain::DayNews", "; ")));
}

} // namespace ochain
