// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_reader.h"

#include "chain/text_form.h"

#include <algorithm>
#include <new>
#include <string>

#include <csv.h>

namespace ochain {

namespace {

/// libcsv with what it does not know: lines, and that a record ends somewhere.
class Splitter {
public:
    explicit Splitter(const std::function<bool(CsvRecord&)>& take) : m_take(take)
    {
        constexpr std::size_t kGrowth = std::size_t{1} << 16U; // of the buffer for a field; by itself it grows by 128
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_blk_size(&m_parser, kGrowth);
        // Blanks around a field belong to it, by RFC 4180.
        csv_set_space_func(&m_parser, [](unsigned char) { return 0; });
    }
    ~Splitter() { csv_free(&m_parser); }
    Splitter(const Splitter&) = delete;
    Splitter& operator=(const Splitter&) = delete;

    std::optional<CsvFault> line(std::string_view text)
    {
        ++m_line;
        m_record.readTo += text.size();
        constexpr int kBetweenRecords = 0;
        if (m_record.fields.empty() && m_parser.pstate == kBetweenRecords) {
            m_record.line = m_line;
            m_bytes = 0;
        }
        m_bytes += text.size();
        if (m_bytes > kMaxCsvRecord)
            return tooLong();
        if (csv_parse(&m_parser, text.data(), text.size(), &Splitter::onField, &Splitter::onRecord, this) !=
            text.size())
            return unparsed();
        if (m_longestField > kMaxCsvField)
            return CsvFault{
                m_line, Sentence{QT_TRANSLATE_NOOP("Sentence",
                                                   "a field has {0} bytes; {1} are the most that are read, shorten it"),
                                 {std::to_string(m_longestField), std::to_string(kMaxCsvField)}}};
        return std::nullopt;
    }
    std::optional<CsvFault> finish()
    {
        const std::size_t begun = m_record.line;
        if (csv_fini(&m_parser, &Splitter::onField, &Splitter::onRecord, this) == 0)
            return std::nullopt;
        return CsvFault{
            begun, Sentence{QT_TRANSLATE_NOOP("Sentence",
                                              "the record that begins here has a quotation mark that is never closed"),
                            {}}};
    }
    [[nodiscard]] bool goesOn() const noexcept { return m_goesOn; }

private:
    [[nodiscard]] CsvFault tooLong() const
    {
        return {
            m_record.line,
            Sentence{QT_TRANSLATE_NOOP("Sentence", "the record that begins here has more than {0} bytes, the most "
                                                   "that are read; is there a quotation mark that is never closed?"),
                     {std::to_string(kMaxCsvRecord)}}};
    }
    [[nodiscard]] CsvFault unparsed()
    {
        if (csv_error(&m_parser) != CSV_EPARSE)
            throw std::bad_alloc();
        return {
            m_line,
            Sentence{
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "a quotation mark stands inside a field; put the whole field in quotation marks and double those in it"),
                {}}};
    }
    static void onField(void* bytes, std::size_t size, void* self)
    {
        auto& splitter = *static_cast<Splitter*>(self);
        splitter.m_longestField = std::max(splitter.m_longestField, size);
        if (splitter.m_longestField <= kMaxCsvField)
            splitter.m_record.fields.emplace_back(size == 0 ? "" : static_cast<const char*>(bytes), size);
    }
    static void onRecord(int, void* self)
    {
        auto& splitter = *static_cast<Splitter*>(self);
        if (splitter.m_longestField <= kMaxCsvField && splitter.m_goesOn)
            splitter.m_goesOn = splitter.m_take(splitter.m_record);
        splitter.m_record.fields.clear();
    }

    const std::function<bool(CsvRecord&)>& m_take;
    csv_parser m_parser{};
    CsvRecord m_record;
    std::size_t m_line = 0;
    std::size_t m_bytes = 0;        ///< of the record so far
    std::size_t m_longestField = 0; ///< what is too long ends the reading with the line
    bool m_goesOn = true;
};

bool isUtf8(std::string_view text)
{
    return textFault(text, true) != TextFault::NotUtf8;
}

/// The first line of a text that is not empty, with its end: \n, \r\n or a lone \r, as old and foreign systems have it.
std::string_view firstLine(std::string_view text) noexcept
{
    const auto* end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    auto size = static_cast<std::size_t>(end - text.begin());
    if (size < text.size() && text[size] == '\r' && size + 1 < text.size() && text[size + 1] == '\n')
        ++size;
    return text.substr(0, std::min(size + 1, text.size()));
}

/// The line of the first byte that is not UTF-8.
std::optional<std::size_t> badLine(std::string_view text)
{
    if (isUtf8(text))
        return std::nullopt;
    std::size_t line = 1;
    for (std::string_view first = firstLine(text); isUtf8(first) && first.size() < text.size(); ++line) {
        text.remove_prefix(first.size());
        first = firstLine(text);
    }
    return line;
}

std::string_view withoutByteOrderMark(std::string_view text) noexcept
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    return text;
}

/// Whether a text is UTF-16: by its byte order mark, or because every other byte of its beginning is zero.
bool isUtf16(std::string_view text) noexcept
{
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return true;
    constexpr std::size_t kEnough = 8;
    const auto isEveryOtherZero = [&](std::size_t from) {
        for (std::size_t i = from; i < kEnough; i += 2)
            if (text[i] != '\0' || text[i ^ 1U] == '\0')
                return false;
        return true;
    };
    return text.size() >= kEnough && (isEveryOtherZero(0) || isEveryOtherZero(1));
}

} // namespace

std::string_view firstCsvLine(std::string_view text) noexcept
{
    const std::string_view line = firstLine(withoutByteOrderMark(text));
    return line.substr(0, line.find_first_of("\r\n"));
}

std::optional<CsvFault> readCsv(std::string_view text, const std::function<bool(CsvRecord&)>& take)
{
    text = withoutByteOrderMark(text);
    if (isUtf16(text))
        return CsvFault{1, Sentence{QT_TRANSLATE_NOOP(
                                        "Sentence", "the file is UTF-16, which spreadsheets call “Unicode text”; save "
                                                    "it as UTF-8 with commas (“CSV UTF-8”) and try again"),
                                    {}}};
    if (const std::optional<std::size_t> line = badLine(text))
        return CsvFault{
            *line,
            Sentence{QT_TRANSLATE_NOOP("Sentence", "the text is not UTF-8; save the file as UTF-8 and try again"), {}}};
    Splitter splitter(take);
    while (!text.empty() && splitter.goesOn()) {
        const std::string_view line =
            firstLine(text.substr(0, kMaxCsvRecord + 1)); // too long a one is not looked through
        if (std::optional<CsvFault> fault = splitter.line(line))
            return fault;
        text.remove_prefix(line.size());
    }
    return splitter.goesOn() ? splitter.finish() : std::nullopt;
}

} // namespace ochain
