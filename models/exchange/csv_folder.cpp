// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_folder.h"

#include "exchange/csv_export.h"
#include "exchange/csv_reader.h"
#include "files/folder_change.h"
#include "files/folders.h"
#include "files/safe_file.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>

namespace ochain {

namespace {

namespace fs = std::filesystem;

fs::path fileOf(const fs::path& folder, std::string_view table)
{
    return folder / (std::string(table) + ".csv");
}

/// The folder is there and may be written to, or can be made: what it is made in is there then.
Result<void> prepareFolder(const fs::path& folder)
{
    std::error_code problem;
    const bool isThere = fs::exists(folder, problem);
    if (isThere && !fs::is_directory(folder, problem))
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "“{0}” is not a folder; choose the name of a folder"),
                       folder.string());
    const fs::path parent = folderOf(folder);
    if (!isThere)
        fs::create_directories(parent, problem);
    if (!isThere && (!fs::is_directory(parent, problem) || fs::is_symlink(fs::symlink_status(folder, problem))))
        return failure(ErrorKind::Io,
                       QT_TRANSLATE_NOOP("Sentence", "the folder “{0}” cannot be made; choose another place"),
                       folder.string());
    const fs::path& written = isThere ? folder : parent;
    if (!mayWrite(written))
        return failure(
            ErrorKind::ReadOnly,
            QT_TRANSLATE_NOOP("Sentence",
                              "nothing can be written in “{0}”; choose another folder, or allow writing to it"),
            written.string());
    return {};
}

/// Files of a folder that are named as tables but are not among those to be written.
std::vector<fs::path> othersNamedAsTables(const fs::path& folder, const std::vector<CsvText>& texts)
{
    std::vector<fs::path> others;
    std::error_code ignored;
    for (const TableSpec& spec : allTables()) {
        const bool isWritten =
            std::any_of(texts.begin(), texts.end(), [&](const CsvText& text) { return text.name == spec.name; });
        fs::path file = fileOf(folder, spec.name);
        if (!isWritten && fs::exists(file, ignored))
            others.push_back(std::move(file));
    }
    return others;
}

/// Whether a file is surely a table that was exported, be it edited since: a plain file that begins with the header row
/// of its table, every column in its place.
bool isOfAnExport(const fs::path& file)
{
    std::error_code problem;
    if (!fs::is_regular_file(fs::symlink_status(file, problem)))
        return false;
    const std::optional<Table> table = tableNamed(file.stem().string());
    if (!table)
        return false;
    constexpr std::size_t kMarkAndLineEnd = 5;
    const std::string header = csvHeaderOf(tableSpec(*table));
    std::string begin(header.size() + kMarkAndLineEnd, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(in.gcount()));
    return firstCsvLine(begin) == header;
}

} // namespace

Result<std::vector<CsvText>> readCsvFolder(const fs::path& folder)
{
    std::error_code problem;
    if (!fs::is_directory(folder, problem))
        return failure(ErrorKind::NotFound, QT_TRANSLATE_NOOP("Sentence", "there is no folder “{0}”; check the name"),
                       folder.string());
    std::vector<CsvText> texts;
    std::size_t bytes = 0;
    for (const TableSpec& spec : allTables()) {
        const fs::path file = fileOf(folder, spec.name);
        if (!fs::exists(file, problem))
            continue;
        if (const std::uintmax_t size = fs::file_size(file, problem);
            bytes > 0 && !problem && bytes + size > kMaxCsvBytes)
            return failure(ErrorKind::InvalidInput,
                           QT_TRANSLATE_NOOP("Sentence", "with “{0}” the files have more than {1} bytes, the most that "
                                                         "are read together; import them one after the other"),
                           file.string(), std::to_string(kMaxCsvBytes));
        Result<std::string> text = readWhole(file, kMaxCsvBytes);
        if (!text)
            return tl::unexpected(std::move(text.error()));
        bytes += text->size();
        texts.push_back({std::string(spec.name), std::move(*text)});
    }
    if (texts.empty())
        return failure(
            ErrorKind::NotFound,
            QT_TRANSLATE_NOOP(
                "Sentence",
                "“{0}” has none of the files of a chain, such as deals.csv or nodes.csv; choose the folder they are in"),
            folder.string());
    return texts;
}

std::vector<std::string> otherCsvFiles(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code problem;
    for (fs::directory_iterator each(folder, problem), end; !problem && each != end; each.increment(problem)) {
        std::string name = each->path().filename().string();
        std::string ending = each->path().extension().string();
        std::transform(ending.begin(), ending.end(), ending.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        const bool isTable = name.ends_with(".csv") && tableNamed(each->path().stem().string());
        if (ending == ".csv" && !isTable && !name.starts_with('.'))
            names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<CsvOthers> writeCsvFolder(const fs::path& folder, const std::vector<CsvText>& texts)
{
    if (Result<void> ready = prepareFolder(folder); !ready)
        return tl::unexpected(std::move(ready.error()));
    FolderChange change;
    change.isOurs = isOfAnExport;
    change.written.reserve(texts.size());
    for (const CsvText& text : texts)
        change.written.push_back({text.name + ".csv", text.text});
    CsvOthers others;
    for (const fs::path& file : othersNamedAsTables(folder, texts))
        if (isOfAnExport(file)) {
            change.removed.push_back(file.filename().string());
            others.removed.push_back(file);
        } else
            others.left.push_back(file);
    if (Result<void> changed = changeFolder(folder, change); !changed)
        return tl::unexpected(std::move(changed.error()));
    return others;
}

} // namespace ochain
