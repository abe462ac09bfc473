// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QLabel>
#include <QMargins>

#include <array>

namespace ochain {

/// A text of several lines. Its height at a width is asked for many times whenever anything in the window moves; a
/// QLabel breaks its words anew each time, which was most of what an edit cost.
class WrappedLabel : public QLabel {
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget* parent = nullptr);
    explicit WrappedLabel(const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

private:
    /// What decides how high it is.
    struct Look {
        QString text;
        QFont font;
        QMargins margins;
        int margin = 0;
        bool operator==(const Look&) const = default;
    };
    struct Height {
        int width = -1;
        int height = 0;
    };
    mutable Look m_look;
    mutable std::array<Height, 4> m_known; ///< at the widths asked for last: a layout asks for a few in turn
    mutable std::size_t m_next = 0;
};

} // namespace ochain
