// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language/punctuation.h"

#include <QCoreApplication>

namespace ochain {

QString listOf(const QStringList& parts)
{
    return parts.join(QCoreApplication::translate("Punctuation", ", ", "in a list"));
}

QString clausesOf(const QStringList& parts)
{
    return parts.join(QCoreApplication::translate("Punctuation", "; ", "between clauses"));
}

QString told(const QString& what, const QString& said)
{
    return QCoreApplication::translate("Punctuation", "%1: %2", "what is told of something").arg(what, said);
}

QString closer(const QString& what, const QString& more)
{
    return QCoreApplication::translate("Punctuation", "%1, %2", "something more closely").arg(what, more);
}

QString withAside(const QString& what, const QString& aside)
{
    return QCoreApplication::translate("Punctuation", "%1 (%2)", "an aside").arg(what, aside);
}

} // namespace ochain
