// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store_testing.h"

#include <QByteArray>
#include <QDir>
#include <QMap>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace ochain;
using namespace ochain::testing;

namespace fs = std::filesystem;

namespace {

constexpr const char* kScenarios = "key,name_en,name_zh,note_en\nlow,Low,,\n";

Chain withScenario()
{
    std::vector<CsvText> texts = exportCsv(smallChain());
    texts.push_back({"scenarios", kScenarios});
    texts.push_back({"overrides", "scenario,table,row_key,field,value\nlow,deals,deal-1,capacity_mw,5\n"});
    return chainFrom(texts);
}

/// All files of a folder with what they say.
QMap<QString, QByteArray> filesOf(const fs::path& folder)
{
    QMap<QString, QByteArray> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file())
            files[QString::fromStdString(entry.path().filename().string())] = bytesOf(entry.path());
    return files;
}

} // namespace

/// A folder that is exported into more than once.
class TestCsvFolder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatWasExportedBeforeDoesNotComeBack_data();
    void whatWasExportedBeforeDoesNotComeBack();
    void filesOfOthersStay_data();
    void filesOfOthersStay();
    void anExportThatFailsLeavesTheFolderWhole_data();
    void anExportThatFailsLeavesTheFolderWhole();

private:
    fs::path folder() const { return path(m_folder->path()) / "out"; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCsvFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCsvFolder::whatWasExportedBeforeDoesNotComeBack_data()
{
    QTest::addColumn<QByteArray>("scenarios");
    QTest::newRow("as it was") << QByteArray(kScenarios);
    QTest::newRow("saved by a spreadsheet") << QByteArray("\xEF\xBB\xBFkey,name_en,name_zh,note_en\r\nlow,Low,,\r\n");
    QTest::newRow("saved by an old system") << QByteArray("key,name_en,name_zh,note_en\rlow,Low,,\r");
    QTest::newRow("nothing but its header") << QByteArray("key,name_en,name_zh,note_en");
}

void TestCsvFolder::whatWasExportedBeforeDoesNotComeBack()
{
    QFETCH(QByteArray, scenarios);
    QVERIFY(writeCsvFolder(folder(), exportCsv(withScenario())));
    writeBytes(folder() / "scenarios.csv", scenarios);
    const auto others = writeCsvFolder(folder(), exportCsv(smallChain()));
    QVERIFY2(others, messageOf(others).c_str());
    QVERIFY(others->left.empty());
    QCOMPARE(others->removed, (std::vector<fs::path>{folder() / "scenarios.csv", folder() / "overrides.csv"}));
    QVERIFY(!fs::exists(folder() / "scenarios.csv"));
    QVERIFY(!fs::exists(folder() / "overrides.csv"));
    const Chain again = chainFrom(*readCsvFolder(folder()));
    QCOMPARE(allText(again), allText(smallChain()));
    QCOMPARE(filesOf(folder()).size(), qsizetype(exportCsv(smallChain()).size())); // nothing half-written stays
}

void TestCsvFolder::filesOfOthersStay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isToldOf");
    const auto row = [](const char* name, const QByteArray& text, bool isToldOf) {
        QTest::newRow((QByteArray(name) + ": " + text.left(12)).constData())
            << QString::fromLatin1(name) << text << isToldOf;
    };
    row("scenarios.csv", "our plans for next year\n", true);
    row("scenarios.csv", "name,key\n", true);
    row("scenarios.csv", "key,name_en\nlow,Low\n", true); // made by hand, to bring names up to date
    row("scenarios.csv", "", true);
    row("notes.csv", "key,name_en,name_zh,note_en\n", false);
    row("scenarios.csv.old", kScenarios, false);
    row("Scenarios.csv", kScenarios, false);
}

void TestCsvFolder::filesOfOthersStay()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(bool, isToldOf);
    fs::create_directories(folder());
    const fs::path file = folder() / name.toStdString();
    writeBytes(file, text);
    const auto others = writeCsvFolder(folder(), exportCsv(smallChain()));
    QVERIFY2(others, messageOf(others).c_str());
    QVERIFY(others->removed.empty());
    QCOMPARE(others->left, isToldOf ? std::vector<fs::path>{file} : std::vector<fs::path>());
    QVERIFY(fs::exists(file));
    QCOMPARE(bytesOf(file), text);
    // Nor is a link followed to what is elsewhere.
    fs::create_symlink(path(m_folder->path()) / "elsewhere.csv", folder() / "overrides.csv");
    writeBytes(path(m_folder->path()) / "elsewhere.csv", "scenario,table,row_key,field,value\n");
    QVERIFY(writeCsvFolder(folder(), exportCsv(smallChain())));
    QVERIFY(fs::is_symlink(folder() / "overrides.csv"));
    QVERIFY(fs::exists(path(m_folder->path()) / "elsewhere.csv"));
}

void TestCsvFolder::anExportThatFailsLeavesTheFolderWhole_data()
{
    QTest::addColumn<QString>("obstacle");
    QTest::newRow("a folder in the place of a file") << QStringLiteral("nodes.csv/");
    QTest::newRow("a pipe in the place of a file") << QStringLiteral("sources.csv|");
    QTest::newRow("a link to nothing") << QStringLiteral("citations.csv@");
}

void TestCsvFolder::anExportThatFailsLeavesTheFolderWhole()
{
    QFETCH(QString, obstacle);
    QVERIFY(writeCsvFolder(folder(), exportCsv(withScenario())));
    const fs::path file = folder() / obstacle.chopped(1).toStdString();
    fs::remove(file);
    if (obstacle.endsWith(u'/'))
        fs::create_directory(file);
    else if (obstacle.endsWith(u'|'))
        QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
    else
        fs::create_symlink("nowhere", file);
    const QMap<QString, QByteArray> before = filesOf(folder());
    QVERIFY(!writeCsvFolder(folder(), exportCsv(shippedChain())));
    QCOMPARE(filesOf(folder()), before);
}

QTEST_APPLESS_MAIN(TestCsvFolder)
#include "tst_csv_folder.moc"
