// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/targets.h"

#include "fuzz/chain_target.h"
#include "fuzz/csv_target.h"
#include "fuzz/expect.h"
#include "fuzz/filter_target.h"
#include "fuzz/formula_target.h"
#include "fuzz/graph_target.h"
#include "fuzz/layout_target.h"
#include "fuzz/typed_target.h"
#include "fuzz/xlsx_target.h"

#include <algorithm>
#include <array>

namespace ochain::fuzz {

std::span<const Target> targets()
{
    static constexpr std::array kTargets{Target{"chain", readChainFile},     Target{"csv", readCsvText},
                                         Target{"filter", readFilterText},   Target{"formula", readFormula},
                                         Target{"graph", readGraphFileText}, Target{"layout", readLayout},
                                         Target{"typed", readTyped},         Target{"xlsx", readXlsx}};
    return kTargets;
}

const Target& targetNamed(std::string_view name)
{
    const std::span<const Target> all = targets();
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const Target& target) { return target.name == name; });
    expect(found != all.end(), "there is such a target");
    return *found;
}

} // namespace ochain::fuzz
