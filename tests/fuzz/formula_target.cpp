// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/formula_target.h"

#include "chain/formula.h"
#include "fuzz/expect.h"

#include <cmath>
#include <limits>
#include <vector>

namespace ochain::fuzz {

void readFormula(std::string_view input)
{
    Result<Formula> formula = Formula::parse(input);
    if (!formula) {
        expect(!formula.error().message().empty(), "a formula that cannot be read has a sentence");
        return;
    }
    for (const double value : {0.0, 1.0, -2.5, 1e300, std::numeric_limits<double>::infinity(), std::nan("")}) {
        const std::vector<double> values(formula->names().size(), value);
        const double once = formula->evaluate(values);
        const double again = formula->evaluate(values);
        expect(once == again || (std::isnan(once) && std::isnan(again)), "a formula gives the same again");
    }
}

} // namespace ochain::fuzz
