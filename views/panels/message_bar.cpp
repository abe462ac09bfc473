// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/message_bar.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace ochain {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_action->setProperty("look", QStringLiteral("link"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(lineIcon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid / 2, kGrid, kGrid / 2);
    layout->setSpacing(kGrid);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> todo = m_todo; // what it does may say something new
        dismiss();
        if (todo)
            todo();
    });
    hide();
}

void MessageBar::say(Kind kind, const QString& text, const QString& action, const std::function<void()>& todo)
{
    const QString looks[] = {QStringLiteral("notice"), QStringLiteral("warning"), QStringLiteral("error")};
    setLook(this, "look", looks[static_cast<int>(kind)]);
    m_icon->setPixmap(
        lineIcon(kind == Kind::Notice ? QStringLiteral("note") : QStringLiteral("warning")).pixmap(16, 16));
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_todo = todo;
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::dismiss()
{
    m_todo = {};
    hide();
}

void MessageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Message"));
        m_close->setAccessibleName(tr("Dismiss"));
    }
    QFrame::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace ochain
