// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"
#include "document/document.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace ochain {

class BusyWork;
class ImportPreview;
class Messages;

/// What an import would do to a chain.
struct ImportRead {
    Edit edit;
    Problems problems;           ///< with any, there is no edit
    std::vector<Sentence> notes; ///< how it was read where that is not plain
};

/// An import of any kind of file, for a review.
struct ReviewedImport {
    QString from;                                                  ///< file or folder
    std::function<ImportRead(const Chain&, const Progress&)> read; ///< called on another thread
    std::function<QString()> aside; ///< what else is said when it is first shown; may be empty
};

/// Shows what an import would do, and makes it when that was looked at. If the chain has changed meanwhile in a way
/// that changes the import, it is shown anew.
class ImportReview final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the review. @param window  that it stands before
    ImportReview(QWidget& window, BusyWork& work, Messages& messages);
    ~ImportReview() override;

    /// Gives up what was looked at, which is about the document before.
    /// @param document  must outlive the next call
    void setDocument(Document* document);
    void retranslate();
    /// Reads and shows an import; what is wrong with it, or that it does nothing, is said.
    /// @return it is shown
    bool begin(ReviewedImport source);
    void close();

signals:
    /// An import was made; what it did, to be said with the way back.
    void imported(const QString& text);

private:
    struct Plan;
    bool fill(Plan& plan);
    bool isAsShown();
    void show();
    void make();
    [[nodiscard]] static QString notesText(const std::vector<Sentence>& notes);
    [[nodiscard]] static QString noteOn(const Plan& plan);

    QWidget& m_window;
    BusyWork& m_work;
    Messages& m_messages;
    QPointer<Document> m_document;
    std::unique_ptr<Plan> m_plan; ///< what the preview shows
    QPointer<ImportPreview> m_preview;
};

} // namespace ochain
