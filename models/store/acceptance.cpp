// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/acceptance.h"

#include <algorithm>

namespace ochain {

std::optional<Error> reasonAgainstAccepting(const FileReading& reading, const std::filesystem::path& file)
{
    const auto make = [&](ErrorKind kind, const char* format, std::string_view detail) {
        return failure(kind, format, file.string(), detail).value();
    };
    const Problems& problems = reading.loaded.problems;
    if (problems.empty())
        return make(ErrorKind::NotFound,
                    QT_TRANSLATE_NOOP("Sentence", "there is nothing to accept: “{0}” is as O-chain wrote it last"), {});
    const auto other = std::find_if(problems.begin(), problems.end(),
                                    [](const Problem& problem) { return problem.rule != Rule::ChangedElsewhere; });
    if (other == problems.end())
        return std::nullopt;
    if (other->rule == Rule::Damaged)
        return make(
            ErrorKind::Corrupt,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” is damaged, and nobody can tell what should stand in it, so that nothing was accepted ({1}); go back to a copy of it, or export what can be read and import that into a new file"),
            other->text());
    return make(
        ErrorKind::InvalidInput,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "“{0}” breaks rules, so that nothing was accepted ({1}); correct that with the program that wrote it, then accept"),
        other->text());
}

Edit writeAcceptance(Connection& connection, Journal& journal, const FileReading& reading, Edit edit)
{
    DigestState state = *reading.journal.digests;
    const DigestSet& differing = reading.content.differing;
    for (std::size_t place = 0; place < kDigestCount; ++place)
        if (differing[place])
            state.tables[place] = reading.found[place];
    if (reading.journal.firstBroken != 0)
        state.journal = rewriteJournalDigests(connection.handle(), reading.journal.firstBroken);
    edit.kind = EditKind::Accept;
    edit.changes.reserve(reading.content.known.size());
    for (const Difference& difference : reading.content.known)
        edit.changes.push_back(difference.change);
    journal.append(edit, state, differing);
    return edit;
}

} // namespace ochain
