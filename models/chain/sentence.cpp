// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/sentence.h"

#include <exception>

#include <fmt/args.h>
#include <fmt/format.h>

namespace ochain {

std::string fill(std::string_view format, const std::vector<std::string>& args)
{
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const std::string& arg : args)
        store.push_back(arg);
    try {
        return fmt::vformat(format, store);
    } catch (const std::exception&) {
        return std::string(format); // a translation with a placeholder too many is no reason to lose the message
    }
}

std::string Sentence::text() const
{
    return fill(format, args);
}

bool Sentence::operator==(const Sentence& other) const
{
    return std::string_view(format) == other.format && args == other.args;
}

} // namespace ochain
