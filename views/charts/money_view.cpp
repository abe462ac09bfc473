// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/money_view.h"

#include "charts/group_box.h"
#include "widgets/segments.h"

namespace ochain {

struct MoneyView::Switches {
    GroupBox* group = nullptr;
    Segments* granularity = nullptr;
};

MoneyView::MoneyView(Document& document, QWidget* parent)
    : ChartView(document, QStringLiteral("money"), parent), m_switches(std::make_unique<Switches>())
{
    m_switches->group = new GroupBox(QStringLiteral("moneyGroup"), &header());
    m_switches->granularity = new Segments(2, &header());
    m_switches->granularity->setObjectName(QStringLiteral("moneyGranularity"));
    addSwitch(m_switches->group);
    addPin(Pin::Group);
    addSwitch(m_switches->granularity);
    addYears();
    finishHeader();
    connect(m_switches->group, &GroupBox::groupChosen, this, [this](const std::string& key) {
        FigureOptions next = options();
        next.group = key;
        setOptions(next);
    });
    connect(m_switches->granularity, &Segments::chosen, this, [this](int index) {
        FigureOptions next = options();
        next.granularity = index == 0 ? PeriodKind::Year : PeriodKind::Quarter;
        setOptions(next);
    });
    // The bars are those of the lens bar: whoever turns to quarters there means them here, until it is chosen
    // otherwise.
    connect(&document, &Document::lensChanged, this, [this](const ViewLens& before) {
        const PeriodKind kind = MoneyView::document().lens().period.kind;
        const bool isChosen = kind != before.period.kind && (kind == PeriodKind::Year || kind == PeriodKind::Quarter);
        if (!isChosen || kind == options().granularity)
            return;
        FigureOptions next = options();
        next.granularity = kind;
        setOptions(next);
    });
    fillHeader();
}

MoneyView::~MoneyView() = default;

void MoneyView::fillHeader()
{
    m_switches->group->setAccessibleName(tr("Group"));
    m_switches->group->fill(document(), options().group);
    m_switches->granularity->setAccessibleName(tr("Period of a bar"));
    m_switches->granularity->setTexts({tr("Years"), tr("Quarters")},
                                      {tr("A bar for each year"), tr("A bar for each quarter")});
    m_switches->granularity->setCurrent(options().granularity == PeriodKind::Year ? 0 : 1);
}

} // namespace ochain
