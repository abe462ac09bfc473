// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/document.h"

#include "document/entered_rows.h"
#include "document/local_edit.h"
#include "document/names.h"
#include "document/reason.h"
#include "document/second_lens.h"
#include "document/viewed_overrides.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <optional>
#include <utility>

namespace ochain {

namespace {

constexpr int kFirstLook =
    2028; ///< the year a chain opens at, if it covers it: when most of what is announced should stand
constexpr std::size_t kPreviewAnything = 5000; ///< chains up to so many deals are recomputed in a blink

Period nearest(Period period, const Calendar& calendar)
{
    if (calendar.isEmpty())
        return {PeriodKind::Year, period.year, 0};
    if (period.year >= calendar.firstYear() && period.year <= calendar.lastYear())
        return period;
    return {PeriodKind::Year, std::clamp(period.year, calendar.firstYear(), calendar.lastYear()), 0};
}

bool erases(const Edit& edit)
{
    return std::any_of(edit.changes.begin(), edit.changes.end(),
                       [](const RowChange& change) { return change.op == Op::Erase; });
}

} // namespace

struct Document::Private {
    explicit Private(std::unique_ptr<Session> of) : session(std::move(of)), view(*session) {}

    std::unique_ptr<Session> session;
    ViewLens lens;
    Selection selection;
    std::int64_t selectedRowid = 0;
    ViewedOverrides view;                ///< beside the base
    std::optional<FiguresBefore> before; ///< an edit that is coming in
    Impact lastImpact;
    std::size_t trials = 0; ///< of validate() and tryOut()
    bool isAnnouncing = false;
    bool isWriting = false; ///< an edit, on another thread
    bool isOneStep = false; ///< several edits are undone or done again as one: what they move is told together
    std::unique_ptr<SecondLens> second;

    [[nodiscard]] Session& toEdit() const
    {
        Q_ASSERT_X(!isAnnouncing, "Document", "edits must not be applied from inside changed()");
        Q_ASSERT_X(!isWriting, "Document", "edits must not be applied while one is being written");
        return *session;
    }
};

Result<std::unique_ptr<Session>> Document::openSession(const std::filesystem::path& file, const Progress& progress)
{
    // Of the progress, reading is about half and computing the other.
    auto session = Session::open(file, Store::Access::ReadWrite, part(progress, 0, 0.5));
    if (session && !(*session)->compute(ViewLens().lens, part(progress, 0.5, 1)))
        return failure(ErrorKind::Cancelled, QT_TRANSLATE_NOOP("Sentence", "Opening was cancelled."));
    return session;
}

Result<std::unique_ptr<Document>> Document::open(const std::filesystem::path& file, const Progress& progress)
{
    auto session = openSession(file, progress);
    if (!session)
        return tl::unexpected(std::move(session.error()));
    return std::make_unique<Document>(std::move(*session));
}

Document::Document(std::unique_ptr<Session> session) : m_private(std::make_unique<Private>(std::move(session)))
{
    Private& d = *m_private;
    d.lens.lens = d.session->rollups().lens();
    d.lens.period = nearest({PeriodKind::Year, kFirstLook, 0}, d.session->rollups().calendar());
    d.session->setEvents(events());
    d.second = std::make_unique<SecondLens>(*this); // the first that follows an edit: all others may ask it then
}
Document::~Document()
{
    m_private->second.reset();
    m_private->session->setEvents({}); // as it ends, nobody is there any more to be told
}

SessionEvents Document::events()
{
    Private& d = *m_private;
    SessionEvents events;
    events.aboutToTake = [this, &d](const Edit& edit) {
        emit aboutToChange();
        d.view.expect(edit, d.lens.scenario);
        if (!d.isOneStep || !d.before)
            d.before.emplace(chain(), rollups(), edit, d.lens.period);
    };
    events.taken = [this](const Changed& change) { announce(change); };
    events.failed = [this](const Error& error) { emit failed(error); };
    events.backupFailed = [this](const Error& error) { emit backupFailed(error); };
    return events;
}

const Chain& Document::chain() const noexcept
{
    return m_private->session->chain();
}
const Rollups& Document::rollups() const noexcept
{
    return m_private->session->rollups();
}
const ViewLens& Document::lens() const noexcept
{
    return m_private->lens;
}
const Selection& Document::selection() const noexcept
{
    return m_private->selection;
}
const std::filesystem::path& Document::file() const noexcept
{
    return m_private->session->file();
}
const Problems& Document::loadProblems() const noexcept
{
    return m_private->session->loadProblems();
}
const Impact& Document::lastImpact() const noexcept
{
    return m_private->lastImpact;
}
bool Document::isOthers() const noexcept
{
    return m_private->session->isCatchingUp();
}
bool Document::isReadOnly() const noexcept
{
    return m_private->session->isReadOnly();
}
const Sentence& Document::readOnlyReason() const noexcept
{
    return m_private->session->readOnlyReason();
}

ViewedChain Document::viewed() const noexcept
{
    if (const Snapshot* snapshot = m_private->view.snapshot())
        return {snapshot->chain, snapshot->rollups};
    return {chain(), rollups()};
}
const Overrides& Document::overrides() const noexcept
{
    return m_private->view.overrides();
}
bool Document::isTrying() const noexcept
{
    return m_private->view.isTrying();
}

bool Document::isEditingScenario() const noexcept
{
    return m_private->view.isEditing() && m_private->lens.scenario.isSet();
}

SharedSnapshot Document::snapshot() const
{
    return std::make_shared<const Snapshot>(m_private->session->snapshot());
}

SharedSnapshot Document::viewedSnapshot() const
{
    const Snapshot* snapshot = m_private->view.snapshot();
    return snapshot == nullptr ? this->snapshot() : std::make_shared<const Snapshot>(*snapshot);
}

SharedSnapshot Document::beforeLastEdit() const
{
    const Result<Edit>& back = m_private->session->nextUndo();
    if (!back)
        return {};
    SharedSnapshot before;
    const Problems refused = m_private->session->tryOut(
        *back, [&before](const Snapshot& with, const Changed&) { before = std::make_shared<const Snapshot>(with); });
    if (!refused.empty())
        return {};
    const Overrides then = isTrying() ? overrides() : overridesOf(before->chain, m_private->lens.scenario);
    if (then.empty())
        return before;
    tl::expected<Snapshot, Problems> overridden = under(*before, then);
    return overridden ? std::make_shared<const Snapshot>(std::move(*overridden)) : SharedSnapshot();
}

SecondLens& Document::second() const noexcept
{
    return *m_private->second;
}

std::size_t Document::trials() const noexcept
{
    return m_private->trials;
}

Problems Document::validate(const Edit& edit) const
{
    ++m_private->trials;
    return m_private->session->validate(edit);
}

Tried Document::tryOut(const Edit& edit) const
{
    Private& d = *m_private;
    const bool isSmall = chain().deals().size() <= kPreviewAnything;
    Tried tried;
    if (edit.changes.empty() || erases(edit) || !(isSmall || isLocal(chain(), edit))) {
        tried.problems = validate(edit);
        return tried;
    }
    ++d.trials;
    const FiguresBefore before(chain(), rollups(), edit, d.lens.period);
    tried.problems = d.session->tryOut(edit, [&](const Snapshot& with, const Changed& change) {
        tried.impact = before.compare(with.chain, with.rollups, change);
    });
    return tried;
}

tl::expected<void, Document::Refused> Document::apply(Edit edit, const Session::Beside& beside)
{
    if (edit.changes.empty())
        return {};
    if (m_private->isWriting) // by a timer or another window's doing, while that is waited for
        return tl::unexpected(Refused{
            {},
            Error{ErrorKind::Conflict,
                  Sentence{QT_TRANSLATE_NOOP("Sentence",
                                             "Another edit is still being written; nothing was changed. Try again."),
                           {}},
                  {}}});
    if (edit.why.empty())
        edit.why = defaultReason(chain(), edit);
    Session& session = m_private->toEdit();
    if (!beside)
        return finish(session.apply(edit));
    // What is shown of the way back is asked of the file now, not while another thread writes to it.
    static_cast<void>(session.nextUndo());
    static_cast<void>(session.nextRedo());
    const auto writing = [this, &beside](const std::function<void()>& work) {
        const QScopedValueRollback isWriting(m_private->isWriting, true);
        beside(work);
    };
    return finish(session.apply(edit, writing));
}

tl::expected<void, Document::Refused> Document::undo()
{
    constexpr std::size_t kMostLookedAt = 100;
    const Result<std::vector<JournalEntry>> newest = m_private->session->history(kMostLookedAt);
    const std::vector<std::int64_t> seqs = newest ? undoneTogether(*newest) : std::vector<std::int64_t>();
    if (seqs.size() < 2)
        return finish(m_private->toEdit().undo());
    return asOneStep([&]() -> tl::expected<void, Refused> {
        for (const std::int64_t seq : seqs)
            if (auto done = undoEdit(seq); !done)
                return done;
        return {};
    });
}

tl::expected<void, Document::Refused> Document::redo()
{
    return asOneStep([&]() -> tl::expected<void, Refused> {
        for (bool isEntered = false;;) {
            const Result<Edit> next = m_private->session->nextRedo();
            if (auto done = finish(m_private->toEdit().redo()); !done)
                return done;
            const Result<Edit>& following = m_private->session->nextRedo();
            if (!next || !following)
                return {};
            isEntered = isEntered || addsRowOf(*following, *next);
            if (!isEntered || !goesOnWith(*following, *next))
                return {};
        }
    });
}

tl::expected<void, Document::Refused> Document::asOneStep(const std::function<tl::expected<void, Refused>()>& step)
{
    m_private->isOneStep = true;
    auto done = step();
    m_private->isOneStep = false;
    m_private->before.reset();
    return done;
}

tl::expected<void, Document::Refused> Document::undoEdit(std::int64_t seq)
{
    return finish(m_private->toEdit().undoEdit(seq));
}

Result<Edit> Document::undoOf(std::int64_t seq)
{
    return m_private->session->undoOf(seq);
}

std::int64_t Document::lastSeq() const noexcept
{
    return m_private->session->lastSeq();
}

tl::expected<void, Document::Refused> Document::finish(const tl::expected<Changed, Refused>& done)
{
    if (!done)
        return tl::unexpected(done.error());
    emit saved();
    return {};
}

void Document::announce(const Changed& change)
{
    Private& d = *m_private;
    const ViewLens before = d.lens;
    d.lastImpact = d.before->compare(chain(), rollups(), change);
    if (!d.isOneStep)
        d.before.reset();
    const ViewedOverrides::State overridden = d.view.state();
    const std::optional<Changed> alsoViewed = d.view.follow(change, d.lens.scenario);
    d.isAnnouncing = true;
    emit changed(alsoViewed ? *alsoViewed : change);
    d.isAnnouncing = false;
    emit undoStateChanged();
    followChange(change.edit, before);
    if (d.view.state() != overridden)
        emit overridesChanged();
    tellRefused(d.view.takeRefused());
}

void Document::followChange(const Edit& edit, const ViewLens& before)
{
    Private& d = *m_private;
    for (const RowChange& change : edit.changes) // a row that moved is still the one that was selected
        if (change.movedTo != 0 && d.selection.row && change.table == d.selection.row->table &&
            change.rowid == d.selectedRowid) {
            d.selectedRowid = change.movedTo;
            break;
        }
    keepPeriod(before);
    const std::optional<RowRef>& selected = d.selection.row;
    if (selected && (!chain().isAlive(*selected) || chain().rowid(*selected) != d.selectedRowid))
        select(std::nullopt);
}

void Document::keepPeriod(const ViewLens& before)
{
    Private& d = *m_private;
    d.lens.period = nearest(d.lens.period, viewed().rollups.calendar());
    if (d.lens != before)
        emit lensChanged(before);
}

// --- what is viewed beside the base ---

/// Once all that follows from it has been told.
void Document::tellRefused(const Problems& problems)
{
    if (problems.empty())
        return;
    const Problem& first = problems.front();
    emit failed(Error{ErrorKind::InvalidInput, first.sentence, {}}.during(
        Sentence{QT_TRANSLATE_NOOP("Sentence", "overriding {0}"), {first.row}}));
}

Problems Document::tryOverrides(Overrides overrides)
{
    Private& d = *m_private;
    if (const bool isTrial = overrides != d.view.keptBy(d.lens.scenario);
        d.view.state() == ViewedOverrides::State{overrides, isTrial})
        return {};
    emit aboutToChange();
    const tl::expected<Changed, Problems> moved = d.view.tryOut(std::move(overrides), d.lens.scenario);
    if (!moved)
        return moved.error();
    const ViewLens before = d.lens;
    tellViewed(*moved);
    keepPeriod(before);
    emit overridesChanged();
    return {};
}

void Document::tellViewed(const Changed& moved)
{
    m_private->isAnnouncing = true;
    emit viewedChanged(moved);
    m_private->isAnnouncing = false;
}

void Document::endTrial()
{
    const Private& d = *m_private;
    if (!tryOverrides(d.view.keptBy(d.lens.scenario)).empty())
        static_cast<void>(tryOverrides({}));
}

bool Document::canUndo() const
{
    return !isReadOnly() && m_private->session->nextUndo().has_value();
}

bool Document::canRedo() const
{
    return !isReadOnly() && m_private->session->nextRedo().has_value();
}

QString Document::undoText() const
{
    return canUndo() ? visibleText(m_private->session->nextUndo()->why) : QString();
}

QString Document::redoText() const
{
    return canRedo() ? visibleText(m_private->session->nextRedo()->why) : QString();
}

Result<std::vector<JournalEntry>> Document::history(std::size_t most)
{
    return m_private->session->history(most);
}

int Document::catchUp()
{
    return m_private->isWriting ? 0 : m_private->session->catchUp();
}

void Document::setEditingScenario(bool isEditing)
{
    Private& d = *m_private;
    if (isEditing == isEditingScenario() || !d.lens.scenario.isSet() || isReadOnly())
        return;
    d.view.setEditing(isEditing);
    emit overridesChanged();
}

bool Document::setLens(const ViewLens& lens, const Progress& progress)
{
    if (lens == m_private->lens)
        return true;
    if (!lens.hasFiguresOf(m_private->lens))
        emit aboutToChange();
    const bool isComputed = lens.lens != m_private->lens.lens;
    if (isComputed && !m_private->session->compute(lens.lens, progress))
        return false;
    lookThrough(lens, isComputed);
    return true;
}

void Document::setLens(const ViewLens& lens, Rollups rollups)
{
    emit aboutToChange();
    m_private->session->setRollups(std::move(rollups));
    lookThrough(lens, true);
}

void Document::lookThrough(const ViewLens& lens, bool isComputed)
{
    Private& d = *m_private;
    const ViewLens before = d.lens;
    const ViewedOverrides::State overridden = d.view.state();
    const bool isOther = lens.scenario != before.scenario;
    d.lens = lens;
    if (d.lens.scenario.isSet() && !chain().scenarios().isAlive(d.lens.scenario))
        d.lens.scenario = {}; // an edit of others came in meanwhile
    const std::optional<Changed> moved = d.view.look(d.lens.scenario, isOther, isComputed);
    if (moved && d.lens.hasFiguresOf(before)) // what was wanted is refused: no other lens tells that a trial is over
        tellViewed(*moved);
    keepPeriod(before);
    if (isOther || d.view.state() != overridden)
        emit overridesChanged();
    tellRefused(d.view.takeRefused());
}

void Document::select(std::optional<RowRef> row)
{
    Private& d = *m_private;
    // A view that loses the row it stood on takes its neighbour: that is nobody's choice, and a form would go on there.
    if (d.isAnnouncing)
        return;
    if (row && !chain().isAlive(*row))
        row.reset();
    if (row == d.selection.row)
        return;
    d.selection.row = row;
    d.selectedRowid = row ? chain().rowid(*row) : 0;
    emit selectionChanged();
}

} // namespace ochain
