// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/flow_parts.h"

#include "chain/ancestry.h"
#include "figures/flow_deals.h"

#include <algorithm>

namespace ochain {

namespace {

class Collector {
public:
    Collector(const Chain& chain, const Rollups& rollups, const FigureOptions& options, FlowBoxes& boxes,
              LayerNumber layer)
        : m_chain(chain), m_rollups(rollups), m_options(options), m_boxes(boxes), m_layer(layer)
    {}

    FlowParts collect()
    {
        const FlowDeals deals = flowDealsOf(m_chain, m_rollups, m_options, m_layer);
        m_result.undated = deals.undated;
        m_result.undatedAmount = deals.undatedAmount;
        m_result.later = deals.later;
        m_result.laterAmount = deals.laterAmount;
        m_result.parts.reserve(deals.moving.size());
        for (const FlowDeal& deal : deals.moving)
            addDeal(deal);
        if (m_options.isCancelled())
            return {}; // what follows has nothing to do
        std::vector<FlowPart> all = std::move(m_result.parts);
        passOn(all);
        gather(all);
        setApart(all);
        return std::move(m_result);
    }

private:
    void addDeal(const FlowDeal& given);
    void addGuarantee(const FlowDeal& given);
    void passOn(std::vector<FlowPart>& parts);
    void gather(std::vector<FlowPart>& parts);
    void setApart(const std::vector<FlowPart>& parts);
    [[nodiscard]] bool isMoney() const noexcept { return m_options.mode == FlowMode::Money; }

    const Chain& m_chain;
    const Rollups& m_rollups;
    const FigureOptions& m_options;
    FlowBoxes& m_boxes;
    LayerNumber m_layer;
    FlowParts m_result;
};

void Collector::addDeal(const FlowDeal& given)
{
    const Deal& deal = m_chain.deals()[given.deal];
    if (m_chain.classOf(deal) == DealClass::Contingent)
        return addGuarantee(given);
    FlowPart part;
    part.deal = {given.deal, std::max<std::int64_t>(given.figure.value, 0), given.figure.undisclosed > 0};
    part.isCapital = m_chain.classOf(deal) == DealClass::Capital;
    part.left = m_boxes.of(part.isCapital ? deal.customer : deal.supplier);
    part.right = part.isCapital ? m_boxes.ofInvestor(deal.supplier, part.left, deal.kind)
                                : m_boxes.ofBuyer(deal.customer, part.left);
    part.assumed = given.assumed;
    m_result.undisclosed += part.deal.isUndisclosed ? 1 : 0;
    m_result.parts.push_back(part);
}

/// Who promises to pay stands where an investor would. Nothing moves, so that no box's figure changes by it.
void Collector::addGuarantee(const FlowDeal& given)
{
    const Deal& deal = m_chain.deals()[given.deal];
    FlowPart part;
    part.isGuarantee = true;
    part.promised = std::max<std::int64_t>(given.figure.value, 0);
    part.deal = {given.deal, 0, given.figure.undisclosed > 0};
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
        static_cast<void>(m_boxes.of(owner->first)); // the box is called after all that has a part in it
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
