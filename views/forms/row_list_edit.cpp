// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/row_list_edit.h"

#include "forms/tab_order.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/emptied_layout.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ochain {

RowListEdit::RowListEdit(const QString& name, QWidget* parent)
    : QWidget(parent), m_rows(new QVBoxLayout), m_line(new QLineEdit(this))
{
    m_line->setObjectName(name);
    m_line->installEventFilter(this);
    m_rows->setSpacing(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_rows);
    layout->addWidget(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] { emit edited(text()); });
    connect(m_line, &QLineEdit::editingFinished, this, &RowListEdit::left);
}

QString RowListEdit::text() const
{
    QStringList parts = m_keys;
    if (const QString typed = m_line->text().trimmed(); !typed.isEmpty())
        parts << typed;
    return parts.join(QLatin1Char(';'));
}

void RowListEdit::setText(const QString& text)
{
    QStringList keys;
    QStringList unknown;
    const QStringList parts = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& part : parts)
        if (m_nameOf && !m_nameOf(part.trimmed()).isEmpty())
            keys << part.trimmed();
        else
            unknown << part.trimmed();
    m_keys = keys;
    const QString typed = unknown.join(QStringLiteral("; "));
    if (typed != m_line->text().trimmed())
        m_line->setText(typed);
    rebuild(); // the names may have changed
}

void RowListEdit::setNames(std::function<QString(const QString& key)> nameOf)
{
    m_nameOf = std::move(nameOf);
}

void RowListEdit::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_line->setReadOnly(isReadOnly);
    rebuild();
}

void RowListEdit::add(const QString& key)
{
    m_line->clear();
    if (!m_keys.contains(key))
        m_keys << key;
    rebuild();
    emit edited(text());
    emit left();
}

void RowListEdit::remove(const QString& key)
{
    m_keys.removeAll(key);
    m_line->setFocus(Qt::OtherFocusReason); // the button that had it goes
    rebuild();
    emit edited(text());
    emit left();
}

void RowListEdit::rebuild()
{
    emptyLayout(*m_rows);
    QList<QWidget*> buttons;
    for (const QString& key : std::as_const(m_keys)) {
        auto* line = new QWidget(this);
        auto* layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(kGrid / 2);
        auto* name = new WrappedLabel(m_nameOf ? m_nameOf(key) : key, line);
        name->setTextFormat(Qt::PlainText);
        auto* button = new QToolButton(line);
        button->setObjectName(m_line->objectName() + QStringLiteral("Remove"));
        button->setIcon(lineIcon(QStringLiteral("close")));
        button->setToolTip(tr("Take %1 away from here").arg(name->text()));
        button->setAccessibleName(button->toolTip());
        button->setFocusPolicy(Qt::StrongFocus);
        button->setEnabled(!m_isReadOnly);
        connect(button, &QToolButton::clicked, this, [this, key] { remove(key); });
        layout->addWidget(name, 1);
        layout->addWidget(button, 0, Qt::AlignTop);
        m_rows->addWidget(line);
        buttons << button;
    }
    putBeforeInTabOrder(*m_line, buttons);
}

bool RowListEdit::eventFilter(QObject* watched, QEvent* event)
{
    // Backspace in an empty line takes the last row away, as in every field of several.
    if (watched == m_line && event->type() == QEvent::KeyPress && !m_keys.isEmpty() && m_line->text().isEmpty() &&
        !m_isReadOnly && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backspace) {
        remove(m_keys.last());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ochain
