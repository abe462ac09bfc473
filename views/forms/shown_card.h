// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/form_card.h"

namespace ochain {

/// A card in which nothing is entered: what follows from a row under the lens.
class ShownCard : public FormCard {
    Q_OBJECT
public:
    using FormCard::FormCard;

    void setDocument(Document* document) override;
    void setRow(std::optional<RowRef> row) override;

protected:
    void changeEvent(QEvent* event) override;
    /// The row, if it is there.
    [[nodiscard]] std::optional<RowRef> row() const;

private:
    std::optional<RowRef> m_row;
};

} // namespace ochain
