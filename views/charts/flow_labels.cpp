// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/flow_labels.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ochain {

namespace {

constexpr double kAir = 3;         ///< between two labels
constexpr double kAwayFromBox = 6; ///< from there on a label is worth a line less
constexpr double kAstray = 18;     ///< between columns a label further from its box would be read as another's
constexpr double kBesideBox = 12;  ///< a label further from its box than that needs its leader
constexpr qsizetype kMostNameLines = 3;
constexpr double kReadableName = 64; ///< a name cut to less is no name

/// Costs of what a way of writing does to a column; only their order matters.
constexpr double kCostOfCut = 1'000;
constexpr double kCostOfMissing = 1'500;
constexpr double kCostOfNoFigure = 300;
constexpr double kCostOfNoCount = 3; ///< "1 undisclosed" says less than a name
constexpr double kCostOfWrapping = 2;

enum class Writing : std::uint8_t { Stacked, Wrapped, Line };

double nameWidth(const FlowNode& node)
{
    return textWidth(node.name, chartFont(TextSize::Body));
}

double figureWidth(const FlowNode& node)
{
    return textWidth(node.figure, chartFont(TextSize::Note));
}

FlowLabel written(const FlowFigure& figure, std::size_t at, Writing writing, double room)
{
    const FlowNode& node = figure.nodes[at];
    FlowLabel label;
    label.node = at;
    label.names = {node.name};
    label.hasFigure = !node.figure.isEmpty();
    const double name = nameWidth(node);
    if (writing == Writing::Line) {
        label.isBeside = true;
        // where both cannot be read, the name is; a count of undisclosed deals cuts no name
        const double readable = node.amount > 0 ? std::min(name, kReadableName) : name;
        label.hasFigure = label.hasFigure && figureWidth(node) + kFlowLabelGap + readable <= room;
        const double left = label.hasFigure ? room - figureWidth(node) - kFlowLabelGap : room;
        label.isCut = name > left;
        label.isReadable = !label.isCut || left >= kReadableName;
        label.height = kFlowLabelLine + kAir;
        return label;
    }
    label.hasFigure = label.hasFigure && figureWidth(node) <= room; // a figure is never cut
    if (writing == Writing::Wrapped && name > room) {
        const QStringList lines = wrapped(node.name, chartFont(TextSize::Body), room);
        if (lines.size() <= kMostNameLines)
            label.names = lines;
    }
    const auto fits = [room](const QString& line) { return textWidth(line, chartFont(TextSize::Body)) <= room; };
    label.isCut = !std::all_of(label.names.cbegin(), label.names.cend(), fits);
    label.isReadable = !label.isCut || room >= kReadableName;
    label.height = static_cast<double>(label.names.size() + (label.hasFigure ? 1 : 0)) * kFlowLabelLine + kAir;
    return label;
}

std::size_t placeOf(const LabelColumn& column, std::size_t node)
{
    return static_cast<std::size_t>(std::find(column.nodes.begin(), column.nodes.end(), node) - column.nodes.begin());
}

/// How far a label stands from its box; 0 beside it.
double distanceOf(const FlowLabel& label, const LabelColumn& column)
{
    const std::size_t at = placeOf(column, label.node);
    return std::max(0.0, std::abs(label.middle - column.middles[at]) - column.heights[at] / 2);
}

/// Leaves out the smallest until the rest has room.
std::size_t thinOut(const FlowFigure& figure, std::vector<FlowLabel>& labels, double room)
{
    double taken = 0;
    for (const FlowLabel& label : labels)
        taken += label.height;
    std::size_t missing = 0;
    while (taken > room && !labels.empty()) {
        const auto least = std::min_element(labels.begin(), labels.end(), [&](const FlowLabel& a, const FlowLabel& b) {
            return figure.nodes[a.node].amount < figure.nodes[b.node].amount;
        });
        taken -= least->height;
        labels.erase(least);
        ++missing;
    }
    return missing;
}

/// Takes out names of which too little would be left.
std::size_t dropUnreadable(std::vector<FlowLabel>& labels)
{
    return std::erase_if(labels, [](const FlowLabel& label) { return !label.isReadable; });
}

/// Runs of touching labels stand around the mean of what they wish for; never outside the column.
void pushApart(std::vector<FlowLabel>& labels, const LabelColumn& column)
{
    struct Run {
        double wish; ///< mean of the tops that its labels wish the run to have
        double height;
        double weight; ///< the labels of high boxes pull more: the eye looks for them there
        int count;
    };
    std::vector<Run> runs;
    const auto topOf = [&](const Run& run) {
        return std::clamp(run.wish, column.top, std::max(column.top, column.bottom - run.height));
    };
    for (const FlowLabel& label : labels) {
        const double weight = 1 + column.heights[placeOf(column, label.node)] / kFlowLabelLine;
        runs.push_back({label.middle - label.height / 2, label.height, weight, 1});
        while (runs.size() > 1 && topOf(runs[runs.size() - 2]) + runs[runs.size() - 2].height > topOf(runs.back())) {
            const Run next = runs.back();
            runs.pop_back();
            Run& run = runs.back();
            run.wish = (run.wish * run.weight + (next.wish - run.height) * next.weight) / (run.weight + next.weight);
            run.height += next.height;
            run.weight += next.weight;
            run.count += next.count;
        }
    }
    std::size_t at = 0;
    for (const Run& run : runs) {
        double y = topOf(run);
        for (int place = 0; place < run.count; ++place, ++at) {
            labels[at].middle = y + labels[at].height / 2;
            y += labels[at].height;
        }
    }
}

bool touch(const FlowLabel& above, const FlowLabel& below)
{
    return above.middle + above.height / 2 > below.middle - below.height / 2 - 0.5;
}

/// The labels in the crowd around one that has been pushed from its box: first and last index.
std::pair<std::size_t, std::size_t> crowdAround(const std::vector<FlowLabel>& labels, std::size_t at)
{
    std::size_t first = at;
    std::size_t last = at;
    while (first > 0 && touch(labels[first - 1], labels[first]))
        --first;
    while (last + 1 < labels.size() && touch(labels[last], labels[last + 1]))
        ++last;
    return {first, last};
}

/// Between columns a label far from its box stands on ribbons of others and would be read as theirs: the smallest of
/// its crowd make way until none does.
std::size_t dropAstray(const FlowFigure& figure, std::vector<FlowLabel>& labels, const LabelColumn& column)
{
    std::size_t missing = 0;
    for (;;) {
        const auto astray = std::find_if(labels.begin(), labels.end(),
                                         [&](const FlowLabel& label) { return distanceOf(label, column) > kAstray; });
        if (astray == labels.end())
            return missing;
        const auto [first, last] = crowdAround(labels, static_cast<std::size_t>(astray - labels.begin()));
        const auto begin = labels.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = labels.begin() + static_cast<std::ptrdiff_t>(last) + 1;
        labels.erase(std::min_element(begin, end, [&](const FlowLabel& a, const FlowLabel& b) {
            return figure.nodes[a.node].amount < figure.nodes[b.node].amount;
        }));
        ++missing;
        for (FlowLabel& label : labels)
            label.middle = column.middles[placeOf(column, label.node)];
        pushApart(labels, column);
    }
}

double costOfNoFigure(const FlowLabel& label, const FlowNode& node)
{
    if (label.hasFigure || node.figure.isEmpty())
        return 0;
    return node.amount > 0 ? kCostOfNoFigure : kCostOfNoCount;
}

/// @param writings  of each node of the column
PlacedLabels attempt(const FlowFigure& figure, const LabelColumn& column, const std::vector<Writing>& writings)
{
    PlacedLabels result;
    for (std::size_t at = 0; at < column.nodes.size(); ++at) {
        result.labels.push_back(written(figure, column.nodes[at], writings[at], column.width));
        result.labels.back().middle = column.middles[at];
    }
    std::size_t missing = dropUnreadable(result.labels);
    missing += thinOut(figure, result.labels, column.bottom - column.top);
    pushApart(result.labels, column);
    if (column.isInner)
        missing += dropAstray(figure, result.labels, column);
    result.cost = kCostOfMissing * static_cast<double>(missing);
    double furthest = 0;
    for (const FlowLabel& label : result.labels) {
        furthest = std::max(furthest, distanceOf(label, column));
        result.cost += (label.isCut ? kCostOfCut : 0) + costOfNoFigure(label, figure.nodes[label.node]) +
                       kCostOfWrapping * static_cast<double>(label.names.size() - 1);
    }
    result.cost += furthest > kBesideBox ? furthest : 0;
    return result;
}

/// Name over figure where there is room, both in one line where boxes stand close.
PlacedLabels attemptMixed(const FlowFigure& figure, const LabelColumn& column)
{
    std::vector<Writing> writings(column.nodes.size(), Writing::Wrapped);
    const auto narrow = [&](std::size_t node) {
        const auto at =
            static_cast<std::size_t>(std::find(column.nodes.begin(), column.nodes.end(), node) - column.nodes.begin());
        const FlowLabel line = written(figure, node, Writing::Line, column.width);
        const bool isWhole = !line.isCut && (line.hasFigure || figure.nodes[node].amount == 0);
        const bool isWorthIt = writings[at] != Writing::Line && isWhole;
        if (isWorthIt)
            writings[at] = Writing::Line;
        return isWorthIt;
    };
    for (;;) {
        PlacedLabels result = attempt(figure, column, writings);
        bool hasChanged = false;
        for (std::size_t at = 0; at < result.labels.size() && !hasChanged; ++at) {
            const FlowLabel& label = result.labels[at];
            if (distanceOf(label, column) <= kAwayFromBox)
                continue;
            const auto [first, last] = crowdAround(result.labels, at);
            for (std::size_t each = first; each <= last; ++each)
                hasChanged |= narrow(result.labels[each].node);
        }
        if (!hasChanged)
            return result;
    }
}

} // namespace

PlacedLabels placeFlowLabels(const FlowFigure& figure, const LabelColumn& column)
{
    PlacedLabels best = attemptMixed(figure, column);
    for (const Writing writing : {Writing::Stacked, Writing::Line}) {
        PlacedLabels next = attempt(figure, column, std::vector<Writing>(column.nodes.size(), writing));
        if (next.cost < best.cost)
            best = std::move(next);
    }
    return best;
}

double flowLabelsWidth(const FlowFigure& figure, const std::vector<std::size_t>& nodes, bool isStacked)
{
    double widest = 0;
    for (const std::size_t at : nodes) {
        const FlowNode& node = figure.nodes[at];
        widest = std::max(widest, isStacked ? std::max(nameWidth(node), figureWidth(node))
                                            : nameWidth(node) + kFlowLabelGap + figureWidth(node));
    }
    return std::ceil(widest);
}

} // namespace ochain
