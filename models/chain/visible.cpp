// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/visible.h"

#include "chain/text_form.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <vector>

#include <fmt/format.h>

namespace ochain {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Sources: Unicode 15, Default_Ignorable_Code_Point, Bidi_Control and the controls; and what is a blank of full width
/// in disguise (U+2800).
constexpr std::array kHidden{
    Range{0x00, 0x08},       Range{0x0B, 0x1F},     Range{0x7F, 0x9F},       Range{0xAD, 0xAD},
    Range{0x34F, 0x34F},     Range{0x61C, 0x61C},   Range{0x115F, 0x1160},   Range{0x17B4, 0x17B5},
    Range{0x180B, 0x180F},   Range{0x200B, 0x200F}, Range{0x2028, 0x202E},   Range{0x2060, 0x206F},
    Range{0x2800, 0x2800},   Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},
    Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFFB}, Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A},
    Range{0xE0000, 0xE0FFF},
};

/// What emoji are made of, and the symbols that a variation selector turns into one.
constexpr std::array kPictures{
    Range{0xA9, 0xA9},       Range{0xAE, 0xAE},     Range{0x203C, 0x203C}, Range{0x2049, 0x2049},
    Range{0x2122, 0x2122},   Range{0x2139, 0x2139}, Range{0x2190, 0x21FF}, Range{0x2300, 0x23FF},
    Range{0x24C2, 0x24C2},   Range{0x25A0, 0x27BF}, Range{0x2900, 0x297F}, Range{0x2B00, 0x2BFF},
    Range{0x3030, 0x3030},   Range{0x303D, 0x303D}, Range{0x3297, 0x3299}, Range{0x1F000, 0x1F3FA},
    Range{0x1F400, 0x1FAFF},
};

/// Scripts written with joiners between their letters: Arabic and its kin, those of India, Tibet, Burma, Cambodia and
/// Mongolia.
constexpr std::array kJoining{
    Range{0x620, 0x8FF},   Range{0x900, 0xDFF},   Range{0xF00, 0xFFF},     Range{0x1000, 0x109F},
    Range{0x1780, 0x17FF}, Range{0x1800, 0x18AF}, Range{0x11000, 0x1247F},
};

constexpr std::array kHan{Range{0x3400, 0x4DBF}, Range{0x4E00, 0x9FFF}, Range{0xF900, 0xFAFF}, Range{0x20000, 0x3FFFF}};

/// Signs after which a joiner says how the letter before is drawn, also at the end of a word.
constexpr std::array kViramas{0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD4D, 0xDCA};

/// England, Scotland and Wales: a black flag, then tags that name them.
constexpr std::array<std::u32string_view, 3> kFlags{U"gbeng", U"gbsct", U"gbwls"};
constexpr char32_t kBlackFlag = 0x1F3F4;
constexpr char32_t kTag = 0xE0000; ///< and the ASCII letter that it is of
constexpr char32_t kEndOfTags = 0xE007F;

constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kTextStyle = 0xFE0E;
constexpr char32_t kPictureStyle = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;

template <std::size_t N>
bool isIn(const std::array<Range, N>& ranges, char32_t c) noexcept
{
    return std::any_of(ranges.begin(), ranges.end(), [c](Range each) { return each.first <= c && c <= each.last; });
}

bool isHidden(char32_t c) noexcept
{
    return (c < 0x20 || c >= 0x7F) && isIn(kHidden, c);
}

/// Whether a byte can begin a hidden character; most texts have none such.
bool mayHide(char byte) noexcept
{
    const auto b = static_cast<unsigned char>(byte);
    if (b < 0x80)
        return b < 0x20 || b == 0x7F;
    return b == 0xC2 || b == 0xCD || b == 0xD8 || (b >= 0xE1 && b <= 0xE3) || b == 0xEF || b >= 0xF0;
}

/// A character and where it stands in the text; of a byte that is no UTF-8 the replacement character.
struct Place {
    char32_t c;
    std::size_t at;
    std::size_t length;
};

char32_t decoded(std::string_view text, std::size_t length) noexcept
{
    constexpr std::array<unsigned, 5> kOfLead{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t c = static_cast<unsigned char>(text[0]) & kOfLead[length];
    for (std::size_t i = 1; i < length; ++i)
        c = (c << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return c;
}

std::vector<Place> placesOf(std::string_view text)
{
    std::vector<Place> places;
    places.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const std::size_t length = rest.front() == '\0' ? 1 : utf8Length(rest);
        places.push_back({length == 0 ? U'�' : decoded(rest, length), at, std::max<std::size_t>(length, 1)});
        at += places.back().length;
    }
    return places;
}

/// Tells the characters that belong to how a script or an emoji is written from those that only hide.
class Writing {
public:
    explicit Writing(const std::vector<Place>& places) : m_places(places) {}

    [[nodiscard]] bool needs(std::size_t i) const
    {
        const char32_t c = m_places[i].c;
        if (c == kJoiner || c == kNonJoiner)
            return joinsLetters(i) || (c == kJoiner && joinsPictures(i));
        if (c == kTextStyle || c == kPictureStyle)
            return isIn(kPictures, before(i)) || (after(i) == kKeycap && isKey(before(i)));
        if ((c >= 0xFE00 && c <= 0xFE02) || (c >= 0xE0100 && c <= 0xE01EF))
            return isIn(kHan, before(i));
        if (c >= 0x180B && c <= 0x180F)
            return before(i) >= 0x1820 && before(i) <= 0x18AA;
        return c >= kTag && c <= kEndOfTags && isInFlag(i);
    }

private:
    [[nodiscard]] char32_t before(std::size_t i) const { return i == 0 ? 0 : m_places[i - 1].c; }
    [[nodiscard]] char32_t after(std::size_t i) const { return i + 1 < m_places.size() ? m_places[i + 1].c : 0; }
    [[nodiscard]] static bool isKey(char32_t c) { return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*'; }
    [[nodiscard]] static bool isLetter(char32_t c) { return isIn(kJoining, c) && !isHidden(c); }
    [[nodiscard]] bool joinsLetters(std::size_t i) const
    {
        const bool isAfterVirama = std::find(kViramas.begin(), kViramas.end(), before(i)) != kViramas.end();
        return isLetter(before(i)) && (isAfterVirama || isLetter(after(i)));
    }
    [[nodiscard]] bool joinsPictures(std::size_t i) const
    {
        std::size_t base = i;
        const auto isStyle = [](char32_t c) { return c == kPictureStyle || (c >= 0x1F3FB && c <= 0x1F3FF); };
        while (base > 0 && isStyle(m_places[base - 1].c))
            --base;
        return isIn(kPictures, before(base)) && isIn(kPictures, after(i));
    }
    /// Whether the tags around this one are one of the flags there are.
    [[nodiscard]] bool isInFlag(std::size_t i) const
    {
        const auto isTag = [this](std::size_t at) {
            return at < m_places.size() && m_places[at].c >= kTag && m_places[at].c <= kEndOfTags;
        };
        std::size_t first = i;
        while (first > 0 && isTag(first - 1))
            --first;
        std::u32string name;
        for (std::size_t at = first; isTag(at) && name.size() <= 6; ++at)
            name += m_places[at].c == kEndOfTags ? U'.' : m_places[at].c - kTag;
        const bool isEnded = !name.empty() && name.back() == U'.';
        if (before(first) != kBlackFlag || !isEnded)
            return false;
        name.pop_back();
        return std::find(kFlags.begin(), kFlags.end(), name) != kFlags.end();
    }

    const std::vector<Place>& m_places;
};

} // namespace

std::string visible(std::string_view text)
{
    if (std::none_of(text.begin(), text.end(), mayHide))
        return std::string(text);
    const std::vector<Place> places = placesOf(text);
    const Writing writing(places);
    std::string all;
    all.reserve(text.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        if (isHidden(places[i].c) && !writing.needs(i))
            fmt::format_to(std::back_inserter(all), "⟨U+{:04X}⟩", static_cast<std::uint32_t>(places[i].c));
        else
            all.append(text.substr(places[i].at, places[i].length));
    return all;
}

} // namespace ochain
