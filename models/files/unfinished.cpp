// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/unfinished.h"

#include <chrono>
#include <vector>

#include <unistd.h>

namespace ochain {

namespace {

constexpr std::chrono::seconds kLongestPlacing{5}; ///< a disk that takes longer may never answer

struct Unfinished {
    std::mutex mutex;
    std::vector<std::filesystem::path> parts;
    std::timed_mutex placing;
};

/// Made once and never destroyed: the program may end from any thread.
Unfinished& unfinished()
{
    static auto* const all = new Unfinished;
    return *all;
}

} // namespace

void noteUnfinished(const std::filesystem::path& part)
{
    const std::lock_guard lock(unfinished().mutex);
    unfinished().parts.push_back(part);
}

Placing::Placing() : m_lock(unfinished().placing)
{}

void removeUnfinished() noexcept
{
    Unfinished& all = unfinished();
    static_cast<void>(all.placing.try_lock_for(kLongestPlacing)); // and kept
    const std::lock_guard lock(all.mutex);
    for (const std::filesystem::path& part : all.parts)
        ::unlink(part.c_str());
}

} // namespace ochain
