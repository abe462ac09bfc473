// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wrapped_label.h"

#include <utility>

namespace ochain {

WrappedLabel::WrappedLabel(QWidget* parent) : QLabel(parent)
{
    setWordWrap(true);
}

WrappedLabel::WrappedLabel(const QString& text, QWidget* parent) : QLabel(text, parent)
{
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int width) const
{
    if (Look look{text(), font(), contentsMargins(), margin()}; look != m_look) {
        m_look = std::move(look);
        m_known.fill({});
    }
    for (const Height& known : m_known)
        if (known.width == width)
            return known.height;
    Height& next = m_known[m_next++ % m_known.size()];
    next = {width, QLabel::heightForWidth(width)};
    return next.height;
}

} // namespace ochain
