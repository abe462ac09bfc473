// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/address_strip.h"

#include "document/names.h"
#include "formats/format.h"
#include "formats/web_address.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

AddressStrip::AddressStrip(QWidget* parent)
    : QFrame(parent), m_text(new WrappedLabel(this)), m_note(new WrappedLabel(this)), m_open(new QPushButton(this)),
      m_leave(new QPushButton(this))
{
    setObjectName(QStringLiteral("addressStrip"));
    setProperty("look", QStringLiteral("place"));
    m_text->setObjectName(QStringLiteral("sourceAddress"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    makeNote(m_note);
    m_open->setObjectName(QStringLiteral("openAddress"));
    m_leave->setObjectName(QStringLiteral("leaveAddress"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_open);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 12);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &AddressStrip::openNow);
    connect(m_leave, &QPushButton::clicked, this, &AddressStrip::dismiss);
    hide();
}

void AddressStrip::ask(const QString& address)
{
    const auto url = webAddress(address.toStdString());
    const bool isAsked = isVisible() && address == m_address;
    m_address = address;
    m_url = url ? *url : QUrl();
    if (!m_url.isEmpty() && (isAsked || m_agreed.contains(m_url)))
        return openNow();
    showAddress();
    show();
}

void AddressStrip::showAddress()
{
    const auto url = webAddress(m_address.toStdString());
    QString address = visibleText(m_address);
    address.replace(QLatin1Char('/'), QStringLiteral("/\u200b")); // where a long one may go on in the next line
    m_text->setText(address);
    m_text->setVisible(!address.isEmpty());
    m_note->setText(m_address.isEmpty() ? tr("This source has no address.")
                    : url               ? tr("Enter opens it, Esc leaves it. It is asked once for each address.")
                                        : sentenceText(url.error()));
    m_open->setText(tr("Open in the browser"));
    m_open->setVisible(url.has_value());
    m_leave->setText(url ? tr("Not now") : tr("Close"));
}

void AddressStrip::openNow()
{
    const QUrl url = m_url;
    m_agreed.insert(url);
    dismiss();
    QDesktopServices::openUrl(url);
}

void AddressStrip::dismiss()
{
    m_address.clear();
    m_url.clear();
    emit dismissed();
    hide();
}

void AddressStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QFrame::keyPressEvent(event);
}

void AddressStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && isVisible())
        showAddress();
    QFrame::changeEvent(event);
}

} // namespace ochain
