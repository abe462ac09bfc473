// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/compare_output.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/row_options.h"

#include "analyses/comparison.h"

#include <algorithm>
#include <memory>

namespace ochain {

namespace {

struct CompareOptions {
    std::string file, a, b;
    bool withSame = false;
    RowOptions rows;
};

/// A lens as it was typed, and the session that has its scenario.
struct TypedSide {
    LensOptions options;
    Lens lens;
    std::unique_ptr<Session> ownSession; ///< empty: that of the other side
    Session* session = nullptr;
};

/// @param other  whose session is taken if the scenario is the same; nullptr: there is none yet
Result<void> openTyped(const std::string& file, const char* option, const std::string& text, const TypedSide* other,
                       TypedSide& side)
{
    CLI::App app;
    side.options.addTo(app);
    if (Result<void> read = readOptionsIn(app, option, "the options of a lens, or nothing", text); !read)
        return read;
    if (other != nullptr && other->options.scenario() == side.options.scenario()) {
        side.session = other->session;
    } else {
        Result<std::unique_ptr<Session>> opened = openChain(file, Store::Access::ReadOnly);
        if (!opened)
            return tl::unexpected(std::move(opened.error()));
        side.ownSession = std::move(*opened);
        side.session = side.ownSession.get();
    }
    Result<Lens> lens = side.options.lensFor(*side.session);
    if (!lens)
        return tl::unexpected(std::move(lens.error()).during({option, {}}));
    side.lens = *lens;
    return {};
}

/// The years of both, which a scenario may move.
Calendar yearsOf(const Calendar& a, const Calendar& b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    return {std::min(a.firstYear(), b.firstYear()), std::max(a.lastYear(), b.lastYear())};
}

int printCompared(const CompareOptions& options, const TypedSide& a, const TypedSide& b, const RollupQuery& query,
                  const std::vector<ComparedGroup>& groups)
{
    const Chain& chainA = a.session->chain();
    const Chain& chainB = b.session->chain();
    const std::optional<ComparedRollups> rollups = computeCompared(chainA, a.lens, chainB, b.lens, goesOn);
    if (!rollups)
        return complain("interrupted");
    const std::unique_ptr<CompareOutput> output =
        CompareOutput::create(options.rows.format(), {a.options, b.options}, query, options.withSame);
    LensComparison comparison({chainA, rollups->a}, {chainB, rollups->b}, query);
    const ComparedSink sink = [&](const ComparedRow& row) { output->add(row); };
    for (const ComparedGroup& group : groups)
        comparison.forEachRow(group, sink);
    output->finish();
    return statusOfFigures(*a.session);
}

int compareLenses(const CompareOptions& options)
{
    TypedSide a, b;
    Result<void> opened = openTyped(options.file, "--a", options.a, nullptr, a);
    if (opened)
        opened = openTyped(options.file, "--b", options.b, &a, b);
    if (!opened)
        return complain(opened.error());
    const Chain& chainA = a.session->chain();
    const Chain& chainB = b.session->chain();
    const Result<RollupQuery> query = options.rows.queryFor(chainA, yearsOf(chainA.calendar(), chainB.calendar()));
    if (!query)
        return complain(query.error());
    const Result<std::vector<RowRef>> rows = options.rows.rowsOf(chainA);
    if (!rows)
        return complain(rows.error());
    const std::vector<ComparedGroup> groups = options.rows.isAll()
                                                  ? comparedGroups(chainA, chainB, options.rows.table())
                                                  : std::vector{comparedGroup(chainA, chainB, rows->front())};
    return printCompared(options, a, b, *query, groups);
}

} // namespace

void addCompareCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* command = app.add_subcommand("compare", "figures under two lenses side by side, and how they differ");
    command->add_option("FILE", options->file, "a chain file")->required();
    command
        ->add_option("--a", options->a,
                     "a lens, as “--as-of 2025-12-31 --basis weighted”; what is not said in it is as usual, and “” is "
                     "the usual one")
        ->required();
    command->add_option("--b", options->b, "another, to be held against it")->required();
    options->rows.addTo(*command);
    command->add_flag("--all", options->withSame, "in the table also what does not differ");
    command->callback([options, &state] { state.status = compareLenses(*options); });
}

} // namespace ochain
