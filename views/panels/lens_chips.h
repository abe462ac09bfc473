// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "schedule/lens.h"

#include <QList>
#include <QWidget>

#include <vector>

class QToolButton;

namespace ochain {

/// What of a lens is not as usual, beside the choice Stated, Weighted or Firm.
struct LensChip {
    QString text;
    Lens without; ///< the lens with this as usual again
};
[[nodiscard]] std::vector<LensChip> lensChips(const Lens& lens);

/// A chip for each of these, which a click, Enter or Delete takes away. Those without room are counted in one that
/// opens the rest of the lens.
class LensChips final : public QWidget {
    Q_OBJECT
public:
    explicit LensChips(QWidget* parent = nullptr);

    void setLens(const Lens& lens);
    /// What the lens is compared with, as a chip before the others; empty: nothing.
    void setCompared(const QString& with);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A chip is to go.
    void lensWanted(const ochain::Lens& lens);
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
    void fill();
    void place();
    [[nodiscard]] int widthOf(qsizetype count) const;

    std::vector<LensChip> m_chips;
    Lens m_lens;
    QString m_compared; ///< has the first chip, if it has one
    QList<QToolButton*> m_buttons;
    QToolButton* m_rest;
};

} // namespace ochain
