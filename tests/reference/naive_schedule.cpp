// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/naive_schedule.h"

#include "reference/naive_formula.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ochain::naive {
namespace {

struct Tranche {
    Maybe starts, ends, value, capacity;
    std::string commitment, boundary; ///< its own, else the deal's
    bool isAssumed = false;
};

/// A deal's row, read.
struct Deal {
    std::string supplier, customer, dealClass, profile, layer, partOf, formula, commitment, boundary;
    bool isAboutMoney = false, counts = false;
    std::int64_t weight = 0;
    Maybe starts, ends, value, capacity; ///< starts after the fall-back, ends the day after
    std::vector<Tranche> tranches;

    /// The total, else what the tranches add up to.
    [[nodiscard]] Maybe whole(Maybe Tranche::*amount, Maybe total) const
    {
        if (total)
            return total;
        Maybe sum;
        for (const Tranche& tranche : tranches)
            if (tranche.*amount)
                sum = sum.value_or(0) + *(tranche.*amount);
        return sum;
    }
    [[nodiscard]] Maybe wholeValue() const { return whole(&Tranche::value, value); }
    [[nodiscard]] Maybe wholeCapacity() const { return whole(&Tranche::capacity, capacity); }
    [[nodiscard]] bool movesMoney() const { return dealClass == "trade" || dealClass == "capital"; }
    [[nodiscard]] bool carriesMoney() const { return movesMoney() || dealClass == "contingent"; }
    [[nodiscard]] bool carriesCapacity() const { return dealClass == "trade" && profile != "none"; }
    /// Forgets the amounts that a deal of its class does not carry, and those that a formula replaces.
    void keepWhatCounts()
    {
        if (!carriesMoney())
            formula.clear();
        if (!carriesMoney() || !formula.empty()) {
            value = std::nullopt;
            for (Tranche& tranche : tranches)
                tranche.value = std::nullopt;
        }
        if (!carriesCapacity()) {
            capacity = std::nullopt;
            for (Tranche& tranche : tranches)
                tranche.capacity = std::nullopt;
        }
    }
};

using Deals = std::map<std::string, Deal>;

Maybe startOf(const Row& deal)
{
    if (deal["starts"].empty() && (deal["status"] == "operating" || deal["status"] == "completed"))
        return firstDayOf(deal["announced"]);
    return firstDayOf(deal["starts"]);
}

Tranche readTranche(const Row& row, const Deal& deal)
{
    Tranche tranche;
    tranche.starts = row["starts"].empty() ? deal.starts : firstDayOf(row["starts"]);
    tranche.ends = row["ends"].empty() ? deal.ends : dayAfter(row["ends"]);
    tranche.value = scaledDecimal(row["value_usd"], 2);
    tranche.capacity = scaledDecimal(row["capacity_mw"], 3);
    tranche.commitment = row["commitment"].empty() ? deal.commitment : row["commitment"];
    tranche.boundary = row["boundary"].empty() ? deal.boundary : row["boundary"];
    tranche.isAssumed = row["basis"] == "assumed";
    return tranche;
}

Deal readDeal(const Data& rows, const Lens& lens, const std::string& key)
{
    const Row& row = rows.deals.at(key);
    const Row& kind = rows.kinds.at(row["kind"]);
    Deal deal;
    deal.supplier = row["supplier"];
    deal.customer = row["customer"];
    deal.dealClass = kind["class"];
    deal.profile = row["profile"].empty() ? kind["profile"] : row["profile"];
    deal.layer = layerOfTier(rows, rows.nodes.at(deal.supplier)["tier"]);
    deal.partOf = row["part_of"];
    deal.formula = row["formula"];
    deal.commitment = row["commitment"];
    deal.boundary = row["boundary"];
    deal.isAboutMoney = kind["money"] == "1";
    deal.weight = scaledDecimal(rows.statuses.at(row["status"])["weight_bp"], 0).value_or(0);
    deal.starts = startOf(row);
    deal.ends = dayAfter(row["ends"]);
    deal.value = scaledDecimal(row["value_usd"], 2);
    deal.capacity = scaledDecimal(row["capacity_mw"], 3);
    const Maybe announced = firstDayOf(row["announced"]);
    deal.counts = row["status"] != "cancelled" &&
                  (lens.knownAsOf == kNoDay || !announced || *announced <= lens.knownAsOf) &&
                  (lens.withAssumed || row["basis"] != "assumed");
    for (const auto& [trancheKey, entry] : rows.tranches)
        if (entry["deal"] == key)
            deal.tranches.push_back(readTranche(entry, deal));
    deal.keepWhatCounts();
    return deal;
}

std::map<std::string, Series> readSeries(const Data& rows, const Lens& lens)
{
    std::map<std::string, std::map<std::int64_t, std::pair<std::int64_t, std::string>>> last; // known and key, by day
    std::map<std::string, Series> all;
    for (const auto& [key, metric] : rows.metrics) {
        const Maybe asOf = firstDayOf(metric["as_of"]);
        const std::optional<double> value = decimal(metric["value"]);
        if (!asOf || !value || (!lens.withAssumed && metric["basis"] == "assumed"))
            continue;
        const std::int64_t known = firstDayOf(metric["known"]).value_or(*asOf);
        if (lens.knownAsOf != kNoDay && known > lens.knownAsOf)
            continue;
        const auto said = std::make_pair(known, key);
        auto& lastOfDay = last[metric["series"]];
        if (lastOfDay.contains(*asOf) && lastOfDay[*asOf] > said)
            continue;
        lastOfDay[*asOf] = said;
        all[metric["series"]][*asOf] = *value;
    }
    return all;
}

/// Cents by quarter of a deal with a formula; nothing if it has no usable result.
std::optional<std::vector<std::int64_t>> formulaMoney(const Deal& deal, const std::map<std::string, Series>& series,
                                                      const Quarters& quarters)
{
    if (!deal.starts)
        return std::nullopt;
    for (const std::string& name : namesIn(deal.formula))
        if (!series.contains(name))
            return std::nullopt;
    std::vector<std::int64_t> cents;
    for (int q = 0; q < quarters.count(); ++q) {
        const std::int64_t from = quarters.bounds[static_cast<std::size_t>(q)];
        const std::int64_t to = quarters.bounds[static_cast<std::size_t>(q) + 1];
        const std::int64_t days =
            std::min(to, deal.ends.value_or(quarters.bounds.back())) - std::max(from, *deal.starts);
        cents.push_back(0);
        if (days <= 0)
            continue;
        const std::int64_t middle = from + (to - from) / 2;
        const auto perYear =
            evaluate(deal.formula, [&](const std::string& name) { return valueOn(series.at(name), middle); });
        if (!perYear)
            return std::nullopt;
        const double amount = std::nearbyint(*perYear * static_cast<double>(days) / 365.25 * 100);
        if (!std::isfinite(amount) || amount < 0 || amount > 1e17)
            return std::nullopt;
        cents.back() = static_cast<std::int64_t>(amount);
    }
    return cents;
}

/// What the tranches leave of a total, as amounts over the deal's own dates.
Maybe remainderOf(Maybe total, Maybe Tranche::*amount, const Deal& deal)
{
    if (!total)
        return std::nullopt;
    std::int64_t rest = *total;
    bool tranchesHoldSome = false; // of money or capacity
    for (const Tranche& tranche : deal.tranches) {
        rest -= (tranche.*amount).value_or(0);
        tranchesHoldSome = tranchesHoldSome || tranche.value || tranche.capacity;
    }
    return rest > 0 || !tranchesHoldSome ? Maybe(rest) : std::nullopt;
}

std::vector<Part> grossParts(const Deal& deal, const Lens& lens)
{
    std::vector<Part> parts;
    for (const Tranche& tranche : deal.tranches) {
        Part part{
            tranche.value, tranche.capacity, tranche.starts, tranche.ends, tranche.commitment, tranche.boundary, 1};
        if (tranche.isAssumed && !lens.withAssumed)
            part.starts = part.ends = std::nullopt;
        parts.push_back(part);
    }
    parts.push_back({remainderOf(deal.value, &Tranche::value, deal),
                     remainderOf(deal.capacity, &Tranche::capacity, deal), deal.starts, deal.ends, deal.commitment,
                     deal.boundary, 1});
    return parts;
}

std::vector<Part> uniqueParts(const Deals& deals, const std::string& key, const Lens& lens)
{
    const Deal& deal = deals.at(key);
    Maybe value = deal.wholeValue();
    Maybe capacity = deal.wholeCapacity();
    bool hasParts = false;
    for (const auto& [otherKey, other] : deals) {
        if (other.partOf != key || !other.counts)
            continue;
        hasParts = true;
        if (value && other.dealClass == deal.dealClass)
            value = *value - other.wholeValue().value_or(0);
        if (capacity && other.formula.empty() && other.layer == deal.layer && other.carriesCapacity())
            capacity = *capacity - other.wholeCapacity().value_or(0);
    }
    if (!hasParts)
        return grossParts(deal, lens);
    if (value)
        value = std::max<std::int64_t>(0, *value);
    if (capacity)
        capacity = std::max<std::int64_t>(0, *capacity);
    return {{value, capacity, deal.starts, deal.ends, deal.commitment, deal.boundary, 1}};
}

/// Whether the lens asks for what somebody is bound to in this way.
bool isAsked(const std::string& commitment, const Lens& lens)
{
    switch (lens.commitments) {
    case Commitments::Firm:
        return commitment == "firm";
    case Commitments::Unsaid:
        return commitment.empty();
    default:
        return true;
    }
}

/// A part as the lens counts it: converted at its boundary, then weighted.
Part countedPart(Part part, const Deal& deal, const Data& rows, const Lens& lens)
{
    if (lens.megawatts == MegawattsOf::It && part.capacity && !part.boundary.empty())
        part.capacity =
            scaledByWeight(*part.capacity, *scaledDecimal(rows.boundaries.at(part.boundary)["to_it_bp"], 0));
    if (lens.basis == FigureBasis::Weighted && part.value)
        part.value = scaledByWeight(*part.value, deal.weight);
    if (lens.basis == FigureBasis::Weighted && part.capacity)
        part.capacity = scaledByWeight(*part.capacity, deal.weight);
    return part;
}

Plan planOf(const Data& rows, const Deals& deals, const std::string& key, const Lens& lens,
            const std::map<std::string, Series>& series, const Quarters& quarters)
{
    const Deal& deal = deals.at(key);
    Plan plan;
    plan.supplier = deal.supplier;
    plan.customer = deal.customer;
    plan.dealClass = deal.dealClass;
    plan.profile = deal.profile;
    plan.layer = deal.layer;
    plan.starts = deal.starts;
    plan.ends = deal.ends;
    if (!deal.counts)
        return plan;

    std::vector<Part> parts =
        lens.overlaps == Overlaps::Unique ? uniqueParts(deals, key, lens) : grossParts(deal, lens);
    if (lens.overlaps == Overlaps::Overlap)
        for (Part part : uniqueParts(deals, key, lens)) {
            part.sign = -1;
            parts.push_back(part);
        }
    for (const Part& part : parts)
        if (isAsked(part.commitment, lens) && (part.value || part.capacity))
            plan.parts.push_back(countedPart(part, deal, rows, lens));
    // a formula is a part, and so is a deal of which no amount is known
    const bool isPartItself = !deal.formula.empty() || (!deal.wholeValue() && !deal.wholeCapacity());
    plan.counts = !plan.parts.empty() || (isPartItself && isAsked(deal.commitment, lens));
    if (!plan.counts)
        return plan;

    plan.hasMoney = deal.wholeValue().has_value();
    if (deal.movesMoney() && !deal.formula.empty()) {
        auto cents = formulaMoney(deal, series, quarters);
        plan.hasMoney = cents.has_value();
        plan.formulaFails = !cents;
        if (cents && isAsked(deal.commitment, lens) && lens.overlaps != Overlaps::Overlap) // gross equals unique
            plan.formulaQuarters = std::move(*cents);
        if (lens.basis == FigureBasis::Weighted)
            for (std::int64_t& amount : plan.formulaQuarters)
                amount = scaledByWeight(amount, deal.weight);
    }
    plan.hasCapacity = deal.wholeCapacity().has_value();
    plan.lacksMoney = deal.carriesMoney() && deal.isAboutMoney && !plan.hasMoney;
    plan.lacksCapacity = deal.carriesCapacity() && !plan.hasCapacity;
    return plan;
}

bool isScheduledMoney(const Part& part)
{
    return part.starts && part.ends && *part.starts < *part.ends;
}

bool isScheduledCapacity(const Part& part, const std::string& profile)
{
    if (profile == "term" && !part.ends)
        return part.starts.has_value();
    return part.starts && part.ends && *part.starts < *part.ends;
}

bool isScheduledGuarantee(const Part& part)
{
    return part.starts && (!part.ends || *part.starts < *part.ends);
}

/// The year after which everything is later, if the file names one.
Maybe horizonSetting(const Data& rows)
{
    const auto setting = rows.settings.find("horizon");
    return setting == rows.settings.end() ? std::nullopt : scaledDecimal(setting->second["value"], 0);
}

/// The last year of the calendar.
int lastYearOf(const Data& rows, std::int64_t firstDay, std::int64_t lastDay)
{
    int last = yearOf(lastDay);
    if (const Maybe horizon = horizonSetting(rows)) {
        last = static_cast<int>(*horizon);
    } else {
        Maybe announced; // latest of all deals
        for (const auto& [key, row] : rows.deals)
            if (const Maybe day = firstDayOf(row["announced"]))
                announced = std::max(announced.value_or(*day), *day);
        if (announced)
            last = std::min(last, yearOf(*announced) + 15);
    }
    return std::max(last, yearOf(firstDay));
}

} // namespace

Quarters quartersOf(const Data& rows)
{
    Maybe first, last; // days covered
    const auto cover = [&first, &last](Maybe day) {
        if (!day)
            return;
        first = std::min(first.value_or(*day), *day);
        last = std::max(last.value_or(*day), *day);
    };
    const auto coverBoth = [&cover](Maybe starts, Maybe ends) {
        cover(starts);
        if (ends)
            cover(*ends - 1);
    };
    for (const auto& [key, row] : rows.deals) {
        if (rows.kinds.at(row["kind"])["class"] == "control")
            continue;
        Deal deal;
        deal.starts = startOf(row);
        deal.ends = dayAfter(row["ends"]);
        coverBoth(deal.starts, deal.ends);
        for (const auto& [trancheKey, entry] : rows.tranches)
            if (entry["deal"] == key) {
                const Tranche tranche = readTranche(entry, deal);
                coverBoth(tranche.starts, tranche.ends);
            }
    }
    Quarters quarters;
    if (!first)
        return quarters;
    quarters.firstYear = yearOf(*first);
    const int lastYear = lastYearOf(rows, *first, *last);
    for (int year = quarters.firstYear; year <= lastYear; ++year)
        for (int month = 1; month <= 10; month += 3)
            quarters.bounds.push_back(dayOf(year, month, 1));
    quarters.bounds.push_back(dayOf(lastYear + 1, 1, 1));
    return quarters;
}

std::map<std::string, Plan> plansOf(const Data& rows, const Lens& lens, const Quarters& quarters)
{
    Deals deals;
    for (const auto& [key, row] : rows.deals)
        deals[key] = readDeal(rows, lens, key);
    const std::map<std::string, Series> series = readSeries(rows, lens);
    std::map<std::string, Plan> plans;
    for (const auto& [key, deal] : deals)
        plans[key] = planOf(rows, deals, key, lens, series, quarters);
    return plans;
}

std::int64_t Plan::money(int quarter, const Quarters& quarters) const
{
    if (!formulaQuarters.empty())
        return formulaQuarters[static_cast<std::size_t>(quarter)];
    const std::int64_t from = quarters.bounds[static_cast<std::size_t>(quarter)];
    const std::int64_t to = quarters.bounds[static_cast<std::size_t>(quarter) + 1];
    std::int64_t sum = 0;
    for (const Part& part : parts)
        if (part.value && isScheduledMoney(part))
            sum += part.sign * (accruedBy(*part.value, *part.starts, *part.ends, to) -
                                accruedBy(*part.value, *part.starts, *part.ends, from));
    return sum;
}

std::int64_t Plan::moneyTotal() const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        sum += part.sign * part.value.value_or(0);
    for (const std::int64_t amount : formulaQuarters)
        sum += amount;
    return sum;
}

std::int64_t Plan::moneyBefore(const Quarters& quarters) const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        if (part.value && isScheduledMoney(part) && quarters.count() > 0)
            sum += part.sign * accruedBy(*part.value, *part.starts, *part.ends, quarters.bounds.front());
    return sum;
}

std::int64_t Plan::moneyUnscheduled() const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        if (!isScheduledMoney(part))
            sum += part.sign * part.value.value_or(0);
    return sum;
}

std::int64_t Plan::moneyLater(const Quarters& quarters) const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        if (part.value && isScheduledMoney(part) && quarters.count() > 0)
            sum += part.sign * (*part.value - accruedBy(*part.value, *part.starts, *part.ends, quarters.bounds.back()));
    return sum;
}

std::int64_t Plan::guaranteedAt(std::int64_t endOfPeriod) const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        if (part.value && isScheduledGuarantee(part) && *part.starts <= endOfPeriod - 1 &&
            (!part.ends || endOfPeriod - 1 < *part.ends))
            sum += part.sign * *part.value;
    return sum;
}

std::int64_t Plan::guaranteedUnscheduled() const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        if (!isScheduledGuarantee(part))
            sum += part.sign * part.value.value_or(0);
    return sum;
}

std::int64_t Plan::guaranteedLater(const Quarters& quarters) const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        if (part.value && isScheduledGuarantee(part) && quarters.count() > 0 && *part.starts >= quarters.bounds.back())
            sum += part.sign * *part.value;
    return sum;
}

std::int64_t Plan::capacityAt(std::int64_t endOfPeriod) const
{
    std::int64_t sum = 0;
    for (const Part& part : parts) {
        if (!part.capacity || !isScheduledCapacity(part, profile))
            continue;
        if (profile == "deploy")
            sum += part.sign * accruedBy(*part.capacity, *part.starts, *part.ends, endOfPeriod);
        else if (*part.starts <= endOfPeriod - 1 && (!part.ends || endOfPeriod - 1 < *part.ends))
            sum += part.sign * *part.capacity;
    }
    return sum;
}

std::int64_t Plan::capacityTotal() const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        sum += part.sign * part.capacity.value_or(0);
    return sum;
}

std::int64_t Plan::capacityUnscheduled() const
{
    std::int64_t sum = 0;
    for (const Part& part : parts)
        if (!isScheduledCapacity(part, profile))
            sum += part.sign * part.capacity.value_or(0);
    return sum;
}

std::int64_t Plan::capacityLater(const Quarters& quarters) const
{
    std::int64_t sum = 0;
    for (const Part& part : parts) {
        if (!part.capacity || !isScheduledCapacity(part, profile) || quarters.count() == 0)
            continue;
        if (profile == "deploy")
            sum += part.sign *
                   (*part.capacity - accruedBy(*part.capacity, *part.starts, *part.ends, quarters.bounds.back()));
        else if (*part.starts >= quarters.bounds.back())
            sum += part.sign * *part.capacity;
    }
    return sum;
}

bool Plan::isLater(const Quarters& quarters) const
{
    return quarters.count() > 0 &&
           ((starts && *starts >= quarters.bounds.back()) || (ends && *ends > quarters.bounds.back()));
}

bool Plan::meets(std::int64_t from, std::int64_t to) const
{
    return hasDates() && (!starts || *starts < to) && (!ends || *ends > from);
}

} // namespace ochain::naive
