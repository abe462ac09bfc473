// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/canvas.h"

#include <QList>
#include <QPolygonF>

#include <cstddef>
#include <vector>

namespace ochain {

/// What tells areas of one hue apart beside their shade; none of them is the diagonal hatch of capital.
enum class Texture : std::uint8_t { Plain, Level, Upright, Dots, Checked };
/// The texture of the n-th area of a stack: neighbours differ.
[[nodiscard]] Texture textureOf(std::size_t index) noexcept;
[[nodiscard]] QColor textureColour(const Canvas& canvas, const QColor& fill);
/// Lines or dots over a shape; for Plain nothing.
void drawTexture(QPainter& painter, const QPolygonF& shape, Texture texture, const QColor& colour);

/// An area of a stack with its name.
struct NamedArea {
    QString name;
    QString marks;        ///< behind the name, where there is room for both
    QList<QPointF> lower; ///< its edges, from left to right, in coordinates of the picture
    QList<QPointF> upper;
    QColor fill;
    Texture texture = Texture::Plain;
    [[nodiscard]] QPolygonF shape() const;
};

/// Writes the name of each area into it where it has room, and the others beside samples in the free corner over the
/// stack, the topmost first; what has no room there is counted ("+3").
void nameAreas(Canvas& canvas, const std::vector<NamedArea>& areas, const QRectF& plot);

} // namespace ochain
