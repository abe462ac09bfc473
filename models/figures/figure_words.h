// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace ochain {

/// The translation context of what charts say.
struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

} // namespace ochain
