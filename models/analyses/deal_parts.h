// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/deal_amounts.h"
#include "analyses/part.h"

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace ochain {

/// Tells apart what deals add to a cell: their pieces as stated, and what each setting of the lens takes, one after
/// another in the order in which a schedule takes it (data/README.md, section 7). One deal after another; for one
/// thread; the chain must outlive it and stay as it is.
class DealParts {
public:
    DealParts(const Chain& chain, const Lens& lens, const Calendar& calendar);

    /// The lines of a deal; they add up to what it adds to the cell. None for a count.
    [[nodiscard]] std::vector<Part> of(DealId deal, const CellReading& reading);

private:
    /// The lens as far as it has been put on.
    enum Stage : std::uint8_t { Stated, Committed, Unique, Converted, Weighed };

    [[nodiscard]] DealAmounts& at(Stage stage) { return *m_stages[stage]; }
    [[nodiscard]] Part line(PartKind kind, std::int64_t amount) const;
    void addPieces(const CellReading& reading, std::vector<Part>& parts);
    void addFormula(const CellReading& reading, std::vector<Part>& parts);
    [[nodiscard]] Part formulaLine(DealAmounts& amounts, const CellReading& reading);
    [[nodiscard]] std::vector<FormulaInput> inputsOn(DealAmounts& amounts, Day day);
    void addTaken(const CellReading& reading, std::vector<Part>& parts);
    void addTakes(const CellReading& reading, std::vector<Part>& parts);
    void addStep(PartKind kind, Stage stage, const CellReading& reading, std::vector<Part>& parts);

    const Chain& m_chain;
    Lens m_lens;
    std::array<std::shared_ptr<DealAmounts>, 5> m_stages; ///< of one lens the same
    DealId m_deal;                                        ///< the one under way
};

} // namespace ochain
