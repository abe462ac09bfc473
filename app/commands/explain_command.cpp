// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/explain_output.h"
#include "commands/interruption.h"
#include "commands/lens_options.h"
#include "commands/open_chain.h"
#include "commands/row_options.h"
#include "commands/typed_values.h"

#include "rollups/period_figure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <memory>

namespace ochain {

namespace {

struct ExplainOptions {
    std::string file, group, measure, layer, at, against;
    std::string format = "text";
    LensOptions lens;
};

/// What --against says: the period, the lens, or both.
struct Against {
    std::string at;
    LensOptions lens;
    bool hasLens = false;
};

/// One side: a session, since a scenario is put on its chain, and what is looked at.
struct ExplainedSide {
    std::unique_ptr<Session> ownSession; ///< empty: that of the other side
    Session* session = nullptr;
    Lens lens;
    FigureCell cell;
};

Result<void> readAgainst(const std::string& text, Against& against)
{
    CLI::App app;
    const CLI::Option* const at = app.add_option("--at", against.at)->check(notEmpty());
    against.lens.addTo(app);
    if (Result<void> read = readOptionsIn(app, "--against", "--at and the options of the lens", text); !read)
        return read;
    for (const CLI::Option* const option : app.get_options())
        against.hasLens = against.hasLens || (option != at && option->count() > 0);
    return {};
}

Result<FigureCell> cellOfDeal(const Chain& chain, const ExplainOptions& options, Period period)
{
    if (!options.layer.empty())
        return failure(ErrorKind::InvalidInput, "--layer: a deal is of one layer; leave --layer out");
    const Result<DealId> deal = readDeal(chain, "--group", options.group);
    if (!deal)
        return tl::unexpected(deal.error());
    return options.measure == "money" ? FigureCell::moneyOf(*deal, period) : FigureCell::capacityOf(*deal, period);
}

Result<Measure> readMeasure(const std::string& name)
{
    if (const std::optional<Measure> measure = measureNamed(name))
        return *measure;
    return failure(ErrorKind::InvalidInput,
                   "--measure: there is no measure “{0}”; there are {1}, and of a deal money and capacity", name,
                   allMeasureNames());
}

Result<LayerNumber> readLayerOf(const Chain& chain, Measure measure, const std::string& text)
{
    const bool hasLayers = measure == Measure::CapacityIn || measure == Measure::CapacityOut;
    if (!hasLayers && !text.empty())
        return failure(ErrorKind::InvalidInput,
                       "--layer: {0} is not asked by layer; leave --layer out, or ask for capacity_in or capacity_out",
                       std::string(measureName(measure)));
    if (!hasLayers)
        return kNoLayer;
    if (text.empty()) {
        std::vector<std::string_view> layers;
        for (const TierId tier : chain.layers())
            layers.push_back(chain.key({Table::Tiers, tier.value}));
        return failure(ErrorKind::InvalidInput,
                       "--layer is missing: {0} is never added up over layers; give one of {1}",
                       std::string(measureName(measure)), fmt::format("{}", fmt::join(layers, ", ")));
    }
    const Result<TierId> tier = readLayer(chain, text);
    if (!tier)
        return tl::unexpected(tier.error());
    return chain.layerOf(*tier);
}

Result<void> checkPeriodOf(Measure measure, Period period)
{
    const bool isPeriod = period.kind == PeriodKind::Year || period.kind == PeriodKind::Quarter;
    const std::string name(measureName(measure));
    if (isCount(measure) && period.kind != PeriodKind::Total)
        return failure(ErrorKind::InvalidInput, "--at {0}: {1} are counted over all time; give --at total",
                       formatPeriod(period), name);
    if (hasPeriodsOnly(measure) && !isPeriod)
        return failure(ErrorKind::InvalidInput,
                       "--at {0}: {1} is of a year or a quarter; give one, such as 2028 or 2028Q3",
                       formatPeriod(period), name);
    return {};
}

Result<FigureCell> readExplainedCell(const Chain& chain, const ExplainOptions& options, const std::string& at)
{
    const Result<Period> period = readPeriodIn(chain.calendar(), "--at", at);
    if (!period)
        return tl::unexpected(period.error());
    if (options.measure == "money" || options.measure == "capacity")
        return cellOfDeal(chain, options, *period);
    const Result<Measure> measure = readMeasure(options.measure);
    if (!measure)
        return tl::unexpected(measure.error());
    const Result<Group> group = readGroup(chain, options.group);
    if (!group)
        return tl::unexpected(group.error());
    const Result<LayerNumber> layer = readLayerOf(chain, *measure, options.layer);
    if (!layer)
        return tl::unexpected(layer.error());
    if (const Result<void> fits = checkPeriodOf(*measure, *period); !fits)
        return tl::unexpected(fits.error());
    return FigureCell{*group, *measure, *layer, *period, {}};
}

/// @param sameAs  the other side, whose chain is taken if the scenario is the same
Result<ExplainedSide> openSide(const ExplainOptions& options, LensOptions& lens, const std::string& at,
                               const ExplainedSide* sameAs)
{
    ExplainedSide side;
    if (sameAs != nullptr && lens.scenario() == options.lens.scenario()) {
        side.session = sameAs->session;
    } else {
        Result<std::unique_ptr<Session>> opened = openChain(options.file, Store::Access::ReadOnly);
        if (!opened)
            return tl::unexpected(opened.error());
        side.ownSession = std::move(*opened);
        side.session = side.ownSession.get();
    }
    const Result<Lens> read = lens.lensFor(*side.session);
    if (!read)
        return tl::unexpected(read.error());
    side.lens = *read;
    const Result<FigureCell> cell = readExplainedCell(side.session->chain(), options, at);
    if (!cell)
        return tl::unexpected(cell.error());
    side.cell = *cell;
    return side;
}

int explainOne(const ExplainOptions& options, ExplainedSide& side)
{
    const Chain& chain = side.session->chain();
    const std::optional<Explanation> told = explain(chain, side.lens, side.cell, goesOn);
    if (!told)
        return complain("interrupted");
    Hidden hidden{told->figure.undisclosed, 0};
    if (!side.cell.deal.isSet()) {
        if (!side.session->compute(side.lens, goesOn))
            return complain("interrupted");
        hidden = side.session->rollups().hidden(side.cell.group, side.cell.measure, side.cell.layer, side.cell.period);
    }
    const FigureView view{chain, side.lens, side.cell};
    const ExplainedViews views{view, view, options.lens.scenario(), options.lens.scenario()};
    printExplained(views,
                   {sentenceOf(views, *told, hidden).whole().toStdString(), told->figure.value, std::nullopt,
                    told->figure.undisclosed, &told->parts, &told->undisclosed, todayUtc()},
                   options.format);
    return statusOfFigures(*side.session);
}

int explainAgainst(ExplainOptions& options, const ExplainedSide& side)
{
    Against against;
    if (const Result<void> read = readAgainst(options.against, against); !read)
        return complain(read.error());
    LensOptions& lens = against.hasLens ? against.lens : options.lens;
    Result<ExplainedSide> other = openSide(options, lens, against.at.empty() ? options.at : against.at, &side);
    if (!other)
        return complain(std::move(other.error()).during({"--against", {}}));
    const FigureView value{side.session->chain(), side.lens, side.cell};
    const FigureView base{other->session->chain(), other->lens, other->cell};
    const std::optional<FigureDifference> told = explainDifference(value, base, goesOn);
    if (!told)
        return complain("interrupted");
    const ExplainedViews views{value, base, options.lens.scenario(), lens.scenario()};
    printExplained(views,
                   {sentenceOf(views, *told).toStdString(), told->value.value, told->against.value,
                    told->value.undisclosed, &told->parts, nullptr, todayUtc()},
                   options.format);
    return statusOfFigures(*side.session);
}

int explainFigure(ExplainOptions& options)
{
    Result<ExplainedSide> side = openSide(options, options.lens, options.at, nullptr);
    if (!side)
        return complain(side.error());
    return options.against.empty() ? explainOne(options, *side) : explainAgainst(options, *side);
}

} // namespace

void addExplainCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<ExplainOptions>();
    CLI::App* command =
        app.add_subcommand("explain", "what a figure is made of, down to deals, phases and sources; or why it moved");
    command->add_option("FILE", options->file, "a chain file")->required();
    command->add_option("--group", options->group, "key or name of a node or a tier; of a deal for money and capacity")
        ->required()
        ->check(notEmpty());
    command->add_option("--measure", options->measure, "spend, gap, capacity_in …; money or capacity of a deal")
        ->required()
        ->check(notEmpty());
    command->add_option("--layer", options->layer, "of capacity_in and capacity_out: the layer tier")
        ->check(notEmpty());
    command->add_option("--at", options->at, "a period, such as 2028 or 2028Q3; total, unscheduled or later")
        ->required()
        ->check(notEmpty());
    command
        ->add_option("--against", options->against,
                     "why it is another than this: a period (“--at 2027”), or a lens (“--as-of 2025-12-31”), in which "
                     "what is not said is as usual")
        ->check(notEmpty());
    options->lens.addTo(*command);
    command->add_option("--format", options->format)->check(CLI::IsMember({"text", "json", "md"}));
    command->callback([options, &state] { state.status = explainFigure(*options); });
}

} // namespace ochain
