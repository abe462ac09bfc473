// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/table_import.h"

#include <QString>
#include <QStringList>

#include <string>

namespace ochain::testing {

/// "deal-1 capacity_mw 7; …": what is set, or the first thing that is said against it.
[[nodiscard]] inline QString outcome(const CsvImport& import)
{
    if (!import.problems.empty())
        return QString::fromStdString(import.problems.front().sentence.text());
    QStringList parts;
    for (const RowChange& change : import.edit.changes)
        for (const FieldChange& field : change.fields)
            parts << QStringLiteral("%1 %2 %3")
                         .arg(QString::fromStdString(change.key),
                              QString::fromStdString(std::string(fieldSpec(change.table, field.field).name)),
                              QString::fromStdString(field.after));
    return parts.join(QStringLiteral("; "));
}

} // namespace ochain::testing
