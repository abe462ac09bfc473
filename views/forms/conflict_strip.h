// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QList>

class QLabel;
class QPushButton;

namespace ochain {

/// Under a field that somebody else changed while it was being typed over: both values, who wrote the other one and
/// when, and the choice between them. Nobody is stopped by it: one may type on, go elsewhere and come back.
class ConflictStrip final : public QFrame {
    Q_OBJECT
public:
    /// @param name  of the field's editor; those of the strip begin with it
    explicit ConflictStrip(const QString& name, QWidget* parent = nullptr);

    struct Sides {
        QString theirs;
        QString author; ///< empty: unknown
        QString time;
        QString mine;
        bool isMineReadable = false;
        bool canBeRivals = false; ///< the field can have claims
    };
    void offer(const Sides& sides);
    void withdraw();
    /// Its buttons, as Tab reaches them.
    [[nodiscard]] QList<QWidget*> buttons() const;

signals:
    void theirsWanted();
    void mineWanted();
    void bothWanted();

private:
    QLabel* m_text;
    QPushButton* m_theirs;
    QPushButton* m_mine;
    QPushButton* m_both;
};

} // namespace ochain
