// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"
#include "effort.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace ochain::testing;

/// A workbook that LibreOffice has saved, and one that somebody has edited there: of a long run.
class TestSpreadsheetProgram final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whatLibreOfficeSavesSaysTheSame_data();
    void whatLibreOfficeSavesSaysTheSame();
    void aCellThatIsEditedThereIsTheOnlyChange_data();
    void aCellThatIsEditedThereIsTheOnlyChange();
    void aFormulaThatIsTypedThereIsItsResult();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    /// Opens the workbook in LibreOffice, types into its cells and saves it. @return what went wrong
    [[nodiscard]] QByteArray edit(const QStringList& typed);
    [[nodiscard]] QJsonObject plan() const;

    QTemporaryDir m_folder;
    QString m_file;
};

void TestSpreadsheetProgram::initTestCase()
{
    if (!isLong())
        QSKIP("needs LibreOffice, which ./test --all installs");
    m_file = path("shipped.ochain");
    QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_SHIPPED)}).status, 0);
    const Outcome exported = run({QStringLiteral("export"), m_file, path("out.xlsx")});
    QCOMPARE(exported.err, QByteArray());
    QCOMPARE(exported.status, 0);
}

QByteArray TestSpreadsheetProgram::edit(const QStringList& typed)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("/usr/bin/python3"),
                  QStringList{QStringLiteral(OCHAIN_EDIT_SHEET), path("profile"), path("out.xlsx"), path("back.xlsx")} +
                      typed);
    if (!process.waitForFinished(300'000))
        return "LibreOffice does not end";
    return process.exitCode() == 0 ? QByteArray() : process.readAll();
}

QJsonObject TestSpreadsheetProgram::plan() const
{
    const Outcome outcome = run({QStringLiteral("import"), m_file, path("back.xlsx"), QStringLiteral("--replace"),
                                 QStringLiteral("--dry-run"), QStringLiteral("--format"), QStringLiteral("json")});
    if (outcome.status != 0)
        qWarning("%s", outcome.err.left(2000).constData());
    return QJsonDocument::fromJson(outcome.out).object();
}

void TestSpreadsheetProgram::whatLibreOfficeSavesSaysTheSame_data()
{
    QTest::addColumn<QString>("form");
    QTest::newRow("saved as a workbook") << "xlsx";
    QTest::newRow("saved as one in its own form between") << "ods";
}

void TestSpreadsheetProgram::whatLibreOfficeSavesSaysTheSame()
{
    QFETCH(QString, form);
    const auto convert = [this](const QString& from, const QString& to) {
        QProcess process;
        process.start(QStringLiteral("soffice"),
                      {QStringLiteral("-env:UserInstallation=file://") + path("profile"), QStringLiteral("--headless"),
                       QStringLiteral("--convert-to"), to, QStringLiteral("--outdir"), path("saved"), from});
        return process.waitForFinished(300'000) && process.exitCode() == 0;
    };
    QVERIFY(convert(path("out.xlsx"), form));
    if (form != QLatin1String("xlsx"))
        QVERIFY(convert(path("saved/out.") + form, QStringLiteral("xlsx")));
    const Outcome same = run({QStringLiteral("import"), m_file, path("saved/out.xlsx"), QStringLiteral("--replace"),
                              QStringLiteral("--dry-run")});
    QCOMPARE(same.err, QByteArray());
    QCOMPARE(same.out, QByteArray("nothing would change: the file says all of this already\n"));
}

void TestSpreadsheetProgram::aCellThatIsEditedThereIsTheOnlyChange_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* column, const char* typed, const char* after) {
        QTest::newRow(name) << QStringList{QStringLiteral("deals"), QStringLiteral("amd-openai-6gw"),
                                           QLatin1String(column), QLatin1String(typed)}
                            << after;
    };
    row("number", "capacity_mw", "6543.25", "6543.25");
    row("day", "announced", "2025-10-07", "2025-10-07");
    row("year", "ends", "2033", "2033");
    row("text", "note_en", "seen by a person", "seen by a person");
    row("text that would be a formula", "note_en", "'=1+1", "=1+1");
}

void TestSpreadsheetProgram::aCellThatIsEditedThereIsTheOnlyChange()
{
    QFETCH(QStringList, typed);
    QFETCH(QString, after);
    QCOMPARE(edit(typed), QByteArray());
    const QJsonArray changes = plan().value(QStringLiteral("changes")).toArray();
    QCOMPARE(changes.size(), 1);
    const QJsonObject change = changes.first().toObject();
    QCOMPARE(change.value(QStringLiteral("row")).toString(), typed.at(1));
    QCOMPARE(change.value(QStringLiteral("field")).toString(), typed.at(2));
    QCOMPARE(change.value(QStringLiteral("new")).toString(), after);
}

void TestSpreadsheetProgram::aFormulaThatIsTypedThereIsItsResult()
{
    QCOMPARE(edit({QStringLiteral("deals"), QStringLiteral("amd-openai-6gw"), QStringLiteral("capacity_mw"),
                   QStringLiteral("=3000*2+543")}),
             QByteArray());
    const QByteArray changes = QJsonDocument(plan()).toJson();
    QVERIFY2(changes.contains("\"6543\""), changes.constData());
}

QTEST_GUILESS_MAIN(TestSpreadsheetProgram)
#include "tst_spreadsheet_program.moc"
