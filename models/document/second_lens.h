// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/beside_work.h"
#include "document/document.h"
#include "rollups/snapshot.h"
#include "schedule/lens.h"

#include <QObject>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace ochain {

/// A lens that the one of the window is compared with.
struct OtherLens {
    Lens lens;
    int periodsBack = 0;   ///< so many years or quarters before the period looked at; 0: the same one
    ScenarioId scenario{}; ///< unset: the base
    bool operator==(const OtherLens&) const = default;
};

/// The period so many of its own kind before another; nothing where the calendar has none, or it is neither a year nor
/// a quarter.
[[nodiscard]] std::optional<Period> periodBefore(Period period, int back, const Calendar& calendar);

/// What the lens of the window is compared with, if anything. Its figures follow edits; those of a large chain are
/// computed beside the window. Lives on the GUI thread, owned by the document.
class SecondLens final : public QObject {
    Q_OBJECT
public:
    /// @param document  must outlive it
    explicit SecondLens(const Document& document);

    [[nodiscard]] bool isOn() const noexcept { return m_lens.has_value(); }
    [[nodiscard]] const std::optional<OtherLens>& lens() const noexcept { return m_lens; }
    /// Compares with another lens; nothing: with none any more.
    void set(const std::optional<OtherLens>& lens);
    /// The period that stands against one looked at; nothing where there is none.
    [[nodiscard]] std::optional<Period> against(Period period) const;
    /// Whether lens and scenario are those that are looked at, so that nothing but the period is another.
    [[nodiscard]] bool isOfPeriodAlone() const;
    /// The chain and its figures under the other lens and scenario, as they are now; null while nothing is compared, or
    /// while they are being computed: changed() follows then.
    [[nodiscard]] SharedSnapshot snapshot();
    /// Chains of more deals are computed beside the window.
    void setMostAtOnce(std::size_t deals) noexcept { m_mostAtOnce = deals; }

signals:
    /// A comparison began, has another lens or came to its end, or figures that were waited for are there.
    void changed();

private:
    void follow(const Changed& change);
    SharedSnapshot keep(SharedSnapshot made);
    [[nodiscard]] bool isCurrent() const;

    const Document& m_document;
    std::optional<OtherLens> m_lens;
    SharedSnapshot m_snapshot;
    std::uint64_t m_revision = 0; ///< of the base that it is made from
    BesideWork<SharedSnapshot> m_work;
    std::size_t m_mostAtOnce = 5000;
};

} // namespace ochain
