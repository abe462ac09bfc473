// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "window_fixture.h"

#include <QTableView>

#include <algorithm>

namespace ochain {

// Looking at the forms of the inspector and typing into them, and what came of it.

/// The widget of a form that can be seen, now or in a moment: cards of the same name stand in several forms.
template <class Widget>
Widget& shown(const WindowFixture& f, const char* name)
{
    Widget* found = nullptr;
    const auto look = [&] {
        const QList<Widget*> all = f.window->findChildren<Widget*>(QString::fromLatin1(name));
        const auto visible =
            std::find_if(all.begin(), all.end(), [](const Widget* widget) { return widget->isVisible(); });
        found = visible == all.end() ? nullptr : *visible;
        return found != nullptr;
    };
    if (!QTest::qWaitFor(look))
        qFatal("no %s can be seen", name);
    return *found;
}

inline std::string fieldOf(const WindowFixture& f, Table table, const char* key, Field field)
{
    return f.chain().value(f.row(table, key), field);
}

inline std::int64_t revenueOf(const WindowFixture& f, const char* node)
{
    return f.document()
        .rollups()
        .figure(Group::of(f.chain().find<NodeId>(node)), Measure::Revenue, kNoLayer, kTotal)
        .value;
}

inline void typeInto(const WindowFixture& f, const char* name, const QString& text, Qt::Key last = Qt::Key_Return)
{
    QLineEdit& line = f.enter(name);
    if (text.isEmpty())
        QTest::keyClick(&line, Qt::Key_Delete);
    QTest::keyClicks(&line, text);
    QTest::keyClick(&line, last);
}

/// Opens an editor on the chosen cell by key and gives it back.
inline QLineEdit& editCell(const WindowFixture& f, const char* tableName)
{
    auto& table = shown<QTableView>(f, tableName);
    QTest::keyClick(&table, Qt::Key_F2);
    auto* editor = table.findChild<QLineEdit*>(QStringLiteral("cellEditor"));
    if (editor == nullptr)
        qFatal("no editor opened in %s", tableName);
    return *editor;
}

} // namespace ochain
