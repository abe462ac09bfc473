// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/lens_popup.h"

#include "document/names.h"
#include "theme/theme.h"
#include "widgets/segments.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace ochain {

LensPopup::LensPopup(QWidget* parent)
    : QFrame(parent, Qt::Popup), m_usual(new QPushButton(this)), m_scenarioCaption(new QLabel(this)),
      m_scenarios(new QComboBox(this))
{
    setObjectName(QStringLiteral("lensPopup"));
    setProperty("look", QStringLiteral("popup"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid);
    addRow(*grid, Basis, 2, QStringLiteral("basis"));
    addRow(*grid, Commitment, 2, QStringLiteral("commitment"));
    addRow(*grid, Assumed, 2, QStringLiteral("assumed"));
    addRow(*grid, Overlap, 3, QStringLiteral("overlaps"));
    addRow(*grid, Megawatts, 2, QStringLiteral("megawatts"));
    m_scenarios->setObjectName(QStringLiteral("scenarios"));
    grid->addWidget(m_scenarioCaption, Rows, 0);
    grid->addWidget(m_scenarios, Rows, 1);
    connect(m_scenarios, &QComboBox::activated, this, &LensPopup::chooseScenario);
    m_usual->setObjectName(QStringLiteral("lensUsual"));
    m_usual->setProperty("look", QStringLiteral("link"));
    grid->addWidget(m_usual, Rows + 1, 0, 1, 2, Qt::AlignRight);
    connect(m_usual, &QPushButton::clicked, this, [this] { emit lensWanted(usual()); });
    retranslate();
}

void LensPopup::addRow(QGridLayout& grid, Row row, int options, const QString& name)
{
    m_captions[row] = new QLabel(this);
    m_choices[row] = new Segments(options, this);
    m_choices[row]->setObjectName(name);
    grid.addWidget(m_captions[row], row, 0);
    grid.addWidget(m_choices[row], row, 1, Qt::AlignLeft);
    connect(m_choices[row], &Segments::chosen, this, [this, row](int index) { choose(row, index); });
}

void LensPopup::choose(Row row, int index)
{
    ViewLens view = m_lens;
    Lens& lens = view.lens;
    switch (row) {
    case Basis:
        lens.basis = index == 0 ? FigureBasis::Headline : FigureBasis::Weighted;
        break;
    case Commitment:
        lens.commitments = index == 0 ? Commitments::All : Commitments::Firm;
        break;
    case Assumed:
        lens.withAssumed = index == 0;
        break;
    case Overlap:
        lens.overlaps = static_cast<Overlaps>(index);
        break;
    default:
        lens.megawatts = index == 0 ? MegawattsOf::Stated : MegawattsOf::It;
        break;
    }
    emit lensWanted(view);
}

/// The same period and day known, and nothing else chosen.
ViewLens LensPopup::usual() const
{
    ViewLens usual;
    usual.lens.knownAsOf = m_lens.lens.knownAsOf;
    usual.period = m_lens.period;
    return usual;
}

/// There is nothing to choose in a file without scenarios.
void LensPopup::listScenarios(const Document& document)
{
    m_scenarios->clear();
    m_scenarios->addItem(tr("None: the file as it is"), QVariant::fromValue(ScenarioId::kNone));
    for (const std::uint32_t row : document.chain().inOrder(Table::Scenarios))
        m_scenarios->addItem(nameOf(document.chain(), RowRef{Table::Scenarios, row}), QVariant::fromValue(row));
    m_scenarios->setCurrentIndex(std::max(0, m_scenarios->findData(QVariant::fromValue(m_lens.scenario.value))));
    m_scenarioCaption->setVisible(m_scenarios->count() > 1);
    m_scenarios->setVisible(m_scenarios->count() > 1);
}

void LensPopup::chooseScenario(int index)
{
    ViewLens view = m_lens;
    view.scenario = ScenarioId{m_scenarios->itemData(index).value<std::uint32_t>()};
    emit lensWanted(view);
}

void LensPopup::showLens(const Document& document)
{
    m_lens = document.lens();
    const Lens& lens = m_lens.lens;
    listScenarios(document);
    m_choices[Basis]->setCurrent(lens.basis == FigureBasis::Headline ? 0 : 1);
    m_choices[Commitment]->setCurrent(lens.commitments == Commitments::Firm ? 1 : 0);
    m_choices[Assumed]->setCurrent(lens.withAssumed ? 0 : 1);
    m_choices[Overlap]->setCurrent(static_cast<int>(lens.overlaps));
    m_choices[Megawatts]->setCurrent(lens.megawatts == MegawattsOf::Stated ? 0 : 1);
    m_usual->setEnabled(m_lens != usual());
}

void LensPopup::retranslate()
{
    setAccessibleName(tr("Lens"));
    const auto say = [this](Row row, const QString& caption, const QStringList& texts, const QStringList& meanings) {
        m_captions[row]->setText(caption);
        m_choices[row]->setAccessibleName(caption);
        m_choices[row]->setTexts(texts, meanings);
    };
    say(Basis, tr("Amounts"), {tr("As stated"), tr("Weighted")},
        {tr("Amounts as stated"), tr("Amounts scaled by how far each deal's status is believed")});
    say(Commitment, tr("Who is bound"), {tr("All"), tr("Firm")},
        {tr("Everything, whoever is bound to it"), tr("Only what a signed contract binds both sides to")});
    say(Assumed, tr("Assumed figures"), {tr("In"), tr("Out")},
        {tr("With the schedules and figures the analyst assumed"), tr("Without assumed schedules and figures")});
    say(Overlap, tr("Overlaps"), {tr("Unique"), tr("Gross"), tr("Overlap")},
        {tr("What is part of a larger deal counts once"), tr("Every deal in full, overlaps and all"),
         tr("Only what the gross figures count twice")});
    say(Megawatts, tr("Megawatts"), {tr("As stated"), tr("IT")},
        {tr("Megawatts as each deal states them"),
         tr("Megawatts of IT load: what part of a facility's megawatt is IT load is an assumption of the file")});
    m_scenarioCaption->setText(tr("Scenario"));
    m_scenarios->setAccessibleName(tr("Scenario"));
    m_usual->setText(tr("All as usual"));
}

void LensPopup::openBelow(const QWidget& control)
{
    adjustSize();
    QPoint at = control.mapToGlobal(QPoint(0, control.height() + 2));
    const QRect screen = control.screen()->availableGeometry();
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(at);
    show();
    for (QWidget* next = m_choices[Basis]->nextInFocusChain(); next != this; next = next->nextInFocusChain())
        if (m_choices[Basis]->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) != 0)
            return next->setFocus(Qt::TabFocusReason);
}

void LensPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace ochain
