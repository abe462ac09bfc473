// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/editor.h"

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace ochain {

/// An edit that is tried. While the trial lives the edit stands in the chain, unless problems() say why it cannot;
/// then, and when a trial that was not kept ends, the chain is as it was. Nobody else may change the chain meanwhile.
class Trial {
public:
    /// @param edit    must outlive the trial
    /// @param goesOn  asked now and then: false gives the trial up, with a problem that says so
    Trial(Chain& chain, const Edit& edit, const std::function<bool()>& goesOn = {});
    ~Trial() { takeBack(); }
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    /// What refuses the edit; empty if it can stand.
    [[nodiscard]] const Problems& problems() const& noexcept { return m_problems; }
    [[nodiscard]] Problems problems() && noexcept { return std::move(m_problems); }
    /// Takes the edit back before the trial ends; once is enough.
    void takeBack();
    /// Makes the edit stand for good. Only one without problems.
    void keep();
    /// The rowids given to inserts that came without one, in the order of the edit's changes (0 for the other changes).
    [[nodiscard]] const std::vector<std::int64_t>& rowids() const noexcept { return m_editor.rowids(); }

private:
    Editor m_editor;
    Problems m_problems;
    bool m_isOpen = true; ///< neither kept nor taken back
};

} // namespace ochain
