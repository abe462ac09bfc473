// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/capacity_view.h"
#include "charts/chart_accessible.h"
#include "charts/chart_surface.h"
#include "charts/flow_view.h"
#include "charts/money_view.h"
#include "document_testing.h"

#include <QAccessible>
#include <QSet>
#include <QTest>

#include <memory>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// A view on the screen, with what a screen reader finds in it.
struct Shown {
    explicit Shown(const QString& name) : document(file.open())
    {
        ViewLens lens = document->lens();
        lens.period = {PeriodKind::Year, 2027, 0};
        document->setLens(lens);
        if (name == QLatin1String("flow"))
            view = std::make_unique<FlowView>(*document);
        else if (name == QLatin1String("capacity"))
            view = std::make_unique<CapacityView>(*document);
        else
            view = std::make_unique<MoneyView>(*document);
        view->resize(1000, 700);
        view->show();
        if (!QTest::qWaitForWindowExposed(view.get()))
            qFatal("the view is not to be seen");
        surface = view->findChild<ChartSurface*>();
        surface->grab(); // it is painted
        chart = QAccessible::queryAccessibleInterface(surface);
    }

    ChainFile file;
    std::unique_ptr<Document> document;
    std::unique_ptr<ChartView> view;
    ChartSurface* surface = nullptr;
    QAccessibleInterface* chart = nullptr;
};

std::size_t barsOf(const Series& series)
{
    return static_cast<std::size_t>(
        std::count_if(series.values.begin(), series.values.end(), [](std::int64_t value) { return value > 0; }));
}

/// How many marks a figure has, counted another way than the program does.
std::size_t marksOf(const ChartFigure& figure)
{
    std::size_t marks = 0;
    if (const auto* flow = std::get_if<FlowFigure>(&figure))
        return flow->nodes.size() + flow->links.size();
    if (const auto* capacity = std::get_if<CapacityFigure>(&figure)) {
        for (const CapacityPanel& panel : capacity->panels)
            for (const Series& series : panel.series)
                marks += series.unscheduled > 0 ? 2 : 1;
        return marks;
    }
    const auto& money = std::get<MoneyFigure>(figure);
    for (const auto* side : {&money.incoming, &money.outgoing, &money.guarantees})
        for (const Series& series : *side)
            marks += barsOf(series);
    if (money.backlog)
        marks += barsOf(*money.backlog);
    return marks + money.customers.size() + barsOf(money.gap) + money.periods.size();
}

} // namespace

/// What a screen reader is told of a chart: each mark, with name, value, place and the keyboard.
class TestChartAccessible final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QAccessible::installFactory(chartAccessible);
        QAccessible::setActive(true);
    }

    void everyMarkIsAChild_data()
    {
        QTest::addColumn<QString>("view");
        for (const char* view : {"flow", "capacity", "money"})
            QTest::newRow(view) << QString::fromLatin1(view);
    }
    void everyMarkIsAChild()
    {
        QFETCH(QString, view);
        Shown s(view);
        QCOMPARE(s.chart->role(), QAccessible::Chart);
        QCOMPARE(s.chart->text(QAccessible::Name), headOf(s.view->figure()).title);
        const auto count = static_cast<std::size_t>(s.chart->childCount());
        QVERIFY(count > 0);
        QCOMPARE(count, marksOf(s.view->figure()));
        QCOMPARE(count, s.surface->marks().size());
        const QRect screen(s.surface->mapToGlobal(QPoint()), s.surface->size());
        QSet<QString> names;
        for (int index = 0; index < s.chart->childCount(); ++index) {
            QAccessibleInterface* mark = s.chart->child(index);
            const QString name = mark->text(QAccessible::Name);
            QVERIFY2(!name.isEmpty() && !names.contains(name), qPrintable(name));
            names.insert(name);
            QVERIFY2(!mark->text(QAccessible::Value).isEmpty(), qPrintable(name));
            QCOMPARE(mark->role(), QAccessible::Graphic);
            QCOMPARE(mark->parent(), s.chart);
            QCOMPARE(s.chart->indexOfChild(mark), index);
            QVERIFY2(!mark->rect().isEmpty() && screen.intersects(mark->rect()), qPrintable(name));
            QVERIFY(mark->state().focusable);
        }
    }

    void aPlaceIsThatOfItsOwnMark_data() { everyMarkIsAChild_data(); }
    void aPlaceIsThatOfItsOwnMark()
    {
        QFETCH(QString, view);
        Shown s(view);
        const std::vector<ChartPart>& parts = s.surface->parts();
        std::vector<QRectF> boxes;
        for (const auto& mark : s.surface->marks())
            boxes.push_back(mark.second);
        for (const ChartPart& part : parts) {
            const QRectF box = s.surface->boxOf(part);
            const auto found = std::find(boxes.begin(), boxes.end(), box);
            QVERIFY2(found != boxes.end(), qPrintable(part.name)); // no mark is that of two parts
            boxes.erase(found);
        }
        QVERIFY(boxes.empty());
    }

    void valuesAreThoseOfTheFigureWithUnits()
    {
        Shown s(QStringLiteral("flow"));
        const auto& flow = std::get<FlowFigure>(s.view->figure());
        bool hasAmount = false;
        for (std::size_t at = 0; at < flow.nodes.size(); ++at) {
            QAccessibleInterface* box = s.chart->child(static_cast<int>(at));
            QVERIFY(box->text(QAccessible::Name).startsWith(flow.nodes[at].name));
            if (flow.nodes[at].amount == 0)
                continue;
            hasAmount = true;
            QCOMPARE(box->text(QAccessible::Value), flow.nodes[at].figure);
            QVERIFY(box->text(QAccessible::Value).contains(QLatin1Char('$')));
            QCOMPARE(box->valueInterface()->currentValue().toDouble(),
                     static_cast<double>(flow.nodes[at].amount) / 100);
        }
        QVERIFY(hasAmount);
    }

    void theKeyboardIsWhereTheReaderIs()
    {
        Shown s(QStringLiteral("money"));
        s.view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.view.get()));
        s.surface->setFocus();
        QTRY_VERIFY(s.surface->hasFocus());
        QSet<QString> met;
        for (int step = 0; step < s.chart->childCount(); ++step) {
            QTest::keyClick(s.surface, Qt::Key_Right);
            QAccessibleInterface* focus = s.chart->focusChild();
            QVERIFY(focus != nullptr && focus != s.chart);
            QVERIFY(focus->state().focused);
            met.insert(focus->text(QAccessible::Name));
        }
        QCOMPARE(met.size(), s.chart->childCount()); // each bar of a series is met, not only the first
        QAccessibleInterface* third = s.chart->child(2);
        third->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(s.chart->focusChild(), third);
    }

    void aPressSelectsWhatAMarkStandsFor()
    {
        Shown s(QStringLiteral("flow"));
        const auto& flow = std::get<FlowFigure>(s.view->figure());
        const auto at = std::find_if(flow.nodes.begin(), flow.nodes.end(),
                                     [](const FlowNode& node) { return node.row.has_value(); });
        QVERIFY(at != flow.nodes.end());
        const RowRef row = *at->row;
        QAccessibleInterface* box = s.chart->child(static_cast<int>(at - flow.nodes.begin()));
        box->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(s.document->selection().row, std::optional(row));
        QVERIFY(box->state().selected);
    }

    void marksComeAndGoWithTheFigure()
    {
        Shown s(QStringLiteral("flow"));
        QAccessibleInterface* first = s.chart->child(0);
        const QAccessible::Id id = QAccessible::uniqueId(first);
        const QString name = first->text(QAccessible::Name);
        QVERIFY(setField(*s.document, "deals", "amd-openai", "capacity_mw", "7000"));
        QCoreApplication::processEvents();
        s.surface->grab();
        QCOMPARE(QAccessible::uniqueId(s.chart->child(0)), id); // what stays is the same to a screen reader
        QCOMPARE(first->text(QAccessible::Name), name);
        s.surface->setFigure(FlowFigure{});
        QCOMPARE(s.chart->childCount(), 0);
        QVERIFY(!first->isValid());
    }
};

QTEST_MAIN(TestChartAccessible)
#include "tst_chart_accessible.moc"
