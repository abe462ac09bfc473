// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_export.h"

#include "chain/chain.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace ochain {

/// How pictures of the chart command look, as it was typed.
class PictureOptions {
public:
    /// @param file    --out, and @param folder  --frames: of each there is one or none
    void addTo(CLI::App& command, CLI::Option* file, CLI::Option* folder);

    /// Size, scale, theme, sources and words.
    [[nodiscard]] Result<ExportOptions> read() const;
    /// The format of the file that was asked for, whose name gets an ending if it has none.
    [[nodiscard]] Result<ExportFormat> formatOf(std::string& file) const;
    /// Of the pictures of --frames.
    [[nodiscard]] ExportFormat formatOfFrames() const;
    /// The rows that stand out; none if nothing fades.
    /// @param group  what --group names, which stands out if nothing else was chosen
    [[nodiscard]] Result<std::vector<RowRef>> selected(const Chain& chain, const std::string& group) const;

private:
    std::string m_size;
    std::string m_scale; ///< empty: 1 for a size that was asked for, 2 otherwise
    std::string m_theme = "light";
    std::string m_sources = "full";
    std::string m_title, m_subtitle;
    std::string m_format, m_framesFormat;
    std::vector<std::string> m_selected;
    bool m_isOutlined = false;
    bool m_hasFade = false;
};

/// Ids of the marks that rows light in a figure.
[[nodiscard]] std::vector<std::string> litBy(const ChartFigure& figure, const Chain& chain,
                                             const std::vector<RowRef>& rows);

} // namespace ochain
