// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_testing.h"

#include "document/local_edit.h"
#include "document/names.h"

#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// "openai capacity_in chips: 16000000 -> 17000000 in total"
QString text(const Document& document, const ImpactLine& line)
{
    const Chain& chain = document.chain();
    const auto layer = [&chain](std::optional<LayerNumber> number) {
        return number ? toQString(chain.key({Table::Tiers, chain.tierOf(*number).value})) : QStringLiteral("none");
    };
    const RowRef row{line.group.kind == Group::Kind::Tier ? Table::Tiers : Table::Nodes, line.group.row};
    QString what = toQString(chain.key(row)) + QLatin1Char(' ') + toQString(measureName(line.measure));
    if (line.measure == Measure::CapacityIn || line.measure == Measure::CapacityOut)
        what += QLatin1Char(' ') + layer(line.layer);
    if (line.measure == Measure::Binding)
        what += QStringLiteral(" %1 -> %2").arg(layer(line.bindingBefore), layer(line.bindingAfter));
    return QStringLiteral("%1: %2 -> %3 in %4")
        .arg(what)
        .arg(line.before)
        .arg(line.after)
        .arg(QString::fromStdString(formatPeriod(line.period)));
}

QStringList lines(const Document& document)
{
    QStringList all;
    for (const ImpactLine& line : document.lastImpact().lines)
        all += text(document, line);
    return all;
}

void lookAt(Document& document, int year)
{
    ViewLens lens = document.lens();
    lens.period = {PeriodKind::Year, year, 0};
    QVERIFY(document.setLens(lens));
}

} // namespace

class TestImpact : public QObject {
    Q_OBJECT

private slots:
    void theEndsOfTheDealComeFirst();
    void aMoveInTimeAloneIsToldByTheYearThatMovesMost();
    void aChangeOfTheBindingLayerIsTold();
    void moneyMovesBacklogToo();
    void aNewNodeHasNothingBefore();
    void formulasMoveWithTheirMetrics();
    void aWeightTellsWhatItMoves();
    void aReachIsLocalUnlessItCanMoveEverything();
};

void TestImpact::theEndsOfTheDealComeFirst()
{
    const ChainFile file;
    const auto document = file.open();
    lookAt(*document, 2026);
    QVERIFY(setField(*document, "deals", "amd-openai", "capacity_mw", "7000"));
    const QStringList told = lines(*document);
    QVERIFY(told.size() >= 4);
    QCOMPARE(told[0], QStringLiteral("openai capacity_in chips: 16000000 -> 17000000 in total"));
    QVERIFY(told.contains(QStringLiteral("amd capacity_out chips: 6000000 -> 7000000 in total")));
    QVERIFY(told.contains(QStringLiteral("foundation capacity_in chips: 16000000 -> 17000000 in total")));
    QVERIFY(told.contains(QStringLiteral("upstream capacity_out chips: 16000000 -> 17000000 in total")));
    const auto place = [&told](const char* start) {
        for (int i = 0; i < told.size(); ++i)
            if (told[i].startsWith(QLatin1String(start)))
                return i;
        return -1;
    };
    QVERIFY(place("amd capacity_out") < place("foundation"));
    QVERIFY(place("foundation") < place("chips "));
    QVERIFY(place("chips ") < place("upstream"));
    QCOMPARE(place("nvidia"), -1);
    QVERIFY(!document->lastImpact().everything);
}

void TestImpact::aMoveInTimeAloneIsToldByTheYearThatMovesMost()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(setField(*document, "deals", "oracle-openai", "starts", "2029"));
    const auto& told = document->lastImpact().lines;
    const Group oracle = Group::of(document->chain().find<NodeId>("oracle"));
    const auto line = std::find_if(told.begin(), told.end(), [&](const ImpactLine& l) {
        return l.group == oracle && l.measure == Measure::CapacityOut;
    });
    QVERIFY(line != told.end());
    QCOMPARE(line->period, (Period{PeriodKind::Year, 2027, 0}));
    QCOMPARE(line->before, std::int64_t{4'500'000});
    QCOMPARE(line->after, std::int64_t{0});
    const auto money = std::find_if(told.begin(), told.end(), [&](const ImpactLine& l) {
        return l.group == oracle && l.measure == Measure::Revenue;
    });
    QVERIFY(money != told.end());
    QCOMPARE(money->period.kind, PeriodKind::Year);
    QCOMPARE(money->before,
             document->rollups().figure(oracle, Measure::Revenue, kNoLayer, money->period).value - money->delta());
}

void TestImpact::aChangeOfTheBindingLayerIsTold()
{
    const ChainFile file;
    const auto document = file.open();
    lookAt(*document, 2030);
    QVERIFY(setField(*document, "deals", "oracle-openai", "capacity_mw", "45000"));
    const QStringList told = lines(*document).filter(QStringLiteral("openai binding"));
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0].startsWith(QStringLiteral("openai binding cloud -> chips: 4500000 -> ")), qPrintable(told[0]));
}

void TestImpact::moneyMovesBacklogToo()
{
    const ChainFile file;
    const auto document = file.open();
    lookAt(*document, 2026);
    QVERIFY(setField(*document, "deals", "oracle-openai", "value_usd", "310000000000"));
    const QStringList told = lines(*document);
    QVERIFY(told.contains(QStringLiteral("oracle revenue: 30000000000000 -> 31000000000000 in total")));
    QVERIFY(told.contains(QStringLiteral("openai spend: 30000000000000 -> 31000000000000 in total")));
    QVERIFY(told.contains(QStringLiteral("oracle backlog: 30000000000000 -> 31000000000000 in 2026")));
}

void TestImpact::aNewNodeHasNothingBefore()
{
    const ChainFile file;
    const auto document = file.open();
    QVERIFY(document->apply(EditText(document->chain())
                                .add("nodes", "intel", {{"tier", "chips"}, {"kind", "company"}, {"name_en", "Intel"}})
                                .add("deals", "intel-openai",
                                     {{"supplier", "intel"},
                                      {"customer", "openai"},
                                      {"kind", "hardware"},
                                      {"status", "signed"},
                                      {"starts", "2028"},
                                      {"ends", "2029"},
                                      {"capacity_mw", "1000"},
                                      {"basis", "reported"}})
                                .edit()));
    const QStringList told = lines(*document);
    QVERIFY(told.contains(QStringLiteral("intel capacity_out chips: 0 -> 1000000 in total")));
    QVERIFY(told.contains(QStringLiteral("openai capacity_in chips: 16000000 -> 17000000 in total")));
    QVERIFY(told.contains(QStringLiteral("chips capacity_out chips: 16000000 -> 17000000 in total")));
}

void TestImpact::formulasMoveWithTheirMetrics()
{
    const ChainFile file;
    const auto document = file.open();
    const NodeId chatgpt = document->chain().find<NodeId>("chatgpt");
    const std::int64_t before = totalOf(*document, "chatgpt", Measure::Revenue);
    QVERIFY(setField(*document, "metrics", "users-2026", "value", "70000000"));
    const auto& told = document->lastImpact().lines;
    QVERIFY(!told.empty());
    const auto line = std::find_if(told.begin(), told.end(), [&](const ImpactLine& l) {
        return l.group == Group::of(chatgpt) && l.measure == Measure::Revenue;
    });
    QVERIFY(line != told.end());
    QCOMPARE(line->before, before);
    QCOMPARE(line->after, totalOf(*document, "chatgpt", Measure::Revenue));
}

void TestImpact::aWeightTellsWhatItMoves()
{
    const ChainFile file;
    const auto document = file.open();
    ViewLens lens = document->lens();
    lens.lens.basis = FigureBasis::Weighted;
    QVERIFY(document->setLens(lens));
    const std::string before = everything(*document);
    const Edit edit = EditText(document->chain()).set("statuses", "signed", "weight_bp", "5000").edit();
    const std::optional<Impact> preview = document->tryOut(edit).impact;
    QVERIFY(preview);
    QCOMPARE(everything(*document), before);
    QVERIFY(setField(*document, "statuses", "signed", "weight_bp", "5000"));
    QCOMPARE(preview->lines, document->lastImpact().lines);
    // 90 % and now 50 % of the 6 GW of the one signed deal for chips; NVIDIA's is announced only.
    const QStringList told = lines(*document);
    QVERIFY2(told.contains(QStringLiteral("amd capacity_out chips: 5400000 -> 3000000 in total")),
             qPrintable(told.join(QLatin1Char('\n'))));
    QVERIFY(told.filter(QStringLiteral("nvidia ")).isEmpty());
}

void TestImpact::aReachIsLocalUnlessItCanMoveEverything()
{
    const Chain chain = smallChain();
    const auto isLocalEdit = [&chain](std::string_view table, std::string_view key, std::string_view field,
                                      std::string_view value) {
        return isLocal(chain, EditText(chain).set(table, key, field, value).edit());
    };
    QVERIFY(isLocalEdit("deals", "amd-openai", "capacity_mw", "7000"));
    QVERIFY(isLocalEdit("deals", "nvidia-openai", "ends", "2029"));
    QVERIFY(!isLocalEdit("deals", "nvidia-openai", "ends", "2040"));
    QVERIFY(!isLocalEdit("deals", "oracle-openai", "ends", "2030")); // its end may be what the calendar ends with
    QVERIFY(!isLocalEdit("statuses", "signed", "weight_bp", "8000"));
    QVERIFY(!isLocalEdit("nodes", "openai", "parent", ""));
    QVERIFY(isLocalEdit("nodes", "openai", "name_en", "OpenAI Group"));
    QVERIFY(isLocalEdit("metrics", "users-2026", "value", "1"));
}

QTEST_GUILESS_MAIN(TestImpact)
#include "tst_impact.moc"
