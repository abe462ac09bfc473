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
/// chain goes. A copy shares all blocks and adds to one of its own: only the pool that made a block adds to it. Reading
/// texts of a copy is safe while another adds.
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
        bool ownsLast = true;
    };
    [[nodiscard]] Mark mark() const noexcept { return {m_blocks.size(), m_used, m_ownsLast}; }
    void rewind(Mark mark)
    {
        if (m_blocks.size() == mark.blocks && m_used == mark.used)
            return;
        m_blocks.resize(mark.blocks);
        m_used = mark.used;
        m_ownsLast = mark.ownsLast;
    }

private:
    [[nodiscard]] static std::shared_ptr<char[]> newBlock();

    static constexpr std::uint32_t kBlockBits = 20;
    std::vector<std::shared_ptr<char[]>> m_blocks;
    std::uint32_t m_used = 0; ///< bytes of the last block
    bool m_ownsLast = true;   ///< which a copy does not: others may be adding to it
};

} // namespace ochain
