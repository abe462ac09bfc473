// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/new_node_strip.h"

#include "forms/wheel_guard.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

NewNodeStrip::NewNodeStrip(const QString& name, QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_tier(new QComboBox(this)), m_kind(new QComboBox(this)),
      m_create(new QPushButton(this))
{
    setObjectName(name);
    setProperty("look", QStringLiteral("card"));
    makeNote(m_text);
    m_text->setWordWrap(true);
    m_tier->setObjectName(name + QStringLiteral("Tier"));
    m_kind->setObjectName(name + QStringLiteral("Kind"));
    m_kind->setEditable(true);
    for (QComboBox* box : {m_tier, m_kind}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
        leaveWheelToForm(*box);
    }
    m_create->setObjectName(name + QStringLiteral("Create"));
    m_create->setProperty("look", QStringLiteral("primary"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid / 2);
    row->addWidget(m_kind, 1);
    row->addWidget(m_create);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_text);
    layout->addWidget(m_tier);
    layout->addLayout(row);
    connect(m_create, &QPushButton::clicked, this, [this] {
        const NewNode node{m_key, m_name, m_tier->currentData().toString().toStdString(),
                           keyFrom(m_kind->currentText(), "company")};
        withdraw();
        emit wanted(node);
    });
    hide();
}

void NewNodeStrip::offer(const Chain& chain, const QString& nodeName, const std::string& tier, Language language)
{
    const bool isNew = !isOffering();
    m_name = nodeName;
    m_key = freeKey(chain, Table::Nodes, keyFrom(nodeName, "node"));
    m_text->setText(tr("Create \"%1\" in the chain, as").arg(nodeName));
    m_create->setText(tr("Create"));
    m_tier->setAccessibleName(tr("Tier of the new node"));
    m_kind->setAccessibleName(tr("What the new node is"));
    if (isNew) { // typing on keeps what was chosen
        fillTiers(chain, tier, language);
        fillKinds(chain);
    }
    show();
}

void NewNodeStrip::fillTiers(const Chain& chain, const std::string& tier, Language language)
{
    m_tier->clear();
    for (const TierId id : chain.tierOrder()) {
        if (!chain.tiers()[id].parent.isSet())
            continue; // a node stands in a stage, not in a whole stream
        m_tier->addItem(nameOf(chain, id, language), toQString(chain.key(RowRef{Table::Tiers, id.value})));
    }
    if (m_tier->count() == 0)
        for (const TierId id : chain.tierOrder())
            m_tier->addItem(nameOf(chain, id, language), toQString(chain.key(RowRef{Table::Tiers, id.value})));
    m_tier->setCurrentIndex(std::max(0, m_tier->findData(QString::fromStdString(tier))));
}

void NewNodeStrip::fillKinds(const Chain& chain)
{
    QStringList kinds;
    chain.nodes().forEach([&](NodeId, const Node& node) {
        const QString kind = toQString(chain.text(node.kind));
        if (!kinds.contains(kind))
            kinds << kind;
    });
    kinds.sort();
    m_kind->clear();
    m_kind->addItems(kinds);
    m_kind->setCurrentText(QStringLiteral("company"));
}

} // namespace ochain
