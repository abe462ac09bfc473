// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "backups/daily_backup.h"
#include "session/author.h"

#include <utility>

namespace ochain {

namespace {

constexpr int kMostTries = 20; ///< of a commit against others who write at the same time

tl::unexpected<Refused> refused(Problems problems)
{
    return tl::unexpected(Refused{std::move(problems), {}});
}

tl::unexpected<Refused> refused(Error error)
{
    return tl::unexpected(Refused{{}, std::move(error)});
}

Error interrupted()
{
    return Error{ErrorKind::Cancelled, Sentence{"interrupted; nothing was changed", {}}, {}};
}

/// What the file gives or takes.
tl::expected<Edit, Refused> made(Result<Edit> edit)
{
    if (!edit)
        return refused(std::move(edit.error()));
    return std::move(*edit);
}

/// Whether others who were faster can be why: then the edit is judged by what the file has now.
bool canBeOvertaken(const Refused& why)
{
    return why.error ? why.error->kind == ErrorKind::Conflict : !why.problems.empty();
}

Changed nothingMoved(Edit edit)
{
    Changed changed;
    changed.edit = std::move(edit);
    return changed;
}

} // namespace

Result<std::unique_ptr<Session>> Session::open(const std::filesystem::path& file, Store::Access access,
                                               const Progress& progress, Look look)
{
    double done = 0; // by a migration, if there is one
    const Progress migrating = [&](double share) {
        done = 0.5;
        return progress(share * done);
    };
    auto store = Store::open(file, access, progress ? migrating : Progress());
    if (!store)
        return tl::unexpected(std::move(store.error()));
    auto loaded = (*store)->load(part(progress, done, 1), look);
    if (!loaded)
        return tl::unexpected(std::move(loaded.error()));
    return std::unique_ptr<Session>(new Session(std::move(*store), std::move(*loaded)));
}

Session::Session(std::unique_ptr<Store> store, Loaded loaded)
    : m_store(std::move(store)), m_backup(std::make_unique<DailyBackup>(m_store->file())),
      m_chain(std::move(loaded.chain)), m_loadProblems(std::move(loaded.problems)), m_seq(loaded.seq)
{}

Session::~Session()
{
    m_backup->finish(m_events.goesOn);
    tellOfBackup();
}

void Session::setEvents(SessionEvents events)
{
    m_events = std::move(events);
    m_store->setGoesOn(m_events.goesOn);
}

void Session::tellOfBackup()
{
    if (const std::optional<Error> failure = m_backup->takeFailure(); failure && m_events.backupFailed)
        m_events.backupFailed(*failure);
}

bool Session::isReadOnly() const noexcept
{
    return m_apartReason || m_store->isReadOnly() || !m_loadProblems.empty();
}

const Sentence& Session::readOnlyReason() const noexcept
{
    static const Sentence kProblems{
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The file has rows that break the rules, so it is open for reading only; see the list of problems."),
        {}};
    static const Sentence kNone;
    if (m_apartReason)
        return *m_apartReason;
    if (m_store->isReadOnly())
        return m_store->readOnlyReason();
    return m_loadProblems.empty() ? kNone : kProblems;
}

bool Session::compute(const Lens& lens, const Progress& progress)
{
    if (!m_rollups.compute(m_chain, lens, progress))
        return false;
    m_hasRollups = true;
    return true;
}

void Session::setRollups(Rollups rollups)
{
    m_rollups = std::move(rollups);
    m_hasRollups = true;
}

Problems Session::validate(const Edit& edit) const
{
    return m_chain.validate(edit, m_events.goesOn);
}

Problems Session::tryOut(const Edit& edit, const std::function<void(const Snapshot&, const Changed&)>& look) const
{
    Snapshot tried = snapshot();
    const tl::expected<Changed, Problems> changed = tried.rollups.apply(tried.chain, edit);
    if (!changed)
        return changed.error();
    look(tried, *changed);
    return {};
}

Problems Session::assume(Edit edit)
{
    const tl::expected<Changed, Problems> changed = applied(m_chain, m_rollups, std::move(edit));
    if (!changed)
        return changed.error();
    m_apartReason = Sentence{"Something is assumed that the file does not say, so it takes no edits.", {}};
    return {};
}

Result<Edit> Session::accept(const std::string& why)
{
    return m_store->accept(systemAuthor(), why);
}

tl::expected<Changed, Refused> Session::apply(const Edit& edit, const Beside& beside)
{
    return apply([&edit](const Chain&) -> tl::expected<Edit, Refused> { return edit; }, beside);
}

tl::expected<Changed, Refused> Session::undo()
{
    return apply([this](const Chain&) { return made(m_store->nextUndo()); });
}

tl::expected<Changed, Refused> Session::redo()
{
    return apply([this](const Chain&) { return made(m_store->nextRedo()); });
}

tl::expected<Changed, Refused> Session::undoEdit(std::int64_t seq)
{
    return apply([this, seq](const Chain&) -> tl::expected<Edit, Refused> {
        Result<Edit> next = m_store->nextUndo();
        if (next ? next->of == seq : next.error().kind != ErrorKind::NotFound)
            return made(std::move(next)); // or why the file cannot say
        if (next && next->of > seq)
            return refused(Error{
                ErrorKind::Conflict,
                Sentence{QT_TRANSLATE_NOOP("Sentence",
                                           "This edit cannot be undone before later ones. Undo those first (Ctrl+Z)."),
                         {}},
                {}});
        return refused(Error{ErrorKind::NotFound,
                             Sentence{QT_TRANSLATE_NOOP("Sentence", "This edit has been undone already."), {}},
                             {}});
    });
}

tl::expected<Changed, Refused> Session::apply(const MakeEdit& make, const Beside& beside)
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        if (isReadOnly())
            return refused(Error{ErrorKind::ReadOnly, readOnlyReason(), {}});
        tl::expected<Edit, Refused> edit = make(m_chain);
        if (!edit)
            return tl::unexpected(std::move(edit.error()));
        if (edit->changes.empty())
            return nothingMoved(std::move(*edit));
        // Whoever undoes an edit need not be who made it.
        if (edit->author.empty() || edit->kind != EditKind::Change)
            edit->author = systemAuthor();
        tl::expected<Written, Refused> written = refused(interrupted()); // by want of memory, on another thread
        const auto writing = [&] { written = beside ? writeAhead(*edit) : write(*edit); };
        if (beside)
            beside(writing);
        else
            writing();
        if (written) {
            if (m_events.written)
                m_events.written(written->edit.seq);
            Result<Changed> taken = take(std::move(*written));
            if (!taken)
                return refused(std::move(taken.error()));
            return std::move(*taken);
        }
        if (!canBeOvertaken(written.error()) || catchUp() == 0)
            return tl::unexpected(std::move(written.error()));
    }
    return refused(
        Error{ErrorKind::Conflict,
              Sentence{QT_TRANSLATE_NOOP(
                           "Sentence", "Others are writing to the file all the time; nothing was changed. Try again."),
                       {}},
              {}});
}

tl::expected<Session::Written, Refused> Session::write(const Edit& edit)
{
    Problems problems = validate(edit);
    const bool isGivenUp = m_events.goesOn && !m_events.goesOn(); // then it has not seen all
    if (!isGivenUp && !problems.empty())
        return refused(std::move(problems));
    return commit(edit);
}

tl::expected<Session::Written, Refused> Session::writeAhead(const Edit& edit)
{
    Ahead ahead{snapshot(), {}};
    tl::expected<Changed, Problems> changed = applied(ahead.now.chain, ahead.now.rollups, edit);
    if (!changed)
        return refused(std::move(changed.error()));
    ahead.changed = std::move(*changed);
    tl::expected<Written, Refused> written = commit(edit);
    if (written) {
        ahead.changed.edit = written->edit; // which has its number now
        written->ahead = std::move(ahead);
    }
    return written;
}

tl::expected<Session::Written, Refused> Session::commit(const Edit& edit)
{
    if (m_events.goesOn && !m_events.goesOn())
        return refused(interrupted());
    m_backup->beforeEdit();
    tl::expected<Edit, Refused> written = made(m_store->commit(edit, m_seq));
    if (!written)
        return tl::unexpected(std::move(written.error()));
    return Written{std::move(*written), {}};
}

tl::expected<Changed, Problems> Session::applied(Chain& chain, Rollups& rollups, Edit edit) const
{
    if (m_hasRollups)
        return rollups.apply(chain, std::move(edit));
    Problems problems = chain.apply(edit);
    if (!problems.empty())
        return tl::unexpected(std::move(problems));
    return nothingMoved(std::move(edit));
}

tl::expected<Changed, Problems> Session::takeIn(Written written)
{
    if (!written.ahead)
        return applied(m_chain, m_rollups, std::move(written.edit));
    m_chain = std::move(written.ahead->now.chain);
    m_rollups = std::move(written.ahead->now.rollups);
    return std::move(written.ahead->changed);
}

Result<Changed> Session::take(Written written)
{
    const Edit& edit = written.edit;
    if (edit.kind == EditKind::Accept) {
        // What it accepts may be more than the journal can tell.
        m_apartReason = Sentence{
            QT_TRANSLATE_NOOP("Sentence",
                              "{0} has accepted what another program changed in the file. Open it again to see that."),
            {edit.author}};
        return tl::unexpected(Error{ErrorKind::Conflict, *m_apartReason, {}});
    }
    if (m_events.aboutToTake)
        m_events.aboutToTake(edit);
    const std::int64_t seq = edit.seq;
    tl::expected<Changed, Problems> changed = takeIn(std::move(written));
    if (!changed) {
        m_apartReason = Sentence{
            QT_TRANSLATE_NOOP(
                "Sentence", "The file holds a change that does not fit what was loaded from it ({0}). Open it again."),
            {changed.error().empty() ? std::string() : changed.error().front().text()}};
        return tl::unexpected(Error{ErrorKind::Conflict, *m_apartReason, {}});
    }
    m_seq = seq;
    m_nextUndo.reset();
    m_nextRedo.reset();
    if (m_events.taken)
        m_events.taken(*changed);
    return std::move(*changed);
}

const Result<Edit>& Session::nextUndo()
{
    if (!m_nextUndo)
        m_nextUndo = m_store->nextUndo();
    return *m_nextUndo;
}

const Result<Edit>& Session::nextRedo()
{
    if (!m_nextRedo)
        m_nextRedo = m_store->nextRedo();
    return *m_nextRedo;
}

int Session::catchUp()
{
    tellOfBackup();
    if (m_apartReason)
        return 0;
    const auto fail = [this](const Error& error) {
        if (m_events.failed)
            m_events.failed(error);
    };
    const Result<std::int64_t> last = m_store->lastSeq();
    if (last && *last == m_seq)
        return 0;
    Result<std::vector<Edit>> edits =
        last ? m_store->changesSince(m_seq) : Result<std::vector<Edit>>(tl::unexpected(last.error()));
    if (!edits) {
        if (edits.error().kind == ErrorKind::ReadOnly) // others go on without this one: told once, and for good
            m_apartReason = edits.error().sentence;
        fail(edits.error());
        return 0;
    }
    int taken = 0;
    m_isCatchingUp = true;
    for (Edit& edit : *edits) {
        if (const auto done = take({std::move(edit), {}}); !done) {
            fail(done.error());
            break;
        }
        ++taken;
    }
    m_isCatchingUp = false;
    return taken;
}

} // namespace ochain
