// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace ochain::layout {

struct JsonOptions {
    std::optional<std::string_view> previous; ///< text of a layout written before: its order is kept
    std::optional<std::chrono::milliseconds> budget;
    std::function<bool()> cancelled;
};

/// Lays out a graph given as text and gives the layout as text, both JSON as in the command line's description:
/// `{"columns": n, "nodes": [{"id", "column"?}], "links": [{"source", "target", "value"}]}` becomes `{"scale",
/// "quality": {"weighted", "bound", "optimal", "moved"?}, "nodes": [{"id", "column", "y0", "y1"}], "links": [{"source",
/// "target", "value", "y0", "y1", "via"?, "reversed"?, "above"?}]}`, heights in a frame of 1000 (loops may reach
/// beyond), `moved` only with a layout before, `above` (the side of the loop) only with `reversed`. Ids are numbers or
/// strings and come back as they went in; a number equals another of the same size however it is written.
/// @return the layout, or one sentence that says what is wrong and where: text that is no JSON or nests or grows beyond
/// reason, a missing or wrong field, a value that is negative or too large, an id that is unknown or there twice.
[[nodiscard]] tl::expected<std::string, std::string> layoutJson(std::string_view graph,
                                                                const JsonOptions& options = {});

} // namespace ochain::layout
