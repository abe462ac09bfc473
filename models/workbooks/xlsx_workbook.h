// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/table_source.h"
#include "workbooks/xlsx_cells.h"
#include "workbooks/xlsx_package.h"

#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace ochain {

/// The sheet that says where a workbook comes from; it is written, and not read.
inline constexpr std::string_view kAboutSheet = "About";

/// A sheet of a workbook.
struct XlsxSheetPart {
    std::string name; ///< as people see it
    std::string part; ///< of the package
};

/// A workbook that is open: its sheets, and what their cells are read by. Macros and links to other files are not
/// looked at.
struct XlsxWorkbook {
    XlsxPackage package;
    std::vector<XlsxSheetPart> sheets;
    XlsxReading reading;

    /// @param bytes  of the whole file
    [[nodiscard]] static tl::expected<std::shared_ptr<const XlsxWorkbook>, Sentence> open(std::string bytes);
};

} // namespace ochain
