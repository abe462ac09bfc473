// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QFontMetrics;

namespace ochain {

/// A text that fits into so many pixels: whole, else cut with an ellipsis where a line may end, so never inside a word
/// or a number; Chinese may end after any character but not before a closing sign. Only the ellipsis where not even
/// the first word fits.
[[nodiscard]] QString elidedAtWord(const QString& text, const QFontMetrics& metrics, int room);

} // namespace ochain
