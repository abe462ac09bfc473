// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json_fields.h"

#include <cmath>

#include <fmt/format.h>

namespace ochain::layout {

namespace {

using Failure = tl::unexpected<std::string>;

constexpr std::size_t kMaxText = 256U << 20U; ///< bytes
constexpr int kMaxDepth = 32;

/// Nesting is checked before parsing, so that a hostile text costs nothing.
bool nestsTooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMaxDepth)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

/// The library's message without its own name and number in front: "parse error at line 1, column 5: ...".
std::string plainMessage(const std::string& what)
{
    const std::size_t end = what.find("] ");
    return end == std::string::npos ? what : what.substr(end + 2);
}

} // namespace

tl::expected<Json, std::string> parse(std::string_view text)
{
    if (text.size() > kMaxText)
        return Failure(
            fmt::format("the text is {} MB long; at most {} MB can be read", text.size() >> 20U, kMaxText >> 20U));
    if (nestsTooDeep(text))
        return Failure(fmt::format("brackets nest deeper than {}", kMaxDepth));
    try {
        Json json = Json::parse(text);
        if (!json.is_object())
            return Failure(std::string("the text is no JSON object with \"nodes\" and \"links\""));
        return json;
    } catch (const Json::exception& e) {
        return Failure("not valid JSON: " + plainMessage(e.what()));
    }
}

std::string shown(const Json& json)
{
    std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    constexpr std::size_t kLongest = 60;
    if (text.size() > kLongest) {
        std::size_t cut = kLongest;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) // not inside a character
            --cut;
        text = text.substr(0, cut) + "...";
    }
    return text;
}

tl::expected<std::string, std::string> keyOf(const Json& id)
{
    if (id.is_string())
        return "\"" + id.get_ref<const std::string&>();
    if (id.is_number_float()) {
        const double number = id.get<double>();
        if (std::abs(number) < 9e15 && std::nearbyint(number) == number)
            return std::to_string(static_cast<std::int64_t>(number));
        return fmt::format("{}", number);
    }
    if (id.is_number())
        return id.dump();
    return Failure(fmt::format("{} is neither a number nor a string", shown(id)));
}

tl::expected<const Json*, std::string> listNamed(const Json& json, const char* name)
{
    const auto found = json.find(name);
    if (found == json.end())
        return Failure(fmt::format("\"{}\" is missing", name));
    if (!found->is_array())
        return Failure(fmt::format("\"{}\" is not a list", name));
    if (found->size() >= std::numeric_limits<std::uint32_t>::max())
        return Failure(fmt::format("\"{}\" is too long", name));
    return &*found;
}

tl::expected<const Json*, std::string> fieldNamed(const Json& row, const char* name)
{
    if (!row.is_object())
        return Failure(fmt::format("{} is not an object", shown(row)));
    const auto found = row.find(name);
    if (found == row.end())
        return Failure(fmt::format("\"{}\" is missing", name));
    return &*found;
}

tl::expected<int, std::string> columnFrom(const Json& json, const char* name, std::int64_t most)
{
    const bool isWhole = json.is_number_integer() ||
                         (json.is_number_float() && std::nearbyint(json.get<double>()) == json.get<double>());
    if (!isWhole || json.get<double>() < 0 || json.get<double>() > static_cast<double>(most))
        return Failure(fmt::format("\"{}\" is {}, not a whole number from 0 to {}", name, shown(json), most));
    return static_cast<int>(json.get<double>());
}

tl::expected<double, std::string> numberFrom(const Json& row, const char* name)
{
    const auto field = fieldNamed(row, name);
    if (!field)
        return Failure(field.error());
    if (!(*field)->is_number())
        return Failure(fmt::format("\"{}\" is {}, not a number", name, shown(**field)));
    return (*field)->get<double>();
}

tl::expected<double, std::string> valueFrom(const Json& row)
{
    auto value = numberFrom(row, "value");
    if (!value)
        return Failure(value.error());
    if (!std::isfinite(*value) || *value < 0 || *value > kMaxValue)
        return Failure(fmt::format("\"value\" is {}, not a number from 0 to {} (0 stands for an undisclosed one)",
                                   shown(row["value"]), kMaxValue));
    return *value;
}

tl::expected<std::uint32_t, std::string> endFrom(const Json& row, const char* name, const Ids& ids)
{
    const auto field = fieldNamed(row, name);
    if (!field)
        return Failure(field.error());
    const auto key = keyOf(**field);
    if (!key)
        return Failure(fmt::format("\"{}\": {}", name, key.error()));
    const auto found = ids.find(*key);
    if (found == ids.end())
        return Failure(fmt::format("\"{}\" is {}, but no node has that id", name, shown(**field)));
    return found->second;
}

std::string at(const char* list, std::size_t index, const std::string& problem)
{
    return fmt::format("{}[{}]: {}", list, index, problem);
}

tl::expected<void, std::string> readNumber(const Json& row, const char* name, double& number)
{
    if (row.find(name) == row.end())
        return {};
    const auto read = numberFrom(row, name);
    if (!read)
        return Failure(read.error());
    if (!(std::abs(*read) <= kMaxValue))
        return Failure(fmt::format("\"{}\" is {}, not within {}", name, shown(row[name]), kMaxValue));
    number = *read;
    return {};
}

} // namespace ochain::layout
