// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/picture_view.h"

#include "charts/picture_evidence.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace ochain {

Result<ShownView> pictureViewIn(const QString& path)
{
    const Result<QString> evidence = chartMetadataIn(path);
    if (!evidence)
        return tl::unexpected(evidence.error());
    constexpr int kDeepest = 8; // of what pictures tell; deeper is nothing of ours
    const auto isKept = [](int depth, nlohmann::json::parse_event_t, const nlohmann::json&) {
        return depth <= kDeepest;
    };
    const nlohmann::json json = nlohmann::json::parse(evidence->toStdString(), isKept, false);
    const auto lens = json.is_object() ? json.find("lens") : json.end();
    const bool hasLens = json.is_object() && lens != json.end() && lens->is_object();
    std::optional<ShownView> shown =
        hasLens ? shownViewIn(toQString(lens->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)))
                : std::nullopt;
    if (!shown)
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "{0} does not say which view it shows; open the view by hand"),
                       path.toStdString());
    return std::move(*shown);
}

} // namespace ochain
