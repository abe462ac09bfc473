// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_loader.h"

#include <QFileInfo>

#include <utility>

namespace ochain {

void DocumentLoader::start(const QString& path)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_work.start(
        [file = m_path.toStdString()](const Progress& progress) { return Document::openSession(file, progress); },
        [this](Opened session) { finish(std::move(session)); }, [this](double share) { emit progressed(share); });
}

void DocumentLoader::finish(Opened session)
{
    if (!session) {
        emit failed(session.error());
        return;
    }
    m_document = std::make_unique<Document>(std::move(*session));
    emit opened();
}

} // namespace ochain
