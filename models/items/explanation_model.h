// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analyses/explain.h"
#include "items/explained_words.h"
#include "items/told_difference.h"
#include "rollups/snapshot.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace ochain {

/// A figure told apart, or why it moved, as a tree: deals, their pieces and what the lens took, a line each, whose
/// amounts add up to the line above, and at the end the sum; below the lines the series of formulas and the sources;
/// last the deals that say no amount. Shows a snapshot and follows nothing: whoever has a new explanation gives it.
class ExplanationModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Column : int { Name, Amount };
    static constexpr int kColumnCount = 2;

    /// What a line is. Only those of parts add up.
    enum class Line : int { Part, Input, Sources, Source, Sum, Undisclosed, UndisclosedDeal };

    explicit ExplanationModel(QObject* parent = nullptr);
    ~ExplanationModel() override;

    /// In place of what it showed. Where the lines are the same ones as before only what they say changes; else they
    /// are all other ones.
    /// @param told   of the chain of `snapshot`, under its rollups
    /// @param today  the day that ages are counted to
    void show(SharedSnapshot snapshot, Explanation told, Day today);
    void show(ToldDifference told, Day today);
    void clear();
    [[nodiscard]] bool isEmpty() const noexcept;
    /// The explanation shown; null while there is none, or a difference is shown.
    [[nodiscard]] const Explanation* shown() const noexcept;
    /// The difference shown; null likewise.
    [[nodiscard]] const ToldDifference* moved() const noexcept;
    /// What is told apart is looked at through, and what it is held against; there must be something shown.
    [[nodiscard]] ExplainedViews views() const;
    /// The cell shown, which there must be.
    [[nodiscard]] const FigureCell& cell() const noexcept;
    /// What is said of the figure shown, which there must be.
    /// @param hidden  which way what is undisclosed could move it
    [[nodiscard]] ExplainedSentence sentence(Hidden hidden) const;
    [[nodiscard]] Line lineOf(const QModelIndex& index) const;
    /// Whether more stands below a line than what it rests on.
    [[nodiscard]] bool hasParts(const QModelIndex& index) const;
    /// The text of a source's address, as the chain has it.
    [[nodiscard]] QString addressOf(const QModelIndex& index) const;
    /// Names, numbers and titles anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// KeyRole is the way to a line from the top, which stays the same as long as the line is of the same thing.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Private;
    void take(std::unique_ptr<Private> next);
    void announce(const QModelIndex& parent, const QList<int>& roles);

    std::unique_ptr<Private> m_private;
};

} // namespace ochain
