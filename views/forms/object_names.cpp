// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/object_names.h"

#include "document/names.h"

#include <QStringList>

namespace ochain {

QString capitalised(const QString& word)
{
    return word.left(1).toUpper() + word.mid(1);
}

QString fieldWord(Table table, Field field)
{
    static const QStringList kUnits{QStringLiteral("mw"), QStringLiteral("usd"), QStringLiteral("pct"),
                                    QStringLiteral("bp"), QStringLiteral("en")};
    QStringList parts = toQString(fieldSpec(table, field).name).split(QLatin1Char('_'));
    if (parts.size() > 1 && kUnits.contains(parts.last()))
        parts.removeLast();
    QString word = parts.takeFirst();
    for (const QString& part : std::as_const(parts))
        word += capitalised(part);
    return word;
}

QString rowWord(Table table)
{
    QString word = table == Table::DealKinds ? QStringLiteral("dealKinds") : toQString(tableSpec(table).name);
    word.chop(table == Table::Statuses ? 2 : 1);
    return word;
}

} // namespace ochain
