// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/what_if_line.h"

#include "document/names.h"
#include "editing/typed_text.h"
#include "editing/value_text.h"
#include "editing/what_if_words.h"
#include "formats/format.h"
#include "forms/field_row.h"
#include "forms/form_spec.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/cell_checks.h"
#include "widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ochain {

WhatIfLine::WhatIfLine(Document& document, RowRef row, Field field, int number, QWidget* parent)
    : QWidget(parent), m_document(document), m_row(row), m_field(field), m_name(new WrappedLabel(this)),
      m_remove(new QToolButton(this)), m_slider(new QSlider(Qt::Horizontal, this)), m_base(new WrappedLabel(this))
{
    setObjectName(QStringLiteral("whatIfLine%1").arg(number));
    m_name->setProperty("role", QStringLiteral("strong"));
    m_name->setTextFormat(Qt::PlainText);
    m_base->setTextFormat(Qt::PlainText);
    makeNote(m_base);
    m_remove->setObjectName(QStringLiteral("whatIfRemove%1").arg(number));
    m_remove->setIcon(lineIcon(QStringLiteral("close")));
    m_remove->setFocusPolicy(Qt::StrongFocus);
    m_remove->setAutoRaise(true);
    connect(m_remove, &QToolButton::clicked, this, &WhatIfLine::removeWanted);
    createEditor(number);
    createSlider(number);
    layOut();
    retranslate();
}

void WhatIfLine::createEditor(int number)
{
    const FieldSpec& spec = fieldSpec(m_row.table, m_field);
    m_editor = new FieldRow(editorKind(spec), QStringLiteral("whatIfValue%1").arg(number), this);
    connect(m_editor, &FieldRow::edited, this, &WhatIfLine::judge);
    connect(m_editor, &FieldRow::left, this, &WhatIfLine::take);
    connect(m_editor, &FieldRow::restoreAsked, this, &WhatIfLine::restore);
}

void WhatIfLine::createSlider(int number)
{
    m_slider->setObjectName(QStringLiteral("whatIfSlider%1").arg(number));
    connect(m_slider, &QSlider::valueChanged, this, &WhatIfLine::moveTo);
    connect(m_slider, &QSlider::sliderReleased, this, &WhatIfLine::settled);
}

void WhatIfLine::layOut()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid / 2);
    head->addWidget(m_name, 1);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(head);
    layout->addWidget(m_editor);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(FieldRow::kLabelWidth + kGrid, 0, 0, 0);
    below->setSpacing(2);
    below->addWidget(m_slider);
    below->addWidget(m_base);
    layout->addLayout(below);
}

void WhatIfLine::retranslate()
{
    const OverriddenWords words = overriddenWords(m_document.chain(), m_row, m_field);
    m_name->setText(words.row);
    m_editor->setLabel(words.field);
    const QString whole = tr("%1, %2", "row, field").arg(words.row, words.field);
    m_editor->editor()->setAccessibleName(whole);
    m_slider->setAccessibleName(tr("Slider of %1").arg(whole));
    m_remove->setAccessibleName(tr("Give back %1").arg(whole));
    m_remove->setToolTip(tr("Give the field back to the base"));
    m_base->setText(words.source.isEmpty() ? tr("base: %1").arg(words.base)
                                           : tr("base: %1 · %2", "value, source").arg(words.base, words.source));
    if (editorKind(fieldSpec(m_row.table, m_field)) == FieldRow::Kind::Choice)
        m_editor->setChoices(choicesFor(m_document.chain(), m_row.table, m_field));
}

/// As a form shows it.
QString WhatIfLine::shownValue() const
{
    return shownText(m_document.viewed().chain, m_row, m_field);
}

void WhatIfLine::showValue(const std::string& value)
{
    m_value = value;
    placeSlider(value);
    if (m_isTyped)
        return;
    m_editor->setText(shownValue());
    m_editor->showEcho({});
}

void WhatIfLine::placeSlider(const std::string& value)
{
    if (!m_scale || m_scale->placeOf(value) != m_slider->value() || m_slider->maximum() != m_scale->last())
        m_scale = ValueScale::of(m_document.chain(), m_row, m_field, value);
    m_slider->setVisible(m_scale.has_value());
    if (m_scale) {
        const QSignalBlocker quiet(m_slider); // shows what is overridden, asks for nothing
        m_slider->setRange(0, m_scale->last());
        m_slider->setPageStep(m_scale->page());
        m_slider->setValue(m_scale->placeOf(value));
    }
    m_slider->setAccessibleDescription(valueInWords(m_document.chain(), m_row, m_field, value));
}

void WhatIfLine::moveTo(int place)
{
    m_isTyped = false;
    emit valuesWanted({{m_row, m_field, m_scale->valueAt(place)}});
    if (!m_slider->isSliderDown())
        emit settled();
}

/// How what is typed reads, or what is wrong with it.
void WhatIfLine::judge(const QString& text)
{
    m_isTyped = true;
    const Chain& chain = m_document.viewed().chain;
    const ReadResult reading = readTyped(chain, m_row.table, m_field, text, besideIn(chain, m_row));
    if (reading)
        m_editor->showEcho(readingText(m_row.table, text, *reading, unitOfRow(chain, m_row)));
    else
        m_editor->showProblem(sentenceText(reading.error()));
}

void WhatIfLine::take()
{
    if (!m_isTyped)
        return;
    const Chain& chain = m_document.viewed().chain;
    const ReadResult reading = readTyped(chain, m_row.table, m_field, m_editor->text(), besideIn(chain, m_row));
    if (!reading)
        return; // kept and marked
    m_isTyped = false;
    Overrides values{{m_row, m_field, reading->canonical}};
    for (const FilledField& filled : reading->also)
        values.push_back({m_row, filled.field, filled.canonical});
    emit valuesWanted(values);
    emit settled();
}

void WhatIfLine::restore()
{
    m_isTyped = false;
    showValue(m_value);
}

/// What was typed stays, to be mended; the slider goes back.
void WhatIfLine::showProblem(const QString& why)
{
    placeSlider(m_value);
    m_isTyped = m_editor->text() != shownValue();
    m_editor->showProblem(why);
}

QList<QWidget*> WhatIfLine::stops() const
{
    return {m_editor->editor(), m_slider, m_remove};
}

void WhatIfLine::takeKeyboard()
{
    QWidget* editor = m_scale ? static_cast<QWidget*>(m_slider) : m_editor->editor();
    editor->setFocus(Qt::OtherFocusReason);
}

} // namespace ochain
