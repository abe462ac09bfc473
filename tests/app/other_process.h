// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "window_fixture.h"

#include <QProcess>

namespace ochain {

/// Somebody else at the same file: the program's command line, in a process of its own, while the window stands still.
inline void others(const WindowFixture& f, const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(OCHAIN_PROGRAM), QStringList{arguments.first(), f.file} + arguments.mid(1));
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        qFatal("others failed: %s", process.readAllStandardError().constData());
}

/// @param what  TABLE:KEY.FIELD=VALUE
inline void othersSet(const WindowFixture& f, const char* what)
{
    others(f, {QStringLiteral("edit"), QStringLiteral("--set"), QString::fromUtf8(what), QStringLiteral("--why"),
               QStringLiteral("theirs")});
}

} // namespace ochain
