// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_file.h"

#include "exchange/csv_form.h"
#include "files/safe_file.h"
#include "graphs/graph_export.h"
#include "graphs/graph_json_reader.h"
#include "graphs/graph_list_reader.h"
#include "graphs/graph_writers.h"
#include "graphs/graph_xml_reader.h"

namespace ochain {

std::optional<GraphFormat> graphFormatOf(const std::filesystem::path& file)
{
    const std::string ending = foldedName(file.extension().string());
    if (ending == ".graphml")
        return GraphFormat::GraphMl;
    if (ending == ".json")
        return GraphFormat::Json;
    if (ending == ".csv" && !tableNamed(foldedName(file.stem().string())))
        return GraphFormat::EdgeList;
    return std::nullopt;
}

GraphReading readGraphText(std::string_view text, GraphFormat format)
{
    switch (format) {
    case GraphFormat::GraphMl:
        return readGraphMl(text);
    case GraphFormat::Json:
        return readGraphJson(text);
    case GraphFormat::EdgeList:
        break;
    }
    return readEdgeList(text);
}

Result<GraphReading> readGraphFile(const std::filesystem::path& file, GraphFormat format)
{
    const Result<std::string> text =
        readWhole(file, format == GraphFormat::EdgeList ? kMaxEdgeListBytes : kMaxGraphBytes);
    if (!text)
        return tl::unexpected(text.error());
    return readGraphText(*text, format);
}

std::string graphTextOf(const Chain& chain, GraphFormat format, const GraphWords& words)
{
    const Graph graph = exportGraph(chain, format == GraphFormat::EdgeList, words);
    switch (format) {
    case GraphFormat::GraphMl:
        return graphMlText(graph);
    case GraphFormat::Json:
        return graphJsonText(graph);
    case GraphFormat::EdgeList:
        break;
    }
    return edgeListText(graph);
}

} // namespace ochain
