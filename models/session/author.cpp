// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/author.h"

#include "chain/text_form.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace ochain {

std::string systemAuthor()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        const std::string_view full = entry.pw_gecos == nullptr ? std::string_view{} : entry.pw_gecos;
        const std::string_view name = full.substr(0, full.find(','));
        return shown(name.empty() ? std::string_view(entry.pw_name) : name);
    }
    const char* user = std::getenv("USER");
    return user == nullptr || *user == '\0' ? "unknown" : shown(user);
}

} // namespace ochain
