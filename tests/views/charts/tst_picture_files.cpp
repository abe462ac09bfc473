// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart.h"
#include "charts/chart_export.h"
#include "charts/chart_text.h"
#include "charts/picture_evidence.h"
#include "charts/picture_view.h"
#include "effort.h"
#include "figures_testing.h"
#include "picture_reading.h"
#include "speaking.h"
#include "written_lines.h"

#include <QDate>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QRawFont>
#include <QRegularExpression>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace ochain;
using namespace ochain::testing;

namespace {

ChartFigure figureOf(const QString& view, Period period = year(2028))
{
    static const Shipped shipped;
    return *buildFigure(view.toStdString(), shipped.chain, shipped.rollups, Shipped::at(period));
}

void eachViewAndLanguage()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<bool>("isChinese");
    for (const char* view : {"flow", "capacity", "money"})
        for (const bool isChinese : {false, true})
            QTest::addRow("%s %s", view, isChinese ? "zh" : "en") << QString::fromLatin1(view) << isChinese;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray drawnSvg(const QString& view)
{
    Chart chart;
    chart.setFigure(figureOf(view));
    const Result<DrawnPicture> picture = drawnChart(chart, ExportFormat::Svg, {});
    return picture ? picture->bytes : QByteArray();
}

/// The fonts that an SVG carries, as others would load them.
QList<QRawFont> fontsIn(const QString& style)
{
    QList<QRawFont> fonts;
    static const QRegularExpression data(QStringLiteral("base64,([A-Za-z0-9+/=]+)"));
    for (auto each = data.globalMatch(style); each.hasNext();)
        fonts << QRawFont(QByteArray::fromBase64(each.next().captured(1).toLatin1()), 13);
    return fonts;
}

/// Whether any of the fonts has a character.
bool canSet(const QList<QRawFont>& fonts, uint character)
{
    return std::any_of(fonts.begin(), fonts.end(),
                       [character](const QRawFont& font) { return font.supportsCharacter(character); });
}

} // namespace

/// Pictures as files that are published: what is in them, read by others than their writer.
class TestPictureFiles final : public QObject {
    Q_OBJECT

private slots:
    void everyLineOfAnSvgIsOneTextThatCanBeFound_data() { eachViewAndLanguage(); }
    void everyLineOfAnSvgIsOneTextThatCanBeFound()
    {
        QFETCH(QString, view);
        QFETCH(bool, isChinese);
        const Speaking speaking(isChinese ? Language::Chinese : Language::English);
        Chart chart;
        chart.setFigure(figureOf(view));
        const Result<DrawnPicture> picture = drawnChart(chart, ExportFormat::Svg, {});
        QVERIFY(picture.has_value());
        const SvgContents svg = svgContents(picture->bytes);
        QVERIFY(svg.isWellFormed);
        const auto labels = chart.labels();
        QVERIFY(labels.size() > 10);
        QCOMPARE(svg.texts.size(), static_cast<qsizetype>(labels.size()));
        for (qsizetype i = 0; i < svg.texts.size(); ++i) {
            const auto& [text, box] = labels[static_cast<std::size_t>(i)];
            QCOMPARE(svg.texts.at(i).text, text);
            QVERIFY2(std::abs(svg.texts.at(i).length - box.width()) < 0.01,
                     qPrintable(text + QStringLiteral(": %1, %2").arg(svg.texts.at(i).length).arg(box.width())));
        }
    }

    void anSvgCarriesTheFontsOfItsWords_data() { eachViewAndLanguage(); }
    void anSvgCarriesTheFontsOfItsWords()
    {
        QFETCH(QString, view);
        QFETCH(bool, isChinese);
        const Speaking speaking(isChinese ? Language::Chinese : Language::English);
        const SvgContents svg = svgContents(drawnSvg(view));
        const QList<QRawFont> fonts = fontsIn(svg.style);
        QVERIFY(fonts.size() >= (isChinese ? 4 : 2)); // two weights of each family
        for (const QRawFont& font : fonts)
            QVERIFY(font.isValid());
        const QList<uint> characters = svg.allText().remove(QLatin1Char('\n')).toUcs4();
        for (const uint character : characters)
            QVERIFY2(canSet(fonts, character), qPrintable(QString::number(character, 16)));
        QVERIFY(!canSet(fonts, U'Ж')); // no more than what is used
        for (const SvgText& text : svg.texts)
            QVERIFY(text.families.contains(QLatin1String("Noto Sans")) &&
                    text.families.endsWith(QLatin1String("sans-serif")));
        QVERIFY(svg.elements.value(QStringLiteral("image")) == 0 &&
                svg.elements.value(QStringLiteral("clipPath")) == 0);
    }

    void embeddedFontsSetWordsAsWideAsOnTheScreen()
    {
        Chart chart;
        chart.setFigure(figureOf(QStringLiteral("flow")));
        const Result<DrawnPicture> picture = drawnChart(chart, ExportFormat::Svg, {});
        const QList<QRawFont> fonts = fontsIn(svgContents(picture->bytes).style);
        QVERIFY(!fonts.isEmpty());
        const QRawFont whole = QRawFont::fromFont(chartFont(TextSize::Body));
        const QString sample = QStringLiteral("OpenAI 2028");
        const auto widthIn = [&sample](const QRawFont& font) {
            double width = 0;
            for (const QPointF& advance : font.advancesForGlyphIndexes(font.glyphIndexesForString(sample)))
                width += advance.x();
            return width;
        };
        QVERIFY(widthIn(whole) > 50);
        QVERIFY(std::any_of(fonts.begin(), fonts.end(),
                            [&](const QRawFont& font) { return std::abs(widthIn(font) - widthIn(whole)) < 0.05; }));
        // kerning and ligatures are in them too
        QVERIFY(std::any_of(fonts.begin(), fonts.end(),
                            [](const QRawFont& font) { return !font.fontTable("GPOS").isEmpty(); }));
    }

    void wordsOfAPdfAreFoundAsTheyAreTyped_data() { eachViewAndLanguage(); }
    void wordsOfAPdfAreFoundAsTheyAreTyped()
    {
        QFETCH(QString, view);
        QFETCH(bool, isChinese);
        const Speaking speaking(isChinese ? Language::Chinese : Language::English);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chart.pdf"));
        const ChartFigure figure = figureOf(view);
        QVERIFY(exportChart(figure, ExportFormat::Pdf, {}, path).has_value());
        QString found = pdfText(path);
        found.remove(QLatin1Char(' '));
        QVERIFY(found.contains(QString(headOf(figure).title).remove(QLatin1Char(' '))));
        int missed = 0;
        QStringList lines = linesOf(figure);
        for (QString& line : lines) // whole: pdftotext breaks them where columns of words stand beside each other
            missed += found.contains(line.simplified().remove(QLatin1Char(' '))) ? 0 : 1;
        QVERIFY2(missed * 20 <= lines.size(),
                 qPrintable(QStringLiteral("%1 of %2: %3").arg(missed).arg(lines.size()).arg(found)));
        const QString fonts = printed(QStringLiteral("pdffonts"), {path});
        QVERIFY(fonts.contains(QLatin1String("NotoSans")));
        QVERIFY(fonts.contains(QLatin1String("CJK")) || !isChinese);
        const QStringList rows = fonts.trimmed().split(QLatin1Char('\n')).mid(2);
        for (const QString& row : rows) // emb sub uni
            QVERIFY2(row.contains(QLatin1String(" yes ")) &&
                         row.simplified().split(QLatin1Char(' ')).value(6) == QLatin1String("yes"),
                     qPrintable(row));
    }

    /// Characters that share a glyph with one of a lower number, or with several: radicals, ligatures, signs.
    void charactersThatShareAGlyphAreReadAsTheyWereWritten_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("ligatures") << QStringLiteral("Five officers file off affluent fjords");
        QTest::newRow("Chinese that looks like radicals") << QStringLiteral(
            "一人八力十土大女子小山工文方日月木水火生白目石立竹米老自色虫血行衣見言谷赤走足車金長門雨青非面革韋音頁風飛食首馬骨高魚鳥麥黃黑鼓鼠");
        QTest::newRow("signs") << QStringLiteral("Ω Å µ – — ‘’ “” … · × ≥ ≤ − ‑ → € ¥ £ ½ ² ³ °");
        QTest::newRow("both") << QStringLiteral("OpenAI 的十亿美元 office 文件 2028");
    }
    void charactersThatShareAGlyphAreReadAsTheyWereWritten()
    {
        QFETCH(QString, title);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chart.pdf"));
        ExportOptions options;
        options.title = title;
        const auto written = exportChart(figureOf(QStringLiteral("money")), ExportFormat::Pdf, options, path);
        QVERIFY(written.has_value());
        QCOMPARE(charactersText(*written), QString());
        QVERIFY2(pdfText(path).remove(QLatin1Char(' ')).contains(QString(title).remove(QLatin1Char(' '))),
                 qPrintable(pdfText(path).left(300)));
    }

    void wordsAreOutlinesOnRequest_data() { eachViewAndLanguage(); }
    void wordsAreOutlinesOnRequest()
    {
        QFETCH(QString, view);
        QFETCH(bool, isChinese);
        const Speaking speaking(isChinese ? Language::Chinese : Language::English);
        const QTemporaryDir folder;
        const QString pdf = folder.filePath(QStringLiteral("chart.pdf"));
        const QString svg = folder.filePath(QStringLiteral("chart.svg"));
        ExportOptions options;
        options.isOutlined = true;
        QVERIFY(exportChart(figureOf(view), ExportFormat::Pdf, options, pdf).has_value());
        QVERIFY(exportChart(figureOf(view), ExportFormat::Svg, options, svg).has_value());
        QCOMPARE(pdfText(pdf), QString());
        QVERIFY(!contents(pdf).contains("/FontFile"));
        const SvgContents outlined = svgContents(contents(svg));
        QCOMPARE(outlined.texts.size(), 0);
        QCOMPARE(outlined.style, QString());
        QVERIFY(outlined.elements.value(QStringLiteral("path")) > 20);
    }

    void aPdfPageMeasuresWhatWasAsked_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size :
             {QSize(1280, 720), QSize(794, 561), QSize(801, 601), QSize(561, 794), QSize(333, 777), QSize(1123, 794)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void aPdfPageMeasuresWhatWasAsked()
    {
        QFETCH(QSize, size);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chart.pdf"));
        ExportOptions options;
        options.size = size;
        options.theme = Theme::Dark;
        QVERIFY(exportChart(figureOf(QStringLiteral("money")), ExportFormat::Pdf, options, path).has_value());
        const QStringList measured = pdfInfo(path, QStringLiteral("Page size")).split(QLatin1Char(' '));
        QVERIFY(std::abs(measured.value(0).toDouble() - size.width() * 0.75) < 0.05);
        QVERIFY(std::abs(measured.value(2).toDouble() - size.height() * 0.75) < 0.05);
        // and the picture fills it: no edge of the page is white
        const QString image = folder.filePath(QStringLiteral("page"));
        printed(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                                             QStringLiteral("-singlefile"), path, image});
        const QImage page(image + QStringLiteral(".png"));
        QVERIFY(std::abs(page.width() - size.width()) <= 1 && std::abs(page.height() - size.height()) <= 1);
        for (const QPoint corner : {QPoint(1, 1), QPoint(page.width() - 2, 1), QPoint(1, page.height() - 2),
                                    QPoint(page.width() - 2, page.height() - 2)})
            QVERIFY(qGray(page.pixel(corner)) < 80);
    }

    void aPngSaysHowLargeItIs_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<quint32>("dots"); // a metre
        QTest::newRow("1x, 96 dpi") << 1.0 << 3780U;
        QTest::newRow("2x, 192 dpi") << 2.0 << 7559U;
        QTest::newRow("3x, 288 dpi") << 3.0 << 11339U;
        QTest::newRow("0.5x, 48 dpi") << 0.5 << 1890U;
    }
    void aPngSaysHowLargeItIs()
    {
        QFETCH(double, scale);
        QFETCH(quint32, dots);
        ExportOptions options;
        options.size = {640, 400};
        options.scale = scale;
        Chart chart;
        chart.setFigure(figureOf(QStringLiteral("money")));
        const Result<DrawnPicture> picture = drawnChart(chart, ExportFormat::Png, options);
        QCOMPARE(dotsPerMetre(picture->bytes), std::pair(dots, dots));
        const Result<CopiedPicture> copied = chartForClipboard(chart.figure(), options);
        QCOMPARE(dotsPerMetre(copied->data->data(QStringLiteral("image/png"))), std::pair(dots, dots));
        QCOMPARE(qvariant_cast<QImage>(copied->data->imageData()).dotsPerMeterX(), static_cast<int>(dots));
    }

    void theClipboardHasTheImageThePngWithItsEvidenceAndTheSvg()
    {
        const ChartFigure figure = figureOf(QStringLiteral("capacity"));
        const Result<CopiedPicture> copied = chartForClipboard(figure, {});
        QVERIFY(copied.has_value());
        QVERIFY(copied->data->hasImage());
        const QImage png = QImage::fromData(copied->data->data(QStringLiteral("image/png")), "png");
        QCOMPARE(png.size(), QSize(2560, 1440));
        QCOMPARE(png.text(QStringLiteral("ochain")), chartMetadata(figure));
        const SvgContents svg = svgContents(copied->data->data(QStringLiteral("image/svg+xml")));
        QVERIFY(svg.isWellFormed);
        QCOMPARE(svg.evidence, chartMetadata(figure));
        QVERIFY(!svg.texts.isEmpty());
    }

    void titlesAreReplacedEverywhere()
    {
        const QTemporaryDir folder;
        const auto path = [&folder](const char* ending) {
            return folder.filePath(QStringLiteral("chart.") + QLatin1String(ending));
        };
        ExportOptions options;
        options.title = QStringLiteral("The 5 < 6 & 7 problem");
        options.subtitle = QStringLiteral("US$, my own words");
        options.scale = kLeastPictureScale;
        const ChartFigure figure = figureOf(QStringLiteral("flow"));
        for (const ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf})
            QVERIFY(exportChart(figure, format, options, path(endingOf(format).toLatin1())).has_value());
        const QStringList lines = linesOf(figure, options);
        QVERIFY(lines.contains(options.title) && lines.contains(options.subtitle));
        QVERIFY(!lines.contains(headOf(figure).title) && !lines.contains(headOf(figure).subtitle));
        const QImage png(path("png"));
        QCOMPARE(png.text(QStringLiteral("Title")), options.title);
        QCOMPARE(png.text(QStringLiteral("Description")), options.subtitle);
        const SvgContents svg = svgContents(contents(path("svg")));
        QCOMPARE(svg.title, options.title);
        QCOMPARE(svg.description, options.subtitle);
        QVERIFY(svg.allText().contains(options.title));
        QCOMPARE(pdfInfo(path("pdf"), QStringLiteral("Title")), options.title);
        QVERIFY(pdfText(path("pdf")).contains(options.title));
        for (const char* ending : {"png", "svg", "pdf"}) {
            const Result<QString> evidence = chartMetadataIn(path(ending));
            QVERIFY2(evidence.has_value(), ending);
            const QJsonObject json = QJsonDocument::fromJson(evidence->toUtf8()).object();
            QCOMPARE(json.value(QLatin1String("title")).toString(), options.title);
            QCOMPARE(json.value(QLatin1String("subtitle")).toString(), options.subtitle);
            QVERIFY(!json.value(QLatin1String("sources")).toArray().isEmpty());
        }
    }

    void whatNoFontHasIsNamed_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("named");
        QTest::newRow("nothing") << QStringLiteral("Who pays whom? 谁付款给谁") << QString();
        QTest::newRow("one of private use") << QStringLiteral("A \U0010FFFC") << QStringLiteral("U+10FFFC");
        QTest::newRow("two, one twice") << QString::fromUcs4(U"\U0010FFFD \U0010FFFC \U0010FFFC")
                                        << QStringLiteral("U+10FFFC, U+10FFFD");
        QTest::newRow("what is not seen")
            << QStringLiteral("soft\u00ADhyphen\u200B joiner\u200D no\u00A0break 文\uFE00") << QString();
    }
    void whatNoFontHasIsNamed()
    {
        QFETCH(QString, title);
        QFETCH(QString, named);
        const QTemporaryDir folder;
        ExportOptions options;
        options.title = title;
        options.scale = kLeastPictureScale;
        for (const ExportFormat format : {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf}) {
            const QString path = folder.filePath(QStringLiteral("x.") + endingOf(format));
            const auto written = exportChart(figureOf(QStringLiteral("money")), format, options, path);
            QVERIFY(written.has_value());
            QCOMPARE(charactersText(*written), named);
            QVERIFY(QFile::exists(path)); // it is written all the same
        }
    }

    void aPictureSaysOnWhichDayTodayWas_data() { eachViewAndLanguage(); }
    void aPictureSaysOnWhichDayTodayWas()
    {
        QFETCH(QString, view);
        QFETCH(bool, isChinese);
        const Speaking speaking(isChinese ? Language::Chinese : Language::English);
        static const Shipped shipped;
        FigureOptions options = Shipped::at(year(2028));
        options.today = dayNumber(2026, 11, 3);
        const QStringList then = linesOf(*buildFigure(view.toStdString(), shipped.chain, shipped.rollups, options));
        QVERIFY2(then.filter(QStringLiteral("2026-11-03")).size() == 1, qPrintable(then.value(1)));
        options.today = kNoDay;
        const QStringList now = linesOf(*buildFigure(view.toStdString(), shipped.chain, shipped.rollups, options));
        QVERIFY2(now.filter(QDate::currentDate().toString(Qt::ISODate)).size() == 1, qPrintable(now.value(1)));
    }

    void aPictureKnowsWhichViewItIs_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("png") << ExportFormat::Png;
        QTest::newRow("svg") << ExportFormat::Svg;
        QTest::newRow("pdf") << ExportFormat::Pdf;
    }
    void aPictureKnowsWhichViewItIs()
    {
        QFETCH(ExportFormat, format);
        Lens lens;
        lens.basis = FigureBasis::Weighted;
        lens.knownAsOf = dayNumber(2026, 3, 31);
        lens.withAssumed = false;
        lens.overlaps = Overlaps::Gross;
        lens.commitments = Commitments::Unsaid;
        lens.megawatts = MegawattsOf::It;
        const Shipped shipped(lens);
        FigureOptions options = Shipped::at({PeriodKind::Quarter, 2027, 3});
        options.group = "oracle";
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("renamed.dat"));
        QVERIFY(
            exportChart(*buildFigure("money", shipped.chain, shipped.rollups, options), format, {}, path).has_value());
        const Result<ShownView> view = pictureViewIn(path);
        QVERIFY(view.has_value());
        QCOMPARE(view->view, QStringLiteral("money"));
        QVERIFY(view->lens.lens == lens);
        QVERIFY(view->lens.period == options.period);
        QCOMPARE(view->group, std::string("oracle"));
    }

    void damagedPicturesTellAViewOrSaySo_data() { aPictureKnowsWhichViewItIs_data(); }
    void damagedPicturesTellAViewOrSaySo()
    {
        QFETCH(ExportFormat, format);
        Chart chart;
        chart.setFigure(figureOf(QStringLiteral("money")));
        ExportOptions options;
        options.size = {320, 200};
        options.scale = 1;
        const QByteArray whole = drawnChart(chart, format, options)->bytes;
        const QTemporaryDir folder;
        std::mt19937 random(7);
        const auto below = [&random](qsizetype end) {
            return static_cast<qsizetype>(random() % static_cast<quint32>(end));
        };
        int told = 0;
        const int tries = static_cast<int>(testing::tries(60, 1000));
        for (int i = 0; i < tries; ++i) {
            QByteArray bytes = whole;
            for (int flips = i % 20; flips > 0; --flips)
                bytes[below(bytes.size())] = static_cast<char>(random() % 256);
            if (i % 3 == 0)
                bytes.truncate(below(bytes.size()));
            QFile file(folder.filePath(QStringLiteral("x")));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
            file.close();
            const Result<ShownView> view = pictureViewIn(file.fileName());
            told += view.has_value() ? 1 : 0;
            QVERIFY(view.has_value() ? !view->view.isEmpty() : !view.error().message().empty());
        }
        QVERIFY(told > 0 && told < tries);
    }

    void whatIsNoPictureOfOursSaysSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("hello");
        QTest::newRow("half a png") << QByteArray("\x89PNG\r\n\x1a\n");
        QTest::newRow("a pdf of others") << QByteArray(
            "%PDF-1.4\n1 0 obj\n<< /Type /EmbeddedFile /Length 9 >>\nstream\n");
        QTest::newRow("an svg of others") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><metadata/></svg>");
        QTest::newRow("no json") << QByteArray("<svg><metadata id='ochain'>{{</metadata></svg>");
        QTest::newRow("json of others") << QByteArray("<svg><metadata id='ochain'>{\"lens\":[1,2]}</metadata></svg>");
        QTest::newRow("no such view") << QByteArray(
            "<svg><metadata id='ochain'>{\"lens\":{\"view\":\"pie\",\"period\":\"2028\"}}</metadata></svg>");
        QTest::newRow("no period") << QByteArray(
            "<svg><metadata id='ochain'>{\"lens\":{\"view\":\"flow\",\"period\":7}}</metadata></svg>");
    }
    void whatIsNoPictureOfOursSaysSo()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const Result<ShownView> view = pictureViewIn(path);
        QVERIFY(!view.has_value());
        QCOMPARE(view.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!pictureViewIn(folder.filePath(QStringLiteral("none"))).has_value());
    }

    void aNameWithoutAnEndingGetsTheOneOfTheFormat()
    {
        QCOMPARE(withEnding(QStringLiteral("a/b"), ExportFormat::Svg), QStringLiteral("a/b.svg"));
        QCOMPARE(withEnding(QStringLiteral("b."), ExportFormat::Pdf), QStringLiteral("b.pdf"));
        QCOMPARE(withEnding(QStringLiteral("Q3.2026"), ExportFormat::Png), QStringLiteral("Q3.2026.png"));
        QCOMPARE(withEnding(QStringLiteral("a.b/c"), ExportFormat::Png), QStringLiteral("a.b/c.png"));
        QCOMPARE(withEnding(QStringLiteral("v1. The chain"), ExportFormat::Png), QStringLiteral("v1. The chain.png"));
        QCOMPARE(withEnding(QStringLiteral("b.PNG"), ExportFormat::Svg), QStringLiteral("b.PNG"));
        QCOMPARE(withEnding(QStringLiteral("b.jpeg"), ExportFormat::Svg), QStringLiteral("b.jpeg")); // refused later
        QCOMPARE(withEnding(QStringLiteral(".hidden"), ExportFormat::Svg), QStringLiteral(".hidden.svg"));
    }
};

QTEST_MAIN(TestPictureFiles)
#include "tst_picture_files.moc"
