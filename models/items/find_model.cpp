// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/find_model.h"

#include "editing/row_marks.h"
#include "formats/format.h"
#include "items/cells.h"
#include "items/match_rank.h"
#include "language/language.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace ochain {

namespace {

constexpr std::array kKinds{ItemKind::Tier,  ItemKind::Node,   ItemKind::Deal,  ItemKind::Metric,
                            ItemKind::Event, ItemKind::Source, ItemKind::Status};
constexpr std::array kTables{Table::Tiers,  Table::Nodes,   Table::Deals,   Table::Metrics,
                             Table::Events, Table::Sources, Table::Statuses};
constexpr std::array<const char*, kKinds.size()> kKindTitles{
    QT_TRANSLATE_NOOP("ochain::FindModel", "Tier"),  QT_TRANSLATE_NOOP("ochain::FindModel", "Node"),
    QT_TRANSLATE_NOOP("ochain::FindModel", "Deal"),  QT_TRANSLATE_NOOP("ochain::FindModel", "Metric"),
    QT_TRANSLATE_NOOP("ochain::FindModel", "Event"), QT_TRANSLATE_NOOP("ochain::FindModel", "Source"),
    QT_TRANSLATE_NOOP("ochain::FindModel", "Status")};
/// Nodes before tiers before deals where the names fit equally well: in the order people look for them.
constexpr std::size_t kDealPlace = 2;
constexpr std::array kPreference{1, 0, 2, 3, 4, 5, 6};
constexpr std::size_t kRemembered = 200'000; ///< rows whose texts are kept; a larger chain makes them at every search

/// A row by the place of its kind.
struct Place {
    std::size_t kind = 0;
    std::uint32_t row = 0;
};

struct Hit {
    int rank = 0;
    bool isByKey = false; ///< only its key fits so well: whoever bears the name comes first
    int preference = 0;
    qsizetype length = 0; ///< of the name: the shorter of two that fit fits better
    std::size_t kind = 0;
    std::uint32_t row = 0;

    [[nodiscard]] auto order() const { return std::tie(rank, isByKey, preference, length, row); }
    bool operator<(const Hit& other) const { return order() < other.order(); }
};

std::uint64_t lettersOf(const QString& text)
{
    std::uint64_t letters = 0;
    for (const QChar letter : text)
        if (!letter.isSpace())
            letters |= std::uint64_t{1} << (letter.unicode() % 64);
    return letters;
}

struct Texts {
    QString english, chinese, key, series; ///< in lower case; formulas know a metric by its series

    /// The letters of all of them, each as one of 64 bits: a text can only fit if it has those that were typed.
    [[nodiscard]] std::uint64_t letters() const
    {
        return lettersOf(english) | lettersOf(chinese) | lettersOf(key) | lettersOf(series);
    }
    /// How well what was typed fits the best of them.
    [[nodiscard]] std::optional<Hit> hit(const QString& wanted) const
    {
        std::optional<Hit> best;
        for (const QString* text : {&english, &chinese, &key, &series}) {
            const bool isKey = text == &key || text == &series;
            const std::optional<int> rank = matchRank(*text, wanted);
            if (rank && (!best || *rank < best->rank))
                best = Hit{*rank, isKey, 0, isKey ? english.size() : text->size()};
        }
        return best;
    }
};

/// Whether all that fits a text fits its beginning too. Letters in order are found from the third on, so that of two
/// they are not known; whatever has them has the first.
bool isNarrowedBy(const QString& wanted, const QString& beginning)
{
    const bool isKnown = beginning.size() == 1 || beginning.size() >= kLeastFuzzy ||
                         (!beginning.isEmpty() && wanted.size() < kLeastFuzzy);
    return isKnown && wanted.startsWith(beginning);
}

} // namespace

struct FindModel::Private {
    explicit Private(Document& followed) : document(followed) {}

    Document& document;
    QString query;
    std::optional<ItemKind> only;
    std::vector<RowRef> found;
    // By kind and row, made at the first search and again after edits of that row: lower-case texts, and of every row
    // their letters.
    std::array<std::vector<Texts>, kKinds.size()> texts;
    std::array<std::vector<std::uint64_t>, kKinds.size()> letters;
    // All that fitted the last query: what is typed on fits no other.
    std::vector<Place> fitting;
    QString fittingQuery; ///< empty: not known any more
    std::size_t looked = 0;

    [[nodiscard]] const Chain& chain() const { return document.chain(); }
    [[nodiscard]] Texts textsOf(RowRef row) const;
    void remember(std::size_t kind);
    void know(std::size_t kind, RowRef row);
    template <class Take>
    void forEachCandidate(const QString& wanted, Take&& take);
    [[nodiscard]] std::vector<RowRef> search();
    [[nodiscard]] QString detail(RowRef row) const;
};

Texts FindModel::Private::textsOf(RowRef row) const
{
    QString series;
    if (row.table == Table::Metrics)
        series = toQString(chain().seriesName(chain().metrics()[MetricId{row.row}].series)).toLower();
    return {nameIn(Language::English, chain(), row).toLower(), nameIn(Language::Chinese, chain(), row).toLower(),
            toQString(chain().key(row)).toLower(), series};
}

void FindModel::Private::remember(std::size_t kind)
{
    const std::uint32_t rows = chain().slotCount(kTables[kind]);
    const bool isKept = chain().size(kTables[kind]) <= kRemembered;
    letters[kind].reserve(rows);
    for (auto row = static_cast<std::uint32_t>(letters[kind].size()); row < rows; ++row) {
        Texts made = textsOf({kTables[kind], row});
        letters[kind].push_back(made.letters());
        if (isKept && texts[kind].size() == row)
            texts[kind].push_back(std::move(made));
    }
}

/// A row says something else now.
void FindModel::Private::know(std::size_t kind, RowRef row)
{
    if (row.row >= letters[kind].size() || !chain().isAlive(row))
        return;
    Texts made = textsOf(row);
    letters[kind][row.row] = made.letters();
    if (row.row < texts[kind].size())
        texts[kind][row.row] = std::move(made);
}

/// Calls take(Place) for each row that may fit: those that fitted the beginning of what is wanted now, else all that
/// have its letters.
template <class Take>
void FindModel::Private::forEachCandidate(const QString& wanted, Take&& take)
{
    if (isNarrowedBy(wanted, fittingQuery)) {
        for (const Place place : fitting)
            take(place);
        return;
    }
    const std::uint64_t needed = lettersOf(wanted);
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
        if (only && *only != kKinds[kind])
            continue;
        remember(kind);
        for (std::uint32_t row = 0; row < letters[kind].size(); ++row)
            if ((letters[kind][row] & needed) == needed && chain().isAlive({kTables[kind], row}))
                take(Place{kind, row});
    }
}

std::vector<RowRef> FindModel::Private::search()
{
    const QString wanted = query.simplified().toLower();
    looked = 0;
    if (wanted.isEmpty()) {
        fittingQuery.clear();
        fitting.clear();
        return {};
    }
    std::vector<Hit> hits;
    std::vector<Place> fits;
    Texts made;
    forEachCandidate(wanted, [&](Place place) {
        ++looked;
        const std::vector<Texts>& known = texts[place.kind];
        if (place.row >= known.size())
            made = textsOf({kTables[place.kind], place.row});
        std::optional<Hit> hit = (place.row < known.size() ? known[place.row] : made).hit(wanted);
        if (!hit)
            return;
        hit->preference = kPreference[place.kind];
        hit->kind = place.kind;
        hit->row = place.row;
        hits.push_back(*hit);
        fits.push_back(place);
    });
    fitting = std::move(fits);
    fittingQuery = wanted;
    const auto shown = std::min<std::size_t>(hits.size(), static_cast<std::size_t>(kMost));
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end());
    std::vector<RowRef> rows;
    rows.reserve(shown);
    for (std::size_t i = 0; i < shown; ++i)
        rows.push_back({kTables[hits[i].kind], hits[i].row});
    return rows;
}

QString FindModel::Private::detail(RowRef row) const
{
    const auto kind = static_cast<std::size_t>(std::find(kTables.begin(), kTables.end(), row.table) - kTables.begin());
    QStringList parts;
    const auto add = [&parts](const QString& more) {
        if (!more.isEmpty())
            parts << more;
    };
    if (!only)
        add(FindModel::tr(kKindTitles[kind]));
    add(marksOf(chain(), row)); // first: what comes later may have no room
    if (row.table == Table::Nodes)
        add(nameOf(chain(), chain().nodes()[NodeId{row.row}].tier));
    else if (row.table == Table::Deals)
        add(nameOf(chain(), chain().deals()[DealId{row.row}].kind));
    add(toQString(chain().key(row)));
    return parts.join(QStringLiteral(" · "));
}

FindModel::FindModel(Document& document, QObject* parent)
    : RowListModel(parent), m_private(std::make_unique<Private>(document))
{
    connect(&document, &Document::changed, this, &FindModel::follow);
}

FindModel::~FindModel() = default;

QString FindModel::query() const
{
    return m_private->query;
}

void FindModel::setQuery(const QString& query)
{
    if (query == m_private->query)
        return;
    m_private->query = query;
    show(m_private->search(), {});
}

void FindModel::setOnly(std::optional<ItemKind> kind)
{
    if (kind == m_private->only)
        return;
    m_private->only = kind;
    m_private->fittingQuery.clear();
    show(m_private->search(), {MatchRole});
}

void FindModel::retranslate()
{
    announceRows(0, rowCount() - 1, {Qt::DisplayRole, Qt::EditRole, MatchRole});
}

void FindModel::follow(const Changed& changed)
{
    Private& d = *m_private;
    bool isTouched = false;
    for (const RowRef& ref : changed.rows) {
        const auto kind =
            static_cast<std::size_t>(std::find(kTables.begin(), kTables.end(), ref.table) - kTables.begin());
        if (kind == kTables.size())
            continue;
        isTouched = true;
        d.know(kind, ref);
        if (ref.table == Table::Nodes) { // deals are called after their ends
            d.texts[kDealPlace].clear();
            d.letters[kDealPlace].clear();
        }
    }
    if (isTouched)
        d.fittingQuery.clear();
    if (isTouched && !d.query.trimmed().isEmpty())
        show(d.search(), rowRoles() + QList<int>{MatchRole});
}

std::size_t FindModel::lastLooked() const noexcept
{
    return m_private->looked;
}

/// Leads the rows over to others; those that stay say something else after an edit, by whatever they are called.
void FindModel::show(std::vector<RowRef> rows, const QList<int>& roles)
{
    leadOver(
        m_private->found, std::move(rows), announcer(), [](RowRef row) { return row; },
        [&roles](RowRef, RowRef) { return !roles.isEmpty(); },
        [this, &roles](int first, int last) { announceRows(first, last, roles); });
}

int FindModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->found.size());
}

QVariant FindModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const RowRef row = d.found[static_cast<std::size_t>(index.row())];
    if (!d.chain().isAlive(row))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return nameOf(d.chain(), row);
    case RowRefRole:
        return toVariant(row);
    case KeyRole:
        return toQString(d.chain().key(row));
    case MatchRole:
        return d.detail(row);
    case ItemKindRole:
        return static_cast<int>(
            kKinds[static_cast<std::size_t>(std::find(kTables.begin(), kTables.end(), row.table) - kTables.begin())]);
    default:
        return {};
    }
}

} // namespace ochain
