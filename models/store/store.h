// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/error.h"
#include "chain/progress.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ochain {

/// What came out of a file: the chain as far as it could be read and what is wrong with it. With problems the file is
/// to be opened read-only.
struct Loaded {
    Chain chain;
    Problems problems;    ///< of severity Error, damaged pages and a foreign schema among them
    std::int64_t seq = 0; ///< of the last journal entry that the chain holds
};

/// How closely a file is looked at when it is loaded: Whole looks through every page and index whatever the file's
/// size, which Quick does of small files only. What rows should be say their digests, in both.
enum class Look { Quick, Whole };

/// An edit of the journal with where it stands in the undo history.
struct JournalEntry {
    Edit edit;
    bool isUndone = false; ///< a change that an undo has taken back (and no redo brought again)
};

/// One chain file: rows and journal. A commit is one transaction that writes both, so that after kill -9 the file holds
/// an edit wholly or not at all. Several stores, in one process or many, may have the same file open. Names no SQLite
/// type, so that a shared server can stand behind it later.
class Store {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens a chain file; an older schema is migrated after a backup beside it. Errors, each with its own sentence:
    /// missing, a directory, empty, not SQLite, not ours, newer, damaged, read-only (opens for reading: see
    /// isReadOnly), locked, disk full; `progress` is told of a migration, and may give it up (Cancelled).
    [[nodiscard]] static Result<std::unique_ptr<Store>>
    open(const std::filesystem::path& file, Access access = Access::ReadWrite, const Progress& progress = {});
    /// Makes a new chain file from a chain without rows in the journal; an existing file is refused (`replace` takes
    /// its place at once, whole or not at all).
    [[nodiscard]] static Result<void> create(const std::filesystem::path& file, const Chain& chain,
                                             bool replace = false);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const noexcept;
    [[nodiscard]] bool isReadOnly() const noexcept;
    /// Why the file is open read-only; empty otherwise.
    [[nodiscard]] const Sentence& readOnlyReason() const noexcept;

    /// Asked now and then, from the thread that waits, while the file is read or written for long: what is under way
    /// when it is false is given up as a whole (Cancelled).
    void setGoesOn(std::function<bool()> goesOn);
    [[nodiscard]] Result<Loaded> load(const Progress& progress = {}, Look look = Look::Quick);

    /// Accepts what another program has changed in the file as what it says, with an entry in the journal that has what
    /// is known of it. It is what the last load() found, which must have looked at the whole and found nothing else
    /// wrong. NotFound: there is nothing to accept. Corrupt, InvalidInput: there is more to it. Conflict: changed
    /// since.
    [[nodiscard]] Result<Edit> accept(const std::string& author, const std::string& why);

    /// Writes an edit with its journal entry, durably. The caller's chain must stand at `basedOn` (the seq it last
    /// loaded or took): if the journal has moved on, Conflict, and nothing is written; catch up with changesSince() and
    /// try again.
    /// @return the edit as the journal has it: seq, time, rowids
    [[nodiscard]] Result<Edit> commit(const Edit& edit, std::int64_t basedOn);

    /// Edits after seq, oldest first.
    [[nodiscard]] Result<std::vector<Edit>> changesSince(std::int64_t seq);
    /// The seq of the last edit; cheap enough to ask twice a second.
    [[nodiscard]] Result<std::int64_t> lastSeq();
    /// The newest entries, newest first.
    /// @param most  at most so many; 0: all
    [[nodiscard]] Result<std::vector<JournalEntry>> journal(std::size_t most = 0);
    /// The edit that undo() takes back next, as the edit to apply (kind Undo, of = its seq); NotFound if there is none.
    [[nodiscard]] Result<Edit> nextUndo();
    /// The edit that takes back this one alone, whatever came after it (kind Undo, of = seq). Whether it still applies
    /// to the chain is up to the caller. NotFound: it has been undone, or is no change of its own.
    [[nodiscard]] Result<Edit> undoOf(std::int64_t seq);
    /// The edit that redo brings again (kind Redo); NotFound if there is none, as after any new change.
    [[nodiscard]] Result<Edit> nextRedo();

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> data);
    std::unique_ptr<Private> m_private;
};

} // namespace ochain
