// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "scenarios/value_scale.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <string>

class QLabel;
class QSlider;
class QToolButton;

namespace ochain {

class FieldRow;

/// A field that is overridden: whose it is, what it has instead (typed as in a form, or moved with a slider where it
/// has a scale), and below that what the base has and who says so.
class WhatIfLine final : public QWidget {
    Q_OBJECT
public:
    /// @param document  must outlive it
    /// @param number    of the line, from 0: its editors are named by it
    WhatIfLine(Document& document, RowRef row, Field field, int number, QWidget* parent = nullptr);

    [[nodiscard]] RowRef row() const noexcept { return m_row; }
    [[nodiscard]] Field field() const noexcept { return m_field; }
    /// Shows what the field is overridden with now, without a signal; what is being typed stays.
    void showValue(const std::string& value);
    /// Shows why a value was not taken.
    void showProblem(const QString& why);
    void retranslate();
    void takeKeyboard();
    /// What can have the keyboard in it, as Tab reaches it.
    [[nodiscard]] QList<QWidget*> stops() const;

signals:
    /// Other values are to be tried: of the field, and of others of its row that what was typed tells as well.
    void valuesWanted(const ochain::Overrides& values);
    /// The hand has let go of what it moved or typed.
    void settled();
    void removeWanted();

private:
    void createEditor(int number);
    void createSlider(int number);
    void layOut();
    void moveTo(int place);
    void placeSlider(const std::string& value);
    void judge(const QString& text);
    void take();
    void restore();
    [[nodiscard]] QString shownValue() const;

    Document& m_document;
    RowRef m_row;
    Field m_field;
    std::string m_value;
    std::optional<ValueScale> m_scale;
    bool m_isTyped = false; ///< and not taken
    QLabel* m_name;
    QToolButton* m_remove;
    FieldRow* m_editor;
    QSlider* m_slider;
    QLabel* m_base;
};

} // namespace ochain
