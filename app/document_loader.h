// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/long_work.h"

#include <QObject>
#include <QString>

#include <memory>

namespace ochain {

/// Opens chain files on another thread, so that the window answers while a large one loads. One at a time; starting
/// another, or letting the loader go, cancels the one under way.
class DocumentLoader final : public QObject {
    Q_OBJECT
public:
    explicit DocumentLoader(QObject* parent = nullptr) : QObject(parent) {}

    void start(const QString& path);
    /// Neither opened() nor failed() comes any more.
    void cancel() { m_work.cancel(); }
    [[nodiscard]] bool isBusy() const noexcept { return m_work.isBusy(); }
    /// Of the file that was asked for last, absolute.
    [[nodiscard]] const QString& path() const noexcept { return m_path; }

signals:
    /// Now and then while loading.
    void progressed(double share);
    /// Take the document with takeDocument().
    void opened();
    void failed(const ochain::Error& error);

public:
    /// The document opened last; the caller's from then on.
    [[nodiscard]] std::unique_ptr<Document> takeDocument() { return std::move(m_document); }

private:
    using Opened = Result<std::unique_ptr<Session>>;
    void finish(Opened session);

    QString m_path;
    LongWork<Opened> m_work;
    std::unique_ptr<Document> m_document;
};

} // namespace ochain
