// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/graph_terms.h"
#include "exchange/csv_import.h"
#include "graphs/graph_file.h"
#include "graphs/graph_import.h"
#include "store/store_testing.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// A chain with some tiers, kinds and parties.
Chain base(
    const std::string& nodes =
        "acme,chips,company,Acme,艾克\nbolt,cloud,company,Bolt,\ntwin-1,chips,company,Twin,\ntwin-2,cloud,company,twin,\n",
    const std::string& deals = {})
{
    std::vector<CsvText> texts{{"tiers", "key,ordinal,layer,name_en\nchips,1,1,Chips\ncloud,2,1,Cloud tier\n"},
                               {"deal_kinds", "key,class,profile,money,name_en\nhardware,trade,deploy,1,Hardware\n"
                                              "lease,trade,term,1,Lease\n"},
                               {"statuses", "key,weight_bp\nannounced,5000\nsigned,8000\n"}};
    if (!nodes.empty())
        texts.push_back({"nodes", "key,tier,kind,name_en,name_zh\n" + nodes});
    if (!deals.empty())
        texts.push_back({"deals", "key,supplier,customer,kind,status,capacity_mw,value_usd,basis\n" + deals});
    return chainFrom(texts);
}

GraphImport imported(const Chain& chain, const QByteArray& file, const GraphOptions& options,
                     GraphFormat format = GraphFormat::EdgeList)
{
    return importGraph(chain, readGraphText(file.toStdString(), format), "x", options, graphTerms(chain));
}

/// "nodes n: tier=chips …; deals d: …" or what is wrong; notes behind bars.
QString outcome(const GraphImport& import)
{
    QStringList parts;
    for (const Problem& problem : import.problems)
        parts << QString::fromStdString(problem.text());
    if (!parts.isEmpty())
        return parts.join(QStringLiteral("; "));
    for (const RowChange& change : import.edit.changes) {
        QString fields;
        for (const FieldChange& field : change.fields)
            if (field.field != 0)
                fields += QStringLiteral(" %1=%2").arg(
                    QString::fromStdString(std::string(fieldSpec(change.table, field.field).name)),
                    QString::fromStdString(field.after));
        parts << QStringLiteral("%1%2:%3").arg(change.op == Op::Insert ? QStringLiteral("+") : QString(),
                                               QString::fromStdString(change.key), fields);
    }
    QString text = parts.join(QStringLiteral("; "));
    for (const Sentence& note : import.notes)
        text += QStringLiteral(" | ") + QString::fromStdString(note.text());
    return text;
}

const GraphOptions kLease{"lease", "chips", deal_field::ValueUsd};

} // namespace

/// What a graph does to a chain.
class TestGraphImport final : public QObject {
    Q_OBJECT

private slots:
    void edgesBecomeDealsOfNodesThatAreThere_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* file, const char* says) {
            QTest::newRow(name) << QByteArray(file) << QString::fromUtf8(says);
        };
        const char* made = "+acme-bolt-lease: supplier=acme customer=bolt kind=lease status=announced basis=reported";
        const std::string worth = std::string(made) + " value_usd=7";
        row("by key", "Source,Target\nacme,bolt\n", made);
        row("by name", "Source,Target\nAcme,BOLT\n", made);
        row("by the other name", "Source,Target\n艾克,Bolt\n", made);
        row("with a weight", "Source,Target,Weight\nAcme,Bolt,7.0\n", worth.c_str());
        row("with a decimal comma", "Source;Target;Weight\nAcme;Bolt;7,0\n",
            (worth + " | x, line 2: value_usd “7,0” was read as 7").c_str());
        row("as a spreadsheet writes it", "Source,Target,Weight\nAcme,Bolt,7E+00\n",
            (worth + " | x, line 2: value_usd “7E+00” was read as 7").c_str());
        row("with an empty weight", "Source,Target,Weight\nAcme,Bolt,\n", made);
        row("a kind by name", "Source,Target,Kind\nAcme,Bolt,Hardware\n",
            "+acme-bolt-hardware: supplier=acme customer=bolt kind=hardware status=announced basis=reported");
        row("a kind that is none", "Source,Target,Kind\nAcme,Bolt,friend\n",
            (std::string(made) +
             " | edges of a kind that the chain does not have, such as “friend”, are taken for lease: 1")
                .c_str());
        row("an id", "Source,Target,Id\nAcme,Bolt,my-deal\n",
            "+my-deal: supplier=acme customer=bolt kind=lease status=announced basis=reported");
        row("a counter", "Source,Target,Id\nAcme,Bolt,e12\n", made);
        row("a label", "Source,Target,Label\nAcme,Bolt,big\n",
            (std::string(made) + " | labels of edges were not taken over, since deals have no names: 1").c_str());
        row("a new node", "Source,Target\nAcme,Näw Co\n",
            "+naw-co: tier=chips kind=company name_en=Näw Co; "
            "+acme-naw-co-lease: supplier=acme customer=naw-co kind=lease status=announced basis=reported");
        row("a new node in two ways", "Source,Target\nAcme,New\nBolt,NEW\n",
            "+new: tier=chips kind=company name_en=New; "
            "+acme-new-lease: supplier=acme customer=new kind=lease status=announced basis=reported; "
            "+bolt-new-lease: supplier=bolt customer=new kind=lease status=announced basis=reported");
        row("parallel edges", "Source,Target\nAcme,Bolt\nAcme,Bolt\n",
            (std::string(made) +
             "; +acme-bolt-lease-2: supplier=acme customer=bolt kind=lease status=announced basis=reported")
                .c_str());
        row("fields by name", "Source,Target,Status,Starts\nAcme,Bolt,signed,2027\n",
            "+acme-bolt-lease: supplier=acme customer=bolt kind=lease basis=reported status=signed starts=2027");
    }
    void edgesBecomeDealsOfNodesThatAreThere()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        Chain chain = base();
        GraphImport import = imported(chain, file, kLease);
        QCOMPARE(outcome(import), says);
        QCOMPARE(sentencesOf(chain.apply(import.edit)), std::string());
        QVERIFY(imported(chain, file, kLease).edit.changes.empty()); // the same graph once more
    }

    void whatIsWrongIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* file, const char* says) {
            QTest::newRow(name) << QByteArray(file) << QString::fromUtf8(says);
        };
        row("to itself", "Source,Target\nAcme,acme\n", "x, line 2: the edge runs from “acme” to itself");
        row("a negative weight", "Source,Target,Weight\nAcme,Bolt,-7\n", "x, line 2: “-7”");
        row("no number", "Source,Target,Weight\nAcme,Bolt,nan\n", "x, line 2: “nan”");
        row("no end to it", "Source,Target,Weight\nAcme,Bolt,inf\n", "x, line 2: “inf”");
        row("a name of two", "Source,Target\nTwin,Bolt\n",
            "x, line 2: “Twin” may be any of several nodes (twin-1, twin-2); write the key of the one that is meant");
        row("a status that is none", "Source,Target,Status\nAcme,Bolt,sold\n",
            "x, line 2: status “sold” is not in the chain; there are announced, signed");
        row("an id twice", "Source,Target,Id\nAcme,Bolt,one-two\nBolt,Acme,one-two\n",
            "x, line 3: a second edge has the id “one-two”; give it another");
        row("an id of another deal", "Source,Target,Id\nBolt,Acme,there\n",
            "x, line 2: the id “there” is the key of a deal from acme to bolt, and the edge runs from bolt to acme");
        row("a weight that is said otherwise", "Source,Target,Weight,value_usd\nAcme,Bolt,7,8\n",
            "x, line 2: the weight is 7 and value_usd is 8");
        row("a date that is none", "Source,Target,Starts\nAcme,Bolt,soon\n", "x, line 2: ");
    }
    void whatIsWrongIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const Chain chain = base(
            "acme,chips,company,Acme,\nbolt,cloud,company,Bolt,\ntwin-1,chips,company,Twin,\ntwin-2,cloud,company,twin,\n",
            "there,acme,bolt,lease,signed,,,reported\n");
        const GraphImport import = imported(chain, file, kLease);
        QVERIFY2(outcome(import).startsWith(says), qPrintable(outcome(import)));
        QVERIFY(import.edit.changes.empty());
    }

    void allThatIsWrongIsListed()
    {
        const GraphImport import =
            imported(base(), "Source,Target,Weight\nAcme,Acme,\nAcme,Bolt,x\nTwin,Bolt,\n", kLease);
        QCOMPARE(import.problems.size(), std::size_t{3});
    }

    void whatIsNamedForAllIsAskedForWithTheChoices()
    {
        const QByteArray file = "Source,Target\nAcme,New\n";
        QCOMPARE(
            outcome(imported(base(), file, {"", "chips", deal_field::ValueUsd})),
            QStringLiteral(
                "x: edges of no kind that the chain has: 1; name the kind of deal for them (on the command line --kind KEY). There "
                "are hardware, lease"));
        QCOMPARE(
            outcome(imported(base(), file, {"lease", "", deal_field::ValueUsd})),
            QStringLiteral("x: not in the chain yet, and of no tier that it has: 1 (New); name the tier for new nodes "
                           "(on the command line --tier KEY). There are chips, cloud"));
        QCOMPARE(
            outcome(imported(base(), file, {"leese", "chip", deal_field::ValueUsd})),
            QStringLiteral("x: no tier is called “chip”; there are chips, cloud; x: no kind of deal is called “leese”; "
                           "there are hardware, lease"));
        QVERIFY(imported(base(), "Source,Target,Kind\nAcme,Bolt,lease\n", {}).problems.empty()); // nothing is missing
    }

    void aWeightMayBePower()
    {
        const GraphImport import =
            imported(base(), "Source,Target,Weight\nAcme,Bolt,4.5 GW\n", {"lease", "", deal_field::CapacityMw});
        QVERIFY2(outcome(import).contains(QStringLiteral(" capacity_mw=4500")), qPrintable(outcome(import)));
    }

    void aDealThatIsThereIsUpdatedAndNeverCleared()
    {
        const Chain chain = base("acme,chips,company,Acme,\nbolt,cloud,company,Bolt,\n",
                                 "there,acme,bolt,lease,signed,5,7,reported\n"
                                 "acme-bolt-lease,acme,bolt,lease,signed,5,7,reported\n");
        QCOMPARE(outcome(imported(chain, "Source,Target,Id,Weight,Status\nAcme,Bolt,there,8,\n", {})),
                 QStringLiteral("there: value_usd=8"));
        QCOMPARE(
            outcome(imported(chain, "Source,Target,Weight\nAcme,Bolt,8\nAcme,Bolt,9\n", kLease)),
            QStringLiteral("acme-bolt-lease: value_usd=8; +acme-bolt-lease-2: supplier=acme customer=bolt kind=lease "
                           "status=announced basis=reported value_usd=9"));
        QCOMPARE(outcome(imported(chain, "Source,Target,Weight\nAcme,Bolt,\n", kLease)), QString());
    }

    void nodesOfOtherFormatsAreKnownByIdAndLabel_data()
    {
        QTest::addColumn<QByteArray>("nodes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* nodes, const char* says) {
            QTest::newRow(name) << QByteArray(nodes) << QString::fromUtf8(says);
        };
        row("the key and the name", R"({"id":"acme","name":"Acme"})", "");
        row("a counter and the name", R"({"id":"n0","name":"Acme"})", "");
        row("two of one name, by their keys", R"({"id":"twin-1","name":"Twin"},{"id":"twin-2","name":"Twin"})", "");
        row("two of one name, by counters", R"({"id":1,"name":"Twin"})",
            "x, nodes[0]: “Twin” may be any of several nodes");
        row("a key with another name", R"({"id":"acme","name":"Ajax"})",
            "x, nodes[0]: the id “acme” is the key of “Acme”, which is not called “Ajax”");
        row("a key with the name of another", R"({"id":"acme","name":"Bolt"})",
            "x, nodes[0]: “Bolt” may be any of several nodes (bolt, acme)");
        row("one node twice", R"({"id":1,"name":"Acme"},{"id":2,"name":"ACME"})",
            "x, nodes[1]: “ACME” is there twice: this is the node “acme” too; remove one of them");
        row("a new one", R"({"id":"new-co","name":"New","group":"Cloud tier"})",
            "+new-co: tier=cloud kind=company name_en=New");
        row("a group that is no tier", R"({"id":7,"name":"New","group":3})",
            "+new: tier=chips kind=company name_en=New | new nodes of a tier or group that the chain does not have, such as "
            "“3”, go into chips: 1");
        row("two new ones of one name", R"({"id":1,"name":"New"},{"id":2,"name":"new"})",
            "x, nodes[1]: a second node is called “new”; give one of them another label");
        row("two new ones of one name, with keys", R"({"id":"new-1","name":"New"},{"id":"new-2","name":"New"})",
            "+new-1: tier=chips kind=company name_en=New; +new-2: tier=chips kind=company name_en=New");
    }
    void nodesOfOtherFormatsAreKnownByIdAndLabel()
    {
        QFETCH(QByteArray, nodes);
        QFETCH(QString, says);
        const QByteArray file = "{\"nodes\":[" + nodes + "],\"links\":[]}";
        Chain chain = base();
        GraphImport import = imported(chain, file, kLease, GraphFormat::Json);
        QVERIFY2(says.isEmpty() ? outcome(import).isEmpty() : outcome(import).startsWith(says),
                 qPrintable(outcome(import)));
        if (!import.problems.empty())
            return;
        QCOMPARE(sentencesOf(chain.apply(import.edit)), std::string());
        QVERIFY(imported(chain, file, kLease, GraphFormat::Json).edit.changes.empty());
    }

    void outAndInAgainItIsTheSameGraph_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("list of edges") << static_cast<int>(GraphFormat::EdgeList);
        QTest::newRow("GraphML") << static_cast<int>(GraphFormat::GraphMl);
        QTest::newRow("JSON") << static_cast<int>(GraphFormat::Json);
    }
    void outAndInAgainItIsTheSameGraph()
    {
        QFETCH(int, format);
        const auto of = static_cast<GraphFormat>(format);
        const std::string nodes =
            "acme,chips,company,\"A <b> & \"\"c\"\", d\",艾克\nbolt,chips,company,=Bolt,\ntwin-1,chips,company,Twin,\n"
            "twin-2,chips,company,twin,\nzh,chips,,,中文\n";
        const Chain chain =
            base(nodes, "one,acme,bolt,lease,signed,5,0.07,reported\ntwo,acme,bolt,lease,announced,,,reported\n"
                        "three,twin-1,twin-2,hardware,signed,,999999999999999.99,reported\n"
                        "four,zh,acme,hardware,signed,0.001,,reported\n");
        const std::string text = graphTextOf(chain, of, graphTerms(chain));
        QVERIFY(imported(chain, QByteArray::fromStdString(text), {}, of).edit.changes.empty());
        Chain empty = base({});
        GraphImport import = imported(empty, QByteArray::fromStdString(text), {"", "chips", deal_field::ValueUsd}, of);
        QCOMPARE(sentencesOf(import.problems), std::string());
        QCOMPARE(sentencesOf(empty.apply(import.edit)), std::string());
        QCOMPARE(graphTextOf(empty, of, graphTerms(empty)), text);
    }
};

QTEST_APPLESS_MAIN(TestGraphImport)
#include "tst_graph_import.moc"
