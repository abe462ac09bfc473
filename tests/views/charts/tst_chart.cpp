// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart.h"
#include "charts/chart_export.h"
#include "figures_testing.h"
#include "speaking.h"

#include <QByteArray>
#include <QColor>
#include <QFile>
#include <QIODevice>
#include <QImage>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLatin1Char>
#include <QObject>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QRgb>
#include <QSize>
#include <QSizeF>
#include <QString>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <set>

using namespace ochain;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

const Shipped& shipped()
{
    static const Shipped chain;
    return chain;
}

ChartFigure figureOf(const QString& view, Period period = year(2028))
{
    const FigureOptions options = Shipped::at(period);
    return *buildFigure(view.toStdString(), shipped().chain, shipped().rollups, options);
}

/// Paints a chart and keeps it, so that its labels and marks can be asked for.
void paint(Chart& chart, QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    chart.paint(painter, QRectF(QPointF(0, 0), QSizeF(size)));
}

/// Pixels that are not paper.
int inked(const QImage& image)
{
    const QRgb paper = image.pixel(0, 0);
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != paper ? 1 : 0;
    return count;
}

/// Whether a picture has a colour, give or take what antialiasing does.
bool hasColour(const QImage& image, Rgb wanted)
{
    const QColor colour = QColor::fromRgb(wanted);
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - colour.red()) < 4 && std::abs(pixel.green() - colour.green()) < 4 &&
                std::abs(pixel.blue() - colour.blue()) < 4)
                return true;
        }
    return false;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void eachView()
{
    QTest::addColumn<QString>("view");
    for (const char* view : {"flow", "capacity", "money"})
        QTest::newRow(view) << QString::fromLatin1(view);
}

} // namespace

class TestChart final : public QObject {
    Q_OBJECT

private slots:
    void noLabelsOverlapOrLeaveTheFrame_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("number"); // 0: all years together
        QTest::addColumn<bool>("isChinese");
        for (const char* view : {"flow", "capacity", "money"})
            for (const QSize size : {QSize(1280, 720), QSize(1600, 900), QSize(800, 560), QSize(640, 420)})
                for (const int number : {0, 2026, 2028})
                    for (const bool isChinese : {false, true})
                        QTest::addRow("%s %dx%d %d %s", view, size.width(), size.height(), number,
                                      isChinese ? "zh" : "en")
                            << QString::fromLatin1(view) << size << number << isChinese;
    }
    void noLabelsOverlapOrLeaveTheFrame()
    {
        QFETCH(QString, view);
        QFETCH(QSize, size);
        QFETCH(int, number);
        QFETCH(bool, isChinese);
        const testing::Speaking speaking(isChinese ? Language::Chinese : Language::English);
        Chart chart;
        chart.setStyle({});
        chart.setFigure(figureOf(view, number == 0 ? kTotal : year(number)));
        paint(chart, size);
        const auto labels = chart.labels();
        QVERIFY(labels.size() > 10);
        const QRectF frame(QPointF(0, 0), QSizeF(size));
        for (std::size_t a = 0; a < labels.size(); ++a) {
            QVERIFY2(frame.contains(labels[a].second), qPrintable(labels[a].first));
            for (std::size_t b = a + 1; b < labels.size(); ++b) {
                // the boxes are a little higher than the glyphs: lines set close may touch by a pixel
                const QRectF shared = labels[a].second & labels[b].second;
                QVERIFY2(shared.width() < 1 || shared.height() < 3,
                         qPrintable(labels[a].first + QStringLiteral(" | ") + labels[b].first));
            }
        }
    }

    void pngHasItsSizeItsColoursAndItsEvidence_data() { eachView(); }
    void pngHasItsSizeItsColoursAndItsEvidence()
    {
        QFETCH(QString, view);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chart.png"));
        ExportOptions options;
        options.size = {960, 540};
        options.scale = 2;
        const ChartFigure figure = figureOf(view);
        QVERIFY(exportChart(figure, ExportFormat::Png, options, path).has_value());
        QImageReader reader(path);
        const QImage image = reader.read();
        QCOMPARE(image.size(), QSize(1920, 1080));
        QCOMPARE(image.pixel(2, 2), qRgb(255, 255, 255));
        QVERIFY(inked(image) > 20'000);
        QVERIFY(hasColour(image, surfacesOf(Theme::Light).ink));
        const QJsonObject evidence = QJsonDocument::fromJson(image.text(QStringLiteral("ochain")).toUtf8()).object();
        QCOMPARE(evidence.value(QLatin1String("title")).toString(), headOf(figure).title);
        QCOMPARE(evidence.value(QLatin1String("lens")).toObject().value(QLatin1String("view")).toString(), view);
        QVERIFY(!evidence.value(QLatin1String("sources")).toArray().isEmpty());
        QCOMPARE(evidence.value(QLatin1String("rows")).toArray().size(),
                 static_cast<qsizetype>(headOf(figure).table.rows.size()));
    }

    void svgOfOutlinesHasNoTextNoClipAndNoBitmap_data() { eachView(); }
    void svgOfOutlinesHasNoTextNoClipAndNoBitmap()
    {
        QFETCH(QString, view);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chart.svg"));
        ExportOptions options;
        options.isOutlined = true;
        QVERIFY(exportChart(figureOf(view), ExportFormat::Svg, options, path).has_value());
        std::set<QString> elements;
        QXmlStreamReader xml(contents(path));
        QString evidence;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                elements.insert(xml.name().toString());
                if (xml.name() == QLatin1String("metadata"))
                    evidence = xml.readElementText();
            }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(elements.count(QStringLiteral("path")) == 1);
        for (const char* unwanted : {"text", "clipPath", "image", "pattern"})
            QVERIFY2(elements.count(QString::fromLatin1(unwanted)) == 0, unwanted);
        QVERIFY(QJsonDocument::fromJson(evidence.toUtf8()).object().contains(QLatin1String("lens")));
        QSvgRenderer renderer(path);
        QVERIFY(renderer.isValid());
        QImage image(1280, 720, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        QVERIFY(inked(image) > 20'000);
    }

    void pdfOfOutlinesIsOnePage_data() { eachView(); }
    void pdfOfOutlinesIsOnePage()
    {
        QFETCH(QString, view);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chart.pdf"));
        ExportOptions options;
        options.isOutlined = true;
        QVERIFY(exportChart(figureOf(view), ExportFormat::Pdf, options, path).has_value());
        const QByteArray pdf = contents(path);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/MediaBox [0 0 960"));
        QVERIFY(pdf.contains("/Count 1"));
        QVERIFY(!pdf.contains("/FontFile"));
        QVERIFY(pdf.contains("ochain.json"));
        QVERIFY(pdf.size() > 10'000);
    }

    void theSameFigureGivesTheSamePicture_data() { eachView(); }
    void theSameFigureGivesTheSamePicture()
    {
        QFETCH(QString, view);
        ExportOptions options;
        options.size = {800, 500};
        options.scale = 1;
        QCOMPARE(chartImage(figureOf(view), options), chartImage(figureOf(view), options));
        const ChartFigure figure = figureOf(view);
        Chart kept; // one that has drawn something else before
        kept.setFigure(figureOf(view, year(2026)));
        paint(kept, {800, 500});
        kept.setFigure(figure);
        paint(kept, {800, 500});
        QVERIFY(!kept.labels().empty());
    }

    void aFailureToWriteIsReportedAndLeavesWhatWasThere()
    {
        const QTemporaryDir folder;
        const auto nowhere = exportChart(figureOf(QStringLiteral("flow")), ExportFormat::Png, {},
                                         folder.filePath(QStringLiteral("none/chart.png")));
        QVERIFY(!nowhere.has_value());
        QCOMPARE(nowhere.error().kind, ErrorKind::Io);
        QVERIFY(nowhere.error().message().find("none/chart.png") != std::string::npos);
        ExportOptions huge;
        huge.size = {30'000, 100};
        const auto refused = exportChart(figureOf(QStringLiteral("flow")), ExportFormat::Svg, huge,
                                         folder.filePath(QStringLiteral("chart.svg")));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("chart.svg"))));
    }

    void formatsAreKnownByTheirEnding()
    {
        QCOMPARE(exportFormatOf(QStringLiteral("a/b.PNG")).value(), ExportFormat::Png);
        QCOMPARE(exportFormatOf(QStringLiteral("b.svg")).value(), ExportFormat::Svg);
        QCOMPARE(exportFormatOf(QStringLiteral("b.pdf")).value(), ExportFormat::Pdf);
        QVERIFY(!exportFormatOf(QStringLiteral("b.jpg")).has_value());
    }

    void whatIsPointedAtTellsItsFigureAndItsSources()
    {
        Chart chart;
        chart.setFigure(figureOf(QStringLiteral("flow")));
        paint(chart, {1280, 720});
        bool hasFound = false;
        for (const auto& [id, box] : chart.marks()) {
            if (id != "node:oracle")
                continue;
            const auto hit = chart.hit(box.center());
            QVERIFY(hit.has_value());
            QCOMPARE(QString::fromStdString(hit->id), QStringLiteral("node:oracle"));
            QVERIFY2(hit->tooltip.startsWith(QStringLiteral("Oracle")), qPrintable(hit->tooltip));
            QVERIFY(hit->tooltip.contains(QStringLiteral("$60B")));
            QVERIFY(hit->tooltip.contains(QStringLiteral("[1]")));
            QVERIFY(!hit->deals.empty());
            QVERIFY(hit->row == RowRef({Table::Nodes, shipped().chain.find<NodeId>("oracle").value}));
            hasFound = true;
        }
        QVERIFY(hasFound);
        QVERIFY(!chart.hit({1, 1}).has_value());
    }

    void whatIsLitStaysAndTheRestFades()
    {
        ExportOptions options;
        options.scale = 1;
        const ChartFigure figure = figureOf(QStringLiteral("flow"));
        const QImage plain = chartImage(figure, options);
        options.lit = {"node:oracle"};
        const QImage traced = chartImage(figure, options);
        QVERIFY(plain != traced);
        const Rgb users = coloursOf(shipped().chain, shipped().chain.find<TierId>("users")).mark.light;
        const Rgb cloud = coloursOf(shipped().chain, shipped().chain.find<TierId>("cloud-providers")).mark.light;
        QVERIFY(hasColour(plain, users));
        QVERIFY(hasColour(traced, cloud));
    }

    void darkPicturesAreDark()
    {
        ExportOptions options;
        options.theme = Theme::Dark;
        options.scale = 1;
        const QImage image = chartImage(figureOf(QStringLiteral("money")), options);
        QCOMPARE(image.pixelColor(2, 2), QColor::fromRgb(surfacesOf(Theme::Dark).surface));
        QVERIFY(hasColour(image, surfacesOf(Theme::Dark).ink));
    }

    void anEditKeepsTheOrderOfWhatStays()
    {
        // boxes that are there in both years keep their order from top to bottom when time moves one year on
        Chart chart;
        const auto orderOf = [&](int number) {
            chart.setFigure(figureOf(QStringLiteral("flow"), year(number)));
            paint(chart, {1280, 720});
            std::vector<std::pair<double, std::string>> boxes;
            for (const auto& [id, box] : chart.marks())
                if (id.rfind("node:", 0) == 0 && id.find('>') == std::string::npos && box.left() > 300 &&
                    box.left() < 420)
                    boxes.emplace_back(box.center().y(), id);
            std::sort(boxes.begin(), boxes.end());
            std::vector<std::string> ids;
            ids.reserve(boxes.size());
            for (const auto& each : boxes)
                ids.push_back(each.second);
            return ids;
        };
        std::vector<std::string> before = orderOf(2028);
        std::vector<std::string> after = orderOf(2029);
        const auto keepOnly = [](std::vector<std::string>& list, const std::vector<std::string>& others) {
            list.erase(std::remove_if(list.begin(), list.end(),
                                      [&](const std::string& id) {
                                          return std::find(others.begin(), others.end(), id) == others.end();
                                      }),
                       list.end());
        };
        keepOnly(before, after);
        keepOnly(after, before);
        QVERIFY(before.size() >= 2);
        QVERIFY(before == after);
    }

    void anEmptyChartSaysWhatWouldBeThere()
    {
        Chart chart;
        FigureOptions options = Shipped::at(year(2028));
        options.group = "nobody";
        chart.setFigure(buildCapacity(shipped().chain, shipped().rollups, options));
        paint(chart, {800, 500});
        QString all;
        for (const auto& label : chart.labels())
            all += label.first + QLatin1Char(' ');
        QVERIFY(all.contains(QStringLiteral("nobody")));
        QVERIFY(chart.marks().empty());
    }
};

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
