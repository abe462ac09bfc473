// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "forms/unsaved_text.h"

#include <QPointer>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;

namespace ochain {

class ChangedOnLine;
class ClaimLines;
struct ChangeAnswers;

/// Under a field that has claims: "3 changes, 1 rival", which opens into its history and the rivals of it; and where it
/// was just edited, what makes a dated change of the edit. Sends its edits itself.
class ClaimsStrip final : public QWidget {
    Q_OBJECT
public:
    /// @param name    of the field's editor; those of the strip begin with it
    /// @param indent  of what stands in it, to be below the editor
    /// @param last    must outlive the strip
    ClaimsStrip(const QString& name, int indent, ChangeAnswers& last, QWidget* parent = nullptr);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    /// Shows what is claimed for a field of a row; hidden if that is nothing.
    /// @param caption  what stands before the counts; empty where the field stands right above
    /// @param before   what an edit just made has replaced
    void showClaims(RowRef row, Field field, const QString& caption, const std::optional<std::string>& before);
    /// Nothing is shown of any field.
    void clear();
    [[nodiscard]] std::vector<UnsavedText> unsaved() const;
    /// What can have the keyboard in it, as Tab reaches it.
    [[nodiscard]] QList<QWidget*> editors() const;

signals:
    /// The file could not take an edit.
    void notSaved(const QString& why);
    /// Esc, or it is done: the keyboard goes back to the field.
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void setOpen(bool isOpen);
    void keepAsChange(const Date& day, const QString& source, const QString& address, const QString& title);
    [[nodiscard]] QString apply(const tl::expected<Edit, Problem>& edit);
    void change(const tl::expected<Edit, Problem>& edit);

    QPointer<Document> m_document;
    std::optional<RowRef> m_row;
    Field m_field = 0;
    QString m_caption;
    std::optional<std::string> m_before;
    QPushButton* m_fold;
    ClaimLines* m_lines;
    ChangedOnLine* m_changed;
    QLabel* m_problem;
    bool m_isOpen = false;
};

} // namespace ochain
