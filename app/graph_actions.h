// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "graphs/graph_file.h"
#include "graphs/graph_import.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace ochain {

class BusyWork;
class FileChooser;
class GraphImportDialog;
class ImportReview;
class Messages;

/// Import and export of graphs: what a file does not say is asked for first, and what an import would do is looked at
/// before it is made.
class GraphActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions. @param window  that dialogs stand before
    GraphActions(QWidget& window, BusyWork& work, Messages& messages, ImportReview& review, FileChooser& chooser);

    /// @param document  must outlive the next call
    void setDocument(Document* document);
    void importGraph();
    void exportGraph();

private:
    [[nodiscard]] std::optional<GraphFormat> formatOf(const QString& file);
    void review(const QString& file, const std::shared_ptr<const GraphReading>& reading, const GraphOptions& options);

    QWidget& m_window;
    BusyWork& m_work;
    Messages& m_messages;
    ImportReview& m_review;
    FileChooser& m_chooser;
    QPointer<Document> m_document;
    QPointer<GraphImportDialog> m_dialog;
};

} // namespace ochain
