// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/find_popup.h"

#include "items/find_model.h"
#include "items/roles.h"
#include "theme/theme.h"
#include "theme/tones.h"
#include "widgets/wrapped_label.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ochain {

namespace {

constexpr int kWidth = 520;
constexpr int kHeight = 420;
constexpr int kFindRowHeight = 44;

/// Two lines: what it is called, and what kind of row it is and what matched.
class FindDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString name = cell.text;
        cell.text.clear();
        QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
        if (cell.state.testFlag(QStyle::State_Selected))
            painter->fillRect(cell.rect, tonesOf(cell.palette).selection);
        const Tones& tones = tonesOf(cell.palette);
        const QRect box = cell.rect.adjusted(kGrid, 4, -kGrid, -4);
        painter->save();
        painter->setFont(noteFont());
        painter->setPen(tones.muted);
        const QString match = index.data(MatchRole).toString();
        painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom,
                          QFontMetrics(noteFont()).elidedText(match, Qt::ElideRight, box.width()));
        painter->setFont(cell.font);
        painter->setPen(tones.ink);
        const int room = box.width();
        const Qt::Alignment place = Qt::AlignLeft | (match.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop);
        painter->drawText(box, static_cast<int>(place), cell.fontMetrics.elidedText(name, Qt::ElideRight, room));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), kFindRowHeight};
    }
};

} // namespace

FindPopup::FindPopup(QWidget* parent)
    : QFrame(parent, Qt::Popup), m_edit(new QLineEdit(this)), m_list(new QListView(this)),
      m_hint(new WrappedLabel(this))
{
    setObjectName(QStringLiteral("findPopup"));
    setProperty("look", QStringLiteral("popup"));
    m_edit->setObjectName(QStringLiteral("findEdit"));
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("findList"));
    m_list->setItemDelegate(new FindDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    makeNote(m_hint);
    m_hint->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_edit);
    layout->addWidget(m_hint);
    layout->addWidget(m_list, 1);
    setFixedSize(kWidth, kHeight);
    connect(m_edit, &QLineEdit::textChanged, this, &FindPopup::search);
    connect(m_list, &QListView::clicked, this, &FindPopup::choose);
    retranslate();
}

FindPopup::~FindPopup() = default;

void FindPopup::setDocument(Document* document)
{
    m_list->setModel(nullptr);
    m_model.reset();
    m_document = document;
    if (document == nullptr)
        return;
    m_model = std::make_unique<FindModel>(*document);
    m_list->setModel(m_model.get());
}

void FindPopup::openAt(const QPoint& topRight)
{
    m_edit->clear();
    search({});
    move(topRight - QPoint(kWidth, 0));
    show();
    m_edit->setFocus();
}

void FindPopup::search(const QString& text)
{
    if (!m_model)
        return;
    m_model->setQuery(text);
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_hint->setVisible(isEmpty);
    m_hint->setText(text.trimmed().isEmpty()
                        ? tr("Type a part of a name or key: companies, deals, metrics, events, sources.")
                        : tr("Nothing is called like that."));
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    if (!isEmpty)
        m_list->setCurrentIndex(m_model->index(0));
}

void FindPopup::choose(const QModelIndex& index)
{
    const std::optional<RowRef> row = rowRefOf(index);
    close();
    if (row)
        emit chosen(*row);
}

void FindPopup::moveBy(int rows)
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_list->currentIndex());
}

bool FindPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            moveBy(1);
            return true;
        case Qt::Key_Up:
            moveBy(-1);
            return true;
        case Qt::Key_PageDown:
            moveBy(8);
            return true;
        case Qt::Key_PageUp:
            moveBy(-8);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FindPopup::retranslate()
{
    setAccessibleName(tr("Quick find"));
    m_edit->setPlaceholderText(tr("Find…"));
    m_edit->setAccessibleName(tr("Find nodes, deals and sources"));
    m_list->setAccessibleName(tr("Found"));
}

void FindPopup::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_model)
            m_model->retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace ochain
