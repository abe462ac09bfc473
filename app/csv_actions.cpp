// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv_actions.h"

#include "busy_work.h"
#include "editing/cell_reader.h"
#include "editing/edit_lines.h"
#include "editing/workbook_about.h"
#include "exchange/csv_encoding.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/table_import.h"
#include "exchange/xlsx_export.h"
#include "formats/format.h"
#include "import_plan.h"
#include "messages.h"
#include "panels/file_chooser.h"
#include "panels/import_preview.h"
#include "paths.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

namespace ochain {

namespace {

/// An edit of so many rows may take longer than one waits without a sign.
constexpr std::size_t kManyRows = 2000;

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

/// The first cells that were read otherwise than they were written, and how many more there are; empty for none.
QString readsOf(const std::vector<CsvRead>& reads)
{
    constexpr std::size_t kMost = 8;
    QStringList lines;
    for (std::size_t i = 0; i < reads.size() && i < kMost; ++i)
        lines << sentenceText(sentenceOn(reads[i]));
    if (reads.size() > kMost)
        lines << CsvActions::tr("… and %n more cells that were not in the form of the CSV", nullptr,
                                static_cast<int>(reads.size() - kMost));
    return lines.join(QLatin1Char('\n'));
}

/// What is to be said on an import besides what it changes; empty for nothing.
QString noteOn(const ImportPlan& plan)
{
    QStringList names;
    for (const std::string& name : plan.source.notRead)
        names << visibleText(name);
    QStringList notes;
    if (plan.isAnew)
        notes << CsvActions::tr("The chain has changed meanwhile. This is what the import would do now.");
    if (!names.isEmpty() && !plan.isAnew) // that was said
        notes << CsvActions::tr("Not read, because no table has this name: %1").arg(namesText(names));
    notes << readsOf(plan.reads);
    notes.removeAll(QString());
    return notes.join(QLatin1Char('\n'));
}

/// What the status line says while a folder or a file is read.
QString readingText(const QString& place)
{
    return CsvActions::tr("Reading %1").arg(visibleText(QDir(place).dirName()));
}

} // namespace

CsvActions::CsvActions(QWidget& window, BusyWork& work, Messages& messages, FileChooser& chooser)
    : QObject(&window), m_window(window), m_work(work), m_messages(messages), m_chooser(chooser)
{}

CsvActions::~CsvActions() = default;

void CsvActions::setDocument(Document* document)
{
    closeImport();
    m_document = document;
}

void CsvActions::retranslate()
{
    showImport();
}

void CsvActions::importFolder()
{
    if (m_work.isBusy())
        return;
    importFrom(m_chooser.folder(&m_window, tr("Import CSV files of a folder")));
}

void CsvActions::importFile()
{
    if (m_work.isBusy())
        return;
    importFrom(m_chooser.fileToOpen(&m_window, tr("Import a spreadsheet, or a CSV file of one table"),
                                    tr("Spreadsheets and CSV files (*.xlsx *.xlsm *.csv)")));
}

/// Shows what an import would do. @param place  a folder or a file; empty: somebody thought better of it
void CsvActions::importFrom(const QString& place)
{
    if (place.isEmpty())
        return;
    closeImport();
    auto plan = std::make_unique<ImportPlan>();
    plan->place = place;
    Result<ImportSource> source;
    const auto read = [&](const Progress&) { source = readImportSource(toPath(place)); };
    if (!m_work.read(*m_document, readingText(place), read))
        return;
    if (!source) {
        m_messages.complain(MessageBar::Cause::Exchange, errorText(source.error()));
        return;
    }
    plan->source = std::move(*source);
    if (!fillPlan(*plan))
        return;
    m_plan = std::move(plan);
    m_preview = new ImportPreview(place, &m_window);
    showImport();
    connect(m_preview, &ImportPreview::importAsked, this, &CsvActions::makeImport);
    connect(m_preview, &QDialog::finished, this, [this] { m_plan.reset(); }); // it may be large
    m_preview->show();
}

/// Fills the preview, if there is one.
void CsvActions::showImport()
{
    if (m_plan && m_preview)
        m_preview->showEdit(m_plan->edit, m_document->chain(), noteOn(*m_plan));
}

void CsvActions::closeImport()
{
    if (m_preview)
        m_preview->close();
    m_plan.reset();
}

/// Reads the texts against the chain as it is now. @return false: there is nothing to import, and it was said why
bool CsvActions::fillPlan(ImportPlan& plan)
{
    CsvImport import;
    const auto read = [&](const Progress& progress) {
        const Chain& chain = m_document->chain();
        import = importTables(chain, plan.source.tables, false, progress, cellReader(chain));
    };
    if (!m_work.read(*m_document, readingText(plan.place), read))
        return false;
    if (!import.problems.empty()) {
        const QString first = sentenceText(import.problems.front().sentence);
        const auto more = static_cast<int>(import.problems.size() - 1);
        m_messages.complain(MessageBar::Cause::Exchange,
                            more == 0 ? first : tr("%1 (and %n more)", nullptr, more).arg(first));
        return false;
    }
    if (import.edit.changes.empty()) {
        m_messages.say(tr("The file says all of this already; nothing was imported."));
        return false;
    }
    plan.edit = std::move(import.edit);
    plan.reads = std::move(import.reads);
    plan.edit.why = "Import of " + plan.place.toStdString();
    Problems problems;
    m_work.doAtOnce(tr("Checking"), plan.edit.changes.size() >= kManyRows,
                    [&] { problems = m_document->validate(plan.edit); });
    if (!problems.empty()) {
        m_messages.refuse({std::move(problems), {}});
        return false;
    }
    plan.revision = m_document->chain().revision();
    return true;
}

/// Reads the texts again if the chain has changed since. @return false: what was looked at is not what would be done
/// any more; it is shown anew, or was said why there is nothing to do
bool CsvActions::isImportAsShown()
{
    if (m_plan->revision == m_document->chain().revision())
        return true;
    const Edit shown = std::move(m_plan->edit);
    if (!fillPlan(*m_plan)) {
        closeImport();
        return false;
    }
    if (m_plan->edit.changes == shown.changes)
        return true;
    m_plan->isAnew = true;
    showImport();
    return false;
}

void CsvActions::makeImport()
{
    if (m_work.isBusy() || !m_plan || !m_preview || !isImportAsShown())
        return;
    const std::size_t rows = m_plan->edit.changes.size();
    const auto cleared = static_cast<int>(countsOf(m_plan->edit).cleared);
    Edit edit = std::move(m_plan->edit);
    closeImport();
    tl::expected<void, Document::Refused> applied;
    m_work.doAtOnce(tr("Importing"), rows >= kManyRows, [&] { applied = m_document->apply(std::move(edit)); });
    if (!applied) {
        m_messages.refuse(applied.error());
        return;
    }
    QString text = tr("%n rows imported", nullptr, static_cast<int>(rows));
    if (cleared > 0)
        text += QStringLiteral("  ·  ") + tr("%n fields cleared", nullptr, cleared);
    emit imported(text);
}

void CsvActions::exportFolder()
{
    bool isForExcel = false;
    const QString folder = m_chooser.folderFor(&m_window, tr("Export CSV files into a folder"),
                                               tr("For Excel (with the mark by which it knows UTF-8)"), isForExcel);
    if (folder.isEmpty())
        return;
    std::vector<CsvText> texts = exportCsv(m_document->chain());
    if (isForExcel)
        for (CsvText& text : texts)
            text.text.insert(0, kByteOrderMark);
    const Result<CsvOthers> others = writeCsvFolder(toPath(folder), texts);
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
    const QFileInfo chain(QString::fromStdString(m_document->file().string()));
    const QString suggested = chain.dir().filePath(chain.completeBaseName() + QStringLiteral(".xlsx"));
    const QString file =
        m_chooser.fileToSave(&m_window, tr("Export a spreadsheet"), suggested, tr("Spreadsheets (*.xlsx)"));
    if (file.isEmpty())
        return;
    Result<std::size_t> tables;
    const WorkbookAbout about = workbookAbout(QApplication::applicationVersion(), chain.fileName());
    m_work.doAtOnce(tr("Exporting"), m_document->chain().size(Table::Deals) >= kManyRows,
                    [&] { tables = exportXlsx(m_document->chain(), toPath(file), about); });
    if (!tables)
        m_messages.complain(MessageBar::Cause::Exchange, errorText(tables.error()));
    else
        m_messages.say(tr("%n tables are in %1", nullptr, static_cast<int>(*tables))
                           .arg(visibleText(QDir::toNativeSeparators(file))));
}

} // namespace ochain
