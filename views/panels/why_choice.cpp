// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/why_choice.h"

#include "document/second_lens.h"
#include "figures/compared_words.h"
#include "theme/text_line.h"
#include "theme/theme.h"

#include <QMenu>

#include <array>
#include <cmath>
#include <utility>

namespace ochain {

namespace {

constexpr std::array<Against, 4> kChoices{Against::Nothing, Against::SecondLens, Against::PeriodBefore,
                                          Against::LastEdit};

constexpr int kBeside = 2 * kGrid; ///< what the style leaves free at both sides of the words

} // namespace

WhyChoice::WhyChoice(std::function<std::optional<FigureCell>()> cell, QWidget* parent)
    : QPushButton(parent), m_cell(std::move(cell))
{
    setObjectName(QStringLiteral("whyChoice"));
    setProperty("look", QStringLiteral("quietLink"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &WhyChoice::openChoices);
    retranslate();
}

void WhyChoice::setDocument(Document* document)
{
    m_document = document;
    setAgainst(Against::Nothing);
}

void WhyChoice::setAgainst(Against against)
{
    m_against = against;
    retranslate();
}

QString WhyChoice::textOf(Against against) const
{
    switch (against) {
    case Against::SecondLens:
        return m_document && m_document->second().isOn()
                   ? tr("Why it moved: against %1").arg(comparedWords(*m_document).against)
                   : tr("Why it moved: against another lens");
    case Against::PeriodBefore:
        return tr("Why it moved: against the period before");
    case Against::LastEdit:
        return tr("Why it moved: against before the last edit");
    case Against::Nothing:
        break;
    }
    return tr("What it is made of");
}

/// What a figure cannot be held against now is there all the same, so that it is known that it could be.
void WhyChoice::openChoices()
{
    const std::optional<FigureCell> cell = m_cell();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Against each : kChoices) {
        QAction* action = menu->addAction(literally(textOf(each)), this, [this, each] { choose(each); });
        action->setCheckable(true);
        action->setChecked(each == m_against);
        action->setEnabled(each == Against::Nothing ||
                           (m_document && cell && differenceToTell(*m_document, *cell, each)));
    }
    menu->popup(mapToGlobal(rect().bottomLeft()));
}

void WhyChoice::choose(Against against)
{
    setAgainst(against);
    emit chosen();
}

void WhyChoice::retranslate()
{
    m_words = textOf(m_against);
    setAccessibleName(m_words);
    setToolTip(m_words);
    setAccessibleDescription(tr("What is asked of the figure: what it is made of, or why it moved"));
    updateGeometry();
    fit();
}

void WhyChoice::fit()
{
    const QString sign = tr("%1 ▾", "a choice that opens");
    const double room = width() - kBeside - textWidth(sign.arg(QString()), noteFont());
    setText(sign.arg(literally(elided(m_words, noteFont(), room))));
}

QSize WhyChoice::sizeHint() const
{
    const double words = textWidth(tr("%1 ▾", "a choice that opens").arg(m_words), noteFont());
    return {static_cast<int>(std::ceil(words)) + kBeside, QPushButton::sizeHint().height()};
}

QSize WhyChoice::minimumSizeHint() const
{
    return {8 * kGrid, QPushButton::minimumSizeHint().height()};
}

void WhyChoice::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    fit();
}

} // namespace ochain
