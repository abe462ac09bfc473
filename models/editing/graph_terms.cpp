// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/graph_terms.h"

#include "document/names.h"
#include "editing/cell_reader.h"
#include "editing/row_draft.h"

namespace ochain {

GraphWords graphTerms(const Chain& chain)
{
    return {[](std::string_view name) { return toQString(name).trimmed().toCaseFolded().toStdString(); },
            [](std::string_view name) { return keyFrom(toQString(name), {}); }, cellReader(chain)};
}

} // namespace ochain
