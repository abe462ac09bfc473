// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/new_source.h"

#include "editing/row_draft.h"

#include <QUrl>

namespace ochain {

std::optional<Problem> orderNewSource(EditBuilder& builder, const Chain& chain, const QString& address,
                                      const QString& title, std::string& key)
{
    constexpr qsizetype kMostOfPath = 40;
    QString host = QUrl(address).host();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    const QString page = QUrl(address).path().section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    key = freeKey(chain, Table::Sources, keyFrom(host + QLatin1Char(' ') + page.left(kMostOfPath), "source"));
    std::optional<Problem> problem = builder.add(Table::Sources, key);
    if (!problem)
        problem = builder.set(Table::Sources, key, source_field::Url, address.toStdString());
    if (!problem && !title.isEmpty())
        problem = builder.set(Table::Sources, key, source_field::Title, title.toStdString());
    return problem;
}

} // namespace ochain
