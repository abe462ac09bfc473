// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/capacity_view.h"

#include "charts/group_box.h"
#include "widgets/segments.h"

namespace ochain {

struct CapacityView::Switches {
    GroupBox* group = nullptr;
    Segments* megawatts = nullptr;
};

CapacityView::CapacityView(Document& document, QWidget* parent)
    : ChartView(document, QStringLiteral("capacity"), parent), m_switches(std::make_unique<Switches>())
{
    m_switches->group = new GroupBox(QStringLiteral("capacityGroup"), &header());
    m_switches->megawatts = new Segments(2, &header());
    m_switches->megawatts->setObjectName(QStringLiteral("capacityMegawatts"));
    addSwitch(m_switches->group);
    addPin(Pin::Group);
    addSwitch(m_switches->megawatts);
    addYears();
    finishHeader();
    connect(m_switches->megawatts, &Segments::chosen, this, [this](int index) {
        ViewLens wanted = this->document().lens();
        wanted.lens.megawatts = index == 0 ? MegawattsOf::Stated : MegawattsOf::It;
        emit lensWanted(wanted);
        showMegawatts(); // back to what stands, if the wish was not granted
    });
    connect(&document, &Document::lensChanged, this, &CapacityView::showMegawatts);
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
    m_switches->megawatts->setAccessibleName(tr("Megawatts"));
    m_switches->megawatts->setTexts(
        {tr("MW as stated"), tr("IT")},
        {tr("Megawatts as each deal states them"),
         tr("Megawatts of IT load: what part of a facility's megawatt is IT load is an assumption of the file")});
    showMegawatts();
}

void CapacityView::showMegawatts()
{
    m_switches->megawatts->setCurrent(document().lens().lens.megawatts == MegawattsOf::Stated ? 0 : 1);
}

} // namespace ochain
