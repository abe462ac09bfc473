// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/capacity_view.h"
#include "charts/chart_surface.h"
#include "charts/chart_view.h"
#include "charts/flow_view.h"
#include "charts/money_view.h"
#include "document_testing.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace ochain;
using namespace ochain::testing;

namespace {

ChartSurface& surfaceOf(ChartView& view)
{
    return *view.findChild<ChartSurface*>();
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
