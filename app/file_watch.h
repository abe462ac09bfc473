// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>

namespace ochain {

class BusyWork;

/// Looks every second whether others have written to the file that is open, and takes that over.
class FileWatch final : public QObject {
    Q_OBJECT
public:
    /// @param work  while it is busy nothing is taken over; must outlive the watch
    explicit FileWatch(const BusyWork& work, QObject* parent = nullptr);

    /// @param document  must outlive the next call
    void setDocument(Document* document);

signals:
    void othersCameIn(int edits);
    /// After a look that failed, one that did not.
    void readableAgain();

private:
    void look();

    const BusyWork& m_work;
    QPointer<Document> m_document;
    bool m_hasFailed = false; ///< the last look at the file
};

} // namespace ochain
