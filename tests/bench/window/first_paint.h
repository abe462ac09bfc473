// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ochain::bench {

/// The environment variable that names the pipe by which the plug-in tells of the first chart.
inline constexpr char kFirstPaintPipe[] = "OCHAIN_BENCH_PIPE";
/// What the plug-in is asked for by.
inline constexpr char kFirstPaintKey[] = "firstpaint";

} // namespace ochain::bench
