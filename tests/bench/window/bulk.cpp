// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/window/bulk.h"

#include "bench/window/repaint_clock.h"
#include "document/document.h"
#include "document/names.h"
#include "language/language.h"
#include "main_window.h"
#include "panels/file_chooser.h"
#include "settings.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>

namespace ochain::bench {

namespace {

/// The longest time between two looks of the event loop.
class StandStill final {
public:
    StandStill()
    {
        m_ticks.setInterval(0);
        QObject::connect(&m_ticks, &QTimer::timeout, &m_ticks, [this] { look(); });
        m_ticks.start();
    }
    void look()
    {
        const auto now = RepaintClock::Clock::now();
        m_longest = std::max(m_longest, std::chrono::duration<double, std::milli>(now - m_last).count());
        m_last = now;
    }
    [[nodiscard]] double milliseconds() const noexcept { return m_longest; }

private:
    QTimer m_ticks;
    RepaintClock::Clock::time_point m_last = RepaintClock::Clock::now();
    double m_longest = 0;
};

/// Another value and another day for so many deals, each by its key.
QString blockOf(const Chain& chain, int rows, int time)
{
    QString text = QStringLiteral("Key\tValue ($bn)\tAnnounced\n");
    int taken = 0;
    for (const std::uint32_t row : chain.inOrder(Table::Deals)) {
        const Deal& deal = chain.deals()[DealId{row}];
        if (deal.firstTranche != kNoRow || !chain.text(deal.formula).empty())
            continue; // what has phases or a formula has its value from them
        text += QStringLiteral("%1\t%2.5\t2025-0%3-0%4\n")
                    .arg(toQString(chain.key({Table::Deals, row})))
                    .arg(taken % 90 + 1)
                    .arg(taken % 9 + 1)
                    .arg(time % 9 + 1);
        if (++taken == rows)
            return text;
    }
    throw std::runtime_error("the file has too few deals without phases");
}

std::string saidIn(const MainWindow& window)
{
    const auto* text = window.findChild<QLabel*>(QStringLiteral("messageText"));
    return text == nullptr ? std::string() : text->text().toStdString();
}

} // namespace

Pastes measurePastes(RepaintClock& clock, const QString& file, const QString& settingsFile, int rows, int times)
{
    Settings settings(settingsFile);
    settings.setAnimated(false);
    setLanguage(Language::English);
    applyTheme(clock, ThemeChoice::Light);
    SystemFileChooser chooser; // nothing is asked for
    MainWindow window(settings, chooser);
    window.resize(1440, 900);
    window.show();
    window.openFile(file);
    if (!QTest::qWaitFor([&] { return window.document() != nullptr; }, 120'000))
        throw std::runtime_error("the window did not open the file");
    QTest::qWait(10'000); // until the first chart stands
    Pastes pastes;
    for (int time = 0; time < times; ++time) {
        const std::int64_t before = window.document()->lastSeq();
        RepaintClock::clipboard()->setText(blockOf(window.document()->chain(), rows, time));
        auto* table = window.findChild<QTableView*>(QStringLiteral("dealsTable"));
        table->setFocus(Qt::TabFocusReason);
        clock.settle();
        const auto from = RepaintClock::Clock::now();
        StandStill still;
        QTest::keyClick(table, Qt::Key_V, Qt::ControlModifier);
        if (window.document()->lastSeq() == before)
            throw std::runtime_error("nothing was pasted: " + saidIn(window));
        const auto done = RepaintClock::Clock::now();
        still.look();
        pastes.milliseconds.push_back(std::chrono::duration<double, std::milli>(done - from).count());
        clock.settle();
        pastes.longestStill.push_back(still.milliseconds());
    }
    return pastes;
}

} // namespace ochain::bench
