// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart.h"
#include "charts/chart_export.h"
#include "effort.h"
#include "figures_testing.h"
#include "speaking.h"

#include <QFile>
#include <QImage>
#include <QLatin1Char>
#include <QObject>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QRegularExpression>
#include <QSize>
#include <QSizeF>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <utility>
#include <vector>

using namespace ochain;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

const Shipped& shipped()
{
    static const Shipped chain;
    return chain;
}

/// Sizes people ask for: slides, columns of print, posts, posters; the first eight in every run.
std::vector<QSize> sizes()
{
    std::vector<QSize> all{{320, 180},   {480, 270},  {640, 360},  {559, 397},   {1280, 720},  {3840, 2160},
                           {400, 800},   {1600, 400}, {320, 200},  {320, 320},   {360, 240},   {400, 225},
                           {400, 300},   {500, 500},  {560, 315},  {600, 260},   {640, 420},   {720, 405},
                           {800, 450},   {800, 560},  {900, 300},  {960, 540},   {1024, 768},  {1080, 1080},
                           {1080, 1920}, {1200, 628}, {1600, 900}, {1600, 1000}, {1920, 1080}, {2560, 1440}};
    return all;
}

/// One picture of the sweep.
struct Shot {
    QString name;
    QString view;
    FigureOptions options;
};

std::vector<Shot> shots()
{
    const auto at = [](const char* name, const char* view, Period period, const auto& change) {
        FigureOptions options = Shipped::at(period);
        change(options);
        return Shot{QString::fromLatin1(name), QString::fromLatin1(view), options};
    };
    return {
        at("flow", "flow", year(2028), [](FigureOptions&) {}),
        at("flow, all years, by tier", "flow", kTotal, [](FigureOptions& o) { o.grouping = Grouping::Tier; }),
        at("flow by deal, guarantees", "flow", year(2027),
           [](FigureOptions& o) {
               o.grouping = Grouping::Deal;
               o.withGuarantees = true;
           }),
        at("flow of chips", "flow", year(2030), [](FigureOptions& o) { o.mode = FlowMode::Capacity; }),
        at("capacity", "capacity", year(2028), [](FigureOptions&) {}),
        at("capacity of Oracle", "capacity", year(2028), [](FigureOptions& o) { o.group = "oracle"; }),
        at("capacity of a tier", "capacity", year(2028), [](FigureOptions& o) { o.group = "upstream"; }),
        at("money", "money", year(2028), [](FigureOptions&) {}),
        at("money by quarter", "money", year(2028), [](FigureOptions& o) { o.granularity = PeriodKind::Quarter; }),
        at("money of NVIDIA", "money", kTotal, [](FigureOptions& o) { o.group = "nvidia"; }),
    };
}

void paint(Chart& chart, QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    chart.paint(painter, QRectF(QPointF(0, 0), QSizeF(size)));
}

/// What is wrong with the words of a picture: outside it, or one over another.
QStringList faultsOfWords(const Chart& chart, const QRectF& frame)
{
    QStringList faults;
    const auto labels = chart.labels();
    for (std::size_t a = 0; a < labels.size(); ++a) {
        if (!frame.adjusted(-0.5, -0.5, 0.5, 0.5).contains(labels[a].second))
            faults << QStringLiteral("outside: %1").arg(labels[a].first);
        for (std::size_t b = a + 1; b < labels.size(); ++b) {
            const QRectF shared = labels[a].second & labels[b].second;
            // the boxes are a little higher than the glyphs: lines set close may touch by a pixel
            if (shared.width() >= 1 && shared.height() >= 3)
                faults << QStringLiteral("over another: %1 | %2").arg(labels[a].first, labels[b].first);
        }
    }
    return faults;
}

/// What is wrong with its marks: outside it, or less than a third of its height in all.
QStringList faultsOfMarks(const Chart& chart, const QRectF& frame)
{
    QStringList faults;
    QRectF all;
    for (const auto& [id, box] : chart.marks()) {
        if (!frame.adjusted(-2, -2, 2, 2).contains(box))
            faults << QStringLiteral("mark outside: %1, %2 %3 %4 %5")
                          .arg(QString::fromStdString(id))
                          .arg(box.left())
                          .arg(box.top())
                          .arg(box.right())
                          .arg(box.bottom());
        all |= box;
    }
    for (const ChartAxis& axis : chart.axes())
        all |= axis.plot;
    if (all.height() < frame.height() / 3 - 12) // headings of columns and panels stand over the marks
        faults << QStringLiteral("marks take %1 of %2").arg(all.height()).arg(frame.height());
    if (chart.marks().empty())
        faults << QStringLiteral("no marks: ") + headOf(chart.figure()).emptyTitle;
    return faults;
}

QStringList faultsOf(Chart& chart, QSize size)
{
    paint(chart, size);
    const QRectF frame(QPointF(0, 0), QSizeF(size));
    return faultsOfWords(chart, frame) + faultsOfMarks(chart, frame);
}

/// The raised numbers at figures.
std::set<int> numbersRaisedIn(const Chart& chart)
{
    static const QString kDigits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    std::set<int> numbers;
    for (const auto& [text, box] : chart.labels()) {
        int number = -1;
        for (const QChar each : text + QLatin1Char(' ')) {
            const qsizetype digit = kDigits.indexOf(each);
            if (digit >= 0)
                number = std::max(number, 0) * 10 + static_cast<int>(digit);
            else if (number >= 0)
                numbers.insert(std::exchange(number, -1));
        }
    }
    return numbers;
}

/// The numbers that stand before the lines of sources.
std::set<int> numbersListedIn(const Chart& chart)
{
    static const QRegularExpression line(QStringLiteral("^(\\d{1,3})$"));
    std::set<int> numbers;
    for (const auto& [text, box] : chart.labels())
        if (const QRegularExpressionMatch match = line.match(text); match.hasMatch())
            numbers.insert(match.captured(1).toInt());
    return numbers;
}

} // namespace

class TestPictureSizes final : public QObject {
    Q_OBJECT

private slots:
    void everyPictureHasRoomOrIsRefused_data()
    {
        QTest::addColumn<int>("shot");
        QTest::addColumn<bool>("isChinese");
        const std::vector<Shot> all = shots();
        for (int at = 0; at < static_cast<int>(all.size()); ++at)
            for (const bool isChinese : {false, true})
                QTest::addRow("%s, %s", qPrintable(all[static_cast<std::size_t>(at)].name), isChinese ? "zh" : "en")
                    << at << isChinese;
    }
    void everyPictureHasRoomOrIsRefused()
    {
        QFETCH(int, shot);
        QFETCH(bool, isChinese);
        const testing::Speaking speaking(isChinese ? Language::Chinese : Language::English);
        const Shot each = shots()[static_cast<std::size_t>(shot)];
        const std::vector<QSize> all = sizes();
        const auto count = static_cast<std::size_t>(testing::tries(8, static_cast<int>(all.size())));
        QStringList faults;
        int drawn = 0;
        for (std::size_t at = 0; at < count; ++at) {
            Chart chart;
            chart.setFigure(*buildFigure(each.view.toStdString(), shipped().chain, shipped().rollups, each.options));
            QSize size = all[at];
            if (!chart.fits(QSizeF(size))) {
                const QSize least = chart.leastSize(size);
                QVERIFY2(least.width() >= size.width() && least.height() >= size.height() && least != size,
                         "a refusal names a larger size");
                QVERIFY(chart.fits(QSizeF(least)));
                size = least;
            } else {
                ++drawn;
            }
            for (const QString& fault : faultsOf(chart, size))
                faults << QStringLiteral("%1x%2: %3").arg(size.width()).arg(size.height()).arg(fault);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        QVERIFY2(drawn * 2 >= static_cast<int>(count), "most sizes are drawn");
    }

    void aPictureWithoutRoomIsRefusedWithTheSizeThatHas()
    {
        FigureOptions options = Shipped::at(year(2028));
        options.group = "upstream";
        const ChartFigure figure = *buildFigure("capacity", shipped().chain, shipped().rollups, options);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("small.png"));
        ExportOptions look;
        look.size = QSize(200, 170);
        const auto refused = exportChart(figure, ExportFormat::Png, look, path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!QFile::exists(path));
        const auto& args = refused.error().sentence.args;
        QCOMPARE(args.size(), std::size_t{4});
        look.size = QSize(std::stoi(args[2]), std::stoi(args[3]));
        QVERIFY(look.size.width() > 200 && look.size.height() > 170);
        QVERIFY(exportChart(figure, ExportFormat::Png, look, path));
        look.size = QSize(look.size.width() * 9 / 10, look.size.height() * 9 / 10);
        QVERIFY2(!exportChart(figure, ExportFormat::Png, look, path), "it is about the least that works");
    }

    /// Numbers stand at figures only of sources that are listed under the picture.
    void sourcesAreNumberedWhereTheyBelong_data()
    {
        QTest::addColumn<QString>("view");
        for (const char* view : {"flow", "capacity", "money"})
            QTest::newRow(view) << QString::fromLatin1(view);
    }
    void sourcesAreNumberedWhereTheyBelong()
    {
        QFETCH(QString, view);
        Chart chart;
        chart.setFigure(*buildFigure(view.toStdString(), shipped().chain, shipped().rollups, Shipped::at(year(2028))));
        paint(chart, QSize(1280, 720));
        const std::set<int> marked = numbersRaisedIn(chart);
        const std::set<int> listed = numbersListedIn(chart);
        QVERIFY(marked.size() >= 2);
        for (const int number : marked)
            QVERIFY2(listed.count(number) == 1, qPrintable(QString::number(number)));
        ChartStyle bare;
        bare.withSources = false;
        chart.setStyle(bare);
        paint(chart, QSize(1280, 720));
        QVERIFY(numbersRaisedIn(chart).empty());
    }
};

QTEST_MAIN(TestPictureSizes)

#include "tst_picture_sizes.moc"
