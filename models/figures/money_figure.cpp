// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/money_figure.h"
#include "document/names.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "figures/kept_periods.h"
#include "figures/lens_notes.h"
#include "figures/lens_words.h"
#include "figures/money_customers.h"
#include "rollups/deal_reader.h"

#include <algorithm>
#include <array>

namespace ochain {

namespace {

constexpr std::size_t kLines = 6; ///< deals named in a tooltip

/// One side of a group's money: which deals make it up.
struct Side {
    Measure measure;
    DealClass dealClass;
    bool isSupplier; ///< the group is the supplier
};

constexpr std::array<Side, 4> kSides{{{Measure::Revenue, DealClass::Trade, true},
                                      {Measure::CapitalIn, DealClass::Capital, false},
                                      {Measure::Spend, DealClass::Trade, false},
                                      {Measure::CapitalOut, DealClass::Capital, true}}};

constexpr std::array<Side, 2> kPromises{
    {{Measure::GuaranteedIn, DealClass::Contingent, false}, {Measure::GuaranteedOut, DealClass::Contingent, true}}};

/// The deals that make up a side, in all and by period.
struct SideDeals {
    std::vector<DealAmount> all;
    std::vector<TopDeals> byPeriod;
};

class MoneyBuilder {
public:
    MoneyBuilder(const Chain& chain, const Rollups& rollups, const FigureOptions& options, Group group)
        : m_chain(chain), m_rollups(rollups), m_options(options), m_group(group), m_isMember(membersOf(chain, group)),
          m_assumed(chain, rollups), m_sources(chain)
    {
        m_granularity = options.granularity == PeriodKind::Quarter ? PeriodKind::Quarter : PeriodKind::Year;
    }

    MoneyFigure build()
    {
        layPeriods();
        m_figure.incoming = {
            flow(kSides[0], FigureWords::tr("Revenue"), coloursOf(m_chain, rootTier(2)), MarkStyle::Solid),
            flow(kSides[1], FigureWords::tr("Capital in"), outsideColours(), MarkStyle::Hatched)};
        m_figure.outgoing = {
            flow(kSides[2], FigureWords::tr("Spend"), coloursOf(m_chain, rootTier(0)), MarkStyle::Solid),
            flow(kSides[3], FigureWords::tr("Capital out"), outsideColours(), MarkStyle::Hatched)};
        addGuarantees();
        addBacklog();
        addCustomers();
        m_figure.gap = derived(Measure::Gap, "gap", FigureWords::tr("Gap"), MarkStyle::Outline);
        m_figure.funding = derived(Measure::Funding, "funding", FigureWords::tr("Funding position"), MarkStyle::Line);
        sayPeriods();
        crop();
        sayHead();
        return std::move(m_figure);
    }

private:
    void layPeriods();
    void crop();
    TierId rootTier(std::size_t index) const;
    Series flow(const Side& side, const QString& name, MarkColours colours, MarkStyle style);
    void takeDeal(DealId id, Series& series, SideDeals& deals);
    void addGuarantees();
    void addBacklog();
    void addCustomers();
    Series derived(Measure measure, const char* id, const QString& name, MarkStyle style) const;
    void sayPeriods();
    [[nodiscard]] Figure sideIn(Period period, Measure trade, Measure capital) const;
    [[nodiscard]] MoneyWords wordsOf(std::size_t at, const Figure& in, const Figure& out) const;
    void sayHead();
    void sayLegend();
    void sayNotes();
    [[nodiscard]] QStringList besidePeriods(std::int64_t Series::*amount) const;
    bool isOpen(const std::vector<Series>& side) const;
    bool hasMoney() const;
    QString answer() const;
    QString insideNote(const QString& name) const;
    [[nodiscard]] QString guaranteeNote() const;
    [[nodiscard]] bool hasAnyLater() const;
    void fillTable();

    const Chain& m_chain;
    const Rollups& m_rollups;
    const FigureOptions& m_options;
    Group m_group;
    std::vector<bool> m_isMember;
    AssumedPart m_assumed;
    SourceNumbers m_sources;
    PeriodKind m_granularity = PeriodKind::Year;
    bool m_hasHidden = false; ///< a deal without an amount stands behind a period
    MoneyFigure m_figure;
};

void MoneyBuilder::layPeriods()
{
    const Calendar& calendar = m_rollups.calendar();
    const int each = m_granularity == PeriodKind::Year ? calendar.years() : calendar.quarters();
    for (int at = 0; at < each; ++at) {
        const Period period = m_granularity == PeriodKind::Year
                                  ? Period{PeriodKind::Year, calendar.firstYear() + at, 0}
                                  : Period{PeriodKind::Quarter, calendar.firstYear() + at / 4, at % 4 + 1};
        m_figure.periods.push_back(period);
        m_figure.labels.push_back(periodText(period));
        const Period now = m_options.period;
        if (now == period ||
            (now.kind == PeriodKind::Quarter && period.kind == PeriodKind::Year && now.year == period.year) ||
            (now.kind == PeriodKind::Year && period.kind == PeriodKind::Quarter && now.year == period.year &&
             period.quarter == 4))
            m_figure.current = m_figure.periods.size() - 1;
    }
}

/// Leaves out the years at both ends in which no money moves.
void MoneyBuilder::crop()
{
    std::vector<bool> moves(m_figure.periods.size(), false);
    for (const std::vector<Series>* side : {&m_figure.incoming, &m_figure.outgoing})
        for (const Series& series : *side)
            for (std::size_t at = 0; at < moves.size(); ++at)
                moves[at] = moves[at] || series.values[at] != 0;
    for (const Series& series : m_figure.guarantees)
        for (std::size_t at = 0; at < moves.size(); ++at)
            moves[at] = moves[at] || series.values[at] != (at == 0 ? 0 : series.values[at - 1]);
    const auto [first, last] = seenYears(m_figure.periods, moves, m_options.period);
    keepPlaces(m_figure, first, last + 1);
    if (!m_figure.labels.empty())
        m_figure.since = m_figure.labels.front();
}

TierId MoneyBuilder::rootTier(std::size_t index) const
{
    for (const TierId tier : m_chain.tierOrder())
        if (!m_chain.tiers()[tier].parent.isSet() && index-- == 0)
            return tier;
    return {};
}

Series MoneyBuilder::flow(const Side& side, const QString& name, MarkColours colours, MarkStyle style)
{
    Series series;
    series.id = std::string(measureName(side.measure));
    series.name = name;
    series.colours = colours;
    series.style = style;
    for (const Figure& figure : m_rollups.figures(m_group, side.measure, kNoLayer, m_granularity)) {
        series.values.push_back(figure.value);
        series.hidden.push_back(figure.undisclosed);
    }
    series.unscheduled = m_rollups.figure(m_group, side.measure, kNoLayer, kUnscheduled).value;
    series.later = m_rollups.figure(m_group, side.measure, kNoLayer, kLater).value;
    series.undisclosed = m_rollups.figure(m_group, side.measure, kNoLayer, kTotal).undisclosed;
    SideDeals deals{{}, std::vector<TopDeals>(series.values.size(), TopDeals(m_chain, kLines))};
    const auto take = [&](DealId id, const Deal& deal) {
        const NodeId other = side.isSupplier ? deal.customer : deal.supplier;
        if (!m_options.isCancelled() && !m_isMember[other.value] && m_chain.classOf(deal) == side.dealClass)
            takeDeal(id, series, deals);
    };
    for (std::uint32_t node = 0; node < m_isMember.size(); ++node) {
        if (!m_isMember[node])
            continue;
        if (side.isSupplier)
            m_chain.forEachSupplied(NodeId{node}, take);
        else
            m_chain.forEachBought(NodeId{node}, take);
    }
    series.evidence = evidenceOf(m_chain, std::move(deals.all), Unit::Money);
    m_sources.addAll(series.evidence);
    for (TopDeals& period : deals.byPeriod) {
        series.parts.push_back(period.evidence(Unit::Money));
        m_sources.addAll(series.parts.back());
    }
    return series;
}

/// Guarantees stand, and nothing is paid: they have series of their own, where there are any.
void MoneyBuilder::addGuarantees()
{
    for (const Side& side : kPromises) {
        Series series =
            flow(side, side.isSupplier ? FigureWords::tr("Guarantees given") : FigureWords::tr("Guarantees received"),
                 outsideColours(), MarkStyle::Outline);
        if (!series.evidence.deals.empty())
            m_figure.guarantees.push_back(std::move(series));
    }
}

/// A stock like capacity: shown for those that have sold more than they have delivered.
void MoneyBuilder::addBacklog()
{
    Series series = derived(Measure::Backlog, "backlog", FigureWords::tr("Backlog"), MarkStyle::Solid);
    if (std::none_of(series.values.begin(), series.values.end(), [](std::int64_t value) { return value > 0; }))
        return;
    series.colours = coloursOf(m_chain, rootTier(2));
    for (const Figure& figure : m_rollups.figures(m_group, Measure::Backlog, kNoLayer, m_granularity))
        series.hidden.push_back(figure.undisclosed);
    m_figure.backlog = std::move(series);
}

/// Who the revenue comes from in the period looked at.
void MoneyBuilder::addCustomers()
{
    const Period period = m_figure.current ? m_figure.periods[*m_figure.current] : kTotal;
    m_figure.customersWhen = inPeriod(period);
    m_figure.customers = MoneyCustomers(m_chain, m_rollups, m_options, m_isMember)
                             .in(period, m_granularity, coloursOf(m_chain, rootTier(2)));
    for (CustomerPart& part : m_figure.customers)
        m_sources.addAll(part.series.evidence);
}

/// Adds a deal over the group's border to what a side is made of, period by period.
void MoneyBuilder::takeDeal(DealId id, Series& series, SideDeals& deals)
{
    const DealReader reader(m_chain, m_rollups, id);
    const Figure total = reader.money(kTotal);
    if (total == Figure{})
        return;
    deals.all.push_back({id, total.value, total.undisclosed > 0});
    const std::vector<Figure> own = reader.money(m_granularity);
    for (std::size_t at = 0; at < own.size(); ++at) {
        deals.byPeriod[at].add({id, own[at].value, own[at].undisclosed > 0});
        const std::int64_t part = m_assumed.money(id, m_figure.periods[at], own[at].value);
        if (part > 0 && series.assumed.empty())
            series.assumed.resize(series.values.size());
        if (part > 0)
            series.assumed[at] = std::min(series.assumed[at] + part, series.values[at]);
    }
}

Series MoneyBuilder::derived(Measure measure, const char* id, const QString& name, MarkStyle style) const
{
    Series series;
    series.id = id;
    series.name = name;
    series.style = style;
    series.colours = outsideColours();
    for (const Figure& figure : m_rollups.figures(m_group, measure, kNoLayer, m_granularity))
        series.values.push_back(figure.value);
    return series;
}

/// What stands beside the bars of each period, as tables would say it.
void MoneyBuilder::sayPeriods()
{
    for (std::size_t at = 0; at < m_figure.periods.size(); ++at) {
        const Figure in = sideIn(m_figure.periods[at], Measure::Revenue, Measure::CapitalIn);
        const Figure out = sideIn(m_figure.periods[at], Measure::Spend, Measure::CapitalOut);
        m_hasHidden = m_hasHidden || in.undisclosed + out.undisclosed > 0;
        m_figure.words.push_back(wordsOf(at, in, out));
    }
}

Figure MoneyBuilder::sideIn(Period period, Measure trade, Measure capital) const
{
    const Figure a = m_rollups.figure(m_group, trade, kNoLayer, period);
    const Figure b = m_rollups.figure(m_group, capital, kNoLayer, period);
    return {a.value + b.value, a.undisclosed + b.undisclosed};
}

MoneyWords MoneyBuilder::wordsOf(std::size_t at, const Figure& in, const Figure& out) const
{
    const auto narrow = [](std::int64_t value, Hidden hidden) {
        return value == 0 && boundOf(hidden) == Bound::Exact
                   ? QString()
                   : boundedText(value, hidden, Unit::Money, HiddenStyle::Narrow);
    };
    const auto side = [](const Figure& figure) {
        return figure == Figure{} ? moneyText(Cents{0}) : figureText(figure, Unit::Money);
    };
    const QStringList sides{FigureWords::tr("Comes in: %1").arg(side(in)),
                            FigureWords::tr("Goes out: %1").arg(side(out))};
    const std::int64_t gap = m_figure.gap.values[at];
    const std::int64_t funding = m_figure.funding.values[at];
    const Hidden inGap = m_rollups.hidden(m_group, Measure::Gap, kNoLayer, m_figure.periods[at]);
    const Hidden inFunding = m_rollups.hidden(m_group, Measure::Funding, kNoLayer, m_figure.periods[at]);
    const auto inFull = [](std::int64_t value, Hidden hidden, const QStringList& parts) {
        return boundedTextInFull(value, hidden, Unit::Money) + QLatin1Char('\n') + parts.join(QLatin1Char('\n'));
    };
    const std::int64_t before = at == 0 ? 0 : m_figure.funding.values[at - 1];
    MoneyWords words;
    words.incoming = narrow(in.value, {in.undisclosed, 0});
    words.outgoing = narrow(out.value, {out.undisclosed, 0});
    words.gap = gap > 0 ? narrow(gap, inGap) : QString();
    words.gapInFull = inFull(gap, inGap, sides);
    words.funding = boundedText(funding, inFunding, Unit::Money, HiddenStyle::Narrow);
    words.fundingInFull =
        inFull(funding, inFunding, QStringList{FigureWords::tr("Before: %1").arg(moneyText(Cents{before}))} + sides);
    return words;
}

/// Whether money that has no amount or no dates could still come in, or go out, in any period.
bool MoneyBuilder::isOpen(const std::vector<Series>& side) const
{
    return std::any_of(side.begin(), side.end(),
                       [](const Series& series) { return series.undisclosed > 0 || series.unscheduled > 0; });
}

/// Whether any money moves in any period: of nothing there is nothing to conclude.
bool MoneyBuilder::hasMoney() const
{
    const auto moves = [](const Series& series) {
        return std::any_of(series.values.begin(), series.values.end(), [](std::int64_t value) { return value != 0; });
    };
    return std::any_of(m_figure.incoming.begin(), m_figure.incoming.end(), moves) ||
           std::any_of(m_figure.outgoing.begin(), m_figure.outgoing.end(), moves);
}

/// What the picture says in one line: the period of the largest gap, and where the funding position is lowest. A
/// conclusion is drawn only if nothing that is undisclosed or undated could overturn it; of overlaps none.
QString MoneyBuilder::answer() const
{
    const auto most = std::max_element(m_figure.gap.values.begin(), m_figure.gap.values.end());
    const auto least = std::min_element(m_figure.funding.values.begin(), m_figure.funding.values.end());
    if (m_rollups.lens().overlaps == Overlaps::Overlap || most == m_figure.gap.values.end() ||
        least == m_figure.funding.values.end() || !hasMoney())
        return {};
    const bool isMoreOut = isOpen(m_figure.outgoing);
    const bool isMoreIn = isOpen(m_figure.incoming);
    if (*most <= 0 && isMoreOut)
        return FigureWords::tr(
            "Among the deals in this chain with amounts and dates no period has a gap; those without may open one.");
    const auto place = [](auto at, const std::vector<std::int64_t>& values) {
        return static_cast<std::size_t>(at - values.begin());
    };
    const std::size_t widest = place(most, m_figure.gap.values);
    const std::size_t lowest = place(least, m_figure.funding.values);
    QStringList parts;
    if (*most <= 0)
        parts << FigureWords::tr("every period pays for itself");
    else
        parts << (isMoreOut || isMoreIn ? FigureWords::tr("largest gap known: %1 in %2")
                                        : FigureWords::tr("largest gap: %1 in %2"))
                     .arg(m_figure.words[widest].gap, m_figure.labels[widest]);
    if (*most > 0 && *least >= 0 && !isMoreOut)
        parts << FigureWords::tr("earlier money covers it");
    if (*most > 0 && *least < 0)
        parts << (isMoreIn || isMoreOut ? FigureWords::tr("lowest funding position: %1 in %2")
                                              .arg(m_figure.words[lowest].funding, m_figure.labels[lowest])
                                        : FigureWords::tr("still to be found by %2: %1")
                                              .arg(moneyText(-Cents{*least}), m_figure.labels[lowest]));
    return FigureWords::tr("Of the deals in this chain: %1.").arg(parts.join(FigureWords::tr("; ")));
}

/// What moves between the group's own parties, which counts in none of its figures.
QString MoneyBuilder::insideNote(const QString& name) const
{
    QStringList parts;
    for (const Measure measure : {Measure::InternalTrade, Measure::InternalCapital})
        if (const Figure figure = m_rollups.figure(m_group, measure, kNoLayer, kTotal); figure != Figure{})
            parts << FigureWords::tr("%1 %2", "measure, amount")
                         .arg(measureText(measure).toLower(), figureText(figure, Unit::Money));
    return parts.isEmpty() ? QString()
                           : FigureWords::tr("Between parties of %1, and so in none of its figures: %2.")
                                 .arg(name, parts.join(FigureWords::tr(", ")));
}

/// "Guarantees, which promise to pay if another does not and are no money: received $105B at the end of 2028."
QString MoneyBuilder::guaranteeNote() const
{
    QStringList parts;
    const bool isPeriod = m_options.period.kind == PeriodKind::Year || m_options.period.kind == PeriodKind::Quarter;
    const Period at = isPeriod ? m_options.period : kTotal;
    for (const Side& side : kPromises) {
        const Figure figure = m_rollups.figure(m_group, side.measure, kNoLayer, at);
        if (figure != Figure{})
            parts << FigureWords::tr("%1 %2", "measure, amount")
                         .arg(side.isSupplier ? FigureWords::tr("given") : FigureWords::tr("received"),
                              figureText(figure, Unit::Money));
    }
    return parts.isEmpty() ? QString()
                           : FigureWords::tr("Guarantees %1, promises to pay if another does not, and no money: %2.")
                                 .arg(atEndOf(at), parts.join(FigureWords::tr(", ")));
}

bool MoneyBuilder::hasAnyLater() const
{
    const auto has = [](const std::vector<Series>& side) {
        return std::any_of(side.begin(), side.end(), [](const Series& series) { return series.later != 0; });
    };
    return has(m_figure.incoming) || has(m_figure.outgoing) || has(m_figure.guarantees);
}

void MoneyBuilder::fillTable()
{
    DataTable& table = m_figure.head.table;
    table.columns << FigureWords::tr("Measure");
    for (const QString& label : m_figure.labels)
        table.columns << FigureWords::tr("%1, US$").arg(label);
    table.columns << FigureWords::tr("Unscheduled, US$");
    const bool hasLater = hasAnyLater();
    if (hasLater)
        table.columns << FigureWords::tr("Later, US$");
    table.columns << FigureWords::tr("Undisclosed deals");
    table.isNumber.assign(static_cast<std::size_t>(table.columns.size()), true);
    table.isNumber[0] = false;
    const auto add = [&](const Series& series, bool isDerived) {
        QStringList row{series.name};
        for (const std::int64_t value : series.values)
            row << plainAmount(value, Unit::Money);
        row << (isDerived ? QString() : plainAmount(series.unscheduled, Unit::Money));
        if (hasLater)
            row << (isDerived ? QString() : plainAmount(series.later, Unit::Money));
        row << (isDerived ? QString() : QString::number(series.undisclosed));
        table.rows.push_back(row);
    };
    for (const Series& series : m_figure.incoming)
        add(series, false);
    for (const Series& series : m_figure.outgoing)
        add(series, false);
    add(m_figure.gap, true);
    add(m_figure.funding, true);
    for (const Series& series : m_figure.guarantees)
        add(series, false);
    if (m_figure.backlog)
        add(*m_figure.backlog, true);
    for (const CustomerPart& part : m_figure.customers) {
        add(part.series, true);
        table.rows.back()[0] = FigureWords::tr("Revenue from %1").arg(part.series.name);
    }
}

/// What is drawn, as far as any of it is.
void MoneyBuilder::sayLegend()
{
    std::vector<LegendEntry>& legend = m_figure.head.legend;
    bool hasAssumed = false;
    for (const std::vector<Series>* side : {&m_figure.incoming, &m_figure.outgoing})
        for (const Series& series : *side) {
            hasAssumed = hasAssumed || !series.assumed.empty();
            if (std::any_of(series.values.begin(), series.values.end(), [](std::int64_t value) { return value != 0; }))
                legend.push_back({series.name, series.colours, series.style});
        }
    legend.push_back({m_figure.gap.name, warningColours(), MarkStyle::Outline});
    if (!m_figure.guarantees.empty())
        legend.push_back({FigureWords::tr("Guarantees, no money"), outsideColours(), MarkStyle::Outline});
    legend.push_back({m_figure.funding.name, m_figure.funding.colours, MarkStyle::Line});
    if (hasAssumed)
        legend.push_back({FigureWords::tr("Dashed: rests on assumed dates"), outsideColours(), MarkStyle::Dashed});
}

/// "revenue $3B, spend $1B": of each side what `amount` has of it.
QStringList MoneyBuilder::besidePeriods(std::int64_t Series::*amount) const
{
    QStringList parts;
    for (const std::vector<Series>* side : {&m_figure.incoming, &m_figure.outgoing})
        for (const Series& series : *side)
            if (series.*amount > 0)
                parts << FigureWords::tr("%1 %2", "measure, amount")
                             .arg(series.name.toLower(), moneyText(Cents{series.*amount}));
    return parts;
}

void MoneyBuilder::sayNotes()
{
    ChartHead& head = m_figure.head;
    head.notes = moneyLensNotes(m_chain, m_rollups, m_options, m_group);
    head.lensNotes = head.notes.size();
    if (const QString words = answer(); !words.isEmpty())
        head.notes << words;
    if (const QString guarantees = guaranteeNote(); !guarantees.isEmpty())
        head.notes << guarantees;
    if (m_hasHidden)
        head.notes << FigureWords::tr(
            "≥, ≤ and numbers in brackets: so many deals have no disclosed amount; (2+3): two "
            "would raise the figure, three lower it.");
    if (const QStringList undated = besidePeriods(&Series::unscheduled); !undated.isEmpty())
        head.notes
            << FigureWords::tr("Without dates, and so in no period: %1.").arg(undated.join(FigureWords::tr(", ")));
    if (const QStringList later = besidePeriods(&Series::later); !later.isEmpty())
        head.notes << FigureWords::tr("After %1, and so in no period: %2.")
                          .arg(QString::number(m_rollups.calendar().lastYear()), later.join(FigureWords::tr(", ")));
    if (const QString inside = insideNote(nameOf(m_chain, m_group)); !inside.isEmpty())
        head.notes << inside;
}

void MoneyBuilder::sayHead()
{
    ChartHead& head = m_figure.head;
    const QString name = nameOf(m_chain, m_group);
    head.view = QStringLiteral("money");
    head.title = FigureWords::tr("Does revenue cover the commitments of %1?").arg(name);
    const QString unit =
        m_granularity == PeriodKind::Year ? FigureWords::tr("US$ a year, %1") : FigureWords::tr("US$ a quarter, %1");
    head.subtitle = unit.arg(lensWords(m_chain, m_rollups.lens(), m_options));
    const std::int64_t undisclosed = m_rollups.figure(m_group, Measure::DealsUndisclosedMoney, kNoLayer, kTotal).value;
    if (undisclosed > 0)
        head.subtitle +=
            QStringLiteral(" · ") +
            FigureWords::tr("%1 undisclosed in money").arg(dealsWords(static_cast<std::size_t>(undisclosed)));
    head.lensJson = lensJson(head.view, m_rollups.lens(), m_options);
    head.sources = m_sources.lines();
    sayLegend();
    sayNotes();
    const auto isNothing = [](const Series& series) { return series.evidence.deals.empty(); };
    const bool isEmpty = m_figure.guarantees.empty() &&
                         std::all_of(m_figure.incoming.begin(), m_figure.incoming.end(), isNothing) &&
                         std::all_of(m_figure.outgoing.begin(), m_figure.outgoing.end(), isNothing);
    if (isEmpty) {
        head.emptyTitle = FigureWords::tr("No money of %1 is known under this lens.").arg(name);
        head.emptyHint = FigureWords::tr("Enter a deal with its value and its dates, or choose another group.");
    }
    fillTable();
}

} // namespace

MoneyFigure buildMoney(const Chain& chain, const Rollups& rollups, const FigureOptions& options)
{
    const std::optional<Group> group = groupNamed(chain, options.group);
    if (group)
        return MoneyBuilder(chain, rollups, options, *group).build();
    MoneyFigure figure;
    figure.head.view = QStringLiteral("money");
    sayNoSuchGroup(figure.head, options.group);
    return figure;
}

} // namespace ochain
