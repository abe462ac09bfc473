// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/sentence.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

struct zip;

namespace ochain {

inline constexpr std::size_t kMaxXlsxFile = 200'000'000; ///< bytes of a workbook's file
inline constexpr std::size_t kMaxXlsxPart =
    500'000'000; ///< bytes of one part of it, unpacked; counted while it is read

/// The parts of a workbook's file, unpacked in memory one after the other; nothing is ever written anywhere by a name
/// in it. What the file says of its sizes is not believed.
class XlsxPackage {
public:
    /// @param bytes  of the whole file. Refused is what is no .xlsx, with what to do: .xls, .ods, protected, damaged
    [[nodiscard]] static tl::expected<XlsxPackage, Sentence> open(std::string bytes);

    [[nodiscard]] bool has(const std::string& part) const;
    /// How large a part says it is.
    [[nodiscard]] std::size_t statedSize(const std::string& part) const;
    /// Unpacks a part, block by block. @param take  false ends the reading
    [[nodiscard]] std::optional<Sentence> read(const std::string& part,
                                               const std::function<bool(std::string_view)>& take) const;
    /// Unpacks a part that is small in every honest file.
    [[nodiscard]] tl::expected<std::string, Sentence> whole(const std::string& part) const;

private:
    struct Close {
        void operator()(zip* archive) const noexcept;
    };
    XlsxPackage() = default;
    [[nodiscard]] std::optional<Sentence> whatElseItIs() const;

    std::unique_ptr<const std::string> m_bytes; ///< outlives the archive, which reads them
    std::unique_ptr<zip, Close> m_archive;
};

} // namespace ochain
