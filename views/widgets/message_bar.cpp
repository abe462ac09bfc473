// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/message_bar.h"

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kMomentMs = 15'000;

bool isCondition(MessageBar::Cause cause)
{
    return cause >= MessageBar::Cause::Saving;
}

void forget(std::vector<MessageBar::Message>& messages, MessageBar::Cause cause)
{
    const auto isOver = [cause](const MessageBar::Message& message) { return message.cause == cause; };
    messages.erase(std::remove_if(messages.begin(), messages.end(), isOver), messages.end());
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new WrappedLabel(this)), m_action(new QPushButton(this)),
      m_close(new QToolButton(this)), m_moment(new QTimer(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_action->setProperty("look", QStringLiteral("link"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(lineIcon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_moment->setSingleShot(true);
    m_moment->setInterval(kMomentMs);
    layOut();
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::act);
    connect(m_moment, &QTimer::timeout, this, [this] {
        end(Cause::Done);
        end(Cause::Others);
    });
    hide();
}

void MessageBar::layOut()
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid / 2, kGrid, kGrid / 2);
    layout->setSpacing(kGrid);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
}

void MessageBar::act()
{
    const Message* message = newest();
    const std::function<void()> todo = message == nullptr ? nullptr : message->todo; // it may say something new
    dismiss();
    if (todo)
        todo();
}

void MessageBar::say(const Message& message)
{
    if (!isCondition(message.cause)) {
        m_event = message;
    } else {
        if (wasSaid(message))
            return;
        forget(m_conditions, message.cause);
        forget(m_dismissed, message.cause);
        m_conditions.push_back(message);
        m_event.reset();
    }
    showNewest();
}

/// Whether it still stands and has been said. Of a save never: each that fails is the answer to another order.
bool MessageBar::wasSaid(const Message& message) const
{
    const auto isSame = [&message](const Message& each) {
        return each.cause == message.cause && each.text == message.text;
    };
    return message.cause != Cause::Saving && (std::any_of(m_conditions.begin(), m_conditions.end(), isSame) ||
                                              std::any_of(m_dismissed.begin(), m_dismissed.end(), isSame));
}

QString MessageBar::standing(Cause cause) const
{
    for (const std::vector<Message>* messages : {&m_conditions, &m_dismissed})
        for (const Message& message : *messages)
            if (message.cause == cause)
                return message.text;
    return {};
}

void MessageBar::end(Cause cause)
{
    forget(m_conditions, cause);
    forget(m_dismissed, cause);
    if (m_event && m_event->cause == cause)
        m_event.reset();
    showNewest();
}

void MessageBar::clear()
{
    m_event.reset();
    m_conditions.clear();
    m_dismissed.clear();
    showNewest();
}

const MessageBar::Message* MessageBar::newest() const
{
    if (m_event)
        return &*m_event;
    return m_conditions.empty() ? nullptr : &m_conditions.back();
}

void MessageBar::showNewest()
{
    m_moment->stop();
    const Message* message = newest();
    if (message == nullptr)
        return hide();
    fill(*message);
    if ((message->cause == Cause::Done && message->action.isEmpty()) || message->cause == Cause::Others)
        m_moment->start();
}

void MessageBar::fill(const Message& message)
{
    const QString looks[] = {QStringLiteral("notice"), QStringLiteral("warning"), QStringLiteral("error")};
    setLook(this, "look", looks[static_cast<int>(message.kind)]);
    m_icon->setPixmap(
        lineIcon(message.kind == Kind::Notice ? QStringLiteral("note") : QStringLiteral("warning")).pixmap(16, 16));
    m_text->setText(message.text);
    m_action->setText(message.action);
    m_action->setVisible(!message.action.isEmpty());
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
    if (m_event) {
        m_event.reset();
    } else if (!m_conditions.empty()) {
        m_dismissed.push_back(m_conditions.back());
        m_conditions.pop_back();
    }
    showNewest();
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
