// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"
#include "effort.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <memory>
#include <vector>

using namespace ochain::testing;

/// Backups as real processes make them and go back to them, many at once and killed ones.
class TestEarlierStates final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("chain.ochain"));
        QCOMPARE(run({QStringLiteral("init"), m_file, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status,
                 0);
        m_before = exported();
    }

    void tenWritersAtOnceMakeOne()
    {
        std::vector<std::unique_ptr<QProcess>> writers;
        for (int i = 0; i < 10; ++i) {
            writers.push_back(std::make_unique<QProcess>());
            writers.back()->start(QStringLiteral(OCHAIN_PROGRAM), editOf(i));
        }
        for (const auto& writer : writers) {
            QVERIFY(writer->waitForFinished(120'000));
            QCOMPARE(writer->readAllStandardError(), QByteArray());
            QCOMPARE(writer->exitCode(), 0);
        }
        QCOMPARE(backups(), QStringList{todays()});
        // What was kept is a state before edits of today: none of the ten is lost, whichever was first.
        QCOMPARE(run({QStringLiteral("check"), path(todays())}).status, 0);
        QCOMPARE(edits(m_file), 10);
        QVERIFY(edits(path(todays())) < 10);
    }

    void whoIsKilledLeavesNoHalfBackup()
    {
        grow();
        const int rounds = tries(8, 200);
        QRandomGenerator random(11);
        int whole = 0;
        for (int round = 0; round < rounds; ++round) {
            QDir(folder()).removeRecursively();
            const int before = edits(m_file);
            QProcess writer;
            writer.start(QStringLiteral(OCHAIN_PROGRAM), editOf(round));
            QVERIFY(writer.waitForStarted());
            const bool isAtTheEnd = round % 2 == 1; // as soon as it has its name; else in the middle
            const auto hasCome = [&] { return isAtTheEnd ? backups().contains(todays()) : !backups().isEmpty(); };
            while (!hasCome() && !writer.waitForFinished(1))
                continue;
            if (!isAtTheEnd)
                QThread::usleep(random.bounded(400'000U));
            writer.kill();
            writer.waitForFinished();
            for (const QString& name : backups()) {
                if (name.startsWith(QLatin1Char('.')))
                    continue;
                QCOMPARE(name, todays());
                const Outcome checked = run({QStringLiteral("check"), path(name)});
                QVERIFY2(checked.status == 0, checked.err.constData());
                QCOMPARE(edits(path(name)), before);
                ++whole;
            }
            const QStringList left = backups();
            const bool hasOne = left.contains(todays());
            const int now = edits(m_file);
            QCOMPARE(run(editOf(round + 1000)).status, 0);
            QCOMPARE(backups(), QStringList{todays()}); // and what was left of the one who was killed is gone
            QCOMPARE(edits(path(todays())), hasOne ? before : now);
        }
        qInfo("%d kills, %d with the whole backup in place, none with half of one", rounds, whole);
    }

    void goingBackIsAnEditThatCanBeUndone()
    {
        QCOMPARE(run(editOf(1)).status, 0);
        QCOMPARE(
            run({QStringLiteral("edit"), m_file, QStringLiteral("--erase"), QStringLiteral("deals:amd-openai-6gw")})
                .status,
            0);
        const QByteArray changed = exported();
        QVERIFY(changed != m_before);
        const Outcome back = restore(QDate::currentDate().toString(QStringLiteral("yyyy-MM-dd")));
        QCOMPARE(back.err, QByteArray());
        QCOMPARE(back.status, 0);
        QVERIFY2(back.out.startsWith("edit 3: "), back.out.constData());
        QCOMPARE(exported(), m_before);
        QVERIFY(run({QStringLiteral("log"), m_file}).out.contains("Restored " + todays().toUtf8()));
        QCOMPARE(run({QStringLiteral("undo"), m_file}).status, 0);
        QCOMPARE(exported(), changed);
    }

    void anyChainFileCanBeGoneBackTo()
    {
        const QString copy = m_folder->filePath(QStringLiteral("copy.ochain"));
        QVERIFY(QFile::copy(m_file, copy));
        QCOMPARE(run(editOf(1)).status, 0);
        QCOMPARE(restore(copy).status, 0);
        QCOMPARE(exported(), m_before);
        const Outcome again = restore(copy);
        QCOMPARE(again.status, 0);
        QCOMPARE(again.out, QByteArray("nothing changed: the file says all of this already\n"));
    }

    void theListSaysHowManyRowsDiffer()
    {
        const Outcome none = run({QStringLiteral("restore"), m_file});
        QCOMPARE(none.status, 0);
        QVERIFY2(none.out.startsWith("no backup yet"), none.out.constData());
        QCOMPARE(run(editOf(1)).status, 0);
        write(path(QStringLiteral("2020-01-01.ochain")), "rubbish");
        const Outcome list = run({QStringLiteral("restore"), m_file});
        QCOMPARE(list.err, QByteArray());
        QCOMPARE(list.status, 0);
        const QList<QByteArray> lines = list.out.split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].endsWith("1 row differs"), list.out.constData());
        QVERIFY2(lines[1].contains("not an SQLite database"), list.out.constData());
        const QJsonArray json =
            QJsonDocument::fromJson(
                run({QStringLiteral("restore"), m_file, QStringLiteral("--format"), QStringLiteral("json")}).out)
                .object()
                .value(QStringLiteral("backups"))
                .toArray();
        QCOMPARE(json.size(), 2);
        QCOMPARE(json[0].toObject().value(QStringLiteral("rows")).toInt(), 1);
        QCOMPARE(json[0].toObject().value(QStringLiteral("file")).toString(), path(todays()));
        QVERIFY(json[1].toObject().contains(QStringLiteral("fault")));
    }

    void aDayWithoutABackupIsToldWithTheNearestThatHasOne()
    {
        const auto refused = [this](const char* day) {
            const Outcome outcome = restore(QString::fromLatin1(day));
            return QByteArray::number(outcome.status) + ' ' + outcome.err;
        };
        QCOMPARE(refused("2020-01-01"),
                 QByteArray("2 ochain: there is no backup of 2020-01-01, nor of any other day\n"));
        QCOMPARE(run(editOf(1)).status, 0);
        for (const char* day : {"2019-12-30", "2020-01-03"})
            QVERIFY(QFile::copy(path(todays()), path(QString::fromLatin1(day) + QStringLiteral(".ochain"))));
        QCOMPARE(refused("2020-01-02"),
                 QByteArray("2 ochain: there is no backup of 2020-01-02; the nearest is that of 2020-01-03\n"));
        QCOMPARE(refused("2019-12-29"),
                 QByteArray("2 ochain: there is no backup of 2019-12-29; the nearest is that of 2019-12-30\n"));
        QCOMPARE(refused("2020-01-01"), // as near to both
                 QByteArray("2 ochain: there is no backup of 2020-01-01; the nearest is that of 2020-01-03\n"));
        QCOMPARE(edits(m_file), 1);
    }

    void whatIsNoWholeBackupIsRefused()
    {
        QCOMPARE(run(editOf(1)).status, 0);
        const QByteArray now = exported();
        const QByteArray bytes = contents(path(todays()));
        write(path(todays()), bytes.left(bytes.size() / 2));
        for (const QString& from :
             {path(todays()), m_folder->filePath(QStringLiteral("none.ochain")), m_folder->path()}) {
            const Outcome refused = restore(from);
            QCOMPARE(refused.status, 2);
            QVERIFY(!refused.err.isEmpty());
        }
        QCOMPARE(exported(), now);
    }

    void aFailureIsSaidOnceAndTheEditIsMade()
    {
        write(folder(), "in the way");
        const Outcome edited = run(editOf(1));
        QCOMPARE(edited.status, 0);
        QCOMPARE(edited.err.count('\n'), 1);
        QVERIFY2(edited.err.contains("edits are saved") && edited.err.contains("chain.ochain-backups"),
                 edited.err.constData());
        QCOMPARE(edits(m_file), 1);
    }

private:
    [[nodiscard]] QString folder() const { return m_file + QStringLiteral("-backups"); }
    [[nodiscard]] QString path(const QString& backup) const { return folder() + QLatin1Char('/') + backup; }
    [[nodiscard]] static QString todays()
    {
        return QDate::currentDate().toString(QStringLiteral("yyyy-MM-dd")) + QStringLiteral(".ochain");
    }
    [[nodiscard]] QStringList backups() const
    {
        return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QStringList editOf(int number) const
    {
        return {QStringLiteral("edit"), m_file, QStringLiteral("--set"),
                QStringLiteral("deals:amd-openai-6gw.capacity_mw=%1").arg(7000 + number)};
    }
    [[nodiscard]] Outcome restore(const QString& from) const
    {
        return run({QStringLiteral("restore"), m_file, QStringLiteral("--from"), from});
    }
    [[nodiscard]] static int edits(const QString& file)
    {
        const Outcome log = run({QStringLiteral("log"), file, QStringLiteral("--format"), QStringLiteral("json")});
        return static_cast<int>(
            QJsonDocument::fromJson(log.out).object().value(QStringLiteral("edits")).toArray().size());
    }
    /// All tables as one text.
    [[nodiscard]] QByteArray exported() const
    {
        const QString to = m_folder->filePath(QStringLiteral("out"));
        QDir(to).removeRecursively();
        if (run({QStringLiteral("export"), m_file, to}).status != 0)
            qFatal("the file was not exported");
        QByteArray all;
        const QStringList names = QDir(to).entryList(QDir::Files, QDir::Name);
        for (const QString& name : names)
            all += name.toUtf8() + '\n' + contents(to + QLatin1Char('/') + name);
        return all;
    }
    /// So much into the file that a copy takes a moment.
    void grow() const
    {
        const QString csv = m_folder->filePath(QStringLiteral("much"));
        QVERIFY(QDir().mkpath(csv));
        QByteArray sources = "key,publisher,title\n";
        for (int i = 0; i < 5'000; ++i)
            sources += QByteArrayLiteral("much-") + QByteArray::number(i) + ",P," + QByteArray(1000, 't') + "\n";
        write(csv + QStringLiteral("/sources.csv"), sources);
        const Outcome imported = run({QStringLiteral("import"), m_file, csv});
        QCOMPARE(imported.err, QByteArray());
        QCOMPARE(imported.status, 0);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QByteArray m_before;
};

QTEST_GUILESS_MAIN(TestEarlierStates)
#include "tst_earlier_states.moc"
