// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QPointer>
#include <QWidget>

#include <cstdint>
#include <vector>

class QLabel;
class QSlider;
class QTimer;
class QToolButton;

namespace ochain {

class DateField;
class LensChips;
class LensPopup;
class Replay;
class Segments;

/// The one lens: period, known-as-of, one choice of Stated, Weighted or Firm, and a popup for the rest, of which chips
/// show what is not as usual; and the way to the quick find. Shows the document's lens and asks for another; whoever
/// owns it decides.
class LensBar final : public QWidget {
    Q_OBJECT
public:
    explicit LensBar(QWidget* parent = nullptr);

    /// @param document  may be null: everything is disabled. Must outlive the next call.
    void setDocument(Document* document);
    /// Moves period or known-as-of by keyboard shortcut.
    void stepPeriod(int by);
    void stepKnowledge(int direction);
    /// Runs known-as-of through the days on which something became known, from the first one if all is known now.
    void toggleReplay();
    [[nodiscard]] bool isPlaying() const;
    void togglePlay();
    /// Amounts as stated or weighted, whoever is bound, or what is firm as stated.
    enum class Stance : std::uint8_t { Stated, Weighted, Firm };
    [[nodiscard]] Stance stance() const;
    void chooseStance(Stance stance);
    /// Opens the rest of the lens.
    void openRest();
    /// In a narrow window captions make room.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The user wants another lens.
    void lensWanted(const ochain::ViewLens& lens);
    void findWanted();
    /// A step of known-as-of leads nowhere, or out of the days with news; why, for a moment.
    void said(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createControls();
    void layOut();
    void connectControls();
    void retranslate();
    void showLens();
    void showPeriod();
    void followEdit(const Changed& changed);
    void choosePeriod(int place);
    void chooseGranularity(int index);
    void want(ViewLens lens);
    void playOn();
    [[nodiscard]] bool replayOn();
    [[nodiscard]] QString newsOfStep(int direction) const;
    void setNarrow(bool isNarrow);
    [[nodiscard]] int spared() const;

    QPointer<Document> m_document;
    QLabel* m_periodCaption;
    QLabel* m_period;
    QSlider* m_slider;
    Segments* m_granularity;
    QToolButton* m_play;
    QLabel* m_asOfCaption;
    DateField* m_asOf;
    Segments* m_stance;
    QToolButton* m_rest;
    LensChips* m_chips;
    LensPopup* m_popup;
    QToolButton* m_find;
    QTimer* m_timer;
    Replay* m_replay;
    bool m_isNarrow = false;
};

} // namespace ochain
