// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include "chain/field_reader.h"
#include "store/copies.h"
#include "store/creation.h"
#include "store/journal.h"
#include "store/loading.h"
#include "store/opening.h"
#include "store/row_writer.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace ochain {

/// The statements must go before the connection: the members' order sees to it.
struct Store::Private {
    explicit Private(Opened opened)
        : connection(std::move(opened.connection)), version(opened.version),
          readOnlyReason(std::move(opened.readOnlyReason)), rows(connection.handle()), journal(connection.handle())
    {}

    Connection connection;
    int version;
    Sentence readOnlyReason;
    RowWriter rows;
    Journal journal;
    RawStatement begin, commit, rollback;
    bool isApart = false; ///< others go on with a log of theirs

    [[nodiscard]] bool isReadOnly() const noexcept { return readOnlyReason.format[0] != '\0'; }
    template <class Work>
    [[nodiscard]] auto guard(Work&& work) -> decltype(work())
    {
        return guarded(connection.file(), connection.handle(), std::forward<Work>(work));
    }
    void prepare();
    /// Whether the log is still the one that everybody writes to; if not, and it cannot be brought in, the store is
    /// read-only from then on.
    Result<void> holdLog();
    Sentence putAside();
    Result<void> holdPlace();
    /// What became of an edit whose COMMIT failed with `why`.
    Result<Edit> settle(const Edit& edit, Error why);
    Result<Edit> write(Edit edit, std::int64_t basedOn);
    Result<void> holdReferences();
    /// Whether SQLite itself refuses what would refer to nothing.
    void keepReferences(bool isKept)
    {
        sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_ENABLE_FKEY, isKept ? 1 : 0, nullptr);
    }
    Result<Edit> toApply(std::optional<std::int64_t> seq, EditKind kind);
};

namespace {

bool movesRows(const Edit& edit)
{
    return std::any_of(edit.changes.begin(), edit.changes.end(),
                       [](const RowChange& change) { return change.movedTo != 0; });
}

Result<void> checkTexts(const Edit& edit)
{
    for (const auto& [text, what] : {std::pair(&edit.why, QT_TRANSLATE_NOOP("Sentence", "the reason")),
                                     std::pair(&edit.author, QT_TRANSLATE_NOOP("Sentence", "the author"))})
        if (const std::optional<Sentence> fault = textProblem(*text, false))
            return tl::unexpected(Error{ErrorKind::InvalidInput, *fault, {}}.during(Sentence{what, {}}));
    return {};
}

/// Whether a COMMIT failed while it was writing: then it has not been written whole.
bool isOfWriting(int code)
{
    return (code & 0xFF) == SQLITE_FULL || code == SQLITE_IOERR_WRITE;
}

/// Whether what the journal has under a number is this edit, and not another's who was faster.
bool isSame(const std::optional<Edit>& found, const Edit& edit)
{
    return found && found->timeMs == edit.timeMs && found->author == edit.author && found->why == edit.why &&
           found->kind == edit.kind && found->changes.size() == edit.changes.size();
}

std::int64_t nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

Store::Store(std::unique_ptr<Private> data) : m_private(std::move(data))
{}

Store::~Store()
{
    const std::unique_ptr<Private> last = std::move(m_private);
    // No statement may be in the way when the journal mode changes.
    last->rows = RowWriter(nullptr);
    last->journal = Journal(nullptr);
    for (RawStatement* statement : {&last->begin, &last->commit, &last->rollback})
        *statement = RawStatement();
    // Where another program goes on with a log of its own, this one's must not be brought in over it.
    if (last->connection.hasLostLog() && !last->connection.mendLog())
        last->connection.leaveAllBeside();
    else
        last->connection.leaveWal();
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file, Access access)
{
    Result<Opened> opened = openChainFile(file, access);
    if (!opened)
        return tl::unexpected(std::move(opened.error()));
    return std::unique_ptr<Store>(new Store(std::make_unique<Private>(std::move(*opened))));
}

const std::filesystem::path& Store::file() const noexcept
{
    return m_private->connection.file();
}

bool Store::isReadOnly() const noexcept
{
    return m_private->isReadOnly();
}

const Sentence& Store::readOnlyReason() const noexcept
{
    return m_private->readOnlyReason;
}

Result<void> Store::create(const std::filesystem::path& file, const Chain& chain, bool replace)
{
    return createFile(file, chain, replace);
}

Result<Loaded> Store::load(const Progress& progress)
{
    Result<Loaded> loaded = loadChain(m_private->connection, m_private->version, progress);
    if (!loaded)
        return loaded;
    const auto damage = std::find_if(loaded->problems.begin(), loaded->problems.end(),
                                     [](const Problem& problem) { return problem.rule == Rule::Damaged; });
    if (damage != loaded->problems.end() && !isReadOnly())
        m_private->readOnlyReason = Sentence{
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” is damaged and opened for reading only; go back to a copy of it, or export what can be read and import that into a new file"),
            {file().string()}};
    return loaded;
}

void Store::Private::prepare()
{
    if (!begin.isNull())
        return;
    begin = RawStatement(connection.handle(), "BEGIN IMMEDIATE");
    commit = RawStatement(connection.handle(), "COMMIT");
    rollback = RawStatement(connection.handle(), "ROLLBACK");
}

Result<Edit> Store::Private::write(Edit edit, std::int64_t basedOn)
{
    const std::int64_t last = journal.lastSeq();
    if (last != basedOn)
        return failure(
            ErrorKind::Conflict,
            QT_TRANSLATE_NOOP("Sentence", "“{0}” was changed elsewhere meanwhile; look at the changes and try again"),
            connection.file().string());
    if (last < 0 || last >= kMaxRowid)
        return failure(
            ErrorKind::Corrupt,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "the journal of “{0}” has the number {1}, behind which there is no other; export the chain and make a new file from it"),
            connection.file().string(), std::to_string(last));
    if (const Result<void> written = rows.write(edit); !written)
        return tl::unexpected(written.error());
    if (movesRows(edit))
        if (const Result<void> held = holdReferences(); !held)
            return tl::unexpected(held.error());
    edit.seq = last + 1;
    if (edit.timeMs == 0)
        edit.timeMs = nowMs();
    journal.append(edit);
    return edit;
}

Result<void> Store::Private::holdReferences()
{
    RawStatement check(connection.handle(), "PRAGMA foreign_key_check");
    if (!check.step())
        return {};
    return failure(
        ErrorKind::InvalidInput,
        QT_TRANSLATE_NOOP("Sentence", "a row of {0} would refer to a row that is not there; nothing was changed"),
        check.text(0));
}

Result<void> Store::Private::holdLog()
{
    if (!connection.hasLostLog() || connection.hasMoved() || connection.mendLog())
        return {};
    if (!std::exchange(isApart, true))
        readOnlyReason = putAside();
    return tl::unexpected(Error{ErrorKind::ReadOnly, readOnlyReason, {}});
}

/// Keeps what this connection alone may have. @return why the file takes no edits any more
Sentence Store::Private::putAside()
{
    const std::string file = connection.file().string();
    const Result<std::filesystem::path> copy = guard([&]() -> Result<std::filesystem::path> {
        return copyBeside(connection.database(), connection.file(), "rescued");
    });
    if (copy)
        return {
            QT_TRANSLATE_NOOP(
                "Sentence",
                "what belongs to “{0}” beside it (-wal or -shm) was deleted or replaced since it was opened, and another program goes on with its own; what was in it here is in “{1}” with its history: open that, or save a copy, and go on there"),
            {file, copy->string()}};
    return {
        QT_TRANSLATE_NOOP(
            "Sentence",
            "what belongs to “{0}” beside it (-wal or -shm) was deleted or replaced since it was opened, and another program goes on with its own; save a copy under another name and go on there"),
        {file}};
}

Result<void> Store::Private::holdPlace()
{
    if (!connection.hasMoved())
        return {};
    return failure(
        ErrorKind::NotFound,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}” was moved, deleted or replaced since it was opened, and would not get this edit; save a copy under another name and go on there"),
        connection.file().string());
}

/// A commit that failed may be in the file all the same: what goes wrong is its syncing, or the removal of its journal.
Result<Edit> Store::Private::settle(const Edit& edit, Error why)
{
    const Result<bool> isThere = guard([&]() -> Result<bool> {
        if (journal.lastSeq() >= edit.seq)
            return isSame(journal.edit(edit.seq), edit);
        // Its frames may lie in the log whole, where the next to open the file would find them: something else takes
        // their place.
        if (connection.isInWal())
            connection.database().exec("PRAGMA user_version = " + std::to_string(version));
        return false;
    });
    if (isThere && *isThere)
        return edit;
    if (isThere)
        return tl::unexpected(std::move(why));
    return tl::unexpected(std::move(why).during(
        {QT_TRANSLATE_NOOP(
             "Sentence",
             "it is not known whether the edit is in the file; open it again and look before you make it anew"),
         {}}));
}

Result<Edit> Store::commit(const Edit& edit, std::int64_t basedOn)
{
    Private& data = *m_private;
    if (data.isReadOnly())
        return tl::unexpected(Error{ErrorKind::ReadOnly, data.readOnlyReason, {}});
    if (const Result<void> fits = checkTexts(edit); !fits)
        return tl::unexpected(fits.error());
    // Rows that change places are checked for what refers to them once, at the end, and not at each progress.
    const bool looksOnce = movesRows(edit);
    if (looksOnce)
        data.keepReferences(false);
    std::optional<Edit> doubtful; // whose COMMIT failed when all of it may have been written
    bool isOpen = false;
    bool hasLostLog = false;
    Result<Edit> written = data.guard([&]() -> Result<Edit> {
        data.prepare();
        data.begin.run();
        isOpen = true;
        if (const Result<void> held = data.holdPlace(); !held)
            return tl::unexpected(held.error());
        hasLostLog = data.connection.hasLostLog();
        if (hasLostLog)
            return tl::unexpected(Error{}); // it is settled below, outside the transaction
        Result<Edit> result = data.write(edit, basedOn);
        if (result)
            try {
                data.commit.run();
            } catch (const SQLite::Exception& failed) {
                if (!isOfWriting(failed.getExtendedErrorCode()))
                    doubtful = std::move(*result);
                throw;
            }
        return result;
    });
    if (!written && isOpen && sqlite3_get_autocommit(data.connection.handle()) == 0)
        static_cast<void>(data.guard([&]() -> Result<void> {
            data.rollback.run();
            return {};
        }));
    if (looksOnce)
        data.keepReferences(true);
    if (hasLostLog)
        return data.holdLog().and_then([&] { return commit(edit, basedOn); });
    return doubtful ? data.settle(*doubtful, std::move(written.error())) : written;
}

Result<std::vector<Edit>> Store::changesSince(std::int64_t seq)
{
    if (const Result<void> held = m_private->holdLog(); !held)
        return tl::unexpected(held.error());
    return m_private->guard([&]() -> Result<std::vector<Edit>> { return m_private->journal.after(seq); });
}

Result<std::int64_t> Store::lastSeq()
{
    if (const Result<void> held = m_private->holdLog(); !held)
        return tl::unexpected(held.error());
    return m_private->guard([&]() -> Result<std::int64_t> { return m_private->journal.lastSeq(); });
}

Result<std::vector<JournalEntry>> Store::journal(std::size_t most)
{
    return m_private->guard([&]() -> Result<std::vector<JournalEntry>> {
        const History& history = m_private->journal.history();
        std::vector<JournalEntry> entries;
        for (Edit& edit : m_private->journal.newest(most)) {
            const bool isUndone = history.isUndone(edit.seq);
            entries.push_back({std::move(edit), isUndone});
        }
        return entries;
    });
}

Result<Edit> Store::Private::toApply(std::optional<std::int64_t> seq, EditKind kind)
{
    std::optional<Edit> edit = seq ? journal.edit(*seq) : std::nullopt;
    if (!edit)
        return failure(ErrorKind::NotFound, kind == EditKind::Undo
                                                ? QT_TRANSLATE_NOOP("Sentence", "there is nothing to undo")
                                                : QT_TRANSLATE_NOOP("Sentence", "there is nothing to do again"));
    Edit ready = kind == EditKind::Undo ? inverse(*edit) : std::move(*edit);
    ready.kind = kind;
    ready.of = *seq;
    ready.seq = 0;
    ready.timeMs = 0;
    return ready;
}

Result<Edit> Store::nextUndo()
{
    return m_private->guard(
        [&]() -> Result<Edit> { return m_private->toApply(m_private->journal.history().toUndo(), EditKind::Undo); });
}

Result<Edit> Store::nextRedo()
{
    return m_private->guard(
        [&]() -> Result<Edit> { return m_private->toApply(m_private->journal.history().toRedo(), EditKind::Redo); });
}

} // namespace ochain
