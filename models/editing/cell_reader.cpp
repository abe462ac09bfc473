// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/cell_reader.h"

#include "chain/text_form.h"
#include "document/names.h"
#include "editing/typed_cell.h"

namespace ochain {

CsvCellReader cellReader(const Chain& chain)
{
    return [&chain](const CsvCell& cell) -> tl::expected<CsvReading, Sentence> {
        ReadResult reading = readCell(chain, cell.table, cell.key, cell.field, toQString(cell.text), cell.beside);
        if (!reading)
            return tl::unexpected(std::move(reading.error()));
        CsvReading read{std::move(reading->canonical), {}};
        for (FilledField& filled : reading->also)
            read.also.emplace_back(filled.field, std::move(filled.canonical));
        return read;
    };
}

Sentence sentenceOn(const CsvRead& read)
{
    if (!read.cell.empty())
        return {QT_TRANSLATE_NOOP("Sentence", "{0}: {1} “{2}” was read as {3}"),
                {read.cell, std::string(fieldSpec(read.table, read.field).name), read.typed, read.canonical}};
    return {QT_TRANSLATE_NOOP("Sentence", "{0}.csv, line {1}: {2} “{3}” was read as {4}"),
            {std::string(tableSpec(read.table).name), std::to_string(read.line),
             std::string(fieldSpec(read.table, read.field).name), read.typed, read.canonical}};
}

} // namespace ochain
