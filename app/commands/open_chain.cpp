// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/open_chain.h"

#include "commands/commands.h"
#include "commands/interruption.h"

#include <fmt/format.h>

namespace ochain {

int refuseFaulty(const OpenChain& open)
{
    complain(open.loaded.problems);
    return complain(
        fmt::format("{} has problems and is open read-only; export what can be read and make a new file from it",
                    open.store->file().string()));
}

Result<OpenChain> openChain(const std::string& file, Store::Access access)
{
    Result<std::unique_ptr<Store>> store = Store::open(file, access);
    if (!store)
        return tl::unexpected(std::move(store.error()));
    Result<Loaded> loaded = (*store)->load(goesOn);
    if (!loaded)
        return tl::unexpected(std::move(loaded.error()));
    return OpenChain{std::move(*store), std::move(*loaded)};
}

int commitEdit(OpenChain& open, const std::function<std::optional<Edit>(OpenChain&)>& make, Edit& committed)
{
    constexpr int kTries = 20;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        if (!open.loaded.problems.empty())
            return refuseFaulty(open);
        if (open.store->isReadOnly())
            return complain(open.store->readOnlyReason().text());
        std::optional<Edit> edit = make(open);
        if (!edit)
            return kBadUse;
        if (edit->changes.empty()) {
            committed = std::move(*edit);
            return kDone;
        }
        const Problems problems = open.loaded.chain.validate(*edit);
        if (!problems.empty() && open.store->lastSeq().value_or(open.loaded.seq) == open.loaded.seq)
            return complain(problems);
        if (isInterrupted())
            return complain("interrupted; nothing was changed");
        if (problems.empty()) {
            Result<Edit> done = open.store->commit(*edit, open.loaded.seq);
            if (done) {
                committed = std::move(*done);
                return kDone;
            }
            if (done.error().kind != ErrorKind::Conflict)
                return complain(done.error());
        }
        // Somebody else was faster; perhaps the edit is only wrong, or only right, for what was there before.
        Result<Loaded> again = open.store->load(goesOn);
        if (!again)
            return complain(again.error());
        open.loaded = std::move(*again);
    }
    return complain(fmt::format("{} is being edited by others all the time; try again", open.store->file().string()));
}

} // namespace ochain
