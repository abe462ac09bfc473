// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_surface.h"
#include "charts/chart_view.h"
#include "charts/flow_view.h"
#include "document_testing.h"

#include <QObject>
#include <QPoint>
#include <QSignalSpy>
#include <QString>
#include <QStyleHints>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace ochain;
using namespace ochain::testing;

/// The flow in a window, by real mouse and keyboard.
class TestFlowView final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_file = std::make_unique<ChainFile>();
        m_document = m_file->open();
        QVERIFY(m_document);
        ViewLens lens = m_document->lens();
        lens.period = kTotal;
        QVERIFY(m_document->setLens(lens));
        show();
    }
    void cleanup()
    {
        m_view.reset();
        m_document.reset();
        m_file.reset();
    }

    void aBoxIsDraggedAndItsOrderIsKeptAndRemembered()
    {
        const std::vector<std::string> before = column();
        QVERIFY(before.size() >= 2);
        const QPoint from = middle(before.back());
        const QPoint to(from.x(), middle(before.front()).y() - 30);
        QTest::mousePress(surface(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 10; ++step) {
            QTest::mouseMove(surface(), from + (to - from) * step / 10);
            surface()->repaint();
        }
        QTest::mouseRelease(surface(), Qt::LeftButton, {}, to);
        QTRY_COMPARE(column().front(), before.back());
        const std::vector<std::string> after = column();
        QVERIFY(setField(*m_document, "deals", "amd-openai", "capacity_mw", "7000")); // an edit keeps it
        QTRY_VERIFY(column() == after);
        const QString state = m_view->saveState();
        show(); // another window, as after a restart
        m_view->restoreState(state);
        QTRY_COMPARE(column().front(), before.back());
        m_view->restoreState(QStringLiteral("{\"mode\":\"capacity\",\"layer\":\"chips\",\"orders\":[[1,2],\"x\",[]]}"));
        QVERIFY(m_view->options().orders.empty());
    }

    void escapePutsADraggedBoxBack()
    {
        const std::vector<std::string> before = column();
        const QPoint from = middle(before.back());
        QTest::mousePress(surface(), Qt::LeftButton, {}, from);
        QTest::mouseMove(surface(), QPoint(from.x(), 40));
        surface()->repaint();
        QVERIFY(column() != before);
        QTest::keyClick(surface(), Qt::Key_Escape);
        surface()->repaint();
        QTest::mouseRelease(surface(), Qt::LeftButton, {}, QPoint(from.x(), 40));
        QTRY_VERIFY(m_view->options().orders.empty());
        QVERIFY(column() == before);
    }

    void aClickWithoutADragOnlySelects()
    {
        QSignalSpy orders(surface(), &ChartSurface::ordered);
        QTest::mouseClick(surface(), Qt::LeftButton, {}, middle("node:nvidia"));
        QCOMPARE(orders.size(), 0);
        QVERIFY(m_document->selection().row == rowOf(m_document->chain(), "nodes", "nvidia"));
    }

    void theKeyboardMovesABoxInItsColumn()
    {
        const std::vector<std::string> before = column();
        surface()->setFocus();
        for (int key = 0; key < 40 && hovered() != before.front(); ++key)
            QTest::keyClick(surface(), Qt::Key_Right);
        QCOMPARE(hovered(), before.front());
        QTest::keyClick(surface(), Qt::Key_Down, Qt::ControlModifier);
        QTRY_COMPARE(column().at(1), before.front());
        QTest::keyClick(surface(), Qt::Key_Up, Qt::ControlModifier);
        QTRY_COMPARE(column().front(), before.front());
        QTest::keyClick(surface(), Qt::Key_Up, Qt::ControlModifier); // it is at the top already
        QCOMPARE(column().front(), before.front());
    }

    void aChangeIsSeenToMoveAndComesToAnEnd()
    {
        m_view->setAnimated(true);
        const QPoint before = middle("node:amd");
        QVERIFY(setField(*m_document, "deals", "amd-openai", "capacity_mw", "60000"));
        QTRY_VERIFY(middle("node:amd") != before);
        QTest::qWait(400); // the move takes 200 ms
        const QPoint after = middle("node:amd");
        m_view->setAnimated(false);
        surface()->repaint();
        QCOMPARE(middle("node:amd"), after);
    }

    void whatIsShownForAFileHasTheOrderOfTheScreen()
    {
        const std::vector<std::string> before = column();
        QTest::mousePress(surface(), Qt::LeftButton, {}, middle(before.back()));
        QTest::mouseMove(surface(), QPoint(middle(before.back()).x(), 30));
        surface()->repaint();
        QTest::mouseRelease(surface(), Qt::LeftButton, {}, QPoint(middle(before.back()).x(), 30));
        QTRY_COMPARE(column().front(), before.back());
        const ChartFigure shown = m_view->shown();
        QVERIFY(std::get<FlowFigure>(shown).orders == surface()->order());
    }

    void withoutThePinAPeriodLooksTheSameWhateverWasLookedAt()
    {
        const auto look = [this](int year) {
            ViewLens lens = m_document->lens();
            lens.period = {PeriodKind::Year, year, 0};
            QVERIFY(m_document->setLens(lens));
            QVERIFY(!std::get<FlowFigure>(m_view->figure()).nodes.empty());
        };
        m_view->restoreState(QStringLiteral("{\"pinned\":false}"));
        look(2028);
        const std::vector<std::vector<std::string>> fresh = ordersNow();
        int differing = 0;
        for (const int before : {2025, 2026, 2027, 2029, 2030}) {
            look(before);
            differing += ordersNow() == fresh ? 0 : 1;
            look(2028);
            QCOMPARE(ordersNow(), fresh);
        }
        QVERIFY(differing > 0); // else it proves nothing
        auto* pin = m_view->findChild<QToolButton*>(QStringLiteral("flowPin"));
        QVERIFY(pin != nullptr && !pin->isChecked());
        const QString state = m_view->saveState();
        pin->click(); // from now on boxes stay where they are
        QVERIFY(pin->isChecked());
        m_view->restoreState(state);
        QVERIFY(!pin->isChecked());
        m_view->restoreState(QStringLiteral("{}"));
        QVERIFY(pin->isChecked()); // nothing jumps unless it is let go
    }

private:
    [[nodiscard]] std::vector<std::vector<std::string>> ordersNow() const
    {
        surface()->repaint();
        return surface()->order();
    }

    void show()
    {
        m_view = std::make_unique<FlowView>(*m_document);
        m_view->restoreState(QStringLiteral("{\"mode\":\"capacity\",\"layer\":\"chips\"}"));
        m_view->resize(900, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(!std::get<FlowFigure>(surface()->figure()).nodes.empty());
        surface()->repaint();
    }

    [[nodiscard]] ChartSurface* surface() const { return m_view->findChild<ChartSurface*>(); }

    /// The column of the chip makers, from top to bottom.
    [[nodiscard]] std::vector<std::string> column() const
    {
        surface()->repaint();
        for (const std::vector<std::string>& ids : surface()->order())
            if (std::find(ids.begin(), ids.end(), "node:nvidia") != ids.end())
                return ids;
        return {};
    }

    [[nodiscard]] QPoint middle(const std::string& id) const
    {
        surface()->repaint();
        for (const auto& [mark, box] : surface()->marks())
            if (mark == id)
                return box.center().toPoint();
        return {};
    }

    [[nodiscard]] std::string hovered() const { return surface()->hovered(); }

    std::unique_ptr<ChainFile> m_file;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<FlowView> m_view;
};

QTEST_MAIN(TestFlowView)
#include "tst_flow_view.moc"
