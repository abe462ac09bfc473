// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/figure_parts.h"

#include <algorithm>
#include <array>

namespace ochain {

namespace {

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
        m_figure.gap = derived(Measure::Gap, "gap", FigureWords::tr("Gap"), MarkStyle::Outline);
        m_figure.funding = derived(Measure::Funding, "funding", FigureWords::tr("Funding position"), MarkStyle::Line);
        crop();
        sayHead();
        return std::move(m_figure);
    }

private:
    void layPeriods();
    void crop();
    TierId rootTier(std::size_t index) const;
    Series flow(const Side& side, const QString& name, MarkColours colours, MarkStyle style);
    Series derived(Measure measure, const char* id, const QString& name, MarkStyle style) const;
    void sayHead();
    QString answer() const;
    void fillTable();

    const Chain& m_chain;
    const Rollups& m_rollups;
    const FigureOptions& m_options;
    Group m_group;
    std::vector<bool> m_isMember;
    AssumedPart m_assumed;
    SourceNumbers m_sources;
    PeriodKind m_granularity = PeriodKind::Year;
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
        m_figure.labels.push_back(periodText(period, m_options.language));
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
    const auto [first, last] = seenYears(m_figure.periods, moves, m_options.period);
    const auto cut = [from = first, to = last](auto& list) {
        if (list.empty())
            return;
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(to) + 1, list.end());
        list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(from));
    };
    cut(m_figure.periods);
    cut(m_figure.labels);
    for (std::vector<Series>* side : {&m_figure.incoming, &m_figure.outgoing})
        for (Series& series : *side) {
            cut(series.values);
            cut(series.assumed);
        }
    cut(m_figure.gap.values);
    cut(m_figure.funding.values);
    if (m_figure.current)
        *m_figure.current -= first;
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
    for (const Figure& figure : m_rollups.figures(m_group, side.measure, 0, m_granularity))
        series.values.push_back(figure.value);
    series.unscheduled = m_rollups.figure(m_group, side.measure, 0, kUnscheduled).value;
    series.undisclosed = m_rollups.figure(m_group, side.measure, 0, kTotal).undisclosed;
    std::vector<DealAmount> deals;
    const auto take = [&](DealId id, const Deal& deal) {
        if (m_options.isCancelled())
            return;
        const NodeId other = side.isSupplier ? deal.customer : deal.supplier;
        if (m_isMember[other.value] || m_chain.classOf(deal) != side.dealClass)
            return;
        const Figure total = m_rollups.dealMoney(m_chain, id, kTotal);
        if (total.value == 0 && total.undisclosed == 0)
            return;
        deals.push_back({id, total.value, total.undisclosed > 0});
        const std::vector<Figure> own = m_rollups.dealMoney(m_chain, id, m_granularity);
        for (std::size_t at = 0; at < own.size(); ++at) {
            const std::int64_t part = m_assumed.money(id, m_figure.periods[at], own[at].value);
            if (part > 0 && series.assumed.empty())
                series.assumed.resize(series.values.size());
            if (part > 0)
                series.assumed[at] = std::min(series.assumed[at] + part, series.values[at]);
        }
    };
    for (std::uint32_t node = 0; node < m_isMember.size(); ++node) {
        if (!m_isMember[node])
            continue;
        if (side.isSupplier)
            m_chain.forEachSupplied(NodeId{node}, take);
        else
            m_chain.forEachBought(NodeId{node}, take);
    }
    series.evidence = evidenceOf(m_chain, std::move(deals), Unit::Money, m_options.language);
    m_sources.addAll(series.evidence);
    return series;
}

Series MoneyBuilder::derived(Measure measure, const char* id, const QString& name, MarkStyle style) const
{
    Series series;
    series.id = id;
    series.name = name;
    series.style = style;
    series.colours = outsideColours();
    for (const Figure& figure : m_rollups.figures(m_group, measure, 0, m_granularity))
        series.values.push_back(figure.value);
    return series;
}

/// What the picture says in one line: the year of the largest gap, and where the funding position ends.
QString MoneyBuilder::answer() const
{
    const auto most = std::max_element(m_figure.gap.values.begin(), m_figure.gap.values.end());
    const auto least = std::min_element(m_figure.funding.values.begin(), m_figure.funding.values.end());
    if (most == m_figure.gap.values.end() || least == m_figure.funding.values.end())
        return {};
    const auto at = [&](auto place, const std::vector<std::int64_t>& values) {
        return m_figure.labels[static_cast<std::size_t>(place - values.begin())];
    };
    if (*most <= 0)
        return FigureWords::tr("Every period pays for itself.");
    const QString gap = FigureWords::tr("Largest gap: %1 in %2")
                            .arg(moneyText(*most, m_options.language), at(most, m_figure.gap.values));
    if (*least >= 0)
        return gap + FigureWords::tr("; earlier money covers it.");
    return gap + FigureWords::tr("; still to be found by %1: %2.")
                     .arg(at(least, m_figure.funding.values), moneyText(-*least, m_options.language));
}

void MoneyBuilder::fillTable()
{
    DataTable& table = m_figure.head.table;
    table.columns << FigureWords::tr("Measure");
    for (const QString& label : m_figure.labels)
        table.columns << FigureWords::tr("%1, US$").arg(label);
    table.columns << FigureWords::tr("Unscheduled, US$") << FigureWords::tr("Undisclosed deals");
    table.isNumber.assign(static_cast<std::size_t>(table.columns.size()), true);
    table.isNumber[0] = false;
    const auto add = [&](const Series& series, bool isDerived) {
        QStringList row{series.name};
        for (const std::int64_t value : series.values)
            row << plainAmount(value, Unit::Money);
        row << (isDerived ? QString() : plainAmount(series.unscheduled, Unit::Money))
            << (isDerived ? QString() : QString::number(series.undisclosed));
        table.rows.push_back(row);
    };
    for (const Series& series : m_figure.incoming)
        add(series, false);
    for (const Series& series : m_figure.outgoing)
        add(series, false);
    add(m_figure.gap, true);
    add(m_figure.funding, true);
}

void MoneyBuilder::sayHead()
{
    ChartHead& head = m_figure.head;
    const Language language = m_options.language;
    const QString name = nameOf(m_chain, m_group, language);
    head.view = QStringLiteral("money");
    head.title = FigureWords::tr("Does revenue cover the commitments of %1?").arg(name);
    const QString unit =
        m_granularity == PeriodKind::Year ? FigureWords::tr("US$ a year, %1") : FigureWords::tr("US$ a quarter, %1");
    head.subtitle = unit.arg(lensWords(m_rollups.lens(), language));
    const std::int64_t undisclosed = m_rollups.figure(m_group, Measure::DealsUndisclosedMoney, 0, kTotal).value;
    if (undisclosed > 0)
        head.subtitle +=
            QStringLiteral(" · ") +
            FigureWords::tr("%1 undisclosed in money").arg(dealsWords(static_cast<std::size_t>(undisclosed), language));
    head.lensJson = lensJson(head.view, m_chain, m_rollups.lens(), m_options);
    head.sources = m_sources.lines();
    QStringList undated;
    bool hasAny = false;
    bool hasAssumed = false;
    for (const std::vector<Series>* side : {&m_figure.incoming, &m_figure.outgoing})
        for (const Series& series : *side) {
            const bool isEmpty = series.evidence.deals.empty();
            hasAny = hasAny || !isEmpty;
            hasAssumed = hasAssumed || !series.assumed.empty();
            const bool isDrawn =
                std::any_of(series.values.begin(), series.values.end(), [](std::int64_t value) { return value != 0; });
            if (isDrawn)
                head.legend.push_back({series.name, series.colours, series.style});
            if (series.unscheduled > 0)
                undated << FigureWords::tr("%1 %2", "measure, amount")
                               .arg(series.name.toLower(), moneyText(series.unscheduled, language));
        }
    head.legend.push_back({m_figure.gap.name, warningColours(), MarkStyle::Outline});
    head.legend.push_back({m_figure.funding.name, m_figure.funding.colours, MarkStyle::Line});
    if (hasAssumed)
        head.legend.push_back({FigureWords::tr("Dashed: rests on assumed dates"), outsideColours(), MarkStyle::Dashed});
    if (const QString words = answer(); !words.isEmpty())
        head.notes << words;
    if (!undated.isEmpty())
        head.notes
            << FigureWords::tr("Without dates, and so in no period: %1.").arg(undated.join(FigureWords::tr(", ")));
    if (!hasAny) {
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
