// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "editing/row_draft.h"

#include <QPointer>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ochain {

/// The drafts of a form: of the row it shows, or of a new one, and of rows shown before. Takes a draft to an edit of
/// the document and says what came of it. What could not be taken over stays in the draft.
class RowDrafts {
public:
    explicit RowDrafts(Table table) : m_draft(table) {}

    /// Forgets all that was typed.
    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);

    /// Goes on with what was typed about a row before.
    void show(RowRef row);
    /// Goes on with a new row, or begins one with what such rows usually have.
    void beginNew();
    /// Gives the new row up.
    void dropNew();
    /// The row shown is no longer in the chain.
    void leaveRow();
    /// An edit has come into the chain: drafts learn who has changed what they are about and follow their rows to other
    /// keys. What was typed about a row that it erases goes with that row; if others erased it, it is kept, for the row
    /// may come back.
    /// @return drafts of rows that others erased
    std::vector<RowDraft> follow(const Edit& edit, bool isOthers);

    /// All that somebody has typed something into, the one shown first.
    [[nodiscard]] std::vector<RowDraft> touched() const;
    /// Takes over what can be of drafts that are not shown.
    void saveKept();

    /// The row shown; nothing while a new row is a draft.
    [[nodiscard]] const std::optional<RowRef>& row() const noexcept { return m_row; }
    [[nodiscard]] bool isNew() const noexcept { return m_draft.isNew() && m_isDrafting; }
    [[nodiscard]] const RowDraft& draft() const noexcept { return m_draft; }
    [[nodiscard]] RowDraft& draft() noexcept { return m_draft; }
    /// The row has been looked away from: what is done to it from now on is no part of entering it.
    void endEntering() { m_entered.reset(); }
    /// While an edit of a draft is announced, and the new row it made becomes what is selected.
    [[nodiscard]] bool isCommitting() const noexcept { return m_isCommitting; }

    /// What an edit of all that can be read of the draft would do; found out by one trial. Nothing for a new row that
    /// does not have all it needs.
    [[nodiscard]] std::optional<Tried> tryOut() const;

    /// Why fields were not taken over.
    struct NotTaken {
        std::optional<Problem> unclear;           ///< no edit can be made of them, or
        std::optional<Document::Refused> refused; ///< the document refused it: tryOut() tells what it would break
    };
    /// Takes fields over into the chain; a new row is selected then.
    [[nodiscard]] tl::expected<void, NotTaken> commit(const std::vector<Field>& fields);

private:
    void putAway();
    [[nodiscard]] tl::expected<void, Document::Refused> apply(Edit edit);
    void takeOver(const std::string& key, const std::vector<Field>& fields);
    void saveKept(RowDraft& draft);
    [[nodiscard]] bool isShown(const RowDraft& draft) const;

    QPointer<Document> m_document;
    std::optional<RowRef> m_row;
    RowDraft m_draft;
    bool m_isDrafting = false;              ///< a new row, not nothing at all
    std::map<std::string, RowDraft> m_kept; ///< drafts of rows that are not shown now, by key
    bool m_isCommitting = false;
    /// A row that is being entered.
    struct Entered {
        std::string why;        ///< it was added
        std::set<Field> fields; ///< that somebody has given, there or since
        [[nodiscard]] bool gives(const std::vector<Field>& some) const;
    };
    [[nodiscard]] std::set<Field> typedAmong(const std::vector<Field>& fields) const;
    std::optional<Entered> m_entered; ///< the row shown, while it is
};

} // namespace ochain
