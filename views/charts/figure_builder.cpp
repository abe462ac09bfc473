// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/figure_builder.h"

#include "document/second_lens.h"
#include "figures/compared_words.h"

#include <utility>

namespace ochain {

namespace {

constexpr int kPauseMs = 120; ///< longer than between two keys

} // namespace

struct FigureBuilder::Ground {
    SharedSnapshot now;
    bool isCompared = false;
    SharedSnapshot other; ///< what is compared with; null while it is still being computed
    ComparedWords lenses;
    Period against;

    /// Whether all that the figure needs is there.
    [[nodiscard]] bool isThere() const { return !isCompared || other; }
    [[nodiscard]] Result<ChartFigure> build(const std::string& view, const FigureOptions& options) const
    {
        if (!isCompared)
            return buildFigure(view, now->chain, now->rollups, options);
        return buildComparedFigure(view, {{now->chain, now->rollups}, {other->chain, other->rollups}, lenses}, options,
                                   against);
    }
};

/// Over years the other lens stands against this one: another period of the same lens would be the same picture.
FigureBuilder::Ground FigureBuilder::ground() const
{
    Ground ground{m_document.viewedSnapshot(), false, {}, {}, {}};
    SecondLens& second = m_document.second();
    const std::optional<Period> against = second.against(m_document.lens().period);
    if (!m_isCompared || !against || (m_view != "flow" && second.isOfPeriodAlone()))
        return ground;
    ground.isCompared = true;
    ground.other = second.snapshot();
    ground.lenses = comparedWords(m_document);
    ground.against = *against;
    return ground;
}

FigureBuilder::FigureBuilder(Document& document, std::string view, QObject* parent)
    : QObject(parent), m_document(document), m_view(std::move(view))
{
    m_again.setSingleShot(true);
    m_again.setInterval(kPauseMs);
    connect(&m_again, &QTimer::timeout, this, &FigureBuilder::run);
    connect(&m_document, &Document::changed, this, &FigureBuilder::beginAnew);
    connect(&m_document, &Document::viewedChanged, this, &FigureBuilder::beginAnew);
    connect(&m_document, &Document::lensChanged, this, &FigureBuilder::beginAnew);
    connect(&m_document.second(), &SecondLens::changed, this, &FigureBuilder::beginAnew);
}

FigureBuilder::~FigureBuilder()
{
    stop();
}

void FigureBuilder::start(const FigureOptions& options)
{
    stop();
    m_options = options;
    m_isWanted = true;
    run();
}

Result<ChartFigure> FigureBuilder::take(const FigureOptions& options)
{
    stop();
    m_again.stop();
    m_isWanted = false;
    const Ground from = ground();
    if (from.isThere())
        return from.build(m_view, options);
    return buildFigure(m_view, from.now->chain, from.now->rollups, options);
}

void FigureBuilder::run()
{
    if (!m_isWanted || m_work.isBusy())
        return;
    Ground from = ground();
    if (!from.isThere())
        return; // until the other lens has its figures
    if (m_document.chain().deals().size() <= m_mostAtOnce) {
        m_isWanted = false;
        if (const auto figure = from.build(m_view, m_options))
            emit ready(*figure);
        return;
    }
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    const auto build = [view = m_view, from = std::move(from), options = m_options,
                        isCancelled = m_isCancelled](const Progress&) mutable {
        options.cancelled = isCancelled.get();
        return from.build(view, options);
    };
    m_work.start(build, [this](const Result<ChartFigure>& figure) {
        if (!figure)
            return;
        m_isWanted = false;
        emit ready(*figure);
    });
}

void FigureBuilder::stop()
{
    if (m_isCancelled)
        *m_isCancelled = true;
    m_work.cancel();
}

void FigureBuilder::beginAnew()
{
    if (!m_isWanted)
        return;
    stop();
    m_again.start();
}

} // namespace ochain
