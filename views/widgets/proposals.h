// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <utility>

class QLineEdit;
class QStringListModel;

namespace ochain {

class ChoiceList;

/// Proposes texts while one types into a line that takes any other text as well; none is put in unless it is chosen.
class Proposals final : public QObject {
    Q_OBJECT
public:
    /// @param line  the parent
    explicit Proposals(QLineEdit& line);

    /// @param texts  gives the texts there are; asked once each time the keyboard comes to the line, when somebody
    /// types
    void setSource(std::function<QStringList()> texts) { m_source = std::move(texts); }
    /// There may be others now.
    void forget() { m_isFresh = false; }

signals:
    /// A text was chosen and stands in the line now.
    void chosen(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(const QString& text);

    std::function<QStringList()> m_source;
    QStringList m_texts;
    bool m_isFresh = false;
    QStringListModel* m_offered;
    ChoiceList* m_list;
};

} // namespace ochain
