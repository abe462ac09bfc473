// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/web_address.h"

#include "chain/visible.h"
#include "document/names.h"

#include <string>

namespace ochain {

tl::expected<QUrl, Sentence> webAddress(std::string_view text)
{
    QUrl url(toQString(text), QUrl::StrictMode);
    const bool isOfWeb = url.isValid() && !url.host().isEmpty();
    if (url.scheme() != QLatin1String("https") || !isOfWeb || visible(text) != text)
        return tl::unexpected(
            Sentence{QT_TRANSLATE_NOOP("Sentence", "“{0}” is not opened: only addresses that begin with https:// are. "
                                                   "Correct the address of the source, or copy it from there."),
                     {std::string(text)}});
    if (!url.userInfo().isEmpty())
        return tl::unexpected(
            Sentence{QT_TRANSLATE_NOOP("Sentence", "“{0}” is not opened: it has a name or password before @, as false "
                                                   "addresses have. Correct the address of the source."),
                     {std::string(text)}});
    return url;
}

} // namespace ochain
