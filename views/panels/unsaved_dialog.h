// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/unsaved_text.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace ochain {

/// Asks before something that was typed would be lost: says what and why it is not saved. Esc, closing it and its first
/// button go back to the field.
class UnsavedDialog final : public QDialog {
    Q_OBJECT
public:
    explicit UnsavedDialog(QWidget* parent);

    /// @param whyOfFile  why the file takes nothing; for those that say nothing themselves
    void setTexts(const std::vector<UnsavedText>& texts, const QString& whyOfFile);

signals:
    void saveWanted();
    void discardWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] QWidget* createList(const std::vector<UnsavedText>& texts, const QString& whyOfFile) const;

    QLabel* m_title;
    QScrollArea* m_scroll;
    QPushButton* m_back;
    QPushButton* m_save;
    QPushButton* m_discard;
};

} // namespace ochain
