// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/open_chain.h"

#include "commands/commands.h"
#include "commands/interruption.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ochain {

Result<std::unique_ptr<Session>> openChain(const std::string& file, Store::Access access, Look look)
{
    Result<std::unique_ptr<Session>> session = Session::open(file, access, goesOn, look);
    if (session) {
        SessionEvents events;
        events.written = noteCommitted;
        events.goesOn = [] { return !isInterrupted(); };
        events.backupFailed = [](const Error& error) { complain(error); };
        (*session)->setEvents(std::move(events));
    }
    return session;
}

int statusOfFigures(const Session& session)
{
    if (session.loadProblems().empty())
        return kDone;
    complain(session.loadProblems());
    complain("the figures are of what could be read");
    return kProblemsFound;
}

int refuseFaulty(const Session& session)
{
    complain(session.loadProblems());
    const Problems& problems = session.loadProblems();
    if (std::all_of(problems.begin(), problems.end(),
                    [](const Problem& problem) { return problem.rule == Rule::ChangedElsewhere; }))
        return complain(session.readOnlyReason().text());
    return complain(
        fmt::format("{} has problems and is open read-only; export what can be read and make a new file from it",
                    session.file().string()));
}

int complain(const Refused& refused)
{
    if (refused.error)
        complain(*refused.error);
    return refused.problems.empty() ? kBadUse : complain(refused.problems);
}

tl::expected<Edit, int> commitEdit(Session& session,
                                   const std::function<tl::expected<Changed, Refused>(Session&)>& make)
{
    if (!session.loadProblems().empty())
        return tl::unexpected(refuseFaulty(session));
    tl::expected<Changed, Refused> done = make(session);
    if (!done)
        return tl::unexpected(complain(done.error()));
    return std::move(done->edit);
}

} // namespace ochain
