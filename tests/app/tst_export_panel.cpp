// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_export.h"
#include "charts/chart_view.h"
#include "hands.h"
#include "panels/charts_panel.h"
#include "picture_reading.h"
#include "widgets/segments.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QObject>
#include <QPushButton>
#include <QString>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace ochain;
using namespace ochain::testing;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage pixelsOf(const QString& path)
{
    return QImage(path).convertToFormat(QImage::Format_RGB32);
}

/// Pixels that differ by more than a glyph does that is drawn a second time.
int pixelsFarOff(const QImage& a, const QImage& b)
{
    constexpr int kFarOff = 40;
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > kFarOff ? 1 : 0;
    return a.size() == b.size() ? count : a.width() * a.height();
}

struct ExportFixture : WindowFixture {
    /// Opens the panel with its key.
    void openPanel() const
    {
        window->activateWindow(); // a dialog that has just closed leaves nothing active without a window manager
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(window->findChild<QDialog*>(QStringLiteral("exportPanel")) != nullptr);
    }
    [[nodiscard]] bool isOpen() const
    {
        const auto* panel = window->findChild<QDialog*>(QStringLiteral("exportPanel"));
        return panel != nullptr && panel->isVisible();
    }
    /// Clicks an option of a row of buttons.
    void choose(const char* row, const QString& option) const
    {
        const auto buttons = find<Segments>(row).findChildren<QAbstractButton*>();
        for (QAbstractButton* button : buttons)
            if (button->text() == option)
                return QTest::mouseClick(button, Qt::LeftButton);
        qFatal("%s has no %s", row, qPrintable(option));
    }
    void fill(const char* line, const QString& text) const
    {
        auto& edit = find<QLineEdit>(line);
        QTest::mouseClick(&edit, Qt::LeftButton);
        edit.selectAll();
        const QList<uint> letters = text.toUcs4();
        for (const char32_t letter : letters)
            QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_unknown, QString::fromUcs4(&letter, 1), Qt::NoModifier);
    }
    void saveAs(const QString& name)
    {
        chooser.answer = folder.filePath(name);
        QTest::mouseClick(&find<QPushButton>("exportSave"), Qt::LeftButton);
    }
    /// Opens the panel and saves with what it has.
    void saveAtOnce(const QString& name)
    {
        openPanel();
        saveAs(name);
        QTRY_VERIFY(window->findChild<QDialog*>(QStringLiteral("exportPanel")) == nullptr);
    }
    [[nodiscard]] QString message() const { return find<QLabel>("messageText").text(); }
    [[nodiscard]] ChartView& chart() const { return *window->findChild<ChartsPanel*>()->current(); }
    /// Drops files on the window. @return whether it took them
    [[nodiscard]] bool drop(const QStringList& names) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& name : names)
            urls << QUrl::fromLocalFile(folder.filePath(name));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &event);
        return event.isAccepted();
    }
};

} // namespace

class TestExportPanel final : public QObject {
    Q_OBJECT

private slots:
    void whatIsChosenIsInTheFile()
    {
        ExportFixture f;
        f.openPanel();
        f.choose("exportFormat", QStringLiteral("SVG"));
        f.fill("exportTitle", QStringLiteral("Who feeds whom 谁养谁"));
        f.fill("exportSubtitle", QStringLiteral("in my words"));
        f.choose("exportSources", QStringLiteral("One line"));
        f.saveAs(QStringLiteral("mine"));
        QVERIFY(f.chooser.suggested.endsWith(QLatin1String("ochain-flow.svg")));
        const QString path = f.folder.filePath(QStringLiteral("mine.svg"));
        QTRY_VERIFY2(f.message().contains(QLatin1String("mine.svg")), qPrintable(f.message()));
        const SvgContents svg = svgContents(contents(path));
        QVERIFY(svg.isWellFormed);
        QCOMPARE(svg.title, QStringLiteral("Who feeds whom 谁养谁"));
        QCOMPARE(svg.description, QStringLiteral("in my words"));
        QVERIFY(svg.allText().contains(QLatin1String("Sources: 1 ")));
        QVERIFY(!f.isOpen());
    }

    void emptyTitlesAreThePicturesOwn()
    {
        ExportFixture f;
        f.openPanel();
        QCOMPARE(f.find<QLineEdit>("exportTitle").placeholderText(), headOf(f.chart().figure()).title);
        f.choose("exportFormat", QStringLiteral("PDF"));
        f.fill("exportTitle", QStringLiteral("   "));
        f.saveAs(QStringLiteral("own"));
        const QString path = f.folder.filePath(QStringLiteral("own.pdf"));
        QTRY_VERIFY(QFileInfo::exists(path));
        QCOMPARE(pdfInfo(path, QStringLiteral("Title")), headOf(f.chart().figure()).title);
        QVERIFY(pdfText(path).contains(headOf(f.chart().figure()).title));
    }

    void wordsAreOutlinesOnlyWhereTheBoxIsChecked()
    {
        ExportFixture f;
        for (const bool isOutlined : {false, true}) {
            f.openPanel();
            auto& box = f.find<QCheckBox>("exportOutlines");
            QVERIFY(!box.isChecked());
            if (isOutlined)
                QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
            f.saveAs(QStringLiteral("words.svg"));
            QTRY_VERIFY(!f.isOpen());
            QCOMPARE(svgContents(contents(f.folder.filePath(QStringLiteral("words.svg")))).texts.isEmpty(), isOutlined);
            QTRY_VERIFY(f.window->findChild<QDialog*>(QStringLiteral("exportPanel")) == nullptr);
        }
    }

    void theSelectionFadesTheRestOnlyWhereTheBoxIsChecked()
    {
        ExportFixture f;
        f.window->findChild<ChartsPanel*>()->showTab(1);
        f.find<QToolButton>("capacityPin").setChecked(true); // else the chart is that of what is selected
        f.saveAtOnce(QStringLiteral("nothing.png"));
        f.document().select(f.row(Table::Nodes, "nvidia"));
        QTRY_VERIFY(!f.chart().lit().empty());
        f.saveAtOnce(QStringLiteral("selected.png"));
        const QImage nothing = pixelsOf(f.folder.filePath(QStringLiteral("nothing.png")));
        QVERIFY(!nothing.isNull());
        QVERIFY(pixelsFarOff(pixelsOf(f.folder.filePath(QStringLiteral("selected.png"))), nothing) < 100);
        f.openPanel();
        auto& box = f.find<QCheckBox>("exportFade");
        QVERIFY(!box.isChecked());
        QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
        f.saveAs(QStringLiteral("faded.png"));
        const QString faded = f.folder.filePath(QStringLiteral("faded.png"));
        QTRY_VERIFY(QFileInfo::exists(faded));
        QVERIFY(pixelsFarOff(pixelsOf(faded), nothing) > 10'000);
    }

    void theDialogOpensWhereTheLastExportWent()
    {
        ExportFixture f;
        QVERIFY(QDir(f.folder.path()).mkdir(QStringLiteral("notes")));
        f.saveAtOnce(QStringLiteral("notes/one.png"));
        f.openPanel();
        f.saveAs(QStringLiteral("two.jpg")); // is no picture: that folder is not remembered
        QCOMPARE(QFileInfo(f.chooser.suggested).absolutePath(), f.folder.filePath(QStringLiteral("notes")));
        f.open(); // the window anew, with the same settings
        f.saveAtOnce(QStringLiteral("notes/two.png"));
        QCOMPARE(QFileInfo(f.chooser.suggested).absolutePath(), f.folder.filePath(QStringLiteral("notes")));
        QVERIFY(QDir(f.folder.filePath(QStringLiteral("notes"))).removeRecursively());
        f.openPanel(); // a folder that is gone is none to open
        f.saveAs(QStringLiteral("three.png"));
        QVERIFY(QFileInfo(f.chooser.suggested).absolutePath() != f.folder.filePath(QStringLiteral("notes")));
    }

    void nothingIsReplacedThatWasNotAskedAbout()
    {
        ExportFixture f;
        QFile precious(f.folder.filePath(QStringLiteral("Q3.2026.png")));
        QVERIFY(precious.open(QIODevice::WriteOnly) && precious.write("precious") == 8);
        precious.close();
        f.openPanel();
        f.saveAs(QStringLiteral("Q3.2026"));
        QTRY_VERIFY2(f.message().contains(QLatin1String("is there already")), qPrintable(f.message()));
        QCOMPARE(contents(precious.fileName()), QByteArray("precious"));
        QVERIFY(f.isOpen());
        f.saveAs(QStringLiteral("Q3.2026.png")); // by its whole name: the dialog has asked
        QTRY_VERIFY(contents(precious.fileName()).startsWith("\x89PNG"));
    }

    void whatNoFontHasIsReported()
    {
        ExportFixture f;
        f.openPanel();
        f.fill("exportTitle", QStringLiteral("Odd \U0010FFFC"));
        f.saveAs(QStringLiteral("odd.png"));
        QTRY_VERIFY2(f.message().contains(QLatin1String("U+10FFFC")), qPrintable(f.message()));
        QVERIFY(f.message().contains(QLatin1String("odd.png")));
        QVERIFY(QFileInfo::exists(f.folder.filePath(QStringLiteral("odd.png"))));
        QTRY_VERIFY(f.window->findChild<QDialog*>(QStringLiteral("exportPanel")) == nullptr);
        f.openPanel();
        f.fill("exportTitle", QStringLiteral("Odd \U0010FFFD"));
        QTest::mouseClick(&f.find<QPushButton>("exportCopy"), Qt::LeftButton);
        QTRY_VERIFY2(f.message().contains(QLatin1String("U+10FFFD")), qPrintable(f.message()));
    }

    void whatIsCopiedIsAsLargeInADocumentAsWasAsked_data()
    {
        QTest::addColumn<bool>("isByKey");
        QTest::newRow("the button of the panel") << false;
        QTest::newRow("Ctrl+C on the chart") << true;
    }
    void whatIsCopiedIsAsLargeInADocumentAsWasAsked()
    {
        QFETCH(bool, isByKey);
        ExportFixture f;
        f.document().select(f.row(Table::Nodes, "oracle"));
        QGuiApplication::clipboard()->clear();
        if (isByKey) {
            f.chart().setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        } else {
            f.openPanel();
            QTest::mouseClick(&f.find<QPushButton>("exportCopy"), Qt::LeftButton);
        }
        QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        const QByteArray png = copied->data(QStringLiteral("image/png"));
        QCOMPARE(dotsPerMetre(png), std::pair(7559U, 7559U)); // 2560 pixels at 192 dpi: the 1280 that were asked for
        const QImage image = QImage::fromData(png, "png");
        QCOMPARE(image.size(), QSize(2560, 1440));
        QVERIFY(image.text(QStringLiteral("ochain")).contains(QLatin1String("\"lens\"")));
        QVERIFY(svgContents(copied->data(QStringLiteral("image/svg+xml"))).isWellFormed);
        QVERIFY(!copied->data(QStringLiteral("image/svg+xml")).isEmpty());
    }

    void aPictureThatIsDroppedOpensItsView_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"view.png", "view.svg", "view.pdf"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aPictureThatIsDroppedOpensItsView()
    {
        QFETCH(QString, name);
        ExportFixture f;
        auto& charts = *f.window->findChild<ChartsPanel*>();
        charts.showTab(2);
        f.chart().restoreState(QStringLiteral(R"({"group":"oracle","granularity":"quarter","from":2026,"to":2029})"));
        ViewLens lens = f.document().lens();
        lens.lens.basis = FigureBasis::Weighted;
        lens.lens.withAssumed = false;
        lens.lens.knownAsOf = dayNumber(2026, 3, 31);
        lens.period = {PeriodKind::Year, 2027, 0};
        QVERIFY(f.document().setLens(lens));
        const QString state = f.chart().saveState();
        const ChartHead before = headOf(f.chart().figure());
        f.saveAtOnce(name);

        QVERIFY(f.document().setLens({{}, {PeriodKind::Year, 2030, 0}}));
        f.chart().restoreState(QStringLiteral(R"({"group":"microsoft"})"));
        charts.showTab(0);
        QVERIFY(f.drop({QStringLiteral("notes.txt"), name}));
        QCOMPARE(charts.currentTab(), 2);
        QVERIFY(f.document().lens() == lens);
        QCOMPARE(f.chart().saveState(), state);
        QCOMPARE(headOf(f.chart().figure()).title, before.title);
        QCOMPARE(headOf(f.chart().figure()).subtitle, before.subtitle);
        QVERIFY(headOf(f.chart().figure()).table.rows == before.table.rows);
        QTRY_VERIFY2(f.message().contains(name), qPrintable(f.message()));
    }

    void aFlowThatIsDroppedHasItsSwitchesAndOpenGroups()
    {
        ExportFixture f;
        f.chart().restoreState(
            QStringLiteral(R"({"mode":"capacity","layer":"chips","by":"tier","expanded":["tier:chips"]})"));
        const QString state = f.chart().saveState();
        f.saveAtOnce(QStringLiteral("flow.png"));
        f.chart().restoreState(QStringLiteral(R"({"mode":"money","by":"deal","expanded":["node:oracle"]})"));
        QVERIFY(f.chart().saveState() != state);
        QVERIFY(f.drop({QStringLiteral("flow.png")}));
        QCOMPARE(f.chart().saveState(), state);
    }

    void aDropThatSaysNothingLeavesTheViewAndSaysWhy()
    {
        ExportFixture f;
        QImage image(10, 10, QImage::Format_RGB32);
        QVERIFY(image.save(f.folder.filePath(QStringLiteral("cat.png"))));
        const QString state = f.chart().saveState();
        QVERIFY(f.drop({QStringLiteral("cat.png")}));
        QTRY_VERIFY2(f.message().contains(QLatin1String("cat.png")), qPrintable(f.message()));
        QVERIFY(f.message().contains(QLatin1String("no picture that O-chain has exported")));
        QCOMPARE(f.chart().saveState(), state);
        QVERIFY(!f.drop({QStringLiteral("notes.txt")}));
    }

    void aPictureOfACompanyThatIsNotHereSaysSo()
    {
        ExportFixture f;
        QFile svg(f.folder.filePath(QStringLiteral("other.svg")));
        QVERIFY(svg.open(QIODevice::WriteOnly));
        svg.write(
            R"(<svg><metadata id="ochain">{"lens":{"view":"money","period":"2028","group":"atlantis"}}</metadata></svg>)");
        svg.close();
        QVERIFY(f.drop({QStringLiteral("other.svg")}));
        QTRY_VERIFY2(f.message().contains(QStringLiteral("“atlantis”")), qPrintable(f.message()));
        QCOMPARE(f.window->findChild<ChartsPanel*>()->currentTab(), 2);
    }
};

QTEST_MAIN(TestExportPanel)
#include "tst_export_panel.moc"
