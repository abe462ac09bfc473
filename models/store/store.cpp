// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include "chain/field_reader.h"
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
    std::function<bool()> goesOn;
    RawStatement begin, commit, rollback;

    [[nodiscard]] bool isReadOnly() const noexcept { return readOnlyReason.format[0] != '\0'; }
    template <class Work>
    [[nodiscard]] auto guard(Work&& work) -> decltype(work())
    {
        return guarded(connection.file(), connection.handle(), std::forward<Work>(work));
    }
    void prepare();
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

Result<Edit> Store::commit(const Edit& edit, std::int64_t basedOn)
{
    Private& data = *m_private;
    if (data.isReadOnly())
        return tl::unexpected(Error{ErrorKind::ReadOnly, data.readOnlyReason, {}});
    for (const auto& [text, what] : {std::pair(&edit.why, QT_TRANSLATE_NOOP("Sentence", "the reason")),
                                     std::pair(&edit.author, QT_TRANSLATE_NOOP("Sentence", "the author"))})
        if (const std::optional<Sentence> fault = textProblem(*text, false))
            return tl::unexpected(Error{ErrorKind::InvalidInput, *fault, {}}.during(Sentence{what, {}}));
    // Rows that change places are checked for what refers to them once, at the end, and not at each progress.
    const bool looksOnce = movesRows(edit);
    if (looksOnce)
        data.keepReferences(false);
    bool isOpen = false;
    Result<Edit> written = data.guard([&]() -> Result<Edit> {
        data.prepare();
        data.begin.run();
        isOpen = true;
        if (data.connection.hasMoved())
            return failure(
                ErrorKind::NotFound,
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "“{0}” was moved, deleted or replaced since it was opened, and would not get this edit; save a copy under another name and go on there"),
                data.connection.file().string());
        Result<Edit> result = data.write(edit, basedOn);
        if (result)
            data.commit.run();
        return result;
    });
    if (!written && isOpen && sqlite3_get_autocommit(data.connection.handle()) == 0)
        static_cast<void>(data.guard([&]() -> Result<void> {
            data.rollback.run();
            return {};
        }));
    if (looksOnce)
        data.keepReferences(true);
    return written;
}

Result<std::vector<Edit>> Store::changesSince(std::int64_t seq)
{
    return m_private->guard([&]() -> Result<std::vector<Edit>> { return m_private->journal.after(seq); });
}

Result<std::int64_t> Store::lastSeq()
{
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
