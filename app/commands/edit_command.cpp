// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/edit_echo.h"
#include "commands/lens_options.h"
#include "commands/open_chain.h"
#include "commands/typed_values.h"

#include "chain/edit_builder.h"
#include "editing/dated_change.h"
#include "scenarios/scenario_orders.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace ochain {

namespace {

struct EditOptions {
    std::string file;
    std::vector<std::string> add, set, erase;
    std::string asOf, source; ///< both, or neither: of a change that is dated
    std::string scenario;     ///< key of the one that what is set is of; empty: the base
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

/// "deals:amd-openai-6gw.capacity_mw=7000", taken apart.
struct SetOrder {
    RowName row;
    Field field = 0;
    std::string_view text;
};

Result<SetOrder> readSetOrder(const std::string& order)
{
    const std::size_t equals = order.find('=');
    const std::size_t dot = order.rfind('.', equals == std::string::npos ? equals : equals - 1);
    if (equals == std::string::npos || equals == 0 || dot == std::string::npos)
        return failure(ErrorKind::InvalidInput,
                       "--set {0}: write TABLE:KEY.FIELD=VALUE, such as deals:amd-openai-6gw.capacity_mw=7000", order);
    Result<RowName> row = readRowName("--set", std::string_view(order).substr(0, dot));
    if (!row)
        return tl::unexpected(std::move(row.error()));
    const std::string_view name = std::string_view(order).substr(dot + 1, equals - dot - 1);
    if (const std::optional<Field> field = fieldNamed(row->table, name))
        return SetOrder{std::move(*row), *field, std::string_view(order).substr(equals + 1)};
    std::string names;
    for (const FieldSpec& spec : tableSpec(row->table).fields)
        names.append(names.empty() ? "" : ", ").append(spec.name);
    return failure(ErrorKind::InvalidInput, "--set {0}: table {1} has no field “{2}”; it has {3}", order,
                   tableSpec(row->table).name, name, names);
}

bool isSameField(const SetOrder& one, const SetOrder& other)
{
    return one.row.table == other.row.table && one.row.key == other.row.key && one.field == other.field;
}

Result<std::vector<SetOrder>> readSetOrders(const std::vector<std::string>& texts)
{
    std::vector<SetOrder> orders;
    for (const std::string& text : texts) {
        Result<SetOrder> order = readSetOrder(text);
        if (!order)
            return tl::unexpected(std::move(order.error()));
        if (std::any_of(orders.begin(), orders.end(),
                        [&](const SetOrder& other) { return isSameField(other, *order); }))
            return failure(ErrorKind::InvalidInput, "--set {0}:{1}.{2} is given twice; leave one of them out",
                           tableSpec(order->row.table).name, order->row.key,
                           fieldSpec(order->row.table, order->field).name);
        orders.push_back(std::move(*order));
    }
    return orders;
}

/// Whether an order is about a field of a row.
bool isAbout(const SetOrder& order, const RowName& row, Field field)
{
    return order.row.table == row.table && order.row.key == row.key && order.field == field;
}

/// What a row has or is about to have beside a field that is set.
Beside besideOrder(const Chain& chain, const RowName& row, const std::vector<SetOrder>& orders)
{
    return [&chain, &row, &orders](Field field) {
        const auto given = std::find_if(orders.begin(), orders.end(),
                                        [&](const SetOrder& order) { return isAbout(order, row, field); });
        const RowRef now{row.table, chain.find(row.table, row.key)};
        if (given == orders.end())
            return now.row == kNoRow ? std::string() : chain.value(now, field);
        const auto value = readTypedField(chain, row.table, row.key, field, given->text,
                                          now.row == kNoRow ? Beside() : besideIn(chain, now));
        return value ? value->canonical : std::string();
    };
}

/// Whether a text is the key of a row that the orders add: then nothing that is there already is meant by it.
bool isAdded(const EditOptions& options, const FieldSpec& field, std::string_view text)
{
    return field.type == FieldType::Reference &&
           std::find(options.add.begin(), options.add.end(),
                     fmt::format("{}:{}", tableSpec(field.target).name, text)) != options.add.end();
}

/// The day and the source of what is set, if it is to become history.
struct Said {
    Date day;
    std::string source; ///< key
};

Result<std::optional<Said>> readSaid(const Chain& chain, const EditOptions& options)
{
    if (options.asOf.empty())
        return std::optional<Said>();
    const Result<Date> day = readWholeDay("--as-of", options.asOf);
    if (!day)
        return tl::unexpected(day.error());
    Result<std::string> source = readSource(chain, options.source);
    if (!source)
        return tl::unexpected(std::move(source.error()));
    return std::optional(Said{*day, std::move(*source)});
}

/// What options say that do not go together, whatever the file.
Result<void> checkTogether(const EditOptions& options)
{
    if (!options.scenario.empty() && (options.set.empty() || !options.asOf.empty()))
        return failure(ErrorKind::InvalidInput,
                       options.set.empty()
                           ? "--scenario {0}: nothing is set; say with --set TABLE:KEY.FIELD=VALUE what it overrides"
                           : "--scenario {0}: an override holds on every day known; leave --as-of out",
                       options.scenario);
    if (options.asOf.empty() && options.source.empty())
        return {};
    if (options.source.empty())
        return failure(ErrorKind::InvalidInput,
                       "--as-of {0}: a dated change needs a source; add --source with its key or title", options.asOf);
    if (options.asOf.empty())
        return failure(ErrorKind::InvalidInput,
                       "--source {0}: say with --as-of on which day it became so, or leave --source out",
                       options.source);
    const bool isAdding = !options.add.empty();
    if (isAdding || !options.erase.empty())
        return failure(ErrorKind::InvalidInput,
                       "{0} {1}: --as-of dates what --set changes in rows that are there; make this an edit of its own",
                       isAdding ? "--add" : "--erase", isAdding ? options.add.front() : options.erase.front());
    if (options.set.empty())
        return failure(ErrorKind::InvalidInput,
                       "--as-of {0}: nothing is set; say with --set TABLE:KEY.FIELD=VALUE what it became",
                       options.asOf);
    return {};
}

/// Sets a field to a value in the form of the CSV; what is dated becomes history as well.
std::optional<Problem> setValue(EditBuilder& builder, const Chain& chain, const RowName& row, Field field,
                                const std::string& value, const std::optional<Said>& said)
{
    if (std::optional<Problem> problem = builder.set(row.table, row.key, field, value); problem || !said)
        return problem;
    const auto after = canonical(row.table, row.key, field, value);
    if (!after)
        return after.error();
    const RowRef now{row.table, chain.find(row.table, row.key)};
    return orderDatedChange(builder, chain, {now, field, chain.value(now, field), *after, said->day, said->source});
}

std::optional<Problem> setField(EditBuilder& builder, const Chain& chain, const SetOrder& order,
                                const std::vector<SetOrder>& orders, const EditOptions& options,
                                const std::optional<Said>& said)
{
    const auto& [row, field, text] = order;
    if (isAdded(options, fieldSpec(row.table, field), text))
        return builder.set(row.table, row.key, field, text);
    const auto value = readTypedField(chain, row.table, row.key, field, text, besideOrder(chain, row, orders));
    if (!value)
        return value.error();
    std::optional<Problem> problem = setValue(builder, chain, row, field, value->canonical, said);
    for (const FilledField& filled : value->also) {
        const auto isOrdered = [&](const SetOrder& other) { return isAbout(other, order.row, filled.field); };
        if (problem || std::any_of(orders.begin(), orders.end(), isOrdered))
            continue; // what is ordered by itself stands
        problem = setValue(builder, chain, row, filled.field, filled.canonical, said);
    }
    return problem;
}

bool isOfScenario(const EditOptions& options, const SetOrder& order)
{
    return !options.scenario.empty() && order.row.table != Table::Scenarios; // what one is called is no override
}

/// Has the scenario override a field, or give it back where no value is given.
std::optional<Problem> overrideField(EditBuilder& builder, const Chain& chain, const SetOrder& order,
                                     const std::vector<SetOrder>& orders, const EditOptions& options)
{
    const auto& [name, field, text] = order;
    const RowRef row{name.table, chain.find(name.table, name.key)};
    if (row.row == kNoRow)
        return builder.set(name.table, name.key, field, text); // which says so
    if (text.empty())
        return orderGivingBack(builder, chain, options.scenario, row, field);
    const auto value = readTypedField(chain, name.table, name.key, field, text, besideOrder(chain, name, orders));
    if (!value)
        return value.error();
    std::optional<Problem> problem = orderOverride(builder, chain, options.scenario, {row, field, value->canonical});
    for (const FilledField& filled : value->also) {
        const auto isOrdered = [&](const SetOrder& other) { return isAbout(other, order.row, filled.field); };
        if (!problem && std::none_of(orders.begin(), orders.end(), isOrdered))
            problem = orderOverride(builder, chain, options.scenario, {row, filled.field, filled.canonical});
    }
    return problem;
}

/// What the rules say against the scenario as an edit leaves it: it could not be looked at.
Problems problemsOfScenario(Chain chain, Edit edit, const std::string& scenario)
{
    if (scenario.empty())
        return {};
    if (Problems problems = chain.apply(edit); !problems.empty())
        return problems;
    return whatRefuses(chain, overridesOf(chain, ScenarioId{chain.find(Table::Scenarios, scenario)}));
}

/// Puts the edit together.
tl::expected<Edit, Refused> makeEdit(const Chain& chain, const EditOptions& options,
                                     const std::vector<SetOrder>& orders)
{
    const Result<std::optional<Said>> said = readSaid(chain, options);
    if (!said)
        return tl::unexpected(Refused{{}, said.error()});
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
    const Problems notAdded = problems; // what is to be set in these rows needs no message of its own
    for (const SetOrder& order : orders)
        if (std::none_of(notAdded.begin(), notAdded.end(), [&](const Problem& problem) {
                return problem.table == order.row.table && problem.row == order.row.key;
            }))
            take(isOfScenario(options, order) ? overrideField(builder, chain, order, orders, options)
                                              : setField(builder, chain, order, orders, options, *said));
    for (const std::string& text : options.erase)
        forRow("--erase", text, [&](const RowName& row) { return builder.erase(row.table, row.key); });
    if (error || !problems.empty())
        return tl::unexpected(Refused{std::move(problems), std::move(error)});
    Edit edit = std::move(builder).build({}, options.why);
    if (problems = problemsOfScenario(chain, edit, options.scenario); !problems.empty())
        return tl::unexpected(Refused{std::move(problems), {}});
    return edit;
}

/// Whether an edit has changed the field that an order is about, or brought its row.
bool isAbout(const Edit& edit, const SetOrder& order)
{
    return std::any_of(edit.changes.begin(), edit.changes.end(), [&](const RowChange& change) {
        return change.table == order.row.table && change.key == order.row.key &&
               (change.op != Op::Update ||
                std::any_of(change.fields.begin(), change.fields.end(),
                            [&](const FieldChange& field) { return field.field == order.field; }));
    });
}

/// How each value was read, and what comes and goes.
/// @param chain  as it is before the edit
std::string echoOf(const Edit& edit, const Chain& chain, const std::vector<SetOrder>& orders,
                   const EditOptions& options)
{
    const bool isDated = !options.asOf.empty();
    Edit ordered = edit;
    if (isDated)
        std::erase_if(ordered.changes,
                      [](const RowChange& change) { return change.table == Table::Claims && change.op == Op::Insert; });
    std::string text = echoText(ordered, chain);
    for (const SetOrder& order : orders)
        if (!isOfScenario(options, order) && !isAbout(edit, order) &&
            chain.find(order.row.table, order.row.key) != kNoRow)
            text += unchangedText(chain, order.row.table, order.row.key, order.field) + '\n';
    return isDated ? text + historyText(edit, chain) : text;
}

int edit(const EditOptions& options, CommandState& state)
{
    if (const Result<void> fits = checkTogether(options); !fits)
        return complain(fits.error());
    if (options.add.empty() && options.set.empty() && options.erase.empty())
        return complain("edit: nothing to do; give --add, --set or --erase");
    const Result<std::vector<SetOrder>> orders = readSetOrders(options.set);
    if (!orders)
        return complain(orders.error());
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadWrite);
    if (!session)
        return complain(session.error());
    std::string echo; // of the edit that was made in the end
    const auto make = [&](const Chain& chain) {
        tl::expected<Edit, Refused> made = makeEdit(chain, options, *orders);
        echo = made ? echoOf(*made, chain, *orders, options) : std::string();
        return made;
    };
    const tl::expected<Edit, int> committed = commitEdit(**session, [&make](Session& now) { return now.apply(make); });
    if (!committed)
        return committed.error();
    const bool isMade = !committed->changes.empty();
    if (isMade)
        state.made = fmt::format("Edit {} was made", committed->seq);
    fmt::print("{}\n{}",
               isMade ? fmt::format("edit {}: {}", committed->seq, summaryOf(*committed))
                      : "nothing changed: the fields have these values already",
               echo);
    return kDone;
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
    repeated(
        "--set", options->set, "TABLE:KEY.FIELD=VALUE",
        "set a field, as the CSV has it or as people write it (7GW, ~$300B over seven years, 2H 2026); an empty VALUE "
        "clears it");
    repeated("--erase", options->erase, "TABLE:KEY", "erase a row with what belongs to it alone");
    command
        ->add_option("--as-of", options->asOf,
                     "the day on which what is set became so, such as 2026-02-24: old and new value become its history")
        ->check(notEmpty());
    command->add_option("--source", options->source, "who says so: key or title of a source; with --as-of")
        ->check(notEmpty());
    command
        ->add_option("--scenario", options->scenario,
                     "key of a scenario, there or added with --add scenarios:KEY: what is set it overrides, and the "
                     "field itself stays; an empty VALUE gives the field back")
        ->check(notEmpty());
    command->add_option("--why", options->why, "the reason, for the journal");
    command->callback([options, &state] { state.status = edit(*options, state); });
}

} // namespace ochain
