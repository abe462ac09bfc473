// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv_actions.h"

#include "busy_work.h"
#include "editing/cell_reader.h"
#include "editing/edit_lines.h"
#include "exchange/csv_export.h"
#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"
#include "formats/format.h"
#include "import_plan.h"
#include "messages.h"
#include "panels/file_chooser.h"
#include "panels/import_preview.h"
#include "paths.h"

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
    for (const std::string& name : plan.notRead)
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
    const QString folder = m_chooser.folder(&m_window, tr("Import CSV files of a folder"));
    if (folder.isEmpty())
        return;
    closeImport();
    Result<std::vector<CsvText>> texts = readCsvFolder(toPath(folder));
    if (!texts) {
        m_messages.complain(MessageBar::Cause::Exchange, errorText(texts.error()));
        return;
    }
    auto plan = std::make_unique<ImportPlan>();
    plan->folder = folder;
    plan->texts = std::move(*texts);
    plan->notRead = otherCsvFiles(toPath(folder));
    if (!fillPlan(*plan))
        return;
    m_plan = std::move(plan);
    m_preview = new ImportPreview(folder, &m_window);
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
        import = importCsv(chain, plan.texts, false, progress, cellReader(chain));
    };
    if (!m_work.read(*m_document, tr("Reading %1").arg(visibleText(QDir(plan.folder).dirName())), read))
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
    plan.edit.why = "Import of " + plan.folder.toStdString();
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
