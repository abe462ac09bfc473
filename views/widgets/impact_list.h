// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/impact.h"

#include <QWidget>

class QGridLayout;

namespace ochain {

/// Figures that an edit moves, one a line: what, from where to where, and which way.
class ImpactList final : public QWidget {
    Q_OBJECT
public:
    explicit ImpactList(QWidget* parent = nullptr);

    /// @param most  lines shown; what is left over is counted in a last one
    void setImpact(const Chain& chain, const Impact& impact, std::size_t most);
    void clear();
    [[nodiscard]] QString text() const; ///< all lines, for the clipboard and tests

private:
    void addLine(const QString& what, const QString& change, const QString& way);

    QGridLayout* m_grid;
    int m_lines = 0;
};

} // namespace ochain
