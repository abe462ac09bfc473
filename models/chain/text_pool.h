// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace ochain {

/// A text in a TextPool; the default is the empty text.
struct Text {
    std::uint32_t at = 0;
    bool operator==(const Text&) const noexcept = default;
};

inline constexpr std::size_t kMaxTextBytes = 100'000; ///< longer texts are refused by validation

/// Keeps the texts of a chain in few large blocks. Texts never move and never change; what is replaced stays until the
/// chain goes. Not thread-safe while texts are added.
class TextPool {
public:
    TextPool();
    TextPool(const TextPool& other);
    TextPool& operator=(const TextPool& other);
    TextPool(TextPool&&) noexcept = default;
    TextPool& operator=(TextPool&&) noexcept = default;
    ~TextPool() = default;

    /// @param text at most kMaxTextBytes long; longer ones are cut there
    [[nodiscard]] Text add(std::string_view text);
    [[nodiscard]] std::string_view view(Text text) const noexcept;

    /// Where the next text goes; texts added after a mark are forgotten by rewinding to it.
    struct Mark {
        std::size_t blocks = 0;
        std::uint32_t used = 0;
    };
    [[nodiscard]] Mark mark() const noexcept { return {m_blocks.size(), m_used}; }
    void rewind(Mark mark)
    {
        m_blocks.resize(mark.blocks);
        m_used = mark.used;
    }

private:
    static constexpr std::uint32_t kBlockBits = 20;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::uint32_t m_used = 0; ///< bytes of the last block
};

} // namespace ochain
