// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal_rows.h"

#include "chain/text_form.h"

#include <string>

namespace ochain {

Sentence journalFault(std::int64_t seq, std::string_view what, std::string_view word)
{
    return {
        QT_TRANSLATE_NOOP(
            "Sentence",
            "edit {0} of the journal has the {1} “{2}”, which there is not; the journal is damaged: go back to a copy of the file, or export it and make a new one"),
        {std::to_string(seq), std::string(what), shown(word)}};
}

void addRow(EditDigester& digester, RawStatement& row, int columns)
{
    for (int column = 0; column < columns; ++column)
        digester.row().add(row.value(column));
    digester.take();
}

} // namespace ochain
