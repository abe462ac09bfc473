// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"
#include "layout/layout_json.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <iterator>
#include <random>
#include <string>

using ochain::layout::JsonOptions;
using ochain::layout::layoutJson;
using Json = nlohmann::json;

namespace {

/// A chain, and a link from each of its nodes to its end.
QByteArray chainWithShortcuts(int nodes)
{
    QByteArray text = R"({"nodes": [{"id": 0})";
    for (int n = 1; n < nodes; ++n)
        text += R"(, {"id": )" + QByteArray::number(n) + "}";
    text += R"(], "links": [{"source": 0, "target": 1, "value": 1})";
    for (int n = 1; n + 1 < nodes; ++n) {
        text += R"(, {"source": )" + QByteArray::number(n) + R"(, "target": )" + QByteArray::number(n + 1) +
                R"(, "value": 1}, {"source": )" + QByteArray::number(n - 1) + R"(, "target": )" +
                QByteArray::number(nodes - 1) + R"(, "value": 1})";
    }
    return text + "]}";
}

} // namespace

class TestLayoutJson final : public QObject {
    Q_OBJECT

private slots:
    void aLayoutHasTheFieldsItIsSaidToHave();
    void idsComeBackAsTheyWentIn();
    void badInputIsRefusedWithWhatAndWhere_data();
    void badInputIsRefusedWithWhatAndWhere();
    void theOrderOfALayoutBeforeIsKept();
    void renamingIdsChangesNothingElse();
    void aLayoutOfItsOwnIsKeptToTheLetter();
    void garbledTextIsRefusedOrLaidOut();
};

void TestLayoutJson::aLayoutHasTheFieldsItIsSaidToHave()
{
    const auto text = layoutJson(
        R"({"columns": 3, "nodes": [{"id": "a", "column": 0}, {"id": "b", "column": 1}, {"id": "c", "column": 2}],
        "links": [{"source": "a", "target": "c", "value": 2}, {"source": "a", "target": "b", "value": 1}, {"source": "c", "target": "a", "value": 0}]})");
    QVERIFY2(text, text ? "" : text.error().c_str());
    const Json layout = Json::parse(*text);
    QVERIFY(layout["scale"].get<double>() > 0);
    QCOMPARE(layout["quality"]["weighted"].get<double>(), 0.0);
    QCOMPARE(layout["quality"]["bound"].get<double>(), 0.0);
    QVERIFY(layout["quality"]["optimal"].get<bool>());
    QVERIFY(!layout["quality"].contains("moved"));
    QCOMPARE(layout["nodes"].size(), std::size_t{3});
    QCOMPARE(layout["nodes"][0]["y1"].get<double>() - layout["nodes"][0]["y0"].get<double>(),
             3 * layout["scale"].get<double>());
    QCOMPARE(layout["links"][0]["via"].size(), std::size_t{1});
    QVERIFY(!layout["links"][0].contains("reversed"));
    QVERIFY(!layout["links"][1].contains("via"));
    QVERIFY(layout["links"][2]["reversed"].get<bool>());
    QCOMPARE(layout["links"][2]["value"].get<double>(), 0.0);
}

void TestLayoutJson::idsComeBackAsTheyWentIn()
{
    const auto text = layoutJson(
        R"({"nodes": [{"id": 1}, {"id": "1"}, {"id": 2.5}, {"id": "\u6838 \"x\""}, {"id": 18446744073709551615}],
        "links": [{"source": 1.0, "target": "1", "value": 1}, {"source": 2.5, "target": "\u6838 \"x\"", "value": 1e0}]})");
    QVERIFY2(text, text ? "" : text.error().c_str());
    const Json layout = Json::parse(*text);
    QCOMPARE(QString::fromStdString(layout["nodes"][0]["id"].dump()), QStringLiteral("1"));
    QCOMPARE(QString::fromStdString(layout["nodes"][1]["id"].dump()), QStringLiteral("\"1\""));
    QCOMPARE(QString::fromStdString(layout["nodes"][2]["id"].dump()), QStringLiteral("2.5"));
    QCOMPARE(layout["nodes"][3]["id"].get<std::string>(), std::string("\xE6\xA0\xB8 \"x\""));
    QCOMPARE(QString::fromStdString(layout["nodes"][4]["id"].dump()), QStringLiteral("18446744073709551615"));
    QCOMPARE(layout["nodes"][1]["column"].get<int>(), 1);
    QCOMPARE(layout["links"][0]["target"].get<std::string>(), std::string("1"));
}

void TestLayoutJson::badInputIsRefusedWithWhatAndWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("what");
    const auto row = [](const char* name, const QByteArray& text, const char* what) {
        QTest::newRow(name) << text << QString::fromLatin1(what);
    };
    const QByteArray head = R"({"nodes": [{"id": 1}, {"id": 2}], "links": [)";

    row("empty text", "", "not valid JSON");
    row("half a text", R"({"nodes": [)", "line 1");
    row("a list", "[]", "no JSON object");
    row("no nodes", R"({"links": []})", "\"nodes\" is missing");
    row("no links", R"({"nodes": []})", "\"links\" is missing");
    row("nodes are no list", R"({"nodes": {}, "links": []})", "\"nodes\" is not a list");
    row("a node is no object", R"({"nodes": [7], "links": []})", "nodes[0]: 7 is not an object");
    row("a node without id", R"({"nodes": [{"id": 1}, {}], "links": []})", "nodes[1]: \"id\" is missing");
    row("an id is a list", R"({"nodes": [{"id": []}], "links": []})", "nodes[0]: the id [] is neither");
    row("an id twice", R"({"nodes": [{"id": 1}, {"id": 1.0}], "links": []})",
        "nodes[1]: the id 1.0 is that of nodes[0]");
    row("a negative column", R"({"nodes": [{"id": 1, "column": -1}], "links": []})", "nodes[0]: \"column\" is -1");
    row("half a column", R"({"nodes": [{"id": 1, "column": 1.5}], "links": []})", "nodes[0]: \"column\" is 1.5");
    row("a column far out", R"({"nodes": [{"id": 1, "column": 1e300}], "links": []})", "nodes[0]: \"column\"");
    row("columns are text", R"({"columns": "8", "nodes": [], "links": []})", "\"columns\" is \"8\"");
    row("an unknown source", head + R"({"source": 3, "target": 1, "value": 1}]})",
        "links[0]: \"source\" is 3, but no node");
    row("an unknown target", head + R"({"source": 1, "target": "1", "value": 1}]})", "links[0]: \"target\" is \"1\"");
    row("no value", head + R"({"source": 1, "target": 2}]})", "links[0]: \"value\" is missing");
    row("a value that is text", head + R"({"source": 1, "target": 2, "value": "1"}]})",
        "links[0]: \"value\" is \"1\", not a number");
    row("a value that is null", head + R"({"source": 1, "target": 2, "value": null}]})", "links[0]: \"value\" is null");
    row("a negative value", head + R"({"source": 1, "target": 2, "value": -0.5}]})", "links[0]: \"value\" is -0.5");
    row("a huge value", head + R"({"source": 1, "target": 2, "value": 1e200}]})", "links[0]: \"value\"");
    row("an infinite value", head + R"({"source": 1, "target": 2, "value": 1e999}]})", "not valid JSON");
    row("not a number", head + R"({"source": 1, "target": 2, "value": NaN}]})", "not valid JSON");
    row("broken letters", "{\"nodes\": [{\"id\": \"\xFF\"}], \"links\": []}", "not valid JSON");
    row("too many columns to pass", chainWithShortcuts(7000), "pass 24489501 columns in all");
    row("deep nesting", R"({"nodes": )" + QByteArray(1'000'000, '['), "nest deeper");
}

void TestLayoutJson::badInputIsRefusedWithWhatAndWhere()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, what);
    const std::string graph = text.toStdString();
    const auto layout = layoutJson(graph);
    QVERIFY(!layout);
    const QString error = QString::fromStdString(layout.error());
    QVERIFY2(error.startsWith(QStringLiteral("graph: ")) && error.contains(what), qPrintable(error));
    const std::string sound = R"({"nodes": [], "links": []})";
    JsonOptions options;
    options.previous = graph;
    const auto previous = layoutJson(sound, options);
    if (!previous)
        QVERIFY(QString::fromStdString(previous.error()).startsWith(QStringLiteral("previous layout: ")));
}

void TestLayoutJson::theOrderOfALayoutBeforeIsKept()
{
    const std::string graph =
        R"({"nodes": [{"id": "a", "column": 0}, {"id": "b", "column": 0}, {"id": "c", "column": 1}, {"id": "d", "column": 1}],
        "links": [{"source": "a", "target": "c", "value": 5}, {"source": "b", "target": "d", "value": 5}]})";
    // Upside down on the right: as it was, not as it would be best.
    const std::string before =
        R"({"nodes": [{"id": "a", "column": 0, "y0": 0, "y1": 400}, {"id": "b", "column": 0, "y0": 500, "y1": 900},
        {"id": "d", "column": 1, "y0": 0, "y1": 400}, {"id": "c", "column": 1, "y0": 500, "y1": 900}], "links": []})";
    JsonOptions options;
    options.previous = before;
    const auto text = layoutJson(graph, options);
    QVERIFY2(text, text ? "" : text.error().c_str());
    const Json layout = Json::parse(*text);
    QVERIFY(layout["nodes"][3]["y0"].get<double>() < layout["nodes"][2]["y0"].get<double>());
    QCOMPARE(layout["quality"]["weighted"].get<double>(), 25.0);
    QVERIFY(!layout["quality"]["optimal"].get<bool>());
    QVERIFY(layout["quality"]["moved"].get<double>() < 0.1);
}

void TestLayoutJson::renamingIdsChangesNothingElse()
{
    const auto graph = [](const char* a, const char* b, const char* c) {
        return std::string(R"({"nodes": [{"id": )") + a + R"(}, {"id": )" + b + R"(}, {"id": )" + c +
               R"(}], "links": [{"source": )" + a + R"(, "target": )" + b + R"(, "value": 2}, {"source": )" + b +
               R"(, "target": )" + c + R"(, "value": 1}, {"source": )" + c + R"(, "target": )" + a +
               R"(, "value": 1}]})";
    };
    const auto one = layoutJson(graph("1", "2", "3"));
    const auto other = layoutJson(graph("\"z\"", "\"y\"", "\"x\""));
    QVERIFY(one && other);
    const auto without = [](const std::string& text) {
        Json json = Json::parse(text);
        for (Json& node : json["nodes"])
            node.erase("id");
        for (Json& link : json["links"]) {
            link.erase("source");
            link.erase("target");
        }
        return json.dump();
    };
    QCOMPARE(without(*one), without(*other));
}

namespace {

/// Two-way, long, parallel and self links, texts and numbers as ids.
constexpr const char* kGraph =
    R"({"columns": 4, "nodes": [{"id": "a", "column": 0}, {"id": 2, "column": 1}, {"id": "\u6838", "column": 2},
    {"id": "d"}, {"id": 7.5, "column": 1}], "links": [{"source": "a", "target": 2, "value": 3},
    {"source": 2, "target": "\u6838", "value": 2.5}, {"source": "a", "target": "\u6838", "value": 1},
    {"source": "a", "target": "\u6838", "value": 4}, {"source": "\u6838", "target": "a", "value": 2},
    {"source": "d", "target": "d", "value": 0}, {"source": 7.5, "target": "d", "value": 1e9}]})";

std::string garbled(std::string text, std::mt19937& random)
{
    constexpr const char* kPieces[] = {"-1", "1e999", "1e308", "null", "[]", "{}", "\"", "\\u", "\xFF", "0.5", "true"};
    for (auto edits = 1 + random() % 2; edits > 0 && !text.empty(); --edits) {
        const std::size_t at = random() % text.size();
        switch (random() % 5) {
        case 0:
            text[at] = static_cast<char>(random() % 256);
            break;
        case 1:
            text.erase(at, 1 + random() % 20);
            break;
        case 2:
            text.insert(at, kPieces[random() % std::size(kPieces)]);
            break;
        case 3:
            text.insert(at, text.substr(random() % text.size(), random() % 60));
            break;
        default: { // a number for another
            const std::size_t digit = text.find_first_of("0123456789", at);
            if (digit != std::string::npos)
                text.replace(digit, 1, kPieces[random() % std::size(kPieces)]);
        }
        }
    }
    return text;
}

bool isSound(const Json& layout)
{
    for (const Json& node : layout["nodes"]) {
        if (!node["y0"].is_number() || !node["y1"].is_number() || node["y0"] < -1e-6 || node["y1"] > 1000 + 1e-6 ||
            node["y0"] >= node["y1"])
            return false;
    }
    for (const Json& link : layout["links"]) {
        if (!link["y0"].is_number() || !link["y1"].is_number())
            return false;
    }
    return layout["quality"]["weighted"].is_number();
}

} // namespace

void TestLayoutJson::aLayoutOfItsOwnIsKeptToTheLetter()
{
    const auto first = layoutJson(kGraph);
    QVERIFY2(first, first ? "" : first.error().c_str());
    JsonOptions options;
    options.previous = *first;
    const auto second = layoutJson(kGraph, options);
    QVERIFY2(second, second ? "" : second.error().c_str());
    Json again = Json::parse(*second);
    QCOMPARE(again["quality"]["moved"].get<double>(), 0.0);
    again["quality"].erase("moved");
    QCOMPARE(QString::fromStdString(again.dump()), QString::fromStdString(Json::parse(*first).dump()));
}

void TestLayoutJson::garbledTextIsRefusedOrLaidOut()
{
    std::mt19937 random(71);
    const auto whole = layoutJson(kGraph);
    QVERIFY(whole);
    const int rounds = ochain::testing::tries(2000, 20000);
    int laidOut = 0;
    for (int i = 0; i < rounds; ++i) {
        const bool isPrevious = i % 2 != 0;
        const std::string text = garbled(isPrevious ? *whole : kGraph, random);
        JsonOptions options;
        options.budget = std::chrono::milliseconds(1);
        if (isPrevious)
            options.previous = text;
        const auto layout = layoutJson(isPrevious ? std::string_view(kGraph) : text, options);
        if (!layout) {
            QVERIFY2(layout.error().rfind(isPrevious ? "previous layout: " : "graph: ", 0) == 0,
                     layout.error().c_str());
            continue;
        }
        ++laidOut;
        QVERIFY2(isSound(Json::parse(*layout)), text.c_str());
    }
    QVERIFY2(laidOut > rounds / 50 && laidOut < rounds, qPrintable(QString::number(laidOut)));
}

QTEST_APPLESS_MAIN(TestLayoutJson)
#include "tst_layout_json.moc"
