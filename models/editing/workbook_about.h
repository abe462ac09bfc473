// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbooks/xlsx_export.h"

#include <QString>

namespace ochain {

/// What a workbook that is written today says of itself, in the language of the program.
/// @param version  of the program
/// @param file     the name of the chain file
[[nodiscard]] WorkbookAbout workbookAbout(const QString& version, const QString& file);

} // namespace ochain
