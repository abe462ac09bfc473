// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/descriptor.h"

#include <cerrno>
#include <cstddef>

namespace ochain {

int Descriptor::write(std::string_view text) const noexcept
{
    while (!text.empty()) {
        const ssize_t written = ::write(m_number, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

} // namespace ochain
