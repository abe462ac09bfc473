// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picture_actions.h"

#include "charts/chart_export.h"
#include "charts/chart_view.h"
#include "charts/picture_view.h"
#include "formats/format.h"
#include "messages.h"
#include "panels/charts_panel.h"
#include "panels/export_panel.h"
#include "settings.h"
#include "view_actions.h"
#include "window_panels.h"

#include <QFileInfo>

namespace ochain {

PictureActions::PictureActions(QWidget& window, const WindowPanels& panels, Messages& messages, ViewActions& views,
                               Settings& settings, FileChooser& chooser)
    : QObject(&window), m_window(window), m_panels(panels), m_messages(messages), m_views(views), m_settings(settings),
      m_chooser(chooser)
{
    connect(m_panels.charts, &ChartsPanel::exportWanted, this, &PictureActions::exportChart);
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
