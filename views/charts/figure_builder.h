// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"
#include "document/long_work.h"
#include "figures/chart_figure.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <string>

namespace ochain {

/// Builds the figures of one view: those of small chains at once, those of large ones on another thread, so that the
/// window goes on answering. It works on a snapshot and begins anew when the document has changed. The document must
/// outlive it.
class FigureBuilder final : public QObject {
    Q_OBJECT
public:
    FigureBuilder(Document& document, std::string view, QObject* parent);
    ~FigureBuilder() override;

    /// Whether figures are of what the lens and the one that it is compared with differ by, while there is one.
    void setCompared(bool isCompared) noexcept { m_isCompared = isCompared; }
    /// Asks for a figure; ready() follows, for a small chain before this returns. What was asked for before is dropped.
    void start(const FigureOptions& options);
    /// The figure, now, in place of the one that was asked for.
    [[nodiscard]] Result<ChartFigure> take(const FigureOptions& options);
    /// Whether a figure that was asked for is still to come.
    [[nodiscard]] bool isBusy() const noexcept { return m_isWanted; }

    /// Chains with more deals than this are large.
    void setMostAtOnce(std::size_t deals) noexcept { m_mostAtOnce = deals; }

signals:
    /// The figure asked for last; on the thread of this object.
    void ready(const ochain::ChartFigure& figure);

private:
    /// What a figure is built from.
    struct Ground;

    [[nodiscard]] Ground ground() const;
    void run();
    void stop();
    void beginAnew();

    Document& m_document;
    std::string m_view;
    FigureOptions m_options;
    std::shared_ptr<std::atomic<bool>> m_isCancelled; ///< of the work under way, which may outlast this
    LongWork<Result<ChartFigure>> m_work;
    bool m_isWanted = false;
    bool m_isCompared = true;
    std::size_t m_mostAtOnce = 20'000;
    QTimer m_again; ///< runs what a change of the document stopped
};

} // namespace ochain
