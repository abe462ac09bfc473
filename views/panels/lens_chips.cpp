// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/lens_chips.h"

#include "document/names.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace ochain {

std::vector<LensChip> lensChips(const Document& document)
{
    const ViewLens& view = document.lens();
    const Lens& lens = view.lens;
    std::vector<LensChip> chips;
    const auto add = [&](const QString& text, auto&& makeUsual) {
        ViewLens without = view;
        makeUsual(without.lens);
        chips.push_back({text, without});
    };
    if (document.isTrying())
        chips.push_back({LensChips::tr("What if: not kept"), view, LensChip::Kind::Trial});
    if (view.scenario.isSet()) {
        const QString name = nameOf(document.chain(), RowRef{Table::Scenarios, view.scenario.value});
        chips.push_back({LensChips::tr("Scenario %1").arg(name), {view.lens, view.period, {}}});
    }
    if (lens.commitments == Commitments::Firm && lens.basis == FigureBasis::Weighted)
        add(LensChips::tr("weighted"), [](Lens& usual) { usual.basis = FigureBasis::Headline; });
    if (!lens.withAssumed)
        add(LensChips::tr("assumed figures out"), [](Lens& usual) { usual.withAssumed = true; });
    if (lens.overlaps != Overlaps::Unique)
        add(lens.overlaps == Overlaps::Gross ? LensChips::tr("gross of overlaps") : LensChips::tr("overlaps only"),
            [](Lens& usual) { usual.overlaps = Overlaps::Unique; });
    if (lens.megawatts == MegawattsOf::It)
        add(LensChips::tr("MW of IT"), [](Lens& usual) { usual.megawatts = MegawattsOf::Stated; });
    return chips;
}

LensChips::LensChips(QWidget* parent) : QWidget(parent), m_rest(new QToolButton(this))
{
    setObjectName(QStringLiteral("lensChips"));
    m_rest->setObjectName(QStringLiteral("lensRest"));
    m_rest->setProperty("look", QStringLiteral("chip"));
    m_rest->setFocusPolicy(Qt::StrongFocus);
    m_rest->setText(QStringLiteral("+4"));
    m_rest->hide();
    connect(m_rest, &QToolButton::clicked, this, &LensChips::restWanted);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

/// The button of a chip, made if it is new. It stays when the chip goes and shows the next one, so that the keyboard
/// keeps its place.
QToolButton* LensChips::button(qsizetype at)
{
    while (m_buttons.size() <= at) {
        const qsizetype place = m_buttons.size();
        auto* chip = new QToolButton(this);
        chip->setObjectName(QStringLiteral("lensChip%1").arg(place));
        chip->setProperty("look", QStringLiteral("chip"));
        chip->setFocusPolicy(Qt::StrongFocus);
        chip->installEventFilter(this);
        connect(chip, &QToolButton::clicked, this, [this, place] { remove(place); });
        if (place > 0)
            setTabOrder(m_buttons.last(), chip);
        setTabOrder(chip, m_rest);
        m_buttons << chip;
    }
    return m_buttons[at];
}

void LensChips::showLens(const Document& document, const QString& against)
{
    m_chips = lensChips(document);
    if (!against.isEmpty())
        m_chips.insert(m_chips.begin(), {tr("against %1").arg(against), document.lens(), LensChip::Kind::Comparison});
    for (qsizetype at = 0; at < static_cast<qsizetype>(m_chips.size()); ++at) {
        const QString& text = m_chips[static_cast<std::size_t>(at)].text;
        QToolButton* chip = button(at);
        chip->setText(tr("%1 ×", "what is not as usual").arg(literally(text)));
        chip->setAccessibleName(tr("Take away: %1").arg(text));
        chip->setToolTip(chip->accessibleName());
        chip->ensurePolished();
    }
    place();
}

void LensChips::remove(qsizetype at)
{
    if (at >= static_cast<qsizetype>(m_chips.size()))
        return;
    const LensChip chip = m_chips[static_cast<std::size_t>(at)]; // of which the list is made anew
    switch (chip.kind) {
    case LensChip::Kind::Lens:
        return emit lensWanted(chip.without);
    case LensChip::Kind::Trial:
        return emit trialEnded();
    case LensChip::Kind::Comparison:
        return emit comparisonEnded();
    }
}

/// Of the first chips, and of the one that counts the others.
int LensChips::widthOf(qsizetype count) const
{
    int width = 0;
    for (qsizetype at = 0; at < count; ++at)
        width += m_buttons[at]->sizeHint().width() + kGrid / 2;
    if (count < static_cast<qsizetype>(m_chips.size()))
        width += m_rest->sizeHint().width() + kGrid / 2;
    return width;
}

/// The same however many there are, so that none that comes or goes moves what stands beside them.
QSize LensChips::sizeHint() const
{
    return {m_rest->sizeHint().width() + kGrid / 2, m_rest->sizeHint().height()};
}

QSize LensChips::minimumSizeHint() const
{
    return sizeHint();
}

void LensChips::place()
{
    const auto all = static_cast<qsizetype>(m_chips.size());
    QStringList hidden;
    for (const LensChip& chip : m_chips)
        hidden << chip.text;
    if (all > 0 && m_chips.front().kind == LensChip::Kind::Comparison) {
        button(0)->setText(tr("%1 ×", "what is not as usual").arg(m_chips.front().text));
        if (widthOf(all) > width())
            button(0)->setText(tr("%1 ×", "what is not as usual").arg(tr("compared")));
    }
    qsizetype shown = all;
    while (shown > 0 && widthOf(shown) > width())
        --shown;
    int x = 0;
    const auto put = [&](QToolButton* chip, bool isShown) {
        if (isShown) {
            const QSize size = chip->sizeHint();
            chip->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
            x += size.width() + kGrid / 2;
        }
        chip->setVisible(isShown);
    };
    for (qsizetype at = 0; at < m_buttons.size(); ++at)
        put(m_buttons[at], at < shown);
    hidden = hidden.mid(shown);
    m_rest->setText(QStringLiteral("+%1").arg(hidden.size()));
    m_rest->setToolTip(hidden.join(tr(", ")));
    m_rest->setAccessibleName(tr("Also not as usual: %1").arg(hidden.join(tr(", "))));
    put(m_rest, !hidden.isEmpty());
}

void LensChips::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

bool LensChips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const qsizetype at = m_buttons.indexOf(static_cast<QToolButton*>(watched));
        if (at >= 0 && (key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Return)) {
            remove(at);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ochain
