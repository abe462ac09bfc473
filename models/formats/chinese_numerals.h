// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ochain {

/// Traditional signs of amounts and dates as simplified ones (億, 萬, 號, 財), and numerals as cheques have them (叁,
/// 仟) as plain ones. Other signs stay.
[[nodiscard]] QString inSimplifiedSigns(QString text);
/// Chinese numerals as digits: "三千亿" is "300000000000", "一点五万亿" "1.5万亿", "二〇二六年" "2026年", "百分之五"
/// "5%". What has more than one reading stays as it is ("三千五" is 3500 or 3005), and so do words of scale behind
/// digits ("3千亿").
[[nodiscard]] QString withArabicDigits(const QString& text);

} // namespace ochain
