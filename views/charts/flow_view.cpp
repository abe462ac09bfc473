// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/flow_view.h"

#include "widgets/segments.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

namespace ochain {

struct FlowView::Switches {
    Segments* mode = nullptr;
    QComboBox* layer = nullptr;
    Segments* grouping = nullptr;
    QPushButton* closeAll = nullptr;
};

FlowView::FlowView(Document& document, QWidget* parent)
    : ChartView(document, QStringLiteral("flow"), parent), m_switches(std::make_unique<Switches>())
{
    Switches& s = *m_switches;
    s.mode = new Segments(2, &header());
    s.mode->setObjectName(QStringLiteral("flowMode"));
    s.layer = new QComboBox(&header());
    s.layer->setObjectName(QStringLiteral("flowLayer"));
    s.grouping = new Segments(3, &header());
    s.grouping->setObjectName(QStringLiteral("flowGrouping"));
    s.closeAll = new QPushButton(&header());
    s.closeAll->setObjectName(QStringLiteral("flowCloseAll"));
    s.closeAll->setProperty("look", QStringLiteral("link"));
    for (QWidget* each : std::initializer_list<QWidget*>{s.mode, s.layer, s.grouping, s.closeAll})
        addSwitch(each);
    addPin(Pin::Places);
    finishHeader();
    connect(s.mode, &Segments::chosen, this, [this](int index) {
        FigureOptions next = options();
        next.mode = index == 0 ? FlowMode::Money : FlowMode::Capacity;
        setOptions(next);
    });
    connect(s.layer, &QComboBox::activated, this, [this](int index) {
        FigureOptions next = options();
        next.layer = m_switches->layer->itemData(index).toString().toStdString();
        setOptions(next);
    });
    connect(s.grouping, &Segments::chosen, this, [this](int index) {
        FigureOptions next = options();
        next.grouping = index == 0 ? Grouping::Company : index == 1 ? Grouping::Tier : Grouping::Deal;
        setOptions(next);
    });
    connect(s.closeAll, &QPushButton::clicked, this, [this] {
        FigureOptions next = options();
        next.expanded.clear();
        setOptions(next);
    });
    fillHeader();
}

FlowView::~FlowView() = default;

void FlowView::showGuarantees(bool isShown)
{
    FigureOptions next = options();
    next.withGuarantees = isShown;
    setOptions(next);
}

void FlowView::addActions(QMenu& menu)
{
    if (options().mode != FlowMode::Money)
        return;
    QAction* guarantees = menu.addAction(tr("Guarantees as outlines"));
    guarantees->setCheckable(true);
    guarantees->setChecked(options().withGuarantees);
    connect(guarantees, &QAction::toggled, this, &FlowView::showGuarantees);
}

void FlowView::fillHeader()
{
    Switches& s = *m_switches;
    s.mode->setAccessibleName(tr("What flows"));
    s.mode->setTexts({tr("Money"), tr("Capacity")}, {tr("Who pays whom"), tr("Who supplies whom, in one layer")});
    s.mode->setCurrent(options().mode == FlowMode::Money ? 0 : 1);
    s.grouping->setAccessibleName(tr("What a box is"));
    s.grouping->setTexts({tr("Companies"), tr("Tiers"), tr("Deals")},
                         {tr("A box for each company"), tr("A box for each tier"), tr("A ribbon for each deal")});
    s.grouping->setCurrent(options().grouping == Grouping::Company ? 0 : options().grouping == Grouping::Tier ? 1 : 2);
    s.closeAll->setText(tr("Close all groups"));
    s.closeAll->setVisible(!options().expanded.empty());
    const QSignalBlocker quiet(s.layer); // filling is no choice
    s.layer->clear();
    s.layer->setAccessibleName(tr("Layer"));
    const Chain& chain = document().chain();
    for (const TierId tier : chain.layers())
        s.layer->addItem(nameOf(chain, tier), toQString(chain.text(chain.tiers()[tier].head.key)));
    s.layer->setCurrentIndex(s.layer->findData(toQString(options().layer)));
    s.layer->setVisible(options().mode == FlowMode::Capacity);
}

} // namespace ochain
