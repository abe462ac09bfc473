// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/window/first_paint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGenericPlugin>
#include <QPointer>
#include <QWidget>
#include <QWindow>

#include <cstdlib>
#include <tuple>

#include <unistd.h>

namespace {

/// Tells over a pipe when a program has painted its first chart in a window that is on the screen. Works in any program
/// of Qt that names the widget of its chart "…Surface" and describes the chart to screen readers once it has one.
class FirstPaint final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || m_isTold)
            return false;
        const auto* widget = qobject_cast<const QWidget*>(watched);
        if (widget == nullptr || !widget->objectName().endsWith(QLatin1String("Surface")) ||
            widget->accessibleDescription().isEmpty())
            return false;
        const QWindow* window = widget->window()->windowHandle();
        if (window == nullptr || !window->isExposed())
            return false;
        m_isTold = true;
        // what was painted goes to the screen before the next event is taken
        QMetaObject::invokeMethod(this, &FirstPaint::tell, Qt::QueuedConnection);
        return false;
    }

private:
    void tell()
    {
        const char* const pipe = std::getenv(ochain::bench::kFirstPaintPipe);
        if (pipe != nullptr)
            std::ignore = ::write(std::atoi(pipe), "!", 1);
    }
    bool m_isTold = false;
};

} // namespace

class FirstPaintPlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "first_paint.json")
public:
    QObject* create(const QString& key, const QString&) override
    {
        if (key != QLatin1String(ochain::bench::kFirstPaintKey))
            return nullptr;
        auto* watch = new FirstPaint(this);
        QCoreApplication::instance()->installEventFilter(watch);
        return watch;
    }
};

#include "first_paint.moc"
