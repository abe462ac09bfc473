// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include "chain/field_reader.h"
#include "store/acceptance.h"
#include "store/copies.h"
#include "store/creation.h"
#include "store/digest_ledger.h"
#include "store/opening.h"
#include "store/row_writer.h"
#include "store/schema.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace ochain {

/// The statements must go before the connection: the members' order sees to it.
struct Store::Private {
    explicit Private(Opened opened)
        : connection(std::move(opened.connection)), version(opened.version),
          readOnlyReason(std::move(opened.readOnlyReason)), rows(connection.handle()),
          journal(connection.handle(), version), digests(connection.handle()), ledger(connection.handle())
    {}

    Connection connection;
    int version;
    Sentence readOnlyReason;
    RowWriter rows;
    Journal journal;
    StoredDigests digests;
    DigestLedger ledger;
    DigestState state;                ///< as of the edit that is being written
    std::optional<FileReading> found; ///< by the last load(), without its chain
    std::function<bool()> goesOn;
    RawStatement begin, commit, rollback;
    bool isApart = false; ///< others go on with a log of theirs

    [[nodiscard]] bool isReadOnly() const noexcept { return readOnlyReason.format[0] != '\0'; }
    template <class Work>
    [[nodiscard]] auto guard(Work&& work) -> decltype(work())
    {
        return guarded(connection.file(), connection.handle(), std::forward<Work>(work));
    }
    void prepare();
    /// Does work in a transaction of its own, which stands wholly or not at all.
    template <class Work>
    [[nodiscard]] Result<Edit> inTransaction(Work&& work);
    Result<std::int64_t> nextSeq(std::int64_t basedOn);
    /// Whether the log is still the one that everybody writes to; if not, and it cannot be brought in, the store is
    /// read-only from then on.
    Result<void> holdLog();
    Sentence putAside();
    Result<void> holdPlace();
    /// What became of an edit whose COMMIT failed with `why`.
    Result<Edit> settle(const Edit& edit, Error why);
    Result<Edit> write(Edit edit, std::int64_t basedOn);
    /// Opens it for reading only from now on, if it is not so already.
    void closeForWriting(const char* why);
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

tl::unexpected<Error> changedMeanwhile(const std::filesystem::path& file)
{
    return failure(
        ErrorKind::Conflict,
        QT_TRANSLATE_NOOP("Sentence", "“{0}” was changed elsewhere meanwhile; look at the changes and try again"),
        file.string());
}

/// What is wrong with who made an edit and why.
std::optional<Error> faultOfTexts(const Edit& edit)
{
    for (const auto& [text, what] : {std::pair(&edit.why, QT_TRANSLATE_NOOP("Sentence", "the reason")),
                                     std::pair(&edit.author, QT_TRANSLATE_NOOP("Sentence", "the author"))})
        if (const std::optional<Sentence> fault = textProblem(*text, false))
            return Error{ErrorKind::InvalidInput, *fault, {}}.during(Sentence{what, {}});
    return std::nullopt;
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
    last->journal = Journal(nullptr, kSchemaVersion);
    for (RawStatement* statement : {&last->begin, &last->commit, &last->rollback})
        *statement = RawStatement();
    // Where another program goes on with a log of its own, this one's must not be brought in over it.
    if (last->connection.hasLostLog() && !last->connection.mendLog())
        last->connection.leaveAllBeside();
    else
        last->connection.leaveWal();
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file, Access access, const Progress& progress)
{
    Result<Opened> opened = openChainFile(file, access, progress);
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

void Store::setGoesOn(std::function<bool()> goesOn)
{
    constexpr int kStepsBetweenLooks = 20'000; // of SQLite's machine: some milliseconds
    m_private->goesOn = std::move(goesOn);
    int (*const ask)(void*) = [](void* self) { return static_cast<const Private*>(self)->goesOn() ? 0 : 1; };
    sqlite3_progress_handler(m_private->connection.handle(), kStepsBetweenLooks, m_private->goesOn ? ask : nullptr,
                             m_private.get());
}

Result<void> Store::create(const std::filesystem::path& file, const Chain& chain, bool replace)
{
    return createFile(file, chain, replace);
}

Result<Loaded> Store::load(const Progress& progress, Look look)
{
    Private& data = *m_private;
    data.found.reset();
    Result<FileReading> reading = loadChain(data.connection, data.version, progress, look);
    if (!reading)
        return tl::unexpected(std::move(reading.error()));
    Loaded loaded = std::move(reading->loaded);
    const auto has = [&](Rule rule) {
        return std::any_of(loaded.problems.begin(), loaded.problems.end(),
                           [rule](const Problem& problem) { return problem.rule == rule; });
    };
    if (has(Rule::Damaged))
        data.closeForWriting(QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}” is damaged and opened for reading only; go back to a copy of it, or export what can be read and import that into a new file"));
    else if (has(Rule::ChangedElsewhere))
        data.closeForWriting(QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}” is not what was last written, so it is open for reading only: another program changed it, or it is damaged. Go back to a copy of it, or accept what stands there with “ochain check FILE --accept”."));
    if (loaded.problems.empty() && reading->journal.digests)
        data.digests.take(*reading->journal.digests);
    if (loaded.problems.empty())
        data.journal.know(std::move(reading->journal.history));
    reading->loaded.problems = loaded.problems;
    reading->loaded.seq = loaded.seq;
    data.found = std::move(*reading);
    return loaded;
}

void Store::Private::closeForWriting(const char* why)
{
    if (!isReadOnly())
        readOnlyReason = Sentence{why, {connection.file().string()}};
}

Result<Edit> Store::accept(const std::string& author, const std::string& why)
{
    Private& data = *m_private;
    Edit edit;
    edit.author = author;
    edit.why = why;
    edit.timeMs = nowMs();
    if (std::optional<Error> fault = faultOfTexts(edit))
        return tl::unexpected(std::move(*fault));
    if (!data.found || data.found->look != Look::Whole) // our own mistake, but no reason to accept blindly
        return failure(ErrorKind::InvalidInput, "the file must be loaded and looked through first");
    if (std::optional<Error> against = reasonAgainstAccepting(*data.found, file()))
        return tl::unexpected(std::move(*against));
    if (data.connection.reach() != Reach::ReadWrite)
        return tl::unexpected(Error{ErrorKind::ReadOnly, data.readOnlyReason, {}});
    return data.inTransaction([&]() -> Result<Edit> {
        const Result<std::int64_t> seq = data.nextSeq(data.found->loaded.seq);
        if (!seq)
            return tl::unexpected(seq.error());
        if (data.connection.number("PRAGMA data_version") != data.found->dataVersion)
            return changedMeanwhile(file());
        edit.seq = *seq;
        return writeAcceptance(data.connection, data.journal, *data.found, edit);
    });
}

void Store::Private::prepare()
{
    if (!begin.isNull())
        return;
    begin = RawStatement(connection.handle(), "BEGIN IMMEDIATE");
    commit = RawStatement(connection.handle(), "COMMIT");
    rollback = RawStatement(connection.handle(), "ROLLBACK");
}

template <class Work>
Result<Edit> Store::Private::inTransaction(Work&& work)
{
    std::optional<Edit> doubtful; // whose COMMIT failed when all of it may have been written
    bool isOpen = false;
    bool hasLostLog = false;
    Result<Edit> written = guard([&]() -> Result<Edit> {
        prepare();
        begin.run();
        isOpen = true;
        if (const Result<void> held = holdPlace(); !held)
            return tl::unexpected(held.error());
        hasLostLog = connection.hasLostLog();
        if (hasLostLog)
            return tl::unexpected(Error{}); // it is settled below, outside the transaction
        Result<Edit> result = work();
        if (result)
            try {
                commit.run();
            } catch (const SQLite::Exception& failed) {
                if (!isOfWriting(failed.getExtendedErrorCode()))
                    doubtful = std::move(*result);
                throw;
            }
        return result;
    });
    ledger.end();
    if (!written && isOpen && sqlite3_get_autocommit(connection.handle()) == 0)
        static_cast<void>(guard([&]() -> Result<void> {
            rollback.run();
            return {};
        }));
    if (hasLostLog)
        return holdLog().and_then([&] { return inTransaction(work); });
    return doubtful ? settle(*doubtful, std::move(written.error())) : written;
}

/// The number of the next edit, if the journal is where the caller thinks.
Result<std::int64_t> Store::Private::nextSeq(std::int64_t basedOn)
{
    const std::int64_t last = journal.lastSeq();
    if (last != basedOn)
        return changedMeanwhile(connection.file());
    if (last < 0 || last >= kMaxRowid)
        return failure(
            ErrorKind::Corrupt,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "the journal of “{0}” has the number {1}, behind which there is no other; export the chain and make a new file from it"),
            connection.file().string(), std::to_string(last));
    return last + 1;
}

Result<Edit> Store::Private::write(Edit edit, std::int64_t basedOn)
{
    const Result<std::int64_t> seq = nextSeq(basedOn);
    if (!seq)
        return tl::unexpected(seq.error());
    state = digests.upTo(basedOn);
    ledger.begin(state.tables);
    if (const Result<void> written = rows.write(edit); !written)
        return tl::unexpected(written.error());
    if (movesRows(edit))
        if (const Result<void> held = holdReferences(); !held)
            return tl::unexpected(held.error());
    state.tables = ledger.now();
    ledger.end();
    edit.seq = *seq;
    if (edit.timeMs == 0)
        edit.timeMs = nowMs();
    journal.append(edit, state, ledger.touched());
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
    if (std::optional<Error> fault = faultOfTexts(edit))
        return tl::unexpected(std::move(*fault));
    // Rows that change places are checked for what refers to them once, at the end, and not at each progress.
    const bool looksOnce = movesRows(edit);
    if (looksOnce)
        data.keepReferences(false);
    Result<Edit> written = data.inTransaction([&] { return data.write(edit, basedOn); });
    if (written)
        data.digests.take(data.state);
    if (looksOnce)
        data.keepReferences(true);
    return written;
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
    if (edit->changes.empty())
        return failure(
            ErrorKind::Corrupt,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "edit {0} of the journal says nothing that it changed: it is damaged, and nothing was done; go back to a copy of the file, or export it and make a new one"),
            std::to_string(*seq));
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

Result<Edit> Store::undoOf(std::int64_t seq)
{
    return m_private->guard([&]() -> Result<Edit> {
        const std::optional<Edit> edit = m_private->journal.edit(seq);
        if (!edit || edit->kind != EditKind::Change || m_private->journal.history().isUndone(seq))
            return failure(ErrorKind::NotFound,
                           QT_TRANSLATE_NOOP("Sentence", "This edit has been undone already, or is none that can be."));
        return m_private->toApply(seq, EditKind::Undo);
    });
}

Result<Edit> Store::nextRedo()
{
    return m_private->guard(
        [&]() -> Result<Edit> { return m_private->toApply(m_private->journal.history().toRedo(), EditKind::Redo); });
}

} // namespace ochain
