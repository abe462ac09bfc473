// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/form_cards.h"

#include "forms/belonging_cards.h"
#include "forms/curve_card.h"
#include "forms/figures_card.h"
#include "forms/links_card.h"
#include "forms/sources_card.h"

#include <iterator>

namespace ochain {

FormCards::FormCards(Table table, QWidget& form) : QObject(&form)
{
    if (table == Table::Nodes || table == Table::Tiers)
        add(new FiguresCard(&form), true);
    if (table == Table::Deals) {
        add(new CurveCard(&form), false);
        add(new TranchesCard(&form), false);
    }
    if (table == Table::Nodes)
        add(new MetricsCard(&form), false);
    if (table == Table::Statuses)
        add(new WeightsCard(&form), false);
    if (table != Table::Sources)
        add(new SourcesCard(&form), false);
    if (table != Table::Deals)
        add(new LinksCard(&form), false);
}

void FormCards::add(FormCard* card, bool isAbove)
{
    (isAbove ? m_above : m_below).push_back(card);
    m_all.push_back(card);
    connect(card, &FormCard::notSaved, this, &FormCards::notSaved);
    connect(card, &FormCard::refused, this, &FormCards::refused);
    connect(card, &FormCard::rowWanted, this, &FormCards::rowWanted);
}

void FormCards::setDocument(Document* document)
{
    for (FormCard* card : m_all)
        card->setDocument(document);
}

void FormCards::setRow(std::optional<RowRef> row)
{
    for (FormCard* card : m_all) {
        card->setVisible(row.has_value());
        card->setRow(row);
    }
}

void FormCards::setLookedAt(bool isLookedAt)
{
    for (FormCard* card : m_all)
        card->setLookedAt(isLookedAt);
}

std::vector<UnsavedText> FormCards::unsaved() const
{
    std::vector<UnsavedText> texts;
    for (const FormCard* card : m_all) {
        std::vector<UnsavedText> more = card->unsaved();
        texts.insert(texts.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return texts;
}

} // namespace ochain
