// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ochain {

// A command that is told to end (SIGINT, SIGTERM, SIGHUP) ends where nothing is half done: long work asks now and then
// and gives up, the file is closed properly, and then the program ends by that signal, as its caller expects. A second
// signal ends it at once.

/// From here on the signals are noted. One that is ignored (nohup) stays ignored.
void watchForInterruption() noexcept;
[[nodiscard]] bool isInterrupted() noexcept;
/// For long work, as its Progress: false once there was a signal.
[[nodiscard]] inline bool goesOn(double) noexcept
{
    return !isInterrupted();
}
/// Ends the program by the signal that was noted; does nothing if there was none.
void endByInterruption() noexcept;

} // namespace ochain
