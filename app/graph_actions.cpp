// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graph_actions.h"

#include "busy_work.h"
#include "document/names.h"
#include "editing/graph_terms.h"
#include "files/safe_file.h"
#include "formats/format.h"
#include "graphs/graph_file.h"
#include "import_review.h"
#include "messages.h"
#include "panels/file_chooser.h"
#include "panels/graph_import_dialog.h"
#include "paths.h"

#include <QDir>
#include <QFileInfo>

namespace ochain {

namespace {

/// What a dialog for files offers, each with its endings.
QString formats(const QStringList& each)
{
    return each.join(QStringLiteral(";;"));
}

} // namespace

GraphActions::GraphActions(QWidget& window, BusyWork& work, Messages& messages, ImportReview& review,
                           FileChooser& chooser)
    : QObject(&window), m_window(window), m_work(work), m_messages(messages), m_review(review), m_chooser(chooser)
{}

void GraphActions::setDocument(Document* document)
{
    if (m_dialog)
        m_dialog->close();
    m_document = document;
}

/// The format of a file by its name; where it says none, that is said.
std::optional<GraphFormat> GraphActions::formatOf(const QString& file)
{
    const std::optional<GraphFormat> format = graphFormatOf(toPath(file));
    if (!format)
        m_messages.complain(MessageBar::Cause::Exchange,
                            tr("%1 says no graph by its name: end it in .graphml, .json or .csv, and do not name a CSV "
                               "as a table; tables go in and out as CSV or as a spreadsheet.")
                                .arg(visibleText(QFileInfo(file).fileName())));
    return format;
}

void GraphActions::importGraph()
{
    if (m_work.isBusy())
        return;
    const QString file = m_chooser.fileToOpen(&m_window, tr("Import a graph"),
                                              formats({tr("Graphs (*.graphml *.json *.csv)"), tr("All files (*)")}));
    if (file.isEmpty())
        return;
    const std::optional<GraphFormat> format = formatOf(file);
    if (!format)
        return;
    Result<GraphReading> read;
    const auto open = [&](const Snapshot&, const Progress&) { read = readGraphFile(toPath(file), *format); };
    if (!m_work.read(*m_document, tr("Reading %1").arg(visibleText(QFileInfo(file).fileName())), open))
        return;
    if (!read) {
        m_messages.complain(MessageBar::Cause::Exchange, errorText(read.error()));
        return;
    }
    if (m_dialog)
        m_dialog->close();
    const auto reading = std::make_shared<const GraphReading>(std::move(*read));
    m_dialog = new GraphImportDialog(file, m_document->chain(), &m_window);
    connect(m_dialog, &GraphImportDialog::chosen, this,
            [this, file, reading](const GraphOptions& options) { review(file, reading, options); });
    m_dialog->show();
}

void GraphActions::review(const QString& file, const std::shared_ptr<const GraphReading>& reading,
                          const GraphOptions& options)
{
    if (m_work.isBusy() || !m_document)
        return;
    ReviewedImport source;
    source.from = file;
    source.read = [name = QFileInfo(file).fileName().toStdString(), reading, options](const Chain& chain,
                                                                                      const Progress& progress) {
        GraphImport import = ochain::importGraph(chain, *reading, name, options, graphTerms(chain), progress);
        return ImportRead{std::move(import.edit), std::move(import.problems), std::move(import.notes)};
    };
    // What is missing is chosen in the dialog, which stays until then.
    if (m_review.begin(std::move(source)) && m_dialog)
        m_dialog->close();
}

void GraphActions::exportGraph()
{
    if (m_work.isBusy())
        return;
    const QFileInfo chainFile(QString::fromStdString(m_document->file().string()));
    const QString suggested = chainFile.dir().filePath(chainFile.completeBaseName() + QStringLiteral(".graphml"));
    const QString file = m_chooser.fileToSave(
        &m_window, tr("Export a graph"), suggested,
        formats({tr("GraphML (*.graphml)"), tr("JSON of d3 (*.json)"), tr("List of edges (*.csv)")}));
    if (file.isEmpty())
        return;
    const std::optional<GraphFormat> format = formatOf(file);
    if (!format)
        return;
    Result<void> written;
    const auto write = [&](const Snapshot& now) {
        written = writeWhole(toPath(file), graphTextOf(now.chain, *format, graphTerms(now.chain)));
    };
    if (!m_work.write(*m_document, tr("Exporting"), write))
        return;
    if (!written)
        m_messages.complain(MessageBar::Cause::Exchange, errorText(written.error()));
    else
        m_messages.say(tr("Nodes and deals are in %1").arg(visibleText(QDir::toNativeSeparators(file))));
}

} // namespace ochain
