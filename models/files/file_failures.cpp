// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/file_failures.h"

#include <cerrno>
#include <string>
#include <system_error>

namespace ochain {

namespace {

Error make(ErrorKind kind, const char* format, const std::filesystem::path& file, std::string_view detail = {})
{
    return failure(kind, format, file.string(), detail).value();
}

} // namespace

bool isDiskFull(int systemError) noexcept
{
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

Error fileError(const std::filesystem::path& file, int systemError)
{
    switch (systemError) {
    case ENOENT:
    case ENOTDIR:
        return make(ErrorKind::NotFound,
                    QT_TRANSLATE_NOOP("Sentence", "there is no “{0}”; check the name and the folder"), file);
    case EACCES:
    case EPERM:
        return make(
            ErrorKind::Io,
            QT_TRANSLATE_NOOP("Sentence", "there is no right to use “{0}”; change its rights or choose another place"),
            file);
    case EROFS:
        return make(ErrorKind::ReadOnly,
                    QT_TRANSLATE_NOOP("Sentence", "“{0}” lies where nothing can be written; choose another place"),
                    file);
    case EEXIST:
        return make(ErrorKind::InvalidInput, QT_TRANSLATE_NOOP("Sentence", "“{0}” exists already; choose another name"),
                    file);
    default:
        break;
    }
    if (isDiskFull(systemError))
        return make(
            ErrorKind::Full,
            QT_TRANSLATE_NOOP("Sentence", "there is no room left on the disk for “{0}”; free some space and try again"),
            file);
    return make(ErrorKind::Io,
                QT_TRANSLATE_NOOP("Sentence", "“{0}” could not be read or written ({1}); check the disk it is on"),
                file, std::system_category().message(systemError));
}

Error noMemory()
{
    return failure(ErrorKind::Io,
                   QT_TRANSLATE_NOOP("Sentence", "there is not enough memory; close other programs and try again"))
        .value();
}

} // namespace ochain
