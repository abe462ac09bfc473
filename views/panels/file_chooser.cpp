// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/file_chooser.h"

#include <QFileDialog>

namespace ochain {

QString SystemFileChooser::fileToOpen(QWidget* parent, const QString& title, const QString& filter)
{
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString SystemFileChooser::fileToSave(QWidget* parent, const QString& title, const QString& suggested,
                                      const QString& filter)
{
    return QFileDialog::getSaveFileName(parent, title, suggested, filter);
}

QString SystemFileChooser::folder(QWidget* parent, const QString& title)
{
    return QFileDialog::getExistingDirectory(parent, title);
}

} // namespace ochain
