// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analyses/difference.h"
#include "analyses/explain.h"
#include "analyses/told.h"
#include "exchange/csv_folder.h"
#include "exchange/csv_import.h"

#include <QFile>
#include <QTest>

#include <string>

using namespace ochain;
using ochain::testing::told;

/// OpenAI's spend of 2028 in the shipped chain, line by line, and what moved it since the end of 2025. Where the
/// dataset has moved the text on purpose, put the .actual beside it in its place.
class TestShippedExplanations final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Result<std::vector<CsvText>> texts = readCsvFolder(OCHAIN_SHIPPED);
        QVERIFY2(texts, texts ? "" : texts.error().message().c_str());
        CsvImport import = importCsv(m_chain, *texts, true);
        QVERIFY(import.problems.empty());
        QVERIFY(m_chain.apply(import.edit).empty());
    }

    void theSpendOfOpenAiIn2028IsToldAsItWas()
    {
        const FigureCell cell{
            Group::of(m_chain.find<NodeId>("openai-group")), Measure::Spend, kNoLayer, {PeriodKind::Year, 2028, 0}, {}};
        Lens then;
        then.knownAsOf = dayNumber(2025, 12, 31);
        const Explanation now = *explain(m_chain, Lens(), cell);
        const FigureDifference since = *explainDifference({m_chain, {}, cell}, {m_chain, then, cell});
        QCOMPARE(since.value, now.figure);
        QCOMPARE(since.against, explain(m_chain, then, cell)->figure);
        std::string text = fmt::format("spend {} from {} deals, {} undisclosed:\n", now.figure.value, now.deals,
                                       now.figure.undisclosed);
        text += told(m_chain, now.parts);
        for (const DealId deal : now.undisclosed)
            text += fmt::format("undisclosed {}\n", m_chain.key({Table::Deals, deal.value}));
        text += fmt::format("\nknown on 2025-12-31 {}, moved by {}:\n", since.against.value,
                            since.value.value - since.against.value);
        text += told(m_chain, since.parts);
        compare(QByteArray::fromStdString(text));
    }

private:
    static void compare(const QByteArray& text)
    {
        QFile golden(QStringLiteral(OCHAIN_GOLDEN));
        const QByteArray expected = golden.open(QIODevice::ReadOnly) ? golden.readAll() : QByteArray();
        if (text != expected) {
            QFile actual(QStringLiteral(OCHAIN_GOLDEN ".actual"));
            QVERIFY(actual.open(QIODevice::WriteOnly));
            actual.write(text);
        }
        QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(expected));
    }

    Chain m_chain;
};

QTEST_APPLESS_MAIN(TestShippedExplanations)
#include "tst_shipped_explanations.moc"
