// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/field_note.h"

#include "theme/theme.h"

#include <QAccessible>
#include <QEvent>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kWidest = 420;

} // namespace

FieldNote::FieldNote(const QString& name, QWidget& field) : WrappedLabel(&field), m_field(&field)
{
    setObjectName(name);
    setProperty("look", QStringLiteral("wrongNote"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    field.installEventFilter(this);
    connect(&field, &QObject::destroyed, this, &QObject::deleteLater);
}

void FieldNote::tell(const QString& sentence)
{
    setText(sentence);
    if (sentence.isEmpty()) {
        hide();
        return;
    }
    if (parentWidget() != m_field->window()) {
        setParent(m_field->window()); // over all that stands below the field
        parentWidget()->installEventFilter(this);
    }
    place();
    show();
    raise();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void FieldNote::place()
{
    ensurePolished();
    const int room = parentWidget()->width() - 2 * kGrid;
    const int width = std::min({kWidest, room, QLabel::sizeHint().width() + 2 * kGrid});
    resize(width, heightForWidth(width));
    const QPoint below = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + kGrid / 2));
    move(std::clamp(below.x(), kGrid, std::max(kGrid, parentWidget()->width() - width - kGrid)), below.y());
}

bool FieldNote::eventFilter(QObject* watched, QEvent* event)
{
    const bool isMoved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (isMoved && isVisible() && m_field != nullptr)
        place();
    if (watched == m_field && event->type() == QEvent::Hide)
        hide();
    return WrappedLabel::eventFilter(watched, event);
}

} // namespace ochain
