// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/figure_builder.h"

#include <utility>

namespace ochain {

namespace {

constexpr int kPauseMs = 120; ///< longer than between two keys

} // namespace

FigureBuilder::FigureBuilder(Document& document, std::string view, QObject* parent)
    : QObject(parent), m_document(document), m_view(std::move(view))
{
    m_again.setSingleShot(true);
    m_again.setInterval(kPauseMs);
    connect(&m_again, &QTimer::timeout, this, &FigureBuilder::run);
    connect(&m_document, &Document::changed, this, &FigureBuilder::beginAnew);
    connect(&m_document, &Document::viewedChanged, this, &FigureBuilder::beginAnew);
    connect(&m_document, &Document::lensChanged, this, &FigureBuilder::beginAnew);
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
    return buildFigure(m_view, m_document.viewed().chain, m_document.viewed().rollups, options);
}

void FigureBuilder::run()
{
    if (!m_isWanted || m_work.isBusy())
        return;
    if (m_document.chain().deals().size() <= m_mostAtOnce) {
        m_isWanted = false;
        const auto [chain, rollups] = m_document.viewed();
        if (const auto figure = buildFigure(m_view, chain, rollups, m_options))
            emit ready(*figure);
        return;
    }
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    const auto build = [view = m_view, now = m_document.viewedSnapshot(), options = m_options,
                        isCancelled = m_isCancelled](const Progress&) mutable {
        options.cancelled = isCancelled.get();
        return buildFigure(view, now->chain, now->rollups, options);
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
