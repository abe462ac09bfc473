// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/canvas.h"
#include "charts/chart.h"
#include "charts/chart_export.h"
#include "charts/source_list.h"
#include "figures_testing.h"
#include "speaking.h"
#include "written_lines.h"

#include <QImage>
#include <QObject>
#include <QPainter>
#include <QString>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// Sources with titles of so many words.
ChartHead headWith(int sources, int words)
{
    ChartHead head;
    for (int i = 1; i <= sources; ++i) {
        QStringList title;
        for (int word = 0; word < words; ++word)
            title << QStringLiteral("title%1word%2").arg(i).arg(word);
        head.sources.push_back({i,
                                QStringLiteral("Publisher %1, %2, 2026-01-01").arg(i).arg(title.join(QLatin1Char(' '))),
                                {},
                                {},
                                QStringLiteral("Publisher %1 2026-01-01").arg(i)});
    }
    return head;
}

std::vector<std::pair<QString, QRectF>> drawn(const SourceList& list, double width)
{
    QImage image(static_cast<int>(width), 600, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    Scribe scribe(painter, Lettering::Text);
    ChartStyle style;
    std::vector<DrawnMark> marks;
    std::vector<ChartAxis> axes;
    const std::vector<std::string> lit;
    const std::string hovered;
    Canvas canvas{painter, scribe, style, marks, axes, lit, hovered};
    list.draw(canvas, QRectF(0, 0, width, list.height()));
    return scribe.written();
}

QString allOf(const std::vector<std::pair<QString, QRectF>>& texts)
{
    QStringList lines;
    for (const auto& [text, box] : texts)
        lines << text;
    return lines.join(QLatin1Char(' '));
}

QStringList flowLines(SourceStyle style)
{
    static const Shipped shipped;
    ExportOptions options;
    options.sources = style;
    return testing::linesOf(*buildFigure("flow", shipped.chain, shipped.rollups, Shipped::at(year(2028))), options);
}

} // namespace

class TestSourceList final : public QObject {
    Q_OBJECT

private slots:
    void wholeTitlesAreWrappedWithinTheirRoom_data()
    {
        QTest::addColumn<int>("sources");
        QTest::addColumn<int>("words");
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("rows");
        for (const int sources : {1, 3, 12, 60})
            for (const int words : {1, 9, 25})
                for (const double width : {200.0, 480.0, 900.0, 1240.0, 3800.0})
                    for (const int rows : {2, 3, 9, 40})
                        QTest::addRow("%d of %d words on %g by %d", sources, words, width, rows)
                            << sources << words << width << rows;
    }
    void wholeTitlesAreWrappedWithinTheirRoom()
    {
        QFETCH(int, sources);
        QFETCH(int, words);
        QFETCH(double, width);
        QFETCH(int, rows);
        const ChartHead head = headWith(sources, words);
        const SourceList list(head, SourceStyle::Full, width, rows);
        const double row = lineHeight(chartFont(TextSize::Note));
        QVERIFY(list.height() > 0 && list.height() <= rows * row + 0.01);
        const auto texts = drawn(list, width);
        const QRectF area(0, 0, width, list.height());
        for (std::size_t a = 0; a < texts.size(); ++a) {
            QVERIFY2(area.adjusted(-1, -1, 1, 1).contains(texts[a].second), qPrintable(texts[a].first));
            for (std::size_t b = a + 1; b < texts.size(); ++b) {
                const QRectF shared = texts[a].second & texts[b].second;
                QVERIFY2(shared.width() < 1 || shared.height() < 3, qPrintable(texts[a].first + texts[b].first));
            }
        }
        const QString all = allOf(texts);
        const auto shown = static_cast<int>(list.shown());
        for (int i = 1; i <= sources; ++i)
            QCOMPARE(all.contains(QStringLiteral("Publisher %1,").arg(i)) ||
                         all.contains(QStringLiteral("Publisher %1 2026").arg(i)), // on one line
                     i <= shown);
        QCOMPARE(all.contains(QLatin1String("metadata")) || width < 400, shown < sources || width < 400);
        if (all.contains(QLatin1String("Sources, "))) // then every word of each that is shown
            for (int i = 1; i <= shown; ++i)
                QVERIFY(all.contains(QStringLiteral("title%1word%2").arg(i).arg(words - 1)));
    }

    void shortIsOneLine()
    {
        for (const double width : {200.0, 480.0, 900.0, 3000.0}) {
            const ChartHead head = headWith(12, 9);
            const SourceList list(head, SourceStyle::Short, width, 5);
            QCOMPARE(list.height(), lineHeight(chartFont(TextSize::Note)));
            const auto texts = drawn(list, width);
            QCOMPARE(texts.size(), std::size_t{1});
            const QString& line = texts.front().first;
            QVERIFY(texts.front().second.right() <= width);
            QVERIFY(!line.contains(QLatin1String("title1word0")));
            QCOMPARE(line.contains(QLatin1String("12 Publisher 12 2026-01-01")), width == 3000);
            QCOMPARE(line.contains(QLatin1String("1 Publisher 1 2026-01-01")), width > 400);
            if (width == 900)
                QVERIFY(line.contains(QStringLiteral("and %1 more").arg(12 - list.shown())));
        }
    }

    void noneIsNothing()
    {
        const ChartHead head = headWith(12, 9);
        QCOMPARE(SourceList(head, SourceStyle::None, 900, 5).height(), 0.0);
        QCOMPARE(SourceList(headWith(0, 0), SourceStyle::Full, 900, 5).height(), 0.0);
        QCOMPARE(SourceList(head, SourceStyle::Full, 900, 0).height(), 0.0);
    }

    void aPictureListsThemAsAsked()
    {
        const QStringList full = flowLines(SourceStyle::Full);
        const QStringList brief = flowLines(SourceStyle::Short);
        const QStringList none = flowLines(SourceStyle::None);
        const auto heading = QStringLiteral("Sources, those of the largest figures first");
        QVERIFY(full.contains(heading));
        QVERIFY(!brief.contains(heading) && brief.filter(QStringLiteral("Sources: 1 ")).size() == 1);
        QVERIFY(!none.contains(heading) && none.filter(QStringLiteral("Sources:")).isEmpty());
        // a source that is listed is told in whole
        static const Shipped shipped;
        const ChartFigure figure = *buildFigure("flow", shipped.chain, shipped.rollups, Shipped::at(year(2028)));
        QVERIFY(full.join(QLatin1Char(' ')).contains(headOf(figure).sources.front().text));
    }
};

QTEST_MAIN(TestSourceList)
#include "tst_source_list.moc"
