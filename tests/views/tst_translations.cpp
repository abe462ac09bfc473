// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "narrow_signs.h"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QList>
#include <QObject>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations;
    QString type;
};

QList<Message> messagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append({context, {}, {}, {}});
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform"))
            messages.last().translations << xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().type = xml.attributes().value(QLatin1String("type")).toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            messages.last().translations << text;
        }
    }
    return messages;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?\\d+|%n|\\{\\d+\\}"));
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

class TestTranslations final : public QObject {
    Q_OBJECT

private slots:
    /// A class that is named outside itself, and before anything of its own, is taken down without its namespace, and
    /// its texts are never found.
    void everyContextIsOneThatIsAskedFor()
    {
        const QStringList named{QStringLiteral("Action"),      QStringLiteral("Choice"), QStringLiteral("DealCurve"),
                                QStringLiteral("Explained"),   QStringLiteral("Field"),  QStringLiteral("Figures"),
                                QStringLiteral("Format"),      QStringLiteral("Help"),   QStringLiteral("Impact"),
                                QStringLiteral("Punctuation"), QStringLiteral("Table"),  QStringLiteral("QFileDialog"),
                                QStringLiteral("Sentence"),    QStringLiteral("WhatIf")};
        const QList<Message> messages = messagesOf(QStringLiteral(OCHAIN_TRANSLATIONS "/ochain_zh_CN.ts"));
        QStringList unknown;
        for (const Message& message : messages)
            if (!message.context.startsWith(QLatin1String("ochain::")) && !named.contains(message.context))
                unknown << message.context + QStringLiteral(": ") + message.source;
        QCOMPARE(unknown, QStringList());
    }

    void everyStringIsTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Simplified Chinese") << QStringLiteral(OCHAIN_TRANSLATIONS "/ochain_zh_CN.ts");
        QTest::newRow("English plurals") << QStringLiteral(OCHAIN_TRANSLATIONS "/ochain_en.ts");
    }
    void everyStringIsTranslated()
    {
        QFETCH(QString, file);
        const QList<Message> messages = messagesOf(file);
        QVERIFY(!messages.isEmpty());
        QStringList unfinished;
        for (const Message& message : messages)
            if (message.type == QLatin1String("unfinished") || message.translations.join(QString()).isEmpty())
                unfinished << message.context + QStringLiteral(": ") + message.source;
        QCOMPARE(unfinished, QStringList());
    }
    void placeholdersAreThoseOfTheSource_data() { everyStringIsTranslated_data(); }
    void placeholdersAreThoseOfTheSource()
    {
        QFETCH(QString, file);
        QStringList wrong;
        const QList<Message> messages = messagesOf(file);
        for (const Message& message : messages)
            for (const QString& text : message.translations)
                if (placeholders(text) != placeholders(message.source))
                    wrong << message.source + QStringLiteral(" → ") + text;
        QCOMPARE(wrong, QStringList());
    }

    void chineseHasSignsOfItsOwnWidth()
    {
        QStringList narrow;
        const QList<Message> messages = messagesOf(QStringLiteral(OCHAIN_TRANSLATIONS "/ochain_zh_CN.ts"));
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages)
            for (const QString& text : message.translations) {
                const bool isSign = QStringList{QStringLiteral(", "), QStringLiteral("; ")}.contains(message.source) &&
                                    QStringLiteral(",;").contains(text.trimmed());
                if (const QString found = ochain::narrowSign(text); !found.isEmpty() || isSign)
                    narrow << message.context + QStringLiteral(": ") + (isSign ? text : found);
            }
        QVERIFY2(narrow.isEmpty(), qPrintable(narrow.join(QLatin1Char('\n'))));
    }
    void theHelpHasThemToo()
    {
        static const QRegularExpression code(QStringLiteral("`[^`]*`|\\{keys?:[^}]*\\}"));
        QDir folder(QStringLiteral(OCHAIN_HELP "/zh_CN"));
        const QStringList pages = folder.entryList({QStringLiteral("*.md")});
        QVERIFY(pages.size() >= 7);
        QStringList narrow;
        for (const QString& page : pages) {
            QFile file(folder.filePath(page));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
            for (QString line : lines) {
                line.replace(code, QStringLiteral("X"));
                if (const QString found = ochain::narrowSign(line); !found.isEmpty())
                    narrow << page + QStringLiteral(": ") + found;
            }
        }
        QVERIFY2(narrow.isEmpty(), qPrintable(narrow.join(QLatin1Char('\n'))));
    }
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
