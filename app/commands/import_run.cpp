// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/import_run.h"

#include "commands/edit_echo.h"
#include "commands/open_chain.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace ochain {

namespace {

constexpr const char* kNothingToDo = "the file says all of this already";

void printNotes(const ImportPlanned& planned)
{
    for (const std::string& note : planned.notes)
        fmt::print("{}\n", note);
}

/// "edit 7: 3 fields in 2 rows", and what went: nobody should have to look for that.
void printSummary(const std::string& what, const Edit& edit)
{
    fmt::print("{}: {}\n", what, summaryOf(edit));
    if (const std::string cleared = clearedText(edit); !cleared.empty())
        fmt::print("{}\n", cleared);
}

int printPlanAsJson(ImportPlanned planned)
{
    nlohmann::ordered_json plan{{"changes", changesAsJson(planned.edit)}};
    if (!planned.jsonNotes.empty())
        plan[planned.jsonName] = std::move(planned.jsonNotes);
    fmt::print("{}\n", plan.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    return kDone;
}

/// Says what an import would change, or why it would be refused.
int showPlan(const ImportRun& run)
{
    const Result<std::unique_ptr<Session>> session = openChain(run.file, Store::Access::ReadOnly);
    if (!session)
        return complain(session.error());
    if (!(*session)->loadProblems().empty())
        return refuseFaulty(**session);
    const Chain& chain = (*session)->chain();
    tl::expected<ImportPlanned, Refused> planned = run.make(chain);
    if (!planned)
        return complain(planned.error());
    if (const Problems problems = (*session)->validate(planned->edit); !problems.empty())
        return complain(problems);
    if (run.isJson)
        return printPlanAsJson(std::move(*planned));
    printNotes(*planned);
    if (planned->edit.changes.empty()) {
        fmt::print("nothing would change: {}\n", kNothingToDo);
        return kDone;
    }
    printSummary("would change", planned->edit);
    printPlan(planned->edit, chain);
    return kDone;
}

} // namespace

std::optional<Refused> importRefusal(bool isCancelled, Problems problems)
{
    if (isCancelled)
        return Refused{{}, Error{ErrorKind::Cancelled, Sentence{"interrupted; nothing was changed", {}}, {}}};
    return problems.empty() ? std::nullopt : std::optional(Refused{std::move(problems), {}});
}

int runImport(const ImportRun& run, CommandState& state)
{
    if (run.isDryRun)
        return showPlan(run);
    const Result<std::unique_ptr<Session>> session = openChain(run.file, Store::Access::ReadWrite);
    if (!session)
        return complain(session.error());
    ImportPlanned made;
    const tl::expected<Edit, int> committed = commitEdit(**session, [&](Session& now) {
        return now.apply([&](const Chain& chain) -> tl::expected<Edit, Refused> {
            tl::expected<ImportPlanned, Refused> planned = run.make(chain);
            if (!planned)
                return tl::unexpected(std::move(planned.error()));
            made = std::move(*planned);
            return std::move(made.edit);
        });
    });
    if (!committed)
        return committed.error();
    printNotes(made);
    if (committed->changes.empty()) {
        fmt::print("nothing changed: {}\n", kNothingToDo);
        return kDone;
    }
    state.made = fmt::format("Edit {} was made", committed->seq);
    printSummary(fmt::format("edit {}", committed->seq), *committed);
    return kDone;
}

} // namespace ochain
