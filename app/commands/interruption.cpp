// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/interruption.h"

#include <csignal>
#include <initializer_list>

namespace ochain {

namespace {

volatile std::sig_atomic_t noted = 0; // a signal handler may touch nothing else

void note(int number)
{
    noted = number;
}

} // namespace

void watchForInterruption() noexcept
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        struct sigaction action {};
        action.sa_handler = note;
        action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
            ::sigaction(number, &action, nullptr);
    }
}

bool isInterrupted() noexcept
{
    return noted != 0;
}

void endByInterruption() noexcept
{
    if (noted == 0)
        return;
    std::signal(noted, SIG_DFL);
    std::raise(noted);
}

} // namespace ochain
