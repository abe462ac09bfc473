// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/lens_notes.h"

#include "document/names.h"
#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "rollups/deal_reader.h"

#include <array>
#include <map>
#include <optional>

namespace ochain {

namespace {

/// What some deals come to that a lens leaves out.
struct LeftOut {
    Figure now;   ///< of the period looked at
    Figure total; ///< in all
    std::size_t deals = 0;
};

void addTo(Figure& sum, Figure figure)
{
    sum = {sum.value + figure.value, sum.undisclosed + figure.undisclosed};
}

/// Adds up, deal by deal, what counts under Commitments::Unsaid alone.
class UnsaidReader {
public:
    UnsaidReader(const Chain& chain, const Rollups& rollups, Period period)
        : m_reader(chain, rollups, unsaid(rollups.lens())), m_period(period)
    {}

    void add(DealId deal, Unit unit, LeftOut& to)
    {
        m_reader.moveTo(deal);
        const auto figureIn = [&](Period period) {
            return unit == Unit::Money ? m_reader.money(period) : m_reader.capacity(period);
        };
        const Figure total = figureIn(kTotal);
        if (!m_reader.schedule().counts || total == Figure{})
            return;
        addTo(to.total, total);
        addTo(to.now, figureIn(m_period));
        ++to.deals;
    }

private:
    static Lens unsaid(Lens lens)
    {
        lens.commitments = Commitments::Unsaid;
        return lens;
    }
    DealReader m_reader;
    Period m_period;
};

bool isPeriod(Period period)
{
    return period.kind == PeriodKind::Year || period.kind == PeriodKind::Quarter;
}

/// "spend $4.0B in 2028, $12B in all (7 deals, 2 of them undisclosed)"; empty of nothing.
QString partOf(const QString& name, const LeftOut& sum, Unit unit, Period period)
{
    if (sum.deals == 0)
        return {};
    const QString when = unit == Unit::Money ? inPeriod(period) : atEndOf(period);
    QString deals = dealsWords(sum.deals);
    if (sum.total.undisclosed > 0 && sum.total.value > 0)
        deals = FigureWords::tr("%1, %2 of them undisclosed").arg(deals, countText(sum.total.undisclosed));
    if (sum.total.value <= 0)
        return FigureWords::tr("%1 undisclosed (%2)", "measure, deals").arg(name, deals);
    if (!isPeriod(period))
        return FigureWords::tr("%1 %2 in all (%3)", "measure, amount, deals")
            .arg(name, amountText(sum.total.value, unit), deals);
    return FigureWords::tr("%1 %2 %3, %4 in all (%5)", "measure, amount, when, amount, deals")
        .arg(name, amountText(sum.now.value, unit), when, amountText(sum.total.value, unit), deals);
}

QString unsaidNote(const QStringList& parts)
{
    return FigureWords::tr("Left out, as nobody has said whether it is firm: %1.")
        .arg(parts.join(FigureWords::tr("; ")));
}

/// Calls f(DealId, const Deal&, isSupplier) for each deal over the border of a group.
template <class F>
void forEachCrossing(const Chain& chain, const FigureOptions& options, const std::vector<bool>& isMember, F&& f)
{
    for (std::uint32_t node = 0; node < isMember.size(); ++node) {
        if (!isMember[node] || options.isCancelled())
            continue;
        chain.forEachSupplied(NodeId{node}, [&](DealId id, const Deal& deal) {
            if (!isMember[deal.customer.value])
                f(id, deal, true);
        });
        chain.forEachBought(NodeId{node}, [&](DealId id, const Deal& deal) {
            if (!isMember[deal.supplier.value])
                f(id, deal, false);
        });
    }
}

/// Which boundaries capacity is converted at, and what has none.
class Conversion {
public:
    explicit Conversion(const Chain& chain, const Rollups& rollups) : m_chain(chain), m_reader(chain, rollups) {}

    void add(DealId deal)
    {
        m_reader.moveTo(deal);
        if (!m_reader.schedule().counts || m_reader.capacity(kTotal).value == 0)
            return;
        bool isUnsaid = false;
        for (const Piece& piece : m_reader.schedule().pieces) {
            if (orZero(piece.capacity).value == 0)
                continue;
            if (piece.boundary.isSet())
                m_used[piece.boundary.value] = true;
            isUnsaid = isUnsaid || !piece.boundary.isSet();
        }
        m_unsaid += isUnsaid ? 1 : 0;
    }

    [[nodiscard]] QStringList notes() const
    {
        QStringList notes;
        if (m_unsaid > 0)
            notes << FigureWords::tr("No boundary is stated by %1: those megawatts stay as stated.")
                         .arg(dealsWords(m_unsaid));
        QStringList shares;
        for (const auto& entry : m_used)
            if (const Boundary& boundary = m_chain.boundaries()[BoundaryId{entry.first}];
                boundary.toIt != BasisPoints{10'000})
                shares << FigureWords::tr("%1 %2", "boundary, share")
                              .arg(nameOf(m_chain, RowRef{Table::Boundaries, entry.first}), shareText(boundary.toIt));
        if (!shares.isEmpty())
            notes << FigureWords::tr("Assumed, what part of a megawatt is IT load: %1.")
                         .arg(shares.join(FigureWords::tr(", ")));
        return notes;
    }

private:
    const Chain& m_chain;
    DealReader m_reader;
    std::size_t m_unsaid = 0;
    std::map<std::uint32_t, bool> m_used; ///< by boundary
};

/// The measure of money that a deal over a group's border counts in.
std::optional<Measure> moneyOf(DealClass dealClass, bool isSupplier)
{
    switch (dealClass) {
    case DealClass::Trade:
        return isSupplier ? Measure::Revenue : Measure::Spend;
    case DealClass::Capital:
        return isSupplier ? Measure::CapitalOut : Measure::CapitalIn;
    case DealClass::Contingent:
        return isSupplier ? Measure::GuaranteedOut : Measure::GuaranteedIn;
    default:
        return std::nullopt;
    }
}

bool isFirm(const Rollups& rollups)
{
    return rollups.lens().commitments == Commitments::Firm;
}

bool isOfIt(const Rollups& rollups)
{
    return rollups.lens().megawatts == MegawattsOf::It;
}

} // namespace

QStringList moneyLensNotes(const Chain& chain, const Rollups& rollups, const FigureOptions& options, Group group)
{
    if (!isFirm(rollups))
        return {};
    UnsaidReader reader(chain, rollups, options.period);
    std::map<Measure, LeftOut> sums;
    forEachCrossing(chain, options, membersOf(chain, group), [&](DealId id, const Deal& deal, bool isSupplier) {
        if (const std::optional<Measure> measure = moneyOf(chain.classOf(deal), isSupplier))
            reader.add(id, Unit::Money, sums[*measure]);
    });
    QStringList parts;
    for (const auto& [measure, sum] : sums)
        if (const QString part = partOf(measureText(measure).toLower(), sum, Unit::Money, options.period);
            !part.isEmpty())
            parts << part;
    return parts.isEmpty() ? QStringList() : QStringList{unsaidNote(parts)};
}

QStringList capacityLensNotes(const Chain& chain, const Rollups& rollups, const FigureOptions& options, Group group)
{
    if (!isFirm(rollups) && !isOfIt(rollups))
        return {};
    UnsaidReader reader(chain, rollups, options.period);
    Conversion conversion(chain, rollups);
    std::map<LayerNumber, LeftOut> sums;
    forEachCrossing(chain, options, membersOf(chain, group), [&](DealId id, const Deal& deal, bool isSupplier) {
        if (isSupplier || chain.classOf(deal) != DealClass::Trade)
            return;
        if (isFirm(rollups))
            reader.add(id, Unit::Capacity, sums[chain.layerOf(deal.supplier)]);
        if (isOfIt(rollups))
            conversion.add(id);
    });
    QStringList parts;
    for (const auto& [layer, sum] : sums)
        if (const QString part = partOf(layerName(chain, layer), sum, Unit::Capacity, options.period); !part.isEmpty())
            parts << part;
    QStringList notes = conversion.notes();
    if (!parts.isEmpty())
        notes.prepend(unsaidNote(parts));
    return notes;
}

QStringList flowLensNotes(const Chain& chain, const Rollups& rollups, const FigureOptions& options, LayerNumber layer)
{
    const bool isMoney = options.mode == FlowMode::Money;
    if (!isFirm(rollups) && (isMoney || !isOfIt(rollups)))
        return {};
    UnsaidReader reader(chain, rollups, options.period);
    Conversion conversion(chain, rollups);
    LeftOut trade;
    LeftOut capital;
    chain.deals().forEach([&](DealId id, const Deal& deal) {
        const DealClass dealClass = chain.classOf(deal);
        const bool isShown = isMoney ? dealClass == DealClass::Trade || dealClass == DealClass::Capital
                                     : dealClass == DealClass::Trade && chain.layerOf(deal.supplier) == layer;
        if (!isShown || options.isCancelled())
            return;
        if (isFirm(rollups))
            reader.add(id, isMoney ? Unit::Money : Unit::Capacity, dealClass == DealClass::Capital ? capital : trade);
        if (!isMoney && isOfIt(rollups))
            conversion.add(id);
    });
    const Unit unit = isMoney ? Unit::Money : Unit::Capacity;
    QStringList parts{partOf(isMoney ? FigureWords::tr("trade") : layerName(chain, layer), trade, unit, options.period),
                      partOf(FigureWords::tr("capital"), capital, unit, options.period)};
    parts.removeAll(QString());
    QStringList notes = conversion.notes();
    if (!parts.isEmpty())
        notes.prepend(unsaidNote(parts));
    return notes;
}

} // namespace ochain
