// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"
#include "commands/rollup_output.h"
#include "commands/row_options.h"

#include <memory>

namespace ochain {

namespace {

struct RollupOptions {
    std::string file;
    RowOptions rows;
    LensOptions lens;
};

int rollup(RollupOptions& options)
{
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    const Chain& chain = (*session)->chain();
    const Result<Lens> lens = options.lens.lensFor(**session);
    if (!lens)
        return complain(lens.error());
    const Result<RollupQuery> query = options.rows.queryFor(chain, chain.calendar());
    if (!query)
        return complain(query.error());
    const Result<std::vector<RowRef>> rows = options.rows.rowsOf(chain);
    if (!rows)
        return complain(rows.error());
    if (!(*session)->compute(*lens, goesOn))
        return complain("interrupted");
    const std::unique_ptr<RollupOutput> output = RollupOutput::create(options.rows.format(), options.lens, *query);
    const RowSink sink = [&](const RollupRow& row) { output->add(row); };
    for (const RowRef of : *rows)
        forEachRow(chain, (*session)->rollups(), *query, of, sink);
    output->finish();
    return statusOfFigures(**session);
}

} // namespace

void addRollupCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<RollupOptions>();
    CLI::App* command = app.add_subcommand("rollup", "capacity and money of groups or deals over time");
    command->add_option("FILE", options->file, "a chain file")->required();
    options->rows.addTo(*command);
    options->lens.addTo(*command);
    command->callback([options, &state] { state.status = rollup(*options); });
}

} // namespace ochain
