// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chart_accessible.h"

#include "charts/chart_surface.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace ochain {

namespace {

/// What stays of a part when another figure takes over: its mark.
using PartKey = std::pair<std::string, std::size_t>;

PartKey keyOf(const ChartPart& part)
{
    return {part.id, part.place};
}

QString childCalled(const QString& name, const QString& details)
{
    return details.isEmpty() ? name : name + QLatin1Char('\n') + details;
}

/// One mark. It is looked up in the figure of the moment each time, so that it may come and go.
class PartAccessible final : public QAccessibleInterface,
                             public QAccessibleActionInterface,
                             public QAccessibleValueInterface {
public:
    PartAccessible(ChartSurface* surface, PartKey key) : m_surface(surface), m_key(std::move(key)) {}

    [[nodiscard]] bool isValid() const override { return part() != nullptr; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override
    {
        return m_surface == nullptr ? nullptr : m_surface->window()->windowHandle();
    }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return m_surface == nullptr ? nullptr : QAccessible::queryAccessibleInterface(m_surface);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text what) const override;
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& action) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

    [[nodiscard]] QVariant currentValue() const override;
    void setCurrentValue(const QVariant&) override {}
    [[nodiscard]] QVariant maximumValue() const override { return {}; }
    [[nodiscard]] QVariant minimumValue() const override { return {}; }
    [[nodiscard]] QVariant minimumStepSize() const override { return {}; }

private:
    [[nodiscard]] const ChartPart* part() const;

    QPointer<ChartSurface> m_surface;
    PartKey m_key;
};

/// Null while the figure has no such mark.
const ChartPart* PartAccessible::part() const
{
    if (m_surface == nullptr)
        return nullptr;
    for (const ChartPart& each : m_surface->parts())
        if (keyOf(each) == m_key)
            return &each;
    return nullptr;
}

QString PartAccessible::text(QAccessible::Text what) const
{
    const ChartPart* each = part();
    if (each == nullptr)
        return {};
    switch (what) {
    case QAccessible::Name:
        return each->name;
    case QAccessible::Value:
        return each->value;
    case QAccessible::Description: // the value once more: AT-SPI passes on numbers alone as values
        return childCalled(each->value, each->details);
    default:
        return {};
    }
}

QRect PartAccessible::rect() const
{
    const ChartPart* each = part();
    const QRectF box = each == nullptr ? QRectF() : m_surface->boxOf(*each);
    return box.isNull() ? QRect() : QRectF(m_surface->mapToGlobal(box.topLeft()), box.size()).toAlignedRect();
}

QAccessible::State PartAccessible::state() const
{
    QAccessible::State state;
    const ChartPart* each = part();
    state.invalid = each == nullptr;
    if (each == nullptr)
        return state;
    const bool isPainted = !m_surface->boxOf(*each).isNull();
    state.invisible = !m_surface->isVisible() || !isPainted;
    state.focusable = isPainted;
    state.selectable = true;
    const std::vector<std::string>& lit = m_surface->lit();
    state.selected = std::find(lit.begin(), lit.end(), each->id) != lit.end();
    const std::optional<std::size_t> at = m_surface->partPointedAt();
    state.focused = m_surface->hasFocus() && at && &m_surface->parts()[*at] == each;
    return state;
}

void* PartAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface*>(this);
    return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this) : nullptr;
}

void PartAccessible::doAction(const QString& action)
{
    const ChartPart* each = part();
    if (each == nullptr)
        return;
    if (action == pressAction())
        m_surface->pick(*each);
    else if (action == setFocusAction())
        m_surface->pointAt(*each);
}

/// Dollars, or megawatts.
QVariant PartAccessible::currentValue() const
{
    const ChartPart* each = part();
    if (each == nullptr)
        return {};
    constexpr double kCentsInDollar = 100;
    constexpr double kKilowattsInMegawatt = 1000;
    return static_cast<double>(each->amount) / (each->unit == Unit::Money ? kCentsInDollar : kKilowattsInMegawatt);
}

/// A chart. It keeps an interface for each mark that somebody has asked for, as Qt wants them to live on.
class ChartAccessible final : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartSurface* surface) : QAccessibleWidget(surface, QAccessible::Chart), m_surface(surface)
    {}
    ~ChartAccessible() override
    {
        for (const auto& [key, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }
    ChartAccessible(const ChartAccessible&) = delete;
    ChartAccessible& operator=(const ChartAccessible&) = delete;

    [[nodiscard]] int childCount() const override { return static_cast<int>(m_surface->parts().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;

private:
    void forgetGone() const;

    ChartSurface* m_surface;
    mutable std::map<PartKey, QAccessible::Id> m_children;
};

/// Interfaces of marks that the figure has no more.
void ChartAccessible::forgetGone() const
{
    for (auto each = m_children.begin(); each != m_children.end();) {
        const QAccessibleInterface* part = QAccessible::accessibleInterface(each->second);
        if (part != nullptr && part->isValid()) {
            ++each;
            continue;
        }
        QAccessible::deleteAccessibleInterface(each->second);
        each = m_children.erase(each);
    }
}

QAccessibleInterface* ChartAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const PartKey key = keyOf(m_surface->parts()[static_cast<std::size_t>(index)]);
    const auto known = m_children.find(key);
    if (known != m_children.end())
        if (QAccessibleInterface* part = QAccessible::accessibleInterface(known->second))
            return part;
    if (m_children.size() >= m_surface->parts().size())
        forgetGone();
    auto* part = new PartAccessible(m_surface, key); // the cache of interfaces owns it
    m_children[key] = QAccessible::registerAccessibleInterface(part);
    return part;
}

QAccessibleInterface* ChartAccessible::childAt(int x, int y) const
{
    QAccessibleInterface* found = nullptr;
    qint64 least = 0;
    for (int index = 0; index < childCount(); ++index) {
        QAccessibleInterface* part = child(index);
        const QRect box = part->rect();
        const qint64 size = static_cast<qint64>(box.width()) * box.height();
        if (box.contains(x, y) && (found == nullptr || size < least)) { // boxes lie on ribbons: the smallest is meant
            found = part;
            least = size;
        }
    }
    return found;
}

int ChartAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    for (int index = 0; index < childCount(); ++index)
        if (ChartAccessible::child(index) == child)
            return index;
    return -1;
}

QAccessibleInterface* ChartAccessible::focusChild() const
{
    const std::optional<std::size_t> at = m_surface->partPointedAt();
    return m_surface->hasFocus() && at ? child(static_cast<int>(*at)) : QAccessibleWidget::focusChild();
}

} // namespace

QAccessibleInterface* chartAccessible(const QString& className, QObject* object)
{
    auto* surface = className == QLatin1String("ochain::ChartSurface") ? qobject_cast<ChartSurface*>(object) : nullptr;
    return surface == nullptr ? nullptr : new ChartAccessible(surface);
}

} // namespace ochain
