// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/folder_change.h"

#include "files/descriptor.h"
#include "files/file_batch.h"
#include "files/part_file.h"
#include "files/safe_file.h"

#include <utility>

namespace ochain {

namespace {

namespace fs = std::filesystem;

Result<void> changeOneByOne(const fs::path& folder, const FolderChange& change)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    // Who else works here is told; a file system without locks lets both.
    const Descriptor held(folder, O_RDONLY | O_DIRECTORY);
    if (held.isOpen() && !holdPart(held.number()))
        return failure(
            ErrorKind::Locked,
            QT_TRANSLATE_NOOP("Sentence", "another program is writing into “{0}”; let it finish and try again"),
            folder.string());
    for (const NewFile& file : change.written)
        FileBatch::settle(folder / file.name);
    FileBatch batch;
    for (const NewFile& file : change.written)
        if (Result<void> written = batch.write(folder / file.name, file.text); !written)
            return written;
    for (const std::string& name : change.removed)
        batch.remove(folder / name);
    return batch.putInPlace();
}

} // namespace

Result<void> changeFolder(const fs::path& folder, const FolderChange& change)
{
    for (const NewFile& file : change.written)
        if (Result<void> fits = checkPlainOrNone(folder / file.name); !fits)
            return fits;
    const Result<bool> isDone = FolderSwap(folder, change).run();
    if (!isDone)
        return tl::unexpected(isDone.error());
    return *isDone ? Result<void>() : changeOneByOne(folder, change);
}

} // namespace ochain
