// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/opening.h"

#include "files/part_file.h"
#include "store/migration.h"
#include "store/schema.h"
#include "store/side_files.h"

#include <optional>
#include <string>
#include <utility>

namespace ochain {

namespace {

namespace fs = std::filesystem;

Sentence sentence(const char* format, const fs::path& file)
{
    return Sentence{format, {file.string()}};
}

/// Why a file that is to be written cannot be, as far as it shows before it is opened.
std::optional<Sentence> reasonAgainstWriting(const fs::path& file, const FileState& state)
{
    if (!state.mayWrite)
        return sentence(QT_TRANSLATE_NOOP(
                            "Sentence", "“{0}” may only be read; allow writing to the file, or save a copy elsewhere"),
                        file);
    if (!state.mayWriteFolder)
        return sentence(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "the folder of “{0}” may not be written to, which changes need; allow it, or save a copy elsewhere"),
            file);
    return std::nullopt;
}

/// Whether a failure to open means that a lesser way may do.
bool mayOpenOtherwise(ErrorKind kind) noexcept
{
    return kind == ErrorKind::ReadOnly || kind == ErrorKind::Io || kind == ErrorKind::Full;
}

/// The last changes lie beside the file. A journal that a killed program left only a writer may roll back; a log can be
/// read without its index, which there may be no room for, by who is alone.
Result<Connection> openWithChanges(const fs::path& file, const FileState& state)
{
    const bool mayMend = state.mayWrite && state.mayWriteFolder;
    std::optional<Error> cause; // other than a lack of rights
    if (mayMend) {
        Result<Connection> mended = Connection::open(file, Reach::ReadWrite);
        if (mended && versionOf(*mended))
            mended = Connection::open(file, Reach::ReadOnly);
        if (mended)
            return mended;
        cause = std::move(mended.error());
    }
    if (state.mayWrite)
        if (Result<Connection> connection = Connection::open(file, Reach::Alone); connection)
            return connection;
    if (cause)
        return tl::unexpected(std::move(*cause));
    return failure(
        ErrorKind::ReadOnly,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "the last changes of “{0}” lie in a file beside it that cannot be used without the right to write; copy both to a folder that can be written to"),
        file.string());
}

/// Opens for reading. Where not even the files beside it can be made the file is taken as it lies there, if it is
/// complete so.
Result<Connection> openForReading(const fs::path& file, const FileState& state, Sentence& reason)
{
    Result<Connection> connection = Connection::open(file, Reach::ReadOnly);
    if (connection || !mayOpenOtherwise(connection.error().kind))
        return connection;
    if (hasChangesBeside(file))
        return openWithChanges(file, state);
    Result<Connection> immutable = Connection::open(file, Reach::Immutable);
    if (immutable && reason.format[0] == '\0')
        reason =
            state.mayWriteFolder
                ? std::move(connection.error().sentence)
                : sentence(
                      QT_TRANSLATE_NOOP(
                          "Sentence",
                          "the folder of “{0}” may not be written to, which changes need; allow it, or save a copy elsewhere"),
                      file);
    return immutable ? std::move(immutable) : std::move(connection);
}

/// A damaged file, as far as it can be read.
Result<Opened> salvage(const fs::path& file, Error damage)
{
    Result<Connection> connection = Connection::open(file, Reach::Salvage);
    if (!connection)
        return tl::unexpected(std::move(damage));
    const Result<int> version = versionOf(*connection);
    if (!version && version.error().kind == ErrorKind::Newer)
        return tl::unexpected(version.error());
    if (!version)
        return tl::unexpected(std::move(damage));
    const Result<bool> isReadable = guarded(file, connection->handle(), [&]() -> Result<bool> {
        return hasTable(*connection, "nodes", *version) || hasTable(*connection, "deals", *version);
    });
    if (!isReadable || !*isReadable)
        return tl::unexpected(std::move(damage));
    return Opened{std::move(*connection), *version, std::move(damage.sentence)};
}

/// What every opened file goes through.
Result<Opened> examine(Connection connection, Sentence reason, const Progress& progress)
{
    const fs::path file = connection.file();
    Result<int> version = versionOf(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (const Result<void> schema = checkSchema(connection, *version); !schema)
        return tl::unexpected(schema.error());
    if (*version < kSchemaVersion && connection.reach() == Reach::ReadWrite) {
        if (const Result<void> migrated = migrate(connection, progress); !migrated)
            return tl::unexpected(migrated.error());
        version = kSchemaVersion;
    }
    if (connection.reach() == Reach::ReadWrite) {
        const Result<void> isSet = guarded(file, connection.handle(), [&]() -> Result<void> {
            connection.useWal();
            return {};
        });
        if (!isSet)
            return tl::unexpected(isSet.error());
    }
    return Opened{std::move(connection), *version, std::move(reason)};
}

Result<Opened> openAs(const fs::path& file, const FileState& state, Store::Access access, const Progress& progress)
{
    Sentence reason;
    const std::optional<Sentence> against = reasonAgainstWriting(file, state);
    if (access == Store::Access::ReadOnly)
        reason = sentence(QT_TRANSLATE_NOOP("Sentence", "“{0}” was opened for reading only"), file);
    else if (against)
        reason = *against;
    else {
        Result<Connection> connection = Connection::open(file, Reach::ReadWrite);
        Result<Opened> opened =
            connection ? examine(std::move(*connection), {}, progress) : tl::unexpected(connection.error());
        if (opened || !mayOpenOtherwise(opened.error().kind))
            return opened;
        reason = std::move(opened.error().sentence);
    }
    Result<Connection> connection = openForReading(file, state, reason);
    return connection ? examine(std::move(*connection), std::move(reason), progress)
                      : tl::unexpected(connection.error());
}

} // namespace

Result<Opened> openChainFile(const fs::path& named, Store::Access access, const Progress& progress)
{
    // A link may lead to a chain: what belongs beside it lies beside the file itself, and SQLite opens no links.
    std::error_code leadsNowhere;
    const fs::path real = fs::is_symlink(named, leadsNowhere) ? fs::canonical(named, leadsNowhere) : named;
    const fs::path& file = leadsNowhere ? named : real;
    const Result<FileState> state = checkFile(file);
    if (!state)
        return tl::unexpected(state.error());
    if (state->mayWrite && state->mayWriteFolder) {
        if (access == Store::Access::ReadWrite)
            sweepParts(file);
        if (const Result<void> kept = keepBeforeRollback(file); !kept)
            return tl::unexpected(kept.error());
    }
    Result<Opened> opened = openAs(file, *state, access, progress);
    if (!opened && opened.error().kind == ErrorKind::Corrupt)
        return salvage(file, std::move(opened.error()));
    return opened;
}

} // namespace ochain
