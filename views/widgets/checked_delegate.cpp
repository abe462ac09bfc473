// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/checked_delegate.h"

#include "theme/theme.h"
#include "widgets/choice_box.h"
#include "widgets/choice_list.h"
#include "widgets/row_picker.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>

namespace ochain {

CheckedDelegate::CheckedDelegate(Reader reader, Choices choices, QObject* parent)
    : CellDelegate(parent), m_reader(std::move(reader)), m_choices(std::move(choices)), m_notes(new CellNotes(this))
{
    connect(m_notes, &CellNotes::noted, this, &CheckedDelegate::noted);
    connect(m_notes, &CellNotes::overtaken, this, &CheckedDelegate::overtaken);
    connect(m_notes, &CellNotes::chosen, this, [this](QWidget* editor) {
        if (!passes(editor))
            return;
        emit commitData(editor);
        emit closeEditor(editor);
    });
}

QWidget* CheckedDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const
{
    Q_UNUSED(option)
    QWidget* editor = nullptr;
    if (const QList<std::pair<QString, QString>> choices = m_choices(index); !choices.isEmpty()) {
        editor = createChoice(parent, choices);
    } else {
        editor = createLine(parent, index);
    }
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setProperty("cell", QVariant::fromValue(QPersistentModelIndex(index)));
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    // A view that is being destroyed with its editor open is no view any more, and who listens may be half gone too.
    connect(editor, &QObject::destroyed, m_notes, [notes = m_notes, parent] {
        if (qobject_cast<QAbstractItemView*>(parent->parentWidget()) != nullptr)
            emit notes->noted({}, false);
    });
    return editor;
}

QWidget* CheckedDelegate::createLine(QWidget* parent, const QModelIndex& index) const
{
    auto* line = new QLineEdit(parent);
    line->setFrame(false);
    connect(line, &QLineEdit::textEdited, this, [this, line] { judge(line); });
    const RowPicker* picker = m_finder ? m_finder(index, *line) : nullptr;
    if (picker != nullptr)
        connect(picker, &RowPicker::picked, m_notes, [notes = m_notes, line](const QString& key) {
            line->setText(key);
            emit notes->chosen(line);
        });
    return line;
}

QWidget* CheckedDelegate::createChoice(QWidget* parent, const QList<std::pair<QString, QString>>& choices) const
{
    auto* box = new ChoiceBox(parent);
    box->setItems(choices);
    // What is chosen is taken at once, as in a form.
    connect(box, &ChoiceBox::chosen, m_notes, [notes = m_notes, box] { emit notes->chosen(box); });
    connect(box, &ChoiceBox::typed, this, [this, box] { judge(box); });
    return box;
}

/// Called when the editor opens, and whenever the cell changes under it: what somebody has typed stays then.
void CheckedDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const QVariant shown = editor->property("shown");
    if (shown.isValid() && shown.toString() != typedIn(editor))
        return;
    fill(editor, index);
    editor->setProperty("shown", typedIn(editor));
    editor->setProperty("before", index.data(Qt::EditRole).toString());
}

void CheckedDelegate::fill(QWidget* editor, const QModelIndex& index) const
{
    if (auto* box = qobject_cast<ChoiceBox*>(editor)) {
        box->setValue(index.data(Qt::EditRole).toString());
        box->lineEdit()->selectAll(); // typing replaces it, as in a line
    } else {
        CellDelegate::setEditorData(editor, index);
    }
}

bool CheckedDelegate::isOvertaken(const QWidget* editor)
{
    const QModelIndex cell = editor->property("cell").toPersistentModelIndex();
    const QVariant before = editor->property("before");
    const QString now = cell.data(Qt::EditRole).toString();
    return cell.isValid() && before.isValid() && now != before.toString() && now != typedIn(editor);
}

/// Whether what is typed may be taken; where somebody else was faster only after that was said.
bool CheckedDelegate::passes(QWidget* editor) const
{
    if (!isOvertaken(editor))
        return judge(editor);
    const QModelIndex cell = editor->property("cell").toPersistentModelIndex();
    setLook(editor, "state", QStringLiteral("wrong"));
    if (m_teller)
        emit m_notes->noted(
            tr("%1 Enter once more takes yours, Esc keeps theirs.").arg(m_teller(cell, typedIn(editor))), true);
    editor->setProperty("before", cell.data(Qt::EditRole).toString());
    return false;
}

void CheckedDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (isOvertaken(editor)) { // left by the mouse
        if (m_teller)
            emit m_notes->overtaken(m_teller(index, typedIn(editor)));
        return;
    }
    if (const auto* box = qobject_cast<const ChoiceBox*>(editor))
        model->setData(index, box->value()); // of two that are called alike the one chosen
    else
        CellDelegate::setModelData(editor, model, index);
}

QString CheckedDelegate::typedIn(const QWidget* editor)
{
    if (const auto* box = qobject_cast<const ChoiceBox*>(editor))
        return box->value();
    const auto* line = qobject_cast<const QLineEdit*>(editor);
    return line == nullptr ? QString() : line->text();
}

tl::expected<QString, QString> CheckedDelegate::readingOf(const QWidget* editor) const
{
    return m_reader(cellOf(editor), typedIn(editor));
}

QModelIndex CheckedDelegate::cellOf(const QWidget* editor)
{
    return editor == nullptr ? QModelIndex() : QModelIndex(editor->property("cell").toPersistentModelIndex());
}

bool CheckedDelegate::isRefused(QWidget* editor) const
{
    return typedIn(editor) != editor->property("shown").toString() && !isOvertaken(editor) && !judge(editor);
}

bool CheckedDelegate::judge(QWidget* editor) const
{
    const tl::expected<QString, QString> reading = readingOf(editor);
    setLook(editor, "state", reading ? QString() : QStringLiteral("wrong"));
    emit m_notes->noted(reading ? *reading : reading.error(), !reading);
    return reading.has_value();
}

bool CheckedDelegate::take(QWidget* editor)
{
    if (!passes(editor))
        return false;
    emit commitData(editor);
    emit closeEditor(editor);
    return true;
}

bool CheckedDelegate::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* list = watched->findChild<ChoiceList*>();
        if (list != nullptr && list->isVisible() && list->handleKey(*static_cast<QKeyEvent*>(event)))
            return true; // what is lit is taken before the cell is judged
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool commits =
            key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        auto* editor = qobject_cast<QWidget*>(watched);
        if (commits && editor != nullptr && !passes(editor))
            return true; // stays open, marked
    }
    return CellDelegate::eventFilter(watched, event);
}

} // namespace ochain
