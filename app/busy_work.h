// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/progress.h"

#include <QObject>
#include <QString>

#include <functional>

namespace ochain {

class DocumentLoader;
class StatusPanel;

/// Work on the GUI thread that may take longer than one waits without a sign: the status panel shows it, and the
/// window draws itself meanwhile but takes no other orders.
class BusyWork final : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 kPatienceMs = 300; ///< work longer than this shows its progress

    /// @param status, loader  must outlive the work
    BusyWork(StatusPanel& status, const DocumentLoader& loader, QObject* parent = nullptr);

    /// Whether orders have to wait: work goes on, or a file is being opened, which would take the document away.
    [[nodiscard]] bool isBusy() const noexcept;
    /// Does work that asks its progress now and then; what takes longer shows its progress and can be cancelled.
    void run(const QString& what, const std::function<void(const Progress&)>& work);
    /// Does work that can neither be asked nor stopped. What is long is announced before.
    void doAtOnce(const QString& what, bool isLong, const std::function<void()>& work);

private:
    StatusPanel& m_status;
    const DocumentLoader& m_loader;
    bool m_isRunning = false;
};

} // namespace ochain
