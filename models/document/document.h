// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "document/impact.h"
#include "rollups/rollups.h"
#include "rollups/snapshot.h"
#include "scenarios/overrides.h"
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

/// The lens of the window: that of the rollups, the period looked at and the scenario that is viewed.
struct ViewLens {
    Lens lens;
    Period period;         ///< a year or a quarter of the calendar
    ScenarioId scenario{}; ///< unset: the base
    /// Whether each figure of a period is the same through the other, as long as nothing is tried.
    [[nodiscard]] bool hasFiguresOf(const ViewLens& other) const noexcept
    {
        return lens == other.lens && scenario == other.scenario;
    }
    bool operator==(const ViewLens&) const = default;
};

/// What figures are read from: chain and rollups that belong together, with what is overridden.
struct ViewedChain {
    const Chain& chain;
    const Rollups& rollups;
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

    /// The base: what the file holds, and what is edited.
    [[nodiscard]] const Chain& chain() const noexcept;
    /// Of the base under the lens; rollups that also hold what its overlap setting hides are computed by whoever needs
    /// them.
    [[nodiscard]] const Rollups& rollups() const noexcept;
    /// What is looked at: the base itself, or beside it the same with the fields that a scenario or a trial overrides.
    /// Rows have the same ids in both. Every figure shown is read from here, every field that can be edited from
    /// chain().
    [[nodiscard]] ViewedChain viewed() const noexcept;
    /// The fields that are overridden in what is viewed.
    [[nodiscard]] const Overrides& overrides() const noexcept;
    /// Whether these are being tried, and so are not, or not only, what the scenario of the lens keeps.
    [[nodiscard]] bool isTrying() const noexcept;
    /// Whether what is typed into forms is meant for the scenario that is viewed, not for the base.
    [[nodiscard]] bool isEditingScenario() const noexcept;
    [[nodiscard]] const ViewLens& lens() const noexcept;
    [[nodiscard]] const Selection& selection() const noexcept;
    [[nodiscard]] const std::filesystem::path& file() const noexcept;
    [[nodiscard]] bool isReadOnly() const noexcept;
    [[nodiscard]] const Sentence& readOnlyReason() const noexcept;
    /// What loading found wrong.
    [[nodiscard]] const Problems& loadProblems() const noexcept;

    /// Chain and rollups of the base as they are now, for work on another thread: they stay so whatever is edited
    /// meanwhile.
    [[nodiscard]] SharedSnapshot snapshot() const;
    /// The same of what is viewed.
    [[nodiscard]] SharedSnapshot viewedSnapshot() const;
    /// What is viewed as it was before the edit that undo() would take back; null if there is none, its rows have
    /// changed since, or what is overridden does not fit it.
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

    /// What if: overrides these fields in what is viewed and no others. Nothing is written; figures follow at once, by
    /// what differs from before alone. @return what refuses them; then all is as it was
    [[nodiscard]] Problems tryOverrides(Overrides overrides);
    /// Back to what the scenario of the lens keeps, or to the base.
    void endTrial();
    /// Begins or ends editing the scenario that is viewed; does nothing if none is, or the file takes no edits. It ends
    /// by itself when another one is viewed.
    void setEditingScenario(bool isEditing);

    /// Changes lens, period or scenario; another scenario ends a trial. A period outside the calendar is moved into it,
    /// to the nearest year; a scenario that the rules refuse is not viewed, and failed() tells why. A new lens
    /// recomputes the rollups (`progress` false: cancelled, the old lens stays).
    bool setLens(const ViewLens& lens, const Progress& progress = {});
    /// The same with rollups that were computed elsewhere, under that lens and from the base as it is.
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
    /// After other fields were overridden in what is viewed, with what moved there: chain, file and history are as they
    /// were. What an edit moves in it changed() tells too.
    void viewedChanged(const ochain::Changed& changed);
    /// After what is overridden changed, whether it is a trial, or whether the scenario is being edited.
    void overridesChanged();
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
    void lookThrough(const ViewLens& lens, bool isComputed);
    /// Announces what moved in what is viewed alone.
    void tellViewed(const Changed& moved);
    void tellRefused(const Problems& problems);
    /// Keeps period and selection valid after an edit.
    void followChange(const Edit& edit, const ViewLens& before);
    /// Keeps the period in the calendar of what is viewed, and tells if the lens is another than before.
    void keepPeriod(const ViewLens& before);
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
