// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/loading.h"

#include "store/content_check.h"
#include "store/page_check.h"
#include "store/schema.h"
#include "store/stored_digests.h"
#include "store/table_loads.h"
#include "store/table_scan.h"

#include <string>
#include <utility>
#include <vector>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace ochain {

namespace {

constexpr std::int64_t kCheckedBytes = std::int64_t{8} << 20U; ///< files up to this size are looked through whole

bool isSmall(Connection& connection)
{
    return connection.number("PRAGMA page_count") * connection.number("PRAGMA page_size") <= kCheckedBytes;
}

/// Small files are looked through whole: an index that does not match its table shows in no row. What a large one's
/// rows should be say the digests.
/// @return whether it was not cancelled
bool checkPages(Connection& connection, ChainLoader& loader, const Progress& progress, Look look)
{
    if (look == Look::Quick && !isSmall(connection))
        return true;
    const std::optional<std::string> fault = pageFault(connection, progress);
    if (fault && !fault->empty())
        loader.report(ofFile(
            Rule::Damaged,
            {QT_TRANSLATE_NOOP(
                 "Sentence",
                 "the file is damaged ({0}); go back to a copy of it, or export what can be read and import that into a new file"),
             {*fault}}));
    return fault.has_value();
}

std::int64_t seqOf(Connection& connection)
{
    try {
        return connection.number("SELECT ifnull(max(seq), 0) FROM edits");
    } catch (const SQLite::Exception& failed) {
        if (isOfSurroundings(failed.getErrorCode()))
            throw;
        return 0; // the scan of the journal says what is wrong with it
    }
}

JournalReading readJournal(Connection& connection, int version, const Progress& progress)
{
    const bool isThere = connection.reach() != Reach::Salvage ||
                         (hasTable(connection, "changes", version) &&
                          (version < kDigestVersion || hasTable(connection, "digests", version)));
    return isThere ? JournalScan(connection, version, progress).run() : JournalReading();
}

void append(Problems& problems, const Problems& more)
{
    problems.insert(problems.end(), more.begin(), more.end());
}

} // namespace

Result<FileReading> loadChain(Connection& connection, int version, const Progress& progress, Look look)
{
    return guarded(connection.file(), connection.handle(), [&]() -> Result<FileReading> {
        SQLite::Transaction transaction(connection.database()); // one state of the file, whoever writes meanwhile
        ChainLoader loader;
        FileReading reading;
        Loaded& loaded = reading.loaded;
        reading.look = look;
        reading.dataVersion = connection.number("PRAGMA data_version");
        loaded.seq = seqOf(connection);
        bool goesOn = checkPages(connection, loader, progress, look);
        if (goesOn)
            reading.journal = readJournal(connection, version, progress);
        TableScan scan(connection, version, loader, progress);
        goesOn = goesOn && !reading.journal.isCancelled && loadTables(scan, loader);
        if (!goesOn)
            return failure(ErrorKind::Cancelled, QT_TRANSLATE_NOOP("Sentence", "opening “{0}” was cancelled"),
                           connection.file().string());
        loaded.problems = std::move(loader).finish(loaded.chain);
        append(loaded.problems, reading.journal.problems);
        reading.found = scan.digests();
        if (reading.journal.digests)
            reading.content =
                checkContent(connection, loaded.chain, *reading.journal.digests, reading.found, scan.damaged());
        append(loaded.problems, reading.content.problems);
        if (connection.reach() == Reach::Salvage && loaded.problems.empty())
            loaded.problems.push_back(
                ofFile(Rule::Damaged,
                       {QT_TRANSLATE_NOOP(
                            "Sentence",
                            "the file is damaged; what could be read of it may not be all; go back to a copy of it"),
                        {}}));
        return reading;
    });
}

} // namespace ochain
