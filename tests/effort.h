// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace ochain::testing {

/// Whether all is to be tried that can be (OCHAIN_LONG=1), not only some of it.
[[nodiscard]] inline bool isLong()
{
    return qEnvironmentVariableIntValue("OCHAIN_LONG") > 0;
}

/// How many of many alike cases to try: `usual`, in a long run `many`, and a quarter of the usual under OCHAIN_BRIEF=1,
/// as under the sanitizers, where each takes several times as long and what matters is that the code ran.
[[nodiscard]] inline int tries(int usual, int many)
{
    if (isLong())
        return many;
    return qEnvironmentVariableIntValue("OCHAIN_BRIEF") > 0 ? (usual + 3) / 4 : usual;
}

} // namespace ochain::testing
