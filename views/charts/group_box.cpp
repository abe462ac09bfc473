// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/group_box.h"

#include "formats/format.h"

#include <QSignalBlocker>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace ochain {

namespace {

constexpr std::size_t kMostGroups = 400; // a list longer than that is no choice any more

} // namespace

GroupBox::GroupBox(const QString& name, QWidget* parent) : QComboBox(parent)
{
    setObjectName(name);
    setMaxVisibleItems(20);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(22);
    connect(this, &QComboBox::activated, this,
            [this](int index) { emit groupChosen(itemData(index).toString().toStdString()); });
}

void GroupBox::fill(const Document& document, const std::string& chosen)
{
    m_late = [this, &document, chosen] { list(document, chosen); };
    if (isVisible())
        std::exchange(m_late, nullptr)();
}

void GroupBox::showEvent(QShowEvent* event)
{
    if (m_late)
        std::exchange(m_late, nullptr)();
    QComboBox::showEvent(event);
}

void GroupBox::list(const Document& document, const std::string& chosen)
{
    const QSignalBlocker quiet(this); // filling is no choice
    clear();
    const Chain& chain = document.chain();
    const auto add = [&](const QString& name, std::string_view key) { addItem(name, toQString(key)); };
    const auto dealsOf = [&](NodeId node) {
        return document.viewed().rollups.figure(Group::of(node), Measure::Deals, kNoLayer, kTotal).value;
    };
    for (const TierId tier : chain.tierOrder())
        if (chain.tiers()[tier].isLayer || !chain.tiers()[tier].parent.isSet())
            add(nameOf(chain, tier), chain.text(chain.tiers()[tier].head.key));
    insertSeparator(count());
    std::vector<std::pair<std::int64_t, NodeId>> nodes;
    chain.nodes().forEach([&](NodeId id, const Node&) {
        if (const std::int64_t deals = dealsOf(id); deals > 0)
            nodes.emplace_back(-deals, id);
    });
    std::sort(nodes.begin(), nodes.end());
    for (std::size_t at = 0; at < nodes.size() && at < kMostGroups; ++at)
        add(nameOf(chain, nodes[at].second), chain.text(chain.nodes()[nodes[at].second].head.key));
    int now = findData(toQString(chosen));
    if (now < 0) {
        if (const NodeId node = chain.find<NodeId>(chosen); node.isSet())
            add(nameOf(chain, node), chosen);
        now = findData(toQString(chosen));
    }
    setCurrentIndex(now);
}

} // namespace ochain
