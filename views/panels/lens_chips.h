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
    QString text;
    ViewLens without;     ///< the lens with this as usual again
    bool isTrial = false; ///< what is tried, which is of no lens
};
[[nodiscard]] std::vector<LensChip> lensChips(const Document& document);

/// A chip for each of these, which a click, Enter or Delete takes away. Those without room are counted in one that
/// opens the rest of the lens.
class LensChips final : public QWidget {
    Q_OBJECT
public:
    explicit LensChips(QWidget* parent = nullptr);

    void showLens(const Document& document);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A chip is to go.
    void lensWanted(const ochain::ViewLens& lens);
    /// What is tried is to end.
    void trialEnded();
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
