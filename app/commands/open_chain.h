// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/session.h"

#include <functional>
#include <memory>
#include <string>

namespace ochain {

/// Opens and loads a file for a command; what is long ends when the command is told to. Problems that loading found are
/// left to the caller.
[[nodiscard]] Result<std::unique_ptr<Session>> openChain(const std::string& file, Store::Access access,
                                                         Look look = Look::Quick);

/// What a command that printed figures returns: kProblemsFound, having said so, if parts of the file could not be read.
int statusOfFigures(const Session& session);

/// Says that a file with faults takes no edits, which would build on rows that are not all there. @return kBadUse
int refuseFaulty(const Session& session);

/// Says why an edit was not made. @return kBadUse
int complain(const Refused& refused);

/// Makes an edit unless the file has faults.
/// @param make  gives what the session made, such as [](Session& session) { return session.undo(); }
/// @return the edit, without changes if there was nothing to change; or the exit status, when it was said why not
[[nodiscard]] tl::expected<Edit, int> commitEdit(Session& session,
                                                 const std::function<tl::expected<Changed, Refused>(Session&)>& make);

} // namespace ochain
