// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/difference_cells.h"

#include "analyses/difference.h"
#include "document/second_lens.h"
#include "figures/compared_words.h"
#include "figures/figure_words.h"
#include "formats/format.h"
#include "items/cells.h"
#include "items/roles.h"

#include <optional>

namespace ochain {

namespace {

std::int64_t amountOf(const Chain& chain, const Rollups& rollups, const FigureCell& cell)
{
    if (!cell.deal.isSet())
        return rollups.figure(cell.group, cell.measure, cell.layer, cell.period).value;
    return isCapacity(cell.measure) ? rollups.dealCapacity(chain, cell.deal, cell.period).value
                                    : rollups.dealMoney(chain, cell.deal, cell.period).value;
}

/// The same figure under the other lens: zero where that chain has not what it is of.
std::optional<std::int64_t> amountAgainst(const Document& document, const FigureCell& cell)
{
    SecondLens& second = document.second();
    const std::optional<Period> period = second.against(cell.period);
    const SharedSnapshot other = period ? second.snapshot() : SharedSnapshot();
    if (!other)
        return std::nullopt;
    std::optional<FigureCell> same = sameCell(other->chain, document.chain(), cell);
    if (!same)
        return 0;
    same->period = *period;
    return amountOf(other->chain, other->rollups, *same);
}

} // namespace

QVariant differenceData(const Document& document, const FigureCell& cell, int role)
{
    const std::optional<std::int64_t> against = amountAgainst(document, cell);
    if (!against)
        return nothingData(role);
    const std::int64_t shown = amountOf(document.viewed().chain, document.viewed().rollups, cell);
    const std::int64_t moved = shown - *against;
    const Unit unit = cell.deal.isSet() && !isCapacity(cell.measure) ? Unit::Money : unitOf(cell.measure);
    switch (role) {
    case Qt::DisplayRole:
        return moved == 0 ? QString() : deltaText(moved, unit);
    case PlainRole:
        return plainText(moved, unit);
    case SortRole:
        return QVariant::fromValue<qlonglong>(moved);
    case NumericRole:
        return true;
    case Qt::ToolTipRole: {
        const ComparedWords words = comparedWords(document);
        return FigureWords::tr("%1 %2, %3 %4", "which lens, its amount; twice")
            .arg(words.shown, amountTextInFull(shown, unit), words.against, amountTextInFull(*against, unit));
    }
    default:
        return {};
    }
}

} // namespace ochain
