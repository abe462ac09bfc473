// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/table_model.h"

#include "items/roles.h"
#include "language/language.h"

namespace ochain {

QStringList titlesOf(const char* context, const char* title)
{
    static const Dictionary chinese(Language::Chinese);
    QStringList titles{QString::fromUtf8(title), chinese.translate(context, title)};
    titles.removeDuplicates();
    return titles;
}

QVariant headerOf(const ColumnSpec& column, const QMetaObject& model, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return model.tr(column.title, nullptr);
    case NumericRole:
        return column.isNumeric;
    case WidthRole:
        return column.width;
    case HiddenRole:
        return column.isHidden;
    case ContentRole:
        return static_cast<int>(column.content);
    case FieldRole:
        return column.field;
    case NamesRole:
        return titlesOf(model.className(), column.title);
    default:
        return {};
    }
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isColumn = orientation == Qt::Horizontal && section >= 0 && section < m_columns;
    return isColumn ? headerOf(column(section), *metaObject(), role) : QVariant();
}

void TableModel::announceLanguage()
{
    emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    announceRows(0, rowCount() - 1, textRoles());
}

} // namespace ochain
