// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/long_work.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

namespace ochain {

/// Work that reads a document on another thread while the window goes on. It stops before the document is touched and
/// is done anew after that, until it has come to its end once.
template <class T>
class BesideWork final {
public:
    /// Gives nothing as soon as its Progress is false.
    using Work = std::function<std::optional<T>(const Progress&)>;
    using Done = std::function<void(T)>;

    /// @param document  must outlive the work
    explicit BesideWork(const Document& document)
    {
        m_again.setSingleShot(true);
        QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] { run(); });
        const auto hold = [this] {
            m_isHeld = true;
            m_work.stop();
        };
        const auto goOn = [this] {
            m_isHeld = false;
            if (m_wanted)
                m_again.start(0);
        };
        QObject::connect(&document, &Document::aboutToTouch, &m_again, hold, Qt::DirectConnection);
        QObject::connect(&document, &Document::touched, &m_again, goOn, Qt::DirectConnection);
    }

    /// In place of what is under way.
    /// @param done  called with what the work gave; not where memory was wanting
    void start(Work work, Done done)
    {
        cancel();
        m_wanted = std::pair(std::move(work), std::move(done));
        run();
    }
    void cancel()
    {
        m_work.stop();
        m_wanted.reset();
    }
    [[nodiscard]] bool isWanted() const noexcept { return m_wanted.has_value(); }

private:
    void run()
    {
        if (!m_wanted || m_isHeld || m_work.isBusy())
            return;
        const auto work = [work = m_wanted->first](const Progress& progress) -> std::optional<T> {
            try {
                return work(progress);
            } catch (const std::bad_alloc&) {
                return std::nullopt;
            }
        };
        m_work.start(work, [this](std::optional<T> result) {
            const Done done = std::move(m_wanted->second);
            m_wanted.reset();
            if (result)
                done(std::move(*result));
        });
    }

    std::optional<std::pair<Work, Done>> m_wanted;
    bool m_isHeld = false; ///< the document is being touched
    QTimer m_again;        ///< goes on with what a touch stopped
    LongWork<std::optional<T>> m_work;
};

} // namespace ochain
