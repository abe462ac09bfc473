// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_export.h"
#include "commands/chart_frames.h"
#include "commands/chart_options.h"
#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/lens_options.h"
#include "commands/open_chain.h"
#include "commands/picture_options.h"
#include "commands/typed_values.h"

#include "editing/day_news.h"
#include "figures/chart_figure.h"
#include "figures/usual_group.h"
#include "files/safe_file.h"
#include "language/language.h"

#include <QApplication>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace ochain {

namespace {

/// The period a picture is of: what was asked for, else the year the dashboard opens at.
Result<Period> readPeriod(const ChartOptions& options, const Calendar& calendar)
{
    constexpr int kUsualYear = 2028;
    const auto& [option, text] = !options.at.empty()         ? std::pair("--at", options.at)
                                 : !options.saysOnlyPeriod() ? std::pair("--to", options.to)
                                                             : std::pair("--period", options.period);
    if (text.empty()) {
        const int year =
            calendar.isEmpty() ? kUsualYear : std::clamp(kUsualYear, calendar.firstYear(), calendar.lastYear());
        return options.period == "quarter" ? Period{PeriodKind::Quarter, year, 4} : Period{PeriodKind::Year, year, 0};
    }
    Result<Period> period = readTypedPeriod(option, text);
    if (!period)
        return period;
    if (calendar.isEmpty())
        return failure(ErrorKind::InvalidInput, "{0} {1}: this chain has no dates yet, and so no periods", option,
                       text);
    if (period->year < calendar.firstYear() || period->year > calendar.lastYear())
        return failure(ErrorKind::InvalidInput, "{0} {1} lies outside the calendar of this chain; it covers {2} to {3}",
                       option, text, std::to_string(calendar.firstYear()), std::to_string(calendar.lastYear()));
    return period;
}

Result<FigureOptions> figureOptions(const ChartOptions& options, const Chain& chain, const Rollups& rollups)
{
    FigureOptions figure;
    figure.cancelled = &interruption();
    const Result<PeriodBounds> bounds = readBounds(options.from, options.to, rollups.calendar());
    if (!bounds)
        return tl::unexpected(bounds.error());
    const Result<Period> period = readPeriod(options, rollups.calendar());
    if (!period)
        return tl::unexpected(period.error());
    figure.period = *period;
    figure.from = bounds->from;
    figure.to = bounds->to;
    const PeriodKind usual = options.granularity.value_or(PeriodKind::Year);
    figure.granularity = options.period.empty()        ? usual
                         : options.period == "quarter" ? PeriodKind::Quarter
                                                       : PeriodKind::Year;
    if (const Result<void> fits = checkPeriods(options, *period, *bounds); !fits)
        return tl::unexpected(fits.error());
    figure.group = usualGroup(chain, rollups);
    if (!options.group.empty()) {
        const Result<Group> group = readGroup(chain, options.group);
        if (!group)
            return tl::unexpected(group.error());
        figure.group = chain.key({group->kind == Group::Kind::Node ? Table::Nodes : Table::Tiers, group->row});
    }
    figure.mode = options.mode == "capacity" || !options.layer.empty() ? FlowMode::Capacity : FlowMode::Money;
    if (!options.layer.empty()) {
        const Result<TierId> tier = readLayer(chain, options.layer);
        if (!tier)
            return tl::unexpected(tier.error());
        figure.layer = chain.key({Table::Tiers, tier->value});
    }
    figure.grouping = groupingNamed(options.by.empty() ? "company" : options.by);
    if (const Result<void> known = checkExpanded(options, chain); !known)
        return tl::unexpected(known.error());
    figure.expanded.insert(options.expanded.begin(), options.expanded.end());
    figure.orders = options.orders;
    figure.withGuarantees = options.withGuarantees;
    figure.scenario = options.lens.scenario();
    return figure;
}

/// What the view shows under a lens.
Result<ChartFigure> figureUnder(const Lens& lens, const ChartOptions& options, Session& session)
{
    if (!session.compute(lens, goesOn))
        return failure(ErrorKind::Cancelled, "interrupted; no picture was written");
    const Result<FigureOptions> figure = figureOptions(options, session.chain(), session.rollups());
    if (!figure)
        return tl::unexpected(figure.error());
    Result<ChartFigure> built = buildFigure(options.view, session.chain(), session.rollups(), *figure);
    if (built && isInterrupted())
        return failure(ErrorKind::Cancelled, "interrupted; no picture was written");
    return built;
}

/// What was made, and what is to be said of it besides.
struct Made {
    std::string sentence;
    std::vector<char32_t> missing; ///< characters that no font has
};

Result<Made> writeOne(ChartOptions& options, ExportOptions picture, const Lens& lens, Session& session)
{
    const Result<ExportFormat> format = options.picture.formatOf(options.out);
    if (!format)
        return tl::unexpected(format.error());
    const Result<ChartFigure> figure = figureUnder(lens, options, session);
    if (!figure)
        return tl::unexpected(figure.error());
    const Result<std::vector<RowRef>> selected = options.picture.selected(session.chain(), options.group);
    if (!selected)
        return tl::unexpected(selected.error());
    picture.lit = litBy(*figure, session.chain(), *selected);
    if (picture.lit.empty() && !selected->empty())
        return failure(ErrorKind::NotFound, "--fade: this picture has nothing of what is selected; leave --fade out");
    const Result<std::filesystem::path> target = fileToReplace(options.out);
    if (!target)
        return tl::unexpected(target.error());
    Result<std::vector<char32_t>> written =
        exportChart(*figure, *format, picture, QString::fromStdString(target->string()));
    if (!written)
        return tl::unexpected(std::move(written.error()));
    return Made{options.out, std::move(*written)};
}

Result<Made> writeSteps(ChartOptions& options, const ExportOptions& picture, const Lens& lens, Session& session)
{
    const Result<std::vector<RowRef>> selected = options.picture.selected(session.chain(), options.group);
    if (!selected)
        return tl::unexpected(selected.error());
    FramesOrder order{options.frames, knowledgeDays(session.chain()), options.picture.formatOfFrames(), picture,
                      *selected};
    std::erase_if(order.days, [&lens](Day day) { return day < lens.knownAsOf; }); // kNoDay is before all
    if (order.days.empty())
        return failure(ErrorKind::NotFound, "--frames: nothing became known{0}; there is no step to draw",
                       lens.knownAsOf == kNoDay ? std::string(" on any day")
                                                : " from " + formatDate(dateOf(lens.knownAsOf)) + " on");
    const auto figureOf = [&](Day day) {
        Lens then = lens;
        then.knownAsOf = day;
        return figureUnder(then, options, session);
    };
    if (const Result<ChartFigure> first = figureOf(order.days.front()); !first)
        return tl::unexpected(first.error()); // no folder is made for what cannot be drawn
    if (Result<void> prepared = prepareFolder(order.folder); !prepared)
        return tl::unexpected(std::move(prepared.error()));
    Result<std::vector<char32_t>> written = writeFrames(order, session.chain(), figureOf);
    if (!written)
        return tl::unexpected(std::move(written.error()));
    return Made{fmt::format("{}: {} picture{} from {} to {}, listed in index.csv", options.frames, order.days.size(),
                            order.days.size() == 1 ? "" : "s", formatDate(dateOf(order.days.front())),
                            formatDate(dateOf(order.days.back()))),
                std::move(*written)};
}

Result<Made> write(ChartOptions& options, Session& session)
{
    if (const Result<void> taken = takeSaved(options, session.chain()); !taken)
        return tl::unexpected(taken.error());
    if (const Result<void> fits = checkForView(options); !fits)
        return tl::unexpected(fits.error());
    const Result<ExportOptions> picture = options.picture.read();
    if (!picture)
        return tl::unexpected(picture.error());
    const Result<Lens> lens = options.lens.lensFor(session);
    if (!lens)
        return tl::unexpected(lens.error());
    return options.frames.empty() ? writeOne(options, *picture, *lens, session)
                                  : writeSteps(options, *picture, *lens, session);
}

/// What Qt remarks on its surroundings (no runtime folder, no session bus) is nothing that the user of a command could
/// mend.
void keepQtQuiet(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        complain(message.toStdString());
}

int chart(ChartOptions& options, CommandState& state)
{
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    qputenv("QT_QPA_PLATFORM", "offscreen"); // pictures need fonts, not a display
    qInstallMessageHandler(keepQtQuiet);
    QApplication application(state.argc, state.argv);
    setLanguage(languageNamed(QString::fromStdString(options.language)));
    const Result<Made> written = write(options, **session);
    if (!written)
        return complain(written.error());
    state.made = options.frames.empty() ? "The picture was written" : "The pictures were written";
    fmt::print("{}\n", written->sentence);
    if (!written->missing.empty())
        complain(fmt::format("no font has {}: a box stands in {} place", charactersText(written->missing).toStdString(),
                             written->missing.size() == 1 ? "its" : "their"));
    if ((*session)->loadProblems().empty())
        return kDone;
    complain((*session)->loadProblems());
    complain(options.frames.empty() ? "the picture is of what could be read"
                                    : "the pictures are of what could be read");
    return kProblemsFound;
}

} // namespace

void addChartCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<ChartOptions>();
    CLI::App* command = app.add_subcommand("chart", "draw a view into a file, as it looks in the dashboard");
    command->add_option("FILE", options->file, "a chain file")->required();
    CLI::Option_group* what = command->add_option_group("what");
    what->add_option("--view", options->view, "flow, capacity or money")
        ->check(CLI::IsMember({"flow", "capacity", "money"}));
    what->add_option("--saved", options->saved,
                     "key of a view saved in the file, with its lens, group and years; what is given beside it counts "
                     "instead")
        ->check(notEmpty());
    what->require_option(1);
    CLI::Option_group* where = command->add_option_group("where");
    CLI::Option* file = where
                            ->add_option("--out", options->out,
                                         "the picture: .png, .svg or .pdf, by --format if its "
                                         "name has no ending")
                            ->check(notEmpty());
    CLI::Option* frames =
        where
            ->add_option("--frames", options->frames,
                         "a new or empty folder: a picture for each day on which something became known, from --as-of "
                         "on, none left out; numbered, the days in index.csv")
            ->check(notEmpty());
    where->require_option(1);
    options->picture.addTo(*command, file, frames);
    command->add_option("--lang", options->language)->check(CLI::IsMember({"en", "zh_CN"}));
    command->add_option("--period", options->period, "year or quarter; or the period itself, such as 2028 or 2028Q3")
        ->check(notEmpty());
    command->add_option("--at", options->at, "the period the picture is of")->check(notEmpty());
    command->add_option("--from", options->from, "first period shown of capacity and money")->check(notEmpty());
    command->add_option("--to", options->to, "last period shown; the one the picture is of, unless --at is given")
        ->check(notEmpty());
    command->add_option("--group", options->group, "key or name of the node or tier whose capacity or money is shown")
        ->check(notEmpty());
    command->add_option("--mode", options->mode, "of the flow")->check(CLI::IsMember({"money", "capacity"}));
    command->add_option("--by", options->by, "what a box of the flow is; by deal, each deal has a ribbon of its own")
        ->check(CLI::IsMember({"company", "tier", "deal"}));
    command->add_option("--layer", options->layer, "of the flow of capacity: key or name of a layer tier")
        ->check(notEmpty());
    command->add_option("--expand", options->expanded, "ids of groups to open, separated by commas")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_flag("--guarantees", options->withGuarantees, "of the flow of money: guarantees as outlines");
    options->lens.addTo(*command);
    command->callback([options, &state] { state.status = chart(*options, state); });
}

} // namespace ochain
