// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphs/graph.h"

#include <string>

namespace ochain {

// A graph as text, as the readers take it. The order is that of the graph; the same graph gives the same bytes.

/// A list of edges as Gephi has it: Source, Target, Type, Id, Label, Weight, and the fields of deals by their names;
/// what a spreadsheet would run is guarded.
[[nodiscard]] std::string edgeListText(const Graph& graph);
/// GraphML with typed keys; weights are there under both names, for programs that draw and for people.
[[nodiscard]] std::string graphMlText(const Graph& graph);
/// {"nodes": [{"id", "name", "group", "kind"}], "links": [{"source", "target", "value", …}]}, a line for each.
[[nodiscard]] std::string graphJsonText(const Graph& graph);

} // namespace ochain
