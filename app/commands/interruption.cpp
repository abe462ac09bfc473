// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/interruption.h"

#include "commands/run_command.h"
#include "files/unfinished.h"

#include <array>
#include <atomic>
#include <csignal>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

namespace ochain {

namespace {

constexpr long kPatienceNs = 500'000'000; ///< for work to end by itself; giving back much memory takes a while too
constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};

std::atomic<int> noted = 0;
std::atomic<bool> isNoted = false;
std::atomic<std::int64_t> lastCommitted = 0;

/// The signals that end this program: those that are not ignored.
sigset_t endingSignals() noexcept
{
    sigset_t signalSet;
    sigemptyset(&signalSet);
    for (const int number : kSignals) {
        struct sigaction now {};
        if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&signalSet, number);
    }
    return signalSet;
}

void endBy(int number) noexcept
{
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    std::signal(number, SIG_DFL);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    std::raise(number);
}

void say(std::string_view sentence) noexcept
{
    // Not by stdio, whose locks the work under way may hold.
    static_cast<void>(!::write(STDERR_FILENO, sentence.data(), sentence.size()));
}

/// Ends the program while its work goes on.
void endAnyway(int number)
{
    removeUnfinished();
    if (const std::int64_t seq = lastCommitted; seq != 0) {
        say(fmt::format("ochain: edit {} was made before the program was told to end\n", seq));
        ::_exit(kDone);
    }
    say("ochain: interrupted; each file holds all of a change or nothing of it\n");
    endBy(number);
}

void watch(sigset_t signalSet)
{
    int number = 0;
    if (::sigwait(&signalSet, &number) != 0)
        return;
    noted = number;
    isNoted = true;
    const timespec patience{0, kPatienceNs};
    ::sigtimedwait(&signalSet, nullptr, &patience); // until there is a second signal
    endAnyway(number);
}

} // namespace

void watchForInterruption()
{
    const sigset_t signalSet = endingSignals();
    ::pthread_sigmask(SIG_BLOCK, &signalSet, nullptr); // here and in the threads to come
    std::thread(watch, signalSet).detach();
}

bool isInterrupted() noexcept
{
    return isNoted.load(std::memory_order_relaxed);
}

const std::atomic<bool>& interruption() noexcept
{
    return isNoted;
}

void noteCommitted(std::int64_t seq) noexcept
{
    lastCommitted = seq;
}

std::int64_t committedSeq() noexcept
{
    return lastCommitted;
}

void endByInterruption() noexcept
{
    if (const int number = noted; number != 0)
        endBy(number);
    const sigset_t signalSet = endingSignals();
    ::pthread_sigmask(SIG_UNBLOCK, &signalSet, nullptr);
}

} // namespace ochain
