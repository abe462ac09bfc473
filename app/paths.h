// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <filesystem>

namespace ochain {

/// A path as Qt has it for the rooms that know no Qt.
[[nodiscard]] inline std::filesystem::path toPath(const QString& path)
{
    return std::filesystem::path(path.toStdString());
}

/// A name for a chain file: the suffix is given to who left it out.
[[nodiscard]] inline QString withSuffix(const QString& path)
{
    return path.isEmpty() || path.endsWith(QLatin1String(".ochain")) ? path : path + QStringLiteral(".ochain");
}

} // namespace ochain
