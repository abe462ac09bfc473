// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/combo_accessible.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>

namespace ochain {

namespace {

/// Qt gives the widget's accessible name, or the label that it is the buddy of.
class ComboAccessible final : public QAccessibleWidget {
public:
    explicit ComboAccessible(QComboBox* box) : QAccessibleWidget(box, QAccessible::ComboBox), m_box(box) {}

    /// The line of an editable box, then its list.
    [[nodiscard]] int childCount() const override { return m_box->isEditable() ? 2 : 1; }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (!m_box->isEditable() || index == 1)
            return QAccessible::queryAccessibleInterface(m_box->view());
        m_box->lineEdit()->setAccessibleName(text(QAccessible::Name)); // nobody tells when that of the box changes
        return QAccessible::queryAccessibleInterface(m_box->lineEdit());
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        if (child == nullptr)
            return -1;
        if (m_box->isEditable() && child->object() == m_box->lineEdit())
            return 0;
        return child->object() == m_box->view() ? childCount() - 1 : -1;
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Value ? m_box->currentText() : QAccessibleWidget::text(what);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = m_box->view()->isVisible();
        state.editable = m_box->isEditable();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return QStringList{showMenuAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString& action) override
    {
        if (action != showMenuAction())
            return QAccessibleWidget::doAction(action);
        if (m_box->view()->isVisible())
            m_box->hidePopup();
        else
            m_box->showPopup();
    }

private:
    QComboBox* m_box;
};

} // namespace

QAccessibleInterface* comboAccessible(const QString& className, QObject* object)
{
    auto* box = className == QLatin1String("QComboBox") ? qobject_cast<QComboBox*>(object) : nullptr;
    return box == nullptr ? nullptr : new ComboAccessible(box);
}

} // namespace ochain
