// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/content_check.h"

#include "chain/checks.h"
#include "store/journal.h"

#include <iterator>
#include <string>

namespace ochain {

namespace {

Problem problemOf(std::size_t place, const TableDigest& then, const TableDigest& now)
{
    const bool areLinks = place == kEventNodes;
    const Sentence sentence =
        then.rows == now.rows
            ? Sentence{QT_TRANSLATE_NOOP(
                           "Sentence",
                           "what stands in the {0} rows is not what was last written: another program changed it, or it is damaged; go back to a copy of the file, or accept what stands there with “ochain check FILE --accept”"),
                       {std::to_string(now.rows)}}
            : Sentence{
                  QT_TRANSLATE_NOOP(
                      "Sentence",
                      "there are {0} rows where {1} were last written: another program changed the table, or it is damaged; go back to a copy of the file, or accept what stands there with “ochain check FILE --accept”"),
                  {std::to_string(now.rows), std::to_string(then.rows)}};
    return Problem{Rule::ChangedElsewhere,
                   kDigested[place],
                   {},
                   areLinks ? std::optional(Field{event_field::Nodes}) : std::nullopt,
                   sentence};
}

std::vector<Difference> findDifferences(Connection& connection, const Chain& chain, const DigestSet& tables)
{
    Differences differences(chain, tables);
    const Result<void> read = guarded(connection.file(), connection.handle(), [&]() -> Result<void> {
        Journal(connection.handle(), kDigestVersion).forEachNewestFirst([&](const Edit& edit) {
            differences.take(edit);
        });
        return {};
    });
    // A journal that cannot be read, which is told elsewhere, tells what it can.
    static_cast<void>(read);
    return std::move(differences).finish();
}

} // namespace

ContentCheck checkContent(Connection& connection, const Chain& chain, const DigestState& digests,
                          const TableDigests& found, const DigestSet& damaged)
{
    ContentCheck check;
    for (std::size_t place = 0; place < kDigestCount; ++place) {
        if (damaged[place] || digests.tables[place] == found[place])
            continue;
        check.differing.set(place);
        check.problems.push_back(problemOf(place, digests.tables[place], found[place]));
    }
    if (check.differing.none())
        return check;
    check.known = findDifferences(connection, chain, check.differing);
    for (const Difference& difference : check.known) {
        Problems problems = difference.problems();
        if (check.problems.size() + problems.size() > kMaxProblems)
            break;
        check.problems.insert(check.problems.end(), std::make_move_iterator(problems.begin()),
                              std::make_move_iterator(problems.end()));
    }
    return check;
}

} // namespace ochain
