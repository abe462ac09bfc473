// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/questions_panel.h"

#include "items/questions_model.h"
#include "items/roles.h"
#include "panels/question_delegate.h"
#include "panels/saved_views_panel.h"
#include "theme/theme.h"
#include "widgets/whole_list.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ochain {

QuestionsPanel::QuestionsPanel(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("questionsPanel"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its lists have the keyboard
    auto* page = new QWidget(this);
    m_list = new WholeList(page);
    m_list->setObjectName(QStringLiteral("questionsList"));
    m_list->setItemDelegate(new QuestionDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_views = new SavedViewsPanel(page);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_list);
    layout->addWidget(m_views);
    layout->addStretch(1);
    setWidget(page);
    connect(m_list, &WholeList::opened, this, &QuestionsPanel::open);
    connect(m_views, &SavedViewsPanel::viewWanted, m_list, &QAbstractItemView::clearSelection);
    connect(m_list, &WholeList::movedTo, this, [this](const QRect& place) {
        m_views->list()->clearSelection(); // one is chosen of both
        scrollTo(*m_list, place);
    });
    connect(m_views, &SavedViewsPanel::movedTo, this, [this](const QRect& place) {
        m_list->clearSelection();
        scrollTo(*m_views, place);
    });
    retranslate();
}

QuestionsPanel::~QuestionsPanel() = default;

void QuestionsPanel::setDocument(Document* document)
{
    m_list->setModel(nullptr);
    m_model.reset();
    m_views->setDocument(document);
    m_document = document;
    if (document == nullptr)
        return;
    m_model = std::make_unique<QuestionsModel>(*document);
    m_list->setModel(m_model.get());
}

void QuestionsPanel::begin()
{
    if (m_model)
        m_model->begin();
}

void QuestionsPanel::takeKeyboard()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool QuestionsPanel::hasKeyboard() const
{
    return m_list->hasFocus();
}

std::optional<FigureCell> QuestionsPanel::currentFigure() const
{
    const QVariant cell = m_list->currentIndex().data(FigureCellRole);
    return cell.isValid() ? std::optional(cell.value<FigureCell>()) : std::nullopt;
}

void QuestionsPanel::open(const QModelIndex& index)
{
    m_views->list()->clearSelection();
    if (const Place* place = m_model ? m_model->placeOf(index) : nullptr; place != nullptr)
        emit placeWanted(Place(*place)); // answers may come anew meanwhile
}

/// What has the keyboard is in sight.
void QuestionsPanel::scrollTo(const QWidget& part, const QRect& place)
{
    const QRect there = place.translated(part.pos());
    ensureVisible(there.center().x(), there.center().y(), 0, there.height() / 2 + kGrid);
}

void QuestionsPanel::retranslate()
{
    m_list->setAccessibleName(tr("Questions"));
    if (m_model)
        m_model->retranslate();
}

void QuestionsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace ochain
