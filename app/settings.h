// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "language/language.h"
#include "theme/theme.h"

#include <QByteArray>
#include <QMap>
#include <QSettings>
#include <QStringList>

#include <optional>

namespace ochain {

/// How the window looked when it was left.
struct WindowState {
    QByteArray geometry;
    QByteArray docks;
    QByteArray treeColumns;
    QStringList expanded;
    QMap<QString, QByteArray> tableColumns;
    QMap<QString, QString> charts;
    int chartTab = 0;
    int homeTab = 0;
    int sidePage = 0; ///< a SidePage
    bool operator==(const WindowState&) const = default;
};

/// What the program remembers of its user: window, files, theme, language. Each write is on disk before the call
/// returns, so that a crash loses nothing.
class Settings final {
public:
    /// The settings of the user, as the names of organisation and application say.
    Settings();
    /// Those of a file, for tests.
    explicit Settings(const QString& file);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    [[nodiscard]] Language language() const; ///< that of the system until one was chosen
    void setLanguage(Language language);
    /// Whether changes in the charts are seen to move; until chosen, as the desktop's settings ask for.
    [[nodiscard]] bool isAnimated() const;
    void setAnimated(bool isAnimated);
    [[nodiscard]] QString lastFile() const;
    [[nodiscard]] QStringList recentFiles() const; ///< newest first, at most kMostRecent
    void addFile(const QString& path);
    void forgetFile(const QString& path);
    /// Where the last picture was exported to; empty before the first.
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString& folder);
    [[nodiscard]] WindowState window() const;
    void setWindow(const WindowState& state);

    static constexpr int kMostRecent = 8;

private:
    QSettings m_settings;
};

} // namespace ochain
