// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace ochain {

/// One CSV file of a folder: its name without ".csv" and its text.
struct CsvText {
    std::string name;
    std::string text;
};

} // namespace ochain
