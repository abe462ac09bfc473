// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/second_lens.h"

#include <QObject>
#include <QPointer>

#include <cstdint>

namespace ochain {

class Navigator;

/// What a lens can be compared with at one stroke.
enum class Comparable : std::uint8_t {
    YearEnd,    ///< what was known when the year before ended
    NinetyDays, ///< what was known ninety days before
    PeriodBefore,
    Stated,
    Weighted,
    Firm,
    Base, ///< the file as it is, without the scenario that is viewed and without what is tried
    Held, ///< the lens as it is now: then that of the window is changed
};

/// The lens that stands against the one looked at. @param now  the day that "known today" is counted back from
[[nodiscard]] OtherLens otherLens(const ViewLens& looked, Comparable with, Day now);

/// Begins, turns round and ends the comparison of two lenses.
class CompareActions final : public QObject {
    Q_OBJECT
public:
    /// @param navigator  must outlive the actions
    explicit CompareActions(Navigator& navigator, QObject* parent = nullptr);

    /// @param document  must outlive the next call
    void setDocument(Document* document);
    void compareWith(Comparable with);
    [[nodiscard]] bool isComparedWith(Comparable with) const;
    /// What was compared with is what is looked at, and the other way round.
    void swap();
    void stop();

private:
    Navigator& m_navigator;
    QPointer<Document> m_document;
};

} // namespace ochain
