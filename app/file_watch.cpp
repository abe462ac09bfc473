// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "file_watch.h"

#include "busy_work.h"

#include <QTimer>

#include <utility>

namespace ochain {

FileWatch::FileWatch(const BusyWork& work, QObject* parent) : QObject(parent), m_work(work)
{
    constexpr int kEveryMs = 1000;
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &FileWatch::look);
    timer->start(kEveryMs);
}

void FileWatch::setDocument(Document* document)
{
    m_document = document;
    m_hasFailed = false;
    connect(document, &Document::failed, this, [this] { m_hasFailed = true; });
}

void FileWatch::look()
{
    if (!m_document || m_work.isBusy())
        return;
    const bool hadFailed = std::exchange(m_hasFailed, false);
    const int edits = m_document->catchUp();
    if (hadFailed && !m_hasFailed)
        emit readableAgain();
    if (edits > 0)
        emit othersCameIn(edits);
}

} // namespace ochain
