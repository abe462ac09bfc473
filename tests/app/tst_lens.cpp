// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_view.h"
#include "hands.h"
#include "panels/lens_bar.h"
#include "widgets/segments.h"

#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace ochain;

namespace {

QToolButton& segment(const WindowFixture& f, const char* choice, int at)
{
    return *f.find<Segments>(choice).findChildren<QToolButton*>().at(at);
}

const Lens& lensOf(const WindowFixture& f)
{
    return f.document().lens().lens;
}

} // namespace

/// The lens bar, by mouse and by keyboard.
class TestLens final : public QObject {
    Q_OBJECT

private slots:
    void oneChoiceOfStatedWeightedAndFirm()
    {
        WindowFixture f;
        click(segment(f, "stance", 1));
        QCOMPARE(lensOf(f).basis, FigureBasis::Weighted);
        QCOMPARE(lensOf(f).commitments, Commitments::All);
        click(segment(f, "stance", 2));
        QCOMPARE(lensOf(f).basis, FigureBasis::Headline);
        QCOMPARE(lensOf(f).commitments, Commitments::Firm);
        QCOMPARE(lensChipsOf(f), QStringList());
        const auto& view = f.find<ChartView>("flowView");
        QVERIFY(headOf(view.figure()).subtitle.contains(QStringLiteral("only what is firm")));
        QTest::keyClick(&segment(f, "stance", 2), Qt::Key_Left);
        QCOMPARE(lensOf(f).basis, FigureBasis::Weighted);
        QTest::keyClick(f.window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(lensOf(f), Lens());
        QTest::keyClick(f.window.get(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(lensOf(f).commitments, Commitments::Firm);
    }

    void theRestIsInAPopupThatStaysUntilEsc()
    {
        WindowFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_L, Qt::ControlModifier);
        auto& popup = f.find<QFrame>("lensPopup");
        QVERIFY(popup.isVisible());
        QVERIFY(popup.isAncestorOf(QApplication::focusWidget()));
        click(segment(f, "assumed", 1));
        click(segment(f, "overlaps", 1));
        QVERIFY(popup.isVisible());
        QVERIFY(!lensOf(f).withAssumed);
        QCOMPARE(lensOf(f).overlaps, Overlaps::Gross);
        click(segment(f, "commitment", 1));
        click(segment(f, "basis", 1)); // weighted and firm at once
        QCOMPARE(f.find<Segments>("stance").current(), 2);
        QTest::keyClick(&popup, Qt::Key_Escape);
        QVERIFY(!popup.isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_L, Qt::ControlModifier);
        click(f.find<QPushButton>("lensUsual"));
        QCOMPARE(lensOf(f), Lens());
    }

    void aChipStandsForWhatIsNotAsUsualAndTakesItAway()
    {
        WindowFixture f;
        f.window->resize(1600, 900);
        QCOMPARE(lensChipsOf(f), QStringList());
        f.trigger("lensRest");
        click(segment(f, "assumed", 1));
        click(segment(f, "megawatts", 1));
        click(segment(f, "commitment", 1));
        click(segment(f, "basis", 1));
        f.find<QFrame>("lensPopup").close();
        QTRY_COMPARE(lensChipsOf(f), (QStringList{QStringLiteral("weighted ×"), QStringLiteral("assumed figures out ×"),
                                                  QStringLiteral("MW of IT ×")}));
        auto& first = f.find<QToolButton>("lensChip0");
        QCOMPARE(first.accessibleName(), QStringLiteral("Take away: weighted"));
        first.setFocus(Qt::TabFocusReason);
        press(Qt::Key_Delete);
        QCOMPARE(lensOf(f).basis, FigureBasis::Headline);
        QCOMPARE(lensOf(f).commitments, Commitments::Firm);
        QCOMPARE(QApplication::focusWidget(), &first); // the next one has come into its place
        press(Qt::Key_Return);
        QVERIFY(lensOf(f).withAssumed);
        click(first);
        QCOMPARE(lensOf(f).megawatts, MegawattsOf::Stated);
        QCOMPARE(lensChipsOf(f), QStringList());
    }

    void aNarrowBarCountsTheChipsThatHaveNoRoom_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("English") << false;
        QTest::newRow("Chinese") << true;
    }
    void aNarrowBarCountsTheChipsThatHaveNoRoom()
    {
        QFETCH(bool, isChinese);
        WindowFixture f;
        f.trigger(isChinese ? "language_zh_CN" : "language_en");
        f.trigger("lensRest");
        for (const char* choice : {"assumed", "overlaps", "megawatts", "commitment", "basis"})
            click(segment(f, choice, 1));
        f.find<QFrame>("lensPopup").close();
        f.window->resize(1280, 720);
        QTRY_COMPARE(f.window->width(), 1280);
        auto& rest = f.find<QToolButton>("lensRest");
        const int shown = static_cast<int>(lensChipsOf(f).size());
        QVERIFY(shown == 4 || rest.text() == QStringLiteral("+%1").arg(4 - shown));
        QCOMPARE(rest.isVisible(), shown < 4);
        const auto& bar = f.find<LensBar>("lensBar");
        for (const QWidget* control : bar.findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
            if (control->isVisible() && !control->isWindow())
                QVERIFY2(bar.rect().contains(control->geometry()), qPrintable(control->objectName()));
        if (shown < 4) {
            click(rest);
            QVERIFY(f.find<QFrame>("lensPopup").isVisible());
        }
        f.trigger("language_en");
    }

    void aDayThatIsNoneIsSaidBelowTheField_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"yesterday", "2025-13-01", "7/8/2026", "FY2026", "1066-10-14"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void aDayThatIsNoneIsSaidBelowTheField()
    {
        QFETCH(QString, typed);
        WindowFixture f;
        QLineEdit& day = f.enter("asOfEdit");
        type(typed);
        press(Qt::Key_Return);
        const auto& note = f.find<QLabel>("asOfNote");
        QVERIFY(note.isVisible());
        static const QRegularExpression mend(QStringLiteral("[;,] (write|give) "));
        QVERIFY2(note.text().contains(typed) && note.text().contains(mend),
                 qPrintable(note.text())); // what, and how to mend it
        QCOMPARE(note.text(), day.accessibleDescription());
        const QRect field(day.mapTo(f.window.get(), QPoint()), day.size());
        const QRect place = note.geometry();
        QVERIFY(place.top() >= field.bottom() && place.left() <= field.right() && f.window->rect().contains(place));
        QCOMPARE(lensOf(f).knownAsOf, kNoDay);
        QCOMPARE(day.text(), typed); // kept, to be mended
        day.selectAll();
        type(QStringLiteral("2025-12-31"));
        press(Qt::Key_Return);
        QVERIFY(!note.isVisible());
        QCOMPARE(lensOf(f).knownAsOf, dayNumber(2025, 12, 31));
        day.selectAll();
        type(typed);
        press(Qt::Key_Return);
        QVERIFY(note.isVisible());
        press(Qt::Key_Escape); // gives up
        QVERIFY(!note.isVisible());
        QCOMPARE(day.text(), QStringLiteral("2025-12-31"));
    }

    void aYearThatIsNoneIsSaidToo()
    {
        WindowFixture f;
        f.trigger("showMoney");
        QLineEdit& year = f.enter("moneyFrom");
        type(QStringLiteral("1999"));
        press(Qt::Key_Return);
        const auto& note = f.find<QLabel>("moneyNote");
        QVERIFY(note.isVisible());
        const QString first = QString::number(f.document().rollups().calendar().firstYear());
        QVERIFY2(note.text().contains(QLatin1String("1999")) && note.text().contains(first), qPrintable(note.text()));
        year.selectAll();
        type(first);
        press(Qt::Key_Return);
        QVERIFY(!note.isVisible());
    }

    void theBarsOfMoneyAreThoseOfTheLensBar()
    {
        WindowFixture f;
        f.trigger("showMoney");
        const auto& money = f.find<ChartView>("moneyView");
        const auto bar = [&] { return std::get<MoneyFigure>(money.figure()).periods.front().kind; };
        QCOMPARE(bar(), PeriodKind::Year);
        click(segment(f, "granularity", 1));
        QCOMPARE(f.document().lens().period.kind, PeriodKind::Quarter);
        QCOMPARE(bar(), PeriodKind::Quarter);
        QCOMPARE(
            std::get<MoneyFigure>(money.figure()).periods.at(std::get<MoneyFigure>(money.figure()).current.value_or(0)),
            f.document().lens().period);          // the one that the lens looks at is lit
        click(segment(f, "moneyGranularity", 0)); // chosen otherwise
        QCOMPARE(bar(), PeriodKind::Year);
        f.trigger("nextPeriod"); // and it stays so while one steps
        QCOMPARE(bar(), PeriodKind::Year);
        click(segment(f, "granularity", 0));
        QCOMPARE(bar(), PeriodKind::Year);
    }

    void theMenuSaysWhatIsChosen()
    {
        WindowFixture f;
        click(segment(f, "stance", 2));
        f.trigger("guarantees");
        QMenu* menu = nullptr;
        for (QMenu* each : f.window->findChildren<QMenu*>())
            if (each->actions().contains(&f.find<QAction>("lensFirm")))
                menu = each;
        QVERIFY(menu != nullptr);
        emit menu->aboutToShow();
        QVERIFY(f.find<QAction>("lensFirm").isChecked());
        QVERIFY(!f.find<QAction>("lensStated").isChecked());
        QVERIFY(f.find<QAction>("guarantees").isChecked());
        QVERIFY(f.find<ChartView>("flowView").options().withGuarantees);
        f.find<QAction>("lensStated").trigger();
        emit menu->aboutToShow();
        QVERIFY(!f.find<QAction>("lensFirm").isChecked());
        QCOMPARE(lensOf(f), Lens());
    }
};

QTEST_MAIN(TestLens)
#include "tst_lens.moc"
