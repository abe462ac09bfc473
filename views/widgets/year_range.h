// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ochain {

class FieldNote;

/// The years a chart shows, from one to another; an empty field is open. What is asked for is marked if it is no year
/// of the chain.
class YearRange final : public QWidget {
    Q_OBJECT
public:
    using Year = std::optional<int>;

    /// @param name  the object names of its fields begin with it
    YearRange(const QString& name, QWidget* parent);

    /// The years that may be chosen: those of the calendar. last < first: there are none.
    void setLimits(int first, int last);
    /// What is chosen, and in the empty fields what is shown without a choice.
    void setYears(Year from, Year to);
    void setShown(Year first, Year last);
    void retranslate();

signals:
    /// After another range was typed, or taken away.
    void chosen(std::optional<int> from, std::optional<int> to);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void read();
    void showYears();
    [[nodiscard]] bool mark(QLineEdit* edit, bool isWrong) const;

    QLabel* m_caption;
    QLineEdit* m_from;
    QLabel* m_dash;
    QLineEdit* m_to;
    QToolButton* m_clear;
    FieldNote* m_note;
    int m_first = 0;
    int m_last = -1;
    Year m_chosenFrom, m_chosenTo;
};

} // namespace ochain
