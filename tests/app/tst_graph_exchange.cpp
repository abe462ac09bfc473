// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/graph_import_dialog.h"
#include "panels/import_preview.h"
#include "widgets/choice_box.h"
#include "window_fixture.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>

using namespace ochain;

namespace {

/// A window that is asked to import a graph.
struct GraphFixture : WindowFixture {
    void import(const QString& name, const QByteArray& text)
    {
        chooser.answer = folder.filePath(name);
        QFile out(chooser.answer);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("the test cannot write its files");
        out.close();
        trigger("importGraph");
    }
    [[nodiscard]] GraphImportDialog* dialog() const { return window->findChild<GraphImportDialog*>(); }
    [[nodiscard]] ImportPreview* preview() const { return window->findChild<ImportPreview*>(); }
    [[nodiscard]] QString message() const { return find<QLabel>("messageText").text(); }
    [[nodiscard]] std::string value(const char* deal, Field field) const
    {
        const RowRef ref = row(Table::Deals, deal);
        return ref.row == kNoRow ? "no such deal" : chain().value(ref, field);
    }
};

constexpr const char* kEdges = "Source,Target,Weight\nAMD,OpenAI Group PBC,7\nNewcomer,AMD,\n";

} // namespace

/// Graphs in and out by the window.
class TestGraphExchange final : public QObject {
    Q_OBJECT

private slots:
    void whatTheFileDoesNotSayIsAskedAndThenLookedAt()
    {
        GraphFixture f;
        f.import(QStringLiteral("edges.csv"), kEdges);
        QVERIFY(f.dialog() != nullptr && f.dialog()->isVisible() && !f.dialog()->isModal());
        auto& kind = f.find<ChoiceBox>("graphKind");
        kind.setFocus();
        QTest::keyClicks(&kind, QStringLiteral("lease"));
        f.find<ChoiceBox>("graphTier").setValue(QStringLiteral("accelerators"));
        f.find<QComboBox>("graphWeight").setCurrentIndex(1);
        f.find<QPushButton>("graphGo").click();
        QTRY_VERIFY2(f.preview() != nullptr, qPrintable(f.message()));
        QCOMPARE(f.find<QLabel>("importCounts").text(), QStringLiteral("3 rows are new"));
        QVERIFY(!f.document().canUndo());
        f.find<QPushButton>("importGo").click();
        QCOMPARE(f.message(), QStringLiteral("3 rows imported"));
        QCOMPARE(f.value("amd-openai-group-lease", deal_field::CapacityMw), std::string("7"));
        QCOMPARE(f.chain().value(f.row(Table::Nodes, "newcomer"), node_field::Tier), std::string("accelerators"));
        f.trigger("undo");
        QVERIFY(!f.document().canUndo());
        QCOMPARE(f.value("amd-openai-group-lease", deal_field::CapacityMw), std::string("no such deal"));
    }

    void whatIsWrongIsSaidAndNothingIsShown()
    {
        GraphFixture f;
        f.import(QStringLiteral("edges.csv"), "Source,Target,Kind\nAMD,AMD,lease\n");
        f.find<QPushButton>("graphGo").click();
        QTRY_VERIFY2(f.message().startsWith(QStringLiteral("edges.csv, line 2: the edge runs from “amd” to itself")),
                     qPrintable(f.message()));
        QVERIFY(f.preview() == nullptr);
        QVERIFY(f.dialog()->isVisible()); // where what is missing can be chosen
    }

    void aNameThatIsNoGraphIsRefused()
    {
        GraphFixture f;
        f.import(QStringLiteral("deals.csv"), "key\n");
        QVERIFY(f.dialog() == nullptr);
        QVERIFY2(f.message().startsWith(QStringLiteral("deals.csv says no graph by its name")),
                 qPrintable(f.message()));
    }

    void anotherLanguageIsTakenAtOnce()
    {
        GraphFixture f;
        f.import(QStringLiteral("edges.csv"), kEdges);
        auto& kind = f.find<ChoiceBox>("graphKind");
        kind.setValue(QStringLiteral("lease"));
        QCOMPARE(kind.currentText(), QStringLiteral("Lease"));
        setLanguage(Language::Chinese);
        QTRY_COMPARE(kind.currentText(), QStringLiteral("租赁"));
        QTRY_COMPARE(f.find<QPushButton>("graphGo").text(), QStringLiteral("查看"));
        setLanguage(Language::English);
    }

    void aGraphIsExportedAndSaysAllOfIt()
    {
        GraphFixture f;
        f.chooser.answer = f.folder.filePath(QStringLiteral("out.json"));
        f.trigger("exportGraph");
        QVERIFY2(f.message().startsWith(QStringLiteral("Nodes and deals are in ")), qPrintable(f.message()));
        f.trigger("importGraph");
        f.find<QPushButton>("graphGo").click();
        QTRY_COMPARE(f.message(), QStringLiteral("The file says all of this already; nothing was imported."));
        f.chooser.answer = f.folder.filePath(QStringLiteral("out.txt"));
        f.trigger("exportGraph");
        QVERIFY2(f.message().startsWith(QStringLiteral("out.txt says no graph by its name")), qPrintable(f.message()));
    }
};

QTEST_MAIN(TestGraphExchange)
#include "tst_graph_exchange.moc"
