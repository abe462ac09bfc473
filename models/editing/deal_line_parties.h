// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/deal_line_text.h"

#include <map>

namespace ochain {

/// Finds the two parties of a line: around an arrow, or two names with a verb between them ("sells to", "向…供应"). The
/// longest name that fits is taken. A text that names nobody, or several, is left over with those who may be meant.
class DealLineParties {
public:
    explicit DealLineParties(DealLineText& line) : m_line(line) {}

    /// Takes names of the chain, to be called first. @return whether the line says who supplies whom
    bool readNames();
    /// Leaves over what stands beside the arrow and names nobody, once all else has been read.
    void leaveUnknown();

private:
    struct Name {
        LineSpan span;
        std::vector<std::uint32_t> nodes;
    };
    [[nodiscard]] bool readArrow();
    [[nodiscard]] bool readVerb();
    [[nodiscard]] std::vector<Name> namesIn(LineSpan where) const;
    void take(Field end, const Name& name);

    DealLineText& m_line;
    std::map<Field, LineSpan> m_unknown; ///< where a party is named that is none of the chain
};

} // namespace ochain
