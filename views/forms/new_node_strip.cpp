// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/new_node_strip.h"

#include "chain/field_reader.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "theme/theme.h"
#include "widgets/choice_box.h"
#include "widgets/wheel_guard.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace ochain {

namespace {

/// What most new nodes are.
QString usualKind()
{
    return QStringLiteral("company");
}

/// A new kind as it is stored: a word that could be one as it is, else made into one; empty if nothing can be.
QString newKind(const QString& text)
{
    const QString word = text.trimmed().toLower();
    return checkForm(Table::Nodes, {}, node_field::Kind, word.toStdString()) ? QString::fromStdString(keyFrom(word, {}))
                                                                             : word;
}

/// Says what is wrong with what is chosen in a box, or nothing.
void say(ChoiceBox& box, QLabel& note, const QString& problem)
{
    setLook(&box, "state", problem.isEmpty() ? QString() : QStringLiteral("wrong"));
    note.setText(problem);
    note.setVisible(!problem.isEmpty());
    box.setAccessibleDescription(problem);
}

} // namespace

NewNodeStrip::NewNodeStrip(const QString& name, QWidget* parent)
    : QFrame(parent), m_text(new WrappedLabel(this)), m_tier(new ChoiceBox(this)), m_tierNote(new WrappedLabel(this)),
      m_kind(new ChoiceBox(this)), m_kindNote(new WrappedLabel(this)), m_create(new QPushButton(this))
{
    setObjectName(name);
    setProperty("look", QStringLiteral("card"));
    makeNote(m_text);
    m_tier->setObjectName(name + QStringLiteral("Tier"));
    m_tierNote->setObjectName(name + QStringLiteral("TierNote"));
    m_kind->setObjectName(name + QStringLiteral("Kind"));
    m_kindNote->setObjectName(name + QStringLiteral("KindNote"));
    m_create->setObjectName(name + QStringLiteral("Create"));
    m_create->setProperty("look", QStringLiteral("primary"));
    for (ChoiceBox* box : {m_tier, m_kind}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
        leaveWheelToForm(*box);
    }
    for (QLabel* note : {m_tierNote, m_kindNote}) {
        makeNote(note);
        note->setTextFormat(Qt::PlainText);
        setLook(note, "role", QStringLiteral("error"));
        note->hide();
    }
    layOut();
    connectBoxes();
    hide();
}

void NewNodeStrip::layOut()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid / 2);
    row->addWidget(m_kind, 1);
    row->addWidget(m_create);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_text);
    layout->addWidget(m_tier);
    layout->addWidget(m_tierNote);
    layout->addLayout(row);
    layout->addWidget(m_kindNote);
}

void NewNodeStrip::connectBoxes()
{
    for (const auto signal : {&ChoiceBox::typed, &ChoiceBox::chosen}) {
        connect(m_tier, signal, this, [this] {
            m_isTierChosen = true;
            judgeTier(false);
        });
        connect(m_kind, signal, this, [this] { judgeKind(false); });
    }
    for (const ChoiceBox* box : {m_tier, m_kind})
        connect(box, &ChoiceBox::entered, this, &NewNodeStrip::create);
    connect(m_create, &QPushButton::clicked, this, &NewNodeStrip::create);
    m_kind->setMaker([](const QString& text) {
        const QString kind = newKind(text);
        return std::pair(kind, tr("New kind: %1").arg(visibleText(kind)));
    });
}

std::vector<std::uint32_t> NewNodeStrip::tiersMeant() const
{
    const QString tier = m_tier->value().trimmed();
    return m_chain == nullptr || tier.isEmpty() ? std::vector<std::uint32_t>()
                                                : rowsCalled(*m_chain, Table::Tiers, tier);
}

/// The tier must be one there is, chosen or typed in full.
/// @param isAsked  whether it must have been chosen by now
bool NewNodeStrip::judgeTier(bool isAsked)
{
    const QString tier = m_tier->value().trimmed();
    const std::size_t meant = tiersMeant().size();
    QString problem;
    if (tier.isEmpty())
        problem = isAsked ? tr("Choose the tier it stands in.") : QString();
    else if (meant != 1)
        problem = sentenceText(notOneCalled(Table::Tiers, tier, meant));
    say(*m_tier, *m_tierNote, problem);
    return meant == 1;
}

/// The kind must be one that nodes have, or one that was chosen as a new one: half a word is none.
bool NewNodeStrip::judgeKind(bool isAsked)
{
    const QString kind = m_kind->currentText().trimmed();
    const bool isGood = m_kind->isChosen();
    QString problem;
    if (kind.isEmpty())
        problem = isAsked ? tr("Choose what it is.") : QString();
    else if (!isGood && newKind(kind).isEmpty())
        problem = tr("A kind is a word of letters and digits, such as %1.").arg(usualKind());
    else if (!isGood)
        problem = tr("No node is of the kind \"%1\" yet. Choose from the list; its last line adds a new kind.")
                      .arg(visibleText(kind));
    say(*m_kind, *m_kindNote, problem);
    return isGood;
}

void NewNodeStrip::create()
{
    const bool isKindGood = judgeKind(true);
    if (!judgeTier(true))
        return m_tier->setFocus();
    if (!isKindGood)
        return m_kind->setFocus();
    const RowRef tier{Table::Tiers, tiersMeant().front()};
    const NewNode node{m_key, m_name, std::string(m_chain->key(tier)), m_kind->value().toStdString()};
    withdraw();
    emit wanted(node);
}

void NewNodeStrip::offer(const Chain& chain, const QString& nodeName, const std::string& tier)
{
    const bool isNew = !isOffering();
    m_chain = &chain;
    m_name = nodeName;
    m_key = freeKey(chain, Table::Nodes, keyFrom(nodeName, "node"));
    m_text->setText(tr("Create \"%1\" in the chain, as").arg(visibleText(nodeName)));
    m_create->setText(tr("Create"));
    m_tier->setAccessibleName(tr("Tier of the new node"));
    m_tier->setWords(tr("choose its tier"));
    m_kind->setAccessibleName(tr("What the new node is"));
    m_kind->setWords(tr("choose what it is"));
    if (isNew) { // typing on keeps what was chosen
        m_isTierChosen = false;
        fillTiers(chain, tier);
        fillKinds(chain);
        judgeTier(false);
        judgeKind(false);
    }
    show();
}

void NewNodeStrip::propose(const std::string& tier)
{
    if (m_chain == nullptr || m_isTierChosen || tier.empty())
        return;
    fillTiers(*m_chain, tier);
    judgeTier(false);
}

void NewNodeStrip::withdraw()
{
    hide();
    m_chain = nullptr;
}

void NewNodeStrip::fillTiers(const Chain& chain, const std::string& tier)
{
    QList<std::pair<QString, QString>> tiers;
    const auto addTiers = [&](bool alsoStreams) {
        for (const TierId id : chain.tierOrder())
            if (alsoStreams || chain.tiers()[id].parent.isSet()) // a node stands in a stage, not in a whole stream
                tiers.append({toQString(chain.key(RowRef{Table::Tiers, id.value})), nameOf(chain, id)});
    };
    addTiers(false);
    if (tiers.isEmpty())
        addTiers(true);
    m_tier->setItems(tiers);
    const QString proposed = tiers.size() == 1 ? tiers.first().first : QString::fromStdString(tier);
    m_tier->setValue(m_tier->findData(proposed) >= 0 ? proposed : QString());
}

void NewNodeStrip::fillKinds(const Chain& chain)
{
    QList<std::pair<QString, QString>> kinds;
    QStringList words = valuesInUse(chain, Table::Nodes, node_field::Kind);
    if (!words.contains(usualKind()))
        words.prepend(usualKind());
    for (const QString& word : std::as_const(words))
        kinds.append({word, word});
    m_kind->setItems(kinds);
    m_kind->setValue(usualKind());
}

} // namespace ochain
