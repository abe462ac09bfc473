// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/picture_view.h"

#include "charts/picture_evidence.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace ochain {

namespace {

std::string textIn(const nlohmann::json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Lens lensIn(const nlohmann::json& json)
{
    Lens lens;
    const std::string overlap = textIn(json, "overlap");
    const std::string commitment = textIn(json, "commitment");
    lens.basis = textIn(json, "basis") == "weighted" ? FigureBasis::Weighted : FigureBasis::Headline;
    lens.withAssumed = textIn(json, "assumed") != "out";
    lens.overlaps = overlap == "gross" ? Overlaps::Gross : overlap == "overlap" ? Overlaps::Overlap : Overlaps::Unique;
    lens.commitments = commitment == "firm"     ? Commitments::Firm
                       : commitment == "unsaid" ? Commitments::Unsaid
                                                : Commitments::All;
    lens.megawatts = textIn(json, "boundary") == "it" ? MegawattsOf::It : MegawattsOf::Stated;
    if (const Result<Date> date = parseDate(textIn(json, "as-of")); date && date->day() != 0)
        lens.knownAsOf = firstDay(*date);
    return lens;
}

} // namespace

Result<PictureView> pictureViewIn(const QString& path)
{
    const Result<QString> evidence = chartMetadataIn(path);
    if (!evidence)
        return tl::unexpected(evidence.error());
    const nlohmann::json json = nlohmann::json::parse(evidence->toStdString(), nullptr, false);
    const auto lens = json.is_object() ? json.find("lens") : json.end();
    const bool hasLens = json.is_object() && lens != json.end() && lens->is_object();
    const std::string view = hasLens ? textIn(*lens, "view") : std::string();
    const Result<Period> period = parsePeriod(hasLens ? textIn(*lens, "period") : std::string());
    if ((view != "flow" && view != "capacity" && view != "money") || !period)
        return failure(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("Sentence", "{0} does not say which view it shows; open the view by hand"),
                       path.toStdString());
    return PictureView{QString::fromStdString(view),
                       {lensIn(*lens), *period},
                       QString::fromStdString(lens->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)),
                       textIn(*lens, "group")};
}

} // namespace ochain
