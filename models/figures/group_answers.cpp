// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/group_answers.h"

#include "figures/figure_parts.h"
#include "figures/figure_words.h"
#include "formats/format.h"
#include "rollups/deal_reader.h"

#include <algorithm>
#include <array>

namespace ochain {

namespace {

constexpr int kAskedYear = 2030;
constexpr std::array kBorderMoney{Measure::Revenue, Measure::Spend, Measure::CapitalIn, Measure::CapitalOut};
constexpr std::array kGoesOut{Measure::Spend, Measure::CapitalOut};

QString openNote()
{
    return FigureWords::tr("Deals without an amount or without dates could change this.");
}

Answer saying(const QString& text)
{
    return {text, {}, {}};
}

/// What can be said where the chain does not even have what is asked about; empty if it has.
QString whyNoAnswer(const Asking& asking)
{
    if (!asking.group)
        return FigureWords::tr("This chain has no companies yet");
    return asking.rollups.calendar().isEmpty() ? FigureWords::tr("No deal of this chain has a date yet") : QString();
}

ShownView placeOf(const Asking& asking, const QString& view, Period period, const Lens& lens)
{
    FigureOptions options;
    const Table table = asking.group->kind == Group::Kind::Node ? Table::Nodes : Table::Tiers;
    options.group = asking.chain.key({table, asking.group->row});
    ShownView shown = shownView(view, {lens, period}, options);
    shown.scenario.reset(); // it was asked of what is viewed
    return shown;
}

Figure figureIn(const Asking& asking, Measure measure, LayerNumber layer, Period period)
{
    return asking.rollups.figure(*asking.group, measure, layer, period);
}

/// Whether anything without an amount or without dates could still stand in a layer.
bool isOpen(const Asking& asking, LayerNumber layer)
{
    return figureIn(asking, Measure::CapacityIn, layer, kUnscheduled) != Figure{};
}

/// One side of the money year by year.
struct YearlyMoney {
    std::vector<std::int64_t> cents;
    std::vector<bool> isOpen; ///< something undisclosed or undated could add to it
};

template <class Measures>
YearlyMoney moneyOf(const Asking& asking, const Measures& measures)
{
    YearlyMoney side;
    bool isUndated = false;
    for (const Measure measure : measures) {
        const std::vector<Figure> figures = asking.rollups.figures(*asking.group, measure, kNoLayer, PeriodKind::Year);
        side.cents.resize(figures.size());
        side.isOpen.resize(figures.size());
        for (std::size_t at = 0; at < figures.size(); ++at) {
            side.cents[at] += figures[at].value;
            side.isOpen[at] = side.isOpen[at] || figures[at].undisclosed > 0;
        }
        isUndated = isUndated || figureIn(asking, measure, kNoLayer, kUnscheduled) != Figure{};
    }
    if (isUndated)
        side.isOpen.assign(side.isOpen.size(), true);
    return side;
}

QString coverWords(const Cover& cover)
{
    const auto year = [](int number) { return periodText({PeriodKind::Year, number, 0}); };
    if (cover.lastUncovered < cover.first)
        return FigureWords::tr("in every year from %1 to %2").arg(year(cover.first), year(cover.last));
    if (cover.covered == 0)
        return FigureWords::tr("in no year from %1 to %2").arg(year(cover.first), year(cover.last));
    if (cover.lastUncovered < cover.last)
        return FigureWords::tr("from %1 on").arg(year(cover.lastUncovered + 1));
    return FigureWords::tr("in %n years, but not in %1, the last", nullptr, cover.covered).arg(year(cover.last));
}

/// Where the funding position is lowest, in words; empty where it is never below zero.
struct LowestFunding {
    QString words;
    bool isCertain = true; ///< nothing undisclosed or undated could move it
};

/// Whether money without an amount or without dates could move the lowest funding position, or make another year's the
/// lowest: what meets the years up to it, what goes out after it, and what has no dates.
bool isFundingOpen(const Asking& asking, std::size_t lowest, Period period)
{
    const YearlyMoney out = moneyOf(asking, kGoesOut);
    const bool isOpenLater =
        std::find(out.isOpen.begin() + static_cast<std::ptrdiff_t>(lowest), out.isOpen.end(), true) != out.isOpen.end();
    const bool isUndated = std::any_of(kBorderMoney.begin(), kBorderMoney.end(), [&asking](Measure measure) {
        return figureIn(asking, measure, kNoLayer, kUnscheduled) != Figure{};
    });
    const Hidden hidden = asking.rollups.hidden(*asking.group, Measure::Funding, kNoLayer, period);
    return isOpenLater || isUndated || boundOf(hidden) != Bound::Exact;
}

LowestFunding lowestFunding(const Asking& asking)
{
    const std::vector<Figure> funding =
        asking.rollups.figures(*asking.group, Measure::Funding, kNoLayer, PeriodKind::Year);
    const auto least = std::min_element(funding.begin(), funding.end(),
                                        [](const Figure& a, const Figure& b) { return a.value < b.value; });
    if (least == funding.end() || least->value >= 0)
        return {};
    const auto at = static_cast<std::size_t>(least - funding.begin());
    const Period period{PeriodKind::Year, asking.rollups.calendar().firstYear() + static_cast<int>(at), 0};
    const QString when = periodText(period);
    if (isFundingOpen(asking, at, period))
        return {FigureWords::tr("lowest funding position: %1 in %2").arg(moneyText(Cents{least->value}), when), false};
    return {FigureWords::tr("still to be found by %2: %1").arg(moneyText(-Cents{least->value}), when), true};
}

/// Sums the amounts of the deals over a group's border under a lens.
class BorderSums {
public:
    explicit BorderSums(const Asking& asking) : m_asking(asking), m_isMember(membersOf(asking.chain, *asking.group)) {}

    /// @return false: it is not wanted any more
    [[nodiscard]] bool add(const Lens& lens, std::int64_t FirmPart::*part, FirmShares& sums) const
    {
        DealReader reader(m_asking.chain, m_asking.rollups, lens);
        bool isWanted = true;
        std::uint32_t seen = 0;
        const auto take = [&](DealId id, const Deal& deal) {
            constexpr std::uint32_t kEvery = 64;
            isWanted = isWanted && (++seen % kEvery != 0 || m_asking.isWanted());
            if (isWanted && m_isMember[deal.supplier.value] != m_isMember[deal.customer.value])
                addDeal(reader, id, deal, part, sums);
        };
        for (std::uint32_t node = 0; node < m_isMember.size() && isWanted; ++node)
            if (m_isMember[node]) {
                m_asking.chain.forEachSupplied(NodeId{node}, take);
                m_asking.chain.forEachBought(NodeId{node}, take);
            }
        return isWanted;
    }

private:
    void addDeal(DealReader& reader, DealId id, const Deal& deal, std::int64_t FirmPart::*part, FirmShares& sums) const
    {
        const DealClass dealClass = m_asking.chain.classOf(deal);
        if (dealClass != DealClass::Trade && dealClass != DealClass::Capital)
            return;
        reader.moveTo(id);
        sums.money.*part += reader.money(kTotal).value;
        if (dealClass != DealClass::Trade)
            return;
        const LayerNumber layer = m_asking.chain.layerOf(deal.supplier);
        for (auto& [number, sum] : sums.capacity)
            if (number == layer)
                sum.*part += reader.capacity(kTotal).value;
    }

    const Asking& m_asking;
    std::vector<bool> m_isMember;
};

/// A share in whole percent; all and nothing are said of nothing less.
int percentOf(const FirmPart& part)
{
    constexpr int kAlmostAll = 99;
    if (part.firm >= part.all)
        return 100;
    const auto percent = static_cast<int>((Wide{part.firm} * 100 + part.all / 2) / part.all);
    return part.firm <= 0 ? 0 : std::clamp(percent, 1, kAlmostAll);
}

QString percentText(int percent)
{
    return shareText(BasisPoints{percent * 100});
}

/// "48 % of the gigawatts (chips)", or between which layers the shares lie: gigawatts of layers are never added up.
QString capacityWords(const Asking& asking, const FirmShares& shares)
{
    if (shares.capacity.empty())
        return {};
    const auto byShare = [](const auto& a, const auto& b) { return percentOf(a.second) < percentOf(b.second); };
    const auto [least, most] = std::minmax_element(shares.capacity.begin(), shares.capacity.end(), byShare);
    const QString from = percentText(percentOf(least->second));
    if (shares.capacity.size() == 1)
        return FigureWords::tr("%1 of the gigawatts (%2)", "share, layer")
            .arg(from, layerName(asking.chain, least->first));
    const QString to = percentText(percentOf(most->second));
    if (from == to)
        return FigureWords::tr("%1 of the gigawatts of each layer", "share").arg(from);
    return FigureWords::tr("of the gigawatts %1 (%2) to %3 (%4)", "share, layer, share, layer")
        .arg(from, layerName(asking.chain, least->first), to, layerName(asking.chain, most->first));
}

} // namespace

std::optional<Period> askedYear(const Calendar& calendar)
{
    if (calendar.isEmpty())
        return std::nullopt;
    return Period{PeriodKind::Year, std::clamp(kAskedYear, calendar.firstYear(), calendar.lastYear()), 0};
}

std::optional<Binding> bindingOf(const Asking& asking, Period period)
{
    const std::optional<BindingFigure> found = asking.rollups.binding(*asking.group, period);
    if (!found)
        return std::nullopt;
    Binding binding{found->layer, found->figure.value,
                    asking.rollups.hidden(*asking.group, Measure::Binding, kNoLayer, period), false};
    binding.isCertain = boundOf(binding.hidden) == Bound::Exact && !isOpen(asking, binding.layer);
    for (const LayerNumber layer : asking.chain.layerNumbers()) {
        const bool isStanding = figureIn(asking, Measure::CapacityIn, layer, period).value > 0;
        if (layer.isSet() && !isStanding && isOpen(asking, layer))
            binding.isCertain = false; // it could come to stand, and to bind
    }
    return binding;
}

QString bindingQuestion(const Asking& asking)
{
    const std::optional<Period> period = askedYear(asking.rollups.calendar());
    return FigureWords::tr("What binds in %1?")
        .arg(periodText(period.value_or(Period{PeriodKind::Year, kAskedYear, 0})));
}

std::optional<Answer> bindingAnswer(const Asking& asking)
{
    if (const QString why = whyNoAnswer(asking); !why.isEmpty())
        return saying(why);
    const Period period = *askedYear(asking.rollups.calendar());
    Answer answer{{}, {}, {placeOf(asking, QStringLiteral("capacity"), period, asking.rollups.lens()), {}}};
    const std::optional<Binding> binding = bindingOf(asking, period);
    if (!binding && isKnownBySiteOnly(asking.chain, asking.rollups, *asking.group, period))
        answer.text = FigureWords::tr("Known by site only: all that stands reaches single sites");
    else if (!binding)
        answer.text = FigureWords::tr("No capacity that comes in is known for then");
    else
        answer.text = (binding->isCertain ? FigureWords::tr("%1: %2, of the deals in this chain", "layer, capacity")
                                          : FigureWords::tr("%1: %2, of what is known", "layer, capacity"))
                          .arg(layerName(asking.chain, binding->layer),
                               boundedText(binding->kilowatts, binding->hidden, Unit::Capacity, HiddenStyle::Narrow));
    if (binding && !binding->isCertain)
        answer.note = openNote();
    return answer;
}

Cover coverOf(const Asking& asking)
{
    const YearlyMoney in = moneyOf(asking, std::array{Measure::Revenue});
    const YearlyMoney out = moneyOf(asking, kGoesOut);
    const int firstYear = asking.rollups.calendar().firstYear();
    Cover cover;
    for (std::size_t at = 0; at < in.cents.size(); ++at) {
        const int year = firstYear + static_cast<int>(at);
        if (in.cents[at] == 0 && out.cents[at] == 0)
            continue;
        cover.first = cover.last < cover.first ? year : cover.first;
        cover.last = year;
    }
    cover.lastUncovered = cover.first - 1;
    cover.isCertain = true;
    for (int year = cover.first; year <= cover.last; ++year) {
        const auto at = static_cast<std::size_t>(year - firstYear);
        const bool isCovered = in.cents[at] >= out.cents[at];
        cover.covered += isCovered ? 1 : 0;
        cover.lastUncovered = isCovered ? cover.lastUncovered : year;
        cover.isCertain = cover.isCertain && !(isCovered ? out : in).isOpen[at];
    }
    return cover;
}

std::optional<Answer> coverAnswer(const Asking& asking)
{
    if (const QString why = whyNoAnswer(asking); !why.isEmpty())
        return saying(why);
    const Cover cover = coverOf(asking);
    const bool isAnswered = cover.last >= cover.first;
    const bool isOnTheWay = isAnswered && cover.lastUncovered >= cover.first && cover.lastUncovered < cover.last;
    const Period period = isOnTheWay ? Period{PeriodKind::Year, cover.lastUncovered + 1, 0} : kTotal;
    Answer answer{{}, {}, {placeOf(asking, QStringLiteral("money"), period, asking.rollups.lens()), {}}};
    if (!isAnswered) {
        answer.text = FigureWords::tr("No money of it is known in any year");
        return answer;
    }
    if (asking.rollups.lens().overlaps == Overlaps::Overlap) {
        answer.text = FigureWords::tr("Of overlaps alone nothing is concluded");
        return answer;
    }
    QStringList parts{coverWords(cover)};
    const LowestFunding funding = lowestFunding(asking);
    if (!funding.words.isEmpty())
        parts << funding.words;
    const bool isCertain = cover.isCertain && funding.isCertain;
    answer.text = (isCertain ? FigureWords::tr("Of the deals in this chain: %1", "no full stop")
                             : FigureWords::tr("Of what is known: %1"))
                      .arg(parts.join(FigureWords::tr("; ")));
    if (!isCertain)
        answer.note = openNote();
    return answer;
}

std::optional<FirmShares> firmShares(const Asking& asking)
{
    FirmShares shares;
    for (const Measure measure : kBorderMoney)
        shares.undisclosed += figureIn(asking, measure, kNoLayer, kTotal).undisclosed;
    for (const LayerNumber layer : asking.chain.layerNumbers()) {
        if (layer.isSet())
            shares.capacity.push_back({layer, {}});
        for (const Measure measure : {Measure::CapacityIn, Measure::CapacityOut})
            shares.undisclosed += figureIn(asking, measure, layer, kTotal).undisclosed;
    }
    const BorderSums sums(asking);
    Lens lens = asking.rollups.lens();
    lens.commitments = Commitments::All;
    if (!sums.add(lens, &FirmPart::all, shares))
        return std::nullopt;
    lens.commitments = Commitments::Firm;
    if (!sums.add(lens, &FirmPart::firm, shares))
        return std::nullopt;
    std::erase_if(shares.capacity, [](const auto& each) { return each.second.all <= 0; });
    return shares;
}

std::optional<Answer> firmAnswer(const Asking& asking)
{
    if (const QString why = whyNoAnswer(asking); !why.isEmpty())
        return saying(why);
    const std::optional<FirmShares> shares = firmShares(asking);
    if (!shares)
        return std::nullopt;
    Lens firm = asking.rollups.lens();
    firm.commitments = Commitments::Firm;
    Answer answer{{}, {}, {placeOf(asking, QStringLiteral("money"), kTotal, firm), {}}};
    QStringList parts;
    if (shares->money.all > 0)
        parts << FigureWords::tr("%1 of the money", "share").arg(percentText(percentOf(shares->money)));
    if (const QString capacity = capacityWords(asking, *shares); !capacity.isEmpty())
        parts << capacity;
    if (parts.isEmpty())
        answer.text = FigureWords::tr("No amount of it is known");
    else
        answer.text = (shares->undisclosed > 0 ? FigureWords::tr("Of what is disclosed: %1")
                                               : FigureWords::tr("Of the deals in this chain: %1", "no full stop"))
                          .arg(parts.join(FigureWords::tr("; ")));
    if (shares->undisclosed > 0)
        answer.note = FigureWords::tr("%n deals have no amount", nullptr, static_cast<int>(shares->undisclosed));
    return answer;
}

} // namespace ochain
