// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/xlsx_writer.h"

#include "files/file_failures.h"

#include <algorithm>
#include <cerrno>

#include <xlsxwriter.h>

namespace ochain {

namespace {

constexpr Day kFirstSerial = 25'569; ///< the number of 1970-01-01 in a workbook
constexpr std::size_t kNarrowest = 8;
constexpr std::size_t kWidest = 60; ///< characters of a column

/// How wide the first line of a text is, in letters; those of East Asia take two.
std::size_t widthOf(std::string_view text) noexcept
{
    constexpr unsigned kTail = 0x80;
    constexpr unsigned kWideLead = 0xE3; ///< of U+3000 and all above
    std::size_t width = 0;
    for (const char c : text.substr(0, text.find('\n'))) {
        const unsigned byte = static_cast<unsigned char>(c);
        width += (byte & 0xC0U) == kTail ? 0 : byte >= kWideLead ? 2 : 1;
    }
    return width;
}

/// A text in which no "_x0041_" stands that a spreadsheet would read as a sign.
std::string withEscapesEscaped(std::string_view text)
{
    const auto isEscape = [](std::string_view rest) {
        constexpr std::size_t kLength = 7;
        return rest.size() >= kLength && rest.starts_with("_x") && rest[kLength - 1] == '_' &&
               rest.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    };
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '_' && isEscape(text.substr(at)))
            escaped += "_x005F";
        escaped += text[at];
    }
    return escaped;
}

lxw_row_t rowNumber(std::size_t row) noexcept
{
    return static_cast<lxw_row_t>(row);
}

lxw_col_t columnNumber(std::size_t column) noexcept
{
    return static_cast<lxw_col_t>(column);
}

} // namespace

void XlsxWriter::Discard::operator()(lxw_workbook* book) const noexcept
{
    lxw_workbook_free(book);
}

XlsxWriter::XlsxWriter(const std::filesystem::path& part, const std::filesystem::path& file)
    : m_file(file), m_book(workbook_new(part.c_str()))
{
    constexpr std::array<std::uint8_t, kLooks> kFormats{49, 49, 1, 3, 0}; // ECMA-376, part 1, section 18.8.30
    for (std::size_t look = 0; look < kLooks; ++look) {
        m_looks[look] = workbook_add_format(m_book.get());
        format_set_num_format_index(m_looks[look], kFormats[look]);
    }
    format_set_bold(m_looks[Heading]);
    format_set_num_format(m_looks[DateLook], "yyyy-mm-dd");
}

void XlsxWriter::note(int error) noexcept
{
    if (m_error == 0)
        m_error = error;
}

lxw_format* XlsxWriter::lookOf(XlsxColumn kind) const noexcept
{
    return kind == XlsxColumn::Text ? m_looks[Plain] : nullptr;
}

void XlsxWriter::beginTable(const std::string& name, const std::vector<Column>& columns)
{
    constexpr std::size_t kButton = 3; // that filters, beside the name
    beginPage(name);
    m_columns = columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        heading(i, columns[i].name);
        widen(i, columns[i].name.size() + kButton);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    nextRow();
}

void XlsxWriter::beginPage(const std::string& name)
{
    endSheet();
    m_sheet = workbook_add_worksheet(m_book.get(), name.c_str());
    m_columns.clear();
    m_widths.clear();
    m_row = 0;
}

/// What of a sheet is known only when all of it has been written.
void XlsxWriter::endSheet()
{
    if (m_sheet == nullptr)
        return;
    for (std::size_t i = 0; i < m_widths.size(); ++i)
        note(worksheet_set_column(m_sheet, columnNumber(i), columnNumber(i),
                                  static_cast<double>(std::clamp(m_widths[i] + 1, kNarrowest, kWidest)),
                                  i < m_columns.size() ? lookOf(m_columns[i].kind) : nullptr));
    if (m_columns.empty())
        return;
    const lxw_col_t last = columnNumber(m_columns.size() - 1);
    note(worksheet_autofilter(m_sheet, 0, 0, rowNumber(m_row - 1), last));
    // Years such as 2027 and keys of digits are texts on purpose.
    note(worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

void XlsxWriter::widen(std::size_t column, std::size_t width)
{
    if (m_widths.size() <= column)
        m_widths.resize(column + 1);
    m_widths[column] = std::max(m_widths[column], width);
}

void XlsxWriter::text(std::size_t column, std::string_view text)
{
    widen(column, widthOf(text));
    note(worksheet_write_string(m_sheet, rowNumber(m_row), columnNumber(column), withEscapesEscaped(text).c_str(),
                                m_looks[Plain]));
}

void XlsxWriter::heading(std::size_t column, std::string_view text)
{
    note(worksheet_write_string(m_sheet, rowNumber(m_row), columnNumber(column), std::string(text).c_str(),
                                m_looks[Heading]));
}

void XlsxWriter::number(std::size_t column, double number, bool isGrouped)
{
    constexpr double kGrouped = 1000;
    std::size_t width = 4; // of a fraction's first digits
    for (double rest = number < 0 ? -number : number; rest >= 1; rest /= kGrouped)
        width += isGrouped ? 4 : 3;
    widen(column, width);
    constexpr double kAllWhole = 9e15;
    const bool isWhole =
        number > -kAllWhole && number < kAllWhole && static_cast<double>(static_cast<std::int64_t>(number)) == number;
    lxw_format* look = isWhole ? m_looks[isGrouped ? Grouped : Integer] : nullptr;
    note(worksheet_write_number(m_sheet, rowNumber(m_row), columnNumber(column), number, look));
}

void XlsxWriter::date(std::size_t column, Day day)
{
    constexpr std::size_t kWidth = 10;
    widen(column, kWidth);
    note(worksheet_write_number(m_sheet, rowNumber(m_row), columnNumber(column),
                                static_cast<double>(day + kFirstSerial), m_looks[DateLook]));
}

Result<void> XlsxWriter::finish()
{
    endSheet();
    errno = 0;
    if (const lxw_error error = workbook_close(m_book.release()); error != LXW_NO_ERROR) {
        if (errno != 0)
            return tl::unexpected(fileError(m_file, errno));
        note(error);
    }
    if (m_error == 0)
        return {};
    return failure(ErrorKind::Io, QT_TRANSLATE_NOOP("Sentence", "“{0}” could not be written: {1}"), m_file.string(),
                   lxw_strerror(static_cast<lxw_error>(m_error)));
}

} // namespace ochain
