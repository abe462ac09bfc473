// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_export.h"
#include "figures_testing.h"
#include "language/language.h"

#include <QApplication>
#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QObject>
#include <QRgb>
#include <QSize>
#include <QString>
#include <QTest>

using namespace ochain;
using ochain::testing::Shipped;
using ochain::testing::year;

namespace {

constexpr QSize kSmall(800, 500);
constexpr QSize kSlide(1280, 720);     ///< with fewer pixels, sixty names are cut
constexpr int kFarOff = 40;            ///< of 255, in any channel: more than another rounding does
constexpr int kMostPixelsFarOff = 120; ///< less than any word moved by a pixel

struct Picture {
    const char* name;
    const char* view;
    const char* layer; ///< of a flow of capacity; null: money
    Grouping grouping;
    int year;
    Theme theme;
    Language language;
    const char* lit;
};

constexpr Picture kPictures[] = {
    {"flow_company_2028", "flow", nullptr, Grouping::Company, 2028, Theme::Light, Language::English, nullptr},
    {"flow_company_2026_traced", "flow", nullptr, Grouping::Company, 2026, Theme::Light, Language::English,
     "node:microsoft"},
    {"flow_tier_2026_zh_dark", "flow", nullptr, Grouping::Tier, 2026, Theme::Dark, Language::Chinese, nullptr},
    {"flow_deal_2027", "flow", nullptr, Grouping::Deal, 2027, Theme::Light, Language::English, nullptr},
    {"flow_chips_2030_dark", "flow", "chips", Grouping::Company, 2030, Theme::Dark, Language::English, nullptr},
    {"flow_cloud_2030_zh", "flow", "cloud-dc", Grouping::Company, 2030, Theme::Light, Language::Chinese, nullptr},
    {"capacity_2030", "capacity", nullptr, Grouping::Company, 2030, Theme::Light, Language::English, nullptr},
    {"money_2028_zh_dark", "money", nullptr, Grouping::Company, 2028, Theme::Dark, Language::Chinese, nullptr},
};

QString pathOf(const char* name)
{
    return QStringLiteral(OCHAIN_GOLDEN "/%1.png").arg(QLatin1String(name));
}

QImage drawn(const Picture& picture)
{
    static const Shipped shipped;
    FigureOptions options = Shipped::at(year(picture.year));
    options.grouping = picture.grouping;
    if (picture.layer != nullptr) {
        options.mode = FlowMode::Capacity;
        options.layer = picture.layer;
    }
    ExportOptions look;
    look.size = picture.grouping == Grouping::Deal ? kSlide : kSmall;
    look.scale = 1;
    look.theme = picture.theme;
    if (picture.lit != nullptr)
        look.lit = {picture.lit};
    return chartImage(*buildFigure(picture.view, shipped.chain, shipped.rollups, options), look)
        .convertToFormat(QImage::Format_RGB32);
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

} // namespace

/// The shipped chain as it was last looked at. After a change that is meant, run with OCHAIN_GOLDEN=write and look at
/// what has changed before it goes in.
class TestGoldenPictures final : public QObject {
    Q_OBJECT

private slots:
    void thePictureIsTheOneLookedAt_data()
    {
        QTest::addColumn<int>("index");
        for (int at = 0; at < static_cast<int>(std::size(kPictures)); ++at)
            QTest::newRow(kPictures[at].name) << at;
    }
    void thePictureIsTheOneLookedAt()
    {
        QFETCH(int, index);
        const Picture& picture = kPictures[index];
        setLanguage(picture.language);
        const QImage now = drawn(picture);
        setLanguage(Language::English);
        if (qgetenv("OCHAIN_GOLDEN") == "write")
            QVERIFY(now.save(pathOf(picture.name)));
        const QImage expected = QImage(pathOf(picture.name)).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(now.size(), expected.size());
        const int farOff = pixelsFarOff(now, expected);
        if (farOff > kMostPixelsFarOff)
            now.save(pathOf(picture.name) + QStringLiteral(".actual"), "png");
        QVERIFY2(farOff <= kMostPixelsFarOff,
                 qPrintable(QStringLiteral("%1 pixels differ; see %2.actual").arg(farOff).arg(pathOf(picture.name))));
    }
};

QTEST_MAIN(TestGoldenPictures)
#include "tst_golden_pictures.moc"
