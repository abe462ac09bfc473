// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/scenario_strip.h"

#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr int kLongestScenarioName = 200;
constexpr int kLongestScenarioNote = 2000;

} // namespace

ScenarioStrip::ScenarioStrip(QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_note(new QLineEdit(this)), m_take(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("scenarioStrip"));
    m_name->setObjectName(QStringLiteral("scenarioName"));
    m_name->setMaxLength(kLongestScenarioName);
    m_note->setObjectName(QStringLiteral("scenarioNote"));
    m_note->setMaxLength(kLongestScenarioNote);
    m_take->setObjectName(QStringLiteral("scenarioTake"));
    m_cancel->setObjectName(QStringLiteral("scenarioCancel"));
    m_cancel->setProperty("look", QStringLiteral("link"));
    for (QLineEdit* line : {m_name, m_note}) {
        line->installEventFilter(this);
        connect(line, &QLineEdit::returnPressed, this, &ScenarioStrip::take);
    }
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_take->setEnabled(!text.simplified().isEmpty()); });
    connect(m_take, &QPushButton::clicked, this, &ScenarioStrip::take);
    connect(m_cancel, &QPushButton::clicked, this, &ScenarioStrip::end);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_name);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    hide();
}

void ScenarioStrip::ask(const QString& name, const QString& note)
{
    m_name->setText(name);
    m_note->setText(note);
    m_note->setCursorPosition(0);
    m_take->setEnabled(!name.simplified().isEmpty());
    show();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void ScenarioStrip::end()
{
    if (isHidden())
        return;
    hide();
    emit ended();
}

void ScenarioStrip::take()
{
    if (const QString name = m_name->text().simplified(); !name.isEmpty())
        emit named(name, m_note->text().simplified());
}

void ScenarioStrip::retranslate()
{
    m_name->setPlaceholderText(tr("Name of the scenario"));
    m_name->setAccessibleName(tr("Name of the scenario"));
    m_note->setPlaceholderText(tr("What it assumes"));
    m_note->setAccessibleName(tr("What the scenario assumes"));
    m_take->setText(tr("Keep"));
    m_cancel->setText(tr("Cancel"));
}

bool ScenarioStrip::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        end();
    else
        event->accept(); // and no menu gets it
    return true;
}

} // namespace ochain
