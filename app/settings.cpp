// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings.h"

#include <QStandardPaths>

namespace ochain {

namespace {

constexpr QLatin1String kTheme("theme");
constexpr QLatin1String kLanguage("language");
constexpr QLatin1String kAnimated("animated");
constexpr QLatin1String kLastFile("lastFile");
constexpr QLatin1String kRecent("recentFiles");
constexpr QLatin1String kExportFolder("exportFolder");

/// Settings know QVariantMap only.
template <class Value>
QVariantMap toVariants(const QMap<QString, Value>& map)
{
    QVariantMap variants;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        variants.insert(it.key(), it.value());
    return variants;
}

template <class Value>
QMap<QString, Value> fromVariants(const QVariantMap& variants)
{
    QMap<QString, Value> map;
    for (auto it = variants.cbegin(); it != variants.cend(); ++it)
        map.insert(it.key(), it.value().template value<Value>());
    return map;
}

/// GTK's and KDE's settings are plain files; other systems say nothing, and motion is wanted.
bool wantsLessMotion()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    for (const char* file : {"/gtk-4.0/settings.ini", "/gtk-3.0/settings.ini"})
        if (const QSettings gtk(folder + QLatin1String(file), QSettings::IniFormat);
            !gtk.value(QStringLiteral("Settings/gtk-enable-animations"), true).toBool())
            return true;
    const QSettings kde(folder + QStringLiteral("/kdeglobals"), QSettings::IniFormat);
    return kde.value(QStringLiteral("KDE/AnimationDurationFactor"), 1.0).toDouble() <= 0;
}

} // namespace

Settings::Settings() = default;

Settings::Settings(const QString& file) : m_settings(file, QSettings::IniFormat)
{}

ThemeChoice Settings::theme() const
{
    return themeNamed(m_settings.value(kTheme).toString());
}

void Settings::setTheme(ThemeChoice theme)
{
    m_settings.setValue(kTheme, themeName(theme));
    m_settings.sync();
}

Language Settings::language() const
{
    const QVariant chosen = m_settings.value(kLanguage);
    return chosen.isValid() ? languageNamed(chosen.toString()) : systemLanguage();
}

void Settings::setLanguage(Language language)
{
    m_settings.setValue(kLanguage, languageName(language));
    m_settings.sync();
}

bool Settings::isAnimated() const
{
    const QVariant chosen = m_settings.value(kAnimated);
    return chosen.isValid() ? chosen.toBool() : !wantsLessMotion();
}

void Settings::setAnimated(bool isAnimated)
{
    m_settings.setValue(kAnimated, isAnimated);
    m_settings.sync();
}

QString Settings::lastFile() const
{
    return m_settings.value(kLastFile).toString();
}

QStringList Settings::recentFiles() const
{
    return m_settings.value(kRecent).toStringList();
}

void Settings::addFile(const QString& path)
{
    QStringList recent = recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    while (recent.size() > kMostRecent)
        recent.removeLast();
    m_settings.setValue(kRecent, recent);
    m_settings.setValue(kLastFile, path);
    m_settings.sync();
}

void Settings::forgetFile(const QString& path)
{
    QStringList recent = recentFiles();
    recent.removeAll(path);
    m_settings.setValue(kRecent, recent);
    if (lastFile() == path)
        m_settings.remove(kLastFile);
    m_settings.sync();
}

QString Settings::exportFolder() const
{
    return m_settings.value(kExportFolder).toString();
}

void Settings::setExportFolder(const QString& folder)
{
    m_settings.setValue(kExportFolder, folder);
    m_settings.sync();
}

WindowState Settings::window() const
{
    WindowState state;
    state.geometry = m_settings.value(QStringLiteral("window/geometry")).toByteArray();
    state.docks = m_settings.value(QStringLiteral("window/docks")).toByteArray();
    state.treeColumns = m_settings.value(QStringLiteral("window/treeColumns")).toByteArray();
    state.expanded = m_settings.value(QStringLiteral("window/expanded")).toStringList();
    state.tableColumns = fromVariants<QByteArray>(m_settings.value(QStringLiteral("window/tableColumns")).toMap());
    state.charts = fromVariants<QString>(m_settings.value(QStringLiteral("window/charts")).toMap());
    state.chartTab = m_settings.value(QStringLiteral("window/chartTab")).toInt();
    state.homeTab = m_settings.value(QStringLiteral("window/homeTab")).toInt();
    state.sidePage = m_settings.value(QStringLiteral("window/sidePage")).toInt();
    return state;
}

void Settings::setWindow(const WindowState& state)
{
    m_settings.setValue(QStringLiteral("window/geometry"), state.geometry);
    m_settings.setValue(QStringLiteral("window/docks"), state.docks);
    m_settings.setValue(QStringLiteral("window/treeColumns"), state.treeColumns);
    m_settings.setValue(QStringLiteral("window/expanded"), state.expanded);
    m_settings.setValue(QStringLiteral("window/tableColumns"), toVariants(state.tableColumns));
    m_settings.setValue(QStringLiteral("window/charts"), toVariants(state.charts));
    m_settings.setValue(QStringLiteral("window/chartTab"), state.chartTab);
    m_settings.setValue(QStringLiteral("window/homeTab"), state.homeTab);
    m_settings.setValue(QStringLiteral("window/sidePage"), state.sidePage);
    m_settings.sync();
}

} // namespace ochain
