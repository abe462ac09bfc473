// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QString>

namespace ochain {

/// Two lenses in words, each by what the other has otherwise: "known today" and "known as of 2025-12-31".
struct ComparedWords {
    QString shown, against;
};
/// @param scenarios  what each looks at; told if it is not the same
[[nodiscard]] ComparedWords comparedWords(const ViewLens& shown, const ViewLens& against,
                                          const ComparedWords& scenarios = {});
/// The lens of a document and the one that it is compared with, which there must be.
[[nodiscard]] ComparedWords comparedWords(const Document& document);

} // namespace ochain
