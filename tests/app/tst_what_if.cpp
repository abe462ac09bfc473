// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_view.h"
#include "form_hands.h"
#include "hands.h"
#include "items/roles.h"
#include "widgets/message_bar.h"

#include <QComboBox>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

using namespace ochain;

namespace {

constexpr const char* kDeal = "amd-openai-6gw";

/// Kilowatts of chips that OpenAI gets in all, in what is viewed.
std::int64_t viewedChips(const WindowFixture& f)
{
    const auto [chain, rollups] = f.document().viewed();
    return rollups
        .figure(Group::of(chain.find<NodeId>("openai-group")), Measure::CapacityIn,
                chain.layerOf(chain.find<TierId>("chips")), kTotal)
        .value;
}

std::string baseValue(const WindowFixture& f)
{
    return fieldOf(f, Table::Deals, kDeal, deal_field::CapacityMw);
}

/// Asks what if of a field of the deal, by the keyboard.
QSlider& ask(const WindowFixture& f, const char* editor = "dealCapacity")
{
    f.document().select(f.row(Table::Deals, kDeal));
    f.find<QTabBar>("sideTabs").setCurrentIndex(0);
    f.enter(editor);
    press(Qt::Key_W, Qt::AltModifier);
    return f.find<QSlider>("whatIfSlider0");
}

bool isUsable(const WindowFixture& f, const char* button)
{
    const auto& widget = f.find<QPushButton>(button);
    return widget.isVisible() && widget.isEnabled();
}

void keepAs(const WindowFixture& f, const QString& name)
{
    click(f.find<QPushButton>("whatIfKeep"));
    type(name);
    press(Qt::Key_Return);
}

/// What a widget says, with where it stands in the panel; empty if it says nothing.
QString lineOf(const QWidget& widget, const QWidget& panel)
{
    QString text;
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        text = QStringLiteral("says: ") + label->text();
    else if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        text = QStringLiteral("field %1: %2").arg(line->accessibleName(), line->text());
    else if (const auto* slider = qobject_cast<const QSlider*>(&widget))
        text = QStringLiteral("slider %1: %2 of %3, %4")
                   .arg(slider->accessibleName())
                   .arg(slider->value())
                   .arg(slider->maximum())
                   .arg(slider->accessibleDescription());
    else if (const auto* choice = qobject_cast<const QComboBox*>(&widget))
        text = QStringLiteral("choice %1: %2").arg(choice->accessibleName(), choice->currentText());
    else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        text = QStringLiteral("button %1%2")
                   .arg(button->text().isEmpty() ? button->accessibleName() : button->text(),
                        button->isEnabled() ? QString() : QStringLiteral(" (off)"));
    const QPoint at = widget.mapTo(&panel, QPoint());
    return text.isEmpty() ? QString() : QStringLiteral("%1 %2 | %3").arg(at.y(), 4).arg(at.x(), 4).arg(text);
}

/// All that can be read in What if, from top to bottom.
QStringList sceneOf(const QWidget& panel)
{
    QStringList lines;
    const auto widgets = panel.findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        if (widget->isVisibleTo(&panel) && qobject_cast<QComboBox*>(widget->parentWidget()) == nullptr)
            if (const QString line = lineOf(*widget, panel); !line.isEmpty())
                lines << line;
    lines.sort();
    for (QString& line : lines) // the order is of the places; these themselves are those of a font
        line = line.section(QStringLiteral(" | "), 1);
    return lines;
}

} // namespace

/// What if, by real keys and clicks.
class TestWhatIf final : public QObject {
    Q_OBJECT

private slots:
    void emptyItSaysHowALineIsAdded()
    {
        WindowFixture f;
        press(Qt::Key_W, Qt::AltModifier);
        QVERIFY(f.find<QWidget>("whatIfPanel").isVisible());
        QVERIFY(!f.find<QScrollArea>("whatIfScroll").isVisible());
        QVERIFY(!isUsable(f, "whatIfKeep"));
        QVERIFY(!isUsable(f, "whatIfDiscard"));
        QVERIFY(!isUsable(f, "whatIfMakeSo"));
    }

    void aSliderMovesFiguresAndChartsAndWritesNothing()
    {
        WindowFixture f;
        const auto seq = f.document().lastSeq();
        const std::int64_t before = viewedChips(f);
        QSlider& slider = ask(f);
        QCOMPARE(QApplication::focusWidget(), &slider);
        QCOMPARE(slider.value(), 100);
        press(Qt::Key_Right);
        QCOMPARE(viewedChips(f), before + 60'000); // a hundredth of 6 GW
        press(Qt::Key_Home);                       // its phases hold more: the slider goes back, and the line says why
        QCOMPARE(viewedChips(f), before + 60'000);
        QCOMPARE(slider.value(), 101);
        QVERIFY(f.find<QLabel>("whatIfValue0Note").text().contains(QStringLiteral("phases")));
        press(Qt::Key_End);
        QCOMPARE(viewedChips(f), before + 6'000'000);
        QCOMPARE(shownIn(f.find<QWidget>("whatIfValue0")), QStringLiteral("12.0 GW"));
        QCOMPARE(baseValue(f), std::string("6000"));
        QCOMPARE(f.document().lastSeq(), seq);
        QCOMPARE(lensChipsOf(f), QStringList{QStringLiteral("What if: not kept ×")});
        const auto& view = f.find<ChartView>("flowView");
        const QString subtitle = headOf(view.figure()).subtitle;
        QVERIFY2(subtitle.contains(QStringLiteral("what if: not kept")), qPrintable(subtitle));
        QVERIFY(headOf(view.figure()).lensJson.contains(QStringLiteral("deals:amd-openai-6gw.capacity_mw")));
        click(f.find<QPushButton>("whatIfDiscard"));
        QCOMPARE(viewedChips(f), before);
        QCOMPARE(lensChipsOf(f), QStringList());
        QVERIFY(f.window->findChild<QSlider*>(QStringLiteral("whatIfSlider0")) == nullptr ||
                !f.find<QScrollArea>("whatIfScroll").isVisible());
    }

    void aFieldTakesWhatFormsTakeAndSaysWhatIsWrong()
    {
        WindowFixture f;
        const std::int64_t before = viewedChips(f);
        ask(f);
        f.enter("whatIfValue0");
        type(QStringLiteral("7.5gw"));
        QVERIFY(f.find<QLabel>("whatIfValue0Note").text().contains(QStringLiteral("7.5 GW")));
        press(Qt::Key_Return);
        QCOMPARE(viewedChips(f), before + 1'500'000);
        QCOMPARE(f.find<QSlider>("whatIfSlider0").value(), 125);
        f.enter("whatIfValue0");
        type(QStringLiteral("lots"));
        press(Qt::Key_Return);
        QCOMPARE(viewedChips(f), before + 1'500'000);
        QVERIFY(f.find<QLabel>("whatIfValue0Note").isVisible());
        press(Qt::Key_Escape);
        QCOMPARE(shownIn(f.find<QWidget>("whatIfValue0")), QStringLiteral("7.5 GW"));
    }

    void whatTheRulesRefuseIsSaidAtItsLine()
    {
        WindowFixture f;
        ask(f, "dealEnds");
        f.enter("whatIfValue0");
        type(QStringLiteral("2020"));
        press(Qt::Key_Return);
        const auto& note = f.find<QLabel>("whatIfValue0Note");
        QVERIFY2(note.isVisible() && note.text().contains(QStringLiteral("start")), qPrintable(note.text()));
        QCOMPARE(f.document().viewed().chain.value(f.row(Table::Deals, kDeal), deal_field::Ends),
                 fieldOf(f, Table::Deals, kDeal, deal_field::Ends));
    }

    void tabGoesFromTheScenariosThroughTheLinesToTheButtons()
    {
        WindowFixture f;
        ask(f);
        f.find<QComboBox>("whatIfScenarios").setFocus(Qt::TabFocusReason);
        QStringList stops;
        for (int stop = 0; stop < 4; ++stop) {
            press(Qt::Key_Tab);
            stops << QApplication::focusWidget()->objectName();
        }
        QCOMPARE(stops.join(QLatin1Char(' ')), QStringLiteral("whatIfValue0 whatIfSlider0 whatIfRemove0 whatIfKeep"));
    }

    void aScenarioThatTheRulesRefuseIsNotViewedAndThatIsSaid()
    {
        WindowFixture f;
        ask(f, "dealEnds");
        f.enter("whatIfValue0");
        type(QStringLiteral("2031"));
        press(Qt::Key_Return);
        keepAs(f, QStringLiteral("Late"));
        ViewLens base = f.document().lens();
        base.scenario = {};
        QVERIFY(f.document().setLens(base));
        EditBuilder builder(f.chain());
        QVERIFY(!builder.set(Table::Overrides, "late/deals/amd-openai-6gw/ends", override_field::Value, "2020"));
        QVERIFY(f.document().apply(std::move(builder).build({}, {})));
        f.trigger("whatIf");
        auto& choice = f.find<QComboBox>("whatIfScenarios");
        choice.setFocus(Qt::TabFocusReason);
        press(Qt::Key_Down);
        QVERIFY(!f.document().lens().scenario.isSet());
        QCOMPARE(choice.currentIndex(), 0);
        const QString said = f.find<MessageBar>("messageBar").text();
        QVERIFY2(said.contains(QStringLiteral("amd-openai-6gw")), qPrintable(said));
    }

    void theBaseAndItsSourceStandBelow()
    {
        WindowFixture f;
        QSlider& slider = ask(f);
        press(Qt::Key_End);
        const auto labels = slider.parentWidget()->findChildren<QLabel*>();
        const bool isSaid = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().startsWith(QStringLiteral("base: 6.0 GW · "));
        });
        QVERIFY(isSaid);
    }

    void keptViewedMadeSoAndUndone()
    {
        WindowFixture f;
        const std::int64_t before = viewedChips(f);
        ask(f);
        press(Qt::Key_End);
        keepAs(f, QStringLiteral("Twice of AMD"));
        const Chain& chain = f.chain();
        const ScenarioId kept{chain.find(Table::Scenarios, "twice-of-amd")};
        QVERIFY(kept.isSet());
        QCOMPARE(overridesOf(chain, kept), (Overrides{{f.row(Table::Deals, kDeal), deal_field::CapacityMw, "12000"}}));
        QCOMPARE(f.document().lens().scenario, kept);
        QVERIFY(!f.document().isTrying());
        QCOMPARE(lensChipsOf(f), QStringList{QStringLiteral("Scenario Twice of AMD ×")});
        QCOMPARE(baseValue(f), std::string("6000"));
        QVERIFY(
            headOf(f.find<ChartView>("flowView").figure()).subtitle.contains(QStringLiteral("scenario Twice of AMD")));

        click(f.find<QPushButton>("whatIfMakeSo"));
        QCOMPARE(baseValue(f), std::string("12000"));
        QVERIFY(!f.document().lens().scenario.isSet());
        QCOMPARE(viewedChips(f), before + 6'000'000);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(baseValue(f), std::string("6000"));
        QCOMPARE(viewedChips(f), before);
        press(Qt::Key_Z, Qt::ControlModifier); // and the keeping
        QVERIFY(!chain.isAlive({Table::Scenarios, kept.value}));
    }

    void aScenarioIsChosenInTheLensAndLeftByItsChip()
    {
        WindowFixture f;
        const std::int64_t before = viewedChips(f);
        ask(f);
        press(Qt::Key_End);
        keepAs(f, QStringLiteral("More"));
        click(*f.find<QWidget>("lensChips").findChild<QToolButton*>(QStringLiteral("lensChip0")));
        QCOMPARE(viewedChips(f), before);
        press(Qt::Key_L, Qt::ControlModifier);
        auto& choice = f.find<QComboBox>("scenarios");
        choice.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&choice, Qt::Key_Down);
        QCOMPARE(viewedChips(f), before + 6'000'000);
        QCOMPARE(baseValue(f), std::string("6000"));
        f.find<QFrame>("lensPopup").close();
        QCOMPARE(f.find<QComboBox>("whatIfScenarios").currentText(), QStringLiteral("More"));
    }

    void aViewedScenarioIsChangedOnlyWhileItIsEdited()
    {
        WindowFixture f;
        const std::int64_t before = viewedChips(f);
        ask(f);
        press(Qt::Key_End);
        keepAs(f, QStringLiteral("More"));
        const ScenarioId kept = f.document().lens().scenario;
        f.find<QSlider>("whatIfSlider0").setFocus(Qt::TabFocusReason);
        press(Qt::Key_Left);
        QVERIFY(f.document().isTrying());
        QVERIFY(!isUsable(f, "whatIfEdit"));
        click(f.find<QPushButton>("whatIfDiscard"));
        QCOMPARE(viewedChips(f), before + 6'000'000);
        click(f.find<QPushButton>("whatIfEdit"));
        QVERIFY(f.document().isEditingScenario());
        f.find<QSlider>("whatIfSlider0").setFocus(Qt::TabFocusReason);
        press(Qt::Key_Left);
        QTRY_COMPARE(overridesOf(f.chain(), kept).front().value, std::string("11940"));
        QVERIFY(!f.document().isTrying());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(overridesOf(f.chain(), kept).front().value, std::string("12000"));
        click(f.find<QToolButton>("whatIfRemove0"));
        QTRY_VERIFY(overridesOf(f.chain(), kept).empty());
        QCOMPARE(viewedChips(f), before);
    }

    void underTheBandFormsEditTheScenarioAndFieldsAreGivenBackOneByOne()
    {
        WindowFixture f;
        ask(f);
        press(Qt::Key_End);
        keepAs(f, QStringLiteral("More"));
        const ScenarioId kept = f.document().lens().scenario;
        f.find<QTabBar>("sideTabs").setCurrentIndex(0);
        QVERIFY(!f.find<QFrame>("scenarioBand").isVisible());
        QCOMPARE(shownIn(f.find<QWidget>("dealCapacity")), QStringLiteral("6.0 GW"));
        const auto& mark = f.find<QPushButton>("dealCapacityOverride");
        QVERIFY(mark.isVisible() && !mark.isEnabled());
        QVERIFY2(mark.text().contains(QStringLiteral("12.0 GW")), qPrintable(mark.text()));

        f.document().setEditingScenario(true);
        QVERIFY(f.find<QFrame>("scenarioBand").isVisible());
        QCOMPARE(f.find<QLabel>("scenarioBandText").text(), QStringLiteral("Editing scenario More"));
        QCOMPARE(shownIn(f.find<QWidget>("dealCapacity")), QStringLiteral("12.0 GW"));
        typeInto(f, "dealCapacity", QStringLiteral("9gw"));
        typeInto(f, "dealEnds", QStringLiteral("2031"));
        const RowRef deal = f.row(Table::Deals, kDeal);
        QCOMPARE(overridesOf(f.chain(), kept),
                 (Overrides{{deal, deal_field::CapacityMw, "9000"}, {deal, deal_field::Ends, "2031"}}));
        QCOMPARE(baseValue(f), std::string("6000"));
        QVERIFY(!f.document().isTrying());

        QVERIFY(f.find<QPushButton>("dealCapacityOverride").isEnabled());
        click(f.find<QPushButton>("dealCapacityOverride"));
        QCOMPARE(overridesOf(f.chain(), kept), (Overrides{{deal, deal_field::Ends, "2031"}}));
        QCOMPARE(shownIn(f.find<QWidget>("dealCapacity")), QStringLiteral("6.0 GW"));
        typeInto(f, "dealEnds", QStringLiteral("2020")); // is refused as it is anywhere
        QVERIFY(f.find<QLabel>("dealEndsNote").isVisible());
        press(Qt::Key_Escape);
        click(f.find<QPushButton>("scenarioBandEnd"));
        QVERIFY(!f.find<QFrame>("scenarioBand").isVisible());
        QCOMPARE(shownIn(f.find<QWidget>("dealEnds")),
                 QString::fromStdString(fieldOf(f, Table::Deals, kDeal, deal_field::Ends)));
        typeInto(f, "dealCapacity", QStringLiteral("7gw")); // and now the file again
        QCOMPARE(baseValue(f), std::string("7000"));
    }

    void whatWasJustMovedGoesIntoTheScenarioThatIsLeft_data()
    {
        QTest::addColumn<bool>("isViewedNoMore");
        QTest::newRow("editing ends") << false;
        QTest::newRow("another one is viewed") << true;
    }
    void whatWasJustMovedGoesIntoTheScenarioThatIsLeft()
    {
        QFETCH(bool, isViewedNoMore);
        WindowFixture f;
        ask(f);
        press(Qt::Key_End);
        keepAs(f, QStringLiteral("More"));
        const ScenarioId kept = f.document().lens().scenario;
        f.document().setEditingScenario(true);
        f.find<QSlider>("whatIfSlider0").setFocus(Qt::TabFocusReason);
        press(Qt::Key_Left);
        QVERIFY(f.document().isTrying()); // it waits for more keys
        if (isViewedNoMore) {
            f.find<QComboBox>("whatIfScenarios").setFocus(Qt::TabFocusReason);
            press(Qt::Key_Home);
        } else {
            click(f.find<QPushButton>("whatIfEdit"));
        }
        QCOMPARE(f.document().lens().scenario.isSet(), !isViewedNoMore);
        QVERIFY(!f.document().isEditingScenario());
        QVERIFY(!f.document().isTrying());
        QCOMPARE(overridesOf(f.chain(), kept).front().value, std::string("11940"));
    }

    void aNameIsAskedForOnlyWhileItsScenarioIsViewed()
    {
        WindowFixture f;
        ask(f);
        press(Qt::Key_End);
        keepAs(f, QStringLiteral("More"));
        click(f.find<QToolButton>("whatIfMore"));
        auto* menu = f.window->findChild<QMenu*>(QStringLiteral("scenarioMenu"));
        QVERIFY(menu != nullptr);
        menu->findChild<QAction*>(QStringLiteral("scenarioDescribe"))->trigger();
        menu->close();
        QVERIFY(f.find<QWidget>("scenarioStrip").isVisible());
        ViewLens base = f.document().lens();
        base.scenario = {};
        QVERIFY(f.document().setLens(base));
        QVERIFY(!f.find<QWidget>("scenarioStrip").isVisible());
    }

    void aScenarioIsDescribedDuplicatedAndErased()
    {
        WindowFixture f;
        ask(f);
        press(Qt::Key_End);
        keepAs(f, QStringLiteral("More"));
        const auto choose = [&f](const char* action) {
            click(f.find<QToolButton>("whatIfMore"));
            auto* menu = f.window->findChild<QMenu*>(QStringLiteral("scenarioMenu"));
            QVERIFY(menu != nullptr);
            menu->findChild<QAction*>(QString::fromLatin1(action))->trigger();
            menu->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        choose("scenarioDuplicate");
        QCOMPARE(f.find<QComboBox>("whatIfScenarios").currentText(), QStringLiteral("More 2"));
        choose("scenarioDescribe");
        type(QStringLiteral("Even more"));
        press(Qt::Key_Tab);
        type(QStringLiteral("Assumed by me"));
        press(Qt::Key_Return);
        const ScenarioId copy = f.document().lens().scenario;
        QCOMPARE(f.find<QLabel>("whatIfNote").text(), QStringLiteral("Assumed by me"));
        QCOMPARE(lensChipsOf(f), QStringList{QStringLiteral("Scenario Even more ×")});
        QCOMPARE(overridesOf(f.chain(), copy).size(), std::size_t{1});
        choose("scenarioErase");
        QVERIFY(!f.document().lens().scenario.isSet());
        QCOMPARE(f.chain().size(Table::Scenarios), std::size_t{1});
        QCOMPARE(f.chain().size(Table::Overrides), std::size_t{1});
    }

    void theSceneIsTheOneLookedAt_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addRow("en") << false;
        QTest::addRow("zh") << true;
    }
    /// After a change that is meant, run with OCHAIN_SCENES=write and look at what has changed before it goes in.
    void theSceneIsTheOneLookedAt()
    {
        QFETCH(const bool, isChinese);
        WindowFixture f;
        if (isChinese)
            f.trigger("language_zh_CN");
        const RowRef deal = f.row(Table::Deals, kDeal);
        const RowRef metric{Table::Metrics, f.chain().inOrder(Table::Metrics).front()};
        QCOMPARE(f.document().tryOverrides({{deal, deal_field::CapacityMw, "9000"},
                                            {deal, deal_field::Ends, "2031"},
                                            {deal, deal_field::Status, "announced"},
                                            {metric, metric_field::Value, "1450000000000"},
                                            {f.row(Table::Statuses, "announced"), status_field::WeightBp, "3333"}}),
                 Problems());
        f.trigger("whatIf");
        QStringList now;
        QTRY_VERIFY((now = sceneOf(f.find<QWidget>("whatIfPanel"))).size() > 20);
        QFile file(QStringLiteral(OCHAIN_SCENES "/what_if_%1.txt").arg(QLatin1String(isChinese ? "zh" : "en")));
        if (qgetenv("OCHAIN_SCENES") == "write") {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(now.join(QLatin1Char('\n')).toUtf8() + '\n');
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(now.join(QLatin1Char('\n')) + QLatin1Char('\n'), QString::fromUtf8(file.readAll()));
    }

    void aLineIsAddedFromTheMenuOfATableCell()
    {
        WindowFixture f;
        press(Qt::Key_9, Qt::ControlModifier); // metrics
        auto& table = shown<QTableView>(f, "metricsTable");
        const QModelIndex first = table.model()->index(0, 0);
        int column = 0;
        while (fieldOfColumn(*table.model(), column) != Field{metric_field::Value})
            ++column;
        const QModelIndex cell = first.siblingAtColumn(column);
        table.setCurrentIndex(cell);
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {}, table.mapToGlobal(QPoint()));
        QApplication::sendEvent(&table, &wanted);
        auto* menu = table.findChild<QMenu*>(QStringLiteral("whatIfMenu"));
        QVERIFY(menu != nullptr);
        menu->findChild<QAction*>(QStringLiteral("whatIfHere"))->trigger();
        menu->close();
        QCOMPARE(f.document().overrides().size(), std::size_t{1});
        QCOMPARE(f.document().overrides().front().row.table, Table::Metrics);
        QCOMPARE(f.document().overrides().front().field, Field{metric_field::Value});
        QVERIFY(f.find<QSlider>("whatIfSlider0").isVisible());
    }
};

QTEST_MAIN(TestWhatIf)
#include "tst_what_if.moc"
