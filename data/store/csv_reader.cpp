// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/csv_reader.h"

#include "chain/text_form.h"

#include <algorithm>

#include <csv.h>

namespace ochain {

namespace {

/// libcsv with what it does not know: lines.
class Splitter {
public:
    explicit Splitter(const std::function<void(CsvRecord&)>& take) : m_take(take)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        // Blanks around a field belong to it, by RFC 4180.
        csv_set_space_func(&m_parser, [](unsigned char) { return 0; });
    }
    ~Splitter() { csv_free(&m_parser); }
    Splitter(const Splitter&) = delete;
    Splitter& operator=(const Splitter&) = delete;

    std::optional<CsvFault> line(std::string_view text)
    {
        ++m_line;
        constexpr int kBetweenRecords = 0;
        if (m_record.fields.empty() && m_parser.pstate == kBetweenRecords)
            m_record.line = m_line;
        if (csv_parse(&m_parser, text.data(), text.size(), &Splitter::onField, &Splitter::onRecord, this) ==
            text.size())
            return std::nullopt;
        return CsvFault{
            m_line,
            csv_error(&m_parser) == CSV_EPARSE
                ? Sentence{QT_TRANSLATE_NOOP(
                               "Sentence",
                               "a quotation mark stands inside a field; put the whole field in quotation marks and double those in it"),
                           {}}
                : Sentence{
                      QT_TRANSLATE_NOOP("Sentence", "there is not enough memory; close other programs and try again"),
                      {}}};
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

private:
    static void onField(void* bytes, std::size_t size, void* self)
    {
        auto& splitter = *static_cast<Splitter*>(self);
        splitter.m_record.fields.emplace_back(size == 0 ? "" : static_cast<const char*>(bytes), size);
    }
    static void onRecord(int, void* self)
    {
        auto& splitter = *static_cast<Splitter*>(self);
        splitter.m_take(splitter.m_record);
        splitter.m_record.fields.clear();
    }

    const std::function<void(CsvRecord&)>& m_take;
    csv_parser m_parser{};
    CsvRecord m_record;
    std::size_t m_line = 0;
};

bool isUtf8(std::string_view text)
{
    return textFault(text, true) != TextFault::NotUtf8;
}

/// The line of the first byte that is not UTF-8.
std::optional<std::size_t> badLine(std::string_view text)
{
    if (isUtf8(text))
        return std::nullopt;
    for (std::size_t line = 1;; ++line) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos || !isUtf8(text.substr(0, end)))
            return line;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::optional<CsvFault> readCsv(std::string_view text, const std::function<void(CsvRecord&)>& take)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        text.remove_prefix(kByteOrderMark.size());
    if (const std::optional<std::size_t> line = badLine(text))
        return CsvFault{
            *line,
            Sentence{QT_TRANSLATE_NOOP("Sentence", "the text is not UTF-8; save the file as UTF-8 and try again"), {}}};
    Splitter splitter(take);
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
        if (std::optional<CsvFault> fault = splitter.line(text.substr(0, size)))
            return fault;
        text.remove_prefix(size);
    }
    return splitter.finish();
}

} // namespace ochain
