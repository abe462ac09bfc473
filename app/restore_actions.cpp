// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "restore_actions.h"

#include "backups/backup_list.h"
#include "busy_work.h"
#include "exchange/difference.h"
#include "formats/format.h"
#include "items/backups_model.h"
#include "messages.h"
#include "panels/file_chooser.h"
#include "panels/restore_panel.h"
#include "paths.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace ochain {

namespace {

/// An edit of so many rows may take longer than one waits without a sign.
constexpr std::size_t kRowsForASign = 2000;

Result<Edit> editTo(const std::filesystem::path& backup, const Chain& chain, const Progress& progress)
{
    const Result<Chain> then = readBackup(backup, progress);
    if (!then)
        return tl::unexpected(then.error());
    std::optional<Edit> edit = difference(chain, *then, progress);
    if (!edit)
        return failure(ErrorKind::Cancelled, "cancelled"); // nobody sees it: cancelled work gives no result
    edit->why = restoreReason(backup);
    return std::move(*edit);
}

/// "chain 2026-11-29.ochain" beside the chain.
QString nameForCopy(const Document& document, const Backup& backup)
{
    const QFileInfo file(QString::fromStdString(document.file().string()));
    return file.dir().filePath(QStringLiteral("%1 %2.ochain").arg(file.completeBaseName(), dateText(backup.day)));
}

} // namespace

RestoreActions::RestoreActions(QWidget& window, BusyWork& busy, Messages& messages, FileChooser& chooser)
    : QObject(&window), m_window(window), m_busy(busy), m_messages(messages), m_chooser(chooser)
{}

RestoreActions::~RestoreActions() = default;

void RestoreActions::setDocument(Document* document)
{
    close();
    m_document = document;
    if (document == nullptr)
        return;
    connect(document, &Document::changed, this, &RestoreActions::follow);
}

void RestoreActions::close()
{
    m_work.cancel();
    if (m_panel)
        m_panel->close();
}

void RestoreActions::showBackups()
{
    if (!m_panel)
        openPanel();
    m_panel->show();
    m_panel->raise();
    m_panel->activateWindow();
}

void RestoreActions::openPanel()
{
    m_backups = new BackupsModel(backupsOf(m_document->file()));
    m_panel = new RestorePanel(toQString(m_document->file().string()), *m_backups, &m_window);
    m_backups->setParent(m_panel);
    connect(m_panel, &RestorePanel::wanted, this, &RestoreActions::choose);
    connect(m_panel, &RestorePanel::restoreAsked, this, &RestoreActions::restore);
    connect(m_panel, &RestorePanel::copyAsked, this, &RestoreActions::openCopy);
    connect(m_panel, &QDialog::finished, this, [this] {
        m_work.cancel();
        m_chosen.reset(); // it may be large
        m_panel.clear();
    });
    choose();
}

/// After an edit something else differs.
void RestoreActions::follow()
{
    if (!m_panel)
        return;
    m_backups->forget();
    choose();
}

/// The chosen one comes first, whatever is being compared.
void RestoreActions::choose()
{
    m_work.cancel();
    m_chosen.reset();
    if (m_panel->chosen() >= 0)
        m_panel->showWaiting();
    compareNext();
}

int RestoreActions::nextToCompare() const
{
    if (!m_chosen)
        return m_panel->chosen();
    for (int row = 0; row < m_backups->rowCount(); ++row)
        if (!m_backups->found(row))
            return row;
    return -1;
}

void RestoreActions::compareNext()
{
    if (!m_document || !m_panel || m_work.isBusy())
        return;
    const int row = nextToCompare();
    if (row < 0)
        return;
    const auto work = [now = m_document->snapshot(), file = m_backups->at(row).file](const Progress& progress) {
        return editTo(file, now->chain, progress);
    };
    m_work.start(work, [this, row](Compared compared) { take(row, std::move(compared)); });
}

void RestoreActions::take(int row, Compared compared)
{
    if (!m_panel)
        return;
    m_backups->setFound(row,
                        compared ? Result<std::size_t>(compared->changes.size()) : tl::unexpected(compared.error()));
    if (row == m_panel->chosen()) {
        m_chosen = std::move(compared);
        showChosen();
    }
    compareNext();
}

void RestoreActions::showChosen()
{
    if (!*m_chosen) {
        m_panel->showFault(m_chosen->error());
        return;
    }
    const QString against = m_document->isReadOnly() ? sentenceText(m_document->readOnlyReason()) : QString();
    m_panel->showDifference(byTable(**m_chosen), m_document->chain(), against);
}

void RestoreActions::restore()
{
    if (m_busy.isBusy() || !m_chosen || !*m_chosen)
        return;
    const Edit edit = std::move(**m_chosen);
    const std::size_t rows = edit.changes.size();
    tl::expected<void, Document::Refused> applied;
    m_busy.change(tr("Going back"), rows >= kRowsForASign,
                  [&](const Session::Beside& beside) { applied = m_document->apply(edit, beside); });
    if (!applied) {
        m_messages.refuse(applied.error());
        if (m_panel)
            choose();
        return;
    }
    close();
    emit restored(tr("%n rows are as they were", nullptr, static_cast<int>(rows)));
}

void RestoreActions::openCopy()
{
    const int row = m_panel->chosen();
    if (m_busy.isBusy() || row < 0)
        return;
    const Backup backup = m_backups->at(row);
    const QString path = withSuffix(m_chooser.fileToSave(
        m_panel, tr("Open as a copy"), nameForCopy(*m_document, backup), tr("Chain files (*.ochain)")));
    if (path.isEmpty())
        return;
    if (QFileInfo(path) == QFileInfo(toQString(m_document->file().string()))) {
        m_messages.complain(MessageBar::Cause::Exchange,
                            tr("That is the file that is open. Choose another name for the copy."));
        return;
    }
    Result<void> made;
    const auto work = [&](const Snapshot&, const Progress& progress) {
        made = copyBackup(backup.file, toPath(path), progress);
    };
    if (!m_busy.read(*m_document, tr("Copying"), work))
        return;
    if (!made) {
        m_messages.complain(MessageBar::Cause::Exchange, errorText(made.error()));
        return;
    }
    close();
    emit copyMade(path);
}

} // namespace ochain
