// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/lens_words.h"
#include "figures/shown_view.h"

#include <QObject>
#include <QString>
#include <QTest>

using namespace ochain;

namespace {

ViewLens unusualLens()
{
    ViewLens lens;
    lens.lens = {dayNumber(2025, 12, 31), FigureBasis::Weighted, false,
                 Overlaps::Gross,         Commitments::Unsaid,   MegawattsOf::It};
    lens.period = {PeriodKind::Quarter, 2027, 3};
    return lens;
}

} // namespace

/// What saved views hold, to text and back.
class TestShownView final : public QObject {
    Q_OBJECT

private slots:
    void lensAndGroupComeBackFromEachView_data()
    {
        QTest::addColumn<QString>("view");
        for (const char* view : {"flow", "capacity", "money"})
            QTest::newRow(view) << QString::fromLatin1(view);
    }
    void lensAndGroupComeBackFromEachView()
    {
        QFETCH(QString, view);
        FigureOptions options;
        options.group = "oracle";
        const ShownView shown = shownView(view, unusualLens(), options, true);
        const Result<Place> read = savedStateIn(savedState({shown, {}}).toStdString());
        QVERIFY(read && read->chart);
        QCOMPARE(read->chart->view, view);
        QVERIFY(read->chart->lens == unusualLens());
        QCOMPARE(read->chart->group, std::string("oracle"));
        QVERIFY(read->chart->state.contains(QLatin1String("\"pinned\":true")));
        QVERIFY(!read->table);
    }

    void theDayItWasSavedOnIsNotKept()
    {
        QVERIFY(
            !savedState({shownView(QStringLiteral("flow"), unusualLens(), {}), {}}).contains(QLatin1String("today")));
    }

    void theScenarioComesBackAndWhatIsOnlyTriedDoesNot()
    {
        FigureOptions options;
        options.scenario = "power-slips-12m";
        options.tried = {"deals:amd-openai-6gw.ends"};
        const QString view = QStringLiteral("money");
        QVERIFY(lensJson(view, {}, options).contains(QLatin1String("amd-openai-6gw")));
        const QString state = savedState({shownView(view, unusualLens(), options), {}});
        QVERIFY(!state.contains(QLatin1String("amd-openai-6gw")));
        const Result<Place> read = savedStateIn(state.toStdString());
        QVERIFY(read && read->chart);
        QCOMPARE(read->chart->scenario, std::optional<std::string>("power-slips-12m"));
        const Result<Place> base =
            savedStateIn(savedState({shownView(view, unusualLens(), FigureOptions()), {}}).toStdString());
        QCOMPARE(base->chart->scenario, std::optional<std::string>("")); // the base, whatever is viewed
    }

    void theTableComesBackAsItWas()
    {
        ShownTable table{QStringLiteral("deals"),
                         QStringLiteral("supplier:\"英伟达\" value>1bn"),
                         {QStringLiteral("Supplier"), QStringLiteral("Source age, days")},
                         QStringLiteral("Value"),
                         true};
        const Place place{shownView(QStringLiteral("flow"), unusualLens(), {}), table};
        const QString text = savedState(place);
        QVERIFY(!text.contains(QLatin1Char('\n')));
        const Result<Place> read = savedStateIn(text.toStdString());
        QVERIFY(read && read->table);
        QVERIFY(*read->table == table);
    }

    void whatAPictureTellsIsReadAlike()
    {
        FigureOptions options;
        options.period = unusualLens().period;
        const auto read = shownViewIn(lensJson(QStringLiteral("capacity"), unusualLens().lens, options));
        QVERIFY(read);
        QVERIFY(read->lens == unusualLens());
    }

    void whatCannotBeReadIsRefusedWithItsReason_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("nothing") << std::string() << ErrorKind::InvalidInput;
        QTest::newRow("no JSON") << std::string("{\"version\":1,") << ErrorKind::InvalidInput;
        QTest::newRow("a list") << std::string("[1]") << ErrorKind::InvalidInput;
        QTest::newRow("an empty object") << std::string("{}") << ErrorKind::InvalidInput;
        QTest::newRow("a view that is none")
            << std::string(R"({"version":1,"view":"map","period":"2028"})") << ErrorKind::InvalidInput;
        QTest::newRow("no period") << std::string(R"({"version":1,"view":"flow"})") << ErrorKind::InvalidInput;
        QTest::newRow("of a newer O-chain")
            << std::string(R"({"version":2,"view":"flow","period":"2028"})") << ErrorKind::Newer;
        QTest::newRow("of a newer O-chain, in another form")
            << std::string(R"({"version":9,"panes":[]})") << ErrorKind::Newer;
    }
    void whatCannotBeReadIsRefusedWithItsReason()
    {
        QFETCH(std::string, text);
        QFETCH(ErrorKind, kind);
        const Result<Place> read = savedStateIn(text);
        QVERIFY(!read);
        QVERIFY(read.error().kind == kind);
        QVERIFY(!read.error().message().empty());
    }

    void whatIsNestedWithoutEndIsPassedOver()
    {
        constexpr std::size_t kDeep = 300'000;
        const std::string deep = std::string(kDeep, '[') + std::string(kDeep, ']');
        const Result<Place> read =
            savedStateIn(R"({"version":1,"view":"flow","period":"2028","group":"amd","x":)" + deep + "}");
        QVERIFY(read);
        QCOMPARE(read->chart->group, std::string("amd"));
        QVERIFY(read->chart->state.size() < 200);
    }

    void whatIsOfAnotherKindThanExpectedIsPassedOver()
    {
        const Result<Place> read = savedStateIn(
            R"({"version":1,"view":"flow","period":"2028","basis":7,"as-of":[],"table":{"name":3,"columns":[1,"Value"]}})");
        QVERIFY(read);
        QVERIFY(read->chart->lens.lens == Lens());
        QCOMPARE(read->table->columns, QStringList{QStringLiteral("Value")});
    }
};

QTEST_GUILESS_MAIN(TestShownView)
#include "tst_shown_view.moc"
