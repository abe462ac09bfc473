// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/year_range.h"

#include "document/names.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/field_note.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <tuple>
#include <utility>

namespace ochain {

namespace {

constexpr int kFieldWidth = 56;

QLineEdit* yearEdit(const QString& name, QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setFixedWidth(kFieldWidth);
    return edit;
}

QString yearText(YearRange::Year year)
{
    return year ? QString::number(*year) : QString();
}

} // namespace

YearRange::YearRange(const QString& name, QWidget* parent)
    : QWidget(parent), m_caption(new QLabel(this)), m_from(yearEdit(name + QStringLiteral("From"), this)),
      m_dash(new QLabel(QStringLiteral("–"), this)), m_to(yearEdit(name + QStringLiteral("To"), this)),
      m_clear(new QToolButton(this)), m_note(new FieldNote(name + QStringLiteral("Note"), *m_from))
{
    makeCaption(m_caption);
    m_clear->setObjectName(name + QStringLiteral("Clear"));
    m_clear->setIcon(lineIcon(QStringLiteral("close")));
    m_clear->setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_from, m_dash, m_to, m_clear})
        layout->addWidget(widget);
    for (QLineEdit* edit : {m_from, m_to}) {
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::editingFinished, this, &YearRange::read);
    }
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_from->setFocus(); // the button goes
        emit chosen({}, {});
    });
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    showYears();
}

void YearRange::setLimits(int first, int last)
{
    m_first = first;
    m_last = last;
    setEnabled(first <= last);
}

void YearRange::setYears(Year from, Year to)
{
    m_chosenFrom = from;
    m_chosenTo = to;
    showYears();
}

void YearRange::showYears()
{
    m_from->setText(yearText(m_chosenFrom));
    m_to->setText(yearText(m_chosenTo));
    m_clear->setVisible(m_chosenFrom || m_chosenTo);
    std::ignore = mark(m_from, false);
    std::ignore = mark(m_to, false);
    m_note->tell({});
}

void YearRange::setShown(Year first, Year last)
{
    m_from->setPlaceholderText(yearText(first));
    m_to->setPlaceholderText(yearText(last));
}

void YearRange::retranslate()
{
    m_caption->setText(tr("Years"));
    m_from->setAccessibleName(tr("First year shown"));
    m_to->setAccessibleName(tr("Last year shown"));
    m_clear->setToolTip(tr("Show all years"));
    m_clear->setAccessibleName(m_clear->toolTip());
    showYears();
}

bool YearRange::mark(QLineEdit* edit, bool isWrong) const
{
    const QString meaning = tr("A year from %1 to %2; empty: as far as there is something to see. A drag along the "
                               "years of the picture chooses too.")
                                .arg(m_first)
                                .arg(m_last);
    setLook(edit, "state", isWrong ? QStringLiteral("wrong") : QString());
    edit->setToolTip(meaning);
    edit->setAccessibleDescription(isWrong ? meaning : QString());
    return isWrong;
}

void YearRange::read()
{
    const auto yearOf = [](const QLineEdit* edit) { return edit->text().trimmed(); };
    const auto isWrong = [&](const QLineEdit* edit) {
        bool isNumber = false;
        const int year = yearOf(edit).toInt(&isNumber);
        return !yearOf(edit).isEmpty() && (!isNumber || year < m_first || year > m_last);
    };
    const bool isWrongFrom = mark(m_from, isWrong(m_from));
    const bool isWrongTo = mark(m_to, isWrong(m_to));
    if (isWrongFrom || isWrongTo) {
        const QString typed = yearOf(isWrongFrom ? m_from : m_to);
        m_note->tell(tr("“%1” is no year of the chain; write one from %2 to %3, or nothing to see all of them")
                         .arg(visibleText(typed), QString::number(m_first), QString::number(m_last)));
        return;
    }
    m_note->tell({});
    Year from = yearOf(m_from).isEmpty() ? Year() : Year(yearOf(m_from).toInt());
    Year to = yearOf(m_to).isEmpty() ? Year() : Year(yearOf(m_to).toInt());
    if (from && to && *from > *to)
        std::swap(from, to);
    if (from != m_chosenFrom || to != m_chosenTo)
        emit chosen(from, to);
}

bool YearRange::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        showYears();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ochain
