// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/long_work.h"

#include <sys/resource.h>

namespace ochain {

namespace {

constexpr int kMostAtOnce = 32; ///< more than there ever is: the window has a few views and one order at a time

struct Pool {
    Pool() { threads.setMaxThreadCount(kMostAtOnce); }
    QThreadPool threads;
};

} // namespace

QThreadPool& workThreads()
{
    static Pool pool;
    return pool.threads;
}

QThreadPool& besideThreads()
{
    static Pool pool;
    return pool.threads;
}

void giveWay() noexcept
{
#ifdef __linux__ // where a thread has a niceness of its own, and Qt's priorities are none
    constexpr int kNice = 10;
    static_cast<void>(setpriority(PRIO_PROCESS, 0, kNice));
#endif
}

} // namespace ochain
