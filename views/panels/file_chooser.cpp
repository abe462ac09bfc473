// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/file_chooser.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QGridLayout>
#include <QTemporaryDir>

namespace ochain {

namespace {

/// Icons and types by what a name tells. Qt's own provider opens every file of a folder to guess what it is, and when
/// it closes the chain that is open here, all locks on that are gone: another process takes itself for the only one,
/// deletes the log, and what is edited here afterwards is lost.
class NamesOnly final : public QFileIconProvider {
public:
    using QFileIconProvider::icon;
    [[nodiscard]] QIcon icon(const QFileInfo& info) const override
    {
        return icon(info.isDir() ? IconType::Folder : IconType::File);
    }
    [[nodiscard]] QString type(const QFileInfo& info) const override
    {
        return info.isDir() ? QFileDialog::tr("Directory") : info.suffix();
    }
};

/// A dialog of Qt's own, for nobody knows what that of a desktop opens in this process. It begins in an empty folder,
/// as it looks around before it has these icons.
class NamesDialog {
public:
    NamesDialog(QWidget* parent, const QString& title) : m_dialog(parent, title, m_nowhere.path())
    {
        m_dialog.setOption(QFileDialog::DontUseNativeDialog);
        m_dialog.setOption(QFileDialog::DontUseCustomDirectoryIcons);
        m_dialog.setIconProvider(&m_icons);
    }
    QFileDialog& dialog() noexcept { return m_dialog; }
    /// @return what was chosen; empty if nothing was
    QString answer(QString& lastFolder)
    {
        if (m_dialog.exec() != QDialog::Accepted)
            return {};
        lastFolder = m_dialog.directory().absolutePath();
        return m_dialog.selectedFiles().value(0);
    }

private:
    QTemporaryDir m_nowhere;
    NamesOnly m_icons; ///< outlives the dialog and its thread
    QFileDialog m_dialog;
};

} // namespace

QString SystemFileChooser::fileToOpen(QWidget* parent, const QString& title, const QString& filter)
{
    NamesDialog names(parent, title);
    names.dialog().setFileMode(QFileDialog::ExistingFile);
    names.dialog().setNameFilter(filter);
    names.dialog().setDirectory(m_lastFolder);
    return names.answer(m_lastFolder);
}

QString SystemFileChooser::fileToSave(QWidget* parent, const QString& title, const QString& suggested,
                                      const QString& filter)
{
    NamesDialog names(parent, title);
    names.dialog().setAcceptMode(QFileDialog::AcceptSave);
    names.dialog().setFileMode(QFileDialog::AnyFile);
    names.dialog().setNameFilter(filter);
    names.dialog().setDefaultSuffix(QFileInfo(suggested).suffix()); // what exists is asked about by its whole name
    names.dialog().setDirectory(QFileInfo(suggested).absolutePath());
    names.dialog().selectFile(QFileInfo(suggested).fileName());
    return names.answer(m_lastFolder);
}

QString SystemFileChooser::folder(QWidget* parent, const QString& title)
{
    NamesDialog names(parent, title);
    names.dialog().setFileMode(QFileDialog::Directory);
    names.dialog().setOption(QFileDialog::ShowDirsOnly);
    names.dialog().setDirectory(m_lastFolder);
    return names.answer(m_lastFolder);
}

QString SystemFileChooser::folderFor(QWidget* parent, const QString& title, const QString& option, bool& isChosen)
{
    NamesDialog names(parent, title);
    names.dialog().setFileMode(QFileDialog::Directory);
    names.dialog().setOption(QFileDialog::ShowDirsOnly);
    names.dialog().setDirectory(m_lastFolder);
    auto* box = new QCheckBox(option, &names.dialog());
    box->setObjectName(QStringLiteral("folderOption"));
    box->setChecked(isChosen);
    if (auto* grid = qobject_cast<QGridLayout*>(names.dialog().layout()))
        grid->addWidget(box, grid->rowCount(), 0, 1, -1);
    QString folder = names.answer(m_lastFolder);
    isChosen = box->isChecked();
    return folder;
}

} // namespace ochain
