// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart.h"
#include "charts/chart_export.h"
#include "document_testing.h"
#include "figures/chart_figure.h"
#include "items/explained_picture.h"
#include "rollups/rollups.h"
#include "speaking.h"

#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QImage>
#include <QLatin1Char>
#include <QLatin1String>
#include <QObject>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QRegularExpression>
#include <QSize>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QTest>

#include <array>

using namespace ochain;

namespace {

constexpr std::array kViews{"flow", "capacity", "money", "compared-flow", "compared-capacity", "compared-money", "why"};
constexpr int kFarOff = 40;            ///< of 255, in any channel: more than another rounding does
constexpr int kMostPixelsFarOff = 120; ///< less than any word moved by a pixel

/// A small chain that nothing but these tests changes.
struct Small {
    Small() : chain(testing::smallChain()) { rollups.compute(chain, {}); }
    Chain chain;
    Rollups rollups;
};

const Small& small()
{
    static const Small chain;
    return chain;
}

/// "As known today" names a day: it must be the same one whenever the scenes are drawn again.
Day theDayTheyWereLookedAt()
{
    return dayNumber(2026, 11, 30);
}

/// The same on a day that no clock moves, and what it is compared with: what was known a year before, weighted.
struct BothLenses {
    BothLenses()
    {
        Lens lens;
        lens.knownAsOf = theDayTheyWereLookedAt();
        now = snapshotUnder(lens);
        lens.knownAsOf = dayNumber(2025, 10, 1);
        lens.basis = FigureBasis::Weighted;
        before = snapshotUnder(lens);
    }
    [[nodiscard]] static SharedSnapshot snapshotUnder(const Lens& lens)
    {
        auto snapshot = std::make_shared<Snapshot>(Snapshot{testing::smallChain(), {}});
        snapshot->rollups.compute(snapshot->chain, lens);
        return snapshot;
    }
    [[nodiscard]] ViewLens shown(Period period) const { return {now->rollups.lens(), period}; }
    [[nodiscard]] ViewLens against(Period period) const { return {before->rollups.lens(), period}; }
    SharedSnapshot now, before;
};

const BothLenses& both()
{
    static const BothLenses lenses;
    return lenses;
}

constexpr QLatin1String kCompared("compared-");

ChartFigure comparedFigure(const QString& view, const FigureOptions& options)
{
    const BothLenses& lenses = both();
    const ComparedSides sides{{lenses.now->chain, lenses.now->rollups},
                              {lenses.before->chain, lenses.before->rollups},
                              comparedWords(lenses.shown(options.period), lenses.against(options.period))};
    return *buildComparedFigure(view.toStdString(), sides, options, options.period);
}

/// Why openai spends what it does, or why that moved.
ChartFigure whyFigure(Period period, bool isMoved)
{
    const BothLenses& lenses = both();
    const FigureCell cell{Group::of(lenses.now->chain.find<NodeId>("openai")), Measure::Spend, kNoLayer, period, {}};
    ExplanationModel model;
    if (isMoved) {
        ToldDifference difference{
            lenses.now, lenses.now, lenses.now->rollups.lens(), lenses.before->rollups.lens(), cell, cell, {}};
        if (!tell(difference))
            qFatal("nobody cancels");
        model.show(std::move(difference), theDayTheyWereLookedAt());
    } else {
        model.show(lenses.now, *explain(lenses.now->chain, lenses.now->rollups, cell), theDayTheyWereLookedAt());
    }
    return pictureOf(model, model.sentence({}), [](const QModelIndex&) { return true; });
}

/// One way to look at the chain.
struct Look {
    QString name;
    QString view;
    FigureOptions options;
    std::vector<std::string> lit;
};

std::vector<Look> looksOf(const QString& view)
{
    std::vector<Look> looks;
    const auto add = [&](const QString& name, const QString& of, FigureOptions options, std::vector<std::string> lit) {
        options.group = "openai";
        options.today = theDayTheyWereLookedAt();
        looks.push_back({name, of, std::move(options), std::move(lit)});
    };
    for (const Period period : {kTotal, Period{PeriodKind::Year, 2027, 0}, Period{PeriodKind::Quarter, 2028, 3}}) {
        FigureOptions options;
        options.period = period;
        const QString when = periodText(period);
        if (view == QLatin1String("flow"))
            for (const Grouping grouping : {Grouping::Company, Grouping::Tier, Grouping::Deal}) {
                options.grouping = grouping;
                add(QStringLiteral("by %1, %2").arg(QString::fromStdString(groupingName(grouping)), when),
                    QStringLiteral("flow"), options, {});
                if (grouping == Grouping::Company)
                    add(QStringLiteral("by company, %1, oracle selected").arg(when), QStringLiteral("flow"), options,
                        {"node:oracle"});
            }
        if (view.startsWith(kCompared) || view == QLatin1String("why"))
            add(when, view, options, {});
        if (view == QLatin1String("why"))
            add(QStringLiteral("%1, moved").arg(when), QStringLiteral("why-moved"), options, {});
        if (view == QLatin1String("flow")) {
            options.mode = FlowMode::Capacity;
            add(QStringLiteral("of chips, %1").arg(when), QStringLiteral("flow"), options, {});
        }
        if (view == QLatin1String("capacity")) {
            add(QStringLiteral("of openai, %1").arg(when), QStringLiteral("capacity"), options, {});
            add(QStringLiteral("of openai, %1, amd selected").arg(when), QStringLiteral("capacity"), options,
                {"node:amd"});
        }
        if (view == QLatin1String("money"))
            for (const PeriodKind bars : {PeriodKind::Year, PeriodKind::Quarter}) {
                options.granularity = bars;
                add(QStringLiteral("a bar a %1, %2")
                        .arg(QLatin1String(bars == PeriodKind::Year ? "year" : "quarter"), when),
                    QStringLiteral("money"), options, {});
            }
    }
    return looks;
}

QString boxText(const QRectF& box)
{
    return QStringLiteral("%1,%2 %3x%4")
        .arg(qRound(box.left()))
        .arg(qRound(box.top()))
        .arg(qRound(box.width()))
        .arg(qRound(box.height()));
}

ChartFigure figureOf(const QString& view, const FigureOptions& options)
{
    if (view.startsWith(kCompared))
        return comparedFigure(view.mid(kCompared.size()), options);
    if (view.startsWith(QLatin1String("why")))
        return whyFigure(options.period, view != QLatin1String("why"));
    return *buildFigure(view.toStdString(), small().chain, small().rollups, options);
}

/// What is drawn where, with which words: a line for each.
QStringList sceneOf(const Look& look, QSize size)
{
    Chart chart;
    chart.setFigure(figureOf(look.view, look.options));
    chart.setLit(look.lit);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    chart.paint(painter, QRectF(QPointF(0, 0), QSizeF(size)));
    QStringList lines;
    for (const auto& [id, box] : chart.marks())
        lines << QStringLiteral("mark %1 %2").arg(boxText(box), QString::fromStdString(id));
    for (const ChartAxis& axis : chart.axes())
        lines << QStringLiteral("axis %1").arg(boxText(axis.plot));
    for (const auto& [text, box] : chart.labels())
        lines << QStringLiteral("text %1 “%2”").arg(boxText(box), text);
    return lines;
}

QStringList scenesOf(const QString& view, Language language)
{
    QStringList lines;
    for (const Look& look : looksOf(view))
        for (const QSize size : {QSize(1280, 720), QSize(559, 397)}) {
            lines << QStringLiteral("== %1, %2x%3").arg(look.name).arg(size.width()).arg(size.height());
            const testing::Speaking speaking(language);
            lines += sceneOf(look, size);
        }
    return lines;
}

QString fileOf(const QString& name)
{
    return QStringLiteral(OCHAIN_SCENES "/%1").arg(name);
}

bool isToBeWritten()
{
    return qgetenv("OCHAIN_SCENES") == "write";
}

/// Whether two lines tell the same, places give or take the pixel that another rounding makes.
bool isAlike(const QString& a, const QString& b)
{
    static const QRegularExpression place(QStringLiteral("^(mark|text|axis) (-?\\d+),(-?\\d+) (\\d+)x(\\d+)(.*)$"));
    const QRegularExpressionMatch one = place.match(a);
    const QRegularExpressionMatch other = place.match(b);
    if (!one.hasMatch() || !other.hasMatch())
        return a == b;
    for (int part = 2; part <= 5; ++part)
        if (std::abs(one.captured(part).toInt() - other.captured(part).toInt()) > 1)
            return false;
    return one.captured(1) == other.captured(1) && one.captured(6) == other.captured(6);
}

int pixelsFarOff(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            count += std::abs(qRed(one) - qRed(other)) > kFarOff || std::abs(qGreen(one) - qGreen(other)) > kFarOff ||
                     std::abs(qBlue(one) - qBlue(other)) > kFarOff;
        }
    return count;
}

void eachView()
{
    QTest::addColumn<QString>("view");
    for (const char* view : kViews)
        QTest::newRow(view) << QString::fromLatin1(view);
}

} // namespace

/// Pictures as they were last looked at: what is drawn where, with which words, in text; and one picture a view. After
/// a change that is meant, run with OCHAIN_SCENES=write and look at what has changed before it goes in.
class TestScenes final : public QObject {
    Q_OBJECT

private slots:
    void theSceneIsTheOneLookedAt_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<bool>("isChinese");
        for (const char* view : kViews)
            for (const bool isChinese : {false, true})
                QTest::addRow("%s %s", view, isChinese ? "zh" : "en") << QString::fromLatin1(view) << isChinese;
    }
    void theSceneIsTheOneLookedAt()
    {
        QFETCH(QString, view);
        QFETCH(bool, isChinese);
        const QStringList now = scenesOf(view, isChinese ? Language::Chinese : Language::English);
        QVERIFY(now.size() > 100);
        QFile file(fileOf(QStringLiteral("%1_%2.txt").arg(view, QLatin1String(isChinese ? "zh" : "en"))));
        if (isToBeWritten()) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(now.join(QLatin1Char('\n')).toUtf8() + '\n');
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList expected = QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char('\n'));
        QString where;
        for (qsizetype at = 0; at < std::min(now.size(), expected.size()); ++at) {
            if (now[at].startsWith(QLatin1String("== ")))
                where = now[at];
            QVERIFY2(isAlike(now[at], expected[at]),
                     qPrintable(QStringLiteral("%1\n  now:    %2\n  before: %3").arg(where, now[at], expected[at])));
        }
        QCOMPARE(now.size(), expected.size());
    }

    void thePictureIsTheOneLookedAt_data() { eachView(); }
    void thePictureIsTheOneLookedAt()
    {
        QFETCH(QString, view);
        FigureOptions options;
        options.period = Period{PeriodKind::Year, 2027, 0};
        options.group = "openai";
        options.today = theDayTheyWereLookedAt();
        ExportOptions look;
        look.size = QSize(800, 500);
        look.scale = 1;
        look.theme = view.endsWith(QLatin1String("money")) ? Theme::Dark : Theme::Light;
        const QImage now = chartImage(figureOf(view, options), look).convertToFormat(QImage::Format_RGB32);
        const QString path = fileOf(view + QStringLiteral(".png"));
        if (isToBeWritten())
            QVERIFY(now.save(path));
        const QImage expected = QImage(path).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(now.size(), expected.size());
        const int farOff = pixelsFarOff(now, expected);
        if (farOff > kMostPixelsFarOff)
            now.save(path + QStringLiteral(".actual"), "png");
        QVERIFY2(farOff <= kMostPixelsFarOff,
                 qPrintable(QStringLiteral("%1 pixels differ; see %2.actual").arg(farOff).arg(path)));
    }
};

QTEST_MAIN(TestScenes)
#include "tst_scenes.moc"
