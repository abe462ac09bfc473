// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/evidence.h"
#include "document/names.h"

#include "figures/figure_words.h"
#include "language/punctuation.h"

#include <algorithm>
#include <set>

namespace ochain {

namespace {

constexpr qsizetype kSourceWidth = 72; ///< characters of a source in a tooltip
constexpr qsizetype kSourceNames = 3;  ///< sources named in a tooltip
const QLatin1String kIndent("   ");    ///< of what stands under a sum

/// Who said it and when; the title of what nobody signed.
QString briefText(const Chain& chain, const Source& row)
{
    QStringList parts{visibleText(chain.text(chain.text(row.publisher).empty() ? row.title : row.publisher))};
    if (row.published.isSet())
        parts << toQString(formatDate(row.published));
    parts.removeAll(QString());
    return parts.isEmpty() ? toQString(chain.text(row.head.key)) : parts.join(QLatin1Char(' '));
}

QString dealLine(const Chain& chain, const DealAmount& each, Unit unit)
{
    const Deal& deal = chain.deals()[each.deal];
    const QString amount = each.isUndisclosed ? FigureWords::tr("undisclosed") : amountText(each.amount, unit);
    return told(nameOf(chain, each.deal),
                QStringLiteral("%1 · %2 · %3").arg(amount, nameOf(chain, deal.kind), nameOf(chain, deal.status)));
}

/// "and 12 more: $3.2B, 2 undisclosed": what a tooltip has no line for.
QString restLine(const Rest& rest, Unit unit)
{
    QStringList parts;
    if (rest.deals > 0)
        parts << FigureWords::tr("and %1 more: %2").arg(countText(rest.deals), amountText(rest.amount, unit));
    if (rest.undisclosed > 0)
        parts << (rest.deals > 0 ? FigureWords::tr("%1 undisclosed") : FigureWords::tr("and %1 more undisclosed"))
                     .arg(countText(rest.undisclosed));
    return parts.join(FigureWords::tr(", "));
}

void addTo(Rest& rest, const DealAmount& deal)
{
    rest.amount += deal.amount;
    ++(deal.isUndisclosed ? rest.undisclosed : rest.deals);
}

void sortLargestFirst(const Chain& chain, std::vector<DealAmount>& deals)
{
    std::sort(deals.begin(), deals.end(), [&](const DealAmount& a, const DealAmount& b) {
        if (a.isUndisclosed != b.isUndisclosed)
            return b.isUndisclosed;
        if (a.amount != b.amount)
            return a.amount > b.amount;
        return chain.deals()[a.deal].head.rowid < chain.deals()[b.deal].head.rowid;
    });
}

bool isNothing(const DealAmount& deal)
{
    return deal.amount == 0 && !deal.isUndisclosed;
}

} // namespace

Evidence evidenceOf(const Chain& chain, std::vector<DealAmount> deals, Unit unit, int most,
                    const std::vector<OtherPart>& others)
{
    deals.erase(std::remove_if(deals.begin(), deals.end(), isNothing), deals.end());
    sortLargestFirst(chain, deals);
    Evidence evidence;
    QStringList lines;
    for (const OtherPart& other : others)
        lines << told(other.text, figureText(other.figure, unit));
    const std::size_t listed = std::min(deals.size(), static_cast<std::size_t>(most));
    for (std::size_t at = 0; at < listed; ++at)
        lines << dealLine(chain, deals[at], unit);
    Rest rest;
    for (std::size_t at = listed; at < deals.size(); ++at)
        addTo(rest, deals[at]);
    if (listed < deals.size())
        lines << restLine(rest, unit);
    for (const DealAmount& deal : deals)
        evidence.deals.push_back(deal.deal);
    evidence.tooltip = lines.join(QLatin1Char('\n'));
    return evidence;
}

void TopDeals::add(const DealAmount& deal)
{
    if (isNothing(deal))
        return;
    m_deals.push_back(deal);
    if (m_deals.size() >= 2 * m_most)
        fold();
}

void TopDeals::fold()
{
    sortLargestFirst(m_chain, m_deals);
    for (std::size_t at = m_most; at < m_deals.size(); ++at)
        addTo(m_rest, m_deals[at]);
    m_deals.resize(std::min(m_deals.size(), m_most));
}

Evidence TopDeals::evidence(Unit unit)
{
    fold();
    Evidence evidence = evidenceOf(m_chain, m_deals, unit, static_cast<int>(m_most));
    if (const QString rest = restLine(m_rest, unit); !rest.isEmpty())
        evidence.tooltip += QLatin1Char('\n') + rest;
    return evidence;
}

Evidence bothSides(Evidence in, const QString& inTitle, Evidence out, const QString& outTitle)
{
    if (out.tooltip.isEmpty())
        return in;
    if (in.tooltip.isEmpty())
        return out;
    const auto indented = [](QString lines) {
        return kIndent + lines.replace(QLatin1Char('\n'), QLatin1Char('\n') + kIndent);
    };
    Evidence both;
    both.tooltip = QStringList{inTitle, indented(in.tooltip), outTitle, indented(out.tooltip)}.join(QLatin1Char('\n'));
    both.deals = std::move(in.deals);
    std::set<DealId> seen(both.deals.begin(), both.deals.end());
    for (const DealId deal : out.deals)
        if (seen.insert(deal).second)
            both.deals.push_back(deal);
    return both;
}

std::vector<int> SourceNumbers::of(DealId deal)
{
    std::vector<std::uint32_t> found;
    const auto take = [&](CitationId, const Citation& citation) { found.push_back(citation.source.value); };
    m_chain.forEachCitation({Table::Deals, deal.value}, take);
    m_chain.forEachTranche(deal, [&](TrancheId id, const Tranche&) {
        m_chain.forEachCitation({Table::Tranches, id.value}, take);
    });
    // lists in the chain run newest first or last: the order of the rows is the one that stays
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_chain.sources()[SourceId{a}].head.rowid < m_chain.sources()[SourceId{b}].head.rowid;
    });
    std::vector<int> numbers;
    for (const std::uint32_t source : found) {
        const auto [place, isNew] = m_numbers.try_emplace(source, static_cast<int>(m_lines.size()) + 1);
        if (isNew) {
            const Source& row = m_chain.sources()[SourceId{source}];
            m_lines.push_back({place->second, citationText(m_chain, SourceId{source}), toQString(m_chain.text(row.url)),
                               std::string(m_chain.text(row.head.key)), briefText(m_chain, row)});
        }
        if (std::find(numbers.begin(), numbers.end(), place->second) == numbers.end())
            numbers.push_back(place->second);
    }
    return numbers;
}

void SourceNumbers::addAll(Evidence& evidence, std::size_t most)
{
    std::set<int> numbers;
    for (std::size_t at = 0; at < std::min(evidence.deals.size(), most); ++at)
        for (const int number : of(evidence.deals[at]))
            numbers.insert(number);
    evidence.sources.assign(numbers.begin(), numbers.end());
    if (evidence.sources.empty())
        return;
    QStringList names;
    for (const int number : evidence.sources) {
        if (names.size() == kSourceNames) {
            names << QStringLiteral("…");
            break;
        }
        const QString& text = m_lines[static_cast<std::size_t>(number) - 1].text;
        names << QStringLiteral("[%1] %2").arg(number).arg(
            text.size() > kSourceWidth ? text.left(kSourceWidth - 1) + QChar(0x2026) : text);
    }
    evidence.tooltip += QLatin1Char('\n') + names.join(QLatin1Char('\n'));
}

} // namespace ochain
