// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/chart_frames.h"

#include "commands/interruption.h"
#include "commands/picture_options.h"

#include "chain/spreadsheet_guard.h"
#include "charts/chart.h"
#include "editing/day_news.h"
#include "files/safe_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>

namespace ochain {

namespace {

std::string cellOf(std::string_view text)
{
    std::string cell = "\"";
    for (const char letter : guardedForSpreadsheet(text)) {
        cell += letter;
        if (letter == '"')
            cell += letter;
    }
    return cell + '"';
}

} // namespace

Result<void> prepareFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(folder, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        std::filesystem::create_directory(folder, error);
        return error ? failure(ErrorKind::Io, "--frames {0}: the folder cannot be made: {1}", folder.string(),
                               error.message())
                     : Result<void>();
    }
    if (status.type() != std::filesystem::file_type::directory)
        return failure(ErrorKind::InvalidInput, "--frames {0}: this is no folder; name a new or an empty one",
                       folder.string());
    const bool isEmpty = std::filesystem::is_empty(folder, error);
    if (error)
        return failure(ErrorKind::Io, "--frames {0}: the folder cannot be read: {1}", folder.string(), error.message());
    if (!isEmpty)
        return failure(ErrorKind::InvalidInput,
                       "--frames {0}: there is something in this folder; empty it, or name a new one", folder.string());
    return {};
}

Result<std::vector<char32_t>> writeFrames(const FramesOrder& order, const Chain& chain, const FigureOfDay& figureOf)
{
    constexpr std::size_t kLeastDigits = 4;
    const std::size_t digits = std::max(kLeastDigits, std::to_string(order.days.size()).size());
    std::string index = "frame,file,day,what\n";
    std::set<char32_t> missing;
    Chart chart; // one for all: what stays keeps its place
    for (std::size_t i = 0; i < order.days.size(); ++i) {
        const auto interrupted = [&] {
            return failure(ErrorKind::Cancelled, "interrupted; {0} of {1} pictures are in {2}", std::to_string(i),
                           std::to_string(order.days.size()), order.folder.string());
        };
        Result<ChartFigure> figure = figureOf(order.days[i]);
        if (isInterrupted())
            return interrupted();
        if (!figure)
            return tl::unexpected(std::move(figure.error()));
        ExportOptions look = order.picture;
        look.lit = litBy(*figure, chain, order.selected);
        chart.setFigure(retitled(std::move(*figure), look));
        const Result<DrawnPicture> picture = drawnChart(chart, order.format, look);
        if (!picture)
            return tl::unexpected(picture.error());
        if (isInterrupted())
            return interrupted();
        missing.insert(picture->missing.begin(), picture->missing.end());
        const std::string name = fmt::format("{:0{}}.{}", i + 1, digits, endingOf(order.format).toStdString());
        if (Result<void> written = writeWhole(order.folder / name, picture->bytes.toStdString()); !written)
            return tl::unexpected(std::move(written.error()));
        const QStringList news = newsOf(chain, order.days[i]);
        index += fmt::format("{},{},{},{}\n", i + 1, name, formatDate(dateOf(order.days[i])),
                             cellOf(newsLine(news, news.size()).toStdString()));
    }
    if (Result<void> written = writeWhole(order.folder / "index.csv", index); !written)
        return tl::unexpected(std::move(written.error()));
    return std::vector<char32_t>(missing.begin(), missing.end());
}

} // namespace ochain
