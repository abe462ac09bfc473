// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "window_fixture.h"

#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>

using namespace ochain;

namespace {

QString banner(const WindowFixture& f)
{
    const auto& text = f.find<QLabel>("messageText");
    return text.isVisible() ? text.text() : QString();
}

[[nodiscard]] tl::expected<void, Refused> rename(Document& document, const char* node, const char* name)
{
    EditBuilder builder(document.chain());
    if (builder.set(Table::Nodes, node, node_field::NameEn, name))
        qFatal("no such node");
    return document.apply(std::move(builder).build("test", "a name"));
}

/// Another program at work on the file of the window.
int run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(OCHAIN_PROGRAM), arguments);
    return process.waitForFinished(60'000) ? process.exitCode() : -1;
}

QString nameIn(const QString& file, const char* node)
{
    const Result<std::unique_ptr<Session>> session = Session::open(file.toStdString(), Store::Access::ReadOnly);
    if (!session)
        qFatal("%s", session.error().message().c_str());
    const Chain& chain = (*session)->chain();
    return QString::fromStdString(chain.value({Table::Nodes, chain.find(Table::Nodes, node)}, node_field::NameEn));
}

} // namespace

/// What happens to the file, and to what lies beside it, while the window has it open.
class TestFileWatch final : public QObject {
    Q_OBJECT

private slots:
    void whatIsDeletedBesideIsMadeAnew()
    {
        WindowFixture f;
        QVERIFY(rename(f.document(), "amd", "Ours"));
        QVERIFY(QFile::remove(f.file + QStringLiteral("-wal")));
        QVERIFY(QFile::remove(f.file + QStringLiteral("-shm")));
        QTRY_VERIFY(QFile::exists(f.file + QStringLiteral("-wal"))); // the look at the file, each second
        QCOMPARE(run({QStringLiteral("edit"), f.file, QStringLiteral("--set"),
                      QStringLiteral("nodes:oracle.name_en=Theirs")}),
                 0);
        QTRY_COMPARE(QString::fromStdString(f.chain().value(f.row(Table::Nodes, "oracle"), node_field::NameEn)),
                     QStringLiteral("Theirs"));
        QVERIFY(rename(f.document(), "nvidia", "Ours too"));
        f.window.reset();
        QCOMPARE(nameIn(f.file, "amd"), QStringLiteral("Ours"));
        QCOMPARE(nameIn(f.file, "oracle"), QStringLiteral("Theirs"));
        QCOMPARE(nameIn(f.file, "nvidia"), QStringLiteral("Ours too"));
    }

    void whereOthersGoOnAloneTheWindowSaysSoAndOffersACopy()
    {
        WindowFixture f;
        QVERIFY(rename(f.document(), "amd", "Ours"));
        // The window is not asked meanwhile: no event is handled until the other has made its edit.
        QVERIFY(QFile::remove(f.file + QStringLiteral("-wal")));
        QVERIFY(QFile::remove(f.file + QStringLiteral("-shm")));
        QCOMPARE(run({QStringLiteral("edit"), f.file, QStringLiteral("--set"),
                      QStringLiteral("nodes:oracle.name_en=Theirs")}),
                 0);
        QTRY_VERIFY2(banner(f).contains(QLatin1String("was deleted or replaced")), qPrintable(banner(f)));
        QVERIFY(f.document().isReadOnly());
        QVERIFY(!rename(f.document(), "nvidia", "Ours too"));
        QCOMPARE(nameIn(f.file, "oracle"), QStringLiteral("Theirs"));
        f.chooser.answer = f.folder.filePath(QStringLiteral("copy.ochain"));
        QCOMPARE(f.find<QPushButton>("messageAction").text(), QStringLiteral("Save a copy…"));
        QTest::mouseClick(&f.find<QPushButton>("messageAction"), Qt::LeftButton);
        QCOMPARE(nameIn(f.chooser.answer, "amd"), QStringLiteral("Ours"));
        f.window.reset();
        QCOMPARE(nameIn(f.file, "oracle"), QStringLiteral("Theirs"));
        QCOMPARE(nameIn(f.file + QStringLiteral(".rescued.bak"), "amd"), QStringLiteral("Ours"));
    }
};

QTEST_MAIN(TestFileWatch)
#include "tst_file_watch.moc"
