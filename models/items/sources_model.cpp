// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/sources_model.h"

#include "figures/format.h"
#include "items/cells.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <vector>

namespace ochain {

namespace {

constexpr std::array<const char*, SourcesModel::kColumnCount> kTitles{
    QT_TRANSLATE_NOOP("ochain::SourcesModel", "Publisher"), QT_TRANSLATE_NOOP("ochain::SourcesModel", "Title"),
    QT_TRANSLATE_NOOP("ochain::SourcesModel", "Published"), QT_TRANSLATE_NOOP("ochain::SourcesModel", "Says")};
constexpr int kLastColumn = SourcesModel::kColumnCount - 1;

/// Web addresses only: nothing from a file may start a program or open another file.
QString webAddress(std::string_view text)
{
    const QUrl url(toQString(text), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && isWeb && !url.host().isEmpty() ? url.toString(QUrl::FullyEncoded) : QString();
}

} // namespace

struct SourcesModel::Private {
    explicit Private(Document& followed) : document(followed) {}

    Document& document;
    std::optional<RowRef> row;
    std::vector<CitationId> citations; ///< by rowid: the order in which they were entered

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
    [[nodiscard]] QVariant cell(const Citation& citation, Column column, int role) const
    {
        const Source& source = chain().sources()[citation.source];
        switch (column) {
        case Column::Publisher:
            return textData(toQString(chain().text(source.publisher)), role);
        case Column::Title:
            return textData(toQString(chain().text(source.title)), role);
        case Column::Published:
            return dateData(source.published, role);
        case Column::Fields:
            return textData(toQString(chain().text(citation.fields)).replace(QLatin1Char(';'), QStringLiteral(", ")),
                            role);
        }
        return {};
    }
};

SourcesModel::SourcesModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_private(std::make_unique<Private>(document))
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
    show(m_private->current());
}

void SourcesModel::follow(const Changed& changed)
{
    Private& d = *m_private;
    if (!d.row)
        return;
    if (!d.chain().isAlive(*d.row))
        d.row.reset();
    const std::vector<CitationId> now = d.current();
    const bool isTouched = changed.everything || std::any_of(changed.rows.begin(), changed.rows.end(), [](RowRef ref) {
                               return ref.table == Table::Citations || ref.table == Table::Sources;
                           });
    if (now != d.citations)
        show(now);
    else if (isTouched && !now.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kLastColumn), {});
}

/// Takes out what is not in `now`, then puts in what is new; what stays is left alone.
void SourcesModel::show(const std::vector<CitationId>& now)
{
    std::vector<CitationId>& shown = m_private->citations;
    for (int row = static_cast<int>(shown.size()) - 1; row >= 0; --row)
        if (std::find(now.begin(), now.end(), shown[static_cast<std::size_t>(row)]) == now.end()) {
            beginRemoveRows({}, row, row);
            shown.erase(shown.begin() + row);
            endRemoveRows();
        }
    for (std::size_t row = 0; row < now.size(); ++row) {
        if (row < shown.size() && shown[row] == now[row])
            continue;
        if (const auto later = std::find(shown.begin(), shown.end(), now[row]); later != shown.end()) {
            const int old = static_cast<int>(later - shown.begin());
            beginRemoveRows({}, old, old);
            shown.erase(later);
            endRemoveRows();
        }
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(row), now[row]);
        endInsertRows();
    }
}

void SourcesModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kLastColumn);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kLastColumn), {Qt::DisplayRole});
}

int SourcesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->citations.size());
}

int SourcesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
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
        return webAddress(d.chain().text(d.chain().sources()[citation.source].url));
    case Qt::ToolTipRole:
        return toQString(d.chain().text(d.chain().sources()[citation.source].url));
    default:
        return d.cell(citation, static_cast<Column>(index.column()), role);
    }
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kColumnCount)
        return {};
    return tr(kTitles[static_cast<std::size_t>(section)]);
}

} // namespace ochain
