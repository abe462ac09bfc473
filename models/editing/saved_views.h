// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain/chain.h"
#include "chain/edit.h"
#include "chain/problem.h"

#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace ochain {

// The views that are kept in the file: what is done to them, as edits. What one holds is told in figures/shown_view.h.

/// By their ordinals, those of one by the order of entry.
[[nodiscard]] std::vector<ViewId> viewsInOrder(const Chain& chain);

/// A new one behind the others, under a key made from its name.
/// @param name   in the language of the moment; not empty
/// @param state  savedState()
[[nodiscard]] tl::expected<Edit, Problem> viewSaved(const Chain& chain, const QString& name, const QString& state);
/// Another name in the language of the moment.
[[nodiscard]] tl::expected<Edit, Problem> viewRenamed(const Chain& chain, ViewId view, const QString& name);
/// What it holds, in place of what it held.
[[nodiscard]] tl::expected<Edit, Problem> viewReplaced(const Chain& chain, ViewId view, const QString& state);
[[nodiscard]] tl::expected<Edit, Problem> viewErased(const Chain& chain, ViewId view);
/// To another place among them; nothing changes where it stands there already.
/// @param place  0 is the first
[[nodiscard]] tl::expected<Edit, Problem> viewMoved(const Chain& chain, ViewId view, int place);

} // namespace ochain
