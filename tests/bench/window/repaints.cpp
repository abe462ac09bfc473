// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/window/repaints.h"

#include "bench/window/repaint_clock.h"
#include "document/document.h"
#include "language/language.h"
#include "main_window.h"
#include "panels/file_chooser.h"
#include "settings.h"
#include "theme/theme.h"

#include <QLineEdit>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

#include <functional>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace ochain::bench {

namespace {

constexpr int kIdleMs = 3000; ///< in which the window has made what it makes once it is shown

/// The window, and what a person does in it.
class Hand final {
public:
    Hand(RepaintClock& clock, MainWindow& window) : m_clock(clock), m_window(window) {}

    void key(QWidget& to, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(&to, key, modifiers);
    }
    template <class Widget>
    [[nodiscard]] Widget& find(const char* name) const
    {
        auto* widget = m_window.findChild<Widget*>(QString::fromLatin1(name));
        if (widget == nullptr)
            throw std::runtime_error(fmt::format("the window has no {}", name));
        return *widget;
    }
    [[nodiscard]] MainWindow& window() const noexcept { return m_window; }
    [[nodiscard]] RepaintClock& clock() const noexcept { return m_clock; }
    /// From a step to the end of the last painting after it; none if it changed nothing on the screen.
    [[nodiscard]] std::optional<double> millisecondsOf(const std::function<void()>& step) const
    {
        m_clock.settle();
        const int before = m_clock.paints();
        const auto from = RepaintClock::Clock::now();
        step();
        m_clock.settle();
        if (m_clock.paints() == before)
            return std::nullopt;
        return std::chrono::duration<double, std::milli>(m_clock.lastPaint() - from).count();
    }

private:
    RepaintClock& m_clock;
    MainWindow& m_window;
};

void open(const Hand& hand, const QString& file)
{
    hand.window().resize(1440, 900);
    hand.window().show();
    hand.window().openFile(file);
    if (!QTest::qWaitFor([&] { return hand.window().document() != nullptr; }, 60'000))
        throw std::runtime_error("the window did not open the file");
    QTest::qWait(kIdleMs);
}

/// Another value for the deal that is selected: typed, and Enter.
std::optional<double> edit(const Hand& hand, int time)
{
    auto& line = hand.find<QLineEdit>("dealValue");
    line.setFocus(Qt::TabFocusReason);
    line.selectAll();
    QTest::keyClicks(&line, QStringLiteral("$%1bn").arg(20 + time));
    const auto edits = hand.window().document()->lastSeq();
    const std::optional<double> taken = hand.millisecondsOf([&] { hand.key(line, Qt::Key_Return); });
    if (hand.window().document()->lastSeq() == edits)
        throw std::runtime_error("the form did not edit");
    return taken;
}

/// The next row of the tree; back to the first after the last.
std::optional<double> select(const Hand& hand, int time)
{
    hand.find<QTabBar>("homeTabs").setCurrentIndex(1); // where the tree is
    auto& tree = hand.find<QTreeView>("chainTree");
    tree.setFocus(Qt::TabFocusReason);
    const bool isDown = time % 20 < 10;
    return hand.millisecondsOf([&] { hand.key(tree, isDown ? Qt::Key_Down : Qt::Key_Up); });
}

std::optional<double> stepPeriod(const Hand& hand, int time)
{
    const bool isOn = time % 6 < 3;
    return hand.millisecondsOf([&] { hand.key(hand.window(), isOn ? Qt::Key_Right : Qt::Key_Left, Qt::AltModifier); });
}

std::optional<double> stepKnowledge(const Hand& hand, int time)
{
    const bool isBack = time % 6 < 3;
    return hand.millisecondsOf([&] { hand.key(hand.window(), isBack ? Qt::Key_Down : Qt::Key_Up, Qt::AltModifier); });
}

/// Asks what if the value of the deal selected were another, if that is not asked yet.
QSlider& askWhatIf(const Hand& hand)
{
    if (hand.window().findChild<QSlider*>(QStringLiteral("whatIfSlider0")) == nullptr) {
        hand.find<QTabBar>("homeTabs").setCurrentIndex(1); // answers come a moment later
        hand.find<QLineEdit>("dealValue").setFocus(Qt::TabFocusReason);
        hand.key(hand.window(), Qt::Key_W, Qt::AltModifier);
    }
    return hand.find<QSlider>("whatIfSlider0");
}

/// One step of the slider of What if, and every figure after it.
std::optional<double> slide(const Hand& hand, int time)
{
    QSlider& slider = askWhatIf(hand);
    slider.setFocus(Qt::TabFocusReason);
    const bool isUp = time % 20 < 10;
    return hand.millisecondsOf([&] { hand.key(slider, isUp ? Qt::Key_Right : Qt::Key_Left); });
}

/// Compares with amounts weighted by status, or ends that.
std::optional<double> compare(const Hand& hand, int /*time*/)
{
    return hand.millisecondsOf([&] { hand.key(hand.window(), Qt::Key_8, Qt::AltModifier); });
}

/// A deal with a value of its own, so that another one is an edit of the value alone.
void selectDeal(const Hand& hand)
{
    Document& document = *hand.window().document();
    std::optional<RowRef> chosen;
    document.chain().deals().forEach([&](DealId id, const Deal& deal) {
        if (!chosen && !deal.value.isAbsent() && !deal.partOf.isSet() && deal.firstTranche == kNoRow)
            chosen = RowRef{Table::Deals, id.value};
    });
    if (!chosen)
        throw std::runtime_error("the file has no deal with a value");
    document.select(chosen);
    hand.clock().settle();
}

} // namespace

std::vector<Repaints> measureRepaints(RepaintClock& clock, const QString& file, const QString& settingsFile, int times,
                                      Steps which)
{
    Settings settings(settingsFile);
    settings.setAnimated(false); // a motion takes the 200 ms it is meant to take
    setLanguage(Language::English);
    applyTheme(clock, ThemeChoice::Light);
    SystemFileChooser chooser; // nothing is asked for
    MainWindow window(settings, chooser);
    const Hand hand(clock, window);
    open(hand, file);
    const std::pair<const char*, Qt::Key> views[] = {
        {"flow", Qt::Key_1}, {"capacity", Qt::Key_2}, {"money", Qt::Key_3}};
    const std::pair<const char*, std::optional<double> (*)(const Hand&, int)> steps[] = {
        {"edit", edit},          {"selection", select}, {"period", stepPeriod}, {"knowledge", stepKnowledge},
        {"comparison", compare}, {"slider", slide}};
    std::vector<Repaints> all;
    for (const auto& [step, run] : steps) {
        if (which == Steps::Slider && run != slide)
            continue;
        for (const auto& [view, key] : views) {
            hand.key(window, key, Qt::ControlModifier);
            selectDeal(hand);
            Repaints repaints{fmt::format("{}_{}_ms", step, view), fmt::format("{}, {}", step, view), {}};
            for (int time = 0; time < times; ++time)
                if (const std::optional<double> taken = run(hand, time))
                    repaints.milliseconds.push_back(*taken);
            if (repaints.milliseconds.empty())
                throw std::runtime_error(repaints.text + ": nothing was painted");
            all.push_back(std::move(repaints));
        }
    }
    return all;
}

} // namespace ochain::bench
