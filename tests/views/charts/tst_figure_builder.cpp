// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/figure_builder.h"
#include "document_testing.h"

#include <QLatin1Char>
#include <QObject>
#include <QSignalSpy>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// The figures of a flow as text, to be compared.
QString textOf(const ChartFigure& figure)
{
    QStringList lines;
    for (const QStringList& row : headOf(figure).table.rows)
        lines << row.join(QLatin1Char('\t'));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// Every chain is large here: the builder always works on its thread.
class TestFigureBuilder final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_file = std::make_unique<ChainFile>();
        m_document = m_file->open();
        QVERIFY(m_document);
        m_options.mode = FlowMode::Capacity;
        m_options.layer = "chips";
        m_options.period = kTotal;
        m_builder = std::make_unique<FigureBuilder>(*m_document, "flow", nullptr);
        m_builder->setMostAtOnce(0);
        m_last.clear();
        m_arrived = 0;
        connect(m_builder.get(), &FigureBuilder::ready, this, [this](const ChartFigure& figure) {
            m_last = textOf(figure);
            ++m_arrived;
        });
    }
    void cleanup()
    {
        m_builder.reset();
        m_document.reset();
        m_file.reset();
    }

    void aSmallChainIsDrawnAtOnce()
    {
        m_builder->setMostAtOnce(1'000);
        m_builder->start(m_options);
        QCOMPARE(m_arrived, 1);
        QVERIFY(!m_builder->isBusy());
        QCOMPARE(m_last, expected());
    }

    void aLargeOneArrivesLater()
    {
        m_builder->start(m_options);
        QCOMPARE(m_arrived, 0);
        QVERIFY(m_builder->isBusy());
        QTRY_COMPARE(m_arrived, 1);
        QCOMPARE(m_last, expected());
        QVERIFY(!m_builder->isBusy());
    }

    void onlyTheFigureAskedForLastArrives()
    {
        for (int times = 0; times < 20; ++times)
            m_builder->start(m_options);
        QTRY_COMPARE(m_arrived, 1);
        QTest::qWait(50);
        QCOMPARE(m_arrived, 1);
    }

    void editsAndChecksInBetweenAreSeen()
    {
        for (int round = 0; round < 40; ++round) {
            const int before = m_arrived;
            m_builder->start(m_options);
            if (round % 2 == 0)
                QVERIFY(setField(*m_document, "deals", "amd-openai", "capacity_mw", std::to_string(7'000 + round)));
            else
                (void)m_document->validate(Edit());
            if (round % 5 == 0)
                QTest::qWait(5);
            QTRY_COMPARE(m_arrived, before + 1);
            QCOMPARE(m_last, expected());
        }
    }

    void whoeverCannotWaitGetsItNow()
    {
        m_builder->start(m_options);
        const auto figure = m_builder->take(m_options);
        QVERIFY(figure.has_value());
        QCOMPARE(textOf(*figure), expected());
        QVERIFY(!m_builder->isBusy());
        QTest::qWait(50);
        QCOMPARE(m_arrived, 0); // the one that was on its way has been dropped
    }

    void goingAwayWhileItWorksIsFine()
    {
        for (int times = 0; times < 20; ++times) {
            FigureBuilder builder(*m_document, "flow", nullptr);
            builder.setMostAtOnce(0);
            builder.start(m_options);
        }
        QVERIFY(setField(*m_document, "deals", "amd-openai", "capacity_mw", "7000"));
    }

private:
    [[nodiscard]] QString expected() const
    {
        return textOf(*buildFigure("flow", m_document->chain(), m_document->rollups(), m_options));
    }

    std::unique_ptr<ChainFile> m_file;
    std::unique_ptr<Document> m_document;
    FigureOptions m_options;
    std::unique_ptr<FigureBuilder> m_builder;
    QString m_last;
    int m_arrived = 0;
};

QTEST_MAIN(TestFigureBuilder)
#include "tst_figure_builder.moc"
