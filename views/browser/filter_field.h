// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/filter_offer.h"

#include <QLineEdit>

#include <functional>

class QStringListModel;

namespace ochain {

class ChoiceList;

/// Where a filter is typed. Opens a list of how it may go on at the cursor: by itself once a column is begun or named,
/// and when Down is pressed. Nothing is taken from it unasked.
class FilterField final : public QLineEdit {
    Q_OBJECT
public:
    using Offers = std::function<FilterOffer(const QString& text, qsizetype cursor, bool isAskedFor)>;

    explicit FilterField(QWidget* parent = nullptr);

    void setOffers(Offers offers) { m_offers = std::move(offers); }

private:
    void offer(bool isAskedFor);
    void take(const QString& text);

    Offers m_offers;
    FilterOffer m_offer; ///< what the list has
    QStringListModel* m_texts;
    ChoiceList* m_list;
};

} // namespace ochain
