// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/long_work.h"

namespace ochain {

QThreadPool& workThreads()
{
    constexpr int kMostAtOnce = 32; // more than there ever is: the window has a few views and one order at a time
    static QThreadPool pool;
    static const bool isReady = (pool.setMaxThreadCount(kMostAtOnce), true);
    static_cast<void>(isReady);
    return pool;
}

} // namespace ochain
