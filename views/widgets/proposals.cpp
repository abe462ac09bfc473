// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/proposals.h"

#include "items/match_rank.h"
#include "widgets/choice_list.h"

#include <QFocusEvent>
#include <QLineEdit>
#include <QStringListModel>

#include <algorithm>
#include <utility>

namespace ochain {

Proposals::Proposals(QLineEdit& line)
    : QObject(&line), m_offered(new QStringListModel(this)), m_list(new ChoiceList(line, line))
{
    m_list->setModel(m_offered);
    line.installEventFilter(this);
    connect(&line, &QLineEdit::textEdited, this, &Proposals::offer);
    connect(m_list, &ChoiceList::wanted, this, [this, &line] { offer(line.text()); });
    connect(m_list, &ChoiceList::chosen, this, [this, &line](const QModelIndex& index) {
        const QString text = index.data().toString();
        line.setText(text);
        emit chosen(text);
    });
}

/// All texts for an empty line, else those that answer to what was typed; nothing once it is one of them.
void Proposals::offer(const QString& text)
{
    if (!std::exchange(m_isFresh, true) && m_source)
        m_texts = m_source();
    const QString wanted = text.simplified().toLower();
    std::vector<std::pair<int, QString>> ranked;
    for (const QString& each : std::as_const(m_texts))
        if (const auto rank = matchRank(each.toLower(), wanted); rank || wanted.isEmpty())
            ranked.emplace_back(rank.value_or(0), each);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QStringList offered;
    for (const auto& each : ranked)
        offered << each.second;
    if (offered == QStringList{text})
        offered.clear();
    m_offered->setStringList(offered);
    m_list->offer();
}

bool Proposals::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        forget();
    return QObject::eventFilter(watched, event);
}

} // namespace ochain
