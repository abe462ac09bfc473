// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/csv_reader.h"

#include <QStringList>

#include <optional>
#include <string>

namespace ochain::testing {

/// "1: a|b" for each record of a CSV text, and the line of the fault.
[[nodiscard]] inline QStringList split(const std::string& text)
{
    QStringList records;
    const std::optional<CsvFault> fault = readCsv(text, [&](CsvRecord& record) {
        QStringList fields;
        for (const std::string& field : record.fields)
            fields << QString::fromStdString(field);
        records << QStringLiteral("%1: %2").arg(record.line).arg(fields.join(u'|'));
        return true;
    });
    if (fault)
        records << QStringLiteral("fault in line %1").arg(fault->line);
    return records;
}

} // namespace ochain::testing
