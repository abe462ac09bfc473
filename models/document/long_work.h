// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/progress.h"
#include "files/file_failures.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QSemaphore>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace ochain {

/// Work that takes a while, on another thread; its result comes back on the thread of this object, from its event loop.
/// One at a time: what is started takes the place of what was under way. T need not be copied.
template <class T>
class LongWork final {
public:
    /// Asks its Progress now and then, and gives up soon when that is false; what it then returns is dropped.
    using Work = std::function<T(const Progress&)>;
    using Done = std::function<void(T)>;

    LongWork()
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] { finish(); });
        QObject::connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, &m_watcher, [this](int thousandths) {
            if (m_isBusy && m_told)
                m_told(thousandths / double(kWhole));
        });
    }
    ~LongWork() { stop(); }
    LongWork(const LongWork&) = delete;
    LongWork& operator=(const LongWork&) = delete;

    /// @param done  called with the result, unless the work was cancelled
    /// @param told  the share done (0 to 1), a few times a second
    void start(Work work, Done done, std::function<void(double)> told = {})
    {
        cancel();
        m_done = std::move(done);
        m_told = std::move(told);
        m_isBusy = true;
        m_ended = std::make_shared<QSemaphore>();
        m_watcher.setFuture(QtConcurrent::run([work = std::move(work), ended = m_ended](QPromise<T>& promise) {
            promise.setProgressRange(0, kWhole);
            promise.addResult(resultOf(work, [&promise](double share) {
                promise.setProgressValue(static_cast<int>(share * kWhole));
                return !promise.isCanceled();
            }));
            ended->release();
        }));
    }
    /// Nothing arrives any more. The work may go on for a moment, so it must own all that it uses.
    void cancel()
    {
        m_isBusy = false;
        m_watcher.cancel();
    }
    /// The same, and when this returns the work has ended: what it uses may change or go.
    void stop()
    {
        cancel();
        m_watcher.waitForFinished();
    }
    /// Waits for the work without letting anything else happen. @return it has ended, and `done` has been called
    bool wait(int milliseconds)
    {
        if (!m_isBusy || !m_ended->tryAcquire(1, milliseconds))
            return !m_isBusy;
        m_watcher.waitForFinished();
        finish();
        return true;
    }
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }

private:
    static constexpr int kWhole = 1000;

    /// Memory that runs out is a failure as others are. Work whose T has no room for one catches it itself.
    static T resultOf(const Work& work, const Progress& progress)
    {
        if constexpr (std::is_constructible_v<T, tl::unexpected<Error>>) {
            try {
                return work(progress);
            } catch (const std::bad_alloc&) {
                return tl::unexpected(noMemory());
            }
        } else {
            return work(progress);
        }
    }
    void finish()
    {
        if (!std::exchange(m_isBusy, false))
            return; // cancelled, or waited for
        const Done done = std::move(m_done);
        T result = m_watcher.future().takeResult();
        m_watcher.setFuture(QFuture<T>()); // one whose result was taken counts as never finished: stop() would hang
        done(std::move(result));
    }

    QFutureWatcher<T> m_watcher;
    Done m_done;
    std::function<void(double)> m_told;
    std::shared_ptr<QSemaphore> m_ended;
    bool m_isBusy = false;
};

} // namespace ochain
