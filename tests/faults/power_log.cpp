// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/power_log.h"

#include "store/store_testing.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <sys/stat.h>

namespace ochain::testing {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kNoFile = static_cast<std::size_t>(-1);

std::uint64_t inodeOf(const fs::path& file)
{
    struct stat found {};
    return ::lstat(file.c_str(), &found) == 0 ? static_cast<std::uint64_t>(found.st_ino) : 0;
}

/// All names at or below a path get another path before them.
void move(std::map<std::string, std::size_t>& names, const std::string& from, const std::string& to)
{
    std::map<std::string, std::size_t> moved;
    for (auto each = names.begin(); each != names.end();) {
        const bool isBelow = each->first == from || each->first.starts_with(from + "/");
        if (isBelow)
            moved[to + each->first.substr(from.size())] = each->second;
        each = isBelow ? names.erase(each) : std::next(each);
    }
    for (auto& [name, file] : moved)
        names[name] = file;
}

} // namespace

PowerLog::PowerLog(const fs::path& folder) : m_folder(folder.string())
{
    const auto take = [&](const fs::path& path, bool isFolder) {
        const std::string bytes = isFolder ? std::string() : bytesOf(path).toStdString();
        m_byInode[inodeOf(path)] = m_files.size();
        m_names[path.string()] = m_files.size();
        m_files.push_back({isFolder, bytes, bytes, {}});
    };
    take(folder, true);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
        take(entry.path(), entry.is_directory());
    m_syncedNames = m_names;
}

void PowerLog::read(const fs::path& log)
{
    const std::string all = bytesOf(log).toStdString();
    for (std::size_t at = 0; at + sizeof(PowerRecord) <= all.size();) {
        Record record;
        std::memcpy(&record.head, all.data() + at, sizeof record.head);
        at += sizeof record.head;
        record.first = all.substr(at, record.head.first);
        record.second = all.substr(at + record.head.first, record.head.second);
        at += record.head.first + record.head.second;
        m_records.push_back(std::move(record));
    }
}

bool PowerLog::next()
{
    if (m_at == m_records.size())
        return false;
    take(m_records[m_at++]);
    return true;
}

bool PowerLog::isOfNames(Op op)
{
    return op == Op::Create || op == Op::MakeFolder || op == Op::Rename || op == Op::Exchange || op == Op::Link ||
           op == Op::Unlink || op == Op::RemoveFolder;
}

void PowerLog::take(const Record& record)
{
    const PowerRecord& head = record.head;
    if (head.op == Op::Acknowledged) {
        m_acknowledged = head.at;
        return;
    }
    if (isOfNames(head.op)) {
        const bool makes = head.op == Op::Create || head.op == Op::MakeFolder;
        const std::size_t made = makes ? m_files.size() : kNoFile;
        if (makes) {
            m_files.push_back({head.op == Op::MakeFolder, {}, {}, {}});
            m_byInode[head.inode] = made;
        }
        apply(m_names, record, made);
        m_pendingNames.emplace_back(record, made);
        return;
    }
    const auto known = m_byInode.find(head.inode);
    if (known == m_byInode.end())
        return;
    if (head.op == Op::Sync) {
        sync(known->second);
        return;
    }
    File& file = m_files[known->second];
    file.pending.push_back({head.at, record.first, head.op == Op::Truncate});
    apply(file.now, file.pending.back());
}

void PowerLog::sync(std::size_t number)
{
    File& file = m_files[number];
    if (!file.isFolder) {
        file.synced = file.now;
        file.pending.clear();
        return;
    }
    // Names are written down in order: with the last that is of this folder all before it come to the disk.
    std::string folder;
    for (const auto& [name, which] : m_names)
        if (which == number)
            folder = name;
    const auto isOfFolder = [&](const std::string& name) { return fs::path(name).parent_path().string() == folder; };
    const auto last = std::find_if(m_pendingNames.rbegin(), m_pendingNames.rend(), [&](const auto& pending) {
        return isOfFolder(pending.first.first) || isOfFolder(pending.first.second);
    });
    for (auto each = m_pendingNames.begin(); each != last.base(); ++each)
        apply(m_syncedNames, each->first, each->second);
    m_pendingNames.erase(m_pendingNames.begin(), last.base());
}

void PowerLog::apply(std::string& bytes, const Write& write)
{
    const auto at = static_cast<std::size_t>(write.at);
    if (write.truncates) {
        bytes.resize(at);
        return;
    }
    bytes.resize(std::max(bytes.size(), at + write.bytes.size()));
    bytes.replace(at, write.bytes.size(), write.bytes);
}

void PowerLog::apply(Names& names, const Record& record, std::size_t made)
{
    switch (record.head.op) {
    case Op::Create:
    case Op::MakeFolder:
        names[record.first] = made;
        break;
    case Op::Rename:
        move(names, record.first, record.second);
        break;
    case Op::Exchange:
        move(names, record.first, record.first + "\n");
        move(names, record.second, record.first);
        move(names, record.first + "\n", record.second);
        break;
    case Op::Link:
        if (const auto from = names.find(record.first); from != names.end())
            names[record.second] = from->second;
        break;
    default:
        names.erase(record.first);
    }
}

std::string PowerLog::failed(QRandomGenerator& random, const File& file)
{
    constexpr int kSector = 512;
    std::string bytes = file.synced;
    const int way = random.bounded(4); // nothing, all, some, some in part
    for (Write write : file.pending) {
        if (way == 0 || (way >= 2 && random.bounded(2) == 0))
            continue;
        if (way == 3 && !write.bytes.empty() && random.bounded(4) == 0)
            write.bytes.resize(
                std::min<std::size_t>(write.bytes.size(), static_cast<std::size_t>(random.bounded(9) * kSector)));
        apply(bytes, write);
    }
    return bytes;
}

void PowerLog::fail(QRandomGenerator& random, const fs::path& into) const
{
    Names names = m_syncedNames;
    const int count = random.bounded(static_cast<int>(m_pendingNames.size()) + 1);
    for (int n = 0; n < count; ++n)
        apply(names, m_pendingNames[static_cast<std::size_t>(n)].first,
              m_pendingNames[static_cast<std::size_t>(n)].second);
    fs::create_directories(into);
    for (const auto& [name, number] : names) {
        const File& file = m_files[number];
        const fs::path path = into.string() + name.substr(m_folder.size());
        if (file.isFolder)
            fs::create_directories(path);
        else if (!name.ends_with("-shm")) // shared memory: the first to open the file makes it anew
            writeBytes(path, QByteArray::fromStdString(failed(random, file)));
    }
}

} // namespace ochain::testing
