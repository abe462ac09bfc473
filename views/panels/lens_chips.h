// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QList>
#include <QWidget>

#include <vector>

class QToolButton;

namespace ochain {

/// What of a lens is not as usual, beside the choice Stated, Weighted or Firm.
struct LensChip {
    /// What goes when it is taken away.
    enum class Kind { Lens, Trial, Comparison };
    QString text;
    ViewLens without; ///< the lens with this as usual again
    Kind kind = Kind::Lens;
};
[[nodiscard]] std::vector<LensChip> lensChips(const Document& document);

/// A chip for each of these, which a click, Enter or Delete takes away. Those without room are counted in one that
/// opens the rest of the lens.
class LensChips final : public QWidget {
    Q_OBJECT
public:
    explicit LensChips(QWidget* parent = nullptr);

    /// @param against  what the lens is compared with, as a chip before the others; empty: nothing
    void showLens(const Document& document, const QString& against);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A chip is to go.
    void lensWanted(const ochain::ViewLens& lens);
    /// What is tried is to end.
    void trialEnded();
    /// The chip of what is compared with is to go.
    void comparisonEnded();
    /// What has no room is to be seen.
    void restWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QToolButton* button(qsizetype at);
    void remove(qsizetype at);
    void place();
    [[nodiscard]] int widthOf(qsizetype count) const;

    std::vector<LensChip> m_chips;
    QList<QToolButton*> m_buttons;
    QToolButton* m_rest;
};

} // namespace ochain
