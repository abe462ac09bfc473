// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/explain.h"
#include "rollups/snapshot.h"

#include <QSet>
#include <QTreeView>

#include <functional>
#include <memory>

namespace ochain {

class ExplanationModel;
struct ToldDifference;

/// Whether two cells are of the same figure, be it in another period.
[[nodiscard]] bool isSameFigure(const FigureCell& a, const FigureCell& b) noexcept;

/// The lines of an explanation, of which two levels are open to begin with. What is open stays open while the figure is
/// the same.
class WhyTree final : public QTreeView {
    Q_OBJECT
public:
    explicit WhyTree(QWidget* parent = nullptr);
    ~WhyTree() override;

    [[nodiscard]] const ExplanationModel& lines() const noexcept { return *m_lines; }
    /// @param told  of the snapshot
    void take(SharedSnapshot snapshot, Explanation told);
    void take(ToldDifference told);
    void clear();
    void retranslate();
    /// What Enter does on the line that the keyboard is on.
    void activateCurrent();
    /// What that is; empty where it only opens and closes the line.
    [[nodiscard]] QString activationText() const;

signals:
    /// After Enter or a double click on a source.
    void addressWanted(const QString& address);
    /// After the same on a line of a deal.
    void rowWanted(const ochain::RowRef& row);

private:
    void activate(const QModelIndex& index);
    void expandAgain(bool isKept, const std::function<void()>& show);
    void expandFirst();
    void expandOnly(const QSet<QString>& keys, const QString& current);
    void spanSources();

    std::unique_ptr<ExplanationModel> m_lines;
};

} // namespace ochain
