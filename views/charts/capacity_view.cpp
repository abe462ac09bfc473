// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/capacity_view.h"

#include "charts/group_box.h"

namespace ochain {

struct CapacityView::Switches {
    GroupBox* group = nullptr;
};

CapacityView::CapacityView(Document& document, QWidget* parent)
    : ChartView(document, QStringLiteral("capacity"), parent), m_switches(std::make_unique<Switches>())
{
    m_switches->group = new GroupBox(QStringLiteral("capacityGroup"), &header());
    addSwitch(m_switches->group);
    finishHeader();
    connect(m_switches->group, &GroupBox::groupChosen, this, [this](const std::string& key) {
        FigureOptions next = options();
        next.group = key;
        setOptions(next);
    });
    fillHeader();
}

CapacityView::~CapacityView() = default;

void CapacityView::fillHeader()
{
    m_switches->group->setAccessibleName(tr("Group"));
    m_switches->group->fill(document(), options().group);
}

} // namespace ochain
