// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/claims_strip.h"

#include "editing/claim_edits.h"
#include "editing/claim_history.h"
#include "editing/dated_change.h"
#include "editing/field_names.h"
#include "editing/new_source.h"
#include "editing/table_edits.h"
#include "formats/format.h"
#include "forms/changed_on_line.h"
#include "forms/claim_lines.h"
#include "forms/row_words.h"
#include "forms/tab_order.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/wrapped_label.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ochain {

namespace {

/// Whether the history of a field ends with what the field has.
bool endsWith(const Chain& chain, const ClaimHistory& history, RowRef row, Field field)
{
    if (history.adopted.empty())
        return false;
    const std::string_view last = chain.text(chain.claims()[history.adopted.back()].value);
    const std::string now = chain.value(row, field);
    return last == now || canonical(row.table, {}, field, last) == now;
}

} // namespace

ClaimsStrip::ClaimsStrip(const QString& name, int indent, ChangeAnswers& last, QWidget* parent)
    : QWidget(parent), m_fold(new QPushButton(this)), m_lines(new ClaimLines(name, this)),
      m_changed(new ChangedOnLine(name, last, this)), m_problem(new WrappedLabel(this))
{
    setObjectName(name + QStringLiteral("Claims"));
    m_fold->setObjectName(name + QStringLiteral("History"));
    m_fold->setProperty("look", QStringLiteral("quiet"));
    m_fold->setAutoDefault(true);
    m_fold->setMinimumWidth(1); // a long text gives way, not the form
    m_problem->setObjectName(name + QStringLiteral("ClaimProblem"));
    m_problem->setProperty("role", QStringLiteral("error"));
    m_problem->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(indent, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    layout->addWidget(m_lines);
    layout->addWidget(m_problem);
    layout->addWidget(m_changed);
    connect(m_fold, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    connect(m_lines, &ClaimLines::adoptionWanted, this,
            [this](ClaimId claim) { change(adoptionOf(m_document->chain(), claim)); });
    connect(m_lines, &ClaimLines::erasureWanted, this,
            [this](ClaimId claim) { change(erasureOf(m_document->chain(), claim)); });
    connect(m_changed, &ChangedOnLine::answered, this, &ClaimsStrip::keepAsChange);
    connect(m_changed, &ChangedOnLine::left, this, &ClaimsStrip::left);
    clear();
}

void ClaimsStrip::setDocument(Document* document)
{
    clear();
    m_document = document;
    m_changed->setDocument(document);
}

void ClaimsStrip::clear()
{
    m_row.reset();
    m_changed->fold();
    hide();
}

void ClaimsStrip::showClaims(RowRef row, Field field, const QString& caption, const std::optional<std::string>& before)
{
    if (m_row != row || m_field != field) {
        m_isOpen = false;
        m_changed->fold();
    }
    m_row = row;
    m_field = field;
    m_caption = caption;
    m_changed->setCaption(caption);
    m_before = before;
    m_problem->hide();
    fill();
}

void ClaimsStrip::fill()
{
    if (m_document == nullptr || !m_row)
        return;
    const Chain& chain = m_document->chain();
    if (!chain.isAlive(*m_row))
        return clear();
    const ClaimHistory history = claimsOn(chain, *m_row, m_field);
    QStringList parts;
    if (history.adopted.size() > 1)
        parts << tr("%n change(s)", nullptr, static_cast<int>(history.adopted.size()) - 1);
    else if (history.adopted.size() == 1) {
        const Date since = chain.claims()[history.adopted.front()].asOf;
        parts << (since.isSet() ? tr("since %1").arg(dateText(since)) : tr("always known"));
    }
    if (!history.rivals.empty())
        parts << tr("%n rival(s)", nullptr, static_cast<int>(history.rivals.size()));
    const QString text = parts.join(tr(", ", "between counts"));
    m_fold->setText(m_caption.isEmpty() ? text : tr("%1: %2", "field, counts").arg(m_caption, text));
    m_fold->setAccessibleName(tr("History of %1: %2").arg(fieldLabel(m_row->table, m_field), text));
    m_fold->setVisible(!history.isEmpty());
    m_lines->setClaims(chain, *m_row, m_field, history, m_document->isReadOnly());
    setOpen(m_isOpen);
    const bool isOpenEnded =
        history.adopted.empty() ? m_before.has_value() : !endsWith(chain, history, *m_row, m_field);
    m_changed->setVisible(isOpenEnded && !m_document->isReadOnly());
    if (!isOpenEnded)
        m_changed->fold();
    setVisible(!history.isEmpty() || isOpenEnded);
    putBeforeInTabOrder(*m_changed->editors().constFirst(), m_lines->buttons());
}

void ClaimsStrip::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    m_fold->setIcon(lineIcon(isOpen ? QStringLiteral("down") : QStringLiteral("next")));
    m_fold->setAccessibleDescription(isOpen ? tr("open") : tr("folded"));
    m_fold->setToolTip(isOpen ? tr("Fold the history") : tr("Show what was said when, and by whom"));
    m_lines->setVisible(isOpen && m_fold->isVisibleTo(this));
}

QList<QWidget*> ClaimsStrip::editors() const
{
    return QList<QWidget*>{m_fold} + m_changed->editors();
}

std::vector<UnsavedText> ClaimsStrip::unsaved() const
{
    std::vector<UnsavedText> texts;
    if (m_document == nullptr || !m_row || !isVisibleTo(parentWidget()))
        return texts;
    const QString title = rowTitle(m_document->chain(), *m_row);
    for (const QLineEdit* line : m_changed->unsaved())
        if (const QString text = line->text().trimmed(); !text.isEmpty())
            texts.push_back({title,
                             line->accessibleName(),
                             visibleText(text),
                             tr("It is kept by Enter or by the button beside it."),
                             {},
                             -1,
                             {}});
    return texts;
}

void ClaimsStrip::keepAsChange(const Date& day, const QString& source, const QString& address, const QString& title)
{
    const Chain& chain = m_document->chain();
    EditBuilder builder(chain);
    std::string key = source.toStdString();
    std::optional<Problem> problem;
    if (key.empty())
        problem = orderNewSource(builder, chain, address, title, key);
    const std::string now = chain.value(*m_row, m_field);
    if (!problem)
        problem = orderDatedChange(builder, chain, {*m_row, m_field, m_before.value_or(now), now, day, key});
    const QString why = apply(problem ? tl::expected<Edit, Problem>(tl::unexpected(std::move(*problem)))
                                      : tl::expected<Edit, Problem>(std::move(builder).build({}, {})));
    if (!why.isEmpty())
        m_changed->sayWrong(why);
}

/// Adopts or erases a claim.
void ClaimsStrip::change(const tl::expected<Edit, Problem>& edit)
{
    const QString why = apply(edit);
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
}

/// @return what is wrong with it; empty: it is done, or what is wrong is told by others
QString ClaimsStrip::apply(const tl::expected<Edit, Problem>& edit)
{
    if (!edit)
        return sentenceText(edit.error().sentence);
    const auto applied = m_document->apply(*edit);
    if (applied) {
        emit left(); // what was pressed may be gone
        return {};
    }
    if (!applied.error().error)
        return refusedText(applied.error());
    emit notSaved(errorText(*applied.error().error));
    return {};
}

void ClaimsStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_changed->retranslate();
        fill();
    }
    QWidget::changeEvent(event);
}

} // namespace ochain
