// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/theme.h"

#include "theme/quiet_style.h"
#include "theme/tones.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QStyle>
#include <QToolTip>

namespace ochain {

namespace {

/// Remembers the palette the platform started with, before this program's first own one.
const QPalette& startPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
}

QString styleSheetOf(const Tones& t)
{
    QFile file(QStringLiteral(":/theme/ochain.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1String, QString> tokens[] = {
        {QLatin1String("@paper"), t.paper.name()},
        {QLatin1String("@surface"), t.surface.name()},
        {QLatin1String("@soft"), t.soft.name()},
        {QLatin1String("@hover"), t.hover.name()},
        {QLatin1String("@line"), t.line.name()},
        {QLatin1String("@edge"), t.edge.name()},
        {QLatin1String("@ink"), t.ink.name()},
        {QLatin1String("@muted"), t.muted.name()},
        {QLatin1String("@accent"), t.accent.name()},
        {QLatin1String("@onAccent"), t.onAccent.name()},
        {QLatin1String("@selection"), t.selection.name()},
        {QLatin1String("@errorPaper"), t.errorPaper.name()},
        {QLatin1String("@error"), t.error.name()},
        {QLatin1String("@warningPaper"), t.warningPaper.name()},
        {QLatin1String("@warning"), t.warning.name()},
        {QLatin1String("@title"), QString::number(kTitleSize) + QStringLiteral("px")},
        {QLatin1String("@heading"), QString::number(kHeadingSize) + QStringLiteral("px")},
        {QLatin1String("@body"), QString::number(kBodySize) + QStringLiteral("px")},
        {QLatin1String("@note"), QString::number(kNoteSize) + QStringLiteral("px")},
    };
    for (const auto& [token, value] : tokens)
        sheet.replace(token, value);
    return sheet;
}

void setRole(QLabel* label, const QString& role)
{
    label->setProperty("role", role);
}

} // namespace

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeNamed(const QString& name)
{
    if (name == QLatin1String("light"))
        return ThemeChoice::Light;
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

bool isDarkChoice(ThemeChoice choice)
{
    return choice == ThemeChoice::Dark || (choice == ThemeChoice::System && isDark(startPalette()));
}

QFont bodyFont()
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(kBodySize);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont noteFont()
{
    QFont font = bodyFont();
    font.setPixelSize(kNoteSize);
    return font;
}

void applyTheme(QApplication& application, ThemeChoice choice)
{
    const Tones& tones = tonesOf(isDarkChoice(choice));
    if (qobject_cast<QuietStyle*>(QApplication::style()) == nullptr && application.property("quietStyle").isNull()) {
        QApplication::setStyle(new QuietStyle);
        application.setProperty("quietStyle", true); // a style sheet hides the style it wraps
    }
    QApplication::setFont(bodyFont());
    QApplication::setPalette(paletteOf(tones));
    QToolTip::setPalette(paletteOf(tones));
    application.setStyleSheet(styleSheetOf(tones));
}

void makeTitle(QLabel* label)
{
    setRole(label, QStringLiteral("title"));
}

void makeHeading(QLabel* label)
{
    setRole(label, QStringLiteral("heading"));
}

void makeNote(QLabel* label)
{
    setRole(label, QStringLiteral("note"));
}

void makeCaption(QLabel* label)
{
    setRole(label, QStringLiteral("caption"));
}

QString literally(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&")).replace(QLatin1Char('\t'), QLatin1Char(' '));
}

void setLook(QWidget* widget, const char* property, const QString& value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace ochain
