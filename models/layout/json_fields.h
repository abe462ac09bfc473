// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace ochain::layout {

using Json = nlohmann::ordered_json;
using Ids = std::unordered_map<std::string, std::uint32_t>; ///< only looked up in: its order is no one's

inline constexpr double kMaxValue = 1e140; ///< its square is finite still, and so is a sum of many of them

// Fields of hostile text. Each gives a value or one sentence of what is wrong.

/// A JSON object of no unreasonable size or depth.
[[nodiscard]] tl::expected<Json, std::string> parse(std::string_view text);
/// A value as text for a sentence, cut where it is long.
[[nodiscard]] std::string shown(const Json& json);
/// A sentence about one entry of a list.
[[nodiscard]] std::string at(const char* list, std::size_t index, const std::string& problem);
/// Key under which an id is found: numbers by size, so that 1 and 1.0 are the same, strings apart from them.
[[nodiscard]] tl::expected<std::string, std::string> keyOf(const Json& id);
[[nodiscard]] tl::expected<const Json*, std::string> listNamed(const Json& json, const char* name);
[[nodiscard]] tl::expected<const Json*, std::string> fieldNamed(const Json& row, const char* name);
[[nodiscard]] tl::expected<int, std::string> columnFrom(const Json& json, const char* name, std::int64_t most);
[[nodiscard]] tl::expected<double, std::string> numberFrom(const Json& row, const char* name);
/// The value of a link.
[[nodiscard]] tl::expected<double, std::string> valueFrom(const Json& row);
/// An end of a link, by the ids of the nodes.
[[nodiscard]] tl::expected<std::uint32_t, std::string> endFrom(const Json& row, const char* name, const Ids& ids);
/// Reads a number that may be missing. A height out of all proportion is as bad as none.
[[nodiscard]] tl::expected<void, std::string> readNumber(const Json& row, const char* name, double& number);

} // namespace ochain::layout
