// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands_testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace ochain::testing;

/// What differs between two chains, as the command line says it.
class TestDiff final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_a = m_folder->filePath(QStringLiteral("a.ochain"));
        m_b = m_folder->filePath(QStringLiteral("b.ochain"));
        QCOMPARE(run({QStringLiteral("init"), m_a, QStringLiteral("--from"), QStringLiteral(OCHAIN_DATASET)}).status,
                 0);
        QVERIFY(QFile::copy(m_a, m_b));
    }

    void filesThatSayTheSameDoNotDiffer()
    {
        const Outcome same = run({QStringLiteral("diff"), m_a, m_b});
        QCOMPARE(same.status, 0);
        QCOMPARE(same.out, QByteArray("no difference\n"));
        QCOMPARE(same.err, QByteArray());
        const Outcome json = diff(m_a, m_b, true);
        QCOMPARE(json.status, 0);
        QVERIFY(QJsonDocument::fromJson(json.out).object().value(QStringLiteral("changes")).toArray().isEmpty());
    }

    void eachFieldIsToldWithBothValuesTableByTable()
    {
        change();
        const Outcome found = diff(m_a, m_b);
        QCOMPARE(found.status, 1);
        QCOMPARE(found.err, QByteArray());
        const QList<QByteArray> lines = found.out.split('\n');
        QVERIFY(lines.contains("deals:amd-openai-6gw.capacity_mw: 6.0 GW → 7.0 GW"));
        QVERIFY(lines.contains("nodes:acme: added"));
        QVERIFY(lines.contains("nodes:acme.name_en: – → Acme"));
        QVERIFY(lines.contains("sources:of-mine: added"));
        QVERIFY(lines.indexOf("nodes:acme: added") <
                lines.indexOf("deals:amd-openai-6gw.capacity_mw: 6.0 GW → 7.0 GW"));
        QVERIFY(lines.indexOf("deals:amd-openai-6gw.capacity_mw: 6.0 GW → 7.0 GW") <
                lines.indexOf("sources:of-mine: added"));
        const QList<QByteArray> back = diff(m_b, m_a).out.split('\n');
        QVERIFY(back.contains("deals:amd-openai-6gw.capacity_mw: 7.0 GW → 6.0 GW"));
        QVERIFY(back.contains("nodes:acme: erased"));
        QVERIFY(back.contains("nodes:acme.name_en: Acme → –"));
        QCOMPARE(back.size(), lines.size());
    }

    void jsonHasTheFormOfTheLog()
    {
        change();
        const Outcome found = diff(m_a, m_b, true);
        QCOMPARE(found.status, 1);
        const QJsonArray changes =
            QJsonDocument::fromJson(found.out).object().value(QStringLiteral("changes")).toArray();
        const QJsonObject capacity{{QStringLiteral("table"), QStringLiteral("deals")},
                                   {QStringLiteral("row"), QStringLiteral("amd-openai-6gw")},
                                   {QStringLiteral("field"), QStringLiteral("capacity_mw")},
                                   {QStringLiteral("old"), QStringLiteral("6000")},
                                   {QStringLiteral("new"), QStringLiteral("7000")}};
        QVERIFY(changes.contains(capacity));
    }

    void aFolderIsComparedAsAFileIs()
    {
        const QString folder = m_folder->filePath(QStringLiteral("csv"));
        change();
        QCOMPARE(run({QStringLiteral("export"), m_b, folder}).status, 0);
        const Outcome files = diff(m_a, m_b);
        QCOMPARE(diff(m_b, folder).status, 0);
        QCOMPARE(diff(folder, m_b).status, 0);
        QCOMPARE(diff(folder, folder).status, 0);
        QCOMPARE(diff(m_a, folder).out, files.out);
        QCOMPARE(sorted(diff(folder, m_a).out), sorted(diff(m_b, m_a).out));
        const QString other = m_folder->filePath(QStringLiteral("other"));
        QCOMPARE(run({QStringLiteral("export"), m_a, other}).status, 0);
        QCOMPARE(diff(other, folder).out, files.out);
    }

    void whatAFolderDoesNotHaveIsNotCompared()
    {
        const QString folder = m_folder->filePath(QStringLiteral("part"));
        QVERIFY(QDir().mkpath(folder));
        const QByteArray all = contents(QStringLiteral(OCHAIN_DATASET "/statuses.csv"));
        write(folder + QStringLiteral("/statuses.csv"), all);
        QCOMPARE(diff(m_a, folder).status, 0);
        write(folder + QStringLiteral("/statuses.csv"), QByteArray(all).replace(",Signed,", ",Sealed,"));
        const Outcome found = diff(m_a, folder);
        QCOMPARE(found.status, 1);
        QVERIFY2(found.out.contains(".name_en: Signed → Sealed"), found.out.constData());
    }

    void whatCannotBeToldIsBadUse()
    {
        const QString none = m_folder->filePath(QStringLiteral("none.ochain"));
        for (const Outcome& found :
             {diff(m_a, none), diff(none, m_a), run({QStringLiteral("diff"), m_a}), diff(m_a, m_folder->path())}) {
            QCOMPARE(found.status, 2);
            QVERIFY(!found.err.isEmpty());
            QCOMPARE(found.out, QByteArray());
        }
        const QString broken = m_folder->filePath(QStringLiteral("broken"));
        QVERIFY(QDir().mkpath(broken));
        write(broken + QStringLiteral("/deals.csv"), "key,what\nx,y\n");
        QCOMPARE(diff(m_a, broken).status, 2);
    }

    void aDamagedFileIsNotTakenForOneWithLessInIt()
    {
        QFile file(m_b);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 8; page < 24; ++page) {
            file.seek(page * 4096);
            file.write(QByteArray(4096, '\xee'));
        }
        file.close();
        const Outcome found = diff(m_a, m_b);
        QCOMPARE(found.status, 2);
        QCOMPARE(found.out, QByteArray());
        QVERIFY(!found.err.isEmpty());
    }

    void nothingIsWritten()
    {
        const QByteArray before = contents(m_a);
        change();
        const QByteArray other = contents(m_b);
        static_cast<void>(diff(m_a, m_b));
        QCOMPARE(contents(m_a), before);
        QCOMPARE(contents(m_b), other);
    }

private:
    [[nodiscard]] static Outcome diff(const QString& a, const QString& b, bool asJson = false)
    {
        QStringList arguments{QStringLiteral("diff"), a, b};
        if (asJson)
            arguments << QStringLiteral("--format") << QStringLiteral("json");
        return run(arguments);
    }
    [[nodiscard]] static QList<QByteArray> sorted(const QByteArray& text)
    {
        QList<QByteArray> lines = text.split('\n');
        std::sort(lines.begin(), lines.end());
        return lines;
    }
    void change() const
    {
        const Outcome made =
            run({QStringLiteral("edit"), m_b, QStringLiteral("--set"),
                 QStringLiteral("deals:amd-openai-6gw.capacity_mw=7GW"), QStringLiteral("--add"),
                 QStringLiteral("sources:of-mine"), QStringLiteral("--set"),
                 QStringLiteral("sources:of-mine.title=Mine"), QStringLiteral("--add"), QStringLiteral("nodes:acme"),
                 QStringLiteral("--set"), QStringLiteral("nodes:acme.tier=chips"), QStringLiteral("--set"),
                 QStringLiteral("nodes:acme.name_en=Acme")});
        QCOMPARE(made.err, QByteArray());
        QCOMPARE(made.status, 0);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_a;
    QString m_b;
};

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
