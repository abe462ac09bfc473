// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>

namespace ochain {

class FileChooser;
class ImportReview;
class BusyWork;
class Messages;

/// Import and export of folders of CSV files and of spreadsheets; an import is looked at before it is made.
class CsvActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    /// @param window  that dialogs stand before
    CsvActions(QWidget& window, BusyWork& work, Messages& messages, ImportReview& review, FileChooser& chooser);

    /// @param document  must outlive the next call
    void setDocument(Document* document);

    void importFolder();
    /// A workbook, or a CSV file of one table.
    void importFile();
    void exportFolder();
    void exportWorkbook();

private:
    void importFrom(const QString& place);

    QWidget& m_window;
    BusyWork& m_work;
    Messages& m_messages;
    ImportReview& m_review;
    FileChooser& m_chooser;
    QPointer<Document> m_document;
};

} // namespace ochain
