// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/names.h"

class QCoreApplication;

namespace ochain {

/// The language everything is shown in: that of the default locale, which setLanguage() sets.
[[nodiscard]] Language currentLanguage();
/// Switches words, numbers and dates at once: the default locale, this program's translation and Qt's own. Widgets get
/// a LanguageChange event each.
void setLanguage(QCoreApplication& application, Language language);
/// The language the system asks for.
[[nodiscard]] Language systemLanguage();

} // namespace ochain
