// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/conflict_strip.h"

#include "formats/format.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

namespace {

/// A value in a sentence; notes are long.
QString quoted(const QString& value)
{
    constexpr qsizetype kMost = 200;
    if (value.isEmpty())
        return absentText();
    return value.size() > kMost ? value.left(kMost) + QChar(0x2026) : value;
}

} // namespace

ConflictStrip::ConflictStrip(const QString& name, QWidget* parent)
    : QFrame(parent), m_text(new WrappedLabel(this)), m_theirs(new QPushButton(this)), m_mine(new QPushButton(this)),
      m_both(new QPushButton(this))
{
    setObjectName(name + QStringLiteral("Conflict"));
    setProperty("look", QStringLiteral("warning"));
    m_text->setObjectName(name + QStringLiteral("ConflictText"));
    m_theirs->setObjectName(name + QStringLiteral("KeepTheirs"));
    m_mine->setObjectName(name + QStringLiteral("TakeMine"));
    m_both->setObjectName(name + QStringLiteral("KeepBoth"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid / 2);
    for (QPushButton* button : {m_theirs, m_mine, m_both}) {
        button->setAutoDefault(true); // Enter presses the one that has the keyboard
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_text);
    layout->addLayout(row);
    connect(m_theirs, &QPushButton::clicked, this, &ConflictStrip::theirsWanted);
    connect(m_mine, &QPushButton::clicked, this, &ConflictStrip::mineWanted);
    connect(m_both, &QPushButton::clicked, this, &ConflictStrip::bothWanted);
    hide();
}

QList<QWidget*> ConflictStrip::buttons() const
{
    return {m_theirs, m_mine, m_both};
}

void ConflictStrip::offer(const Sides& sides)
{
    const QString theirs = quoted(sides.theirs);
    const QString mine = quoted(sides.mine);
    m_text->setText(sides.author.isEmpty()
                        ? tr("This became “%1” meanwhile; you typed “%2”. Which is to stand?").arg(theirs, mine)
                        : tr("%1 wrote “%2” here at %3; you typed “%4”. Which is to stand?")
                              .arg(sides.author, theirs, sides.time, mine));
    m_theirs->setText(tr("Theirs"));
    m_theirs->setAccessibleName(tr("Keep theirs: %1").arg(theirs));
    m_mine->setText(tr("Mine"));
    m_mine->setAccessibleName(tr("Take mine: %1").arg(mine));
    m_mine->setEnabled(sides.isMineReadable);
    m_both->setText(tr("Both, as rivals"));
    m_both->setToolTip(tr("Each is kept as a claim that nobody has adopted; the figure stays theirs until one is."));
    m_both->setAccessibleName(m_both->text());
    m_both->setVisible(sides.canBeRivals);
    m_both->setEnabled(sides.isMineReadable);
    setAccessibleName(m_text->text());
    show();
}

void ConflictStrip::withdraw()
{
    hide();
}

} // namespace ochain
