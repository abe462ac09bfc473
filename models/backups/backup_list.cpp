// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backups/backup_list.h"

#include "chain/text_form.h"
#include "files/folders.h"
#include "store/store.h"

#include <algorithm>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace ochain {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".ochain";
constexpr Day kDaysKept = 7;

/// Where a file really lies: those who reach it by several names share its backups.
fs::path realFile(const fs::path& file)
{
    std::error_code failed;
    fs::path real = fs::canonical(file, failed);
    return failed ? fs::absolute(file, failed) : real;
}

/// The day that a daily backup is named by; none for what is not named as one.
std::optional<Date> dayNamed(std::string_view name)
{
    if (!name.ends_with(kSuffix))
        return std::nullopt;
    name.remove_suffix(kSuffix.size());
    const Result<Date> day = parseDate(name);
    if (!day || day->day() == 0 || formatDate(*day) != name)
        return std::nullopt;
    return *day;
}

/// Whether a name ends as migrations name their copies: ".v1.bak", ".v1-2.bak".
bool isOfMigration(std::string_view rest)
{
    constexpr std::string_view kBegin = ".v";
    constexpr std::string_view kEnd = ".bak";
    if (!rest.starts_with(kBegin) || !rest.ends_with(kEnd) || rest.size() <= kBegin.size() + kEnd.size())
        return false;
    rest = rest.substr(kBegin.size(), rest.size() - kBegin.size() - kEnd.size());
    return rest.find_first_not_of("0123456789-") == std::string_view::npos && rest.front() != '-';
}

/// A plain file, nothing followed; none for anything else.
std::optional<Backup> backupAt(const fs::path& file, Backup::Kind kind)
{
    struct stat found {};
    if (::lstat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode))
        return std::nullopt;
    constexpr std::int64_t kThousand = 1000;
    constexpr std::int64_t kMillion = 1'000'000;
    return Backup{kind, file, localDate(found.st_mtim.tv_sec),
                  found.st_mtim.tv_sec * kThousand + found.st_mtim.tv_nsec / kMillion,
                  static_cast<std::uintmax_t>(found.st_size)};
}

/// Calls take(file) for what lies in a folder.
template <class Take>
void forEachFile(const fs::path& folder, Take&& take)
{
    std::error_code failed;
    for (fs::directory_iterator each(folder, failed), end; !failed && each != end; each.increment(failed))
        take(each->path());
}

/// The daily ones, unless what stands in their place is a link to who knows where.
std::vector<Backup> dailyBackups(const fs::path& chain)
{
    std::vector<Backup> found;
    const fs::path folder = backupFolderOf(chain);
    std::error_code failed;
    if (!fs::is_directory(fs::symlink_status(folder, failed)))
        return found;
    forEachFile(folder, [&found](const fs::path& file) {
        const std::optional<Date> day = dayNamed(file.filename().string());
        std::optional<Backup> backup = day ? backupAt(file, Backup::Kind::Daily) : std::nullopt;
        if (!backup)
            return;
        backup->day = *day;
        found.push_back(std::move(*backup));
    });
    return found;
}

Result<Loaded> load(const fs::path& backup, const Progress& progress)
{
    const Result<std::unique_ptr<Store>> store = Store::open(backup, Store::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    return (*store)->load(progress);
}

} // namespace

Date localDate(std::int64_t time) noexcept
{
    const auto seconds = static_cast<std::time_t>(time);
    std::tm local{};
    if (::localtime_r(&seconds, &local) == nullptr)
        return {};
    return Date{((local.tm_year + 1900) * 100 + local.tm_mon + 1) * 100 + local.tm_mday};
}

fs::path backupFolderOf(const fs::path& chain)
{
    fs::path folder = realFile(chain);
    folder += "-backups";
    return folder;
}

fs::path dailyBackupOf(const fs::path& chain, Date day)
{
    return backupFolderOf(chain) / formatDate(day).append(kSuffix);
}

std::vector<Backup> backupsOf(const fs::path& chain)
{
    std::vector<Backup> found = dailyBackups(chain);
    const fs::path real = realFile(chain);
    const std::string begin = real.filename().string();
    forEachFile(folderOf(real), [&](const fs::path& file) {
        const std::string name = file.filename().string();
        if (!name.starts_with(begin) || !isOfMigration(std::string_view(name).substr(begin.size())))
            return;
        if (std::optional<Backup> backup = backupAt(file, Backup::Kind::Migration))
            found.push_back(std::move(*backup));
    });
    std::sort(found.begin(), found.end(), [](const Backup& a, const Backup& b) {
        return std::tie(a.day, a.madeMs, a.file) > std::tie(b.day, b.madeMs, b.file);
    });
    return found;
}

void removeOldBackups(const fs::path& chain, Date today) noexcept
{
    const Day oldest = firstDay(today) - kDaysKept;
    for (const Backup& backup : dailyBackups(chain))
        if (firstDay(backup.day) < oldest)
            ::unlink(backup.file.c_str());
}

Result<Chain> readBackup(const fs::path& backup, const Progress& progress)
{
    Result<Loaded> loaded = load(backup, progress);
    if (!loaded)
        return tl::unexpected(std::move(loaded.error()));
    if (!loaded->problems.empty())
        return failure(
            ErrorKind::Corrupt,
            QT_TRANSLATE_NOOP("Sentence",
                              "“{0}” has faults and cannot be gone back to ({1}); choose another backup, or open this "
                              "one to see what can be read"),
            backup.string(), loaded->problems.front().text());
    return std::move(loaded->chain);
}

Result<void> copyBackup(const fs::path& backup, const fs::path& target, const Progress& progress)
{
    const Result<Loaded> loaded = load(backup, progress);
    if (!loaded)
        return tl::unexpected(loaded.error());
    return Store::create(target, loaded->chain, true);
}

std::string restoreReason(const fs::path& backup)
{
    return "Restored " + shown(backup.filename().string());
}

} // namespace ochain
