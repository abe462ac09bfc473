// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/segments.h"

#include "language/punctuation.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace ochain {

Segments::Segments(int count, QWidget* parent) : QFrame(parent), m_buttons(new QButtonGroup(this))
{
    setProperty("look", QStringLiteral("segments"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    for (int i = 0; i < count; ++i) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setAutoExclusive(true); // read out as one of several
        button->setFocusPolicy(i == 0 ? Qt::StrongFocus : Qt::ClickFocus);
        button->installEventFilter(this);
        m_buttons->addButton(button, i);
        layout->addWidget(button);
    }
    setCurrent(0);
    connect(m_buttons, &QButtonGroup::idClicked, this, &Segments::chosen);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int Segments::current() const
{
    return m_buttons->checkedId();
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton* button = m_buttons->button(index))
        button->setChecked(true);
    const QList<QAbstractButton*> buttons = m_buttons->buttons();
    for (QAbstractButton* button : buttons) // Tab reaches the chosen one; arrows the others
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

void Segments::setTexts(const QStringList& texts, const QStringList& meanings)
{
    for (int i = 0; i < texts.size(); ++i) {
        QAbstractButton* button = m_buttons->button(i);
        button->setText(texts[i]);
        button->setToolTip(meanings.value(i));
        button->setAccessibleName(accessibleName().isEmpty() ? texts[i] : told(accessibleName(), texts[i]));
        button->setAccessibleDescription(meanings.value(i));
        QFont bold = button->font();
        bold.setBold(true); // room for the chosen one's weight, so that nothing moves
        button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(texts[i]) + 20);
    }
}

void Segments::step(int by)
{
    const int count = static_cast<int>(m_buttons->buttons().size());
    const int next = std::clamp(current() + by, 0, count - 1);
    if (next == current())
        return;
    setCurrent(next);
    m_buttons->button(next)->setFocus();
    emit chosen(next);
}

void Segments::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        step(-1);
    else if (event->key() == Qt::Key_Right)
        step(1);
    else
        QFrame::keyPressEvent(event);
}

bool Segments::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            step(key == Qt::Key_Left ? -1 : 1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ochain
