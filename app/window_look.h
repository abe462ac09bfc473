// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "settings.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace ochain {

struct WindowPanels;

/// How the window looks, and that it looks so again next time: places and sizes, columns, theme, language, motion.
class WindowLook final : public QObject {
    Q_OBJECT
public:
    /// Gives the docks the sizes that they have at first.
    /// @param window  its docks are there; it owns the look
    WindowLook(QMainWindow& window, const WindowPanels& panels, Settings& settings);

    /// What a document's columns and charts are is remembered while there is one.
    /// @param document  must outlive the next call
    void setDocument(Document* document);
    /// Brings back how the window was left; how it stood before is what reset() goes back to.
    void restore();
    /// Writes down how the window looks now, if that has changed; done now and then by itself too.
    void remember();
    /// Puts the panels where they stood at first.
    void reset();

    [[nodiscard]] ThemeChoice theme() const { return m_settings.theme(); }
    void setTheme(ThemeChoice choice);
    void setLanguage(Language language);
    [[nodiscard]] bool isAnimated() const { return m_settings.isAnimated(); }
    void setAnimated(bool isAnimated);

private:
    void sizeDocks();

    QMainWindow& m_window;
    const WindowPanels& m_panels;
    Settings& m_settings;
    QPointer<Document> m_document;
    WindowState m_remembered;
    QByteArray m_factoryDocks; ///< how the docks stood before anything was remembered
};

} // namespace ochain
