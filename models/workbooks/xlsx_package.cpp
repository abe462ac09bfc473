// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/xlsx_package.h"

#include <array>
#include <utility>

#include <zip.h>

namespace ochain {

namespace {

constexpr std::size_t kMaxXlsxEntries = 20'000;
constexpr std::size_t kMaxSmallPart = 20'000'000;

struct CloseEntry {
    void operator()(zip_file_t* entry) const noexcept { zip_fclose(entry); }
};

Sentence damaged()
{
    return {QT_TRANSLATE_NOOP("Sentence", "the file is damaged or was not copied whole; copy it again, or save it as "
                                          ".xlsx again in a spreadsheet program"),
            {}};
}

/// What a file is that is no package at all.
Sentence noPackage(std::string_view bytes)
{
    constexpr std::string_view kOldOrProtected = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if (bytes.starts_with(kOldOrProtected))
        return {QT_TRANSLATE_NOOP("Sentence", "it is a workbook of the old form .xls, or one with a password; save it "
                                              "as .xlsx without a password"),
                {}};
    return {QT_TRANSLATE_NOOP("Sentence", "it is not a workbook in the form .xlsx; save it as .xlsx in a spreadsheet "
                                          "program"),
            {}};
}

/// How many entries a package has at most, before memory is taken for them.
std::size_t entriesIn(std::string_view bytes) noexcept
{
    constexpr std::string_view kEntry = "PK\x01\x02";
    std::size_t count = 0;
    for (std::size_t at = bytes.find(kEntry); at != std::string_view::npos && count <= kMaxXlsxEntries;
         at = bytes.find(kEntry, at + kEntry.size()))
        ++count;
    return count;
}

} // namespace

void XlsxPackage::Close::operator()(zip* archive) const noexcept
{
    zip_discard(archive);
}

tl::expected<XlsxPackage, Sentence> XlsxPackage::open(std::string bytes)
{
    if (!bytes.starts_with("PK"))
        return tl::unexpected(noPackage(bytes));
    if (entriesIn(bytes) > kMaxXlsxEntries)
        return tl::unexpected(Sentence{
            QT_TRANSLATE_NOOP("Sentence", "it has more than {0} parts, the most that are read; save it as .xlsx again "
                                          "in a spreadsheet program"),
            {std::to_string(kMaxXlsxEntries)}});
    XlsxPackage package;
    package.m_bytes = std::make_unique<const std::string>(std::move(bytes));
    zip_source_t* source = zip_source_buffer_create(package.m_bytes->data(), package.m_bytes->size(), 0, nullptr);
    if (source == nullptr)
        return tl::unexpected(damaged());
    package.m_archive.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!package.m_archive) {
        zip_source_free(source);
        return tl::unexpected(damaged());
    }
    if (std::optional<Sentence> other = package.whatElseItIs())
        return tl::unexpected(std::move(*other));
    return package;
}

/// What a package is that is none of a workbook in this form.
std::optional<Sentence> XlsxPackage::whatElseItIs() const
{
    if (has("content.xml") && has("mimetype"))
        return Sentence{QT_TRANSLATE_NOOP("Sentence", "it is an OpenDocument file (.ods); save it as .xlsx"), {}};
    if (has("xl/workbook.bin"))
        return Sentence{QT_TRANSLATE_NOOP("Sentence", "it is a binary workbook (.xlsb); save it as .xlsx"), {}};
    if (has("Index/Document.iwa") || has("Index.zip"))
        return Sentence{QT_TRANSLATE_NOOP("Sentence", "it is a document of Numbers; export it as .xlsx"), {}};
    return std::nullopt;
}

bool XlsxPackage::has(const std::string& part) const
{
    return zip_name_locate(m_archive.get(), part.c_str(), 0) >= 0;
}

std::size_t XlsxPackage::statedSize(const std::string& part) const
{
    zip_stat_t found{};
    const bool isKnown = zip_stat(m_archive.get(), part.c_str(), 0, &found) == 0 && (found.valid & ZIP_STAT_SIZE) != 0;
    return isKnown ? static_cast<std::size_t>(found.size) : 0;
}

std::optional<Sentence> XlsxPackage::read(const std::string& part,
                                          const std::function<bool(std::string_view)>& take) const
{
    zip_stat_t found{};
    if (zip_stat(m_archive.get(), part.c_str(), 0, &found) != 0)
        return damaged();
    if ((found.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && found.encryption_method != ZIP_EM_NONE)
        return Sentence{QT_TRANSLATE_NOOP("Sentence", "it is protected by a password; save it without one"), {}};
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen(m_archive.get(), part.c_str(), 0));
    if (!entry)
        return damaged();
    std::array<char, std::size_t{1} << 16U> block{};
    std::size_t unpacked = 0;
    for (;;) {
        const zip_int64_t size = zip_fread(entry.get(), block.data(), block.size());
        if (size < 0)
            return damaged();
        if (size == 0)
            return std::nullopt;
        unpacked += static_cast<std::size_t>(size);
        if (unpacked > kMaxXlsxPart)
            return Sentence{QT_TRANSLATE_NOOP("Sentence",
                                              "unpacked it has more than {0} bytes, the most that are read; split it "
                                              "into several files, or save it as CSV"),
                            {std::to_string(kMaxXlsxPart)}};
        if (!take({block.data(), static_cast<std::size_t>(size)}))
            return std::nullopt;
    }
}

tl::expected<std::string, Sentence> XlsxPackage::whole(const std::string& part) const
{
    std::string text;
    std::optional<Sentence> fault = read(part, [&text](std::string_view block) {
        text.append(block);
        return text.size() <= kMaxSmallPart;
    });
    if (!fault && text.size() > kMaxSmallPart)
        fault = damaged();
    if (fault)
        return tl::unexpected(std::move(*fault));
    return text;
}

} // namespace ochain
