// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/deal_line.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace ochain {

/// What stands under the head of a new deal that was read from a pasted line: that nothing is saved yet, what was left
/// over and why, who may be meant by a name that is only near to one, and the ways on: to enter the deal, to put the
/// rest into its note, to take it back.
class ReadLineStrip final : public QFrame {
    Q_OBJECT
public:
    explicit ReadLineStrip(QWidget* parent = nullptr);

    /// @param line  nothing takes it away
    void showLine(const Chain& chain, const std::optional<DealLine>& line);
    /// While a line is shown Enter in this editor enters the deal, and undo takes it back.
    void watch(QWidget& editor) { editor.installEventFilter(this); }
    void retranslate();

signals:
    void enterAsked();
    void takeBackAsked();
    /// What was left over is to stand in the note.
    void noteAsked(const QString& text);
    /// A party was chosen of those offered.
    void chosen(ochain::Field field, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void showOffers(const Chain& chain, const DealLine& line);
    void fitOffers();
    [[nodiscard]] QString restText() const;

    std::optional<DealLine> m_line;
    QLabel* m_text;
    QLabel* m_rest;
    QLabel* m_source;
    QWidget* m_offers;
    QPushButton* m_enter;
    QPushButton* m_note;
    QPushButton* m_back;
};

} // namespace ochain
