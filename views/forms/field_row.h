// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace ochain {

class ChoiceBox;
class Proposals;
class RowListEdit;

/// One field of a form: its label, its editor, and under it how the input reads or what is wrong with it. The form
/// decides what is shown; the row reports typing, leaving and Esc.
class FieldRow final : public QWidget {
    Q_OBJECT
public:
    /// Wrapped: one paragraph over two lines, such as a title; Text may have several.
    enum class Kind { Line, Choice, Wrapped, Text, Rows };
    static constexpr int kLabelWidth = 88;

    /// @param name  object name of the editor
    FieldRow(Kind kind, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const; ///< of a choice: the data of the item chosen, else what is half typed
    /// Shows a value without signals; the cursor stays if the text does.
    void setText(const QString& text);
    void setLabel(const QString& label);
    void setPlaceholder(const QString& text);
    /// @param items  data and text of each
    void setChoices(const QList<std::pair<QString, QString>>& items);
    void setReadOnly(bool isReadOnly);
    /// Of a line: proposes texts while one types; any other text is as good.
    void setProposals(std::function<QStringList()> texts);

    /// "reads as 7.0 GW; was 6.0 GW"; empty takes it away.
    void showEcho(const QString& text);
    /// A red frame and what is wrong.
    void showProblem(const QString& text);
    [[nodiscard]] bool isWrong() const noexcept { return m_isWrong; }
    [[nodiscard]] QString note() const;

    [[nodiscard]] QWidget* editor() const noexcept { return m_editor; }
    [[nodiscard]] QLineEdit* line() const noexcept { return m_line; }
    [[nodiscard]] RowListEdit* rows() const noexcept { return m_rows; }

signals:
    void edited(const QString& text);
    /// The field was left or Enter was pressed: commit it if it is valid.
    void left();
    void restoreAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createEditor(Kind kind, const QString& name);
    void createTextEditor(int lines);
    void showNote(const QString& text, bool isWrong);

    QLabel* m_label;
    QWidget* m_editor = nullptr;
    QLineEdit* m_line = nullptr; ///< also the one of a list of rows
    ChoiceBox* m_choice = nullptr;
    Proposals* m_proposals = nullptr;
    QPlainTextEdit* m_text = nullptr;
    RowListEdit* m_rows = nullptr;
    QLabel* m_note;
    bool m_isWrong = false;
    bool m_isOneParagraph = false;
    bool m_isEdited = false; ///< typed into since the last setText(): then undo is the editor's own
};

} // namespace ochain
