// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/choice_box.h"

#include "items/match_rank.h"
#include "widgets/choice_list.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>

namespace ochain {

namespace {

constexpr int kDataRole = Qt::UserRole;      ///< of an offered row: the data of its item
constexpr int kIsNewRole = Qt::UserRole + 1; ///< whether it would be an item only now
constexpr int kNotAtAll = 9;                 ///< beyond every rank of a match

} // namespace

ChoiceBox::ChoiceBox(QWidget* parent) : QComboBox(parent), m_offered(std::make_unique<QStandardItemModel>())
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setCompleter(nullptr); // it would put words into one's mouth
    QLineEdit* line = lineEdit();
    // Of two items of one name the box would take the first.
    disconnect(line, &QLineEdit::returnPressed, this, nullptr);
    disconnect(line, &QLineEdit::editingFinished, this, nullptr);
    m_list = new ChoiceList(*line, *this);
    m_list->setModel(m_offered.get());
    connect(this, &QObject::objectNameChanged, m_list,
            [this](const QString& name) { m_list->setObjectName(name + QStringLiteral("Choices")); });
    connect(line, &QLineEdit::textEdited, this, [this](const QString& text) {
        offer(text);
        emit typed();
    });
    connect(line, &QLineEdit::editingFinished, this, &ChoiceBox::left);
    line->installEventFilter(this);
    connect(this, &QComboBox::activated, this, &ChoiceBox::chosen);
    connect(m_list, &ChoiceList::wanted, this, [this] {
        if (!isChosen() && !currentText().isEmpty())
            offer(currentText()); // no step from the item chosen before
    });
    connect(m_list, &ChoiceList::chosen, this, [this](const QModelIndex& index) {
        const QVariant value = index.data(kDataRole);
        if (index.data(kIsNewRole).toBool() && findData(value) < 0)
            addItem(value.toString(), value);
        choose(findData(value));
    });
}

ChoiceBox::~ChoiceBox()
{
    m_list->setModel(nullptr); // which goes before it
}

/// The only item of those words or that data; -1 if there is none or more than one.
int ChoiceBox::itemNamed(const QString& text) const
{
    const QString name = text.trimmed();
    int found = -1;
    for (int item = 0; item < count(); ++item) {
        const bool isIt = itemText(item).compare(name, Qt::CaseInsensitive) == 0 ||
                          (!name.isEmpty() && itemData(item).toString().compare(name, Qt::CaseInsensitive) == 0);
        if (isIt && found >= 0)
            return -1;
        if (isIt)
            found = item;
    }
    return found;
}

bool ChoiceBox::isChosen() const
{
    return (currentIndex() >= 0 && itemText(currentIndex()) == currentText()) || itemNamed(currentText()) >= 0;
}

QString ChoiceBox::value() const
{
    if (currentIndex() >= 0 && itemText(currentIndex()) == currentText())
        return currentData().toString(); // also where two are called alike
    const int item = itemNamed(currentText());
    return item >= 0 ? itemData(item).toString() : currentText();
}

void ChoiceBox::setValue(const QString& value)
{
    const QSignalBlocker quiet(this);
    const int byData = findData(value);
    const int item = byData >= 0 ? byData : itemNamed(value);
    setCurrentIndex(item);
    if (item < 0)
        setEditText(value);
    lineEdit()->setCursorPosition(0);
}

void ChoiceBox::setItems(const QList<std::pair<QString, QString>>& items)
{
    if (items == m_items && count() == static_cast<int>(items.size())) // else one that was made stands behind them
        return;
    m_items = items;
    const QSignalBlocker quiet(this);
    const QString now = value();
    const int cursor = lineEdit()->cursorPosition();
    clear();
    for (const auto& [itsValue, words] : items)
        addItem(words, itsValue);
    setValue(now);
    if (hasFocus())
        lineEdit()->setCursorPosition(cursor);
}

void ChoiceBox::setWords(const QString& placeholder)
{
    lineEdit()->setPlaceholderText(placeholder);
}

void ChoiceBox::offer(const QString& text)
{
    const QString wanted = text.simplified().toLower();
    std::vector<std::pair<int, int>> ranked; // by rank, then in their own order
    for (int item = 0; item < count(); ++item) {
        const auto byWords = matchRank(itemText(item).toLower(), wanted);
        const auto byValue = matchRank(itemData(item).toString().toLower(), wanted);
        if (wanted.isEmpty() || byWords || byValue)
            ranked.emplace_back(std::min(byWords.value_or(kNotAtAll), byValue.value_or(kNotAtAll)), item);
    }
    std::sort(ranked.begin(), ranked.end());
    m_offered->clear();
    for (const auto& [rank, item] : ranked)
        append(itemText(item), itemData(item));
    if (m_maker && !wanted.isEmpty() && itemNamed(text) < 0)
        if (const auto [value, words] = m_maker(text); !value.isEmpty() && findData(value) < 0) {
            append(words, value);
            m_offered->item(m_offered->rowCount() - 1)->setData(true, kIsNewRole);
        }
    m_list->offer();
}

void ChoiceBox::append(const QString& words, const QVariant& value)
{
    auto* row = new QStandardItem(words);
    row->setData(value, kDataRole);
    m_offered->appendRow(row);
}

void ChoiceBox::choose(int item)
{
    if (item < 0)
        return; // it has gone meanwhile
    setCurrentIndex(item);
    setEditText(itemText(item)); // the box may stand on it already while something else was being typed
    lineEdit()->setCursorPosition(0);
    emit chosen();
}

void ChoiceBox::showPopup()
{
    const int now = isChosen() ? itemNamed(currentText()) : -1;
    offer({});
    if (m_list->isVisible() && now >= 0)
        m_list->light(m_offered->index(now, 0));
}

void ChoiceBox::hidePopup()
{
    m_list->hide();
}

void ChoiceBox::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Up && !isChosen() && !currentText().isEmpty())
        return offer(currentText()); // as Down
    QComboBox::keyPressEvent(event);
    if (isEnter && (isChosen() || currentText().isEmpty()))
        emit entered();
}

/// A click anywhere opens the list, as of any box; what is typed then replaces what stood there.
bool ChoiceBox::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == lineEdit() && event->type() == QEvent::MouseButtonRelease && isEnabled() &&
        static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton && !lineEdit()->hasSelectedText()) {
        lineEdit()->selectAll();
        showPopup();
    }
    return QComboBox::eventFilter(watched, event);
}

} // namespace ochain
