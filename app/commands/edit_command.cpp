// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/open_chain.h"

#include "chain/edit_builder.h"
#include "chain/text_form.h"
#include "figures/parse_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace ochain {

namespace {

struct EditOptions {
    std::string file;
    std::vector<std::string> add, set, erase;
    std::string why;
};

struct RowName {
    Table table = Table::Deals;
    std::string key;
};

/// "deals:amd-openai-6gw".
Result<RowName> readRowName(const std::string& option, std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size())
        return failure(ErrorKind::InvalidInput, "{0} {1}: name a row as TABLE:KEY, such as deals:amd-openai-6gw",
                       option, text);
    const std::optional<Table> table = tableNamed(text.substr(0, colon));
    if (!table)
        return failure(ErrorKind::InvalidInput,
                       "{0} {1}: there is no table “{2}”; tables are named as the CSV files, such as deals or nodes",
                       option, text, text.substr(0, colon));
    return RowName{*table, std::string(text.substr(colon + 1))};
}

/// The text for a field: plain as in the CSV files, or as people write it (7GW, $300B, 2H 2026).
std::string valueFor(Table table, std::string_view key, Field field, std::string_view text)
{
    const bool isText = textFault(text, true) == TextFault::None; // else it is refused as it stands
    if (isText && !canonical(table, key, field, text))
        if (const ReadResult reading = readField(
                table, field, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Language::English))
            return reading->canonical;
    return std::string(text);
}

/// @param added  rows that were to be added and could not be: what is to be set in them needs no message of its own
std::optional<Problem> setField(EditBuilder& builder, const std::string& order, const Problems& added,
                                std::optional<Error>& error)
{
    const std::size_t equals = order.find('=');
    const std::size_t dot = order.rfind('.', equals == std::string::npos ? equals : equals - 1);
    if (equals == std::string::npos || equals == 0 || dot == std::string::npos) {
        error = failure(ErrorKind::InvalidInput,
                        "--set {0}: write TABLE:KEY.FIELD=VALUE, such as deals:amd-openai-6gw.capacity_mw=7000", order)
                    .value();
        return std::nullopt;
    }
    const Result<RowName> row = readRowName("--set", std::string_view(order).substr(0, dot));
    if (!row) {
        error = row.error();
        return std::nullopt;
    }
    const std::string_view name = std::string_view(order).substr(dot + 1, equals - dot - 1);
    const std::optional<Field> field = fieldNamed(row->table, name);
    if (!field) {
        std::string names;
        for (const FieldSpec& spec : tableSpec(row->table).fields)
            names.append(names.empty() ? "" : ", ").append(spec.name);
        error = failure(ErrorKind::InvalidInput, "--set {0}: table {1} has no field “{2}”; it has {3}", order,
                        tableSpec(row->table).name, name, names)
                    .value();
        return std::nullopt;
    }
    const bool isRefused = std::any_of(added.begin(), added.end(), [&](const Problem& problem) {
        return problem.table == row->table && problem.row == row->key;
    });
    if (isRefused)
        return std::nullopt;
    return builder.set(row->table, row->key, *field,
                       valueFor(row->table, row->key, *field, std::string_view(order).substr(equals + 1)));
}

std::optional<Edit> makeEdit(const Chain& chain, const EditOptions& options)
{
    EditBuilder builder(chain);
    std::optional<Error> error;
    Problems problems;
    const auto take = [&](std::optional<Problem> problem) {
        if (problem)
            problems.push_back(std::move(*problem));
    };
    const auto forRow = [&](const char* option, const std::string& text, auto order) {
        const Result<RowName> row = readRowName(option, text);
        if (!row)
            error = row.error();
        else
            take(order(*row));
    };
    for (const std::string& text : options.add)
        forRow("--add", text, [&](const RowName& row) { return builder.add(row.table, row.key); });
    const Problems notAdded = problems;
    for (const std::string& text : options.set)
        take(setField(builder, text, notAdded, error));
    for (const std::string& text : options.erase)
        forRow("--erase", text, [&](const RowName& row) { return builder.erase(row.table, row.key); });
    if (error || !problems.empty()) {
        if (error)
            complain(*error);
        complain(problems);
        return std::nullopt;
    }
    return std::move(builder).build(userName(), options.why);
}

int edit(const EditOptions& options, CommandState& state)
{
    if (options.add.empty() && options.set.empty() && options.erase.empty())
        return complain("edit: nothing to do; give --add, --set or --erase");
    Result<OpenChain> open = openChain(options.file, Store::Access::ReadWrite);
    if (!open)
        return complain(open.error());
    Edit committed;
    const int status = commitEdit(
        *open, [&](OpenChain& now) { return makeEdit(now.loaded.chain, options); }, committed);
    if (status == kDone && !committed.changes.empty())
        state.made = fmt::format("Edit {} was made", committed.seq);
    if (status == kDone)
        fmt::print("{}\n", committed.changes.empty() ? "nothing changed: the fields have these values already"
                                                     : fmt::format("edit {}: {}", committed.seq, summaryOf(committed)));
    return status;
}

} // namespace

void addEditCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<EditOptions>();
    CLI::App* command =
        app.add_subcommand("edit", "change rows: all orders together are one edit, made wholly or not at all");
    command->add_option("FILE", options->file, "a chain file")->required();
    const auto repeated = [&](const char* name, std::vector<std::string>& into, const char* form, const char* help) {
        command->add_option(name, into, help)->type_name(form)->allow_extra_args(false);
    };
    repeated("--add", options->add, "TABLE:KEY", "add a row");
    repeated("--set", options->set, "TABLE:KEY.FIELD=VALUE", "set a field; an empty VALUE clears it");
    repeated("--erase", options->erase, "TABLE:KEY", "erase a row with what belongs to it alone");
    command->add_option("--why", options->why, "the reason, for the journal");
    command->callback([options, &state] { state.status = edit(*options, state); });
}

} // namespace ochain
