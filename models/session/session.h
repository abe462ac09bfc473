// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/progress.h"
#include "rollups/rollups.h"
#include "rollups/snapshot.h"
#include "store/store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace ochain {

class DailyBackup;

/// Why an edit was not made; nothing has changed anywhere.
struct Refused {
    Problems problems;          ///< the edit broke rules, or
    std::optional<Error> error; ///< the file could not take it
};

/// What a session tells while it works, on the thread that works. Each may be empty; none may make edits.
struct SessionEvents {
    /// Before an edit that stands in the file, of this session or of others, comes into chain and rollups.
    std::function<void(const Edit&)> aboutToTake;
    /// After that.
    std::function<void(const Changed&)> taken;
    /// What others have written cannot be read, or does not fit.
    std::function<void(const Error&)> failed;
    /// After an edit of this session stands in the file, before it comes into chain and rollups.
    std::function<void(std::int64_t seq)> written;
    /// There is no backup of the state before today's edits; they are saved all the same. Told once.
    std::function<void(const Error&)> backupFailed;
    /// Asked now and then while an edit is tried and written: false gives it up (Cancelled).
    std::function<bool()> goesOn;
};

/// An open chain file: store, chain and rollups together, and the one way an edit goes into them. Several sessions, in
/// one process or many, may have the same file open. For one thread at a time.
class Session {
public:
    /// Makes an edit from the chain as it is, or says why not; called again whenever others were faster.
    using MakeEdit = std::function<tl::expected<Edit, Refused>(const Chain&)>;

    /// Does what it is given on another thread and returns when that has ended. Meanwhile chain and rollups may be
    /// read, and nothing else be asked of the session.
    using Beside = std::function<void(const std::function<void()>&)>;

    /// Opens and loads a file. Its rollups are empty, and cost nothing, until compute(). `progress` as in Store::load.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const std::filesystem::path& file,
                                                               Store::Access access = Store::Access::ReadWrite,
                                                               const Progress& progress = {}, Look look = Look::Quick);
    /// Lets a backup that is under way come to its end.
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void setEvents(SessionEvents events);

    [[nodiscard]] const Chain& chain() const noexcept { return m_chain; }
    [[nodiscard]] const Rollups& rollups() const noexcept { return m_rollups; }
    [[nodiscard]] const std::filesystem::path& file() const noexcept { return m_store->file(); }
    /// What loading found wrong; then the session is read-only.
    [[nodiscard]] const Problems& loadProblems() const noexcept { return m_loadProblems; }
    [[nodiscard]] bool isReadOnly() const noexcept;
    /// Why; empty if it is not.
    [[nodiscard]] const Sentence& readOnlyReason() const noexcept;
    /// The journal's number of the last edit that is in memory: right after an edit of this session that of it.
    [[nodiscard]] std::int64_t lastSeq() const noexcept { return m_seq; }
    /// The newest edits, newest first. @param most  at most so many; 0: all
    [[nodiscard]] Result<std::vector<JournalEntry>> history(std::size_t most = 0) { return m_store->journal(most); }

    /// Computes the rollups under a lens; from then on every edit keeps them up to date.
    /// @return false: `progress` cancelled it, and they are as they were
    bool compute(const Lens& lens, const Progress& progress = {});
    /// Takes over rollups that were computed elsewhere from this chain as it is.
    void setRollups(Rollups rollups);

    /// Chain and rollups as they are now, to be read on any thread while this session goes on.
    [[nodiscard]] Snapshot snapshot() const { return {m_chain, m_rollups}; }
    /// What would refuse the edit now.
    [[nodiscard]] Problems validate(const Edit& edit) const;
    /// The same, with the rollups, which must have been computed: `look` gets a snapshot that has the edit.
    [[nodiscard]] Problems tryOut(const Edit& edit,
                                  const std::function<void(const Snapshot&, const Changed&)>& look) const;

    /// Applies an edit to chain and rollups alone, as the overrides of a scenario are: the file has nothing of it, so
    /// the session is read-only from then on.
    [[nodiscard]] Problems assume(Edit edit);

    /// Accepts what another program changed in the file, as Store::accept(); to be opened anew then.
    [[nodiscard]] Result<Edit> accept(const std::string& why);

    /// Validates, commits and applies an edit: on the disk, in the chain and in the rollups when it returns what moved
    /// (without rollups the edit alone); refused, nothing has changed. Who made it is filled in if it does not say. An
    /// edit without changes is not written.
    /// @param beside  if it is given, what takes longest of a large edit is done by it: judging it by bringing it into
    /// a
    ///                snapshot, and writing it; what is left is that the snapshot takes the place of chain and rollups
    [[nodiscard]] tl::expected<Changed, Refused> apply(const Edit& edit, const Beside& beside = {});
    /// The same for an edit that must be made anew when others were faster.
    [[nodiscard]] tl::expected<Changed, Refused> apply(const MakeEdit& make, const Beside& beside = {});
    /// As apply(), with what undo takes back next or redo brings again; NotFound if there is none.
    [[nodiscard]] tl::expected<Changed, Refused> undo();
    [[nodiscard]] tl::expected<Changed, Refused> redo();
    /// Undoes this edit and no other: refused, with what is in the way, unless it is the one that undo() takes back.
    [[nodiscard]] tl::expected<Changed, Refused> undoEdit(std::int64_t seq);
    /// The edit that takes back this one alone, whatever came after it, for apply() or to be tried: NotFound if it has
    /// been undone, or is no change of its own.
    [[nodiscard]] Result<Edit> undoOf(std::int64_t seq) { return m_store->undoOf(seq); }
    /// The edits that undo() and redo() would make; asked of the file once after each edit.
    [[nodiscard]] const Result<Edit>& nextUndo();
    [[nodiscard]] const Result<Edit>& nextRedo();

    /// Whether the edit that is coming in, as taken() is told, is one of others.
    [[nodiscard]] bool isCatchingUp() const noexcept { return m_isCatchingUp; }
    /// Takes over what others have written to the file since.
    /// @return how many edits of theirs came in; what stopped the rest is told by failed()
    int catchUp();

private:
    Session(std::unique_ptr<Store> store, Loaded loaded);
    /// Chain and rollups with an edit that is not taken in yet, and what it moved.
    struct Ahead {
        Snapshot now;
        Changed changed;
    };
    /// An edit that stands in the file, as the journal has it.
    struct Written {
        Edit edit;
        std::optional<Ahead> ahead; ///< to take the place of chain and rollups; else it is to be applied to them
    };
    /// Validates and commits.
    [[nodiscard]] tl::expected<Written, Refused> write(const Edit& edit);
    /// The same by applying the edit to a snapshot, on any thread while this session is only read.
    [[nodiscard]] tl::expected<Written, Refused> writeAhead(const Edit& edit);
    [[nodiscard]] tl::expected<Written, Refused> commit(const Edit& edit);
    /// Brings an edit that stands in the file into chain and rollups.
    [[nodiscard]] Result<Changed> take(Written written);
    [[nodiscard]] tl::expected<Changed, Problems> takeIn(Written written);
    /// Applies an edit to a chain, and to its rollups if there are any.
    [[nodiscard]] tl::expected<Changed, Problems> applied(Chain& chain, Rollups& rollups, Edit edit) const;
    void tellOfBackup();

    std::unique_ptr<Store> m_store;
    std::unique_ptr<DailyBackup> m_backup; ///< must end before the store does
    Chain m_chain;
    Rollups m_rollups;
    bool m_hasRollups = false;
    bool m_isCatchingUp = false;
    Problems m_loadProblems;
    std::int64_t m_seq;
    /// Why chain and file have come apart, if they have: then nothing is written or caught up with any more.
    std::optional<Sentence> m_apartReason;
    std::optional<Result<Edit>> m_nextUndo;
    std::optional<Result<Edit>> m_nextRedo;
    SessionEvents m_events;
};

} // namespace ochain
