// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstdint>

namespace ochain {

// A command that is told to end (SIGINT, SIGTERM, SIGHUP) ends within a second where nothing is half done. Long work
// asks now and then and gives up, the file is closed properly, and then the program ends by that signal, as its caller
// expects. Work that does not ask, or waits for a disk, is ended after a moment: a file holds all of a change or
// nothing of it at any time, and what is not in its place yet is removed. A second signal ends the program at once.

/// From here on the signals are waited for by a thread of their own, so it comes before any other thread is started.
/// One that is ignored (nohup) stays ignored.
void watchForInterruption();
[[nodiscard]] bool isInterrupted() noexcept;
/// The same, for work that looks at a flag.
[[nodiscard]] const std::atomic<bool>& interruption() noexcept;
/// For long work, as its Progress: false once there was a signal.
[[nodiscard]] inline bool goesOn(double) noexcept
{
    return !isInterrupted();
}
/// Tells that the edit which the command is for stands in the file: a signal is too late by now.
void noteCommitted(std::int64_t seq) noexcept;
/// Its number; 0 if there is none.
[[nodiscard]] std::int64_t committedSeq() noexcept;
/// Ends the program by the signal that was noted or is on its way; does nothing if there was none.
void endByInterruption() noexcept;

} // namespace ochain
