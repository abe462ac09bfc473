// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTranslator>

#include <cstdint>

namespace ochain {

enum class Language : std::uint8_t { English, Chinese };

/// The language of all texts, numbers and names: the one setLanguage() chose last, English before. May be asked on any
/// thread.
[[nodiscard]] Language language() noexcept;
/// Switches words, numbers and dates at once: the default locale, this program's translation and Qt's own. Widgets get
/// a LanguageChange event each, once the event loop turns. Without an application there is nothing to install
/// translations in, and tr() goes on in English.
void setLanguage(Language chosen);

/// The language the system asks for.
[[nodiscard]] Language systemLanguage();
/// "en" or "zh_CN" (also "zh", "zh-CN", any "en_…"); English for anything else.
[[nodiscard]] Language languageNamed(const QString& name);
/// "en" or "zh_CN".
[[nodiscard]] QString languageName(Language of);

/// The words of one language, whichever one the program speaks: for what stays in that language, and for what is looked
/// up once and kept. All else is said with tr().
class Dictionary final {
public:
    explicit Dictionary(Language of);

    /// As QCoreApplication::translate().
    [[nodiscard]] QString translate(const char* context, const char* text, const char* comment = nullptr) const;

private:
    QTranslator m_words;
};

} // namespace ochain
