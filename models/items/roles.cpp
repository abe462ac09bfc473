// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/roles.h"

#include <QAbstractItemModel>

namespace ochain {

const QList<int>& rowRoles()
{
    static const QList<int> kRoles{
        Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, SortRole,     RowRefRole,    KeyRole,   PlainRole,  NumericRole,
        UndisclosedRole, AbsentRole,   AssumedRole,     TierRootRole, TierShadeRole, BasisRole, CountsRole, UrlRole};
    return kRoles;
}

const QList<int>& figureRoles()
{
    static const QList<int> kRoles{Qt::DisplayRole, Qt::ToolTipRole, SortRole,   PlainRole,
                                   UndisclosedRole, AbsentRole,      AssumedRole};
    return kRoles;
}

const QList<int>& textRoles()
{
    static const QList<int> kRoles{Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, SortRole, PlainRole};
    return kRoles;
}

std::optional<RowRef> rowRefOf(const QModelIndex& index)
{
    const QVariant packedRef = index.data(RowRefRole);
    if (!packedRef.isValid())
        return std::nullopt;
    const qulonglong value = packedRef.toULongLong();
    return RowRef{static_cast<Table>(value >> 32U), static_cast<std::uint32_t>(value & 0xFFFFFFFFU)};
}

namespace {

std::optional<Field> fieldIn(const QVariant& said)
{
    return said.isValid() && said.toInt() >= 0 ? std::optional(static_cast<Field>(said.toInt())) : std::nullopt;
}

} // namespace

std::optional<Field> fieldOf(const QModelIndex& index)
{
    return fieldIn(index.data(FieldRole));
}

std::optional<Field> fieldOfColumn(const QAbstractItemModel& model, int column)
{
    return fieldIn(model.headerData(column, Qt::Horizontal, FieldRole));
}

QVariant toVariant(RowRef row)
{
    return QVariant::fromValue<qulonglong>(packed(row));
}

} // namespace ochain
