// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/day_news.h"
#include "form_hands.h"
#include "formats/format.h"
#include "hands.h"

#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace ochain;

namespace {

Day knownAsOf(const WindowFixture& f)
{
    return f.document().lens().lens.knownAsOf;
}

void goTo(const WindowFixture& f, Day day)
{
    ViewLens lens = f.document().lens();
    lens.lens.knownAsOf = day;
    f.document().setLens(lens);
}

QString told(const WindowFixture& f)
{
    return f.find<QPushButton>("movedFigures").text();
}

const Day kAmdDay = dayNumber(2025, 10, 6);

} // namespace

/// Known as of steps through the days on which something became known, says what, and plays.
class TestReplay final : public QObject {
    Q_OBJECT

private slots:
    void aStepSaysWhatHappened()
    {
        WindowFixture f;
        const std::vector<Day> days = knowledgeDays(f.chain());
        const auto amd = std::find(days.begin(), days.end(), kAmdDay);
        QVERIFY(amd != days.end() && amd != days.begin());
        goTo(f, *(amd - 1));
        f.find<QToolButton>("asOfNext").setFocus(Qt::TabFocusReason);
        press(Qt::Key_Space);
        QCOMPARE(knownAsOf(f), kAmdDay);
        QVERIFY2(told(f).startsWith(QStringLiteral("2025-10-06 · ")), qPrintable(told(f)));
        const QStringList news = newsOf(f.chain(), kAmdDay);
        QVERIFY(!news.filter(QStringLiteral("6.0 GW")).isEmpty()); // AMD's, by name and not by key
        QVERIFY(news.filter(QStringLiteral("amd-openai")).isEmpty());
        QTest::mouseClick(&f.find<QPushButton>("movedFigures"), Qt::LeftButton);
        QCOMPARE(f.find<QLabel>("newsList").text(), news.join(QLatin1Char('\n')));
        press(Qt::Key_Escape);
    }

    void aStatusThatIsClaimedIsAStep()
    {
        WindowFixture f;
        const Day day = dayNumber(2030, 5, 5);
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        enterField(f, QStringLiteral("dealStatus"));
        type(QStringLiteral("Building"));
        press(Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Deals, "amd-openai-6gw", deal_field::Status), std::string("building"));
        QTest::mouseClick(&shown<QPushButton>(f, "dealStatusChangedOn"), Qt::LeftButton);
        type(QStringLiteral("2030-05-05"));
        press(Qt::Key_Return);
        type(QStringLiteral("nasdaq-amd"));
        press(Qt::Key_Return);
        goTo(f, dayNumber(2030, 5, 4));
        f.trigger("nextKnowledge");
        QCOMPARE(knownAsOf(f), day);
        QVERIFY2(told(f).contains(QStringLiteral("Signed → ")) || told(f).contains(QStringLiteral("signed → ")),
                 qPrintable(told(f)));
    }

    void aStepThatLeadsNowhereSaysWhy()
    {
        WindowFixture f;
        const std::vector<Day> days = knowledgeDays(f.chain());
        goTo(f, days.front());
        f.trigger("previousKnowledge");
        QCOMPARE(knownAsOf(f), days.front());
        QVERIFY2(told(f).contains(dayText(days.front())) && told(f).contains(QLatin1String("first day")),
                 qPrintable(told(f)));
        goTo(f, days.back());
        f.trigger("nextKnowledge");
        QCOMPARE(knownAsOf(f), kNoDay);
        QVERIFY2(told(f).contains(dayText(days.back())) && told(f).contains(QLatin1String("last day")),
                 qPrintable(told(f)));
        f.trigger("previousKnowledge"); // and the next thing that happens is said again
        QVERIFY2(told(f).startsWith(dayText(days.back()) + QStringLiteral(" · ")), qPrintable(told(f)));
    }

    void theWayThereSaysWhatItLeadsTo()
    {
        WindowFixture f;
        const std::vector<Day> days = knowledgeDays(f.chain());
        const auto amd = std::find(days.begin(), days.end(), kAmdDay);
        goTo(f, *(amd - 1));
        auto& next = f.find<QToolButton>("asOfNext");
        const QString name = next.accessibleName();
        QHelpEvent rest(QEvent::ToolTip, next.rect().center(), next.mapToGlobal(next.rect().center()));
        QApplication::sendEvent(&next, &rest);
        QVERIFY2(next.toolTip().contains(QStringLiteral("2025-10-06 · ")), qPrintable(next.toolTip()));
        QVERIFY2(next.toolTip().contains(newsOf(f.chain(), kAmdDay).constFirst()), qPrintable(next.toolTip()));
        QCOMPARE(next.accessibleName(), name); // the button is called what it does
    }

    void playRunsToTheEndAndStops()
    {
        WindowFixture f;
        const std::vector<Day> days = knowledgeDays(f.chain());
        QVERIFY(days.size() > 2);
        goTo(f, days[days.size() - 2]);
        auto& play = f.find<QToolButton>("asOfPlay");
        const QString idle = play.accessibleName();
        QTest::mouseClick(&play, Qt::LeftButton);
        QVERIFY(play.accessibleName() != idle);
        QTRY_COMPARE_WITH_TIMEOUT(knownAsOf(f), kNoDay, 20000); // one day more, and all is known
        QTRY_COMPARE_WITH_TIMEOUT(play.accessibleName(), idle, 20000);
    }

    void playBeginsAtTheFirstDayAndEscStops()
    {
        WindowFixture f;
        const QString idle = f.find<QToolButton>("asOfPlay").accessibleName();
        f.trigger("replay");
        QCOMPARE(knownAsOf(f), knowledgeDays(f.chain()).front());
        QTRY_VERIFY_WITH_TIMEOUT(knownAsOf(f) > knowledgeDays(f.chain()).front(), 20000);
        press(Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(f.find<QToolButton>("asOfPlay").accessibleName(), idle, 20000);
        QVERIFY(knownAsOf(f) != kNoDay); // it stays on its day
    }
};

QTEST_MAIN(TestReplay)
#include "tst_replay.moc"
