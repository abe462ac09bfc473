// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/picture_fonts.h"

#include <QGlyphRun>
#include <QTextLayout>

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace ochain {

namespace {

using Blob = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;
using Face = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, decltype(&hb_subset_input_destroy)>;

bool isSeen(char32_t character)
{
    constexpr char32_t kFirstSelector = 0xFE00, kLastSelector = 0xFE0F;
    constexpr char32_t kFirstMoreSelector = 0xE0100, kLastMoreSelector = 0xE01EF;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return !(character >= kFirstSelector && character <= kLastSelector) &&
               !(character >= kFirstMoreSelector && character <= kLastMoreSelector);
    }
}

/// The font that a character is drawn with; none if it is drawn as a box.
std::optional<QRawFont> fontFor(char32_t character, const QFont& font)
{
    QTextLayout layout(QString::fromUcs4(&character, 1), font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    if (runs.isEmpty())
        return std::nullopt;
    const QList<quint32> glyphs = runs.front().glyphIndexes();
    return glyphs.isEmpty() || glyphs.front() == 0 ? std::nullopt : std::optional(runs.front().rawFont());
}

/// The characters of lines by weight, with a font of that weight.
std::map<int, std::pair<QFont, std::set<char32_t>>> charactersOf(const std::vector<WrittenText>& texts)
{
    std::map<int, std::pair<QFont, std::set<char32_t>>> byWeight;
    for (const WrittenText& line : texts) {
        auto& [font, characters] =
            byWeight.try_emplace(line.font.weight(), line.font, std::set<char32_t>()).first->second;
        const QList<uint> all = line.text.toUcs4();
        characters.insert(all.begin(), all.end());
    }
    return byWeight;
}

/// The tables of a font that were asked for. They stay until all is done: the library reads on in a table after it gave
/// it back.
class KeptTables {
public:
    explicit KeptTables(const QRawFont& font) : m_font(font) {}
    const QByteArray& table(hb_tag_t tag)
    {
        const auto [found, isNew] = m_tables.try_emplace(tag);
        if (isNew) {
            char name[5] = {};
            hb_tag_to_string(tag, name);
            found->second = m_font.fontTable(name);
        }
        return found->second;
    }

private:
    const QRawFont& m_font;
    std::map<hb_tag_t, QByteArray> m_tables;
};

hb_blob_t* tableOf(hb_face_t*, hb_tag_t tag, void* tables)
{
    const QByteArray& table = static_cast<KeptTables*>(tables)->table(tag);
    if (table.isEmpty())
        return hb_blob_get_empty();
    return hb_blob_create(table.constData(), static_cast<unsigned>(table.size()), HB_MEMORY_MODE_READONLY, nullptr,
                          nullptr);
}

/// Whether the maker of a font lets it be put into files.
bool mayBeEmbedded(const QRawFont& font)
{
    constexpr qsizetype kTypeAt = 8; // in the table OS/2
    constexpr int kUsage = 0x000F, kRestricted = 0x0002;
    const QByteArray table = font.fontTable("OS/2");
    return table.size() < kTypeAt + 2 || (table.at(kTypeAt + 1) & kUsage) != kRestricted;
}

} // namespace

std::vector<UsedFont> fontsOf(const std::vector<WrittenText>& texts)
{
    std::vector<UsedFont> used;
    for (const auto& [weight, entry] : charactersOf(texts)) {
        const std::size_t first = used.size();
        for (const char32_t character : entry.second) {
            const std::optional<QRawFont> font = fontFor(character, entry.first);
            if (!font)
                continue;
            auto found = std::find_if(used.begin() + static_cast<std::ptrdiff_t>(first), used.end(),
                                      [&](const UsedFont& each) { return each.font == *font; });
            if (found == used.end())
                found = used.insert(used.end(), {*font, weight, {}});
            found->characters.insert(character);
        }
    }
    return used;
}

std::vector<char32_t> missingIn(const std::vector<WrittenText>& texts)
{
    std::set<char32_t> missing;
    for (const auto& [weight, entry] : charactersOf(texts))
        for (const char32_t character : entry.second)
            if (isSeen(character) && !fontFor(character, entry.first))
                missing.insert(character);
    return {missing.begin(), missing.end()};
}

QByteArray subsetOf(const UsedFont& used)
{
    if (!mayBeEmbedded(used.font))
        return {};
    KeptTables tables(used.font);
    const Face face(hb_face_create_for_tables(tableOf, &tables, nullptr), hb_face_destroy);
    const SubsetInput input(hb_subset_input_create_or_fail(), hb_subset_input_destroy);
    if (!input)
        return {};
    for (const char32_t character : used.characters)
        hb_set_add(hb_subset_input_unicode_set(input.get()), character);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    const Face subset(hb_subset_or_fail(face.get(), input.get()), hb_face_destroy);
    if (!subset)
        return {};
    const Blob blob(hb_face_reference_blob(subset.get()), hb_blob_destroy);
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    return {data, static_cast<qsizetype>(size)};
}

} // namespace ochain
