// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/beside_work.h"
#include "document/document.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

namespace ochain {

/// How many deals of a money kind count under the lens without any amount of money. Counted when first asked, in one
/// walk over the deals (those of a large chain on another thread), then kept up to date edit by edit. The document must
/// outlive it.
class UndisclosedDeals final : public QObject {
    Q_OBJECT
public:
    explicit UndisclosedDeals(const Document& document, QObject* parent = nullptr);
    ~UndisclosedDeals() override;

    /// Nothing while they are being counted: counted() follows.
    [[nodiscard]] std::optional<std::int64_t> count();
    /// Takes in an edit.
    void follow(const Changed& changed);
    /// After another lens other deals count.
    void forget();

    /// Chains with more deals than this are large.
    void setMostAtOnce(std::size_t deals) noexcept { m_mostAtOnce = deals; }

signals:
    /// After count() had nothing to say and now has.
    void counted();

private:
    struct Counted {
        std::vector<bool> deals; ///< by row
        std::int64_t count = 0;
    };
    [[nodiscard]] static bool isUndisclosed(const Chain& chain, const Rollups& rollups, DealId deal);
    [[nodiscard]] static std::optional<Counted> countAll(const Chain& chain, const Rollups& rollups,
                                                         const Progress& progress);

    const Document& m_document;
    Counted m_now;
    bool m_isCounted = false;
    std::size_t m_mostAtOnce = 20'000;
    BesideWork<Counted> m_work; ///< after which counted() follows
};

} // namespace ochain
