// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/saved_views_panel.h"

#include "document/names.h"
#include "items/saved_views_model.h"
#include "panels/question_delegate.h"
#include "theme/theme.h"
#include "widgets/whole_list.h"
#include "widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr int kLongestName = 200;

/// The keys that the list has for itself, whatever the menus do with them.
bool isOfList(int key, Qt::KeyboardModifiers modifiers)
{
    const bool isStep = key == Qt::Key_Up || key == Qt::Key_Down;
    return (key == Qt::Key_Delete && modifiers == Qt::NoModifier) || (isStep && modifiers == Qt::AltModifier);
}

} // namespace

SavedViewsPanel::SavedViewsPanel(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_save(new QPushButton(this)), m_name(new QLineEdit(this)),
      m_hint(new WrappedLabel(this)), m_list(new WholeList(this))
{
    setObjectName(QStringLiteral("savedViewsPanel"));
    makeNote(m_title);
    makeNote(m_hint);
    m_save->setObjectName(QStringLiteral("saveViewButton"));
    m_save->setProperty("look", QStringLiteral("quietLink"));
    createName();
    createList();
    layOut();
    connect(m_save, &QPushButton::clicked, this, &SavedViewsPanel::namingWanted);
    retranslate();
    showState();
}

SavedViewsPanel::~SavedViewsPanel() = default;

void SavedViewsPanel::createName()
{
    m_name->setObjectName(QStringLiteral("savedViewName"));
    m_name->setMaxLength(kLongestName);
    m_name->installEventFilter(this);
    m_name->hide();
    connect(m_name, &QLineEdit::returnPressed, this, &SavedViewsPanel::saveTyped);
}

void SavedViewsPanel::createList()
{
    m_list->setObjectName(QStringLiteral("savedViewsList"));
    m_list->setItemDelegate(new QuestionDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setProperty("movesRows", true);
    m_list->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this, &SavedViewsPanel::showMenu);
    connect(m_list, &WholeList::opened, this, [this](const QModelIndex& index) {
        if (m_model)
            emit viewWanted(m_model->viewAt(index));
    });
    connect(m_list, &WholeList::movedTo, this,
            [this](const QRect& place) { emit movedTo(place.translated(m_list->pos())); });
}

void SavedViewsPanel::layOut()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * kGrid, kGrid, kGrid, 0);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_save);
    auto* name = new QHBoxLayout;
    name->setContentsMargins(kGrid, 0, kGrid, 0);
    name->addWidget(m_name);
    m_hint->setContentsMargins(2 * kGrid, kGrid / 2, 2 * kGrid, kGrid);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, kGrid);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(head);
    layout->addLayout(name);
    layout->addWidget(m_hint);
    layout->addWidget(m_list);
}

void SavedViewsPanel::setDocument(Document* document)
{
    m_list->setModel(nullptr);
    m_model.reset();
    m_document = document;
    endNaming();
    if (document != nullptr) {
        m_model = std::make_unique<SavedViewsModel>(*document);
        m_list->setModel(m_model.get());
        connect(m_model.get(), &SavedViewsModel::refused, this, &SavedViewsPanel::refused);
        connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, &SavedViewsPanel::showState);
        connect(m_model.get(), &QAbstractItemModel::rowsRemoved, this, &SavedViewsPanel::showState);
    }
    showState();
}

/// Where there are none, what would stand here and how to get there.
void SavedViewsPanel::showState()
{
    const bool hasViews = m_model && m_model->rowCount() > 0;
    m_list->setVisible(hasViews);
    m_hint->setVisible(!hasViews && m_name->isHidden());
    m_save->setEnabled(m_document != nullptr && !m_document->isReadOnly());
}

void SavedViewsPanel::askName(const QString& suggestion)
{
    if (!m_save->isEnabled())
        return;
    m_name->setText(suggestion);
    m_name->show();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
    showState();
    emit movedTo(m_name->geometry());
}

void SavedViewsPanel::saveTyped()
{
    if (const QString name = m_name->text().simplified(); !name.isEmpty())
        emit saveWanted(name);
}

void SavedViewsPanel::save(const QString& name, const QString& state)
{
    const QModelIndex index = m_model ? m_model->save(name, state) : QModelIndex();
    if (!index.isValid())
        return; // what was typed stays, and why it was refused is said
    endNaming();
    m_list->setCurrentIndex(index);
    m_list->setFocus(Qt::OtherFocusReason);
}

void SavedViewsPanel::replace(ViewId view, const QString& state)
{
    if (m_model)
        m_model->replace(m_model->indexOf(view), state);
}

void SavedViewsPanel::endNaming()
{
    const bool hadKeyboard = m_name->hasFocus();
    m_name->clear();
    m_name->hide();
    showState();
    if (hadKeyboard)
        m_save->setFocus(Qt::OtherFocusReason);
}

void SavedViewsPanel::moveCurrent(int steps)
{
    if (!m_model)
        return;
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        m_model->move(index, index.row() + steps);
    if (m_list->currentIndex().isValid())
        emit movedTo(m_list->visualRect(m_list->currentIndex()).translated(m_list->pos()));
}

void SavedViewsPanel::eraseCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    const QString name = index.data().toString();
    if (m_model && m_model->erase(index))
        emit erased(name);
}

bool SavedViewsPanel::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (!isOfList(key, modifiers) || !m_document || m_document->isReadOnly())
        return false;
    if (key == Qt::Key_Delete)
        eraseCurrent();
    else
        moveCurrent(key == Qt::Key_Up ? -1 : 1);
    return true;
}

bool SavedViewsPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    if (event->type() == QEvent::ShortcutOverride) {
        const bool isOurs = watched == m_list ? isOfList(key->key(), modifiers) : key->key() == Qt::Key_Escape;
        if (isOurs)
            event->accept(); // and no menu gets it
        return isOurs;
    }
    if (watched == m_list && takeKey(key->key(), modifiers))
        return true;
    if (watched == m_name && key->key() == Qt::Key_Escape) {
        endNaming();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SavedViewsPanel::fillMenu(QMenu& menu)
{
    for (int row = 0; m_model && row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        menu.addAction(literally(index.data().toString()), this,
                       [this, view = m_model->viewAt(index)] { emit viewWanted(view); });
    }
    if (!m_model || !m_list->currentIndex().isValid())
        return;
    menu.addSeparator();
    fillRowMenu(menu);
}

void SavedViewsPanel::fillRowMenu(QMenu& menu)
{
    const QModelIndex index = m_list->currentIndex();
    const ViewId view = m_model->viewAt(index);
    const bool canEdit = !m_document->isReadOnly();
    const auto add = [&](const QString& text, bool isEnabled, auto&& run) {
        menu.addAction(text, this, std::forward<decltype(run)>(run))->setEnabled(isEnabled);
    };
    add(tr("Open"), true, [this, view] { emit viewWanted(view); });
    add(tr("Rename\tF2"), canEdit, [this] { m_list->edit(m_list->currentIndex()); });
    add(tr("Let it hold what is shown now"), canEdit, [this, view] { emit replaceWanted(view); });
    menu.addSeparator();
    add(tr("Up\tAlt+Up"), canEdit && index.row() > 0, [this] { moveCurrent(-1); });
    add(tr("Down\tAlt+Down"), canEdit && index.row() + 1 < m_model->rowCount(), [this] { moveCurrent(1); });
    menu.addSeparator();
    add(tr("Erase\tDelete"), canEdit, [this] { eraseCurrent(); });
}

void SavedViewsPanel::showMenu(const QPoint& at)
{
    if (!m_model || !m_list->currentIndex().isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("savedViewMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillRowMenu(*menu);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void SavedViewsPanel::retranslate()
{
    m_title->setText(tr("My views"));
    m_list->setAccessibleName(tr("My views"));
    m_save->setText(tr("Save this view"));
    m_save->setToolTip(tr("Keep view, lens, group and table of the moment in the file, under a name"));
    m_name->setPlaceholderText(tr("Name of the view"));
    m_name->setAccessibleName(tr("Name of the view to be saved"));
    m_hint->setText(tr("What you look at can be kept here under a name, in the file."));
    if (m_model)
        m_model->retranslate();
}

void SavedViewsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ochain
