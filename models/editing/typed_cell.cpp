// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/typed_cell.h"

#include "document/names.h"
#include "editing/typed_text.h"
#include "editing/value_text.h"
#include "formats/typed_signs.h"

#include <algorithm>

namespace ochain {

namespace {

/// A claim or an override is one value: what else a text says has no place there.
ReadResult readClaimed(const Chain& chain, const ValuePlace& place, std::string_view key, const QString& text)
{
    const std::string unit = unitOfClaimed(chain, key);
    const Beside beside = [&](Field field) {
        return place.table == Table::Metrics && field == metric_field::Unit ? unit : std::string();
    };
    ReadResult reading = readCell(chain, place.table, key, place.field, text, beside);
    if (reading && !reading->also.empty())
        return refuse(QT_TRANSLATE_NOOP("Sentence",
                                        "“{0}” says more than one value, and a claim or an override has one; "
                                        "write the amount alone"),
                      text);
    return reading;
}

} // namespace

std::string unitOfClaimed(const Chain& chain, std::string_view key)
{
    for (; !key.empty(); key.remove_prefix(std::min(key.find('/'), key.size() - 1) + 1))
        if (const RowRef row{Table::Metrics, chain.find(Table::Metrics, key.substr(0, key.find('/')))};
            row.row != kNoRow)
            return chain.value(row, metric_field::Unit);
    return {};
}

ReadResult readCell(const Chain& chain, Table table, std::string_view key, Field field, const QString& text,
                    const Beside& beside)
{
    if (const ValuePlace place = placeOfValue(table, key, field); place.table != table)
        return readClaimed(chain, place, key, text);
    if (fieldSpec(table, field).type == FieldType::Weight && !saysPercent(normalised(text)))
        return refuse(QT_TRANSLATE_NOOP("Sentence", "“{0}” is no whole number of basis points; write them as 8000, or "
                                                    "in percent as 80%"),
                      text);
    return readTyped(chain, table, field, text, beside);
}

} // namespace ochain
