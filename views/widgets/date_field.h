// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/date.h"

#include <QWidget>

#include <functional>
#include <utility>

class QLineEdit;
class QToolButton;

namespace ochain {

class FieldNote;

/// The known-as-of clock: a date by typing or from a calendar, steps from one day on which something became known to
/// the next or through all of them, and a way back to everything known.
class DateField final : public QWidget {
    Q_OBJECT
public:
    explicit DateField(QWidget* parent = nullptr);

    [[nodiscard]] Day day() const noexcept { return m_day; }
    /// Shows a day (kNoDay: all known) without a signal.
    void setDay(Day day);
    void retranslate();
    /// Who tells what became known on the next (+1) or previous (-1) such day; asked when the mouse rests on the way
    /// there, as it may look through the whole chain.
    using Teller = std::function<QString(int direction)>;
    void setTeller(Teller teller) { m_teller = std::move(teller); }
    /// Shows whether the clock runs through the days by itself.
    void setPlaying(bool isPlaying);

signals:
    /// The user set a day, or kNoDay.
    void dayChosen(ochain::Day day);
    /// The user asked for the next (+1) or previous (-1) day on which something became known.
    void stepAsked(int direction);
    /// The user wants the clock to run through these days, or to stop.
    void playAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void readText();
    void showCalendar();
    void choose(Day day);
    void markWrong(const QString& message);
    void sayNews(QToolButton& button) const;

    QToolButton* m_previous;
    QLineEdit* m_edit;
    QToolButton* m_next;
    QToolButton* m_play;
    QToolButton* m_calendar;
    QToolButton* m_clear;
    FieldNote* m_note;
    Teller m_teller;
    Day m_day = kNoDay;
    bool m_isPlaying = false;
};

} // namespace ochain
