// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/tranches_model.h"

#include "figures/format.h"
#include "items/cells.h"
#include "items/table_edits.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ochain {

namespace {

using Column = TranchesModel::Column;

struct ColumnSpec {
    const char* title;
    Field field; ///< of table tranches
    bool isNumeric;
};

constexpr std::array<ColumnSpec, TranchesModel::kColumnCount> kColumns{{
    {QT_TRANSLATE_NOOP("ochain::TranchesModel", "Starts"), tranche_field::Starts, false},
    {QT_TRANSLATE_NOOP("ochain::TranchesModel", "Ends"), tranche_field::Ends, false},
    {QT_TRANSLATE_NOOP("ochain::TranchesModel", "Capacity"), tranche_field::CapacityMw, true},
    {QT_TRANSLATE_NOOP("ochain::TranchesModel", "Value"), tranche_field::ValueUsd, true},
    {QT_TRANSLATE_NOOP("ochain::TranchesModel", "Basis"), tranche_field::Basis, false},
    {QT_TRANSLATE_NOOP("ochain::TranchesModel", "Note"), tranche_field::NoteEn, false},
}};
constexpr int kLastColumn = TranchesModel::kColumnCount - 1;

constexpr std::array<const char*, kBasisNames.size()> kBasisTitles{
    QT_TRANSLATE_NOOP("ochain::TranchesModel", "reported"), QT_TRANSLATE_NOOP("ochain::TranchesModel", "estimated"),
    QT_TRANSLATE_NOOP("ochain::TranchesModel", "derived"), QT_TRANSLATE_NOOP("ochain::TranchesModel", "assumed")};

/// What a deal's tranches leave of an amount: nothing (kAbsent) if it has no total or they use it up.
std::int64_t leftOf(std::int64_t total, std::int64_t sum)
{
    return total != kAbsent && total > sum ? total - sum : kAbsent;
}

} // namespace

struct TranchesModel::Private {
    explicit Private(Document& followed) : document(followed) {}

    /// The rows as last announced.
    struct Rows {
        std::vector<TrancheId> tranches;
        Kilowatts capacityLeft = kAbsent;
        Cents valueLeft = kAbsent;

        [[nodiscard]] bool hasRest() const { return capacityLeft != kAbsent || valueLeft != kAbsent; }
        [[nodiscard]] int count() const { return static_cast<int>(tranches.size()) + (hasRest() ? 1 : 0); }
    };

    Document& document;
    Language language = Language::English;
    DealId deal;
    Rows rows;

    [[nodiscard]] const Chain& chain() const { return document.chain(); }
    [[nodiscard]] Rows current() const;
    [[nodiscard]] QVariant trancheCell(const Tranche& tranche, Column column, int role) const;
    [[nodiscard]] QVariant restCell(Column column, int role) const;
};

TranchesModel::Private::Rows TranchesModel::Private::current() const
{
    Rows now;
    if (!deal.isSet() || !chain().deals().isAlive(deal))
        return now;
    Kilowatts capacity = 0;
    Cents value = 0;
    chain().forEachTranche(deal, [&](TrancheId id, const Tranche& tranche) {
        now.tranches.push_back(id);
        capacity += std::max<Kilowatts>(tranche.capacity, 0);
        value += std::max<Cents>(tranche.value, 0);
    });
    std::sort(now.tranches.begin(), now.tranches.end(), [this](TrancheId a, TrancheId b) {
        return chain().tranches()[a].head.rowid < chain().tranches()[b].head.rowid;
    });
    if (!now.tranches.empty()) { // a deal without phases is no rest of itself
        now.capacityLeft = leftOf(chain().deals()[deal].capacity, capacity);
        now.valueLeft = leftOf(chain().deals()[deal].value, value);
    }
    return now;
}

QVariant TranchesModel::Private::trancheCell(const Tranche& tranche, Column column, int role) const
{
    switch (column) {
    case Column::Starts:
        return dateData(tranche.starts, language, role);
    case Column::Ends:
        return dateData(tranche.ends, language, role);
    case Column::Capacity:
        return amountData(tranche.capacity, Unit::Capacity, language, role);
    case Column::Value:
        return amountData(tranche.value, Unit::Money, language, role);
    case Column::Basis:
        return textData(TranchesModel::tr(kBasisTitles[static_cast<std::size_t>(tranche.basis)]), role);
    case Column::Note:
        return textData(toQString(chain().text(tranche.note)), role);
    }
    return {};
}

QVariant TranchesModel::Private::restCell(Column column, int role) const
{
    const Deal& row = chain().deals()[deal];
    switch (column) {
    case Column::Starts:
        return dateData(row.starts, language, role);
    case Column::Ends:
        return dateData(row.ends, language, role);
    case Column::Capacity:
        return amountData(rows.capacityLeft, Unit::Capacity, language, role);
    case Column::Value:
        return amountData(rows.valueLeft, Unit::Money, language, role);
    case Column::Basis:
        return nothingData(role);
    case Column::Note:
        return textData(TranchesModel::tr("Remainder"), role);
    }
    return {};
}

TranchesModel::TranchesModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), m_private(std::make_unique<Private>(document))
{
    connect(&document, &Document::changed, this, &TranchesModel::follow);
}

TranchesModel::~TranchesModel() = default;

DealId TranchesModel::deal() const noexcept
{
    return m_private->deal;
}

void TranchesModel::setDeal(DealId deal)
{
    if (deal == m_private->deal)
        return;
    m_private->deal = deal;
    show();
}

void TranchesModel::follow(const Changed& changed)
{
    Private& d = *m_private;
    if (!d.deal.isSet())
        return;
    if (!d.chain().deals().isAlive(d.deal))
        d.deal = DealId{};
    const Private::Rows before = d.rows;
    show();
    for (const RowRef& ref : changed.rows) {
        const auto at = std::find(d.rows.tranches.begin(), d.rows.tranches.end(), TrancheId{ref.row});
        const bool wasThere =
            std::find(before.tranches.begin(), before.tranches.end(), TrancheId{ref.row}) != before.tranches.end();
        if (ref.table == Table::Tranches && at != d.rows.tranches.end() && wasThere) {
            const int row = static_cast<int>(at - d.rows.tranches.begin());
            emit dataChanged(index(row, 0), index(row, kLastColumn), {});
        }
        // The remainder has the deal's own dates.
        if (ref == RowRef{Table::Deals, d.deal.value} && d.rows.hasRest())
            emit dataChanged(index(d.rows.count() - 1, 0), index(d.rows.count() - 1, kLastColumn), {});
    }
}

/// Leads the rows over to what the deal has now: what stays is left alone, the remainder keeps its place at the end.
void TranchesModel::show()
{
    Private& d = *m_private;
    const Private::Rows now = d.current();
    std::vector<TrancheId>& shown = d.rows.tranches;
    if (d.rows.hasRest() && !now.hasRest()) {
        beginRemoveRows({}, d.rows.count() - 1, d.rows.count() - 1);
        d.rows.capacityLeft = d.rows.valueLeft = kAbsent;
        endRemoveRows();
    }
    for (int row = static_cast<int>(shown.size()) - 1; row >= 0; --row)
        if (std::find(now.tranches.begin(), now.tranches.end(), shown[static_cast<std::size_t>(row)]) ==
            now.tranches.end()) {
            beginRemoveRows({}, row, row);
            shown.erase(shown.begin() + row);
            endRemoveRows();
        }
    for (std::size_t row = 0; row < now.tranches.size(); ++row) {
        if (row < shown.size() && shown[row] == now.tranches[row])
            continue;
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(row), now.tranches[row]);
        endInsertRows();
    }
    if (!d.rows.hasRest() && now.hasRest()) {
        beginInsertRows({}, d.rows.count(), d.rows.count());
        d.rows = now;
        endInsertRows();
        return;
    }
    const bool isRestMoved = d.rows.capacityLeft != now.capacityLeft || d.rows.valueLeft != now.valueLeft;
    d.rows = now;
    if (isRestMoved)
        emit dataChanged(index(now.count() - 1, 0), index(now.count() - 1, kLastColumn), {});
}

void TranchesModel::setLanguage(Language language)
{
    m_private->language = language;
    emit headerDataChanged(Qt::Horizontal, 0, kLastColumn);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kLastColumn),
                         {Qt::DisplayRole, Qt::ToolTipRole, SortRole, PlainRole});
}

int TranchesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_private->rows.count();
}
int TranchesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant TranchesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private& d = *m_private;
    const auto column = static_cast<Column>(index.column());
    if (role == FieldRole)
        return static_cast<int>(kColumns[static_cast<std::size_t>(index.column())].field);
    if (static_cast<std::size_t>(index.row()) >= d.rows.tranches.size())
        return d.chain().deals().isAlive(d.deal) ? d.restCell(column, role) : QVariant();
    const TrancheId id = d.rows.tranches[static_cast<std::size_t>(index.row())];
    if (!d.chain().tranches().isAlive(id))
        return {};
    const Tranche& tranche = d.chain().tranches()[id];
    switch (role) {
    case RowRefRole:
        return toVariant({Table::Tranches, id.value});
    case KeyRole:
        return toQString(d.chain().key({Table::Tranches, id.value}));
    case BasisRole:
        return static_cast<int>(tranche.basis);
    case AssumedRole:
        return tranche.basis == Basis::Assumed ? 1.0 : 0.0;
    default:
        return d.trancheCell(tranche, column, role);
    }
}

bool TranchesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto row = rowRefOf(index);
    if (role != Qt::EditRole || !row)
        return false;
    const Field field = kColumns[static_cast<std::size_t>(index.column())].field;
    QString text = value.toString();
    if (field == tranche_field::Basis) // the table shows it translated
        for (std::size_t i = 0; i < kBasisNames.size(); ++i)
            if (text == tr(kBasisTitles[i]))
                text = toQString(kBasisNames[i]);
    const auto why = applyTyped(m_private->document, *row, field, text, m_private->language);
    if (why)
        emit refused(*why);
    return !why;
}

QVariant TranchesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return tr(kColumns[static_cast<std::size_t>(section)].title);
    if (role == NumericRole)
        return kColumns[static_cast<std::size_t>(section)].isNumeric;
    return {};
}

Qt::ItemFlags TranchesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const bool isTranche = static_cast<std::size_t>(index.row()) < m_private->rows.tranches.size();
    return isTranche && !m_private->document.isReadOnly() ? flags | Qt::ItemIsEditable : flags;
}

} // namespace ochain
