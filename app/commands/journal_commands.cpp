// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/edit_json.h"
#include "commands/open_chain.h"

#include "chain/text_form.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace ochain {

namespace {

std::string timeText(std::int64_t timeMs)
{
    constexpr std::int64_t kMost = 253'402'300'800'000; // the year 10000
    if (timeMs < -kMost || timeMs >= kMost)
        return fmt::format("{} ms", timeMs); // no time of day that anybody could write
    const std::int64_t second = timeMs >= 0 ? timeMs / 1000 : (timeMs - 999) / 1000;
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(static_cast<std::time_t>(second)),
                       timeMs - second * 1000);
}

using Step = tl::expected<Changed, Refused> (Session::*)();

int takeStep(const std::string& file, Step step, std::string_view what, CommandState& state)
{
    const Result<std::unique_ptr<Session>> session = openChain(file, Store::Access::ReadWrite);
    if (!session)
        return complain(session.error());
    const tl::expected<Edit, int> committed = commitEdit(**session, [step](Session& now) { return (now.*step)(); });
    if (!committed)
        return committed.error();
    state.made = fmt::format("Edit {} was made", committed->seq);
    fmt::print("edit {}: {} edit {}{}{}\n", committed->seq, what, committed->of, committed->why.empty() ? "" : ", ",
               shown(committed->why));
    return kDone;
}

void addStep(CLI::App& app, CommandState& state, const char* name, const char* help, Step step, const char* what)
{
    const auto file = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand(name, help);
    command->add_option("FILE", *file, "a chain file")->required();
    command->callback([file, step, what, &state] { state.status = takeStep(*file, step, what, state); });
}

std::string_view kindName(EditKind kind)
{
    switch (kind) {
    case EditKind::Undo:
        return "undo";
    case EditKind::Redo:
        return "redo";
    case EditKind::Accept:
        return "accept";
    case EditKind::Change:
        break;
    }
    return "change";
}

bool isOfAnother(const Edit& edit)
{
    return edit.kind == EditKind::Undo || edit.kind == EditKind::Redo;
}

nlohmann::ordered_json jsonOf(const Edit& edit)
{
    nlohmann::ordered_json json{{"seq", edit.seq},
                                {"time", timeText(edit.timeMs)},
                                {"author", edit.author},
                                {"why", edit.why},
                                {"kind", kindName(edit.kind)}};
    if (isOfAnother(edit))
        json["of"] = edit.of;
    json["changes"] = changesAsJson(edit);
    return json;
}

void printText(const JournalEntry& entry)
{
    const Edit& edit = entry.edit;
    fmt::print("{}  {}  {}{}{}\n", edit.seq, timeText(edit.timeMs), shown(edit.author),
               edit.kind == EditKind::Change ? ""
               : isOfAnother(edit)           ? fmt::format("  {} of {}", kindName(edit.kind), edit.of)
                                             : "  accepted what another program changed",
               entry.isUndone ? "  (undone)" : "");
    if (!edit.why.empty())
        fmt::print("    {}\n", shown(edit.why));
    for (const RowChange& change : edit.changes) {
        const char* sign = change.op == Op::Insert ? "+" : change.op == Op::Erase ? "-" : " ";
        for (const FieldChange& field : change.fields)
            fmt::print("  {} {} {}, {}: “{}” → “{}”\n", sign, tableSpec(change.table).name, shown(change.key),
                       fieldSpec(change.table, field.field).name, shown(field.before), shown(field.after));
    }
    const auto moved = std::count_if(edit.changes.begin(), edit.changes.end(),
                                     [](const RowChange& change) { return change.movedTo != 0; });
    if (moved > 0)
        fmt::print("    {} {} put in order\n", moved, moved == 1 ? "row" : "rows");
}

int log(const std::string& file, const std::string& format)
{
    Result<std::unique_ptr<Store>> store = Store::open(file, Store::Access::ReadOnly);
    if (!store)
        return complain(store.error());
    const Result<std::vector<JournalEntry>> entries = (*store)->journal();
    if (!entries)
        return complain(entries.error());
    if (format == "text") {
        for (const JournalEntry& entry : *entries)
            printText(entry);
        return kDone;
    }
    nlohmann::ordered_json edits = nlohmann::ordered_json::array();
    std::for_each(entries->rbegin(), entries->rend(),
                  [&](const JournalEntry& entry) { edits.push_back(jsonOf(entry.edit)); });
    const nlohmann::ordered_json whole{{"edits", std::move(edits)}};
    fmt::print("{}\n", whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    return kDone;
}

} // namespace

void addUndoCommand(CLI::App& app, CommandState& state)
{
    addStep(app, state, "undo", "take back the last edit that is not undone, as a new edit", &Session::undo, "undid");
}

void addRedoCommand(CLI::App& app, CommandState& state)
{
    addStep(app, state, "redo", "bring back the edit undone last, as a new edit", &Session::redo, "did again");
}

void addLogCommand(CLI::App& app, CommandState& state)
{
    struct Options {
        std::string file;
        std::string format = "text";
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("log", "show every edit ever made: text newest first, json oldest first");
    command->add_option("FILE", options->file, "a chain file")->required();
    command->add_option("--format", options->format)->check(CLI::IsMember({"text", "json"}));
    command->callback([options, &state] { state.status = log(options->file, options->format); });
}

} // namespace ochain
