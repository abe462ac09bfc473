// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphs/graph_import.h"

#include "graphs/graph_deals.h"
#include "graphs/graph_nodes.h"
#include "graphs/graph_problems.h"

namespace ochain {

namespace {

/// What is to be said of the file as such.
void noteReading(const Graph& graph, std::vector<Sentence>& notes)
{
    notes = graph.notes;
    if (graph.isUndirected)
        notes.push_back(
            {QT_TRANSLATE_NOOP("Sentence", "edges have no direction in the file; they were read as written, from "
                                           "supplier (source) to customer (target)"),
             {}});
    std::string names;
    for (const std::string& name : graph.untaken)
        names.append(names.empty() ? "" : ", ").append(name.empty() ? "“”" : name);
    if (!names.empty())
        notes.push_back({QT_TRANSLATE_NOOP("Sentence", "not read, since a chain has no place for it: {0}"), {names}});
}

} // namespace

GraphImport importGraph(const Chain& chain, const GraphReading& reading, const std::string& file,
                        const GraphOptions& options, const GraphWords& words, const Progress& progress)
{
    GraphImport import;
    GraphProblems problems(file);
    for (const GraphFault& fault : reading.faults)
        problems.add(fault.place, fault.sentence);
    if (problems.isEmpty()) {
        noteReading(reading.graph, import.notes);
        EditBuilder builder(chain);
        GraphNodes nodes(chain, reading.graph, options.tier, words, problems);
        nodes.addTo(builder, import.notes);
        GraphDeals deals(chain, reading.graph, nodes.keys(), options, words, problems);
        import.isCancelled = !deals.addTo(builder, import.notes, progress);
        if (problems.isEmpty() && !import.isCancelled)
            import.edit = std::move(builder).build({}, {});
    }
    import.problems = std::move(problems).take();
    return import;
}

} // namespace ochain
