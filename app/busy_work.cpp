// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "busy_work.h"

#include "busy_guard.h"
#include "document_loader.h"
#include "panels/status_panel.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <memory>

namespace ochain {

BusyWork::BusyWork(StatusPanel& status, const DocumentLoader& loader, QObject* parent)
    : QObject(parent), m_status(status), m_loader(loader)
{}

bool BusyWork::isBusy() const noexcept
{
    return m_isRunning || m_loader.isBusy();
}

void BusyWork::run(const QString& what, const std::function<void(const Progress&)>& work)
{
    m_isRunning = true; // drawing while the work goes on lets timers in
    QElapsedTimer since;
    since.start();
    const auto isCancelled = std::make_shared<bool>(false);
    std::unique_ptr<BusyGuard> guard;
    const QMetaObject::Connection cancelling =
        connect(&m_status, &StatusPanel::cancelled, this, [isCancelled] { *isCancelled = true; });
    work([&](double share) {
        if (since.elapsed() < kPatienceMs)
            return true;
        if (!guard)
            guard = std::make_unique<BusyGuard>(&m_status);
        m_status.showProgress(what, share);
        QCoreApplication::processEvents();
        return !*isCancelled;
    });
    guard.reset();
    disconnect(cancelling);
    m_status.showProgress({}, -1);
    m_isRunning = false;
}

void BusyWork::doAtOnce(const QString& what, bool isLong, const std::function<void()>& work)
{
    if (!isLong) {
        work();
        return;
    }
    m_isRunning = true; // drawing lets timers in
    const BusyGuard guard(&m_status);
    m_status.showBusy(what);
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    work();
    QGuiApplication::restoreOverrideCursor();
    m_status.showProgress({}, -1);
    m_isRunning = false;
}

} // namespace ochain
