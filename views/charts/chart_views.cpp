// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_view.h"

#include "widgets/segments.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace ochain {

namespace {

/// Companies and tiers that a chart can be of: those that hold something, by the order of the chain.
void fillGroups(QComboBox& box, const Document& document, const FigureOptions& options)
{
    const QSignalBlocker quiet(box); // filling is no choice
    box.clear();
    const Chain& chain = document.chain();
    const auto add = [&](const QString& name, std::string_view key) { box.addItem(name, toQString(key)); };
    const auto hasTrade = [&](Group group) {
        return document.rollups().figure(group, Measure::Deals, kNoLayer, kTotal).value > 0;
    };
    for (const TierId tier : chain.tierOrder())
        if (chain.tiers()[tier].isLayer || !chain.tiers()[tier].parent.isSet())
            add(nameOf(chain, tier, options.language), chain.text(chain.tiers()[tier].head.key));
    box.insertSeparator(box.count());
    constexpr int kMostGroups = 400; // a list longer than that is no choice any more
    std::vector<std::pair<std::int64_t, NodeId>> nodes;
    chain.nodes().forEach([&](NodeId id, const Node&) {
        if (hasTrade(Group::of(id)))
            nodes.emplace_back(-document.rollups().figure(Group::of(id), Measure::Deals, kNoLayer, kTotal).value, id);
    });
    std::sort(nodes.begin(), nodes.end());
    for (std::size_t at = 0; at < nodes.size() && at < kMostGroups; ++at)
        add(nameOf(chain, nodes[at].second, options.language), chain.text(chain.nodes()[nodes[at].second].head.key));
    int now = box.findData(toQString(options.group));
    if (now < 0) {
        if (const NodeId node = chain.find<NodeId>(options.group); node.isSet())
            add(nameOf(chain, node, options.language), options.group);
        now = box.findData(toQString(options.group));
    }
    box.setCurrentIndex(now);
}

QComboBox* groupBox(QWidget& parent, const QString& name)
{
    auto* box = new QComboBox(&parent);
    box->setObjectName(name);
    box->setMaxVisibleItems(20);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(22);
    return box;
}

} // namespace

// ---------------------------------------------------------------- flow

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

void FlowView::fillHeader()
{
    Switches& s = *m_switches;
    s.mode->setTexts({tr("Money"), tr("Capacity")}, {tr("Who pays whom"), tr("Who supplies whom, in one layer")});
    s.mode->setAccessibleName(tr("What flows"));
    s.mode->setCurrent(options().mode == FlowMode::Money ? 0 : 1);
    s.grouping->setTexts({tr("Companies"), tr("Tiers"), tr("Deals")},
                         {tr("A box for each company"), tr("A box for each tier"), tr("A ribbon for each deal")});
    s.grouping->setAccessibleName(tr("What a box is"));
    s.grouping->setCurrent(options().grouping == Grouping::Company ? 0 : options().grouping == Grouping::Tier ? 1 : 2);
    s.closeAll->setText(tr("Close all groups"));
    s.closeAll->setVisible(!options().expanded.empty());
    const QSignalBlocker quiet(s.layer); // filling is no choice
    s.layer->clear();
    s.layer->setAccessibleName(tr("Layer"));
    const Chain& chain = document().chain();
    for (const TierId tier : chain.layers())
        s.layer->addItem(nameOf(chain, tier, options().language), toQString(chain.text(chain.tiers()[tier].head.key)));
    s.layer->setCurrentIndex(s.layer->findData(toQString(options().layer)));
    s.layer->setVisible(options().mode == FlowMode::Capacity);
}

// ---------------------------------------------------------------- capacity

struct CapacityView::Switches {
    QComboBox* group = nullptr;
};

CapacityView::CapacityView(Document& document, QWidget* parent)
    : ChartView(document, QStringLiteral("capacity"), parent), m_switches(std::make_unique<Switches>())
{
    m_switches->group = groupBox(header(), QStringLiteral("capacityGroup"));
    addSwitch(m_switches->group);
    finishHeader();
    connect(m_switches->group, &QComboBox::activated, this, [this](int index) {
        FigureOptions next = options();
        next.group = m_switches->group->itemData(index).toString().toStdString();
        setOptions(next);
    });
    fillHeader();
}

CapacityView::~CapacityView() = default;

void CapacityView::fillHeader()
{
    m_switches->group->setAccessibleName(tr("Group"));
    fillGroups(*m_switches->group, document(), options());
}

// ---------------------------------------------------------------- money

struct MoneyView::Switches {
    QComboBox* group = nullptr;
    Segments* granularity = nullptr;
};

MoneyView::MoneyView(Document& document, QWidget* parent)
    : ChartView(document, QStringLiteral("money"), parent), m_switches(std::make_unique<Switches>())
{
    m_switches->group = groupBox(header(), QStringLiteral("moneyGroup"));
    m_switches->granularity = new Segments(2, &header());
    m_switches->granularity->setObjectName(QStringLiteral("moneyGranularity"));
    addSwitch(m_switches->group);
    addSwitch(m_switches->granularity);
    finishHeader();
    connect(m_switches->group, &QComboBox::activated, this, [this](int index) {
        FigureOptions next = options();
        next.group = m_switches->group->itemData(index).toString().toStdString();
        setOptions(next);
    });
    connect(m_switches->granularity, &Segments::chosen, this, [this](int index) {
        FigureOptions next = options();
        next.granularity = index == 0 ? PeriodKind::Year : PeriodKind::Quarter;
        setOptions(next);
    });
    fillHeader();
}

MoneyView::~MoneyView() = default;

void MoneyView::fillHeader()
{
    m_switches->group->setAccessibleName(tr("Group"));
    fillGroups(*m_switches->group, document(), options());
    m_switches->granularity->setTexts({tr("Years"), tr("Quarters")},
                                      {tr("A bar for each year"), tr("A bar for each quarter")});
    m_switches->granularity->setAccessibleName(tr("Period of a bar"));
    m_switches->granularity->setCurrent(options().granularity == PeriodKind::Year ? 0 : 1);
}

} // namespace ochain
