// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/compare.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace ochain {
namespace {

using naive::Cell;
using naive::Line;
using naive::LineKey;

Cell cellOf(const Figure& figure)
{
    return {figure.value, static_cast<std::int64_t>(figure.undisclosed)};
}

std::vector<Cell> cellsOf(const std::vector<Figure>& figures)
{
    std::vector<Cell> cells(figures.size());
    std::transform(figures.begin(), figures.end(), cells.begin(), cellOf);
    return cells;
}

LayerNumber layerNamed(const Chain& chain, const std::string& key)
{
    for (std::uint32_t i = 0; i < chain.layers().size(); ++i)
        if (chain.key({Table::Tiers, chain.layers()[i].value}) == key)
            return LayerNumber{i};
    return kNoLayer;
}

Period yearAt(const Rollups& rollups, std::size_t i)
{
    return {PeriodKind::Year, rollups.calendar().firstYear() + static_cast<int>(i), 0};
}

Period quarterAt(const Rollups& rollups, std::size_t i)
{
    return {PeriodKind::Quarter, rollups.calendar().firstYear() + static_cast<int>(i / 4), static_cast<int>(i % 4) + 1};
}

Group groupOf(const Chain& chain, const LineKey& key)
{
    return key.of == "tier" ? Group::of(chain.find<TierId>(key.key)) : Group::of(chain.find<NodeId>(key.key));
}

void addBinding(const Rollups& rollups, Group group, Line& line)
{
    const auto name = [&](Cell& cell, Period period) {
        if (const std::optional<BindingFigure> binding = rollups.binding(group, period)) {
            cell = cellOf(binding->figure);
            cell.layer = static_cast<int>(binding->layer.value);
        }
    };
    for (std::size_t i = 0; i < line.quarters.size(); ++i)
        name(line.quarters[i], quarterAt(rollups, i));
    for (std::size_t i = 0; i < line.years.size(); ++i)
        name(line.years[i], yearAt(rollups, i));
}

Line dealLine(const Chain& chain, const Rollups& rollups, const LineKey& key)
{
    const DealId deal = chain.find<DealId>(key.key);
    if (key.measure == "money")
        return {cellsOf(rollups.dealMoney(chain, deal, PeriodKind::Quarter)),
                cellsOf(rollups.dealMoney(chain, deal, PeriodKind::Year)),
                cellOf(rollups.dealMoney(chain, deal, kTotal)), cellOf(rollups.dealMoney(chain, deal, kUnscheduled)),
                cellOf(rollups.dealMoney(chain, deal, kLater))};
    return {cellsOf(rollups.dealCapacity(chain, deal, PeriodKind::Quarter)),
            cellsOf(rollups.dealCapacity(chain, deal, PeriodKind::Year)),
            cellOf(rollups.dealCapacity(chain, deal, kTotal)), cellOf(rollups.dealCapacity(chain, deal, kUnscheduled)),
            cellOf(rollups.dealCapacity(chain, deal, kLater))};
}

std::string text(const Cell& cell)
{
    return fmt::format("{}{}{}", cell.value,
                       cell.undisclosed != 0 ? fmt::format(" ({} undisclosed)", cell.undisclosed) : "",
                       cell.layer < 0 ? "" : fmt::format(" of layer {}", cell.layer));
}

/// Which cell of three lines is not the same in all.
std::string cellDifference(const Line& incremental, const Line& fresh, const Line& expected, int firstYear)
{
    const auto said = [](const std::string& period, const Cell& a, const Cell& b, const Cell& c) {
        return fmt::format("{}: incremental {}, from scratch {}, reference {}", period, text(a), text(b), text(c));
    };
    const auto differ = [](const Cell& a, const Cell& b, const Cell& c) { return !(a == b && b == c); };
    if (differ(incremental.total, fresh.total, expected.total))
        return said("total", incremental.total, fresh.total, expected.total);
    if (differ(incremental.unscheduled, fresh.unscheduled, expected.unscheduled))
        return said("unscheduled", incremental.unscheduled, fresh.unscheduled, expected.unscheduled);
    if (differ(incremental.later, fresh.later, expected.later))
        return said("later", incremental.later, fresh.later, expected.later);
    for (const auto& [cells, each] : {std::pair(&Line::quarters, 4U), std::pair(&Line::years, 1U)}) {
        const std::size_t count = (expected.*cells).size();
        if ((incremental.*cells).size() != count || (fresh.*cells).size() != count)
            return fmt::format("periods: incremental {}, from scratch {}, reference {}", (incremental.*cells).size(),
                               (fresh.*cells).size(), count);
        for (std::size_t i = 0; i < count; ++i)
            if (differ((incremental.*cells)[i], (fresh.*cells)[i], (expected.*cells)[i]))
                return said(each == 4 ? fmt::format("{}Q{}", firstYear + static_cast<int>(i / 4), i % 4 + 1)
                                      : fmt::format("{}", firstYear + static_cast<int>(i)),
                            (incremental.*cells)[i], (fresh.*cells)[i], (expected.*cells)[i]);
    }
    return {};
}

/// Whether the figures asked for one by one are those of the line, in a few places.
std::string singleDifference(const Chain& chain, const Rollups& rollups, const LineKey& key, const Line& line)
{
    const std::optional<Measure> measure = measureNamed(key.measure);
    const LayerNumber layer = layerNamed(chain, key.layer);
    for (const std::size_t i : {std::size_t{0}, line.quarters.size() / 3, line.quarters.size() - 1}) {
        if (i >= line.quarters.size())
            continue;
        Figure one = rollups.figure(groupOf(chain, key), *measure, layer, quarterAt(rollups, i));
        if (one.value != line.quarters[i].value ||
            static_cast<std::int64_t>(one.undisclosed) != line.quarters[i].undisclosed)
            return fmt::format("figure() of quarter {} gives {}, figures() {}", i, text(cellOf(one)),
                               text(line.quarters[i]));
        one = rollups.figure(groupOf(chain, key), *measure, layer, yearAt(rollups, i / 4));
        if (one.value != line.years[i / 4].value ||
            static_cast<std::int64_t>(one.undisclosed) != line.years[i / 4].undisclosed)
            return fmt::format("figure() of year {} gives {}, figures() {}", i / 4, text(cellOf(one)),
                               text(line.years[i / 4]));
    }
    if (!rollups.has(groupOf(chain, key), *measure, layer)) {
        const auto isNothing = [](const Cell& cell) { return cell == Cell{}; };
        if (!std::all_of(line.quarters.begin(), line.quarters.end(), isNothing) || !isNothing(line.total) ||
            !isNothing(line.unscheduled) || !isNothing(line.later))
            return "has() denies figures that are there";
    }
    return {};
}

/// The deals that a line is made of, as rows.
std::string dealsOf(const Chain& chain, const LineKey& key)
{
    std::string rows;
    chain.deals().forEach([&](DealId id, const Deal&) {
        if (key.of == "deal" && chain.key({Table::Deals, id.value}) != key.key)
            return;
        rows += "  ";
        for (std::size_t f = 0; f < tableSpec(Table::Deals).fields.size(); ++f)
            rows += chain.value({Table::Deals, id.value}, static_cast<Field>(f)) + ",";
        rows += "\n";
        chain.forEachTranche(id, [&](TrancheId tranche, const Tranche&) {
            rows += "    ";
            for (std::size_t f = 0; f < tableSpec(Table::Tranches).fields.size(); ++f)
                rows += chain.value({Table::Tranches, tranche.value}, static_cast<Field>(f)) + ",";
            rows += "\n";
        });
    });
    return rows;
}

std::string dealFlagsDifference(const Chain& chain, const Rollups& rollups, const std::string& key,
                                const naive::DealFlags& expected)
{
    const DealFigures is = rollups.deal(chain, chain.find<DealId>(key));
    if (is.counts != expected.counts)
        return fmt::format("deal {} counts: {}, reference {}\n{}", key, is.counts, expected.counts,
                           dealsOf(chain, {"deal", key, {}, {}}));
    if (is.counts && (is.hasMoney != expected.hasMoney || is.hasCapacity != expected.hasCapacity ||
                      is.layer != layerNamed(chain, expected.layer)))
        return fmt::format("deal {} has money {}, capacity {}, layer {}; reference {}, {}, {}", key, is.hasMoney,
                           is.hasCapacity, is.layer.value, expected.hasMoney, expected.hasCapacity, expected.layer);
    return {};
}

std::string frameDifference(const Chain& chain, const Rollups& rollups, const naive::Figures& expected)
{
    std::vector<std::string> layers;
    for (const TierId tier : chain.layers())
        layers.emplace_back(chain.key({Table::Tiers, tier.value}));
    if (layers != expected.layers)
        return fmt::format("the layers are {} instead of {}", layers.size(), expected.layers.size());
    if (rollups.calendar().years() != expected.years ||
        (expected.years > 0 && rollups.calendar().firstYear() != expected.firstYear))
        return fmt::format("the calendar has {} years from {}, reference {} from {}", rollups.calendar().years(),
                           rollups.calendar().firstYear(), expected.years, expected.firstYear);
    return {};
}

/// Whether another measure of the same group moved.
bool moved(const Lines& before, const Lines& after, LineKey key, const char* measure)
{
    key.measure = measure;
    return !(before.at(key) == after.at(key));
}

bool isStored(const std::string& measure)
{
    return measure == "revenue" || measure == "spend" || measure == "capital_in" || measure == "capital_out" ||
           measure == "capacity_in" || measure == "capacity_out" || measure == "guaranteed_in" ||
           measure == "guaranteed_out" || measure == "deals";
}

} // namespace

naive::Line lineOf(const Chain& chain, const Rollups& rollups, const LineKey& key)
{
    if (key.of == "deal")
        return dealLine(chain, rollups, key);
    const Measure measure = measureNamed(key.measure).value();
    const LayerNumber layer = layerNamed(chain, key.layer);
    const Group group = groupOf(chain, key);
    Line line{cellsOf(rollups.figures(group, measure, layer, PeriodKind::Quarter)),
              cellsOf(rollups.figures(group, measure, layer, PeriodKind::Year)),
              cellOf(rollups.figure(group, measure, layer, kTotal)),
              cellOf(rollups.figure(group, measure, layer, kUnscheduled)),
              cellOf(rollups.figure(group, measure, layer, kLater))};
    if (measure == Measure::Binding)
        addBinding(rollups, group, line);
    return line;
}

std::string firstDifference(const Chain& chain, const Rollups& rollups, const Rollups& fresh,
                            const naive::Figures& expected)
{
    for (const Rollups* each : {&rollups, &fresh})
        if (std::string difference = frameDifference(chain, *each, expected); !difference.empty())
            return (each == &rollups ? "incremental: " : "from scratch: ") + difference;
    for (const auto& [key, flags] : expected.deals)
        for (const Rollups* each : {&rollups, &fresh})
            if (std::string difference = dealFlagsDifference(chain, *each, key, flags); !difference.empty())
                return difference;
    for (const auto& [key, line] : expected.lines) {
        const Line incremental = lineOf(chain, rollups, key);
        std::string difference = cellDifference(incremental, lineOf(chain, fresh, key), line, expected.firstYear);
        if (difference.empty() && key.of != "deal")
            difference = singleDifference(chain, rollups, key, incremental);
        if (!difference.empty())
            return fmt::format("{} {}, {} {}, {}\n{}", key.of, key.key, key.measure, key.layer, difference,
                               dealsOf(chain, key));
    }
    return {};
}

std::string firstUntruth(const Chain& chain, const Changed& changed, const Lines& before, const Lines& after)
{
    if (changed.everything)
        return {};
    std::map<LineKey, const Changed::Item*> items;
    for (const Changed::Item& item : changed.items) {
        const bool isTier = item.group.kind == Group::Kind::Tier;
        const Table table = isTier ? Table::Tiers : Table::Nodes;
        const std::string layer = isCapacity(item.measure) && item.layer.isSet()
                                      ? std::string(chain.key({Table::Tiers, chain.tierOf(item.layer).value}))
                                      : "";
        if (item.measure == Measure::Binding &&
            (item.totalBefore != 0 || item.totalAfter != 0 || item.first > item.last))
            return fmt::format("what binds {} is in Changed with totals {} and {} and quarters {} to {}",
                               chain.key({table, item.group.row}), item.totalBefore, item.totalAfter, item.first,
                               item.last);
        items[{isTier ? "tier" : "node", std::string(chain.key({table, item.group.row})),
               std::string(measureName(item.measure)), layer}] = &item;
    }
    const auto isAnnounced = [&](LineKey key, const char* measure) {
        key.measure = measure;
        const auto of = items.lower_bound(key); // of any layer
        return of != items.end() && of->first.of == key.of && of->first.key == key.key && of->first.measure == measure;
    };
    for (const auto& [key, was] : before) {
        const auto found = after.find(key);
        if (key.measure == "binding" && found != after.end() && !(found->second == was) &&
            found->second.quarters.size() == was.quarters.size() && !isAnnounced(key, "binding") &&
            !isAnnounced(key, "capacity_in"))
            return fmt::format("what binds {} {} moved, and neither it nor capacity_in is in Changed", key.of, key.key);
        if (key.of == "deal" || !isStored(key.measure) || found == after.end() ||
            found->second.quarters.size() != was.quarters.size())
            continue;
        const Line& is = found->second;
        const std::string where = fmt::format("{} {}, {} {}: ", key.of, key.key, key.measure, key.layer);
        const auto item = items.find(key);
        if (item == items.end()) {
            if (!(is == was))
                return where + "changed, but is not in Changed";
            continue;
        }
        // an item of revenue stands for the backlog too, one of deals for the counts of undisclosed ones
        const bool mayBeOther =
            key.measure == "deals" || (key.measure == "revenue" && moved(before, after, key, "backlog"));
        if (is == was && !mayBeOther)
            return where + fmt::format("is in Changed with quarters {} to {}, but did not change\n{}",
                                       item->second->first, item->second->last, dealsOf(chain, key));
        if (item->second->totalBefore != was.total.value || item->second->totalAfter != is.total.value)
            return where + fmt::format("Changed says the total went from {} to {}, it went from {} to {}",
                                       item->second->totalBefore, item->second->totalAfter, was.total.value,
                                       is.total.value);
        for (std::size_t q = 0; q < is.quarters.size(); ++q)
            if (!(is.quarters[q] == was.quarters[q]) &&
                (static_cast<Quarter>(q) < item->second->first || static_cast<Quarter>(q) > item->second->last))
                return where + fmt::format("quarter {} moved, Changed says {} to {}", q, item->second->first,
                                           item->second->last);
    }
    return {};
}

std::string dump(const Chain& chain)
{
    std::string text;
    for (const TableSpec& spec : allTables())
        for (const std::uint32_t row : chain.inOrder(spec.table)) {
            const RowRef ref{spec.table, row};
            text += fmt::format("{} {} {}:", spec.name, chain.rowid(ref), chain.key(ref));
            for (std::size_t f = 0; f < spec.fields.size(); ++f)
                text += chain.value(ref, static_cast<Field>(f)) + ",";
            text += "\n";
        }
    return text;
}

std::string describe(const Lens& lens)
{
    return fmt::format("known as of {}, {}, assumed {}, {}, {}, {}",
                       lens.knownAsOf == kNoDay ? "-" : formatDate(dateOf(lens.knownAsOf)),
                       lens.basis == FigureBasis::Headline ? "headline" : "weighted", lens.withAssumed ? "in" : "out",
                       lens.overlaps == Overlaps::Unique  ? "unique"
                       : lens.overlaps == Overlaps::Gross ? "gross"
                                                          : "overlap",
                       lens.commitments == Commitments::All    ? "all"
                       : lens.commitments == Commitments::Firm ? "firm"
                                                               : "unsaid",
                       lens.megawatts == MegawattsOf::Stated ? "stated" : "it");
}

std::string describe(const Edit& edit)
{
    std::string text;
    for (const RowChange& change : edit.changes) {
        const char* const op = change.op == Op::Insert ? "insert" : change.op == Op::Erase ? "erase" : "update";
        text += fmt::format("  {} {}:{}", op, tableSpec(change.table).name, change.key);
        for (const FieldChange& field : change.fields)
            text += fmt::format(" {}: \"{}\" -> \"{}\"", fieldSpec(change.table, field.field).name, field.before,
                                field.after);
        text += "\n";
    }
    return text;
}

} // namespace ochain
