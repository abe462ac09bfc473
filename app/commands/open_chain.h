// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <functional>
#include <memory>
#include <string>

namespace ochain {

/// A chain file opened for a command.
struct OpenChain {
    std::unique_ptr<Store> store;
    Loaded loaded;
};

/// Opens and loads a file. Problems that loading found are left to the caller.
[[nodiscard]] Result<OpenChain> openChain(const std::string& file, Store::Access access);

/// Says that a file with faults takes no edits, which would build on rows that are not all there. @return kBadUse
int refuseFaulty(const OpenChain& open);

/// Commits an edit that was made from the chain as loaded. When somebody else was faster, loads again and lets `make`
/// put the edit together anew, a few times.
/// @param make  builds the edit from a chain, or has said why not and gives none
/// @return an exit status; `committed` is the edit as the journal has it, without changes if there was nothing to
/// change
[[nodiscard]] int commitEdit(OpenChain& open, const std::function<std::optional<Edit>(OpenChain&)>& make,
                             Edit& committed);

} // namespace ochain
