// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form_hands.h"
#include "hands.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>

#include <map>

using namespace ochain;

namespace {

/// What a screen reader meets, from a panel down.
class Walk {
public:
    Walk() = default;

    void into(QAccessibleInterface* at, const QString& path, int depth = 0)
    {
        if (at == nullptr || !at->isValid() || depth > 40 || at->state().invisible)
            return;
        look(*at, path);
        if (QObject* object = at->object(); qobject_cast<QAbstractItemView*>(object) != nullptr)
            return;                                       // its cells are the item model's
        std::map<std::pair<QString, QString>, int> names; // of what can have the keyboard, with what it is
        for (int index = 0; index < at->childCount(); ++index) {
            QAccessibleInterface* child = at->child(index);
            if (child == nullptr)
                continue;
            const QString name = child->text(QAccessible::Name);
            if (isReached(*child) && ++names[{name, roleOf(*child)}] == 2)
                wrong << path + QStringLiteral(": two are called ") + name;
            into(child, path + QLatin1Char('/') + label(*child), depth + 1);
        }
    }

    QStringList wrong;
    int reached = 0;

private:
    static QString roleOf(const QAccessibleInterface& at) { return QString::number(at.role()); }
    static QString label(const QAccessibleInterface& at)
    {
        const QString name = at.object() == nullptr ? QString() : at.object()->objectName();
        return name.isEmpty() ? at.text(QAccessible::Name).left(24) : name;
    }
    static bool hasValue(QAccessible::Role role)
    {
        return role == QAccessible::ComboBox || role == QAccessible::EditableText || role == QAccessible::Slider ||
               role == QAccessible::SpinBox || role == QAccessible::Graphic;
    }
    /// Whether Tab or an arrow key leads there.
    static bool isReached(const QAccessibleInterface& at)
    {
        const auto* widget = qobject_cast<const QWidget*>(at.object());
        const bool byTab = widget == nullptr || (widget->focusPolicy() & Qt::TabFocus) != 0;
        return at.state().focusable && !at.state().invisible && !at.state().disabled && byTab;
    }
    void look(const QAccessibleInterface& at, const QString& path)
    {
        if (!isReached(at))
            return;
        ++reached;
        const QString name = at.text(QAccessible::Name).trimmed();
        const QString value = at.text(QAccessible::Value).trimmed();
        if (name.isEmpty())
            wrong << path + QStringLiteral(": has no name");
        if (hasValue(at.role()) && !name.isEmpty() && name == value)
            wrong << path + QStringLiteral(": is called by its value, ") + value;
        if (at.role() == QAccessible::NoRole || at.role() == QAccessible::Client)
            wrong << path + QStringLiteral(": is nothing in particular");
    }
};

} // namespace

/// A screen reader finds every control of every panel, named by its label and not by its value, and told apart from its
/// neighbours.
class TestAccessible final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QAccessible::setActive(true); }

    void everyControlOfAPanelHasAName_data()
    {
        QTest::addColumn<QString>("panel");
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("table");
        const auto row = [](const char* name, const char* panel, const char* action, int table = -1) {
            QTest::newRow(name) << QString::fromLatin1(panel) << QString::fromLatin1(action) << table;
        };
        row("lens bar", "lensBar", "");
        row("the rest of the lens", "lensPopup", "lensRest");
        row("flow", "chartsPanel", "showFlow");
        row("capacity", "chartsPanel", "showCapacity");
        row("money", "chartsPanel", "showMoney");
        row("questions and my views", "homePanel", "showQuestions");
        row("tree", "homePanel", "showChain");
        row("deals", "tablesPanel", "showDeals");
        row("events", "tablesPanel", "showEvents");
        row("problems", "tablesPanel", "showProblems");
        row("history", "tablesPanel", "showHistory");
        row("why", "sidePanel", "why", static_cast<int>(Table::Nodes));
        row("what if", "sidePanel", "whatIf");
        row("status", "statusPanel", "previousKnowledge");
        row("export", "exportPanel", "exportChart");
        row("help", "helpWindow", "help");
        row("new deal", "inspector", "newDeal");
        row("new node", "inspector", "newNode");
        row("form of a deal", "inspector", "", static_cast<int>(Table::Deals));
        row("form of a node", "inspector", "", static_cast<int>(Table::Nodes));
        row("form of a tier", "inspector", "", static_cast<int>(Table::Tiers));
        row("form of a metric", "inspector", "", static_cast<int>(Table::Metrics));
        row("form of an event", "inspector", "", static_cast<int>(Table::Events));
        row("form of a source", "inspector", "", static_cast<int>(Table::Sources));
        row("form of a status", "inspector", "", static_cast<int>(Table::Statuses));
    }
    void everyControlOfAPanelHasAName()
    {
        QFETCH(QString, panel);
        QFETCH(QString, action);
        QFETCH(int, table);
        WindowFixture f;
        f.window->resize(1600, 1000);
        if (table >= 0) {
            const auto of = static_cast<Table>(table);
            const RowRef amd = f.row(Table::Deals, "amd-openai-6gw");
            f.document().select(of == Table::Deals ? amd : RowRef{of, f.chain().inOrder(of).front()});
        }
        if (!action.isEmpty())
            f.trigger(action.toLatin1().constData());
        QWidget* widget = nullptr;
        QTRY_VERIFY2((widget = find(panel)) != nullptr && widget->isVisible(), qPrintable(panel));
        Walk walk;
        walk.into(QAccessible::queryAccessibleInterface(widget), panel);
        QVERIFY2(walk.wrong.isEmpty(), qPrintable(walk.wrong.join(QLatin1Char('\n'))));
        QVERIFY(walk.reached > 0);
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
    }

    void aChoiceIsCalledByItsLabelAndHasItsValue()
    {
        WindowFixture f;
        f.trigger("showMoney");
        auto& group = shown<QComboBox>(f, "moneyGroup");
        const QAccessibleInterface* read = QAccessible::queryAccessibleInterface(&group);
        QCOMPARE(read->text(QAccessible::Name), group.accessibleName());
        QCOMPARE(read->text(QAccessible::Value), group.currentText());
        QVERIFY(group.accessibleName() != group.currentText());
        QCOMPARE(read->role(), QAccessible::ComboBox);
    }

private:
    /// A panel of the window, or one of its own: by object name, or by class.
    static QWidget* find(const QString& name)
    {
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget* widget : all) {
            const QString type =
                QString::fromLatin1(widget->metaObject()->className()).section(QStringLiteral("::"), -1);
            const bool isIt = widget->objectName() == name || type.compare(name, Qt::CaseInsensitive) == 0;
            if (isIt && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
