// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/csv_reader.h"

#include "exchange/csv_encoding.h"
#include "exchange/csv_lines.h"

#include <algorithm>
#include <new>
#include <string>

#include <csv.h>

namespace ochain {

namespace {

/// libcsv with what it does not know: lines, and that a record ends somewhere.
class Splitter {
public:
    Splitter(char separator, const std::function<bool(CsvRecord&)>& take) : m_take(take)
    {
        constexpr std::size_t kGrowth = std::size_t{1} << 16U; // of the buffer for a field; by itself it grows by 128
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_blk_size(&m_parser, kGrowth);
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
        // Blanks around a field belong to it, by RFC 4180.
        csv_set_space_func(&m_parser, [](unsigned char) { return 0; });
    }
    ~Splitter() { csv_free(&m_parser); }
    Splitter(const Splitter&) = delete;
    Splitter& operator=(const Splitter&) = delete;

    /// A line that is not one of the table.
    void skipLine(std::string_view text)
    {
        ++m_line;
        m_record.readTo += text.size();
    }
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

} // namespace

std::string_view firstCsvLine(std::string_view text) noexcept
{
    const std::string_view line = firstLine(withoutByteOrderMark(text));
    return line.substr(0, line.find_first_of("\r\n"));
}

std::optional<CsvFault> readCsv(std::string_view text, const std::function<bool(CsvRecord&)>& take,
                                const std::function<CsvForm(std::string_view)>& formOf)
{
    std::string storage;
    const tl::expected<std::string_view, CsvFault> utf8 = csvAsUtf8(text, storage);
    if (!utf8)
        return utf8.error();
    text = *utf8;
    const CsvForm form = formOf ? formOf(text) : CsvForm{};
    Splitter splitter(form.separator, take);
    if (form.hasSeparatorLine) {
        splitter.skipLine(firstLine(text));
        text.remove_prefix(firstLine(text).size());
    }
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
