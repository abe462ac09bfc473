// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "chain/progress.h"
#include "files/file_failures.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QRunnable>
#include <QSemaphore>
#include <QThreadPool>

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>

namespace ochain {

/// Between the threads of all work: what one has done before it gives, another sees after it takes. Qt sees to that as
/// well, but inside a library that the thread sanitizer cannot look into.
class LongWorkHandover {
public:
    static void give() noexcept { s_count.fetch_add(1, std::memory_order_acq_rel); }
    static void take() noexcept { static_cast<void>(s_count.load(std::memory_order_acquire)); }

private:
    inline static std::atomic<unsigned> s_count = 0;
};

/// Threads enough for all work there may be at once: what has to wait until another work is over could not be stopped
/// without that one.
[[nodiscard]] QThreadPool& workThreads();
/// Threads for what nobody waits for: they take what the others leave of the processors.
[[nodiscard]] QThreadPool& besideThreads();
/// To be called by work on one of those.
void giveWay() noexcept;

/// Work that takes a while, on another thread; its result comes back on the thread of this object, from its event loop.
/// One at a time: what is started takes the place of what was under way. T need not be copied.
template <class T>
class LongWork final {
public:
    /// Asks its Progress now and then, and gives up soon when that is false; what it then returns is dropped.
    using Work = std::function<T(const Progress&)>;
    using Done = std::function<void(T)>;

    explicit LongWork(QThreadPool& threads = workThreads()) : m_threads(threads)
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
        m_outcome = std::make_shared<Outcome>();
        auto task = std::make_unique<Task>(std::move(work), m_outcome);
        m_watcher.setFuture(task->begin());
        LongWorkHandover::give();
        m_threads.start(task.release()); // which deletes it
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
        LongWorkHandover::take();
    }
    /// Waits for the work without letting anything else happen. @return it has ended, and `done` has been called
    bool wait(int milliseconds)
    {
        if (!m_isBusy || !m_outcome->ended.tryAcquire(1, milliseconds))
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

    /// What work leads to. Not kept by Qt's future, whose library hands it over where nobody can look.
    struct Outcome {
        QSemaphore ended;
        std::optional<T> result;
        std::exception_ptr failure;
    };

    /// What the other thread does. QtConcurrent::run() would do as well, but reads what it was given before it can take
    /// it over.
    class Task final : public QRunnable {
    public:
        Task(Work work, std::shared_ptr<Outcome> outcome) : m_work(std::move(work)), m_outcome(std::move(outcome)) {}

        [[nodiscard]] QFuture<void> begin()
        {
            m_promise.start();
            m_promise.setProgressRange(0, kWhole);
            return m_promise.future();
        }
        void run() override
        {
            LongWorkHandover::take();
            if (!m_promise.isCanceled())
                work();
            m_work = nullptr; // with all that it holds
            LongWorkHandover::give();
            m_outcome->ended.release();
            m_promise.finish();
        }

    private:
        void work()
        {
            try {
                m_outcome->result.emplace(resultOf(m_work, [this](double share) {
                    m_promise.setProgressValue(static_cast<int>(share * kWhole));
                    return !m_promise.isCanceled();
                }));
            } catch (...) {
                m_outcome->failure = std::current_exception(); // for who takes the result
            }
        }

        Work m_work;
        std::shared_ptr<Outcome> m_outcome;
        QPromise<void> m_promise;
    };

    void finish()
    {
        if (!std::exchange(m_isBusy, false))
            return; // cancelled, or waited for
        LongWorkHandover::take();
        const Done done = std::move(m_done);
        const std::shared_ptr<Outcome> outcome = std::exchange(m_outcome, nullptr);
        if (outcome->failure)
            std::rethrow_exception(outcome->failure);
        done(std::move(*outcome->result));
    }

    QThreadPool& m_threads;
    QFutureWatcher<void> m_watcher;
    Done m_done;
    std::function<void(double)> m_told;
    std::shared_ptr<Outcome> m_outcome;
    bool m_isBusy = false;
};

} // namespace ochain
