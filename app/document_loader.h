// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <thread>

namespace ochain {

/// Opens chain files on a thread of its own, so that the window answers while a large one loads. One at a time;
/// starting another, or letting the loader go, cancels the one under way.
class DocumentLoader final : public QObject {
    Q_OBJECT
public:
    explicit DocumentLoader(QObject* parent = nullptr);
    ~DocumentLoader() override;

    void start(const QString& path);
    void cancel();
    [[nodiscard]] bool isBusy() const noexcept { return m_thread.joinable(); }
    [[nodiscard]] const QString& path() const noexcept { return m_path; }

signals:
    /// On the GUI thread, now and then while loading.
    void progressed(double share);
    /// On the GUI thread. The document lives there; take it with takeDocument().
    void opened();
    void failed(const ochain::Error& error);

public:
    /// The document opened last; the caller's from then on.
    [[nodiscard]] std::unique_ptr<Document> takeDocument();

private:
    struct Outcome;
    void run(const std::string& path, int number);
    void finish(int number);

    QString m_path;
    std::thread m_thread;
    std::atomic<bool> m_isCancelled = false;
    std::unique_ptr<Outcome> m_outcome; ///< written by the thread, read when it has ended
    std::unique_ptr<Document> m_document;
    int m_number = 0; ///< of the load under way: results of earlier ones are dropped
};

} // namespace ochain
