// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/document.h"

#include "document/local_edit.h"
#include "document/names.h"
#include "document/reason.h"

#include <algorithm>
#include <utility>

namespace ochain {

namespace {

constexpr int kFirstLook =
    2028; ///< the year a chain opens at, if it covers it: when most of what is announced should stand
constexpr std::size_t kPreviewAnything = 5000; ///< chains up to so many deals are recomputed in a blink
constexpr int kMostTries = 20;                 ///< of a commit against others who write at the same time

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

tl::unexpected<Document::Refused> refused(Problems problems)
{
    return tl::unexpected(Document::Refused{std::move(problems), {}});
}

tl::unexpected<Document::Refused> refused(Error error)
{
    return tl::unexpected(Document::Refused{{}, std::move(error)});
}

} // namespace

/// While it lives chain and rollups are being touched; it tells those who read them on other threads.
class Document::Touch {
public:
    explicit Touch(Document& document) : m_document(document) { emit m_document.aboutToTouch(); }
    ~Touch() { emit m_document.touched(); }
    Touch(const Touch&) = delete;
    Touch& operator=(const Touch&) = delete;

private:
    Document& m_document;
};

struct Document::Private {
    std::unique_ptr<Store> store;
    Chain chain;
    Rollups rollups;
    Problems loadProblems;
    std::int64_t seq = 0;
    ViewLens lens;
    Selection selection;
    std::int64_t selectedRowid = 0;
    Impact lastImpact;
    bool isBroken = false; ///< the file has an edit that memory could not take: nothing may be written any more
    Sentence brokenReason;
    bool isAnnouncing = false;
    // What undo and redo would do; asked of the store when somebody wants to know.
    std::optional<Result<Edit>> nextUndo;
    std::optional<Result<Edit>> nextRedo;

    const Result<Edit>& undoable()
    {
        if (!nextUndo)
            nextUndo = store->nextUndo();
        return *nextUndo;
    }
    const Result<Edit>& redoable()
    {
        if (!nextRedo)
            nextRedo = store->nextRedo();
        return *nextRedo;
    }
};

Result<std::unique_ptr<Document>> Document::open(const std::filesystem::path& file, const Progress& progress)
{
    // Of the progress, reading is about half and computing the other.
    const auto half = [&progress](double from) {
        return progress ? Progress([&progress, from](double share) { return progress(from + share / 2); }) : Progress();
    };
    auto store = Store::open(file);
    if (!store)
        return tl::unexpected(std::move(store.error()));
    auto loaded = (*store)->load(half(0));
    if (!loaded)
        return tl::unexpected(std::move(loaded.error()));

    auto data = std::make_unique<Private>();
    data->store = std::move(*store);
    data->chain = std::move(loaded->chain);
    data->loadProblems = std::move(loaded->problems);
    data->seq = loaded->seq;
    if (!data->rollups.compute(data->chain, data->lens.lens, half(0.5)))
        return failure(ErrorKind::Cancelled, QT_TRANSLATE_NOOP("Sentence", "Opening was cancelled."));
    data->lens.period = nearest({PeriodKind::Year, kFirstLook, 0}, data->rollups.calendar());
    return std::unique_ptr<Document>(new Document(std::move(data)));
}

Document::Document(std::unique_ptr<Private> data) : m_private(std::move(data))
{}
Document::~Document() = default;

const Chain& Document::chain() const noexcept
{
    return m_private->chain;
}
const Rollups& Document::rollups() const noexcept
{
    return m_private->rollups;
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
    return m_private->store->file();
}
const Problems& Document::loadProblems() const noexcept
{
    return m_private->loadProblems;
}
const Impact& Document::lastImpact() const noexcept
{
    return m_private->lastImpact;
}

bool Document::isReadOnly() const noexcept
{
    return m_private->isBroken || m_private->store->isReadOnly() || !m_private->loadProblems.empty();
}

const Sentence& Document::readOnlyReason() const noexcept
{
    static const Sentence kProblems{
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The file has rows that break the rules, so it is open for reading only; see the list of problems."),
        {}};
    static const Sentence kNone;
    if (m_private->isBroken)
        return m_private->brokenReason;
    if (m_private->store->isReadOnly())
        return m_private->store->readOnlyReason();
    return m_private->loadProblems.empty() ? kNone : kProblems;
}

Problems Document::validate(const Edit& edit)
{
    const Touch touch(*this);
    return m_private->chain.validate(edit);
}

tl::expected<void, Document::Refused> Document::apply(Edit edit)
{
    if (edit.changes.empty())
        return {};
    if (edit.author.empty())
        edit.author = systemAuthor();
    if (edit.why.empty())
        edit.why = defaultReason(m_private->chain, edit);
    return commit([&edit]() -> Result<Edit> { return edit; });
}

tl::expected<void, Document::Refused> Document::undo()
{
    return commit([this] { return m_private->store->nextUndo(); });
}

tl::expected<void, Document::Refused> Document::redo()
{
    return commit([this] { return m_private->store->nextRedo(); });
}

tl::expected<void, Document::Refused> Document::undoEdit(std::int64_t seq)
{
    return commit([this, seq]() -> Result<Edit> {
        Result<Edit> next = m_private->store->nextUndo();
        if (next ? next->of == seq : next.error().kind != ErrorKind::NotFound)
            return next; // or why the file cannot say
        if (next && next->of > seq)
            return failure(ErrorKind::Conflict,
                           QT_TRANSLATE_NOOP(
                               "Sentence", "This edit cannot be undone before later ones. Undo those first (Ctrl+Z)."));
        return failure(ErrorKind::NotFound, QT_TRANSLATE_NOOP("Sentence", "This edit has been undone already."));
    });
}

std::int64_t Document::lastSeq() const noexcept
{
    return m_private->seq;
}

tl::expected<void, Document::Refused> Document::commit(const std::function<Result<Edit>()>& next)
{
    Q_ASSERT_X(!m_private->isAnnouncing, "Document", "edits must not be applied from inside changed()");
    if (isReadOnly())
        return refused(Error{ErrorKind::ReadOnly, readOnlyReason(), {}});
    for (int tries = 0; tries < kMostTries; ++tries) {
        Result<Edit> edit = next();
        if (!edit)
            return refused(std::move(edit.error()));
        // Whoever undoes an edit need not be who made it.
        if (edit->author.empty() || edit->kind != EditKind::Change)
            edit->author = systemAuthor();
        Problems problems = validate(*edit);
        if (!problems.empty()) {
            // Perhaps only because somebody else was faster: then it is judged by what the file has now.
            if (catchUp() > 0)
                continue;
            return refused(std::move(problems));
        }
        Result<Edit> committed = m_private->store->commit(*edit, m_private->seq);
        if (committed) {
            if (const auto taken = take(std::move(*committed)); !taken)
                return refused(taken.error());
            emit saved();
            return {};
        }
        if (committed.error().kind != ErrorKind::Conflict || catchUp() == 0)
            return refused(std::move(committed.error()));
    }
    return refused(
        Error{ErrorKind::Conflict,
              Sentence{QT_TRANSLATE_NOOP(
                           "Sentence", "Others are writing to the file all the time; nothing was changed. Try again."),
                       {}},
              {}});
}

Result<void> Document::take(Edit edit)
{
    Private& d = *m_private;
    const FiguresBefore before(d.chain, d.rollups, edit, d.lens.period);
    const std::int64_t seq = edit.seq;
    auto changed = [&] {
        const Touch touch(*this);
        return d.rollups.apply(d.chain, std::move(edit));
    }();
    if (!changed) {
        d.isBroken = true;
        d.brokenReason = Sentence{
            QT_TRANSLATE_NOOP(
                "Sentence", "The file holds a change that does not fit what was loaded from it ({0}). Open it again."),
            {changed.error().empty() ? std::string() : changed.error().front().text()}};
        return tl::unexpected(Error{ErrorKind::Conflict, d.brokenReason, {}});
    }
    d.seq = seq;
    d.nextUndo.reset();
    d.nextRedo.reset();
    d.lastImpact = before.compare(d.chain, d.rollups, *changed);

    d.isAnnouncing = true;
    emit this->changed(*changed);
    d.isAnnouncing = false;
    emit undoStateChanged();
    followChange(changed->edit);
    return {};
}

void Document::followChange(const Edit& edit)
{
    Private& d = *m_private;
    for (const RowChange& change : edit.changes) // a row that moved is still the one that was selected
        if (change.movedTo != 0 && d.selection.row && change.table == d.selection.row->table &&
            change.rowid == d.selectedRowid) {
            d.selectedRowid = change.movedTo;
            break;
        }
    const ViewLens before = d.lens;
    d.lens.period = nearest(d.lens.period, d.rollups.calendar());
    if (d.lens != before)
        emit lensChanged(before);
    const std::optional<RowRef>& selected = d.selection.row;
    if (selected && (!d.chain.isAlive(*selected) || d.chain.rowid(*selected) != d.selectedRowid))
        select(std::nullopt);
}

bool Document::canUndo() const
{
    return !isReadOnly() && m_private->undoable().has_value();
}

bool Document::canRedo() const
{
    return !isReadOnly() && m_private->redoable().has_value();
}

QString Document::undoText() const
{
    return canUndo() ? toQString(m_private->undoable()->why) : QString();
}

QString Document::redoText() const
{
    return canRedo() ? toQString(m_private->redoable()->why) : QString();
}

Result<std::vector<JournalEntry>> Document::history(std::size_t most)
{
    return m_private->store->journal(most);
}

int Document::catchUp()
{
    Private& d = *m_private;
    if (d.isBroken)
        return 0;
    const Result<std::int64_t> last = d.store->lastSeq();
    if (!last) {
        emit failed(last.error());
        return 0;
    }
    if (*last == d.seq)
        return 0;
    Result<std::vector<Edit>> edits = d.store->changesSince(d.seq);
    if (!edits) {
        emit failed(edits.error());
        return 0;
    }
    int taken = 0;
    for (Edit& edit : *edits) {
        if (const auto done = take(std::move(edit)); !done) {
            emit failed(done.error());
            break;
        }
        ++taken;
    }
    return taken;
}

std::optional<Impact> Document::preview(const Edit& edit)
{
    Private& d = *m_private;
    // An erased row could come back under another id, and whoever keeps ids would look at the wrong one.
    if (edit.changes.empty() || erases(edit) || !(d.chain.deals().size() <= kPreviewAnything || isLocal(d.chain, edit)))
        return std::nullopt;
    const Touch touch(*this);
    const FiguresBefore before(d.chain, d.rollups, edit, d.lens.period);
    const auto changed = d.rollups.apply(d.chain, edit);
    if (!changed)
        return std::nullopt;
    Impact impact = before.compare(d.chain, d.rollups, *changed);
    const auto undone = d.rollups.apply(d.chain, inverse(changed->edit));
    Q_ASSERT_X(undone.has_value(), "Document::preview", "an edit just applied can be taken back");
    if (!undone) {
        d.isBroken = true;
        d.brokenReason =
            Sentence{QT_TRANSLATE_NOOP("Sentence", "A preview could not be taken back ({0}). Open the file again."),
                     {undone.error().empty() ? std::string() : undone.error().front().text()}};
    }
    return impact;
}

bool Document::setLens(const ViewLens& lens, const Progress& progress)
{
    Private& d = *m_private;
    if (lens == d.lens)
        return true;
    if (lens.lens != d.lens.lens) {
        const Touch touch(*this);
        if (!d.rollups.compute(d.chain, lens.lens, progress))
            return false;
    }
    const ViewLens before = std::exchange(d.lens, ViewLens{lens.lens, nearest(lens.period, d.rollups.calendar())});
    if (d.lens != before)
        emit lensChanged(before);
    return true;
}

void Document::select(std::optional<RowRef> row)
{
    Private& d = *m_private;
    // A view that loses the row it stood on takes its neighbour: that is nobody's choice, and a form would go on there.
    if (d.isAnnouncing)
        return;
    if (row && !d.chain.isAlive(*row))
        row.reset();
    if (row == d.selection.row)
        return;
    d.selection.row = row;
    d.selectedRowid = row ? d.chain.rowid(*row) : 0;
    emit selectionChanged();
}

} // namespace ochain
