// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_loader.h"

#include <QCoreApplication>
#include <QThread>

namespace ochain {

struct DocumentLoader::Outcome {
    std::unique_ptr<Document> document;
    std::optional<Error> error;
};

DocumentLoader::DocumentLoader(QObject* parent) : QObject(parent)
{}

DocumentLoader::~DocumentLoader()
{
    cancel();
}

void DocumentLoader::start(const QString& path)
{
    cancel();
    m_path = path;
    m_isCancelled = false;
    const int number = ++m_number;
    m_outcome = std::make_unique<Outcome>();
    m_thread = std::thread(&DocumentLoader::run, this, path.toStdString(), number);
}

void DocumentLoader::cancel()
{
    m_isCancelled = true;
    if (m_thread.joinable())
        m_thread.join();
    m_outcome.reset();
    ++m_number; // what the thread posted last is of no use any more
}

void DocumentLoader::run(const std::string& path, int number)
{
    double told = 0;
    const Progress progress = [this, &told](double share) {
        if (share - told >= 0.01) {
            told = share;
            emit progressed(share); // queued: the receivers live on the GUI thread
        }
        return !m_isCancelled;
    };
    Result<std::unique_ptr<Document>> opened = Document::open(path, progress);
    if (opened) {
        (*opened)->moveToThread(thread());
        m_outcome->document = std::move(*opened);
    } else {
        m_outcome->error = std::move(opened.error());
    }
    QMetaObject::invokeMethod(
        this, [this, number] { finish(number); }, Qt::QueuedConnection);
}

void DocumentLoader::finish(int number)
{
    if (number != m_number)
        return;
    m_thread.join();
    const std::unique_ptr<Outcome> outcome = std::move(m_outcome);
    if (outcome->document) {
        m_document = std::move(outcome->document);
        emit opened();
    } else {
        emit failed(*outcome->error);
    }
}

std::unique_ptr<Document> DocumentLoader::takeDocument()
{
    return std::move(m_document);
}

} // namespace ochain
