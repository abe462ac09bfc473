// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <atomic>
#include <tuple>

namespace ochain {

namespace {

constexpr QLatin1String kTranslatorName("ochain-translator");
constexpr QLatin1String kTranslations(":/i18n");

std::atomic<Language> spoken{Language::English}; // figures are built on threads of their own

QString translationOf(Language of)
{
    return QStringLiteral("ochain_") + languageName(of);
}

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

void replaceTranslators(QCoreApplication& application, Language chosen)
{
    const QList<QTranslator*> before =
        application.findChildren<QTranslator*>(QString(kTranslatorName), Qt::FindDirectChildrenOnly);
    for (QTranslator* translator : before) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    install(application, translationOf(chosen), kTranslations);
    if (chosen != Language::English)
        install(application, QStringLiteral("qtbase_") + languageName(chosen),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace

Language language() noexcept
{
    return spoken.load(std::memory_order_relaxed);
}

void setLanguage(Language chosen)
{
    QLocale::setDefault(chosen == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                    : QLocale(QLocale::English, QLocale::UnitedStates));
    if (QCoreApplication* application = QCoreApplication::instance())
        replaceTranslators(*application, chosen);
    spoken.store(chosen, std::memory_order_relaxed);
}

Language systemLanguage()
{
    return languageNamed(QLocale::system().name());
}

Language languageNamed(const QString& name)
{
    return name.startsWith(QLatin1String("zh"), Qt::CaseInsensitive) ? Language::Chinese : Language::English;
}

QString languageName(Language of)
{
    return of == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

Dictionary::Dictionary(Language of)
{
    std::ignore = m_words.load(translationOf(of), kTranslations); // without it a text stays as it is in the source
}

QString Dictionary::translate(const char* context, const char* text, const char* comment) const
{
    const QString word = m_words.translate(context, text, comment);
    return word.isEmpty() ? QString::fromUtf8(text) : word;
}

} // namespace ochain
