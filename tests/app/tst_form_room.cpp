// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "form_hands.h"
#include "formats/format.h"
#include "hands.h"
#include "panels/status_panel.h"
#include "widgets/elided_words.h"
#include "widgets/impact_text.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

using namespace ochain;

namespace {

const char* const kDeal = "amd-openai-6gw";

QScrollArea& formPage(const WindowFixture& f, const char* name)
{
    return shown<QScrollArea>(f, name);
}

/// Widgets of a page that reach out of what can be seen of it.
QStringList cutIn(const QScrollArea& scroll)
{
    QStringList cut;
    const QWidget* page = scroll.widget();
    if (page->width() > scroll.viewport()->width())
        cut << QStringLiteral("the page: %1 of %2").arg(page->width()).arg(scroll.viewport()->width());
    const QList<QWidget*> widgets = page->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const bool isCellOfTable = widget->parentWidget() != nullptr &&
                                   qobject_cast<const QTableView*>(widget->parentWidget()->parentWidget()) != nullptr;
        if (!widget->isVisible() || isCellOfTable)
            continue;
        const int right = widget->mapTo(page, QPoint(widget->width(), 0)).x();
        if (right > page->width())
            cut << QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()),
                                               widget->objectName());
    }
    return cut;
}

/// Columns of a table, of the first so many that are shown, whose title or one of whose texts has no room.
QStringList cutColumns(const QTableView& table, int filling)
{
    QStringList cut;
    const QAbstractItemModel& model = *table.model();
    int seen = 0;
    for (int column = 0; column < model.columnCount(); ++column) {
        if (table.isColumnHidden(column) || seen++ == filling)
            continue;
        if (seen > filling)
            break;
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        const int room = table.columnWidth(column) - 10; // what the style leaves beside a text
        if (QFontMetrics(noteFont()).horizontalAdvance(title) > room)
            cut << title;
        for (int row = 0; row < model.rowCount(); ++row)
            if (const QString text = model.index(row, column).data().toString();
                table.fontMetrics().horizontalAdvance(text) > room)
                cut << title + QStringLiteral(": ") + text;
        if (table.columnViewportPosition(column) + table.columnWidth(column) > table.viewport()->width())
            cut << title + QStringLiteral(" lies outside");
    }
    return cut;
}

void addPhase(const WindowFixture& f, const char* deal, const char* starts, const char* ends)
{
    f.document().select(f.row(Table::Deals, deal));
    typeInto(f, "newTrancheStarts", QString::fromLatin1(starts), Qt::Key_Tab);
    typeInto(f, "newTrancheEnds", QString::fromLatin1(ends), Qt::Key_Tab);
    typeInto(f, "newTrancheCapacity", QStringLiteral("1.5GW"), Qt::Key_Tab);
    typeInto(f, "newTrancheValue", QStringLiteral("$12.5B"));
}

/// Labels that have no room for all of their text, or stand outside.
QStringList cutLabels(const QWidget& list)
{
    QStringList cut;
    const QList<QLabel*> labels = list.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        const QRect needed = label->fontMetrics().boundingRect(QRect(0, 0, label->width(), 1000),
                                                               label->wordWrap() ? Qt::TextWordWrap : 0, label->text());
        const bool isWhole = needed.width() <= label->width() && needed.height() <= label->height();
        if (!isWhole || !list.rect().contains(label->geometry()))
            cut << QStringLiteral("%1: needs %2x%3 of %4x%5 at %6,%7")
                       .arg(label->text())
                       .arg(needed.width())
                       .arg(needed.height())
                       .arg(label->width())
                       .arg(label->height())
                       .arg(label->x())
                       .arg(label->y());
    }
    return cut;
}

/// Lets layouts come to rest.
void settle(const QWidget& widget)
{
    QPoint last;
    do {
        last = widget.mapToGlobal(QPoint());
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
    } while (widget.mapToGlobal(QPoint()) != last);
}

/// Every word of an elided text is one of the whole: none is cut.
QStringList cutWords(const QString& shown, const QString& whole)
{
    const QStringList words = whole.split(QLatin1Char(' '));
    QStringList cut;
    const QStringList pieces = shown.split(QLatin1Char(' '));
    for (const QString& piece : pieces) {
        const QString word = piece.endsWith(QChar(0x2026)) ? piece.chopped(1) : piece;
        const auto isIt = [&word](const QString& each) {
            return each == word || each == word + QLatin1Char(',') || each == word + QLatin1Char(':');
        };
        if (!word.isEmpty() && std::none_of(words.begin(), words.end(), isIt))
            cut << word;
    }
    return cut;
}

} // namespace

/// What forms and the status bar have room for.
class TestFormRoom final : public QObject {
    Q_OBJECT

private slots:
    void noFormIsWiderThanItsPlace_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("scroll");
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<int>("width");
        for (const bool isChinese : {false, true})
            for (const int width : {320, 260})
                for (const auto& [table, key, scroll] : {std::tuple{Table::Deals, "amd-openai-6gw", "dealScroll"},
                                                         {Table::Deals, "oracle-openai-45gw", "dealScroll"},
                                                         {Table::Nodes, "openai-group", "nodeScroll"},
                                                         {Table::Nodes, "chatgpt-plus", "nodeScroll"},
                                                         {Table::Tiers, "chips", "tierScroll"},
                                                         {Table::Metrics, "plus-price", "metricScroll"},
                                                         {Table::Events, "openai-founded", "eventScroll"},
                                                         {Table::Statuses, "signed", "statusScroll"},
                                                         {Table::Sources, "cna-oracle-45gw", "sourceScroll"}})
                    QTest::newRow(qPrintable(QStringLiteral("%1 %2 %3")
                                                 .arg(QString::fromLatin1(key),
                                                      isChinese ? QStringLiteral("zh") : QStringLiteral("en"),
                                                      QString::number(width))))
                        << static_cast<int>(table) << QString::fromLatin1(key) << QString::fromLatin1(scroll)
                        << isChinese << width;
    }
    void noFormIsWiderThanItsPlace()
    {
        QFETCH(int, table);
        QFETCH(QString, key);
        QFETCH(QString, scroll);
        QFETCH(bool, isChinese);
        QFETCH(int, width);
        WindowFixture f;
        f.trigger(isChinese ? "language_zh_CN" : "language_en");
        f.window->resizeDocks({&f.find<QDockWidget>("inspectorDock")}, {width}, Qt::Horizontal);
        f.document().select(f.row(static_cast<Table>(table), key.toLatin1().constData()));
        QScrollArea& page = formPage(f, scroll.toLatin1().constData());
        QTRY_COMPARE(cutIn(page).join(QStringLiteral("; ")), QString());
    }

    void wideFiguresGiveWay()
    {
        WindowFixture f;
        EditBuilder builder(
            f.chain()); // dollars without an amount both come and go: figures with two numbers beside them
        for (int i = 0; i < 24; ++i)
            for (const auto& [supplier, customer] :
                 {std::pair("openai-group", "oracle"), std::pair("oracle", "openai-group")}) {
                const std::string key = std::string("wide-") + supplier + std::to_string(i);
                QVERIFY(!builder.add(Table::Deals, key));
                for (const auto& [field, value] : {std::pair<Field, const char*>{deal_field::Supplier, supplier},
                                                   {deal_field::Customer, customer},
                                                   {deal_field::Kind, "cloud"},
                                                   {deal_field::Status, "signed"},
                                                   {deal_field::Basis, "reported"},
                                                   {deal_field::Starts, "2027"},
                                                   {deal_field::Ends, "2029"}})
                    QVERIFY(!builder.set(Table::Deals, key, field, value));
            }
        QVERIFY(f.document().apply(std::move(builder).build("test", "wide")));
        f.document().select(f.row(Table::Nodes, "openai-group"));
        QTRY_COMPARE(cutIn(formPage(f, "nodeScroll")).join(QStringLiteral("; ")), QString());
    }

    void whatAnEditMovesMakesNoFormWider()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        f.enter("dealCapacity");
        type(QStringLiteral("123.456GW"));
        QScrollArea& page = formPage(f, "dealScroll");
        QTRY_COMPARE(cutIn(page).join(QStringLiteral("; ")), QString());
        const auto& place = f.find<QWidget>("dealImpactCard");
        QCOMPARE(place.width(), page.width());
        QVERIFY(place.minimumSizeHint().width() <= 260);
    }

    void noColumnOfACardIsCut_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("ends");
        for (const bool isChinese : {false, true}) {
            const QString language = isChinese ? QStringLiteral("zh") : QStringLiteral("en");
            QTest::newRow(qPrintable(language + QStringLiteral(" months")))
                << isChinese << QStringLiteral("2026-11") << QStringLiteral("2028-06");
            QTest::newRow(qPrintable(language + QStringLiteral(" days")))
                << isChinese << QStringLiteral("2026-11-15") << QStringLiteral("2028-06-30");
        }
    }
    void noColumnOfACardIsCut()
    {
        QFETCH(bool, isChinese);
        QFETCH(QString, starts);
        QFETCH(QString, ends);
        WindowFixture f;
        addPhase(f, "broadcom-openai-10gw", starts.toLatin1().constData(), ends.toLatin1().constData());
        f.trigger(isChinese ? "language_zh_CN" : "language_en");
        QTableView& phases = shown<QTableView>(f, "tranchesTable");
        QVERIFY(phases.model()->rowCount() > 0);
        QTRY_COMPARE(cutColumns(phases, 4).join(QStringLiteral("; ")), QString());
        QVERIFY(!phases.horizontalScrollBar()->isVisible());
        f.document().select(f.row(Table::Statuses, "signed"));
        QTableView& weights = shown<QTableView>(f, "weightsTable");
        QTRY_COMPARE(cutColumns(weights, 2).join(QStringLiteral("; ")), QString());
        QVERIFY(!weights.horizontalScrollBar()->isVisible());
    }

    void whatOneTypesIntoStaysWhereItIs_data()
    {
        QTest::addColumn<QString>("editor");
        QTest::addColumn<QString>("typed");
        QTest::newRow("capacity") << QStringLiteral("dealCapacity") << QStringLiteral("123.5GW");
        QTest::newRow("value") << QStringLiteral("dealValue") << QStringLiteral("$90B");
        QTest::newRow("end") << QStringLiteral("dealEnds") << QStringLiteral("2H 2031");
        QTest::newRow("equity") << QStringLiteral("dealEquity") << QStringLiteral("27%");
        QTest::newRow("capacity of a phase") << QStringLiteral("newTrancheCapacity") << QStringLiteral("1.5GW");
        QTest::newRow("start of a phase") << QStringLiteral("newTrancheStarts") << QStringLiteral("soon");
    }
    void whatOneTypesIntoStaysWhereItIs()
    {
        QFETCH(QString, editor);
        QFETCH(QString, typed);
        WindowFixture f;
        f.document().select(f.row(Table::Deals, kDeal));
        QScrollArea& page = formPage(f, "dealScroll");
        QWidget* const field = &enterField(f, editor);
        settle(*field);
        page.ensureWidgetVisible(field, 0, 100);
        settle(*field);
        const QPoint before = field->mapToGlobal(QPoint());
        const QRect place = f.find<QWidget>("dealImpactCard").geometry();
        for (const QChar letter : std::as_const(typed)) {
            type(letter);
            settle(*field);
            QCOMPARE(field->mapToGlobal(QPoint()), before);
            QCOMPARE(f.find<QWidget>("dealImpactCard").geometry(), place);
        }
    }

    void aNewDealThatIsSavedMovesNoField()
    {
        WindowFixture f;
        f.trigger("newDeal");
        settle(f.find<QLineEdit>("dealCapacity"));
        const auto& capacity = f.find<QLineEdit>("dealCapacity");
        const int before = capacity.mapToGlobal(QPoint()).y();
        const int customer = f.find<QWidget>("dealCustomer").mapToGlobal(QPoint()).y();
        for (const auto& [editor, text] : {std::pair("dealSupplier", "amd"), {"dealCustomer", "oracle"}}) {
            enterField(f, QString::fromLatin1(editor));
            type(QString::fromLatin1(text));
            press(Qt::Key_Return);
        }
        enterField(f, QStringLiteral("dealKind"));
        type(QStringLiteral("hardware"));
        press(Qt::Key_Tab);
        QVERIFY(f.document().selection().row);
        settle(capacity);
        QCOMPARE(f.find<QWidget>("dealCustomer").mapToGlobal(QPoint()).y(), customer);
        QCOMPARE(capacity.mapToGlobal(QPoint()).y(), before);
    }

    void namesOfWhatMovesAreReadWhole_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<int>("width");
        for (const int width : {320, 480}) {
            QTest::newRow(qPrintable(QStringLiteral("en %1").arg(width))) << false << width;
            QTest::newRow(qPrintable(QStringLiteral("zh %1").arg(width))) << true << width;
        }
    }
    void namesOfWhatMovesAreReadWhole()
    {
        QFETCH(bool, isChinese);
        QFETCH(int, width);
        WindowFixture f;
        f.trigger(isChinese ? "language_zh_CN" : "language_en");
        f.window->resizeDocks({&f.find<QDockWidget>("inspectorDock")}, {width}, Qt::Horizontal);
        f.document().select(f.row(Table::Deals, kDeal));
        f.enter("dealCapacity");
        type(QStringLiteral("7GW"));
        auto& list = f.find<QWidget>("dealImpact");
        QVERIFY(list.isVisible());
        QCoreApplication::processEvents();
        const QString group = nameOf(f.chain(), f.row(Table::Nodes, "openai-group"));
        QTRY_COMPARE(cutLabels(list).join(u'|'), QString());
        const QList<QLabel*> labels = list.findChildren<QLabel*>();
        QVERIFY(labels.size() >= 4); // two figures at least, each with its name
        QVERIFY2(labels.first()->text().startsWith(group), qPrintable(labels.first()->text()));
        int shownFigures = 0;
        for (const QLabel* label : labels)
            shownFigures += label->text().contains(QChar(0x2192)) ? 1 : 0; // from → to
        QVERIFY(shownFigures >= 2);
        QVERIFY2(labels.at(1)->text().contains(QStringLiteral("27.0 GW")), qPrintable(labels.at(1)->text()));
        auto& more = f.find<QPushButton>("dealImpactMore");
        QVERIFY(more.isVisible());
        QTest::mouseClick(&more, Qt::LeftButton);
        auto* all = f.window->findChild<QWidget*>(QStringLiteral("movedList"));
        QVERIFY(all != nullptr && all->isVisible());
        QVERIFY(all->findChildren<QLabel*>().size() > labels.size());
        all->close();
    }

    void theStatusBarCutsNoWord_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("English") << false;
        QTest::newRow("Chinese") << true;
    }
    void theStatusBarCutsNoWord()
    {
        QFETCH(bool, isChinese);
        WindowFixture f;
        f.trigger(isChinese ? "language_zh_CN" : "language_en");
        f.document().select(f.row(Table::Deals, kDeal));
        StatusPanel panel;
        panel.resize(1600, panel.height());
        panel.show();
        panel.setDocument(&f.document());
        typeInto(f, "dealCapacity", QStringLiteral("7GW"));
        auto& moved = *panel.findChild<QPushButton*>(QStringLiteral("movedFigures"));
        const QString whole = impactSentence(f.chain(), f.document().lastImpact());
        QStringList texts;
        for (int width = 1600; width > 420; width -= 7) {
            panel.resize(width, panel.height());
            QCoreApplication::processEvents();
            const QString text = moved.text().replace(QStringLiteral("&&"), QStringLiteral("&"));
            QVERIFY2(moved.fontMetrics().horizontalAdvance(text) <= std::max(moved.width(), 100), qPrintable(text));
            texts << text;
            if (!isChinese)
                QVERIFY2(cutWords(text.section(QStringLiteral(" · "), 0, 0), whole).isEmpty(), qPrintable(text));
        }
        texts.removeDuplicates();
        QVERIFY(texts.size() > 3);
        QCOMPARE(texts.constFirst(), whole);
        const QString name = nameOf(f.chain(), f.row(Table::Nodes, "openai-group"));
        for (const QString& text : std::as_const(texts)) { // a figure stands whole or not at all
            const QString first = text.section(QStringLiteral(" · "), 0, 0);
            QVERIFY2(first.endsWith(QChar(0x2026)) || first.endsWith(QStringLiteral("GW")), qPrintable(text));
            QVERIFY2(!first.contains(QLatin1Char('+')) || first.contains(QStringLiteral("27.0 GW")), qPrintable(text));
        }
        QVERIFY(moved.toolTip().contains(name));
        QVERIFY(moved.toolTip().contains(QStringLiteral("27.0 GW")));
        QVERIFY(moved.toolTip().count(QLatin1Char('\n')) >= 5); // all of it, a line a figure
    }

    void aTextIsCutWhereALineMayEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << QStringLiteral("OpenAI Group PBC, Chips and hardware +1.0 GW");
        QTest::newRow("a long word") << QStringLiteral("Donaudampfschifffahrtsgesellschaft AG");
        QTest::newRow("hyphens") << QStringLiteral("AI-native platform end-user products");
        QTest::newRow("Chinese") << QStringLiteral("OpenAI集团公司,芯片与硬件增加1.0 GW");
    }
    void aTextIsCutWhereALineMayEnd()
    {
        QFETCH(QString, text);
        const QFontMetrics metrics(bodyFont());
        for (int room = metrics.horizontalAdvance(text) + 5; room > 0; --room) {
            const QString cut = elidedAtWord(text, metrics, room);
            if (cut == text || cut == QString(QChar(0x2026)))
                continue;
            QVERIFY2(metrics.horizontalAdvance(cut) <= room, qPrintable(cut));
            QVERIFY(cut.endsWith(QChar(0x2026)));
            const QString kept = cut.chopped(1);
            QVERIFY2(text.startsWith(kept), qPrintable(cut));
            const QChar last = kept.back();
            const QChar next = text.at(kept.size());
            const auto isLatin = [](QChar c) { return c.unicode() < 0x250 && (c.isLetterOrNumber() || c == u'-'); };
            QVERIFY2(!(isLatin(last) && isLatin(next)), qPrintable(cut));
        }
        QCOMPARE(elidedAtWord(text, metrics, 1), QString(QChar(0x2026)));
    }
};

QTEST_MAIN(TestFormRoom)
#include "tst_form_room.moc"
