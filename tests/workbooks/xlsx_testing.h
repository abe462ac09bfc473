// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace ochain::testing {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A package of parts, packed; encrypted if there is a password. Empty if it could not be made.
[[nodiscard]] inline std::string packed(const Parts& parts, const char* password = nullptr)
{
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, 0);
        if (password != nullptr)
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
    std::string bytes;
    if (zip_close(archive) == 0 && zip_source_open(target) == 0) {
        zip_stat_t found{};
        zip_source_stat(target, &found);
        bytes.resize(found.size);
        zip_source_read(target, bytes.data(), bytes.size());
        zip_source_close(target);
    }
    zip_source_free(target);
    return bytes;
}

/// What a workbook for a test is made of, with one sheet.
struct Book {
    std::string rows;                  ///< XML of the sheet's rows
    std::string texts{};               ///< XML of the shared texts
    std::string formats{};             ///< XML of its own formats
    std::vector<std::string> styles{}; ///< the number of a format for each style
    std::string sheet = "deals";       ///< the name
    std::string properties{};          ///< attributes of the workbook
    std::string before{};              ///< what stands before the sheet's root
};

[[nodiscard]] inline Parts partsOf(const Book& book)
{
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::string styles;
    for (const std::string& format : book.styles)
        styles += "<xf numFmtId=\"" + format + "\"/>";
    return {{"_rels/.rels", relations + "<Relationship Id=\"r1\" Type=\"" + office +
                                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
            {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\"><workbookPr " +
                                    book.properties + "/><sheets><sheet name=\"" + book.sheet +
                                    "\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels", relations + "<Relationship Id=\"s1\" Type=\"" + office +
                                               "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
            {"xl/styles.xml", "<styleSheet xmlns=\"" + main + "\"><numFmts>" + book.formats + "</numFmts><cellXfs>" +
                                  styles + "</cellXfs></styleSheet>"},
            {"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + book.texts + "</sst>"},
            {"xl/worksheets/sheet1.xml",
             book.before + "<worksheet xmlns=\"" + main + "\"><sheetData>" + book.rows + "</sheetData></worksheet>"}};
}

[[nodiscard]] inline std::string bytesOf(const Book& book)
{
    return packed(partsOf(book));
}

/// A row of texts: <row><c t="inlineStr">…
[[nodiscard]] inline std::string rowOf(const std::vector<std::string>& texts)
{
    std::string row = "<row>";
    for (const std::string& text : texts)
        row += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    return row + "</row>";
}

} // namespace ochain::testing
