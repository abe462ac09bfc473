// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <mutex>

namespace ochain {

// A program that ends in the middle of its work leaves nothing beside the files: what is written but not in its place
// yet is noted here, and removed by whoever ends the program.

/// Notes a file that this process made beside another and will put in that one's place, or remove. Never forgotten: its
/// name is used once.
void noteUnfinished(const std::filesystem::path& part);

/// While it lives files change places, several of them as one: the program does not end in between.
class Placing {
public:
    Placing();

private:
    std::unique_lock<std::timed_mutex> m_lock;
};

/// Removes what was noted, once no files change places; from then on none do any more. For a program that ends.
void removeUnfinished() noexcept;

} // namespace ochain
