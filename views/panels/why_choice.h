// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/told_difference.h"

#include <QPointer>
#include <QPushButton>

#include <functional>
#include <optional>

namespace ochain {

/// What is asked of a figure: what it is made of, or why it moved against something else. Says which, and opens into
/// the others.
class WhyChoice final : public QPushButton {
    Q_OBJECT
public:
    /// @param cell  the figure that is asked about, at the time
    WhyChoice(std::function<std::optional<FigureCell>()> cell, QWidget* parent);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    [[nodiscard]] Against against() const noexcept { return m_against; }
    /// Shows a choice; no signal.
    void setAgainst(Against against);
    void retranslate();
    /// The words give way where there is little room.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The user asks something else.
    void chosen();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    [[nodiscard]] QString textOf(Against against) const;
    void openChoices();
    void choose(Against against);

    std::function<std::optional<FigureCell>()> m_cell;
    QPointer<Document> m_document;
    Against m_against = Against::Nothing;
    QString m_words; ///< in full
};

} // namespace ochain
