// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/error.h"

namespace ochain {

std::string Error::message() const
{
    std::string all;
    for (auto activity = context.rbegin(); activity != context.rend(); ++activity)
        all += activity->text() + ": ";
    return all + sentence.text();
}

Error Error::during(Sentence activity) &&
{
    context.push_back(std::move(activity));
    return std::move(*this);
}

} // namespace ochain
