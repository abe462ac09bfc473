// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/error.h"
#include "files/descriptor.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace ochain {

/// A new file beside the one whose place it will take, under a name that nobody else has. As long as it is written it
/// is locked, so that everybody sees that its writer lives; what a dead one left is swept by the next. Unless it was
/// put in place it goes when the object does.
class PartFile {
public:
    /// Makes it, empty, and sweeps what dead writers left beside the same file.
    [[nodiscard]] static Result<PartFile> create(const std::filesystem::path& file);
    ~PartFile();
    PartFile(PartFile&& other) noexcept;
    PartFile& operator=(PartFile&&) = delete;
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] const Descriptor& descriptor() const noexcept { return m_descriptor; }
    /// Writes a text at its end.
    [[nodiscard]] Result<void> write(std::string_view text);
    /// Makes what was written durable, by whoever.
    [[nodiscard]] Result<void> sync() const;
    /// Gives it its place, durably, at once and whole. Without `replace` an existing file there is left alone (EEXIST's
    /// error).
    /// @param file  in the folder that it was made in
    [[nodiscard]] Result<void> putInPlace(const std::filesystem::path& file, bool replace);

    /// Moves it over a file, for which it was made durable already; the folder is left to be synced. @return errno
    [[nodiscard]] int moveTo(const std::filesystem::path& file) noexcept;

private:
    PartFile(std::filesystem::path file, std::filesystem::path path, Descriptor descriptor);

    std::filesystem::path m_file; ///< that was named when it was made, for messages
    std::filesystem::path m_path; ///< empty: put in place
    Descriptor m_descriptor;
};

/// A name for a part of a file, in its folder; hardly anybody has it.
[[nodiscard]] std::filesystem::path partNameFor(const std::filesystem::path& file);
/// Whether a name is that of a part of a file, as partNameFor() makes them.
/// @param file  without its folder
[[nodiscard]] bool isPartName(std::string_view name, std::string_view file);
/// Takes the lock by which others see that a new file or folder is still worked on.
/// @return false: somebody has swept it already, and another name is to be taken
[[nodiscard]] bool holdPart(int descriptor) noexcept;
/// Removes the parts beside a file whose writers have died.
void sweepParts(const std::filesystem::path& file) noexcept;

} // namespace ochain
