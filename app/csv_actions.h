// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace ochain {

class FileChooser;
class ImportPreview;
class BusyWork;
class Messages;

struct ImportPlan;

/// Import and export of folders of CSV files and of spreadsheets; an import is looked at before it is made.
class CsvActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    /// @param window  that dialogs stand before
    CsvActions(QWidget& window, BusyWork& work, Messages& messages, FileChooser& chooser);
    ~CsvActions() override;

    /// Gives up what was looked at, which is about the document before.
    /// @param document  must outlive the next call
    void setDocument(Document* document);
    void retranslate();

    void importFolder();
    /// A workbook, or a CSV file of one table.
    void importFile();
    void exportFolder();
    void exportWorkbook();

signals:
    /// An import was made; what it did, to be said with the way back.
    void imported(const QString& text);

private:
    void importFrom(const QString& place);
    bool fillPlan(ImportPlan& plan);
    bool isImportAsShown();
    void showImport();
    void makeImport();
    void closeImport();

    QWidget& m_window;
    BusyWork& m_work;
    Messages& m_messages;
    FileChooser& m_chooser;
    QPointer<Document> m_document;
    std::unique_ptr<ImportPlan> m_plan; ///< what the preview shows
    QPointer<ImportPreview> m_preview;
};

} // namespace ochain
