// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/names.h"
#include "editing/deal_line.h"
#include "formats/format.h"
#include "language/language.h"
#include "store/store_testing.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// "supplier=oracle kind=cloud | https://… | rest | rest (why) [offer, offer]".
QString outcome(const QString& text)
{
    const Chain& chain = shippedChain();
    const DealLine line = readDealLine(chain, text);
    QStringList fields;
    for (const DealLinePart& part : line.parts) {
        fields << QStringLiteral("%1=%2").arg(
            QString::fromStdString(std::string(fieldSpec(Table::Deals, part.field).name)),
            QString::fromStdString(part.reading.canonical));
        for (const FilledField& also : part.reading.also)
            fields << QStringLiteral("+%1=%2").arg(
                QString::fromStdString(std::string(fieldSpec(Table::Deals, also.field).name)),
                QString::fromStdString(also.canonical));
    }
    QStringList parts{fields.join(QLatin1Char(' '))};
    if (!line.address.isEmpty())
        parts << line.address;
    for (const DealLineRest& rest : line.rest) {
        QStringList offers;
        for (const std::string& node : rest.offers)
            offers << QString::fromStdString(node);
        QString one = rest.text;
        if (rest.why)
            one += QStringLiteral(" (%1)").arg(sentenceText(*rest.why));
        if (!offers.isEmpty())
            one += QStringLiteral(" [%1]").arg(offers.join(QStringLiteral(", ")));
        parts << one;
    }
    return parts.join(QStringLiteral(" | "));
}

} // namespace

/// Deals as news tell them, in one line.
class TestDealLine final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setLanguage(Language::English); }

    void whatIsSureIsReadAndTheRestIsLeft_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* line, const char* says) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(says);
        };
        row("Oracle → OpenAI Group PBC cloud 4.5GW $300B 2027-2031 signed 2025-07-22 https://www.example.com/a?b=1.",
            "supplier=oracle customer=openai-group kind=cloud status=signed announced=2025-07-22 starts=2027 ends=2031 "
            "capacity_mw=4500 value_usd=300000000000 | https://www.example.com/a?b=1");
        row("amd -> openai-group, hardware, up to 6 GW",
            "supplier=amd customer=openai-group kind=hardware capacity_mw=6000 "
            "+commitment=ceiling");
        row("OpenAI Group PBC <- AMD hardware", "supplier=amd customer=openai-group kind=hardware");
        row("AMD => Oracle: ~$38bn over seven years starting 2026",
            "supplier=amd customer=oracle starts=2026 value_usd=38000000000 +basis=estimated +ends=2032");
        row("AMD to Oracle chips worth $1,250,000,000",
            "supplier=amd customer=oracle kind=hardware value_usd=1250000000");
        row("AMD will supply Oracle with 350 MW of GPUs until 2030",
            "supplier=amd customer=oracle kind=hardware ends=2030 capacity_mw=350");
        row("Oracle buys from AMD servers", "supplier=amd customer=oracle kind=hardware");
        row("甲骨文向OpenAI集团公益公司(PBC)供应算力4.5吉瓦，3000亿美元，2027年至2031年，2025年7月22日签署",
            "supplier=oracle customer=openai-group kind=cloud status=signed announced=2025-07-22 starts=2027 ends=2031 "
            "capacity_mw=4500 value_usd=300000000000");
        row("微软从甲骨文租用", "supplier=oracle customer=microsoft kind=lease");
        row("微软向甲骨文采购服务器 约50亿美元",
            "supplier=oracle customer=microsoft kind=hardware value_usd=5000000000 "
            "+basis=estimated");
        row("AMD → Oracle 10% stake", "supplier=amd customer=oracle kind=equity equity_pct=10");
        row("AMD → Oracle letter of intent", "supplier=amd customer=oracle commitment=ceiling");
        row("AMD → Oracle 2 million units", "supplier=amd customer=oracle | 2 million units");
        row("AMD → Oracle 2026",
            "supplier=amd customer=oracle | 2026 (“2026” may be when it starts, ends or was announced; "
            "say which)");
        row("AMD → Oracle $5B and $7B",
            "supplier=amd customer=oracle | $5B (“$5B” and “$7B” both say the same field, Value) | "
            "$7B (“$5B” and “$7B” both say the same field, Value)");
        row("AMD → Oracle cloud and hardware",
            "supplier=amd customer=oracle | cloud (“cloud” and “hardware” both say the same field, Kind) | hardware (“cloud” "
            "and “hardware” both say the same field, Kind)");
        row("nothing about a deal", "");
    }
    void whatIsSureIsReadAndTheRestIsLeft()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        if (says.isEmpty()) {
            QVERIFY(readDealLine(shippedChain(), line).parts.empty());
            QVERIFY(!readDealLine(shippedChain(), line).hasArrow);
            return;
        }
        QCOMPARE(outcome(line), says);
    }

    void aNameThatIsNearIsOfferedAndNotTaken_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("field");
        const auto row = [](const char* line, const char* name, const char* first, Field field) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(name) << QString::fromUtf8(first)
                                << static_cast<int>(field);
        };
        row("Orcale → AMD hardware $5B", "Orcale", "oracle", deal_field::Supplier);
        row("Oracle → OpenAI cloud 4.5GW", "OpenAI", "openai-group", deal_field::Customer);
        row("news: Nobody Corp → AMD hardware", "news: Nobody Corp", "", deal_field::Supplier);
    }
    void aNameThatIsNearIsOfferedAndNotTaken()
    {
        QFETCH(QString, line);
        QFETCH(QString, name);
        QFETCH(QString, first);
        QFETCH(int, field);
        const DealLine read = readDealLine(shippedChain(), line);
        QVERIFY(read.hasArrow);
        QVERIFY2(read.part(static_cast<Field>(field)) == nullptr, qPrintable(outcome(line)));
        QCOMPARE(read.rest.size(), std::size_t{1});
        QCOMPARE(read.rest.front().text, name);
        QCOMPARE(static_cast<int>(read.rest.front().field), field);
        QVERIFY(read.rest.front().why);
        const std::vector<std::string>& offers = read.rest.front().offers;
        QCOMPARE(offers.empty() ? QString() : QString::fromStdString(offers.front()), first);
    }

    void whatTheReadersRefuseIsLeftWithTheReason_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        for (const auto& [line, text] :
             {std::pair("AMD → Oracle $60B a year", "$60B a year"),
              std::pair("AMD → Oracle signed 7/8/2025", "7/8/2025"),
              std::pair("AMD → Oracle at least $5B", "at least $5B"), std::pair("AMD → Oracle $10-15B", "$10-15B"),
              std::pair("AMD → Oracle http://example.com/x", "http://example.com/x")})
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(text);
    }
    void whatTheReadersRefuseIsLeftWithTheReason()
    {
        QFETCH(QString, line);
        QFETCH(QString, text);
        const DealLine read = readDealLine(shippedChain(), line);
        QCOMPARE(read.rest.size(), std::size_t{1});
        QCOMPARE(read.rest.front().text, text);
        QVERIFY(read.rest.front().why);
    }
};

QTEST_GUILESS_MAIN(TestDealLine)
#include "tst_deal_line.moc"
