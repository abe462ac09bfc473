// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/run_command.h"
#include "language/language.h"
#include "main_window.h"
#include "panels/file_chooser.h"
#include "settings.h"
#include "signal_watch.h"
#include "theme/theme.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

#include <unistd.h>

namespace {

/// Without a display Qt ends the program with advice on plugins; this one says what helps here.
bool hasDisplay()
{
    const auto isSet = [](const char* name) { return std::getenv(name) != nullptr && *std::getenv(name) != '\0'; };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

/// Memory that runs out where nobody can go on without it is told as such, and not as the name of a class.
[[noreturn]] void endWithoutMemory()
{
    try {
        if (const std::exception_ptr thrown = std::current_exception())
            std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        constexpr std::string_view kSentence =
            "ochain: there is not enough memory; close other programs and try again. What was saved is in the file.\n";
        static_cast<void>(!::write(STDERR_FILENO, kSentence.data(), kSentence.size()));
        ::_exit(ochain::kBadUse);
    } catch (...) {
    }
    std::abort();
}

int runDashboard(int argc, char** argv)
{
    using namespace ochain;
    if (!hasDisplay()) {
        std::fputs(
            "ochain: there is no display to show the dashboard on; the commands work without one (ochain --help).\n",
            stderr);
        return kBadUse;
    }
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("O-chain"));
    QApplication::setApplicationName(QStringLiteral("o-chain"));
    QApplication::setApplicationVersion(QStringLiteral(OCHAIN_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/ochain-app.svg")));
    const SignalWatch watch; // first: from now on the program ends in order
    Settings settings;
    setLanguage(settings.language());
    applyTheme(application, settings.theme());
    SystemFileChooser chooser;
    const QStringList arguments = QApplication::arguments();
    const QString file = arguments.size() > 1 ? arguments.at(1) : settings.lastFile();
    MainWindow window(settings, chooser, file);
    bool isEnding = false;
    QObject::connect(&watch, &SignalWatch::endAsked, &window, [&window, &isEnding] {
        isEnding = true;
        window.askNothing();
        if (window.isVisible())
            QApplication::closeAllWindows(); // an open dialog first
        else
            window.close(); // it was not shown yet
        QApplication::quit();
    });
    window.awaitFile();
    if (isEnding)
        return EXIT_SUCCESS;
    window.show();
    if (file.isEmpty())
        window.openOwnCopy();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    std::set_terminate(endWithoutMemory);
    ochain::keepStandardStreams();
    if (ochain::opensDashboard(argc, argv))
        return runDashboard(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen"); // charts are drawn without a display
    return ochain::runCommand(argc, argv);
}
