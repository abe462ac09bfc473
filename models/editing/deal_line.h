// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "formats/reading.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ochain {

/// A field that a line of text says, surely.
struct DealLinePart {
    Field field = 0;
    QString text;  ///< the words of the line
    QString typed; ///< what to type into the field for them
    Reading reading;
};

/// What a line has besides, as far as it says something.
struct DealLineRest {
    QString text;
    std::optional<Sentence> why;          ///< why it was not read; none: it is nothing to a deal
    Field field = 0;                      ///< of offers: the end of the deal that may be meant
    std::vector<std::string> offers = {}; ///< keys of nodes that may be meant, the likeliest first
};

/// A deal as news tell it in one line, taken apart.
struct DealLine {
    bool hasArrow = false;           ///< it says who supplies whom, be it that the names are none of the chain
    std::vector<DealLinePart> parts; ///< in the order of the fields
    QString address;                 ///< of a source
    std::vector<DealLineRest> rest;  ///< in the order of the line

    [[nodiscard]] const DealLinePart* part(Field field) const;
    /// Whether it is news of a deal, and no text like any other: it says who supplies whom, and something else surely.
    [[nodiscard]] bool isOfDeal() const { return hasArrow && parts.size() > 1; }
};

/// Reads "Oracle → OpenAI Group PBC cloud 4.5GW $300B 2027-2031 signed 2025-07-22 https://…", in English or Chinese:
/// parties around an arrow or a verb, the kind, the status, amounts, dates, a share, an address. Nothing is guessed:
/// what has two readings, or is near to a name only, is left over with the reason.
[[nodiscard]] DealLine readDealLine(const Chain& chain, const QString& line);

} // namespace ochain
