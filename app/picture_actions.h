// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QObject>
#include <QPointer>
#include <QString>

namespace ochain {

class FileChooser;
class Messages;
class Settings;
class ViewActions;

struct WindowPanels;

/// What the window does with pictures of charts: exports the one on the screen, and opens the view of one again.
class PictureActions final : public QObject {
    Q_OBJECT
public:
    /// All must outlive the actions.
    /// @param window  that dialogs stand before
    PictureActions(QWidget& window, const WindowPanels& panels, Messages& messages, ViewActions& views,
                   Settings& settings, FileChooser& chooser);

    /// @param document  must outlive the next call
    void setDocument(Document* document);
    void exportChart();
    /// Asks for a file and puts the explanation that is shown into it.
    void exportExplanation();
    /// Shows in the open chain what an exported picture shows: view, lens, period and all that belongs to the view.
    void openView(const QString& picture);
    /// Whether a file is one of the kinds that pictures are exported as, by its name.
    [[nodiscard]] static bool isPicture(const QString& file);

private:
    QWidget& m_window;
    const WindowPanels& m_panels;
    Messages& m_messages;
    ViewActions& m_views;
    Settings& m_settings;
    FileChooser& m_chooser;
    QPointer<Document> m_document;
};

} // namespace ochain
