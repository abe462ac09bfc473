// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "forms/unsaved_text.h"

#include <QFrame>
#include <QList>
#include <QPointer>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;

namespace ochain {

/// A part of a form about what belongs to the row shown: its sources, its tranches, its metrics.
class FormCard : public QFrame {
    Q_OBJECT
public:
    /// @param document  may be null; must outlive the next call
    virtual void setDocument(Document* document) = 0;
    virtual void setRow(std::optional<RowRef> row) = 0;
    /// Whether the form can be seen: while it cannot, edits cost the card nothing, and it catches up when it can.
    void setLookedAt(bool isLookedAt);
    /// What was typed into it and not added.
    [[nodiscard]] virtual std::vector<UnsavedText> unsaved() const { return {}; }

signals:
    /// The file could not take an edit; what was typed stays.
    void notSaved(const QString& why);
    /// What was typed into a cell was not taken, and is said here alone.
    void refused(const QString& why);
    /// The user wants to see another row.
    void rowWanted(const ochain::RowRef& row);

protected:
    /// @param name  of what a card is about, as object names have it: "source"
    explicit FormCard(const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] Document* document() const noexcept { return m_document; }
    [[nodiscard]] QLabel* caption() const noexcept { return m_caption; }
    [[nodiscard]] QLabel* note() const noexcept { return m_note; }
    /// Under the card: how something reads, or what is wrong; empty takes it away.
    void showNote(const QString& text, bool isWrong);
    /// Such a text, of a line that somebody has typed into; nothing if nobody has.
    [[nodiscard]] static std::vector<UnsavedText> unsavedIn(const QList<const QLineEdit*>& lines, const QString& row,
                                                            const QString& why);
    /// Applies an edit with the usual author and reason, or says why not.
    bool apply(Edit edit);
    void follow(Document* document) { m_document = document; }
    [[nodiscard]] bool isLookedAt() const noexcept { return m_isLookedAt; }
    /// To be called when what the card shows has changed: shows it anew, now or once the form is looked at.
    void askRefresh();
    /// Shows what stands now.
    virtual void refresh() {}
    /// The form comes into sight or goes out of it.
    virtual void lookedAtChanged() {}

private:
    bool m_isLookedAt = false;
    bool m_isBehind = false; ///< a refresh was asked for while nobody looked
    QPointer<Document> m_document;
    QLabel* m_caption;
    QLabel* m_note;
};

} // namespace ochain
