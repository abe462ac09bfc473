// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "language/language.h"
#include "main_window.h"
#include "panels/file_chooser.h"
#include "settings.h"
#include "store/store_testing.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QDebug>
#include <QLineEdit>
#include <QSignalSpy>
#include <QString>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <filesystem>

namespace ochain {

/// Answers for the user; empty answers are a change of mind.
class AnsweringChooser final : public FileChooser {
public:
    QString answer;
    QString suggested; ///< what was last offered as a name to save under
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return answer; }
    QString fileToSave(QWidget*, const QString&, const QString& name, const QString&) override
    {
        suggested = name;
        return answer;
    }
    QString folder(QWidget*, const QString&) override { return answer; }
    bool chooses = false; ///< the option there is
    QString folderFor(QWidget*, const QString&, const QString&, bool& isChosen) override
    {
        isChosen = chooses;
        return answer;
    }
};

/// A real window on a real chain file: the chain of tests (tests/dataset) in a folder of its own.
struct WindowFixture {
    WindowFixture() : settings(folder.filePath(QStringLiteral("settings.ini")))
    {
        setLanguage(Language::English);
        applyTheme(*qApp, ThemeChoice::Light);
        file = folder.filePath(QStringLiteral("test.ochain"));
        testing::makeFile(file.toStdString(), testing::shippedChain());
        open();
    }
    void open()
    {
        window.reset();
        window = std::make_unique<MainWindow>(settings, chooser);
        window->resize(1440, 900);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qWarning("the window is not active");
        window->openFile(file);
        if (!QTest::qWaitFor([this] { return window->document() != nullptr; }, 20000))
            qFatal("the file did not open");
    }
    [[nodiscard]] Document& document() const { return *window->document(); }
    [[nodiscard]] const Chain& chain() const { return document().chain(); }
    [[nodiscard]] RowRef row(Table table, const char* key) const { return {table, chain().find(table, key)}; }
    template <class Widget>
    [[nodiscard]] Widget& find(const char* name) const
    {
        auto* widget = window->findChild<Widget*>(QString::fromLatin1(name));
        if (widget == nullptr)
            qFatal("there is no %s", name);
        return *widget;
    }
    void trigger(const char* action) const { find<QAction>(action).trigger(); }
    /// Puts the keyboard into a line of the form, with all its text selected.
    QLineEdit& enter(const char* name) const
    {
        auto& line = find<QLineEdit>(name);
        line.setFocus(Qt::TabFocusReason);
        line.selectAll();
        return line;
    }

    QTemporaryDir folder;
    QString file;
    Settings settings;
    AnsweringChooser chooser;
    std::unique_ptr<MainWindow> window;
};

} // namespace ochain
