// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_words.h"

#include "document/names.h"
#include "figures/figure_words.h"
#include "figures/flow_balance.h"
#include "figures/lens_notes.h"
#include "figures/lens_words.h"

#include <set>

namespace ochain {

namespace {

constexpr std::size_t kBoxesNamed = 3; ///< of those in which something stays inside

class Words {
public:
    Words(FlowFigure& figure, const Chain& chain, const Rollups& rollups, const FigureOptions& options,
          const FlowParts& facts, LayerNumber layer)
        : m_figure(figure), m_chain(chain), m_rollups(rollups), m_lens(rollups.lens()), m_options(options),
          m_facts(facts), m_layer(layer)
    {}

    void say()
    {
        sayHead();
        sayLegend();
        sayNotes();
        fillTable();
        if (m_figure.links.empty())
            sayEmpty();
    }

private:
    void sayHead();
    void sayLegend();
    void sayNotes();
    void sayEmpty();
    void fillTable();
    [[nodiscard]] QString insideNote() const;
    [[nodiscard]] QString whatOf(const FlowLink& link) const;
    [[nodiscard]] bool isMoney() const noexcept { return m_options.mode == FlowMode::Money; }
    [[nodiscard]] QString layer() const { return layerName(m_chain, m_layer); }

    FlowFigure& m_figure;
    const Chain& m_chain;
    const Rollups& m_rollups;
    const Lens& m_lens;
    const FigureOptions& m_options;
    const FlowParts& m_facts;
    LayerNumber m_layer;
};

void Words::sayHead()
{
    ChartHead& head = m_figure.head;
    head.view = QStringLiteral("flow");
    const bool isAll = m_options.period.kind == PeriodKind::Total;
    head.title = isMoney() && isAll ? FigureWords::tr("Who pays whom, all years together?")
                 : isMoney()        ? FigureWords::tr("Who pays whom %1?").arg(inPeriod(m_options.period))
                             : FigureWords::tr("Who supplies whom %1? %2").arg(atEndOf(m_options.period), layer());
    head.subtitle = isMoney() ? FigureWords::tr("US$, %1").arg(lensWords(m_chain, m_lens, m_options))
                              : FigureWords::tr("GW standing, %1").arg(lensWords(m_chain, m_lens, m_options));
    if (m_facts.undisclosed > 0)
        head.subtitle += QStringLiteral(" · ") + (isMoney() ? FigureWords::tr("%1 undisclosed in money")
                                                            : FigureWords::tr("%1 undisclosed in capacity"))
                                                     .arg(dealsWords(m_facts.undisclosed));
    head.lensJson = lensJson(head.view, m_lens, m_options);
}

void Words::sayLegend()
{
    std::vector<LegendEntry>& legend = m_figure.head.legend;
    bool hasCapital = false;
    bool hasAssumed = false;
    bool hasUndisclosed = false;
    bool hasGuarantee = false;
    for (const FlowLink& link : m_figure.links) {
        hasCapital = hasCapital || link.isCapital;
        hasAssumed = hasAssumed || link.assumed > 0;
        hasUndisclosed = hasUndisclosed || (link.amount == 0 && link.undisclosed > 0 && !link.isGuarantee);
        hasGuarantee = hasGuarantee || link.isGuarantee;
    }
    std::set<std::uint32_t> roots;
    for (const FlowNode& node : m_figure.nodes)
        if (node.row)
            roots.insert(m_chain
                             .rootOf(node.row->table == Table::Nodes ? m_chain.nodes()[NodeId{node.row->row}].tier
                                                                     : TierId{node.row->row})
                             .value);
    for (const TierId tier : m_chain.tierOrder())
        if (roots.count(tier.value) > 0)
            legend.push_back({shortName(m_chain, tier), coloursOf(m_chain, tier), MarkStyle::Solid});
    if (hasCapital)
        legend.push_back({FigureWords::tr("Hatched: capital"), outsideColours(), MarkStyle::Hatched});
    if (hasAssumed)
        legend.push_back({FigureWords::tr("Dashed: rests on assumed dates"), outsideColours(), MarkStyle::Dashed});
    if (hasGuarantee)
        legend.push_back(
            {FigureWords::tr("Outlined: guarantees, which are no money"), outsideColours(), MarkStyle::Outline});
    if (hasUndisclosed)
        legend.push_back({FigureWords::tr("Thin line: amount undisclosed"), outsideColours(), MarkStyle::Outline});
}

/// "Not drawn, as both ends lie in one box: $17.1B in 12 deals (Advertising $17.1B)."
QString Words::insideNote() const
{
    InsideBox all;
    for (const FlowInside& inside : m_figure.inside) {
        all.amount += inside.amount;
        all.deals += inside.deals;
        all.undisclosed += inside.undisclosed;
    }
    if (all.deals + all.undisclosed == 0)
        return {};
    QStringList parts;
    if (all.deals > 0)
        parts << FigureWords::tr("%1 in %2").arg(amountText(all.amount, m_figure.unit), dealsWords(all.deals));
    if (all.undisclosed > 0)
        parts << FigureWords::tr("%1 without an amount").arg(dealsWords(all.undisclosed));
    QStringList named;
    for (std::size_t at = 0; at < m_figure.inside.size() && at < kBoxesNamed; ++at)
        if (m_figure.inside[at].amount > 0)
            named << FigureWords::tr("%1 %2", "box, amount")
                         .arg(m_figure.inside[at].name, amountText(m_figure.inside[at].amount, m_figure.unit));
    const QString sum = parts.join(FigureWords::tr(", "));
    return named.isEmpty() ? FigureWords::tr("Not drawn, as both ends lie in one box: %1.").arg(sum)
                           : FigureWords::tr("Not drawn, as both ends lie in one box: %1 (%2).")
                                 .arg(sum, named.join(FigureWords::tr(", ")));
}

/// What a low picture has no room for is said last.
void Words::sayNotes()
{
    QStringList& notes = m_figure.head.notes;
    notes = flowLensNotes(m_chain, m_rollups, m_options, m_layer);
    m_figure.head.lensNotes = notes.size();
    if (const std::optional<Group> group = groupNamed(m_chain, m_options.group);
        group && m_figure.balance && !m_figure.balance->isEmpty())
        notes << balanceWords(*m_figure.balance, nameOf(m_chain, *group));
    if (const QString inside = insideNote(); !inside.isEmpty())
        notes << inside;
    if (m_facts.undatedAmount > 0)
        notes << FigureWords::tr("Without dates, and so in no period: %1 in %2.")
                     .arg(amountText(m_facts.undatedAmount, m_figure.unit), dealsWords(m_facts.undated));
    if (m_facts.laterAmount > 0)
        notes << FigureWords::tr("After %1, and so in no period: %2 in %3.")
                     .arg(QString::number(m_rollups.calendar().lastYear()),
                          amountText(m_facts.laterAmount, m_figure.unit), dealsWords(m_facts.later));
    if (isMoney())
        notes << FigureWords::tr(
            "Money runs from right to left: who stands at the right end of a ribbon pays, who stands at its left is paid.");
    else
        notes << FigureWords::tr(
            "Capacity runs from left to right. It is that of one layer; layers are never added up.");
}

void Words::sayEmpty()
{
    ChartHead& head = m_figure.head;
    const QString period = isMoney() ? inPeriod(m_options.period) : atEndOf(m_options.period);
    head.emptyTitle =
        isMoney() ? FigureWords::tr("No money is known to move %1 under this lens.").arg(period)
                  : FigureWords::tr("No capacity of the layer %1 stands %2 under this lens.").arg(layer(), period);
    head.emptyHint = FigureWords::tr(
        "Move the period, take the clock “known as of” further on, or enter a deal with its amount and dates.");
}

QString Words::whatOf(const FlowLink& link) const
{
    return link.isGuarantee              ? FigureWords::tr("guarantee, no money")
           : link.isCapital              ? FigureWords::tr("capital")
           : link.isWithin               ? FigureWords::tr("within the company")
           : link.evidence.deals.empty() ? FigureWords::tr("balance")
                                         : FigureWords::tr("trade");
}

void Words::fillTable()
{
    DataTable& table = m_figure.head.table;
    table.columns << (isMoney() ? FigureWords::tr("Paid") : FigureWords::tr("Supplier"))
                  << (isMoney() ? FigureWords::tr("Pays") : FigureWords::tr("Customer")) << FigureWords::tr("What")
                  << (isMoney() ? FigureWords::tr("US$") : FigureWords::tr("MW")) << FigureWords::tr("Of it assumed")
                  << FigureWords::tr("Undisclosed deals") << FigureWords::tr("Sources");
    table.isNumber = {false, false, false, true, true, true, false};
    for (const FlowLink& link : m_figure.links) {
        QStringList sources;
        for (const int number : link.evidence.sources)
            sources << QString::number(number);
        table.rows.push_back({m_figure.nodes[link.source].name, m_figure.nodes[link.target].name, whatOf(link),
                              plainAmount(link.isGuarantee ? link.promised : link.amount, m_figure.unit),
                              plainAmount(link.assumed, m_figure.unit), QString::number(link.undisclosed),
                              sources.join(QLatin1Char(' '))});
    }
    for (const FlowInside& inside : m_figure.inside)
        table.rows.push_back({inside.name, inside.name, FigureWords::tr("within the box, not drawn"),
                              plainAmount(inside.amount, m_figure.unit), QString(), QString::number(inside.undisclosed),
                              QString()});
}

} // namespace

void sayFlow(FlowFigure& figure, const Chain& chain, const Rollups& rollups, const FigureOptions& options,
             const FlowParts& facts, LayerNumber layer)
{
    Words(figure, chain, rollups, options, facts, layer).say();
}

} // namespace ochain
