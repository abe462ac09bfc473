// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv_actions.h"

#include "busy_work.h"
#include "editing/cell_reader.h"
#include "editing/workbook_about.h"
#include "exchange/csv_encoding.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/table_import.h"
#include "formats/format.h"
#include "import_review.h"
#include "messages.h"
#include "panels/file_chooser.h"
#include "paths.h"
#include "workbooks/import_source.h"
#include "workbooks/xlsx_export.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

#include <memory>
#include <tuple>
#include <utility>

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
    if (!m_work.isBusy())
        importFrom(m_chooser.folder(&m_window, tr("Import CSV files of a folder")));
}

void CsvActions::importFile()
{
    if (!m_work.isBusy())
        importFrom(m_chooser.fileToOpen(&m_window, tr("Import a spreadsheet, or a CSV file of one table"),
                                        tr("Spreadsheets and CSV files (*.xlsx *.xlsm *.csv)")));
}

/// Shows what an import would do. @param place  a folder or a file; empty: somebody thought better of it
void CsvActions::importFrom(const QString& place)
{
    if (place.isEmpty())
        return;
    m_review.close();
    Result<ImportSource> source;
    const auto open = [&](const Snapshot&, const Progress&) { source = readImportSource(toPath(place)); };
    if (!m_work.read(*m_document, tr("Reading %1").arg(visibleText(QDir(place).dirName())), open))
        return;
    if (!source) {
        m_messages.complain(MessageBar::Cause::Exchange, errorText(source.error()));
        return;
    }
    ReviewedImport reviewed;
    reviewed.from = place;
    reviewed.aside = [others = source->notRead] {
        QStringList names;
        for (const std::string& name : others)
            names << visibleText(name);
        return names.isEmpty() ? QString() : tr("Not read, because no table has this name: %1").arg(namesText(names));
    };
    reviewed.read = [shared = std::make_shared<const ImportSource>(std::move(*source))](const Chain& chain,
                                                                                        const Progress& progress) {
        CsvImport made = importTables(chain, shared->tables, false, progress, cellReader(chain));
        ImportRead read{std::move(made.edit), std::move(made.problems), {}};
        for (const CsvRead& each : made.reads)
            read.notes.push_back(sentenceOn(each));
        return read;
    };
    std::ignore = m_review.begin(std::move(reviewed));
}

void CsvActions::exportFolder()
{
    if (m_work.isBusy())
        return;
    bool isForExcel = false;
    const QString folder = m_chooser.folderFor(&m_window, tr("Export CSV files into a folder"),
                                               tr("For Excel (with the mark by which it knows UTF-8)"), isForExcel);
    if (folder.isEmpty())
        return;
    Result<CsvOthers> others;
    const auto write = [&](const Snapshot& now) {
        std::vector<CsvText> texts = exportCsv(now.chain);
        if (isForExcel)
            for (CsvText& text : texts)
                text.text.insert(0, kByteOrderMark);
        others = writeCsvFolder(toPath(folder), texts);
    };
    if (!m_work.write(*m_document, tr("Exporting"), write))
        return;
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

void CsvActions::exportWorkbook()
{
    if (m_work.isBusy())
        return;
    const QFileInfo chain(QString::fromStdString(m_document->file().string()));
    const QString suggested = chain.dir().filePath(chain.completeBaseName() + QStringLiteral(".xlsx"));
    const QString file =
        m_chooser.fileToSave(&m_window, tr("Export a spreadsheet"), suggested, tr("Spreadsheets (*.xlsx)"));
    if (file.isEmpty())
        return;
    Result<std::size_t> tables;
    const WorkbookAbout about = workbookAbout(QApplication::applicationVersion(), chain.fileName());
    const auto write = [&](const Snapshot& now) { tables = exportXlsx(now.chain, toPath(file), about); };
    if (!m_work.write(*m_document, tr("Exporting"), write))
        return;
    if (!tables)
        m_messages.complain(MessageBar::Cause::Exchange, errorText(tables.error()));
    else
        m_messages.say(tr("%n tables are in %1", nullptr, static_cast<int>(*tables))
                           .arg(visibleText(QDir::toNativeSeparators(file))));
}

} // namespace ochain
