// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/capacity_view.h"
#include "charts/chart_surface.h"
#include "charts/chart_view.h"
#include "charts/flow_view.h"
#include "charts/money_view.h"
#include "document_testing.h"

#include "widgets/segments.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QLatin1String>
#include <QLineEdit>
#include <QMenu>
#include <QObject>
#include <QPoint>
#include <QSignalSpy>
#include <QString>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <set>

using namespace ochain;
using namespace ochain::testing;

namespace {

ChartSurface& surfaceOf(ChartView& view)
{
    return *view.findChild<ChartSurface*>();
}

/// The years that a chart over years shows.
std::pair<int, int> yearsOf(ChartView& view)
{
    if (const auto* money = std::get_if<MoneyFigure>(&view.figure()))
        return {money->periods.front().year, money->periods.back().year};
    const auto& periods = std::get<CapacityFigure>(view.figure()).periods;
    return {periods.front().year, periods.back().year};
}

/// The middle of a year on the first axis of a chart.
QPoint placeOf(ChartView& view, int year)
{
    const ChartAxis& axis = surfaceOf(view).axes().front();
    return {static_cast<int>(axis.span(year, year).center().x()), static_cast<int>(axis.words.center().y())};
}

void drag(ChartSurface& surface, QPoint from, QPoint to)
{
    QTest::mousePress(&surface, Qt::LeftButton, {}, from);
    QTest::mouseMove(&surface, (from + to) / 2);
    QTest::mouseMove(&surface, to);
    QTest::mouseRelease(&surface, Qt::LeftButton, {}, to);
}

} // namespace

class TestChartView final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_file = std::make_unique<ChainFile>();
        m_document = m_file->open();
        QVERIFY(m_document);
    }
    void cleanup()
    {
        m_document.reset();
        m_file.reset();
    }

    void anEditIsSeenInTheChartAtOnce()
    {
        CapacityView view(*m_document);
        view.restoreState(QStringLiteral("{\"group\":\"openai\"}"));
        const auto& before = std::get<CapacityFigure>(view.figure());
        QVERIFY2(!before.panels.empty(), qPrintable(before.head.emptyTitle));
        const auto amdOf = [&] {
            for (const CapacityPanel& panel : std::get<CapacityFigure>(view.figure()).panels)
                for (const Series& series : panel.series)
                    if (series.id == "node:amd")
                        return series.unscheduled + (series.values.empty() ? 0 : series.values.back());
            return std::int64_t(-1);
        };
        const std::int64_t amd = amdOf();
        QVERIFY(amd >= 0);
        QVERIFY(setField(*m_document, "deals", "amd-openai", "capacity_mw", "7000"));
        QCOMPARE(amdOf(), amd + 1'000'000);
    }

    void aHiddenChartIsNotBuiltUntilItIsAskedFor()
    {
        FlowView view(*m_document);
        QVERIFY(setField(*m_document, "deals", "amd-openai", "capacity_mw", "7000"));
        QVERIFY(headOf(surfaceOf(view).figure()).title.isEmpty());
        QVERIFY(!headOf(view.figure()).title.isEmpty());
    }

    void aLargeChainIsDrawnLaterAndTheViewIsThereBefore()
    {
        FlowView flow(*m_document);
        CapacityView capacity(*m_document);
        MoneyView money(*m_document);
        for (ChartView* view : std::initializer_list<ChartView*>{&flow, &capacity, &money}) {
            view->setMostAtOnce(0);
            view->resize(900, 600);
            view->show();
            view->repaint(); // before there is anything to paint
            QVERIFY(headOf(surfaceOf(*view).figure()).title.isEmpty());
            QTRY_VERIFY(!headOf(surfaceOf(*view).figure()).title.isEmpty());
            view->repaint();
            QVERIFY(setField(*m_document, "deals", "amd-openai", "capacity_mw", view == &flow ? "7000" : "6000"));
            QVERIFY(!headOf(view->figure()).title.isEmpty()); // who asks for it does not wait
        }
    }

    void theSelectionIsLitAndAClickSelects()
    {
        FlowView view(*m_document);
        view.restoreState(QStringLiteral("{\"mode\":\"capacity\",\"layer\":\"chips\"}"));
        ViewLens lens = m_document->lens();
        lens.period = kTotal;
        QVERIFY(m_document->setLens(lens));
        view.resize(900, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(!std::get<FlowFigure>(surfaceOf(view).figure()).nodes.empty());
        m_document->select(rowOf(m_document->chain(), "nodes", "nvidia"));
        const std::vector<std::string> lit = view.lit();
        QVERIFY(std::find(lit.begin(), lit.end(), "node:nvidia") != lit.end());
        QSignalSpy changes(m_document.get(), &Document::selectionChanged);
        emit surfaceOf(view).picked(ChartHit{"node:amd", rowOf(m_document->chain(), "nodes", "amd"), {}, {}, {}});
        QCOMPARE(changes.size(), 1);
        QVERIFY(m_document->selection().row == rowOf(m_document->chain(), "nodes", "amd"));
    }

    void theKeyboardReachesEveryMark()
    {
        FlowView view(*m_document);
        view.restoreState(QStringLiteral("{\"mode\":\"capacity\",\"layer\":\"chips\"}"));
        ViewLens lens = m_document->lens();
        lens.period = kTotal;
        QVERIFY(m_document->setLens(lens));
        view.resize(900, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(!std::get<FlowFigure>(surfaceOf(view).figure()).nodes.empty());
        QSignalSpy picks(&surfaceOf(view), &ChartSurface::picked);
        surfaceOf(view).repaint();
        std::set<std::string> rows;
        for (int at = 0; at < 12; ++at) {
            QTest::keyClick(&surfaceOf(view), Qt::Key_Right);
            QTest::keyClick(&surfaceOf(view), Qt::Key_Space);
            const auto hit = picks.takeFirst().at(0).value<std::optional<ChartHit>>();
            if (hit)
                rows.insert(hit->id);
        }
        QVERIFY(rows.count("node:nvidia") == 1);
        QVERIFY(rows.count("node:amd") == 1);
    }

    void theLensIsFollowed()
    {
        MoneyView view(*m_document);
        view.resize(900, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        ViewLens lens = m_document->lens();
        lens.lens.basis = FigureBasis::Weighted;
        QVERIFY(m_document->setLens(lens));
        QTRY_VERIFY(headOf(surfaceOf(view).figure()).subtitle.contains(QStringLiteral("weighted")));
    }

    void whatWasChosenIsRemembered()
    {
        QString state;
        {
            FlowView view(*m_document);
            view.restoreState(QStringLiteral(
                "{\"mode\":\"capacity\",\"layer\":\"cloud\",\"by\":\"tier\",\"expanded\":[\"tier:chips\"]}"));
            state = view.saveState();
        }
        FlowView view(*m_document);
        view.restoreState(state);
        QCOMPARE(view.options().mode, FlowMode::Capacity);
        QCOMPARE(view.options().grouping, Grouping::Tier);
        QCOMPARE(view.options().expanded.count("tier:chips"), std::size_t(1));
        view.restoreState(QStringLiteral("{\"group\":\"gone\",\"layer\":7}"));
        QCOMPARE(view.options().group, FigureOptions().group);
        view.restoreState(QStringLiteral("no json"));
    }

    void aViewOfOneGroupFollowsTheSelectionUnlessItIsPinned_data()
    {
        QTest::addColumn<bool>("isMoney");
        QTest::newRow("capacity") << false;
        QTest::newRow("money") << true;
    }
    void aViewOfOneGroupFollowsTheSelectionUnlessItIsPinned()
    {
        QFETCH(bool, isMoney);
        std::unique_ptr<ChartView> view;
        if (isMoney)
            view = std::make_unique<MoneyView>(*m_document);
        else
            view = std::make_unique<CapacityView>(*m_document);
        view->restoreState(QStringLiteral("{\"group\":\"openai\"}"));
        view->resize(900, 600);
        view->show();
        const Chain& chain = m_document->chain();
        m_document->select(RowRef{Table::Nodes, chain.find<NodeId>("amd").value});
        QCOMPARE(view->options().group, std::string("amd"));
        m_document->select(RowRef{Table::Tiers, chain.find<TierId>("cloud").value});
        QCOMPARE(view->options().group, std::string("cloud"));
        m_document->select(RowRef{Table::Sources, 0}); // is no group
        QCOMPARE(view->options().group, std::string("cloud"));
        m_document->select(std::nullopt);
        QCOMPARE(view->options().group, std::string("cloud"));

        auto* pin = view->findChild<QToolButton*>(isMoney ? QStringLiteral("moneyPin") : QStringLiteral("capacityPin"));
        QVERIFY(pin);
        QTest::mouseClick(pin, Qt::LeftButton);
        m_document->select(RowRef{Table::Nodes, chain.find<NodeId>("openai").value});
        QCOMPARE(view->options().group, std::string("cloud"));
        const QString kept = view->saveState();
        QTest::mouseClick(pin, Qt::LeftButton);
        QCOMPARE(view->options().group, std::string("openai"));
        view->restoreState(kept);
        QVERIFY(pin->isChecked());
        QCOMPARE(view->options().group, std::string("cloud"));
    }
    void whatIsCopiedFromASmallWindowHasRoomForItsSources()
    {
        CapacityView view(*m_document);
        view.restoreState(QStringLiteral("{\"group\":\"openai\"}"));
        view.resize(170, 170); // less than a picture of it needs
        view.show();
        QGuiApplication::clipboard()->clear();
        QMenu menu;
        view.fillMenu(menu);
        for (QAction* action : menu.actions())
            if (action->text() == QLatin1String("Copy the picture"))
                action->trigger();
        const QImage copied = QGuiApplication::clipboard()->image();
        QVERIFY(copied.width() > 170);
        QVERIFY(copied.height() > 170);
    }
    void aClickIntoTheChartLightsAndDoesNotTakeItAway()
    {
        CapacityView view(*m_document);
        view.restoreState(QStringLiteral("{\"group\":\"openai\"}"));
        view.resize(900, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.grab();
        ChartSurface& surface = surfaceOf(view);
        const auto& panels = std::get<CapacityFigure>(view.figure()).panels;
        QVERIFY(!panels.empty());
        const std::string id = panels.front().series.front().id;
        QPoint place;
        for (const auto& [mark, box] : surface.marks())
            if (mark == id)
                place = QPointF(box.right() - 4, box.bottom() - 3).toPoint();
        QTest::mouseClick(&surface, Qt::LeftButton, {}, place);
        QVERIFY(m_document->selection().row);
        QCOMPARE(m_document->selection().row->table, Table::Nodes);
        QCOMPARE(view.options().group, std::string("openai"));
    }

    void aDragAlongTheYearsChoosesThemAndADoubleClickShowsAll_data()
    {
        QTest::addColumn<bool>("isMoney");
        QTest::newRow("money") << true;
        QTest::newRow("capacity") << false;
    }
    void aDragAlongTheYearsChoosesThemAndADoubleClickShowsAll()
    {
        QFETCH(bool, isMoney);
        MoneyView money(*m_document);
        CapacityView capacity(*m_document);
        ChartView& view = isMoney ? static_cast<ChartView&>(money) : static_cast<ChartView&>(capacity);
        view.restoreState(QStringLiteral("{\"group\":\"openai\"}"));
        view.resize(1000, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(!surfaceOf(view).axes().empty());
        const std::pair<int, int> all = yearsOf(view);
        QVERIFY(all.first < 2027 && all.second > 2029);
        drag(surfaceOf(view), placeOf(view, 2029), placeOf(view, 2027)); // from right to left as well
        QCOMPARE(yearsOf(view), std::pair(2027, 2029));
        QCOMPARE(view.findChild<QLineEdit*>(view.viewName() + QStringLiteral("From"))->text(), QStringLiteral("2027"));
        const QString state = view.saveState();
        surfaceOf(view).repaint();
        QTest::mouseClick(&surfaceOf(view), Qt::LeftButton, {}, placeOf(view, 2028)); // a click chooses nothing
        QCOMPARE(yearsOf(view), std::pair(2027, 2029));
        QTest::mouseDClick(&surfaceOf(view), Qt::LeftButton, {}, placeOf(view, 2028));
        QCOMPARE(yearsOf(view), all);
        view.restoreState(state);
        QCOMPARE(yearsOf(view), std::pair(2027, 2029));
    }

    void escGivesADragAlongTheYearsUp()
    {
        MoneyView view(*m_document);
        view.restoreState(QStringLiteral("{\"group\":\"openai\"}"));
        view.resize(1000, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(!surfaceOf(view).axes().empty());
        const std::pair<int, int> all = yearsOf(view);
        QTest::mousePress(&surfaceOf(view), Qt::LeftButton, {}, placeOf(view, 2027));
        QTest::mouseMove(&surfaceOf(view), placeOf(view, 2029));
        QTest::keyClick(&surfaceOf(view), Qt::Key_Escape);
        QTest::mouseRelease(&surfaceOf(view), Qt::LeftButton, {}, placeOf(view, 2029));
        QCOMPARE(yearsOf(view), all);
    }

    void yearsCanBeTyped()
    {
        MoneyView view(*m_document);
        view.restoreState(QStringLiteral("{\"group\":\"openai\"}"));
        view.resize(1000, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const std::pair<int, int> all = yearsOf(view);
        auto* from = view.findChild<QLineEdit*>(QStringLiteral("moneyFrom"));
        auto* to = view.findChild<QLineEdit*>(QStringLiteral("moneyTo"));
        auto* clear = view.findChild<QToolButton*>(QStringLiteral("moneyClear"));
        QVERIFY(!clear->isVisible());
        QTRY_COMPARE(from->placeholderText(), QString::number(all.first));
        from->setFocus();
        QTest::keyClicks(from, QStringLiteral("2027"));
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(yearsOf(view), std::pair(2027, all.second));
        to->setFocus();
        QTest::keyClicks(to, QStringLiteral("1850")); // no year of the chain
        QTest::keyClick(to, Qt::Key_Return);
        QCOMPARE(to->property("state").toString(), QStringLiteral("wrong"));
        QVERIFY(!to->accessibleDescription().isEmpty());
        QCOMPARE(yearsOf(view), std::pair(2027, all.second));
        QTest::keyClick(to, Qt::Key_Escape);
        QCOMPARE(to->text(), QString());
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(yearsOf(view), all);
        QVERIFY(!clear->isVisible());
    }

    void megawattsOfItAreAChoiceOfCapacityAndOfTheLens()
    {
        CapacityView view(*m_document);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto* choice = view.findChild<Segments*>(QStringLiteral("capacityMegawatts"));
        QCOMPARE(choice->current(), 0);
        connect(&view, &ChartView::lensWanted, m_document.get(),
                [this](const ViewLens& lens) { QVERIFY(m_document->setLens(lens)); });
        QTest::mouseClick(choice->findChildren<QToolButton*>().constLast(), Qt::LeftButton);
        QCOMPARE(m_document->lens().lens.megawatts, MegawattsOf::It);
        QVERIFY(headOf(view.figure()).subtitle.contains(QStringLiteral("IT")));
        QVERIFY(m_document->setLens({{}, m_document->lens().period})); // from elsewhere
        QCOMPARE(choice->current(), 0);
    }

    void aScreenReaderHearsTheQuestionAndTheFigures()
    {
        MoneyView view(*m_document);
        (void)view.figure();
        QCOMPARE(surfaceOf(view).accessibleName(), headOf(view.figure()).title);
        QVERIFY(surfaceOf(view).accessibleDescription().contains(headOf(view.figure()).subtitle));
        for (const QComboBox* box : view.findChildren<QComboBox*>())
            QVERIFY(!box->accessibleName().isEmpty());
    }

private:
    std::unique_ptr<ChainFile> m_file;
    std::unique_ptr<Document> m_document;
};

QTEST_MAIN(TestChartView)
#include "tst_chart_view.moc"
