// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/picture_options.h"

#include "charts/lit_marks.h"
#include "commands/lens_options.h"
#include "commands/typed_values.h"
#include "formats/format.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace ochain {

namespace {

std::string sizeNames()
{
    std::string names;
    for (const PictureSize& each : kPictureSizes)
        names.append(each.name).append(", ");
    return names;
}

Result<QSize> readSize(std::string_view text)
{
    for (const PictureSize& each : kPictureSizes)
        if (each.name == text)
            return each.size;
    int width = 0;
    int height = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    const bool hasCross = first.ec == std::errc() && first.ptr != end && *first.ptr == 'x';
    const auto second = hasCross ? std::from_chars(first.ptr + 1, end, height) : first;
    if (!hasCross || second.ec != std::errc() || second.ptr != end)
        return failure(ErrorKind::InvalidInput,
                       "--size: “{0}” is no size; write {1}or WIDTHxHEIGHT in pixels, such as 1280x720", text,
                       sizeNames());
    if (Result<void> fits = checkPictureSize(QSize(width, height)); !fits)
        return tl::unexpected(std::move(fits.error()).during({"--size", {}}));
    return QSize(width, height);
}

/// One line, as it can be shown.
Result<QString> readWords(const char* option, const std::string& text)
{
    const QString words = visibleText(toQString(text).simplified());
    if (words.size() > kMostTitle)
        return failure(ErrorKind::InvalidInput, "{0}: that is longer than {1} characters; shorten it", option,
                       std::to_string(kMostTitle));
    return words;
}

ExportFormat formatNamed(const std::string& name)
{
    return name == "svg" ? ExportFormat::Svg : name == "pdf" ? ExportFormat::Pdf : ExportFormat::Png;
}

} // namespace

void PictureOptions::addTo(CLI::App& command, CLI::Option* file, CLI::Option* folder)
{
    CLI::Option* format =
        command.add_option("--format", m_format, "of the picture, which its name gets as ending if it has none (png)")
            ->check(CLI::IsMember({"png", "svg", "pdf"}))
            ->needs(file);
    command.add_option("--frames-format", m_framesFormat, "of the pictures of --frames (png)")
        ->check(CLI::IsMember({"png", "svg", "pdf"}))
        ->needs(folder)
        ->excludes(format);
    command.add_option("--size", m_size, sizeNames() + "or WIDTHxHEIGHT in pixels (1280x720)")->check(notEmpty());
    command
        .add_option("--scale", m_scale, "pixels of a PNG for each of the size, from 0.5 to 8 (1 with --size, else 2)")
        ->check(notEmpty());
    command.add_option("--theme", m_theme)->check(CLI::IsMember({"light", "dark"}));
    command
        .add_option("--sources", m_sources, "listed below: whole titles (full), publishers on one line (short) or none")
        ->check(CLI::IsMember({"full", "short", "none"}));
    command.add_option("--title", m_title, "in place of the picture's own")->check(notEmpty());
    command.add_option("--subtitle", m_subtitle, "in place of the picture's own")->check(notEmpty());
    command.add_flag("--outlines", m_isOutlined, "words of SVG and PDF as shapes, which nobody can search or edit");
    CLI::Option* fade =
        command.add_flag("--fade", m_hasFade, "fade what does not trade with what --select names, else with --group");
    command.add_option("--select", m_selected, "of --fade: keys of nodes, tiers or deals, separated by commas")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(notEmpty())
        ->needs(fade);
}

Result<ExportOptions> PictureOptions::read() const
{
    ExportOptions picture;
    const Result<QSize> size = readSize(m_size.empty() ? "1280x720" : m_size);
    if (!size)
        return tl::unexpected(size.error());
    picture.size = *size;
    const Result<double> scale = m_scale.empty()
                                     ? Result<double>(m_size.empty() ? 2 : 1)
                                     : readNumber("--scale", m_scale, kLeastPictureScale, kMostPictureScale);
    if (!scale)
        return tl::unexpected(scale.error());
    picture.scale = *scale;
    const Result<QString> title = readWords("--title", m_title);
    const Result<QString> subtitle = readWords("--subtitle", m_subtitle);
    if (!title || !subtitle)
        return tl::unexpected(title ? subtitle.error() : title.error());
    picture.title = *title;
    picture.subtitle = *subtitle;
    picture.theme = m_theme == "dark" ? Theme::Dark : Theme::Light;
    picture.sources = m_sources == "short"  ? SourceStyle::Short
                      : m_sources == "none" ? SourceStyle::None
                                            : SourceStyle::Full;
    picture.isOutlined = m_isOutlined;
    return picture;
}

Result<ExportFormat> PictureOptions::formatOf(std::string& file) const
{
    file = withEnding(QString::fromStdString(file), formatNamed(m_format)).toStdString();
    Result<ExportFormat> format = exportFormatOf(QString::fromStdString(file));
    if (format && !m_format.empty() && *format != formatNamed(m_format))
        return failure(ErrorKind::InvalidInput,
                       "--format {0}: {1} ends as another format; leave --format out, or change the name", m_format,
                       file);
    return format;
}

ExportFormat PictureOptions::formatOfFrames() const
{
    return formatNamed(m_framesFormat);
}

Result<std::vector<RowRef>> PictureOptions::selected(const Chain& chain, const std::string& group) const
{
    if (!m_hasFade)
        return {};
    std::vector<RowRef> rows;
    for (const std::string& key : m_selected) {
        const Result<RowRef> row = readSelected(chain, key);
        if (!row)
            return tl::unexpected(row.error());
        rows.push_back(*row);
    }
    if (!rows.empty())
        return rows;
    if (group.empty())
        return failure(ErrorKind::InvalidInput,
                       "--fade: nothing is selected; name what stands out with --select or --group");
    const Result<Group> chosen = readGroup(chain, group);
    if (!chosen)
        return tl::unexpected(chosen.error());
    rows.push_back({chosen->kind == Group::Kind::Node ? Table::Nodes : Table::Tiers, chosen->row});
    return rows;
}

std::vector<std::string> litBy(const ChartFigure& figure, const Chain& chain, const std::vector<RowRef>& rows)
{
    std::vector<std::string> ids;
    for (const RowRef& row : rows)
        for (std::string& id : litBy(figure, chain, row))
            ids.push_back(std::move(id));
    return ids;
}

} // namespace ochain
