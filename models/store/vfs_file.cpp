// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/vfs_file.h"

#include "files/file_failures.h"

#include <cerrno>
#include <utility>

namespace ochain {

namespace fs = std::filesystem;

void VfsFile::Close::operator()(sqlite3_file* file) const noexcept
{
    if (file->pMethods != nullptr)
        file->pMethods->xClose(file);
}

Result<VfsFile> VfsFile::open(const fs::path& file)
{
    sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    VfsFile opened;
    opened.m_file = file;
    opened.m_name.reset(sqlite3_create_filename(fs::absolute(file).c_str(), "", "", 0, nullptr));
    opened.m_memory.resize(static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    opened.m_handle.reset(reinterpret_cast<sqlite3_file*>(opened.m_memory.data()));
    if (vfs->xOpen(vfs, opened.m_name.get(), opened.m_handle.get(), SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY,
                   nullptr) != SQLITE_OK)
        return opened.failed();
    return opened;
}

Result<std::int64_t> VfsFile::size() const
{
    sqlite3_int64 bytes = 0;
    if (m_handle->pMethods->xFileSize(m_handle.get(), &bytes) != SQLITE_OK)
        return failed();
    return std::int64_t{bytes};
}

Result<void> VfsFile::read(void* bytes, std::size_t count, std::int64_t from) const
{
    const int code = m_handle->pMethods->xRead(m_handle.get(), bytes, static_cast<int>(count), from);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return failed();
    return {};
}

bool VfsFile::isReserved() const noexcept
{
    int isReserved = 0;
    return m_handle->pMethods->xCheckReservedLock(m_handle.get(), &isReserved) == SQLITE_OK && isReserved != 0;
}

tl::unexpected<Error> VfsFile::failed() const
{
    return tl::unexpected(fileError(m_file, errno));
}

} // namespace ochain
