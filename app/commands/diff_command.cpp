// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"
#include "commands/edit_echo.h"
#include "commands/edit_json.h"
#include "commands/interruption.h"
#include "commands/open_chain.h"

#include "editing/cell_reader.h"
#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"
#include "exchange/difference.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace ochain {

namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    std::string format = "text";
};

/// One of the two: a chain file or a folder of CSV.
struct ComparedFile {
    std::unique_ptr<Session> session; ///< of a file
    std::vector<CsvText> texts;       ///< of a folder
};

/// What one side is the other by, and the chain that the first one is.
struct Compared {
    Edit edit;
    Chain before;
};

tl::unexpected<Refused> interrupted()
{
    return tl::unexpected(Refused{{}, Error{ErrorKind::Cancelled, Sentence{"interrupted", {}}, {}}});
}

tl::expected<ComparedFile, Refused> readSide(const std::string& name)
{
    std::error_code ignored;
    ComparedFile side;
    if (std::filesystem::is_directory(name, ignored)) {
        Result<std::vector<CsvText>> texts = readCsvFolder(name);
        if (!texts)
            return tl::unexpected(Refused{{}, std::move(texts.error())});
        side.texts = std::move(*texts);
        return side;
    }
    Result<std::unique_ptr<Session>> session = openChain(name, Store::Access::ReadOnly);
    if (!session)
        return tl::unexpected(Refused{{}, std::move(session.error())});
    if (const Problems& problems = (*session)->loadProblems(); !problems.empty()) // what it lacks is no difference
        return tl::unexpected(Refused{problems, {}});
    side.session = std::move(*session);
    return side;
}

/// What a folder would make of a chain if it replaced what it has; what it does not have is not compared.
tl::expected<Edit, Refused> differenceOf(const Chain& chain, const std::vector<CsvText>& texts)
{
    CsvImport import = importCsv(chain, texts, true, goesOn, cellReader(chain));
    if (import.isCancelled)
        return interrupted();
    if (!import.problems.empty())
        return tl::unexpected(Refused{std::move(import.problems), {}});
    for (const CsvRead& read : import.reads)
        complain(sentenceOn(read).text()); // beside the differences, which programs read
    return std::move(import.edit);
}

tl::expected<Edit, Refused> differenceOf(const Chain& chain, const ComparedFile& side)
{
    if (!side.session)
        return differenceOf(chain, side.texts);
    std::optional<Edit> edit = difference(chain, side.session->chain(), goesOn);
    if (!edit)
        return interrupted();
    return std::move(*edit);
}

/// A folder that stands first is that chain changed by it which stands second: an empty one, if that is a folder too.
tl::expected<Compared, Refused> compareFolder(const ComparedFile& before, const ComparedFile& after)
{
    Compared compared;
    if (after.session)
        compared.before = after.session->chain();
    tl::expected<Edit, Refused> edit = differenceOf(compared.before, before.texts);
    if (!edit)
        return tl::unexpected(std::move(edit.error()));
    if (Problems problems = compared.before.apply(*edit); !problems.empty())
        return tl::unexpected(Refused{std::move(problems), {}});
    if (after.session) {
        compared.edit = inverse(*edit);
        return compared;
    }
    tl::expected<Edit, Refused> rest = differenceOf(compared.before, after);
    if (!rest)
        return tl::unexpected(std::move(rest.error()));
    compared.edit = std::move(*rest);
    return compared;
}

int print(const DiffOptions& options, const Edit& edit, const Chain& before)
{
    if (options.format == "json") {
        const nlohmann::ordered_json whole{{"changes", changesAsJson(edit)}};
        fmt::print("{}\n", whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    } else if (edit.changes.empty()) {
        fmt::print("no difference\n");
    } else {
        fmt::print("{}\n", summaryOf(edit));
        printDifference(edit, before);
    }
    return edit.changes.empty() ? kDone : kProblemsFound;
}

int diff(const DiffOptions& options)
{
    const tl::expected<ComparedFile, Refused> before = readSide(options.before);
    if (!before)
        return complain(before.error());
    const tl::expected<ComparedFile, Refused> after = readSide(options.after);
    if (!after)
        return complain(after.error());
    if (!before->session) {
        tl::expected<Compared, Refused> compared = compareFolder(*before, *after);
        return compared ? print(options, byTable(std::move(compared->edit)), compared->before)
                        : complain(compared.error());
    }
    tl::expected<Edit, Refused> edit = differenceOf(before->session->chain(), *after);
    return edit ? print(options, byTable(std::move(*edit)), before->session->chain()) : complain(edit.error());
}

} // namespace

void addDiffCommand(CLI::App& app, CommandState& state)
{
    const auto options = std::make_shared<DiffOptions>();
    CLI::App* command = app.add_subcommand(
        "diff", "say field by field what differs from A to B, each a chain file or a folder of CSV files; exit with 0 "
                "if nothing does, 1 if something does, 2 if it cannot be told");
    command->add_option("A", options->before, "a chain file, or a folder of CSV files")->required();
    command->add_option("B", options->after, "another; a table or column that a folder does not have is not compared")
        ->required();
    command->add_option("--format", options->format)->check(CLI::IsMember({"text", "json"}));
    command->callback([options, &state] { state.status = diff(*options); });
}

} // namespace ochain
