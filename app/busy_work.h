// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/progress.h"
#include "rollups/snapshot.h"
#include "session/session.h"

#include <QObject>
#include <QString>

#include <functional>

namespace ochain {

class Document;
class DocumentLoader;
class StatusPanel;

/// Work that the window waits for: it goes on drawing, and what takes longer shows its progress and can be cancelled,
/// but no other order gets in between.
class BusyWork final : public QObject {
    Q_OBJECT
public:
    static constexpr int kPatienceMs = 300; ///< work longer than this shows its progress

    /// @param status, loader  must outlive the work
    BusyWork(StatusPanel& status, const DocumentLoader& loader, QObject* parent = nullptr);

    /// Whether orders have to wait: work goes on, or a file is being opened, which would take the document away.
    [[nodiscard]] bool isBusy() const noexcept;
    using Reading = std::function<void(const Snapshot&, const Progress&)>;
    /// Does work that reads a document as it is now, on another thread; others may change it meanwhile.
    /// @param work  may use what the caller has: it has ended when this returns
    /// @return false: it was cancelled, or failed() says why it could not be done
    bool read(const Document& document, const QString& what, const Reading& work);
    /// Does work that reads a document and writes a file, on another thread: once begun it comes to its end.
    /// @return false: it was not begun, as it was cancelled before
    bool write(const Document& document, const QString& what, const std::function<void(const Snapshot&)>& work);
    /// Does work that changes a document. Of what is long, what `work` hands on is done on another thread while the
    /// window goes on drawing; it cannot be stopped.
    void change(const QString& what, bool isLong, const std::function<void(const Session::Beside&)>& work);

signals:
    /// Work came to nothing for want of memory.
    void failed(const ochain::Error& error);

private:
    StatusPanel& m_status;
    const DocumentLoader& m_loader;
    bool m_isRunning = false;
};

} // namespace ochain
