// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/read_line_strip.h"

#include "document/names.h"
#include "editing/field_names.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "language/punctuation.h"
#include "theme/theme.h"
#include "widgets/elided_words.h"
#include "widgets/wrapped_label.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

namespace {

QString quotedRest(const DealLineRest& rest)
{
    const QString text = ReadLineStrip::tr("“%1”").arg(visibleText(rest.text));
    return rest.why ? told(text, sentenceText(*rest.why)) : text;
}

} // namespace

ReadLineStrip::ReadLineStrip(QWidget* parent)
    : QFrame(parent), m_text(new WrappedLabel(this)), m_rest(new WrappedLabel(this)), m_source(new WrappedLabel(this)),
      m_offers(new QWidget(this)), m_enter(new QPushButton(this)), m_note(new QPushButton(this)),
      m_back(new QPushButton(this))
{
    setObjectName(QStringLiteral("readLine"));
    setProperty("look", QStringLiteral("warning"));
    m_text->setObjectName(QStringLiteral("readLineText"));
    m_rest->setObjectName(QStringLiteral("readLineRest"));
    m_source->setObjectName(QStringLiteral("readLineSource"));
    for (QLabel* label : {m_text, m_rest, m_source})
        label->setTextFormat(Qt::PlainText);
    m_enter->setObjectName(QStringLiteral("readLineEnter"));
    m_enter->setProperty("look", QStringLiteral("primary"));
    m_note->setObjectName(QStringLiteral("readLineNote"));
    m_note->setProperty("look", QStringLiteral("link"));
    m_back->setObjectName(QStringLiteral("readLineBack"));
    m_back->setProperty("look", QStringLiteral("link"));
    layOut();
    connect(m_enter, &QPushButton::clicked, this, &ReadLineStrip::enterAsked);
    connect(m_back, &QPushButton::clicked, this, &ReadLineStrip::takeBackAsked);
    connect(m_note, &QPushButton::clicked, this, [this] { emit noteAsked(restText()); });
    retranslate();
    hide();
}

void ReadLineStrip::layOut()
{
    auto* offers = new QVBoxLayout(m_offers);
    offers->setContentsMargins(0, 0, 0, 0);
    offers->setSpacing(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    for (QWidget* part :
         {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_rest), m_offers})
        layout->addWidget(part);
    for (QPushButton* button : {m_note, m_enter, m_back}) // beside each other they would widen the form
        layout->addWidget(button, 0, Qt::AlignLeft);
}

/// What was left over, for a note.
QString ReadLineStrip::restText() const
{
    QStringList texts;
    if (m_line)
        for (const DealLineRest& rest : m_line->rest)
            texts << rest.text;
    return texts.join(QStringLiteral("; "));
}

void ReadLineStrip::showLine(const Chain& chain, const std::optional<DealLine>& line)
{
    m_line = line;
    setVisible(line.has_value());
    if (!line)
        return;
    QStringList rests;
    for (const DealLineRest& rest : line->rest)
        rests << quotedRest(rest);
    m_rest->setText(told(tr("Left over"), rests.join(QLatin1Char('\n'))));
    m_rest->setVisible(!rests.isEmpty());
    m_note->setVisible(!rests.isEmpty());
    m_source->setText(told(tr("Source, added with the deal"), visibleText(line->address)));
    m_source->setVisible(!line->address.isEmpty());
    showOffers(chain, *line);
}

void ReadLineStrip::showOffers(const Chain& chain, const DealLine& line)
{
    const QList<QPushButton*> before = m_offers->findChildren<QPushButton*>();
    for (QPushButton* each : before)
        each->deleteLater();
    bool isAny = false;
    for (const DealLineRest& rest : line.rest)
        for (const std::string& node : rest.offers) {
            const RowRef ref{Table::Nodes, chain.find(Table::Nodes, node)};
            if (!chain.isAlive(ref))
                continue;
            auto* offer = new QPushButton(m_offers);
            offer->setObjectName(QStringLiteral("readLineOffer"));
            offer->setProperty("look", QStringLiteral("link"));
            offer->setAccessibleName(told(fieldLabel(Table::Deals, rest.field), visibleText(nameOf(chain, ref))));
            m_offers->layout()->addWidget(offer);
            m_offers->layout()->setAlignment(offer, Qt::AlignLeft);
            connect(offer, &QPushButton::clicked, this,
                    [this, field = rest.field, text = addressOf(chain, ref)] { emit chosen(field, text); });
            isAny = true;
        }
    m_offers->setVisible(isAny);
    fitOffers();
}

/// A long name does not widen the form.
void ReadLineStrip::fitOffers()
{
    constexpr int kAround = 6 * kGrid; // of the strip and of a button
    const QList<QPushButton*> offers = m_offers->findChildren<QPushButton*>();
    for (QPushButton* each : offers) {
        const QString whole = each->accessibleName();
        const QString text = elidedAtWord(whole, each->fontMetrics(), width() - kAround);
        each->setText(text);
        each->setToolTip(text == whole ? QString() : whole);
    }
}

void ReadLineStrip::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitOffers();
}

bool ReadLineStrip::eventFilter(QObject* watched, QEvent* event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (!m_line || (!isOverride && event->type() != QEvent::KeyPress))
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo)) {
        event->accept(); // else the last edit of the chain would be undone
        if (!isOverride)
            emit takeBackAsked();
        return true;
    }
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isOverride || !isEnter || qobject_cast<QLineEdit*>(watched) == nullptr)
        return QFrame::eventFilter(watched, event);
    emit enterAsked();
    return true;
}

void ReadLineStrip::retranslate()
{
    m_text->setText(tr("Read from the line; nothing is saved yet. Look it over, then press Enter."));
    m_enter->setText(tr("Enter the deal"));
    m_note->setText(tr("Put the rest into the note"));
    m_back->setText(tr("Take it back"));
}

} // namespace ochain
