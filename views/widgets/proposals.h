// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

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

    void setTexts(const QStringList& texts) { m_texts = texts; }

signals:
    /// A text was chosen and stands in the line now.
    void chosen(const QString& text);

private:
    void offer(const QString& text);

    QStringList m_texts;
    QStringListModel* m_offered;
    ChoiceList* m_list;
};

} // namespace ochain
