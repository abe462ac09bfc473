// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/long_work.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

namespace ochain {

/// Work on a snapshot of what a document shows, on a thread that gives way to others, while the window goes on. When
/// the document has changed it is done anew, until it has come to its end once: what comes back is of the document as
/// it is.
template <class T>
class BesideWork final {
public:
    /// Gives nothing as soon as its Progress is false. It may go on for a moment after it was given up, so it owns all
    /// else that it reads.
    using Work = std::function<std::optional<T>(const Snapshot&, const Progress&)>;
    using Done = std::function<void(T)>;

    /// What the work gets a snapshot of.
    enum class Of : std::uint8_t { Viewed, Base };

    /// @param document  must outlive the work
    explicit BesideWork(const Document& document, Of of = Of::Viewed) : m_document(document), m_of(of)
    {
        m_again.setSingleShot(true);
        QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] { run(); });
        const auto again = [this] {
            m_work.cancel();
            if (m_wanted)
                m_again.start(0); // when all have followed the change
        };
        QObject::connect(&document, &Document::changed, &m_again, again);
        QObject::connect(&document, &Document::viewedChanged, &m_again, again);
        QObject::connect(&document, &Document::lensChanged, &m_again, again);
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
        m_work.cancel();
        m_wanted.reset();
    }
    [[nodiscard]] bool isWanted() const noexcept { return m_wanted.has_value(); }

private:
    void run()
    {
        if (!m_wanted || m_work.isBusy())
            return;
        const auto work = [work = m_wanted->first,
                           snapshot = m_of == Of::Base ? m_document.snapshot() : m_document.viewedSnapshot()](
                              const Progress& progress) -> std::optional<T> {
            giveWay();
            try {
                return work(*snapshot, progress);
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

    const Document& m_document;
    Of m_of;
    std::optional<std::pair<Work, Done>> m_wanted;
    QTimer m_again; ///< begins anew after a change
    LongWork<std::optional<T>> m_work{besideThreads()};
};

} // namespace ochain
