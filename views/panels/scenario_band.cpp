// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/scenario_band.h"

#include "document/names.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace ochain {

ScenarioBand::ScenarioBand(QWidget* parent)
    : QFrame(parent), m_text(new WrappedLabel(this)), m_end(new QPushButton(this))
{
    setObjectName(QStringLiteral("scenarioBand"));
    setProperty("look", QStringLiteral("band"));
    m_text->setObjectName(QStringLiteral("scenarioBandText"));
    m_text->setTextFormat(Qt::PlainText);
    m_end->setObjectName(QStringLiteral("scenarioBandEnd"));
    m_end->setProperty("look", QStringLiteral("link"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid / 2, kGrid, kGrid / 2);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_end);
    connect(m_end, &QPushButton::clicked, this, [this] {
        emit ending();
        m_document->setEditingScenario(false);
    });
    showState();
}

void ScenarioBand::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    if (document != nullptr) {
        connect(document, &Document::overridesChanged, this, &ScenarioBand::showState);
        connect(document, &Document::changed, this, &ScenarioBand::showState); // it may be called otherwise
    }
    showState();
}

void ScenarioBand::showState()
{
    const bool isEditing = m_document != nullptr && m_document->isEditingScenario();
    setVisible(isEditing);
    if (!isEditing)
        return;
    const RowRef scenario{Table::Scenarios, m_document->lens().scenario.value};
    m_text->setText(tr("Editing scenario %1").arg(nameOf(m_document->chain(), scenario)));
    m_text->setToolTip(tr("What is typed here goes into the scenario; the file's own fields stay"));
    m_end->setText(tr("Done"));
    m_end->setAccessibleName(tr("End editing the scenario"));
}

void ScenarioBand::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QFrame::changeEvent(event);
}

} // namespace ochain
