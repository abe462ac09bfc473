// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/sources_model.h"

#include "editing/field_names.h"
#include "formats/format.h"
#include "formats/web_address.h"
#include "items/cells.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace ochain {

namespace {

QString openable(std::string_view text)
{
    const tl::expected<QUrl, Sentence> address = webAddress(text);
    return address ? address->toString(QUrl::FullyEncoded) : QString();
}

} // namespace

struct SourcesModel::Private {
    explicit Private(Document& followed) : document(followed) {}

    Document& document;
    std::optional<RowRef> row;
    std::vector<CitationId> citations; ///< by rowid: the order in which they were entered
    bool isLookedAt = true;
    bool isBehind = false; ///< an edit came in while nobody looked

    [[nodiscard]] const Chain& chain() const { return document.chain(); }
    [[nodiscard]] std::vector<CitationId> current() const
    {
        std::vector<CitationId> found;
        if (!row || !chain().isAlive(*row))
            return found;
        const auto add = [&found](CitationId citation, const Citation&) { found.push_back(citation); };
        chain().forEachCitation(*row, add);
        if (row->table == Table::Deals)
            chain().forEachTranche(DealId{row->row}, [&](TrancheId tranche, const Tranche&) {
                chain().forEachCitation({Table::Tranches, tranche.value}, add);
            });
        std::sort(found.begin(), found.end(), [this](CitationId a, CitationId b) {
            return chain().citations()[a].head.rowid < chain().citations()[b].head.rowid;
        });
        return found;
    }
    [[nodiscard]] const Source& sourceOf(const Citation& citation) const { return chain().sources()[citation.source]; }

    using Cell = CellColumn<Private, const Citation&>;
    static const std::array<Cell, kColumnCount> kColumns;
};

constexpr std::array<SourcesModel::Private::Cell, SourcesModel::kColumnCount> SourcesModel::Private::kColumns{{
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::SourcesModel", "Publisher")},
     .cell = [](const Private& d, const Citation& citation,
                int role) { return textData(toQString(d.chain().text(d.sourceOf(citation).publisher)), role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::SourcesModel", "Title")},
     .cell = [](const Private& d, const Citation& citation,
                int role) { return textData(toQString(d.chain().text(d.sourceOf(citation).title)), role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::SourcesModel", "Published")},
     .cell = [](const Private& d, const Citation& citation,
                int role) { return dateData(d.sourceOf(citation).published, role); }},
    {.spec = {.title = QT_TRANSLATE_NOOP("ochain::SourcesModel", "Says")},
     .cell =
         [](const Private& d, const Citation& citation, int role) {
             return textData(fieldLabels(citation.of.table, toQString(d.chain().text(citation.fields))), role);
         }},
}};

SourcesModel::SourcesModel(Document& document, QObject* parent)
    : TableModel(kColumnCount, parent), m_private(std::make_unique<Private>(document))
{
    connect(&document, &Document::changed, this, &SourcesModel::follow);
}

SourcesModel::~SourcesModel() = default;

std::optional<RowRef> SourcesModel::row() const noexcept
{
    return m_private->row;
}

void SourcesModel::setRow(std::optional<RowRef> row)
{
    if (row == m_private->row)
        return;
    m_private->row = row;
    m_private->isBehind = false;
    show({});
}

void SourcesModel::follow(const Changed& changed)
{
    Private& d = *m_private;
    if (!d.row)
        return;
    if (!d.chain().isAlive(*d.row))
        d.row.reset();
    d.isBehind = d.isBehind || !d.isLookedAt;
    if (d.isLookedAt)
        show(changed);
}

void SourcesModel::setLookedAt(bool isLookedAt)
{
    m_private->isLookedAt = isLookedAt;
    if (!isLookedAt || !std::exchange(m_private->isBehind, false))
        return;
    Changed any;
    any.everything = true;
    show(any);
}

/// Leads the citations over to those of the row now; those that stay and that the edit touched say something else.
void SourcesModel::show(const Changed& changed)
{
    Private& d = *m_private;
    const auto isTouched = [&changed](RowRef row) {
        return std::find(changed.rows.begin(), changed.rows.end(), row) != changed.rows.end();
    };
    const auto hasChanged = [&](CitationId, CitationId id) {
        const SourceId source = d.chain().citations()[id].source;
        return changed.everything || isTouched({Table::Citations, id.value}) ||
               isTouched({Table::Sources, source.value});
    };
    leadOver(
        d.citations, d.current(), announcer(), [](CitationId id) { return id; }, hasChanged,
        [this](int first, int last) { announceRows(first, last, rowRoles()); });
}

void SourcesModel::retranslate()
{
    announceLanguage();
}

int SourcesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->citations.size());
}

QVariant SourcesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const CitationId id = d.citations[static_cast<std::size_t>(index.row())];
    if (!d.chain().citations().isAlive(id))
        return {};
    const Citation& citation = d.chain().citations()[id];
    switch (role) {
    case RowRefRole:
        return toVariant({Table::Sources, citation.source.value});
    case KeyRole:
        return toQString(d.chain().key({Table::Citations, id.value}));
    case ItemKindRole:
        return static_cast<int>(ItemKind::Source);
    case UrlRole:
        return openable(d.chain().text(d.chain().sources()[citation.source].url));
    case Qt::ToolTipRole:
        return visibleText(d.chain().text(d.chain().sources()[citation.source].url));
    default:
        return Private::kColumns[static_cast<std::size_t>(index.column())].cell(d, citation, role);
    }
}

const ColumnSpec& SourcesModel::column(int section) const
{
    return Private::kColumns[static_cast<std::size_t>(section)].spec;
}

} // namespace ochain
