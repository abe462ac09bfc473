// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_parts.h"

#include "chain/ancestry.h"
#include "rollups/deal_reader.h"

#include <algorithm>

namespace ochain {

namespace {

class Collector {
public:
    Collector(const Chain& chain, const Rollups& rollups, const FigureOptions& options, FlowBoxes& boxes,
              LayerNumber layer)
        : m_chain(chain), m_options(options), m_boxes(boxes), m_layer(layer), m_assumed(chain, rollups),
          m_reader(chain, rollups)
    {}

    FlowParts collect()
    {
        m_chain.deals().forEach([&](DealId id, const Deal& deal) {
            if (!m_options.isCancelled())
                addDeal(id, deal);
        });
        if (m_options.isCancelled())
            return {}; // what follows has nothing to do
        std::vector<FlowPart> all = std::move(m_result.parts);
        passOn(all);
        gather(all);
        setApart(all);
        return std::move(m_result);
    }

private:
    void addDeal(DealId id, const Deal& deal);
    void addGuarantee(DealId id, const Deal& deal);
    [[nodiscard]] bool isWanted(const Deal& deal) const;
    void passOn(std::vector<FlowPart>& parts);
    void gather(std::vector<FlowPart>& parts);
    void setApart(const std::vector<FlowPart>& parts);
    [[nodiscard]] bool isMoney() const noexcept { return m_options.mode == FlowMode::Money; }

    const Chain& m_chain;
    const FigureOptions& m_options;
    FlowBoxes& m_boxes;
    LayerNumber m_layer;
    AssumedPart m_assumed;
    DealReader m_reader;
    FlowParts m_result;
};

bool Collector::isWanted(const Deal& deal) const
{
    const DealClass dealClass = m_chain.classOf(deal);
    if (dealClass == DealClass::Contingent)
        return isMoney() && m_options.withGuarantees;
    return dealClass != DealClass::Control &&
           (isMoney() || (dealClass == DealClass::Trade && m_chain.layerOf(deal.supplier) == m_layer));
}

void Collector::addDeal(DealId id, const Deal& deal)
{
    if (!isWanted(deal))
        return;
    m_reader.moveTo(id);
    if (m_chain.classOf(deal) == DealClass::Contingent)
        return addGuarantee(id, deal);
    const auto figureIn = [&](Period period) { return isMoney() ? m_reader.money(period) : m_reader.capacity(period); };
    if (m_options.period.kind == PeriodKind::Year || m_options.period.kind == PeriodKind::Quarter) {
        const std::int64_t undated = figureIn(kUnscheduled).value;
        m_result.undatedAmount += undated;
        m_result.undated += undated > 0 ? 1 : 0;
        const std::int64_t later = figureIn(kLater).value;
        m_result.laterAmount += later;
        m_result.later += later > 0 ? 1 : 0;
    }
    const Figure figure = figureIn(m_options.period);
    if (figure.value <= 0 && figure.undisclosed == 0)
        return;
    FlowPart part;
    part.deal = {id, std::max<std::int64_t>(figure.value, 0), figure.undisclosed > 0};
    part.isCapital = m_chain.classOf(deal) == DealClass::Capital;
    part.left = m_boxes.of(part.isCapital ? deal.customer : deal.supplier);
    part.right = part.isCapital ? m_boxes.ofInvestor(deal.supplier, part.left, deal.kind)
                                : m_boxes.ofBuyer(deal.customer, part.left);
    part.assumed = isMoney() ? m_assumed.money(id, m_options.period, part.deal.amount)
                             : m_assumed.capacity(id, m_options.period, part.deal.amount);
    m_result.undisclosed += part.deal.isUndisclosed ? 1 : 0;
    m_result.parts.push_back(part);
}

/// Who promises to pay stands where an investor would. Nothing moves, so that no box's figure changes by it.
void Collector::addGuarantee(DealId id, const Deal& deal)
{
    const Figure figure = m_reader.money(m_options.period);
    if (figure.value <= 0 && figure.undisclosed == 0)
        return;
    FlowPart part;
    part.isGuarantee = true;
    part.promised = std::max<std::int64_t>(figure.value, 0);
    part.deal = {id, 0, figure.undisclosed > 0};
    part.left = m_boxes.of(deal.customer);
    part.right = m_boxes.ofInvestor(deal.supplier, part.left, deal.kind);
    m_boxes.all()[part.left].isGuaranteed = m_boxes.all()[part.right].isGuaranteed = true;
    m_result.parts.push_back(part);
}

/// What a company's products earn is passed on to the company. What it pays them itself is not, nor what the company
/// looked at earns: that is its own.
void Collector::passOn(std::vector<FlowPart>& parts)
{
    if (!isMoney())
        return;
    std::vector<FlowPart> passed;
    for (const FlowPart& part : parts) {
        if (part.isCapital || part.isGuarantee)
            continue;
        const Deal& deal = m_chain.deals()[part.deal.deal];
        const auto owner = m_boxes.ownerOf(deal.supplier, part.left);
        if (!owner || owner->second == part.right || isAtOrIn(m_chain.nodes(), deal.customer, owner->first) ||
            (m_boxes.isOfGroup(deal.supplier) && !m_boxes.isOfGroup(owner->first)))
            continue;
        FlowPart on = part;
        on.right = part.left;
        on.left = owner->second;
        on.isWithin = true;
        m_boxes.addMember(owner->second, owner->first); // the box is called after all that has a part in it
        passed.push_back(on);
    }
    parts.insert(parts.end(), passed.begin(), passed.end());
}

void Collector::gather(std::vector<FlowPart>& parts)
{
    for (const FlowPart& part : parts) {
        if (part.left == part.right)
            continue;
        m_boxes.all()[part.left].right += part.deal.amount;
        m_boxes.all()[part.right].left += part.deal.amount;
    }
    const std::vector<std::uint32_t> goesTo = gatherSmall(m_boxes, m_options);
    for (FlowPart& part : parts) {
        part.left = goesTo[part.left];
        part.right = goesTo[part.right];
    }
}

/// Keeps the parts between two boxes and counts what lies inside one.
void Collector::setApart(const std::vector<FlowPart>& parts)
{
    for (const FlowPart& part : parts) {
        if (part.left != part.right) {
            m_result.parts.push_back(part);
        } else if (!part.isWithin && !part.isGuarantee) { // what is passed on is counted where it was earned
            InsideBox& inside = m_result.inside[part.left];
            inside.amount += part.deal.amount;
            ++(part.deal.isUndisclosed ? inside.undisclosed : inside.deals);
        }
    }
}

} // namespace

FlowParts collectFlow(const Chain& chain, const Rollups& rollups, const FigureOptions& options, FlowBoxes& boxes,
                      LayerNumber layer)
{
    return Collector(chain, rollups, options, boxes, layer).collect();
}

} // namespace ochain
