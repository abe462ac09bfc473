// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/language.h"

#include "figures/format.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace ochain {

namespace {

constexpr QLatin1String kTranslatorName("ochain-translator");

/// Installs one translation if it is there; the application owns it until the next switch.
void install(QCoreApplication& application, const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    translator->setObjectName(kTranslatorName);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

Language currentLanguage()
{
    return languageNamed(QLocale().name());
}

void setLanguage(QCoreApplication& application, Language language)
{
    QLocale::setDefault(language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                      : QLocale(QLocale::English, QLocale::UnitedStates));
    const QList<QTranslator*> before =
        application.findChildren<QTranslator*>(QString(kTranslatorName), Qt::FindDirectChildrenOnly);
    for (QTranslator* translator : before) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    install(application, QStringLiteral("ochain_") + languageName(language), QStringLiteral(":/i18n"));
    if (language != Language::English)
        install(application, QStringLiteral("qtbase_") + languageName(language),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

Language systemLanguage()
{
    return languageNamed(QLocale::system().name());
}

} // namespace ochain
