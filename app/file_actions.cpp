// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "file_actions.h"

#include "busy_work.h"
#include "document_loader.h"
#include "formats/format.h"
#include "messages.h"
#include "own_copy.h"
#include "panels/charts_panel.h"
#include "panels/file_chooser.h"
#include "panels/status_panel.h"
#include "paths.h"
#include "settings.h"
#include "theme/theme.h"
#include "widgets/state_page.h"
#include "window_panels.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace ochain {

namespace {

QString fileOf(const Document& document)
{
    return QString::fromStdString(document.file().string());
}

} // namespace

FileActions::FileActions(QWidget& window, const WindowPanels& panels, Messages& messages, DocumentLoader& loader,
                         Settings& settings, FileChooser& chooser)
    : QObject(&window), m_window(window), m_panels(panels), m_messages(messages), m_loader(loader),
      m_settings(settings), m_chooser(chooser)
{
    connect(&loader, &DocumentLoader::failed, this, &FileActions::showFailure);
    connect(&loader, &DocumentLoader::progressed, this, &FileActions::showProgress, Qt::QueuedConnection);
    connect(m_panels.charts->statePage(), &StatePage::actionChosen, this, &FileActions::followStatePage);
    connect(m_panels.status, &StatusPanel::cancelled, this, &FileActions::cancel);
    if (loader.isBusy()) // with the file that the window was made for
        sayOpening();
}

void FileActions::setDocument(Document* document)
{
    m_document = document;
    m_panels.status->showProgress({}, -1);
    m_settings.addFile(fileOf(*document));
}

void FileActions::retranslate()
{
    if (!m_document && !m_loader.isBusy())
        m_panels.charts->statePage()->showText(
            tr("No file is open"),
            tr("Open a chain file from the File menu, drop one here, or begin with your copy of the "
               "shipped O-chain."),
            tr("Open the O-chain"));
}

void FileActions::open(const QString& path)
{
    m_messages.end(MessageBar::Cause::Opening);
    m_loader.start(path);
    sayOpening();
}

void FileActions::sayOpening()
{
    m_openingSince.start();
    if (!m_document)
        m_panels.charts->statePage()->showText(openingText(), {});
}

QString FileActions::openingText() const
{
    return tr("Opening %1").arg(visibleText(QFileInfo(m_loader.path()).fileName()));
}

void FileActions::openOwnCopy()
{
    const Result<std::filesystem::path> path = ensureOwnCopy();
    if (path)
        open(QString::fromStdString(path->string()));
    else
        showFailure(path.error());
}

void FileActions::showProgress(double share)
{
    if (!m_loader.isBusy() || m_openingSince.elapsed() < BusyWork::kPatienceMs)
        return;
    if (m_document)
        m_panels.status->showProgress(openingText(), share);
    else
        m_panels.charts->statePage()->showProgress(openingText(), share, tr("Cancel"));
}

void FileActions::showFailure(const Error& error)
{
    m_panels.status->showProgress({}, -1);
    if (!m_document)
        m_panels.charts->statePage()->showText(tr("The file could not be opened"), errorText(error),
                                               tr("Open the O-chain"));
    if (error.kind == ErrorKind::NotFound)
        m_settings.forgetFile(m_loader.path());
    m_messages.say({MessageBar::Cause::Opening, MessageBar::Kind::Error, errorText(error), tr("Open another file…"),
                    [this] { chooseFile(); }});
}

void FileActions::followStatePage()
{
    if (m_loader.isBusy()) {
        m_loader.cancel();
        showFailure(Error{ErrorKind::Cancelled, {QT_TRANSLATE_NOOP("Sentence", "Opening was cancelled."), {}}, {}});
    } else {
        openOwnCopy();
    }
}

void FileActions::cancel()
{
    if (m_loader.isBusy()) {
        m_loader.cancel();
        m_panels.status->showProgress({}, -1);
    }
}

void FileActions::chooseFile()
{
    const QString path = m_chooser.fileToOpen(&m_window, tr("Open chain file"), tr("Chain files (*.ochain)"));
    if (!path.isEmpty())
        open(path);
}

void FileActions::createFile()
{
    const QString path = withSuffix(m_chooser.fileToSave(&m_window, tr("New chain file"),
                                                         QDir::home().filePath(QStringLiteral("chain.ochain")),
                                                         tr("Chain files (*.ochain)")));
    if (path.isEmpty())
        return;
    if (const Result<void> made = createBlankFile(toPath(path)); !made)
        m_messages.complain(MessageBar::Cause::Opening, errorText(made.error()));
    else
        open(path);
}

void FileActions::saveCopy()
{
    const QString path = withSuffix(m_chooser.fileToSave(&m_window, tr("Save a copy"),
                                                         QDir::home().filePath(QStringLiteral("copy.ochain")),
                                                         tr("Chain files (*.ochain)")));
    if (path.isEmpty())
        return;
    if (QFileInfo(path) == QFileInfo(fileOf(*m_document))) {
        m_messages.complain(MessageBar::Cause::Exchange,
                            tr("That is the file that is open. Choose another name for the copy."));
        return;
    }
    if (const Result<void> made = Store::create(toPath(path), m_document->chain(), true); !made)
        m_messages.complain(MessageBar::Cause::Exchange, errorText(made.error()));
    else
        m_messages.say(
            {MessageBar::Cause::Done, MessageBar::Kind::Notice,
             tr("A copy, with a history of its own, is in %1").arg(visibleText(QDir::toNativeSeparators(path))),
             tr("Open it"), [this, path] { open(path); }});
}

void FileActions::fillRecent(QMenu& menu)
{
    menu.clear();
    const QStringList files = m_settings.recentFiles();
    for (const QString& file : files) {
        QAction* action = menu.addAction(literally(visibleText(QFileInfo(file).fileName())));
        action->setToolTip(visibleText(file));
        connect(action, &QAction::triggered, this, [this, file] { open(file); });
    }
    if (files.isEmpty())
        menu.addAction(tr("none yet"))->setEnabled(false);
    menu.setToolTipsVisible(true);
}

} // namespace ochain
