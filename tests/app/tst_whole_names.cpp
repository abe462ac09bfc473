// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "document/names.h"
#include "form_hands.h"
#include "items/deals_model.h"
#include "shown_texts.h"

#include <QComboBox>
#include <QHeaderView>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTreeView>

#include <memory>

using namespace ochain;

namespace {

QString longName()
{
    return QStringLiteral("A company whose name is far too long for any column that a table could have for it");
}

void rename(const WindowFixture& f, const char* node)
{
    EditBuilder builder(f.chain());
    if (builder.set(Table::Nodes, node, node_field::NameEn, longName().toStdString()) ||
        !f.document().apply(std::move(builder).build({}, {})))
        qFatal("%s was not renamed", node);
}

QString tipAt(QWidget& widget, const QPoint& at)
{
    const QLabel* label = hover(widget, at);
    return label == nullptr ? QString() : label->text();
}

QString tipOf(QAbstractItemView& view, const QModelIndex& cell)
{
    view.scrollTo(cell);
    return tipAt(*view.viewport(), view.visualRect(cell).center());
}

} // namespace

/// What is cut short is shown whole where the mouse rests, wherever it stands; what is not, is not said twice.
class TestWholeNames final : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { delete tip(); }

    void aCellOfATable()
    {
        WindowFixture f;
        rename(f, "amd");
        auto& table = f.find<QTableView>("dealsTable");
        const QModelIndex cell = [&] {
            for (int row = 0; row < table.model()->rowCount(); ++row)
                for (int column = 0; column < 2; ++column)
                    if (const QModelIndex at = table.model()->index(row, column); at.data().toString() == longName())
                        return at;
            return QModelIndex();
        }();
        QVERIFY(cell.isValid());
        QVERIFY2(tipOf(table, cell).startsWith(longName()), qPrintable(tipOf(table, cell)));
        table.horizontalHeader()->resizeSection(cell.column(), 900);
        QVERIFY(!tipOf(table, cell).contains(longName())); // there it stands whole
    }

    void aRowOfTheTree()
    {
        WindowFixture f;
        f.trigger("showChain");
        rename(f, "amd");
        f.document().select(f.row(Table::Nodes, "amd"));
        auto& tree = f.find<QTreeView>("chainTree");
        QCOMPARE(tree.currentIndex().data().toString(), longName());
        const QString text = tipOf(tree, tree.currentIndex().siblingAtColumn(0));
        QVERIFY2(text.startsWith(longName()), qPrintable(text));
        const std::string_view note = f.chain().text(f.chain().nodes()[f.chain().find<NodeId>("amd")].note);
        QVERIFY(note.empty() || text.contains(visibleText(note))); // with what its own tooltip says
    }

    void aTitleOfAColumn()
    {
        WindowFixture f;
        auto& header = *f.find<QTableView>("dealsTable").horizontalHeader();
        const QString title = header.model()->headerData(1, Qt::Horizontal).toString();
        header.resizeSection(1, 300);
        const auto middle = [&] { return QPoint(header.sectionViewportPosition(1) + 10, header.height() / 2); };
        QVERIFY(!tipAt(*header.viewport(), middle()).startsWith(title));
        header.resizeSection(1, 40);
        QVERIFY2(tipAt(*header.viewport(), middle()).startsWith(title), qPrintable(title));
    }

    void figuresAndDatesStayWholeInASmallWindow()
    {
        WindowFixture f;
        f.trigger("language_zh_CN"); // whose figures are the longest
        f.window = std::make_unique<MainWindow>(f.settings, f.chooser, f.file);
        f.window->resize(1280, 720);
        f.window->awaitFile();
        f.window->show();
        QTRY_VERIFY(f.window->document() != nullptr);
        const auto& table = f.find<QTableView>("dealsTable");
        const auto columnCut = [&](int column) {
            int cut = 0;
            for (int row = 0; row < 20; ++row) {
                QStyleOptionViewItem option;
                option.initFrom(&table);
                option.font = table.font();
                const QModelIndex cell = table.model()->index(row, column);
                cut +=
                    table.itemDelegate()->sizeHint(option, cell).width() - 2 * kGrid > table.columnWidth(column) - kGrid
                        ? 1
                        : 0;
            }
            return cut;
        };
        for (const auto column :
             {DealsModel::Column::Announced, DealsModel::Column::Capacity, DealsModel::Column::Value})
            QTRY_COMPARE(columnCut(static_cast<int>(column)), 0);
        setLanguage(Language::English);
    }

    void aChoice()
    {
        WindowFixture f;
        f.trigger("showMoney");
        auto& box = shown<QComboBox>(f, "moneyGroup");
        QVERIFY(!tipAt(box, box.rect().center()).startsWith(box.currentText()));
        rename(f, box.currentData().toString().toLatin1().constData());
        f.trigger("language_zh_CN");
        f.trigger("language_en"); // the list is filled anew
        QTRY_COMPARE(box.currentText(), longName());
        QVERIFY(tipAt(box, box.rect().center()).startsWith(longName()));
    }

    void aChip()
    {
        WindowFixture f;
        ViewLens lens = f.document().lens();
        lens.lens.withAssumed = false;
        f.document().setLens(lens);
        auto& chip = f.find<QAbstractButton>("lensChip0");
        QTRY_VERIFY(chip.isVisible());
        chip.resize(40, chip.height());
        QVERIFY(tipAt(chip, chip.rect().center()).startsWith(chip.text()));
    }

    void aFieldOfTheForm()
    {
        WindowFixture f;
        rename(f, "amd");
        f.document().select(f.row(Table::Nodes, "amd"));
        auto& name = f.find<QLineEdit>("nodeName");
        QTRY_COMPARE(name.text(), longName());
        QVERIFY(tipAt(name, name.rect().center()).startsWith(longName()));
    }
};

QTEST_MAIN(TestWholeNames)
#include "tst_whole_names.moc"
