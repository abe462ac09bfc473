// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/targets.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain::fuzz;

/// Inputs that were found by the fuzzers, and those they begin with: each is read as by them.
class TestCorpus : public QObject {
    Q_OBJECT

private slots:
    void everyInputIsReadToItsEnd_data();
    void everyInputIsReadToItsEnd();
};

void TestCorpus::everyInputIsReadToItsEnd_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("file");
    for (const Target& target : targets()) {
        const QString name = QString::fromUtf8(target.name.data(), static_cast<qsizetype>(target.name.size()));
        const QDir folder(QStringLiteral(OCHAIN_CORPUS "/") + name);
        const QStringList files = folder.entryList(QDir::Files, QDir::Name);
        QVERIFY2(!files.isEmpty(), qPrintable(folder.path()));
        for (const QString& file : files)
            QTest::addRow("%s, %s", qPrintable(name), qPrintable(file)) << name << folder.filePath(file);
    }
}

void TestCorpus::everyInputIsReadToItsEnd()
{
    QFETCH(QString, target);
    QFETCH(QString, file);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    const QByteArray bytes = input.readAll();
    targetNamed(target.toStdString()).run({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QTEST_APPLESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
