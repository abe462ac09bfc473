// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/edit_echo.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"

#include "backups/backup_list.h"
#include "chain/text_form.h"
#include "exchange/difference.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace ochain {

namespace {

struct RestoreOptions {
    std::string file;
    std::string from;
    std::string format = "text";
};

std::string_view kindName(Backup::Kind kind)
{
    return kind == Backup::Kind::Daily ? "daily" : "migration";
}

/// How many rows of the file would change; why it cannot be told.
Result<std::size_t> rowsThatDiffer(const Chain& chain, const Backup& backup)
{
    const Result<Chain> then = readBackup(backup.file, goesOn);
    if (!then)
        return tl::unexpected(then.error());
    const std::optional<Edit> edit = difference(chain, *then, goesOn);
    if (!edit)
        return failure(ErrorKind::Cancelled, "interrupted");
    return edit->changes.size();
}

void printBackup(const Backup& backup, const Result<std::size_t>& rows)
{
    const std::string differ = !rows        ? shown(rows.error().message())
                               : *rows == 0 ? std::string("says what the file says")
                                            : fmt::format("{} {}", *rows, *rows == 1 ? "row differs" : "rows differ");
    fmt::print("{}  {:9}  {}  {}\n", formatDate(backup.day), kindName(backup.kind), shown(backup.file.string()),
               differ);
}

nlohmann::ordered_json jsonOf(const Backup& backup, const Result<std::size_t>& rows)
{
    nlohmann::ordered_json json{{"day", formatDate(backup.day)},
                                {"kind", kindName(backup.kind)},
                                {"file", backup.file.string()},
                                {"bytes", backup.bytes}};
    if (rows)
        json["rows"] = *rows;
    else
        json["fault"] = rows.error().message();
    return json;
}

int list(const RestoreOptions& options)
{
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    const std::vector<Backup> backups = backupsOf(options.file);
    for (const Backup& backup : backups) {
        const Result<std::size_t> rows = rowsThatDiffer((*session)->chain(), backup);
        if (isInterrupted())
            return complain("interrupted");
        if (options.format == "json")
            all.push_back(jsonOf(backup, rows));
        else
            printBackup(backup, rows);
    }
    if (options.format == "json") {
        const nlohmann::ordered_json whole{{"backups", std::move(all)}};
        fmt::print("{}\n", whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    } else if (backups.empty()) {
        fmt::print("no backup yet: the first edit of a day makes one, in {}\n",
                   shown(backupFolderOf(options.file).string()));
    }
    return kDone;
}

/// Says that a day has no backup, and which day nearest to it has one: of two the later one, which holds what the file
/// said until its first edit of that day.
tl::unexpected<Error> noBackupOf(Date day, const std::vector<Backup>& dailies)
{
    if (dailies.empty())
        return failure(ErrorKind::NotFound, "there is no backup of {0}, nor of any other day", formatDate(day));
    const auto distance = [day](const Backup& backup) { return std::abs(firstDay(backup.day) - firstDay(day)); };
    const auto nearest = std::min_element(dailies.begin(), dailies.end(), [&](const Backup& a, const Backup& b) {
        return distance(a) < distance(b); // they come newest first
    });
    return failure(ErrorKind::NotFound, "there is no backup of {0}; the nearest is that of {1}", formatDate(day),
                   formatDate(nearest->day));
}

/// A backup by its day, as the list has it, or by the name of its file.
Result<std::filesystem::path> fileNamed(const RestoreOptions& options)
{
    const Result<Date> day = parseDate(options.from);
    if (!day || day->day() == 0)
        return options.from;
    std::vector<Backup> dailies = backupsOf(options.file);
    dailies.erase(std::remove_if(dailies.begin(), dailies.end(),
                                 [](const Backup& backup) { return backup.kind != Backup::Kind::Daily; }),
                  dailies.end());
    const auto named =
        std::find_if(dailies.begin(), dailies.end(), [&](const Backup& backup) { return backup.day == *day; });
    if (named != dailies.end())
        return named->file;
    std::error_code failed;
    if (std::filesystem::exists(options.from, failed)) // a file that is called as days are
        return options.from;
    return noBackupOf(*day, dailies);
}

int restore(const RestoreOptions& options, CommandState& state)
{
    const Result<std::filesystem::path> from = fileNamed(options);
    if (!from)
        return complain(from.error());
    const Result<Chain> then = readBackup(*from, goesOn);
    if (!then)
        return complain(then.error());
    const Result<std::unique_ptr<Session>> session = openChain(options.file, Store::Access::ReadWrite);
    if (!session)
        return complain(session.error());
    const tl::expected<Edit, int> committed = commitEdit(**session, [&](Session& now) {
        return now.apply([&](const Chain& chain) -> tl::expected<Edit, Refused> {
            std::optional<Edit> edit = difference(chain, *then, goesOn);
            if (!edit)
                return tl::unexpected(
                    Refused{{}, Error{ErrorKind::Cancelled, Sentence{"interrupted; nothing was changed", {}}, {}}});
            edit->why = restoreReason(*from);
            return std::move(*edit);
        });
    });
    if (!committed)
        return committed.error();
    if (committed->changes.empty()) {
        fmt::print("nothing changed: the file says all of this already\n");
        return kDone;
    }
    state.made = fmt::format("Edit {} was made", committed->seq);
    fmt::print("edit {}: {}\n", committed->seq, summaryOf(*committed));
    return kDone;
}

} // namespace

void addRestoreCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<RestoreOptions>();
    CLI::App* command = app.add_subcommand(
        "restore", "list the backups of a chain file, or go back to one as an edit, which can be undone");
    command->add_option("FILE", options->file, "a chain file")->required();
    CLI::Option* from = command->add_option(
        "--from", options->from, "the day of a backup, or any chain file; without it the backups are listed");
    command->add_option("--format", options->format, "of the list")
        ->check(CLI::IsMember({"text", "json"}))
        ->excludes(from);
    command->callback(
        [options, &state] { state.status = options->from.empty() ? list(*options) : restore(*options, state); });
}

} // namespace ochain
