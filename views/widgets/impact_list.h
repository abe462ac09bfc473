// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/impact.h"
#include "widgets/impact_text.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace ochain {

/// Figures that an edit moves: what, from where to where, and which way. The name comes first and has as many lines as
/// it needs; the figure stands beside it where there is room, else below it. Never wider than it is made.
class ImpactList final : public QWidget {
    Q_OBJECT
public:
    explicit ImpactList(QWidget* parent = nullptr);

    /// @param most  figures shown; what is left over is counted in a last line
    void setImpact(const Chain& chain, const Impact& impact, std::size_t most);
    void clear();
    /// Shows no more figures than have room in so many lines of text; of those that have none only rest() tells.
    /// @param lines  0: as many as it takes
    void setRoom(int lines);
    /// How many figures are not shown.
    [[nodiscard]] std::size_t rest() const noexcept { return m_total - m_shown; }
    [[nodiscard]] QString text() const; ///< all lines, for the clipboard and tests

signals:
    /// Other figures than before are shown, or more or fewer of them.
    void shownChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Entry {
        QString what, change, way;
    };
    void empty();
    void rebuild();
    [[nodiscard]] bool fitsBeside(const Entry& entry) const;
    [[nodiscard]] int linesOf(const Entry& entry) const;
    void addEntry(const Entry& entry);
    QLabel* addLabel(const QString& text, Qt::Alignment alignment);

    std::vector<Entry> m_entries;
    QGridLayout* m_grid;
    std::size_t m_total = 0; ///< figures there are
    std::size_t m_shown = 0;
    int m_room = 0;
    int m_row = 0; ///< the next of the grid
};

} // namespace ochain
