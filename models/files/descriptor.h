// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace ochain {

/// A file descriptor that is closed at the end of the scope.
class Descriptor {
public:
    Descriptor() = default;
    Descriptor(const std::filesystem::path& file, int flags) : m_number(::open(file.c_str(), flags | O_CLOEXEC, 0666))
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] bool isOpen() const noexcept { return m_number >= 0; }
    [[nodiscard]] int number() const noexcept { return m_number; }
    /// Writes a text at the end. @return errno of what failed, or 0
    [[nodiscard]] int write(std::string_view text) const noexcept;

private:
    int m_number = -1;
};

} // namespace ochain
