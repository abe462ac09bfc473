// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main_window.h"

#include "document/reason.h"
#include "document_loader.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"
#include "figures/format.h"
#include "import_plan.h"
#include "items/edit_lines.h"
#include "panels/file_chooser.h"
#include "panels/import_preview.h"
#include "paths.h"
#include "widgets/message_bar.h"

#include <QDir>

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
        names << toQString(file.filename().string());
    return namesText(names);
}

/// What is to be said on an import besides what it changes; empty for nothing.
QString noteOn(const ImportPlan& plan)
{
    if (plan.isAnew)
        return MainWindow::tr("The chain has changed meanwhile. This is what the import would do now.");
    if (plan.notRead.empty())
        return {};
    QStringList names;
    for (const std::string& name : plan.notRead)
        names << toQString(name);
    return MainWindow::tr("Not read, because no table has this name: %1").arg(namesText(names));
}

} // namespace

void MainWindow::importCsvFolder()
{
    if (m_isBusy || m_loader->isBusy())
        return; // a file that is being opened would take this document away while the texts are read
    const QString folder = m_chooser.folder(this, tr("Import CSV files of a folder"));
    if (folder.isEmpty())
        return;
    closeImport();
    Result<std::vector<CsvText>> texts = readCsvFolder(toPath(folder));
    if (!texts) {
        complain(MessageBar::Cause::Exchange, errorText(texts.error()));
        return;
    }
    auto plan = std::make_unique<ImportPlan>();
    plan->folder = folder;
    plan->texts = std::move(*texts);
    plan->notRead = otherCsvFiles(toPath(folder));
    if (!fillPlan(*plan))
        return;
    m_import = std::move(plan);
    m_importPreview = new ImportPreview(folder, this);
    showImport();
    connect(m_importPreview, &ImportPreview::importAsked, this, &MainWindow::makeImport);
    connect(m_importPreview, &QDialog::finished, this, [this] { m_import.reset(); }); // it may be large
    m_importPreview->show();
}

/// Fills the preview, if there is one.
void MainWindow::showImport()
{
    if (m_import && m_importPreview)
        m_importPreview->showEdit(m_import->edit, m_document->chain(), noteOn(*m_import));
}

void MainWindow::closeImport()
{
    if (m_importPreview)
        m_importPreview->close();
    m_import.reset();
}

/// Reads the texts against the chain as it is now. @return false: there is nothing to import, and it was said why
bool MainWindow::fillPlan(ImportPlan& plan)
{
    CsvImport import;
    workLong(tr("Reading %1").arg(QDir(plan.folder).dirName()),
             [&](const Progress& progress) { import = importCsv(m_document->chain(), plan.texts, false, progress); });
    if (import.isCancelled)
        return false;
    if (!import.problems.empty()) {
        const QString first = sentenceText(import.problems.front().sentence);
        const auto more = static_cast<int>(import.problems.size() - 1);
        complain(MessageBar::Cause::Exchange, more == 0 ? first : tr("%1 (and %n more)", nullptr, more).arg(first));
        return false;
    }
    if (import.edit.changes.empty()) {
        say(tr("The file says all of this already; nothing was imported."));
        return false;
    }
    plan.edit = std::move(import.edit);
    plan.edit.author = systemAuthor();
    plan.edit.why = "Import of " + plan.folder.toStdString();
    Problems problems;
    workAtOnce(tr("Checking"), plan.edit.changes.size() >= kManyRows,
               [&] { problems = m_document->validate(plan.edit); });
    if (!problems.empty()) {
        refuse({std::move(problems), {}});
        return false;
    }
    plan.revision = m_document->chain().revision();
    return true;
}

/// Reads the texts again if the chain has changed since. @return false: what was looked at is not what would be done
/// any more; it is shown anew, or was said why there is nothing to do
bool MainWindow::isImportAsShown()
{
    if (m_import->revision == m_document->chain().revision())
        return true;
    const Edit shown = std::move(m_import->edit);
    if (!fillPlan(*m_import)) {
        closeImport();
        return false;
    }
    if (m_import->edit.changes == shown.changes)
        return true;
    m_import->isAnew = true;
    showImport();
    return false;
}

void MainWindow::makeImport()
{
    if (m_isBusy || m_loader->isBusy() || !m_import || !m_importPreview || !isImportAsShown())
        return;
    const std::size_t rows = m_import->edit.changes.size();
    const auto cleared = static_cast<int>(countsOf(m_import->edit).cleared);
    Edit edit = std::move(m_import->edit);
    closeImport();
    tl::expected<void, Document::Refused> applied;
    workAtOnce(tr("Importing"), rows >= kManyRows, [&] { applied = m_document->apply(std::move(edit)); });
    if (!applied) {
        refuse(applied.error());
        return;
    }
    QString text = tr("%n rows imported", nullptr, static_cast<int>(rows));
    if (cleared > 0)
        text += QStringLiteral("  ·  ") + tr("%n fields cleared", nullptr, cleared);
    sayEdited(text);
}

void MainWindow::exportCsvFolder()
{
    const QString folder = m_chooser.folder(this, tr("Export CSV files into a folder"));
    if (folder.isEmpty())
        return;
    const Result<CsvOthers> others = writeCsvFolder(toPath(folder), exportCsv(m_document->chain()));
    if (!others) {
        complain(MessageBar::Cause::Exchange, errorText(others.error()));
        return;
    }
    QStringList parts{tr("All tables are in %1").arg(QDir::toNativeSeparators(folder))};
    if (!others->removed.empty())
        parts << tr("Removed, because the chain has no such rows: %1").arg(namesText(others->removed));
    if (!others->left.empty())
        parts << tr("Left as they were, though an import of the folder would read them too: %1")
                     .arg(namesText(others->left));
    if (parts.size() == 1)
        say(parts.front());
    else
        m_messages->say(
            {MessageBar::Cause::Exchange, MessageBar::Kind::Warning, parts.join(QStringLiteral("  ·  ")), {}, {}});
}

} // namespace ochain
