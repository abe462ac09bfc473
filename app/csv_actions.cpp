// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv_actions.h"

#include "busy_work.h"
#include "editing/cell_reader.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"
#include "formats/format.h"
#include "import_review.h"
#include "messages.h"
#include "panels/file_chooser.h"
#include "paths.h"

#include <QDir>

#include <memory>

namespace ochain {

namespace {

/// Names of files for a sentence, the first few of them.
QString namesText(const QStringList& names)
{
    constexpr int kMost = 4;
    const QStringList shown = names.size() > kMost ? names.mid(0, kMost) << QStringLiteral("…") : names;
    return shown.join(QStringLiteral("  ·  "));
}

QString namesText(const std::vector<std::filesystem::path>& files)
{
    QStringList names;
    for (const std::filesystem::path& file : files)
        names << visibleText(file.filename().string());
    return namesText(names);
}

} // namespace

CsvActions::CsvActions(QWidget& window, BusyWork& work, Messages& messages, ImportReview& review, FileChooser& chooser)
    : QObject(&window), m_window(window), m_work(work), m_messages(messages), m_review(review), m_chooser(chooser)
{}

void CsvActions::setDocument(Document* document)
{
    m_document = document;
}

void CsvActions::importFolder()
{
    if (m_work.isBusy())
        return;
    const QString folder = m_chooser.folder(&m_window, tr("Import CSV files of a folder"));
    if (folder.isEmpty())
        return;
    m_review.close();
    Result<std::vector<CsvText>> texts = readCsvFolder(toPath(folder));
    if (!texts) {
        m_messages.complain(MessageBar::Cause::Exchange, errorText(texts.error()));
        return;
    }
    ImportSource source;
    source.from = folder;
    source.read = [texts = std::make_shared<const std::vector<CsvText>>(std::move(*texts))](const Chain& chain,
                                                                                            const Progress& progress) {
        CsvImport import = importCsv(chain, *texts, false, progress, cellReader(chain));
        ImportRead read{std::move(import.edit), std::move(import.problems), {}};
        for (const CsvRead& each : import.reads)
            read.notes.push_back(sentenceOn(each));
        return read;
    };
    source.aside = [others = otherCsvFiles(toPath(folder))] {
        QStringList names;
        for (const std::string& name : others)
            names << visibleText(name);
        return names.isEmpty() ? QString() : tr("Not read, because no table has this name: %1").arg(namesText(names));
    };
    m_review.begin(std::move(source));
}

void CsvActions::exportFolder()
{
    const QString folder = m_chooser.folder(&m_window, tr("Export CSV files into a folder"));
    if (folder.isEmpty())
        return;
    const Result<CsvOthers> others = writeCsvFolder(toPath(folder), exportCsv(m_document->chain()));
    if (!others) {
        m_messages.complain(MessageBar::Cause::Exchange, errorText(others.error()));
        return;
    }
    QStringList parts{tr("All tables are in %1").arg(visibleText(QDir::toNativeSeparators(folder)))};
    if (!others->removed.empty())
        parts << tr("Removed, because the chain has no such rows: %1").arg(namesText(others->removed));
    if (!others->left.empty())
        parts << tr("Left as they were, though an import of the folder would read them too: %1")
                     .arg(namesText(others->left));
    if (parts.size() == 1)
        m_messages.say(parts.front());
    else
        m_messages.say(
            {MessageBar::Cause::Exchange, MessageBar::Kind::Warning, parts.join(QStringLiteral("  ·  ")), {}, {}});
}

} // namespace ochain
