// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "chain/visible.h"
#include "charts/chart_export.h"
#include "charts/chart_view.h"
#include "document/names.h"
#include "form_hands.h"
#include "hands.h"
#include "panels/charts_panel.h"
#include "shown_texts.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace ochain;

namespace {

/// What would be a picture, a link, a fake figure, a mnemonic or a placeholder if anybody took it for one.
QString markup()
{
    return QStringLiteral("<img src=\"file:///dev/zero\"><a href=\"file:///etc/passwd\">A&B</a><br/>"
                          "<b>$9T</b> &lt;i&gt; %1 %n {0} [*] ");
}
/// Right-to-left override, zero width space, line separator, isolate, soft hyphen, tag, filler.
QString hidden()
{
    return QStringLiteral("\u202Eeslaf\u200B\u2028x\u2067\u00ADy\uFEFFz\u3164 ") +
           QString::fromUtf8("\xF3\xA0\x81\x81 ");
}

bool isText(const FieldSpec& field)
{
    return field.name.starts_with("name") || field.name.starts_with("title") || field.name.starts_with("note") ||
           field.name == "publisher" || field.name == "unit";
}

/// Puts a text before each text of each row of each table, one edit a table.
void putEverywhere(Document& document, const QString& text)
{
    for (const TableSpec& table : allTables()) {
        const Chain& chain = document.chain();
        EditBuilder builder(chain);
        for (std::uint32_t row = 0; row < chain.slotCount(table.table); ++row)
            for (Field field = 0; field < table.fieldCount(); ++field)
                if (const RowRef ref{table.table, row};
                    chain.isAlive(ref) && isText(fieldSpec(table.table, field)) && !chain.value(ref, field).empty()) {
                    const std::string value = text.toStdString() + chain.value(ref, field);
                    const auto problem = builder.set(table.table, std::string(chain.key(ref)), field, value);
                    QVERIFY2(!problem, problem ? problem->text().c_str() : "");
                }
        const auto applied =
            document.apply(std::move(builder).build(text.toStdString() + "somebody", text.toStdString() + "why"));
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(QString::fromLatin1(table.name.data())));
    }
}

bool hides(const QString& text)
{
    QString ours = text;
    ours.remove(QChar(0x200E)); // by which the window itself holds names of deals in place
    return visible(ours.toStdString()) != ours.toStdString();
}

bool hasMnemonicOfData(QString text)
{
    return text.replace(QStringLiteral("&&"), QString()).contains(QStringLiteral("&B"));
}

} // namespace

class TestPlainText final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_file = m_folder.filePath(QStringLiteral("a<b>&amp;\u202E.ochain")); }

    void nothingOfAFileIsMarkup_data()
    {
        QTest::addColumn<QString>("put");
        QTest::addColumn<QString>("language");
        QTest::newRow("markup, English") << markup() << QStringLiteral("language_en");
        QTest::newRow("markup, Chinese") << markup() << QStringLiteral("language_zh_CN");
        QTest::newRow("hidden, English") << hidden() << QStringLiteral("language_en");
        QTest::newRow("hidden, Chinese") << hidden() << QStringLiteral("language_zh_CN");
        QTest::newRow("very long") << QStringLiteral("<b>&B ").repeated(150) << QStringLiteral("language_en");
    }
    void nothingOfAFileIsMarkup()
    {
        QFETCH(QString, put);
        QFETCH(QString, language);
        WindowFixture f;
        putEverywhere(f.document(), put);
        f.file = m_file;
        QFile::remove(m_file);
        QVERIFY(QFile::copy(QString::fromStdString(f.document().file().string()), m_file));
        f.open();
        f.trigger(language.toLatin1().constData());
        if (language != QLatin1String("language_en"))
            QTRY_VERIFY(f.find<QTabBar>("chartTabs").tabText(0) != QLatin1String("Flow"));
        lookEverywhere(f);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(m_tips > 100, qPrintable(QString::number(m_tips)));
        QVERIFY(m_withMarkup > 50); // the texts did come by
        setLanguage(Language::English);
    }

    void everyLabelOfTheToolkitIsPlainToo()
    {
        WindowFixture f;
        QMessageBox box(QMessageBox::Question, markup(), markup(), QMessageBox::Ok, f.window.get());
        box.setInformativeText(markup());
        box.show();
        checkLabels(box);
        QLabel label(markup());
        label.show();
        checkLabels(label);
    }

    void tooltipsOfAnyWidgetArePlain()
    {
        WindowFixture f;
        f.find<QLabel>("fileName").setToolTip(markup());
        QLabel* label = hover(f.find<QLabel>("fileName"), QPoint(2, 2));
        QVERIFY(label != nullptr);
        QCOMPARE(label->text(), markup());
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void anEditorHoldsTheTrueTextAndNamesWhatHides()
    {
        WindowFixture f;
        const QString name = QStringLiteral("AMD\u202Eeslaf");
        EditBuilder builder(f.chain());
        QVERIFY(!builder.set(Table::Nodes, "amd", node_field::NameEn, name.toStdString()));
        QVERIFY(f.document().apply(std::move(builder).build("test", "test")));
        f.document().select(f.row(Table::Nodes, "amd"));
        auto& line = f.find<QLineEdit>("nodeName");
        QCOMPARE(line.text(), name);
        QVERIFY2(f.find<QLabel>("nodeNameNote").text().contains(QStringLiteral("⟨U+202E⟩")),
                 qPrintable(f.find<QLabel>("nodeNameNote").text()));
        QCOMPARE(f.find<QLabel>("nodeTitle").text(), QStringLiteral("AMD⟨U+202E⟩eslaf"));
        line.setFocus();
        line.end(false);
        QTest::keyClicks(&line, QStringLiteral("!"));
        QTest::keyClick(&line, Qt::Key_Return);
        QCOMPARE(QString::fromStdString(fieldOf(f, Table::Nodes, "amd", node_field::NameEn)), name + QLatin1Char('!'));
        // and a row is found under what the screen calls it
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        QCOMPARE(f.find<QLineEdit>("dealSupplier").text(), QStringLiteral("AMD⟨U+202E⟩eslaf!"));
        typeInto(f, "dealCapacity", QStringLiteral("7 GW"));
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("AMD⟨U+202E⟩eslaf!"));
        press(Qt::Key_Return);
        QCOMPARE(fieldOf(f, Table::Deals, "amd-openai-6gw", deal_field::Supplier), std::string("amd"));
    }

    void aDealOfTwoHebrewNamesRunsFromSupplierToCustomer()
    {
        WindowFixture f;
        EditBuilder builder(f.chain());
        QVERIFY(!builder.set(Table::Nodes, "amd", node_field::NameEn, "ספק"));
        QVERIFY(!builder.set(Table::Nodes, "openai-group", node_field::NameEn, "לקוח"));
        QVERIFY(f.document().apply(std::move(builder).build("test", "test")));
        const QString name = nameOf(f.chain(), f.row(Table::Deals, "amd-openai-6gw"));
        QVERIFY(!name.isRightToLeft());
        QTextLayout layout(name, bodyFont());
        layout.beginLayout();
        QTextLine line = layout.createLine();
        layout.endLayout();
        const double supplier = line.cursorToX(static_cast<int>(name.indexOf(QString::fromUtf8("ספק"))) + 1);
        const double arrow = line.cursorToX(static_cast<int>(name.indexOf(QChar(0x2192))));
        const double customer = line.cursorToX(static_cast<int>(name.indexOf(QString::fromUtf8("לקוח"))) + 1);
        QVERIFY(supplier < arrow && arrow < customer);
    }

    void onlyHttpsIsOpened_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("opens");
        for (const char* url : {"https://ir.amd.com/8k"})
            QTest::newRow(url) << QString::fromLatin1(url) << true;
        for (const char* url : {"http://ir.amd.com/8k", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
                                "mailto:a@b.c", "ssh://host", "https://a@b.c/"})
            QTest::newRow(url) << QString::fromLatin1(url) << false;
    }
    void onlyHttpsIsOpened()
    {
        QFETCH(QString, url);
        QFETCH(bool, opens);
        const QStringList schemes =
            QStringLiteral("https http file javascript data mailto ssh").split(QLatin1Char(' '));
        for (const QString& scheme : schemes)
            QDesktopServices::setUrlHandler(scheme, this, "note");
        m_opened.clear();
        WindowFixture f;
        EditBuilder builder(f.chain());
        std::optional<SourceId> source;
        f.chain().forEachCitation(f.row(Table::Deals, "amd-openai-6gw"),
                                  [&](CitationId, const Citation& citation) { source = citation.source; });
        QVERIFY(source);
        const std::string key(f.chain().key({Table::Sources, source->value}));
        QVERIFY(!builder.set(Table::Sources, key, source_field::Url, url.toStdString()));
        QVERIFY(f.document().apply(std::move(builder).build("test", "test")));
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        const QList<QToolButton*> buttons = f.window->findChildren<QToolButton*>(QStringLiteral("openSource"));
        for (QToolButton* button : buttons)
            if (button->isVisible())
                button->click();
        QCOMPARE(m_opened.contains(QUrl(url)), opens);
        for (const QUrl& each : std::as_const(m_opened))
            QCOMPARE(each.scheme(), QStringLiteral("https"));
        QString said;
        const QList<QLabel*> labels = f.window->findChildren<QLabel*>(QStringLiteral("sourceNotOpened"));
        for (const QLabel* label : labels)
            said += label->text();
        QCOMPARE(said.contains(url), !opens); // as text, with the reason
        for (const QString& scheme : schemes)
            QDesktopServices::unsetUrlHandler(scheme);
    }

    void namesInPicturesAreText_data()
    {
        QTest::addColumn<QString>("put");
        QTest::newRow("markup") << markup();
        QTest::newRow("hidden") << hidden();
    }
    void namesInPicturesAreText()
    {
        QFETCH(QString, put);
        WindowFixture f;
        putEverywhere(f.document(), put);
        const auto* charts = f.window->findChild<ChartsPanel*>();
        QTRY_VERIFY(!headOf(charts->current()->figure()).title.isEmpty());
        const QString path = f.folder.filePath(QStringLiteral("chart.svg"));
        QVERIFY(exportChart(charts->current()->shown(), ExportFormat::Svg, {}, path).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString texts;
        while (!xml.atEnd()) {
            xml.readNext();
            const auto name = xml.name();
            QVERIFY2(!xml.isStartElement() || (name != QLatin1String("a") && name != QLatin1String("img") &&
                                               name != QLatin1String("image") && name != QLatin1String("b")),
                     qPrintable(name.toString()));
            if (xml.isCharacters())
                texts += xml.text();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(texts.contains(put == markup() ? QStringLiteral("<img") : QStringLiteral("⟨U+202E⟩")));
    }

public slots:
    void note(const QUrl& url) { m_opened << url; }

private:
    void checkLabels(const QWidget& within)
    {
        QList<QLabel*> labels = within.findChildren<QLabel*>();
        for (const QLabel* label : std::as_const(labels))
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        if (const auto* itself = qobject_cast<const QLabel*>(&within))
            QCOMPARE(itself->textFormat(), Qt::PlainText);
    }

    /// Looks at all there is on the screen now.
    void look()
    {
        QStringList wrong;
        eachText([&](const QString& text, const QString& where) {
            m_withMarkup += text.contains(QLatin1String("<img")) || text.contains(QStringLiteral("⟨U+")) ||
                                    text.contains(QLatin1String("<b>"))
                                ? 1
                                : 0;
            if (hides(text))
                wrong << where + QStringLiteral(" hides: ") + text.left(200);
            const bool isOrder = where.startsWith(QLatin1String("Q")) ? where.contains(QLatin1String("Button")) ||
                                                                            where.endsWith(QLatin1String("action"))
                                                                      : where.endsWith(QLatin1String("action"));
            if (isOrder && hasMnemonicOfData(text.section(QLatin1Char('\n'), 0, 0)))
                wrong << where + QStringLiteral(" has a mnemonic: ") + text.left(200);
        });
        const QWidgetList all = QApplication::allWidgets();
        for (const QWidget* widget : all)
            if (const auto* label = qobject_cast<const QLabel*>(widget);
                label != nullptr && label->isVisible() && label->textFormat() != Qt::PlainText)
                wrong << QStringLiteral("may render: ") + label->objectName() + label->text().left(100);
        m_tips += hoverEverywhere([&](const QLabel& tip, const QString& where) {
            if (tip.textFormat() != Qt::PlainText)
                wrong << where + QStringLiteral(" renders a tip: ") + tip.text().left(200);
            if (hides(tip.text()))
                wrong << where + QStringLiteral(" hides in a tip: ") + tip.text().left(200);
            m_withMarkup += tip.text().contains(QLatin1String("<img")) ? 1 : 0;
        });
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 12).join(QLatin1Char('\n'))));
    }

    /// Every chart, table and form, the menus and the dialogs.
    void lookEverywhere(WindowFixture& f)
    {
        m_tips = m_withMarkup = 0;
        f.trigger("showQuestions");
        look();
        f.trigger("showChain");
        f.find<QTreeView>("chainTree").expandAll();
        for (int tab = 0; tab < 3; ++tab) {
            f.find<QTabBar>("chartTabs").setCurrentIndex(tab);
            QTest::qWait(300); // the picture is drawn
            look();
            if (QTest::currentTestFailed())
                return;
        }
        for (int tab = 0; tab < f.find<QTabBar>("tableTabs").count(); ++tab) {
            f.find<QTabBar>("tableTabs").setCurrentIndex(tab);
            look();
            if (QTest::currentTestFailed())
                return;
        }
        for (const auto& [table, key] : {std::pair(Table::Nodes, "amd"),
                                         {Table::Deals, "amd-openai-6gw"},
                                         {Table::Metrics, "plus-price"},
                                         {Table::Events, "openai-founded"},
                                         {Table::Tiers, "chips"},
                                         {Table::Sources, "cna-oracle-45gw"},
                                         {Table::Statuses, "signed"}}) {
            f.document().select(f.row(table, key));
            look();
            if (QTest::currentTestFailed())
                return;
        }
        lookAtPopups(f);
    }

    void lookAtPopups(WindowFixture& f)
    {
        f.trigger("exportChart");
        look();
        f.window->findChild<QDialog*>(QStringLiteral("exportPanel"))->close();
        f.trigger("find");
        QTest::keyClicks(&f.find<QLineEdit>("findEdit"), QStringLiteral("amd"));
        look();
        f.find<QWidget>("findPopup").hide();
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        f.trigger("deleteRow"); // a banner, a list of what it moved, a name in the menu
        look();
        f.find<QPushButton>("movedFigures").click();
        look();
        f.window->findChild<QWidget*>(QStringLiteral("movedList"))->close();
        f.trigger("undo");
        f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
        enterField(f, QStringLiteral("dealSupplier"));
        type(QStringLiteral("am")); // the list under a field
        look();
        press(Qt::Key_Escape);
        f.trigger("quit");
        look();
    }

    QTemporaryDir m_folder;
    QString m_file;
    QList<QUrl> m_opened;
    int m_tips = 0;
    int m_withMarkup = 0;
};

QTEST_MAIN(TestPlainText)
#include "tst_plain_text.moc"
