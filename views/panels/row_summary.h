// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace ochain {

class SourcesCard;

/// What the inspector says about anything that is not a deal: of a node or tier its figures under the lens, of an
/// event, metric or source its fields; and the sources.
class RowSummary final : public QWidget {
    Q_OBJECT
public:
    explicit RowSummary(QWidget* parent = nullptr);

    /// @param document  may be null; must outlive the next call
    void setDocument(Document* document);
    void showRow(RowRef row);

signals:
    void notSaved(const QString& why);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showHead();
    void showFigures(Group group);
    void showFields();
    void addLine(const QString& what, const QString& value, const QString& tip = {});
    void addHeading(const QString& text);

    QPointer<Document> m_document;
    std::optional<RowRef> m_row;
    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_note;
    QGridLayout* m_lines;
    SourcesCard* m_sources;
    int m_count = 0;
};

} // namespace ochain
