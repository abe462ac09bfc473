// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QString>

class QWidget;

namespace ochain {

/// Asks the user for files and folders. An interface, so that tests answer instead.
class FileChooser {
public:
    FileChooser() = default;
    FileChooser(const FileChooser&) = delete;
    FileChooser& operator=(const FileChooser&) = delete;
    virtual ~FileChooser() = default;

    /// Each returns a path, or an empty string if the user thought better of it.
    [[nodiscard]] virtual QString fileToOpen(QWidget* parent, const QString& title, const QString& filter) = 0;
    [[nodiscard]] virtual QString fileToSave(QWidget* parent, const QString& title, const QString& suggested,
                                             const QString& filter) = 0;
    [[nodiscard]] virtual QString folder(QWidget* parent, const QString& title) = 0;
    /// A folder, with a choice of what is to be done in it.
    /// @param option  what may be chosen
    /// @param isChosen  how it stands at first, and then whether it was
    [[nodiscard]] virtual QString folderFor(QWidget* parent, const QString& title, const QString& option,
                                            bool& isChosen) = 0;
};

/// Dialogs in windows of their own. They open no file of the folders they show: a chain that is open in this process
/// would lose its locks.
class SystemFileChooser final : public FileChooser {
public:
    QString fileToOpen(QWidget* parent, const QString& title, const QString& filter) override;
    QString fileToSave(QWidget* parent, const QString& title, const QString& suggested, const QString& filter) override;
    QString folder(QWidget* parent, const QString& title) override;
    QString folderFor(QWidget* parent, const QString& title, const QString& option, bool& isChosen) override;

private:
    QString m_lastFolder = QDir::homePath();
};

} // namespace ochain
