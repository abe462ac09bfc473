// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "own_copy.h"

#include "dataset.h"
#include "exchange/csv_import.h"
#include "paths.h"
#include "store/store.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <system_error>

namespace ochain {

namespace {

std::vector<CsvText> shippedTexts()
{
    std::vector<CsvText> texts;
    for (const EmbeddedFile& file : datasetFiles())
        texts.push_back({std::string(file.name.substr(0, file.name.rfind('.'))), std::string(file.text)});
    return texts;
}

Result<void> createFrom(const std::filesystem::path& file, const std::vector<CsvText>& texts, bool replace)
{
    Chain chain;
    CsvImport import = importCsv(chain, texts, true);
    if (import.problems.empty())
        import.problems = chain.apply(import.edit);
    if (!import.problems.empty())
        return tl::unexpected(Error{ErrorKind::InvalidInput, import.problems.front().sentence, {}});
    return Store::create(file, chain, replace);
}

} // namespace

std::filesystem::path ownCopyPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return toPath(QDir(folder).filePath(QStringLiteral("o-chain.ochain")));
}

Result<std::filesystem::path> ensureOwnCopy()
{
    const std::filesystem::path path = ownCopyPath();
    std::error_code failed;
    if (std::filesystem::exists(path, failed))
        return path;
    std::filesystem::create_directories(path.parent_path(), failed);
    if (failed)
        return failure(
            ErrorKind::Io,
            QT_TRANSLATE_NOOP("Sentence", "The folder {0} cannot be made: {1}. Make it, or open a file of yours."),
            path.parent_path().string(), failed.message());
    if (Result<void> made = createFrom(path, shippedTexts(), false); !made)
        return tl::unexpected(std::move(made.error()));
    return path;
}

Result<void> createBlankFile(const std::filesystem::path& file)
{
    std::vector<CsvText> texts = shippedTexts();
    const auto isFrame = [](const CsvText& text) {
        return text.name == "tiers" || text.name == "deal_kinds" || text.name == "statuses" ||
               text.name == "boundaries";
    };
    texts.erase(std::remove_if(texts.begin(), texts.end(), [&](const CsvText& text) { return !isFrame(text); }),
                texts.end());
    return createFrom(file, texts, true);
}

} // namespace ochain
