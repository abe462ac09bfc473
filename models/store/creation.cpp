// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/creation.h"

#include "files/folders.h"
#include "files/part_file.h"
#include "store/connection.h"
#include "store/row_writer.h"
#include "store/schema.h"
#include "store/side_files.h"
#include "store/stored_digests.h"

#include <string>
#include <utility>

#include <SQLiteCpp/Transaction.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

/// Fills the fields of a row that are not empty into a change that is used again for the next row.
void describe(const Chain& chain, RowRef ref, RowChange& change)
{
    const Field count = tableSpec(ref.table).fieldCount();
    change.table = ref.table;
    change.op = Op::Insert;
    change.key = chain.key(ref);
    change.rowid = chain.rowid(ref);
    change.fields.clear();
    for (Field field = 0; field < count; ++field)
        if (std::string text = chain.value(ref, field); !text.empty())
            change.fields.push_back({field, {}, std::move(text)});
}

Result<void> writeRows(Connection& connection, const Chain& chain)
{
    RowWriter writer(connection.handle());
    const RowWriter::Resolve resolve = [&](Table table, std::string_view key) {
        const std::uint32_t row = chain.find(table, key);
        return row == kNoRow ? std::int64_t{0} : chain.rowid({table, row});
    };
    RowChange change;
    for (const TableSpec& spec : allTables())
        for (const std::uint32_t row : chain.inOrder(spec.table)) {
            describe(chain, {spec.table, row}, change);
            if (Result<void> written = writer.insert(change, resolve); !written)
                return written;
        }
    return {};
}

Result<void> writeFile(const fs::path& part, const Chain& chain)
{
    Result<Connection> connection = Connection::make(part);
    if (!connection)
        return tl::unexpected(connection.error());
    return guarded(part, connection->handle(), [&]() -> Result<void> {
        SQLite::Transaction transaction(connection->database());
        connection->database().exec("PRAGMA application_id = " + std::to_string(kApplicationId));
        for (int version = 1; version <= kSchemaVersion; ++version)
            runMigration(connection->database(), version);
        if (Result<void> written = writeRows(*connection, chain); !written)
            return written;
        writeDigests(connection->handle());
        transaction.commit();
        return {};
    });
}

/// Journals that lie where the new file will: of a file that is gone they are rubbish that SQLite would take for the
/// new file's; of one that is there they hold its last changes, until it is closed properly.
Result<void> settleJournals(const fs::path& file)
{
    std::error_code ignored;
    const auto hasJournal = [&] {
        const auto lies = [&](const char* suffix) {
            return fs::exists(fs::symlink_status(beside(file, suffix), ignored));
        };
        return lies("-wal") || lies("-journal");
    };
    if (!hasJournal())
        return {};
    if (Result<void> fit = checkSideFiles(file); !fit)
        return fit;
    if (fs::exists(file, ignored)) {
        if (Result<Connection> old = Connection::open(file, Reach::ReadWrite))
            old->leaveWal();
        if (hasJournal())
            return failure(
                ErrorKind::Locked,
                QT_TRANSLATE_NOOP("Sentence", "“{0}” is open elsewhere; close it there before it is replaced"),
                file.string());
        return {};
    }
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        fs::remove(beside(file, suffix), ignored);
    return {};
}

} // namespace

Result<void> createFile(const fs::path& file, const Chain& chain, bool replace)
{
    std::error_code ignored;
    const fs::path absolute = fs::absolute(file, ignored);
    if (!absolute.has_filename())
        return failure(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "the new file has no name; give it one"));
    if (fs::is_directory(absolute, ignored))
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is a folder; give the new file a name in it"),
                       file.string());
    if (!fs::is_directory(folderOf(absolute), ignored))
        return failure(
            ErrorKind::NotFound,
            QT_TRANSLATE_NOOP("Sentence", "there is no folder “{0}”; make it first, or choose another place"),
            folderOf(absolute).string());
    if (!replace && fs::exists(absolute, ignored))
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” exists already; choose another name"), file.string());
    if (!mayWrite(folderOf(absolute)))
        return failure(
            ErrorKind::ReadOnly,
            QT_TRANSLATE_NOOP("Sentence",
                              "nothing can be written in “{0}”; choose another folder, or allow writing to it"),
            folderOf(absolute).string());
    Result<PartFile> part = PartFile::create(absolute);
    if (!part)
        return tl::unexpected(std::move(part.error()));
    if (Result<void> written = writeFile(part->path(), chain); !written)
        return written;
    if (Result<void> settled = settleJournals(absolute); !settled)
        return settled;
    return part->putInPlace(absolute, replace);
}

} // namespace ochain
