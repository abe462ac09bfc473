// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/new_node_strip.h"

#include "figures/format.h"
#include "forms/choice_box.h"
#include "forms/wheel_guard.h"
#include "items/typed_text.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ochain {

NewNodeStrip::NewNodeStrip(const QString& name, QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_problem(new QLabel(this)), m_tier(new ChoiceBox(this)),
      m_kind(new ChoiceBox(this)), m_create(new QPushButton(this))
{
    setObjectName(name);
    setProperty("look", QStringLiteral("card"));
    makeNote(m_text);
    m_text->setWordWrap(true);
    m_tier->setObjectName(name + QStringLiteral("Tier"));
    m_kind->setObjectName(name + QStringLiteral("Kind"));
    makeNote(m_problem);
    m_problem->setObjectName(name + QStringLiteral("Note"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    for (ChoiceBox* box : {m_tier, m_kind}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
        leaveWheelToForm(*box);
        for (const auto signal : {&ChoiceBox::typed, &ChoiceBox::chosen})
            connect(box, signal, this, &NewNodeStrip::judge);
        connect(box, &ChoiceBox::entered, this, &NewNodeStrip::create);
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
    layout->addWidget(m_problem);
    layout->addLayout(row);
    connect(m_create, &QPushButton::clicked, this, &NewNodeStrip::create);
    hide();
}

/// The tier must be one there is, chosen or typed in full; a kind may be a new word.
bool NewNodeStrip::judge()
{
    const QString tier = m_tier->value();
    const std::size_t called = m_chain == nullptr ? 0 : rowsCalled(*m_chain, Table::Tiers, tier).size();
    const bool isGood = called == 1;
    setLook(m_tier, "state", isGood ? QString() : QStringLiteral("wrong"));
    setLook(m_problem, "role", QStringLiteral("error"));
    m_problem->setText(isGood ? QString() : sentenceText(notOneCalled(Table::Tiers, tier, called)));
    m_problem->setVisible(!isGood);
    m_tier->setAccessibleDescription(m_problem->text());
    return isGood;
}

void NewNodeStrip::create()
{
    if (!judge()) {
        m_tier->setFocus();
        return;
    }
    const RowRef tier{Table::Tiers, rowsCalled(*m_chain, Table::Tiers, m_tier->value()).front()};
    const NewNode node{m_key, m_name, std::string(m_chain->key(tier)), keyFrom(m_kind->value(), "company")};
    withdraw();
    emit wanted(node);
}

void NewNodeStrip::offer(const Chain& chain, const QString& nodeName, const std::string& tier, Language language)
{
    const bool isNew = !isOffering();
    m_chain = &chain;
    m_name = nodeName;
    m_key = freeKey(chain, Table::Nodes, keyFrom(nodeName, "node"));
    m_text->setText(tr("Create \"%1\" in the chain, as").arg(nodeName));
    m_create->setText(tr("Create"));
    m_tier->setAccessibleName(tr("Tier of the new node"));
    m_kind->setAccessibleName(tr("What the new node is"));
    if (isNew) { // typing on keeps what was chosen
        fillTiers(chain, tier, language);
        fillKinds(chain);
        judge();
    }
    show();
}

void NewNodeStrip::withdraw()
{
    hide();
    m_chain = nullptr;
}

void NewNodeStrip::fillTiers(const Chain& chain, const std::string& tier, Language language)
{
    QList<std::pair<QString, QString>> tiers;
    const auto addTiers = [&](bool alsoStreams) {
        for (const TierId id : chain.tierOrder())
            if (alsoStreams || chain.tiers()[id].parent.isSet()) // a node stands in a stage, not in a whole stream
                tiers.append({toQString(chain.key(RowRef{Table::Tiers, id.value})), nameOf(chain, id, language)});
    };
    addTiers(false);
    if (tiers.isEmpty())
        addTiers(true);
    m_tier->setItems(tiers);
    const QString proposed = QString::fromStdString(tier);
    const bool isThere =
        std::any_of(tiers.begin(), tiers.end(), [&](const auto& each) { return each.first == proposed; });
    m_tier->setValue(isThere || tiers.isEmpty() ? proposed : tiers.first().first);
}

void NewNodeStrip::fillKinds(const Chain& chain)
{
    QList<std::pair<QString, QString>> kinds;
    const QStringList inUse = valuesInUse(chain, Table::Nodes, node_field::Kind);
    for (const QString& kind : inUse)
        kinds.append({kind, kind});
    m_kind->setItems(kinds);
    m_kind->setValue(QStringLiteral("company"));
}

} // namespace ochain
