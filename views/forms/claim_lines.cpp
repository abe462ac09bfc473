// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/claim_lines.h"

#include "document/names.h"
#include "editing/value_text.h"
#include "formats/format.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/emptied_layout.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ochain {

ClaimLines::ClaimLines(const QString& name, QWidget* parent)
    : QWidget(parent), m_name(name), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(kGrid, 0, 0, kGrid / 2);
    m_layout->setSpacing(kGrid / 2);
}

void ClaimLines::setClaims(const Chain& chain, RowRef row, Field field, const ClaimHistory& history, bool isReadOnly)
{
    clear();
    m_isReadOnly = isReadOnly;
    for (const ClaimId id : history.adopted)
        addLine(chain, id, id == history.adopted.back());
    for (const ClaimId id : history.rivals)
        addLine(chain, id, false);
    if (history.adopted.empty())
        return;
    const Claim& last = chain.claims()[history.adopted.back()];
    const QString known = valueInWords(chain, row, field, chain.text(last.value));
    const QString now = valueInWords(chain, row, field, chain.value(row, field));
    if (known == now)
        return;
    auto* note = new WrappedLabel(tr("The history ends with %1, the field has %2.").arg(known, now), this);
    note->setObjectName(m_name + QStringLiteral("HistoryNote"));
    makeNote(note);
    note->setTextFormat(Qt::PlainText);
    m_layout->addWidget(note);
}

void ClaimLines::clear()
{
    m_buttons.clear();
    emptyLayout(*m_layout);
}

void ClaimLines::addLine(const Chain& chain, ClaimId id, bool isNow)
{
    const Claim& claim = chain.claims()[id];
    const QString value = valueInWords(chain, claim.of, claim.field, chain.text(claim.value));
    const QString day = claim.asOf.isSet() ? dateText(claim.asOf) : tr("always");
    auto* line = new QWidget(this);
    line->setObjectName(m_name + QStringLiteral("Claim"));
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid / 2);
    auto* words = new QVBoxLayout(line);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    words->addLayout(head);
    const auto label = [line](const QString& text, const QString& role) {
        auto* made = new WrappedLabel(text, line);
        made->setProperty("role", role);
        made->setTextFormat(Qt::PlainText);
        return made;
    };
    head->addWidget(label(claim.isAdopted ? tr("%1  ·  %2", "day, value").arg(day, value)
                                          : tr("%1  ·  rival: %2", "day, value").arg(day, value),
                          isNow ? QStringLiteral("strong") : QString()),
                    1);
    if (!m_isReadOnly)
        addButtons(tr("%1 of %2", "a claim: value, day").arg(value, day), id, claim.isAdopted, *line, *head);
    QStringList from;
    if (claim.source.isSet())
        from << citationText(chain, claim.source);
    if (const QString note = visibleText(chain.text(claim.note)); !note.isEmpty())
        from << note;
    words->addWidget(
        label(from.isEmpty() ? tr("no source") : from.join(QStringLiteral(" · ")), QStringLiteral("note")));
    m_layout->addWidget(line);
}

void ClaimLines::addButtons(const QString& about, ClaimId id, bool isAdopted, QWidget& line, QBoxLayout& layout)
{
    if (!isAdopted) {
        auto* adopt = new QPushButton(tr("Adopt"), &line);
        adopt->setObjectName(m_name + QStringLiteral("Adopt"));
        adopt->setProperty("look", QStringLiteral("quietLink"));
        adopt->setAutoDefault(true);
        adopt->setToolTip(tr("Make it the value of the field from its day on; what was adopted for that day becomes a "
                             "rival"));
        adopt->setAccessibleName(tr("Adopt %1").arg(about));
        connect(adopt, &QPushButton::clicked, this, [this, id] { emit adoptionWanted(id); });
        layout.addWidget(adopt, 0, Qt::AlignTop);
        m_buttons << adopt;
    }
    auto* erase = new QToolButton(&line);
    erase->setObjectName(m_name + QStringLiteral("EraseClaim"));
    erase->setIcon(lineIcon(QStringLiteral("close")));
    erase->setToolTip(tr("Erase this claim; the field keeps its value"));
    erase->setAccessibleName(tr("Erase the claim: %1").arg(about));
    erase->setFocusPolicy(Qt::StrongFocus);
    connect(erase, &QToolButton::clicked, this, [this, id] { emit erasureWanted(id); });
    layout.addWidget(erase, 0, Qt::AlignTop);
    m_buttons << erase;
}

} // namespace ochain
