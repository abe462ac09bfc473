// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/targets.h"

#include <cstddef>
#include <cstdint>

/// What libFuzzer calls; the name is its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const ochain::fuzz::Target& target = ochain::fuzz::targetNamed(OCHAIN_FUZZ_TARGET);
    target.run({reinterpret_cast<const char*>(data), size});
    return 0;
}
