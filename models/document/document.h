// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "document/impact.h"
#include "rollups/rollups.h"
#include "rollups/snapshot.h"
#include "schedule/lens.h"
#include "session/session.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ochain {

class SecondLens;

/// The lens of the window: that of the rollups and the period looked at.
struct ViewLens {
    Lens lens;
    Period period; ///< a year or a quarter of the calendar
    bool operator==(const ViewLens&) const = default;
};

/// What is selected: a node, a tier or a deal, or nothing.
struct Selection {
    std::optional<RowRef>
        row; ///< of table Nodes, Tiers or Deals (or Events, Sources, Metrics when chosen in a table); always alive
    bool operator==(const Selection&) const = default;
};

/// What an edit would do if it were applied.
struct Tried {
    Problems problems;            ///< what would refuse it
    std::optional<Impact> impact; ///< what it would move, exactly; see Document::tryOut()
};

/// One open chain file as a QObject: its session, lens and selection. The only place where file and graph meet;
/// everything on screen reads from it, sends it Edits and listens to its signals. Lives on the GUI thread; owns all its
/// parts.
class Document final : public QObject {
    Q_OBJECT
public:
    using Refused = ochain::Refused;

    /// Opens and loads a file and computes its rollups; on any thread, as no QObject is made. `progress` as in
    /// Store::load.
    [[nodiscard]] static Result<std::unique_ptr<Session>> openSession(const std::filesystem::path& file,
                                                                      const Progress& progress = {});
    /// The same as a document.
    [[nodiscard]] static Result<std::unique_ptr<Document>> open(const std::filesystem::path& file,
                                                                const Progress& progress = {});
    /// @param session  with rollups, under the lens of nothing chosen yet
    explicit Document(std::unique_ptr<Session> session);
    ~Document() override;

    [[nodiscard]] const Chain& chain() const noexcept;
    /// Under the lens; rollups that also hold what its overlap setting hides are computed by whoever needs them.
    [[nodiscard]] const Rollups& rollups() const noexcept;
    [[nodiscard]] const ViewLens& lens() const noexcept;
    [[nodiscard]] const Selection& selection() const noexcept;
    [[nodiscard]] const std::filesystem::path& file() const noexcept;
    [[nodiscard]] bool isReadOnly() const noexcept;
    [[nodiscard]] const Sentence& readOnlyReason() const noexcept;
    /// What loading found wrong.
    [[nodiscard]] const Problems& loadProblems() const noexcept;

    /// Chain and rollups as they are now, for work on another thread: they stay so whatever is edited meanwhile.
    [[nodiscard]] SharedSnapshot snapshot() const;
    /// The same as they were before the edit that undo() would take back; null if there is none, or its rows have
    /// changed since.
    [[nodiscard]] SharedSnapshot beforeLastEdit() const;
    /// What the lens is compared with.
    [[nodiscard]] SecondLens& second() const noexcept;
    /// What would refuse the edit now. It is tried on a snapshot; nothing is written or announced.
    [[nodiscard]] Problems validate(const Edit& edit) const;
    /// The same, and from the same trial what the edit would move; a form asks this at every key. Without the impact if
    /// the edit would be refused, erases rows, or could cost a full recomputation of a large chain (one that moves
    /// calendar, weights, kinds, tiers or parents).
    [[nodiscard]] Tried tryOut(const Edit& edit) const;
    /// How many edits were tried so far.
    [[nodiscard]] std::size_t trials() const noexcept;
    /// Validates, commits and applies an edit: on the disk and in every figure when this returns true; otherwise
    /// nothing has changed anywhere, and what is returned says why. Author and reason are filled in if the edit has
    /// none.
    /// @param beside  for a large edit: see Session::apply(); until it ends nothing but reading is allowed, and
    ///                catchUp() does nothing
    [[nodiscard]] tl::expected<void, Refused> apply(Edit edit, const Session::Beside& beside = {});
    /// Takes back the last edit, or all by which a row was entered (document/entered_rows.h).
    [[nodiscard]] tl::expected<void, Refused> undo();
    /// Does that again.
    [[nodiscard]] tl::expected<void, Refused> redo();
    /// Undoes this edit and no other: refused, with what is in the way, unless it is the one that undo() takes back.
    [[nodiscard]] tl::expected<void, Refused> undoEdit(std::int64_t seq);
    /// The edit that takes back this one alone, whatever came after it, for apply(), which refuses it where rows have
    /// changed since. NotFound: it has been undone, or is no change of its own.
    [[nodiscard]] Result<Edit> undoOf(std::int64_t seq);
    /// The journal's number of the last edit that is in memory: right after apply() that of this edit.
    [[nodiscard]] std::int64_t lastSeq() const noexcept;
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    /// What undo would take back, and redo bring again: the `why` of that edit; empty if none.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    [[nodiscard]] Result<std::vector<JournalEntry>> history(std::size_t most = 0);
    /// Takes over what others have written to the file since; called by a timer of the window and before each commit.
    /// @return how many edits of others came in; on a failure 0, and failed() tells why
    int catchUp();
    /// From inside changed(): whether the edit is one of others, which has come in from the file.
    [[nodiscard]] bool isOthers() const noexcept;
    /// What the last edit (own, undone or of another window) moved; empty after loading.
    [[nodiscard]] const Impact& lastImpact() const noexcept;

    /// Changes lens or period (a period outside the calendar is moved into it, to the nearest year); a new lens
    /// recomputes the rollups (`progress` false: cancelled, the old lens stays).
    bool setLens(const ViewLens& lens, const Progress& progress = {});
    /// The same with rollups that were computed elsewhere, under that lens and from this chain as it is.
    void setLens(const ViewLens& lens, Rollups rollups);
    /// From inside changed() it does nothing: what is selected is chosen, not left over.
    void select(std::optional<RowRef> row);

signals:
    /// Before an edit comes into chain and rollups, or others take the place of the rollups. Whoever reads them in
    /// place on another thread, not on a snapshot, must have stopped when its slot returns.
    void aboutToChange();
    /// After an edit (own, undone, or another window's) stands on disk, in the chain and in the rollups. Listeners may
    /// read everything; they must not apply edits from inside.
    void changed(const ochain::Changed& changed);
    /// After an edit of ours (own, undone or done again) was taken by the file: after changed(), which those of others
    /// send too.
    void saved();
    /// After lens or period changed and all figures follow the new one.
    void lensChanged(const ochain::ViewLens& before);
    void selectionChanged();
    /// Whether there is something to undo or redo, or what it is called, may have changed: after changed().
    void undoStateChanged();
    /// Something went wrong outside any call, such as a file that cannot be read any more.
    void failed(const ochain::Error& error);
    /// There is no backup of the state before today's edits; they are saved all the same. Once for a document.
    void backupFailed(const ochain::Error& error);

private:
    struct Private;
    [[nodiscard]] SessionEvents events();
    /// Tells that an edit of ours was taken by the file.
    [[nodiscard]] tl::expected<void, Refused> finish(const tl::expected<Changed, Refused>& done);
    /// Makes several edits of which lastImpact() tells together.
    [[nodiscard]] tl::expected<void, Refused> asOneStep(const std::function<tl::expected<void, Refused>()>& step);
    /// Follows and announces an edit that has come into chain and rollups.
    void announce(const Changed& change);
    void lookThrough(const ViewLens& lens);
    /// Keeps period and selection valid after an edit.
    void followChange(const Edit& edit);
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
