// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "document/names.h"
#include "hands.h"
#include "other_process.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

using namespace ochain;

namespace {

const char* const kDeal = "oracle-openai-45gw";

QString banner(const WindowFixture& f)
{
    const auto& text = f.find<QLabel>("messageText");
    return text.isVisible() ? text.text() : QString();
}

void clickBanner(const WindowFixture& f)
{
    QTest::mouseClick(&f.find<QPushButton>("messageAction"), Qt::LeftButton);
}

void rename(Document& document, const char* node, const char* name)
{
    EditBuilder builder(document.chain());
    QVERIFY(!builder.set(Table::Nodes, node, node_field::NameEn, name));
    QVERIFY(document.apply(std::move(builder).build("test", "a name")));
}

QString nameIn(const WindowFixture& f, const char* node)
{
    return nameOf(f.chain(), f.row(Table::Nodes, node));
}

void deleteDeal(const WindowFixture& f)
{
    f.document().select(f.row(Table::Deals, kDeal));
    f.trigger("deleteRow");
    QVERIFY(banner(f).startsWith(QLatin1String("Deleted")));
    QVERIFY(!f.chain().find<DealId>(kDeal).isSet());
}

/// Somebody else is writing into the file and does not come to an end: nothing of ours gets in.
struct Lock {
    explicit Lock(const WindowFixture& f) : file(f.file.toStdString(), SQLite::OPEN_READWRITE)
    {
        file.exec("BEGIN IMMEDIATE");
    }
    SQLite::Database file;
};

/// An order that the file cannot take.
void failToDelete(const WindowFixture& f)
{
    const Lock lock(f);
    f.document().select(f.row(Table::Deals, kDeal));
    f.trigger("deleteRow");
    QVERIFY(!banner(f).isEmpty());
    QVERIFY(f.chain().find<DealId>(kDeal).isSet());
}

/// The file cannot be read, till the next look at it.
void loseSight(const WindowFixture& f)
{
    emit f.document().failed(
        Error{ErrorKind::Io, Sentence{QT_TRANSLATE_NOOP("Sentence", "The file has vanished."), {}}, {}});
}

void dismiss(const WindowFixture& f)
{
    QTest::mouseClick(&f.find<QWidget>("messageClose"), Qt::LeftButton);
}

void sayThatACopyIsThere(WindowFixture& f)
{
    f.chooser.answer = f.folder.filePath(QStringLiteral("copy.ochain"));
    f.trigger("saveCopy");
    QVERIFY(banner(f).contains(QLatin1String("copy.ochain")));
}

/// Makes the file one that breaks a rule, as another program can, and opens it again.
void breakARule(WindowFixture& f)
{
    {
        SQLite::Database file(f.file.toStdString(), SQLite::OPEN_READWRITE);
        file.exec("PRAGMA ignore_check_constraints = ON; UPDATE deals SET starts = 20310000, ends = 20260000 "
                  "WHERE key = 'oracle-openai-45gw'");
    }
    f.open();
    QVERIFY(f.document().isReadOnly());
}

} // namespace

class TestBanners final : public QObject {
    Q_OBJECT

private slots:
    void aBannerOfAnEditGoesWhenThatEditIsUndone_data()
    {
        QTest::addColumn<QString>("way");
        for (const char* way : {"Ctrl+Z", "menu", "another window"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void aBannerOfAnEditGoesWhenThatEditIsUndone()
    {
        QFETCH(QString, way);
        WindowFixture f;
        rename(f.document(), "amd", "AMD Inc.");
        deleteDeal(f);
        if (way == QLatin1String("Ctrl+Z"))
            QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        else if (way == QLatin1String("menu"))
            f.trigger("undo");
        else {
            const auto other = Document::open(f.file.toStdString());
            QVERIFY(other && (*other)->undo());
        }
        QTRY_VERIFY(f.chain().find<DealId>(kDeal).isSet());
        QVERIFY(!f.find<QWidget>("messageAction").isVisible()); // nothing is left to undo by it
        clickBanner(f);
        QCOMPARE(nameIn(f, "amd"), QStringLiteral("AMD Inc."));
        QVERIFY(!banner(f).startsWith(QLatin1String("Deleted")));
    }

    void aBannerOfAnEditGoesWithALaterOne_data()
    {
        QTest::addColumn<bool>("isOfOthers");
        QTest::newRow("of ours") << false;
        QTest::newRow("of others") << true;
    }
    void aBannerOfAnEditGoesWithALaterOne()
    {
        QFETCH(bool, isOfOthers);
        WindowFixture f;
        deleteDeal(f);
        if (isOfOthers)
            othersSet(f, "nodes:amd.name_en=AMD Inc.");
        else
            rename(f.document(), "amd", "AMD Inc."); // a later edit stands on it: its Undo would refuse
        QTRY_COMPARE(nameIn(f, "amd"), QStringLiteral("AMD Inc."));
        QTRY_VERIFY(!banner(f).startsWith(QLatin1String("Deleted")));
        QVERIFY(!f.find<QWidget>("messageAction").isVisible());
        f.trigger("undo");
        f.trigger("undo");
        QVERIFY(f.chain().find<DealId>(kDeal).isSet());
        QCOMPARE(banner(f), QString());
    }

    void aBannerOfEditsOfOthersGoesWhenTheyAreUndone_data()
    {
        QTest::addColumn<QString>("way");
        for (const char* way : {"here", "by others"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void aBannerOfEditsOfOthersGoesWhenTheyAreUndone()
    {
        QFETCH(QString, way);
        WindowFixture f;
        othersSet(f, "nodes:amd.name_en=AMD Inc.");
        QTRY_VERIFY2(banner(f).contains(QLatin1String("1 edit of others")), qPrintable(banner(f)));
        if (way == QLatin1String("here")) {
            f.trigger("undo");
            QCOMPARE(banner(f), QString());
        } else {
            others(f, {QStringLiteral("undo")});
            QTRY_COMPARE(nameIn(f, "amd"), QStringLiteral("AMD"));
            QTRY_VERIFY(banner(f).contains(QLatin1String("1 edit of others"))); // the one that undid it
        }
    }

    void theBannersUndoOfAnEditThatIsLastUndoesIt()
    {
        WindowFixture f;
        rename(f.document(), "amd", "AMD Inc.");
        deleteDeal(f);
        clickBanner(f);
        QVERIFY(f.chain().find<DealId>(kDeal).isSet());
        QCOMPARE(nameIn(f, "amd"), QStringLiteral("AMD Inc."));
        QCOMPARE(banner(f), QString());
    }

    void aBannerGoesWithItsFile()
    {
        WindowFixture f;
        const QString other = f.folder.filePath(QStringLiteral("other.ochain"));
        QVERIFY(QFile::copy(f.file, other));
        deleteDeal(f);
        const Document* before = f.window->document();
        f.window->openFile(other);
        QTRY_VERIFY(f.window->document() != before && !f.window->isLoading());
        QCOMPARE(banner(f), QString());
        QVERIFY(f.chain().find<DealId>(kDeal).isSet());
    }

    void aFileThatDoesNotOpenLeavesTheBannerOfTheOpenOneUntilThen()
    {
        WindowFixture f;
        failToDelete(f);
        const QString unsaved = banner(f);
        f.window->openFile(f.folder.filePath(QStringLiteral("missing.ochain")));
        QTRY_VERIFY(banner(f).contains(QLatin1String("missing.ochain")));
        dismiss(f);
        QCOMPARE(banner(f), unsaved);
        f.window->openFile(f.folder.filePath(QStringLiteral("missing.ochain")));
        QTRY_VERIFY(banner(f).contains(QLatin1String("missing.ochain")));
        rename(f.document(), "amd", "AMD Inc.");
        QVERIFY(banner(f).contains(QLatin1String("missing.ochain"))); // an edit does not mend that
        const QString copy = f.folder.filePath(QStringLiteral("missing.ochain"));
        QVERIFY(QFile::copy(f.file, copy));
        f.window->openFile(copy);
        QTRY_COMPARE(QString::fromStdString(f.document().file().string()), copy);
        QCOMPARE(banner(f), QString());
    }

    void aRefusalGoesWithTheNextEdit()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        f.trigger("deleteRow");
        QVERIFY2(banner(f).contains(QLatin1String("cannot be deleted")), qPrintable(banner(f)));
        rename(f.document(), "oracle", "Oracle Inc.");
        QCOMPARE(banner(f), QString());
    }

    void aFailedSaveIsOverOnceAnEditWasSaved()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        auto lock = std::make_unique<Lock>(f);
        QLineEdit& name = f.enter("nodeName");
        QTest::keyClicks(&name, QStringLiteral("AMD Inc."));
        QTest::keyClick(&name, Qt::Key_Return);
        QVERIFY(!banner(f).isEmpty());
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("not saved"));
        QCOMPARE(nameIn(f, "amd"), QStringLiteral("AMD"));
        lock.reset();
        QTest::keyClick(&name, Qt::Key_Return);
        QCOMPARE(nameIn(f, "amd"), QStringLiteral("AMD Inc."));
        QCOMPARE(banner(f), QString());
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("saved"));
    }

    void aDeletionThatCouldNotBeSavedGoesLikewise()
    {
        WindowFixture f;
        failToDelete(f);
        rename(f.document(), "amd", "AMD Inc.");
        QCOMPARE(banner(f), QString());
    }

    void everyFailedSaveIsSaid()
    {
        WindowFixture f;
        failToDelete(f);
        const QString unsaved = banner(f);
        failToDelete(f); // while it stands
        dismiss(f);
        QCOMPARE(banner(f), QString());
        failToDelete(f);
        QCOMPARE(banner(f), unsaved);
        sayThatACopyIsThere(f); // over it
        QVERIFY(banner(f) != unsaved);
        failToDelete(f);
        QCOMPARE(banner(f), unsaved);
        dismiss(f);
        QCOMPARE(banner(f), QString());
    }

    void aFailedSaveIsNotOverWithAnEditOfOthers()
    {
        WindowFixture f;
        failToDelete(f);
        const QString unsaved = banner(f);
        const auto other = Document::open(f.file.toStdString());
        QVERIFY(other);
        rename(**other, "amd", "AMD Inc.");
        QTRY_VERIFY2(banner(f).contains(QLatin1String("of others")), qPrintable(banner(f)));
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("not saved"));
        dismiss(f);
        QCOMPARE(banner(f), unsaved);
        rename(f.document(), "oracle", "Oracle Inc.");
        QCOMPARE(banner(f), QString());
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("saved"));
    }

    void aFailedSaveIsNotOverWhenTheFileCanBeReadAgain()
    {
        WindowFixture f;
        failToDelete(f);
        const QString unsaved = banner(f);
        loseSight(f);
        QVERIFY(banner(f) != unsaved);
        QTRY_COMPARE(banner(f), unsaved); // the next look, a second later, finds it
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("not saved"));
        setLanguage(Language::Chinese);
        QTRY_COMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("未保存"));
    }

    void aFileThatCannotBeReadIsSaidUntilItCan()
    {
        WindowFixture f;
        loseSight(f);
        QVERIFY(!banner(f).isEmpty());
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("not saved"));
        QTRY_COMPARE(banner(f), QString()); // the next look, a second later, finds it
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("saved"));
    }

    void aConditionIsSaidAgainOnceANewerMessageIsOver()
    {
        WindowFixture f;
        f.document().select(f.row(Table::Nodes, "amd"));
        auto lock = std::make_unique<Lock>(f);
        QLineEdit& name = f.enter("nodeName");
        QTest::keyClicks(&name, QStringLiteral("AMD Inc."));
        QTest::keyClick(&name, Qt::Key_Return);
        const QString unsaved = banner(f);
        QVERIFY(!unsaved.isEmpty());
        f.trigger("exportCsv"); // nobody answers: a change of mind
        f.chooser.answer = f.folder.filePath(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(f.chooser.answer));
        f.trigger("exportCsv");
        QVERIFY(banner(f) != unsaved);
        dismiss(f);
        QCOMPARE(banner(f), unsaved);
        dismiss(f);
        QCOMPARE(banner(f), QString());
    }

    void anImportErrorGoesWhenAnImportSucceeds()
    {
        WindowFixture f;
        const QString folder = f.folder.filePath(QStringLiteral("csv"));
        QVERIFY(QDir().mkpath(folder));
        const auto write = [&folder](const char* text) {
            QFile file(folder + QStringLiteral("/tiers.csv"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("key,parent,ordinal,layer,name_en,name_zh\nextra,nowhere,9,0,Extra,\n");
        f.chooser.answer = folder;
        f.trigger("importCsv");
        QVERIFY(banner(f).contains(QLatin1String("nowhere")));
        write("key,parent,ordinal,layer,name_en,name_zh\nextra,,9,0,Extra,\n");
        f.trigger("importCsv");
        QTest::mouseClick(f.window->findChild<QWidget*>(QStringLiteral("importGo")), Qt::LeftButton);
        QVERIFY2(banner(f).contains(QLatin1String("imported")), qPrintable(banner(f)));
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(banner(f), QString());
    }

    void aReadOnlyFilesBannerStaysWhenAnotherDoesNotOpen()
    {
        WindowFixture f;
        breakARule(f);
        const QString readOnly = banner(f);
        QVERIFY2(readOnly.contains(QLatin1String("reading only")), qPrintable(readOnly));
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("read-only"));
        f.window->openFile(f.folder.filePath(QStringLiteral("missing.ochain")));
        QTRY_VERIFY(banner(f).contains(QLatin1String("missing.ochain")));
        dismiss(f);
        QCOMPARE(banner(f), readOnly);
        QCOMPARE(f.find<QLabel>("savedState").text(), QStringLiteral("read-only"));
    }

    void aFileThatAnotherProgramChangedSaysTheWayOut()
    {
        WindowFixture f;
        {
            SQLite::Database file(f.file.toStdString(), SQLite::OPEN_READWRITE);
            file.exec("UPDATE deals SET note_en = 'mine' WHERE key = 'oracle-openai-45gw'");
        }
        f.open();
        QVERIFY(f.document().isReadOnly());
        QVERIFY2(banner(f).contains(QLatin1String("another program changed it")), qPrintable(banner(f)));
        QVERIFY2(banner(f).contains(QLatin1String("ochain check FILE --accept")), qPrintable(banner(f)));
        QVERIFY2(!banner(f).contains(QLatin1String("could not be read")), qPrintable(banner(f)));
    }

    void aReadOnlyFilesBannerGoesWithItsFile()
    {
        WindowFixture f;
        const QString other = f.folder.filePath(QStringLiteral("other.ochain"));
        QVERIFY(QFile::copy(f.file, other));
        breakARule(f);
        QVERIFY(!banner(f).isEmpty());
        f.window->openFile(other);
        QTRY_COMPARE(QString::fromStdString(f.document().file().string()), other);
        QCOMPARE(banner(f), QString());
    }

    void theFileAMessageOffersIsOpenedAndTheMessageGoes()
    {
        WindowFixture f;
        sayThatACopyIsThere(f);
        clickBanner(f); // Open it
        QTRY_COMPARE(QString::fromStdString(f.document().file().string()), f.chooser.answer);
        QCOMPARE(banner(f), QString());
    }
};

QTEST_MAIN(TestBanners)
#include "tst_banners.moc"
