// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/ids.h"
#include "document/document.h"

#include <QFrame>

#include <array>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace ochain {

class Segments;

/// All choices of the lens but period and knowledge, each by itself, so that they can be combined freely, and the
/// scenario that is viewed, where the file has some. Esc or a
/// click beside it closes it.
class LensPopup final : public QFrame {
    Q_OBJECT
public:
    explicit LensPopup(QWidget* parent = nullptr);

    /// Shows the lens of a document, without a signal.
    void showLens(const Document& document);
    void retranslate();
    /// Opens below a control, with the keyboard on the first choice.
    void openBelow(const QWidget& control);

signals:
    /// The user wants another lens; the popup stays.
    void lensWanted(const ochain::ViewLens& lens);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Row : std::uint8_t { Basis, Commitment, Assumed, Overlap, Megawatts, Rows };
    void addRow(QGridLayout& grid, Row row, int options, const QString& name);
    void choose(Row row, int index);
    [[nodiscard]] ViewLens usual() const;
    void listScenarios(const Document& document);
    void chooseScenario(int index);

    std::array<QLabel*, Rows> m_captions{};
    std::array<Segments*, Rows> m_choices{};
    QPushButton* m_usual;
    QLabel* m_scenarioCaption;
    QComboBox* m_scenarios; ///< the base first
    ViewLens m_lens;
};

} // namespace ochain
