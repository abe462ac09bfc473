// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "busy_work.h"

#include "busy_guard.h"
#include "document/document.h"
#include "document/long_work.h"
#include "document_loader.h"
#include "panels/status_panel.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QScopedValueRollback>

#include <atomic>
#include <new>
#include <tuple>
#include <utility>

namespace ochain {

namespace {

/// One piece of work on the way.
class WorkUnderWay {
public:
    WorkUnderWay(StatusPanel& status, QString what, const BusyWork::Reading& work)
        : m_status(status), m_what(std::move(what)), m_work(work)
    {}

    void begin(const Document& document)
    {
        const auto work = [this, snapshot = document.snapshot()](const Progress& progress) {
            try {
                m_work(*snapshot, progress);
            } catch (const std::bad_alloc&) {
                m_isOutOfMemory = true;
            }
            return true;
        };
        const auto done = [this](bool) {
            m_isDone = true;
            m_loop.quit();
        };
        m_longWork.start(work, done, [this](double share) { m_status.showProgress(m_what, share); });
    }
    void cancel()
    {
        m_longWork.stop();
        m_loop.quit();
    }
    bool run(const Document& document)
    {
        QObject::connect(&m_status, &StatusPanel::cancelled, &m_loop, [this] { cancel(); });
        begin(document);
        if (!m_longWork.wait(BusyWork::kPatienceMs)) {
            const BusyGuard guard(&m_status);
            m_status.showProgress(m_what, 0);
            m_loop.exec(); // ends before the work if the program is told to end
            m_status.showProgress({}, -1);
        }
        return m_isDone && !m_isOutOfMemory;
    }
    [[nodiscard]] bool isOutOfMemory() const noexcept { return m_isOutOfMemory; }

private:
    StatusPanel& m_status;
    QString m_what;
    const BusyWork::Reading& m_work;
    QEventLoop m_loop;
    bool m_isDone = false;
    std::atomic<bool> m_isOutOfMemory = false;
    LongWork<bool> m_longWork; ///< last, so that it ends before what it uses goes
};

} // namespace

BusyWork::BusyWork(StatusPanel& status, const DocumentLoader& loader, QObject* parent)
    : QObject(parent), m_status(status), m_loader(loader)
{}

bool BusyWork::isBusy() const noexcept
{
    return m_isRunning || m_loader.isBusy();
}

bool BusyWork::read(const Document& document, const QString& what, const Reading& work)
{
    const QScopedValueRollback busy(m_isRunning, true);
    WorkUnderWay underWay(m_status, what, work);
    const bool isDone = underWay.run(document);
    if (underWay.isOutOfMemory())
        emit failed(noMemory());
    return isDone;
}

bool BusyWork::write(const Document& document, const QString& what, const std::function<void(const Snapshot&)>& work)
{
    bool isWritten = false;
    const auto writing = [&](const Snapshot& snapshot, const Progress& progress) {
        if (!progress(0))
            return;
        work(snapshot);
        isWritten = true;
    };
    std::ignore = read(document, what, writing); // cancelled later, it has been written all the same
    return isWritten;
}

void BusyWork::change(const QString& what, bool isLong, const std::function<void(const Session::Beside&)>& work)
{
    if (!isLong) {
        work({});
        return;
    }
    const QScopedValueRollback busy(m_isRunning, true); // drawing lets timers in
    const BusyGuard guard(&m_status);
    m_status.showBusy(what);
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    bool isOutOfMemory = false;
    work([&isOutOfMemory](const std::function<void()>& beside) {
        const auto task = [&beside](const Progress&) {
            try {
                beside();
                return true;
            } catch (const std::bad_alloc&) {
                return false;
            }
        };
        QEventLoop loop;
        LongWork<bool> underWay;
        underWay.start(task, [&](bool isDone) {
            isOutOfMemory = !isDone;
            loop.quit();
        });
        loop.exec(); // ends before the work if the program is told to end
        static_cast<void>(underWay.wait(-1));
    });
    QGuiApplication::restoreOverrideCursor();
    m_status.showProgress({}, -1);
    if (isOutOfMemory)
        emit failed(noMemory());
}

} // namespace ochain
