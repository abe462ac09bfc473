// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picture_actions.h"

#include "charts/chart_export.h"
#include "charts/chart_view.h"
#include "charts/picture_view.h"
#include "charts/tree_picture.h"
#include "formats/format.h"
#include "messages.h"
#include "panels/charts_panel.h"
#include "panels/export_panel.h"
#include "panels/file_chooser.h"
#include "panels/why_panel.h"
#include "settings.h"
#include "theme/tones.h"
#include "view_actions.h"
#include "window_panels.h"

#include <QDir>
#include <QFileInfo>

namespace ochain {

PictureActions::PictureActions(QWidget& window, const WindowPanels& panels, Messages& messages, ViewActions& views,
                               Settings& settings, FileChooser& chooser)
    : QObject(&window), m_window(window), m_panels(panels), m_messages(messages), m_views(views), m_settings(settings),
      m_chooser(chooser)
{
    connect(m_panels.charts, &ChartsPanel::exportWanted, this, &PictureActions::exportChart);
    connect(m_panels.why, &WhyPanel::exportWanted, this, &PictureActions::exportExplanation);
}

void PictureActions::setDocument(Document* document)
{
    m_document = document;
}

bool PictureActions::isPicture(const QString& file)
{
    return exportFormatOf(file).has_value();
}

void PictureActions::exportChart()
{
    ChartView* view = m_panels.charts->current();
    if (view == nullptr || m_window.findChild<ExportPanel*>() != nullptr)
        return;
    auto* panel = new ExportPanel(*view, m_chooser, m_settings.exportFolder(), &m_window);
    connect(view, &QObject::destroyed, panel, &QWidget::close);
    connect(panel, &ExportPanel::savedIn, this, [this](const QString& folder) { m_settings.setExportFolder(folder); });
    connect(panel, &ExportPanel::exported, this, [this](const QString& text, MessageBar::Kind kind) {
        if (kind == MessageBar::Kind::Notice)
            m_messages.say(text);
        else if (kind == MessageBar::Kind::Warning)
            m_messages.say({MessageBar::Cause::Exchange, kind, text, {}, {}});
        else
            m_messages.complain(MessageBar::Cause::Exchange, text);
    });
    panel->show();
}

void PictureActions::exportExplanation()
{
    const std::optional<TreeFigure> figure = m_panels.why->picture();
    if (!figure)
        return;
    const QString folder = m_settings.exportFolder();
    const QString chosen = m_chooser.fileToSave(&m_window, tr("Export the explanation"),
                                                QDir(folder).filePath(tr("why") + QStringLiteral(".png")),
                                                tr("Pictures (*.png *.svg *.pdf)"));
    if (chosen.isEmpty())
        return;
    const QString path = withEnding(chosen, ExportFormat::Png);
    if (path != chosen && QFile::exists(path)) // the dialog has asked about another name
        return m_messages.complain(
            MessageBar::Cause::Exchange,
            tr("%1 is there already. Choose it by its whole name to replace it, or another name.")
                .arg(visibleText(QDir::toNativeSeparators(path))));
    const Result<ExportFormat> format = exportFormatOf(path);
    ExportOptions options;
    options.size = treePictureSize(*figure);
    options.theme = isDark(m_window.palette()) ? Theme::Dark : Theme::Light;
    const Result<std::vector<char32_t>> done =
        format ? ochain::exportChart(*figure, *format, options, path) : tl::unexpected(format.error());
    if (!done)
        return m_messages.complain(MessageBar::Cause::Exchange, errorText(done.error()));
    m_settings.setExportFolder(QFileInfo(path).path());
    m_messages.say(tr("Exported: %1").arg(visibleText(QFileInfo(path).fileName())));
}

void PictureActions::openView(const QString& picture)
{
    if (!m_document)
        return m_messages.complain(MessageBar::Cause::Exchange,
                                   tr("A picture opens its view in a chain: open one first."));
    const Result<ShownView> shown = pictureViewIn(picture);
    if (!shown)
        return m_messages.complain(MessageBar::Cause::Exchange, errorText(shown.error()));
    if (const std::string missing = m_views.openChart(*shown); !missing.empty())
        m_messages.say({MessageBar::Cause::Exchange,
                        MessageBar::Kind::Warning,
                        tr("The picture is of “%1”, which this chain does not have; the view is of another.")
                            .arg(visibleText(missing)),
                        {},
                        {}});
    else
        m_messages.say(tr("This is the view of %1").arg(visibleText(QFileInfo(picture).fileName())));
}

} // namespace ochain
