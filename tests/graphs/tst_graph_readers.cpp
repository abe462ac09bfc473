// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_file.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTest>

using namespace ochain;

namespace {

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString fieldsOf(const GraphEdge& edge)
{
    QString fields;
    for (const auto& [field, value] : edge.fields)
        fields += QStringLiteral(" %1=%2").arg(text(std::string(fieldSpec(Table::Deals, field).name)), text(value));
    return fields;
}

QString placeOf(const GraphPlace& place)
{
    return place.line > 0 ? QString::number(place.line) : text(place.entry);
}

/// "a (A) in chips | a>b 7 id label kind=x | note" or "3: what is wrong".
QString outcome(const QByteArray& file, GraphFormat format)
{
    const GraphReading reading = readGraphText(file.toStdString(), format);
    QStringList parts;
    for (const GraphFault& fault : reading.faults)
        parts << QStringLiteral("%1: %2").arg(placeOf(fault.place), text(fault.sentence.text()));
    if (!parts.isEmpty())
        return parts.join(QStringLiteral(" | "));
    const Graph& graph = reading.graph;
    for (const GraphNode& node : graph.nodes)
        parts << text(node.id) + (node.label.empty() ? QString() : QStringLiteral(" (%1)").arg(text(node.label))) +
                     (node.tier.empty() ? QString() : QStringLiteral(" in %1").arg(text(node.tier)));
    for (const GraphEdge& edge : graph.edges)
        parts << QStringLiteral("%1: %2>%3 %4 %5 %6%7")
                     .arg(placeOf(edge.place), QString::number(edge.source), QString::number(edge.target),
                          text(edge.weight), text(edge.id), text(edge.label), fieldsOf(edge))
                     .trimmed();
    for (const std::string& name : graph.untaken)
        parts << QStringLiteral("without %1").arg(text(name));
    for (const Sentence& note : graph.notes)
        parts << text(note.text()).left(30);
    if (graph.isUndirected)
        parts << QStringLiteral("undirected");
    return parts.join(QStringLiteral(" | "));
}

QByteArray graphMl(const QByteArray& within, const QByteArray& keys = {})
{
    return "<?xml version=\"1.0\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">" + keys +
           "\n<graph edgedefault=\"directed\">\n" + within + "</graph></graphml>\n";
}

constexpr const char* kTwoNodes = "<node id=\"a\"/><node id=\"b\"/>\n";

void row(const char* name, const QByteArray& file, const char* says)
{
    QTest::newRow(name) << file << QString::fromUtf8(says);
}

} // namespace

/// Files of graphs, as they are written by other programs and by nobody's friend.
class TestGraphReaders final : public QObject {
    Q_OBJECT

private slots:
    void listsOfEdgesAreRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        row("the least", "Source,Target\nA,B\n", "A | B | 2: 0>1");
        row("of Gephi", "Source,Target,Type,Id,Label,timeset,Weight\nA,B,Directed,0,x,,1.5\n",
            "A | B | 2: 0>1 1.5 0 x");
        row("in any case, with blanks", " source ;TARGET;weight\nA;B;1,5\n", "A | B | 2: 0>1 1,5");
        row("fields of deals", "Source,Target,kind,capacity_mw,Key\nA,B,cloud,7,k\n",
            "A | B | 2: 0>1    kind=cloud capacity_mw=7 | without Key");
        row("what a chain has no place for", "Source,Target,colour\nA,B,red\n", "A | B | 2: 0>1 | without colour");
        row("without direction", "Source,Target,Type\nA,B,Undirected\n", "A | B | 2: 0>1 | undirected");
        row("parallel edges", "Source,Target\nA,B\nA,B\nB,A\n", "A | B | 2: 0>1 | 3: 0>1 | 4: 1>0");
        row("guarded against spreadsheets", "Source,Target\n'=A,B\n", "=A | B | 2: 0>1");
        row("emptied rows", "\n,\nSource,Target\n,\nA,B\n", "A | B | 5: 0>1");
        row("no header", "A,B\n",
            "1: a list of edges needs the columns Source and Target in its header row; add them, or "
            "name the file as the table that is in it, such as deals.csv");
        row("nothing at all", "", "1: the header row is missing; begin the file with the names of its columns");
        row("a column twice", "Source,Target,source\nA,B,C\n", "1: the column “source” is there twice; remove one");
        row("ends that are missing", "Source,Target\n,B\nA,\n",
            "2: Source is missing; it must be given | 3: Target is missing; it must be given");
        row("too many cells", "Source,Target\nA,B,C\n",
            "2: the row has 3 fields where the header has 2; put texts with “,” in them in quotation marks");
        row("two weights", "Source,Target,Weight,Value\nA,B,1,2\n",
            "2: “Value” says 2, and 1 was said before; keep the one that is meant");
        row("not UTF-8", "Source,Target\nA,\xFF\n", "2: the text is not UTF-8; save the file as UTF-8 and try again");
    }
    void listsOfEdgesAreRead()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        QCOMPARE(outcome(file, GraphFormat::EdgeList), says);
    }

    void graphMlIsRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        const QByteArray keys = "<key id=\"d0\" for=\"node\" attr.name=\"Label\" attr.type=\"string\"/>"
                                "<key id=\"d1\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\">"
                                "<default>5</default></key><key id=\"d2\" for=\"all\" attr.name=\"x\"/>"
                                "<key id=\"d3\" for=\"node\" yfiles.type=\"nodegraphics\"/>";
        row("the least", graphMl(QByteArray(kTwoNodes) + "<edge source=\"a\" target=\"b\"/>"), "a | b | 5: 0>1");
        row("edges before nodes", graphMl("<edge source=\"a\" target=\"b\"/>" + QByteArray(kTwoNodes)),
            "a | b | 4: 0>1");
        row("labels and weights",
            graphMl("<node id=\"a\"><data key=\"d0\"> Open\n AI &amp; &#67;o</data></node><node id=\"b\"/>\n"
                    "<edge id=\"e\" source=\"a\" target=\"b\"><data key=\"d1\">7</data></edge>",
                    keys),
            "a (Open AI & Co) | b | 6: 0>1 7 e");
        row("a weight by default", graphMl(QByteArray(kTwoNodes) + "<edge source=\"a\" target=\"b\"/>", keys),
            "a | b | 5: 0>1 5");
        row("as yEd draws",
            graphMl("<node id=\"a\"><data key=\"d3\"><y:ShapeNode><y:Fill/><y:NodeLabel>Acme<y:x/></y:NodeLabel>"
                    "</y:ShapeNode></data></node>",
                    keys),
            "a (Acme)");
        row("what a chain has no place for", graphMl("<node id=\"a\"><data key=\"d2\">1</data></node>", keys),
            "a | without x");
        row("without direction",
            graphMl(QByteArray(kTwoNodes) + "<edge directed=\"false\" source=\"a\" target=\"b\"/>"),
            "a | b | 5: 0>1 | undirected");
        row("with a prefix", "<g:graphml xmlns:g=\"x\"><g:graph><g:node id=\"a\"/></g:graph></g:graphml>", "a");
        row("data of no key", graphMl("<node id=\"a\"><data key=\"d9\">1</data></node>"),
            "4: data has the key “d9”, which no <key> of the file declares; declare it or remove the data");
        row("a graph within a node", graphMl("<node id=\"a\"><graph><node id=\"b\"/></graph></node>"),
            "4: the node “a” has a graph within it, which is not read; move its nodes and edges out into the graph itself");
        row("ports and hyperedges", graphMl("<node id=\"a\"><port name=\"p\"/></node>\n<hyperedge/>"),
            "4: the node “a” has ports, which deals have not; let its edges end at the node and remove the ports | 5: a "
            "hyperedge joins any number of nodes, and a deal two; write an edge for each deal");
        row("ends of no node",
            graphMl(QByteArray(kTwoNodes) + "<edge source=\"a\" target=\"c\"/>\n<edge source=\"a\"/>"),
            "5: the target of the edge is “c”, and no node has this id; add the node or correct the id | 6: the edge has no "
            "target; name the node by its id");
        row("an id twice", graphMl("<node id=\"a\"/>\n<node id=\"a\"/>"),
            "5: a second node has the id “a”; give it another");
        row("two graphs", "<graphml><graph/>\n<graph/></graphml>",
            "2: a second graph begins here; one is read from a file, so move it into a file of its own");
        row("no graph", "<gexf/>", "1: there is no <graph> within a <graphml>; save the graph as GraphML");
        row("entities", "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>\n<graphml><graph/></graphml>",
            "1: the file has a document type (<!DOCTYPE), which is not read; remove it, GraphML needs none");
        row("cut off", "<graphml>\n<graph>",
            "2: the file is no proper XML (Start-end tags mismatch); save it anew as GraphML");
    }
    void graphMlIsRead()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        QCOMPARE(outcome(file, GraphFormat::GraphMl), says);
    }

    void jsonIsRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        row("of d3, by ids",
            R"({"nodes":[{"id":"a","group":1},{"id":"b"}],"links":[{"source":"a","target":"b","value":7}]})",
            "a in 1 | b | links[0]: 0>1 7");
        row("of d3, by places",
            R"({"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":1,"target":0,"weight":2.5}]})",
            " (A) |  (B) | links[0]: 1>0 2.5");
        row("by names", R"({"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":"A","target":"B"}]})",
            " (A) |  (B) | links[0]: 0>1");
        row("ids that are places", R"({"nodes":[{"id":0},{"id":1}],"links":[{"source":0,"target":1}]})",
            "0 | 1 | links[0]: 0>1");
        row("ids that are other places", R"({"nodes":[{"id":1},{"id":0}],"links":[{"source":0,"target":1}]})",
            "1 | 0 | links[0]: 1>0 | numbers at the ends of links w");
        row("a place that is no id", R"({"nodes":[{"id":5},{"id":6}],"links":[{"source":0,"target":6}]})",
            "links[0]: the source of the edge is “0”, and no node has this id; add the node or correct the id");
        row("large numbers", R"({"nodes":["A","B"],"links":[{"source":0,"target":1,"value":3e11}]})",
            " (A) |  (B) | links[0]: 0>1 300000000000");
        row("as drawn",
            R"({"nodes":[{"id":"a"},{"id":"b"}],"links":[{"source":{"id":"a"},"target":{"id":"b"},"index":0}]})",
            "a | b | links[0]: 0>1");
        row("of sigma",
            R"({"nodes":[{"key":"a","attributes":{"label":"A"}},{"key":"b"}],)"
            R"("edges":[{"key":"e1","source":"a","target":"b","attributes":{"weight":7}}]})",
            "a (A) | b | edges[0]: 0>1 7 e1");
        row("of Cytoscape",
            R"({"elements":{"nodes":[{"data":{"id":"a","name":"A"}},{"data":{"id":"b"}}],)"
            R"("edges":[{"data":{"id":"e","source":"a","target":"b"}}]}})",
            "a (A) | b | edges[0]: 0>1  e");
        row("of networkx, without direction",
            R"({"directed":false,"nodes":[{"id":"a"},{"id":"b"}],"links":[{"source":"a","target":"b","key":0}]})",
            "a | b | links[0]: 0>1  0 | undirected");
        row("an id twice", R"({"nodes":[{"id":"a"},{"id":"a"}],"links":[]})",
            "nodes[1]: a second node has the id “a”; give it another");
        row("a node without a name", R"({"nodes":[{}],"links":[]})",
            "nodes[0]: the node has neither an “id” nor a “name”; give it one");
        row("a link that is none", R"({"nodes":["A"],"links":[7]})",
            "links[0]: this is no object with “source” and “target”");
        row("no graph", R"({"nodes":[]})",
            ": there are no lists “nodes” and “links” (or “edges”) in it; write both into one object");
        row("a number", "7", ": there are no lists “nodes” and “links” (or “edges”) in it; write both into one object");
    }
    void jsonIsRead()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        QCOMPARE(outcome(file, GraphFormat::Json), says);
    }

    void jsonThatIsNoneSaysWhere()
    {
        const QString says = outcome("{\"nodes\":\n[}", GraphFormat::Json);
        QVERIFY2(says.contains(QStringLiteral("line 2, column 2")), qPrintable(says));
    }

    void whatNestsWithoutEndIsRefused()
    {
        constexpr int kDeep = 1'000'000;
        QVERIFY(outcome(QByteArray(kDeep, '['), GraphFormat::Json).contains(QStringLiteral("nest deeper than 32")));
        QByteArray xml;
        for (int i = 0; i < kDeep; ++i)
            xml += "<graph>";
        QVERIFY(outcome("<graphml>" + xml, GraphFormat::GraphMl).contains(QStringLiteral("no proper XML")));
        for (int i = 0; i < kDeep; ++i)
            xml += "</graph>";
        QCOMPARE(outcome("<graphml>" + xml + "</graphml>", GraphFormat::GraphMl), QString());
    }

    void theFormatIsKnownByTheEnding()
    {
        QVERIFY(graphFormatOf("x.graphml") == GraphFormat::GraphMl);
        QVERIFY(graphFormatOf("a.b/X.JSON") == GraphFormat::Json);
        QVERIFY(graphFormatOf("edges.csv") == GraphFormat::EdgeList);
        for (const char* other : {"deals.csv", "Nodes.CSV", "folder", "x.xlsx", "x.ochain", "json"})
            QVERIFY2(!graphFormatOf(other), other);
    }
};

QTEST_APPLESS_MAIN(TestGraphReaders)
#include "tst_graph_readers.moc"
